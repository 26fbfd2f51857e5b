// Name lists of BibTeX and BibLaTeX.
#pragma once

#include <fonds/name.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "wire/latex_text.hpp"

namespace fonds::bibtex {

/// A list split at "and" outside braces; `others` where it ends with "and others".
struct List {
    std::vector<std::string_view> elements;
    bool others = false;
};
void split_list(std::string_view text, List& list);

/// Whether "and" is among the words of a text, in any case: a list could be split there.
[[nodiscard]] bool has_and(std::string_view text);

/// How to take "von" where neither name nor entry says: part of the family name, as biblatex's
/// useprefix=true.
struct NameOptions {
    bool von_is_part_of_family = true;
};

/// A name: "von Last, Jr, First", "First von Last", {Institution}, or biblatex's "family=…, given=…".
[[nodiscard]] Name read_name(std::string_view name, NameOptions options = {});

/// Whether an extended name says more than `Name` holds: initials of one's own (given-i), an id, an option.
[[nodiscard]] bool has_more_than_name(std::string_view name);

/// A name as "von Last, Jr, First" or {Institution}, in TeX. Particles, ordering flags and the like that
/// the form cannot hold are left out. Gives whether it surely reads as the same name (if it is UTF-8).
bool append_name(std::string& out, Name const& name, latex::WriteOptions options);

}  // namespace fonds::bibtex
