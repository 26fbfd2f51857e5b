// Levels and locators: a label and its value in either order.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

/// The end of the element that begins at `at`: the next separator outside brackets and quotations.
std::uint32_t Chunker::element_end(std::uint32_t at) const {
    constexpr std::uint32_t reach = 60;
    auto const end = std::min<std::uint32_t>(static_cast<std::uint32_t>(out_.tokens.size()), at + reach);
    while (at < end) {
        auto const& token = out_.tokens[at];
        if ((token.kind == TokenKind::open || token.kind == TokenKind::quote_open) &&
            token.match != no_token) {
            at = token.match + 1;
            continue;
        }
        if (token.kind == TokenKind::close || token.kind == TokenKind::quote_close) return at;
        if (token.kind == TokenKind::mark &&
            (token.mark == ',' || token.mark == ';' || (token.mark == '.' && is_stop(at))))
            return at;
        ++at;
    }
    return at;
}

/// "WTC Lot File 83D222", "Additional MS 72,892": the words before the label belong to the designation.
void Chunker::absorb_run(Phrase const& label, std::uint32_t& first) {
    if (run_ == no_token) return;
    bool const lot = means(label, "lot-file");
    bool const manuscript = label.meanings()[0] == "signature" &&
                            (at_ - run_ == 1 || (at_ - run_ == 2 && out_.tokens[at_ - 1].is_mark('.')));
    if (lot || manuscript) {
        first = run_;
        run_ = no_token;
        return;
    }
    end_run();
}

/// "fond CC al PCR – Cancelarie", "Phông Phủ Thủ tướng": a fond by its name.
bool Chunker::named_fond(Phrase const& label, std::uint32_t next) {
    auto const first = token(next);
    if (run_ != no_token || !first || first->kind != TokenKind::word || !first->upper || first->digits)
        return false;
    if (out_.tokens[at_].is(WordClass::in)) return false;  // "dans: Nationalism in Europe"
    auto const end = element_end(next);
    bool digits = false;
    for (auto at = next; at < end; ++at) digits = digits || out_.tokens[at].digits;
    if (digits || end - next > 14) return false;
    auto& chunk = add(ChunkKind::level, at_, end);
    chunk.phrase = &label;
    chunk.label = {out_.tokens[chunk.first].span.begin, out_.tokens[next - 1].span.end};
    chunk.inner = {first->span.begin, out_.tokens[end - 1].span.end};
    at_ = end;
    return true;
}

/// "MSS. Brit. Emp. S. 22", "MS 115": the whole element is the shelfmark.
bool Chunker::shelfmark(Phrase const& label, std::uint32_t next) {
    auto end = element_end(next);
    // "Carlisle MSS J18/20: GD to Lady Georgiana": the document behind its place.
    for (auto at = next + 1; at + 1 < end; ++at)
        if (mark(at, ':') && out_.tokens[at - 1].digits && out_.tokens[at + 1].space_before &&
            out_.tokens[at + 1].upper)
            end = at;
    bool digits = false;
    for (auto at = next; at < end; ++at) digits = digits || out_.tokens[at].digits;
    if (!digits || end - next > 10) return false;
    auto first = at_;
    auto const label_first = at_;
    absorb_run(label, first);
    auto& chunk = add(ChunkKind::level, first, end);
    chunk.phrase = &label;
    chunk.label = {out_.tokens[label_first].span.begin, out_.tokens[next - 1].span.end};
    chunk.inner = chunk.span;
    chunk.set(Trait::digits);
    at_ = end;
    return true;
}

/// "AL MSS DLC", "Chase MSS, PHi": papers, and the letters by which libraries know the one that keeps them.
bool Chunker::papers_of_library(std::uint32_t library) {
    auto const found = find(library, mask(WordClass::archive));
    if (run_ == no_token || !found.phrase || !at_boundary(library + found.size)) return false;
    at_ = library;
    end_run();
    add(ChunkKind::archive, library, library + found.size).phrase = found.phrase;
    at_ = library + found.size;
    return true;
}

/// "dosar nr. 23/1964", "delo No. 5", "hồ sơ số 6723": a word for the number between the label and its value.
std::uint32_t Chunker::skip_numbering(Phrase const& label, std::uint32_t next) const {
    auto const item = token(next);
    if (!item || item->kind != TokenKind::word || !item->is(WordClass::label) ||
        label.meanings()[0] == "issue")
        return next;
    auto const found = find(next, mask(WordClass::label));
    if (!found.phrase || found.phrase->meanings().empty()) return next;
    // "telespresso n. 123": behind the form of a paper "n." is its number.
    bool const number =
        found.phrase->meanings()[0] == "issue" || (label.meanings()[0] == "telegram" && word(next) == "n");
    if (!number) return next;
    auto at = next + found.size;
    if (mark(at, '.') && !out_.tokens[at].space_before) ++at;
    auto const value = token(at);
    return value && value->kind == TokenKind::word && value->digits ? at : next;
}

bool Chunker::level() {
    auto const& head = out_.tokens[at_];
    if (head.kind != TokenKind::word) return false;
    // "(Boppard, 1983), I. 630": the volume of a book, no label.
    if (head.roman && out_.list.size() > 1 && out_.list.back().kind == ChunkKind::comma &&
        out_.list[out_.list.size() - 2].kind == ChunkKind::publication)
        return false;
    auto const found = find(at_, mask(WordClass::label));
    if (!found.phrase || found.phrase->meanings().empty()) return false;
    auto const& label = *found.phrase;
    auto next = at_ + found.size;
    bool const dotted = mark(next, '.') && !out_.tokens[next].space_before;
    if (dotted) ++next;
    // "fond (f.) 5, opis' (op.) 28": the first reference tells the abbreviation of its labels.
    if (token(next) && token(next)->kind == TokenKind::open && token(next)->match != no_token &&
        token(next)->match - next <= 3 && token(next + 1) && token(next + 1)->is(WordClass::label))
        next = token(next)->match + 1;
    next = skip_numbering(label, next);
    auto const written = word(at_);
    if (written == "s.v" || written == "s.vv") return false;  // under the word of an encyclopaedia
    // "E 130b Bü 1044": the bundles of Württemberg's archives.
    bool const bundle = written == "Bü" && token(next) && token(next)->number;
    bool const letter =
        label.words.size() == 1 && count_code_points(written) <= 2 && !head.all_upper && !bundle;
    bool const strong = !letter;
    bool const inside = run_ != no_token;
    // "Darmstadt 1971, S 883": the stop left out.
    bool const page_behind_year = written == "S" && !inside && token(next) && token(next)->digits &&
                                  out_.list.size() > 1 &&
                                  (out_.list[out_.list.size() - 2].has_year || out_.list.back().has_year);
    // "Urkundenbuch, Bd 2", "Darmstadt 1971, Nr 531"
    bool const counted = !inside && count_code_points(written) == 2 && !out_.list.empty() &&
                         out_.list.back().kind == ChunkKind::comma && token(next) && token(next)->number &&
                         (label.meanings()[0] == "volume" || label.meanings()[0] == "issue");
    // "Revolucija koja teče, t IV (Zagreb: Globus, 1982)"
    bool const tome = written == "t" && !inside && !out_.list.empty() &&
                      out_.list.back().kind == ChunkKind::comma && token(next) && token(next)->roman &&
                      token(next + 1) && (token(next + 1)->kind == TokenKind::open || mark(next + 1, ','));
    if (letter && !dotted && head.upper && !page_behind_year && !counted) return false;
    if (letter && head.roman && head.upper && !(token(next) && token(next)->digits))
        return false;  // "I. HA Rep. 90"
    // "Russia pp 265–6", "Aragon p 92": a small label of pages needs no stop.
    bool const pages_inside = label.meanings()[0] == "page" && (written == "pp" || written == "p");
    if (letter && !dotted && !tome && !(token(next) && token(next)->digits && (!inside || pages_inside)))
        return false;
    // A single letter inside words is an initial: "N. S. Hruščov", "Thomas C. Hennings".
    if (head.all_upper && head.is(WordClass::department)) return false;
    // "AP 20/23/10" is a shelfmark; of the labels of two or three letters only RG, MG and MS stand in
    // capitals.
    bool const capital_label = label.meanings()[0] == "record-group" || label.meanings()[0] == "signature";
    if (head.all_upper && !dotted && !capital_label && !page_behind_year && label.words.size() == 1 &&
        count_code_points(written) <= 2)
        return false;
    // "Müller, Habsburgischer Adel S. 81ff.": pages without a comma before.
    bool const german_page = written == "S" && dotted && token(next) && is_digit(word(next)[0]);
    if (inside && letter && count_code_points(written) < 2 && head.upper && !german_page) return false;
    if (inside && mark(next, ':')) return false;
    // "Correspondance t. I, p. 292"
    bool const roman_volume = label.meanings()[0] == "volume" && dotted && head.lower && token(next) &&
                              token(next)->roman && mark(next + 1, ',');
    if (inside && letter && !roman_volume && !(token(next) && token(next)->digits && is_digit(word(next)[0])))
        return false;
    // "doc. n° 112", "Dok. Nr. 45": one label behind another.
    if (label.meanings()[0] == "document" && token(next) && token(next)->phrase &&
        token(next)->is(WordClass::label) && token(next)->phrase->meanings().front() == "issue")
        next += mark(next + 1, '.') ? 2U : 1U;
    Value value;
    bool const manuscript = written == "Mss" || written == "MSS" || written == "MS" || written == "Ms";
    if (label.meanings()[0] == "signature" && papers_of_library(next)) return true;
    if (label.meanings()[0] == "signature" && (head.all_upper || (manuscript && !inside)) &&
        shelfmark(label, next))
        return true;
    // "SNA, f. ÚV KSS – Predsedníctvo": a letter names a fond behind an archive.
    bool const behind_archive = dotted && head.lower && out_.list.size() > 1 &&
                                out_.list.back().kind == ChunkKind::comma &&
                                (out_.list[out_.list.size() - 2].kind == ChunkKind::archive ||
                                 out_.list[out_.list.size() - 2].is(Trait::repository) ||
                                 out_.list[out_.list.size() - 2].is(Trait::place));
    if (means(label, "fond") && (!letter || (behind_archive && count_code_points(written) == 1)) &&
        named_fond(label, next))
        return true;
    if (!read_value(value, next, label, strong)) return false;
    // "Louis, W. R, The Empire": initials behind the family name.
    bool const behind_family =
        out_.list.size() > 1 && out_.list.back().kind == ChunkKind::comma &&
        out_.list[out_.list.size() - 2].is(Trait::name) &&
        out_.list[out_.list.size() - 2].last - out_.list[out_.list.size() - 2].first == 1;
    if (letter && head.upper && behind_family && out_.tokens[value.first].upper &&
        !out_.tokens[value.first].digits && count_code_points(word(value.first)) == 1)
        return false;
    // "G. L. Ulmen": initials, not a label and its value.
    if (letter && head.upper && out_.tokens[value.first].upper && !out_.tokens[value.first].digits &&
        count_code_points(word(value.first)) == 1 && mark(value.last, '.') && token(value.last + 1) &&
        token(value.last + 1)->kind == TokenKind::word && token(value.last + 1)->upper)
        return false;
    // "Tom C. Clark": a man's name, no volume.
    if (written == "Tom" && mark(value.last, '.') && count_code_points(word(value.first)) == 1 &&
        token(value.last + 1) && token(value.last + 1)->upper &&
        token(value.last + 1)->kind == TokenKind::word)
        return false;
    // "Central Files 1967–69": the years of a series, not a file's number.
    bool const files = inside || written.ends_with('s');
    if (label.meanings()[0] == "file" && files && is_year(word(value.first).substr(0, 4))) return false;
    // "Naval Aide Files 19/4": the name of a series before its box.
    if (label.meanings()[0] == "file" && inside && written == "Files") return false;
    // A word of the language ("part", "file", "case") inside a phrase needs a number behind it.
    if (inside && strong && !out_.tokens[value.first].digits && !out_.tokens[value.first].roman &&
        !mark(value.first, ':'))
        return false;
    if (inside && head.lower && out_.tokens[value.first].kind == TokenKind::mark) return false;
    // "kansio B 4:1": a letter before the number.
    bool const lettered =
        out_.tokens[value.first].upper && value.last > value.first + 1 && out_.tokens[value.last - 1].digits;
    if (strong && !head.all_upper && !dotted && out_.tokens[value.first].kind == TokenKind::word &&
        !lettered && !out_.tokens[value.first].digits && head.lower && !out_.tokens[value.first].roman &&
        !is_page_like(label))
        return false;
    // "October 30": never a level; "Series 1" yes, "Papers 1900-1950" no label.
    auto first = at_;
    auto const label_first = at_;
    absorb_run(label, first);
    auto end = value.last;
    if (label.meanings()[0] == "signature" && out_.tokens[label_first].all_upper)
        end = std::max(end, element_end(value.first));
    auto span = value.span;
    if (label.meanings()[0] == "collection") {
        end = element_end(value.first);
        span.end = out_.tokens[end - 1].span.end;
    }
    if (first != label_first || (label.meanings()[0] == "signature" && head.all_upper)) {
        span = {out_.tokens[first].span.begin, out_.tokens[end - 1].span.end};
    }
    auto& chunk = add(ChunkKind::level, first, end);
    chunk.phrase = &label;
    chunk.label = {out_.tokens[label_first].span.begin, out_.tokens[next - 1].span.end};
    chunk.inner = span;
    if (out_.tokens[value.first].digits || out_.tokens[value.first].roman) chunk.set(Trait::digits);
    at_ = end;
    end_with_following();
    return true;
}

/// "S. 61 f.": the stop belongs to the abbreviation, and ends the sentence too.
void Chunker::end_with_following() {
    if (!mark(at_, '.') || out_.tokens[at_].space_before || !is_following(word(at_ - 1)) || !is_stop(at_))
        return;
    out_.list.back().span.end = out_.tokens[at_].span.end;
    out_.list.back().last = ++at_;
    if (at_ >= out_.tokens.size()) return;
    auto& stop = add(ChunkKind::stop, at_ - 1, at_);
    stop.span = {stop.span.end, stop.span.end};
    stop.inner = stop.span;
}

/// A level whose label stands behind its number; the next chunk begins behind it.
Chunk& Chunker::add_numbered(std::uint32_t first, std::uint32_t last, Phrase const& label, Span value) {
    auto& chunk = add(ChunkKind::level, first, last);
    chunk.phrase = &label;
    chunk.label_last = true;
    chunk.inner = value;
    chunk.set(Trait::digits);
    at_ = last;
    return chunk;
}

/// "11. doboz", "123. ő. e.", "1987. f.": Hungarian and Latvian put the number first.
bool Chunker::label_after_value() {
    auto const& head = out_.tokens[at_];
    if (volume_count()) return true;
    if (head.kind != TokenKind::word || !head.digits || !mark(at_ + 1, '.') ||
        out_.tokens[at_ + 1].space_before)
        return false;
    auto label_at = at_ + 2;
    // "18.–19. lp."
    auto const range_end = mark(at_ + 2, '-') ? at_ + 3 : at_ + 2;
    bool const range = token(range_end) && token(range_end)->digits && !token(range_end)->space_before &&
                       mark(range_end + 1, '.');
    if (range) label_at = range_end + 2;
    if (!token(label_at) || token(label_at)->kind != TokenKind::word || !token(label_at)->lower) return false;
    auto const found = find(label_at, mask(WordClass::label));
    if (!found.phrase) return false;
    auto end = label_at + found.size;
    if (mark(end, '.') && !out_.tokens[end].space_before) {
        bool const stop = is_stop(end);
        ++end;
        if (stop) --end;
    }
    auto const next = token(end);
    // "5. f. 12" is a list of labels before values, not after.
    if (next && next->kind == TokenKind::word && !next->digits) return false;
    if (next && next->digits && !mark(end + 1, '.') && !mark(end + 1, ',')) return false;
    // "M-KS 288. f.": the letters before the number are part of it.
    bool const lettered =
        run_ != no_token && at_ - run_ == 1 && out_.tokens[run_].upper && means(*found.phrase, "fond");
    if (run_ != no_token && !lettered) return false;
    auto const first = lettered ? run_ : at_;
    run_ = no_token;
    auto const value = lettered ? Span{out_.tokens[first].span.begin, head.span.end}
                       : range  ? Span{head.span.begin, out_.tokens[range_end].span.end}
                                : head.span;
    add_numbered(first, end, *found.phrase, value).label = {out_.tokens[label_at].span.begin,
                                                            out_.tokens[end - 1].span.end};
    return true;
}

/// "3 vols.", "2 Bde.": how many volumes a work has.
bool Chunker::volume_count() {
    // "in 2 vols.", "в 30 т."
    bool const preposition = word(at_) == "in" || word(at_) == "в" || word(at_) == "В";
    auto const count = preposition ? at_ + 1 : at_;
    if (!token(count) || !is_all_digits(word(count)) || token(count)->span.size() > 2) return false;
    auto const& head = out_.tokens[count];
    auto const found = find(count + 1, mask(WordClass::label));
    auto const written = word(count + 1);
    bool const several = written == "vols" || written == "volumes" || written == "Bde" ||
                         written == "Bände" || written == "tomes" || written == "тт" ||
                         (preposition && (written == "т" || written == "кн" || written == "ч" ||
                                          written == "Bänden" || written == "томах"));
    if (!found.phrase || !several) return false;
    auto end = count + 1 + found.size;
    if (!at_boundary(end)) return false;
    if (mark(end, '.') && !is_stop(end)) ++end;
    end_run();
    add_numbered(at_, end, *found.phrase, head.span);
    return true;
}

/// "оп. 1, 1806 г., д. 122", "f. 102, op. 226, 1898 g.": the year of a file, told beside the inventory.
bool Chunker::year_of_files() {
    auto const& list = out_.list;
    if (list.size() < 2 || !is_year(word(at_)) || !token(at_ + 1)) return false;
    auto const& before = list[list.size() - 2];
    if (before.kind != ChunkKind::level || !(before.means("opis") || before.means("fond"))) return false;
    auto const found = find(at_ + 1, mask(WordClass::label));
    if (!found.phrase || found.phrase->meanings().front() != "year" || !out_.tokens[at_ + 1].lower)
        return false;
    auto end = at_ + 1 + found.size;
    if (mark(end, '.') && (!is_stop(end) || mark(end + 1, ','))) ++end;
    add_numbered(at_, end, *found.phrase, out_.tokens[at_].span);
    return true;
}

/// "М.: Вече, 2006. – 512 с. С. 10", "Berlin 1998. 240 S.": how many pages a book has, behind its imprint.
bool Chunker::page_count() {
    constexpr std::size_t longest = 4;
    auto const& list = out_.list;
    if (!is_all_digits(word(at_)) || word(at_).size() > longest || list.size() < 2 ||
        (list.back().kind != ChunkKind::dash && list.back().kind != ChunkKind::stop))
        return false;
    auto const behind =
        list.back().kind == ChunkKind::dash && list.size() >= 3 ? list.size() - 3 : list.size() - 2;
    if (list[behind].kind != ChunkKind::publication && list[list.size() - 2].kind != ChunkKind::publication)
        return false;
    auto const found = find(at_ + 1, mask(WordClass::label));
    if (!found.phrase || found.phrase->meanings().front() != "page" || !mark(at_ + 1 + found.size, '.'))
        return false;
    auto const stop = at_ + 1 + found.size;
    add_numbered(at_, stop, *found.phrase, out_.tokens[at_].span);
    add(ChunkKind::stop, stop, stop + 1);
    ++at_;
    return true;
}

}  // namespace fonds
