// The elements of an archival reference: what no separator parts, and what a comma parts and the name needs.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
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
        auto const& chunk = list_[i];
        Element element{Piece::words, i, i + 1, chunk.span, false};
        switch (chunk.kind) {
            case ChunkKind::level: element.piece = Piece::level; break;
            case ChunkKind::archive: element.piece = Piece::archive; break;
            case ChunkKind::quote: element.piece = Piece::quote; break;
            case ChunkKind::number: element.piece = Piece::number; break;
            case ChunkKind::date: element.piece = Piece::date; break;
            case ChunkKind::aside:
            case ChunkKind::hereafter: element.piece = Piece::aside; break;
            case ChunkKind::ibid: element.piece = Piece::ibid; break;
            case ChunkKind::text:
            case ChunkKind::publication: break;
            case ChunkKind::conjunction:
                if (goes_on_with_dash(first, i)) break;
                continue;
            default: continue;
        }
        bool const bracket = chunk.kind == ChunkKind::publication || chunk.kind == ChunkKind::aside;
        if (bracket && !is_year_of_row(i) && i > first && !elements_.empty() && elements_.back().last == i &&
            (elements_.back().piece == Piece::words || elements_.back().piece == Piece::number) &&
            (names_place_of_series() ||
             (!chunk.is(Trait::place) && !list_[elements_.back().first].is(Trait::place) &&
              !is_region(elements_.back())))) {
            elements_.back().last = i + 1;
            elements_.back().span.end = chunk.span.end;
            elements_.back().piece = Piece::words;
            continue;
        }
        // "DoS, ADST Oral History": a second archive's name that goes on is a name of a series; "TNA: PRO
        // FO 371/160118" has a class there.
        bool const classed = chunk.is(Trait::department) && chunk.is(Trait::reference);
        if (is_plain(chunk) && !classed && i > first && !elements_.empty() &&
            elements_.back().piece == Piece::archive && elements_.back().last == i && elements_.size() > 1 &&
            archives_before()) {
            elements_.back().last = i + 1;
            elements_.back().span.end = chunk.span.end;
            elements_.back().piece = Piece::words;
            continue;
        }
        // "CC al PCR – Cancelarie": a name with a dash in it.
        if (chunk.kind == ChunkKind::text && i > first + 1 && list_[i - 1].kind == ChunkKind::dash &&
            !elements_.empty() && elements_.back().last == i - 1 && elements_.back().piece == Piece::words &&
            list_[i - 2].kind == ChunkKind::text) {
            elements_.back().last = i + 1;
            elements_.back().span.end = chunk.span.end;
            continue;
        }
        if (years_of_name(first, i)) {
            elements_.back().last = i + 1;
            elements_.back().span.end = chunk.span.end;
            continue;
        }
        if (goes_on_with_dash(first, i)) {
            elements_.back().last = i + 1;
            elements_.back().span.end = chunk.span.end;
            elements_.back().piece = Piece::words;
            continue;
        }
        // Words, numbers and dates without a separator between are one element.
        bool const joined = i > first && !elements_.empty() && is_plain(chunk) &&
                            elements_.back().last == i && is_plain(list_[i - 1]);
        if (joined) {
            elements_.back().last = i + 1;
            elements_.back().span.end = chunk.span.end;
            elements_.back().piece = Piece::words;
            continue;
        }
        elements_.push_back(element);
    }
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
        return kind == ChunkKind::number || letter ||
               (kind == ChunkKind::text && list_[at].last - list_[at].first == 1);
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
