// What learned weights have torn is made whole again.
#include "note/mend_fields.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "note/cover.hpp"
#include "note/lowering.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

/// The words of the first citation that have the field `field` once those of `torn` were given `now` instead
/// of what the grammar read, and that was mended.
std::string mended(std::string const& note, std::string const& torn, FieldName now, FieldName field) {
    auto const& lexicon = Lexicon::builtin();
    auto const chunks = chunk(note, lexicon);
    auto const candidate = best_cover(chunks).chosen.at(0);
    auto const [citation, settled, kept, located] = lower_by_rule(candidate, chunks, lexicon);
    auto const words = citation_words(citation, settled, candidate, chunks, kept, located);
    auto const begin = note.find(torn);
    std::vector<FieldName> fields;
    for (std::size_t i = 0; i < words.list.size(); ++i) {
        auto const at = chunks.tokens[words.first + i].span.begin;
        fields.push_back(at >= begin && at < begin + torn.size() ? now : words.list[i].rule);
    }
    mend_fields(words, chunks, fields);
    std::string out;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        auto const& token = chunks.tokens[words.first + i];
        if (token.kind == TokenKind::word && fields[i] == field)
            out += concat(out.empty() ? "" : " ", slice(note, token.span));
    }
    return out;
}

}  // namespace

TEST_CASE("what the weights have torn from a value is put back", "[note][words]") {
    struct Row {
        std::string note, torn;
        FieldName now, field;
        std::string expected;
    };
    auto const row = GENERATE(
        Row{"Wheeler to Marsh, 4 June 1951, box 9, RG 59, NARA.", "NARA", "none", "archive", "NARA"},
        Row{"William Barker (Prague) to FCO, 19 July 1968, TNA, FCO 28/48.", "William Barker", "none",
            "author", "William Barker Prague"},
        Row{"Anton Hille, The Grain Talks (June–November 1950) (London: Ballard, 1974), 118.",
            "(June–November 1950)", "none", "title", "The Grain Talks June November 1950"},
        Row{"F.O., France, Vol. 1377. Russell to Cowley, July 15, 1861.", "F.O.", "archive", "archive", ""});
    CAPTURE(row.note);
    CHECK(mended(row.note, row.torn, row.now, row.field) == row.expected);
}
