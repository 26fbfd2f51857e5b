// TeX to Unicode: commands and their arguments.

#include <algorithm>

#include "base/contains.hpp"
#include "base/unicode.hpp"
#include "wire/latex_accents.hpp"
#include "wire/latex_reader.hpp"
#include "wire/latex_symbols.hpp"
#include "wire/sorted_rows.hpp"

namespace fonds::latex {
namespace {

using std::string_view;

template <class Table>
auto const* find_named(Table const& table, string_view name) {
    auto const at =
        std::find_if(table.begin(), table.end(), [&](auto const& row) { return row.name == name; });
    return at == table.end() ? nullptr : &*at;
}
}  // namespace

// The argument of a command: a group without its braces, a command with its argument, or one character.
string_view Reader::take_argument() {
    skip_spaces();
    if (at_ < tex_.size() && tex_[at_] == '{') return take_group();
    auto const begin = at_;
    // An accent is taken with the letter under it: \.{\=a} may be written \.\=a.
    bool is_letter_to_come = true;
    while (is_letter_to_come && at_ < tex_.size() && tex_[at_] == '\\') {
        is_letter_to_come = !marks_of(take_name()).empty();
        if (is_letter_to_come) skip_spaces();
    }
    if (is_letter_to_come && at_ < tex_.size() && tex_[at_] != '}') {
        if (tex_[at_] == '{') take_group();
        else at_ += decode(tex_, at_).size;
    }
    return tex_.substr(begin, at_ - begin);
}

// What stands in the braces at `at_`; all that follows where they are not closed.
string_view Reader::take_group() {
    auto const begin = at_ + 1;
    auto const end = std::min(closing_brace(tex_, at_), tex_.size());
    at_ = std::min(end + 1, tex_.size());
    return tex_.substr(begin, end - begin);
}

// The name of the command at `at_`, which is a backslash; at least one character where there is any.
string_view Reader::take_name() {
    auto const begin = ++at_;
    while (at_ < tex_.size() && is_ascii_letter(tex_[at_])) ++at_;
    if (at_ == begin && at_ < tex_.size()) at_ += decode(tex_, at_).size;
    return at_ == begin ? string_view(" ") : tex_.substr(begin, at_ - begin);
}

std::string Reader::convert(string_view argument) {
    std::string text;
    if (depth_ + 16 >= maximum_depth || is_plain(argument)) return std::string(argument);
    Reader(text, options_, unknown_, depth_ + 16).read(argument);
    return text;
}

void Reader::read_command() {
    auto const begin = at_;
    auto const name = take_name();
    bool const starred = is_ascii_letter(name.front()) && at_ < tex_.size() && tex_[at_] == '*';
    if (starred) ++at_;
    if (starred && name == "enquote") format({name, "‘", "’"});
    else if (!is_ascii_letter(name.front())) read_sign(name);
    else if (!read_word(name)) keep_unknown(begin);
}

void Reader::read_sign(string_view name) {
    if (auto const marks = marks_of(name); !marks.empty()) {
        out_ += with_marks(convert(take_argument()), marks);
        return;
    }
    switch (name.front()) {
        case '\\':
            out_ += '\n';
            skip_spaces();
            break;
        case ',': out_ += "\xE2\x80\x89"; break;  // thin space
        case ' ':
        case '\n':
        case '\t':
        case '\r': out_ += ' '; break;
        case ';':
        case ':':
        case '>': out_ += ' '; break;
        case '-':
        case '/':
        case '!':
        case '(':
        case ')':
        case '[':
        case ']':
        case '@': break;
        default: out_ += name;  // \& \% \$ \# \_ \{ \}
    }
}

bool Reader::read_word(string_view name) {
    if (auto const marks = marks_of(name); !marks.empty()) {
        out_ += with_marks(convert(take_argument()), marks);
        return true;
    }
    if (auto const symbol = symbol_of(name); !symbol.empty()) {
        out_ += symbol;
        end_symbol();
        return true;
    }
    if (auto const* tag = find_sorted(tags, name)) {
        format(*tag);
        return true;
    }
    if (auto const* journal = find_sorted(journals, name)) {
        out_ += journal->text;
        end_symbol();
        return true;
    }
    if (auto const* sign = find_named(punctuation, name)) {
        out_ += sign->text;
        end_symbol();
        return true;
    }
    if (contains(spaces, name)) {
        out_ += ' ';
        end_symbol();
        return true;
    }
    if (contains(dropping, name)) {
        take_argument();
        return true;
    }
    if (contains(second_of_two, name)) {
        take_argument();
        format({name, {}, {}});
        return true;
    }
    if (read_address(name)) return true;
    if (contains(transparent, name)) {
        format({name, {}, {}});
        return true;
    }
    return false;
}

// Addresses are verbatim, and \verb: what TeX would take for its own in them is text.
bool Reader::read_address(string_view name) {
    if (name == "href") {
        auto const address = unescaped(take_argument());
        auto const text = convert(take_argument());
        out_ += text;
        if (text != address)
            out_.append(text.empty() ? "" : " (").append(address).append(text.empty() ? "" : ")");
        return true;
    }
    if (name == "url" || name == "path" || name == "nolinkurl") {
        out_ += unescaped(take_argument());
        return true;
    }
    if (name == "verb" && at_ < tex_.size()) {
        auto const end = tex_.find(tex_[at_], at_ + 1);
        if (end == string_view::npos) return false;
        out_ += tex_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return true;
    }
    // {\ifmmode\check{c}\else\v{c}\fi}, as physics journals export: the branch for text.
    if (name == "ifmmode") {
        auto const text = lacks_else_ ? string_view::npos : tex_.find("\\else", at_);
        lacks_else_ = text == string_view::npos;  // so that it is not looked for again and again
        if (lacks_else_) return false;
        at_ = text + 5;
        skip_spaces();
        return true;
    }
    return false;
}

std::string Reader::unescaped(string_view address) {
    std::string out;
    for (std::size_t i = 0; i < address.size(); ++i) {
        bool const escape = address[i] == '\\' && i + 1 < address.size() &&
                            string_view("%_&#$~{}").find(address[i + 1]) != string_view::npos;
        if (!escape) out += address[i];
    }
    return out;
}

// TeX eats the spaces after a command of letters; {} ends it too.
void Reader::end_symbol() {
    if (tex_.substr(at_).starts_with("{}")) at_ += 2;
    else skip_spaces();
}

void Reader::keep_unknown(std::size_t begin) {
    auto const written = tex_.substr(begin, at_ - begin);
    if (unknown_ != nullptr) unknown_->push_back(written);
    out_ += written;
    if (at_ >= tex_.size() || tex_[at_] != '{' || unbalanced_) return;
    auto const end = closing_brace(tex_, at_);
    unbalanced_ = end == string_view::npos;  // so that it is not looked for again and again
    if (unbalanced_) return;
    out_.append(tex_, at_, end + 1 - at_);
    at_ = end + 1;
}

}  // namespace fonds::latex
