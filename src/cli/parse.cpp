// `fonds parse`: notes in, records out; line by line for pipes, or a manuscript as a whole.

#include <condition_variable>
#include <deque>
#include <fonds/csl.hpp>
#include <fonds/document.hpp>
#include <fonds/formats.hpp>
#include <fonds/house.hpp>
#include <fonds/note_records.hpp>
#include <fonds/report.hpp>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <thread>

#include "cli/command.hpp"

namespace fonds::cli {
namespace {

struct Request {
    std::vector<std::string> files;
    std::string from = "auto", to = "notes", archives;
    bool explain = false;
    unsigned jobs = 1;
};

/// A line of input longer than this is an error record: no note is so long (bytes).
constexpr std::size_t line_limit = std::size_t{64} << 20U;

/// Text instead of records: how each note was read.
std::string explanation(std::string const& id, std::string const& note, Knowledge const& knowledge) {
    return "== " + id + "\n" + note + "\n" + explain_note(note, knowledge) + "\n";
}

/// Parses lines of one stream in their order; every line gives exactly one.
class LineParser {
  public:
    explicit LineParser(Knowledge const& knowledge) : parser_(knowledge) {}

    std::string operator()(std::string const& line) {
        if (line.size() > line_limit)
            return write_note_failure({}, {ErrorCode::limit_exceeded, "the line is longer than 64 MiB", {}, 0});
        auto input = read_note_input(line);
        if (!input) {
            failed = true;
            return write_note_failure(input.error().source, input.error());
        }
        return write_note_record(parser_.next(input->id, input->note, input->document));
    }
    bool failed = false;

  private:
    NoteParser parser_;
};

bool blank(std::string const& line) { return line.find_first_not_of(" \t\r\n") == std::string::npos; }

/// Reads lines, writes one for each that is not blank; true where all could be read.
bool stream_notes(std::istream& in, Knowledge const& knowledge) {
    LineParser parse(knowledge);
    std::string line;
    while (std::getline(in, line)) {
        if (blank(line)) continue;
        std::cout << parse(line) << '\n' << std::flush;
    }
    return !parse.failed;
}

/// The same on several threads: lines of one manuscript go to one thread, in order, and the output keeps the
/// order of the input. At most `window` lines are in work.
class ParallelNotes {
  public:
    ParallelNotes(Knowledge const& knowledge, unsigned jobs) : workers_(jobs) {
        for (auto& worker : workers_) {
            worker = std::make_unique<Worker>();
            worker->thread = std::thread([this, &knowledge, state = worker.get()] { work(knowledge, *state); });
        }
    }
    ~ParallelNotes() {
        {
            std::lock_guard const lock(mutex_);
            closed_ = true;
        }
        wake_.notify_all();
        for (auto& worker : workers_) worker->thread.join();
    }
    ParallelNotes(ParallelNotes const&) = delete;
    ParallelNotes& operator=(ParallelNotes const&) = delete;

    bool run(std::istream& in) {
        std::string line;
        while (std::getline(in, line)) {
            if (blank(line)) continue;
            auto const input = read_note_input(line);
            auto const key = input ? std::hash<std::string>{}(input->document) : 0;
            submit(key % workers_.size(), std::move(line));
            drain(window);
        }
        drain(0);
        return !failed_;
    }

  private:
    static constexpr std::size_t window = 1024;
    struct Job {
        std::string line, result;
        bool done = false;
    };
    struct Worker {
        std::thread thread;
        std::deque<std::shared_ptr<Job>> queue;
    };

    void submit(std::size_t worker, std::string line) {
        auto job = std::make_shared<Job>();
        job->line = std::move(line);
        {
            std::lock_guard const lock(mutex_);
            workers_[worker]->queue.push_back(job);
        }
        pending_.push_back(std::move(job));
        wake_.notify_all();
    }
    /// Writes what is finished at the front; waits while more than `allowed` lines are in work.
    void drain(std::size_t allowed) {
        while (!pending_.empty()) {
            {
                std::unique_lock lock(mutex_);
                if (pending_.size() > allowed) done_.wait(lock, [&] { return pending_.front()->done; });
                else if (!pending_.front()->done) break;
            }
            std::cout << pending_.front()->result << '\n' << std::flush;
            pending_.pop_front();
        }
    }
    void work(Knowledge const& knowledge, Worker& worker) {
        LineParser parse(knowledge);
        for (;;) {
            std::shared_ptr<Job> job;
            {
                std::unique_lock lock(mutex_);
                wake_.wait(lock, [&] { return closed_ || !worker.queue.empty(); });
                if (worker.queue.empty()) return;
                job = std::move(worker.queue.front());
                worker.queue.pop_front();
            }
            auto result = parse(job->line);
            {
                std::lock_guard const lock(mutex_);
                job->result = std::move(result);
                job->done = true;
                failed_ = failed_ || parse.failed;
            }
            done_.notify_one();
        }
    }

    std::vector<std::unique_ptr<Worker>> workers_;
    std::deque<std::shared_ptr<Job>> pending_;
    std::mutex mutex_;
    std::condition_variable wake_, done_;
    bool closed_ = false, failed_ = false;
};

bool explain_lines(std::istream& in, Knowledge const& knowledge) {
    bool all = true;
    for (std::string line; std::getline(in, line);) {
        if (blank(line)) continue;
        auto const input = read_note_input(line);
        all = all && input.has_value();
        if (input) std::cout << explanation(input->id, input->note, knowledge);
        else std::cerr << "fonds: " << to_string(input.error()) << '\n';
    }
    return all;
}

bool parse_lines(std::istream& in, Knowledge const& knowledge, unsigned jobs, bool explain) {
    if (explain) return explain_lines(in, knowledge);
    if (jobs <= 1) return stream_notes(in, knowledge);
    return ParallelNotes(knowledge, jobs).run(in);
}

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
int write_manuscript(Document const& document, Request const& request, Knowledge const& knowledge) {
    if (request.explain) {
        for (auto const& note : document.notes) std::cout << explanation(note.id, note.text, knowledge);
        return exit_fine;
    }
    auto const notes = parse_notes(document, knowledge);
    for (auto const& diagnostic : document.diagnostics) std::cerr << document.name << ": " << diagnostic.message << '\n';
    if (request.to == "notes") {
        for (std::size_t i = 0; i < notes.size(); ++i) std::cout << write_note_record(notes[i], document, i) << '\n';
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

int parse_file(std::string const& file, Request const& request, Knowledge const& knowledge) {
    bool const standard = file == "-";
    if (is_note_lines(request, file) && request.to == "notes") {
        if (standard) return parse_lines(std::cin, knowledge, request.jobs, request.explain) ? exit_fine : exit_partial;
        std::ifstream in(file, std::ios::binary);
        if (!in) {
            std::cerr << "fonds: " << file << ": cannot be read\n";
            return exit_error;
        }
        return parse_lines(in, knowledge, request.jobs, request.explain) ? exit_fine : exit_partial;
    }
    auto const format = request.from;
    auto document = standard ? read_document_bytes(all_of(std::cin), "-", format) : read_document(file, format);
    if (!document) {
        std::cerr << "fonds: " << to_string(document.error()) << '\n';
        return exit_error;
    }
    return write_manuscript(*document, request, knowledge);
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
    auto const note = [&](int code) { worst = std::max<int>(worst, code == exit_error && several ? exit_partial : code); };
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
    command->add_option("FILE", request->files, "Manuscripts, folders of them, or files of notes; - or none: standard input");
    command->add_option("--from", request->from, "auto, txt, md, docx, odt, tex, html, notes")->capture_default_str();
    command->add_option("--to", request->to, "notes, csl-json, bibtex, biblatex, ris …, html")->capture_default_str();
    command->add_option("--archives", request->archives, "More archives, in the format of bibliography/archives");
    command->add_flag("--explain", request->explain, "Show which readings competed and which won");
    command->add_option("--jobs,-j", request->jobs, "Threads for --from notes")->capture_default_str();
    command->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace fonds::cli
