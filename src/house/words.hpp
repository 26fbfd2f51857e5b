// Small operations on words that the parts of a written reference share.
#pragma once

#include <string>
#include <string_view>

#include "base/unicode.hpp"

namespace fonds {

/// With a capital first letter.
[[nodiscard]] inline std::string capitalised(std::string_view text) {
    if (text.empty()) return {};
    auto const first = decode(text, 0);
    std::string out;
    append_utf8(out, to_upper(first.value));
    return out.append(text.substr(first.size));
}

/// The separator to put behind `text`, without a second full stop: "5 об." and ". " give "5 об. ".
[[nodiscard]] inline std::string_view separator_after(std::string_view text, std::string_view separator) {
    if (text.ends_with('.') && separator.starts_with('.')) separator.remove_prefix(1);
    return separator;
}

}  // namespace fonds
