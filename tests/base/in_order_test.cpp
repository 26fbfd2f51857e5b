#include "base/in_order.hpp"

#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace fonds;

namespace {

// Work that takes longer for some than for others.
std::size_t slow_square(std::size_t i) {
    std::vector<std::size_t> row(i % 7 * 1000 + 1, 1);
    return i * i + std::accumulate(row.begin(), row.end(), std::size_t{}) - row.size();
}

}  // namespace

TEST_CASE("results are taken in order, whatever the number of threads") {
    for (unsigned const jobs : {0U, 1U, 2U, 5U}) {
        INFO(jobs);
        std::vector<std::size_t> taken;
        InOrder(500, slow_square, [&](std::size_t square) { taken.push_back(square); }).run(jobs);
        REQUIRE(taken.size() == 500);
        for (std::size_t i = 0; i < taken.size(); ++i) CHECK(taken[i] == i * i);
    }
    InOrder(0, slow_square, [](std::size_t) { FAIL("there is nothing to take"); }).run(4);
}

TEST_CASE("who makes a result may ask in which thread") {
    constexpr unsigned jobs = 3;
    std::vector<std::size_t> made(jobs);
    std::size_t sum = 0;
    auto const make = [&](unsigned thread, std::size_t i) {
        ++made.at(thread);
        return i;
    };
    InOrder(300, make, [&](std::size_t i) { sum += i; }).run(jobs);
    CHECK(sum == 300 * 299 / 2);
    CHECK(std::accumulate(made.begin(), made.end(), std::size_t{}) == 300);
}

TEST_CASE("what making or taking a result throws is thrown, and the threads end") {
    auto const make = [](std::size_t i) {
        if (i == 40) throw std::runtime_error("made");
        return i;
    };
    std::size_t taken = 0;
    CHECK_THROWS_WITH(InOrder(200, make, [&](std::size_t) { ++taken; }).run(3), "made");
    CHECK(taken <= 40);
    CHECK_THROWS_WITH(
        InOrder(200, slow_square, [](std::size_t) { throw std::runtime_error("taken"); }).run(3), "taken");
}
