// A .bib file from outside its entries: where they begin, comments, @string and @preamble.

#include "format/bibtex_syntax.hpp"

#include <algorithm>

#include "base/diagnostic.hpp"
#include "format/bibtex_reader.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;

// What is usual, for room made beforehand; memory that nothing is written to costs nothing.
constexpr std::size_t bytes_of_entry = 256;
constexpr std::size_t bytes_of_field = 40;

}  // namespace

Reader::Reader(string_view text) : text_(text) {
    file_.entries.reserve(text.size() / bytes_of_entry);
    file_.fields.reserve(text.size() / bytes_of_field);
}

File Reader::read() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (find_entry()) read_command();
    file_.end_of_entries = end_;
    return std::move(file_);
}

void Reader::report(std::size_t offset, Severity severity, string_view rule, std::string message) {
    auto const count = file_.diagnostics.size();
    if (count > maximum_diagnostics) return;
    Span const place{offset, std::min(offset + 1, text_.size())};
    file_.diagnostics.push_back(
        count == maximum_diagnostics
            ? make_diagnostic("limit-exceeded", Severity::error, place,
                              "there are too many findings in this file; the rest is not listed")
            : make_diagnostic(rule, severity, place,
                              key_.empty() ? std::move(message) : concat("entry “", key_, "”: ", message)));
}

void Reader::damage(std::size_t offset, string_view rule, std::string message) {
    damaged_ = true;
    report(offset, Severity::error, rule, std::move(message));
}

string_view Reader::take_name() {
    auto const begin = at_;
    at_ = skip_name(text_, at_);
    return text_.substr(begin, at_ - begin);
}

// Moves to the next '@' that begins an entry or command; everything before it is comment. Against BibTeX,
// and with biber, % comments its line out between entries.
bool Reader::find_entry() {
    bool commented = false;
    for (; at_ < text_.size(); ++at_) {
        char const c = text_[at_];
        if (c == '\n') commented = false;
        if (c == '%') commented = true;
        if (c != '@' || !opens_entry(at_)) continue;
        start_ = at_;
        if (!commented) return true;
        key_ = {};
        if (text_[open_] == '{')
            report(at_, Severity::note, "commented-entry",
                   "what stands after % in a line is not read as an entry");
    }
    return false;
}

// "@word {": sets type_ and open_.
bool Reader::opens_entry(std::size_t at) {
    auto const begin = bibtex::skip_spaces(text_, at + 1);
    auto const end = skip_name(text_, begin);
    if (end == begin) return false;
    type_ = text_.substr(begin, end - begin);
    open_ = bibtex::skip_spaces(text_, end);
    return open_ < text_.size() &&
           (text_[open_] == '{' || text_[open_] == '(' || equal_ignoring_case(type_, "comment"));
}

void Reader::read_command() {
    key_ = {};
    at_ = open_;
    if (equal_ignoring_case(type_, "comment")) return skip_comment();
    char const close = text_[at_++] == '{' ? '}' : ')';
    if (equal_ignoring_case(type_, "string")) read_string(close);
    else if (equal_ignoring_case(type_, "preamble")) read_preamble(close);
    else read_entry(close);
}

// A comment in braces ends with them; else with its line. One whose braces never close ends with its line
// too.
void Reader::skip_comment() {
    if (peek() == '{') {
        auto const end = skip_braces();
        if (end != npos) {
            at_ = end;
            return;
        }
        report(start_, Severity::warning, "unbalanced-braces", "the braces of this @comment are not closed");
    }
    skip_line();
}

// The place after the brace that closes the one at at_; npos where a new entry or the end comes first.
std::size_t Reader::skip_braces() {
    std::size_t depth = 0;
    if (is_hopeless()) return npos;
    auto p = at_;
    for (; p < text_.size(); ++p) {
        char const c = text_[p];
        if (c == '{') ++depth;
        if (c == '}' && --depth == 0) return p + 1;
        if (c == '\n' && begins_entry(text_, p + 1)) break;
    }
    runaway_ += p - at_;
    return npos;
}

void Reader::read_preamble(char close) {
    string_view value;
    read_value(value, close);
    skip_spaces();
    if (peek() == close) ++at_;
}

void Reader::read_string(char close) {
    while (!at_end()) {
        skip_spaces();
        if (peek() == ',') {
            ++at_;
            continue;
        }
        if (peek() == close) {
            ++at_;
            return;
        }
        auto const name = take_name();
        skip_spaces();
        if (name.empty() || peek() != '=') {
            report(at_, Severity::error, "stray-text", "this @string has no “name = value”");
            at_ = next_entry(text_, at_);
            return;
        }
        ++at_;
        string_view value;
        if (!read_value(value, close)) return;
        file_.macros.insert_or_assign(ascii_lower(name), value);
    }
}

File read_file(string_view text) { return Reader(text).read(); }

}  // namespace fonds::bibtex
