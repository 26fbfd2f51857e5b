// Elements without a label that the archive's system tells: codes, numbers in a row, section and piece.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

namespace {

/// "5", "34-59", "R-9401s", "П-2": a number with at most a letter before and behind.
bool is_row_number(string_view part) {
    std::size_t digits = 0, others = 0;
    for (std::size_t at = 0; at < part.size();) {
        auto const [c, size] = decode(part, at);
        at += size;
        if (c == ' ' || c == '.') return false;
        if (c >= '0' && c <= '9') ++digits;
        else if (is_letter(c)) ++others;
    }
    return digits > 0 && others <= 2;
}

}  // namespace

/// Codes that say themselves what they are.
bool LocationReader::by_pattern(std::size_t index, Span span, string_view written) {
    if (written.starts_with("CIA") && written.find("RDP") != string_view::npos) {
        reference().document_id = written;
        low_.field("document_id", span);
        return true;
    }
    if (is_item_letter(written)) {
        add("item", {}, span);
        return true;
    }
    if (is_registry_number(written) && reference().levels.size() + (low_.location_ibid ? 1U : 0U) > 0 &&
        !scheme_is("RO")) {
        add("number", {}, span);
        return true;
    }
    if (is_decimal_file(written) && (scheme_.empty() || scheme_is("US") || scheme_is("WC"))) {
        add("decimal-file", {}, span);
        return true;
    }
    if (written.size() >= 2 && written.size() <= 6 && (written[0] == 'M' || written[0] == 'T') &&
        is_digit(written[1]) && std::all_of(written.begin() + 1, written.end(), is_digit) &&
        !scheme_is("GB")) {
        add("microfilm", {}, span);
        return true;
    }
    if (film_and_frame(span, written)) return true;
    if (written.size() == 12 && (written[0] == 'P' || written[0] == 'D' || written[0] == 'N') &&
        written[7] == '-') {
        add("item", {}, span);
        return true;
    }
    if (is_cabinet_paper(written) && (scheme_.empty() || scheme_is("GB"))) {
        low_.set(Variable::number, span);
        return true;
    }
    auto const dashes = std::count(written.begin(), written.end(), '-');
    if (dashes >= 2 && written.size() >= 9 && is_digit(written[0]) &&
        written.find(' ') == string_view::npos) {
        add("signature", {}, span);
        return true;
    }
    return class_and_piece(index, span, written);
}

/// "T-120/3527H/E021556", "T-77/1605": a film of captured records, its roll and frame.
bool LocationReader::film_and_frame(Span span, string_view written) {
    auto const parts = split(written, '/');
    constexpr std::size_t longest = 5;
    if (parts.size() < 2 || parts.size() > 3 || !(written[0] == 'T' || written[0] == 'M') ||
        parts[0].size() > longest || written.find(' ') != string_view::npos)
        return false;
    auto const number = parts[0].substr(parts[0].size() > 1 && parts[0][1] == '-' ? 2 : 1);
    if (number.size() < 2 || !is_all_digits(number) || parts[1].empty() || !is_digit(parts[1][0]))
        return false;
    constexpr std::array levels = {"microfilm", "roll", "item"};
    auto begin = span.begin;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        add(levels[i], {}, {begin, begin + parts[i].size()});
        begin += parts[i].size() + 1;
    }
    return true;
}

/// "FO 371 24852", "FO 371 24852 N6029/243/38": class and piece by their place alone, and the paper's number.
bool LocationReader::piece_and_paper(Span span, std::size_t series_end) {
    auto const written = text(span);
    auto const space = std::min(written.find(' ', series_end + 1), written.size());
    auto const piece = written.substr(series_end + 1, space - series_end - 1);
    if (piece.size() < 2 || !is_all_digits(piece) ||
        (space < written.size() && !is_registry_paper(written.substr(space + 1))))
        return false;
    add("series", {}, {span.begin, span.begin + series_end});
    add("piece", {}, {span.begin + series_end + 1, span.begin + space});
    if (space < written.size()) add("item", {}, {span.begin + space + 1, span.end});
    return true;
}

/// Whether the leaves of a bound piece stand next.
bool LocationReader::before_leaves(std::size_t index) const {
    return index + 1 < elements_.size() && elements_[index + 1].piece == Piece::level &&
           is_leaf(head(elements_[index + 1]));
}

/// "FO 371/122393", "CAB 128/30", "H.O., 40/56": department and series, piece, item.
bool LocationReader::class_and_piece(std::size_t index, Span span, string_view written) {
    std::size_t letters = 0;
    while (letters < written.size() && (is_ascii_letter(written[letters]) || written[letters] == '.'))
        ++letters;
    if (letters < 1 || letters > 5) return false;
    // "C 1234/5/18" is a paper's number, "E 351/542" and "C193/13/5, f. 51" a class and its piece.
    bool const court = written.size() >= 3 && written[1] == ' '
                           ? std::count(written.begin(), written.end(), '/') == 1
                           : (written[0] == 'C' || written[0] == 'E') && before_leaves(index);
    if (letters == 1 && !scheme_is("GB") && !court) return false;
    auto const department = fold_word(written.substr(0, letters));
    bool known = letters == 1 && court && (written[0] == 'C' || written[0] == 'E');
    for (auto const& phrase : low_.lexicon.starting_with(hash_word(department)))
        known = known || (phrase.words.size() == 1 && phrase.is(WordClass::department));
    auto at = letters;
    while (at < written.size() && (written[at] == ' ' || written[at] == ',')) ++at;
    auto const number = at;
    while (at < written.size() && is_digit(written[at])) ++at;
    if (at == number || !known || !(scheme_.empty() || scheme_is("GB"))) return false;
    auto const number_end = at;
    while (at < written.size() && written[at] == ' ') ++at;  // "FO 371 / 5049"
    if (scheme_.empty()) scheme_ = "GB-DSP";                 // no other archive numbers so
    if (at == written.size()) {
        add("series", {}, span);
        return true;
    }
    if (written[at] != '/') return piece_and_paper(span, number_end);
    add("series", {}, {span.begin, span.begin + number_end});
    // "FO 371/29528 N648/648/38": the paper's own number stands behind its piece.
    if (auto const space = written.find(' ', at);
        space != string_view::npos && is_registry_paper(written.substr(space + 1))) {
        add("piece", {}, {span.begin + at + 1, span.begin + space});
        add("item", {}, {span.begin + space + 1, span.end});
        return true;
    }
    // "PREM 4/27/1": what parts a piece has belong to its number; the Foreign Office's pieces have papers,
    // "FO 371/340/12/17743".
    auto const paper = department == "fo" ? written.find('/', at + 1) : string_view::npos;
    auto const piece_end = paper == string_view::npos ? span.end : span.begin + paper;
    add("piece", {}, {span.begin + at + 1, piece_end});
    if (piece_end < span.end) add("item", {}, {piece_end + 1, span.end});
    return true;
}

/// "B 136/20686", "R 43 I /2548", "NL Ehard 1387": the holding of a German archive, and the piece.
bool LocationReader::holding_and_piece(std::size_t index, Span span) {
    if (!head(elements_[index]).is(Trait::holding) || !(scheme_.empty() || scheme_is("DE"))) return false;
    auto const written = text(span);
    // "DO 35/7564" alone is the Dominions Office's as well as the Ministry of the Interior's in Berlin.
    if (scheme_.empty() && written.starts_with("DO ")) return false;
    auto const slash = written.find('/');
    auto const cut = slash == string_view::npos ? written.rfind(' ') : slash;
    add("bestand", {}, trimmed(low_.chunks.text, {span.begin, span.begin + cut}));
    add("signature", {}, {span.begin + cut + 1, span.end});
    return true;
}

/// "Ames Papers 124/28", "Ames Papers, 13:18", "Naval Aide Files 19/4": box and folder behind an American's
/// papers.
bool LocationReader::box_of_papers(std::size_t index, Span span) {
    if (!(scheme_.empty() || scheme_is("US"))) return false;
    auto const written = text(span);
    auto const space = written.rfind(' ');
    auto const number = space == string_view::npos ? written : written.substr(space + 1);
    auto const cut = number.find_first_of("/:");
    auto const box = number.substr(0, cut);
    auto const folder = cut == string_view::npos ? string_view() : number.substr(cut + 1);
    constexpr std::size_t longest = 3;
    if (box.empty() || box.size() > longest || !is_all_digits(box) ||
        (cut != string_view::npos && (folder.empty() || folder.size() > longest || !is_all_digits(folder))))
        return false;
    auto const begin = span.end - number.size();
    if (space == string_view::npos) {
        // A number alone behind a comma may be a page; box and folder are two.
        if (folder.empty() || index == 0 || reference().levels.empty() ||
            reference().levels.back().level != "collection")
            return false;
    } else {
        Span const papers{span.begin, span.begin + space};
        auto const name = text(papers);
        bool const files = name.ends_with(" Files") || name.ends_with(" Records");
        if (!files && !(is_collection(papers) && name.ends_with("apers"))) return false;
        add(files ? "series" : "collection", {}, papers);
    }
    add("box", {}, {begin, begin + box.size()});
    if (!folder.empty()) add("folder", {}, {begin + box.size() + 1, span.end});
    return true;
}

/// "3.9, Harold B. Hoskins Papers", "75.1, ACJP": box and folder before an American's papers. Three figures
/// before the stop are a decimal file, unless papers stand behind them.
bool LocationReader::box_before_papers(std::size_t index, Span span, string_view written) {
    if (!(scheme_.empty() || scheme_is("US")) || index + 1 >= elements_.size() ||
        !reference().levels.empty() || !is_box_and_folder(written))
        return false;
    auto const& next = elements_[index + 1];
    auto const cut = written.find_first_of(".:");
    constexpr std::size_t decimal = 3;
    bool const papers = next.piece == Piece::words && is_collection(next.span);
    if (!papers && !(cut < decimal && next.piece == Piece::words && is_abbreviation(next)) &&
        !abbreviates_papers(next))
        return false;
    add("box", {}, {span.begin, span.begin + cut});
    add("folder", {}, {span.begin + cut + 1, span.end});
    return true;
}

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
    if (scheme_is("CH") && is_code(written)) {
        bool const whole = written.find('#') != string_view::npos;  // "E2001E#1976/17#2119*"
        add(told("bestand") || whole ? "signature" : "bestand", {}, span);
        return true;
    }
    if (scheme_is("NL") && is_code(written) && reference().levels.empty()) {
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

/// "f-44", "V-1964", "KhN-83": a label of the archive's scheme, and a number behind its hyphen.
bool LocationReader::labelled_code(Span span, string_view written) {
    auto const hyphen = written.find('-');
    if (scheme_.empty() || hyphen == string_view::npos || hyphen == 0 || hyphen > 6 ||
        hyphen + 1 >= written.size())
        return false;
    auto const number = written.substr(hyphen + 1);
    bool const digits =
        std::all_of(number.begin(), number.end(), [](char c) { return is_digit(c) || c == '/'; });
    if (!digits || !(scheme_is("MN") || scheme_is("YU") || scheme_is("AL"))) return false;
    auto const label = written.substr(0, hyphen);
    auto const* found = low_.lexicon.scheme_label(scheme_, label, order_, told_);
    if (!found) return false;
    order_ = found->order;
    told_ |= std::uint64_t{1} << found->order;
    add(canonical(*found->level), {span.begin, span.begin + hyphen}, {span.begin + hyphen + 1, span.end});
    return true;
}

/// "RGANI, 5/28/314/34-59", "GARF, R-9401s/2/138/44", "AMSZ, 23/7/78": levels by their place alone, in the
/// order of the archive's scheme.
bool LocationReader::number_row(Span span, string_view written) {
    auto const* scheme = low_.lexicon.knowledge().scheme(scheme_);
    if (!scheme || !reference().levels.empty()) return false;
    std::vector<string_view> names;
    for (auto const& level : scheme->levels)
        if (level.required || level.hierarchy == Hierarchy::part) names.push_back(level.level);
    // "3-64-745, APRF", "RGASPI 558.4.310"
    auto const parted_by = [&](char mark) { return std::count(written.begin(), written.end(), mark) == 2; };
    bool const slashes = written.find('/') != string_view::npos;
    auto const parts = split(written, slashes ? '/' : parted_by('-') ? '-' : parted_by('.') ? '.' : '/');
    if (parts.size() < 3 || parts.size() > names.size() ||
        !std::all_of(parts.begin(), parts.end(), is_row_number))
        return false;
    auto begin = span.begin;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        add(names[i], {}, {begin, begin + parts[i].size()});
        begin += parts[i].size() + 1;
    }
    return true;
}

/// "GARF 9401, 2, 99, 386": a row whose numbers commas part, three or four, and nothing else.
bool LocationReader::row_by_commas(std::size_t index) {
    auto const* scheme = low_.lexicon.knowledge().scheme(scheme_);
    if (!scheme || !reference().levels.empty() || index != archive_ + 1) return false;
    std::vector<string_view> names;
    for (auto const& level : scheme->levels)
        if (level.required || level.hierarchy == Hierarchy::part) names.push_back(level.level);
    auto const count = elements_.size() - index;
    if (count < 3 || count > names.size()) return false;
    for (auto i = index; i < elements_.size(); ++i)
        if (elements_[i].used && i != index) return false;
        else if (elements_[i].piece != Piece::number || !is_row_number(text(elements_[i].span))) return false;
    for (auto i = index; i < elements_.size(); ++i) {
        elements_[i].used = true;
        add(names[i - index], {}, elements_[i].span);
        settle(elements_[i].span);
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

/// "DY 30/IV 2/20/137" is Bestand and Signatur; "MfAA, A 7013", "B 8", "R 43-I/161".
bool LocationReader::german(Span span, string_view written) {
    if (reference().levels.empty() ||
        (reference().levels.size() == 1 && reference().levels[0].level != "bestand")) {
        auto const slash = written.find('/');
        auto const code = reference().levels.empty() ? code_behind_name(written) : string_view::npos;
        if (code != string_view::npos) {
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
