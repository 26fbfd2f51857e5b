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

}  // namespace fonds
