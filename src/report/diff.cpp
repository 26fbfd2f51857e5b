// A unified diff of two texts that differ in few lines (GNU diffutils manual, "Detailed Description of
// Unified Format").

#include <algorithm>
#include <fonds/report.hpp>

#include "base/text.hpp"

namespace fonds {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

/// Lines that changed: a range on each side.
struct Change {
    std::size_t old_begin, old_end;
    std::size_t new_begin, new_end;
};

// Where the two go on alike after a difference: the nearest pair of equal lines within a small window. Edits
// change lines and seldom add or remove any, so the first try fits nearly always.
Change next_change(Lines const& before, Lines const& after, std::size_t at_old, std::size_t at_new) {
    constexpr std::size_t window = 64;
    for (std::size_t distance = 1; distance <= window; ++distance) {
        for (std::size_t skipped = 0; skipped <= distance; ++skipped) {
            auto const old_at = at_old + distance - skipped;
            for (auto const new_at : {at_new + distance, at_new + skipped}) {
                if (old_at > before.size() || new_at > after.size()) continue;
                bool const both_end = old_at == before.size() && new_at == after.size();
                bool const equal =
                    old_at < before.size() && new_at < after.size() && before[old_at] == after[new_at];
                if (both_end || equal) return {at_old, old_at, at_new, new_at};
            }
        }
    }
    return {at_old, before.size(), at_new, after.size()};
}

std::vector<Change> changes_of(Lines const& before, Lines const& after) {
    std::vector<Change> changes;
    std::size_t at_old = 0;
    std::size_t at_new = 0;
    while (at_old < before.size() || at_new < after.size()) {
        if (at_old < before.size() && at_new < after.size() && before[at_old] == after[at_new]) {
            ++at_old;
            ++at_new;
            continue;
        }
        changes.push_back(next_change(before, after, at_old, at_new));
        at_old = changes.back().old_end;
        at_new = changes.back().new_end;
    }
    return changes;
}

void append_line(std::string& out, char mark, std::string_view line) {
    out += mark;
    out += line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

// "-3,7": begin and count; an empty range names the line before it.
std::string range(std::size_t begin, std::size_t end) {
    return concat(std::to_string(end > begin ? begin + 1 : begin), ",", std::to_string(end - begin));
}

}  // namespace

std::string unified_diff(std::string_view before, std::string_view after, std::string_view name) {
    constexpr std::size_t context = 3;
    auto const old_lines = lines_of(before);
    auto const new_lines = lines_of(after);
    auto const changes = changes_of(old_lines, new_lines);
    if (changes.empty()) return {};
    auto out = concat("--- ", name, "\n+++ ", name, "\n");
    for (std::size_t first = 0; first < changes.size();) {
        auto last = first;
        while (last + 1 < changes.size() &&
               changes[last + 1].old_begin - changes[last].old_end <= 2 * context)
            ++last;
        auto const lead = std::min(context, changes[first].old_begin);
        auto const tail = std::min(context, old_lines.size() - changes[last].old_end);
        auto at = changes[first].old_begin - lead;
        out += concat("@@ -", range(at, changes[last].old_end + tail), " +",
                      range(changes[first].new_begin - lead, changes[last].new_end + tail), " @@\n");
        for (; first <= last; ++first) {
            auto const& change = changes[first];
            for (; at < change.old_begin; ++at) append_line(out, ' ', old_lines[at]);
            for (; at < change.old_end; ++at) append_line(out, '-', old_lines[at]);
            for (auto line = change.new_begin; line < change.new_end; ++line)
                append_line(out, '+', new_lines[line]);
        }
        for (auto const end = at + tail; at < end; ++at) append_line(out, ' ', old_lines[at]);
    }
    return out;
}

}  // namespace fonds
