// How the archives of each tradition write what has no label: section and piece, files by their numbers.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

namespace {
/// "2.05.118": the number of an entrance to the National Archives in The Hague.
bool is_toegang(string_view written) {
    auto const parts = split(written, '.');
    return parts.size() >= 3 && std::all_of(parts.begin(), parts.end(), [](string_view part) {
               return !part.empty() && part.size() <= 3 && is_all_digits(part);
           });
}

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

/// The tradition whose schemes have ids that begin so; where one begin goes on another, it stands first.
bool LocationReader::by_tradition(std::size_t index, Span span, string_view written) {
    struct Tradition {
        string_view scheme;
        bool (LocationReader::*reads)(std::size_t, Span, string_view);
    };
    static constexpr std::array traditions = {
        Tradition{"US", &LocationReader::american},     Tradition{"GB-DSP", &LocationReader::british},
        Tradition{"FR", &LocationReader::french},       Tradition{"RU", &LocationReader::russian},
        Tradition{"UA", &LocationReader::in_rows},      Tradition{"BY", &LocationReader::in_rows},
        Tradition{"BG", &LocationReader::in_rows},      Tradition{"MN", &LocationReader::in_rows},
        Tradition{"LT", &LocationReader::in_rows},      Tradition{"LV", &LocationReader::in_rows},
        Tradition{"MD", &LocationReader::in_rows},      Tradition{"AZ", &LocationReader::in_rows},
        Tradition{"DE", &LocationReader::german},       Tradition{"HU", &LocationReader::hungarian},
        Tradition{"YU", &LocationReader::yugoslav},     Tradition{"RO", &LocationReader::romanian},
        Tradition{"PL", &LocationReader::polish},       Tradition{"CN", &LocationReader::by_signature},
        Tradition{"JP", &LocationReader::by_signature}, Tradition{"KR", &LocationReader::by_signature},
        Tradition{"UN", &LocationReader::by_signature}, Tradition{"OSA", &LocationReader::by_signature},
        Tradition{"AU", &LocationReader::australian},   Tradition{"CH-SIG", &LocationReader::swiss_canton},
        Tradition{"CH", &LocationReader::swiss},        Tradition{"NL", &LocationReader::dutch},
        Tradition{"AT", &LocationReader::austrian},     Tradition{"ES", &LocationReader::spanish},
    };
    if (scheme_.empty()) return file_by_letter(span, written);
    auto const tradition = std::find_if(traditions.begin(), traditions.end(),
                                        [&](Tradition const& known) { return scheme_is(known.scheme); });
    return tradition != traditions.end() && (this->*tradition->reads)(index, span, written);
}

bool LocationReader::american(std::size_t index, Span span, string_view written) {
    // "Houghton Library, Harvard University, ABC 15.1": libraries have no subject-numeric files.
    if (!subject_numeric(written) && !names_subject(index, written)) return false;
    add(scheme_is("US-COLL") && reference().levels.empty() ? "signature" : "file", {}, span);
    return true;
}

/// "POL US-USSR", "NATO US": a primary subject and countries, all in capitals.
bool LocationReader::names_subject(std::size_t index, string_view written) const {
    auto const& element = elements_[index];
    auto const& tokens = low_.chunks.tokens;
    auto const first = head(element).first;
    auto const last = list_[element.last - 1].last;
    if (written.size() > 24 || last - first < 2 || !low_.lexicon.is_file_subject(tokens[first].key) ||
        !tokens[first].upper)
        return false;
    for (auto i = first; i < last; ++i)
        if (tokens[i].kind == TokenKind::word && !tokens[i].all_upper && !tokens[i].digits) return false;
    return true;
}

bool LocationReader::british(std::size_t index, Span span, string_view written) {
    // "PRO, FO 371, 3540, 20506"
    if (reference().levels.size() == 1 && told("series") && is_all_digits(written)) {
        add("piece", {}, span);
        return true;
    }
    if (reference().levels.empty() || !has(elements_[index], Trait::reference)) return false;
    add(told("series") || told("piece") ? "item" : "signature", {}, span);
    if (told("piece")) settle(span);
    return true;
}

/// "Archives nationales, F7 9884", "AN, BB18 7059", "Arch. nat., LL 215": the series of the national archives
/// by its letters, and the carton.
bool LocationReader::french(std::size_t, Span span, string_view written) {
    // "Fonds Georges Pompidou, 5 AG 2, carton 106": an entry, which may be told behind whose papers they are.
    if (scheme_is("FR-AN") && is_french_entry(written) && is_digit(written.front()) && !told("signature")) {
        add("signature", {}, span);
        settle(span);
        return true;
    }
    if (!scheme_is("FR-AN") || !reference().levels.empty() || !is_french_series(written)) return false;
    auto const space = written.find(' ');
    auto const series = written[space - 1] == '.' ? space - 1 : space;
    add("series", {}, {span.begin, span.begin + series});
    add("carton", {}, {span.begin + space + 1, span.end});
    settle(span);
    return true;
}

/// "AGI, Guadalajara 287", "AGI, México 1369", "AGS, Estado 2034": the section, and its bundle.
bool LocationReader::spanish(std::size_t, Span span, string_view written) {
    auto const space = written.rfind(' ');
    if (!reference().levels.empty() || space == string_view::npos ||
        !is_all_digits(written.substr(space + 1)))
        return false;
    auto const section = written.substr(0, space);
    constexpr std::size_t shortest = 4;
    auto const last = section.substr(section.rfind(' ') + 1);
    bool const words = last.size() >= shortest && std::none_of(section.begin(), section.end(), is_digit) &&
                       last.back() != '.' &&
                       std::any_of(last.begin(), last.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!words) return false;
    add("series", {}, {span.begin, span.begin + space});
    add("signature", {}, {span.begin + space + 1, span.end});
    settle(span);
    return true;
}

/// "2703-1-40", "f. 5, 60, 48": fond, opis, delo and list in their order.
bool LocationReader::in_rows(std::size_t index, Span span, string_view written) {
    return number_row(span, written) || row_by_commas(index);
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

/// "MfAA, C 1480/77": the files of the GDR's ministry keep letter and year.
bool LocationReader::is_file_with_year(string_view written) const {
    return scheme_is("DE-MFAA") && written.find('/') != string_view::npos;
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

/// "XIX-J-1-j Korea, 11. doboz, 22/a, 08103/2/1954".
bool LocationReader::hungarian(std::size_t, Span span, string_view written) {
    auto const space = written.find(' ');
    auto const code = written.substr(0, space);
    if (is_hungarian_section(code.substr(0, code.find('/'))) && section_to_paper(span, code)) return true;
    bool const section = (code.find('-') != string_view::npos || code.find('.') != string_view::npos) &&
                         code.find('/') == string_view::npos && reference().levels.empty() &&
                         (code[0] == 'X' || code[0] == 'V' || code[0] == 'I' || code[0] == 'L');
    if (section) {
        add("fond", {}, {span.begin, span.begin + code.size()});
        if (space == string_view::npos) return true;
        auto const rest = Span{span.begin + space + 1, span.end};
        auto const written_rest = text(rest);
        auto const number = written_rest.rfind(' ');
        if (number != string_view::npos && written_rest.find('/') != string_view::npos) {
            add("series", {}, {rest.begin, rest.begin + number});
            add("number", {}, {rest.begin + number + 1, rest.end});
        } else {
            add("series", {}, rest);
        }
        return true;
    }
    // "MNL OL, Vietnam, 1965, XIX-J-1-j": the section behind the name of a country.
    if (is_hungarian_section(written) && !told("fond")) {
        add("fond", {}, span);
        settle(span);
        return true;
    }
    // "3.2.5. O-8-2001/143": the state security's archive numbers so.
    if (reference().levels.empty() && is_code(written) && written.find('.') != string_view::npos) {
        add("signature", {}, span);
        settle(span);
        return true;
    }
    // "…, 61–2": behind such a shelfmark its page.
    constexpr std::size_t longest_pages = 9;
    bool const state_security =
        !reference().levels.empty() && reference().levels.front().level == "signature";
    if (state_security && is_digit(written.front()) && is_digit(written.back()) &&
        written.size() <= longest_pages && written.find_first_of("/. ") == string_view::npos) {
        low_.set(Variable::page, span);
        settle(span);
        return true;
    }
    if (!is_digit(written[0]) &&
        !(written.find('/') != string_view::npos && !reference().levels.empty() && has_number_end(written)))
        return false;
    auto const slashes = std::count(written.begin(), written.end(), '/');
    bool const letter_end = !is_digit(written.back());
    if (slashes == 0 && !letter_end && written.size() == 4) {
        add("year", {}, span);
        return true;
    }
    add(letter_end || (slashes == 1 && written.size() <= 5) ? "item"
        : slashes == 0                                      ? "item"
                                                            : "number",
        {}, span);
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
        elements_[i].used = true;
        span.end = elements_[i].span.end;
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

/// Archives that have one shelfmark for all levels; behind it the page: "第3页".
bool LocationReader::by_signature(std::size_t index, Span span, string_view written) {
    if (!has(elements_[index], Trait::digits)) return false;
    if (written.starts_with("第") && (written.ends_with("页") || written.ends_with("頁"))) {
        constexpr auto mark = string_view("第").size();
        low_.set(Variable::page, {span.begin + mark, span.end - mark});
        return true;
    }
    add("signature", {}, span);
    return true;
}

bool LocationReader::australian(std::size_t index, Span span, string_view written) {
    if (!is_code(written) || elements_[index].piece == Piece::date) return false;
    add(told("series") ? "item" : "series", {}, span);
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

bool LocationReader::dutch(std::size_t, Span span, string_view written) {
    if (!is_code(written) || (!reference().levels.empty() && !is_toegang(written))) return false;
    add("fond", {}, span);
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
