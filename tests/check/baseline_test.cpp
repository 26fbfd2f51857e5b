// The baseline knows findings again by the words of their notes.

#include "check/notes.hpp"
#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("known findings are taken out, new ones stay") {
    auto const before = manuscript({"translated by by X", "see http://a.org"});
    Baseline baseline;
    baseline.add(before, check(before, unread(before)));
    auto const read_back = Baseline::from_json(baseline.to_json());
    REQUIRE(read_back);
    CHECK(read_back.value().to_json() == baseline.to_json());

    auto const after =
        manuscript({"A new note with with a fault", "Translated  by by X", "see http://a.org"});
    auto const filtered = read_back.value().filter(after, check(after, unread(after)));
    CHECK(faults(filtered.findings, after, "doubled-word") == std::vector<std::string>{"with with"});
    CHECK(faults(filtered.silenced, after, "doubled-word") == std::vector<std::string>{"by by"});
    CHECK(faults(filtered.silenced, after, "http-url").size() == 1);
}

TEST_CASE("each known finding is taken out once") {
    auto const once = manuscript({"translated by by X"});
    auto const twice = manuscript({"translated by by X", "translated by by X"});
    Baseline baseline;
    baseline.add(once, check(once, unread(once)));
    CHECK(baseline.filter(twice, check(twice, unread(twice))).findings.size() == 1);
}

TEST_CASE("what is no baseline is an error with a place") {
    CHECK_FALSE(Baseline::from_json("{"));
    CHECK_FALSE(Baseline::from_json("[]"));
    CHECK(Baseline::from_json("{\"findings\": [{}, 3]}"));
}
