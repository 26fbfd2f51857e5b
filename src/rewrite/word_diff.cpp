// The words in which two texts differ: the longest common subsequence of their words.

#include "rewrite/word_diff.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

// The table of the comparison has the square of it.
constexpr std::size_t maximum_words = 600;

// Words, single stops and runs of spaces.
std::vector<Span> words_of(std::string_view text) {
    std::vector<Span> out;
    auto const kind = [](char32_t c) {
        return is_letter(c) || is_number(c) || is_mark(c) ? 1 : is_space(c) ? 2 : 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        auto const first = decode(text, at);
        auto end = at + first.size;
        while (end < text.size() && kind(first.value) != 0 &&
               kind(decode(text, end).value) == kind(first.value))
            end += decode(text, end).size;
        out.push_back({at, end});
        at = end;
    }
    return out;
}

}  // namespace

std::vector<Edit> word_edits(std::string_view before, std::string_view after, std::size_t offset) {
    if (before == after) return {};
    auto const a = words_of(before);
    auto const b = words_of(after);
    if (a.size() > maximum_words || b.size() > maximum_words)
        return {{{offset, offset + before.size()}, std::string(after)}};
    auto const columns = b.size() + 1;
    std::vector<std::uint16_t> common((a.size() + 1) * columns, 0);
    for (auto i = a.size(); i-- > 0;)
        for (auto j = b.size(); j-- > 0;)
            common[i * columns + j] =
                slice(before, a[i]) == slice(after, b[j])
                    ? static_cast<std::uint16_t>(common[(i + 1) * columns + j + 1] + 1)
                    : std::max(common[(i + 1) * columns + j], common[i * columns + j + 1]);
    std::vector<Edit> edits;
    std::size_t i = 0;
    std::size_t j = 0;
    std::size_t done = 0;  // of before
    std::string put;
    auto const flush = [&](std::size_t until) {
        if (until > done || !put.empty())
            edits.push_back({{offset + done, offset + until}, std::exchange(put, {})});
    };
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && slice(before, a[i]) == slice(after, b[j])) {
            flush(a[i].begin);
            done = a[i].end;
            ++i, ++j;
        } else if (j == b.size() ||
                   (i < a.size() && common[(i + 1) * columns + j] >= common[i * columns + j + 1])) {
            ++i;
        } else {
            put += slice(after, b[j++]);
        }
    }
    flush(before.size());
    return edits;
}

}  // namespace fonds
