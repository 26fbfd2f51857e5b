// The values of fields and macros: pieces in braces, quotes or neither, joined by '#'; and where a value ends
// whose delimiter is missing.

#include <array>
#include <utility>

#include "base/bytes.hpp"
#include "format/bibtex_reader.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;

// To what means something inside a value.
std::size_t skip_run(string_view text, std::size_t at) {
    return find_byte(
        text, at, [](auto byte) { return (byte == '{') | (byte == '}') | (byte == '"') | (byte == '\n'); });
}

// The macros that each style defines for itself: "jan" is January. `name` is in small letters.
string_view month_of(string_view name) {
    constexpr std::array<string_view, 12> months = {"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};
    if (name.size() != 3) return {};
    for (auto const month : months)
        if (ascii_lower(month[0]) == name[0] && month.substr(1, 2) == name.substr(1)) return month;
    return {};
}

}  // namespace

// A value of pieces joined by '#'. False where the entry cannot go on.
bool Reader::read_value(string_view& value, char close) {
    skip_spaces();
    bool goes_on = read_piece(value, close);
    if (goes_on && find_joint()) goes_on = join_pieces(value, close);
    if (goes_on) check_after_value(close);
    return goes_on;
}

// Moves behind a '#', if there is one after the piece.
bool Reader::find_joint() {
    auto const joint = bibtex::skip_spaces(text_, at_);
    if (joint >= text_.size() || text_[joint] != '#') return false;
    at_ = joint + 1;
    return true;
}

// The pieces from the second on; `value` is the first.
bool Reader::join_pieces(string_view& value, char close) {
    std::string joined(value);
    bool goes_on = true;
    bool cut = false;
    do {
        skip_spaces();
        string_view piece;
        goes_on = read_piece(piece, close);
        if (joined.size() + piece.size() <= maximum_expansion) joined += piece;
        else if (!std::exchange(cut, true))
            damage(at_, "limit-exceeded", "this value is too long when its macros are expanded; it is cut");
    } while (goes_on && find_joint());
    value = file_.expansions.emplace_back(std::move(joined));
    return goes_on;
}

void Reader::check_after_value(char close) {
    skip_spaces();
    if (at_end() || peek() == ',' || peek() == close || (peek() == '@' && is_line_start(text_, at_))) return;
    if (is_name(peek())) {
        auto const equals = bibtex::skip_spaces(text_, skip_name(text_, at_));
        if (equals < text_.size() && text_[equals] == '=') {
            damage(at_, "missing-comma", "there is no comma before this field");
            return;
        }
    }
    if (peek() == '%') return;
    skip_stray_text(at_, close);
}

bool Reader::read_piece(string_view& piece, char close) {
    char const c = peek();
    if (c == '{' || c == '"') return read_delimited(piece, c);
    auto const begin = at_;
    auto const name = take_name();
    if (!name.empty()) {
        piece = is_all_digits(name) ? name : expand(name, begin);
    } else if (c != close) {
        damage(begin, "missing-value", "this field has no value");
    } else {
        report(begin, Severity::warning, "missing-value", "this field has no value");
    }
    return true;
}

// What a macro stands for.
string_view Reader::expand(string_view name, std::size_t begin) {
    small_.assign(name);
    for (char& c : small_) c = ascii_lower(c);
    if (auto const macro = file_.macros.find(small_); macro != file_.macros.end()) return macro->second;
    if (auto const month = month_of(small_); !month.empty()) return month;
    report(begin, Severity::warning, "undefined-macro",
           concat("no @string defines “", name, "”; the name itself is kept as text"));
    return name;
}

// {…} or "…"; a value that runs away ends where its line does.
bool Reader::read_delimited(string_view& piece, char open) {
    auto const begin = ++at_;
    std::size_t depth = 0;
    std::size_t field_line = npos;  // the first line end that a new field seems to follow
    auto p = begin;
    for (; (p = skip_run(text_, p)) < text_.size(); ++p) {
        char const c = text_[p];
        if (c == '{') {
            ++depth;
        } else if (c == '}') {
            if (depth == 0 && open == '{') return end_value(piece, begin, p);
            if (depth == 0) break;  // "…} : the quote is missing
            --depth;
        } else if (c == '"') {
            if (depth == 0 && open == '"') {
                if (field_line != npos && !ends_value(text_, p + 1)) break;
                return end_value(piece, begin, p);
            }
        } else if (c == '\n') {
            if (field_line == npos && begins_field(text_, p + 1)) field_line = p;
            if (begins_entry(text_, p + 1) || (field_line != npos && is_hopeless())) break;
        }
    }
    runaway_ += p - begin;
    return recover_value(piece, begin, field_line, open);
}

bool Reader::end_value(string_view& piece, std::size_t begin, std::size_t end) {
    piece = text_.substr(begin, end - begin);
    at_ = end + 1;
    return true;
}

bool Reader::recover_value(string_view& piece, std::size_t begin, std::size_t field_line, char open) {
    damage(begin - 1, open == '{' ? "unbalanced-braces" : "unterminated-quote",
           open == '{' ? "the braces of this value are not closed; it is read to the end of its line"
                       : "the quotes of this value are not closed; it is read to the end of its line");
    auto const end = std::min(field_line != npos ? field_line : text_.find('\n', begin), text_.size());
    auto value = text_.substr(begin, end - begin);
    if (auto const comma = find_swallowed(value); comma != npos) {
        piece = without_surplus_braces(trim(value.substr(0, comma)));
        at_ = begin + comma;
        return true;
    }
    value = trim(value);
    if (value.ends_with(',')) value = trim(value.substr(0, value.size() - 1));
    piece = trim(without_surplus_braces(value));
    at_ = end;
    // The entry goes on only where another field follows.
    return field_line != npos || begins_field(text_, bibtex::skip_spaces(text_, end));
}

}  // namespace fonds::bibtex
