// Walks the tokens once: separators and classed elements become chunks, the words between them text runs.

#include "grammar/chunker.hpp"

#include <algorithm>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/direction.hpp"
#include "grammar/inverted_names.hpp"

namespace fonds {

using std::string_view;

Chunker::Chunker(string_view text, Lexicon const& lexicon) : lexicon_(lexicon) {
    out_.text = text;
    out_.tokens = lex(text, lexicon);
    drop_destinations(out_.tokens, text);
    spaced_ = text.find(" , ") != string_view::npos;
    listed_ = text.find(" // ") != string_view::npos || text.find(" : ") != string_view::npos;
    for (std::uint32_t at = 1; at + 1 < out_.tokens.size() && !listed_; ++at)
        listed_ = parts_year_and_volume(at) || pages_behind_stop(at) || spans_by_long_dash(at);
    out_.list.reserve(out_.tokens.size() / 2 + 4);
}

/// "1948;2:769–82": medicine writes year, semicolon, volume, colon, pages.
bool Chunker::parts_year_and_volume(std::uint32_t at) const {
    auto const& next = token(at + 1);
    return at > 0 && mark(at, ';') && is_year(word(at - 1)) && next.digits && !next.space_before;
}

/// "Hamburg, 1957. S. 12": Russian notes part a year and a page by a stop, whatever the work's language.
bool Chunker::pages_behind_stop(std::uint32_t at) const {
    if (at == 0 || !mark(at, '.') || !is_year(word(at - 1)) || !mark(at + 2, '.')) return false;
    auto const& label = token(at + 1);
    return label.upper && label.is(WordClass::label) && token(at + 3).digits;
}

/// "p. 92—104": Russian notes put the long dash between pages, whatever the work's language.
bool Chunker::spans_by_long_dash(std::uint32_t at) const {
    return token(at).number && word(at).find("\u2014") != string_view::npos && mark(at - 1, '.') && at > 1 &&
           token(at - 2).lower && token(at - 2).is(WordClass::label);
}

Chunks Chunker::run() {
    while (token(at_).exists()) step();
    end_run();
    mark_beginnings();
    join_by_semicolons();
    return std::move(out_);
}

std::int32_t Chunker::keep(Date date) {
    out_.dates.push_back(std::move(date));
    return static_cast<std::int32_t>(out_.dates.size()) - 1;
}

Chunk& Chunker::add(ChunkKind kind, std::uint32_t first, std::uint32_t last) {
    Chunk chunk;
    chunk.kind = kind;
    chunk.first = first;
    chunk.last = last;
    chunk.span = {token(first).span.begin, token(last - 1).span.end};
    chunk.inner = chunk.span;
    chunk.space_before = token(first).space_before;
    out_.list.push_back(chunk);
    return out_.list.back();
}

Chunk& Chunker::add_text(std::uint32_t first, std::uint32_t last) {
    auto& chunk = add(ChunkKind::text, first, last);
    classify(chunk, out_, lexicon_);
    return chunk;
}

void Chunker::step() {
    auto const& item = token(at_);
    if (item.kind == TokenKind::url) {
        end_run();
        add(ChunkKind::url, at_, at_ + 1);
        ++at_;
        return;
    }
    if (separator(item) || quotation() || imprint_in_brackets() || group()) return;
    if (run_ == no_token ? element_start() : inside_run()) return;
    // No sentence goes on longer without a mark; the words of a run are looked at from each other.
    constexpr std::uint32_t longest_run = 512;
    if (run_ != no_token && at_ - run_ >= longest_run) end_run();
    if (run_ == no_token) run_ = at_;
    ++at_;
}

void Chunker::close_bracket() {
    end_run();
    bool const quotes = token(at_).kind == TokenKind::quote_close;
    add(quotes ? ChunkKind::mark : ChunkKind::close, at_, at_ + 1);
    if (!quotes && !open_.empty()) {
        out_.list[open_.back()].close = static_cast<std::uint32_t>(out_.list.size() - 1);
        open_.pop_back();
    }
    ++at_;
}

/// Whether the stop at hand, which ends no sentence, stands between an archive and its levels:
/// "ERA.R-3.3.45", "f. 558. op. 1".
bool Chunker::parts_levels() const {
    if (out_.list.empty()) return false;
    auto const& before = out_.list.back();
    auto const& next = token(at_ + 1);
    if (!next.exists()) return false;
    return before.kind == ChunkKind::archive
               ? !next.space_before && next.digits
               : before.kind == ChunkKind::level && before.is(Trait::digits) && next.is(WordClass::label);
}

/// Whether the mark at hand stands within words and parts nothing. `stop`: it ends a sentence.
bool Chunker::is_mark_of_words(bool stop) const {
    if (run_ == no_token) return false;
    auto const& next = token(at_ + 1);
    switch (token(at_).mark) {
        case ',':
            // "Zeitschrift für Sozial-, Wirtschafts- und Rechtsgeschichte"
            if (word(at_ - 1).ends_with('-')) return true;
            // "Oscar E. Anderson, Jr., A History": the suffix belongs to the name.
            return next.is(WordClass::suffix) && next.upper && (mark(at_ + 2, '.') || mark(at_ + 2, ',')) &&
                   reads_as_names(out_, run_, at_) &&
                   !(next.roman && (at_ - run_ == 1 ||          // "ed. Hasler, III, p. 5"
                                    (token(at_ + 3).number)));  // "Perlman and Taft, IV, 515"
        case '!': return !ends_listed_title();
        // "Title / под ред. …": a slash between spaces parts title and people.
        case '|': return !(token(at_).space_before && next.space_before);
        case '.': return !stop;  // of an abbreviation
        default: return false;
    }
}

/// "Title! Subtitle" in lists of literature.
bool Chunker::ends_listed_title() const { return listed_ && token(at_ + 1).upper; }

/// The stop of an abbreviation belongs to the chunk that it ends.
bool Chunker::abbreviation_stop() {
    if (out_.list.empty()) return false;
    auto& chunk = out_.list.back();
    switch (chunk.kind) {
        case ChunkKind::text:
        case ChunkKind::archive:
        case ChunkKind::ibid:
        case ChunkKind::role:
        case ChunkKind::op_cit:
        case ChunkKind::signal:
        case ChunkKind::idem:
        case ChunkKind::edition:
        case ChunkKind::date: break;
        default: return false;
    }
    chunk.span.end = token(at_).span.end;
    chunk.last = ++at_;
    return true;
}

ChunkKind Chunker::kind_of_mark(bool stop) const {
    switch (token(at_).mark) {
        case ',': return ChunkKind::comma;
        case ';': {
            // "Magnalia Christi Americana; or, The Ecclesiastical History": a title's second half.
            bool const in_title = word(at_ + 1) == "or" && mark(at_ + 2, ',');
            return in_title || parts_year_and_volume(at_) ? ChunkKind::comma : ChunkKind::semicolon;
        }
        case ':': return ChunkKind::colon;
        case '/': return ChunkKind::slashes;
        case '-': return ChunkKind::dash;
        case '!': return ends_listed_title() ? ChunkKind::stop : ChunkKind::mark;
        case '.': return stop ? ChunkKind::stop : parts_levels() ? ChunkKind::comma : ChunkKind::mark;
        default: return ChunkKind::mark;
    }
}

bool Chunker::separator(Token const& sign) {
    if (sign.kind == TokenKind::close || sign.kind == TokenKind::quote_close) {
        close_bracket();
        return true;
    }
    if (sign.kind != TokenKind::mark) return false;
    bool const stop = sign.mark == '.' && is_stop(at_);
    if (is_mark_of_words(stop)) {
        ++at_;
        return true;
    }
    if (sign.mark == '.' && !stop && !parts_levels() && abbreviation_stop()) return true;
    end_run();
    // "Dokumente, # 100": the sign of the number behind it is no chunk.
    bool const number_sign = sign.mark == '*' && word(at_) == "#" && token(at_ + 1).number;
    if (!number_sign) add(kind_of_mark(stop), at_, at_ + 1).stroke = sign.mark == '|';
    ++at_;
    return true;
}

bool Chunker::element_start() {
    bool const numbers_first = out_.list.size() > 1 && out_.list[out_.list.size() - 2].label_last;
    if (numbers_first && label_after_value()) return true;
    if (token(at_).is(WordClass::kept_sign)) return kept_sign();
    return counter() || page_count() || year_of_files() || ibid() || signal() || provenance() || accessed() ||
           edition() || role() || thesis() || imprint() || archive() || date() || year_of_periodical() ||
           level() || label_after_value() || level_by_unknown_label() || bare_number() || connector();
}

std::span<Token const> Chunks::tokens_in(Span span) const {
    auto const begins_before = [](Token const& token, std::size_t place) { return token.span.begin < place; };
    auto const first = std::lower_bound(tokens.begin(), tokens.end(), span.begin, begins_before);
    return {first, std::lower_bound(first, tokens.end(), std::max(span.begin, span.end), begins_before)};
}

bool begins_sentence(Chunks const& chunks, std::size_t at) {
    return at == 0 || chunks.list[at - 1].kind == ChunkKind::stop ||
           chunks.list[at - 1].kind == ChunkKind::semicolon;
}

bool has_word(Chunks const& chunks, std::uint32_t first, std::uint32_t last,
              std::span<string_view const> words) {
    return std::any_of(chunks.tokens.begin() + first, chunks.tokens.begin() + last, [&](Token const& token) {
        return contains(words, fold_word(slice(chunks.text, token.span)));
    });
}

Chunks chunk(string_view text, Lexicon const& lexicon) {
    auto chunks = Chunker(text, lexicon).run();
    join_inverted_names(chunks);
    mark_lead_phrases(chunks);
    return chunks;
}

}  // namespace fonds
