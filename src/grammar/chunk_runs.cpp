// Runs of words without a separator, once they have ended: what of them leads to a citation, and what is one.

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/word_shape.hpp"

namespace fonds {

using std::string_view;

void Chunker::end_run() {
    if (run_ == no_token) return;
    auto const first = run_;
    auto last = at_;
    run_ = no_token;
    if (last <= first) return;
    split_lead(first, last);
}

/// Whether the tokens [first, last) are words of a sentence, not of a title or a letter's head.
bool Chunker::is_prose(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t words = 0, small = 0;
    bool verb = false;
    for (auto at = first; at < last; ++at) {
        auto const& item = token(at);
        if (item.kind != TokenKind::word) continue;
        ++words;
        if (item.lower) ++small;
        verb = verb || (item.is(WordClass::verb) && item.lower);
        if (item.is(WordClass::direction) && item.lower && at + 1 < last && token(at + 1).upper) return false;
    }
    return verb || (words >= 3 && small * 2 > words) ||
           (words > 0 && small == words && token(last - 1).is(WordClass::in));
}

bool Chunker::has_verb(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first; at < last; ++at)
        if (token(at).lower && token(at).is(WordClass::verb)) return true;
    return false;
}

/// ", December 15, 1889": what a newspaper's name has behind it.
bool Chunker::day_follows(std::uint32_t at) const {
    auto const read = mark(at, ',') ? read_date(out_.tokens, out_.text, at + 1) : std::nullopt;
    return read && read->date.start.day != 0 && read->date.start.year != 0;
}

/// The words [first, cut) as text of their own; `first` goes on behind them. Nothing where `cut` is none.
void Chunker::part_words(std::uint32_t& first, std::uint32_t cut) {
    if (cut == no_token || cut == first) return;
    add_text(first, cut);
    first = cut;
}

/// Prose before a citation in the same element: "There is a good section in | William Dinwiddie".
void Chunker::split_lead(std::uint32_t first, std::uint32_t last) {
    while (first < last) {
        if (inverted_author(first, last) || author_before_article(first, last) || given_name(first, last) ||
            family_before_short_title(first, last))
            return;
        auto const behind = holding_in_prose(first, last);
        if (behind == first) break;
        first = behind;
    }
    if (first == last) return;
    if (piece_before_letter(first, last)) part_words(first, first + 2);
    bool const sentence = sentence_may_begin(first);
    if (sentence && (helped_author(first, last) || author_in_sentence(first, last))) return;
    if (sentence) part_words(first, behind_lead_words(first, last));
    part_words(first, work_behind_sentence(first, last, sentence));
    // "…, 13 March 1947, and the | Daily Worker, 14 March 1947"
    if (sentence && is_article_of_paper(first, last)) part_words(first, first + 1);
    bool letter = false;
    auto cut = sentence && last - first >= 3 ? lead_end(first, last, letter) : no_token;
    // "The remarks also appeared in the Omaha Daily Bee, December 15, 1889": the article is prose.
    if (cut != no_token && is_article_of_paper(cut, last)) ++cut;
    if (cut == no_token && sentence) {
        // "Mit | Schreiben v. 3. 5. 1862", "Mit | Ah. E.": a sentence begins with the paper that tells of it.
        if (first + 1 < last && word(first) == "Mit" && token(first + 1).upper &&
            find(first + 1, mask(WordClass::genre)).phrase)
            part_words(first, first + 1);
        cut = genre_behind_prose(first, last);
        if (cut == no_token) cut = reference_behind_prose(first, last);
    }
    if (cut != no_token && is_lead(first, cut, last, letter)) part_words(first, cut);
    bool const own_work = sentence && leads_to_own_work(first, last);
    // "For his view, | compare | his oral history, “Reminiscences”"
    if (auto const signal = own_work ? find(first, mask(WordClass::signal)) : PhraseMatch{};
        signal.size == 1 && token(first).lower) {
        add(ChunkKind::signal, first, first + 1).phrase = signal.phrase;
        ++first;
    }
    auto& words = add_text(first, last);
    if (own_work) words.set(Trait::verb);
}

/// Whether prose that leads to a citation may begin at a run's first word.
bool Chunker::sentence_may_begin(std::uint32_t first) const {
    if (out_.list.empty()) return true;
    switch (out_.list.back().kind) {
        case ChunkKind::ibid: return token(first).upper;
        case ChunkKind::stop:
        case ChunkKind::signal:
        case ChunkKind::open:
        case ChunkKind::comma:
        case ChunkKind::semicolon:
        case ChunkKind::conjunction: return true;
        default: return false;
    }
}

/// "Weitere Unterlagen dazu in | B 150/203 | befinden sich": a holding among words. The token behind it;
/// `first` where none stands there.
std::uint32_t Chunker::holding_in_prose(std::uint32_t first, std::uint32_t last) {
    for (auto at = first; at < last; ++at) {
        auto const end = holding_end(out_, at, last);
        bool const apart = at == first || token(at - 1).lower || word(at) == "NL";
        if (end == at || !apart || (at == first && end == last)) continue;
        if (at > first) add_text(first, at);
        add_text(at, end);
        return end;
    }
    return first;
}

/// "PRO CO 822/3117 | Malcolm MacDonald to Duncan Sandys": no separator stands behind a piece's number.
bool Chunker::piece_before_letter(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t shortest = 5;
    auto const& tokens = out_.tokens;
    if (last - first < shortest || !tokens[first].is(WordClass::department) || !tokens[first].all_upper ||
        !tokens[first + 1].digits || word(first + 1).find('/') == string_view::npos ||
        !tokens[first + 2].upper || tokens[first + 2].digits)
        return false;
    for (auto at = first + 3; at + 1 < last; ++at)
        if (tokens[at].lower && tokens[at].is(WordClass::direction) && tokens[at + 1].upper)
            return reads_as_names(out_, first + 2, at);
    return false;
}

}  // namespace fonds
