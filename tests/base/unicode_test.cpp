#include "base/unicode.hpp"

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("ill-formed UTF-8 is repaired, well-formed is untouched") {
    CHECK(is_valid_utf8("Фонд 5"));
    CHECK_FALSE(is_valid_utf8("a\xFF"));
    CHECK(repair_utf8("a\xFF\xFE") == "a\uFFFD\uFFFD");
    CHECK(repair_utf8("\xE2\x82") == "\uFFFD\uFFFD");
    CHECK(from_latin1("\x93K\xF6ln\x94") == "“Köln”");
    CHECK(count_code_points("Фонд") == 4);
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

TEST_CASE("scripts") {
    CHECK(script_of(U'f') == Script::latin);
    CHECK(script_of(U'ф') == Script::cyrillic);
    CHECK(script_of(U'档') == Script::han);
    CHECK(script_of(U'5') == Script::common);
}
