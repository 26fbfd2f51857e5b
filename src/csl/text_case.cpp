// Text case: the text is cut at tags, quotes and punctuation, then cased word by word.

#include "csl/text_case.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "csl/rich_text.hpp"

namespace fonds::csl {

namespace {

/// Words that title case leaves alone inside a title (CSL 1.0.2, "Title Case Conversion": "stop words"),
/// with the prepositions and particles that the field's processors agree on. Sorted.
// clang-format off
constexpr std::array<std::string_view, 104> stop_words = {
    "a", "about", "above", "across", "afore", "after", "against", "al", "along", "alongside", "amid", "amidst",
    "among", "amongst", "an", "and", "anenst", "apropos", "apud", "around", "as", "aside", "astride", "at",
    "athwart", "atop", "barring", "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond",
    "but", "by", "c", "ca", "circa", "d'", "de", "despite", "down", "during", "et", "except", "for", "forenenst",
    "from", "given", "in", "inside", "into", "lest", "like", "modulo", "near", "next", "nor", "notwithstanding",
    "of", "off", "on", "onto", "or", "out", "over", "per", "plus", "pro", "qua", "sans", "since", "so", "than",
    "the", "through", "throughout", "thru", "thruout", "till", "to", "toward", "towards", "under", "underneath",
    "until", "unto", "up", "upon", "v", "v.", "van", "versus", "via", "vis-à-vis", "von", "vs", "vs.", "with",
    "within", "without", "yet",
};
// clang-format on
static_assert(std::is_sorted(stop_words.begin(), stop_words.end()));

/// Where the stop words of each letter begin; behind the last, where they end.
constexpr auto stop_starts = [] {
    std::array<std::uint8_t, 27> out{};
    for (std::size_t letter = 0; letter < out.size(); ++letter)
        while (out[letter] < stop_words.size() &&
               stop_words[out[letter]][0] < 'a' + static_cast<char>(letter))
            ++out[letter];
    return out;
}();

/// A piece of text after a separator; the first has none.
struct Segment {
    std::string_view separator;
    std::string_view original;
    std::string text;
};

constexpr std::array<std::string_view, 10> simple_tags = {"<i>",   "</i>",  "<b>",    "</b>",  "<sc>",
                                                          "</sc>", "<sub>", "</sub>", "<sup>", "</sup>"};

std::size_t tag_length(std::string_view text) {
    for (auto const tag : simple_tags)
        if (text.starts_with(tag)) return tag.size();
    if (text.starts_with("</span>")) return 7;
    if (text.starts_with("<span")) {
        auto const end = text.substr(0, longest_tag).find('>');
        auto const tag = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
        if (tag.find("nocase") != tag.npos || tag.find("nodecor") != tag.npos ||
            tag.find("small-caps") != tag.npos)
            return tag.size();
    }
    return 0;
}

/// The first bytes of separators.
constexpr auto may_separate = [] {
    std::array<bool, 256> out{};
    for (char const c : std::string_view(" <\"'-/.,;?!:[]()\xe2")) out[static_cast<unsigned char>(c)] = true;
    return out;
}();

std::size_t separator_length(std::string_view text, std::size_t at) {
    if (!may_separate[static_cast<unsigned char>(text[at])]) return 0;
    auto const rest = text.substr(at);
    auto const c = rest[0];
    if (c == ' ') return rest.size() > 1 && (rest[1] == '"' || rest[1] == '\'') ? 2 : 0;
    if (c == '<') return tag_length(rest);
    if (c == '"' || c == '\'' || c == '-' || c == '/' || c == '.' || c == ',' || c == ';' || c == '?' ||
        c == '!' || c == ':' || c == '[' || c == ']' || c == '(' || c == ')')
        return 1;
    if (static_cast<unsigned char>(c) == 0xe2 && rest.size() > 2 &&
        static_cast<unsigned char>(rest[1]) == 0x80) {
        auto const third = static_cast<unsigned char>(rest[2]);
        if (third == 0x93 || third == 0x94 || third == 0x98 || third == 0x99 || third == 0x9c ||
            third == 0x9d)
            return 3;  // en and em dash, single and double quotes
    }
    return 0;
}

std::vector<Segment> cut(std::string_view text) {
    std::vector<Segment> out(1);
    std::size_t begin = 0;
    auto const close = [&](std::size_t end) {
        auto& segment = out.back();
        segment.original = text.substr(begin, end - begin);
        if (segment.separator == "'" && !segment.original.empty()) {
            segment.separator = {};
            segment.original = text.substr(begin - 1, end - begin + 1);
        }
        segment.text = segment.original;
    };
    for (std::size_t at = 0; at < text.size();) {
        auto const length = separator_length(text, at);
        if (length == 0) {
            ++at;
            continue;
        }
        close(at);
        out.push_back({text.substr(at, length), {}, {}});
        at += length;
        begin = at;
    }
    close(text.size());
    return out;
}

/// The closing tag where the opening one protects what it holds from changes of case.
std::string_view protecting(std::string_view tag) {
    if (tag.starts_with("<span")) return "</span>";
    if (tag == "<sc>") return "</sc>";
    if (tag == "<sub>") return "</sub>";
    if (tag == "<sup>") return "</sup>";
    return {};
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const point = decode(text, at);
        if (!is_space(point.value)) return false;
        at += point.size;
    }
    return true;
}

bool is_word_space(char32_t c) {
    return c == ' ' || c == 0xa0 || (c >= 0x2000 && c <= 0x200b) || c == 0x205f || c == 0x3000;
}

bool is_lower_case(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        auto const point = decode(word, at);
        auto const capital = point.value < 0x80 ? point.value >= 'A' && point.value <= 'Z'
                                                : to_lower(point.value) != point.value;
        if (capital) return false;
        at += point.size;
    }
    return true;
}

bool is_single(std::string_view word) { return !word.empty() && decode(word, 0).size == word.size(); }

struct WordSpan {
    std::size_t begin, end;
};

std::vector<WordSpan> words_of(std::string_view text) {
    std::vector<WordSpan> out;
    out.reserve(text.size() / 5 + 1);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != ' ' && static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        auto const point = decode(text, at);
        auto const next = at + point.size;
        if (is_word_space(point.value)) {
            if (at > begin) out.push_back({begin, at});
            begin = next;
        }
        at = next;
    }
    if (begin < text.size()) out.push_back({begin, text.size()});
    return out;
}

/// Small letters from a to z alone, as most terms are.
bool is_plain_word(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void raise_letter(char& c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
}

/// A capital sigma that ends a word has a small letter of its own.
std::string with_final_sigmas(std::string_view text) {
    constexpr char32_t capital_sigma = 0x3a3;
    std::string out;
    auto inside = false;
    for (std::size_t at = 0; at < text.size();) {
        auto const point = decode(text, at);
        auto const next = at + point.size;
        auto const ends = next == text.size() || !is_letter(decode(text, next).value);
        out.append(point.value == capital_sigma && inside && ends ? std::string_view("\u03c2")
                                                                  : text.substr(at, point.size));
        inside = is_letter(point.value);
        at = next;
    }
    return out;
}

std::string small_letters(std::string_view text, Alphabet alphabet) {
    if (text.find("\u03a3") != text.npos) return to_lower(with_final_sigmas(text));
    if (alphabet == Alphabet::common) return to_lower(text);
    return to_lower(replace_all(replace_all(text, "I", "\u0131"), "\u0130", "i"));
}

std::string capital_letters(std::string_view text, Alphabet alphabet) {
    if (alphabet == Alphabet::common) return to_upper(text);
    return to_upper(replace_all(text, "i", "\u0130"));
}

void append_capitalized(std::string& out, std::string_view word, Alphabet alphabet) {
    if (word.empty()) return;
    auto const first = decode(word, 0);
    if (alphabet == Alphabet::turkic && first.value == 'i') {
        out.append("\u0130").append(word.substr(1));
        return;
    }
    if (first.size == word.size() && first.value >= 0x370 && first.value <= 0x3ff) {
        out.append(word);
        return;
    }
    if (first.value < 0x80) raise_letter(out.append(1, word[0]).back());
    else out.append(to_upper(word.substr(0, first.size)));
    out.append(word.substr(first.size));
}

/// Finds quotes that open and never close: their first letter keeps its case (they are apostrophes).
class QuoteState {
  public:
    /// The segment whose first letter is to be restored, if any.
    std::optional<std::size_t> push(std::string_view separator, std::size_t segment) {
        if (separator == " \"" || separator == " '" || separator == "\u2018" || separator == "\u201c")
            return open(separator, segment);
        if (separator == "\"" || separator == "'" || separator == "\u2019" || separator == "\u201d")
            return close(separator, segment);
        return std::nullopt;
    }
    [[nodiscard]] std::vector<std::size_t> unclosed() const {
        std::vector<std::size_t> out;
        for (auto const& entry : open_)
            if (entry.segment) out.push_back(*entry.segment);
        return out;
    }

  private:
    struct Open {
        std::string_view next_opener, closer;
        std::optional<std::size_t> segment;
    };
    std::optional<std::size_t> open(std::string_view separator, std::size_t segment) {
        Open entry{separator, "\u201d", segment};
        if (separator == " \"") entry = {" '", "\"", segment};
        if (separator == " '") entry = {" \"", "'", segment};
        if (separator == "\u2018") entry.closer = "\u2019";
        if (open_.empty() || separator == open_.back().next_opener) {
            open_.push_back(entry);
            return std::nullopt;
        }
        auto const previous = open_.back().segment;
        entry.segment = std::nullopt;
        open_.back() = entry;
        return previous;
    }
    std::optional<std::size_t> close(std::string_view separator, std::size_t segment) {
        if (!open_.empty() && separator == open_.back().closer) {
            open_.pop_back();
            return std::nullopt;
        }
        return segment;
    }
    std::vector<Open> open_;
};

/// Several words in capitals; one alone, beside numbers too, is an abbreviation.
bool is_all_capitals(std::string_view text) {
    std::size_t words = 0;
    auto in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        auto const point = decode(text, at);
        if (to_upper(point.value) != point.value) return false;
        if (text[at] == ' ') in_word = false;
        else if (!std::exchange(in_word, in_word || is_letter(point.value)) && in_word) ++words;
        at += point.size;
    }
    return words > 1;
}

class Caser {
  public:
    Caser(TextCase text_case, Alphabet alphabet) : case_(text_case), alphabet_(alphabet) {
        first_ = text_case == TextCase::title || text_case == TextCase::sentence ||
                 text_case == TextCase::capitalize_first;
        quotes_ = text_case != TextCase::lowercase && text_case != TextCase::uppercase;
    }

    std::string run(std::string_view text) {
        all_capitals_ = case_ == TextCase::sentence && is_all_capitals(text);
        segments_ = cut(text);
        if (!is_blank(segments_[0].text))
            change(0, segments_.size() > 1 ? segments_[1].separator : std::string_view());
        for (std::size_t i = 1; i < segments_.size(); ++i) step(i);
        for (auto const segment : quote_state_.unclosed()) restore(segment);
        capitalize_last();
        std::string out;
        out.reserve(text.size() + 4);
        for (auto const& segment : segments_) out.append(segment.separator).append(segment.text);
        return out;
    }

  private:
    void step(std::size_t i) {
        auto const separator = segments_[i].separator;
        if (auto const closer = protecting(separator); !closer.empty()) protected_.push_back(closer);
        else if (!protected_.empty() && separator == protected_.back()) protected_.pop_back();
        if (!separator.empty() &&
            (separator.back() == '!' || separator.back() == '?' || separator.back() == ':'))
            after_punctuation_ = true;
        auto const blank = is_blank(segments_[i].text);
        if (protected_.empty()) change(i, {});
        else if (!blank) last_word_.reset();
        if (quotes_)
            if (auto const segment = quote_state_.push(separator, i)) {
                restore(*segment);
                last_word_.reset();
            }
        if (!blank) first_ = after_punctuation_ = false;
    }

    void restore(std::size_t i) {
        auto const original = segments_[i].original;
        if (original.empty() || segments_[i].text.empty()) return;
        segments_[i].text.replace(0, decode(segments_[i].text, 0).size,
                                  original.substr(0, decode(original, 0).size));
    }

    void change(std::size_t i, std::string_view following) {
        switch (case_) {
            case TextCase::lowercase: segments_[i].text = small_letters(segments_[i].text, alphabet_); break;
            case TextCase::uppercase:
                segments_[i].text = capital_letters(segments_[i].text, alphabet_);
                break;
            case TextCase::none: break;
            default: change_words(i, following);
        }
    }

    void change_words(std::size_t i, std::string_view following) {
        auto const text = std::move(segments_[i].text);
        auto const words = words_of(text);
        std::string out;
        out.reserve(text.size() + 4);
        std::size_t copied = 0;
        for (std::size_t w = 0; w < words.size(); ++w) {
            auto const word = std::string_view(text).substr(words[w].begin, words[w].end - words[w].begin);
            out.append(text, copied, words[w].begin - copied);
            auto const start = out.size();
            change_word(out, word, w + 1 == words.size() && following == "-");
            if (case_ == TextCase::title) last_word_ = {{i, start, out.size()}};
            copied = words[w].end;
        }
        out.append(text, copied);
        segments_[i].text = std::move(out);
    }

    void change_word(std::string& out, std::string_view word, bool before_hyphen) {
        if (case_ == TextCase::sentence) {
            if (first_ && all_capitals_) append_capitalized(out, small_letters(word, alphabet_), alphabet_);
            else if (first_) append_capitalized(out, word, alphabet_);
            else out.append(small_letters(word, alphabet_));
            first_ = false;
            return;
        }
        auto raise = is_lower_case(word);
        if (case_ == TextCase::title) {
            raise = raise && (before_hyphen || first_ || after_punctuation_ ||
                              (!is_single(word) && !is_stop_word(word)));
            after_punctuation_ = first_ = false;
        } else if (case_ == TextCase::capitalize_first) {
            raise = raise && first_;
            first_ = false;
        }
        if (raise) append_capitalized(out, word, alphabet_);
        else out.append(word);
    }

    /// The last word of a title is capitalised even where it is a stop word.
    void capitalize_last() {
        if (!last_word_) return;
        auto& text = segments_[last_word_->segment].text;
        auto const length = last_word_->end - last_word_->begin;
        if (last_word_->end > text.size()) return;
        auto const word = text.substr(last_word_->begin, length);
        if (!is_single(word) && is_stop_word(to_lower(word)))
            text.replace(last_word_->begin, length, capitalize(word));
    }

    struct Place {
        std::size_t segment, begin, end;
    };

    TextCase case_;
    Alphabet alphabet_;
    std::vector<Segment> segments_;
    std::vector<std::string_view> protected_;
    QuoteState quote_state_;
    std::optional<Place> last_word_;
    bool first_ = false, after_punctuation_ = false, quotes_ = false;
    bool all_capitals_ = false;  ///< of a sentence
};

/// What a byte of a title is; quotes, tags and what is not ASCII need a closer look.
enum class TitleByte : std::uint8_t { other, word, capital, space, separator, raising_separator };

constexpr auto title_bytes = [] {
    std::array<TitleByte, 128> out{};
    for (auto c = '!'; c <= '~'; ++c) out[static_cast<std::size_t>(c)] = TitleByte::word;
    for (auto c = 'A'; c <= 'Z'; ++c) out[static_cast<std::size_t>(c)] = TitleByte::capital;
    for (auto const c : std::string_view("-/.,;[]()"))
        out[static_cast<std::size_t>(c)] = TitleByte::separator;
    for (auto const c : std::string_view("?!:"))
        out[static_cast<std::size_t>(c)] = TitleByte::raising_separator;
    for (auto const c : std::string_view("<\"'")) out[static_cast<std::size_t>(c)] = TitleByte::other;
    out[' '] = TitleByte::space;
    return out;
}();

constexpr TitleByte title_byte(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return byte < title_bytes.size() ? title_bytes[byte] : TitleByte::other;
}

constexpr bool is_of_word(TitleByte kind) { return kind == TitleByte::word || kind == TitleByte::capital; }

/// Title case of a title without quotes and tags in plain letters, as most titles are, without cutting it up;
/// nothing of others.
std::optional<std::string> plain_title(std::string_view text) {
    std::string out(text);
    auto raises = true;    // the next word is the first, or stands behind a mark
    auto in_first = true;  // no separator was met
    std::size_t last = 0, last_end = 0;
    for (std::size_t at = 0; at < out.size();) {
        auto kind = title_byte(out[at]);
        if (kind == TitleByte::other) return std::nullopt;
        if (!is_of_word(kind)) {
            raises = raises || kind == TitleByte::raising_separator;
            in_first = in_first && kind == TitleByte::space;
            ++at;
            continue;
        }
        auto const begin = at;
        auto has_capital = false;
        for (; at < out.size(); ++at) {
            kind = title_byte(out[at]);
            if (!is_of_word(kind)) break;
            has_capital = has_capital || kind == TitleByte::capital;
        }
        auto const word = std::string_view(out).substr(begin, at - begin);
        auto const before_hyphen = in_first && at < out.size() && out[at] == '-';
        auto const raise =
            !has_capital && (raises || before_hyphen || (word.size() > 1 && !is_stop_word(word)));
        if (raise) raise_letter(out[begin]);
        raises = false;
        last = begin;
        last_end = at;
    }
    // The last word is capitalised even where it is a stop word.
    auto const word = std::string_view(out).substr(last, last_end - last);
    if (word.size() > 1 && is_stop_word(ascii_lower(word))) raise_letter(out[last]);
    return out;
}

}  // namespace

bool is_stop_word(std::string_view word) {
    if (word.empty() || word[0] < 'a' || word[0] > 'z') return false;
    auto const letter = static_cast<std::size_t>(word[0] - 'a');
    auto const same_letter =
        std::span(stop_words).subspan(stop_starts[letter], stop_starts[letter + 1] - stop_starts[letter]);
    return contains(same_letter, word);
}

std::string capitalize(std::string_view word) {
    std::string out;
    append_capitalized(out, word, Alphabet::common);
    return out;
}

Alphabet alphabet_of(std::string_view language) {
    auto const plain = ascii_lower(language.substr(0, language.find_first_of("-_")));
    return plain == "tr" || plain == "az" ? Alphabet::turkic : Alphabet::common;
}

std::string apply_case(std::string_view text, TextCase text_case, Alphabet alphabet) {
    if (text.empty() || text_case == TextCase::none) return std::string(text);
    if (text_case == TextCase::capitalize_first && alphabet == Alphabet::common && is_plain_word(text))
        return capitalize(text);
    if (text_case == TextCase::title && alphabet == Alphabet::common)
        if (auto plain = plain_title(text)) return *std::move(plain);
    Caser caser(text_case, alphabet);
    if (text.front() != '\'') return caser.run(text);
    auto const out = caser.run(concat(" ", text));  // a space before it makes it a quote that opens
    return out.substr(1);
}

}  // namespace fonds::csl
