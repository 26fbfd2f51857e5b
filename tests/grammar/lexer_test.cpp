#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "grammar/chunk.hpp"
#include "support/catch.hpp"

namespace {

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    for (auto const& token : fonds::lex(text, fonds::Lexicon::builtin()))
        out.emplace_back(fonds::slice(text, token.span));
    return out;
}

std::string urls(std::string_view text) {
    std::string out;
    for (auto const& token : fonds::lex(text, fonds::Lexicon::builtin()))
        if (token.kind == fonds::TokenKind::url) out += std::string(fonds::slice(text, token.span)) + "|";
    return out;
}

std::string kinds(std::string_view text) {
    std::string out;
    for (auto const& chunk : fonds::chunk(text, fonds::Lexicon::builtin()).list) {
        switch (chunk.kind) {
            case fonds::ChunkKind::text: out += 't'; break;
            case fonds::ChunkKind::quote: out += 'q'; break;
            case fonds::ChunkKind::date: out += 'd'; break;
            case fonds::ChunkKind::level: out += 'l'; break;
            case fonds::ChunkKind::archive: out += 'a'; break;
            case fonds::ChunkKind::publication: out += 'P'; break;
            case fonds::ChunkKind::signal: out += 's'; break;
            case fonds::ChunkKind::ibid: out += 'i'; break;
            case fonds::ChunkKind::url: out += 'u'; break;
            case fonds::ChunkKind::provenance: out += 'p'; break;
            case fonds::ChunkKind::comma: out += ','; break;
            case fonds::ChunkKind::semicolon: out += ';'; break;
            case fonds::ChunkKind::stop: out += '.'; break;
            default: out += '?'; break;
        }
    }
    return out;
}

}  // namespace

TEST_CASE("Labels written together with their values are two words") {
    CHECK(words("op.12, d.7") == std::vector<std::string>{"op", ".", "12", ",", "d", ".", "7"});
    CHECK(words("F.R-9401") == std::vector<std::string>{"F", ".", "R-9401"});
    CHECK(words("p.250") == std::vector<std::string>{"p", ".", "250"});
    CHECK(words("U.S. policy") == std::vector<std::string>{"U.S", ".", "policy"});
    CHECK(words("MS 45,663") == std::vector<std::string>{"MS", "45,663"});
}

TEST_CASE("A long dash parts what a sentence says, and no name") {
    CHECK(words("letter—Tito to Nasser") == std::vector<std::string>{"letter", "—", "Tito", "to", "Nasser"});
    CHECK(words("l. 54—the entry") == std::vector<std::string>{"l", ".", "54", "—", "the", "entry"});
    CHECK(words("Sofia—is silent") == std::vector<std::string>{"Sofia", "—", "is", "silent"});
    CHECK(words("Diary—Staff Memos") == std::vector<std::string>{"Diary—Staff", "Memos"});
    CHECK(words("92—104") == std::vector<std::string>{"92—104"});
}

TEST_CASE("Words broken at the end of a line are one word, suspended hyphens are not") {
    CHECK(words("Uni- versity Library") == std::vector<std::string>{"Uni- versity", "Library"});
    CHECK(words("Vor- und Nachname").size() == 3);  // "Vor-" stands for a whole word
    CHECK(words("Hogan (1987:302)").size() == 6);   // a year, a colon, a page
    CHECK(words("Tübingen ¹¹1967").size() == 2);    // an edition's number is no token
}

TEST_CASE("Addresses end before the punctuation of the sentence") {
    struct Row {
        std::string_view text, expected;
    };
    for (auto const& row : {Row{"see http://example.org/a.", "http://example.org/a|"},
                            Row{"(https://example.org/b_(c)).", "https://example.org/b_(c)|"},
                            Row{"<http://example.org/d>,", "http://example.org/d|"},
                            Row{"http://example.org/ docs/17.", "http://example.org/ docs/17|"},
                            Row{"www.example.org; x", "www.example.org|"}}) {
        CAPTURE(row.text);
        CHECK(urls(row.text) == row.expected);
    }
}

TEST_CASE("Chunks are the elements of a citation") {
    struct Row {
        std::string_view text, expected;
    };
    for (auto const& row :
         {Row{"See “On the Harvest,” 3 May 1951, GARF, f. 9401, op. 2, d. 12, ll. 3-5ob.", "sqd,a,l,l,l,l."},
          Row{"Ibid., l. 7.", "i,l."},
          Row{"A. B. Writer, Some Book (London: Some Press, 1999), p. 12.", "t,tP,l."},
          Row{"ГАРФ. Ф. 9401. Оп. 2. Д. 12. Л. 3.", "a.l.l.l.l."}}) {
        CAPTURE(row.text);
        CHECK(kinds(row.text).substr(0, row.expected.size()) == row.expected);
    }
}

TEST_CASE("Tokens beyond the ends of a note are none") {
    auto const tokens = fonds::lex("Roth, p. 4", fonds::Lexicon::builtin());
    std::uint32_t const first = 0;
    for (auto const at : {first - 1, tokens.size(), tokens.size() + 7}) {
        CAPTURE(at);
        CHECK_FALSE(tokens[at].exists());
        CHECK_FALSE(tokens[at].is_mark('.'));
        CHECK_FALSE(tokens[at].upper);
        CHECK(tokens[at].span.empty());
    }
    CHECK(tokens[tokens.size() - 1].exists());
    CHECK_FALSE(fonds::Tokens()[0].exists());
    for (auto const* text :
         {"", "f.", "R. to", "Roth, ed", "In", "Roth, Oral History"})  // each ends too soon
        CHECK_NOTHROW(fonds::chunk(text, fonds::Lexicon::builtin()));
}

TEST_CASE("Hostile notes are cut into tokens in linear time") {
    std::string brackets(100000, '(');
    CHECK(fonds::lex(brackets, fonds::Lexicon::builtin()).size() == 100000);
    std::string quotes;
    for (int i = 0; i < 50000; ++i) quotes += "“x ";
    CHECK(fonds::lex(quotes, fonds::Lexicon::builtin()).size() >= 100000);
}

TEST_CASE("Stops of ordinals and initials end no element") {
    CHECK(kinds("Protokoll der 41. Sitzung, 17.1.1958") == "t,d");
    CHECK(kinds("Ch.-R. Agnès, Histoire") == "t,t");
    CHECK(kinds("On Trade: In Defense of the New Rules (New York: Praeger, 1957)") == "t?tP");
}
