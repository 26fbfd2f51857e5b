// Places in text: byte spans, and the line and column a person sees.
#pragma once

#include <cstddef>
#include <string_view>

#pragma GCC visibility push(default)
namespace fonds {

/// A half-open range of bytes, `[begin, end)`, in a text that the context names (a note, a file).
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
    [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
    [[nodiscard]] constexpr bool contains(Span inner) const noexcept {
        return begin <= inner.begin && inner.end <= end;
    }
    [[nodiscard]] constexpr bool overlaps(Span other) const noexcept {
        return begin < other.end && other.begin < end;
    }
    friend constexpr bool operator==(Span, Span) = default;
};

/// The piece of `text` that `span` covers; a span beyond the end is cut to the text.
[[nodiscard]] std::string_view slice(std::string_view text, Span span);

/// A place as editors count it: both from 1, the column in code points, not bytes or graphemes.
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
    friend constexpr bool operator==(Position, Position) = default;
};

/// The position of byte `offset` of `text` (an offset beyond the end is the end). Cost: linear.
[[nodiscard]] Position locate(std::string_view text, std::size_t offset);

}  // namespace fonds
#pragma GCC visibility pop
