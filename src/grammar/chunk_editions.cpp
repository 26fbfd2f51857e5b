// Theses, and which edition of a book it is.

#include <algorithm>

#include "base/text.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

namespace {

/// What names a thesis or an edition is shorter (tokens).
constexpr std::uint32_t thesis_reach = 14, edition_reach = 12;

}  // namespace

/// "Diss. phil., Humboldt-Universität zu Berlin 1998", "thèse de doctorat, université Paris X, 1998": a
/// thesis, where and when, without brackets.
bool Chunker::thesis() {
    if (out_.list.empty()) return false;
    if (auto const noun = find(at_, mask(WordClass::conference)); noun.phrase) return talk(at_ + noun.size);
    bool const unpublished =
        find(at_, mask(WordClass::unpublished)).phrase || is_small(at_, WordClass::not_printed);
    auto const head = unpublished ? at_ + 1 : at_;
    auto const noun = mark(head, '.') ? head + 1 : head;
    auto const found = find(noun, mask(WordClass::thesis));
    if (!found.phrase) return false;
    auto genre = mark(noun + found.size, '.') ? noun + found.size + 1 : noun + found.size;
    // "дис. … канд. ист. наук": the degree and its science.
    constexpr std::uint32_t degree_reach = 10;
    for (auto at = genre; at < genre + degree_reach; ++at)
        if (word(at) == "наук") {
            genre = mark(at + 1, '.') ? at + 2 : at + 1;
            break;
        }
    auto const limit = std::min(out_.tokens.size(), genre + thesis_reach);
    for (auto at = genre; at < limit; ++at) {
        auto const& item = token(at);
        if (at == genre && thesis_in_bracket(genre)) return true;
        if (item.is_mark(';') || item.kind == TokenKind::open || item.kind == TokenKind::quote_open)
            return false;
        if (!item.number || imprint_year(at) == at) continue;
        auto read = read_date(out_.tokens, out_.text, at);
        auto end = read->end;
        // "(Masch.)"
        if (token(end).kind == TokenKind::open && token(end).match <= end + 3) end = token(end).match + 1;
        auto& chunk = add(ChunkKind::thesis, at_, end);
        chunk.imprint = genre;
        chunk.has_year = true;
        chunk.date = keep(std::move(read->date));
        at_ = end;
        return true;
    }
    return false;
}

/// "paper presented at the annual meeting of …, Boston, November 22, 2013": where and when it was spoken,
/// behind the words for it.
bool Chunker::talk(std::uint32_t behind) {
    Chunk described;
    auto const end = spoken(behind, sentence_end(at_), described);
    if (end == no_token) return false;
    auto& chunk = add(ChunkKind::publication, at_, end);
    chunk.traits = described.traits;
    chunk.imprint = described.imprint;
    chunk.date = described.date;
    chunk.has_year = true;
    chunk.has_day = described.has_day;
    at_ = end;
    return true;
}

/// "Ph.D. thesis (Cambridge, 1998)": where and when, in the bracket at `open`.
bool Chunker::thesis_in_bracket(std::uint32_t open) {
    auto const& bracket = token(open);
    if (bracket.kind != TokenKind::open || bracket.match == no_token || bracket.match - open > thesis_reach ||
        !is_year(word(bracket.match - 1)))
        return false;
    auto read = read_date(out_.tokens, out_.text, bracket.match - 1);
    auto& chunk = add(ChunkKind::thesis, at_, bracket.match + 1);
    chunk.imprint = open;
    chunk.has_year = true;
    chunk.date = keep(std::move(read->date));
    at_ = bracket.match + 1;
    return true;
}

/// "wyd. 3", "изд. 2-е", "wyd. II": the number behind the noun.
bool Chunker::numbered_edition() {
    constexpr std::size_t longest = 5;
    auto const& noun = token(at_);
    auto const& number = token(at_ + 2);
    // "ediția a III-a"
    if (noun.is(WordClass::edition) && run_ == no_token && behind_comma() && word(at_ + 1) == "a" &&
        word(at_ + 2).ends_with("-a") && at_boundary(at_ + 3)) {
        add(ChunkKind::edition, at_, at_ + 3);
        at_ += 3;
        return true;
    }
    if (!noun.is(WordClass::edition) || noun.is(WordClass::edition_word) || run_ != no_token ||
        !mark(at_ + 1, '.') || !number.exists() || !(number.roman || is_digit(word(at_ + 2)[0])) ||
        number.span.size() > longest || is_year(word(at_ + 2)) || !at_boundary(at_ + 3))
        return false;
    add(ChunkKind::edition, at_, at_ + 3);
    at_ += 3;
    return true;
}

/// "2nd ed.", "rev. and updated ed.", "5., durchges. Aufl.", "2-е изд., испр. и доп.": words that tell an
/// edition, one of them its noun.
bool Chunker::edition() {
    auto const& head = token(at_);
    if (numbered_edition()) return true;
    if (head.kind != TokenKind::word || !(head.digits || head.is(WordClass::edition_word))) return false;
    auto end = at_;
    std::uint32_t noun = no_token;
    bool told = false;
    for (auto at = at_; at < std::min(out_.tokens.size(), at_ + edition_reach); ++at) {
        auto const& item = token(at);
        if (item.kind == TokenKind::mark) {
            if (item.mark == '.' && !item.space_before) {
                if (at == end) end = is_stop(at) && noun != no_token ? end : at + 1;
                continue;
            }
            if (item.mark == ',' && token(at + 1).is(WordClass::edition_word)) continue;
            break;
        }
        if (item.kind != TokenKind::word) break;
        if (noun != no_token && item.upper && item.is(WordClass::edition_word) && places_end(at) > at + 1)
            break;  // "Rev. ed. New York"
        bool const ordinal = at == at_ && item.digits && item.span.size() <= 5;
        bool const noun_here = item.is(WordClass::edition) || word(at) == "ed" || word(at) == "éd";
        if (!ordinal && !noun_here && !item.is(WordClass::edition_word) &&
            !(item.is(WordClass::conjunction) && told))
            break;
        // "Wiener Zeitung v. 27. 2. 1861, Abendblatt": one word that tells the edition by itself.
        bool const alone =
            noun_here && item.is(WordClass::edition_word) && run_ == no_token && at_boundary(at + 1);
        if (noun_here && !ordinal && !told && !alone) break;
        // "rev. and ed. Boris Jakim": what somebody did.
        if (noun_here && !item.is(WordClass::edition) && token(at - 1).is(WordClass::conjunction))
            return false;
        told = true;
        if (noun_here && !ordinal) noun = at;
        if (!(item.is(WordClass::conjunction) && !noun_here)) end = at + 1;
    }
    if (noun == no_token) return false;
    add(ChunkKind::edition, at_, end);
    at_ = end;
    return true;
}

}  // namespace fonds
