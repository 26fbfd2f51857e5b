// What an element without a label is in the archives of Eastern Europe.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

/// "2703-1-40", "f. 5, 60, 48": fond, opis, delo and list in their order.
bool LocationReader::in_rows(std::size_t index, Span span, string_view written) {
    return number_row(span, written) || row_by_commas(index);
}

/// "MfAA, C 1480/77": the files of the GDR's ministry keep letter and year.
bool LocationReader::is_file_with_year(string_view written) const {
    return scheme_is("DE-MFAA") && written.find('/') != string_view::npos;
}

bool LocationReader::russian(std::size_t index, Span span, string_view written) {
    if (in_rows(index, span, written)) return true;
    // "f. 5, op. 60, d. 48, LI. 120": leaves whose small letters a scan took for capitals.
    if (constexpr string_view leaves = "LI. "; told("delo") && written.starts_with(leaves)) {
        add("list", {span.begin, span.begin + leaves.size() - 1}, {span.begin + leaves.size(), span.end});
        return true;
    }
    return file_by_letter(span, written);
}

/// "Архив Троцкого. Фонд 13. Т 2945": a file by a letter and its number.
bool LocationReader::file_by_letter(Span span, string_view written) {
    auto const space = written.find(' ');
    if (reference().levels.size() != 1 || !told("fond") || space >= 3 ||
        !is_all_digits(written.substr(space + 1)))
        return false;
    add("item", {}, span);
    return true;
}

/// "957.18.4.12": fond, opis, delo and list with stops between.
bool LocationReader::estonian_row(Span span, string_view written) {
    if (!scheme_is("EE") || std::count(written.begin(), written.end(), '.') < 2) return false;
    constexpr std::array levels = {"fond", "opis", "delo", "list"};
    auto const parts = split(written, '.');
    // "5.D.28.d" is a Danish journal's number.
    if (std::any_of(parts.begin() + 1, parts.end(),
                    [](string_view part) { return part.empty() || !is_digit(part.front()); }))
        return false;
    auto begin = span.begin;
    std::size_t i = 0;
    for (auto const part : parts) {
        if (i < levels.size()) add(levels[i++], {}, {begin, begin + part.size()});
        begin += part.size() + 1;
    }
    return true;
}

/// Whether a numbered element without a label stands next behind `span`.
bool LocationReader::number_follows(Span span) const {
    for (auto const& element : elements_)
        if (element.span.begin >= span.end)
            return !element.used && (element.piece == Piece::words || element.piece == Piece::number) &&
                   has(element, Trait::digits);
    return false;
}

/// "XIX-J-1-j Korea, 11. doboz, 22/a, 08103/2/1954".
bool LocationReader::hungarian(std::size_t, Span span, string_view written) {
    auto const code = written.substr(0, written.find(' '));
    if (is_hungarian_section(code.substr(0, code.find('/'))) && section_to_paper(span, code)) return true;
    if (section_and_name(span, code) || state_security(span, written)) return true;
    // "MNL OL, Vietnam, 1965, XIX-J-1-j": the section behind the name of a country.
    if (is_hungarian_section(written) && !told("fond")) {
        add("fond", {}, span);
        settle(span);
        return true;
    }
    return hungarian_number(span, written);
}

/// "XIX-J-1-j Korea", "288. f.": the section that a reference begins with, and a name behind it, perhaps with
/// a number of its own.
bool LocationReader::section_and_name(Span span, string_view code) {
    constexpr string_view first_letters = "XVIL";
    bool const section = (code.find('-') != string_view::npos || code.find('.') != string_view::npos) &&
                         code.find('/') == string_view::npos && reference().levels.empty() &&
                         first_letters.find(code[0]) != string_view::npos;
    if (!section) return false;
    add("fond", {}, {span.begin, span.begin + code.size()});
    if (code.size() == span.size()) return true;
    Span const rest{span.begin + code.size() + 1, span.end};
    auto const number = text(rest).rfind(' ');
    if (number != string_view::npos && text(rest).find('/') != string_view::npos) {
        add("series", {}, {rest.begin, rest.begin + number});
        add("number", {}, {rest.begin + number + 1, rest.end});
    } else {
        add("series", {}, rest);
    }
    return true;
}

/// "3.2.5. O-8-2001/143": the state security's archive numbers so; "…, 61–2": behind such a shelfmark its
/// page.
bool LocationReader::state_security(Span span, string_view written) {
    constexpr std::size_t longest_pages = 9;
    auto const& levels = reference().levels;
    if (levels.empty() && is_code(written) && written.find('.') != string_view::npos &&
        !is_hungarian_section(written)) {
        add("signature", {}, span);
    } else if (!levels.empty() && levels.front().level == "signature" && is_digit(written.front()) &&
               is_digit(written.back()) && written.size() <= longest_pages &&
               written.find_first_of("/. ") == string_view::npos) {
        low_.set(Variable::page, span);
    } else {
        return false;
    }
    settle(span);
    return true;
}

/// "22/a", "08103/2/1954", "1954": what a box holds, the number of a paper, a year.
bool LocationReader::hungarian_number(Span span, string_view written) {
    constexpr std::size_t year_figures = 4, longest_item = 5;
    bool const parted = written.find('/') != string_view::npos;
    if (!is_digit(written[0]) && !(parted && !reference().levels.empty() && has_number_end(written)))
        return false;
    auto const slashes = std::count(written.begin(), written.end(), '/');
    bool const letter_end = !is_digit(written.back());
    if (slashes == 0 && !letter_end && written.size() == year_figures) {
        add("year", {}, span);
        return true;
    }
    bool const item = letter_end || slashes == 0 || (slashes == 1 && written.size() <= longest_item);
    add(item ? "item" : "number", {}, span);
    return true;
}

/// "AJ, 837, KPR, I-2/7-1".
bool LocationReader::yugoslav(std::size_t index, Span span, string_view written) {
    if (reference().levels.empty()) return yugoslav_fond(index, span, written);
    if (is_all_digits(written) && !told("fond") && reference().levels.size() <= 1) {
        add("fond", {}, span);
        return true;
    }
    bool const roman = written.find_first_not_of("IVXLC") == string_view::npos;
    if (!is_code(written) && !roman) return false;
    // "507/IX, 119/I-50": the parts of one signature.
    for (auto i = index + 1; i < elements_.size() && elements_[i].piece == Piece::words &&
                             is_code(text(elements_[i].span)) && !elements_[i].used;
         ++i) {
        span = take(span, i);
    }
    add(is_all_digits(written) ? "number" : "signature", {}, span);
    if (roman) settle(span);
    return true;
}

/// What stands first behind the archive: the fond, perhaps with what is counted in it.
bool LocationReader::yugoslav_fond(std::size_t index, Span span, string_view written) {
    // "AJ, 117 – 263 – 487", "AJ, 50-46-99", "AJ, 142 / I – 6 – 22"
    if (auto const fond = number_before_parts(written); fond != 0) {
        add("fond", {}, {span.begin, span.begin + fond});
        auto const rest = written.find_first_not_of(" -/\u2013", fond);
        add("signature", {}, {span.begin + rest, span.end});
        return true;
    }
    // "ARS, AS 1589/III, šk. 184": two letters of the archive before its fond's number.
    constexpr std::size_t letters = 2;
    if (written.size() > letters + 1 && written[letters] == ' ' &&
        count_capitals(written.substr(0, letters)) == 2 && is_digit(written[letters + 1]) &&
        written.find_first_not_of("0123456789/IVX", letters + 1) == string_view::npos) {
        add("fond", {}, span);
        settle(span);
        return true;
    }
    // "KPR (837)": what the fond is called, and its number.
    if (auto const open = written.find(" (");
        open != string_view::npos && written.ends_with(')') &&
        is_all_digits(written.substr(open + 2, written.size() - open - 3)) &&
        std::none_of(written.begin(), written.begin() + static_cast<std::ptrdiff_t>(open), is_digit)) {
        add("series", {}, span);
        settle(span);
        return true;
    }
    // "AJ, KPR III – A – 1 – b": the holding by its letters, and its shelfmark.
    if (auto const code = code_behind_letters(written); code != 0) {
        add("series", {}, {span.begin, span.begin + code - 1});
        add("signature", {}, {span.begin + code, span.end});
        return true;
    }
    // "VA, P-17, k. 5": the code before the boxes is the fond's.
    if (index + 1 < elements_.size() && elements_[index + 1].piece == Piece::level && is_code(written) &&
        written.find(' ') == string_view::npos) {
        add("fond", {}, span);
        return true;
    }
    if (!has(elements_[index], Trait::digits) || !is_digit(written[0])) return false;
    auto const space = written.find_first_of(" (");
    add("fond", {}, {span.begin, space == string_view::npos ? span.end : span.begin + space});
    // "837 (KPR)": what the fond is called, which its number says.
    bool const gloss = space != string_view::npos && trim(written.substr(space)).starts_with('(');
    if (space != string_view::npos && !gloss) add("series", {}, {span.begin + space, span.end});
    return true;
}

bool LocationReader::romanian(std::size_t index, Span span, string_view written) {
    if (!has(elements_[index], Trait::digits) || written.find(' ') != string_view::npos) return false;
    add("file", {}, span);
    return true;
}

bool LocationReader::polish(std::size_t index, Span span, string_view written) {
    constexpr std::size_t longest = 14;
    if (scheme_is("PL-ZWT") && in_rows(index, span, written)) return true;
    if (!has(elements_[index], Trait::digits) || reference().levels.empty() ||
        count_code_points(written) > longest)
        return false;
    add("signature", {}, span);
    return true;
}

}  // namespace fonds
