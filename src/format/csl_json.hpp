// CSL-JSON (CSL 1.0.2, csl-data.json): lenient in, strict out; `custom.fonds` holds what CSL has no place
// for.
//
// `custom.fonds` is an object with these members, each only where it has something to say:
//   repository, repository_id, place, digital_archive, document_id, collection_id, provenance_note: texts
//   levels      [{level, label, value, hierarchy}]  hierarchy "physical" or "part", default "intellectual"
//   provenance  [{role, project, names}]
//   derived     names of variables that were filled from the reference and are not the item's own
//   dates       {variable: {edtf, raw}}  for dates that the CSL form beside it does not hold in full
//   variables   {variable: value}        CSL variables that the JSON schema lacks
//   foreign     [{format, name, value}]  fields of other formats
//   note        "plain": lines like "genre: x" in the variable `note` are text
#pragma once

#include <fonds/formats.hpp>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "format/registry.hpp"
#include "wire/json.hpp"

namespace fonds {

/// Writes one item as an object, `plain`: without `custom.fonds`. No null and no empty value is ever written.
void write_csl_json(json::Writer& out, Item const& item, bool plain = false);

/// Adds to `lost` what an object that was written `plain` does not say of its item.
void name_csl_json_losses(std::string_view json, Item const& item, std::vector<std::string>& lost);

/// Reads one item from an object that `source` holds; anything that is no object gives an item whose
/// foreign field has it. Diagnostics' spans are bytes of the text that `value` was read from.
/// `base`: where the text begins that the value's offsets count from.
[[nodiscard]] Item read_csl_json(json::Value const& value, std::vector<Diagnostic>& diagnostics,
                                 std::size_t base = 0);

/// Names by themselves.
void write_csl_names(json::Writer& out, Names const& names);
/// A name written as one text: "Doe, Jane", "Doe || Jane" (citeproc-js), or an institution.
[[nodiscard]] Name read_written_name(std::string_view text);
/// Takes a part or a flag of a name; false for any other member.
bool read_csl_name_member(json::Member const& member, Name& name);
/// Quotes a family name in which no particle is to be sought ("static-particles", "parse-names": false): data
/// have such quotes, too.
void keep_whole(Name& name);
[[nodiscard]] Names read_csl_names(json::Value const& value);
[[nodiscard]] Date read_csl_date(json::Value const& value);

/// The date as far as the CSL form can hold it.
[[nodiscard]] Date csl_date_projection(Date const& date);

/// `custom.fonds`: whether there is anything to write, and its members in an object already begun.
void write_reference_members(json::Writer& out, ArchivalReference const& reference);
/// Takes the members that belong to the reference; false for any other member.
bool read_reference_member(json::Member const& member, ArchivalReference& reference);

/// What `custom.fonds` says of the fields that can be seen.
struct CslSupplement {
    json::Object dates;
    json::Array derived;
};
/// Gives the item its dates in full and takes back what was filled from its reference, but for what somebody
/// has changed since: that stays, and is given back.
[[nodiscard]] std::vector<Variable> apply_csl_supplement(CslSupplement const& supplement, Item& item);

[[nodiscard]] bool sniff_csl_json(std::string_view bytes);
std::optional<Error> read_csl_json_file(std::string_view bytes, ReadOptions const& options,
                                        RecordSink const& sink, std::vector<Diagnostic>& diagnostics);
/// A record a line: a damaged line costs that line alone.
std::optional<Error> read_ndjson_file(std::string_view bytes, ReadOptions const& options,
                                      RecordSink const& sink, std::vector<Diagnostic>& diagnostics);
[[nodiscard]] std::unique_ptr<RecordWriter> make_csl_json_writer(WriteOptions const& options);
[[nodiscard]] std::unique_ptr<RecordWriter> make_ndjson_writer(WriteOptions const& options);

}  // namespace fonds
