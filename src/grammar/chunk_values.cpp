// The value of a label: its first word, and what belongs to it behind that.

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/small_roman.hpp"

namespace fonds {

using std::string_view;

namespace {

/// "xiv", "xiv–xvii".
bool is_small_roman_range(string_view word) {
    auto const dash = word.substr(small_roman_size(word));
    return is_small_roman(word) || (is_small_roman(word.substr(0, word.size() - dash.size())) &&
                                    is_small_roman(dash.substr(dash_size(dash))));
}

/// "41234" behind "92": a number of another order.
bool is_far_beyond(string_view number, string_view before) {
    constexpr std::size_t shortest = 4, most_before = 3;
    return is_all_digits(number) && number.size() >= shortest && is_all_digits(before) &&
           before.size() <= most_before;
}

/// "33" before "987": the thousands of one number.
bool is_thousands(string_view thousands, string_view rest) {
    return thousands.size() <= 3 && is_all_digits(thousands) && rest.size() == 3 && is_all_digits(rest);
}

}  // namespace

/// "1945", "1945–1989": years, as the name of a fond has them.
bool names_years(string_view word) {
    constexpr std::size_t year = 4;
    return word.size() >= year && is_year(word.substr(0, year)) &&
           word.find_first_not_of("0123456789-\u2013", year) == string_view::npos;
}

bool is_roman_with_letter(string_view word) {
    auto const letter = word.find_first_not_of("IVX");
    return letter != string_view::npos && letter > 0 && letter + 1 == word.size() && word[letter] >= 'a' &&
           word[letter] <= 'f';
}

bool means(Phrase const& label, string_view meaning) { return contains(label.meanings(), meaning); }

bool is_page_like(Phrase const& label) {
    // "file" is a leaf's label nowhere, though Romanian "file" are leaves.
    if (label.meanings().size() > 1 &&
        (label.meanings()[0] == "file" || label.meanings()[0] == "delo" || label.meanings()[0] == "folder"))
        return false;
    return means(label, "page") || means(label, "list") || means(label, "folio") || means(label, "leaf") ||
           means(label, "khuu") || means(label, "sheet") || label.meanings()[0] == "chapter" ||
           means(label, "frame") || means(label, "note");
}

bool Chunker::is_value_word(std::uint32_t at, Phrase const& label) const {
    auto const& item = token(at);
    if (item.kind != TokenKind::word) return false;
    if (item.digits) return !item.is(WordClass::month);
    auto const written = word(at);
    if (item.roman) return !(written == "I" && token(at + 1).kind == TokenKind::word && token(at + 1).lower);
    if (item.upper && count_code_points(written) == 1) return !mark(at + 1, '.') || is_stop(at + 1);
    if (is_page_like(label) && item.lower && written.size() <= 14 && is_small_roman_range(written))
        return true;
    // "vol. v", "pt. ii", "No. cxxi."
    bool const counted = label.meanings()[0] == "volume" || label.meanings()[0] == "part" ||
                         (label.meanings()[0] == "issue" && written.size() > 1);
    if (counted && item.lower && is_small_roman_range(written) && at_boundary(at + 1)) return true;
    // "Liasse XXIII/b": a number in Roman numerals and a letter.
    if (label.meanings()[0] == "file" && item.upper)
        if (auto const slash = written.find('/');
            slash != string_view::npos && slash > 0 &&
            written.substr(0, slash).find_first_not_of("IVXLC") == string_view::npos)
            return true;
    if (item.upper && is_roman_with_letter(written) && !is_page_like(label)) return true;
    // "Konv. c fol. 83": bundles counted by letters.
    if (means(label, "fascicle") && item.lower && written.size() == 1 && token(at - 1).is_mark('.'))
        return at_boundary(at + 1) || token(at + 1).kind == TokenKind::open ||
               token(at + 1).is(WordClass::label);
    return item.all_upper && written.size() <= 4 && !is_page_like(label) && !means(label, "volume") &&
           !means(label, "number") && !means(label, "part");
}

bool Chunker::read_value(Value& value, std::uint32_t at, Phrase const& label, bool strong) const {
    auto const& item = token(at);
    if (!item.exists()) return false;
    if (item.kind == TokenKind::quote_open && item.match != no_token && strong) {
        value = {at, item.match + 1, {item.span.end, token(item.match).span.begin}};
        auto inner = trim(slice(out_.text, value.span));
        while (!inner.empty() && (inner.back() == ',' || inner.back() == '.'))
            inner = trim(inner.substr(0, inner.size() - 1));
        auto const begin = static_cast<std::size_t>(inner.data() - out_.text.data());
        if (!inner.empty()) value.span = {begin, begin + inner.size()};
        return !inner.empty();
    }
    if (item.is_mark(':') && strong && token(at + 1).kind == TokenKind::word) {
        // "Folder: March on Washington; Statement of Facts" goes on to the end of the bracket or element.
        auto end = element_end(at + 1);
        while (!open_.empty() && mark(end, ';')) end = element_end(end + 1);
        value = {at, end, {token(at + 1).span.begin, token(end - 1).span.end}};
        return true;
    }
    // "telegram T.123/58": a letter for the series before the number.
    auto const& number = token(at + 2);
    bool const series = label.meanings()[0] == "telegram" && item.upper && item.span.size() == 1 &&
                        mark(at + 1, '.') && number.digits && !number.space_before;
    if (series) {
        value = {at, at + 3, {item.span.begin, number.span.end}};
        return true;
    }
    if (!is_value_word(at, label)) return false;
    if (auto const read = read_date(out_.tokens, out_.text, at);
        read && read->date.start.month != 0 && read->end > at + 1 && !is_page_like(label))
        return false;
    value = {at, at + 1, item.span};
    extend_value(value, label);
    return true;
}

void Chunker::take_to(Value& value, std::uint32_t end) const {
    value.last = end;
    value.span.end = token(end - 1).span.end;
}

/// What belongs to the value behind its first word: "22 A", "5-7 ob.", "20 ff.", "187, 217".
void Chunker::extend_value(Value& value, Phrase const& label) const {
    constexpr int most_pieces = 6;
    bool const page_like = is_page_like(label);
    for (int piece = 0; piece < most_pieces && token(value.last).exists(); ++piece) {
        if (page_like && extend_pages(value)) continue;
        auto end = number_end(value, page_like);
        if (end == value.last) end = labelled_end(value, label);
        if (end == value.last) break;
        take_to(value, end);
    }
    if (page_like) extend_to_verso(value);
    if (page_like || counts_documents(value, label)) extend_list(value, label);
}

/// "docs. 12, 18": several documents of one volume.
bool Chunker::counts_documents(Value const& value, Phrase const& label) const {
    return label.meanings()[0] == "document" && value.first > 1 &&
           word(value.first - (mark(value.first - 1, '.') ? 2 : 1)).ends_with('s');
}

/// A further piece of pages or leaves; false where none stands behind them.
bool Chunker::extend_pages(Value& value) const {
    auto const& next = token(value.last);
    auto const written = word(value.last);
    // "pp. 80 y ss.", "s. 12 i n.", "p. 7 et suiv."
    if (next.is(WordClass::conjunction) && next.lower &&
        token(value.last + 1).is_small(WordClass::following_behind_and) &&
        // "l. 3 und d. 15": the label of another file.
        !(mark(value.last + 2, '.') && token(value.last + 3).digits)) {
        take_to(value, value.last + 2);
        if (mark(value.last, '.') && !token(value.last).space_before && !is_stop(value.last)) ++value.last;
        return true;
    }
    if (next.kind == TokenKind::word &&
        (next.is_small(WordClass::verso) || next.is_small(WordClass::following))) {
        take_to(value, value.last + 1);
        if (mark(value.last, '.') && !token(value.last).space_before) {
            // The stop of "ob." at the end of a note belongs to both; the value keeps it.
            if (written != "f" && written != "ff" && written.size() > 1 && !written.ends_with("\u00b0") &&
                !written.ends_with("\u00ba"))
                value.span.end = token(value.last).span.end;
            if (!is_stop(value.last)) ++value.last;
        }
        return true;
    }
    // "34 – 59", "2ob.-3", "2 ob. – 3"
    auto const joint = mark(value.last, '.') && !next.space_before ? value.last + 1 : value.last;
    auto const last = mark(joint, '-') ? joint + 1 : joint;
    bool const dash = last != joint || (!token(joint).space_before &&
                                        (word(joint).starts_with("\u2013") || word(joint).starts_with('-')));
    if (dash && token(last).digits) {
        take_to(value, last + 1);
        return true;
    }
    // "1l 1-17": a misprinted first number
    auto const& first = token(value.first);
    bool const misprinted = next.kind == TokenKind::word && next.number && next.space_before &&
                            at_boundary(value.last + 1) && first.digits && !first.number;
    if (misprinted) take_to(value, value.last + 1);
    return misprinted;
}

/// Where a number goes on whatever its label; `value.last` where it does not.
std::uint32_t Chunker::number_end(Value const& value, bool page_like) const {
    auto const& next = token(value.last);
    auto const written = word(value.last);
    auto const& first = token(value.first);
    bool const one_token = value.last == value.first + 1;
    // "22 A"
    if (next.kind == TokenKind::word && next.upper && !next.digits && written.size() == 1 && !page_like &&
        next.space_before && at_boundary(value.last + 1) && !mark(value.last + 1, '.'))
        return value.last + 1;
    // "f. A 2/1", "fond H 669": fonds that are counted within a letter.
    if (one_token && first.upper && count_code_points(word(value.first)) == 1 &&
        next.kind == TokenKind::word && next.space_before && next.digits &&
        written.find_first_not_of("0123456789/") == string_view::npos && at_boundary(value.last + 1))
        return value.last + 1;
    if (page_like) return value.last;
    // "Az. C.08-123": a class by its letter, before a stop.
    if (one_token && first.upper && count_code_points(word(value.first)) == 1 && next.is_mark('.') &&
        !next.space_before && token(value.last + 1).digits && !token(value.last + 1).space_before &&
        at_boundary(value.last + 2))
        return value.last + 2;
    // "Box I:63": the part of the papers in Roman numerals, and the box.
    if (one_token && first.roman && first.upper && next.is_mark(':') && !next.space_before &&
        token(value.last + 1).number && !token(value.last + 1).space_before && at_boundary(value.last + 2))
        return value.last + 2;
    // "carton 418 bis"
    if (next.lower && next.space_before && (written == "bis" || written == "ter") &&
        at_boundary(value.last + 1))
        return value.last + 1;
    // "3(13)-AFR/59", "9155.3(Vietnam)": a bracket inside the number.
    constexpr std::uint32_t longest_bracket = 4;
    if (next.kind == TokenKind::open && !next.space_before && next.match != no_token &&
        next.match - value.last <= longest_bracket) {
        auto end = next.match + 1;
        while (!token(end).space_before &&
               (token(end).kind == TokenKind::word || mark(end, '-') || mark(end, '|')))
            ++end;
        return end;
    }
    // "kr. 96 a 97"
    if ((written == "a" || written == "i") && first.number && one_token && token(value.last + 1).number &&
        at_boundary(value.last + 2))
        return value.last + 2;
    return value.last;
}

/// Where the value of just this label goes on; `value.last` where it does not.
std::uint32_t Chunker::labelled_end(Value const& value, Phrase const& label) const {
    auto const& next = token(value.last);
    auto const& first = token(value.first);
    bool const one_token = value.last == value.first + 1;
    bool const word_follows = next.kind == TokenKind::word && next.space_before;
    auto const meaning = label.meanings()[0];
    if (!word_follows) return value.last;
    // "f. 33 987": one number, its thousands parted
    if ((means(label, "fond") || means(label, "delo")) && next.number && one_token &&
        is_thousands(word(value.first), word(value.last)) && at_boundary(value.last + 1))
        return value.last + 1;
    // "f. TO-T 1945–1959": the years of a fond that has a name.
    constexpr std::size_t year = 4;
    if (means(label, "fond") && next.number && one_token && !first.number && word(value.last).size() > year &&
        is_year(word(value.last).substr(0, year)) && at_boundary(value.last + 1))
        return value.last + 1;
    // "Fasz. 92 VI fol. 530"
    if (means(label, "fascicle") && next.roman && next.upper && one_token && first.digits &&
        (at_boundary(value.last + 1) || token(value.last + 1).is(WordClass::label) ||
         word(value.last + 1) == "ad"))
        return value.last + 1;
    // "kansio B 4:1"
    if (meaning == "folder" && next.digits && one_token && first.upper && !first.digits &&
        word(value.first).size() == 1 && at_boundary(value.last + 1))
        return value.last + 1;
    // "entry A1 92"
    if (meaning == "entry" && next.number && one_token && !first.number && at_boundary(value.last + 1))
        return value.last + 1;
    // "64 D 563"
    if (means(label, "lot-file") && next.upper && word(value.last).size() <= 2 &&
        token(value.last + 1).digits)
        return value.last + 2;
    // "Folder 091 Korea": the name behind its number
    if ((meaning == "folder" || meaning == "file") && next.upper && !next.is(WordClass::label) &&
        !next.is(WordClass::month) && is_all_digits(word(value.first)))
        return element_end(value.last);
    // "Z. 345 ex 1897/98": the year of an Austrian registry's number.
    if (one_token && word(value.last) == "ex" && is_year(word(value.last + 1).substr(0, year)))
        return value.last + 2;
    bool const code = means(label, "bestand") || means(label, "signature") || means(label, "collection");
    return code && meaning != "document" && goes_on_with_code(value.last) ? value.last + 1 : value.last;
}

/// Whether a word can be a piece of a code like "E 130 b", "Rep. 77 Tit 50": no label, and none that begins
/// something else.
bool Chunker::goes_on_with_code(std::uint32_t at) const {
    auto const& piece = token(at);
    auto const written = word(at);
    if (piece.roman && piece.upper) return true;  // "Sign. F I 28"; a small "i" joins words
    return (piece.digits || piece.lower || piece.all_upper) && !piece.is(WordClass::label) &&
           !piece.is(WordClass::conjunction) && !piece.is(WordClass::lead) && !piece.is(WordClass::marking) &&
           !piece.is(WordClass::signal) && written != "vom" && written != "bes" && written != "dated";
}

/// "39r and v": both sides of the leaf.
void Chunker::extend_to_verso(Value& value) const {
    auto const& joint = token(value.last);
    if (!joint.is(WordClass::conjunction) || !token(value.last + 1).is_small(WordClass::verso) ||
        !at_boundary(value.last + 2))
        return;
    take_to(value, value.last + 2);
}

/// "187, 217", "Bl. 144 u. 147": more of the same kind.
void Chunker::extend_list(Value& value, Phrase const& label) const {
    constexpr int most_items = 40;  // bounds the work on a list that never ends
    for (int count = 0; count < most_items; ++count) {
        auto const at = behind_list_joint(value.last);
        if (at == value.last || !is_list_item(at, value, label)) return;
        auto end = at + 1;
        auto span_end = token(at).span.end;
        if (token(end).kind == TokenKind::word && token(end).is_small(WordClass::verso)) {
            span_end = token(end).span.end;
            ++end;
            if (mark(end, '.') && !is_stop(end)) ++end;
        }
        if (!list_may_end(end)) return;
        value.last = end;
        value.span.end = span_end;
        extend_to_verso(value);
    }
}

/// Where the next item of a list may begin: behind a comma, "and", "u."; `at` where nothing joins.
std::uint32_t Chunker::behind_list_joint(std::uint32_t at) const {
    if (mark(at, ',')) ++at;
    auto const& joint = token(at);
    if (joint.kind != TokenKind::word || !joint.is(WordClass::conjunction) || !joint.lower) return at;
    ++at;
    // "Bl. 144 u. 147", but "s. 222, i. 40"
    return !joint.is(WordClass::label) && mark(at, '.') && !token(at).space_before ? at + 1 : at;
}

bool Chunker::is_list_item(std::uint32_t at, Value const& value, Phrase const& label) const {
    constexpr std::size_t longest = 12;
    auto const& item = token(at);
    auto const written = word(at);
    bool const roman = item.roman && token(value.first).roman;
    if (item.kind != TokenKind::word || !(item.digits || roman) || written.size() > longest) return false;
    if ((!is_digit(written[0]) && !roman) || is_year(written) || item.is(WordClass::month)) return false;
    // "f. 92, 41234": a bundle, and a paper by its own number.
    if (label.meanings()[0] == "fond" && is_far_beyond(written, slice(out_.text, value.span))) return false;
    // "Bl. 5, 9, 20.1/113, Bl. 2": the next file, by its shelfmark.
    if (written.find('.') != string_view::npos && written.find('/') != string_view::npos) return false;
    auto const date = read_date(out_.tokens, out_.text, at);
    return !date || date->end <= at + 1;
}

/// Whether an item of a list ends before `at`: ", 140 (1955)" and ", 12. doboz" begin something else.
bool Chunker::list_may_end(std::uint32_t at) const {
    auto const& next = token(at);
    if (next.kind == TokenKind::word)
        return next.is(WordClass::conjunction) || next.is_small(WordClass::verso) ||
               (next.lower && next.is(WordClass::verb));
    if (next.is_mark('.')) return is_stop(at);
    return next.kind != TokenKind::mark || next.mark == ',' || next.mark == ';';
}

}  // namespace fonds
