#include "base/bytes.hpp"

#include <string>

#include "support/catch.hpp"

using namespace fonds;

namespace {

constexpr auto is_wanted = [](auto byte) { return (byte == '{') | (byte < 0x20) | (byte >= 0x80); };
constexpr auto is_dash = [](auto byte) { return byte == '-'; };
constexpr auto is_brace = [](auto byte) { return is_within<'{', '}'>(byte); };

}  // namespace

TEST_CASE("a byte is found wherever it stands, at the end of blocks and in the last of them") {
    for (std::size_t size = 0; size < 50; ++size)
        for (std::size_t place = 0; place < size; ++place)
            for (char const sign : {'{', '\0', '\x1F', '\x80', '\xFF'}) {
                std::string text(size, 'a');
                text[place] = sign;
                INFO(size << ' ' << place);
                CHECK(find_byte(text, 0, is_wanted) == place);
                CHECK(find_byte(text, place, is_wanted) == place);
                CHECK(find_byte(text, place + 1, is_wanted) == size);
            }
    CHECK(find_byte("a z|}~\x7F", 0, is_wanted) == 7);
    CHECK(find_byte("", 0, is_wanted) == 0);
}

TEST_CASE("a byte is seen wherever it stands, another where it stands twice in a row") {
    for (std::size_t size = 1; size < 50; ++size)
        for (std::size_t place = 0; place < size; ++place) {
            std::string text(size, 'a');
            for (std::size_t i = 0; i < size; i += 2) text[i] = ' ';
            INFO(size << ' ' << place);
            CHECK_FALSE(stands_once_or_twice(text, is_wanted, is_dash));
            text[place] = '-';
            CHECK_FALSE(stands_once_or_twice(text, is_wanted, is_dash));
            if (place > 0) text[place - 1] = '-';
            CHECK(stands_once_or_twice(text, is_wanted, is_dash) == (place > 0));
            text[place] = '{';
            CHECK(stands_once_or_twice(text, is_wanted, is_dash));
        }
    CHECK_FALSE(stands_once_or_twice("", is_wanted, is_dash));
}

TEST_CASE("a range of bytes has both its ends") {
    for (std::size_t size : {1U, 16U, 40U})
        for (unsigned byte = 0; byte < 256; ++byte) {
            std::string const text(size, static_cast<char>(byte));
            INFO(size << ' ' << byte);
            CHECK((find_byte(text, 0, is_brace) == 0) == (byte >= '{' && byte <= '}'));
            CHECK(stands_once_or_twice(text, is_brace, is_brace) == (byte >= '{' && byte <= '}'));
        }
}
