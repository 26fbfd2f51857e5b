// TeX to Unicode: the walk over the text, its groups, dashes and quotes.

#include <algorithm>

#include "base/bytes.hpp"
#include "wire/latex_reader.hpp"

namespace fonds::latex {
namespace {

using std::string_view;

// What is never itself in TeX.
constexpr auto is_never_itself = [](auto byte) {
    return (byte == '\\') | (byte == '{') | (byte == '}') | (byte == '~') | (byte == '$') | (byte == '`') |
           (byte == '\'') | (byte == '"') | (byte == '<') | (byte == '>') | (byte == '\n') | (byte == '\r') |
           (byte == '\t');
};
// What is itself but where two of it meet.
constexpr auto is_itself_alone = [](auto byte) { return (byte == ' ') | (byte == '-') | (byte == ','); };

}  // namespace

void Reader::read(string_view tex) {
    tex_ = tex;
    while (at_ < tex_.size()) {
        read_words(find_byte(tex_, at_, is_never_itself));
        if (at_ < tex_.size()) read_special();
    }
    while (!groups_.empty()) close_group();
}

// Up to `end` there is nothing special.
void Reader::read_words(std::size_t end) {
    if (at_ < end && tex_[at_] == ' ') read_space();
    if (at_ >= end) return;
    auto words = tex_.substr(at_, end - at_);
    if (words.back() == ' ') words.remove_suffix(1);  // other white space may follow
    if (!stands_once_or_twice(words, is_never_itself, is_itself_alone)) {
        out_ += words;
        at_ += words.size();
    }
    while (at_ < end) {
        auto const begin = at_;
        at_ = std::min(find_byte(tex_, at_, is_itself_alone), end);
        out_.append(tex_, begin, at_ - begin);
        if (at_ < end) read_special();
    }
}

void Reader::read_special() {
    switch (tex_[at_]) {
        case '\\': read_command(); break;
        case '{': open_group(); break;
        case '}':
            ++at_;
            if (!groups_.empty()) close_group();
            break;
        case '~':
            ++at_;
            out_ += "\xC2\xA0";
            break;
        case '$': read_math(); break;
        case '-': read_dashes(); break;
        case '`': read_quote("`", "‘", "“"); break;
        case '\'': read_quote("'", "'", "”"); break;
        case '"': read_shorthand(); break;
        case '<': read_pair("<<", "«"); break;
        case '>': read_pair(">>", "»"); break;
        case ',': read_low_quote(); break;
        default: read_space();
    }
}

void Reader::read_space() {
    bool const is_hidden = hides_line_end();
    int lines = 0;
    while (at_ < tex_.size() && is_ascii_space(tex_[at_])) lines += tex_[at_++] == '\n';
    if (is_hidden) out_.pop_back();
    if (!is_hidden || lines > 1) add_space(lines > 1 ? "\n\n" : " ");
}

// A per cent sign at the end of a line takes the line's end away, and the spaces behind it. Behind a figure
// it is one that somebody forgot to escape.
bool Reader::hides_line_end() const {
    bool const ends_line = tex_[at_] == '\n' || tex_.substr(at_).starts_with("\r\n");
    if (!ends_line || at_ == 0 || tex_[at_ - 1] != '%' || last() != '%') return false;
    auto const before = at_ > 1 ? tex_[at_ - 2] : ' ';
    return before != '\\' && !is_digit(before);
}

void Reader::add_space(string_view space) {
    if (last() == ' ' || last() == '\n') return;
    out_ += space;
}

void Reader::read_dashes() {
    std::size_t count = 0;
    while (at_ < tex_.size() && tex_[at_] == '-') ++count, ++at_;
    while (count >= 3) out_ += "—", count -= 3;
    if (count == 2) out_ += "–";
    if (count == 1) out_ += '-';
}

// The ligatures << and >> of the encodings T1 and T2A.
void Reader::read_pair(string_view pair, string_view sign) {
    if (!tex_.substr(at_).starts_with(pair)) {
        out_ += tex_[at_++];
        return;
    }
    at_ += 2;
    out_ += sign;
}

// ,,Zitat'': the same encodings; two commas before a space are two commas.
void Reader::read_low_quote() {
    bool const quote = tex_.substr(at_).starts_with(",,") && at_ + 2 < tex_.size() &&
                       !is_ascii_space(tex_[at_ + 2]) && tex_[at_ + 2] != ',' && tex_[at_ + 2] != '}';
    if (quote) read_pair(",,", "„");
    else out_ += tex_[at_++];
}

bool Reader::between_letters() const {
    auto const is_part = [](char c) {
        return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    };
    return is_part(last()) && at_ + 2 < tex_.size() && is_part(tex_[at_ + 2]);
}

// babel's shorthands for German, Russian and their neighbours: "`Zitat"', "=, "~, "-.
void Reader::read_shorthand() {
    auto const next = at_ + 1 < tex_.size() ? tex_[at_ + 1] : '\0';
    for (auto const& [sign, text, inside_words] : shorthands) {
        if (sign != next || (inside_words && !between_letters())) continue;
        out_ += text;
        at_ += 2;
        return;
    }
    out_ += tex_[at_++];
}

void Reader::read_quote(string_view quote, string_view single, string_view twice) {
    ++at_;
    // Spanish ?` and !`.
    if (quote == "`" && (last() == '?' || last() == '!') && at_ < tex_.size() && is_ascii_letter(tex_[at_])) {
        auto const sign = out_.back() == '?' ? "¿" : "¡";
        out_.pop_back();
        out_ += sign;
        return;
    }
    if (tex_.substr(at_).starts_with(quote)) {
        ++at_;
        out_ += twice;
        return;
    }
    if (quote == "`") ++open_quotes_;
    // ’ closes ‘; elsewhere it is an apostrophe and stays as it was written.
    bool const letter_follows = at_ < tex_.size() && is_ascii_letter(tex_[at_]);
    if (quote == "'" && open_quotes_ > 0 && !letter_follows) {
        --open_quotes_;
        out_ += "’";
        return;
    }
    out_ += single;
}

void Reader::open_group() {
    ++at_;
    if (groups_.size() + static_cast<std::size_t>(depth_) >= maximum_depth) {
        groups_.push_back({{}, out_.size()});
        return;
    }
    // BibTeX's "special character", {\'e}, protects nothing.
    bool const is_special = at_ < tex_.size() && tex_[at_] == '\\';
    groups_.push_back({{}, out_.size(), own_groups_ != nullptr && !is_special && outermost()});
}

bool Reader::outermost() const {
    return std::none_of(groups_.begin(), groups_.end(), [](Group const& g) { return g.is_own; });
}

void Reader::close_group() {
    for (; groups_.back().is_declared; groups_.pop_back()) out_ += groups_.back().close;
    auto const group = groups_.back();
    groups_.pop_back();
    out_ += group.close;
    if (group.is_own && out_.size() > group.begin) {
        own_groups_->push_back({group.begin, out_.size()});
        end_of_own_ = out_.size();
    }
}

// Formatting of the argument that follows, or of the rest of the group.
void Reader::format(Tag const& tag) {
    bool const is_tag = tag.open.starts_with('<');
    auto const open = is_tag && !options_.rich ? string_view() : tag.open;
    auto const close = is_tag && !options_.rich ? string_view() : tag.close;
    skip_spaces();
    out_ += open;
    if (at_ < tex_.size() && tex_[at_] == '{') {
        ++at_;
        groups_.push_back({close, out_.size()});
    } else if (!close.empty()) {
        groups_.push_back({close, out_.size(), false, !groups_.empty()});
    }
}

bool is_plain(string_view tex) {
    return !stands_once_or_twice(tex, is_never_itself, is_itself_alone) && !tex.starts_with(' ') &&
           !tex.ends_with(' ');
}

std::size_t closing_brace(string_view tex, std::size_t open) {
    std::size_t depth = 0;
    for (std::size_t at = open; at < tex.size(); ++at) {
        if (tex[at] == '{') ++depth;
        if (tex[at] == '}' && --depth == 0) return at;
    }
    return string_view::npos;
}

void append_unicode(std::string& out, string_view tex, ReadOptions options, std::vector<string_view>* unknown,
                    std::vector<Span>* groups) {
    Reader(out, options, unknown, 0, groups).read(tex);
}

}  // namespace fonds::latex
