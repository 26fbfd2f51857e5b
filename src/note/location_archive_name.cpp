// What belongs to the name of an archive: the house above it, its divisions, its neighbours in the note.

#include <algorithm>

#include "base/text.hpp"
#include "grammar/fold_word.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

/// "Institute of Modern History Archives, | Academia Sinica": the whole name, as the tables have it, behind a
/// comma; the town there is no part of it.
Span LocationReader::with_rest_of_name(std::size_t index, Span span) {
    if (index + 1 >= elements_.size()) return span;
    auto& next = elements_[index + 1];
    if (next.used || next.piece != Piece::words || has(next, Trait::place) || has(next, Trait::digits))
        return span;
    Span const whole{span.begin, next.span.end};
    auto const& archives = head(elements_[index]).phrase->archives();
    bool const known = std::any_of(archives.begin(), archives.end(), [&](Archive const* archive) {
        return std::any_of(archive->names.begin(), archive->names.end(), [&](ArchiveName const& name) {
            return !name.abbreviation && name.text == text(whole);
        });
    });
    if (!known) return span;
    next.used = true;
    settle(whole);
    return whole;
}

/// "ÖStA, AdR", "Bundesarchiv, Stasi-Unterlagen-Archiv": an archive, and the part of it that keeps the
/// papers. The letters of a part are a holding's elsewhere: "PA AA, MfAA".
Span LocationReader::with_division(Span span) {
    auto next = archive_ + 1;
    while (next < elements_.size() && elements_[next].piece == Piece::aside) ++next;
    constexpr std::size_t longest_abbreviation = 8;
    if (next >= elements_.size() || elements_[next].piece != Piece::archive || elements_[next].used ||
        !(scheme_is("AT") || elements_[next].span.size() > longest_abbreviation))
        return span;
    auto const& phrase = *head(elements_[next]).phrase;
    bool const part =
        std::any_of(phrase.archives().begin(), phrase.archives().end(),
                    [&](Archive const* archive) { return archive->parent == reference().repository_id; });
    // "National Archives, Nixon Presidential Materials, NSC Files": papers that the archive has.
    bool const papers = scheme_is("US") && phrase.archives().front()->scheme == "US-COLL";
    if (!part || papers || reference().repository_id.empty()) return span;
    auto const whole = reference().repository_id;
    for (auto i = archive_ + 1; i <= next; ++i) elements_[i].used = true;
    archive_ = next;
    choose(phrase);
    // "ÖStA, KA": other countries have archives of the part's letters.
    for (auto const* archive : phrase.archives())
        if (archive->parent == whole) {
            reference().repository_id = archive->id;
            scheme_ = archive->scheme;
        }
    return {span.begin, elements_[next].span.end};
}

/// "NARA, RG 59, Office of the Historian, Lot File 87D236": an office that puts papers on the web, here the
/// one whose files these are.
bool LocationReader::has_files_behind(std::size_t index) const {
    return archive_ != none && archive_ < index && index + 1 < elements_.size() &&
           elements_[index + 1].piece == Piece::level && head(elements_[index + 1]).means("lot-file");
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
    return text(element.span).starts_with("Archives of ") && names_library(keeper);
}

bool LocationReader::is_part_of_keeper(Element const& element, Span keeper) const {
    if (element.used || element.piece != Piece::words || has(element, Trait::digits) ||
        is_collection(element.span))
        return false;
    if (has(element, Trait::repository)) return !is_of_firm(element, keeper);
    // The offices of a ministry have papers in its archive; the centers of a university keep them.
    if (names_university(element) && !has(element, Trait::genre)) return true;
    if (!names_library(keeper)) return false;
    auto const& tokens = low_.chunks.tokens;
    auto const first = head(element).first;
    auto last = list_[element.last - 1].last;
    while (last > first && tokens[last - 1].kind != TokenKind::word) --last;
    return last > first + 1 && tokens[first].upper && tokens[last - 1].upper &&
           tokens[last - 1].is(WordClass::keeper_part);
}

/// "Universität Wien", "Freie Universität", "Humboldt-Universität zu Berlin".
bool LocationReader::names_university(Element const& element) const {
    auto const words = low_.chunks.tokens_in(element.span);
    auto const is_university = [](Token const& word) { return word.is(WordClass::university); };
    auto const is_compound = [&](Token const& word) {
        auto const hyphen = text(word.span).rfind('-');
        return hyphen != string_view::npos &&
               low_.lexicon.is_any(hash_folded(text(word.span).substr(hyphen + 1)),
                                   mask(WordClass::university));
    };
    return !words.empty() && (is_university(words.front()) || is_university(words.back()) ||
                              std::any_of(words.begin(), words.end(), is_compound));
}

/// "Staatsbibliothek zu Berlin, | Haus Potsdamer Straße", "Bundesarchiv, | Außenstelle Ludwigsburg",
/// "Stadtbibliothek, | Abt. Handschriften": which of its houses, or which part of it.
bool LocationReader::names_part_of_house(Element const& element) const {
    auto const words = low_.chunks.tokens_in(element.span);
    if (words.size() < 2 || has(element, Trait::digits)) return false;
    return words.front().is(WordClass::branch) ||
           (words.front().is(WordClass::division) && has(element, Trait::repository));
}

Span LocationReader::with_house(std::size_t index, Span span) {
    auto const next = index + 1;
    bool const house = next < elements_.size() && !elements_[next].used &&
                       elements_[next].piece == Piece::words && names_part_of_house(elements_[next]);
    if (!house) return span;
    span = take(span, next);
    settle(span);
    return span;
}

/// "Temple University Libraries", "Yale College": a house that keeps papers beside other things.
bool LocationReader::names_library(Span name) const {
    auto const words = low_.chunks.tokens_in(name);
    return std::any_of(words.begin(), words.end(),
                       [](Token const& word) { return word.upper && word.is(WordClass::library_noun); });
}

/// "Temple University Libraries, Urban Archives": two names of one keeper.
Span LocationReader::with_neighbours(std::size_t index, Span span) {
    auto const joins = [&](std::size_t i) {
        auto const& element = elements_[i];
        // "Sterling Memorial Library, Yale University": both are known.
        if (!element.used && element.piece == Piece::archive && names_library(element.span) &&
            names_library(span))
            return true;
        if (element.used || element.piece != Piece::words || has(element, Trait::digits) ||
            is_collection(element.span))
            return false;
        if (names_part_of_library(element) || is_ministry_of_archive(element, span)) return true;
        auto const written = text(element.span);
        if (written.ends_with("Records") || written.ends_with("Files")) return false;
        return has(element, Trait::repository) || written.starts_with("U.C.") ||
               (written.find("College") != string_view::npos && !written.starts_with("College"));
    };
    while (index + 1 < elements_.size() && joins(index + 1)) {
        ++index;
        span = take(span, index);
    }
    return span;
}

/// "Archivo General Histórico, Ministerio de Relaciones Exteriores": what any archive may be called, and the
/// ministry whose it is.
bool LocationReader::is_ministry_of_archive(Element const& element, Span archive) const {
    constexpr std::ptrdiff_t most_words = 3;
    auto const name = text(archive);
    return low_.citation.item.reference.repository_id.empty() && element.piece == Piece::words &&
           !element.used && text(element.span).starts_with("Minist") && has(element, Trait::institution) &&
           name.find("Minist") == string_view::npos && name.find('(') == string_view::npos &&
           std::count(name.begin(), name.end(), ' ') < most_words;
}

/// "Manuscripts and Archives", "Special Collections": what a library calls the part that keeps papers.
bool LocationReader::names_part_of_library(Element const& element) const {
    auto const found =
        match_phrase(low_.chunks.tokens, low_.chunks.text, head(element).first, mask(WordClass::keeper_part));
    return found.phrase && found.size > 1 && head(element).first + found.size >= list_[element.last - 1].last;
}

/// "(Außenstelle Ludwigsburg)", "(Ríkisskjalasafn Dana)": a division, or what the letters before stand for.
bool LocationReader::tells_name(Chunk const& bracket) const {
    constexpr std::size_t longest = 40;
    auto const inner = text(bracket.inner);
    if (inner.size() > longest || !low_.chunks.tokens[bracket.first + 1].upper) return false;
    // "Trung tâm Lưu trữ Quốc gia I [National Archives Center 1]": the name in another tongue.
    for (auto at = bracket.first + 1; bracket.square && at < bracket.last; ++at)
        if (low_.chunks.tokens[at].is(WordClass::repository)) return true;
    return !bracket.square && inner.find_first_of("0123456789,;") == string_view::npos;
}

}  // namespace fonds
