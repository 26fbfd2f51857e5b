// JSON out.

#include <charconv>

#include "base/bytes.hpp"
#include "base/unicode.hpp"
#include "wire/json.hpp"

namespace fonds::json {

namespace {

// All of ASCII but what is escaped stands for itself; the rest is looked at.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
    return find_byte(
        text, at, [](auto byte) { return (byte == '"') | (byte == '\\') | (byte < 0x20) | (byte >= 0x80); });
}

}  // namespace

void append_string(std::string& out, std::string_view text) {
    Writer writer;
    out += writer.value(text).text();
}

inline void Writer::put(char sign) {
    *room(1) = sign;
    ++size_;
}

inline void Writer::put(std::string_view text) {
    text.copy(room(text.size()), text.size());
    size_ += text.size();
}

inline void Writer::put_quoted(std::string_view text) {
    auto* const begin = room(text.size() + 2);
    begin[0] = '"';
    text.copy(begin + 1, text.size());
    begin[text.size() + 1] = '"';
    size_ += text.size() + 2;
}

void Writer::put_escaped(std::string_view text) {
    put('"');
    std::size_t begin = 0;  // of the run that needs no escape
    for (auto at = end_of_plain(text, 0); at < text.size(); at = end_of_plain(text, at)) {
        bool const is_ascii = static_cast<unsigned char>(text[at]) < 0x80;
        auto const size = decode(text, at).size;
        if (is_ascii || size == 1) {
            put(text.substr(begin, at - begin));
            if (is_ascii) put_escape(text[at]);
            else put("\xEF\xBF\xBD");
            begin = at + 1;
        }
        at += size;
    }
    put(text.substr(begin));
    put('"');
}

void Writer::put_escape(char c) {
    static constexpr std::string_view hex = "0123456789abcdef";
    auto const byte = static_cast<unsigned char>(c);
    put('\\');
    switch (byte) {
        case '"':
        case '\\': put(c); break;
        case '\n': put('n'); break;
        case '\r': put('r'); break;
        case '\t': put('t'); break;
        default:
            put("u00");
            put(hex[byte >> 4]);
            put(hex[byte & 15]);
    }
}

template <class Value>
void Writer::put_number(Value number) {
    constexpr std::size_t longest = 32;
    auto* const begin = room(longest);
    size_ += static_cast<std::size_t>(std::to_chars(begin, begin + longest, number).ptr - begin);
}

void Writer::new_line() {
    put('\n');
    for (auto spaces = depth_ * indent_; spaces > 0; --spaces) put(' ');
}

inline void Writer::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (!first_) put(',');
    if (indent_ > 0 && depth_ > 0) new_line();
    first_ = false;
}

Writer& Writer::open(char bracket) {
    before_value();
    put(bracket);
    ++depth_;
    first_ = true;
    return *this;
}

Writer& Writer::close(char bracket) {
    --depth_;
    if (indent_ > 0 && !first_) new_line();
    put(bracket);
    first_ = false;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    value(name);
    put(':');
    if (indent_ > 0) put(' ');
    after_key_ = true;
    return *this;
}

Writer& Writer::plain_key(std::string_view name) {
    before_value();
    put_quoted(name);
    put(':');
    if (indent_ > 0) put(' ');
    after_key_ = true;
    return *this;
}

Writer& Writer::value(std::string_view text) {
    before_value();
    if (end_of_plain(text, 0) == text.size()) put_quoted(text);
    else put_escaped(text);
    return *this;
}

Writer& Writer::value(bool boolean) {
    before_value();
    put(boolean ? std::string_view("true") : std::string_view("false"));
    return *this;
}

Writer& Writer::value(std::int64_t number) {
    before_value();
    put_number(number);
    return *this;
}

Writer& Writer::value(double number) {
    before_value();
    put_number(number);
    return *this;
}

Writer& Writer::raw(std::string_view json) {
    before_value();
    put(json);
    return *this;
}

Writer& Writer::null() { return raw("null"); }

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
    if (auto const* number = tree.number()) return raw(number->text);
    return null();
}

}  // namespace fonds::json
