// What a new text would lose of a citation: words that nobody read, numbers that a style leaves out.

#include "rewrite/unread_words.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "base/embedded.hpp"
#include "base/table.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

// What in small letters only joins fields.
std::set<std::string> const& joining_words() {
    static auto const words = read_folded_list(find_embedded("vocabulary/joining-words.txt").value_or(""));
    return words;
}

struct Word {
    Span span;
    bool has_digit = false;
    bool is_capital = false;
};

class UnreadWords {
  public:
    UnreadWords(std::string_view note, Citation const& citation, std::string_view written)
        : note_(note), citation_(citation), written_(fold(written)), read_(note.size(), false) {
        for (auto const& field : citation.fields)
            std::fill(read_.begin() + static_cast<std::ptrdiff_t>(std::min(field.span.begin, note.size())),
                      read_.begin() + static_cast<std::ptrdiff_t>(std::min(field.span.end, note.size())),
                      true);
    }

    std::string find() const {
        if (auto const remark = unread_remark(); !remark.empty()) return std::string(remark);
        std::optional<Span> lost;
        for (auto at = citation_.span.begin; at < citation_.span.end;) {
            auto const word = word_at(at);
            if (word.span.empty()) {
                at += decode(note_, at).size;
                continue;
            }
            at = word.span.end;
            if (!counts(word)) continue;
            if (lost && has_read({lost->end, word.span.begin})) break;
            lost = lost ? Span{lost->begin, word.span.end} : word.span;
        }
        return lost ? std::string(slice(note_, *lost)) : std::string();
    }

  private:
    // Letters and figures that no field has; empty where there are none.
    [[nodiscard]] Word word_at(std::size_t at) const {
        Word word{{at, at}};
        while (word.span.end < citation_.span.end && !read_[word.span.end]) {
            auto const c = decode(note_, word.span.end);
            bool const is_joint = c.value == '-' || c.value == U'’' || c.value == '\'';
            if (!is_letter(c.value) && !is_mark(c.value) && !is_number(c.value) &&
                !(is_joint && !word.span.empty()))
                break;
            word.has_digit = word.has_digit || is_number(c.value);
            if (word.span.empty()) word.is_capital = is_upper(c.value);
            word.span.end += c.size;
        }
        return word;
    }

    [[nodiscard]] bool has_read(Span span) const {
        return std::any_of(read_.begin() + static_cast<std::ptrdiff_t>(span.begin),
                           read_.begin() + static_cast<std::ptrdiff_t>(span.end), [](bool b) { return b; });
    }

    [[nodiscard]] bool counts(Word const& word) const {
        auto const text = slice(note_, word.span);
        // "Ibid.", "Smith, op. cit.": what leads back to another citation.
        bool const leads_back = citation_.refers_to.has_value();
        if (!word.has_digit) {
            constexpr std::size_t shortest_word = 3;
            bool const is_short = count_code_points(text) < (word.is_capital ? 2 : shortest_word);
            if (is_short || leads_back || is_label(word, text)) return false;
            if (word.is_capital ? joins(word) : joining_words().count(fold(text)) > 0) return false;
        }
        return !has_word(fold(text));
    }

    // A number is not found within a longer one.
    [[nodiscard]] bool has_word(std::string const& word) const {
        auto const goes_on = [&](std::size_t at) { return at < written_.size() && is_digit(written_[at]); };
        for (auto at = written_.find(word); at != std::string::npos; at = written_.find(word, at + 1)) {
            bool const is_part = (is_digit(word.front()) && at > 0 && goes_on(at - 1)) ||
                                 (is_digit(word.back()) && goes_on(at + word.size()));
            if (!is_part) return true;
        }
        return false;
    }

    // "No." of "No. 14", "Fond" of "Fond 5".
    [[nodiscard]] bool is_label(Word const& word, std::string_view text) const {
        for (auto const& level : citation_.item.reference.levels)
            if (level.label.find(text) != std::string::npos) return true;
        constexpr std::size_t longest = 5;
        auto at = word.span.end;
        if (slice(note_, {at, at + 1}) == ".") ++at;
        while (at < citation_.span.end && is_space(decode(note_, at).value)) at += decode(note_, at).size;
        // A title that stands before a name ("Lord Palmerston") is none.
        return count_code_points(text) <= longest && at < citation_.span.end && read_[at] &&
               !is_upper(decode(note_, at).value);
    }

    // "Obtained" of "Obtained for", "Retrieved" of "Retrieved from": a word of small letters goes on.
    [[nodiscard]] bool joins(Word const& word) const {
        auto const at = word.span.end + 1;
        return slice(note_, {word.span.end, at}) == " " && at < citation_.span.end &&
               is_lower(decode(note_, at).value);
    }

    // "(emphasis added)": a remark of several words in brackets.
    [[nodiscard]] std::string_view unread_remark() const {
        auto const text = slice(note_, citation_.span);
        for (auto open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
            auto const close = text.find(')', open);
            if (close == std::string_view::npos) break;
            Span const inside{citation_.span.begin + open + 1, citation_.span.begin + close};
            auto const remark = slice(note_, inside);
            if (remark.find(' ') == std::string_view::npos || has_read(inside)) continue;
            if (written_.find(fold(remark)) == std::string::npos) return remark;
        }
        return {};
    }

    std::string_view note_;
    Citation const& citation_;
    std::string written_;
    std::vector<bool> read_;
};

// What a field with a number is called; empty for one that a style may leave out, or write in another way.
std::string_view numbered_field(std::string_view field) {
    if (field.starts_with("levels/")) return "place in its archive";
    if (field == "part-number") return "part";
    if (field == "document_id") return "number in a digital archive";
    if (field == "collection-number") return "number in its series";
    if (field == "page" || field == "locator") return "page";
    return field == "volume" || field == "issue" ? field : std::string_view();
}

// The end of a range may be cut short: "215–230", "215–30".
bool ends_range(std::string_view note, std::size_t at) {
    auto const before = at == 0 ? U' ' : decode_before(note, at).value;
    return before == U'-' || before == U'–' || before == U'—';
}

// The first run of figures at or behind a place; empty where none is left.
Span next_figures(std::string_view text, std::size_t at) {
    constexpr std::string_view figures = "0123456789";
    auto const begin = std::min(text.find_first_of(figures, at), text.size());
    return {begin, std::min(text.find_first_not_of(figures, begin), text.size())};
}

// Whether a text has a number by itself, or its last figures where they may stand for it.
bool has_number(std::string_view text, std::string_view number, bool may_be_cut) {
    for (auto run = next_figures(text, 0); !run.empty(); run = next_figures(text, run.end)) {
        auto const found = slice(text, run);
        if (found == number || (may_be_cut && number.ends_with(found))) return true;
    }
    return false;
}

// The first number of a part of a note that a text lacks.
std::string_view number_lost(std::string_view note, Span span, std::string_view written) {
    auto const part = note.substr(0, span.end);
    for (auto run = next_figures(part, span.begin); !run.empty(); run = next_figures(part, run.end)) {
        auto const number = slice(note, run);
        if (!has_number(written, number, ends_range(note, run.begin))) return number;
    }
    return {};
}

}  // namespace

std::string lost_number(std::string_view note, Citation const& citation, std::string_view written) {
    // Of an article whose page is cited notes give that page alone.
    bool const has_locator = citation.locator_label == "page";
    for (auto const& [field, span] : citation.fields) {
        auto const name = numbered_field(field);
        if (name.empty() || span.end > note.size() || (has_locator && field == "page")) continue;
        if (auto const number = number_lost(note, span, written); !number.empty())
            return concat(name, " (", number, ")");
    }
    return {};
}

std::string lost_level(Citation const& citation, std::string_view written) {
    auto const letters = [](std::string_view text) {
        std::string out;
        auto const folded = fold(text);
        for (std::size_t at = 0; at < folded.size(); at += decode(folded, at).size)
            if (auto const c = decode(folded, at).value; is_letter(c) || is_number(c)) append_utf8(out, c);
        return out;
    };
    auto const text = letters(written);
    constexpr std::size_t shortest_name = 4;
    for (auto const& level : citation.item.reference.levels) {
        auto const name = letters(level.value);
        if (level.hierarchy != Hierarchy::part && count_code_points(name) >= shortest_name &&
            text.find(name) == std::string::npos)
            return concat("place in its archive (", level.value, ")");
    }
    return {};
}

std::string unread_words(std::string_view note, Citation const& citation, std::string_view written) {
    return UnreadWords(note, citation, written).find();
}

}  // namespace fonds
