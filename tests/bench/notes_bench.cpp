// Notes parsed a second, on one core and on several, memory over their number, and time over the length of
// one.

#include <cstdio>
#include <fonds/note.hpp>
#include <fstream>
#include <string>
#include <thread>

#include "bench/bench.hpp"

namespace {

std::string const source = std::string(FONDS_SHARED_DIR) + "/notes/dev.jsonl";
std::string const tool = FONDS_TOOL;

/// The development notes over and over.
std::string repeated(int times) {
    auto const path = (bench::scratch() / ("notes_" + std::to_string(times) + ".jsonl")).string();
    auto const text = bench::read(source);
    std::ofstream out(path, std::ios::binary);
    for (int i = 0; i < times; ++i) out << text;
    return path;
}

bench::Cost parse(std::string const& file, std::size_t notes, unsigned jobs) {
    return bench::median_command(
        tool + " parse --from notes --to notes --jobs " + std::to_string(jobs) + " " + file, 3,
        {0, "\n", notes});
}

void print_rate(std::string const& what, bench::Cost const& cost, double seconds, std::size_t notes) {
    char text[120];
    std::snprintf(text, sizeof text, "%.0f notes/s, peak %.0f MB", static_cast<double>(notes) / seconds,
                  cost.peak_megabytes);
    bench::print_line(what, cost.ran ? text : "FAILED: " + cost.problem);
}

void print_length(std::size_t size) {
    static std::string const work =
        "A. Writer, A Book (London: Press, 1999), p. 12; see RGANI, f. 5, op. 28, d. 314, ll. 34-59. ";
    std::string note;
    while (note.size() < size) note += work;
    auto const begin = std::clock();
    auto const parsed = fonds::parse_note(note);
    auto const seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    char text[120];
    std::snprintf(text, sizeof text, "%s, %.1f MB/s, %zu works", bench::readable(seconds).c_str(),
                  static_cast<double>(note.size()) / 1e6 / seconds, parsed.citations.size());
    bench::print_line("one note of " + std::to_string(note.size()) + " bytes", text);
}

}  // namespace

int main() {
    auto const once = bench::count(bench::read(source), "\n");
    if (once == 0) {
        std::puts("notes: ../shared/notes/dev.jsonl is absent, nothing measured");
        return 0;
    }
    std::printf("\nNotes in, records out (fonds parse --from notes --to notes, whole process)\n");
    for (auto const times : {10, 100, 1000}) {
        auto const notes = once * static_cast<std::size_t>(times);
        auto const cost = parse(repeated(times), notes, 1);
        print_rate(std::to_string(notes) + " notes, one core (goal 10000/s)", cost, cost.cpu_seconds, notes);
    }
    auto const file = repeated(100);
    for (unsigned jobs = 1; jobs <= std::thread::hardware_concurrency(); jobs *= 2) {
        auto const cost = parse(file, once * 100, jobs);
        print_rate(std::to_string(jobs) + " jobs, by the clock", cost, cost.wall_seconds, once * 100);
    }
    for (std::size_t const size : {std::size_t{100000}, std::size_t{1000000}, std::size_t{5000000}})
        print_length(size);
}
