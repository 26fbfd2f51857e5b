// Elements of archival citations: what the grammar makes of them, and what the learned weights do.
#include <algorithm>

#include "note/cover.hpp"
#include "note/element_roles.hpp"
#include "note/lowering.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

struct Weighed {
    std::vector<CitationElement> elements;
    std::vector<ElementRole> roles;
    std::vector<std::string> features;  ///< of the first element
};

/// The first archival citation of a note.
Weighed weigh(std::string const& note) {
    auto const& lexicon = Lexicon::builtin();
    auto const chunks = chunk(note, lexicon);
    for (auto const& candidate : best_cover(chunks).chosen) {
        auto const [citation, settled] = lower_by_rule(candidate, chunks, lexicon);
        if (citation.kind != CitationKind::archival) continue;
        Weighed out;
        out.elements = citation_elements(citation, settled, candidate, chunks);
        out.roles = weigh_roles(out.elements, chunks);
        out.features = element_features(out.elements, 0, chunks);
        return out;
    }
    return {};
}

std::string show(std::string const& note) {
    auto const weighed = weigh(note);
    std::string out;
    for (std::size_t i = 0; i < weighed.elements.size(); ++i) {
        auto const span = weighed.elements[i].span;
        out += note.substr(span.begin, span.end - span.begin) + " = " + weighed.roles[i] + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("each element of an archival citation has a role", "[note][roles]") {
    struct Row {
        std::string note, expected;
    };
    auto const row = GENERATE(
        Row{"RGANI, fond 5, opis 28, delo 314, listi 34–59.",
            "RGANI = archive\nfond 5 = level:fond\nopis 28 = level:opis\ndelo 314 = level:delo\nlisti 34–59 "
            "= level:list\n"},
        Row{"Wheeler to Marsh, 4 June 1951, box 9, folder 2, Marsh Papers, Houghton Library.",
            "Wheeler to Marsh = author\n4 June 1951 = issued\nbox 9 = level:box\nfolder 2 = level:folder\n"
            "Marsh Papers = level:series\nHoughton Library = archive\n"});
    CHECK(show(row.note) == row.expected);
}

TEST_CASE("what a label or an archive's scheme settles is not weighed again", "[note][roles]") {
    for (std::string const note : {"RGANI, fond 5, opis 28, delo 314, listi 34–59.", "RGANI, 5/28/314/34."}) {
        auto const weighed = weigh(note);
        REQUIRE_FALSE(weighed.elements.empty());
        for (std::size_t i = 0; i < weighed.elements.size(); ++i)
            if (weighed.elements[i].settled) CHECK(weighed.roles[i] == weighed.elements[i].rule);
    }
}

TEST_CASE("a letter behind its location is given its people", "[note][roles]") {
    auto const note = parse_note("HSTL, PSF, box 117, Wheeler to Marsh, “The Canal Question,” May 9, 1951.");
    REQUIRE(note.citations.size() == 1);
    auto const& names = note.citations[0].item.names;
    REQUIRE(names.find(Variable::author));
    REQUIRE(names.find(Variable::recipient));
    CHECK(names.find(Variable::author)->front().family == "Wheeler");
    CHECK(names.find(Variable::recipient)->front().family == "Marsh");
}

TEST_CASE("features tell an element's words, kind, neighbours and the grammar's reading", "[note][roles]") {
    auto const weighed = weigh("Marsh Papers, box 9, Houghton Library.");
    for (std::string const feature :
         {"word=papers", "last=papers", "rule=level:series", "levels=behind", "archive=behind"}) {
        CAPTURE(feature);
        CHECK(std::find(weighed.features.begin(), weighed.features.end(), feature) != weighed.features.end());
    }
}
