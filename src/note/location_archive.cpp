// Which element of a reference names the archive, and what stands at its name: place, abbreviation, division.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

namespace {

int count_capitals(string_view word) {
    int capitals = 0;
    for (std::size_t at = 0; at < word.size();) {
        auto const [c, size] = decode(word, at);
        capitals += is_letter(c) && is_upper(c) ? 1 : 0;
        at += size;
    }
    return capitals;
}

/// "A.D.M.L.", "A. M. S.": the archives of a department or a town, by their letters.
bool is_french_by_letters(string_view name) {
    return name.starts_with("A.D.") || name.starts_with("A.M.") || name.starts_with("A.C.") ||
           name.starts_with("A. D. ") || name.starts_with("A. M. ") || name.starts_with("A. C. ");
}

bool is_city_of(Archive const& archive, string_view name) {
    if (archive.city.empty()) return false;
    for (auto const city : split(archive.city, ';'))
        if (trim(city) == name) return true;
    return false;
}

}  // namespace

void LocationReader::find_archive() {
    for (std::size_t i = 0; i < elements_.size(); ++i)
        if (elements_[i].piece == Piece::archive) known_archive(i);
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
    if (archive_ == none) archive_in_code();
    if (archive_ == none) archive_and_shelfmark();
    if (archive_ == none) papers_and_keeper();
    if (archive_ == none && !low_.location_ibid) unknown_archive();
    if (archive_ != none) beside_archive();
}

void LocationReader::known_archive(std::size_t index) {
    auto& element = elements_[index];
    auto const* phrase = head(element).phrase;
    if (hosts_copies(head(element))) {
        if (reference().digital_archive.empty()) {
            reference().digital_archive = text(element.span);
            low_.field("digital_archive", element.span);
        }
        element.used = true;
        return;
    }
    if (archive_ != none) return;  // "PA AA, MfAA": a second name is a Bestand of the first
    archive_ = index;
    element.used = true;
    auto span = element.span;
    span = with_parts_before(index, span);
    choose(*phrase);
    // "TNA: PRO", as The National Archives asked to be cited until 2010.
    if (scheme_is("GB-DSP") && index + 1 < elements_.size() && text(elements_[index + 1].span) == "PRO" &&
        !elements_[index + 1].used) {
        elements_[index + 1].used = true;
        span.end = elements_[index + 1].span.end;
    }
    // In German and eastern references a second archive's name is a part of the first, not a keeper.
    bool const western = scheme_.empty() || scheme_is("US") || scheme_is("GB");
    // "Landesarchiv Thüringen – Hauptstaatsarchiv Weimar": an archive and its house.
    if (index + 1 < elements_.size() && list_[element.last].kind == ChunkKind::dash &&
        elements_[index + 1].first == element.last + 1 && has(elements_[index + 1], Trait::repository)) {
        elements_[index + 1].used = true;
        span.end = elements_[index + 1].span.end;
    }
    // "SAPMO, BArch": the foundation and the archive that it is a part of.
    if (text(span) == "SAPMO" && index + 1 < elements_.size() &&
        elements_[index + 1].piece == Piece::archive && !elements_[index + 1].used) {
        elements_[index + 1].used = true;
        span.end = elements_[index + 1].span.end;
    }
    set_archive(western ? with_neighbours(index, span) : span);
}

/// The Wilson Center's digital archive and its projects show copies of what others keep.
bool LocationReader::hosts_copies(Chunk const& chunk) {
    auto const& scheme = chunk.phrase->archives.front()->scheme;
    return scheme == "WC-ID" || scheme == "CITE-ONLY";
}

/// "Manuscript Division, Library of Congress", "Kheel Center, Cornell University": parts of a keeper before
/// its name.
Span LocationReader::with_parts_before(std::size_t index, Span span) {
    while (index > 0 && is_part_of_keeper(elements_[index - 1], span)) {
        --index;
        elements_[index].used = true;
        span.begin = elements_[index].span.begin;
    }
    return span;
}

/// "Archives of Charles Scribner's Sons, Princeton University Library": of a firm, in a library.
bool LocationReader::is_of_firm(Element const& element, Span keeper) const {
    return text(element.span).starts_with("Archives of ") && names_library(text(keeper));
}

bool LocationReader::is_part_of_keeper(Element const& element, Span keeper) const {
    if (element.used || element.piece != Piece::words || has(element, Trait::digits) ||
        is_collection(element.span))
        return false;
    if (has(element, Trait::repository)) return !is_of_firm(element, keeper);
    // The offices of a ministry have papers in its archive; the centers of a university keep them.
    if (!names_library(text(keeper))) return false;
    auto const& tokens = low_.chunks.tokens;
    auto const first = head(element).first;
    auto last = list_[element.last - 1].last;
    while (last > first && tokens[last - 1].kind != TokenKind::word) --last;
    return last > first + 1 && tokens[first].upper && tokens[last - 1].upper &&
           tokens[last - 1].is(WordClass::keeper_part);
}

/// AMAE is in Bucharest and in Paris: the labels beside it decide; where they do not, none is chosen.
void LocationReader::choose(Phrase const& phrase) {
    Archive const* best = phrase.archives.front();
    if (phrase.archives.size() > 1) {
        int most = -1;
        for (auto const* archive : phrase.archives) {
            int fits = 0;
            for (auto const& element : elements_) {
                // "NA RG 84, …, U.S. Embassy, Prague": a record group tells more than a town beside it.
                if (element.piece == Piece::level &&
                    low_.lexicon.scheme_label(archive->scheme, text(head(element).label)))
                    fits += head(element).means("record-group") ? 4 : 1;
                if (element.piece == Piece::words && is_city_of(*archive, text(element.span))) fits += 3;
                // "AA B 130, Bd. 5911": a German holding.
                if (element.piece == Piece::words && archive->scheme.starts_with("DE") &&
                    low_.chunks.tokens[head(element).first].is(WordClass::holding) &&
                    has(element, Trait::digits))
                    fits += 2;
                // "NA, FO 405/256": in Kew, not in Washington.
                if (element.piece == Piece::words && archive->scheme == "GB-DSP" &&
                    has(element, Trait::department) && has(element, Trait::reference))
                    fits += 3;
            }
            if (fits > most) {
                most = fits;
                best = archive;
            }
        }
        if (most <= 0 && phrase.archives.size() > 1) {
            scheme_ = best->scheme;
            return;
        }
    }
    reference().repository_id = best->id;
    scheme_ = best->scheme;
}

void LocationReader::set_archive(Span span) {
    span = trimmed(low_.chunks.text, span);
    if (text(span).starts_with("the ")) span.begin += 4;
    if (low_.chunks.text.substr(span.end).starts_with('.') && span.end < low_.chunks.text.size() &&
        list_[elements_[archive_].first].span.end > span.end)
        span.end = list_[elements_[archive_].first].span.end;
    reference().repository = text(span);
    archive_span_ = span;
    low_.field("archive", span);
}

/// A name that the tables lack: by its words, or an abbreviation at an end of the reference.
void LocationReader::unknown_archive() {
    std::size_t best = none;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        auto const& element = elements_[i];
        if (element.used || element.piece != Piece::words || !has(element, Trait::repository)) continue;
        if (has(element, Trait::collection) && (is_collection(element.span) || !ends_in_repository(element)))
            continue;
        if (i + 1 < elements_.size() && is_of_firm(element, elements_[i + 1].span)) continue;
        best = i;
        break;
    }
    if (best == none) best = abbreviation();
    if (best == none) best = last_name();
    if (best == none) best = first_name();
    if (best == none) return name_and_number();
    archive_ = best;
    elements_[best].used = true;
    auto const span = with_parts_before(best, elements_[best].span);
    set_archive(with_neighbours(best, span));
    Archive const* found = nullptr;
    for (auto const& match : low_.lexicon.knowledge().identify(reference().repository)) {
        if (match.score < 0.9 || !match.archive) break;
        if (!found) found = match.archive;
        for (auto const& element : elements_)
            if (element.piece == Piece::words && is_city_of(*match.archive, text(element.span)))
                found = match.archive;
    }
    if (!found) {
        scheme_ = is_french_by_letters(reference().repository) ? "FR-SVF" : scheme_by_tongue(elements_[best]);
        return;
    }
    reference().repository_id = found->id;
    scheme_ = found->scheme;
}

/// "TNA/DEFE/19/209": the archive's letters, department and class, and the piece, all parted by strokes.
void LocationReader::archive_in_code() {
    if (elements_.empty() || elements_[0].used || elements_[0].piece != Piece::words) return;
    auto const span = elements_[0].span;
    auto const written = text(span);
    auto const parts = split(written, '/');
    if (parts.size() < 4 || written.find(' ') != string_view::npos || !is_all_digits(parts[2])) return;
    auto const names = [&](string_view word, WordClass kind) -> Phrase const* {
        for (auto const& phrase : low_.lexicon.starting_with(hash_folded(word)))
            if (phrase.words.size() == 1 && phrase.is(kind)) return &phrase;
        return nullptr;
    };
    auto const* archive = names(parts[0], WordClass::archive);
    if (!archive || archive->archives.front()->scheme != "GB-DSP" || !names(parts[1], WordClass::department))
        return;
    archive_ = 0;
    elements_[0].used = true;
    choose(*archive);
    set_archive({span.begin, span.begin + parts[0].size()});
    auto const series = span.begin + parts[0].size() + 1;
    auto const series_end = series + parts[1].size() + 1 + parts[2].size();
    add("series", {}, {series, series_end});
    add("piece", {}, {series_end + 1, span.end});
    settle(span);
}

/// "StA Kleve 5/4.605".
void LocationReader::archive_and_shelfmark() {
    auto const& tokens = low_.chunks.tokens;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        auto const& chunk = head(elements_[i]);
        if (elements_[i].used || !chunk.is(Trait::kept)) continue;
        auto const code = shelfmark_of_keeper(low_.chunks, chunk.first, chunk.last);
        if (code == chunk.last) continue;
        archive_ = i;
        elements_[i].used = true;
        set_archive({chunk.span.begin, tokens[code - 1].span.end});
        Span const shelfmark{tokens[code].span.begin, chunk.span.end};
        add("signature", {}, shelfmark);
        return settle(chunk.span);
    }
}

/// "Ivy Litvinov Papers (HIA), box 1": papers, and who keeps them.
void LocationReader::papers_and_keeper() {
    for (auto& element : elements_) {
        auto const& last = list_[element.last - 1];
        if (element.used || element.piece != Piece::words || element.last - element.first != 2 ||
            last.kind != ChunkKind::aside || !head(element).is(Trait::collection))
            continue;
        auto const keeper = text(last.inner);
        bool const capitals = keeper.size() >= 2 && keeper.size() <= 8 && count_capitals(keeper) >= 2 &&
                              keeper.find_first_of(" 0123456789") == string_view::npos;
        if (!capitals) continue;
        archive_ = static_cast<std::size_t>(&element - elements_.data());
        element.used = true;
        set_archive(last.inner);
        add("collection", {}, head(element).span);
        return settle(element.span);
    }
}

/// "Chatsworth 620", "ChP 2/283", "NRO 324/L.8/42": a house, a short name or a county's record office, and
/// the number of a paper there.
void LocationReader::name_and_number() {
    if (elements_.empty() || elements_[0].used || elements_[0].piece != Piece::words) return;
    auto const& tokens = low_.chunks.tokens;
    auto const first = head(elements_[0]).first, last = list_[elements_[0].last - 1].last;
    bool const record_office = tokens[first].all_upper && text(tokens[first].span).ends_with("RO");
    if (last - first != 2 || tokens[first].digits || !tokens[first].upper ||
        (tokens[first].all_upper && !record_office) || tokens[first].span.size() < 3 ||
        !tokens[last - 1].digits || tokens[first].is(WordClass::genre) ||
        head(elements_[0]).is(Trait::collection))
        return;
    archive_ = 0;
    elements_[0].used = true;
    set_archive(tokens[first].span);
    add("signature", {}, tokens[last - 1].span);
}

/// "Stadtarchiv Kiel", "Archivio di Stato di Bari": an unknown archive is built as others of its tongue. A
/// word of several tongues ("arkhiv") tells none, unless they share a scheme.
string_view LocationReader::scheme_by_tongue(Element const& element) const {
    string_view scheme;
    auto const tell = [&](string_view tongue) {
        auto const found = low_.lexicon.scheme_of_tongue(tongue);
        if (scheme.empty()) scheme = found;
        else if (!found.empty() && found != scheme) return false;
        return true;
    };
    for (auto at = list_[element.first].first; at < list_[element.last - 1].last; ++at) {
        auto const& token = low_.chunks.tokens[at];
        if (!token.is(WordClass::repository)) continue;
        if (!token.phrase || token.phrase->tongues.empty()) {
            if (!tell(low_.lexicon.tongue_by_ending(fold_word(text(token.span))))) return {};
            continue;
        }
        for (auto const& tongue : token.phrase->tongues)
            if (tongue == "en" || !tell(tongue)) return {};
    }
    return scheme;
}

bool LocationReader::ends_in_repository(Element const& element) const {
    auto at = list_[element.last - 1].last;
    auto const first = list_[element.first].first;
    while (at > first && low_.chunks.tokens[at - 1].kind != TokenKind::word) --at;
    if (at == first) return false;
    for (auto i = first; i < at; ++i)
        if (low_.chunks.tokens[i].is(WordClass::repository) && low_.chunks.tokens[i].upper &&
            !low_.chunks.tokens[i].is(WordClass::institution))
            return true;
    return low_.chunks.tokens[at - 1].is(WordClass::repository);
}

/// "RAC", "APS", "HIA" at the end or the beginning.
std::size_t LocationReader::abbreviation() const {
    if (elements_.empty()) return none;
    if (elements_.size() > 1 && is_abbreviation(elements_.back())) return elements_.size() - 1;
    if (is_abbreviation(elements_[0]) && (elements_.size() > 1 || has(elements_[0], Trait::capitals)))
        return 0;
    // "Mother Art records, GRI, box 2": between the papers and their box.
    for (std::size_t i = 1; i + 1 < elements_.size(); ++i)
        if (elements_[i + 1].piece == Piece::level && elements_[i - 1].piece == Piece::words &&
            is_abbreviation(elements_[i]) && !has(elements_[i - 1], Trait::digits) &&
            (is_collection(elements_[i - 1].span) || names_series(elements_[i - 1].span) ||
             has(elements_[i - 1], Trait::collection)) &&
            (head(elements_[i + 1]).means("box") || head(elements_[i + 1]).means("folder")))
            return i;
    // "SA RF", "CSA KGB RB", "NA ČR": words in capitals only.
    auto const& first = elements_[0];
    if (!first.used && first.piece == Piece::words && !names_file_group(first) && elements_.size() > 1 &&
        elements_[1].piece == Piece::level) {
        bool capitals = true;
        for (auto i = list_[first.first].first; i < list_[first.last - 1].last; ++i) {
            auto const& token = low_.chunks.tokens[i];
            if (token.kind == TokenKind::word) capitals = capitals && token.all_upper && !token.digits;
        }
        auto const& word = low_.chunks.tokens[list_[first.first].first];
        bool const shortened = word.upper && !word.digits && count_capitals(text(word.span)) >= 2 &&
                               !word.is(WordClass::department);
        auto const words = list_[first.last - 1].last - list_[first.first].first;
        if (capitals || (shortened && words <= 3 && has_level("fond") && !has(first, Trait::digits)))
            return 0;
    }
    return none;
}

/// "JHP", "GFKP": letters that the tables lack and that end in P are somebody's papers.
bool LocationReader::abbreviates_papers(Element const& element) const {
    constexpr std::size_t longest = 6;
    auto const& chunk = head(element);
    auto const& token = low_.chunks.tokens[chunk.first];
    return element.piece == Piece::words && element.last - element.first == 1 &&
           chunk.last - chunk.first == 1 && token.all_upper && !token.digits && token.span.size() > 1 &&
           token.span.size() <= longest && text(token.span).ends_with('P');
}

/// One word in capitals, or with several: "RAC", "AdsD", "DAMSPS", "BArch-MA".
bool LocationReader::is_abbreviation(Element const& element) const {
    if (element.used || element.piece != Piece::words || element.last - element.first != 1) return false;
    auto const& chunk = head(element);
    auto const& token = low_.chunks.tokens[chunk.first];
    if (token.digits || token.is(WordClass::department) || names_file_group(element) ||
        abbreviates_papers(element))
        return false;
    if (chunk.is(Trait::capitals)) return true;
    auto const one_word = chunk.last - chunk.first == 1 ||
                          (chunk.last - chunk.first == 2 && low_.chunks.tokens[chunk.last - 1].is_mark('.'));
    return one_word && token.upper && text(token.span).size() <= 14 &&
           count_capitals(text(token.span)) >= 2 && text(token.span).find('\'') == string_view::npos &&
           text(token.span).find("\u2019") == string_view::npos && !chunk.is(Trait::collection);
}

/// "FOR Papers, Swarthmore", "Schneiderman Papers, box 1, folder 4, Tamiment": behind a collection the
/// keeper's short name ends the reference.
std::size_t LocationReader::last_name() const {
    if (elements_.size() < 2) return none;
    auto const index = elements_.size() - 1;
    auto const& last = elements_[index];
    if (last.used || last.piece != Piece::words || last.last - last.first != 1 || has(last, Trait::digits) ||
        has(last, Trait::genre) || has(last, Trait::letter))
        return none;
    bool const keeper = has(last, Trait::institution) || !has(last, Trait::collection);
    if (!keeper || head(last).last - head(last).first > 4) return none;
    auto before = index;
    bool folder = false;
    while (before > 0 && elements_[before - 1].piece == Piece::level) {
        --before;
        folder = folder || head(elements_[before]).means("folder");
    }
    if (before == 0) return none;
    auto const& collection = elements_[before - 1];
    if (collection.piece != Piece::words || !is_collection(collection.span)) return none;
    return before == index || folder || has(last, Trait::institution) ? index : none;
}

/// "Mayr-Harvard, folder 75": a name before the first box, without any word for a collection.
std::size_t LocationReader::first_name() const {
    if (elements_.empty() || names_file_group(elements_[0]) || abbreviates_papers(elements_[0])) return none;
    auto const& first = elements_[0];
    // "Hatfield House, Salisbury Papers, Box D": a name before its collection.
    if (elements_.size() > 2 && !first.used && first.piece == Piece::words &&
        !has(first, Trait::collection) && !has(first, Trait::digits) && !has(first, Trait::genre) &&
        elements_[1].piece == Piece::words && names_papers(elements_[1].span) &&
        list_[first.last - 1].last - list_[first.first].first <= 4)
        return 0;
    // "Sichuan, JX1-837", "Guangdong, 204-1-245": a province's archive by the province's name, before its
    // number.
    auto const& tokens = low_.chunks.tokens;
    if (elements_.size() > 1 && !first.used && first.piece == Piece::words && first.last - first.first == 1 &&
        head(first).last - head(first).first == 1 && tokens[head(first).first].upper &&
        !tokens[head(first).first].all_upper && !has(first, Trait::digits) && !has(first, Trait::genre) &&
        !has(first, Trait::collection) && is_code(text(elements_[1].span)) &&
        text(elements_[1].span).find('-') != string_view::npos)
        return 0;
    for (auto const& element : elements_)
        if (element.piece == Piece::words && has(element, Trait::collection)) return none;
    if (first.used || first.piece != Piece::words || has(first, Trait::genre) ||
        has(first, Trait::reference) || has(first, Trait::digits))
        return none;
    bool const alone = elements_.size() == 1;
    bool const box = elements_.size() > 1 && elements_[1].piece == Piece::level;
    auto const words = list_[first.last - 1].last - list_[first.first].first;
    return (alone || box) && words <= 4 && !has(first, Trait::institution) ? 0 : none;
}

bool LocationReader::names_library(string_view name) {
    for (auto const word : {"University", "Librar", "College", "Museum", "Society"})
        if (name.find(word) != string_view::npos) return true;
    return false;
}

/// "Temple University Libraries, Urban Archives": two names of one keeper.
Span LocationReader::with_neighbours(std::size_t index, Span span) {
    auto const joins = [&](std::size_t i) {
        auto const& element = elements_[i];
        // "Sterling Memorial Library, Yale University": both are known.
        if (!element.used && element.piece == Piece::archive && names_library(text(element.span)) &&
            names_library(text(span)))
            return true;
        if (element.used || element.piece != Piece::words || has(element, Trait::digits) ||
            is_collection(element.span))
            return false;
        if (names_part_of_library(element)) return true;
        auto const written = text(element.span);
        if (written.ends_with("Records") || written.ends_with("Files")) return false;
        return has(element, Trait::repository) || written.starts_with("U.C.");
    };
    while (index + 1 < elements_.size() && joins(index + 1)) {
        ++index;
        elements_[index].used = true;
        span.end = elements_[index].span.end;
    }
    return span;
}

/// "Manuscripts and Archives", "Special Collections": what a library calls the part that keeps papers.
bool LocationReader::names_part_of_library(Element const& element) const {
    auto const found =
        match_phrase(low_.chunks.tokens, low_.chunks.text, head(element).first, mask(WordClass::keeper_part));
    return found.phrase && found.size > 1 && head(element).first + found.size >= list_[element.last - 1].last;
}

/// What stands at the archive's name: its place, its abbreviation in brackets.
void LocationReader::beside_archive() {
    for (auto i = archive_ + 1; i < elements_.size() && i <= archive_ + 2; ++i) {
        auto& element = elements_[i];
        if (element.used) continue;
        if (element.piece == Piece::aside) {
            auto const inner = text(head(element).inner);
            if (head(element).kind == ChunkKind::hereafter) {
                element.used = true;
            } else if (is_collection(head(element).inner)) {
                add("collection", {}, head(element).inner);  // "FDRL (McCrea Papers)"
                element.used = true;
            } else if (head(element).is(Trait::place)) {
                set_place(head(element).inner);
                element.used = true;
            } else if (inner.size() <= 16 && !reference().place.empty() && reference().place.size() < 40) {
                // "British Library, London (BL)": one name with its place and abbreviation.
                archive_span_.end = element.span.end;
                reference().repository = text(archive_span_);
                reference().place.clear();
                low_.forget("archive-place");
                for (auto& field : low_.citation.fields)
                    if (field.field == "archive") field.span = archive_span_;
                element.used = true;
            } else if (inner.size() <= 16) {
                // "(TsDA)": the abbreviation belongs to the name.
                archive_span_.end = element.span.end;
                reference().repository = text(archive_span_);
                low_.citation.fields.back().span = archive_span_;
                element.used = true;
            }
            continue;
        }
        bool const place =
            has(element, Trait::place) ||
            (i + 1 < elements_.size() && is_region(elements_[i + 1]) && is_short_name(element));
        if (element.piece == Piece::words && place && reference().place.empty()) {
            auto span = element.span;
            element.used = true;
            if (i + 1 < elements_.size() && is_region(elements_[i + 1])) {
                elements_[i + 1].used = true;
                span.end = elements_[i + 1].span.end;
            }
            set_place(span);
            continue;
        }
        break;
    }
}

/// "(Pierrefitte-sur-Seine)": one word in a bracket that is no abbreviation.
bool LocationReader::reads_as_place(Chunk const& bracket) const {
    if (bracket.last - bracket.first != 3) return false;
    auto const& token = low_.chunks.tokens[bracket.first + 1];
    auto const written = text(token.span);
    return token.kind == TokenKind::word && token.upper && !token.digits && written.size() > 3 &&
           count_capitals(written.substr(0, written.find('-'))) == 1;
}

/// A city's name: at most three words, none that tells something else.
bool LocationReader::is_short_name(Element const& element) const {
    return !element.used && element.piece == Piece::words && element.last - element.first == 1 &&
           head(element).is(Trait::upper) && head(element).last - head(element).first <= 3 &&
           !has(element, Trait::digits) && !has(element, Trait::collection) &&
           !has(element, Trait::repository) && !has(element, Trait::institution);
}

/// "Austin, Texas", "College Park, MD".
bool LocationReader::is_region(Element const& element) const {
    if (element.used || element.piece != Piece::words || element.last - element.first != 1) return false;
    auto const& chunk = head(element);
    // "Roma, MI" is a ministry: postal codes follow American cities.
    bool const postal =
        low_.chunks.tokens[chunk.first].all_upper && text(low_.chunks.tokens[chunk.first].span).size() == 2;
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
