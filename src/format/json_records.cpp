// Records in a file of JSON, some of which may be damaged.

#include "format/json_records.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace fonds {
namespace {

constexpr auto npos = std::string_view::npos;

/// So many places are tried: a file that is damaged more often is no file of records.
constexpr int maximum_attempts = 100'000;

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_ascii_space(text[at])) ++at;
    return at;
}

// The next object from `at` on that may be a record: its brace begins an element, and a name follows it.
std::size_t find_object(std::string_view text, std::size_t at) {
    for (at = text.find('{', at); at != npos; at = text.find('{', at + 1)) {
        auto before = at;
        while (before > 0 && is_ascii_space(text[before - 1])) --before;
        bool const is_element = before == 0 || std::string_view(",[}").find(text[before - 1]) != npos;
        auto const name = skip_spaces(text, at + 1);
        if (is_element && name < text.size() && text[name] == '"') return at;
    }
    return npos;
}

}  // namespace

std::optional<Error> read_json_records(std::string_view text, JsonRecords const& records) {
    bool any = false;
    auto const error = json::read_each(text, [&](json::Value const& value) {
        any = true;
        records.add(value);
    });
    if (!error) return std::nullopt;
    return read_behind_damage(text, *error, any, records);
}

std::optional<Error> read_behind_damage(std::string_view text, Error const& error, bool any,
                                        JsonRecords const& records) {
    // What wraps the records is delivered whole or not at all: then they are looked for within it.
    auto at = any ? error.offset : text.find('{');
    if (at == npos) return error;
    if (!any) ++at;
    bool is_told = any;
    if (is_told) records.damage(error);
    for (int attempt = 0; attempt < maximum_attempts; ++attempt) {
        auto const begin = find_object(text, at);
        if (begin == npos) break;
        bool found = false;
        auto const read = json::read_on(text, begin, [&](json::Value const& value) {
            if (!records.is_record(value)) return;
            found = any = true;
            records.add(value);
        });
        if (read.error && found) {
            records.damage(*read.error);
            is_told = true;
        }
        at = std::max(read.end, begin + 1);
    }
    if (!any) return error;
    if (!is_told) records.damage(error);
    return std::nullopt;
}

std::string one_line(json::Value const& value) {
    json::Writer out;
    out.value(value);
    return std::move(out).text();
}

std::string_view member_text(json::Value const& object, std::string_view name) {
    auto const* member = object.find(name);
    return member ? member->text().value_or(std::string_view()) : std::string_view();
}

}  // namespace fonds
