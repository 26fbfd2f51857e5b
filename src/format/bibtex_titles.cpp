// Capitals in titles.

#include "format/bibtex_titles.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/name_index.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
constexpr auto npos = string_view::npos;

constexpr string_view open_span = "<span class=\"nocase\">";
constexpr string_view close_span = "</span>";

// CSL's title case leaves these alone (CSL 1.0.2, appendix "Title Case Conversion"), so they need no
// protection.
constexpr auto small_word_list = std::to_array<string_view>({
    "a",  "an", "and",  "as", "at",   "but", "by",  "down", "for", "from", "in",  "into", "nor",
    "of", "on", "onto", "or", "over", "so",  "the", "till", "to",  "up",   "via", "with", "yet",
});

struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    int letters = 0;
    int capitals = 0;
    bool inner_capital = false;  // after a letter: MacDonald, NATO, iPad
    bool first = false;          // of the title or after a colon, full stop, question or exclamation mark
    bool tagged = false;
    bool ends_sentence = false;
};

// Title case leaves these in small letters too.
constexpr auto preposition_list = std::to_array<string_view>({
    "about",   "above",   "according", "across", "after",      "against",    "along",
    "amid",    "among",   "around",    "before", "behind",     "below",      "beneath",
    "beside",  "besides", "between",   "beyond", "concerning", "despite",    "during",
    "except",  "inside",  "regarding", "since",  "through",    "throughout", "toward",
    "towards", "under",   "until",     "versus", "within",     "without",
});

constexpr NameIndex small_words(small_word_list);
constexpr NameIndex prepositions(preposition_list);

// What a byte of a title is, where that decides on its own.
enum class Byte : unsigned char { other, small, capital, space, tag, multibyte };
constexpr auto bytes = [] {
    std::array<Byte, 256> table{};
    for (std::size_t c = 0x80; c < 0x100; ++c) table[c] = Byte::multibyte;
    for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = Byte::small;
    for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = Byte::capital;
    for (char const c : string_view(" \t\n\v\f\r")) table[static_cast<unsigned char>(c)] = Byte::space;
    table['<'] = Byte::tag;
    return table;
}();
Byte byte_at(string_view text, std::size_t at) { return bytes[static_cast<unsigned char>(text[at])]; }

// The words of a title one by one.
class WordReader {
  public:
    explicit WordReader(string_view title) : title_(title) {}

    // The next word; false at the end.
    bool next(Word& word) {
        while (at_ < title_.size() && byte_at(title_, at_) == Byte::space) ++at_;
        if (at_ == title_.size()) return false;
        word = Word{at_, at_};
        word.first = first_;
        read_letters(word);
        word.end = at_;
        word.tagged = word.tagged || depth_ > 0;
        char const last = title_[at_ - 1];
        word.ends_sentence = ends_sentence(last);
        first_ = word.ends_sentence || last == ':';
        return true;
    }

    // Passes over words that surely have no capitals and no tags.
    void skip_small_words() {
        auto begin = find_byte(title_, at_, may_be_capital);
        while (begin < title_.size() && begin > at_ && byte_at(title_, begin - 1) != Byte::space) --begin;
        auto before = begin;
        while (before > at_ && byte_at(title_, before - 1) == Byte::space) --before;
        if (before > at_) first_ = ends_sentence(title_[before - 1]) || title_[before - 1] == ':';
        at_ = begin;
    }

  private:
    static constexpr auto may_be_capital = [](auto byte) {
        return is_within<'A', 'Z'>(byte) | (byte == '<') | (byte >= 0x80);
    };
    static bool ends_sentence(char sign) { return sign == '.' || sign == '?' || sign == '!'; }

    void read_letters(Word& word) {
        bool after_letter = false;
        for (; at_ < title_.size(); ++at_) {
            auto const begin = at_;
            while (at_ < title_.size() && byte_at(title_, at_) == Byte::small) ++at_;
            word.letters += static_cast<int>(at_ - begin);
            after_letter = after_letter || at_ > begin;
            if (at_ == title_.size()) return;
            auto kind = byte_at(title_, at_);
            if (kind == Byte::space) return;
            if (kind == Byte::tag) {
                word.tagged = true;
                skip_tag();
                continue;
            }
            if (kind == Byte::multibyte) kind = read_multibyte();
            bool const letter = kind == Byte::small || kind == Byte::capital;
            word.letters += letter;
            if (kind == Byte::capital) {
                ++word.capitals;
                word.inner_capital = word.inner_capital || after_letter;
            }
            after_letter = letter;
        }
    }

    // Up to its '>': a space inside a tag does not end the word.
    void skip_tag() {
        depth_ = title_.substr(at_).starts_with("</") ? depth_ - (depth_ > 0) : depth_ + 1;
        auto const end = title_.find('>', at_);
        if (end != npos) at_ = end;
    }

    Byte read_multibyte() {
        auto const point = decode(title_, at_);
        at_ += point.size - 1;
        if (!is_letter(point.value)) return Byte::other;
        return is_upper(point.value) ? Byte::capital : Byte::small;
    }

    string_view title_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;  // of CSL's tags
    bool first_ = true;
};

// How English nouns end that are no names, and how long the shortest of them is that is none: Clement and
// Florence are, Moment and Conference are not.
struct NounEnding {
    string_view letters;
    std::size_t least;
};
constexpr auto noun_endings = std::to_array<NounEnding>({
    {"tion", 6},
    {"sion", 7},
    {"ment", 8},
    {"ness", 7},
    {"ship", 7},
    {"ity", 8},
    {"ism", 7},
    {"ture", 7},
    {"logy", 7},
    {"ance", 10},
    {"ence", 10},
    {"ives", 8},
});

bool is_common_noun(string_view word) {
    word = word.substr(0, word.find_last_not_of(",;:.!?)]") + 1);
    auto const ends_as = [](string_view noun) {
        return std::any_of(noun_endings.begin(), noun_endings.end(), [&](NounEnding const& ending) {
            return noun.size() >= ending.least && noun.ends_with(ending.letters);
        });
    };
    return ends_as(word) || (word.ends_with('s') && ends_as(word.substr(0, word.size() - 1)));
}

// What the capitals of a title say.
enum class Capitals {
    of_sentence,  // all mean something: a word is in small letters that title case would capitalise
    few,          // may be those of names
    of_title,     // nothing
};

Capitals capitals_of(string_view title) {
    std::size_t capitalised = 0;
    WordReader reader(title);
    for (Word word; reader.next(word);) {
        if (word.first) continue;
        if (word.capitals == 0 && word.letters > 4 &&
            !prepositions.find(title.substr(word.begin, word.end - word.begin)))
            return Capitals::of_sentence;
        capitalised += word.capitals > 0;
    }
    return capitalised <= 2 ? Capitals::few : Capitals::of_title;
}

// The same, found when it is asked for: most capitals are decided without.
class TitleCapitals {
  public:
    explicit TitleCapitals(string_view title) : title_(title) {}
    Capitals operator()() {
        if (!found_) found_ = capitals_of(title_);
        return *found_;
    }

  private:
    string_view title_;
    std::optional<Capitals> found_;
};

// Whether its capitals are to be held. Of few capitals those are that may be a name's: a name in small
// letters is a mistake in print, "the Situation" is none.
bool needs_braces(string_view title, Word const& word, TitleCapitals& capitals) {
    bool const initials = word.capitals > 1 && word.capitals == word.letters;  // U.S.
    if (word.inner_capital || initials) return true;
    if (word.first || word.capitals == 0 || capitals() == Capitals::of_title) return false;
    return capitals() == Capitals::of_sentence ||
           !is_common_noun(title.substr(word.begin, word.end - word.begin));
}

// The title with nocase spans that stand in its text as groups.
Title take_spans(string_view text) {
    Title title;
    title.text.reserve(text.size());
    std::size_t depth = 0;
    std::size_t at = 0;
    for (auto tag = text.find('<'); tag != npos; tag = text.find('<', tag + 1)) {
        bool const opens = text.substr(tag).starts_with(open_span);
        bool const closes = depth > 0 && text.substr(tag).starts_with(close_span);
        if (!opens && !closes) continue;
        title.text.append(text, at, tag - at);
        at = tag + (opens ? open_span : close_span).size();
        if (opens && depth++ == 0) title.groups.push_back({title.text.size(), title.text.size()});
        if (closes && --depth == 0) title.groups.back().end = title.text.size();
    }
    title.text.append(text, at);
    if (depth > 0) title.groups.back().end = title.text.size();
    return title;
}

bool is_letter_at(string_view text, std::size_t at) {
    auto const kind = byte_at(text, at);
    return kind == Byte::small || kind == Byte::capital ||
           (kind == Byte::multibyte && is_letter(decode(text, at).value));
}

// Moves behind a word of letters, marks and digits; false where a capital is in it.
bool skip_small_word(string_view text, std::size_t& at) {
    bool small = true;
    while (at < text.size()) {
        auto const kind = byte_at(text, at);
        auto const point = decode(text, at);
        if (kind != Byte::small && kind != Byte::capital && !is_letter(point.value) &&
            !is_mark(point.value) && !is_number(point.value))
            break;
        small = small && (kind == Byte::small || !is_upper(point.value));
        at += point.size;
    }
    return small;
}

// Whether capitals in spans would be lost without braces of their own. Spans are asked for in their order, so
// that a title is walked through once.
class LooseCapitals {
  public:
    explicit LooseCapitals(string_view title)
        : title_(title), words_(title), capitals_(title), any_(next_with_capitals()) {}

    bool are_in(Span span) {
        while (any_ && word_.end <= span.begin) any_ = next_with_capitals();
        bool found = false;
        while (any_ && word_.begin < span.end) {
            found = found || is_loose();
            if (word_.end > span.end) break;  // the next span may begin in this word
            any_ = next_with_capitals();
        }
        return found;
    }

  private:
    bool next_with_capitals() {
        words_.skip_small_words();
        return words_.next(word_);
    }

    [[nodiscard]] bool is_loose() {
        bool const held_by_place = word_.first && word_.capitals == 1 && !word_.inner_capital;
        // A tag is written as a command, whose braces hold its argument.
        return word_.capitals > 0 && !word_.tagged && !needs_braces(title_, word_, capitals_) &&
               !held_by_place;
    }

    string_view title_;
    WordReader words_;
    TitleCapitals capitals_;
    Word word_;
    bool any_;
};

enum class Place { inside, after_stop, first };  // of a word in its title

// A part of a word (High-Resolution has two): its capital is taken away, or given where it begins the title.
void change_part(std::string& out, string_view part, Place place) {
    auto const first = decode(part, 0);
    bool capital_inside = false;
    bool after_letter = false;
    for (std::size_t at = 0; at < part.size(); at += decode(part, at).size) {
        auto const point = decode(part, at).value;
        capital_inside = capital_inside || (after_letter && is_upper(point));
        after_letter = is_letter(point) || point == '\'' || point == 0x2019;
    }
    bool const keep = capital_inside || place == Place::after_stop || !is_letter(first.value);
    append_utf8(out, keep                    ? first.value
                     : place == Place::first ? to_upper(first.value)
                                             : to_lower(first.value));
    out.append(part, first.size);
}

std::string change_case(string_view word, Place place) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        auto const point = decode(word, at);
        if (!is_letter(point.value) && !is_number(point.value)) {
            out.append(word, at, point.size);
            at += point.size;
            continue;
        }
        auto const begin = at;
        while (at < word.size() && word[at] != '-' && word[at] != '/') ++at;
        change_part(out, word.substr(begin, at - begin), place);
        place = Place::inside;
    }
    return out;
}

}  // namespace

std::vector<Span> capitals_to_hold(string_view title) {
    std::vector<Span> held;
    TitleCapitals capitals(title);
    WordReader words(title);
    words.skip_small_words();
    for (Word word; words.next(word); words.skip_small_words()) {
        if (word.tagged || !needs_braces(title, word, capitals)) continue;
        // {USSR}, and not {USSR,}.
        held.push_back({word.begin, title.find_last_not_of(",;:!?)]", word.end - 1) + 1});
    }
    return held;
}

std::string with_nocase_spans(string_view title, std::vector<Span> const& held) {
    std::string out;
    std::size_t at = 0;
    for (auto const& span : held) {
        out.append(title, at, span.begin - at).append(open_span);
        out.append(title, span.begin, span.size()).append(close_span);
        at = span.end;
    }
    out.append(title, at);
    return out;
}

bool has_small_word(string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (byte_at(text, at) == Byte::tag) {
            auto const end = text.find('>', at);
            at = (end == npos ? at : end) + 1;
        } else if (!is_letter_at(text, at)) {
            at += decode(text, at).size;
        } else {
            auto const begin = at;
            bool const is_small = skip_small_word(text, at);
            auto const first = decode(text, begin).value;
            if (is_small && to_upper(first) != first && !small_words.find(text.substr(begin, at - begin)))
                return true;
        }
    }
    return false;
}

void Title::append(Title const& more) {
    auto const before = text.size();
    text += more.text;
    for (auto const& group : more.groups) groups.push_back({before + group.begin, before + group.end});
}

void Title::trim() {
    auto const least_end = groups.empty() ? 0 : groups.back().end;
    auto end = text.size();
    while (end > least_end && is_ascii_space(text[end - 1])) --end;
    text.resize(end);
    auto const most_begin = groups.empty() ? end : groups.front().begin;
    std::size_t begin = 0;
    while (begin < most_begin && is_ascii_space(text[begin])) ++begin;
    if (begin == 0) return;
    text.erase(0, begin);
    for (auto& group : groups) group = {group.begin - begin, group.end - begin};
}

std::string without_needless_spans(Title title) {
    // Spans that somebody has written out count as well.
    if (title.text.find('<') != npos) title = take_spans(with_nocase_spans(title.text, title.groups));
    auto& [plain, groups] = title;
    std::optional<LooseCapitals> loose;  // most groups are decided without
    std::string out;
    std::size_t at = 0;
    for (auto const& group : groups) {
        bool const whole = group.begin == 0 && group.end == plain.size();
        bool needed = has_small_word(string_view(plain).substr(group.begin, group.size()));
        if (!needed && !whole) {
            if (!loose) loose.emplace(plain);
            needed = loose->are_in(group);
        }
        if (!needed) continue;
        out.append(plain, at, group.begin - at).append(open_span);
        out.append(plain, group.begin, group.size()).append(close_span);
        at = group.end;
    }
    if (at == 0) return std::move(plain);  // as it mostly is
    out.append(plain, at);
    return out;
}

std::string to_sentence_case(string_view title) {
    std::string out;
    std::size_t at = 0;
    auto place = Place::first;
    WordReader words(title);
    for (Word word; words.next(word);) {
        auto const text = title.substr(word.begin, word.end - word.begin);
        bool const initials = word.capitals > 1 && word.capitals == word.letters;
        out.append(title, at, word.begin - at);
        out += word.tagged || initials ? std::string(text) : change_case(text, place);
        at = word.end;
        place = text.ends_with(':') ? Place::first : word.ends_sentence ? Place::after_stop : Place::inside;
    }
    out.append(title, at);
    return out;
}

}  // namespace fonds::bibtex
