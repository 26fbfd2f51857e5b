// RIS, the tagged format of reference managers: Reference Manager's, EndNote's, Zotero's and publishers'
// dialects.
//
// A record stands between `TY  - TYPE` and `ER  -`; a line without a tag continues the one before. One `N1`
// may be the record string (model/record_string.hpp) that restores what the tags cannot hold.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "format/lossless.hpp"
#include "format/registry.hpp"

namespace fonds {

[[nodiscard]] bool sniff_ris(std::string_view bytes);
std::optional<Error> read_ris_file(std::string_view bytes, ReadOptions const& options, RecordSink const& sink,
                                   std::vector<Diagnostic>& diagnostics);
[[nodiscard]] std::unique_ptr<RecordWriter> make_ris_writer(WriteOptions const& options);

namespace ris {

/// A tag and its value: the lines after the first, joined by '\n'.
struct Field {
    std::string_view tag;
    std::string value;
    std::size_t offset = 0;  ///< of the tag in the file that was read
};

/// The item type of a `TY`, or nothing.
[[nodiscard]] std::optional<ItemType> find_type(std::string_view ty);
/// The `TY` under which items of that type are written.
[[nodiscard]] std::string_view type_name(ItemType type);

/// What a tag means in items of some types.
struct TagRow {
    std::string_view tag;
    Variable variable;
    std::string_view types;  ///< CSL names with a space on either side; empty: all types
    bool read_only = false;  ///< another tag is written for the variable
};

/// The meaning of a tag, or null. Rows lie in the order in which a record is written.
[[nodiscard]] TagRow const* find_tag(std::string_view tag, ItemType type);
/// The row under which a variable is written, or null.
[[nodiscard]] TagRow const* find_tag_of(Variable variable, ItemType type);

/// Variables without a tag that a note (N1) holds in the form "archive_collection: …".
inline constexpr std::array note_lines = {Variable::archive, Variable::archive_collection,
                                          Variable::archive_location, Variable::archive_place};

/// Two letters or digits, one or two spaces, a hyphen, and a space or the end: a line that begins a field.
[[nodiscard]] bool is_tagged_line(std::string_view line);

/// The fields of one record as an item, without regard for a record string, which is handed over apart.
[[nodiscard]] Item read_fields(std::span<Field const> fields, Field const*& record_string);

/// `YYYY/MM/DD/other`, each part after the first optional; EDTF in `other` has the whole date.
[[nodiscard]] Date read_date(std::string_view text);
[[nodiscard]] std::string write_date(Date const& date);

/// The fields of a record in the order of writing, `TY` first; the views in them live as long as the item.
[[nodiscard]] std::vector<Field> make_fields(Item const& item);

void write_record(Item const& item, std::string_view record_string, std::string& out);
[[nodiscard]] Item read_record(std::string_view text);
inline constexpr RecordForm form{write_record, read_record};

}  // namespace ris
}  // namespace fonds
