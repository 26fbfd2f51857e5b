// Tokens partition their text; addresses end where the sentence goes on.

#include "check/tokens.hpp"

#include "support/catch.hpp"

using namespace fonds;
using namespace fonds::checking;

TEST_CASE("tokens partition the text") {
    for (std::string const text :
         {"", "f. 5, op. 28", "“Ф.” 5–7ob.", "\xFF\xFE a", "http://", "a http://b.c/d(e) f"}) {
        std::string joined;
        for (auto const& token : tokenize(text)) joined += spelling(text, token);
        CHECK(joined == text);
    }
}

TEST_CASE("an address leaves the punctuation around it to the sentence") {
    struct Case {
        std::string text;
        std::string address;
    };
    for (auto const& [text, address] : std::vector<Case>{
             {"see http://a.org/b.", "http://a.org/b"},
             {"(https://a.org/b)", "https://a.org/b"},
             {"https://a.org/b_(c).", "https://a.org/b_(c)"},
             {"<www.a.org/x>;", "www.a.org/x"},
             {"“https://a.org/x”", "https://a.org/x"},
         }) {
        std::string found;
        for (auto const& token : tokenize(text))
            if (token.kind == Token::address) found = spelling(text, token);
        CHECK(found == address);
    }
}
