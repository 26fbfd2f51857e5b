// Numbers that stand alone: pages, volumes, reporters, East Asian counters.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/small_roman.hpp"

namespace fonds {

using std::string_view;

namespace {

/// "xiv", "xi–xiii".
bool are_front_pages(string_view written) {
    auto const first = written.substr(0, small_roman_size(written));
    auto rest = written.substr(first.size());
    if (rest.empty()) return is_clear_small_roman(first);
    for (string_view const dash : {"–", "-", "—"})
        if (rest.starts_with(dash))
            return is_clear_small_roman(first) && is_clear_small_roman(rest.substr(dash.size()));
    return false;
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

/// "35.2", "35.1–2"
bool is_pair_of_numbers(string_view word) {
    auto const stop = word.find('.');
    if (stop == string_view::npos || stop == 0 || stop > 3 || !is_all_digits(word.substr(0, stop)))
        return false;
    constexpr std::size_t longest = 2;
    auto const second = word.substr(stop + 1);
    auto const first_issue = second.substr(0, count_digits(second));
    auto const behind = second.substr(first_issue.size());
    auto const last_issue = behind.substr(dash_size(behind));
    return first_issue.size() <= longest && !first_issue.empty() &&
           (behind.empty() ||
            (dash_size(behind) > 0 && last_issue.size() <= longest && is_all_digits(last_issue)));
}

/// Whether a label is one of pages, or of other places in a printed work.
bool is_place_in_work(Phrase const& label) {
    constexpr std::array places = {string_view{"page"},    string_view{"volume"},    string_view{"column"},
                                   string_view{"chapter"}, string_view{"paragraph"}, string_view{"part"},
                                   string_view{"note"}};
    return contains(places, label.meanings().front());
}

}  // namespace

/// "here", "esp.", "hier", "ovde", "zde": before the place meant within the pages given before.
bool Chunker::points_to_place(std::uint32_t at) const {
    auto const& here = token(at);
    return here.lower && here.is(WordClass::pinpoint);
}

/// "here 71", "at 1210", "hier S. 109", "esp. chap. 2", "especially at 30": the place meant within the pages
/// given before, or in the book.
bool Chunker::pinpoint() {
    if (!points_to_place(at_) || out_.list.empty()) return false;
    // "462–511 at 467": without a comma.
    auto const& before = out_.list.back();
    bool const behind_pages =
        before.kind == ChunkKind::number ||
        (before.kind == ChunkKind::level && before.phrase && before.phrase->meanings().front() == "page");
    // "Id. at 68": behind a word for the source before.
    bool const behind_same = before.kind == ChunkKind::idem || before.kind == ChunkKind::ibid;
    if (!behind_pages && !behind_same && before.kind != ChunkKind::comma &&
        before.kind != ChunkKind::publication)
        return false;
    auto at = at_;
    while (points_to_place(at)) at += mark(at + 1, '.') || mark(at + 1, ':') ? 2U : 1U;  // "hier: Bd. 1"
    auto const& next = token(at);
    if (next.phrase && next.is(WordClass::label) && is_place_in_work(*next.phrase)) {
        auto const first = at_;
        at_ = at;
        if (level()) {
            out_.list.back().first = first;
            out_.list.back().span.begin = token(first).span.begin;
            return true;
        }
        at_ = first;
        return false;
    }
    if (!next.number) return false;
    Value value{at, at + 1, next.span};
    extend_value(value, own_page.phrase);
    if (!at_boundary(value.last)) return false;
    add_page(at_, value.last).inner = value.span;
    return true;
}

/// Whether the place meant within the pages at hand follows them: "462–511 at 467".
bool Chunker::pinpoint_follows() const {
    auto const& place = token(at_ + 2);
    return points_to_place(at_ + 1) && (place.number || place.is(WordClass::label));
}

/// "105 Am. Hist. Rev. 807", "61 Stat. 495": the volume before the name of a periodical, its page behind.
bool Chunker::reporter() {
    constexpr std::uint32_t reach = 12;
    if (!token(at_).number || is_year(word(at_)) || mark(at_ + 1, '.')) return false;
    auto const before = out_.list.empty() ? ChunkKind::stop : out_.list.back().kind;
    // "‘Self-Determination’ (1994) 43 ICLQ 241": lawyers put the year before the volume.
    bool const behind_year = before == ChunkKind::publication && out_.list.size() > 1 &&
                             out_.list[out_.list.size() - 2].kind == ChunkKind::quote;
    bool const behind_title = before == ChunkKind::comma || before == ChunkKind::quote || behind_year;
    if (!behind_title && before != ChunkKind::stop && before != ChunkKind::semicolon &&
        before != ChunkKind::signal)
        return false;
    std::uint32_t words = 0;
    bool shortened = true;  // every word: "F. Supp.", as the reports of courts are
    for (auto at = at_ + 1; at < at_ + reach && token(at).exists(); ++at) {
        auto const& item = token(at);
        if (item.is_mark('.')) continue;
        if (behind_year && item.is_mark(':') && words > 0) continue;  // "32 Dialogue: Canadian Review 22"
        if (item.kind != TokenKind::word) return false;
        if (item.number) {
            bool const laws = find(at_ + 1, mask(WordClass::legal)).phrase != nullptr;  // "88 Stat. 1561"
            bool const address = token(at + 1).kind == TokenKind::url || token(at + 2).kind == TokenKind::url;
            if (words == 0 || (is_year(word(at)) && !laws) || !(at_boundary(at + 1) || address)) return false;
            bool const ends = laws || token(at + 1).kind == TokenKind::open || mark(at + 1, ',');
            if (!behind_title && (!shortened || !ends)) return false;
            add(ChunkKind::number, at_, at_ + 1).set(Trait::digits);
            add_text(at_ + 1, at);
            add(ChunkKind::number, at, at + 1).set(Trait::digits);
            at_ = at + 1;
            return true;
        }
        bool const small = (item.lower && (behind_year || word(at) == "of" || word(at) == "the")) ||
                           item.is(WordClass::conjunction) || word(at) == "L";
        bool const label =
            item.is(WordClass::label) &&
            !((words > 0 || item.span.size() == 1) && mark(at + 1, '.')) &&  // "F. Supp."
            !(behind_year && item.upper);  // "28 Columbia J Transnatl L 291", "56 Modern Language Notes 110"
        if ((!item.upper && !small) || item.is(WordClass::month) || label) return false;
        shortened = shortened && mark(at + 1, '.');
        ++words;
    }
    return false;
}

/// "第123页", "제43호", "第1卷": a number between the ordinal sign and its counter; "45-47頁", "82巻":
/// without the sign; "中卷": of a work in two or three volumes.
bool Chunker::counter() {
    struct Counter {
        string_view sign;
        Phrase const* label;
        bool alone;  ///< stands without the ordinal sign too
    };
    static constexpr auto *page = &own_page.phrase, *issue = &own_issue.phrase, *volume = &own_volume.phrase;
    constexpr std::array counters = {
        Counter{"页", page, true},   Counter{"頁", page, true},   Counter{"版", page, false},
        Counter{"쪽", page, true},   Counter{"면", page, true},   Counter{"期", issue, true},
        Counter{"号", issue, true},  Counter{"號", issue, true},  Counter{"호", issue, true},
        Counter{"卷", volume, true}, Counter{"巻", volume, true}, Counter{"册", volume, true},
        Counter{"冊", volume, true}, Counter{"輯", volume, true}, Counter{"辑", volume, true},
        Counter{"권", volume, true}, Counter{"집", volume, true}, Counter{"集", volume, false}};
    constexpr std::array ordinals = {string_view{"第"}, string_view{"제"}};
    constexpr std::array positions = {string_view{"上"}, string_view{"中"}, string_view{"下"}};
    auto const written = word(at_);
    if (written.empty() || (static_cast<unsigned char>(written.front()) < 0x80 &&
                            static_cast<unsigned char>(written.back()) < 0x80))
        return false;
    auto const ordinal = std::find_if(ordinals.begin(), ordinals.end(),
                                      [&](string_view sign) { return written.starts_with(sign); });
    // "第 12-15 页": with spaces between.
    if (ordinal != ordinals.end() && written == *ordinal && token(at_ + 1).digits)
        for (auto const& [sign, label, alone] : counters)
            if (word(at_ + 2) == sign)
                return add_counted(at_ + 3, *label, token(at_).span, token(at_ + 1).span);
    auto const before = ordinal == ordinals.end() ? 0 : ordinal->size();
    for (auto const& [sign, label, alone] : counters) {
        // "第111—126页": a dash between parts the word.
        auto last = at_;
        if (!word(last).ends_with(sign) && before != 0 && mark(at_ + 1, '-')) last = at_ + 2;
        if (!word(last).ends_with(sign)) continue;
        Span const value{token(at_).span.begin + before, token(last).span.end - sign.size()};
        if (value.begin >= value.end) return false;
        bool const position = before == 0 && label == volume && contains(positions, slice(out_.text, value));
        if (!position && (!is_digit(out_.text[value.begin]) || (before == 0 && !alone))) return false;
        return add_counted(last + 1, *label, {token(at_).span.begin, value.begin}, value);
    }
    return false;
}

bool Chunker::add_counted(std::uint32_t last, Phrase const& label, Span ordinal, Span value) {
    end_run();
    auto& chunk = add_number(at_, last, label);
    chunk.label = ordinal;
    chunk.inner = value;
    return true;
}

/// A level of one number; the next chunk begins behind it.
Chunk& Chunker::add_number(std::uint32_t first, std::uint32_t last, Phrase const& label) {
    auto& chunk = add(ChunkKind::level, first, last);
    chunk.phrase = &label;
    chunk.set(Trait::digits);
    at_ = last;
    return chunk;
}

/// A page without a label.
Chunk& Chunker::add_page(std::uint32_t first, std::uint32_t last) {
    return add_number(first, last, own_page.phrase);
}

/// "20 f.", "51 et seq."
bool Chunker::following_pages() {
    auto const& next = token(at_ + 1);
    if (next.kind != TokenKind::word) return false;
    bool const joined = next.is(WordClass::conjunction) && next.lower && word(at_ + 1) != "and" &&
                        token(at_ + 2).is_small(WordClass::following_behind_and);
    if (!joined && !token(at_ + 1).is_small(WordClass::following)) return false;
    Value value{at_, at_ + 1, token(at_).span};
    extend_value(value, own_page.phrase);
    add_page(at_, value.last).inner = value.span;
    end_with_following();
    return true;
}

/// "passim" behind a work.
bool Chunker::passim() {
    auto const work = before_comma();
    if (word(at_) != "passim" || !at_boundary(at_ + 1) || !work ||
        (work->kind != ChunkKind::text && work->kind != ChunkKind::publication))
        return false;
    add(ChunkKind::level, at_, at_ + 1).phrase = &own_page.phrase;
    ++at_;
    return true;
}

/// "291 n. 87": a note on that page.
bool Chunker::page_and_note() {
    if (!token(at_).number || is_year(word(at_))) return false;
    if (auto const label = word(at_ + 1); label != "n" && label != "nn" && label != "note") return false;
    auto const note = mark(at_ + 2, '.') ? at_ + 3 : at_ + 2;
    if (!token(note).number || !at_boundary(note + 1)) return false;
    add_page(at_, note + 1);
    return true;
}

/// "46ff.", "131n44".
bool Chunker::pinned_page() {
    auto const written = word(at_);
    if (!token(at_).digits || !is_pinned_page(written) || !at_boundary(at_ + 1) || !behind_comma())
        return false;
    auto& page = add_page(at_, at_ + 1);
    if (mark(at_, '.') && written.ends_with('f')) {
        page.span.end = page.inner.end = token(at_).span.end;
        if (!is_stop(at_)) ++at_;
    }
    return true;
}

namespace {
/// Letters that are initials and classes oftener than numbers: "C. 202", "M. 14".
bool is_lone_letter(string_view numeral) {
    return numeral == "C" || numeral == "D" || numeral == "L" || numeral == "M";
}
}  // namespace

/// "Life of Disraeli, iv. 123–5", "(3 vols., 1907), i. 134", "Sauzay, II. 221": British notes and old ones
/// part volume and page by a stop.
bool Chunker::is_volume_before_page() const {
    auto const& numeral = token(at_);
    auto const& page = token(at_ + 2);
    // "V.1961": a Yugoslav year.
    bool const capital = numeral.upper && numeral.roman && !is_lone_letter(word(at_)) && page.digits &&
                         page.space_before && !is_year(word(at_ + 2));
    if (!(numeral.lower || capital) || numeral.digits || !mark(at_ + 1, '.') || !page.number ||
        (!capital && !is_small_roman(word(at_))))
        return false;
    auto const work = before_comma();
    // "c. 45" is a column, "l. 5" a leaf; "v. 12" behind words a volume by its label.
    if (!work || word(at_) == "c" || word(at_) == "l") return false;
    // "Angola, cx. 53" is a Portuguese box, "liv. 17" a book, "cc. 4" Italian leaves.
    bool const ambiguous =
        word(at_) == "v" || word(at_) == "cx" || word(at_) == "liv" || word(at_) == "cc" || word(at_) == "ll";
    return work->kind == ChunkKind::publication ||
           (work->kind == ChunkKind::text && work->is(Trait::upper) && !ambiguous &&
            !work->is(Trait::repository) && !work->is(Trait::reference) &&
            (!work->is(Trait::collection) || work->is(Trait::bound) ||
             token(work->last - 1).is(WordClass::writings)));  // "Hobbes, Correspondence, i. 126"
}

/// "(2 vols., Boppard, 1983), I. 630–31".
bool Chunker::volume_before_page() {
    auto const& head = token(at_);
    auto const work = before_comma();
    bool const behind_imprint = head.roman && work && work->kind == ChunkKind::publication &&
                                mark(at_ + 1, '.') && token(at_ + 2).digits;
    return (behind_imprint || is_volume_before_page()) && small_volume();
}

/// A volume in Roman numerals and its stop.
/// "Türk Dış Politikası, C. II, İstanbul", "Lozan, C. 2": a volume as Turkish notes have it ("cilt"); "Louis,
/// C. I." are initials.
bool Chunker::capital_volume() {
    if (word(at_) != "C" || !mark(at_ + 1, '.') || !behind_comma() || !token(at_ + 2).space_before)
        return false;
    auto const& number = token(at_ + 2);
    bool const figure = number.number && number.span.size() <= 2;
    auto const& after = token(at_ + 3);
    bool const roman = number.roman && number.upper &&
                       (number.span.size() > 1 || after.is_mark(':') || !behind_family_name());
    if (!(figure || roman) || !(after.is_mark(',') || after.is_mark(':')) || is_behind_archive())
        return false;
    for (auto const& phrase : lexicon_.starting_with(hash_word("cilt"))) {
        if (phrase.words.size() != 1 || phrase.meanings().empty()) continue;
        auto const label = token(at_).span, value = number.span;
        auto& chunk = add_number(at_, at_ + 3, phrase);
        chunk.label = label;
        chunk.inner = value;
        chunk.roman = roman;
        return true;
    }
    return false;
}

bool Chunker::small_volume() {
    auto& chunk = add(ChunkKind::number, at_, at_ + 2);
    chunk.roman = true;
    chunk.inner = token(at_).span;
    at_ += 2;
    return true;
}

/// "#52".
bool Chunker::is_marked_number() const {
    auto const written = word(at_);
    return written.size() > 1 && written[0] == '#' && is_digit(written[1]);
}

/// Whether a bracket with nothing but a date follows.
bool Chunker::date_in_bracket_follows() const {
    auto const& next = token(at_ + 1);
    return next.kind == TokenKind::open && next.match != no_token &&
           read_date(out_.tokens, out_.text, at_ + 2).value_or(ReadDate{}).end == next.match;
}

/// "English Historical Review, cx (1995)", "3rd ser., ii (1 Mar. 1831)", "“Malmesbury Diaries,” iii, 259".
bool Chunker::is_small_volume() const {
    bool const behind_quote = !out_.list.empty() && out_.list.back().kind == ChunkKind::quote;
    if (!token(at_).lower || !is_clear_small_roman(word(at_)) || !(behind_comma() || behind_quote))
        return false;
    return date_in_bracket_follows() || mark(at_ + 1, ':') || mark(at_ + 1, ',');
}

/// "African Historical Studies, III (1970)", "PP 1847–48, XXII (272)".
bool Chunker::is_roman_volume() const {
    auto const papers = before_comma();
    auto const& next = token(at_ + 1);
    bool const numbered = papers && begins_sessional_papers(out_, papers->first) &&
                          next.kind == TokenKind::open && next.match == at_ + 3 &&
                          is_all_digits(word(at_ + 2));
    return token(at_).roman && behind_comma() && (numbered || date_in_bracket_follows());
}

/// "Journal of Contemporary History, 35.2 (2000)".
bool Chunker::is_volume_and_issue() const {
    return token(at_).digits && is_pair_of_numbers(word(at_)) && behind_comma() && date_in_bracket_follows();
}

/// "(Boston: Beacon, 2005), xiv", "Ibid., xi–xii".
bool Chunker::is_front_page() const {
    if (!token(at_).lower || !are_front_pages(word(at_)) || !at_boundary(at_ + 1)) return false;
    auto const work = before_comma();
    return work &&
           (work->kind == ChunkKind::publication || work->kind == ChunkKind::ibid || work->is(Trait::upper));
}

/// "Washington Post, April 9, 1956, A10".
bool Chunker::is_page_of_section() const {
    auto const day = before_comma();
    return day && day->has_day && token(at_).upper && is_section_page(word(at_)) && at_boundary(at_ + 1);
}

/// "Wurzbach 14 S. 30".
bool Chunker::is_volume_of_author() const {
    return !out_.list.empty() && out_.list.back().last == at_ && out_.list.back().is(Trait::name) &&
           numbered_behind(at_ + 1);
}

/// "(Seoul, 1962), 26 quoted in Merrill": without a comma.
bool Chunker::quotation_follows(std::uint32_t at) const {
    auto const found = find(at, mask(WordClass::signal));
    return found.phrase && token(at).lower && found.phrase->signal() == "quoted";
}

/// "33:2", "136–54", "#52", "20 f.": a number alone in its element.
bool Chunker::bare_number() {
    auto const& head = token(at_);
    if (head.kind != TokenKind::word) return false;
    if (pinpoint() || passim()) return true;
    // "College Park, MD" is no Roman 1500.
    if (head.roman && head.is(WordClass::region)) return false;
    if (page_and_note() || pinned_page() || volume_before_page()) return true;
    auto const& next = token(at_ + 1);
    // "NFA, 1. Armee": the number begins a name.
    if (next.is_mark('.') && is_ordinal_of_reference(at_ + 1)) return false;
    bool const marked = is_marked_number(), small_volume = is_small_volume(),
               roman_volume = is_roman_volume(), with_issue = is_volume_and_issue(),
               of_author = is_volume_of_author();
    bool const roman =
        head.roman && at_boundary(at_ + 1) && !next.is_mark('.') && next.kind != TokenKind::open;
    if (!head.number && !marked && !small_volume && !roman_volume && !with_issue && !of_author && !roman &&
        !is_front_page() && !is_page_of_section())
        return false;
    if (following_pages()) return true;
    bool const ends = marked || roman_volume || with_issue || of_author || at_boundary(at_ + 1) ||
                      pinpoint_follows() || next.is(WordClass::conjunction) ||
                      (next.is(WordClass::in) && next.lower) || quotation_follows(at_ + 1);
    if (!ends) return reporter();
    auto const written = word(at_);
    auto& chunk = add(ChunkKind::number, at_, at_ + 1);
    chunk.set(Trait::digits);
    chunk.roman = head.roman || small_volume;
    chunk.paged = written.find(':') != string_view::npos;
    chunk.parted = written.find('/') != string_view::npos;
    chunk.coded = std::ranges::count_if(written, [](char c) { return c == '-' || c == '/'; }) >= 2;
    if (marked) chunk.inner.begin += 1;
    ++at_;
    return true;
}

}  // namespace fonds
