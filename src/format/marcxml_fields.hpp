// Fields of MARC 21: their subfields, and what the leader and field 008 have in codes.
#pragma once

#include <fonds/item.hpp>
#include <string>
#include <string_view>

#include "wire/xml.hpp"

namespace fonds::marcxml {

/// Whether a full stop at the end of an area is punctuation, or always the text's own (leader/18 is "c").
enum class FullStop { ends_area, of_text };
/// A text without the punctuation that ISBD puts between areas.
[[nodiscard]] std::string without_isbd(std::string text, FullStop stop = FullStop::ends_area);
/// A name with the commas of the Arabic script as those of the Latin.
[[nodiscard]] std::string with_latin_commas(std::string_view name);

/// The first subfield of a code; empty where there is none.
[[nodiscard]] std::string subfield(xml::Node field, char code);
/// All of some codes, in their order in the field.
[[nodiscard]] std::string subfields(xml::Node field, std::string_view codes,
                                    std::string_view separator = " ");
/// A heading of a subject: the name, then "--" and each of its subdivisions.
[[nodiscard]] std::string subject_heading(xml::Node field, std::string_view name_codes,
                                          std::string_view name_separator, std::string_view subdivisions);

/// Keeps the subfields of other codes than those beside the record, but for the digits, which control.
/// Without codes: the whole field.
void keep_but(std::string_view codes, xml::Node field, Item& item);
/// Sets a variable that is not set yet; else the field is kept.
void set(Variable variable, std::string const& text, xml::Node field, Item& item);

/// Reads volume, issue and pages of a place in a host: "Vol. 24, no. 9 (Sept. 1993), p. 235-48", "81(1998),
/// 2, Seite 12-20", "volume:81". False where the text has more than they.
bool read_place_in_host(std::string_view place, Item& item);

/// The type that leader/06 to 08 have.
[[nodiscard]] ItemType type_of_leader(std::string_view leader);
/// Whether the leader is that of a name or subject (leader/06 is "z", in UNIMARC "x" or "y") or of what a
/// library has of a work ("x" and "y" in MARC 21).
[[nodiscard]] bool describes_no_work(std::string_view leader);

/// What a record says of the thesis that a work is, or was before it was published.
struct ThesisNote {
    std::string degree;
    std::string university;
};
/// Makes a thesis of a text that nobody published.
void add_thesis(ThesisNote note, Item& item);

/// The dates that 008/06 to 14 have; empty where they have none.
[[nodiscard]] Date coded_dates(std::string_view fixed);
/// The language that 008/35 to 37 has; empty where it has none.
[[nodiscard]] std::string coded_language(std::string_view fixed);
/// A date as cataloguers write it ("c1956.", "[1956?]"); empty for an empty text.
[[nodiscard]] Date written_date(std::string_view text, std::string_view fixed);

}  // namespace fonds::marcxml
