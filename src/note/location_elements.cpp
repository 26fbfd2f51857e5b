// The elements of an archival reference: what no separator parts, and what a comma parts and the name needs.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/host_of_copies.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

namespace {

bool is_plain(Chunk const& chunk) {
    return chunk.kind == ChunkKind::text || chunk.kind == ChunkKind::number || chunk.kind == ChunkKind::date;
}

}  // namespace

void LocationReader::gather(std::uint32_t first, std::uint32_t last) {
    for (auto i = first; i < last; ++i) {
        auto const piece = piece_of(first, i);
        if (!piece) continue;
        auto const& chunk = list_[i];
        if (goes_on(first, i)) {
            auto& element = elements_.back();
            element.last = i + 1;
            element.span.end = chunk.span.end;
            element.piece = Piece::words;
        } else {
            elements_.push_back(
                {begins_shelfmark(i, last) ? Piece::words : *piece, i, i + 1, chunk.span, false});
        }
    }
}

/// "(9) 17.12 51/16203": a bracket of figures that a shelfmark begins with, as in Alcalá.
bool LocationReader::begins_shelfmark(std::uint32_t i, std::uint32_t last) const {
    bool const behind_archive = !elements_.empty() && elements_.back().piece == Piece::archive &&
                                head(elements_.back()).phrase->archives().front()->scheme == "ES-CE";
    return list_[i].kind == ChunkKind::aside && behind_archive && i + 1 < last && is_plain(list_[i + 1]) &&
           is_all_digits(text(list_[i].inner)) && list_[i + 1].is(Trait::digits);
}

/// What a chunk is by itself; nothing where it only parts others.
std::optional<LocationReader::Piece> LocationReader::piece_of(std::uint32_t first, std::uint32_t i) const {
    switch (list_[i].kind) {
        case ChunkKind::level: return Piece::level;
        case ChunkKind::archive: return Piece::archive;
        case ChunkKind::quote: return Piece::quote;
        case ChunkKind::number: return Piece::number;
        case ChunkKind::date: return is_number_of_fond(i) ? Piece::number : Piece::date;
        case ChunkKind::aside:
        case ChunkKind::hereafter: return Piece::aside;
        case ChunkKind::ibid: return Piece::ibid;
        case ChunkKind::text:
        case ChunkKind::publication: return Piece::words;
        case ChunkKind::conjunction:
            if (goes_on_with_dash(first, i)) return Piece::words;
            return std::nullopt;
        default: return std::nullopt;
    }
}

/// "AAN, 1354 (KC PZPR), V/48": at once behind a keeper of Poland, before a gloss, four figures are no year.
bool LocationReader::is_number_of_fond(std::uint32_t i) const {
    if (elements_.empty() || elements_.back().piece != Piece::archive) return false;
    auto const& archives = head(elements_.back()).phrase->archives();
    bool const behind_keeper = std::any_of(archives.begin(), archives.end(),
                                           [](Archive const* keeper) { return keeper->country == "PL"; });
    auto const& date = low_.chunks.dates[static_cast<std::size_t>(list_[i].date)];
    return behind_keeper && date.start.month == 0 && !date.end && i + 1 < list_.size() &&
           list_[i + 1].kind == ChunkKind::aside;
}

/// Whether a chunk is more of the element before it.
bool LocationReader::goes_on(std::uint32_t first, std::uint32_t i) const {
    if (i == first || elements_.empty()) return false;
    if (years_of_name(first, i) || goes_on_with_dash(first, i) || joins_text_by_dash(first, i) ||
        parted_by_bare_comma(first, i))
        return true;
    if (elements_.back().last != i) return false;
    // Words, numbers and dates without a separator between are one element.
    bool const behind_bracket = list_[i - 1].kind == ChunkKind::aside &&
                                elements_.back().piece == Piece::words && elements_.back().last == i &&
                                elements_.back().first + 1 == i && is_plain(list_[i]);
    return behind_bracket || is_gloss(i) || goes_on_from_archive(i) ||
           (is_plain(list_[i]) && is_plain(list_[i - 1]));
}

/// "Turkey (Constantinople)": a bracket that is no place of publication and no year of a row.
bool LocationReader::is_gloss(std::uint32_t i) const {
    auto const& chunk = list_[i];
    auto const& last = elements_.back();
    bool const bracket = chunk.kind == ChunkKind::publication || chunk.kind == ChunkKind::aside;
    if (!bracket || is_year_of_row(i) || (last.piece != Piece::words && last.piece != Piece::number))
        return false;
    return names_place_of_series() ||
           (!chunk.is(Trait::place) && !head(last).is(Trait::place) && !is_region(last));
}

/// "DoS, ADST Oral History": a second archive's name that goes on is a name of a series; "TNA: PRO FO
/// 371/160118" has a class there.
bool LocationReader::goes_on_from_archive(std::uint32_t i) const {
    auto const& chunk = list_[i];
    bool const classed = chunk.is(Trait::department) && chunk.is(Trait::reference);
    return is_plain(chunk) && !classed && elements_.back().piece == Piece::archive && elements_.size() > 1 &&
           archives_before();
}

/// "CC al PCR – Cancelarie": a name with a dash in it.
bool LocationReader::joins_text_by_dash(std::uint32_t first, std::uint32_t i) const {
    // "Buitenlandse Zaken / Code-Archief 45-54"
    bool const parted = i > first + 1 && (list_[i - 1].kind == ChunkKind::dash || list_[i - 1].stroke);
    return list_[i].kind == ChunkKind::text && parted && elements_.back().last == i - 1 &&
           elements_.back().piece == Piece::words && list_[i - 2].kind == ChunkKind::text;
}

/// "A 7,4": a comma without a space belongs to the shelfmark.
bool LocationReader::parted_by_bare_comma(std::uint32_t first, std::uint32_t i) const {
    if (i < first + 2 || list_[i].kind != ChunkKind::number || list_[i - 1].kind != ChunkKind::comma ||
        elements_.back().last != i - 1 || elements_.back().piece != Piece::words)
        return false;
    auto const& comma = list_[i - 1].span;
    return list_[i - 2].span.end == comma.begin && comma.end == list_[i].span.begin &&
           list_[i - 2].is(Trait::digits);
}

bool LocationReader::is_bracketed_year(Chunk const& chunk) {
    return chunk.kind == ChunkKind::publication && !chunk.is(Trait::publisher);
}

/// "TsDAHOU 1/20/5254 (1932)": the year that a file in a row of numbers is of.
bool LocationReader::is_year_of_row(std::uint32_t i) const {
    auto const row = elements_.empty() ? std::string_view() : text(elements_.back().span);
    return is_bracketed_year(list_[i]) && std::count(row.begin(), row.end(), '/') >= 2 &&
           row.find(' ') == string_view::npos;
}

/// "RG 84, Turkey (Constantinople), vol. 418": behind a level a place in a bracket is no keeper's.
bool LocationReader::names_place_of_series() const {
    auto const& last = elements_.back();
    return elements_.size() > 1 && elements_[elements_.size() - 2].piece == Piece::level &&
           !has(last, Trait::repository) && !has(last, Trait::institution);
}

bool LocationReader::archives_before() const {
    for (std::size_t i = 0; i + 1 < elements_.size(); ++i)
        if (elements_[i].piece == Piece::archive && !hosts_copies(head(elements_[i]))) return true;
    return false;
}

/// "117 – 263 – 487", "KPR III – A – 1 – b": the numbers and letters of one shelfmark, parted by dashes.
bool LocationReader::goes_on_with_dash(std::uint32_t first, std::uint32_t i) const {
    auto const is_piece = [&](std::uint32_t at) {
        auto const kind = list_[at].kind;
        bool const letter = kind == ChunkKind::conjunction && list_[at].span.size() == 1;
        return kind == ChunkKind::number || letter || (kind == ChunkKind::text && list_[at].size() == 1);
    };
    auto const parted = [&](std::uint32_t at) {
        return at > first + 1 && is_piece(at) && list_[at - 1].kind == ChunkKind::dash;
    };
    return parted(i) && !elements_.empty() && elements_.back().last == i - 1 &&
           elements_.back().piece != Piece::level && is_plain(list_[i - 2]) &&
           (parted(i - 2) ||
            (i + 2 < list_.size() && list_[i + 1].kind == ChunkKind::dash && is_piece(i + 2)));
}

/// "Despatches from China, 1843–1906", "H.O., 40/56": what a comma parts and the name needs.
bool LocationReader::years_of_name(std::uint32_t first, std::uint32_t i) const {
    auto const& chunk = list_[i];
    if (elements_.empty() || i < first + 2 || list_[i - 1].kind != ChunkKind::comma ||
        elements_.back().last != i - 1 || elements_.back().piece != Piece::words)
        return false;
    if (chunk.kind == ChunkKind::date) {
        auto const& date = low_.chunks.dates[static_cast<std::size_t>(chunk.date)];
        if (date.start.month != 0 || date.start.season != 0) return false;
        if (date.end.has_value()) return true;
        // "Geographic File, 1961, box 45": one year of a file, before its boxes.
        auto const name = text(elements_.back().span);
        bool const file = name.ends_with("File") || name.ends_with("Files") || name.ends_with("Records");
        return file && i + 2 < list_.size() && list_[i + 1].kind == ChunkKind::comma;
    }
    auto const& token = low_.chunks.tokens[head(elements_.back()).first];
    return chunk.kind == ChunkKind::number && token.is(WordClass::department) && token.span.size() > 1 &&
           text(chunk.span).find('/') != string_view::npos;
}

}  // namespace fonds
