// JSON out.

#include <array>
#include <charconv>
#include <cstring>

#include "base/unicode.hpp"
#include "wire/json.hpp"

namespace fonds::json {

namespace {

// Bytes that stand for themselves: all of ASCII that needs no escape.
constexpr auto is_plain = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0x20; byte < 0x80; ++byte) table[byte] = byte != '"' && byte != '\\';
    return table;
}();

constexpr std::uint64_t in_each_byte(unsigned char value) { return 0x0101010101010101U * value; }

// Whether eight bytes all stand for themselves. In `bytes - n` the lowest byte that is smaller than n borrows
// and so gets its highest bit; a byte that equals c is 0, and smaller than 1, once c is taken out of it with
// `^`.
bool are_plain(std::uint64_t bytes) {
    auto const quotes = bytes ^ in_each_byte('"');
    auto const slashes = bytes ^ in_each_byte('\\');
    auto const marked =
        bytes | (bytes - in_each_byte(0x20)) | (quotes - in_each_byte(1)) | (slashes - in_each_byte(1));
    return (marked & in_each_byte(0x80)) == 0;
}

std::size_t end_of_plain(std::string_view text, std::size_t at) {
    auto const eight_at = [&](std::size_t place) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + place, sizeof bytes);
        return bytes;
    };
    for (; at + 8 <= text.size(); at += 8)
        if (!are_plain(eight_at(at))) break;
    if (at + 8 > text.size() && text.size() >= 8 && are_plain(eight_at(text.size() - 8))) return text.size();
    while (at < text.size() && is_plain[static_cast<unsigned char>(text[at])]) ++at;
    return at;
}

// In quotes as it stands: room is made once, full of quotes, of which two stay.
void append_plain(std::string& out, std::string_view text) {
    auto const before = out.size();
    out.append(text.size() + 2, '"');
    text.copy(out.data() + before + 1, text.size());
}

void append_escape(std::string& out, char c) {
    static constexpr char hex[] = "0123456789abcdef";
    auto const byte = static_cast<unsigned char>(c);
    out += '\\';
    switch (byte) {
        case '"':
        case '\\': out += c; break;
        case '\n': out += 'n'; break;
        case '\r': out += 'r'; break;
        case '\t': out += 't'; break;
        default:
            out += "u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
    }
}

}  // namespace

void append_string(std::string& out, std::string_view text) {
    auto at = end_of_plain(text, 0);
    if (at == text.size()) return append_plain(out, text);
    out += '"';
    std::size_t begin = 0;  // of the run that needs no escape
    for (; at < text.size(); at = end_of_plain(text, at)) {
        bool const is_ascii = static_cast<unsigned char>(text[at]) < 0x80;
        auto const size = decode(text, at).size;
        if (is_ascii || size == 1) {
            out.append(text, begin, at - begin);
            if (is_ascii) append_escape(out, text[at]);
            else out += "\xEF\xBF\xBD";
            begin = at + 1;
        }
        at += size;
    }
    out.append(text, begin);
    out += '"';
}

void Writer::new_line() {
    out_ += '\n';
    out_.append(static_cast<std::size_t>(depth_ * indent_), ' ');
}

inline void Writer::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (!first_) out_ += ',';
    if (indent_ > 0 && depth_ > 0) new_line();
    first_ = false;
}

Writer& Writer::open(char bracket) {
    before_value();
    out_ += bracket;
    ++depth_;
    first_ = true;
    return *this;
}

Writer& Writer::close(char bracket) {
    --depth_;
    if (indent_ > 0 && !first_) new_line();
    out_ += bracket;
    first_ = false;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    before_value();
    append_string(out_, name);
    out_ += indent_ == 0 ? ":" : ": ";
    after_key_ = true;
    return *this;
}

Writer& Writer::plain_key(std::string_view name) {
    before_value();
    append_plain(out_, name);
    out_ += indent_ == 0 ? ":" : ": ";
    after_key_ = true;
    return *this;
}

Writer& Writer::value(std::string_view text) {
    before_value();
    append_string(out_, text);
    return *this;
}

Writer& Writer::value(bool boolean) {
    before_value();
    out_ += boolean ? "true" : "false";
    return *this;
}

Writer& Writer::value(std::int64_t number) {
    before_value();
    std::array<char, 24> digits{};
    auto const result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out_.append(digits.data(), result.ptr);
    return *this;
}

Writer& Writer::value(double number) {
    before_value();
    std::array<char, 32> digits{};
    auto const result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out_.append(digits.data(), result.ptr);
    return *this;
}

Writer& Writer::raw(std::string_view json) {
    before_value();
    out_ += json;
    return *this;
}

Writer& Writer::null() {
    before_value();
    out_ += "null";
    return *this;
}

Writer& Writer::value(Value const& tree) {
    if (auto const* object = tree.object()) {
        begin_object();
        for (auto const& member : *object) key(member.name).value(member.value);
        return end_object();
    }
    if (auto const* array = tree.array()) {
        begin_array();
        for (auto const& element : *array) value(element);
        return end_array();
    }
    if (auto const* text = tree.string()) return value(std::string_view(*text));
    if (auto const* boolean = tree.boolean()) return value(*boolean);
    if (auto const* number = tree.number()) {
        before_value();
        out_ += number->text;
        return *this;
    }
    return null();
}

}  // namespace fonds::json
