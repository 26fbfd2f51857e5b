// Heads of letters and described documents: who wrote to whom, what form of paper it is, what it is called.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/word_shape.hpp"
#include "note/dative_letters.hpp"
#include "note/german_cases.hpp"
#include "note/lowerer.hpp"
#include "note/slavic_cases.hpp"

namespace fonds {

using std::string_view;

void Lowerer::head(Part const& part) {
    auto first = at(part.first).first;
    auto last = at(part.last - 1).last;
    if (at(part.last - 1).kind == ChunkKind::aside && part.size() > 1) {
        last = at(part.last - 2).last;
        // "Haig to Kissinger (Moscow)": where it reached him.
        if (at(part.last - 1).is(Trait::place)) low.settled.push_back(at(part.last - 1).span);
    }
    std::uint32_t to = no_token;
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).to != no_token && to == no_token) to = at(i).to;
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).kind == ChunkKind::date && candidate.family != Family::record) inner_date(at(i));
    if (enclosed(part, first, last)) return;
    // "Telegram from Orlov to Belov, GARF, …": undated.
    auto const told =
        candidate.family == Family::described_document ? addressee_behind_form(first, last) : no_token;
    if (told != no_token) to = told;
    bool const formed =
        told != no_token || (candidate.family == Family::described_document &&
                             at(part.first).is(Trait::letter) && at(part.first).is(Trait::by_writer));
    bool const letter =
        to != no_token &&
        (formed || candidate.family == Family::letter || candidate.family == Family::location ||
         candidate.family == Family::letter_in_volume || candidate.family == Family::short_form);
    // "Vgl. den Brief Windelbands an Jellinek": the article is none of the form.
    if (letter && first + 1 < to && token(first).lower && is_article(first) &&
        token(first + 1).is(WordClass::genre))
        ++first;
    if (letter && slavic_letter(first, last)) return;
    if (letter && letter_head(first, to, last)) {
        // "Новак Б. — Зеллер П.": the form itself says who wrote to whom.
        if (at(part.first).to_by_dash) {
            settle(first, last);
            for (auto& name : people_of(Variable::recipient)) {
                if (is_dative(name.family)) set_nominative(name, SlavicCase::dative);
                set_monarch(name);
            }
        }
        return;
    }
    if (candidate.family == Family::described_document && interview(first, without_lead_to_date(first, last)))
        return;
    described(part, first, last);
}

/// "Rickert in einem Brief | an Lask", "Rickerts Brief | an Lask": the token "an", where a form of paper
/// stands before it and its writer before that.
std::uint32_t Lowerer::addressee_behind_form(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 7;
    if (first >= last || !token(first).upper || token(first).is(WordClass::genre)) return no_token;
    for (auto an = first + 2; an + 1 < last && an <= first + longest; ++an)
        if (word(an) == "an") return writer_before_german_form(first, an) != first ? an : no_token;
    return no_token;
}

/// "Николаю II": a monarch stands as one literal, with his number.
void Lowerer::set_monarch(Name& name) {
    auto const space = name.literal.find(' ');
    if (space == std::string::npos || name.literal.find_first_not_of("IVX", space + 1) != std::string::npos)
        return;
    name.literal.replace(0, space, slavic_nominative(name.literal.substr(0, space), SlavicCase::dative));
}

/// "Handschreiben v. 24. 11. 1917 die Errichtung …": the document's date inside its description.
void Lowerer::inner_date(Chunk const& chunk) {
    if (!item().dates.find(Variable::issued)) set_date(Variable::issued, chunk);
}

void Lowerer::described(Part const& part, std::uint32_t first, std::uint32_t last) {
    if (candidate.family == Family::record) return record_head(part, first, last);
    auto const span = trimmed(span_of(first, last));
    auto end = without_lead_to_date(first, last);
    if (office_and_paper(first, end)) return;
    // "…, Moskva": the place of writing.
    if (part.size() >= 3 && at(part.last - 1).is(Trait::place) && at(part.last - 2).kind == ChunkKind::comma)
        end = at(part.last - 2).first;
    // "CM (56) 74th Conclusions": a paper known by its number.
    if (is_number_of_paper(first, end)) return low.set(Variable::number, trimmed(span_of(first, end)));
    if (press_release(first, last) || in_dative(first, end) || addressed(first, end) ||
        written_by_rank(first, end) || written_by_office(first, end) || written_by_small_office(first, end) ||
        office_writes_to(first, end) || slavic_letter(first, end) || form_and_writer(first, end) ||
        diary(first, end))
        return;
    if (paper_of_person(first, end)) return settle(first, end);
    if (paper_of_body(first, end)) return;
    if (between_people(first, end)) return;
    if (form_alone(first, end) || writer_alone(first, end) || form_and_body(first, end) ||
        form_and_title(first, end) || writer_and_title(first, end) || writer_and_place(first, end))
        return;
    if (!item().text(Variable::title).empty()) return;
    low.set(Variable::title, {span.begin, trimmed(span_of(first, end)).end});
    // "Protokół z posiedzenia egzekutywy": a form of paper and small words name nobody.
    bool const unnamed =
        std::none_of(low.chunks.tokens.begin() + first + 1, low.chunks.tokens.begin() + end,
                     [](Token const& word) { return word.kind == TokenKind::word && !word.lower; });
    std::uint32_t const shortest = behind_reference() ? 2 : 3;
    // "kr. 21, zápis zo zasadnutia ÚV": behind a reference; "note by H. Lloyd" names who wrote it.
    bool const by_somebody = std::any_of(low.chunks.tokens.begin() + first, low.chunks.tokens.begin() + end,
                                         [](Token const& word) { return word.is(WordClass::by_whom); });
    bool const described = (unnamed && token(first).upper) || (behind_reference() && !by_somebody);
    if (described && end - first >= shortest && token(first).is(WordClass::genre)) settle(first, end);
}

/// "Kekkonen Hruštšoville", "Menderes’ten Zorlu’ya", "Boldoczki jelentése": the cases tell who wrote to whom.
bool Lowerer::in_dative(std::uint32_t first, std::uint32_t end) {
    auto const tongue = dative_tongue(low.chunks, candidate.first, candidate.last);
    if (auto const form = form_behind_writer(low.chunks, first, end);
        form != end && tongue == DativeTongue::hungarian) {
        names(Variable::author, first, form);
        genre(form, end);
        settle(first, end);
        return true;
    }
    if (tongue != DativeTongue::turkish && !reads_as_names(low.chunks, first, end)) return false;
    auto letter = letter_in_dative(low.chunks, first, end, tongue);
    if (!letter) return false;
    item().names.set(Variable::author, std::move(letter->author));
    low.field("author", span_of(first, letter->joint));
    person(Variable::recipient, std::move(letter->recipient), span_of(letter->joint, end));
    settle(first, end);
    return true;
}

/// "report of 22 October": without the word that leads to the date.
std::uint32_t Lowerer::without_lead_to_date(std::uint32_t first, std::uint32_t last) const {
    auto const leads_to_day = [&](std::uint32_t at) {
        return leads_to_date(at) || (token(at).lower && token(at).is(WordClass::day_lead));
    };
    while (last > first + 1 &&
           (token(last - 1).is_mark('.') || token(last - 1).is_mark(',') || leads_to_day(last - 1)))
        --last;
    // "Russell diary, entry for 12 August 1952", "Tagebuch Kübeck, Eintrag v. 4. 9. 1851"
    if (last > first + 2 && token(last - 2).is_mark(',') && token(last - 1).is(WordClass::entry_noun))
        last -= 2;
    return last;
}

bool Lowerer::is_article(std::uint32_t at) const { return token(at).is(WordClass::article); }

/// "Zhou–Ulbricht conversation".
bool Lowerer::talk_of_two(std::uint32_t first, std::uint32_t end) const {
    auto const dash = word(first).find("\u2013");
    return end == first + 2 && token(first).upper && !token(first).digits && dash != string_view::npos &&
           has_upper_after(word(first), dash) && token(first + 1).lower &&
           token(first + 1).is(WordClass::genre) && item().text(Variable::title).empty();
}

/// "Memcon, Kissinger and Dobrynin": who spoke wrote no memorandum of it.
bool Lowerer::between_people(std::uint32_t first, std::uint32_t end) {
    if (talk_of_two(first, end)) {
        low.set(Variable::title, trimmed(span_of(first, end)));
        settle(first, end);
        return true;
    }
    auto const form = match_phrase(low.chunks.tokens, low.chunks.text, first, mask(WordClass::spoken));
    if (!form.phrase || first + form.size + 1 >= end || !token(first + form.size).is_mark(',') ||
        !token(first + form.size + 1).upper || !item().text(Variable::title).empty())
        return false;
    // "…, 11:05 a.m.": when they spoke.
    auto hour = end;
    while (hour > first && !token(hour - 1).is_mark(',')) --hour;
    if (hour > first && token(hour).digits && word(hour).find(':') != string_view::npos) end = hour - 1;
    low.set(Variable::title, trimmed(span_of(first, end)));
    settle(first, end);
    return true;
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
bool Lowerer::press_release(std::uint32_t first, std::uint32_t last) {
    for (auto at = first; at < last; ++at) {
        auto const form =
            match_phrase(low.chunks.tokens, low.chunks.text, at, mask(WordClass::press_release));
        if (!form.phrase || at + form.size > last) continue;
        genre(at, at + form.size);
        if (at > first) names(Variable::author, first, at);
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
        // "attached to", not "enclosing": what stands before it is the paper that was sent.
        auto const joint = match_phrase(low.chunks.tokens, low.chunks.text, i, mask(WordClass::enclosed));
        if (joint.size < 2) continue;
        low.set(Variable::title, trimmed(span_of(first, i)));
        auto const from = i + joint.size;
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
    // "Соловьев В.С. Письмо к М.М. Стасюлевичу": the writer, then his paper.
    if (part.size() >= 3 && at(part.first).inverted && at(part.first + 1).kind == ChunkKind::stop &&
        token(at(part.first + 2).first).is(WordClass::genre)) {
        names(Variable::author, at(part.first).first, at(part.first).last);
        settle(at(part.first).first, at(part.first).last);
        return record_head({part.role, part.first + 2, part.last}, at(part.first + 2).first, last);
    }
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
    if (end > first + 1 && leads_to_date(end - 1)) --end;
    if (slavic_letter(first, end) || record_by_writer(first, end)) return;
    form_of_record(first, end);
    low.set(Variable::title, trimmed(span_of(first, end)));
}

/// "Письмо | от Иванова", "Letter | from Kim": where "from" stands behind the form that a record begins with;
/// `first` where it does not.
std::uint32_t Lowerer::from_behind_form(std::uint32_t first, std::uint32_t end) const {
    constexpr std::uint32_t longest = 3;
    auto from = first;
    while (from < end && from <= first + longest && token(from).kind == TokenKind::word &&
           !(token(from).lower &&
             (token(from).is(WordClass::memo_from) || token(from).is(WordClass::direction) ||
              token(from).is(WordClass::date_lead))))
        ++from;
    bool const formed = from > first && from < end && from <= first + longest &&
                        token(from - 1).is(WordClass::genre) && token(from).is(WordClass::memo_from);
    return formed ? from : first;
}

bool Lowerer::record_by_writer(std::uint32_t first, std::uint32_t end) {
    auto const from = from_behind_form(first, end);
    if (from == first || !reads_as_names(low.chunks, from + 1, end)) return false;
    genre(first, from);
    names(Variable::author, from + 1, end);
    return true;
}

/// "Letter | from the Embassy", "Andropov's | telegram of 3 May": the form within what describes a record.
void Lowerer::form_of_record(std::uint32_t first, std::uint32_t end) {
    if (auto const from = from_behind_form(first, end); from != first) return genre(first, from);
    constexpr std::uint32_t reach = 5;
    for (auto at = first + 1; at < std::min(end, first + reach); ++at)
        if (token(at).is(WordClass::genre) && token(at).lower && is_possessive(word(at - 1)))
            return genre(at, at + 1);
}

}  // namespace fonds
