// What a new text would lose of a citation: words that nobody read, numbers that a style leaves out.
#pragma once

#include <fonds/note.hpp>
#include <string>
#include <string_view>

namespace fonds {

/// Words and numbers of a citation that none of its fields holds and that its new text has not either: they
/// would be lost with the old. Empty where there are none; words that only join fields ("pp.", "translated
/// by") do not count.
[[nodiscard]] std::string unread_words(std::string_view note, Citation const& citation,
                                       std::string_view written);

/// A volume, an issue, a page or the number of a level that a citation has and its new text has not: with
/// what it is, in words. Empty where there is none.
[[nodiscard]] std::string lost_number(std::string_view note, Citation const& citation,
                                      std::string_view written);

/// The name of a level ("Clark M. Clifford Papers") that a citation has and its new text has not, with what
/// it is.
[[nodiscard]] std::string lost_level(Citation const& citation, std::string_view written);

}  // namespace fonds
