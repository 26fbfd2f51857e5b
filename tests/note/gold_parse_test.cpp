// The parser on gold manuscripts: works found, and the links between them, from the text alone.
#include <algorithm>

#include "note/gold_notes.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

// Shares below which a change has broken something; notes/score.py gives the figures field by field.
constexpr double least_works = 0.90;
constexpr double least_links = 0.70;

struct Counts {
    double works = 0, found = 0, links = 0, linked = 0;
};

double overlap(Span a, Span b) {
    auto const begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
    if (begin >= end) return 0;
    return static_cast<double>(end - begin) /
           static_cast<double>(std::max(a.end, b.end) - std::min(a.begin, b.begin));
}

Citation const* find_work(ParsedNote const& note, Span span) {
    for (auto const& citation : note.citations)
        if (overlap(citation.span, span) >= 0.5) return &citation;
    return nullptr;
}

void count(std::string const& path, Counts& counts) {
    NoteParser parser;
    for (auto const& gold : test::read_gold(path)) {
        auto const& expected = gold.single.note;
        auto const parsed = parser.next(expected.id, expected.text, path);
        for (std::size_t index = 0; index < expected.citations.size(); ++index) {
            auto const* work = find_work(parsed, expected.citations[index].span);
            ++counts.works;
            counts.found += work ? 1 : 0;
            if (gold.refers_to[index].empty()) continue;
            ++counts.links;
            counts.linked +=
                work && work->refers_to && test::written(*work->refers_to) == gold.refers_to[index] ? 1 : 0;
        }
    }
}

}  // namespace

TEST_CASE("works and links of gold manuscripts are found in their text", "[note][gold]") {
    std::string const folder = "tests/note/gold";
    Counts counts;
    for (auto const& path : test::gold_files(folder)) count(path, counts);
    CAPTURE(folder, counts.works, counts.found, counts.links, counts.linked);
    REQUIRE(counts.works > 0);
    CHECK(counts.found >= least_works * counts.works);
    CHECK(counts.linked >= least_links * counts.links);
}
