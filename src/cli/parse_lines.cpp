// Notes that come a line each.

#include "cli/parse_lines.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <fonds/note_records.hpp>
#include <iostream>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace fonds::cli {
namespace {

/// A line of input longer than this is an error record: no note is so long (bytes).
constexpr std::size_t line_limit = std::size_t{64} << 20U;

/// A line of input: a note read by itself, or why it was not.
struct ReadLine {
    NoteInput input;
    std::optional<UnresolvedNote> note;
    std::string failure;  ///< the record in its stead
};

/// The note of a line, not yet parsed.
ReadLine take_apart(std::string const& line) {
    ReadLine out;
    if (line.size() > line_limit) {
        out.failure =
            write_note_failure({}, {ErrorCode::limit_exceeded, "the line is longer than 64 MiB", {}, 0});
        return out;
    }
    auto input = read_note_input(line);
    if (!input) out.failure = write_note_failure(input.error().source, input.error());
    else out.input = std::move(*input);
    return out;
}

using Lines = std::vector<std::string>;

std::vector<ReadLine> read_lines(Lines const& lines, NoteParser const& parser) {
    std::vector<ReadLine> out;
    std::vector<std::string_view> texts;
    out.reserve(lines.size());
    for (auto const& line : lines) {
        out.push_back(take_apart(line));
        if (out.back().failure.empty()) texts.push_back(out.back().input.note);
    }
    auto notes = parser.read(texts);
    auto next = notes.begin();
    for (auto& line : out)
        if (line.failure.empty()) line.note = std::move(*next++);
    return out;
}

/// Whether a line can be read without waiting for whoever writes it.
bool input_waits(std::istream& in) { return in.rdbuf()->in_avail() > 0; }

/// Writes what was read, in the order of the input; every line gives exactly one. Whoever waits for it gets
/// it before more input is waited for.
class LineWriter {
  public:
    LineWriter(NoteParser& parser, std::istream& in, std::ostream& out)
        : parser_(parser), in_(in), out_(out) {}

    void operator()(std::vector<ReadLine> lines) {
        std::vector<ParsedNote> notes(lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (auto& [input, note, failure] = lines[i]; note)
                notes[i] = parser_.resolve(input.id, std::move(*note), input.document);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            failed = failed || !lines[i].note;
            out_ << (lines[i].note ? write_note_record(notes[i]) : lines[i].failure) << '\n';
        }
        if (!input_waits(in_)) out_ << std::flush;
    }
    bool failed = false;

  private:
    NoteParser& parser_;
    std::istream& in_;
    std::ostream& out_;
};

bool blank(std::string const& line) { return line.find_first_not_of(" \t\r\n") == std::string::npos; }

/// The next lines that are not blank, at most as many as are best read side by side; fewer where others must
/// be waited for, none at the end.
Lines next_lines(std::istream& in) {
    constexpr std::size_t most = 32;
    Lines out;
    for (std::string line; std::getline(in, line);) {
        if (!blank(line)) out.push_back(std::move(line));
        if (out.size() == most || (!out.empty() && !input_waits(in))) break;
    }
    return out;
}

bool stream_notes(std::istream& in, std::ostream& out, Knowledge const& knowledge) {
    NoteParser parser(knowledge);
    LineWriter write(parser, in, out);
    for (auto lines = next_lines(in); !lines.empty(); lines = next_lines(in))
        write(read_lines(lines, parser));
    return !write.failed;
}

/// The same on several threads, which read lines; this one resolves and writes them in order. At most
/// `window` lots of lines are in work.
class ParallelNotes {
  public:
    ParallelNotes(std::istream& in, std::ostream& out, Knowledge const& knowledge, unsigned jobs)
        : in_(in), parser_(knowledge), write_(parser_, in, out), most_workers_(jobs) {}
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

    bool run() {
        for (auto lines = next_lines(in_); !lines.empty(); lines = next_lines(in_)) {
            submit(std::move(lines));
            drain(input_waits(in_) ? window : 0);
        }
        drain(0);
        return !write_.failed;
    }

  private:
    static constexpr std::size_t window = 64;
    struct Job {
        Lines lines;
        std::optional<std::vector<ReadLine>> read;
    };

    void submit(Lines lines) {
        {
            std::lock_guard const lock(mutex_);
            jobs_.push_back({std::move(lines), std::nullopt});
        }
        if (workers_.size() < std::min(most_workers_, jobs_.size()))
            workers_.emplace_back([this] { work(); });
        wake_.notify_one();
    }
    /// Writes what is read at the front; waits while more than `allowed` jobs are in work.
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
            auto& job =
                jobs_[next_++];  // stays where it is: a deque moves none when others come or go at its ends
            lock.unlock();
            auto read = read_lines(job.lines, parser_);
            lock.lock();
            job.read = std::move(read);
            if (&job == &jobs_.front()) done_.notify_one();
        }
    }

    std::istream& in_;
    NoteParser parser_;
    LineWriter write_;
    std::size_t most_workers_;
    std::vector<std::thread> workers_;  ///< as many as have had something to do at a time
    std::deque<Job> jobs_;              ///< those in work, the oldest first
    std::size_t next_ = 0;              ///< the first that no thread has taken
    std::mutex mutex_;
    std::condition_variable wake_, done_;
    bool closed_ = false;
};

}  // namespace

std::string explanation(std::string const& id, std::string const& note, Knowledge const& knowledge) {
    return "== " + id + "\n" + note + "\n" + explain_note(note, knowledge) + "\n";
}

bool explain_lines(std::istream& in, std::ostream& out, Knowledge const& knowledge) {
    bool all = true;
    for (std::string line; std::getline(in, line);) {
        if (blank(line)) continue;
        auto const input = read_note_input(line);
        all = all && input.has_value();
        if (input) out << explanation(input->id, input->note, knowledge);
        else std::cerr << "fonds parse: " << to_string(input.error()) << '\n';
    }
    return all;
}

bool parse_lines(std::istream& in, std::ostream& out, Knowledge const& knowledge, unsigned jobs) {
    return jobs <= 1 ? stream_notes(in, out, knowledge) : ParallelNotes(in, out, knowledge, jobs).run();
}

}  // namespace fonds::cli
