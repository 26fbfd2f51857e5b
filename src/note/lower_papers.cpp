// Heads that tell a paper by its form and whose it is: "Andropov's telegram", "Vermerk Globkes".

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/word_shape.hpp"
#include "note/dative_letters.hpp"
#include "note/german_cases.hpp"
#include "note/lowerer.hpp"

namespace fonds {

using std::string_view;

/// "letter from Burgess", "notat av Jens Boyesen", "brief van De Schryver".
bool Lowerer::form_and_writer(std::uint32_t first, std::uint32_t end) {
    constexpr std::uint32_t longest_form = 3;
    constexpr std::array before_writer = {string_view{"from"}, string_view{"by"},  string_view{"von"},
                                          string_view{"van"},  string_view{"av"},  string_view{"af"},
                                          string_view{"fra"},  string_view{"från"}};
    // "Notiz von Bundesrat Petitpierre": a rank that is a body's name too.
    auto const behind_rank = [&](std::uint32_t at) {
        return at + 1 < end && token(at).upper && token(at).is(WordClass::rank) ? at + 1 : at;
    };
    for (auto i = first + 1; i < end && i <= first + longest_form; ++i)
        if (contains(before_writer, word(i)) && has_genre(first, i) && !token(i + 1).is(WordClass::place) &&
            // "Bericht des Amtmanns von Offenburg"
            word(first + 1) != "des" && word(first + 1) != "der" &&
            reads_as_names(low.chunks, behind_rank(i + 1), without_post(i + 1, end))) {
            auto const writer = without_post(i + 1, end);
            if (writer < end || behind_rank(i + 1) > i + 1) settle(first, end);
            genre(first, i);
            names(Variable::author, behind_rank(i + 1), writer);
            return true;
        }
    return false;
}

/// "Information from Andropov in Budapest": where the writer is.
std::uint32_t Lowerer::without_post(std::uint32_t first, std::uint32_t end) const {
    constexpr std::uint32_t shortest = 3;
    return end >= first + shortest && word(end - 2) == "in" && token(end - 1).is(WordClass::place) ? end - 2
                                                                                                   : end;
}

/// "Aaronsohn, Diary, March 21, 1918", "Adolf A. Berle diary": what a diary is called, or by whose it is.
bool Lowerer::diary(std::uint32_t first, std::uint32_t end) {
    bool const untitled = item().text(Variable::title).empty();
    if (count_words(first, end) == 1 && word(first) == "Diary") {
        if (untitled) low.set(Variable::title, token(first).span);
        return true;
    }
    auto const noun = fold_word(word(end - 1));
    if ((noun != "diary" && noun != "diaries") || end - first <= 1 || !untitled ||
        !reads_as_names(low.chunks, first, end - 1))
        return false;
    title_words(first, end);
    settle(first, end);
    return true;
}

/// "Memorandum", "Unsigned memorandum": only the form of the paper.
bool Lowerer::form_alone(std::uint32_t first, std::uint32_t end) {
    constexpr std::uint32_t longest = 3;
    auto const words = count_words(first, end);
    // Behind the reference "Cabinet Conclusions" names the paper; before it, its form.
    bool const named = behind_reference() && !token(first).is(WordClass::genre);
    std::uint32_t other_words = 0;
    for (auto i = first; i < end; ++i)
        other_words += token(i).kind == TokenKind::word && token(i).lower && !token(i).is(WordClass::genre);
    if (words <= longest && has_genre(first, end) && other_words <= 1 &&
        token(end - 1).is(WordClass::genre) && !named) {
        bool const remark = word(first) == "unsigned" || word(first) == "undated" || word(first) == "his" ||
                            is_article(first);
        genre(words > 1 && remark ? first + 1 : first, end);
        return true;
    }
    if (words != 1 || !token(first).is(WordClass::genre)) return false;
    genre(first, end);
    return true;
}

/// "Harry Hopkins": nothing but who wrote it.
bool Lowerer::writer_alone(std::uint32_t first, std::uint32_t end) {
    constexpr std::uint32_t shortest = 2, longest = 4;
    auto const words = count_words(first, end);
    if (candidate.family != Family::described_document || !reads_as_names(low.chunks, first, end) ||
        words > longest || words < shortest || has_genre(first, end) || item().names.find(Variable::author))
        return false;
    names(Variable::author, first, end);
    return true;
}

/// "Charlotte Pilkington, Rio de Janeiro": a writer and the place of writing.
bool Lowerer::writer_and_place(std::uint32_t first, std::uint32_t end) {
    if (has_genre(first, end)) return false;
    for (auto comma = first + 2; comma < end; ++comma)
        if (token(comma).is_mark(',') && reads_as_names(low.chunks, first, comma) &&
            reads_as_names(low.chunks, comma + 1, end)) {
            names(Variable::author, first, comma);
            return true;
        }
    return false;
}

std::uint32_t Lowerer::count_words(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t words = 0;
    for (auto i = first; i < last; ++i) words += token(i).kind == TokenKind::word;
    return words;
}

void Lowerer::title_words(std::uint32_t first, std::uint32_t end) {
    low.set(Variable::title, trimmed(span_of(first, end)));
}

/// "Board of Directors", "Chancellor of the Exchequer", "Minister of State for the Colonies": a body or an
/// office, and what it is of; "Memo, CG ASF for Dir WAAC" tells for whom.
bool Lowerer::is_body_or_office(std::uint32_t first, std::uint32_t end) const {
    auto head = first;
    while (head < end && token(head).upper && token(head).kind == TokenKind::word) ++head;
    if (head == first || reads_as_names(low.chunks, first, end)) return false;
    bool of = token(head - 1).is(WordClass::rank);
    for (auto i = head; i < end; ++i) {
        if (token(i).kind != TokenKind::word) return false;
        if (token(i).upper || is_article(i) || word(i) == "and" || word(i) == "on") continue;
        if (word(i) != "of" && !(word(i) == "for" && of)) return false;
        of = true;
    }
    // A rank that something follows is an office.
    return names_body(low.chunks, first, head) || (head < end && token(head - 1).is(WordClass::rank));
}

/// "Minutes, Board of Directors", "Memorandum by the Chancellor of the Exchequer": the form, and the body or
/// the office whose paper it is.
bool Lowerer::form_and_body(std::uint32_t first, std::uint32_t end) {
    constexpr std::uint32_t longest_form = 3;
    auto joint = first;
    while (joint < end && joint < first + longest_form && token(joint).is(WordClass::genre)) ++joint;
    if (joint == first || joint + 1 >= end || item().names.find(Variable::author)) return false;
    if (!token(joint).is_mark(',') && word(joint) != "by") return false;
    auto const body = is_article(joint + 1) ? joint + 2 : joint + 1;
    if (body >= end || !is_body_or_office(body, end)) return false;
    genre(first, joint);
    settle(first, end);
    // "Memorandum by the Director of the Office of European Affairs (Hickerson)": who held the office.
    auto const close =
        end < low.chunks.tokens.size() && token(end).kind == TokenKind::open ? token(end).match : no_token;
    if (close != no_token && reads_as_names(low.chunks, end + 1, close)) {
        names(Variable::author, end + 1, close);
        settle(end, close);
    } else {
        office(Variable::author, body, end);
    }
    return true;
}

/// "Minutes, executive staff meeting": the form, and what the paper is called.
bool Lowerer::form_and_title(std::uint32_t first, std::uint32_t end) {
    auto comma = first;
    while (comma < end && comma < first + 3 && token(comma).is(WordClass::genre)) ++comma;
    if (comma == first || comma + 2 >= end || !token(comma).is_mark(',') ||
        candidate.family != Family::described_document || !item().text(Variable::title).empty() ||
        is_institution(span_of(comma + 1, end)) || reads_as_names(low.chunks, comma + 1, end))
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
    if (paper_by_form_and_name(first, end)) return true;
    // "Andropov's telegram": a family alone.
    if (end - first == 2 && token(first).upper && token(first + 1).lower &&
        !token(first).is(WordClass::place) && reads_as_names(low.chunks, first, first + 1) &&
        paper_of_owner(first, end))
        return true;
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
    return is_person(first, end - 1) && paper_of_owner(first, end);
}

/// "Miss Alma Johanson's Report", "Andropov's telegram": whose it is, in the genitive of English.
bool Lowerer::paper_of_owner(std::uint32_t first, std::uint32_t end) {
    auto const sign = possessive_size(word(end - 2));
    if (sign == 0 || !token(end - 1).is(WordClass::genre)) return false;
    genre(end - 1, end);
    names(Variable::author, first, end - 1);
    auto const authors = people_of(Variable::author);
    if (authors.empty()) return true;
    for (auto* part : {&authors.back().family, &authors.back().literal})
        part->resize(part->size() - possessive_size(*part));
    low.citation.fields.back().span.end -= sign;
    return true;
}

/// "Aufzeichnung Carstens", "Vermerk von Staden": in German files the writer stands at once behind the form.
bool Lowerer::paper_by_form_and_name(std::uint32_t first, std::uint32_t end) {
    if (!token(first).is(WordClass::writer_form) || !token(first).upper) return false;
    auto const writer = token(first + 1).is_mark('.') ? first + 2 : first + 1;  // "Aufz. Carstens"
    auto const name = word(writer) == "von" && end - writer > 1 ? writer + 1 : writer;
    if (name >= end) return false;
    auto const& family = token(name);
    bool const other = family.is(WordClass::genre) || family.is(WordClass::institution) ||
                       family.is(WordClass::place) || family.is(WordClass::repository) ||
                       family.is(WordClass::collection) || family.is(WordClass::topic);
    // "Vermerk Haushaltsfragen": a compound for the matter.
    constexpr std::size_t long_word = 10;
    constexpr std::array matters = {string_view{"ung"},     string_view{"ungen"}, string_view{"fragen"},
                                    string_view{"keit"},    string_view{"heit"},  string_view{"schaft"},
                                    string_view{"politik"}, string_view{"tion"}};
    bool const matter = family.span.size() > long_word &&
                        std::any_of(matters.begin(), matters.end(),
                                    [&](string_view ending) { return word(name).ends_with(ending); });
    if (name + 1 != end || !family.upper || family.all_upper || family.digits || other || matter ||
        !reads_as_names(low.chunks, writer, end))
        return false;
    genre(first, first + 1);
    names(Variable::author, writer, end);
    settle(first, end);
    return true;
}

/// "Hungarian Embassy in the DPRK, report", "Egypt Committee, minutes of first meeting": an office and its
/// paper.
bool Lowerer::office_and_paper(std::uint32_t first, std::uint32_t end) {
    return form_behind_last_comma(first, end) || paper_behind_office(first, end);
}

/// "Hungarian Embassy in the DPRK, | report"; "Aaronsohn, | Diary": what a diary is called, no form that
/// stands apart.
bool Lowerer::form_behind_last_comma(std::uint32_t first, std::uint32_t end) {
    constexpr std::uint32_t longest_form = 3;
    for (auto form = end; form > first + 1 && form + longest_form >= end; --form) {
        if (!token(form - 1).is_mark(',') || !has_genre(form, end)) continue;
        bool const one_word = end - form == 1;
        if (one_word && word(form) == "Diary") low.set(Variable::title, token(form).span);
        else genre(form, end);
        if (one_word) settle(form, end);
        names(Variable::author, first, form - 1);
        return true;
    }
    return false;
}

/// "Egypt Committee, | minutes of first meeting".
bool Lowerer::paper_behind_office(std::uint32_t first, std::uint32_t end) {
    auto form = first;
    bool office = false;
    for (; form < end && !token(form).is(WordClass::genre); ++form)
        office = office || (token(form).is(WordClass::institution) && token(form).upper);
    if (!office || form == end || !token(form - 1).is_mark(',') || !token(form).lower) return false;
    names(Variable::author, first, form - 1);
    title_words(form, end);
    return true;
}

/// "CIA Alert Memorandum", "State Department circular telegram", behind the title.
bool Lowerer::paper_of_body(std::uint32_t first, std::uint32_t end) {
    auto const* const title = candidate.find(Role::title);
    auto const* const head = candidate.find(Role::head);
    if (!title || !head || title->first > head->first || item().names.find(Variable::author)) return false;
    return form_behind_body(first, end);
}

/// "CC CPSU | Resolution", "State Department | Memorandum": the body by its letters or its noun, then the
/// form.
bool Lowerer::form_behind_body(std::uint32_t first, std::uint32_t end) {
    if (!token(end - 1).is(WordClass::genre)) return false;
    auto body = first;
    while (body + 1 < end && token(body).all_upper && !token(body).is(WordClass::genre)) ++body;
    for (auto i = body; i + 1 < end; ++i)
        if (token(i).upper && token(i).is(WordClass::institution)) body = i + 1;
    if (body == first) return false;
    office(Variable::author, first, body);
    genre(body, end);
    settle(first, end);
    return true;
}

}  // namespace fonds
