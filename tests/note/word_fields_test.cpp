// The words of citations: what the grammar makes of them, and what the learned weights do.
#include "note/word_fields.hpp"

#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "note/cover.hpp"
#include "note/lowering.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

struct Weighed {
    std::string note;
    Chunks chunks;
    CitationWords words;
    std::vector<FieldName> fields;
};

/// The first citation of a note.
std::unique_ptr<Weighed> weigh(std::string const& note) {
    auto const& lexicon = Lexicon::builtin();
    auto out = std::make_unique<Weighed>();
    out->note = note;
    out->chunks = chunk(out->note, lexicon);
    auto const candidate = best_cover(out->chunks).chosen.at(0);
    auto const [citation, settled, kept, located] = lower_by_rule(candidate, out->chunks, lexicon);
    out->words = citation_words(citation, settled, candidate, out->chunks, kept, located);
    out->fields = weigh_fields(out->words, out->chunks);
    return out;
}

/// Runs of words of one field, a line each; marks and what plays no part are left out.
std::string show(std::string const& note) {
    auto const found = weigh(note);
    auto const& weighed = *found;
    std::string out;
    FieldName last;
    for (std::size_t i = 0; i < weighed.fields.size(); ++i) {
        auto const& token = weighed.chunks.tokens[weighed.words.first + i];
        auto const& field = weighed.fields[i];
        if (token.kind == TokenKind::word && field != "none")
            out += (field == last ? std::string(" ") : concat(out.empty() ? "" : "\n", field, ": ")) +
                   std::string(slice(note, token.span));
        last = field;
    }
    return out + "\n";
}

}  // namespace

TEST_CASE("each word of a citation belongs to a field", "[note][words]") {
    struct Row {
        std::string note, expected;
    };
    auto const row = GENERATE(
        Row{"RGANI, fond 5, opis 28, delo 314, listi 34–59.",
            "archive: RGANI\nlevel:fond: 5\nlevel:opis: 28\nlevel:delo: 314\nlevel:list: 34–59\n"},
        Row{"Wheeler to Marsh, 4 June 1951, box 9, folder 2, Marsh Papers, Houghton Library.",
            "author: Wheeler\nrecipient: Marsh\nissued: 4 June 1951\nlevel:box: 9\nlevel:folder: 2\n"
            "level:series: Marsh Papers\narchive: Houghton Library\n"},
        Row{"Anton Hille, The Grain Talks (London: Ballard, 1974), 118–19.",
            "author: Anton Hille\ntitle: The Grain Talks\npublisher-place: London\npublisher: Ballard\n"
            "issued: 1974\npage: 118–19\n"});
    CHECK(show(row.note) == row.expected);
}

TEST_CASE("what an archive's scheme settles is not weighed again", "[note][words]") {
    auto const found = weigh("RGANI, 5/28/314/34.");
    auto const& weighed = *found;
    auto const& words = weighed.words.list;
    CHECK(std::any_of(words.begin(), words.end(), [](auto const& word) { return word.settled; }));
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].settled) CHECK(weighed.fields[i] == words[i].rule);
}

TEST_CASE("a letter behind its location is given its people", "[note][words]") {
    auto const note = parse_note("HSTL, PSF, box 117, Wheeler to Marsh, “The Canal Question,” May 9, 1951.");
    REQUIRE(note.citations.size() == 1);
    auto const& names = note.citations[0].item.names;
    REQUIRE(names.find(Variable::author));
    REQUIRE(names.find(Variable::recipient));
    CHECK(names.find(Variable::author)->front().family == "Wheeler");
    CHECK(names.find(Variable::recipient)->front().family == "Marsh");
}

TEST_CASE("features tell a word, those around it, its chunk and the grammar's reading", "[note][words]") {
    auto const found = weigh("Marsh Papers, box 9, Houghton Library.");
    auto const& weighed = *found;
    auto const features = word_features(weighed.words, weighed.chunks);
    REQUIRE(features.words.size() == weighed.fields.size());
    REQUIRE(features.chunks.size() == weighed.words.last_chunk - weighed.words.first_chunk);
    auto const has = [](std::vector<std::string> const& names, std::string const& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (std::string const feature : {"last=papers", "before its level=aa", "kinds 0..2=azd"}) {
        CAPTURE(feature, features.chunks[0]);
        CHECK(has(features.chunks[0], feature));
    }
    for (std::string const feature :
         {"word=marsh", "+1 word=papers", "words 0..1=marsh¦papers", "rule=level:series"}) {
        CAPTURE(feature, features.words[0]);
        CHECK(has(features.words[0], feature));
    }
}
