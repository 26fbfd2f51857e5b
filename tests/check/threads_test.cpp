// One manuscript checked on several threads has the findings that one thread finds. Under the preset `tsan`
// any race is a failure.

#include <fonds/check.hpp>

#include "support/catch.hpp"

using namespace fonds;

namespace {

/// Notes with faults of their own, and some that only the whole manuscript shows.
std::string manuscript() {
    static constexpr std::string_view notes[] = {
        "RGANI, f. 5,  op. 28, d. 314, ll. 59–34.",
        "Ibid., l. 36..",
        "RGANI (hereafter RGANI), f. 5, op. 28, d. 314, l. 2;; RGANI, f.5 op.28 d.314 l.2.",
        "the the Talks, 31 June 1951, PRO, FO 371/5049.",
        "See http://example.org/a., and Ana Mаrsh, The Canal Question (London: Press, 1999), p. 12-14.",
    };
    std::string out;
    for (std::size_t i = 0; i < 300; ++i) out += std::string(notes[i % std::size(notes)]) + "\n";
    return out;
}

}  // namespace

TEST_CASE("a manuscript has the same findings on any number of threads") {
    auto const run = [](unsigned jobs) {
        CheckOptions options;
        options.jobs = jobs;
        auto file = check_bytes(manuscript(), "notes", "lines", Knowledge::builtin(), options);
        REQUIRE(file);
        return std::move(file->findings);
    };
    auto const first = run(4);  // the first call: the tables are loaded while several threads ask
    CHECK(first.size() > 500);
    for (unsigned const jobs : {1U, 2U, 7U}) {
        CAPTURE(jobs);
        CHECK((run(jobs) == first));
    }
}
