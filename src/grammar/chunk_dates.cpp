// Dates: which are accepted, and which numbers are pages.

#include <array>

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

bool Chunker::date() {
    if (undated() || days_of_paper()) return true;
    auto const& first = token(at_);
    if (first.kind != TokenKind::word) return false;
    auto at = at_;
    // "Paris, le 12 février 1965", "Stockholm den 3 mars 1951": the article before the day is no part of it,
    bool const article =
        run_ == no_token && first.lower && first.is(WordClass::article) && token(at + 1).digits;
    // nor the preposition in "v. 21. 9. 1865", "vom 5. Mai", "dated 5 May".
    bool const preposition = !article && first.lower && first.is(WordClass::date_lead);
    if (article || preposition) at += preposition && mark(at + 1, '.') ? 2U : 1U;
    auto const read = read_date(out_.tokens, out_.text, at);
    if (!read || (article && (read->date.start.day == 0 || read->date.start.year == 0))) return false;
    // "HR-HDA-1220": the number of a fond at the archive's letters.
    if (auto const& list = out_.list; list.size() > 1 && list.back().kind == ChunkKind::dash &&
                                      list[list.size() - 2].kind == ChunkKind::archive && !first.space_before)
        return false;
    if (is_number_of_access(at, read->end)) return false;
    bool const year_only = read->date.start.month == 0 && read->date.start.season == 0;
    if (year_only && !preposition && is_page_number(*read, at)) return false;
    if (year_only && (preposition || !at_boundary(read->end)) && !word(at).ends_with("年")) {
        auto const& next = token(read->end);
        if (!next.is(WordClass::conjunction) || preposition) return false;
    }
    if (read->date.start.year == 0 && !at_boundary(read->end) && !token(read->end).lower) return false;
    if (preposition) {
        run_ = at_;
        at_ = at;
        end_run();
    }
    accept_date(at, read->end, read->date);
    return true;
}

/// "Arquivo Oswaldo Aranha, OA cp 1947.05.12": how Brazil's papers of persons are numbered.
bool Chunker::is_code_of_papers() const {
    constexpr std::size_t figures = 10, year = 4, longest = 3;
    auto const code = word(at_);
    return run_ != no_token && at_ > run_ + 1 && code.size() == figures && code[year] == '.' &&
           token(run_).all_upper && token(at_ - 1).lower && word(at_ - 1).size() <= longest;
}

/// "NL-HaNA, Algemene Secretarie, 2.10.14, inv.nr. 3112": Dutch archives number what they hold in figures
/// with stops, before the piece.
bool Chunker::is_number_of_access(std::uint32_t first, std::uint32_t last) const {
    if (last != first + 1 || word(first).find('.') == string_view::npos || !mark(last, ',')) return false;
    auto const label = find(last + 1, mask(WordClass::label)).phrase;
    return label && (contains(label->meanings(), "signature") || contains(label->meanings(), "number")) &&
           is_behind_archive();
}

/// "Northern Star, 1, 8 February 1840", "The Times, 6, 13, and 20 May 1848": several days of one month,
/// behind the name of a newspaper.
bool Chunker::days_of_paper() {
    constexpr int last_day = 31;
    constexpr std::uint32_t most = 6;
    auto const paper = before_comma();
    if (!paper || paper->kind != ChunkKind::text || !paper->is(Trait::newspaper) || paper->is(Trait::letter))
        return false;
    auto at = at_;
    int day = 0;
    for (; at < at_ + 2 * most && token(at).number && mark(at + 1, ','); at += 2) {
        auto const next = leading_number(word(at));
        if (!is_all_digits(word(at)) || next <= day || next > last_day) return false;
        day = next;
    }
    if (at > at_ && token(at).lower && token(at).is(WordClass::conjunction)) ++at;
    auto const read = at > at_ ? read_date(out_.tokens, out_.text, at) : std::nullopt;
    if (!read || read->date.start.day <= day || read->date.end || read->date.start.month == 0 ||
        read->date.start.year == 0)
        return false;
    auto days = read->date;
    days.end = days.start;
    days.start.day = static_cast<decltype(days.start.day)>(leading_number(word(at_)));
    days.raw = slice(out_.text, {token(at_).span.begin, token(read->end - 1).span.end});
    accept_date(at_, read->end, std::move(days));
    return true;
}

/// "(Washington, 1994), 1125–47", "Garthoff, Détente, 1130": a number of four digits that is a page.
bool Chunker::is_page_number(ReadDate const& read, std::uint32_t at) const {
    // Numbers below are rather pages than years; so are, behind the number of a document, ranges below.
    constexpr int earliest_year = 1400, earliest_span = 1700;
    auto const year = read.date.start.year;
    auto const& list = out_.list;
    // "(Wien 1980) 1207–1303": at once behind the imprint.
    if (!list.empty() && list.back().kind == ChunkKind::publication) return true;
    // "(2007): 1091–1117", "317(7167):1220–3"
    if (list.size() > 1 && list.back().kind == ChunkKind::colon &&
        (list[list.size() - 2].kind == ChunkKind::publication ||
         list[list.size() - 2].kind == ChunkKind::aside || list[list.size() - 2].is(Trait::digits)))
        return true;
    bool const behind_quote = !list.empty() && list.back().kind == ChunkKind::quote;  // “Title,” 1103
    if (list.size() < 2 || !(list.back().kind == ChunkKind::comma || behind_quote) || read.end != at + 1 ||
        !token(at).number)
        return false;
    if (list[list.size() - 2].kind == ChunkKind::publication && !behind_quote) return true;
    // "doc. 388, 1452–59": behind the number of a document its pages.
    if (list[list.size() - 2].kind == ChunkKind::level && list[list.size() - 2].means("document") &&
        read.date.end && year < earliest_span)
        return true;
    auto const& next = token(read.end);
    // "Ministerium des Innern, 1076, Bl. 26": a file before its leaves.
    auto const leaf = next.is_mark(',') ? find(read.end + 1, mask(WordClass::label)).phrase : nullptr;
    if (year >= earliest_year) return false;
    return (leaf && contains(leaf->meanings(), "leaf")) ||
           (!next.exists() || next.is_mark(';') || next.is_mark('.'));
}

/// "n.d.", "o. D.", "б. д.": words for a date that is not known.
bool Chunker::undated() {
    auto const found = find(at_, mask(WordClass::undated));
    auto const end = at_ + found.size;
    if (!found.phrase || !at_boundary(end)) return false;
    // "Bd." is a volume, "b.d." no date.
    if (found.size == 1 && word(at_).size() <= 4 && word(at_).find('.') == string_view::npos) return false;
    auto const last =
        mark(end, '.') && !token(end).space_before && token(end + 1).exists() && !token(end + 1).upper
            ? end + 1
            : end;
    add_text(at_, last);
    out_.list.back().set(Trait::undated);
    at_ = last;
    return true;
}

/// "Rusk to Bruce, May 1 and June 3, 1961": two letters, not one with a span of days; where the "and" stands
/// that joins them.
std::uint32_t Chunker::joint_of_letters(std::uint32_t first, std::uint32_t last, Date const& date) const {
    auto const letter = before_comma();
    if (!date.end || date.start.day == 0 || date.end->day == 0 || !letter || !letter->is(Trait::letter) ||
        letter->is(Trait::genre_head))
        return no_token;
    for (auto at = first + 1; at + 1 < last; ++at) {
        if (mark(at, ',')) return no_token;
        if (token(at).is(WordClass::conjunction)) return at;
    }
    return no_token;
}

void Chunker::accept_date(std::uint32_t first, std::uint32_t last, Date date) {
    // "11 января 1961 г.", "12 maja 1957 r.": the word for the year is part of the date.
    auto const year_word = word(last);
    if ((year_word == "г" || year_word == "г." || year_word == "года" || year_word == "r" ||
         year_word == "roku" || year_word == "року") &&
        date.start.year != 0 && at_boundary(last + 1)) {
        ++last;
        if (mark(last, '.') && !is_stop(last)) ++last;
    }
    if (auto const joint = joint_of_letters(first, last, date); joint != no_token) {
        Date earlier;
        earlier.start = date.start;
        accept_date(first, joint, std::move(earlier));
        add(ChunkKind::conjunction, joint, joint + 1);
        date.start = *date.end;
        date.end.reset();
        date.raw.clear();
        return accept_date(joint + 1, last, std::move(date));
    }
    auto& chunk = add(ChunkKind::date, first, last);
    chunk.has_year = date.start.year != 0;
    chunk.has_day = date.start.day != 0;
    chunk.is_span = date.end.has_value();
    chunk.date = keep(std::move(date));
    at_ = last;
}

}  // namespace fonds
