// Records in a file of JSON, some of which may be damaged.
#pragma once

#include <fonds/result.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "wire/json.hpp"

namespace fonds {

/// What a format does with the records of a file.
struct JsonRecords {
    std::function<void(json::Value const&)> add;
    /// Whether a value that is found behind damage is a record, and no name or date in one.
    std::function<bool(json::Value const&)> is_record;
    std::function<void(Error const&)> damage;  ///< in order; told for each stretch that is left out
};

/// What is told behind an error's own message.
inline constexpr std::string_view behind_damage =
    "; what stands here is left out, and reading goes on behind it";

/// Reads an array of records, or what wraps one. A syntax error costs the record it stands in: reading goes
/// on at the next place that begins a record. An error where there is no record at all.
[[nodiscard]] std::optional<Error> read_json_records(std::string_view text, JsonRecords const& records);

/// The same from where reading stopped; `any`: whether there were records before.
[[nodiscard]] std::optional<Error> read_behind_damage(std::string_view text, Error const& error, bool any,
                                                      JsonRecords const& records);

/// A value as it is kept among the fields of other formats.
[[nodiscard]] std::string one_line(json::Value const& value);
/// The text of an object's member; empty where it has none, or one that is no text.
[[nodiscard]] std::string_view member_text(json::Value const& object, std::string_view name);

}  // namespace fonds
