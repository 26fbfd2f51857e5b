// Heads of letters and described documents: who wrote to whom, what form of paper it is, what it is called.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/german_cases.hpp"
#include "note/lowerer.hpp"
#include "note/slavic_cases.hpp"

namespace fonds {

using std::string_view;

void Lowerer::head(Part const& part) {
    auto first = at(part.first).first;
    auto last = at(part.last - 1).last;
    if (at(part.last - 1).kind == ChunkKind::aside && part.last - part.first > 1)
        last = at(part.last - 2).last;
    std::uint32_t to = no_token;
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).to != no_token && to == no_token) to = at(i).to;
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).kind == ChunkKind::date && candidate.family != Family::record) inner_date(at(i));
    if (enclosed(part, first, last)) return;
    bool const letter =
        to != no_token &&
        (candidate.family == Family::letter || candidate.family == Family::location ||
         candidate.family == Family::letter_in_volume || candidate.family == Family::short_form);
    if (letter && letter_head(first, to, last)) {
        // "Новак Б. — Зеллер П.": the form itself says who wrote to whom.
        if (at(part.first).to_by_dash) {
            low.settled.push_back({token(first).span.begin, token(last - 1).span.end});
            if (auto* const recipients = item().names.find(Variable::recipient))
                for (auto& name : *recipients)
                    if (is_dative(name.family)) set_nominative(name, SlavicCase::dative);
        }
        return;
    }
    if (candidate.family == Family::described_document && interview(first, last)) return;
    described(part, first, last);
}

/// "Handschreiben v. 24. 11. 1917 die Errichtung …": the document's date inside its description.
void Lowerer::inner_date(Chunk const& chunk) {
    if (!item().dates.find(Variable::issued)) set_date(Variable::issued, chunk);
}

void Lowerer::described(Part const& part, std::uint32_t first, std::uint32_t last) {
    auto span = trimmed(low.chunks.text, {token(first).span.begin, token(last - 1).span.end});
    if (candidate.family == Family::record) return record_head(part, first, last);
    // "report of 22 October": the word for the form alone.
    auto end = last;
    while (end > first + 1 &&
           (word(end - 1) == "of" || word(end - 1) == "dated" || word(end - 1) == "v" ||
            word(end - 1) == "vom" || token(end - 1).is_mark('.') || token(end - 1).is_mark(',') ||
            word(end - 1) == "für" || word(end - 1) == "for" || word(end - 1) == "от" ||
            word(end - 1) == "за" || word(end - 1) == "on" || word(end - 1) == "am" || word(end - 1) == "du"))
        --end;
    if (office_and_paper(first, end)) return;
    // "…, Moskva": the place of writing.
    if (part.last - part.first >= 3 && at(part.last - 1).is(Trait::place) &&
        at(part.last - 2).kind == ChunkKind::comma) {
        end = at(part.last - 2).first;
        last = end;
    }
    // "CM (56) 74th Conclusions": a paper known by its number.
    if (is_number_of_paper(first, end))
        return low.set(Variable::number,
                       trimmed(low.chunks.text, {token(first).span.begin, token(end - 1).span.end}));
    if (press_release(part, first) || addressed(first, end) || written_by_rank(first, end) ||
        written_by_office(first, end) || slavic_letter(first, end))
        return;
    std::uint32_t lower_words = 0, words = 0;
    for (auto i = first; i < end; ++i)
        if (token(i).kind == TokenKind::word) {
            ++words;
            lower_words += token(i).lower && !token(i).is(WordClass::genre) ? 1U : 0U;
        }
    // "letter from Burgess".
    for (auto i = first; i < end && i < first + 4; ++i)
        if ((word(i) == "from" || word(i) == "by" || word(i) == "von") && i > first && has_genre(first, i) &&
            reads_as_names(low.chunks, i + 1, end)) {
            genre(first, i);
            return names(Variable::author, i + 1, end);
        }
    // "Aaronsohn, Diary, March 21, 1918": what a diary is called.
    if (words == 1 && word(first) == "Diary") {
        if (item().text(Variable::title).empty()) low.set(Variable::title, token(first).span);
        return;
    }
    // "Adolf A. Berle diary": a diary is called by whose it is.
    if (auto const noun = fold_word(word(end - 1)); (noun == "diary" || noun == "diaries") &&
                                                    end - first > 1 && item().text(Variable::title).empty() &&
                                                    reads_as_names(low.chunks, first, end - 1)) {
        title_words(first, end);
        return low.settled.push_back({token(first).span.begin, token(end - 1).span.end});
    }
    if (paper_of_person(first, end)) {
        low.settled.push_back({token(first).span.begin, token(end - 1).span.end});
        return;
    }
    // Behind the reference "Cabinet Conclusions" names the paper; before it, its form.
    bool const named = behind_reference() && !token(first).is(WordClass::genre);
    if (words <= 3 && has_genre(first, end) && lower_words <= 1 && token(end - 1).is(WordClass::genre) &&
        !named) {
        auto begin = first;
        if (words > 1 && (word(first) == "unsigned" || word(first) == "undated" || word(first) == "his" ||
                          word(first) == "the"))
            begin = first + 1;
        return genre(begin, end);
    }
    if (words == 1 && token(first).is(WordClass::genre)) return genre(first, end);
    if (candidate.family == Family::described_document && reads_as_names(low.chunks, first, end) &&
        words <= 4 && words >= 2 && !has_genre(first, end) && item().names.find(Variable::author) == nullptr)
        return names(Variable::author, first, end);
    if (form_and_title(first, end) || writer_and_title(first, end)) return;
    // "Charlotte Pilkington, Rio de Janeiro": a writer and the place of writing.
    for (auto i = first; i < end; ++i)
        if (token(i).is_mark(',') && reads_as_names(low.chunks, first, i) && i - first >= 2 &&
            !has_genre(first, end) && reads_as_names(low.chunks, i + 1, end))
            return names(Variable::author, first, i);
    if (item().text(Variable::title).empty())
        low.set(
            Variable::title,
            {span.begin, trimmed(low.chunks.text, {token(first).span.begin, token(end - 1).span.end}).end});
}

void Lowerer::title_words(std::uint32_t first, std::uint32_t end) {
    low.set(Variable::title, trimmed(low.chunks.text, {token(first).span.begin, token(end - 1).span.end}));
}

/// "Minutes, executive staff meeting": the form, and what the paper is called.
bool Lowerer::form_and_title(std::uint32_t first, std::uint32_t end) {
    auto comma = first;
    while (comma < end && comma < first + 3 && token(comma).is(WordClass::genre)) ++comma;
    if (comma == first || comma + 2 >= end || !token(comma).is_mark(',') ||
        candidate.family != Family::described_document || !item().text(Variable::title).empty() ||
        is_institution({token(comma + 1).span.begin, token(end - 1).span.end}) ||
        reads_as_names(low.chunks, comma + 1, end))
        return false;
    genre(first, comma);
    title_words(comma + 1, end);
    return true;
}

/// "A. J. Sims, Polaris Submarine Programme": a writer by his initials, and what the paper is called.
bool Lowerer::writer_and_title(std::uint32_t first, std::uint32_t end) {
    auto const title = skip_initials(low.chunks, first, end);
    auto comma = title;
    while (comma < end && !token(comma).is_mark(',')) ++comma;
    if (title == first || comma + 2 >= end || item().names.find(Variable::author) ||
        !item().text(Variable::title).empty() || !reads_as_names(low.chunks, first, comma) ||
        token(comma + 1).is(WordClass::place) || !token(comma + 1).upper)
        return false;
    names(Variable::author, first, comma);
    title_words(comma + 1, end);
    return true;
}

/// "Report of Leslie A. Davis", "Miss Alma Johanson's Report": the form of a paper and whose it is.
bool Lowerer::paper_of_person(std::uint32_t first, std::uint32_t end) {
    if (paper_in_genitive(first, end)) return true;
    if (end - first < 3 || fold_word(word(first)) == "diary") return false;
    auto const is_person = [&](std::uint32_t from, std::uint32_t until) {
        bool const titled = token(from).is(WordClass::rank) && until - from > 1;
        bool initial = false;
        for (auto i = from; i + 1 < until; ++i)
            initial = initial || (token(i + 1).is_mark('.') && count_code_points(word(i)) == 1);
        return reads_as_names(low.chunks, from, until) && (titled || initial);
    };
    if (token(first).is(WordClass::genre) && (word(first + 1) == "of" || word(first + 1) == "by") &&
        is_person(first + 2, end)) {
        genre(first, first + 1);
        names(Variable::author, first + 2, end);
        return true;
    }
    // "Bericht Prof. Hupperts": a title of rank, then the name in the genitive.
    if (token(first).is(WordClass::genre) && token(first + 1).is(WordClass::rank) && token(first + 1).upper &&
        reads_as_names(low.chunks, first + 1, end)) {
        genre(first, first + 1);
        names(Variable::author, first + 1, end);
        set_german_nominative(item().names.find(Variable::author));
        return true;
    }
    // "General B. E. Powell memo".
    if (token(end - 1).is(WordClass::genre) && token(end - 1).lower && word(end - 1) != "diary" &&
        word(end - 1) != "diaries" && !has_genre(first, end - 1) && is_person(first, end - 1)) {
        genre(end - 1, end);
        names(Variable::author, first, end - 1);
        return true;
    }
    auto const owner = word(end - 2);
    for (std::string_view const sign : {"'s", "\u2019s"}) {
        if (!token(end - 1).is(WordClass::genre) || !owner.ends_with(sign) || !is_person(first, end - 1))
            continue;
        genre(end - 1, end);
        names(Variable::author, first, end - 1);
        auto* author = item().names.find(Variable::author);
        for (auto* part : {&author->back().family, &author->back().literal})
            if (part->ends_with(sign)) part->resize(part->size() - sign.size());
        low.citation.fields.back().span.end -= sign.size();
        return true;
    }
    return false;
}

/// "Hungarian Embassy in the DPRK, report", "Egypt Committee, minutes of first meeting": an office and its
/// paper.
bool Lowerer::office_and_paper(std::uint32_t first, std::uint32_t end) {
    for (auto i = end; i > first + 1; --i) {
        if (!token(i - 1).is_mark(',')) continue;
        if (end - i <= 3 && has_genre(i, end)) {
            // "Aaronsohn, Diary": what a diary is called, no form that stands apart.
            if (end - i == 1 && word(i) == "Diary") low.set(Variable::title, token(i).span);
            else genre(i, end);
            names(Variable::author, first, i - 1);
            return true;
        }
        bool office = false;
        for (auto at = first; at + 1 < i; ++at)
            office = office || (token(at).is(WordClass::institution) && token(at).upper);
        if (office && !has_genre(first, i) && token(i).is(WordClass::genre) && token(i).lower) {
            names(Variable::author, first, i - 1);
            title_words(i, end);
            return true;
        }
    }
    return false;
}

bool Lowerer::behind_reference() const {
    auto const* place = candidate.find(Role::location);
    auto const* head = candidate.find(Role::head);
    return place && head && place->first < head->first;
}

bool Lowerer::is_number_of_paper(std::uint32_t first, std::uint32_t end) const {
    bool digits = false;
    std::uint32_t words = 0;
    for (auto i = first; i < end; ++i) {
        if (token(i).kind != TokenKind::word) continue;
        ++words;
        digits = digits || token(i).digits;
        if (token(i).lower && !token(i).digits) return false;
    }
    return digits && words >= 2 && words <= 6 && token(first).all_upper;
}

/// "Department of State Press Release No. 78": the office, the form and its number.
bool Lowerer::press_release(Part const& part, std::uint32_t first) {
    auto const& last = at(part.last - 1);
    (void)last;
    auto const phrase = fold_word(text(span_of(part)));
    auto const found = phrase.find("press release");
    if (found == std::string::npos) return false;
    for (auto i = first; i < at(part.last - 1).last; ++i)
        if (fold_word(word(i)) == "press") {
            genre(i, std::min(i + 2, at(part.last - 1).last));
            if (i > first) names(Variable::author, first, i);
            return true;
        }
    return false;
}

/// "report of 1974 HAC meeting attached to LaFeber to Franklin": the paper, and the letter that brought it.
bool Lowerer::enclosed(Part const& part, std::uint32_t first, std::uint32_t last) {
    bool any = false;
    for (auto i = part.first; i < part.last; ++i) any = any || at(i).is(Trait::enclosed);
    if (!any) return false;
    for (auto i = first + 1; i + 2 < last; ++i) {
        if (!(word(i) == "attached" || word(i) == "enclosed")) continue;
        low.set(Variable::title, trimmed(low.chunks.text, {token(first).span.begin, token(i - 1).span.end}));
        auto const from = i + 2;
        for (auto j = from; j < last; ++j)
            if (word(j) == "to" && j > from) {
                names(Variable::author, from, j);
                recipient(j + 1, last);
                return true;
            }
        return true;
    }
    return false;
}

/// The Russian record "description, date // reference": a quoted title, or the whole description; the first
/// words tell the form; places of writing behind a stop are not labelled.
void Lowerer::record_head(Part const& part, std::uint32_t first, std::uint32_t last) {
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).kind == ChunkKind::quote && i > part.first && i + 3 >= part.last) {
            low.set(Variable::title, at(i).inner);
            return genre(first, at(i).first);
        }
    if (!item().dates.find(Variable::issued))
        for (auto i = part.first; i < part.last; ++i)
            if (at(i).kind == ChunkKind::date) {
                set_date(Variable::issued, at(i));
                last = at(i).first;
                break;
            }
    auto end = last;
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).kind == ChunkKind::stop && at(i).first > first) {
            end = at(i).first;
            break;
        }
    while (end > first && token(end - 1).is_mark(',')) --end;
    if (word(first) == "From" && end > first + 2) ++first;
    if (slavic_letter(first, word(end - 1) == "от" ? end - 1 : end)) return;
    auto form = first;
    while (form < end && form < first + 4 && token(form).kind == TokenKind::word && word(form) != "from" &&
           word(form) != "of" && word(form) != "to" && word(form) != "от")
        ++form;
    bool const formed = form > first && form < end && has_genre(first, form) && form - first <= 3 &&
                        token(form - 1).is(WordClass::genre);
    if (formed && (word(form) == "from" || word(form) == "от") && reads_as_names(low.chunks, form + 1, end)) {
        genre(first, form);
        return names(Variable::author, form + 1, end);
    }
    if (formed && word(form) == "from") genre(first, form);
    else
        for (auto i = first; i < end && i < first + 5; ++i)
            if (i > first && token(i).is(WordClass::genre) && token(i).lower && word(i - 1).ends_with("s") &&
                (word(i) == "letter" || word(i) == "telegram" || word(i) == "report" || word(i) == "note" ||
                 word(i) == "memorandum")) {
                genre(i, i + 1);
                break;
            }
    low.set(Variable::title, trimmed(low.chunks.text, {token(first).span.begin, token(end - 1).span.end}));
}

}  // namespace fonds
