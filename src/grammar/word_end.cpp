// Decides at each sign behind the letters of a word whether the word goes on with it.

#include "grammar/word_end.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/characters.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/word_parting.hpp"

namespace fonds {
namespace {

using std::string_view;

constexpr char32_t soft_hyphen = 0x00AD;

class WordReader {
  public:
    WordReader(string_view text, std::size_t begin, std::size_t closing_quote, Lexicon const& lexicon)
        : text_(text), begin_(begin), closing_quote_(closing_quote), lexicon_(lexicon) {}

    [[nodiscard]] WordEnd read() const {
        auto end = begin_ + decode(text_, begin_).size;
        bool plain = is_letter_or_digit(text_[begin_]);
        while (end < text_.size()) {
            if (is_letter_or_digit(text_[end])) {
                ++end;
                continue;
            }
            if (slash_between_numbers(end)) {
                end += spaced_slash;
                plain = false;
                continue;
            }
            if (text_[end] == ' ') break;
            if (text_[end] == ',' && !in_thousands(end)) break;
            auto const [c, size] = decode(text_, end);
            if (c == '-' && leaves_end_to_next(end)) return {end + size, false};
            if (!continues(c, end, size)) break;
            plain = false;
            bool const breaks_line = (is_dash(c) || c == '/') && peek(end + size) == ' ';
            end += breaks_line ? size + 1 : size;
            if (!breaks_line && c >= 0x2E80 && end < text_.size() && is_digit(text_[end]) &&
                parts_number(c, end))
                break;
        }
        return {end, plain};
    }

  private:
    [[nodiscard]] char32_t peek(std::size_t at) const { return character_at(text_, at); }
    [[nodiscard]] char32_t previous(std::size_t at) const { return decode_before(text_, at).value; }
    /// The second character behind a sign of one byte.
    [[nodiscard]] char32_t second_behind(std::size_t at) const {
        return peek(at + 1 + decode(text_, at + 1).size);
    }
    /// What of the word stands before a byte.
    [[nodiscard]] string_view before(std::size_t at) const { return text_.substr(begin_, at - begin_); }
    [[nodiscard]] bool is_year_part(string_view word) const { return names_part_of_year(word, lexicon_); }

    /// Whether the word goes on with `c` at `at`.
    [[nodiscard]] bool continues(char32_t c, std::size_t at, std::size_t size) const {
        if (at == closing_quote_ || parts_eastern_words(c, at, size)) return false;
        if (is_letter(c) || is_number(c) || is_mark(c) || c == soft_hyphen) return true;
        auto const next = peek(at + size);
        bool const goes_on = is_letter(next) || is_number(next);
        // "fol. 84–84’": the back of a leaf.
        if (c == 0x2019 && is_number(previous(at)) && !goes_on) return true;
        if (is_apostrophe(c)) return goes_on || is_letter(previous(at));
        // "Hawai‘i": the sign of Hawaiian and Arabic names.
        if (c == 0x2018 || c == 0x02BB) return is_letter(previous(at)) && is_letter(next);
        if (parts_sentence(c, at, next)) return false;
        if (is_dash(c)) return goes_on ? !begins_date_word(at + size, at) : breaks_line_at_hyphen(at, size);
        switch (c) {
            case '/': return slash_continues(at, next, goes_on);
            case '.': return stop_continues(at, next, goes_on);
            case '_':
            case '&':
            case '\\':
            case '+': return goes_on;
            case 0x00BA:
            case 0x00B0:
            case 0x02DA:
                return true;  // "nº", "n°", "n˚"
            // "E2001E#1976/17#2119*": the Swiss archives' numbers.
            case '#': return goes_on && is_number(previous(at));
            case '*': return before(at).find('#') != string_view::npos && is_number(previous(at));
            case ',': return in_thousands(at);
            case ':': return joins_numbers(at, next) || declines_abbreviation(at);
            default: return false;
        }
    }

    [[nodiscard]] bool parts_eastern_words(char32_t c, std::size_t at, std::size_t size) const {
        // "参见王明": a signal before a name, written without a space.
        constexpr std::size_t signal_size = 6;
        if (at == begin_ + signal_size && c > 0x2E7F &&
            lexicon_.is_any(hash_word(before(at)), mask(WordClass::signal)))
            return true;
        if (at == begin_) return false;
        // "2000年第2期", "第1卷第5页": a year and counters, written without spaces.
        if (c == U'第' && is_number(peek(at + size))) return true;
        return is_digit(text_[begin_]) && previous(at) == U'年' && !is_number(c);
    }

    /// "the letter—Tito to Khrushchev", "l. 54—the entry": a long dash behind a small word or a number, or
    /// before a small one, parts what a sentence says; "Diary—Staff Memos" is a name.
    [[nodiscard]] bool parts_sentence(char32_t c, std::size_t at, char32_t next) const {
        return is_long_dash(c) && is_letter(next) &&
               (is_lower(next) || is_lower(peek(begin_)) || is_number(previous(at)));
    }

    [[nodiscard]] bool slash_continues(std::size_t at, char32_t next, bool goes_on) const {
        // "ARG 1/3/1/ 75": a break behind the slash of a code.
        if (next == ' ' && at > begin_ && is_digit(text_[at - 1]) && is_number(peek(at + 2))) return true;
        if (goes_on && begins_date_word(at + 1, at)) return false;
        // "29 July/8 August 1645": a day in two calendars.
        if (is_number(next) && is_year_part(before(at))) return false;
        // "Hertle/Jarausch", "Rich/M. H. Fisher", "Wien/Leipzig": two names; a shelf mark has capitals or
        // digits at its slash.
        if (is_upper(next) && is_lower(previous(at)) &&
            (is_lower(second_behind(at)) || second_behind(at) == '.'))
            return false;
        return goes_on;
    }

    [[nodiscard]] bool stop_continues(std::size_t at, char32_t next, bool goes_on) const {
        // "G.-H. Soutou": initials of a double name.
        if (is_dash(next) && is_upper(previous(at))) return is_upper(second_behind(at));
        if (begins_roman_month(at + 1) || is_initial_before_name(at)) return false;
        if (next == '/' && is_year_part(before(at))) return false;  // "27 Aug./8 Sept. 1878"
        // "Frankfurt a. M./München": two names.
        if (next == '/') return !(is_upper(peek(at + 2)) && is_lower(second_behind(at + 1)));
        return goes_on;
    }

    /// "J.Smith", "И.В.Сталин": the stop of an initial, behind which the name or the next initial begins;
    /// "D.Phil." is an abbreviation of its own.
    [[nodiscard]] bool is_initial_before_name(std::size_t stop) const {
        if (decode(text_, begin_).size != stop - begin_) return false;
        constexpr int most_initials = 8;
        auto at = begin_;
        for (int initials = 0; initials <= most_initials && is_upper(peek(at)); ++initials) {
            auto const behind = at + decode(text_, at).size;
            if (at > stop && is_lower(peek(behind))) break;
            if (peek(behind) != '.' || initials == most_initials) return false;
            at = behind + 1;
        }
        if (at <= stop || !is_upper(peek(at))) return false;
        auto end = at;
        while (end < text_.size() && is_letter(peek(end))) end += decode(text_, end).size;
        return lexicon_.alone(hash_folded(text_.substr(begin_, end - begin_))) == nullptr;
    }

    /// "10:30"; but "Hogan (1987:302)" is a year and its page.
    [[nodiscard]] bool joins_numbers(std::size_t at, char32_t next) const {
        return is_number(next) && is_number(previous(at)) && !is_year(before(at));
    }

    /// "UD:s arkiv", "UM:n", "Kungl. Maj:t", "n:o 12": Swedish and Finnish put a colon between an
    /// abbreviation and its ending.
    [[nodiscard]] bool declines_abbreviation(std::size_t at) const {
        constexpr std::size_t longest_ending = 3;
        auto const last = previous(at);
        bool const shortened = at - begin_ <= 1 || is_upper(last) || before(at) == "Maj";
        if (!shortened || !is_letter(last)) return false;
        auto end = at + 1;
        std::size_t letters = 0;
        for (; end < text_.size() && is_lower(peek(end)) && letters <= longest_ending; ++letters)
            end += decode(text_, end).size;
        return letters > 0 && letters <= longest_ending && !is_letter(peek(end)) && !is_number(peek(end));
    }

    /// Whether a word ends at the digit behind `sign`: "82巻 | 9号", "出版社 | 2012年版"; the years of an era
    /// ("昭和31年") are fewer and go on.
    [[nodiscard]] bool parts_number(char32_t sign, std::size_t at) const {
        constexpr std::size_t year = 4;
        if (sign == U'巻' || sign == U'卷' || sign == U'권') return true;
        if (!is_eastern(sign) || at + year >= text_.size() || !is_all_digits(text_.substr(at, year)))
            return false;
        auto const behind = peek(at + year);
        return behind == U'年' || behind == U'년';
    }

    /// "12.IX. 1878": behind the day a month in Roman numerals, its stop and a space.
    [[nodiscard]] bool begins_roman_month(std::size_t at) const {
        constexpr std::size_t longest_day = 2, longest_month = 4;
        auto const day = before(at - 1);
        if (day.empty() || day.size() > longest_day || !is_all_digits(day)) return false;
        auto const end = text_.find_first_not_of("IVX", at);
        return end != string_view::npos && end > at && end - at <= longest_month &&
               text_.substr(end).starts_with(". ") && end + 2 < text_.size() && is_digit(text_[end + 2]);
    }

    /// "45,663": a comma inside a number.
    [[nodiscard]] bool in_thousands(std::size_t at) const {
        auto const digit = [&](std::size_t i) { return i < text_.size() && is_digit(text_[i]); };
        return is_digit(text_[at - 1]) && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
    }

    /// "30 March–11 April", "30. März–11. April": behind a month the day of another.
    [[nodiscard]] bool begins_day(std::size_t at, std::size_t dash) const {
        constexpr std::size_t longest_day = 2;
        auto const end = text_.find_first_not_of("0123456789", at);
        if (end == string_view::npos || end == at || end - at > longest_day) return false;
        auto const behind = text_[end] == '.' ? end + 1 : end;
        return behind + 1 < text_.size() && text_[behind] == ' ' && is_letter(peek(behind + 1)) &&
               is_year_part(before(dash));
    }

    /// "1884–July 31", "2003-Spring", "June–July": a dash between two dates, not inside a word. Most tongues
    /// begin a month with a small letter, "avril-juin 1990", "1962-décembre 1965"; there a year follows.
    [[nodiscard]] bool begins_date_word(std::size_t at, std::size_t dash) const {
        if (begins_day(at, dash)) return true;
        if (!is_upper(peek(at)) && !is_lower(peek(at))) return false;
        if (!is_all_digits(before(dash)) && !is_year_part(before(dash))) return false;
        auto end = at;
        while (end < text_.size() && is_letter(peek(end))) end += decode(text_, end).size;
        if (!is_year_part(text_.substr(at, end - at))) return false;
        if (is_upper(peek(at))) return true;
        auto const year = peek(end) == '.' ? end + 2 : end + 1;
        return peek(year - 1) == ' ' && year < text_.size() && is_digit(text_[year]);
    }

    /// "Republi- can" is one word; "Vor- und Nachname" is not.
    [[nodiscard]] bool breaks_line_at_hyphen(std::size_t at, std::size_t size) const {
        auto const next = at + size + 1;
        if (peek(at + size) != ' ' || !is_lower(peek(next)) || at == begin_) return false;
        return small_word(next).size() > 1 && !joins_behind_hyphen(next);
    }

    /// "Staats- und Universitätsbibliothek", "Haus-, Hof- und Staatsarchiv", "taal-, land- en volkenkunde":
    /// the hyphen stands for the end that the words share.
    [[nodiscard]] bool leaves_end_to_next(std::size_t hyphen) const {
        auto const behind = text_.substr(hyphen + 1);
        if (!is_letter(previous(hyphen))) return false;
        if (behind.starts_with(' ')) return joins_behind_hyphen(hyphen + 2);
        if (!behind.starts_with(", ")) return false;
        auto const next = hyphen + 3;
        if (is_upper(peek(begin_)) && is_upper(peek(next))) return true;
        auto const open = next + small_word(next).size();
        return open > next && peek(open) == '-' && peek(open + 1) == ' ' && joins_behind_hyphen(open + 2);
    }

    /// The small ASCII letters at `at`.
    [[nodiscard]] string_view small_word(std::size_t at) const {
        auto end = at;
        while (end < text_.size() && text_[end] >= 'a' && text_[end] <= 'z') ++end;
        return text_.substr(at, end - at);
    }

    /// Whether "und", "en" or the like stands at `at`.
    [[nodiscard]] bool joins_behind_hyphen(std::size_t at) const {
        auto end = at;
        while (is_letter(peek(end))) end += decode(text_, end).size;
        return end > at &&
               lexicon_.is_any(hash_folded(text_.substr(at, end - at)), mask(WordClass::after_open_hyphen));
    }

    /// "FO 371 / 5049", "867.4016 / 122": a slash between blanks that a number has on both its sides.
    static constexpr std::size_t spaced_slash = 3;
    [[nodiscard]] bool slash_between_numbers(std::size_t at) const {
        return at > begin_ && is_digit(text_[at - 1]) && text_.substr(at).starts_with(" / ") &&
               at + spaced_slash < text_.size() && is_digit(text_[at + spaced_slash]);
    }

    string_view text_;
    std::size_t begin_;
    std::size_t closing_quote_;
    Lexicon const& lexicon_;
};

}  // namespace

WordEnd find_word_end(string_view text, std::size_t begin, std::size_t closing_quote,
                      Lexicon const& lexicon) {
    return WordReader(text, begin, closing_quote, lexicon).read();
}

}  // namespace fonds
