// Looking through text sixteen bytes at a time, where the processor has SSE2 (every x86-64 has).
//
// What is looked for is a test written once, for a byte as for a block of them: it compares with ==, <, >=
// and joins with | and &.
//     find_byte(text, at, [](auto byte) { return (byte == '"') | (byte < 0x20); })
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <string_view>
#include <type_traits>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace fonds {

#ifdef __SSE2__
/// Which bytes of a block passed a test.
class ByteMask {
  public:
    explicit ByteMask(__m128i bytes) : bytes_(bytes) {}
    /// A bit for each byte, the lowest for the first.
    [[nodiscard]] unsigned bits() const { return static_cast<unsigned>(_mm_movemask_epi8(bytes_)); }
    friend ByteMask operator|(ByteMask a, ByteMask b) { return ByteMask(_mm_or_si128(a.bytes_, b.bytes_)); }
    friend ByteMask operator&(ByteMask a, ByteMask b) { return ByteMask(_mm_and_si128(a.bytes_, b.bytes_)); }

  private:
    __m128i bytes_;
};

class ByteBlock {
  public:
    static constexpr std::size_t size = 16;

    explicit ByteBlock(char const* begin)
        : bytes_(_mm_loadu_si128(reinterpret_cast<__m128i const*>(begin))) {}
    friend ByteMask operator==(ByteBlock a, ByteBlock b) {
        return ByteMask(_mm_cmpeq_epi8(a.bytes_, b.bytes_));
    }
    friend ByteMask operator==(ByteBlock a, unsigned char b) { return a == all(b); }
    friend ByteMask operator<(ByteBlock a, unsigned char b) {
        return ByteMask(_mm_cmpeq_epi8(_mm_subs_epu8(a.bytes_, all(b - 1U).bytes_), _mm_setzero_si128()));
    }
    friend ByteMask operator>=(ByteBlock a, unsigned char b) {
        return ByteMask(_mm_cmpeq_epi8(_mm_max_epu8(a.bytes_, all(b).bytes_), a.bytes_));
    }

    [[nodiscard]] ByteMask within(unsigned char first, unsigned char last) const {
        auto const above = ByteBlock(_mm_sub_epi8(bytes_, all(first).bytes_));
        auto const most = all(static_cast<unsigned>(last - first));
        return ByteMask(_mm_cmpeq_epi8(_mm_min_epu8(above.bytes_, most.bytes_), above.bytes_));
    }

  private:
    explicit ByteBlock(__m128i bytes) : bytes_(bytes) {}
    static ByteBlock all(unsigned value) { return ByteBlock(_mm_set1_epi8(static_cast<char>(value))); }

    __m128i bytes_;
};
#endif

/// Whether a byte, or which of a block, are from `first` to `last`.
template <unsigned char first, unsigned char last, class Byte>
constexpr auto is_within(Byte byte) {
    if constexpr (std::is_same_v<Byte, unsigned char>) return int{byte >= first && byte <= last};
    else return byte.within(first, last);
}

/// What a test, which has no state, says of each byte.
template <class Test>
inline constexpr auto byte_table = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        table[byte] = Test{}(static_cast<unsigned char>(byte));
    return table;
}();

/// Where the first byte from `at` on stands that passes a test; the size of the text where there is none.
template <class Test>
std::size_t find_byte(std::string_view text, std::size_t at, [[maybe_unused]] Test test) {
#ifdef __SSE2__
    constexpr auto width = ByteBlock::size;
    auto const found_from = [&](std::size_t begin) { return test(ByteBlock(text.data() + begin)).bits(); };
    auto const place = [&](unsigned found) { return at + static_cast<std::size_t>(std::countr_zero(found)); };
    for (; at + width <= text.size(); at += width)
        if (auto const found = found_from(at); found != 0) return place(found);
    if (text.size() >= width && at < text.size()) {
        auto const last = text.size() - width;  // the last block, but for what was looked at
        auto const found = found_from(last) >> (at - last);
        return found == 0 ? text.size() : place(found);
    }
#endif
    while (at < text.size() && !byte_table<Test>[static_cast<unsigned char>(text[at])]) ++at;
    return at;
}

/// Whether a byte stands in a text that passes `once`, or twice in a row one that passes `twice`.
template <class Once, class Twice>
bool stands_once_or_twice(std::string_view text, [[maybe_unused]] Once once, [[maybe_unused]] Twice twice) {
    auto const is_once = [](char c) { return byte_table<Once>[static_cast<unsigned char>(c)]; };
#ifdef __SSE2__
    constexpr auto width = ByteBlock::size;
    auto const is_found_from = [&](std::size_t begin) {
        ByteBlock const block(text.data() + begin);
        auto const next = ByteBlock(text.data() + begin + 1);
        return (once(block) | (twice(block) & (block == next))).bits() != 0;
    };
    if (text.size() > width) {
        for (std::size_t at = 0; at + width < text.size(); at += width)
            if (is_found_from(at)) return true;
        return is_found_from(text.size() - width - 1) || is_once(text.back());
    }
#endif
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_once(text[at])) return true;
        bool const again = at > 0 && text[at - 1] == text[at];
        if (again && byte_table<Twice>[static_cast<unsigned char>(text[at])]) return true;
    }
    return false;
}

}  // namespace fonds
