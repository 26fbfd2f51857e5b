// Codes in a run of words: departments and their pieces, shelfmarks, telegrams, army files.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/text_class.hpp"

namespace fonds {
namespace {

using std::string_view;

/// "ChP 2/283", "CHAR 20/12", "AMEL 7/33": the letters of a collection, its class and piece; "JCS 1992/193"
/// is a paper.
bool names_shelf(Chunk const& chunk, Chunks const& chunks) {
    constexpr std::size_t longest = 5, longest_class = 3;
    if (chunk.size() != 2) return false;
    auto const letters = chunks.word(chunk.first);
    auto const number = chunks.word(chunk.first + 1);
    auto const slash = number.find('/');
    return letters.size() <= longest && is_abbreviation(letters) && !chunks.tokens[chunk.first].digits &&
           slash != string_view::npos && slash > 0 && slash <= longest_class &&
           number.find_first_not_of("0123456789/") == string_view::npos && is_digit(number.back());
}

/// "JC1-2418", "SZ1-2-581": letters and a number, then file after file behind hyphens.
bool is_hyphened_code(string_view word) {
    constexpr std::size_t most_letters = 4, least_digits = 3;
    auto const letters = word.find_first_of("0123456789");
    auto const hyphen = word.find('-');
    if (letters == string_view::npos || letters == 0 || letters > most_letters ||
        hyphen == string_view::npos || hyphen < letters || !is_digit(word.back()) ||
        word.find_first_not_of("0123456789-", letters) != string_view::npos)
        return false;
    auto const behind = word.substr(hyphen + 1);
    return behind.size() >= least_digits || behind.find('-') != string_view::npos;
}

/// "FO371/84059", "CAB128/30": a department's letters, class and piece in one word.
bool is_class_in_one_word(string_view word, Lexicon const& lexicon) {
    auto const letters = word.find_first_of("0123456789");
    if (letters == string_view::npos || letters < 2 || letters > 5) return false;
    auto const number = word.substr(letters);
    auto const slash = number.find('/');
    if (slash == string_view::npos || slash + 1 >= number.size() ||
        number.find_first_not_of("0123456789/") != string_view::npos)
        return false;
    return lexicon.is_any(hash_folded(word.substr(0, letters)), mask(WordClass::department));
}

/// "NSC 68", "NSC 162/2", "NIE 11-4-65", "SNIE 14.3-64", "JCS 1992/193": the letters of a series of papers,
/// and the number; "OPD 321.19" is a file.
bool names_paper(Chunk const& chunk, Chunks const& chunks) {
    constexpr std::size_t shortest = 2, longest = 5;
    if (chunk.size() != 2) return false;
    auto const& letters = chunks.tokens[chunk.first];
    auto const number = chunks.word(chunk.first + 1);
    return letters.all_upper && !letters.digits && !letters.is(WordClass::department) &&
           letters.span.size() >= shortest && letters.span.size() <= longest && is_digit(number.front()) &&
           number.find_first_not_of(
               number.find('-') == string_view::npos ? "0123456789/" : "0123456789/-.") == string_view::npos;
}

/// "New Delhi 5311", "State 62716": the post that sent a telegram, and its number.
bool names_telegram(Chunk const& chunk, Chunks const& chunks) {
    constexpr std::size_t shortest = 3, longest = 6;
    auto const last = chunk.last - 1;
    auto const number = chunks.word(last);
    if (last == chunk.first || last - chunk.first > 3 || !is_all_digits(number) || number.size() < shortest ||
        number.size() > longest)
        return false;
    auto const post = match_phrase(chunks.tokens, chunks.text, chunk.first, mask(WordClass::place));
    return (post.phrase && chunk.first + post.size == last && chunks.tokens[chunk.first].upper) ||
           (last == chunk.first + 1 && chunks.word(chunk.first) == "State");
}

/// "E 351/542", "C 66/1234": a court's letter, its class and piece; "C 1234/5/18" is a paper of the Foreign
/// Office.
bool names_class_and_piece(string_view written) {
    constexpr std::size_t longest_class = 3;
    std::size_t const letter = written.size() > 2 && written[1] == '.' ? 2 : 1;  // "T. 1/442"
    if (written.size() < 4 || written[letter] != ' ') return false;
    auto const number = written.substr(letter + 1);
    auto const slash = number.find('/');
    return slash != string_view::npos && slash > 0 && slash <= longest_class &&
           is_all_digits(number.substr(0, slash)) && slash + 1 < number.size() &&
           is_all_digits(number.substr(slash + 1));
}

/// "F. O. 5/423": a department's two letters with a space between, class and piece.
bool names_spaced_department(string_view written, Lexicon const& lexicon) {
    constexpr std::size_t class_begin = 6;
    if (written.size() <= class_begin || written.substr(1, 2) != ". " || written.substr(4, 2) != ". ")
        return false;
    auto const number = written.substr(class_begin);
    return is_digit(number.front()) && number.find('/') != string_view::npos &&
           lexicon.is_any(hash_folded(std::string{written[0], written[3]}), mask(WordClass::department));
}

/// "SPWA 319.12", "AG 341 WAAC (2-25-43)": the letters of an office, and a class of three figures with or
/// without decimals; of the latter only where a date in a bracket stands behind it.
bool names_army_file(Chunk const& chunk, Chunks const& chunks) {
    constexpr std::size_t figures = 3;
    if (chunk.size() < 2) return false;
    auto const& office = chunks.tokens[chunk.first];
    auto const number = chunks.word(chunk.first + 1);
    auto const digits = number.find_first_not_of("0123456789");
    bool const decimal = digits == figures && number[digits] == '.' && number.size() > figures + 1 &&
                         number.find_first_not_of("0123456789", figures + 1) == string_view::npos;
    bool const bracketed = digits == string_view::npos && number.size() == figures && chunk.size() > 2 &&
                           slice(chunks.text, chunk.span).find('(') != string_view::npos;
    return office.all_upper && !office.roman && !office.digits && office.span.size() >= 2 &&
           (decimal || bracketed);
}

}  // namespace

bool is_abbreviation(string_view word) {
    int letters = 0, capitals = 0;
    for (std::size_t at = 0; at < word.size();) {
        auto const [c, size] = decode(word, at);
        at += size;
        if (c == '\'' || c == 0x2019) return false;
        letters += is_letter(c) ? 1 : 0;
        capitals += is_letter(c) && is_upper(c) ? 1 : 0;
    }
    return capitals >= 2 && letters <= 9 && capitals * 2 >= letters;
}

bool names_symbol(string_view word) {
    constexpr std::array organs = {string_view{"A"},  string_view{"S"},  string_view{"E"},
                                   string_view{"T"},  string_view{"ST"}, string_view{"DC"},
                                   string_view{"TD"}, string_view{"DP"}};
    constexpr std::size_t fewest_figures = 3, most_figures = 5;
    auto const slash = word.find('/');
    if (slash == string_view::npos || !contains(organs, word.substr(0, slash))) return false;
    auto rest = word.substr(slash + 1);
    auto const part = rest.substr(0, rest.find('/'));
    if (is_all_digits(part)) return part.size() >= fewest_figures && part.size() <= most_figures;
    // "RES", "PV.1382", "C.3": letters, and behind a stop the number of the body or of the meeting.
    auto const letters = part.substr(0, part.find('.'));
    bool const body =
        !letters.empty() && letters.size() <= most_figures &&
        std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return body && std::any_of(rest.begin(), rest.end(), is_digit) &&
           (part.size() > letters.size() || rest.size() > part.size());
}

void add_code_traits(Chunk& chunk, Chunks const& chunks, Lexicon const& lexicon, std::uint32_t end) {
    constexpr std::uint32_t longest_bill = 4, longest_piece = 3;
    auto const& tokens = chunks.tokens;
    auto const& head = tokens[chunk.first];
    auto const written = slice(chunks.text, chunk.span);
    auto const head_word = slice(chunks.text, head.span);
    bool const one_word = chunk.size() == 1 && head.upper;
    bool const class_in_one_word = one_word && is_class_in_one_word(head_word, lexicon);
    bool const shelf = names_shelf(chunk, chunks);
    bool const spaced_department = names_spaced_department(written, lexicon);
    if (class_in_one_word || spaced_department || shelf || (one_word && is_hyphened_code(head_word)) ||
        names_army_file(chunk, chunks))
        chunk.set(Trait::reference);
    if (shelf) chunk.set(Trait::shelfmark);
    // "A/4711 and Add. 1": and its addenda.
    if (names_symbol(head_word) && (one_word || written.find(" Add") != string_view::npos))
        chunk.set(Trait::symbol);
    if (class_in_one_word || spaced_department) chunk.set(Trait::department);
    if (head.is(WordClass::department) && head.upper) {
        bool const class_and_piece = names_class_and_piece(written);
        if (head.span.size() > 1 || class_and_piece) chunk.set(Trait::department);
        // "FO 371/84059": a department, and its series and piece.
        if ((head.all_upper || class_and_piece) && chunk.is(Trait::digits) &&
            written.find('/') != string_view::npos && chunk.size() <= longest_piece)
            chunk.set(Trait::reference);
    }
    if (shelfmark_of_keeper(chunks, chunk.first, end) != end) {
        chunk.set(Trait::kept);
        chunk.set(Trait::repository);
        chunk.set(Trait::department);
        chunk.set(Trait::reference);
    }
    if (holding_end(chunks, chunk.first, chunk.last) == end) {
        chunk.set(Trait::holding);
        chunk.set(Trait::department);
        chunk.set(Trait::reference);
    }
    if (names_telegram(chunk, chunks)) chunk.set(Trait::telegram);
    if (names_paper(chunk, chunks)) chunk.set(Trait::paper);
    if ((head_word == "H.R" || head_word == "S" || head_word == "S.J" || head_word == "H.J") &&
        end - chunk.first <= longest_bill && tokens[end - 1].number)
        chunk.set(Trait::bill);
}

}  // namespace fonds
