// Walks the tokens once: separators and classed elements become chunks, the words between them text runs.

#include "grammar/chunker.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

Chunker::Chunker(string_view text, Lexicon const& lexicon) : lexicon_(lexicon) {
    out_.text = text;
    out_.tokens = lex(text, lexicon);
    out_.list.reserve(out_.tokens.size() / 2 + 4);
}

Chunks Chunker::run() {
    while (at_ < out_.tokens.size()) step();
    end_run();
    mark_beginnings();
    return std::move(out_);
}

Chunk& Chunker::add(ChunkKind kind, std::uint32_t first, std::uint32_t last) {
    Chunk chunk;
    chunk.kind = kind;
    chunk.first = first;
    chunk.last = last;
    chunk.span = {out_.tokens[first].span.begin, out_.tokens[last - 1].span.end};
    chunk.inner = chunk.span;
    chunk.space_before = out_.tokens[first].space_before;
    out_.list.push_back(chunk);
    return out_.list.back();
}

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
        auto const& token = out_.tokens[at];
        if (token.kind != TokenKind::word) continue;
        ++words;
        if (token.lower) ++small;
        verb = verb || (token.is(WordClass::verb) && token.lower);
        if (token.is(WordClass::direction) && token.lower && at + 1 < last && out_.tokens[at + 1].upper) return false;
    }
    return verb || (words >= 3 && small * 2 > words);
}

/// "The cable was summarized in a | memorandum of conversation between …".
std::uint32_t Chunker::genre_behind_prose(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 2; at + 1 < last; ++at) {
        if (!(out_.tokens[at].kind == TokenKind::word && out_.tokens[at].lower && out_.tokens[at].is(WordClass::lead))) continue;
        auto next = at + 1;
        while (next + 1 < last && (word(next) == "a" || word(next) == "an" || word(next) == "the" || word(next) == "his")) ++next;
        if (out_.tokens[next].is(WordClass::genre) && is_prose(first, next)) return next;
    }
    return no_token;
}

/// Prose before a citation in the same element: "There is a good section in | William Dinwiddie".
void Chunker::split_lead(std::uint32_t first, std::uint32_t last) {
    auto const& tokens = out_.tokens;
    if (place_and_year(first, last) || inverted_author(first, last)) return;
    bool const sentence = out_.list.empty() || out_.list.back().kind == ChunkKind::stop ||
                          out_.list.back().kind == ChunkKind::signal || out_.list.back().kind == ChunkKind::open ||
                          out_.list.back().kind == ChunkKind::comma;
    std::uint32_t cut = no_token;
    if (sentence && last - first >= 3)
        for (auto at = last - 1; at > first; --at) {
            auto const& token = tokens[at];
            if (token.kind == TokenKind::word && token.lower && word(at) == "the") continue;
            if (token.kind == TokenKind::word && token.lower && !token.is(WordClass::particle) &&
                !(token.is(WordClass::conjunction))) {
                if ((token.is(WordClass::lead) || token.is(WordClass::verb)) && at + 1 < last) cut = at + 1;
                break;
            }
            if (token.kind == TokenKind::word && token.lower && token.is(WordClass::lead) && at + 1 < last) {
                cut = at + 1;
                break;
            }
        }
    if (cut == no_token && sentence) cut = genre_behind_prose(first, last);
    if (cut != no_token && tokens[first].kind == TokenKind::word && is_prose(first, cut)) {
        classify(add(ChunkKind::text, first, cut), out_, lexicon_);
        first = cut;
    }
    classify(add(ChunkKind::text, first, last), out_, lexicon_);
}

/// "München 2007", "Wien/Leipzig 1934": place and year of a book without brackets.
bool Chunker::place_and_year(std::uint32_t first, std::uint32_t last) {
    if (out_.list.empty() || last - first < 2 || !is_year(word(last - 1))) return false;
    auto const before = out_.list.back().kind;
    if (before != ChunkKind::comma && before != ChunkKind::stop && before != ChunkKind::aside && before != ChunkKind::role)
        return false;
    auto at = first;
    while (at + 1 < last) {
        auto const place = find(at, mask(WordClass::place));
        if (!place.phrase || !out_.tokens[at].upper || at + place.size >= last) return false;
        at += place.size;
        // "u. a." stands for more places.
        while (at + 1 < last && (out_.tokens[at].kind == TokenKind::mark || word(at) == "u" || word(at) == "a")) ++at;
    }
    auto read = read_date(out_.tokens, out_.text, last - 1);
    if (!read) return false;
    auto& chunk = add(ChunkKind::publication, first, last);
    chunk.set(Trait::publisher);
    chunk.set(Trait::place);
    chunk.has_year = true;
    chunk.date = static_cast<std::int32_t>(out_.dates.size());
    out_.dates.push_back(std::move(read->date));
    return true;
}

/// "Зубкова Е. Ю. Прибалтика и Кремль": Russian lists put the family name first and the title behind the
/// initials without a comma.
bool Chunker::inverted_author(std::uint32_t first, std::uint32_t last) {
    auto const& tokens = out_.tokens;
    if (last - first < 5 || !tokens[first].upper || script_of(decode(word(first), 0).value) != Script::cyrillic ||
        count_code_points(word(first)) < 3)
        return false;
    auto at = first + 1;
    while (at + 1 < last && tokens[at].kind == TokenKind::word && tokens[at].upper && count_code_points(word(at)) <= 2 &&
           mark(at + 1, '.'))
        at += 2;
    if (at < first + 3 || at >= last || !tokens[at].upper) return false;
    classify(add(ChunkKind::text, first, at), out_, lexicon_);
    auto& stop = add(ChunkKind::stop, at - 1, at);
    stop.span = {stop.span.end, stop.span.end};
    stop.inner = stop.span;
    classify(add(ChunkKind::text, at, last), out_, lexicon_);
    return true;
}

/// Whether the stop at token `at` ends a sentence or an element, not an abbreviation.
bool Chunker::is_stop(std::uint32_t at) const {
    if (at + 1 >= out_.tokens.size()) return true;
    auto const& next = out_.tokens[at + 1];
    if (next.kind == TokenKind::mark && next.mark == '.') return false;
    if (!next.space_before && next.kind != TokenKind::close && next.kind != TokenKind::quote_close) {
        // A sentence of Han or kana has no spaces.
        return slice(out_.text, out_.tokens[at].span) != ".";
    }
    if (next.kind == TokenKind::mark && (next.mark == ',' || next.mark == ';' || next.mark == ':')) return false;
    if (next.kind == TokenKind::close) return false;
    if (next.kind == TokenKind::mark && next.mark == '-') return true;
    if (at == 0) return true;
    auto const& before = out_.tokens[at - 1];
    if (before.kind != TokenKind::word) return true;
    if (next.lower) return false;
    auto const written = slice(out_.text, before.span);
    if (before.upper && count_code_points(written) == 1) return next.kind == TokenKind::url;
    if (before.digits && next.digits && written.size() <= 2) return false;
    // "L.H. Oswald", "O.F. 268": initials.
    if (before.upper && written.size() <= 8 && written.find('.') != string_view::npos && !before.digits)
        return next.kind == TokenKind::url || (next.upper && next.is(WordClass::signal));
    if (before.is(WordClass::abbreviation) || before.is(WordClass::rank)) {
        // "pp. 9-24" goes on, "… and Co. See" ends.
        bool const signal = next.kind == TokenKind::word && next.upper && next.is(WordClass::signal);
        return signal || next.kind == TokenKind::url;
    }
    return true;
}

bool Chunker::at_boundary(std::uint32_t at) const {
    if (at >= out_.tokens.size()) return true;
    auto const& token = out_.tokens[at];
    return token.kind == TokenKind::mark || token.kind == TokenKind::close || token.kind == TokenKind::open ||
           token.kind == TokenKind::url || token.kind == TokenKind::quote_open ||
           token.kind == TokenKind::quote_close;
}

/// Whether a new element begins here.
bool Chunker::after_break() const {
    if (out_.list.empty()) return true;
    switch (out_.list.back().kind) {
        case ChunkKind::stop: case ChunkKind::semicolon: case ChunkKind::open: case ChunkKind::signal:
        case ChunkKind::colon: case ChunkKind::dash: case ChunkKind::slashes: case ChunkKind::mark:
        case ChunkKind::conjunction: return true;
        default: return false;
    }
}

std::uint32_t Chunker::sentence_end(std::uint32_t at) const {
    constexpr std::uint32_t reach = 160;
    auto const end = std::min<std::uint32_t>(static_cast<std::uint32_t>(out_.tokens.size()), at + reach);
    for (; at < end; ++at) {
        auto const& token = out_.tokens[at];
        if (token.is_mark('.') && is_stop(at)) return at;
        if (token.is_mark(';') || token.kind == TokenKind::url || token.kind == TokenKind::close) return at;
    }
    return end;
}

void Chunker::step() {
    auto const& token = out_.tokens[at_];
    if (token.kind == TokenKind::url) {
        end_run();
        add(ChunkKind::url, at_, at_ + 1);
        ++at_;
        return;
    }
    if (separator(token) || quotation() || group()) return;
    if (run_ == no_token ? element_start() : inside_run()) return;
    if (run_ == no_token) run_ = at_;
    ++at_;
}

bool Chunker::separator(Token const& token) {
    if (token.kind == TokenKind::close || token.kind == TokenKind::quote_close) {
        end_run();
        auto& chunk = add(token.kind == TokenKind::close ? ChunkKind::close : ChunkKind::mark, at_, at_ + 1);
        if (chunk.kind == ChunkKind::close && !open_.empty()) {
            out_.list[open_.back()].close = static_cast<std::uint32_t>(out_.list.size() - 1);
            open_.pop_back();
        }
        ++at_;
        return true;
    }
    if (token.kind != TokenKind::mark) return false;
    ChunkKind kind = ChunkKind::mark;
    switch (token.mark) {
        case ',': kind = ChunkKind::comma; break;
        case ';': kind = ChunkKind::semicolon; break;
        case ':': kind = ChunkKind::colon; break;
        case '/': kind = ChunkKind::slashes; break;
        case '-': kind = ChunkKind::dash; break;
        case '!': case '|':
            if (run_ != no_token) {
                ++at_;
                return true;
            }
            break;
        case '.':
            if (!is_stop(at_)) {
                // The stop of an abbreviation belongs to its words.
                if (run_ == no_token && !out_.list.empty() && out_.list.back().kind != ChunkKind::comma) {
                    auto& last = out_.list.back();
                    if (last.kind == ChunkKind::text || last.kind == ChunkKind::archive || last.kind == ChunkKind::ibid ||
                        last.kind == ChunkKind::role || last.kind == ChunkKind::op_cit || last.kind == ChunkKind::signal ||
                        last.kind == ChunkKind::idem || last.kind == ChunkKind::edition) {
                        last.last = at_ + 1;
                        last.span.end = token.span.end;
                        ++at_;
                        return true;
                    }
                }
                if (run_ != no_token) {
                    ++at_;
                    return true;
                }
            } else {
                kind = ChunkKind::stop;
            }
            break;
        default: break;
    }
    end_run();
    add(kind, at_, at_ + 1);
    ++at_;
    return true;
}

bool Chunker::element_start() {
    bool const numbers_first = !out_.list.empty() && out_.list.size() > 1 && out_.list[out_.list.size() - 2].label_last;
    if (numbers_first && label_after_value()) return true;
    return ibid() || signal() || provenance() || role() || edition() || archive() || date() || level() ||
           label_after_value() || bare_number() || connector();
}

/// What ends a text run in its middle without a separator.
bool Chunker::inside_run() {
    auto const& token = out_.tokens[at_];
    if (token.kind != TokenKind::word) return false;
    if (auto const read = read_date(out_.tokens, out_.text, at_);
        read && read->date.start.year != 0 && (read->date.start.month != 0 || read->date.start.season != 0)) {
        end_run();
        accept_date(at_, read->end, read->date);
        return true;
    }
    // "Brief v. 5. 7. 1865": the preposition stands before the date.
    if (word(at_) == "v" && mark(at_ + 1, '.') && at_ + 2 < out_.tokens.size()) {
        auto const from = at_ + 2;
        if (auto const read = read_date(out_.tokens, out_.text, from); read && read->date.start.day != 0 && read->date.start.year != 0) {
            at_ = from;
            end_run();
            accept_date(from, read->end, read->date);
            return true;
        }
    }
    // "München 2007", "Wien/Leipzig 1934": a place and its year.
    if (token.number && is_year(word(at_)) && at_boundary(at_ + 1) && place_run()) {
        end_run();
        return date();
    }
    if (token.number && (word(at_ + 1) == "f" || word(at_ + 1) == "ff") && mark(at_ + 2, '.')) {
        end_run();
        return bare_number();
    }
    // "correspondence in Huxley, box 13": the form, and where it is.
    if (token.is(WordClass::in) && token.lower && at_ - run_ <= 2 && out_.tokens[at_ - 1].is(WordClass::genre) &&
        this->token(at_ + 1) && this->token(at_ + 1)->upper) {
        end_run();
        return connector();
    }
    if (token.is(WordClass::editor) && token.lower && mark(at_ + 1, '.') && reads_as_names(out_, run_, at_)) {
        end_run();
        return role();
    }
    if (token.is(WordClass::signal) && token.lower && at_ > run_) {
        auto const found = find(at_, mask(WordClass::signal));
        auto const next = found.phrase ? this->token(at_ + found.size) : nullptr;
        bool const plain = word(at_) == "see" && next && (next->upper || word(at_ + found.size) == "the" || next->kind == TokenKind::quote_open);
        if (found.phrase && ((found.size >= 2 && found.phrase->signal != "see") || plain)) {
            end_run();
            return signal(true);
        }
    }
    if (token.is(WordClass::label)) return level();
    // "while GARF, f. 5446": an abbreviation of an archive behind words of prose.
    if (token.all_upper && at_ > run_ && out_.tokens[at_ - 1].lower && out_.tokens[at_ - 1].kind == TokenKind::word) {
        auto const found = find(at_, mask(WordClass::archive));
        auto const next = found.phrase ? this->token(at_ + found.size) : nullptr;
        if (next && next->is_mark(',') && word(at_).size() >= 3) {
            end_run();
            return archive();
        }
    }
    if (at_ > run_ && mark(at_ - 1, '.') && find(at_, mask(WordClass::op_cit)).phrase) {
        end_run();
        return ibid();
    }
    auto const written = word(at_);
    if (written.size() > 1 && written[0] == '#' && is_digit(written[1])) {
        end_run();
        return bare_number();
    }
    // "Historia 33 (1984)", "Diplomatic History 18, no. 4": the number of a periodical.
    if (token.number && at_ > run_ && out_.tokens[at_ - 1].kind == TokenKind::word && volume_follows()) {
        end_run();
        return bare_number();
    }
    if (token.is(WordClass::conjunction) && token.lower && at_ > run_ && author_follows(at_ + 1)) {
        end_run();
        return connector();
    }
    if (token.is(WordClass::conjunction) && token.lower && at_ > run_ && out_.tokens[at_ - 1].digits &&
        !read_date(out_.tokens, out_.text, at_ - 1)) {
        end_run();
        return connector();
    }
    return false;
}

/// "… P-Reels and Warren Cohen, “Gaps …”": behind "and" a name stands before a quotation. Several names
/// before one quotation are the authors of one work.
bool Chunker::author_follows(std::uint32_t at) const {
    if (reads_as_names(out_, run_, at_)) return false;
    auto const first = at;
    while (token(at) && at < first + 7 && (token(at)->upper || token(at)->is_mark('.')) &&
           (token(at)->kind == TokenKind::word || token(at)->is_mark('.')))
        ++at;
    return at > first && mark(at, ',') && token(at + 1) && token(at + 1)->kind == TokenKind::quote_open;
}

/// Whether the words at hand end with a city.
bool Chunker::place_run() const {
    for (auto at = run_; at < at_; ++at) {
        auto const found = find(at, mask(WordClass::place));
        if (found.phrase && at + found.size == at_ && out_.tokens[at].upper) return true;
    }
    auto const last = word(at_ - 1);
    auto const cut = last.find_first_of("/-");
    if (cut == string_view::npos) return false;
    for (auto const& phrase : lexicon_.starting_with(hash_word(fold_word(last.substr(0, cut)))))
        if (phrase.words.size() == 1 && phrase.is(WordClass::place)) return true;
    return false;
}

/// Whether the number at hand ends a periodical's name: a year in brackets, an issue or pages follow.
bool Chunker::volume_follows() const {
    auto const next = token(at_ + 1);
    if (!next) return false;
    if (word(at_).find(':') != string_view::npos) return true;
    if (next->kind == TokenKind::open && next->match != no_token) {
        auto const read = read_date(out_.tokens, out_.text, at_ + 2);
        return read && read->end == next->match;
    }
    if (!next->is_mark(',')) return false;
    // No periodical's name is longer; without a bound a row of numbers would cost the square of its length.
    constexpr decltype(at_) name_reach = 20;
    bool journal = false;
    for (auto at = at_ - run_ > name_reach ? at_ - name_reach : run_; at < at_; ++at)
        journal = journal || (out_.tokens[at].is(WordClass::journal) && out_.tokens[at].upper);
    if (!journal) return false;
    auto const after = token(at_ + 2);
    return after && after->kind == TokenKind::word && after->phrase && after->is(WordClass::label);
}

bool Chunker::signal(bool inside) {
    auto const& first = out_.tokens[at_];
    bool const comma = !out_.list.empty() && (out_.list.back().kind == ChunkKind::comma || out_.list.back().kind == ChunkKind::aside);
    bool const free = after_break() || inside;
    if (!first.is(WordClass::signal) && !first.is(WordClass::conjunction) && first.kind != TokenKind::word) return false;
    auto const found = find(at_, mask(WordClass::signal));
    if (!found.phrase) return false;
    if (!free && found.size < 2 && !(comma && found.phrase->signal == "see" && first.lower) &&
        found.phrase->signal != "quoted")
        return false;
    auto const next = token(at_ + found.size);
    if (!next) return false;
    // "por. 12" is a portfolio, "por. Kowalski" a reference.
    auto const value = mark(at_ + found.size, '.') ? token(at_ + found.size + 1) : next;
    if (found.size == 1 && first.is(WordClass::label) && value && value->digits) return false;
    // "Source: …", but "Источник" is a journal too.
    if (found.phrase->signal == "source" && !next->is_mark(':')) return false;
    // "Compare" and "also" as words of a sentence do not stand before a small letter.
    if (next->lower && next->kind == TokenKind::word && found.size == 1 && !next->is(WordClass::genre) &&
        found.phrase->signal == "see" && word(at_) != "See" && word(at_) != "see" && !mark(at_ + 1, '.'))
        return false;
    end_run();
    auto& chunk = add(ChunkKind::signal, at_, at_ + found.size);
    chunk.phrase = found.phrase;
    at_ += found.size;
    while (mark(at_, '.') && !out_.tokens[at_].space_before) {
        chunk.last = ++at_;
        chunk.span.end = out_.tokens[at_ - 1].span.end;
    }
    return true;
}

bool Chunker::ibid() {
    auto const found = find(at_, mask(WordClass::ibid) | mask(WordClass::idem) | mask(WordClass::op_cit));
    if (!found.phrase) return false;
    auto kind = found.phrase->is(WordClass::ibid) ? ChunkKind::ibid
                : found.phrase->is(WordClass::idem) ? ChunkKind::idem : ChunkKind::op_cit;
    auto const next = token(at_ + found.size);
    // Short words ("id", "ib", "uo") only with a stop or comma, so that no word of prose is taken.
    bool const marked = !next || next->kind == TokenKind::mark || next->kind == TokenKind::close;
    if (!marked && found.phrase->words.size() == 1 && word(at_).size() <= 4) return false;
    add(kind, at_, at_ + found.size);
    at_ += found.size;
    if (mark(at_, '.') && !out_.tokens[at_].space_before) {
        auto& chunk = out_.list.back();
        bool const last = at_ + 1 >= out_.tokens.size() || (is_stop(at_) && kind == ChunkKind::ibid);
        chunk.span.end = out_.tokens[at_].span.end;
        chunk.last = at_ + 1;
        ++at_;
        if (last && at_ < out_.tokens.size()) {
            // The stop of "Ibid." also ends the sentence.
            auto& stop = add(ChunkKind::stop, at_ - 1, at_);
            stop.span = {stop.span.end, stop.span.end};
            stop.inner = stop.span;
        }
    }
    return true;
}

bool Chunker::archive() {
    auto const found = find(at_, mask(WordClass::archive));
    if (!found.phrase) return false;
    auto const& first = out_.tokens[at_];
    if (!first.upper && !first.han) return false;
    auto end = at_ + found.size;
    bool const dotted = mark(end, '.') && !out_.tokens[end].space_before;
    auto const next = token(end);
    if (next && next->kind == TokenKind::word) {
        bool const label = next->is(WordClass::label) || next->digits || next->roman || next->all_upper ||
                           next->is(WordClass::conjunction);
        bool const abbreviation = out_.tokens[at_].all_upper || found.phrase->exact_case;
        if (!label && !(abbreviation && next->upper && word(at_).size() > 2)) return false;
        if (next->all_upper && !next->is(WordClass::label) && !abbreviation && !next->digits) return false;
    }
    if (dotted && next && !is_stop(end)) ++end;
    add(ChunkKind::archive, at_, end).phrase = found.phrase;
    at_ = end;
    return true;
}

bool Chunker::role() {
    auto const found = find(at_, mask(WordClass::editor) | mask(WordClass::translator) | mask(WordClass::foreword));
    if (!found.phrase) return false;
    // "ed. khr. 208" is a file of a fond.
    if (find(at_, mask(WordClass::label)).size > found.size) return false;
    auto end = at_ + found.size;
    bool const dotted = mark(end, '.') && !out_.tokens[end].space_before;
    auto const next = token(end);
    // "red", "dir", "tr" are labels only with their stop.
    if (!dotted && found.phrase->words.size() == 1 && next && next->kind == TokenKind::word && !next->upper)
        return false;
    if (!dotted && word(at_).size() <= 4 && found.phrase->words.size() == 1 && !at_boundary(end) &&
        word(at_) != "ed" && word(at_) != "eds" && word(at_) != "Hg" && word(at_) != "Hrsg")
        return false;
    if (!dotted && out_.tokens[at_].upper && word(at_).size() > 4 && found.phrase->words.size() == 1) return false;
    if (dotted) ++end;
    auto& chunk = add(ChunkKind::role, at_, end);
    chunk.phrase = found.phrase;
    at_ = end;
    return true;
}

/// "2nd ed.", "rev. ed.", "3. Aufl."
bool Chunker::edition() {
    auto at = at_;
    int words = 0;
    while (words < 3 && token(at) && token(at)->kind == TokenKind::word && !token(at)->is(WordClass::edition) &&
           !token(at)->is(WordClass::editor) && (token(at)->digits || token(at)->lower)) {
        ++at;
        ++words;
        if (mark(at, '.') && !out_.tokens[at].space_before) ++at;
    }
    auto const last = token(at);
    if (!last || last->kind != TokenKind::word) return false;
    bool const ordinal = words > 0 && out_.tokens[at_].digits && word(at_).size() <= 4;
    if (!(last->is(WordClass::edition) && (words > 0 || last->upper == false)) && !(last->is(WordClass::editor) && ordinal && word(at) == "ed"))
        return false;
    if (words > 0 && !ordinal && word(at_) != "rev" && word(at_) != "revised" && word(at_) != "second" &&
        word(at_) != "third" && word(at_) != "new" && word(at_) != "expanded" && word(at_) != "enlarged")
        return false;
    if (words == 0) return false;
    auto end = at + 1;
    if (mark(end, '.') && !out_.tokens[end].space_before && !(is_stop(end))) ++end;
    add(ChunkKind::edition, at_, end);
    at_ = end;
    return true;
}

/// "Obtained for NKIDP by X and translated for NKIDP by Y", "From the personal collection of …".
bool Chunker::provenance() {
    auto const& first = out_.tokens[at_];
    if (first.kind != TokenKind::word) return false;
    auto const before = out_.list.empty() ? ChunkKind::comma : out_.list.back().kind;
    bool const sentence = before == ChunkKind::stop || before == ChunkKind::url || before == ChunkKind::accessed;
    bool const obtained = first.is(WordClass::obtained) || find(at_, mask(WordClass::obtained)).phrase != nullptr;
    bool const translated = first.is(WordClass::translated) || first.is(WordClass::edited);
    bool const custody = sentence && (word(at_) == "From" || word(at_) == "Document" || word(at_) == "Documents");
    if (!obtained && !custody && !(translated && (sentence || before == ChunkKind::semicolon))) return false;
    if (out_.list.empty()) return false;
    auto const end = sentence_end(at_);
    bool by = false, collection = false;
    for (auto at = at_; at < end; ++at) {
        by = by || word(at) == "by" || (word(at) == "of" && at == at_ + 1);
        collection = collection || out_.tokens[at].is(WordClass::collection);
    }
    if (custody ? !(collection || by) : !by) return false;
    if (custody && word(at_) == "From" && !(word(at_ + 1) == "the" || word(at_ + 1) == "a")) return false;
    add(ChunkKind::provenance, at_, end);
    at_ = end;
    return true;
}

bool Chunker::connector() {
    auto const& first = out_.tokens[at_];
    if (first.kind != TokenKind::word) return false;
    auto const written = word(at_);
    if (written == "et") {
        // "et al." behind names.
        auto const next = mark(at_ + 1, '.') ? at_ + 2 : at_ + 1;
        if (word(next) == "al") {
            auto end = next + 1;
            if (mark(end, '.')) ++end;
            add(ChunkKind::text, at_, end).set(Trait::all_small);
            at_ = end;
            return true;
        }
    }
    if (first.is(WordClass::in) && (first.lower || mark(at_ + 1, ':') || written == "In")) {
        auto const next = token(at_ + 1);
        if (!next || (next->kind == TokenKind::word && next->digits && !out_.list.empty() && out_.list.back().kind == ChunkKind::stop))
            return false;
        if (count_code_points(written) == 1 && !mark(at_ + 1, ':')) return false;
        // "In" at the start of a sentence is prose unless a citation stands before it.
        if (out_.list.empty()) return false;
        auto end = at_ + 1;
        auto const found = find(at_, mask(WordClass::in));
        if (found.phrase) end = at_ + found.size;
        if (mark(end, ':')) ++end;
        add(ChunkKind::in, at_, end);
        at_ = end;
        return true;
    }
    if (first.is(WordClass::conjunction) && (first.lower || written == "&") && !out_.list.empty()) {
        add(ChunkKind::conjunction, at_, at_ + 1);
        ++at_;
        return true;
    }
    if (auto const found = find(at_, mask(WordClass::on_file)); found.phrase) {
        auto end = element_end(at_);
        auto const next = token(at_ + found.size);
        if (next && next->upper && next->kind == TokenKind::word) end = at_ + found.size;
        add(ChunkKind::on_file, at_, end);
        at_ = end;
        return true;
    }
    return false;
}

bool Chunker::date() {
    auto const& first = out_.tokens[at_];
    if (first.kind != TokenKind::word) return false;
    auto at = at_;
    // "v. 21. 9. 1865", "vom 5. Mai", "dated 5 May": the preposition is no part of the date.
    bool const preposition = word(at) == "v" || word(at) == "vom" || word(at) == "dated" || word(at) == "of" ||
                             word(at) == "du" || word(at) == "от" || word(at) == "ot";
    if (preposition) at += mark(at + 1, '.') ? 2U : 1U;
    auto const read = at < out_.tokens.size() ? read_date(out_.tokens, out_.text, at) : std::nullopt;
    if (!read) return false;
    bool const year_only = read->date.start.month == 0 && read->date.start.season == 0;
    if (year_only && (preposition || !at_boundary(read->end))) {
        auto const next = token(read->end);
        if (!(next && next->is(WordClass::conjunction)) || preposition) return false;
    }
    if (read->date.start.year == 0 && !at_boundary(read->end) && !(token(read->end) && token(read->end)->lower))
        return false;
    if (preposition) {
        run_ = at_;
        at_ = at;
        end_run();
    }
    accept_date(at, read->end, read->date);
    return true;
}

void Chunker::accept_date(std::uint32_t first, std::uint32_t last, Date date) {
    auto& chunk = add(ChunkKind::date, first, last);
    chunk.has_year = date.start.year != 0;
    chunk.has_day = date.start.day != 0;
    chunk.date = static_cast<std::int32_t>(out_.dates.size());
    out_.dates.push_back(std::move(date));
    at_ = last;
}

/// A letter's head has its date behind it, with at most a remark between.
bool Chunker::date_follows(std::size_t at) const {
    for (auto i = at + 1; i < std::min(out_.list.size(), at + 6); ++i) {
        auto const kind = out_.list[i].kind;
        if (kind == ChunkKind::date && !out_.list[i].has_day && out_.list[i].date >= 0) {
            // "Despatches from … to China, 1843–1906" is a series, not a letter.
            auto const& date = out_.dates[static_cast<std::size_t>(out_.list[i].date)];
            if (date.end && date.start.month == 0) return false;
        }
        if (kind == ChunkKind::date || (kind == ChunkKind::publication && !out_.list[i].is(Trait::publisher))) return true;
        if (kind != ChunkKind::comma && kind != ChunkKind::aside && kind != ChunkKind::text) return false;
        if (kind == ChunkKind::text && out_.list[i].is(Trait::letter)) return false;
    }
    return false;
}

/// Marks the chunks where a new citation plausibly begins behind "and" or a comma: a letter's head, a name
/// before a quotation, an archive.
void Chunker::mark_beginnings() {
    auto& list = out_.list;
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto& chunk = list[i];
        if (chunk.kind == ChunkKind::text && (chunk.is(Trait::letter) || chunk.is(Trait::to_head)) && !date_follows(i))
            chunk.traits &= ~(static_cast<std::uint32_t>(Trait::letter) | static_cast<std::uint32_t>(Trait::to_head));
        auto const kind = [&](std::size_t at) { return at < list.size() ? list[at].kind : ChunkKind::stop; };
        if (chunk.kind == ChunkKind::archive || chunk.kind == ChunkKind::ibid) chunk.set(Trait::begins);
        if (chunk.kind != ChunkKind::text) continue;
        if (chunk.is(Trait::letter) && !chunk.is(Trait::verb)) chunk.set(Trait::begins);
        bool const comma = kind(i + 1) == ChunkKind::comma;
        if (chunk.is(Trait::name) && comma && (kind(i + 2) == ChunkKind::quote)) chunk.set(Trait::begins);
        if (chunk.is(Trait::name) && kind(i + 1) == ChunkKind::role) chunk.set(Trait::begins);
        if (chunk.is(Trait::interview) && !chunk.is(Trait::genre_head)) chunk.set(Trait::begins);
        if (chunk.is(Trait::name) && comma && chunk.last - chunk.first >= 2 && kind(i + 2) == ChunkKind::text)
            // A book: name, title words, then its publisher.
            for (std::size_t j = i + 2; j < std::min(list.size(), i + 12); ++j) {
                if (list[j].kind == ChunkKind::publication) chunk.set(Trait::begins);
                if (list[j].kind != ChunkKind::text && list[j].kind != ChunkKind::comma &&
                    list[j].kind != ChunkKind::colon && list[j].kind != ChunkKind::conjunction &&
                    list[j].kind != ChunkKind::date)
                    break;
            }
    }
}

Chunks chunk(string_view text, Lexicon const& lexicon) { return Chunker(text, lexicon).run(); }

}  // namespace fonds
