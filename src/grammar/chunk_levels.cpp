// Levels and locators: a label and its value in either order, and numbers that stand alone.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {
namespace {

using std::string_view;

bool means(Phrase const& label, string_view meaning) {
    return std::find(label.meanings.begin(), label.meanings.end(), meaning) != label.meanings.end();
}

/// Locators run on over lists: "fos. 187, 217", "ll. 5-7ob., 12".
bool is_page_like(Phrase const& label) {
    // "file" is a leaf's label nowhere, though Romanian "file" are leaves.
    if (label.meanings.size() > 1 &&
        (label.meanings[0] == "file" || label.meanings[0] == "delo" || label.meanings[0] == "folder"))
        return false;
    return means(label, "page") || means(label, "list") || means(label, "folio") || means(label, "leaf") ||
           means(label, "khuu") || means(label, "sheet") || label.meanings[0] == "chapter" ||
           means(label, "frame") || means(label, "note");
}

bool is_verso(string_view word) {
    constexpr std::array marks = {string_view{"adv"},   string_view{"ob"},  string_view{"об"},
                                  string_view{"v"},     string_view{"r"},   string_view{"verso"},
                                  string_view{"recto"}, string_view{"зв"},  string_view{"zv"},
                                  string_view{"rev"},   string_view{"гръб"}};
    return std::find(marks.begin(), marks.end(), word) != marks.end();
}

/// "xiv", "xiv–xvii".
bool is_small_roman(string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        auto const [c, size] = decode(word, at);
        if (c != 'i' && c != 'v' && c != 'x' && c != 'l' && c != 'c' && c != '-' && c != 0x2013) return false;
        at += size;
    }
    return !word.empty();
}

/// "ii", "xiv": not a letter that abbreviates something else.
bool is_volume_numeral(string_view word) {
    return word == "i" || word == "v" || word == "x" ||
           (word.size() > 1 && word.find_first_not_of("ivxlc") == string_view::npos);
}

/// "A10", "B3".
bool is_section_page(string_view word) {
    return word.size() >= 2 && word.size() <= 4 && word[0] >= 'A' && word[0] <= 'H' &&
           is_all_digits(word.substr(1));
}

/// "46ff", "12f", "131n44".
bool is_pinned_page(string_view word) {
    auto const colon = word.find(':');
    if (colon != string_view::npos && is_all_digits(word.substr(0, colon)))
        word.remove_prefix(colon + 1);  // "1:422ff"
    auto const digits = word.find_first_not_of("0123456789");
    if (digits == 0 || digits == string_view::npos) return false;
    auto const rest = word.substr(digits);
    if (rest.size() == 1 && rest[0] >= 'a' && rest[0] <= 'e') return true;  // "514a" of Plato
    return rest == "f" || rest == "ff" || rest == "n" ||
           (rest.size() > 1 && rest[0] == 'n' && is_all_digits(rest.substr(1)));
}

/// "33" before "987": the thousands of one number.
bool is_thousands(string_view thousands, string_view rest) {
    return thousands.size() <= 3 && is_all_digits(thousands) && rest.size() == 3 && is_all_digits(rest);
}

bool is_following(string_view word) {
    return word == "f" || word == "ff" || word == "sq" || word == "sqq" || word == "ss" || word == "sgg" ||
           word == "passim";
}

}  // namespace

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

bool Chunker::is_value_word(std::uint32_t at, Phrase const& label) const {
    auto const item = token(at);
    if (!item || item->kind != TokenKind::word) return false;
    if (item->digits) return !item->is(WordClass::month);
    auto const written = word(at);
    if (item->roman)
        return !(written == "I" && token(at + 1) && token(at + 1)->kind == TokenKind::word &&
                 token(at + 1)->lower);
    if (item->upper && count_code_points(written) == 1) return !mark(at + 1, '.') || is_stop(at + 1);
    if (is_page_like(label) && item->lower && written.size() <= 14 && is_small_roman(written)) return true;
    return item->all_upper && written.size() <= 4 && !is_page_like(label) && !means(label, "volume") &&
           !means(label, "number") && !means(label, "part");
}

bool Chunker::read_value(Value& value, std::uint32_t at, Phrase const& label, bool strong) const {
    auto const item = token(at);
    if (!item) return false;
    if (item->kind == TokenKind::quote_open && item->match != no_token && strong) {
        value = {at, item->match + 1, {item->span.end, out_.tokens[item->match].span.begin}};
        auto inner = trim(slice(out_.text, value.span));
        while (!inner.empty() && (inner.back() == ',' || inner.back() == '.'))
            inner = trim(inner.substr(0, inner.size() - 1));
        auto const begin = static_cast<std::size_t>(inner.data() - out_.text.data());
        if (!inner.empty()) value.span = {begin, begin + inner.size()};
        return !inner.empty();
    }
    if (item->is_mark(':') && strong && token(at + 1) && token(at + 1)->kind == TokenKind::word) {
        // "Folder: March on Washington; Statement of Facts" goes on to the end of the bracket or element.
        auto end = element_end(at + 1);
        while (!open_.empty() && mark(end, ';')) end = element_end(end + 1);
        value = {at, end, {out_.tokens[at + 1].span.begin, out_.tokens[end - 1].span.end}};
        return true;
    }
    if (!is_value_word(at, label)) return false;
    if (auto const read = read_date(out_.tokens, out_.text, at);
        read && read->date.start.month != 0 && read->end > at + 1 && !is_page_like(label))
        return false;
    value = {at, at + 1, item->span};
    extend_value(value, label);
    return true;
}

/// What belongs to the value behind its first word: "22 A", "5-7 ob.", "20 ff.", "187, 217".
void Chunker::extend_value(Value& value, Phrase const& label) const {
    bool const page_like = is_page_like(label);
    for (int count = 0; count < 6; ++count) {
        auto const next = token(value.last);
        if (!next) break;
        auto const written = word(value.last);
        if (next->kind == TokenKind::word && (is_verso(written) || is_following(written)) && page_like) {
            ++value.last;
            value.span.end = next->span.end;
            if (mark(value.last, '.') && !out_.tokens[value.last].space_before) {
                // The stop of "ob." at the end of a note belongs to both; the value keeps it.
                if (written != "f" && written != "ff" && written.size() > 1)
                    value.span.end = out_.tokens[value.last].span.end;
                if (!is_stop(value.last)) ++value.last;
            }
            continue;
        }
        if (next->kind == TokenKind::word && next->upper && !next->digits && written.size() == 1 &&
            !page_like && next->space_before && (at_boundary(value.last + 1)) && !mark(value.last + 1, '.')) {
            ++value.last;
            value.span.end = next->span.end;
            continue;
        }
        if (page_like && next->kind == TokenKind::mark && next->mark == '-' && token(value.last + 1) &&
            token(value.last + 1)->digits) {
            value.last += 2;
            value.span.end = out_.tokens[value.last - 1].span.end;
            continue;
        }
        if (page_like && next->kind == TokenKind::word && next->number && next->space_before &&
            at_boundary(value.last + 1) && out_.tokens[value.first].digits &&
            !out_.tokens[value.first].number) {
            ++value.last;  // "1l 1-17": a misprinted first number
            value.span.end = next->span.end;
            continue;
        }
        if (next->kind == TokenKind::open && !next->space_before && next->match != no_token &&
            next->match - value.last <= 4 && !page_like) {
            // "3(13)-AFR/59", "9155.3(Vietnam)": a bracket inside the number.
            value.last = next->match + 1;
            while (token(value.last) && !out_.tokens[value.last].space_before &&
                   (token(value.last)->kind == TokenKind::word || token(value.last)->is_mark('-') ||
                    token(value.last)->is_mark('|')))
                ++value.last;
            value.span.end = out_.tokens[value.last - 1].span.end;
            continue;
        }
        if ((means(label, "fond") || means(label, "delo")) && next->number && next->space_before &&
            value.last == value.first + 1 && is_thousands(word(value.first), written) &&
            at_boundary(value.last + 1)) {
            ++value.last;  // "f. 33 987": one number, its thousands parted
            value.span.end = next->span.end;
            continue;
        }
        if (label.meanings[0] == "entry" && next->kind == TokenKind::word && next->number &&
            next->space_before && at_boundary(value.last + 1) && !out_.tokens[value.first].number &&
            value.last == value.first + 1) {
            ++value.last;  // "entry A1 92"
            value.span.end = next->span.end;
            continue;
        }
        if (means(label, "lot-file") && next->kind == TokenKind::word && next->space_before && next->upper &&
            written.size() <= 2 && token(value.last + 1) && token(value.last + 1)->digits) {
            value.last += 2;  // "64 D 563"
            value.span.end = out_.tokens[value.last - 1].span.end;
            continue;
        }
        if ((label.meanings[0] == "folder" || label.meanings[0] == "file") && next->kind == TokenKind::word &&
            next->space_before && next->upper && !next->is(WordClass::label) && !next->is(WordClass::month) &&
            is_all_digits(word(value.first))) {
            value.last = element_end(value.last);  // "Folder 091 Korea": the name behind its number
            value.span.end = out_.tokens[value.last - 1].span.end;
            continue;
        }
        if ((means(label, "bestand") || means(label, "signature") || means(label, "collection")) &&
            next->kind == TokenKind::word && next->space_before &&
            (next->digits || next->lower || next->all_upper) && !next->is(WordClass::label) &&
            !next->is(WordClass::conjunction) && !next->is(WordClass::lead) && written != "vom" &&
            written != "dated") {
            ++value.last;
            value.span.end = next->span.end;
            continue;
        }
        break;
    }
    if (page_like) {
        extend_to_verso(value);
        extend_list(value);
    }
}

/// "39r and v": both sides of the leaf.
void Chunker::extend_to_verso(Value& value) const {
    auto const joint = token(value.last);
    if (!joint || !joint->is(WordClass::conjunction) || !is_verso(word(value.last + 1)) ||
        !at_boundary(value.last + 2))
        return;
    value.last += 2;
    value.span.end = out_.tokens[value.last - 1].span.end;
}

void Chunker::extend_list(Value& value) const {
    for (int count = 0; count < 40; ++count) {
        auto at = value.last;
        if (mark(at, ',')) ++at;
        if (token(at) && token(at)->kind == TokenKind::word && token(at)->is(WordClass::conjunction) &&
            token(at)->lower)
            ++at;
        auto const next = token(at);
        bool const roman = next && next->roman && out_.tokens[value.first].roman;
        if (at == value.last || !next || next->kind != TokenKind::word || !(next->digits || roman) ||
            word(at).size() > 12)
            return;
        if ((!is_digit(word(at)[0]) && !roman) || is_year(word(at)) || next->is(WordClass::month)) return;
        auto end = at + 1;
        auto span_end = next->span.end;
        if (token(end) && token(end)->kind == TokenKind::word && is_verso(word(end))) {
            span_end = out_.tokens[end].span.end;
            ++end;
            if (mark(end, '.') && !is_stop(end)) ++end;
        }
        auto const follow = token(end);
        if (follow && follow->kind == TokenKind::word && !follow->is(WordClass::conjunction) &&
            !is_verso(word(end)) && !(follow->lower && follow->is(WordClass::verb)))
            return;
        if (follow && follow->kind == TokenKind::mark && follow->mark != ',' && follow->mark != ';' &&
            follow->mark != '.')
            return;
        if (read_date(out_.tokens, out_.text, at).value_or(ReadDate{}).end > at + 1) return;
        // ", 140 (1955)" or ", 12. doboz" begins something else.
        if (follow && follow->is_mark('.') && !is_stop(end)) return;
        value.last = end;
        value.span.end = span_end;
        extend_to_verso(value);
    }
}

/// "WTC Lot File 83D222", "Additional MS 72,892": the words before the label belong to the designation.
void Chunker::absorb_run(Phrase const& label, std::uint32_t& first) {
    if (run_ == no_token) return;
    bool const lot = means(label, "lot-file");
    bool const manuscript = label.meanings[0] == "signature" &&
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
    if (!item || item->kind != TokenKind::word || !item->is(WordClass::label) || label.meanings[0] == "issue")
        return next;
    auto const found = find(next, mask(WordClass::label));
    if (!found.phrase || found.phrase->meanings.empty()) return next;
    // "telespresso n. 123": behind the form of a paper "n." is its number.
    bool const number =
        found.phrase->meanings[0] == "issue" || (label.meanings[0] == "telegram" && word(next) == "n");
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
    if (!found.phrase || found.phrase->meanings.empty()) return false;
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
    bool const letter = label.words.size() == 1 && count_code_points(written) <= 2 && !head.all_upper;
    bool const strong = !letter;
    bool const inside = run_ != no_token;
    // "Darmstadt 1971, S 883": the stop left out.
    bool const page_behind_year = written == "S" && !inside && token(next) && token(next)->digits &&
                                  out_.list.size() > 1 &&
                                  (out_.list[out_.list.size() - 2].has_year || out_.list.back().has_year);
    // "Urkundenbuch, Bd 2", "Darmstadt 1971, Nr 531"
    bool const counted = !inside && count_code_points(written) == 2 && !out_.list.empty() &&
                         out_.list.back().kind == ChunkKind::comma && token(next) && token(next)->number &&
                         (label.meanings[0] == "volume" || label.meanings[0] == "issue");
    if (letter && !dotted && head.upper && !page_behind_year && !counted) return false;
    if (letter && head.roman && head.upper && !(token(next) && token(next)->digits))
        return false;  // "I. HA Rep. 90"
    // "Russia pp 265–6", "Aragon p 92": a small label of pages needs no stop.
    bool const pages_inside = label.meanings[0] == "page" && (written == "pp" || written == "p");
    if (letter && !dotted && !(token(next) && token(next)->digits && (!inside || pages_inside))) return false;
    // A single letter inside words is an initial: "N. S. Hruščov", "Thomas C. Hennings".
    if (head.all_upper && head.is(WordClass::department)) return false;
    // "AP 20/23/10" is a shelfmark; of the labels of two or three letters only RG, MG and MS stand in
    // capitals.
    bool const capital_label = label.meanings[0] == "record-group" || label.meanings[0] == "signature";
    if (head.all_upper && !dotted && !capital_label && !page_behind_year && label.words.size() == 1 &&
        count_code_points(written) <= 2)
        return false;
    if (inside && letter && count_code_points(written) < 2 && head.upper) return false;
    if (inside && mark(next, ':')) return false;
    // "Correspondance t. I, p. 292"
    bool const roman_volume = label.meanings[0] == "volume" && dotted && head.lower && token(next) &&
                              token(next)->roman && mark(next + 1, ',');
    if (inside && letter && !roman_volume && !(token(next) && token(next)->digits && is_digit(word(next)[0])))
        return false;
    // "doc. n° 112", "Dok. Nr. 45": one label behind another.
    if (label.meanings[0] == "document" && token(next) && token(next)->phrase &&
        token(next)->is(WordClass::label) && token(next)->phrase->meanings.front() == "issue")
        next += mark(next + 1, '.') ? 2U : 1U;
    Value value;
    bool const manuscript = written == "Mss" || written == "MSS" || written == "MS" || written == "Ms";
    if (label.meanings[0] == "signature" && papers_of_library(next)) return true;
    if (label.meanings[0] == "signature" && (head.all_upper || (manuscript && !inside)) &&
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
    if (label.meanings[0] == "file" && files && is_year(word(value.first).substr(0, 4))) return false;
    // "Naval Aide Files 19/4": the name of a series before its box.
    if (label.meanings[0] == "file" && inside && written == "Files") return false;
    // A word of the language ("part", "file", "case") inside a phrase needs a number behind it.
    if (inside && strong && !out_.tokens[value.first].digits && !out_.tokens[value.first].roman &&
        !mark(value.first, ':'))
        return false;
    if (inside && head.lower && out_.tokens[value.first].kind == TokenKind::mark) return false;
    if (strong && !head.all_upper && !dotted && out_.tokens[value.first].kind == TokenKind::word &&
        !out_.tokens[value.first].digits && head.lower && !out_.tokens[value.first].roman &&
        !is_page_like(label))
        return false;
    // "October 30": never a level; "Series 1" yes, "Papers 1900-1950" no label.
    auto first = at_;
    auto const label_first = at_;
    absorb_run(label, first);
    auto end = value.last;
    if (label.meanings[0] == "signature" && out_.tokens[label_first].all_upper)
        end = std::max(end, element_end(value.first));
    auto span = value.span;
    if (label.meanings[0] == "collection") {
        end = element_end(value.first);
        span.end = out_.tokens[end - 1].span.end;
    }
    if (first != label_first || (label.meanings[0] == "signature" && head.all_upper)) {
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
    auto& chunk = add(ChunkKind::level, first, end);
    chunk.phrase = found.phrase;
    chunk.label_last = true;
    chunk.label = {out_.tokens[label_at].span.begin, out_.tokens[end - 1].span.end};
    chunk.inner = lettered ? Span{out_.tokens[first].span.begin, head.span.end}
                  : range  ? Span{head.span.begin, out_.tokens[range_end].span.end}
                           : head.span;
    chunk.set(Trait::digits);
    at_ = end;
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
    auto& chunk = add(ChunkKind::level, at_, end);
    chunk.phrase = found.phrase;
    chunk.label_last = true;
    chunk.inner = head.span;
    chunk.set(Trait::digits);
    at_ = end;
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
    if (!found.phrase || found.phrase->meanings.front() != "page" || !mark(at_ + 1 + found.size, '.'))
        return false;
    auto& chunk = add(ChunkKind::level, at_, at_ + 1 + found.size);
    chunk.phrase = found.phrase;
    chunk.label_last = true;
    chunk.inner = out_.tokens[at_].span;
    chunk.set(Trait::digits);
    auto const stop = at_ + 1 + found.size;
    add(ChunkKind::stop, stop, stop + 1);
    at_ = stop + 1;
    return true;
}

/// "here 71", "at 1210", "hier S. 109": the place meant within the pages given before.
bool Chunker::pinpoint(Phrase const& page) {
    auto const written = word(at_);
    if (written != "here" && written != "at" && written != "hier" && written != "esp" && written != "bes" &&
        written != "ici" && written != "especially")
        return false;
    if (out_.list.empty() ||
        (out_.list.back().kind != ChunkKind::comma && out_.list.back().kind != ChunkKind::publication))
        return false;
    auto at = at_ + 1;
    if (mark(at, '.')) ++at;
    auto const next = token(at);
    bool const label =
        next && next->phrase && next->is(WordClass::label) &&
        (next->phrase->meanings.front() == "page" || next->phrase->meanings.front() == "volume" ||
         next->phrase->meanings.front() == "column");
    if (label) {
        auto const first = at_;
        at_ = at;
        if (level()) {
            out_.list.back().first = first;
            out_.list.back().span.begin = out_.tokens[first].span.begin;
            return true;
        }
        at_ = first;
        return false;
    }
    if (!next || !next->number || !at_boundary(at + 1)) return false;
    auto& chunk = add(ChunkKind::level, at_, at + 1);
    chunk.phrase = &page;
    chunk.inner = next->span;
    chunk.set(Trait::digits);
    at_ = at + 1;
    return true;
}

/// "105 Am. Hist. Rev. 807", "61 Stat. 495": the volume before the name of a periodical, its page behind.
bool Chunker::reporter() {
    constexpr std::uint32_t reach = 12;
    if (!out_.tokens[at_].number || is_year(word(at_)) || out_.list.empty() || mark(at_ + 1, '.'))
        return false;
    auto const before = out_.list.back().kind;
    if (before != ChunkKind::comma && before != ChunkKind::quote) return false;
    std::uint32_t words = 0;
    for (auto at = at_ + 1; at < at_ + reach && token(at); ++at) {
        auto const& item = *token(at);
        if (item.is_mark('.')) continue;
        if (item.kind != TokenKind::word) return false;
        if (item.number) {
            if (words == 0 || is_year(word(at)) || !at_boundary(at + 1)) return false;
            add(ChunkKind::number, at_, at_ + 1).set(Trait::digits);
            classify(add(ChunkKind::text, at_ + 1, at), out_, lexicon_);
            add(ChunkKind::number, at, at + 1).set(Trait::digits);
            at_ = at + 1;
            return true;
        }
        bool const small =
            item.lower && (word(at) == "of" || word(at) == "and" || word(at) == "the" || word(at) == "L");
        if ((!item.upper && !small) || item.is(WordClass::month) || item.is(WordClass::label)) return false;
        ++words;
    }
    return false;
}

/// "第123页", "第2期", "第1卷": a number between the ordinal sign and its counter.
bool Chunker::counter() {
    struct Counter {
        string_view sign, meaning;
    };
    constexpr std::array counters = {
        Counter{"页", "page"},   Counter{"頁", "page"},  Counter{"版", "page"},   Counter{"期", "issue"},
        Counter{"号", "issue"},  Counter{"號", "issue"}, Counter{"卷", "volume"}, Counter{"册", "volume"},
        Counter{"輯", "volume"}, Counter{"辑", "volume"}};
    static std::array const labels = [&] {
        std::array<Phrase, counters.size()> out;
        for (std::size_t i = 0; i < counters.size(); ++i) out[i].meanings = {counters[i].meaning};
        return out;
    }();
    constexpr string_view ordinal = "第";
    auto const written = word(at_);
    if (!written.starts_with(ordinal)) return false;
    for (std::size_t i = 0; i < counters.size(); ++i) {
        // "第111—126页": a dash between parts the word.
        auto last = at_;
        if (!word(last).ends_with(counters[i].sign) && mark(at_ + 1, '-') && token(at_ + 2)) last = at_ + 2;
        auto const sign = counters[i].sign;
        if (!word(last).ends_with(sign)) continue;
        Span const value{out_.tokens[at_].span.begin + ordinal.size(),
                         out_.tokens[last].span.end - sign.size()};
        if (value.begin >= value.end || !is_digit(out_.text[value.begin])) return false;
        end_run();
        auto& chunk = add(ChunkKind::level, at_, last + 1);
        chunk.phrase = &labels[i];
        chunk.inner = value;
        chunk.label = {out_.tokens[at_].span.begin, value.begin};
        chunk.set(Trait::digits);
        at_ = last + 1;
        return true;
    }
    return false;
}

/// "33:2", "136–54", "#52", "20 f.": a number alone in its element.
bool Chunker::bare_number() {
    auto const& head = out_.tokens[at_];
    if (head.kind != TokenKind::word) return false;
    auto const written = word(at_);
    bool const marked = written.size() > 1 && written[0] == '#' && is_digit(written[1]);
    static Phrase const page = [] {
        Phrase out;
        out.meanings = {"page"};
        return out;
    }();
    if (head.lower && pinpoint(page)) return true;
    if (written == "passim" && at_boundary(at_ + 1) && out_.list.size() > 1 &&
        out_.list.back().kind == ChunkKind::comma &&
        (out_.list[out_.list.size() - 2].kind == ChunkKind::text ||
         out_.list[out_.list.size() - 2].kind == ChunkKind::publication)) {
        add(ChunkKind::level, at_, at_ + 1).phrase = &page;
        ++at_;
        return true;
    }
    // "College Park, MD" is no Roman 1500.
    if (head.roman && head.is(WordClass::region)) return false;
    // "English Historical Review, cx (1995)".
    bool const behind_comma = !out_.list.empty() && out_.list.back().kind == ChunkKind::comma;
    bool const small_roman =
        head.lower && is_volume_numeral(written) && behind_comma && token(at_ + 1) &&
        ((token(at_ + 1)->kind == TokenKind::open && token(at_ + 2) && is_year(word(at_ + 2))) ||
         mark(at_ + 1, ':') || mark(at_ + 1, ','));
    // "(Boston: Beacon, 2005), xiv"
    bool const front_page = head.lower && is_volume_numeral(written) && behind_comma &&
                            at_boundary(at_ + 1) && out_.list.size() > 1 &&
                            (out_.list[out_.list.size() - 2].kind == ChunkKind::publication ||
                             out_.list[out_.list.size() - 2].is(Trait::upper));
    // "African Historical Studies, III (1970)"
    bool const roman_volume =
        head.roman && behind_comma && token(at_ + 1) && token(at_ + 1)->kind == TokenKind::open &&
        token(at_ + 1)->match != no_token &&
        read_date(out_.tokens, out_.text, at_ + 2).value_or(ReadDate{}).end == token(at_ + 1)->match;
    // "Washington Post, April 9, 1956, A10"
    bool const section = behind_comma && out_.list.size() >= 2 && out_.list[out_.list.size() - 2].has_day &&
                         head.upper && is_section_page(written) && at_boundary(at_ + 1);
    // "291 n. 87": a note on that page.
    if (head.number && !is_year(written) &&
        (word(at_ + 1) == "n" || word(at_ + 1) == "nn" || word(at_ + 1) == "note")) {
        auto const value = mark(at_ + 2, '.') ? at_ + 3 : at_ + 2;
        if (token(value) && token(value)->number && at_boundary(value + 1)) {
            auto& chunk = add(ChunkKind::level, at_, value + 1);
            chunk.phrase = &page;
            chunk.set(Trait::digits);
            at_ = value + 1;
            return true;
        }
    }
    // "46ff.", "131n44"
    bool const pinned = head.digits && is_pinned_page(written) && at_boundary(at_ + 1) && behind_comma;
    if (pinned) {
        auto& chunk = add(ChunkKind::level, at_, at_ + 1);
        chunk.phrase = &page;
        chunk.set(Trait::digits);
        ++at_;
        if (mark(at_, '.') && written.ends_with('f')) {
            out_.list.back().span.end = out_.list.back().inner.end = out_.tokens[at_].span.end;
            if (!is_stop(at_)) ++at_;
        }
        return true;
    }
    // "(2 vols., Boppard, 1983), I. 630–31"
    bool const volume_stop = head.roman && behind_comma && mark(at_ + 1, '.') && token(at_ + 2) &&
                             token(at_ + 2)->digits && out_.list.size() > 1 &&
                             out_.list[out_.list.size() - 2].kind == ChunkKind::publication;
    if (volume_stop) {
        auto& chunk = add(ChunkKind::number, at_, at_ + 2);
        chunk.roman = true;
        chunk.inner = head.span;
        at_ += 2;
        return true;
    }
    if (!head.number && !marked && !small_roman && !front_page && !section && !roman_volume &&
        !(head.roman && at_boundary(at_ + 1) && !mark(at_ + 1, '.') &&
          !(token(at_ + 1) && token(at_ + 1)->kind == TokenKind::open)))
        return false;
    Value value{at_, at_ + 1, head.span};
    auto const next = token(at_ + 1);
    if (next && next->kind == TokenKind::word && is_following(word(at_ + 1))) {
        extend_value(value, page);
        auto& chunk = add(ChunkKind::level, at_, value.last);
        chunk.phrase = &page;
        chunk.inner = value.span;
        chunk.set(Trait::digits);
        at_ = value.last;
        end_with_following();
        return true;
    }
    bool const ends = at_boundary(at_ + 1) || marked || roman_volume ||
                      (next && next->is(WordClass::conjunction)) ||
                      (next && next->is(WordClass::in) && next->lower);
    if (!ends) return reporter();
    auto& chunk = add(ChunkKind::number, at_, at_ + 1);
    chunk.set(Trait::digits);
    chunk.roman = head.roman || small_roman;
    chunk.paged = written.find(':') != string_view::npos;
    chunk.coded = std::ranges::count_if(written, [](char c) { return c == '-' || c == '/'; }) >= 2;
    if (marked) chunk.inner.begin += 1;
    ++at_;
    return true;
}

}  // namespace fonds
