// Reading what `fonds cite` and `fonds bibliography` work on.

#include "cli/cite_material.hpp"

#include <algorithm>
#include <filesystem>
#include <fonds/location.hpp>
#include <future>
#include <iostream>

#include "cli/input.hpp"

namespace fonds::cli {
namespace {

/// The bytes of a file, or of standard input for "-", as long as `input` lives.
Result<std::string_view> read_all(Input& input, std::string const& path) {
    if (auto error = input.open(path)) return *std::move(error);
    auto const bytes = input.all();
    if (input.failed()) return Error{ErrorCode::unreadable, "cannot be read to its end", path, 0};
    return bytes;
}

void print(std::vector<Diagnostic> const& diagnostics, std::string const& source, std::string_view text) {
    for (auto const& diagnostic : diagnostics) {
        std::cerr << source << ':';
        if (!text.empty()) {
            auto const place = locate(text, diagnostic.span.begin);
            std::cerr << place.line << ':' << place.column << ':';
        }
        std::cerr << ' ' << to_string(diagnostic.severity) << ": " << diagnostic.message << " ["
                  << diagnostic.rule << "]\n";
    }
}

Result<Parsed<Items>> read_records(CiteRequest const& request, Input& input) {
    auto const bytes = read_all(input, request.input);
    if (!bytes) return bytes.error();
    auto const* format =
        request.from.empty() ? detect_format(*bytes, request.input) : find_format(request.from);
    if (!format)
        return Error{
            ErrorCode::unsupported,
            request.from.empty()
                ? "cannot tell the format of the records; name it with --from (for what a manuscript "
                  "cites, run `fonds parse --to csl-json` first)"
                : "no record format “" + request.from + "” (fonds convert --list)",
            {}};
    ReadOptions options;
    options.source = request.input;
    options.jobs = request.jobs;
    return read_items(*bytes, format->name, options);
}

Result<std::vector<csl::Citation>> read_citations(std::string const& path) {
    if (path.empty()) return std::vector<csl::Citation>();
    Input input;
    auto const bytes = read_all(input, path);
    if (!bytes) return bytes.error();
    auto citations = csl::read_citations(*bytes);
    if (citations) return citations;
    return Error{citations.error().code, citations.error().message, path, citations.error().offset};
}

/// All but the records.
struct Frame {
    HouseStyle style;
    csl::OutputFormat output;
    Result<std::vector<csl::Citation>> citations;
};

std::optional<Frame> read_frame(CiteRequest const& request) {
    auto style = HouseStyle::find(request.style, request.locale, {.folders = request.style_folders});
    if (!style) return complain(request, to_string(style.error())), std::nullopt;
    print(style->diagnostics, request.style, style->value.xml);
    auto const output = csl::find_output_format(request.to);
    if (!output) {
        complain(request, "no output format “" + request.to + "”: text, html, markdown, latex, rtf, typst");
        return std::nullopt;
    }
    return Frame{std::move(style->value), *output, read_citations(request.citations)};
}

/// Whether reading the records takes longer than a thread does to start that reads all else meanwhile. What
/// is wrong with the style is said before anything is waited for that somebody may still be writing.
bool are_many_records(CiteRequest const& request) {
    constexpr std::uintmax_t worth_a_thread = std::uintmax_t{1} << 17U;
    std::error_code unknown;  // of a pipe
    auto const size = std::filesystem::file_size(request.input, unknown);
    return !unknown && size > worth_a_thread;
}

/// Writes archival references out in the house form. Forms and the tables of archives are read only where an
/// item or an option asks for them.
bool lower_references(CiteRequest const& request, Knowledge const& knowledge, CiteMaterial& material) {
    auto const archival = std::any_of(material.items.begin(), material.items.end(),
                                      [](Item const& item) { return !item.reference.empty(); });
    if (!archival && request.house.empty() && request.group.empty()) return true;
    auto form = request.house.empty() ? material.style.form() : HouseForm::find(request.house);
    if (!form) return complain(request, to_string(form.error())), false;
    material.form = std::move(*form);
    if (archival)
        material.items = lower(material.items, *material.form, knowledge, {.hereafter = request.hereafter});
    return true;
}

}  // namespace

std::optional<Project> settle(CiteRequest& request) {
    auto project = open_project(request.project, request.input);
    if (!project) return complain(request, to_string(project.error())), std::nullopt;
    request.style = either(request.style, either(project->configuration.style, "chicago-archives"));
    request.locale = either(request.locale, project->configuration.locale);
    return *std::move(project);
}

void complain(CiteRequest const& request, std::string const& message) {
    std::cerr << "fonds " << request.command << ": " << message << '\n';
}

// What the engine finds is in the style, but for items that are cited and not there or say too little.
void print_rendered(std::vector<Diagnostic> const& diagnostics, CiteRequest const& request,
                    CiteMaterial const& material) {
    for (auto const& diagnostic : diagnostics) {
        if (diagnostic.rule == "unknown-item") print({diagnostic}, request.citations, {});
        else if (diagnostic.rule == "nothing-printed") print({diagnostic}, request.input, {});
        else print({diagnostic}, request.style, material.style.xml);
    }
}

std::optional<CiteMaterial> prepare(CiteRequest const& request, Knowledge const& knowledge) {
    auto const apart = request.jobs > 1 && are_many_records(request);
    auto reading =
        std::async(apart ? std::launch::async : std::launch::deferred, [&] { return read_frame(request); });
    if (!apart) reading.wait();
    Input input;
    auto records = read_records(request, input);
    auto frame = reading.get();
    if (!frame) return std::nullopt;
    if (!records) return complain(request, to_string(records.error())), std::nullopt;
    print(records->diagnostics, request.input, input.all());
    if (records->value.empty() && records->diagnostics.empty() && !input.all().empty())
        complain(request, request.input + ": no records are in it");
    auto options = frame->style.options(frame->output);
    options.jobs = request.jobs;
    CiteMaterial out{.items = std::move(records->value),
                     .form = {},
                     .style = std::move(frame->style),
                     .options = std::move(options),
                     .citations = {}};
    if (request.read_locations)
        for (auto& item : out.items) read_location(item, knowledge);
    give_ids(out.items);
    for (auto const& diagnostic : records->diagnostics)
        if (diagnostic.severity == Severity::error) out.code = exit_partial;
    if (!lower_references(request, knowledge, out)) return std::nullopt;
    if (!frame->citations) return complain(request, to_string(frame->citations.error())), std::nullopt;
    out.citations = *std::move(frame->citations);
    return out;
}

}  // namespace fonds::cli
