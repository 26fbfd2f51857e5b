// Words that lead to a citation or stand for one: signals, "ibid.".

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/fold_word.hpp"

namespace fonds {

using std::string_view;

namespace {

/// "Compare Porter, Manacles, 12, | with Scull, Solitary, 4": leads to the second work as "Compare" does to
/// the first.
PhraseMatch other_side(Chunks const& chunks, std::uint32_t at) {
    auto const written = [&](std::uint32_t token) { return chunks.word(token); };
    if (written(at) != "with" || !chunks.tokens[at + 1].upper) return {};
    for (auto chunk = chunks.list.rbegin(); chunk != chunks.list.rend(); ++chunk) {
        if (chunk->kind == ChunkKind::stop || chunk->kind == ChunkKind::semicolon) return {};
        if (chunk->kind != ChunkKind::signal) continue;
        auto const word = written(chunk->first);
        if (word == "Compare" || word == "compare" || word == "Contrast" || word == "contrast")
            return {chunk->phrase, 1};
        return {};
    }
    return {};
}

}  // namespace

/// "S. A. Kozlov", "C.F. Yong": initials, where "s. a." and "cf." are signals.
bool Chunker::is_spelled_in_capitals(PhraseMatch const& found) const {
    if (found.phrase->words.size() < 2) return are_dotted_capitals(at_);
    for (auto at = at_; at < at_ + found.size; ++at)
        if (!mark(at, '.') && !(token(at).upper && word(at).size() == 1)) return false;
    return true;
}

bool Chunker::signal(bool inside) {
    auto const& first = token(at_);
    if (!first.is(WordClass::signal) && !first.is(WordClass::conjunction) && first.kind != TokenKind::word)
        return false;
    auto found = find(at_, mask(WordClass::signal));
    if (!found.phrase && !out_.list.empty() &&
        (behind_comma_or_bracket() || out_.list.back().kind == ChunkKind::publication))
        found = other_side(out_, at_);
    if (!found.phrase || !token(at_ + found.size).exists() || is_spelled_in_capitals(found)) return false;
    if (!signal_may_stand(found, inside) || is_other_word(found)) return false;
    end_run();
    auto& chunk = add(ChunkKind::signal, at_, at_ + found.size);
    chunk.phrase = found.phrase;
    at_ += found.size;
    while (mark(at_, '.') && !token(at_).space_before) {
        chunk.last = ++at_;
        chunk.span.end = token(at_ - 1).span.end;
    }
    return true;
}

bool Chunker::behind_comma_or_bracket() const {
    return !out_.list.empty() &&
           (out_.list.back().kind == ChunkKind::comma || out_.list.back().kind == ChunkKind::aside);
}

/// "URL: https://…"
bool Chunker::leads_to_address(std::uint32_t at) const {
    auto address = mark(at, ':') ? at + 1 : at;
    if (mark(address, '<')) ++address;
    return token(address).kind == TokenKind::url;
}

/// Whether a signal may stand here: at the beginning of something, or by what stands around it. `inside`: it
/// was found within a run of words, where it may.
bool Chunker::signal_may_stand(PhraseMatch const& found, bool inside) const {
    if (inside || after_break() || found.size >= 2) return true;
    auto const& first = token(at_);
    auto const behind = at_ + found.size;
    auto const meaning = found.phrase->signal();
    if (meaning == "quoted" || leads_to_address(behind)) return true;
    // "StAZH C II 18, Nr. 8, Edition: UBZH, …"
    if (behind_comma_or_bracket() && meaning == "source" && mark(behind, ':')) return true;
    if (!first.lower || out_.list.empty()) return false;
    if (meaning == "see" && (behind_comma_or_bracket() || word(at_) == "with")) return true;
    auto const& before = out_.list.back();
    // "S. 140–146 sowie ders., Mandarine": behind the pages of a work, without a comma.
    constexpr std::size_t shortest = 5;
    bool const behind_work = before.means("page") || before.kind == ChunkKind::publication;
    if (behind_work && first.is(WordClass::signal) && word(at_).size() >= shortest &&
        (token(at_ + 1).upper || token(at_ + 1).is(WordClass::idem)))
        return true;
    // "… am 3. November 1973 vgl. AAPD 1973": what is spoken of ends with its day.
    return before.kind == ChunkKind::date && meaning == "see" && !first.is(WordClass::conjunction) &&
           token(mark(behind, '.') ? behind + 1 : behind).upper;
}

/// Whether a word that signals elsewhere is a label, a verb or a name here.
bool Chunker::is_other_word(PhraseMatch const& found) const {
    auto const& first = token(at_);
    auto const behind = at_ + found.size;
    auto const& next = token(behind);
    auto const meaning = found.phrase->signal();
    if (meaning == "copy" && found.phrase->words.size() == 1 && !leads_to_address(behind)) return true;
    // "por. 12" is a portfolio, "por. Kowalski" a reference.
    auto const& value = token(mark(behind, '.') ? behind + 1 : behind);
    if (found.size == 1 && first.is(WordClass::label) && value.digits) return true;
    // "1–22, especially 13–14": pages of the work before.
    if (found.size == 1 && points_to_place(at_) && (value.number || value.is(WordClass::label))) return true;
    // "first published in 1962"
    if (meaning == "published" && next.number && is_year(word(behind))) return true;
    // "Source: …", but "Источник" is a journal too.
    if (meaning == "source" && !next.is_mark(':')) return true;
    // "Compare" and "also" as words of a sentence do not stand before a small letter; "sowie ders.", "Voir la
    // lettre de …" do.
    if (!next.lower || found.size != 1 || meaning != "see" || word(at_) == "See" || word(at_) == "see" ||
        mark(at_ + 1, '.'))
        return false;
    auto const is_paper = [](Token const& noun) {
        return noun.is(WordClass::genre) || noun.is(WordClass::law);
    };
    bool const paper = is_paper(next) || (is_paper(token(behind + 1)) && after_break());
    return !paper && !next.is(WordClass::idem) && !next.is(WordClass::ibid);
}

/// "i. m." is what Hungarian notes write for "op. cit."; "i M. Petrov", "I. M. Pei" are names. Turkish
/// "a.g.e." in one word has its stops, or a capital within ("aaO"): "age" is a word.
bool Chunker::is_spelled(PhraseMatch const& found, std::uint32_t at) const {
    constexpr std::size_t shortest = 5;
    if (found.phrase->words.size() < 2 && found.phrase->is(WordClass::op_cit))
        return word(at).size() > shortest || word(at).find('.') != string_view::npos ||
               has_upper_after(word(at), 1) || word(at) == "cit";
    return found.phrase->words.size() < 2 || word(at).size() > 1 || word(at) == "a" ||
           (token(at).lower && mark(at + 1, '.'));
}

/// "I.B. Tauris": initials, where "i.b." or "Ib." is ibidem.
bool Chunker::are_dotted_capitals(std::uint32_t at) const {
    return token(at).all_upper && word(at).find('.') != string_view::npos;
}

bool Chunker::ibid() {
    auto const found = find(at_, mask(WordClass::ibid) | mask(WordClass::idem) | mask(WordClass::op_cit));
    if (!found.phrase || !is_spelled(found, at_)) return false;
    auto kind = found.phrase->is(WordClass::ibid)   ? ChunkKind::ibid
                : found.phrase->is(WordClass::idem) ? ChunkKind::idem
                                                    : ChunkKind::op_cit;
    if (kind == ChunkKind::ibid && are_dotted_capitals(at_)) return false;
    // "AGM 84" is a shelfmark, "agm, s. 84" the article told before.
    if (kind == ChunkKind::op_cit && found.size == 1 && token(at_).all_upper) return false;
    auto const& next = token(at_ + found.size);
    // Short words ("id", "ib", "uo") only with a stop or comma, so that no word of prose is taken.
    // "ibid para 54", "Ibid 12": or before a place.
    bool const placed = (next.number || (next.is(WordClass::label) && !next.upper));
    bool const marked =
        !next.exists() || placed || next.kind == TokenKind::mark || next.kind == TokenKind::close;
    if (!marked && found.phrase->words.size() == 1 && word(at_).size() <= 4) return false;
    add(kind, at_, at_ + found.size);
    at_ += found.size;
    // "in this volume.": the stop of the sentence, of no abbreviation.
    constexpr std::size_t longest_abbreviation = 3;
    bool const whole = kind == ChunkKind::op_cit && count_code_points(word(at_ - 1)) > longest_abbreviation;
    if (!whole && mark(at_, '.') && !token(at_).space_before) {
        auto& chunk = out_.list.back();
        bool const last = !token(at_ + 1).exists() || (is_stop(at_) && kind == ChunkKind::ibid);
        chunk.span.end = token(at_).span.end;
        chunk.last = at_ + 1;
        ++at_;
        if (last && token(at_).exists()) {
            // The stop of "Ibid." also ends the sentence.
            auto& stop = add(ChunkKind::stop, at_ - 1, at_);
            stop.span = {stop.span.end, stop.span.end};
            stop.inner = stop.span;
        }
    }
    return true;
}

}  // namespace fonds
