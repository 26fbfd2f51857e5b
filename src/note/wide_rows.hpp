// Rows of numbers of 16 bits, one for each label, added and compared as many at once as the machine can.
//
// The functions are plain loops. What is called by way of `on_widest` is built twice: for what all machines
// of the kind have, and for those with wider registers.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>

#if defined(__x86_64__) && defined(__GNUC__)
#define FONDS_WIDE __attribute__((always_inline))
#else
#define FONDS_WIDE
#endif

namespace fonds {

/// A row has a multiple of so many numbers.
inline constexpr std::size_t row_step = 16;
[[nodiscard]] constexpr std::size_t row_size_for(std::size_t labels) {
    return (labels + row_step - 1) / row_step * row_step;
}

#if defined(__x86_64__) && defined(__GNUC__)
template <class Work>
[[gnu::target("avx2")]] void on_avx2(Work const& work) {
    work();
}
#endif

/// Does a work whose call, and all it calls, is FONDS_WIDE.
template <class Work>
void on_widest(Work const& work) {
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx2")) return on_avx2(work);
#endif
    work();
}

namespace wide {

/// Adds `steps` times `row_step` numbers of the rows that begin at `starts`; their sums, which have 16 bits,
/// are held in registers meanwhile.
template <std::size_t steps>
FONDS_WIDE inline void add_steps(std::int16_t const* rows, std::span<std::uint32_t const> starts,
                                 std::int32_t* __restrict sums) {
    using Step [[gnu::vector_size(row_step * sizeof(std::int16_t))]] = std::int16_t;
    Step added[steps] = {};
    for (auto const start : starts)
        for (std::size_t i = 0; i < steps; ++i) {
            Step numbers;
            std::memcpy(&numbers, rows + start + i * row_step, sizeof numbers);
            added[i] += numbers;
        }
    std::array<std::int16_t, steps * row_step> out;
    std::memcpy(out.data(), added, sizeof added);
    for (std::size_t i = 0; i < out.size(); ++i) sums[i] += out[i];
}

/// Adds to each of `sums` what the rows that begin at `starts` in `rows` have for it.
FONDS_WIDE inline void add_rows(std::int16_t const* rows, std::span<std::uint32_t const> starts,
                                std::span<std::int32_t> sums) {
    auto left = sums.size() / row_step;
    auto* to = sums.data();
    for (; left >= 5; left -= 5, rows += 5 * row_step, to += 5 * row_step) add_steps<5>(rows, starts, to);
    for (; left >= 2; left -= 2, rows += 2 * row_step, to += 2 * row_step) add_steps<2>(rows, starts, to);
    if (left == 1) add_steps<1>(rows, starts, to);
}

/// What `from` and each number of a row add up to; with `raise`, only where it is more than what stands
/// there.
FONDS_WIDE inline void set_sums(std::int16_t from, std::int16_t const* row, std::size_t size,
                                std::int16_t* __restrict to) {
    for (std::size_t i = 0; i < size; ++i) to[i] = static_cast<std::int16_t>(from + row[i]);
}
FONDS_WIDE inline void raise_to_sums(std::int16_t from, std::int16_t const* row, std::size_t size,
                                     std::int16_t* __restrict to) {
    for (std::size_t i = 0; i < size; ++i) to[i] = std::max(to[i], static_cast<std::int16_t>(from + row[i]));
}

template <class Number>
FONDS_WIDE inline Number most_of(Number const* numbers, std::size_t size) {
    auto most = std::numeric_limits<Number>::min();
    for (std::size_t i = 0; i < size; ++i) most = std::max(most, numbers[i]);
    return most;
}

/// Adds to each of `totals` how far each of `sums` is behind the most of them, `furthest` at most.
FONDS_WIDE inline void add_lags(std::int32_t const* sums, std::size_t size, std::int32_t furthest,
                                std::int16_t* __restrict totals) {
    auto const most = most_of(sums, size);
    for (std::size_t i = 0; i < size; ++i)
        totals[i] = static_cast<std::int16_t>(totals[i] + std::max(sums[i] - most, -furthest));
}

/// Marks with 1 what is `least` or more, with what `row` adds.
FONDS_WIDE inline void mark_reaching(std::int16_t const* totals, std::int16_t const* row, std::int16_t least,
                                     std::size_t size, std::uint8_t* __restrict marks) {
    for (std::size_t i = 0; i < size; ++i)
        marks[i] = static_cast<std::int16_t>(totals[i] + row[i]) >= least ? 1 : 0;
}
FONDS_WIDE inline void mark_equal(std::int16_t const* totals, std::int16_t wanted, std::size_t size,
                                  std::uint8_t* __restrict marks) {
    for (std::size_t i = 0; i < size; ++i) marks[i] = totals[i] == wanted ? 1 : 0;
}

}  // namespace wide

/// Hands the places of the marks that are 1 to `take`, in order, until it returns false: most are 0.
template <class Take>
void each_marked(std::span<std::uint8_t const> marks, Take const& take) {
    for (std::size_t first = 0; first < marks.size(); first += sizeof(std::uint64_t)) {
        std::uint64_t eight;
        std::memcpy(&eight, marks.data() + first, sizeof eight);
        if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
        for (; eight != 0; eight &= eight - 1)
            if (!take(first + static_cast<std::size_t>(std::countr_zero(eight)) / 8)) return;
    }
}

}  // namespace fonds
