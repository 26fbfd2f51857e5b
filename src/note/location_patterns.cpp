// Elements without a label that their own form tells: decimal files, classes and pieces, boxes of papers.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

namespace {

/// "MS8255", "MS 1478": manuscripts by their letters.
bool is_manuscript_number(string_view written) {
    return written.starts_with("MS") && written.size() > 3 &&
           is_all_digits(written.substr(written[2] == ' ' ? 3 : 2));
}

/// "M1286", "T77": a publication of films.
bool is_film_publication(string_view written) {
    return written.size() >= 2 && written.size() <= 6 && (written[0] == 'M' || written[0] == 'T') &&
           is_all_digits(written.substr(1));
}

/// "P750015-2124": a paper by its place on a film of the State Department.
bool is_filmed_paper(string_view written) {
    return written.size() == 12 && (written[0] == 'P' || written[0] == 'D' || written[0] == 'N') &&
           written[7] == '-';
}

/// "37,183": a manuscript counted by thousands.
bool is_number_in_thousands(string_view written) {
    auto const comma = written.find(',');
    return comma != string_view::npos && comma > 0 && comma <= 3 && written.size() == comma + 4 &&
           is_all_digits(written.substr(0, comma)) && is_all_digits(written.substr(comma + 1));
}

/// "106-01403-02": figures in three groups or more.
bool is_row_of_figures(string_view written) {
    return written.size() >= 9 && is_digit(written[0]) && written.find(' ') == string_view::npos &&
           std::count(written.begin(), written.end(), '-') >= 2;
}

}  // namespace

/// Codes that say themselves what they are.
bool LocationReader::by_pattern(std::size_t index, Span span, string_view written) {
    if (document_number(span, written) || file_folder(span, written) || file_of_office(span, written))
        return true;
    if (auto const level = level_by_form(written); !level.empty()) {
        add(level, {}, span);
        return true;
    }
    return film_and_frame(span, written) || film_by_letters(span, written) || cabinet_paper(span, written) ||
           class_and_piece(index, span, written);
}

/// What a whole code is by its form, where the archive's scheme has such codes; empty where it is none.
string_view LocationReader::level_by_form(string_view written) const {
    if (is_manuscript_number(written)) return "signature";
    if (is_item_letter(written) || is_filmed_paper(written)) return "item";
    bool const goes_on = !low_.citation.item.reference.levels.empty() || low_.location_ibid;
    if (is_registry_number(written) && goes_on && !scheme_is("RO")) return "number";
    bool const may_be_american = scheme_.empty() || scheme_is("US") || scheme_is("WC");
    if (is_dated_decimal_file(written) || (is_decimal_file(written) && may_be_american))
        return "decimal-file";
    if (is_film_publication(written) && !scheme_is("GB")) return "microfilm";
    if (is_number_in_thousands(written) && scheme_is("GB-SHELF")) return "signature";
    bool const counts_in_rows = scheme_is("YU") || scheme_is("LV");
    return is_row_of_figures(written) && !counts_in_rows ? "signature" : string_view();
}

/// "CIA-RDP80B01676R", a cable's "1975TOKYO04321": the document's own number.
bool LocationReader::document_number(Span span, string_view written) {
    bool const is_release = written.starts_with("CIA") && written.find("RDP") != string_view::npos;
    if (!is_release && !is_cable_number(written)) return false;
    reference().document_id = written;
    low_.field("document_id", span);
    return true;
}

/// "FF 12", "FF8": a file folder.
bool LocationReader::file_folder(Span span, string_view written) {
    if (!written.starts_with("FF") || !has_level("box")) return false;
    auto const number = trim(written.substr(2));
    if (!is_all_digits(number)) return false;
    add("folder", {}, {span.end - number.size(), span.end});
    return true;
}

/// "AGO file 1168": an office by its letters, and the number of its file.
bool LocationReader::file_of_office(Span span, string_view written) {
    constexpr string_view label = " file ";
    auto const at = written.find(label);
    if (at == string_view::npos || at < 2) return false;
    auto const number = written.substr(at + label.size());
    auto const office = written.substr(0, at);
    if (!is_all_digits(number) || !std::ranges::all_of(office, [](char c) { return c >= 'A' && c <= 'Z'; }))
        return false;
    add("series", {}, {span.begin, span.begin + at});
    add("file", {}, {span.end - number.size(), span.end});
    return true;
}

/// "MF LM 28": a film by the letters of the word.
bool LocationReader::film_by_letters(Span span, string_view written) {
    constexpr string_view film = "MF ";
    if (!written.starts_with(film) || !is_digit(written.back()) || scheme_is("GB")) return false;
    add("microfilm", {}, {span.begin + film.size(), span.end});
    return true;
}

/// "CP (45) 112": a paper of the British cabinet.
bool LocationReader::cabinet_paper(Span span, string_view written) {
    if (!is_cabinet_paper(written) || !(scheme_.empty() || scheme_is("GB"))) return false;
    low_.set(Variable::number, span);
    return true;
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
    constexpr std::array<string_view, 3> levels = {"microfilm", "roll", "frame"};
    add_parts(parts, levels, span.begin);
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

/// "NS 1021/27, FO 371/116651", "FO 371/160509, CG1016/226": a paper's number by the registry of the Foreign
/// Office, beside the class and piece that it is in.
bool LocationReader::paper_of_registry(std::size_t index, Span span) {
    if (!head(elements_[index]).is(Trait::registered) || !(scheme_.empty() || scheme_is("GB"))) return false;
    auto const is_class = [&](Element const& element) {
        return element.piece == Piece::words && has(element, Trait::department) &&
               has(element, Trait::reference) && !has(element, Trait::registered);
    };
    if (std::none_of(elements_.begin(), elements_.end(), is_class)) return false;
    if (scheme_.empty()) scheme_ = "GB-DSP";
    add("item", {}, span);
    return true;
}

/// "FO 371/122393", "CAB 128/30", "H.O., 40/56", "F. O. 5/423": department and series, piece, item.
bool LocationReader::class_and_piece(std::size_t index, Span span, string_view written) {
    std::size_t letters = 0;
    auto const is_space_of_letters = [&] {
        return letters > 0 && written[letters] == ' ' && written[letters - 1] == '.' &&
               written.substr(letters + 2).starts_with(". ");
    };
    while (letters < written.size() &&
           (is_ascii_letter(written[letters]) || written[letters] == '.' || is_space_of_letters()))
        ++letters;
    if (letters < 1 || letters > 5) return false;
    // "MSS. Brit. Emp. s. 20, E2/13": behind a shelfmark a paper's number.
    if (scheme_is("GB-SHELF") && told("signature") && written.find('/') != string_view::npos) {
        add("item", {}, span);
        return true;
    }
    // "C 1234/5/18" is a paper's number, "E 351/542" and "C193/13/5, f. 51" a class and its piece.
    bool const court = written.size() >= 3 && written[1] == ' '
                           ? std::count(written.begin(), written.end(), '/') == 1
                           : (written[0] == 'C' || written[0] == 'E') && before_leaves(index);
    // "Ebd., C 1079/75, Bl. 3" is a German file.
    bool const german = before_leaves(index) && text(head(elements_[index + 1]).label).starts_with("Bl");
    if (letters == 1 && !scheme_is("GB") && (!court || german)) return false;
    auto department = fold_word(written.substr(0, letters));
    std::erase(department, ' ');
    bool const known = (letters == 1 && court && (written[0] == 'C' || written[0] == 'E')) ||
                       low_.lexicon.is_any(hash_word(department), mask(WordClass::department));
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
    piece_and_item(span, at + 1, department == "fo");
    return true;
}

/// What stands behind the series' stroke, at byte `begin` of the span: the piece, and the paper in it.
/// `has_papers`: the pieces of the Foreign Office have some, "FO 371/340/12/17743"; of other departments what
/// parts a piece has belong to its number, "PREM 4/27/1".
void LocationReader::piece_and_item(Span span, std::size_t begin, bool has_papers) {
    auto const written = text(span);
    // "FO 371/29528 N648/648/38": the paper's own number stands behind its piece.
    if (auto const space = written.find(' ', begin);
        space != string_view::npos && is_registry_paper(written.substr(space + 1))) {
        add("piece", {}, {span.begin + begin, span.begin + space});
        return add("item", {}, {span.begin + space + 1, span.end});
    }
    // "CAB 129/75/C(55)83": the paper of the cabinet in its piece.
    auto const stroke = written.find('/', begin);
    bool const of_cabinet = stroke != string_view::npos && is_cabinet_paper(written.substr(stroke + 1));
    auto const piece_end =
        stroke != string_view::npos && (has_papers || of_cabinet) ? span.begin + stroke : span.end;
    add("piece", {}, {span.begin + begin, piece_end});
    if (of_cabinet) low_.set(Variable::number, {piece_end + 1, span.end});
    else if (piece_end < span.end) add("item", {}, {piece_end + 1, span.end});
}

/// "B 136/20686", "R 43 I /2548", "NL Ehard 1387": the holding of a German archive, and the piece.
bool LocationReader::holding_and_piece(std::size_t index, Span span) {
    if (!head(elements_[index]).is(Trait::holding) || !(scheme_.empty() || scheme_is("DE"))) return false;
    auto const written = text(span);
    if (is_file_with_year(written)) return false;
    // "DO 35/7564" alone is the Dominions Office's as well as the Ministry of the Interior's in Berlin.
    if (scheme_.empty() && written.starts_with("DO ")) return false;
    auto const slash = written.find('/');
    auto const cut = slash == string_view::npos ? written.rfind(' ') : slash;
    if (cut == string_view::npos) return false;
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

/// "Lee A. DuBridge papers, 23.7": box and folder at once behind the papers, and nothing more.
bool LocationReader::box_behind_papers(std::size_t index, Span span, string_view written) {
    constexpr std::size_t decimal = 3;
    auto const cut = written.find_first_of(".:");
    if (!(scheme_.empty() || scheme_is("US")) || reference().levels.empty() ||
        reference().levels.back().level != "collection" || !is_box_and_folder(written) || cut >= decimal ||
        index + 1 != elements_.size())
        return false;
    add("box", {}, {span.begin, span.begin + cut});
    add("folder", {}, {span.begin + cut + 1, span.end});
    settle(span);
    return true;
}

/// "Pitt MSS., 102", "Pepysian MSS., Miscellanies, x. 273", "S.P. Dom., Charles I, cccxlii, 88": a volume in
/// Roman numerals, and its page or the number of a state paper.
bool LocationReader::volume_of_papers(std::size_t index) {
    auto const& element = elements_[index];
    auto const& numeral = head(element);
    if (numeral.kind != ChunkKind::number) return false;
    auto const here = elements_.begin() + static_cast<std::ptrdiff_t>(index);
    auto const papers = std::find_if(elements_.begin(), here,
                                     [&](Element const& before) { return has(before, Trait::bound); });
    if (papers == here) return false;
    // "Pitt MSS., 102"
    if (!numeral.roman && index + 1 == elements_.size() && index == 1 && element.last == element.first + 1) {
        add("number", {}, numeral.inner);
        settle(numeral.inner);
        return true;
    }
    if (!numeral.roman) return false;
    auto const behind = [&](std::uint32_t chunk) {
        return chunk < list_.size() && list_[chunk].kind == ChunkKind::number && !list_[chunk].roman;
    };
    bool const joined = behind(element.first + 1) && element.last == element.first + 2;
    bool const parted = index + 1 < elements_.size() && element.last == element.first + 1 &&
                        behind(elements_[index + 1].first);
    if (!joined && !parted) return false;
    add("volume", {}, numeral.inner);
    settle(numeral.inner);
    if (parted) elements_[index + 1].used = true;
    auto const place = list_[parted ? elements_[index + 1].first : element.first + 1].inner;
    settle(place);
    if (has(*papers, Trait::collection)) low_.set(Variable::page, place);
    else add("number", {}, place);
    return true;
}

}  // namespace fonds
