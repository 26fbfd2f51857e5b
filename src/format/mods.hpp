// MODS 3 (Library of Congress; 3.4 to 3.8), as libraries, bibutils and Zotero write it.
//
// The repository is `location/physicalLocation`, the levels `location/shelfLocator`, the fonds a host
// `relatedItem` that is a collection; `extension/record` holds the record string (model/record_string.hpp).
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "format/lossless.hpp"
#include "format/registry.hpp"

namespace fonds {

[[nodiscard]] bool sniff_mods(std::string_view bytes);
std::optional<Error> read_mods_file(std::string_view bytes, ReadOptions const& options,
                                    RecordSink const& sink, std::vector<Diagnostic>& diagnostics);
[[nodiscard]] std::unique_ptr<RecordWriter> make_mods_writer(WriteOptions const& options);

namespace mods {

/// The type of a genre in any of its vocabularies (marcgt, dct, local, Zotero's, free), or nothing.
[[nodiscard]] std::optional<ItemType> find_genre(std::string_view genre);
[[nodiscard]] std::string_view marc_genre(ItemType type);  ///< of the MARC genre terms, or empty
[[nodiscard]] std::optional<ItemType> find_resource_type(std::string_view type_of_resource);
[[nodiscard]] std::string_view resource_type(ItemType type);

/// The variable of a MARC relator, code or term, or nothing.
[[nodiscard]] std::optional<Variable> find_relator(std::string_view role);
[[nodiscard]] std::string_view relator_code(Variable variable);  ///< or empty

/// Whether works of that type lie in a host: an article in its journal, a chapter in its book.
[[nodiscard]] bool is_part(ItemType type);

void write_record(Item const& item, std::string_view record_string, std::string& out);
[[nodiscard]] Item read_record(std::string_view text);
inline constexpr RecordForm form{write_record, read_record};

}  // namespace mods
}  // namespace fonds
