// Field values as tagged and XML formats write them: names, keywords, pages, dates, encodings.
#pragma once

#include <fonds/item.hpp>
#include <fonds/result.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// Runs of white space become one space, none stays at the ends.
[[nodiscard]] std::string collapse_space(std::string_view text);

/// A personal name without what cataloguers add to it: "[1848-1914]" or "(1893-1973)" after it, MARC's full
/// stop.
[[nodiscard]] std::string without_life_dates(std::string name);
/// "Family, Given, Suffix"; without a comma, with nothing after it, or in braces, an undivided name.
[[nodiscard]] Name read_inverted_name(std::string_view text);
/// The same form; particles stand before the family and after the given name.
[[nodiscard]] std::string write_inverted_name(Name const& name);

/// Keywords as CSL's one variable: joined by ", ", or by "; " where one has a comma itself.
[[nodiscard]] std::string join_keywords(std::vector<std::string> const& keywords);
[[nodiscard]] std::vector<std::string> split_keywords(std::string_view keyword);

[[nodiscard]] bool looks_like_isbn(std::string_view text);
[[nodiscard]] bool looks_like_issn(std::string_view text);
/// A DOI without "https://doi.org/", "doi:" and the like before it.
[[nodiscard]] std::string without_resolver(std::string_view doi);
[[nodiscard]] bool looks_like_doi(std::string_view text);

/// First and last page where `pages` is one range with any dash, else the whole and nothing.
[[nodiscard]] std::pair<std::string, std::string> split_page_range(std::string_view pages);

/// A date in words or numbers, or its words as a literal; empty for an empty text.
[[nodiscard]] Date read_date_text(std::string_view text);

/// Adds a text to a variable that may have one already, with `separator` between; nothing for an empty one.
void append_text(Item& item, Variable variable, std::string_view text, std::string_view separator);
/// Sets a text where the item has none yet; false where it had another.
bool set_if_absent(Item& item, Variable variable, std::string_view text);
void add_name(Item& item, Variable variable, Name name);

/// The bytes as UTF-8: byte order marks off, UTF-16 and (where no UTF-8) windows-1252 decoded with a
/// diagnostic. `storage` holds the text where it had to be changed.
[[nodiscard]] std::string_view decode_text(std::string_view bytes, std::string& storage,
                                           std::vector<Diagnostic>& diagnostics);

}  // namespace fonds
