// Where an array of JSON can be parted: brackets and strings are looked at, nothing else.

#include <algorithm>

#include "base/text.hpp"
#include "wire/json.hpp"

namespace fonds::json {
namespace {

constexpr auto npos = std::string_view::npos;

// Behind the string whose opening quote stands at `at`; npos where it does not end.
std::size_t skip_string(std::string_view text, std::size_t at) {
    for (auto end = text.find('"', at + 1); end != npos; end = text.find('"', end + 1)) {
        auto before = end;
        while (text[before - 1] == '\\') --before;
        if ((end - before) % 2 == 0) return end + 1;
    }
    return npos;
}

}  // namespace

std::vector<std::string_view> part_array(std::string_view text, std::size_t size) {
    std::vector<std::string_view> pieces;
    auto begin = text.find('[');
    if (begin == npos || !trim(text.substr(0, begin)).empty()) return {};
    std::size_t depth = 0;
    // A value's place may be that of the token before it: in an object there is one.
    auto const end_piece = [&](std::size_t end) {
        pieces.push_back(text.substr(begin, end - begin));
        begin = end + 1;
        return trim(pieces.back()).starts_with('{');
    };
    for (auto at = begin++; at < text.size();) {
        switch (text[at]) {
            case '"':
                at = skip_string(text, at);
                if (at == npos) return {};
                continue;
            case '[':
            case '{': ++depth; break;
            case ']':
            case '}':
                if (--depth > 0) break;
                if (text[at] != ']' || !end_piece(at) || pieces.size() < 2 ||
                    !trim(text.substr(at + 1)).empty())
                    return {};
                return pieces;
            case ',':
                if (depth == 1 && at - begin >= size && !end_piece(at)) return {};
                break;
            default: break;
        }
        ++at;
    }
    return {};
}

}  // namespace fonds::json
