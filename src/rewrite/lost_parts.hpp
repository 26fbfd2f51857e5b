// What a citation's new text, as a style prints it, has not of the work that it cites. All give back what is
// lost, in words, or nothing.
#pragma once

#include <fonds/item.hpp>
#include <fonds/note.hpp>
#include <string>
#include <string_view>

namespace fonds {

/// Whether folded text has the title of a work, a name or a place in an archive: one of them alone finds it.
[[nodiscard]] bool names_work(Item const& item, std::string_view written);

/// An addressee that a style has no place for, as Chicago's own has none.
[[nodiscard]] std::string lost_addressee(Item const& item, std::string_view written);

/// Of the editors, translators and the like, of whom a style may name the first alone, that one.
[[nodiscard]] std::string lost_hand(Item const& item, std::string_view written);

/// A word at a name that belongs to none of its parts: the "Lord" of "Lord Palmerston".
[[nodiscard]] std::string lost_title(Item const& item, std::string_view note, Citation const& citation,
                                     std::string_view written);

/// The date of a document, of which some styles print the year, or which they print as a range where a note
/// has several days.
[[nodiscard]] std::string lost_date(Item const& item, std::string_view note, Citation const& citation,
                                    std::string_view written);

/// The digital archive, the project or the person that a copy came from.
[[nodiscard]] std::string lost_origin(ArchivalReference const& reference, std::string_view written);

/// The volume that a short form names beside its page: "Cumings, Origins, 2:617".
[[nodiscard]] std::string_view lost_volume(Citation const& citation, std::string_view written);

}  // namespace fonds
