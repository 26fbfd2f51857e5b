// The lossless field: one line of text that holds of a record what a format's own fields cannot.
//
// It stands in `verbc` of BibLaTeX, in `N1` of RIS, in `extension` of MODS; its form is the same everywhere:
//
//     fonds1;repo=RGANI;repo-id=ru-rgani;place=Moscow;fond=5|f.;opis=28|op.;box=3|Box|physical;list=34-59|ll.|part;
//     host=History and Public Policy Program Digital
//     Archive;doc=114590;coll=116;by=obtained|NKIDP|Person,James
//
// `fonds1` is the version. Then come, each only where it has something to say and separated by `;`:
//   repo, repo-id, place, host, doc, coll, note, by     the archival reference (`note`: provenance in words)
//   LEVEL=value|label|hierarchy     one a level, in order; `level:NAME` where NAME is one of the other keys
//   id, type, .VARIABLE             parts of the item; .VARIABLE is a text, names or a date
//   drop=VARIABLE,VARIABLE          variables that the readable fields have and the record has not
//   foreign=format|name|value       all foreign fields in order; one without a value: there are none
//   noref=1                         the record has no archival reference
// A name is `family,given,dropping,non-dropping,suffix,literal,flags`, several are joined by `|`; a date is
// `EDTF|raw` or `=Y.M.D.S/Y.M.D.S|raw|literal|flags`. Empty ends are left out. The characters
// % ; | , = { } \ " < > & and control characters, and a space at an end or beside another, stand as %XX.
#pragma once

#include <fonds/item.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// What makes one record out of another.
struct RecordPatch {
    std::optional<std::string> id;
    std::optional<ItemType> type;
    Values<std::string> texts;
    Values<Names> names;
    Values<Date> dates;
    std::vector<Variable> dropped;
    std::optional<ArchivalReference> reference;
    std::optional<std::vector<ForeignField>> foreign;

    [[nodiscard]] bool empty() const { return *this == RecordPatch{}; }
    friend bool operator==(RecordPatch const&, RecordPatch const&) = default;
};

/// The least patch that makes `to` of `from`; a reference stands in it whole where `to` has one.
[[nodiscard]] RecordPatch make_patch(Item const& from, Item const& to);
void apply_patch(RecordPatch const& patch, Item& item);

/// The names of what a patch holds: "title", "archival reference", "id" …
[[nodiscard]] std::vector<std::string> describe_patch(RecordPatch const& patch);

[[nodiscard]] std::string write_record_string(RecordPatch const& patch);
/// A reference alone, as the patch that has nothing else.
[[nodiscard]] std::string write_record_string(ArchivalReference const& reference);

/// Whether the text claims to be a record string of any version.
[[nodiscard]] bool is_record_string(std::string_view text);
/// Nothing where it is none or of a version that is not known. White space around `;` is no matter.
[[nodiscard]] std::optional<RecordPatch> parse_record_string(std::string_view text);

}  // namespace fonds
