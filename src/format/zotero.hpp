// Zotero's own item model, shared by its JSON (API, export, Better BibTeX) and RDF.
#pragma once

#include <fonds/item.hpp>
#include <fonds/result.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/registry.hpp"

namespace fonds {

[[nodiscard]] bool sniff_zotero_json(std::string_view bytes);
std::optional<Error> read_zotero_json_file(std::string_view bytes, ReadOptions const& options,
                                           RecordSink const& sink, std::vector<Diagnostic>& diagnostics);

[[nodiscard]] bool sniff_zotero_rdf(std::string_view bytes);
std::optional<Error> read_zotero_rdf_file(std::string_view bytes, ReadOptions const& options,
                                          RecordSink const& sink, std::vector<Diagnostic>& diagnostics);

namespace zotero {

/// The CSL type of a Zotero item type ("journalArticle"), or nothing.
[[nodiscard]] std::optional<ItemType> find_type(std::string_view item_type);
/// The variable of a field in items of that Zotero type, or nothing.
[[nodiscard]] std::optional<Variable> find_field(std::string_view field, std::string_view item_type);
/// The name variable of a creator type, or nothing.
[[nodiscard]] std::optional<Variable> find_creator(std::string_view creator_type);

/// Zotero's dates: ISO, or words with an ISO sort form before them ("1961-03-00 March 1961").
[[nodiscard]] Date read_date(std::string_view text);

/// Takes lines like "Original Date: 1961" or "archive_collection: Papers" of Extra as the item's variables,
/// wherever they stand; the other lines become the note. The record's own fields have precedence.
void read_extra(std::string_view extra, Item& item);

}  // namespace zotero
}  // namespace fonds
