#include "base/table.hpp"

#include "base/encodings.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {

std::vector<std::string_view> read_list(std::string_view text) {
    std::vector<std::string_view> entries;
    for (auto line : split(text, '\n'))
        if (line = trim(line); !line.empty() && line.front() != '#') entries.push_back(line);
    return entries;
}

std::set<std::string> read_folded_list(std::string_view text) {
    std::set<std::string> entries;
    for (auto const entry : read_list(text)) entries.insert(fold(entry));
    return entries;
}

std::string_view field(Fields const& fields, std::size_t index) {
    return index < fields.size() ? trim(fields[index]) : std::string_view();
}

Error table_error(std::string_view source, std::size_t line, std::string_view problem, ErrorCode code) {
    return {code, concat("line ", std::to_string(line), " ", problem), std::string(source), 0};
}

std::optional<Error> read_rows(std::string_view table, std::string_view source, std::size_t& line,
                               std::function<std::optional<Error>(Fields const&)> const& read_row) {
    line = 0;
    for (auto row : split(without_byte_order_mark(table), '\n')) {
        ++line;
        if (row.ends_with('\r')) row.remove_suffix(1);
        if (trim(row).empty() || row.front() == '#') continue;
        if (!is_valid_utf8(row)) return table_error(source, line, "is not UTF-8; save the table as UTF-8");
        if (auto problem = read_row(split(row, '\t'))) return problem;
    }
    return std::nullopt;
}

}  // namespace fonds
