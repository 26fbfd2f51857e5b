// What an element without a label is in the archives of Germany, Austria and Switzerland.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

namespace {

/// Where "DY 30" ends in "DY 30 J IV 2/201/1292", "DY 30 IV 2/20/137"; 0 elsewhere.
std::size_t end_of_party_holding(string_view code) {
    constexpr std::size_t letters = 2;
    if (code.size() < letters || code[0] != 'D' || code[1] < 'A' || code[1] > 'Z') return 0;
    auto const figures = code.find_first_not_of(' ', letters);
    auto const end = code.find_first_not_of("0123456789", figures);
    bool const units = end != string_view::npos && end > figures && code[end] == ' ' &&
                       end + 1 < code.size() &&
                       (code[end + 1] == 'I' || code[end + 1] == 'J' || code[end + 1] == 'v');
    return units && code.find('/', end) != string_view::npos ? end : 0;
}

/// "B 136" of "B 136/20686", "2" of "2/18/4"; "III/62" and "13 100-00/122" are shelfmarks.
bool names_holding(string_view code) {
    return is_all_digits(code) || code.find_first_not_of("0123456789 .,-IVXLC") != string_view::npos;
}

}  // namespace

/// Where the number of the unit begins in "Ministerium des Innern 1077", "MA 99887": behind a name, or behind
/// a state's letters; the federal archives number holdings so ("N 1022").
std::size_t LocationReader::unit_behind_holding(string_view written) const {
    if (auto const code = code_behind_name(written); code != string_view::npos) return code;
    constexpr std::size_t shortest = 4;
    auto const space = written.find(' ');
    if (low_.citation.item.reference.repository_id.empty() || scheme_is("DE-BARCH") ||
        space == string_view::npos || written.size() - space <= shortest ||
        !is_all_digits(written.substr(space + 1)) ||
        !std::all_of(written.begin(), written.begin() + static_cast<std::ptrdiff_t>(space), is_ascii_letter))
        return string_view::npos;
    return space + 1;
}

/// "DY 30/IV 2/20/137" is Bestand and Signatur; "MfAA, A 7013", "B 8", "R 43-I/161".
bool LocationReader::german(std::size_t, Span span, string_view written) {
    auto const& levels = reference().levels;
    bool const is_within_holding =
        levels.size() > 1 || (levels.size() == 1 && levels.front().level == "bestand");
    return is_within_holding ? within_german_holding(span, written) : german_holding(span, written);
}

/// The holding, and the unit that stands in one piece with it; or the number of a unit that needs none.
bool LocationReader::german_holding(Span span, string_view written) {
    // "PA AA, R 70411": the volume's number alone.
    bool const is_volume_alone = scheme_is("DE-PAAA") && reference().levels.empty() &&
                                 written.starts_with("R ") && written.size() > 4 &&
                                 is_all_digits(written.substr(2));
    if (is_volume_alone) {
        add("signature", {}, span);
        return true;
    }
    if (is_file_with_year(written)) {
        add("signature", {}, span);
        settle(span);
        return true;
    }
    // "I. HA Rep. 77 Tit. 332 d Nr. 6"
    if (auto const title = written.find(" Tit. "); title != string_view::npos) {
        holding_and_unit(span, title, title + 1);
        settle(span);
        return true;
    }
    // "DY 30 J IV 2/201/1292": holdings of the GDR, and their units by the party's own numbers.
    if (auto const end = end_of_party_holding(written); end != 0) {
        holding_and_unit(span, end, end + 1);
        settle(span);
        return true;
    }
    // "C 7/IX, Nr. 595": before a labelled number the whole code is the holding's.
    if (!stands_for_fond(span)) {
        auto const unit = reference().levels.empty() ? unit_behind_holding(written) : string_view::npos;
        if (unit != string_view::npos) {
            holding_and_unit(span, unit, unit);
            return true;
        }
        if (auto const slash = written.find('/'); slash != string_view::npos) {
            if (names_holding(written.substr(0, slash))) {
                holding_and_unit(span, slash, slash + 1);
            } else {
                add("signature", {}, span);
                settle(span);
            }
            return true;
        }
    }
    add("bestand", {}, span);
    if (reference().levels.size() == 1) settle(span);
    return true;
}

/// A holding that ends at `end` of a piece and the unit that begins at `unit` there.
void LocationReader::holding_and_unit(Span span, std::size_t end, std::size_t unit) {
    add("bestand", {}, {span.begin, span.begin + end});
    add("signature", {}, {span.begin + unit, span.end});
}

/// A part of the holding that stands before, or the unit in it.
bool LocationReader::within_german_holding(Span span, string_view written) {
    bool const has_signature = told("signature");
    // "I. HA, Rep. 77, Tit. 343 A": the repertory is the holding's.
    if (!has_signature && written.starts_with("Rep. ")) {
        add("bestand", {}, span);
        settle(span);
        return true;
    }
    bool const numbered = std::any_of(written.begin(), written.end(), is_digit);
    if (has_signature && !numbered) return false;
    bool const papers = names_papers(span) || fold_word(written).starts_with("nl ");
    // "VI. HA, Nl. Roon, Nr. 7": papers within a holding.
    if (!numbered && papers && told("bestand")) {
        add("series", {}, span);
        return true;
    }
    // "ZA, MfS, SdM 1432": letters before the number are parts of the holding; "Land Thüringen, Ministerium
    // des Innern, 1077": words behind the holding's name are an office's.
    if (!numbered && number_follows(span)) {
        bool const office = written.find(' ') != string_view::npos && told("bestand") && !papers;
        add(office ? "series" : "bestand", {}, span);
        return true;
    }
    // The Political Archive counts volumes: "B 42, 132.450"; the GDR's files keep their letter.
    bool const volume = scheme_is("DE-PAAA") && is_digit(written[0]);
    add(has_signature ? "item" : volume ? "volume" : "signature", {}, span);
    return true;
}

/// "XIX-J-1-j-Korea-11/f-001183-1960": the section, the country, the item and the number of its paper.
bool LocationReader::section_to_paper(Span span, string_view code) {
    constexpr std::size_t parts_of_section = 4;
    auto const parts = split(code, '-');
    if (parts.size() < parts_of_section + 3 || parts[parts_of_section].size() < 2 ||
        count_capitals(parts[parts_of_section]) == 0)
        return false;
    std::size_t begin = span.begin;
    auto const next = [&](std::size_t size) {
        Span const value{begin, begin + size};
        begin = value.end + 1;
        settle(value);
        return value;
    };
    auto const section = parts[parts_of_section].data() - code.data() - 1;
    add("fond", {}, next(static_cast<std::size_t>(section)));
    add("series", {}, next(parts[parts_of_section].size()));
    add("item", {}, next(parts[parts_of_section + 1].size()));
    add("number", {}, next(span.begin + code.size() - begin));
    return true;
}

/// "StALU TD 12", "StABE A II 204", "StAZH C I": a canton's archive has one shelfmark for all its levels.
bool LocationReader::swiss_canton(std::size_t index, Span span, string_view written) {
    if (elements_[index].piece == Piece::date && has_day(index) && !document_told()) {
        set_issued(list_[elements_[index].last - 1]);
        return true;
    }
    if (more_of_shelfmark(index, span, written)) return true;
    auto const roman = [](string_view code) {
        return code.size() > 2 && code[1] == ' ' && code.find_first_not_of("IVX", 2) == string_view::npos;
    };
    if (!has(elements_[index], Trait::digits) && !roman(written)) return swiss(index, span, written);
    // "E II 441, 42", "E II 446, 298r (Abschrift)": the page or leaf of the volume.
    bool const inside = told("signature") && is_digit(written[0]);
    if (inside) span.end = std::min(span.end, span.begin + written.find(' '));
    auto const end = text(span).back();
    bool const leaf = inside && (end == 'r' || end == 'v');
    if (inside && !leaf && low_.citation.item.text(Variable::page).empty()) low_.set(Variable::page, span);
    else add(leaf ? "folio" : told("signature") ? "item" : "signature", {}, span);
    settle(span);
    return true;
}

/// "A 155.1, Nr. 1, 2, 3": further papers of one shelfmark; "VI.EN.LB.A.1.:7": a shelfmark with a colon.
bool LocationReader::more_of_shelfmark(std::size_t index, Span span, string_view written) {
    if (reference().levels.empty()) return false;
    auto& last = reference().levels.back();
    bool const further = last.level == "number" && is_all_digits(written);
    bool const colon =
        last.level == "signature" && list_[elements_[index].first - 1].kind == ChunkKind::colon;
    if (!further && !colon) return false;
    auto& field = low_.citation.fields.back();
    field.span.end = span.end;
    last.value = text(field.span);
    settle(field.span);
    return true;
}

bool LocationReader::swiss(std::size_t, Span span, string_view written) {
    if (!is_code(written)) return false;
    bool const whole = written.find('#') != string_view::npos;  // "E2001E#1976/17#2119*"
    add(told("bestand") || whole ? "signature" : "bestand", {}, span);
    return true;
}

bool LocationReader::austrian(std::size_t index, Span span, string_view written) {
    bool const numbered = has(elements_[index], Trait::digits);
    auto const& levels = reference().levels;
    // "KA, MKSM 1851, 6-2/4": an office's papers of a year.
    constexpr std::size_t year = 4;
    if (levels.empty() && written.size() > year + 2 && is_year_start(written.substr(written.size() - year)) &&
        count_capitals(written) >= 2 && written.find(' ') == written.size() - year - 1) {
        add("bestand", {}, {span.begin, span.end - year});
        add("year", {}, {span.end - year, span.end});
        settle(span);
        return true;
    }
    // "ÖStA, BMfaA, Ktn. 1350, 124.434-6 (Pol.) 68": a paper's number in its box.
    bool const in_box = numbered && !levels.empty() && is_container(levels.back().level);
    add(in_box ? "number" : levels.empty() ? "bestand" : numbered ? "signature" : "series", {}, span);
    return true;
}

}  // namespace fonds
