// Collation without ICU: case and accents folded, punctuation dropped, digits by their number.

#include <algorithm>

#include "base/collate.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {

struct Collator::State {};

Collator::Collator(std::string_view) {}
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;
Collator::~Collator() = default;

std::string Collator::key(std::string_view text) const {
    auto const folded = fold(text);
    std::string out;
    for (std::size_t at = 0; at < folded.size();) {
        if (is_digit(folded[at])) {
            auto end = at;
            while (end < folded.size() && is_digit(folded[end])) ++end;
            auto begin = at;
            while (begin + 1 < end && folded[begin] == '0') ++begin;
            // The number of digits first: 9 sorts before 10.
            out += '0';
            out += static_cast<char>(std::min<std::size_t>(end - begin, 120) + 1);
            out.append(folded, begin, end - begin);
            at = end;
            continue;
        }
        auto const point = decode(folded, at);
        auto const separator = point.value == '|';
        if (separator) out += '\x01';
        else if (!is_punctuation(point.value) && !is_space(point.value)) out.append(folded, at, point.size);
        at += point.size;
    }
    return out;
}

}  // namespace fonds
