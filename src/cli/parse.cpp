// `fonds parse`: notes in, records out; line by line for pipes, or a manuscript as a whole.

#include <algorithm>
#include <fonds/csl.hpp>
#include <fonds/document.hpp>
#include <fonds/formats.hpp>
#include <fonds/house.hpp>
#include <fonds/note_records.hpp>
#include <fonds/report.hpp>
#include <fstream>
#include <future>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/parse_lines.hpp"
#include "cli/processors.hpp"

namespace fonds::cli {
namespace {

struct Request {
    std::vector<std::string> files;
    std::string from = "auto", to = "notes", archives;
    bool explain = false;
    unsigned jobs = 0;  ///< 0: all cores for a manuscript, one for lines, whose writer may wait for answers

    [[nodiscard]] unsigned manuscript_jobs() const { return jobs > 0 ? jobs : processor_count(); }
};

std::string all_of(std::istream& in) {
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The works as notes in the project's own Chicago style, a line each; `fonds cite` has all other styles.
Result<std::string> as_text(Items const& items, Knowledge const& knowledge) {
    auto const xml = csl::read_style("chicago-archives");
    if (!xml) return xml.error();
    auto const style = csl::Style::parse(*xml, "chicago-archives");
    if (!style) return style.error();
    auto const locales = csl::find_locales("en-US");
    if (!locales) return locales.error();
    auto const form = HouseForm::of_style(*xml).value_or(HouseForm::of_language("en"));
    std::vector<csl::Citation> citations;
    for (auto const& item : items) {
        auto& citation = citations.emplace_back();
        citation.id = item.id;
        citation.note_number = static_cast<int>(citations.size());
        citation.cites.emplace_back().id = item.id;
    }
    csl::Options options;
    options.output = csl::OutputFormat::text;
    auto const rendered =
        csl::format_document(style->value, *locales, lower(items, form, knowledge), citations, options);
    std::string out;
    for (auto const& text : rendered.citations) out += text + '\n';
    return out;
}

Result<std::string> write_works(Items const& items, std::string const& to, Knowledge const& knowledge) {
    if (to == "text") return as_text(items, knowledge);
    auto written = write_items(items, to);
    if (!written) return written.error();
    return std::move(written->value);
}

/// A manuscript as a whole: its notes as records, or the works cited in a record format.
int write_manuscript(Document const& document, NoteParser parser, Request const& request,
                     Knowledge const& knowledge) {
    if (request.explain) {
        for (auto const& note : document.notes) std::cout << explanation(note.id, note.text, knowledge);
        return exit_fine;
    }
    auto const notes = parse_notes(document, std::move(parser), request.manuscript_jobs());
    for (auto const& diagnostic : document.diagnostics)
        std::cerr << document.name << ": " << diagnostic.message << '\n';
    if (request.to == "notes") {
        for (std::size_t i = 0; i < notes.size(); ++i)
            std::cout << write_note_record(notes[i], document, i) << '\n';
        return exit_fine;
    }
    if (request.to == "html") {
        CheckedFile file;
        file.document = document;
        file.notes = notes;
        ReportOptions options;
        options.checked = false;
        std::cout << html_report({&file, 1}, options);
        return exit_fine;
    }
    auto const written = write_works(cited_items(notes), request.to, knowledge);
    if (!written) {
        std::cerr << "fonds: " << to_string(written.error()) << '\n';
        return exit_error;
    }
    std::cout << *written;
    return exit_fine;
}

bool is_note_lines(Request const& request, std::string const& file) {
    if (request.from != "auto") return request.from == "notes";
    return file.ends_with(".jsonl") || file.ends_with(".ndjson");
}

int parse_note_lines(std::istream& in, Request const& request, Knowledge const& knowledge) {
    bool const all = request.explain ? explain_lines(in, knowledge)
                                     : parse_lines(in, knowledge, std::max(request.jobs, 1U));
    return all ? exit_fine : exit_partial;
}

int parse_file(std::string const& file, Request const& request, Knowledge const& knowledge) {
    bool const standard = file == "-";
    if (is_note_lines(request, file) && request.to == "notes") {
        if (standard) return parse_note_lines(std::cin, request, knowledge);
        std::ifstream in(file, std::ios::binary);
        if (in) return parse_note_lines(in, request, knowledge);
        std::cerr << "fonds: " << file << ": cannot be read\n";
        return exit_error;
    }
    auto const format = request.from;
    // The parser's tables are loaded beside the reading of the document.
    auto parser = std::async(request.manuscript_jobs() > 1 ? std::launch::async : std::launch::deferred,
                             [&] { return NoteParser(knowledge); });
    auto const document =
        standard ? read_document_bytes(all_of(std::cin), "-", format) : read_document(file, format);
    if (document) return write_manuscript(*document, parser.get(), request, knowledge);
    std::cerr << "fonds: " << to_string(document.error()) << '\n';
    return exit_error;
}

int run(Request const& request) {
    auto files = request.files;
    if (files.empty()) files.emplace_back("-");
    std::optional<Knowledge> extended;
    if (!request.archives.empty()) {
        auto loaded = Knowledge::with_archives(request.archives);
        if (!loaded) {
            std::cerr << "fonds: " << to_string(loaded.error()) << '\n';
            return exit_error;
        }
        extended = std::move(*loaded);
    }
    auto const& knowledge = extended ? *extended : Knowledge::builtin();
    int worst = exit_fine;
    auto const several = files.size() > 1;
    auto const note = [&](int code) {
        worst = std::max<int>(worst, code == exit_error && several ? exit_partial : code);
    };
    for (auto const& file : files) {
        auto const found = find_documents(file);
        if (!found) std::cerr << "fonds: " << to_string(found.error()) << '\n';
        else if (found->empty()) std::cerr << "fonds: " << file << ": no manuscript in this folder\n";
        if (!found || found->empty()) note(exit_error);
        else
            for (auto const& path : *found) note(parse_file(path, request, knowledge));
    }
    return worst;
}

}  // namespace

void add_parse(CLI::App& app, int& exit_code) {
    auto request = std::make_shared<Request>();
    auto* command = app.add_subcommand("parse", "Read notes and write what they cite");
    command->add_option("FILE", request->files,
                        "Manuscripts, folders of them, or files of notes; - or none: standard input");
    command->add_option("--from", request->from, "auto, txt, md, docx, odt, tex, html, notes")
        ->capture_default_str();
    command->add_option("--to", request->to, "notes, csl-json, bibtex, biblatex, ris …, html")
        ->capture_default_str();
    command->add_option("--archives", request->archives,
                        "More archives, in the format of bibliography/archives");
    command->add_flag("--explain", request->explain, "Show which readings competed and which won");
    command->add_option("--jobs,-j", request->jobs,
                        "Threads; otherwise all cores for a manuscript, one for lines");
    command->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace fonds::cli
