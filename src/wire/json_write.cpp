// JSON out.

#include <array>
#include <charconv>

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

}  // namespace

void append_string(std::string& out, std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;  // start of the run that needs no escape
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && is_plain[static_cast<unsigned char>(text[at])]) ++at;
        if (at == text.size()) break;
        auto const byte = static_cast<unsigned char>(text[at]);
        auto const flush = [&] { out.append(text, plain, at - plain); };
        if (byte >= 0x80) {
            auto const point = decode(text, at);
            if (point.size == 1) {
                flush();
                out += "\xEF\xBF\xBD";
                plain = at + 1;
            }
            at += point.size;
            continue;
        }
        flush();
        out += '\\';
        switch (byte) {
            case '"': case '\\': out += static_cast<char>(byte); break;
            case '\n': out += 'n'; break;
            case '\r': out += 'r'; break;
            case '\t': out += 't'; break;
            default: out += "u00"; out += hex[byte >> 4]; out += hex[byte & 15];
        }
        plain = ++at;
    }
    out.append(text, plain, text.size() - plain);
    out += '"';
}

void Writer::new_line() {
    if (indent_ == 0) return;
    out_ += '\n';
    out_.append(static_cast<std::size_t>(depth_ * indent_), ' ');
}

void Writer::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (!first_) out_ += ',';
    if (depth_ > 0) new_line();
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
    if (!first_) new_line();
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
    out_ += std::to_string(number);
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
