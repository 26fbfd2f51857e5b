// Which element of a reference names the archive, and which of the tables' archives it is.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/host_of_copies.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"
#include "note/month_tongues.hpp"

namespace fonds {

using std::string_view;

void LocationReader::find_archive() {
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        if (elements_[i].piece != Piece::archive || class_of_papers(i)) continue;
        if (names_holding_of_keeper(i)) continue;
        if (!names_group_before_keeper(i)) {
            known_archive(i);
            continue;
        }
        settle(elements_[i].span);
        settle(elements_.back().span);
    }
    for (std::size_t i = 0; i < elements_.size(); ++i)
        if (elements_[i].piece == Piece::ibid) {
            // "StadtA, A/2, a. a. O., Blatt 89" tells its keeper and file anew.
            low_.location_ibid = i == 0 || i + 1 == elements_.size();
            elements_[i].used = true;
        }
    for (std::size_t i = 0; i < elements_.size(); ++i)
        if (!elements_[i].used && elements_[i].piece == Piece::words && has(elements_[i], Trait::digital)) {
            reference().digital_archive = text(elements_[i].span);
            low_.field("digital_archive", elements_[i].span);
            elements_[i].used = true;
        }
    // Where the tables know no archive, one way to name one is tried after the other.
    for (auto const search : {&LocationReader::archive_in_code, &LocationReader::archive_behind_strokes,
                              &LocationReader::archive_and_shelfmark, &LocationReader::archive_in_bracket,
                              &LocationReader::papers_and_keeper})
        if (archive_ == none) (this->*search)();
    if (archive_ == none && !low_.location_ibid) unknown_archive();
    if (archive_ != none) {
        beside_archive();
        place_of_writing();
        place_before_archive();
    }
}

/// "Universitätsarchiv Leipzig, PA 925": behind a keeper that the tables lack two letters and a number are
/// its holding, whatever archive goes by them elsewhere.
bool LocationReader::names_holding_of_keeper(std::size_t index) const {
    constexpr std::size_t longest = 2;
    return archive_ == none && index == 1 && elements_[index].span.size() <= longest &&
           elements_[0].piece == Piece::words && has(elements_[0], Trait::repository) &&
           index + 1 < elements_.size() && elements_[index + 1].first == elements_[index].last;
}

/// "NSA, Backchannel Messages, box 3, GRFL": the letters of a file group are an archive's too; the keeper
/// ends the reference.
bool LocationReader::names_group_before_keeper(std::size_t index) const {
    constexpr std::size_t longest = 4;
    auto const& last = elements_.back();
    if (elements_[index].span.size() > longest || index + 2 >= elements_.size() ||
        elements_[index + 1].piece != Piece::words || last.piece != Piece::archive)
        return false;
    auto const& keeper = *head(last).phrase->archives().front();
    return keeper.scheme == "US-COLL" && keeper.parent == "us-nara";
}

/// "PRO 30/22/34": papers given to the Public Record Office have a class by its letters.
bool LocationReader::class_of_papers(std::size_t index) {
    if (replace_all(text(elements_[index].span), ".", "") != "PRO" || index + 1 >= elements_.size() ||
        elements_[index + 1].first != elements_[index].last)
        return false;
    auto& number = elements_[index + 1];
    auto const parts = split(text(number.span), '/');
    if (parts.size() != 3 || parts[0] != "30" || !is_all_digits(parts[1]) || !is_all_digits(parts[2]))
        return false;
    elements_[index].used = number.used = true;
    scheme_ = "GB-DSP";
    Span const whole{elements_[index].span.begin, number.span.end};
    add("series", {}, {whole.begin, whole.end - parts[2].size() - 1});
    add("piece", {}, {whole.end - parts[2].size(), whole.end});
    settle(whole);
    return true;
}

/// "NKIDP Document No. 110812": its number in the archive at `index`, which shows copies.
void LocationReader::document_among_copies(std::size_t index) {
    auto const next = index + 1;
    if (next >= elements_.size() || elements_[next].used || elements_[next].piece != Piece::level ||
        !head(elements_[next]).means("document") || !reference().document_id.empty())
        return;
    auto const number = head(elements_[next]).inner;
    reference().document_id = text(number);
    low_.field("document_id", number);
    elements_[next].used = true;
}

void LocationReader::known_archive(std::size_t index) {
    auto& element = elements_[index];
    auto const* phrase = head(element).phrase;
    if (has_files_behind(index)) return settle(element.span);
    if (writes_title(index)) return;
    if (hosts_copies(head(element))) {
        if (reference().digital_archive.empty()) {
            reference().digital_archive = text(element.span);
            low_.field("digital_archive", element.span);
        }
        element.used = true;
        return document_among_copies(index);
    }
    if (archive_ != none) return;  // "PA AA, MfAA": a second name is a Bestand of the first
    archive_ = index;
    element.used = true;
    auto const span = with_parts_before(index, element.span);
    choose(*phrase);
    set_archive(with_parts_behind(index, span));
    if (archive_span_ == element.span && is_whole_name(index)) settle(archive_span_);
}

/// The name of an archive that the tables know with what stands behind it and belongs to it.
Span LocationReader::with_parts_behind(std::size_t index, Span span) {
    auto const& element = elements_[index];
    auto const next = index + 1;
    // "TNA: PRO", as The National Archives asked to be cited until 2010.
    if (scheme_is("GB-DSP") && next < elements_.size() && text(elements_[next].span) == "PRO" &&
        !elements_[next].used) {
        span = take(span, next);
        settle(span);
    }
    // In German and eastern references a second archive's name is a part of the first, not a keeper.
    bool const western = scheme_.empty() || scheme_is("US") || scheme_is("GB");
    // "Landesarchiv Thüringen – Hauptstaatsarchiv Weimar": an archive and its house.
    if (next < elements_.size() && list_[element.last].kind == ChunkKind::dash &&
        elements_[next].first == element.last + 1 && has(elements_[next], Trait::repository))
        span = take(span, next);
    span = with_division(with_house(index, with_rest_of_name(index, span)));
    // "SAPMO, BArch": the foundation and the archive that it is a part of.
    if (text(span) == "SAPMO" && next < elements_.size() && elements_[next].piece == Piece::archive &&
        !elements_[next].used)
        span = take(span, next);
    return western ? with_neighbours(index, span) : span;
}

/// "Franklin D. Roosevelt Library": a library's full name, as the tables have it; "Paris, Bibliothèque
/// nationale": an archive in its town.
bool LocationReader::is_whole_name(std::size_t index) const {
    auto const name = text(elements_[index].span);
    bool const library = name.ends_with(" Library") && std::count(name.begin(), name.end(), ' ') > 1;
    auto const& archive = *head(elements_[index]).phrase->archives().front();
    return library || (index > 0 && elements_[index - 1].piece == Piece::words &&
                       is_city_of(archive, text(elements_[index - 1].span)));
}

/// "Central Intelligence Agency, “Soviet Capabilities,” NIE 11-3-68": a body that has papers, at once before
/// a title, wrote what the title names.
bool LocationReader::writes_title(std::size_t index) {
    auto& element = elements_[index];
    bool const before_title =
        index == 0 && head(element).phrase->is(WordClass::institution) && element.last + 1 < list_.size() &&
        list_[element.last].kind == ChunkKind::comma && list_[element.last + 1].kind == ChunkKind::quote;
    auto& names = low_.citation.item.names;
    if (!before_title || names.find(Variable::author)) return false;
    Name body;
    body.literal = text(element.span);
    names.set(Variable::author, Names{std::move(body)});
    low_.field("author", element.span);
    element.used = true;
    return true;
}

bool LocationReader::is_city_of(Archive const& archive, string_view name) {
    if (archive.city.empty()) return false;
    for (auto const city : split(archive.city, ';'))
        if (trim(city) == name) return true;
    return false;
}

/// How much of what stands beside the name is of that archive.
int LocationReader::signs_of(Archive const& archive) const {
    int signs = 0;
    for (auto const& element : elements_) {
        // "NA RG 84, …, U.S. Embassy, Prague": a record group tells more than a town beside it.
        if (element.piece == Piece::level &&
            low_.lexicon.scheme_label(archive.scheme, text(head(element).label)))
            signs += head(element).means("record-group") ? 4 : 1;
        // "National Archives, Nixon Presidential Materials": a part of it stands beside it.
        if (element.piece == Piece::archive && head(element).phrase->archives().front()->parent == archive.id)
            signs += 3;
        // "AGN (Lima)", "RA (Stockholm)"
        if (element.piece == Piece::aside && is_city_of(archive, text(head(element).inner))) signs += 3;
        if (element.piece != Piece::words) continue;
        // "NAI, Home Department, …": in New Delhi, not in Dublin.
        if (archive.scheme == "IN-F" && text(element.span).ends_with(" Department")) signs += 2;
        if (is_city_of(archive, text(element.span))) signs += 3;
        // "AA B 130, Bd. 5911": a German holding.
        if (archive.scheme.starts_with("DE") && has(element, Trait::digits) &&
            low_.chunks.tokens[head(element).first].is(WordClass::holding))
            signs += 2;
        // "AN, F7 13506", "AN, BB18 7059": a series of the French national archives.
        if (archive.scheme == "FR-AN" &&
            (is_french_series(text(element.span)) || is_french_entry(text(element.span))))
            signs += 2;
        // "NAA, A5954, 1833/2": a series of the Commonwealth, by its letter and number.
        if (archive.scheme == "AU-SC" && is_australian_series(text(element.span))) signs += 2;
        // "NA, FO 405/256": in Kew, not in Washington.
        if (archive.scheme == "GB-DSP" && has(element, Trait::department) && has(element, Trait::reference))
            signs += 3;
    }
    return signs + (dated_in_tongue_of(archive) ? 1 : 0);
}

/// "AMAE, …, 24 janvier 1905": a month in the tongue of the archive's country.
bool LocationReader::dated_in_tongue_of(Archive const& archive) const {
    constexpr std::size_t country = 2;  // letters of a scheme's id
    auto const is_its_own = [&](string_view tongue) {
        auto const scheme = low_.lexicon.scheme_of_tongue(tongue);
        return !scheme.empty() && archive.scheme.starts_with(scheme.substr(0, country));
    };
    return std::any_of(list_.begin(), list_.end(),
                       [&](Chunk const& chunk) { return has_month_in(low_.chunks, chunk, is_its_own); });
}

/// AMAE is in Bucharest and in Paris: what stands beside it decides; where that does not, none is chosen.
void LocationReader::choose(Phrase const& phrase) {
    Archive const* best = phrase.archives().front();
    bool is_open = false;
    if (phrase.archives().size() > 1) {
        int most = 0;
        is_open = true;
        for (auto const* archive : phrase.archives()) {
            auto const signs = signs_of(*archive);
            if (signs > most) {
                most = signs;
                best = archive;
                is_open = false;
            } else if (signs == most && archive->country != best->country) {
                is_open = true;
            }
        }
    }
    if (!is_open) reference().repository_id = best->id;
    scheme_ = best->scheme;
}

void LocationReader::set_archive(Span span) {
    span = trimmed(low_.chunks.text, span);
    if (text(span).starts_with("the ")) span.begin += 4;
    for (string_view const word : {"MS. ", "MSS. ", "MS ", "Ms. "})  // "MS. Arch. Gen. de Indias"
        if (text(span).starts_with(word)) {
            span.begin += word.size();
            settle(span);
        }
    if (low_.chunks.text.substr(span.end).starts_with('.') && span.end < low_.chunks.text.size() &&
        list_[elements_[archive_].first].span.end > span.end)
        span.end = list_[elements_[archive_].first].span.end;
    reference().repository = text(span);
    archive_span_ = span;
    low_.field("archive", span);
}

}  // namespace fonds
