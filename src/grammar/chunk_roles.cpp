// What people are to a work or its copy: who edited or translated it, who obtained it, who else wrote it.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/fold_word.hpp"

namespace fonds {

using std::string_view;

bool Chunker::role() {
    auto const found =
        find(at_, mask(WordClass::editor) | mask(WordClass::translator) | mask(WordClass::foreword) |
                      mask(WordClass::director) | mask(WordClass::review));
    if (!found.phrase || is_spelled_in_capitals(found)) return false;  // "H.G. Wells"
    if (found.phrase->is(WordClass::review) && names_periodical()) return false;
    // "ed. khr. 208" is a file of a fond.
    if (find(at_, mask(WordClass::label)).size > found.size) return false;
    auto end = at_ + found.size;
    bool const dotted = mark(end, '.') && !token(end).space_before;
    auto const& next = token(end);
    // "red", "dir", "tr" are labels only with their stop.
    if (!dotted && found.phrase->words.size() == 1 && next.kind == TokenKind::word && !next.upper)
        return false;
    if (!dotted && word(at_).size() <= 4 && found.phrase->words.size() == 1 && !at_boundary(end) &&
        word(at_) != "ed" && word(at_) != "eds" && word(at_) != "Hg" && word(at_) != "Hrsg")
        return false;
    if (!dotted && token(at_).upper && word(at_).size() > 4 && found.phrase->words.size() == 1) return false;
    // "tr. 12": a Vietnamese page.
    if (found.phrase->is(WordClass::label) && token(dotted ? end + 1 : end).digits) return false;
    if (dotted) ++end;
    auto& chunk = add(ChunkKind::role, at_, end);
    chunk.phrase = found.phrase;
    at_ = end;
    return true;
}

/// "‘The Baghdad Pact’, Review of International Studies": behind the title of an article no review begins.
bool Chunker::names_periodical() const {
    auto const& list = out_.list;
    if (list.empty() || !token(at_).upper) return false;
    auto const before =
        list.back().kind == ChunkKind::comma && list.size() > 1 ? list.size() - 2 : list.size() - 1;
    return list[before].kind == ChunkKind::quote && before > 0;
}

/// "Obtained for NKIDP by X and translated for NKIDP by Y", "From the personal collection of …".
bool Chunker::provenance() {
    auto const& first = token(at_);
    if (first.kind != TokenKind::word || out_.list.empty()) return false;
    auto const before = out_.list.back().kind;
    bool const sentence =
        before == ChunkKind::stop || before == ChunkKind::url || before == ChunkKind::accessed;
    constexpr auto handed_on =
        mask(WordClass::obtained) | mask(WordClass::contributed) | mask(WordClass::provided);
    bool const obtained = (first.classes & handed_on) != 0 || find(at_, handed_on).phrase != nullptr;
    bool const translated = first.is(WordClass::translated) || first.is(WordClass::edited);
    bool const custody =
        sentence && (word(at_) == "From" || word(at_) == "Document" || word(at_) == "Documents");
    bool const named = translated && names_translator();
    if (!obtained && !custody && !named && !(translated && (sentence || before == ChunkKind::semicolon)))
        return false;
    auto const end = provenance_end();
    bool by = named, collection = false;
    for (auto at = at_; at < end; ++at) {
        by = by || token(at).is(WordClass::by_whom) || mark(at, ':') || (word(at) == "of" && at == at_ + 1);
        collection = collection || token(at).is(WordClass::collection);
    }
    if (custody ? !(collection || by) : !by) return false;
    if (custody && word(at_) == "From" && !(word(at_ + 1) == "the" || word(at_ + 1) == "a")) return false;
    add(ChunkKind::provenance, at_, end);
    at_ = end;
    return true;
}

/// "contributed by Ana Lalaj, Wilson Center Digital Archive": the archive is no person. "translated by
/// Johanna Granville, Bulletin 8–9 (Winter 1996): 35": nor is the journal that prints it.
std::uint32_t Chunker::provenance_end() const {
    auto const end = sentence_end(at_);
    for (auto at = at_; at + 1 < end; ++at) {
        if (!mark(at, ',')) continue;
        auto const host = find(at + 1, mask(WordClass::archive));
        if (host.phrase && host.phrase->archives().front()->scheme == "WC-ID") return at;
        auto const volume = token(at + 1).is(WordClass::in) ? at + 2 : at + 1;
        if (is_volume_ahead(volume, end)) return at;
    }
    return end;
}

/// "Bulletin 8–9 (Winter": words in capitals, a number and a bracket.
bool Chunker::is_volume_ahead(std::uint32_t at, std::uint32_t end) const {
    auto const first = at;
    while (at < end && token(at).kind == TokenKind::word && !token(at).digits &&
           (token(at).upper || token(at).is(WordClass::particle)))
        ++at;
    return at > first && at + 1 < end && token(at).digits && token(at + 1).kind == TokenKind::open;
}

/// "d. 314, l. 34, trans. Gary Goldberg": whose translation of a document it is; in a book's citation no file
/// stands before the word.
bool Chunker::names_translator() const {
    if (!behind_comma() || !is_behind_file()) return false;
    auto name = mark(at_ + 1, '.') ? at_ + 2 : at_ + 1;
    // "translated for NKIDP by Gary Goldberg"
    if (token(name).is(WordClass::for_whom) && token(name + 2).is(WordClass::by_whom)) name += 2;
    if (token(name).is(WordClass::by_whom)) ++name;
    auto const end = sentence_end(name);
    return end > name && reads_as_names(out_, name, end);
}

/// Whether an archive or a level of its files stands shortly before, in the same citation.
bool Chunker::is_behind_file() const {
    constexpr std::size_t reach = 16;
    constexpr std::array levels = {string_view{"fond"}, string_view{"delo"}, string_view{"list"},
                                   string_view{"leaf"}, string_view{"box"},  string_view{"folder"}};
    auto const& list = out_.list;
    for (std::size_t back = 1; back <= std::min(reach, list.size()); ++back) {
        auto const& chunk = list[list.size() - back];
        if (chunk.kind == ChunkKind::stop || chunk.kind == ChunkKind::semicolon ||
            chunk.kind == ChunkKind::publication)
            return false;
        if (chunk.kind == ChunkKind::archive) return true;
        if (chunk.kind == ChunkKind::level && chunk.phrase &&
            std::find(levels.begin(), levels.end(), chunk.phrase->meanings()[0]) != levels.end())
            return true;
    }
    return false;
}

/// The token behind "et al.", "u. a.", "и др." at `at`; `at` where none stands there.
std::uint32_t Chunker::others_end(std::uint32_t at) const {
    if (!token(at).lower) return at;
    auto const found = find(at, mask(WordClass::others) | mask(WordClass::others_cut_short));
    auto const end = at + found.size;
    // "R. v. Holm and Others": in capitals they are of a name.
    if (!found.phrase || token(end - 1).upper) return at;
    if (found.phrase->is(WordClass::others_cut_short) && !mark(end, '.')) return at;
    // "Атеизм и другие работы", "Poems and others like them": other things, by the word behind.
    constexpr auto behind_people =
        mask(WordClass::in) | mask(WordClass::editor) | mask(WordClass::translator);
    auto const& next = token(end);
    if (next.kind == TokenKind::word && next.lower && (next.classes & behind_people) == 0) return at;
    return mark(end, '.') ? end + 1 : end;
}

bool Chunker::others() {
    auto const end = others_end(at_);
    if (end == at_) return false;
    end_run();
    auto& chunk = add(ChunkKind::text, at_, end);
    chunk.set(Trait::all_small);
    chunk.set(Trait::others);
    at_ = end;
    return true;
}

bool leads_to_names(Chunk const& role) {
    static std::array const prepositions = {hash_word("by"),  hash_word("von"), hash_word("v"),
                                            hash_word("par"), hash_word("di"),  hash_word("de"),
                                            hash_word("da"),  hash_word("van"), hash_word("av"),
                                            hash_word("af"),  hash_word("на")};
    return role.phrase && role.phrase->words.size() > 1 && contains(prepositions, role.phrase->words.back());
}

}  // namespace fonds
