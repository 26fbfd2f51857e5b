// The phrases of the text that endnotes are keyed to: "“no greater honor”: Smith, The Long War, 123."
//
// They look like titles, and a colon behind them like the one before a subtitle. What tells them: a quotation
// that ends at the colon, small letters where an English title has capitals, and a citation that begins
// behind it.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk.hpp"

namespace fonds {
namespace {

using Index = std::uint32_t;

// Chunks that a phrase may have before its colon.
constexpr Index longest_phrase = 12;

bool may_be_in_phrase(ChunkKind kind) {
    switch (kind) {
        case ChunkKind::text:
        case ChunkKind::quote:
        case ChunkKind::comma:
        case ChunkKind::conjunction:
        case ChunkKind::in:
        case ChunkKind::dash:
        case ChunkKind::number:
        case ChunkKind::mark: return true;
        default: return false;
    }
}

/// The colon behind the phrase that may begin at `at`, or the number of chunks.
Index colon_behind(Chunks const& chunks, Index at) {
    auto const size = static_cast<Index>(chunks.list.size());
    auto const end = std::min(size, at + longest_phrase);
    while (at < end && may_be_in_phrase(chunks.list[at].kind)) ++at;
    return at < end && chunks.list[at].kind == ChunkKind::colon ? at : size;
}

/// A citation may begin with it; a location behind a title does not.
bool may_begin_citation(Chunk const& chunk) {
    switch (chunk.kind) {
        case ChunkKind::text: return chunk.is(Trait::upper);
        case ChunkKind::quote:
        case ChunkKind::ibid:
        case ChunkKind::idem:
        case ChunkKind::signal: return true;
        default: return false;
    }
}

/// Words for a place or form of documents: what stands behind their colon is the document.
bool names_documents(Chunk const& chunk) {
    return chunk.is(Trait::genre) || chunk.is(Trait::genre_head) || chunk.is(Trait::collection) ||
           chunk.is(Trait::repository) || chunk.is(Trait::interview) || chunk.is(Trait::sender) ||
           chunk.is(Trait::docvolume) || chunk.is(Trait::legal) || chunk.is(Trait::reference) ||
           chunk.is(Trait::capitals) || chunk.is(Trait::digits);
}

/// "A much better solution", not "A Much Better Solution": a small word that a title in English begins with a
/// capital.
bool is_in_sentence_case(Chunks const& chunks, Index first, Index last) {
    constexpr std::array prepositions = {"with",   "from",   "into",    "over",    "about",   "between",
                                         "after",  "under",  "upon",    "since",   "toward",  "towards",
                                         "before", "during", "against", "through", "without", "among",
                                         "within", "until",  "than",    "that",    "their",   "around"};
    auto const begin = chunks.list[first].first;
    auto const end = chunks.list[last - 1].last;
    return std::any_of(chunks.tokens.begin() + begin, chunks.tokens.begin() + end, [&](Token const& token) {
        if (token.kind != TokenKind::word || !token.lower || token.span.size() < 4) return false;
        auto const word = slice(chunks.text, token.span);
        return !contains(prepositions, word);
    });
}

/// Words that only English notes have; sentence case says nothing of titles in other languages.
bool is_english(Chunks const& chunks, Index first, Index last) {
    constexpr std::array<std::string_view, 20> small_words = {
        "a",    "an",  "the", "of",  "to", "in", "for", "on",   "and",  "was",
        "were", "had", "his", "her", "at", "by", "as",  "with", "from", "after"};
    return has_word(chunks, chunks.list[first].first, chunks.list[last - 1].last, small_words);
}

/// A name and, behind a comma, what a short form or an interview has there.
bool begins_with_name(Chunks const& chunks, Index at) {
    auto const& chunk = chunks.list[at];
    if (chunk.kind != ChunkKind::text) return chunk.kind == ChunkKind::ibid || chunk.kind == ChunkKind::idem;
    bool const pinpointed = at + 1 < chunks.list.size() &&
                            (chunks.list[at + 1].means("volume") || chunks.list[at + 1].means("page"));
    return (chunk.is(Trait::name) && at + 2 < chunks.list.size() &&
            (chunks.list[at + 1].kind == ChunkKind::comma || pinpointed)) ||
           (chunk.is(Trait::capitals) && pinpointed);
}

bool has_comma(Chunks const& chunks, Index first, Index last) {
    return std::any_of(chunks.list.begin() + first, chunks.list.begin() + last,
                       [](Chunk const& chunk) { return chunk.kind == ChunkKind::comma; });
}

/// "Page 316, line 37: …": the place that an endnote is keyed to.
bool is_line_of_page(Chunks const& chunks, Index at) {
    constexpr std::array lines = {std::string_view{"line"}, std::string_view{"lines"},
                                  std::string_view{"Zeile"}};
    auto const& list = chunks.list;
    return at + 4 < list.size() && list[at].kind == ChunkKind::level && list[at].means("page") &&
           list[at + 1].kind == ChunkKind::comma && list[at + 2].kind == ChunkKind::text &&
           has_word(chunks, list[at + 2].first, list[at + 2].first + 1, lines) &&
           list[at + 3].kind == ChunkKind::colon;
}

bool is_lead_phrase(Chunks const& chunks, Index first, Index colon) {
    auto const& head = chunks.list[first];
    if (colon + 1 >= chunks.list.size()) return false;
    auto const& behind = chunks.list[colon + 1];
    if (!behind.space_before || !may_begin_citation(behind)) return false;
    // "См.: «Совершенно секретно»: Лубянка — Сталину": behind "see" a title begins.
    bool const signalled = first > 0 && (chunks.list[first - 1].kind == ChunkKind::signal ||
                                         (first > 1 && chunks.list[first - 2].kind == ChunkKind::signal));
    if (head.kind == ChunkKind::quote && chunks.list[colon - 1].kind == ChunkKind::quote) return !signalled;
    bool const of_document =
        std::any_of(chunks.list.begin() + first, chunks.list.begin() + colon, names_documents);
    bool const in_sentence = begins_with_name(chunks, colon + 1) && !has_comma(chunks, first, colon) &&
                             is_in_sentence_case(chunks, first, colon) && is_english(chunks, first, colon);
    // "Mao on wanted list: Chang, p. 351": a small noun for a paper within a sentence names none.
    bool const begins_document = head.is(Trait::genre_head) || head.is(Trait::interview) ||
                                 head.is(Trait::collection) || head.is(Trait::repository);
    if (head.kind == ChunkKind::text && in_sentence && !begins_document && !head.is(Trait::digits) &&
        !head.is(Trait::reference))
        return true;
    if (head.kind != ChunkKind::text || of_document) return false;
    bool const goes_on = first > 0 && chunks.list[first - 1].kind == ChunkKind::semicolon;
    if (chunks.tokens[head.first].lower && !goes_on) return true;
    if (behind.kind == ChunkKind::text && behind.is(Trait::letter))
        return true;  // a letter has no title before it
    return in_sentence;
}

}  // namespace

void mark_lead_phrases(Chunks& chunks) {
    auto const size = static_cast<Index>(chunks.list.size());
    for (Index at = 0; at < size; ++at) {
        if (!begins_sentence(chunks, at)) continue;
        if (is_line_of_page(chunks, at)) {
            for (auto const end = at + 3; at < end; ++at) chunks.list[at].kind = ChunkKind::lead;
            continue;
        }
        auto const colon = colon_behind(chunks, at);
        if (colon == size || colon == at || !is_lead_phrase(chunks, at, colon)) continue;
        for (; at < colon; ++at) chunks.list[at].kind = ChunkKind::lead;
    }
}

}  // namespace fonds
