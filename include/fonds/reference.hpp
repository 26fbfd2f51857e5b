// The archival reference: where in which archive a document lies, and how its copy came to us.
#pragma once

#include <fonds/name.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// Two hierarchies lead to a document: how it was made, and where it is kept (ISAD(G) 2nd ed., 3.1.4).
enum class Hierarchy {
    intellectual,  ///< fond, opis, delo; record group, series; Bestand, Signatur
    physical,      ///< box, folder, reel
    part,          ///< leaf, sheet, page, frame: a place inside the document or file
};

/// One step of a reference. The picture of "Delo 314" in "RGANI, Fond 5, Opis 28, Delo 314":
///
///     level "delo"   label "Delo"   value "314"
///
/// Values stay text: the fond 0102 is not 102.
struct ArchiveLevel {
    std::string level;  ///< canonical name from the level schemes: "fond", "record-group", "list" …
    std::string label;  ///< the label as written ("Delo", "ll.", "ф."); empty in a bare row of numbers
    std::string value;  ///< the value as written, without the label ("34-59", "0102", "5-7ob.")
    Hierarchy hierarchy = Hierarchy::intellectual;
    friend bool operator==(ArchiveLevel const&, ArchiveLevel const&) = default;
};

/// Who did what to bring a copy to the reader: "Obtained for NKIDP by James Person".
struct Provenance {
    std::string role;     ///< "obtained", "contributed", "provided", "translated", "edited"
    std::string project;  ///< "NKIDP", "CWIHP"; may be empty
    Names names;
    friend bool operator==(Provenance const&, Provenance const&) = default;
};

/// A whole reference. Every part may be missing: sources are cited as their authors could.
struct ArchivalReference {
    std::string repository;            ///< as written: "RGANI", "Polish Foreign Ministry Archive"
    std::string repository_id;         ///< id in the authority table ("ru-rgani"); empty: not recognised
    std::string place;                 ///< as written beside the repository
    std::vector<ArchiveLevel> levels;  ///< in the order written, outermost or innermost first
    std::string digital_archive;       ///< the host of a copy, as written
    std::string document_id;           ///< the host's id of the document ("114590") or slug
    std::string collection_id;         ///< the host's id of the collection ("116")
    std::vector<Provenance> provenance;
    std::string provenance_note;  ///< "From the personal collection of …", as written

    [[nodiscard]] bool empty() const;
    friend bool operator==(ArchivalReference const&, ArchivalReference const&) = default;
};

/// The names of all provenance entries that brought the document (obtained, contributed, provided).
[[nodiscard]] Names obtained_by(ArchivalReference const& reference);

/// The names of all provenance entries with the role "translated".
[[nodiscard]] Names translated_by(ArchivalReference const& reference);

/// A level's value where it is a number or a range of numbers: "34-59", "5ob.-7", "193-4".
struct NumberRange {
    long first = 0;
    long last = 0;             ///< equal to `first` for a single number
    bool first_verso = false;  ///< "ob.", "v", "об.": the back of the leaf
    bool last_verso = false;
    bool abbreviated = false;  ///< the end was written short: "193-4" is 193–194
    friend constexpr bool operator==(NumberRange, NumberRange) = default;
};

/// The number or range that `value` is; nothing for "Р.7720", "XIX-J-1-j" or a list of numbers.
[[nodiscard]] std::optional<NumberRange> parse_number_range(std::string_view value);

}  // namespace fonds
#pragma GCC visibility pop
