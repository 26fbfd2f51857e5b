// Words that join the parts of a citation: "in", "and", "s.v.", "accessed", "in possession of".

#include <algorithm>

#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

/// "accessed May 4, 2018", "Zugriff am 3. Mai 2019", without brackets.
bool Chunker::accessed() {
    auto const found = find(at_, mask(WordClass::accessed));
    if (!found.phrase) return false;
    auto at = at_ + found.size;
    if (mark(at, ':')) ++at;
    auto read = read_date(out_.tokens, out_.text, at);
    if (!read || read->date.start.year == 0) return false;
    auto const end = before_address(read->end);
    auto& chunk = add(ChunkKind::accessed, at_, end);
    chunk.date = keep(std::move(read->date));
    at_ = end;
    return true;
}

/// "retrieved May 12, 2019, from https://…": the address behind a small word, where one follows; else `at`.
std::uint32_t Chunker::before_address(std::uint32_t at) const {
    auto const lead = mark(at, ',') ? at + 1 : at;
    bool const leads = token(lead).kind == TokenKind::word && token(lead).lower;
    return leads && token(lead + 1).kind == TokenKind::url ? lead + 1 : at;
}

/// The end of "s.v.", "s. v.", "s.vv." that begin at a token; the token where they do not.
std::uint32_t Chunker::under_word_end(std::uint32_t at) const {
    auto const stopped = [this](std::uint32_t end) { return mark(end, '.') ? end + 1 : end; };
    auto const written = word(at);
    if (written == "s.v" || written == "s.vv") return stopped(at + 1);
    // "Dict. Nat. Biog., art. ‘Lambert’"
    if (written == "art" && mark(at + 1, '.') && token(at + 2).kind == TokenKind::quote_open) return at + 2;
    bool const spaced = written == "s" && mark(at + 1, '.') &&
                        (word(at + 2) == "v" || word(at + 2) == "vv") && mark(at + 3, '.');
    return spaced ? stopped(at + 3) : at;
}

bool Chunker::connector() {
    if (token(at_).kind != TokenKind::word) return false;
    if (others() || under_word() || in_book()) return true;
    return is_word_in() ? in_container() : conjunction() || on_file();
}

/// "s.v. “Nonalignment”": in the encyclopaedia, under the word.
bool Chunker::under_word() {
    auto const end = under_word_end(at_);
    if (end == at_ || out_.list.empty()) return false;
    add(ChunkKind::in, at_, end);
    at_ = end;
    return true;
}

/// "В кн.: Холодная война"
bool Chunker::in_book() {
    auto const words = token(at_).is(WordClass::in) ? find(at_, mask(WordClass::in)).size : 0;
    auto const stop = at_ + words;
    if (words < 2 || !mark(stop, '.') || !mark(stop + 1, ':') || out_.list.empty()) return false;
    auto& chunk = add(ChunkKind::in, at_, stop + 2);
    chunk.colon = true;
    if (token(at_).upper) chunk.set(Trait::upper);
    at_ = stop + 2;
    return true;
}

/// Whether "in" may lead to what holds a work: "w", "u", "i" are other words too; before a colon or behind a
/// title in marks they are this one.
bool Chunker::is_word_in() const {
    auto const& list = out_.list;
    auto const& first = token(at_);
    bool const before_colon = mark(at_ + 1, ':');
    if (!first.is(WordClass::in) || !(first.lower || first.han || before_colon || word(at_) == "In"))
        return false;
    bool const behind_title = list.size() > 1 && list.back().kind == ChunkKind::comma &&
                              list[list.size() - 2].kind == ChunkKind::quote && token(at_ + 1).upper;
    return count_code_points(word(at_)) > 1 || first.han || before_colon || behind_title;
}

bool Chunker::in_container() {
    auto const& next = token(at_ + 1);
    // "In" at the start of a sentence is prose unless a citation stands before it.
    if (out_.list.empty() || !next.exists()) return false;
    auto const before = out_.list.back().kind;
    if (before == ChunkKind::stop && next.kind == TokenKind::word && next.digits) return false;
    // "On Communism: In Defense of the New Course": a subtitle's first word.
    if (before == ChunkKind::colon && word(at_) == "In" && !next.is_mark(':')) return false;
    auto end = at_ + std::max(1U, find(at_, mask(WordClass::in)).size);
    // "in his Russian Thinkers": whose volume it is, is no word of its title.
    if (is_possessive_pronoun(end) && token(end + 1).upper) ++end;
    bool const colon = mark(end, ':');
    if (colon) ++end;
    auto& chunk = add(ChunkKind::in, at_, end);
    chunk.colon = colon;
    if (token(at_).upper) chunk.set(Trait::upper);
    at_ = end;
    return true;
}

bool Chunker::conjunction() {
    auto const& first = token(at_);
    if (!first.is(WordClass::conjunction)) return false;
    // "l. 3. And RGANI, f. 5, …": a capital begins a sentence, which an archive follows.
    bool const before_archive = first.upper && after_break() && token(at_ + 1).upper &&
                                find(at_ + 1, mask(WordClass::archive)).phrase;
    bool const joins = (first.lower || word(at_) == "&") && !out_.list.empty();
    if (!joins && !before_archive) return false;
    add(ChunkKind::conjunction, at_, at_ + 1);
    ++at_;
    return true;
}

bool Chunker::on_file() {
    auto const found = find(at_, mask(WordClass::on_file));
    if (!found.phrase) return false;
    auto const& next = token(at_ + found.size);
    auto const end = next.upper && next.kind == TokenKind::word ? at_ + found.size : element_end(at_);
    add(ChunkKind::on_file, at_, end);
    at_ = end;
    return true;
}

}  // namespace fonds
