// Where an array of JSON can be parted: at the places that look like the one between its first two elements.

#include "base/text.hpp"
#include "wire/json.hpp"

namespace fonds::json {
namespace {

constexpr auto npos = std::string_view::npos;

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_ascii_space(text[at])) ++at;
    return at;
}

// Behind the string whose opening quote stands at `at`; npos where it does not end.
std::size_t skip_string(std::string_view text, std::size_t at) {
    for (auto end = text.find('"', at + 1); end != npos; end = text.find('"', end + 1)) {
        auto before = end;
        while (text[before - 1] == '\\') --before;
        if ((end - before) % 2 == 0) return end + 1;
    }
    return npos;
}

// The brace that closes the one at `at`; npos where there is none.
std::size_t closing_brace(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    while (at < text.size()) {
        char const c = text[at];
        if (c == '"') {
            at = skip_string(text, at);
            continue;
        }
        if (c == '{' || c == '[') ++depth;
        else if ((c == '}' || c == ']') && --depth == 0) return at;
        ++at;
    }
    return npos;
}

// What stands between two objects: `},\n{"id"`. An escaped quote is none, so that no string has this in it.
std::string_view joint_behind(std::string_view text, std::size_t object) {
    auto const begin = closing_brace(text, object);
    if (begin == npos) return {};
    auto at = begin;
    for (char const sign : std::string_view(",{\"")) {
        at = skip_spaces(text, at + 1);
        if (at >= text.size() || text[at] != sign) return {};
    }
    auto const end = skip_string(text, at);
    return end == npos ? std::string_view() : text.substr(begin, end - begin);
}

}  // namespace

Pieces part_array(std::string_view text, std::size_t size) {
    Pieces out;
    auto const bracket = skip_spaces(text, 0);
    if (bracket >= text.size() || text[bracket] != '[') return out;
    auto begin = skip_spaces(text, bracket + 1);
    if (begin >= text.size() || text[begin] != '{') return out;
    auto const joint = joint_behind(text, begin);
    if (joint.empty()) return out;
    auto const comma = joint.find(',');
    auto const brace = joint.find('{');
    while (text.size() - begin > size) {
        auto const end = text.find(joint, begin + size);
        if (end == npos) break;
        out.whole.push_back(text.substr(begin, end + comma - begin));
        begin = end + brace;
    }
    out.rest = begin;
    return out;
}

}  // namespace fonds::json
