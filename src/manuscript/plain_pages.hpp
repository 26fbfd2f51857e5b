// Notes at the foot of a page that go on at the foot of the next.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "manuscript/lines.hpp"

namespace fonds {

/// Some lines, the first and the last among them.
struct Extent {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Whether a line parts the foot of its page from the text: a rule that underlines no heading, and no "* *
/// *".
[[nodiscard]] bool is_foot_rule(std::string_view text, std::vector<Line> const& lines, std::size_t line);

/// Where notes go on, by the first line of each. `notes` are the lines of each note, in order. What stands at
/// the foot of a later page without a number is the rest of the last note before it, where that note has no
/// end, or the rest no beginning.
[[nodiscard]] std::map<std::size_t, std::vector<Extent>> find_continuations(std::string_view text,
                                                                            std::vector<Line> const& lines,
                                                                            std::vector<Extent> const& notes);

}  // namespace fonds
