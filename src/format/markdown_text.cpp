// Rich text as Markdown and back.

#include "format/markdown_text.hpp"

#include <algorithm>
#include <array>
#include <fonds/span.hpp>
#include <optional>
#include <vector>

#include "base/text.hpp"

namespace fonds {
namespace {

// Nesting of marks beyond this stays text.
constexpr int maximum_nesting = 16;
constexpr int maximum_brackets = 64;

bool is_punctuation_mark(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

bool is_word(char c) { return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

struct Mark {
    std::string_view markdown;  ///< the sign on both sides
    std::string_view open;
    std::string_view close;
};
constexpr std::array marks = {
    Mark{"**", "<b>", "</b>"}, Mark{"__", "<b>", "</b>"},    Mark{"*", "<i>", "</i>"},
    Mark{"_", "<i>", "</i>"},  Mark{"^", "<sup>", "</sup>"}, Mark{"~", "<sub>", "</sub>"},
};
struct Bracket {
    std::string_view attribute;
    std::string_view open;
    std::string_view close;
};
constexpr std::array brackets = {
    Bracket{"{.nocase}", "<span class=\"nocase\">", "</span>"},
    Bracket{"{.smallcaps}", "<span style=\"font-variant:small-caps;\">", "</span>"},
    Bracket{"{.smallcaps}", "<sc>", "</sc>"},
};

bool needs_escape(std::string_view text, std::size_t at) {
    char const c = text[at];
    char const before = at > 0 ? text[at - 1] : ' ';
    char const after = at + 1 < text.size() ? text[at + 1] : ' ';
    switch (c) {
        case '\\':
        case '*':
        case '`':
        case '[':
        case ']':
        case '<':
        case '^':
        case '~':
        case '$': return true;
        case '_': return !is_word(before) || !is_word(after);
        case '@': return !is_word(before);
        case '&': return is_ascii_letter(after) || after == '#';
        case '#':
        case '>':
        case '+':
        case '-': return at == 0 && (after == ' ' || c == '#' || c == '>');
        case '.':
        case ')': return at > 0 && at < 10 && after == ' ' && is_all_digits(text.substr(0, at));
        default: return false;
    }
}

std::string escape(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (needs_escape(text, at)) out += '\\';
        out += text[at];
    }
    return out;
}

// Tags that Markdown has a sign for are replaced by it, the text between is escaped.
std::string convert_tags(std::string_view rich) {
    std::string out;
    std::vector<std::string_view> open;  // what closes the marks that are open, in Markdown
    std::vector<std::string_view> tags;  // and in HTML
    std::size_t text = 0;
    std::size_t at = 0;
    auto const flush = [&](std::size_t size) {
        out += escape(rich.substr(text, at - text));
        text = at = at + size;
    };
    while ((at = rich.find('<', at)) != std::string_view::npos) {
        auto const rest = rich.substr(at);
        if (!tags.empty() && rest.starts_with(tags.back())) {
            flush(tags.back().size());
            out += open.back();
            open.pop_back();
            tags.pop_back();
            continue;
        }
        auto const mark =
            std::find_if(marks.begin(), marks.end(), [&](Mark const& m) { return rest.starts_with(m.open); });
        auto const bracket = std::find_if(brackets.begin(), brackets.end(),
                                          [&](Bracket const& b) { return rest.starts_with(b.open); });
        if (mark != marks.end()) {
            flush(mark->open.size());
            out += mark->markdown;
            open.push_back(mark->markdown);
            tags.push_back(mark->close);
        } else if (bracket != brackets.end()) {
            static constexpr std::string_view nocase = "]{.nocase}", smallcaps = "]{.smallcaps}";
            flush(bracket->open.size());
            out += '[';
            open.push_back(bracket == brackets.begin() ? nocase : smallcaps);
            tags.push_back(bracket->close);
        } else {
            ++at;
        }
    }
    at = rich.size();
    flush(0);
    return out;
}

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::string read(std::size_t begin, std::size_t end, int nesting) {
        std::string out;
        for (std::size_t at = begin; at < end;) {
            if (text_[at] == '\\' && at + 1 < end && is_punctuation_mark(text_[at + 1])) {
                out += text_[at + 1];
                at += 2;
            } else if (nesting >= maximum_nesting ||
                       !(read_mark(out, at, end, nesting) || read_bracket(out, at, end, nesting))) {
                out += text_[at++];
            }
        }
        return out;
    }

  private:
    // A closing sign stands after a character that is no space; `_` also before no letter.
    std::optional<std::size_t> find_close(std::string_view sign, std::size_t at, std::size_t end) const {
        for (; at + sign.size() <= end; ++at) {
            if (text_[at] == '\\') {
                ++at;
                continue;
            }
            if (!text_.substr(at).starts_with(sign)) continue;
            auto const run = std::min(text_.find_first_not_of(sign[0], at), end) - at;
            bool const after_space = text_[at - 1] == ' ';
            // In a run of three the inner mark closes first, and a run of two is no end of a single one.
            bool const wrong = (sign == "*" || sign == "_") && run == 2;
            auto const found = at + (run == 3 ? run - sign.size() : 0);
            char const after = found + sign.size() < text_.size() ? text_[found + sign.size()] : ' ';
            if (!after_space && !wrong && !(sign[0] == '_' && is_word(after))) return found;
            at += run - 1;
        }
        return std::nullopt;
    }

    bool read_mark(std::string& out, std::size_t& at, std::size_t end, int nesting) {
        for (std::size_t i = 0; i < marks.size(); ++i) {
            auto const& mark = marks[i];
            auto const inner = at + mark.markdown.size();
            if (!text_.substr(at, end - at).starts_with(mark.markdown)) continue;
            bool const opens = inner < end && text_[inner] != ' ' && text_[inner] != mark.markdown[0] &&
                               (mark.markdown[0] != '_' || at == 0 || !is_word(text_[at - 1]));
            if (!opens || (none_[i].begin <= inner && end <= none_[i].end)) continue;
            auto const close = find_close(mark.markdown, inner, end);
            if (!close) none_[i] = {inner, end};
            if (!close) continue;
            bool const spaced = (mark.markdown == "^" || mark.markdown == "~") &&
                                text_.substr(inner, *close - inner).find(' ') != std::string_view::npos;
            if (spaced) continue;
            out += mark.open;
            out += read(inner, *close, nesting + 1);
            out += mark.close;
            at = *close + mark.markdown.size();
            return true;
        }
        return false;
    }

    bool read_bracket(std::string& out, std::size_t& at, std::size_t end, int nesting) {
        if (text_[at] != '[' || no_bracket_end_ >= end) return false;
        int depth = 0;
        std::size_t close = at;
        for (; close < end; ++close) {
            if (text_[close] == '\\') {
                ++close;
                continue;
            }
            if (text_[close] == '[' && ++depth > maximum_brackets) return false;
            if (text_[close] == ']' && --depth == 0) break;
        }
        if (close >= end) {
            no_bracket_end_ = end;
            return false;
        }
        for (auto const& bracket : brackets) {
            if (!text_.substr(close + 1, end - close - 1).starts_with(bracket.attribute)) continue;
            out += bracket.open;
            out += read(at + 1, close, nesting + 1);
            out += bracket.close;
            at = close + 1 + bracket.attribute.size();
            return true;
        }
        return false;
    }

    std::string_view text_;
    // Where no closing sign was found, so that no part of it is searched again.
    std::array<Span, marks.size()> none_{};
    std::size_t no_bracket_end_ = 0;
};

bool has_marks(std::string_view text) { return text.find_first_of("\\*_^~[") != std::string_view::npos; }

}  // namespace

std::string to_markdown(std::string_view rich) {
    if (rich.find('<') != std::string_view::npos) {
        auto markdown = convert_tags(rich);
        if (from_markdown(markdown) == rich) return markdown;
    }
    auto plain = escape(rich);
    if (from_markdown(plain) == rich) return plain;
    std::string all;
    for (char const c : rich) {
        if (is_punctuation_mark(c)) all += '\\';
        all += c;
    }
    return all;
}

std::string from_markdown(std::string_view markdown) {
    if (!has_marks(markdown)) return std::string(markdown);
    return Reader(markdown).read(0, markdown.size(), 0);
}

}  // namespace fonds
