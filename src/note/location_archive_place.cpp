// The place of an archive, before its name or behind it.

#include <algorithm>

#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

/// What stands at the archive's name: its place, its abbreviation in brackets.
void LocationReader::beside_archive() {
    for (auto i = archive_ + 1; i < elements_.size() && i <= archive_ + 2; ++i) {
        auto& element = elements_[i];
        if (element.used) continue;
        if (element.piece == Piece::aside) element.used = bracket_beside_archive(element);
        else if (!place_beside_archive(i)) return;
    }
}

bool LocationReader::bracket_beside_archive(Element const& element) {
    constexpr std::size_t longest_abbreviation = 16, longest_place = 40;
    auto const& bracket = head(element);
    auto const inner = text(bracket.inner);
    auto& place = reference().place;
    if (bracket.kind == ChunkKind::hereafter) return true;
    if (is_collection(bracket.inner)) {
        add("collection", {}, bracket.inner);  // "FDRL (McCrea Papers)"
        return true;
    }
    if (bracket.is(Trait::place)) {
        set_place(bracket.inner);
        return true;
    }
    bool const abbreviation = inner.size() <= longest_abbreviation;
    // "(TsDA)", "BArch (Außenstelle Ludwigsburg)": they belong to the name.
    if (!abbreviation && !(place.empty() && tells_name(bracket))) return false;
    archive_span_.end = element.span.end;
    reference().repository = text(archive_span_);
    if (abbreviation && !place.empty() && place.size() < longest_place) {
        // "British Library, London (BL)": one name with its place and abbreviation.
        place.clear();
        low_.forget("archive-place");
        for (auto& field : low_.citation.fields)
            if (field.field == "archive") field.span = archive_span_;
    } else {
        low_.citation.fields.back().span = archive_span_;
        if (count_capitals(inner) >= 2) settle(archive_span_);
    }
    return true;
}

bool LocationReader::place_beside_archive(std::size_t index) {
    auto& element = elements_[index];
    if (is_post(index)) return false;
    // "AGI, Lima 1085", "AHU, São Tomé, Curadoria": a province whose papers they are.
    bool const numbered = list_[element.last - 1].kind == ChunkKind::date;
    if (scheme_is("ES") && has(element, Trait::place) && (numbered || is_of_other_town(index))) {
        settle(element.span);
        return false;
    }
    bool const before_region = index + 1 < elements_.size() && is_region(elements_[index + 1]);
    bool const place = has(element, Trait::place) || (before_region && is_short_name(element));
    if (element.piece != Piece::words || !place || !reference().place.empty()) return false;
    element.used = true;
    set_place(before_region ? take(element.span, index + 1) : element.span);
    return true;
}

/// Whether the town at `index` is none of the known archive's country that has archives, and something
/// stands behind it.
bool LocationReader::is_of_other_town(std::size_t index) {
    auto const* known = low_.lexicon.knowledge().archive(reference().repository_id);
    // Of Spain and Portugal, whose archives have the papers of provinces elsewhere.
    if (!known || !(known->country == "ES" || known->country == "PT") || index + 1 >= elements_.size())
        return false;
    auto const archives = low_.lexicon.knowledge().archives();
    return std::none_of(archives.begin(), archives.end(), [&](Archive const& archive) {
        return archive.country == known->country && is_city_of(archive, text(elements_[index].span));
    });
}

/// "CADN, Moscou, ambassade, carton 217", "CADN, Moscou, série B, carton 245": the post whose papers they
/// are.
bool LocationReader::is_post(std::size_t index) {
    if (index + 1 >= elements_.size()) return false;
    auto const& next = elements_[index + 1];
    auto const& word = low_.chunks.tokens[head(next).first];
    // "Alger (Ambassade)": what the post is.
    if (next.piece == Piece::aside && elements_[index].piece == Piece::words &&
        low_.chunks.tokens[head(next).first + 1].is(WordClass::institution)) {
        auto& post = elements_[index];
        post.span.end = next.span.end;
        elements_[index + 1].used = true;
        settle(post.span);
        return true;
    }
    if (next.piece == Piece::words && word.lower && word.is(WordClass::institution)) {
        settle(elements_[index].span);
        return true;
    }
    bool const series = next.piece == Piece::level && head(next).means("series");
    if (!scheme_is("FR") || !series) return false;
    auto const town = text(elements_[index].span);
    auto const archives = low_.lexicon.knowledge().archives();
    bool const home = std::any_of(archives.begin(), archives.end(), [&](Archive const& archive) {
        return archive.country == "FR" && is_city_of(archive, town);
    });
    if (!home) settle(elements_[index].span);
    return !home;
}

bool LocationReader::is_country(Element const& element) const {
    if (element.used || element.piece != Piece::words || element.size() != 1) return false;
    auto const& chunk = head(element);
    auto const found =
        match_phrase(low_.chunks.tokens, low_.chunks.text, chunk.first, mask(WordClass::country));
    return found.phrase && chunk.is(Trait::upper) && chunk.first + found.size == chunk.last;
}

/// "Smith to Jones, June 3, 1954, London, box 3", "…, June 23, 1971, Washington, D.C., Harry S. Truman
/// Library": behind the day of a paper the place where it was written, not that of its keeper.
void LocationReader::place_of_writing() {
    if (archive_ == none || archive_ == 0 || !(is_american() || scheme_is("GB")) || !document_told()) return;
    auto& town = elements_[0];
    bool const behind_day = town.first >= 2 && list_[town.first - 1].kind == ChunkKind::comma &&
                            list_[town.first - 2].kind == ChunkKind::date && list_[town.first - 2].has_day;
    if (!behind_day || town.used || town.piece != Piece::words || town.size() != 1 ||
        !has(town, Trait::place) || has(town, Trait::collection))
        return;
    std::size_t const behind = elements_.size() > 1 && is_region(elements_[1]) ? 2 : 1;
    auto const* keeper = low_.lexicon.knowledge().archive(reference().repository_id);
    bool const elsewhere = keeper && !keeper->city.empty() && !is_city_of(*keeper, text(town.span));
    if (archive_ < behind || (archive_ == behind && !elsewhere)) return;
    for (std::size_t i = 0; i < behind; ++i) {
        elements_[i].used = true;
        settle(elements_[i].span);
    }
}

/// "Berlin, BStU, MfS …", "College Park, Md., National Archives …": the place that a reference begins with,
/// its archive at once behind.
void LocationReader::place_before_archive() {
    if (archive_ == 0 || archive_ > 2 || archive_ >= elements_.size()) return;
    auto& first = elements_[0];
    if (archive_ == 1 && is_country(first)) {  // "Zambia, National Archives, Lusaka, …"
        first.used = true;
        return settle(first.span);
    }
    if (!reference().place.empty()) return;
    constexpr std::uint32_t longest_town = 3;
    bool const with_region = archive_ == 2;
    bool const town = first.piece == Piece::words && !first.used && first.size() == 1 &&
                      head(first).size() <= longest_town && has(first, Trait::upper) &&
                      !has(first, Trait::digits) && !has(first, Trait::collection);
    if (!town || (with_region ? !is_region(elements_[1]) : !has(first, Trait::place))) return;
    auto span = first.span;
    first.used = true;
    if (with_region) span = take(span, 1);
    set_place(span);
    settle(span);
}

/// "(Pierrefitte-sur-Seine)": one word in a bracket that is no abbreviation.
bool LocationReader::reads_as_place(Chunk const& bracket) const {
    if (bracket.size() != 3) return false;
    auto const& token = low_.chunks.tokens[bracket.first + 1];
    auto const written = text(token.span);
    return token.kind == TokenKind::word && token.upper && !token.digits && written.size() > 3 &&
           count_capitals(written.substr(0, written.find('-'))) == 1;
}

/// A city's name: at most three words, none that tells something else.
bool LocationReader::is_short_name(Element const& element) const {
    return !element.used && element.piece == Piece::words && element.size() == 1 &&
           head(element).is(Trait::upper) && head(element).size() <= 3 && !has(element, Trait::digits) &&
           !has(element, Trait::collection) && !has(element, Trait::repository) &&
           !has(element, Trait::institution);
}

/// "Austin, Texas", "College Park, MD".
bool LocationReader::is_region(Element const& element) const {
    if (element.used || element.piece != Piece::words || element.size() != 1) return false;
    auto const& chunk = head(element);
    // "Roma, MI" is a ministry: postal codes follow American cities.
    bool const postal =
        low_.chunks.tokens[chunk.first].all_upper && low_.chunks.word(chunk.first).size() == 2;
    if (postal && !is_american() && !scheme_is("CA")) return false;
    auto const found =
        match_phrase(low_.chunks.tokens, low_.chunks.text, chunk.first, mask(WordClass::region));
    return found.phrase && chunk.first + found.size >=
                               chunk.last - (low_.chunks.tokens[chunk.last - 1].is_mark('.') ? 1U : 0U);
}

void LocationReader::set_place(Span span) {
    span = trimmed(low_.chunks.text, span);
    reference().place = text(span);
    low_.field("archive-place", span);
}

}  // namespace fonds
