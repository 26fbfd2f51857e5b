// `fonds cite` and `fonds bibliography`: records to notes and lists in a style.

#include <algorithm>
#include <filesystem>
#include <fonds/csl.hpp>
#include <fonds/formats.hpp>
#include <fonds/house.hpp>
#include <fstream>
#include <future>
#include <iostream>
#include <memory>
#include <sstream>
#include <thread>
#include <unordered_set>

#include "cli/command.hpp"
#include "cli/grouped.hpp"

namespace fonds::cli {
namespace {

struct Request {
    std::string command, input = "-", from, style = "chicago-archives", locale, to = "text", citations;
    std::string house, archives, group;
    std::vector<std::string> style_folders;
    bool ids = false, hereafter = false;
    unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
};

/// The records, the style and its locales, ready to be formatted.
struct Material {
    Items items;
    std::optional<HouseForm> form;                  ///< where something is to be written in it
    std::shared_ptr<Knowledge const> own_archives;  ///< null: the built-in ones
    csl::Style style;
    csl::Locales locales;
    csl::Options options;
    std::string style_text;
    int code = exit_fine;

    [[nodiscard]] Knowledge const& knowledge() const {
        return own_archives ? *own_archives : Knowledge::builtin();
    }
};

void complain(Request const& request, std::string const& message) {
    std::cerr << "fonds " << request.command << ": " << message << '\n';
}

std::string read_rest(std::istream& in) {
    std::ostringstream rest;
    rest << in.rdbuf();
    return std::move(rest).str();
}

std::optional<std::string> read_input(std::string const& path) {
    if (path == "-") return read_rest(std::cin);
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::error_code unknown;  // of a pipe
    auto const size = std::filesystem::file_size(path, unknown);
    if (unknown) return read_rest(file);
    std::string out(size, '\0');
    file.read(out.data(), static_cast<std::streamsize>(size));
    out.resize(static_cast<std::size_t>(file.gcount()));
    return out;
}

void print(std::vector<Diagnostic> const& diagnostics, std::string const& source, std::string_view text) {
    for (auto const& diagnostic : diagnostics) {
        auto const place = locate(text, diagnostic.span.begin);
        std::cerr << source << ':' << place.line << ':' << place.column << ": "
                  << to_string(diagnostic.severity) << ": " << diagnostic.message << " [" << diagnostic.rule
                  << "]\n";
    }
}

/// Reads a file beside what is done before it is asked for, unless it comes from somebody who may still be
/// writing it.
template <class Read>
auto beside(Request const& request, std::string const& path, Read read) {
    auto const apart = request.jobs > 1 && path != "-" && !path.empty();
    return std::async(apart ? std::launch::async : std::launch::deferred, read);
}

struct Records {
    std::string bytes;
    Result<Parsed<Items>> read;
};

Records read_records(Request const& request) {
    auto bytes = read_input(request.input);
    if (!bytes) return {{}, Error{ErrorCode::unreadable, "cannot read “" + request.input + "”", {}}};
    auto const dot = request.input.rfind('.');
    auto const* format = !request.from.empty() ? find_format(request.from) : sniff_format(*bytes);
    if (!format && request.from.empty() && dot != std::string::npos)
        format = find_format(request.input.substr(dot + 1));
    if (!format)
        return {
            {},
            Error{ErrorCode::unsupported, "cannot tell the format of the records; name it with --from", {}}};
    ReadOptions options;
    options.source = request.input;
    options.jobs = request.jobs;
    auto read = read_items(*bytes, format->name, options);
    return {std::move(*bytes), std::move(read)};
}

// What the engine finds is in the style, but for items that are cited and not there.
void print_rendered(std::vector<Diagnostic> const& diagnostics, Request const& request,
                    Material const& material) {
    for (auto const& diagnostic : diagnostics) {
        bool const is_of_items = diagnostic.rule == "unknown-item";
        print({diagnostic}, is_of_items ? request.citations : request.style,
              is_of_items ? std::string_view() : material.style_text);
    }
}

Result<HouseForm> house_form(Request const& request, std::string const& style_xml,
                             std::string const& language) {
    if (!request.house.empty()) return HouseForm::find(request.house);
    if (auto form = HouseForm::of_style(style_xml)) return *form;
    return HouseForm::of_language(language);
}

std::optional<Material> prepare(Request const& request) {
    csl::SearchPath path;
    path.folders = request.style_folders;
    auto xml = csl::read_style(request.style, path);
    if (!xml) {
        complain(request, to_string(xml.error()));
        return std::nullopt;
    }
    auto reading = beside(request, request.input, [&] { return read_records(request); });
    auto style = csl::Style::parse(*xml, request.style);
    if (!style) {
        auto const place = locate(*xml, style.error().offset);
        complain(request, request.style + ":" + std::to_string(place.line) + ":" +
                              std::to_string(place.column) + ": " + style.error().message);
        return std::nullopt;
    }
    print(style->diagnostics, request.style, *xml);
    auto language = request.locale;
    if (language.empty()) language = std::string(style->value.default_locale());
    if (language.empty()) language = "en-US";
    auto locales = csl::find_locales(language, path);
    if (!locales) {
        complain(request, to_string(locales.error()));
        return std::nullopt;
    }
    auto const format = csl::find_output_format(request.to);
    if (!format) {
        complain(request, "no output format “" + request.to + "”: text, html, markdown, latex, rtf, typst");
        return std::nullopt;
    }
    auto records = reading.get();
    if (!records.read) {
        complain(request, to_string(records.read.error()));
        return std::nullopt;
    }
    print(records.read->diagnostics, request.input, records.bytes);
    auto& items = records.read->value;
    Material out{{}, std::nullopt, nullptr, style->value, std::move(*locales), {}, {}, exit_fine};
    for (auto const& diagnostic : records.read->diagnostics)
        if (diagnostic.severity == Severity::error) out.code = exit_partial;
    if (!request.archives.empty()) {
        auto own = Knowledge::with_archives(request.archives);
        if (!own) {
            complain(request, to_string(own.error()));
            return std::nullopt;
        }
        out.own_archives = std::make_shared<Knowledge const>(std::move(*own));
    }
    // House forms and the tables of archives are read only where an item or an option asks for them.
    auto const archival =
        std::any_of(items.begin(), items.end(), [](Item const& item) { return !item.reference.empty(); });
    if (archival || !request.house.empty() || !request.group.empty()) {
        auto form = house_form(request, *xml, language);
        if (!form) {
            complain(request, to_string(form.error()));
            return std::nullopt;
        }
        out.form = std::move(*form);
    }
    out.items = archival ? lower(items, *out.form, out.knowledge(), {.hereafter = request.hereafter})
                         : std::move(items);
    out.options.language = language;
    out.options.output = *format;
    out.options.jobs = request.jobs;
    out.style_text = *std::move(xml);
    return out;
}

Result<std::vector<csl::Citation>> read_citations(std::string const& path) {
    auto const bytes = read_input(path);
    if (!bytes) return Error{ErrorCode::unreadable, "cannot be read", path};
    return csl::read_citations(*bytes);
}

int cite(Request const& request) {
    auto reading = beside(request, request.citations, [&] { return read_citations(request.citations); });
    auto material = prepare(request);
    if (!material) return exit_error;
    std::vector<csl::Citation> citations;
    if (request.citations.empty()) {
        for (auto const& item : material->items) {
            csl::Citation citation;
            citation.id = item.id;
            citation.note_number = static_cast<int>(citations.size()) + 1;
            citation.cites.emplace_back().id = item.id;
            citations.push_back(std::move(citation));
        }
    } else {
        auto read = reading.get();
        if (!read) return complain(request, to_string(read.error())), exit_error;
        citations = std::move(*read);
    }
    if (!request.citations.empty()) {
        // What nobody cites is no part of the document and makes no cite ambiguous.
        std::unordered_set<std::string_view> cited;
        for (auto const& citation : citations)
            for (auto const& one : citation.cites) cited.insert(one.id);
        std::erase_if(material->items, [&](Item const& item) { return !cited.contains(item.id); });
    }
    material->options.bibliography = false;
    auto const rendered = csl::format_document(material->style, material->locales, material->items, citations,
                                               material->options);
    print_rendered(rendered.diagnostics, request, *material);
    for (std::size_t i = 0; i < citations.size(); ++i) {
        if (request.ids) std::cout << citations[i].id << '\t';
        std::cout << rendered.citations[i] << '\n';
    }
    return material->code;
}

std::optional<Grouping> find_grouping(std::string_view name) {
    if (name == "kind") return Grouping::kind;
    if (name == "archive") return Grouping::archive;
    if (name == "fonds") return Grouping::fonds;
    return std::nullopt;
}

std::string in_one_line(std::string const& text) {
    std::string out;
    for (auto const c : text) {
        auto const space = c == '\n' || c == ' ';
        if (space && (out.empty() || out.back() == ' ')) continue;
        out += space ? ' ' : c;
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

int grouped_bibliography(Request const& request, Material const& material, Grouping grouping) {
    std::vector<Diagnostic> diagnostics;
    auto const groups = group_bibliography(material.items, *material.form, grouping, material.knowledge());
    std::cout << write_groups(groups, material.items, {material.style, material.locales, material.options},
                              diagnostics);
    print_rendered(diagnostics, request, material);
    return material.code;
}

int bibliography(Request const& request) {
    auto material = prepare(request);
    if (!material) return exit_error;
    if (!material->style.has_bibliography())
        return complain(request, "the style “" + request.style + "” has no bibliography; use `fonds cite`"),
               exit_error;
    if (auto const grouping = find_grouping(request.group))
        return grouped_bibliography(request, *material, *grouping);
    auto const rendered =
        csl::format_bibliography(material->style, material->locales, material->items, material->options);
    print_rendered(rendered.diagnostics, request, *material);
    if (request.ids) {
        for (auto const& entry : rendered.bibliography)
            std::cout << entry.id << '\t' << in_one_line(entry.text) << '\n';
        return material->code;
    }
    auto const text = csl::join_bibliography(rendered.bibliography, material->options.output);
    std::cout << text;
    if (!text.empty() && text.back() != '\n') std::cout << '\n';
    return material->code;
}

void add_options(CLI::App& command, Request& request) {
    command.add_option("FILE", request.input, "The records; - or nothing: standard input");
    command.add_option("-f,--from", request.from, "Format of the records; otherwise by content and name");
    command.add_option("-s,--style", request.style, "Name or file of a CSL style")->capture_default_str();
    command.add_option("-l,--locale", request.locale, "Language of the output: de-AT; otherwise the style's");
    command.add_option("-t,--to", request.to, "text, html, markdown, latex, rtf, typst")
        ->capture_default_str();
    command.add_option("--style-dir", request.style_folders,
                       "Folders to look for styles and locales in first");
    command.add_option("--house", request.house,
                       "House form of archival references; otherwise the style's or locale's");
    command.add_option("--archives", request.archives, "Archives of your own, over the built-in ones")
        ->type_name("FILE");
    command.add_option("-j,--jobs", request.jobs, "Threads; as many as there are cores by default")
        ->check(CLI::PositiveNumber);
    command.add_flag("--ids", request.ids, "Put the id and a tab before each line");
}

}  // namespace

void add_cite(CLI::App& app, int& exit_code) {
    auto request = std::make_shared<Request>();
    request->command = "cite";
    auto* command = app.add_subcommand("cite", "Write records as notes in a style");
    add_options(*command, *request);
    command->add_option("--citations", request->citations,
                        "JSON file of citations in the order of the document; otherwise one note a record");
    command->add_flag("--hereafter", request->hereafter,
                      "Name an archive in full first, by its abbreviation from then on");
    command->callback([request, &exit_code] { exit_code = cite(*request); });
}

void add_bibliography(CLI::App& app, int& exit_code) {
    auto request = std::make_shared<Request>();
    request->command = "bibliography";
    auto* command = app.add_subcommand("bibliography", "Write records as a bibliography in a style");
    add_options(*command, *request);
    command
        ->add_option("-g,--group", request->group,
                     "Headings: kind (archives, printed sources, literature), archive, fonds")
        ->check(CLI::IsMember({"kind", "archive", "fonds"}));
    command->callback([request, &exit_code] { exit_code = bibliography(*request); });
}

}  // namespace fonds::cli
