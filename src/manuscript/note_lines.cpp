#include "manuscript/note_lines.hpp"

#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/reader.hpp"
#include "wire/json.hpp"

namespace fonds {
namespace {

std::string text_member(json::Value const& line, std::string_view name) {
    auto const* value = line.find(name);
    return value && value->text() ? std::string(*value->text()) : std::string();
}

bool has_note(json::Value const& line) {
    auto const* note = line.find("note");
    return note && note->string() && !note->string()->empty();
}

/// A string literal of a line that is known to be well-formed JSON.
struct Literal {
    std::string text;
    SourceMap map;
    std::size_t end = 0;  ///< behind its closing quotation mark
};

std::size_t read_hex(std::string_view digits) {
    std::size_t value = 0;
    for (char const c : digits)
        value = value * 16 + static_cast<std::size_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    return value;
}

// Appends what the escape at `at` stands for and gives the place behind it.
std::size_t read_escape(std::string_view bytes, std::size_t at, std::string& out) {
    char const kind = bytes[at + 1];
    if (kind != 'u') {
        static constexpr std::string_view names = "bfnrt", values = "\b\f\n\r\t";
        auto const named = names.find(kind);
        out += named == std::string_view::npos ? kind : values[named];
        return at + 2;
    }
    auto point = read_hex(bytes.substr(at + 2, 4));
    at += 6;
    bool const is_high = point >= 0xD800 && point < 0xDC00;
    if (is_high && bytes.substr(at, 2) == "\\u") {
        point = 0x10000 + ((point - 0xD800) << 10) + (read_hex(bytes.substr(at + 2, 4)) - 0xDC00);
        at += 6;
    }
    append_utf8(out, static_cast<char32_t>(point));
    return at;
}

// The literal whose opening quotation mark stands at `at`.
Literal read_literal(std::string_view bytes, std::size_t at, std::size_t limit) {
    Literal out;
    for (++at; at < limit && bytes[at] != '"';) {
        auto const begin = at, size = out.text.size();
        bool const is_escape = bytes[at] == '\\';
        if (is_escape) {
            at = read_escape(bytes, at, out.text);
        } else {
            auto const rest = bytes.substr(begin, limit - begin);
            auto const stop =
                std::find_if(rest.begin(), rest.end(), [](char c) { return c == '"' || c == '\\'; });
            out.text.append(rest.begin(), stop);
            at += static_cast<std::size_t>(stop - rest.begin());
        }
        out.map.add({{size, out.text.size()}, {begin, at}, 0, is_escape});
    }
    out.end = at + 1;
    return out;
}

// Where the text of the last member "note" of the line's own object stands.
SourceMap map_of_note(std::string_view bytes, Span line) {
    SourceMap found;
    std::string key;
    int depth = 0;
    for (auto at = line.begin; at < line.end;) {
        char const c = bytes[at];
        if (c == '"') {
            auto literal = read_literal(bytes, at, line.end);
            at = literal.end;
            auto const behind = bytes.find_first_not_of(" \t", at);
            bool const is_key = behind < line.end && bytes[behind] == ':';
            if (is_key) key = depth == 1 ? std::move(literal.text) : std::string();
            else if (depth == 1 && key == "note") found = std::move(literal.map);
            continue;
        }
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        ++at;
    }
    return found;
}

template <class Take>
void for_each_line(std::string_view bytes, Take take) {
    for (std::size_t begin = 0; begin < bytes.size();) {
        auto const end = std::min(bytes.find('\n', begin), bytes.size());
        take(Span{begin, end});
        begin = end + 1;
    }
}

}  // namespace

bool looks_like_note_lines(std::string_view bytes) {
    auto const line = bytes.substr(0, bytes.find('\n'));
    if (!trim(line).starts_with('{')) return false;
    auto const tree = json::read(line);
    auto const* note = tree ? (*tree).find("note") : nullptr;
    return note && note->string() && !(*tree).find("type");
}

std::optional<Error> read_note_lines(Document& document) {
    std::string_view const bytes = document.parts.front().bytes;
    for_each_line(bytes, [&](Span line) {
        auto const tree = json::read(slice(bytes, line));
        if (!tree) {
            if (!trim(slice(bytes, line)).empty())
                document.diagnostics.push_back(
                    make_diagnostic("not-a-record", Severity::error, line,
                                    concat("this line is no JSON object: ", tree.error().message)));
            return;
        }
        if (!has_note(*tree)) return;
        auto& note = document.notes.emplace_back();
        note.id = text_member(*tree, "id");
        if (note.id.empty()) note.id = std::to_string(document.notes.size());
        note.number = note.id;
        note.text = *(*tree).find("note")->string();
        note.map = map_of_note(bytes, line);
        note.manuscript = text_member(*tree, "document");
    });
    return std::nullopt;
}

}  // namespace fonds
