// One entry of a .bib file: its key and its fields, as far as they can be made out.

#include "base/beginning.hpp"
#include "format/bibtex_reader.hpp"

namespace fonds::bibtex {

using std::string_view;

void Reader::read_entry(char close) {
    Entry entry;
    entry.type = type_;
    entry.first = file_.fields.size();
    entry.before = end_;
    entry.span.begin = start_;
    damaged_ = false;
    read_key(close);
    entry.key = key_;
    while (read_field(close)) {
    }
    entry.span.end = at_;
    entry.count = file_.fields.size() - entry.first;
    entry.damaged = damaged_;
    end_ = at_;
    file_.entries.push_back(entry);
}

void Reader::read_key(char close) {
    skip_spaces();
    // The entry before it is not closed; read_field says so.
    if (peek() == '@' && begins_entry(text_, at_)) return;
    auto const begin = at_;
    while (!at_end() && string_view(",=\"{}\n\r").find(peek()) == npos && !(close == ')' && peek() == ')'))
        ++at_;
    auto const key = trim(text_.substr(begin, at_ - begin));
    if (peek() == '=') {
        at_ = begin;
        damage(begin, "missing-key", "this entry has no key");
        return;
    }
    key_ = key;
    skip_spaces();
    if (key.empty()) damage(begin, "missing-key", "this entry has no key");
    else if (key.find_first_of(" \t") != npos) damage(begin, "malformed-key", "a key has no spaces in it");
    if (peek() == ',') {
        ++at_;
    } else if (is_name(peek())) {
        damage(at_, "missing-comma", "there is no comma after the key");
    } else if (peek() != close && !at_end()) {
        damage(at_, "malformed-key", "the key ends with a character that no key has");
        while (!at_end() && peek() != ',' && peek() != '\n') ++at_;
    }
}

void Reader::skip_between_fields() {
    for (;;) {
        skip_spaces();
        if (peek() == ',') ++at_;
        else if (peek() == '%') skip_line();
        else return;
    }
}

// One field; false at the end of the entry.
bool Reader::read_field(char close) {
    skip_between_fields();
    if (at_end()) {
        damage(start_, "truncated-entry", "the file ends before this entry does");
        return false;
    }
    if (peek() == close) return end_entry();
    if (peek() == '@' && is_line_start(text_, at_) && begins_entry(text_, at_)) {
        if (take_back_swallowed()) return true;
        damage(start_, "unclosed-entry", "this entry is not closed before the next one begins");
        return false;
    }
    auto const begin = at_;
    auto const name = take_name();
    skip_spaces();
    if (name.empty() || peek() != '=') return skip_stray_text(begin, close);
    ++at_;
    string_view value;
    bool const goes_on = read_value(value, close);
    file_.fields.push_back({name, value, {begin, at_}});
    return goes_on;
}

// The last value of an entry that is not closed may have swallowed the fields after it: true where one was
// found, and reading goes on there.
bool Reader::take_back_swallowed() {
    auto& fields = file_.fields;
    if (taken_back_ == start_ || fields.empty() || fields.back().span.begin < start_) return false;
    auto& last = fields.back();
    auto const* const begin = last.value.data();
    if (begin < text_.data() || begin >= text_.data() + text_.size()) return false;
    auto const comma = find_swallowed(last.value);
    if (comma == npos) return false;
    taken_back_ = start_;
    damage(static_cast<std::size_t>(begin - text_.data()) - 1, "unbalanced-braces",
           "the braces of this value are not closed; the fields that it would take in are read");
    last.value = without_surplus_braces(trim(last.value.substr(0, comma)));
    at_ = static_cast<std::size_t>(begin - text_.data()) + comma;
    last.span.end = at_;
    return true;
}

// A closing delimiter with a field after it was one too many.
bool Reader::end_entry() {
    auto const close_at = at_++;
    auto const comma = bibtex::skip_spaces(text_, at_);
    if (comma >= text_.size() || text_[comma] != ',') return false;
    auto const name = bibtex::skip_spaces(text_, comma + 1);
    auto const name_end = skip_name(text_, name);
    auto const equals = bibtex::skip_spaces(text_, name_end);
    if (name_end == name || equals >= text_.size() || text_[equals] != '=') return false;
    damage(close_at, "unbalanced-braces", "one closing brace too many; the fields after it are read");
    at_ = comma;
    return true;
}

// Text that is no field: up to the next comma or line.
bool Reader::skip_stray_text(std::size_t begin, char close) {
    at_ = begin;
    while (!at_end() && peek() != ',' && peek() != '\n' && peek() != close) {
        if (peek() == '{') {
            auto const end = skip_braces();
            at_ = end == npos ? at_ + 1 : end;
        } else {
            ++at_;
        }
    }
    auto const text = trim(text_.substr(begin, at_ - begin));
    if (text.empty() && !at_end() && peek() != close) ++at_;
    damage(begin, "stray-text", concat("“", beginning(text, 60), "” is no field"));
    return true;
}

}  // namespace fonds::bibtex
