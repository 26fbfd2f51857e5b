#include "base/unicode.hpp"

#include <cctype>

#include "base/encodings.hpp"
#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("ill-formed UTF-8 is repaired, well-formed is untouched") {
    CHECK(is_valid_utf8("Фонд 5"));
    CHECK_FALSE(is_valid_utf8("a\xFF"));
    CHECK(repair_utf8("a\xFF\xFE") == "a\uFFFD\uFFFD");
    CHECK(repair_utf8("\xE2\x82") == "\uFFFD\uFFFD");
    CHECK(first_ill_formed("12345678Фо\xFFнд") == 12);
    CHECK(first_ill_formed("\uFFFD") == 3);
    CHECK(count_code_points("Фонд") == 4);
}

TEST_CASE("windows-1252 and UTF-16 as UTF-8") {
    CHECK(from_latin1("\x93K\xF6ln\x94") == "“Köln”");
    CHECK(to_latin1("“Köln”") == "\x93K\xF6ln\x94");
    CHECK_FALSE(to_latin1("Фонд"));
    CHECK_FALSE(is_utf16("\xEF\xBB\xBF"));
    CHECK(from_utf16(std::string_view("\xFF\xFE\x24\x04\x3D\xD8\x00\xDE", 8)) == "Ф😀");
    CHECK(from_utf16(std::string_view("\xFE\xFF\xD8\x3D\x00\x41", 6)) == "\uFFFDA");
}

TEST_CASE("decoding goes both ways") {
    std::string_view const text = "aф\xFF";
    CHECK(decode(text, 1).value == U'ф');
    CHECK(decode_before(text, 3).value == U'ф');
    CHECK(decode_before(text, 1).value == U'a');
    CHECK(decode_before(text, 4).value == 0xFFFD);
}

TEST_CASE("names compare folded") {
    CHECK(fold("Győr") == "gyor");
    CHECK(fold("opis'") == fold("opis’"));
    CHECK(fold("ÖStA") == "osta");
    CHECK(to_upper("straße, ф") == "STRASSE, Ф");
    CHECK(to_lower("РГАНИ") == "ргани");
    CHECK(to_nfc("e\u0301") == "é");
}

TEST_CASE("the classes of ASCII") {
    std::string_view const punctuation = "!\"#%&'()*,-./:;?@[\\]_{}";  // symbols are none: $ + < = > ^ ` | ~
    for (char32_t c = 0; c < 0x80; ++c) {
        CAPTURE(static_cast<unsigned>(c));
        auto const byte = static_cast<int>(c);
        CHECK(is_letter(c) == (std::isalpha(byte) != 0));
        CHECK(is_upper(c) == (std::isupper(byte) != 0));
        CHECK(is_lower(c) == (std::islower(byte) != 0));
        CHECK(is_number(c) == (std::isdigit(byte) != 0));
        CHECK(is_space(c) == (std::isspace(byte) != 0));
        CHECK(is_punctuation(c) == (punctuation.find(static_cast<char>(c)) != std::string_view::npos));
        CHECK_FALSE(is_mark(c));
    }
}

TEST_CASE("a text folds as its code points do") {
    std::string_view const text = "Ő\u0301’ß ﬁﬃ Ⅳ \u00AD각 \uFDFA";
    std::string pieces;
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).size)
        pieces += fold(text.substr(at, decode(text, at).size));
    CHECK(fold(text) == pieces);
    CHECK(fold("ﬁﬃ") == "fiffi");
    CHECK(fold("a\xFF") == "a\uFFFD");
}

TEST_CASE("a terminal shows and does not obey") {
    struct {
        std::string_view text, shown;
    } const rows[] = {
        {"“Дело 314”", "“Дело 314”"},
        {"a\tb\r\nc", "a b  c"},
        {"\x1b[31mred\x07", "␛[31mred␇"},
        {"\u009b31m \x7f", "\uFFFD31m \uFFFD"},
        {"\u202Etext\u202C \u2066text\u2069", "\uFFFDtext\uFFFD \uFFFDtext\uFFFD"},
        {"half \xE2\x80", "half \uFFFD\uFFFD"},
    };
    for (auto const& row : rows) CHECK(visible(row.text) == row.shown);
}

TEST_CASE("scripts") {
    CHECK(script_of(U'f') == Script::latin);
    CHECK(script_of(U'ф') == Script::cyrillic);
    CHECK(script_of(U'档') == Script::han);
    CHECK(script_of(U'5') == Script::common);
}
