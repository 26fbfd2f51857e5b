// Elements without a label that the archive's system tells: section and piece, files by their numbers.

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
}  // namespace

bool LocationReader::by_scheme(std::size_t index, Span span, string_view written) {
    if (labelled_code(span, written)) return true;
    if (scheme_is("KR") && told("signature") && is_all_digits(written) && !has_day(index)) {
        // The registration number stands behind the class; a year between them tells the file's.
        bool const year = written.size() == 4 && (written.starts_with("19") || written.starts_with("20"));
        add(year && !told("year") && index + 1 < elements_.size() ? "year" : "number", {}, span);
        return true;
    }
    if (year_of_file(span, written) || numbered_kind(span, written)) return true;
    // "AVP RF, f. 66, op. 47, 100, d. 6": the papka without its label.
    if (scheme_is("RU-FOPD") && elements_[index].piece == Piece::number && is_all_digits(written) &&
        !reference().levels.empty() && reference().levels.back().level == "opis" && !told("papka")) {
        add("papka", {}, span);
        return true;
    }
    if (elements_[index].piece == Piece::date && !has_day(index) && !scheme_.empty() && !scheme_is("US") &&
        !scheme_is("GB")) {
        add("year", {}, span);
        return true;
    }
    if (scheme_is("EE") && std::count(written.begin(), written.end(), '.') >= 2) {
        constexpr std::array levels = {"fond", "opis", "delo", "list"};
        auto begin = span.begin;
        std::size_t i = 0;
        for (auto const part : split(written, '.')) {
            if (i < levels.size()) add(levels[i++], {}, {begin, begin + part.size()});
            begin += part.size() + 1;
        }
        return true;
    }
    // "reel 12, 0045–0048"
    if (told("roll") && !told("frame") && elements_[index].piece == Piece::number) {
        add("frame", {}, span);
        return true;
    }
    bool const has_signature = told("signature");
    if ((scheme_is("CN") || scheme_is("JP") || scheme_is("KR")) && has_signature &&
        elements_[index].piece == Piece::number && low_.citation.item.text(Variable::page).empty()) {
        low_.set(Variable::page, span);
        return true;
    }
    // "RG 165, E 422, box 12": an entry of a record group.
    if (scheme_is("US") && told("record-group") && is_entry_number(written)) {
        add("entry", {}, span);
        return true;
    }
    if (numbers_collection(index, written)) {
        add("signature", {}, span);
        return true;
    }
    if (scheme_is("US") && (subject_numeric(written) || names_subject(index, written))) {
        add("file", {}, span);
        return true;
    }
    // "PRO, FO 371, 3540, 20506"
    if (scheme_is("GB-DSP") && reference().levels.size() == 1 && told("series") && is_all_digits(written)) {
        add("piece", {}, span);
        return true;
    }
    if (scheme_is("GB-DSP") && !reference().levels.empty() && has(elements_[index], Trait::reference)) {
        add(told("series") || told("piece") ? "item" : "signature", {}, span);
        return true;
    }
    bool const in_rows = scheme_is("RU") || scheme_is("UA") || scheme_is("BY") || scheme_is("PL-ZWT") ||
                         scheme_is("BG") || scheme_is("MN") || scheme_is("LT") || scheme_is("LV") ||
                         scheme_is("MD") || scheme_is("AZ");
    if (in_rows && (number_row(span, written) || row_by_commas(index))) return true;
    // "f. 5, op. 60, d. 48, LI. 120": leaves whose small letters a scan took for capitals.
    if (constexpr string_view leaves = "LI. ";
        scheme_is("RU") && told("delo") && written.starts_with(leaves)) {
        add("list", {span.begin, span.begin + leaves.size() - 1}, {span.begin + leaves.size(), span.end});
        return true;
    }
    // "Архив Троцкого. Фонд 13. Т 2945": a file by a letter and its number.
    if ((scheme_.empty() || scheme_is("RU")) && reference().levels.size() == 1 && told("fond") &&
        written.find(' ') < 3 && is_all_digits(written.substr(written.find(' ') + 1))) {
        add("item", {}, span);
        return true;
    }
    if (scheme_is("DE")) return german(span, written);
    if (scheme_is("HU")) return hungarian(span, written);
    if (scheme_is("YU")) return yugoslav(index, span, written);
    if (scheme_is("RO") && has(elements_[index], Trait::digits) && written.find(' ') == string_view::npos) {
        add("file", {}, span);
        return true;
    }
    if (scheme_is("PL") && has(elements_[index], Trait::digits) && !reference().levels.empty() &&
        count_code_points(written) <= 14) {
        add("signature", {}, span);
        return true;
    }
    if (scheme_is("CN") || scheme_is("JP") || scheme_is("KR") || scheme_is("UN") || scheme_is("OSA")) {
        if (!has(elements_[index], Trait::digits)) return false;
        if (written.starts_with("第") && (written.ends_with("页") || written.ends_with("頁"))) {
            constexpr auto mark = string_view("第").size();
            low_.set(Variable::page, {span.begin + mark, span.end - mark});
            return true;
        }
        add("signature", {}, span);
        return true;
    }
    if (scheme_is("AU") && is_code(written) && elements_[index].piece != Piece::date) {
        add(told("series") ? "item" : "series", {}, span);
        return true;
    }
    // "StALU TD 12", "StABE A II 204", "StAZH C I": a canton's archive has one shelfmark for all its levels.
    auto const roman = [](string_view code) {
        return code.size() > 2 && code[1] == ' ' && code.find_first_not_of("IVX", 2) == string_view::npos;
    };
    if (scheme_is("CH-SIG") && elements_[index].piece == Piece::date && has_day(index) && !document_told()) {
        set_issued(list_[elements_[index].last - 1]);
        return true;
    }
    if (scheme_is("CH-SIG") && !reference().levels.empty()) {
        // "A 155.1, Nr. 1, 2, 3": further papers of one shelfmark; "VI.EN.LB.A.1.:7": a shelfmark with a
        // colon.
        auto& last = reference().levels.back();
        bool const further = last.level == "number" && is_all_digits(written);
        bool const colon =
            last.level == "signature" && list_[elements_[index].first - 1].kind == ChunkKind::colon;
        if (further || colon) {
            auto& field = low_.citation.fields.back();
            field.span.end = span.end;
            last.value = text(field.span);
            settle(field.span);
            return true;
        }
    }
    if (scheme_is("CH-SIG") && (has(elements_[index], Trait::digits) || roman(written))) {
        // "E II 441, 42", "E II 446, 298r (Abschrift)": the page or leaf of the volume.
        bool const inside = told("signature") && is_digit(written[0]);
        if (inside) span.end = std::min(span.end, span.begin + written.find(' '));
        auto const end = text(span).back();
        bool const leaf = inside && (end == 'r' || end == 'v');
        if (inside && !leaf && low_.citation.item.text(Variable::page).empty())
            low_.set(Variable::page, span);
        else add(leaf ? "folio" : told("signature") ? "item" : "signature", {}, span);
        settle(span);
        return true;
    }
    if (scheme_is("CH") && is_code(written)) {
        bool const whole = written.find('#') != string_view::npos;  // "E2001E#1976/17#2119*"
        add(told("bestand") || whole ? "signature" : "bestand", {}, span);
        return true;
    }
    if (scheme_is("NL") && is_code(written) && (reference().levels.empty() || is_toegang(written))) {
        add("fond", {}, span);
        return true;
    }
    // "ÖStA, BMfaA, Ktn. 1350, 124.434-6 (Pol.) 68": a paper's number in its box.
    if (scheme_is("AT") && has(elements_[index], Trait::digits) && !reference().levels.empty() &&
        is_container(reference().levels.back().level)) {
        add("number", {}, span);
        return true;
    }
    if (scheme_is("AT")) {
        add(reference().levels.empty()             ? "bestand"
            : has(elements_[index], Trait::digits) ? "signature"
                                                   : "series",
            {}, span);
        return true;
    }
    return false;
}

/// "ЦА ФСБ РФ, АСД № Р-4328 на Орлова А. П.": a kind of file by its letters, its number, and of whom it is.
bool LocationReader::numbered_kind(Span span, string_view written) {
    constexpr string_view sign = "\u2116 ";
    auto const at = written.find(sign);
    if (!scheme_is("RU") || at == string_view::npos || at < 2 || written[at - 1] != ' ') return false;
    auto const number = at + sign.size();
    auto const end = std::min(written.find(' ', number), written.size());
    if (std::none_of(written.begin() + static_cast<std::ptrdiff_t>(number),
                     written.begin() + static_cast<std::ptrdiff_t>(end), is_digit))
        return false;
    add("series", {}, {span.begin, span.begin + at - 1});
    add("number", {}, {span.begin + number, span.begin + end});
    return true;
}

/// "GARF, f. 102, 1898 g., op. 226", "f. 102, DPOO 1898, op. 226": the year that a file belongs to, alone or
/// behind the letters of its office.
bool LocationReader::year_of_file(Span span, string_view written) {
    if (!scheme_is("RU") || !told("fond") || told("opis")) return false;
    for (string_view const sign : {" g.", " g", " \u0433.", " \u0433"})
        if (written.ends_with(sign)) {
            written.remove_suffix(sign.size());
            break;
        }
    auto const space = written.rfind(' ');
    auto const year = space == string_view::npos ? written : written.substr(space + 1);
    if (year.size() != 4 || !is_year_start(year)) return false;
    if (space != string_view::npos) {
        auto const office = written.substr(0, space);
        if (std::any_of(office.begin(), office.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
            return false;
        add("series", {}, {span.begin, span.begin + space});
    }
    auto const begin = span.begin + (space == string_view::npos ? 0 : space + 1);
    add("year", {}, {begin, begin + year.size()});
    return true;
}

/// "box A29, SC 216, University Archives", "University Archives, SC 216, box A29", "X Papers,
/// MSS-2007-04-06": beside the keeper or the collection such a code is the collection's number.
bool LocationReader::numbers_collection(std::size_t index, string_view written) const {
    bool const library = scheme_is("US-COLL") ||
                         (scheme_.empty() && archive_ != none && has(elements_[archive_], Trait::repository));
    if (!(library || is_accession(written)) || !is_collection_number(written)) return false;
    auto const names = [&](std::size_t i) {
        return i < elements_.size() &&
               (i == archive_ || (elements_[i].piece == Piece::words && is_collection(elements_[i].span)));
    };
    return names(index + 1) || (index > 0 && names(index - 1));
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

/// A code without a label: a shelfmark where the archive numbers files so, a file in American boxes.
bool LocationReader::by_code(Span span, string_view written) {
    // "Ltr, Marshall to Grunert, 29 May 41, WPD 3251-49": the file alone, its office before the number.
    if (archive_ == none && scheme_.empty() && elements_.size() == 1 && document_told() &&
        is_office_file(written)) {
        add(written.starts_with("CM-") ? "number" : "file", {}, span);
        return true;
    }
    if (archive_ == none && scheme_.empty() && elements_.size() == 1 && document_told() &&
        is_shelfmark_of_papers(written)) {
        add("signature", {}, span);
        settle(span);
        return true;
    }
    bool const behind_name = reference().levels.empty() || !is_container(reference().levels.back().level);
    bool const american = scheme_.empty()
                              ? !behind_name || written.find('/') == string_view::npos
                              : scheme_is("US") || scheme_is("CA") || scheme_is("AU") || scheme_is("NZ");
    if (american || archive_ == none || is_year_start(written)) return false;
    add(stands_for_fond(span) ? "fond" : told("signature") || told("piece") ? "item" : "signature", {}, span);
    // "MB1/K148 (I)", "bMS.Russ.13.1 (7710-40)": a bracket of numbers is part of the code.
    if (written.ends_with(')') &&
        std::none_of(written.begin() + static_cast<std::ptrdiff_t>(
                                           written.rfind('(') == string_view::npos ? 0 : written.rfind('(')),
                     written.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        settle(span);
    return true;
}

/// Whether a letter or a described document stands beside the reference.
bool LocationReader::document_told() const {
    auto const& item = low_.citation.item;
    return item.names.find(Variable::recipient) || item.dates.find(Variable::issued);
}

/// "LVA, PA-101, apr. 20", "GARF, R-5446, op. 1", "StAM, 156e Nr. 1294": a code before the label of an opis,
/// or of a number in German.
bool LocationReader::stands_for_fond(Span span) const {
    if (!low_.citation.item.reference.levels.empty()) return false;
    for (auto const& element : elements_)
        if (element.span.begin >= span.end)
            return element.piece == Piece::level &&
                   (head(element).means("opis") || fold_word(text(head(element).label)) == "nr");
    return false;
}

bool LocationReader::told(string_view level) const {
    auto const& levels = low_.citation.item.reference.levels;
    return std::any_of(levels.begin(), levels.end(),
                       [&](ArchiveLevel const& known) { return known.level == level; });
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
    auto const& keeper = low_.citation.item.reference.repository_id;
    auto const space = written.find(' ');
    bool const federal = keeper.empty() || keeper.starts_with("de-barch") || keeper.starts_with("de-sapmo");
    if (federal || space == string_view::npos || written.size() - space <= shortest ||
        !is_all_digits(written.substr(space + 1)) ||
        !std::all_of(written.begin(), written.begin() + static_cast<std::ptrdiff_t>(space), is_ascii_letter))
        return string_view::npos;
    return space + 1;
}

/// "DY 30/IV 2/20/137" is Bestand and Signatur; "MfAA, A 7013", "B 8", "R 43-I/161".
bool LocationReader::german(Span span, string_view written) {
    if (reference().levels.empty() ||
        (reference().levels.size() == 1 && reference().levels[0].level != "bestand")) {
        // "PA AA, R 70411": the volume's number alone.
        if (scheme_is("DE-BSB3") && reference().levels.empty() && written.starts_with("R ") &&
            written.size() > 4 && is_all_digits(written.substr(2))) {
            add("signature", {}, span);
            return true;
        }
        // "C 7/IX, Nr. 595": before a labelled number the whole code is the holding's.
        auto const slash = stands_for_fond(span) ? string_view::npos : written.find('/');
        auto const code = reference().levels.empty() && !stands_for_fond(span) ? unit_behind_holding(written)
                                                                               : string_view::npos;
        // "I. HA Rep. 77 Tit. 332 d Nr. 6"
        auto const title = written.find(" Tit. ");
        if (title != string_view::npos) {
            add("bestand", {}, {span.begin, span.begin + title});
            add("signature", {}, {span.begin + title + 1, span.end});
            settle(span);
        } else if (code != string_view::npos) {
            add("bestand", {}, {span.begin, span.begin + code});
            add("signature", {}, {span.begin + code, span.end});
        } else if (slash != string_view::npos) {
            add("bestand", {}, {span.begin, span.begin + slash});
            add("signature", {}, {span.begin + slash + 1, span.end});
        } else {
            add("bestand", {}, span);
            if (reference().levels.size() == 1) settle(span);
        }
        return true;
    }
    bool const has_signature = told("signature");
    // "I. HA, Rep. 77, Tit. 343 A": the repertory is the holding's.
    if (!has_signature && written.starts_with("Rep. ")) {
        add("bestand", {}, span);
        settle(span);
        return true;
    }
    bool const numbered = std::any_of(written.begin(), written.end(), is_digit);
    if (has_signature && !numbered) return false;
    // "ZA, MfS, SdM 1432": letters before the number are parts of the holding; "Land Thüringen, Ministerium
    // des Innern, 1077": words behind the holding's name are an office's.
    bool const papers = names_papers(span) || fold_word(written).starts_with("nl ");
    // "VI. HA, Nl. Roon, Nr. 7": papers within a holding.
    if (!numbered && papers && told("bestand")) {
        add("series", {}, span);
        return true;
    }
    if (!numbered && number_follows(span)) {
        bool const office = written.find(' ') != string_view::npos && told("bestand") && !papers;
        add(office ? "series" : "bestand", {}, span);
        return true;
    }
    // The Political Archive counts volumes: "B 42, 132.450"; the GDR's files keep their letter.
    bool const volume = scheme_is("DE-BSB3") && is_digit(written[0]);
    add(has_signature ? "item" : volume ? "volume" : "signature", {}, span);
    return true;
}

/// "XIX-J-1-j Korea, 11. doboz, 22/a, 08103/2/1954".
bool LocationReader::hungarian(Span span, string_view written) {
    auto const space = written.find(' ');
    auto const code = written.substr(0, space);
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
    // "3.2.5. O-8-2001/143": the state security's archive numbers so.
    if (reference().levels.empty() && is_code(written) && written.find('.') != string_view::npos) {
        add("signature", {}, span);
        settle(span);
        return true;
    }
    // "…, 61–2": behind such a shelfmark its page.
    constexpr std::size_t longest_pages = 9;
    if (reference().levels.size() == 1 && told("signature") && is_digit(written.front()) &&
        is_digit(written.back()) && written.size() <= longest_pages &&
        written.find_first_of("/. ") == string_view::npos) {
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
    bool const digits = has(elements_[index], Trait::digits);
    // "AJ, 117 – 263 – 487", "AJ, 50-46-99", "AJ, 142 / I – 6 – 22": the fond, and what is counted in it.
    if (auto const fond = number_before_parts(written); fond != 0 && reference().levels.empty()) {
        add("fond", {}, {span.begin, span.begin + fond});
        auto const rest = written.find_first_not_of(" -/\u2013", fond);
        add("signature", {}, {span.begin + rest, span.end});
        return true;
    }
    // "AJ, KPR III – A – 1 – b": the holding by its letters, and its shelfmark.
    if (auto const code = code_behind_letters(written); code != 0 && reference().levels.empty()) {
        add("series", {}, {span.begin, span.begin + code - 1});
        add("signature", {}, {span.begin + code, span.end});
        return true;
    }
    // "VA, P-17, k. 5": the code before the boxes is the fond's.
    if (reference().levels.empty() && index + 1 < elements_.size() &&
        elements_[index + 1].piece == Piece::level && is_code(written) &&
        written.find(' ') == string_view::npos) {
        add("fond", {}, span);
        return true;
    }
    if (reference().levels.empty() && digits && is_digit(written[0])) {
        auto const space = written.find_first_of(" (");
        add("fond", {}, {span.begin, space == string_view::npos ? span.end : span.begin + space});
        // "837 (KPR)": what the fond is called, which its number says.
        bool const gloss = space != string_view::npos && trim(written.substr(space)).starts_with('(');
        if (space != string_view::npos && !gloss) add("series", {}, {span.begin + space, span.end});
        return true;
    }
    if (reference().levels.empty()) return false;
    if (is_all_digits(written) && !told("fond") && reference().levels.size() <= 1) {
        add("fond", {}, span);
        return true;
    }
    bool const roman = written.find_first_not_of("IVXLC") == string_view::npos;
    // "507/IX, 119/I-50": the parts of one signature.
    if (is_code(written) || roman) {
        for (auto i = index + 1; i < elements_.size() && elements_[i].piece == Piece::words &&
                                 is_code(text(elements_[i].span)) && !elements_[i].used;
             ++i) {
            elements_[i].used = true;
            span.end = elements_[i].span.end;
        }
        add(is_all_digits(written) ? "number" : "signature", {}, span);
        return true;
    }
    return false;
}

}  // namespace fonds
