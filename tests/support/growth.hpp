// Whether work grows with its input, and not with the square of it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace fonds::test {

inline std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    out.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

/// The processor time, in seconds, of the fastest of several runs.
template <class Work>
double fastest(int runs, Work const& work) {
    double best = 0;
    for (int run = 0; run < runs; ++run) {
        auto const start = std::clock();
        work();
        auto const taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        best = run == 0 ? taken : std::min(best, taken);
    }
    return best;
}

/// Checks that `work(make(size))` takes little more than eight times as long as for an eighth of the size.
/// Quadratic work takes 64 times as long; three times eight leaves room for the noise of a machine.
template <class Make, class Work>
void check_growth(std::size_t size, Make const& make, Work const& work) {
    constexpr std::size_t factor = 8;
    constexpr double margin = 3, too_short_to_tell = 0.05;
    auto const whole = make(size);
    auto const eighth = make(size / factor);
    auto taken = fastest(1, [&] { work(whole); });
    if (taken < too_short_to_tell) return;
    auto const allowed = fastest(3, [&] { work(eighth); }) * factor * margin;
    if (taken > allowed) taken = fastest(2, [&] { work(whole); });
    CHECK(taken <= allowed);
}

}  // namespace fonds::test
