// Lists and tables that people write: an entry a line, tabs between fields, "#" before what is said to
// readers only.
#pragma once

#include <cstddef>
#include <fonds/result.hpp>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// The entries of a list, one a line, without the spaces around them; empty lines and those for readers only
/// are left out.
[[nodiscard]] std::vector<std::string_view> read_list(std::string_view text);

/// The same, folded: for words that are compared without case and marks.
[[nodiscard]] std::set<std::string> read_folded_list(std::string_view text);

using Fields = std::vector<std::string_view>;

/// A field without the spaces around it; empty where the row has fewer.
[[nodiscard]] std::string_view field(Fields const& fields, std::size_t index);

/// What is wrong with a line of a table: "line 12 has nothing behind “form”".
[[nodiscard]] Error table_error(std::string_view source, std::size_t line, std::string_view problem,
                                ErrorCode code = ErrorCode::malformed);

/// Gives the rows of a table to `read_row` until one is at fault; `line` is that of the row, from 1 on.
/// Errors: malformed (a line is not UTF-8), and those of `read_row`.
[[nodiscard]] std::optional<Error> read_rows(
    std::string_view table, std::string_view source, std::size_t& line,
    std::function<std::optional<Error>(Fields const&)> const& read_row);

}  // namespace fonds
