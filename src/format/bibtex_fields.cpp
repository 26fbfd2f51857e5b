// Writes the fields of a .bib entry.

#include "format/bibtex_fields.hpp"

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/bibtex_item.hpp"
#include "format/bibtex_names.hpp"
#include "format/bibtex_titles.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
constexpr auto npos = string_view::npos;

constexpr auto is_space_or_brace = [](auto byte) {
    return (byte == ' ') | is_within<'\t', '\r'>(byte) | (byte == '\\') | (byte == '{') | (byte == '}');
};

// What an entry can hold between braces.
bool is_balanced(string_view text) {
    long depth = 0;
    for (char const c : text) {
        depth += (c == '{') - (c == '}');
        if (depth < 0) return false;
    }
    return depth == 0;
}

// Whether TeX text of a list of names still says what the item does.
bool same_names(string_view tex, Names const& names) {
    List split;
    split_list(tex, split);
    Names read;
    for (auto const element : split.elements) read.push_back(read_name(element));
    return read == names && is_balanced(tex);
}

}  // namespace

bool is_field_name(string_view name) {
    return !name.empty() && name.find_first_of(" \t\r\n,={}\"#%()@\\") == npos;
}

bool is_written(ForeignField const& field) {
    return field.format == foreign_format && is_field_name(field.name) && field.name != "entrytype" &&
           !field.name.starts_with("more") && is_balanced(field.value);
}

FieldWriter::FieldWriter(std::string& out, Item const& item, bool ascii)
    : out_(out), begin_(out.size()), item_(item) {
    tex_.ascii = ascii;
}

ForeignField const* FieldWriter::kept(string_view name, string_view prefix) const {
    for (auto const& field : item_.foreign)
        if (field.format == foreign_format && field.name.size() == prefix.size() + name.size() &&
            field.name.starts_with(prefix) && field.name.ends_with(name))
            return &field;
    return nullptr;
}

std::unordered_set<std::string> FieldWriter::names() const {
    constexpr string_view line = "\n  ";
    std::unordered_set<std::string> out;
    string_view const written = out_;
    for (auto at = written.find(line, begin_); at != npos; at = written.find(line, at + 1)) {
        auto const field = written.substr(at + line.size());
        if (auto const end = field.find_first_of(" \n"); end != npos && field[end] == ' ')
            out.insert(ascii_lower(field.substr(0, end)));
    }
    return out;
}

// "  name = {" … and the text follows.
void FieldWriter::open(string_view name) {
    static constexpr string_view usual = ",\n               = {";
    constexpr std::size_t begin = 4, width = 12;
    if (name.size() > width) {
        out_.append(usual, 0, begin).append(name).append(usual, begin + width);
        return;
    }
    auto const line = out_.size();
    out_ += usual;
    name.copy(out_.data() + line + begin, name.size());
}

void FieldWriter::put(string_view name, string_view text) {
    open(name);
    come_back_ &= latex::append_tex(out_, text, tex_);
    out_ += '}';
}

void FieldWriter::verbatim(string_view name, string_view text) {
    if (text.empty()) return;
    bool const simple = find_byte(text, 0, is_space_or_brace) == text.size();
    come_back_ &= simple;
    if (!simple && !is_balanced(text)) return;
    open(name);
    out_.append(text).append("}");
}

void FieldWriter::raw(string_view name, string_view tex) {
    // A line end could begin what looks like an entry.
    come_back_ &= !tex.empty() && tex.find('\n') == npos && is_valid_utf8(tex);
    if (tex.empty()) return;
    open(name);
    out_.append(tex).append("}");
}

void FieldWriter::macro(string_view name, string_view text) {
    come_back_ = false;
    open(name);
    out_.erase(out_.size() - 1);
    out_ += text;
}

void FieldWriter::put_list(string_view name, string_view text) {
    open(name);
    for (std::size_t at = 0; at <= text.size();) {
        auto end = text.find("; ", at);
        if (end == npos) end = text.size();
        if (at > 0) out_ += " and ";
        auto const element = text.substr(at, end - at);
        bool const alone = element == "others";
        bool const protect = element.find(" and ") != npos || element.starts_with("and ") || alone;
        if (protect) out_ += '{';
        bool const certain = latex::append_tex(out_, element, tex_);
        if (protect) out_ += '}';
        come_back_ &= certain && !element.empty() && !alone && !has_and(element);
        at = end + 2;
    }
    close_list(name);
}

void FieldWriter::title(string_view name, string_view text) {
    if (text.empty()) return;
    open(name);
    auto const held = capitals_to_hold(text);
    auto const form = latex::form_of(text, tex_);
    come_back_ &= form != latex::Form::uncertain;
    if (form == latex::Form::uncertain && !held.empty()) {
        latex::append_tex(out_, with_nocase_spans(text, held), tex_);
    } else {
        auto const add = [&](string_view piece) {
            if (form == latex::Form::itself) out_ += piece;
            else latex::append_tex(out_, piece, tex_);
        };
        std::size_t at = 0;
        for (auto const& span : held) {
            auto const word = text.substr(span.begin, span.size());
            add(text.substr(at, span.begin - at));
            out_ += '{';
            add(word);
            out_ += '}';
            at = span.end;
            come_back_ &= !has_small_word(word);
        }
        add(text.substr(at));
    }
    out_ += '}';
}

void FieldWriter::names(string_view name, Names const& names) {
    if (names.empty()) return;
    if (auto const* written = kept(name, "="); written && same_names(written->value, names)) {
        open(name);
        out_.append(written->value).append("}");
        come_back_ = false;
        return;
    }
    open(name);
    auto const begin = out_.size();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out_ += " and ";
        come_back_ &= append_name(out_, names[i], tex_);
    }
    come_back_ &= is_valid_utf8(string_view(out_).substr(begin));
    close_list(name);
}

void FieldWriter::close_list(string_view name) {
    if (kept(name, "more") != nullptr) out_ += " and others";
    out_ += '}';
}

void FieldWriter::pages(string_view name, string_view text) {
    if (text.empty()) return;
    open(name);
    auto const form = latex::form_of(text, tex_);
    // Other dashes are read together with those beside them.
    come_back_ &= form != latex::Form::uncertain && text.find("–") == npos && text.find("—") == npos;
    if (form == latex::Form::itself) {
        for (char const c : text) out_.append(c == '-' ? 2 : 1, c);
    } else {
        std::string plain;
        latex::append_tex(plain, replace_all(text, "-", "\x01"), tex_);
        out_ += replace_all(plain, "\x01", "--");
    }
    out_ += '}';
}

}  // namespace fonds::bibtex
