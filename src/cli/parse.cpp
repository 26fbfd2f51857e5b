// `fonds parse`: notes in, records out; line by line for pipes, or a manuscript as a whole.

#include <fonds/document.hpp>
#include <fonds/formats.hpp>
#include <fonds/house_style.hpp>
#include <fonds/location.hpp>
#include <fonds/note_records.hpp>
#include <fonds/report.hpp>
#include <fstream>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/parse_lines.hpp"
#include "cli/processors.hpp"
#include "cli/project.hpp"

namespace fonds::cli {
namespace {

struct Request {
    std::vector<std::string> files;
    std::string from = "auto", to = "notes", output = "-";
    ProjectArguments project;
    bool explain = false;
    bool read_locations = false;
    unsigned jobs = processor_count();
};

/// The works as notes in the project's own Chicago style, a line each; `fonds cite` has all other styles.
Result<Parsed<std::string>> as_text(Items const& items, Knowledge const& knowledge) {
    auto const found = HouseStyle::find("chicago-archives");
    if (!found) return found.error();
    auto const& house = found->value;
    std::vector<csl::Citation> citations;
    for (auto const& item : items) {
        auto& citation = citations.emplace_back();
        citation.id = item.id;
        citation.note_number = static_cast<int>(citations.size());
        citation.cites.emplace_back().id = item.id;
    }
    auto options = house.options(csl::OutputFormat::text);
    options.bibliography = false;
    auto rendered = csl::format_document(house.style, house.locales, lower(items, house.form(), knowledge),
                                         citations, options);
    std::string out;
    for (auto const& text : rendered.citations) out += text + '\n';
    return Parsed<std::string>{std::move(out), std::move(rendered.diagnostics)};
}

Result<Parsed<std::string>> write_works(Items const& items, std::string const& to,
                                        Knowledge const& knowledge) {
    return to == "text" ? as_text(items, knowledge) : write_items(items, to);
}

/// What the reader of the manuscript found.
void report(Document const& document) {
    if (document.diagnostics.empty()) return;
    CheckedFile file;
    file.document = document;
    file.findings = document.diagnostics;
    if (auto const reporter = make_reporter("line")) std::cerr << (*reporter)->add(file);
}

void complain(std::string const& message) { std::cerr << "fonds parse: " << message << '\n'; }

/// A file of records has no notes; what the user is after is another command.
void report_records(Document const& document) {
    if (auto const* format = sniff_format(document.parts.front().bytes))
        complain(document.name + ": these are records (" + std::string(format->name) +
                 "); read them with `fonds convert`");
}

/// Reads the files of one call, one after the other: notes are written as they come, works when all are read,
/// so that what several chapters cite is one list.
class Run {
  public:
    Run(Request const& request, Project const& project, Output& output)
        : request_(request), project_(project), knowledge_(project.knowledge()), output_(output) {}

    void read(std::string const& path) {
        auto const found = find_documents(path);
        if (!found) fail(to_string(found.error()));
        else if (found->empty()) fail(path + ": no manuscript in this folder");
        else
            for (auto const& file : *found) read_file(file);
    }

    int finish() {
        if (read_ == 0 && failed_ > 0) return exit_error;  // an output that is there already stays
        if (is_written_at_end() && !write_all()) return exit_error;
        if (auto const error = output_.finish()) return complain(to_string(*error)), exit_error;
        return failed_ > 0 || is_damaged_ ? exit_partial : exit_fine;
    }

  private:
    [[nodiscard]] bool is_written_at_end() const { return request_.to != "notes" && !request_.explain; }

    void fail(std::string const& message) {
        complain(message);
        ++failed_;
    }

    [[nodiscard]] bool is_note_lines(std::string const& file) const {
        if (request_.from != "auto") return request_.from == "notes";
        return file.ends_with(".jsonl") || file.ends_with(".ndjson");
    }

    void read_lines(std::istream& in, std::string const& file) {
        auto& out = output_.stream();
        bool const all = request_.explain ? explain_lines(in, out, knowledge_)
                                          : parse_lines(in, out, knowledge_, request_.jobs);
        if (in.bad()) return fail(file + ": cannot be read to its end");
        ++read_;
        is_damaged_ = is_damaged_ || !all;
    }

    void read_file(std::string const& file) {
        if (is_note_lines(file) && !is_written_at_end()) {
            if (file == "-") return read_lines(std::cin, file);
            std::ifstream in(file, std::ios::binary);
            return in ? read_lines(in, file) : fail(file + ": cannot be read");
        }
        auto const& bibliography = project_.bibliography;
        auto document = read_document(file, request_.from, bibliography);
        if (!document) return fail(to_string(document.error()));
        ++read_;
        report(*document);
        if (document->notes.empty()) report_records(*document);
        take(*std::move(document), NoteParser(knowledge_));
    }

    void take(Document document, NoteParser parser) {
        auto& out = output_.stream();
        if (request_.explain) {
            for (auto const& note : document.notes) out << explanation(note.id, note.text, knowledge_);
            return;
        }
        auto notes = parse_notes(document, std::move(parser), request_.jobs);
        if (request_.read_locations) read_locations(notes, document);
        if (request_.to == "notes") {
            for (std::size_t i = 0; i < notes.size(); ++i)
                out << write_note_record(notes[i], document, i) << '\n';
        } else if (request_.to == "html") {
            auto& file = files_.emplace_back();
            file.document = std::move(document);
            file.notes = std::move(notes);
        } else {
            append_notes(std::move(notes));
            in_text_.insert(in_text_.end(), document.embedded.begin(), document.embedded.end());
        }
    }

    // Those of records, which other programs wrote in words.
    void read_locations(std::vector<ParsedNote>& notes, Document& document) const {
        fonds::read_locations(notes, knowledge_);
        for (auto& citation : document.embedded)
            for (auto& item : citation.items) read_location(item, knowledge_);
    }

    // What the notes of a manuscript refer to are notes of the same.
    void append_notes(std::vector<ParsedNote> notes) {
        auto const before = notes_.size();
        for (auto& note : notes) {
            for (auto& citation : note.citations)
                if (citation.refers_to) citation.refers_to->note += before;
            notes_.push_back(std::move(note));
        }
    }

    bool write_all() {
        if (request_.to == "html") {
            ReportOptions options;
            options.checked = false;
            output_.write(html_report(files_, options));
            return true;
        }
        auto items = cited_items(notes_, in_text_);
        give_ids(items);  // of several bibliographies, two may have one key
        auto const written = write_works(items, request_.to, knowledge_);
        if (!written) return complain(to_string(written.error())), false;
        for (auto const& loss : written->diagnostics)
            complain(std::string(to_string(loss.severity)) + ": " + loss.message);
        output_.write(written->value);
        return true;
    }

    Request const& request_;
    Project const& project_;
    Knowledge const& knowledge_;
    Output& output_;
    std::vector<ParsedNote> notes_;  ///< of all manuscripts
    std::vector<EmbeddedCitation> in_text_;
    std::vector<CheckedFile> files_;  ///< for the page that shows them
    std::size_t read_ = 0;
    std::size_t failed_ = 0;
    bool is_damaged_ = false;
};

/// Whether something can be written in that format; what is asked for in vain is not found out at the end.
bool is_writable(std::string const& to) {
    if (to == "notes" || to == "text" || to == "html") return true;
    auto const written = ItemWriter::create(to);
    if (!written) complain(to_string(written.error()) + "; and notes, text, html");
    return written.has_value();
}

int run(Request const& request) {
    auto files = request.files;
    if (files.empty()) files.emplace_back("-");
    if (!is_writable(request.to)) return exit_error;
    auto const project = open_project(request.project, files.front());
    if (!project) return complain(to_string(project.error())), exit_error;
    Output output(request.output);
    if (auto const error = output.open()) return complain(to_string(*error)), exit_error;
    Run run(request, *project, output);
    for (auto const& file : files) run.read(file);
    return run.finish();
}

}  // namespace

void add_parse(CLI::App& app, int& exit_code) {
    auto request = std::make_shared<Request>();
    auto* command = app.add_subcommand("parse", "Read notes and write what they cite");
    command
        ->add_option("FILE", request->files,
                     "Manuscripts, folders of them, or files of notes; - or none: standard input")
        ->type_name("");
    command
        ->add_option("-f,--from", request->from,
                     "auto, docx, odt, md, tex, html, tei, txt; lines: each a note; notes: JSON lines")
        ->capture_default_str();
    command
        ->add_option("-t,--to", request->to,
                     "notes: JSON lines; html: a page that shows what was understood; text; or the works as "
                     "csl-json, biblatex, ris … (fonds convert --list)")
        ->capture_default_str();
    command->add_option("-o,--output", request->output, "File to write; otherwise standard output");
    add_bibliography_option(*command, request->project);
    add_project_options(*command, request->project);
    command->add_flag("--read-locations", request->read_locations,
                      "Read archive and archive_location of records, of keys or of Zotero and the like, as a "
                      "note's");
    command->add_flag("--explain", request->explain, "Show which readings competed and which won");
    add_jobs(*command, request->jobs, "Threads; otherwise as many as there are processors");
    command->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace fonds::cli
