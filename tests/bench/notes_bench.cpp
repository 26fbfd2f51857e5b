// Notes parsed a second on one core, lines in and lines out, and the time of one long note against its length.

#include <fonds/note_records.hpp>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "bench/bench.hpp"

namespace {

std::vector<std::string> read_lines(std::string const& path) {
    std::ifstream in(path);
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

double seconds_of(std::string const& note) {
    auto const begin = std::clock();
    auto const parsed = fonds::parse_note(note);
    (void)parsed;
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

int main() {
    auto const lines = read_lines(std::string(FONDS_SHARED_DIR) + "/notes/dev.jsonl");
    if (lines.empty()) {
        std::puts("notes: ../shared/notes/dev.jsonl is absent, nothing measured");
        return 0;
    }
    std::size_t bytes = 0, notes = 0;
    auto const begin = std::clock();
    for (int round = 0; round < 100; ++round) {
        fonds::NoteParser parser;
        for (auto const& line : lines) {
            auto const input = fonds::read_note_input(line);
            if (!input) continue;
            bytes += fonds::write_note_record(parser.next(input->id, input->note, input->document)).size();
            ++notes;
        }
    }
    auto const seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::printf("notes: %zu notes in %.2f s, %.0f notes/s on one core (%zu bytes written)\n", notes, seconds,
                static_cast<double>(notes) / seconds, bytes);
    std::string const work = "A. Writer, A Book (London: Press, 1999), p. 12; see RGANI, f. 5, op. 28, d. 314, ll. 34-59. ";
    std::string note;
    for (std::size_t const size : {std::size_t{100000}, std::size_t{1000000}, std::size_t{5000000}}) {
        while (note.size() < size) note += work;
        auto const cost = seconds_of(note);
        std::printf("one note of %zu bytes: %.2f s, %.1f MB/s\n", note.size(), cost,
                    static_cast<double>(note.size()) / 1e6 / cost);
    }
    return 0;
}
