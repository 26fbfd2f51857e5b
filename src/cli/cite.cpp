// `fonds cite` and `fonds bibliography`: records to notes and lists in a style.

#include <iostream>
#include <string>
#include <string_view>
#include <unordered_set>

#include "cli/cite_material.hpp"
#include "cli/command.hpp"
#include "cli/grouped.hpp"

namespace fonds::cli {
namespace {

/// What the command works on, until the end of the process gives it back at once: taking thousands of records
/// apart is work.
std::optional<CiteMaterial>& prepared(CiteRequest const& request, Knowledge const& knowledge) {
    static auto* const material = new std::optional<CiteMaterial>(prepare(request, knowledge));
    return *material;
}

int cite(CiteRequest& request) {
    auto const project = settle(request);
    if (!project) return exit_error;
    auto& material = prepared(request, project->knowledge());
    if (!material) return exit_error;
    auto& citations = material->citations;
    if (request.citations.empty()) {
        for (auto const& item : material->items) {
            csl::Citation citation;
            citation.id = item.id;
            citation.note_number = static_cast<int>(citations.size()) + 1;
            citation.cites.emplace_back().id = item.id;
            citations.push_back(std::move(citation));
        }
    } else {
        // What nobody cites is no part of the document and makes no cite ambiguous.
        std::unordered_set<std::string_view> cited;
        for (auto const& citation : citations)
            for (auto const& one : citation.cites) cited.insert(one.id);
        std::erase_if(material->items, [&](Item const& item) { return !cited.contains(item.id); });
    }
    material->options.bibliography = false;
    auto const rendered = csl::format_document(material->style.style, material->style.locales,
                                               material->items, citations, material->options);
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

int grouped_bibliography(CiteRequest const& request, CiteMaterial const& material, Grouping grouping,
                         Knowledge const& knowledge) {
    std::vector<Diagnostic> diagnostics;
    auto const groups = group_bibliography(material.items, *material.form, grouping, knowledge);
    std::cout << write_groups(groups, material.items, material.style, material.options, diagnostics);
    print_rendered(diagnostics, request, material);
    return material.code;
}

/// Standard output in pieces that are worth a call.
class PiecedOutput {
  public:
    ~PiecedOutput() { flush(); }

    void write(std::string_view piece) {
        if (piece.empty()) return;
        waiting_ += piece;
        last_ = piece.back();
        if (waiting_.size() >= worth_a_call) flush();
    }
    /// Whatever the format does, a text ends with a line break.
    void end_line() {
        if (last_ != '\n') write("\n");
    }

  private:
    static constexpr std::size_t worth_a_call = std::size_t{1} << 16U;

    void flush() {
        std::cout.write(waiting_.data(), static_cast<std::streamsize>(waiting_.size()));
        waiting_.clear();
    }

    std::string waiting_;
    char last_ = '\n';
};

int bibliography(CiteRequest& request) {
    auto const project = settle(request);
    if (!project) return exit_error;
    auto const& material = prepared(request, project->knowledge());
    if (!material) return exit_error;
    if (!material->style.style.has_bibliography())
        return complain(request, "the style “" + request.style + "” has no bibliography; use `fonds cite`"),
               exit_error;
    if (auto const grouping = find_grouping(request.group))
        return grouped_bibliography(request, *material, *grouping, project->knowledge());
    PiecedOutput out;
    auto const write = [&](csl::Entry&& entry) {
        if (request.ids) out.write(entry.id + '\t' + in_one_line(entry.text) + '\n');
        else out.write(entry.text);
    };
    auto const [start, end] = csl::bibliography_frame(material->options.output);
    if (!request.ids) out.write(start);
    auto const rendered = csl::format_bibliography(material->style.style, material->style.locales,
                                                   material->items, material->options, write);
    if (!request.ids) out.write(end);
    out.end_line();
    print_rendered(rendered.diagnostics, request, *material);
    return material->code;
}

void add_options(CLI::App& command, CiteRequest& request) {
    command.add_option("FILE", request.input, "The records; - or nothing: standard input");
    command.add_option("-f,--from", request.from, "Format of the records; otherwise by content and name");
    command.add_option("-s,--style", request.style,
                       "Name or file of a CSL style; otherwise that of fonds.toml, or chicago-archives");
    command.add_option("-l,--locale", request.locale,
                       "Language of the output: de-AT; otherwise that of fonds.toml, or the style's");
    command.add_option("-t,--to", request.to, "text, html, markdown, latex, rtf, typst")
        ->capture_default_str();
    add_list(command, "--style-dir", request.style_folders,
             "A folder to look for styles and locales in first; may be given several times")
        ->check(CLI::ExistingDirectory);
    command.add_option("--house", request.house,
                       "House form of archival references; otherwise the style's or locale's");
    command.add_flag("--read-locations", request.read_locations,
                     "Read archive and archive_location as a note's: levels, host of the copy, translators");
    add_project_options(command, request.project);
    add_jobs(command, request.jobs, "Threads; otherwise all cores");
    command.add_flag("--ids", request.ids, "Put the id and a tab before each line");
}

}  // namespace

void add_cite(CLI::App& app, int& exit_code) {
    auto request = std::make_shared<CiteRequest>();
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
    auto request = std::make_shared<CiteRequest>();
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
