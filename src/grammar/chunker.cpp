// Walks the tokens once: separators and classed elements become chunks, the words between them text runs.

#include "grammar/chunker.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

namespace {

/// "1993b".
bool is_year_with_letter(string_view word) {
    constexpr std::size_t year = 4;
    return word.size() == year + 1 && is_year(word.substr(0, year)) && word[year] >= 'a' && word[year] <= 'e';
}

}  // namespace

Chunker::Chunker(string_view text, Lexicon const& lexicon) : lexicon_(lexicon) {
    out_.text = text;
    out_.tokens = lex(text, lexicon);
    listed_ = text.find(" // ") != string_view::npos || text.find(" : ") != string_view::npos;
    for (std::uint32_t at = 1; at + 1 < out_.tokens.size() && !listed_; ++at)
        listed_ = parts_year_and_volume(at) || pages_behind_stop(at);
    out_.list.reserve(out_.tokens.size() / 2 + 4);
}

/// "1948;2:769–82": medicine writes year, semicolon, volume, colon, pages.
bool Chunker::parts_year_and_volume(std::uint32_t at) const {
    auto const next = token(at + 1);
    return at > 0 && mark(at, ';') && is_year(word(at - 1)) && next && next->digits && !next->space_before;
}

/// "Hamburg, 1957. S. 12": Russian notes part a year and a page by a stop, whatever the work's language.
bool Chunker::pages_behind_stop(std::uint32_t at) const {
    if (at == 0 || !mark(at, '.') || !is_year(word(at - 1)) || !mark(at + 2, '.')) return false;
    auto const label = token(at + 1);
    return label && label->upper && label->is(WordClass::label) && token(at + 3) && token(at + 3)->digits;
}

Chunks Chunker::run() {
    while (at_ < out_.tokens.size()) step();
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
    chunk.span = {out_.tokens[first].span.begin, out_.tokens[last - 1].span.end};
    chunk.inner = chunk.span;
    chunk.space_before = out_.tokens[first].space_before;
    out_.list.push_back(chunk);
    return out_.list.back();
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
        case ',':
            // "Oscar E. Anderson, Jr., A History": the suffix belongs to the name.
            if (run_ != no_token && at_ + 1 < out_.tokens.size() &&
                out_.tokens[at_ + 1].is(WordClass::suffix) && out_.tokens[at_ + 1].upper &&
                (mark(at_ + 2, '.') || mark(at_ + 2, ',')) && reads_as_names(out_, run_, at_) &&
                !(out_.tokens[at_ + 1].roman && at_ - run_ == 1)) {  // "ed. Hasler, III, p. 5"
                ++at_;
                return true;
            }
            kind = ChunkKind::comma;
            break;
        case ';': kind = parts_year_and_volume(at_) ? ChunkKind::comma : ChunkKind::semicolon; break;
        case ':': kind = ChunkKind::colon; break;
        case '/': kind = ChunkKind::slashes; break;
        case '*':
            // "Dokumente, # 100": the sign of the number behind it.
            if (slice(out_.text, token.span) == "#" && this->token(at_ + 1) && this->token(at_ + 1)->number) {
                end_run();
                ++at_;
                return true;
            }
            break;
        case '-': kind = ChunkKind::dash; break;
        case '!':
            if (listed_ && this->token(at_ + 1) && this->token(at_ + 1)->upper) {
                kind = ChunkKind::stop;
                break;
            }
            [[fallthrough]];
        case '|':
            // "Title / под ред. …": a slash between spaces parts title and people.
            if (run_ != no_token && !(token.mark == '|' && token.space_before &&
                                      at_ + 1 < out_.tokens.size() && out_.tokens[at_ + 1].space_before)) {
                ++at_;
                return true;
            }
            break;
        case '.':
            if (!is_stop(at_) && run_ == no_token && !out_.list.empty() &&
                out_.list.back().kind == ChunkKind::archive && this->token(at_ + 1) &&
                !this->token(at_ + 1)->space_before && this->token(at_ + 1)->digits) {
                kind = ChunkKind::comma;  // "ERA.R-3.3.45": it parts the archive from the fond
            } else if (!is_stop(at_) && run_ == no_token && !out_.list.empty() &&
                       out_.list.back().kind == ChunkKind::level && out_.list.back().is(Trait::digits) &&
                       this->token(at_ + 1) && this->token(at_ + 1)->is(WordClass::label)) {
                kind = ChunkKind::comma;  // "f. 558. op. 1": a level goes on behind it
            } else if (!is_stop(at_)) {
                // The stop of an abbreviation belongs to its words.
                if (run_ == no_token && !out_.list.empty() && out_.list.back().kind != ChunkKind::comma) {
                    auto& last = out_.list.back();
                    if (last.kind == ChunkKind::text || last.kind == ChunkKind::archive ||
                        last.kind == ChunkKind::ibid || last.kind == ChunkKind::role ||
                        last.kind == ChunkKind::op_cit || last.kind == ChunkKind::signal ||
                        last.kind == ChunkKind::idem || last.kind == ChunkKind::edition ||
                        last.kind == ChunkKind::date) {
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
    add(kind, at_, at_ + 1).stroke = token.mark == '|';
    ++at_;
    return true;
}

bool Chunker::element_start() {
    bool const numbers_first =
        !out_.list.empty() && out_.list.size() > 1 && out_.list[out_.list.size() - 2].label_last;
    if (numbers_first && label_after_value()) return true;
    return counter() || page_count() || year_of_files() || ibid() || signal() || provenance() || accessed() ||
           edition() || role() || thesis() || imprint() || archive() || date() || level() ||
           label_after_value() || bare_number() || connector();
}

/// What ends a text run in its middle without a separator.
bool Chunker::inside_run() {
    auto const& token = out_.tokens[at_];
    if (token.kind != TokenKind::word) return false;
    if (token.han && counter()) return true;
    if (auto const read = read_date(out_.tokens, out_.text, at_);
        read && read->date.start.year != 0 && (read->date.start.month != 0 || read->date.start.season != 0)) {
        end_run();
        accept_date(at_, read->end, read->date);
        return true;
    }
    // "Brief v. 5. 7. 1865": the preposition stands before the date.
    if (word(at_) == "v" && mark(at_ + 1, '.') && at_ + 2 < out_.tokens.size()) {
        auto const from = at_ + 2;
        if (auto const read = read_date(out_.tokens, out_.text, from);
            read && read->date.start.day != 0 && read->date.start.year != 0) {
            end_run();
            accept_date(from, read->end, read->date);
            return true;
        }
    }
    // "Mao 1993b, vol. 1": the second work of a year.
    if (token.digits && is_year_with_letter(word(at_)) && year_of_name()) {
        end_run();
        Date date;
        date.start.year = std::stoi(std::string(word(at_).substr(0, 4)));
        date.raw = word(at_).substr(0, 4);
        accept_date(at_, at_ + 1, std::move(date));
        return true;
    }
    // "München 2007", "Wien/Leipzig 1934": a place and its year.
    if (token.number && is_year(word(at_)) && at_boundary(at_ + 1) && place_run()) {
        end_run();
        return date();
    }
    if (token.number && is_year(word(at_)) && (parts_year_and_volume(at_ + 1) || year_of_name())) {
        end_run();
        return date();
    }
    if (token.number && page_of_name()) {
        end_run();
        return bare_number();
    }
    if (token.number && (word(at_ + 1) == "f" || word(at_ + 1) == "ff") && mark(at_ + 2, '.')) {
        end_run();
        return bare_number();
    }
    // "correspondence in Huxley, box 13": the form, and where it is.
    if (token.is(WordClass::in) && token.lower && at_ - run_ <= 2 &&
        out_.tokens[at_ - 1].is(WordClass::genre) && this->token(at_ + 1) && this->token(at_ + 1)->upper) {
        end_run();
        return connector();
    }
    if (token.is(WordClass::editor) && token.lower && mark(at_ + 1, '.') && reads_as_names(out_, run_, at_)) {
        end_run();
        return role();
    }
    bool const quotes = token.lower && token.is(WordClass::verb) &&
                        token.span.size() >= 5;  // "Lord Salisbury quoted in The Times"
    if ((token.is(WordClass::signal) || quotes) && token.lower && at_ > run_) {
        auto const found = find(at_, mask(WordClass::signal));
        auto next = found.phrase ? this->token(at_ + found.size) : nullptr;
        bool const abbreviated = found.phrase && mark(at_ + found.size, '.') &&
                                 !out_.tokens[at_ + found.size].space_before;  // "vgl."
        bool const see = found.phrase && found.phrase->signal() == "see" &&
                         (abbreviated || !token.is(WordClass::lead)) && !token.is(WordClass::conjunction);
        if (see && mark(at_ + found.size, '.')) next = this->token(at_ + found.size + 1);
        bool const plain =
            (word(at_) == "see" || see) && next &&
            (next->upper || word(at_ + found.size) == "the" || next->kind == TokenKind::quote_open);
        if (found.phrase && ((found.size >= 2 && found.phrase->signal() != "see") || plain)) {
            end_run();
            return signal(true);
        }
    }
    // "Odd Arne Westad et al.", "Stefan Karner u. a.", "А. А. Зданович и др."
    if (and_others(at_) != at_ && at_ > run_) {
        end_run();
        auto const end = and_others(at_);
        mark_others(end);
        return true;
    }
    // "Сочинения в 2 т.", "Works in 3 vols."
    if (token.is(WordClass::in) && volume_count()) return true;
    if (token.digits && mark(at_ + 1, '.') && at_ - run_ == 1 && label_after_value()) return true;
    // "Losch a. a. O. S. 91", "Manley R. Op. cit.": behind a name without a comma.
    bool const behind_name =
        at_ > run_ && (mark(at_ - 1, '.') || (token.lower && reads_as_names(out_, run_, at_)));
    auto const op_cit = behind_name ? find(at_, mask(WordClass::op_cit)) : PhraseMatch{};
    if (op_cit.phrase && is_spelled(op_cit, at_)) {
        end_run();
        return ibid();
    }
    if (token.is(WordClass::label) && level()) return true;
    if (token.is(WordClass::label) && !token.roman) return false;
    // "while GARF, f. 5446": an abbreviation of an archive behind words of prose.
    if (token.all_upper && at_ > run_ && out_.tokens[at_ - 1].lower &&
        out_.tokens[at_ - 1].kind == TokenKind::word) {
        auto const found = find(at_, mask(WordClass::archive));
        auto const next = found.phrase ? this->token(at_ + found.size) : nullptr;
        // "weitere Unterlagen in AA B 4, Bd. 27"
        bool const holding = next && next->is(WordClass::holding) && next->upper &&
                             this->token(at_ + found.size + 1) && this->token(at_ + found.size + 1)->digits;
        if (next && (holding || (next->is_mark(',') && word(at_).size() >= 3))) {
            end_run();
            return archive();
        }
    }
    auto const written = word(at_);
    if (written.size() > 1 && written[0] == '#' && is_digit(written[1])) {
        end_run();
        return bare_number();
    }
    // "Historia 33 (1984)", "Diplomatic History 18, no. 4": the number of a periodical.
    if (token.number && at_ > run_ && (out_.tokens[at_ - 1].kind == TokenKind::word || mark(at_ - 1, '.')) &&
        volume_follows()) {
        end_run();
        return bare_number();
    }
    if (token.roman && at_ > run_ && volume_of_abbreviation()) {
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

bool begins_sentence(Chunks const& chunks, std::size_t at) {
    return at == 0 || chunks.list[at - 1].kind == ChunkKind::stop ||
           chunks.list[at - 1].kind == ChunkKind::semicolon;
}

bool has_word(Chunks const& chunks, std::uint32_t first, std::uint32_t last,
              std::span<string_view const> words) {
    return std::any_of(chunks.tokens.begin() + first, chunks.tokens.begin() + last, [&](Token const& token) {
        return std::find(words.begin(), words.end(), fold_word(slice(chunks.text, token.span))) !=
               words.end();
    });
}

Chunks chunk(string_view text, Lexicon const& lexicon) {
    auto chunks = Chunker(text, lexicon).run();
    mark_lead_phrases(chunks);
    return chunks;
}

}  // namespace fonds
