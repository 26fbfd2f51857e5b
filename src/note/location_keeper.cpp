// A keeper that the tables lack: by its words, by letters at an end of the reference, by what stands beside
// it.

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

namespace {

/// "A.D.M.L.", "A. M. S.": the archives of a department or a town, by their letters.
bool is_french_by_letters(string_view name) {
    return name.starts_with("A.D.") || name.starts_with("A.M.") || name.starts_with("A.C.") ||
           name.starts_with("A. D. ") || name.starts_with("A. M. ") || name.starts_with("A. C. ");
}

}  // namespace

/// A name that the tables lack: by its words, or an abbreviation at an end of the reference.
void LocationReader::unknown_archive() {
    for (auto& element : elements_)
        if (!element.used && element.piece == Piece::words && names_nordic_papers(text(element.span))) {
            add("collection", {}, element.span);
            settle(element.span);
            element.used = true;
        }
    auto const best = likeliest_archive();
    if (best == none) return name_and_number();
    archive_ = best;
    elements_[best].used = true;
    auto const span = with_parts_before(best, elements_[best].span);
    set_archive(with_house(best, with_neighbours(best, span)));
    // "Universität Wien, Universitätsarchiv"
    if (best > 0 && span.begin < elements_[best].span.begin && names_university(elements_[best - 1]))
        settle(archive_span_);
    if (has_initials_in_bracket(elements_[best])) settle(elements_[best].span);
    identify_repository(elements_[best]);
}

std::size_t LocationReader::likeliest_archive() {
    if (auto const named = named_and_abbreviated(); named != none) return named;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        auto const& element = elements_[i];
        if (element.used || element.piece != Piece::words || !has(element, Trait::repository)) continue;
        if (has(element, Trait::collection) && (is_collection(element.span) || !ends_in_repository(element)))
            continue;
        if (i + 1 < elements_.size() && is_of_firm(element, elements_[i + 1].span)) continue;
        return i;
    }
    if (auto const letters = abbreviation(); letters != none) {
        // "CIDFAR, caja 3": letters at once before a box.
        if (letters == 0 && elements_.size() > 1 && elements_[1].piece == Piece::level &&
            !abbreviates_papers(elements_[0]) && head(elements_[1]).means("box") &&
            low_.chunks.tokens[head(elements_[0]).first].all_upper)
            settle(elements_[0].span);
        return letters;
    }
    auto const last = last_name();
    return last != none ? last : first_name();
}

/// Which of the tables' archives goes by the name told, if any, and how it numbers what it keeps.
void LocationReader::identify_repository(Element const& name) {
    constexpr double least_score = 0.9;
    Archive const* found = nullptr;
    for (auto const& match : low_.lexicon.knowledge().identify(reference().repository)) {
        if (match.score < least_score || !match.archive) break;
        if (!found) found = match.archive;
        for (auto const& element : elements_)
            if (element.piece == Piece::words && is_city_of(*match.archive, text(element.span)))
                found = match.archive;
    }
    if (found) {
        reference().repository_id = found->id;
        scheme_ = found->scheme;
        return;
    }
    scheme_ = is_french_by_letters(reference().repository) ? "FR-SVF" : scheme_by_tongue(name);
    // "Arhiv RAN, f. 518, op. 2, d. 17": a word of several tongues, and an opis, which few archives have.
    if (has_level("opis") && !low_.lexicon.scheme_label(scheme_, "op.")) scheme_ = {};
}

/// "Federal Archives and Records Center (FARC)": the bracket has the initials of the name.
bool LocationReader::has_initials_in_bracket(Element const& element) const {
    auto const& bracket = list_[element.last - 1];
    if (element.piece != Piece::words || element.size() != 2 || bracket.kind != ChunkKind::aside)
        return false;
    std::string letters, initials;
    for (auto const c : text(bracket.inner))
        if (c >= 'A' && c <= 'Z') letters.push_back(c);
    for (auto at = head(element).first; at < head(element).last; ++at)
        if (auto const& token = low_.chunks.tokens[at]; token.kind == TokenKind::word && token.upper)
            initials.push_back(text(token.span).front());
    constexpr std::size_t shortest = 3, most_small = 2;
    // "Archives des Missions étrangères de Paris (AMEP)": of some words written small too.
    std::size_t told = 0;
    for (auto const letter : letters) told += told < initials.size() && initials[told] == letter ? 1 : 0;
    return letters.size() >= shortest && initials.size() >= shortest && letters.front() == initials.front() &&
           told == initials.size() && letters.size() - told <= most_small;
}

/// A keeper named with its abbreviation.
std::size_t LocationReader::named_and_abbreviated() const {
    auto const names_keeper = [&](Element const& element) {
        // "Harbour Board Records (HBR)" are papers.
        bool const papers = has(element, Trait::collection) && !ends_in_repository(element);
        return !element.used && !papers && has_initials_in_bracket(element) &&
               (has(element, Trait::repository) || has(element, Trait::institution));
    };
    auto const found = std::find_if(elements_.begin(), elements_.end(), names_keeper);
    return found == elements_.end() ? none : static_cast<std::size_t>(found - elements_.begin());
}

/// "TNA/DEFE/19/209", "TNA/PREM 16/1276": the archive's letters, department and class, and the piece, all
/// parted by strokes, or a space before the class.
void LocationReader::archive_in_code() {
    if (elements_.empty() || elements_[0].used || elements_[0].piece != Piece::words) return;
    auto const span = elements_[0].span;
    auto const written = text(span);
    auto parts = split(written, '/');
    if (archive_before_stroke(span)) return;
    if (auto const space = parts.size() > 1 ? parts[1].find(' ') : string_view::npos;
        space != string_view::npos) {
        auto const department_and_class = parts[1];
        parts[1] = department_and_class.substr(0, space);
        parts.insert(parts.begin() + 2, department_and_class.substr(space + 1));
    }
    if (parts.size() < 4 || !is_all_digits(parts[2])) return;
    auto const names = [&](string_view word, WordClass kind) -> Phrase const* {
        auto const* phrase = low_.lexicon.alone(hash_folded(word));
        return phrase && phrase->is(kind) ? phrase : nullptr;
    };
    auto const* archive = names(parts[0], WordClass::archive);
    if (!archive || archive->archives().front()->scheme != "GB-DSP" ||
        !names(parts[1], WordClass::department))
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

/// "box 2197/RG59/NARA", "R./EEUU/1971/AMRE", "2/16/6/FOL": strokes that lead outward, at the end to the
/// letters of the keeper. Letters that the tables lack are one's behind numbers.
void LocationReader::archive_behind_strokes() {
    constexpr std::size_t shortest = 3, longest = 8;
    if (elements_.empty()) return;
    auto& element = elements_.back();
    bool const labelled = element.piece == Piece::level;
    if (element.used || !(labelled || element.piece == Piece::words)) return;
    auto const whole = labelled ? head(element).inner : element.span;
    auto const written = text(whole);
    auto const stroke = written.rfind('/');
    if (stroke == string_view::npos || stroke == 0) return;
    auto const letters = written.substr(stroke + 1);
    auto const* keeper = low_.lexicon.alone(hash_folded(letters));
    bool const known = keeper && keeper->is(WordClass::archive) && keeper->may_stand(letters);
    auto const size = static_cast<std::size_t>(count_capitals(letters));
    bool const capitals = size == letters.size() && size >= shortest && size <= longest;
    bool const numbers = std::any_of(written.begin(), written.end(), is_digit);
    if (!known && (!capitals || labelled || !numbers || !document_told())) return;
    archive_ = elements_.size() - 1;
    if (known) choose(*keeper);
    set_archive({whole.end - letters.size(), whole.end});
    settle(archive_span_);
    if (!labelled) element.span.end = archive_span_.begin - 1;
}

/// "2197/RG59" before a keeper behind a stroke: the value of the label, and what leads outward from it.
bool LocationReader::outward_by_strokes(string_view level, Span label, Span value) {
    if (archive_span_.size() == 0 || !value.contains(archive_span_)) return false;
    auto const parts = split(slice(low_.chunks.text, {value.begin, archive_span_.begin - 1}), '/');
    auto own = parts.begin() + 1;
    while (own != parts.end() && !own->empty() && is_digit(own->front())) ++own;
    auto end = value.begin + parts.front().size();
    for (auto part = parts.begin() + 1; part != own; ++part) end += 1 + part->size();
    settle({value.begin, end});
    add(level, label, {value.begin, end});
    for (; own != parts.end(); ++own) {
        auto const begin = end + 1;
        end = begin + own->size();
        settle({begin, end});
        constexpr string_view group = "RG";
        if (own->starts_with(group) && is_all_digits(own->substr(group.size())))
            add("record-group", {begin, begin + group.size()}, {begin + group.size(), end});
        else add("series", {}, {begin, end});
    }
    return true;
}

/// "SI_AS/1931", "HR-HDA/1561": the keeper's code and its fond.
bool LocationReader::archive_before_stroke(Span span) {
    auto const written = text(span);
    auto const stroke = written.find('/');
    if (stroke == string_view::npos || stroke + 1 == written.size() || !is_digit(written[stroke + 1]))
        return false;
    auto const* archive = low_.lexicon.alone(hash_folded(written.substr(0, stroke)));
    if (!archive || !archive->is(WordClass::archive) || written.find_first_of("_-") > stroke) return false;
    archive_ = 0;
    choose(*archive);
    set_archive({span.begin, span.begin + stroke});
    add("fond", {}, {span.begin + stroke + 1, span.end});
    elements_[0].used = true;
    settle(span);
    return true;
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

/// "MRC, FD 1/6756 [TNA]", "CIA-RDP79T00975A002800050001-7 (CREST)": the keeper's letters behind a code.
void LocationReader::archive_in_bracket() {
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        auto& element = elements_[i];
        auto const& bracket = list_[element.last - 1];
        if (element.used || element.size() < 2 || bracket.kind != ChunkKind::aside ||
            !has(element, Trait::digits))
            continue;
        auto const* keeper = low_.lexicon.alone(hash_folded(text(bracket.inner)));
        if (!keeper || !keeper->is(WordClass::archive)) continue;
        archive_ = i;
        choose(*keeper);
        set_archive(bracket.inner);
        --element.last;
        element.span = trimmed(low_.chunks.text, {element.span.begin, bracket.span.begin});
        return settle(bracket.span);
    }
}

/// "Ivy Litvinov Papers (HIA), box 1": papers, and who keeps them.
void LocationReader::papers_and_keeper() {
    // "Records of the Congress (IACF), Special Collections, University of Chicago Library": whose keeper is
    // told go by those letters themselves.
    if (std::any_of(elements_.begin(), elements_.end(), [this](Element const& element) {
            return !element.used && element.piece == Piece::words && has(element, Trait::repository) &&
                   !has(element, Trait::collection);
        }))
        return;
    for (auto& element : elements_) {
        auto const& last = list_[element.last - 1];
        if (element.used || element.piece != Piece::words || element.size() != 2 ||
            last.kind != ChunkKind::aside || !head(element).is(Trait::collection) ||
            (head(element).is(Trait::repository) && has_initials_in_bracket(element)))
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
    // "StK 11943" is a holding and its piece.
    if (elements_.empty() || elements_[0].used || elements_[0].piece != Piece::words ||
        head(elements_[0]).is(Trait::holding))
        return;
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
    // "AD Seine-Saint-Denis", "Arch. dép. Hérault": a short word for an archive's kind, of one tongue. The
    // towns of Germany number as each of them likes.
    auto const first = list_[element.first].first;
    auto const kind = match_phrase(low_.chunks.tokens, low_.chunks.text, first, mask(WordClass::keeper_head));
    if (kind.phrase && kind.phrase->tongues().size() == 1 && kind.phrase->tongues().front() != "de")
        return low_.lexicon.scheme_of_tongue(kind.phrase->tongues().front());
    for (auto at = first; at < list_[element.last - 1].last; ++at) {
        auto const& token = low_.chunks.tokens[at];
        if (!token.is(WordClass::repository)) continue;
        if (!token.phrase || token.phrase->tongues().empty()) {
            if (!tell(low_.lexicon.tongue_by_ending(fold_word(text(token.span))))) return {};
            continue;
        }
        for (auto const& tongue : token.phrase->tongues())
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
    return element.piece == Piece::words && element.size() == 1 && chunk.size() == 1 && token.all_upper &&
           !token.digits && token.span.size() > 1 && token.span.size() <= longest &&
           text(token.span).ends_with('P');
}

/// One word in capitals, or with several: "RAC", "AdsD", "DAMSPS", "BArch-MA".
bool LocationReader::is_abbreviation(Element const& element) const {
    if (element.used || element.piece != Piece::words || element.size() != 1) return false;
    auto const& chunk = head(element);
    auto const& token = low_.chunks.tokens[chunk.first];
    if (token.digits || token.is(WordClass::department) || names_file_group(element) ||
        abbreviates_papers(element))
        return false;
    if (chunk.is(Trait::capitals)) return true;
    auto const one_word =
        chunk.size() == 1 || (chunk.size() == 2 && low_.chunks.tokens[chunk.last - 1].is_mark('.'));
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
    if (last.used || last.piece != Piece::words || last.size() != 1 || has(last, Trait::digits) ||
        has(last, Trait::genre) || has(last, Trait::letter))
        return none;
    bool const keeper = has(last, Trait::institution) || !has(last, Trait::collection);
    if (!keeper || head(last).size() > 4) return none;
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
    if (elements_.size() > 1 && !first.used && first.piece == Piece::words && first.size() == 1 &&
        head(first).size() == 1 && tokens[head(first).first].upper && !tokens[head(first).first].all_upper &&
        !has(first, Trait::digits) && !has(first, Trait::genre) && !has(first, Trait::collection) &&
        is_code(text(elements_[1].span)) && text(elements_[1].span).find('-') != string_view::npos)
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

}  // namespace fonds
