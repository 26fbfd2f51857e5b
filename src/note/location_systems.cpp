// Elements without a label that the archive's system tells: what comes before the tradition, and codes.

#include <algorithm>

#include "base/number.hpp"
#include "base/text.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

/// First what the place in the reference tells whatever the archive, then what its own tradition does.
bool LocationReader::by_scheme(std::size_t index, Span span, string_view written) {
    if (labelled_code(span, written)) return true;
    // Before the years: the first of these may be written as one.
    if (registration_number(index, span, written) || year_of_file(span, written) ||
        numbered_kind(span, written) || papka_without_label(index, span, written))
        return true;
    if (frame_of_roll(index, span) || year_alone(index, span) || estonian_row(span, written) ||
        eastern_page(index, span) || entry_of_record_group(span, written) ||
        number_of_collection(index, span, written))
        return true;
    return by_tradition(index, span, written);
}

/// In Korea the registration number stands behind the class; a year between them tells the file's.
bool LocationReader::registration_number(std::size_t index, Span span, string_view written) {
    if (!scheme_is("KR") || !told("signature") || !is_all_digits(written) || has_day(index)) return false;
    bool const year = written.size() == 4 && (written.starts_with("19") || written.starts_with("20"));
    add(year && !told("year") && index + 1 < elements_.size() ? "year" : "number", {}, span);
    return true;
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

/// "AVP RF, f. 66, op. 47, 100, d. 6": the papka without its label.
bool LocationReader::papka_without_label(std::size_t index, Span span, string_view written) {
    if (!scheme_is("RU-FOPD") || elements_[index].piece != Piece::number || !is_all_digits(written) ||
        reference().levels.empty() || reference().levels.back().level != "opis" || told("papka"))
        return false;
    add("papka", {}, span);
    return true;
}

/// The year of a file ("AMRE, Cuba, 1971", "ibid., 1975, vol. 2"); American and British notes write that of
/// the paper.
bool LocationReader::year_alone(std::size_t index, Span span) {
    constexpr string_view earliest = "1400";
    bool const by_file = low_.location_ibid || !(scheme_.empty() || scheme_is("US") || scheme_is("GB"));
    if (elements_[index].piece != Piece::date || has_day(index) || !by_file ||
        text(span).substr(0, earliest.size()) < earliest)
        return false;
    // "PA AA, B 11, 1402": behind a holding of these centuries the file's number.
    constexpr string_view earliest_of_holding = "1700";
    if (scheme_is("DE") && told("bestand") && text(span).substr(0, earliest.size()) < earliest_of_holding)
        return false;
    add("year", {}, span);
    return true;
}

/// "12 Şaban 1308 (23 March 1891)", "29 Z 1308": the day of a paper by the Ottoman calendar, which is no
/// level; the bracket behind it tells that of ours.
bool LocationReader::hijri_day(std::size_t index) {
    auto const& element = elements_[index];
    auto const& bracket = list_[element.last - 1];
    bool const told = element.size() > 1 && is_bracketed_year(bracket);
    auto const span =
        told ? trimmed(low_.chunks.text, {element.span.begin, bracket.span.begin}) : element.span;
    auto const parts = split(text(span), ' ');
    constexpr std::size_t year = 4;
    bool const day = scheme_is("TR") && parts.size() >= 3 && is_all_digits(parts.front()) &&
                     parts.front().size() <= 2 && parts.back().size() == year &&
                     is_all_digits(parts.back()) && parts.back()[0] == '1' && parts.back()[1] < '4';
    if (day && told && !low_.citation.item.dates.find(Variable::issued)) set_issued(bracket);
    return day;
}

/// "reel 12, 0045–0048", "mf 198, 1789-1803".
bool LocationReader::frame_of_roll(std::size_t index, Span span) {
    // "mf 198, 1789-1803": no years.
    bool const range =
        elements_[index].piece == Piece::date && told("microfilm") && !has_day(index) && has_dash(text(span));
    if (told("frame") || !((told("roll") && elements_[index].piece == Piece::number) || range)) return false;
    add("frame", {}, span);
    return true;
}

/// Behind a shelfmark of East Asia a number alone is the page.
bool LocationReader::eastern_page(std::size_t index, Span span) {
    bool const eastern = scheme_is("CN") || scheme_is("JP") || scheme_is("KR");
    if (!eastern || !told("signature") || elements_[index].piece != Piece::number ||
        !low_.citation.item.text(Variable::page).empty())
        return false;
    low_.set(Variable::page, span);
    return true;
}

/// "RG 165, E 422, box 12": an entry of a record group.
bool LocationReader::entry_of_record_group(Span span, string_view written) {
    if (!scheme_is("US") || !told("record-group") || !is_entry_number(written)) return false;
    add("entry", {}, span);
    return true;
}

/// "box A29, SC 216, University Archives", "University Archives, SC 216, box A29", "X Papers,
/// MSS-2007-04-06": beside the keeper or the collection such a code is the collection's number.
bool LocationReader::number_of_collection(std::size_t index, Span span, string_view written) {
    bool const library =
        scheme_is("US-COLL") ||
        (scheme_.empty() && archive_ != none &&
         (has(elements_[archive_], Trait::repository) || has(elements_[archive_], Trait::capitals)));
    if (!(library || is_accession(written)) || !is_collection_number(written)) return false;
    auto const names = [&](std::size_t i) {
        return i < elements_.size() &&
               (i == archive_ || (elements_[i].piece == Piece::words && is_collection(elements_[i].span)));
    };
    if (!names(index + 1) && (index == 0 || !names(index - 1))) return false;
    add("signature", {}, span);
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
    bool const fond = stands_for_fond(span);
    add(fond ? "fond" : told("signature") || told("piece") ? "item" : "signature", {}, span);
    // "SHAT, 7 N 2811": in France the first code behind the keeper is the whole shelfmark.
    bool const french = scheme_is("FR") && reference().levels.size() == 1;
    if (fond || told("piece") || french) settle(span);
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

/// "LVA, PA-101, apr. 20", "GARF, R-5446, op. 1", "StAM, 156e Nr. 1294", "MZA, B 14, kart. 60": a code before
/// the label of an opis, of a number in German, or of a box in Bohemia and Hungary.
bool LocationReader::stands_for_fond(Span span) const {
    if (!low_.citation.item.reference.levels.empty()) return false;
    for (auto const& element : elements_)
        if (element.span.begin >= span.end)
            return element.piece == Piece::level &&
                   (head(element).means("opis") || fold_word(text(head(element).label)) == "nr" ||
                    ((scheme_is("HU") || scheme_is("CZ")) &&
                     (head(element).means("box") || head(element).means("fascicle"))));
    return false;
}

bool LocationReader::told(string_view level) const {
    auto const& levels = low_.citation.item.reference.levels;
    return std::any_of(levels.begin(), levels.end(),
                       [&](ArchiveLevel const& known) { return known.level == level; });
}

}  // namespace fonds
