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

/// A line of input: a note read by itself, or why it was not.
struct ReadLine {
    NoteInput input;
    std::optional<UnresolvedNote> note;
    std::string failure;  ///< the record in its stead
};

ReadLine read_line(std::string const& line, NoteParser const& parser) {
    ReadLine out;
    if (line.size() > line_limit) {
        out.failure = write_note_failure({}, {ErrorCode::limit_exceeded, "the line is longer than 64 MiB", {}, 0});
        return out;
    }
    auto input = read_note_input(line);
    if (!input) {
        out.failure = write_note_failure(input.error().source, input.error());
        return out;
    }
    out.input = std::move(*input);
    out.note = parser.read(out.input.note);
    return out;
}

/// Writes what was read, in the order of the input; every line gives exactly one.
class LineWriter {
  public:
    explicit LineWriter(NoteParser& parser) : parser_(parser) {}

    void operator()(ReadLine line) {
        failed = failed || !line.note;
        if (!line.note) std::cout << line.failure << '\n' << std::flush;
        else std::cout << write_note_record(parser_.resolve(line.input.id, std::move(*line.note), line.input.document)) << '\n' << std::flush;
    }
    bool failed = false;

  private:
    NoteParser& parser_;
};

bool blank(std::string const& line) { return line.find_first_not_of(" \t\r\n") == std::string::npos; }

/// Reads lines, writes one for each that is not blank; true where all could be read.
bool stream_notes(std::istream& in, Knowledge const& knowledge) {
    NoteParser parser(knowledge);
    LineWriter write(parser);
    for (std::string line; std::getline(in, line);)
        if (!blank(line)) write(read_line(line, parser));
    return !write.failed;
}

/// The same on several threads, which read lines; this one resolves and writes them in order. At most `window` lines
/// are in work.
class ParallelNotes {
  public:
    ParallelNotes(Knowledge const& knowledge, unsigned jobs) : parser_(knowledge), write_(parser_) {
        for (unsigned job = 0; job < jobs; ++job) workers_.emplace_back([this] { work(); });
    }
    ~ParallelNotes() {
        {
            std::lock_guard const lock(mutex_);
            closed_ = true;
        }
        wake_.notify_all();
        for (auto& worker : workers_) worker.join();
    }
    ParallelNotes(ParallelNotes const&) = delete;
    ParallelNotes& operator=(ParallelNotes const&) = delete;

    bool run(std::istream& in) {
        for (std::string line; std::getline(in, line);) {
            if (blank(line)) continue;
            submit(std::move(line));
            drain(window);
        }
        drain(0);
        return !write_.failed;
    }

  private:
    static constexpr std::size_t window = 1024;
    struct Job {
        std::string line;
        std::optional<ReadLine> read;
    };

    void submit(std::string line) {
        {
            std::lock_guard const lock(mutex_);
            jobs_.push_back({std::move(line), std::nullopt});
        }
        wake_.notify_one();
    }
    /// Writes what is read at the front; waits while more than `allowed` lines are in work.
    void drain(std::size_t allowed) {
        std::unique_lock lock(mutex_);
        while (!jobs_.empty()) {
            if (jobs_.size() > allowed) done_.wait(lock, [&] { return jobs_.front().read.has_value(); });
            else if (!jobs_.front().read) return;
            auto read = std::move(*jobs_.front().read);
            jobs_.pop_front();
            --next_;
            lock.unlock();
            write_(std::move(read));
            lock.lock();
        }
    }
    void work() {
        std::unique_lock lock(mutex_);
        for (;;) {
            wake_.wait(lock, [&] { return closed_ || next_ < jobs_.size(); });
            if (next_ >= jobs_.size()) return;
            auto& job = jobs_[next_++];  // stays where it is: a deque moves none when others come or go at its ends
            lock.unlock();
            auto read = read_line(job.line, parser_);
            lock.lock();
            job.read = std::move(read);
            if (&job == &jobs_.front()) done_.notify_one();
        }
    }

    NoteParser parser_;
    LineWriter write_;
    std::vector<std::thread> workers_;
    std::deque<Job> jobs_;   ///< those in work, the oldest first
    std::size_t next_ = 0;   ///< the first that no thread has taken
    std::mutex mutex_;
    std::condition_variable wake_, done_;
    bool closed_ = false;
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
    auto const notes = parse_notes(document, knowledge, request.jobs);
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
    command->add_option("--jobs,-j", request->jobs, "Threads that read notes")->capture_default_str();
    command->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace fonds::cli
