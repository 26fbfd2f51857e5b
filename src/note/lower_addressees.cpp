// Whom a letter was sent to.

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/addressees.hpp"
#include "grammar/word_shape.hpp"
#include "note/german_cases.hpp"
#include "note/lowerer.hpp"
#include "note/slavic_cases.hpp"

namespace fonds {

using std::string_view;

/// "Rogers, Laird, Kissinger, and Helms": behind a letter's head more persons, and nothing else.
bool Lowerer::are_several_addressees(std::uint32_t first, std::uint32_t last) const {
    auto const& list = low.chunks.list;
    auto const head = std::partition_point(list.begin(), list.end(),
                                           [&](Chunk const& chunk) { return chunk.last <= first; });
    if (head == list.end()) return false;
    auto const* const behind = &*head + 1;
    auto const further = further_addressees(behind, list.data() + list.size());
    return further > 0 && behind[further - 1].last == last;
}

/// "Majláth an Belcredi v. 2. 2. 1866", "de Kujbyšev à Rykov du 4 mars 1929", "al virrey de 4 de mayo".
bool Lowerer::leads_to_date(std::uint32_t at) const {
    return token(at).lower && token(at).is(WordClass::date_lead);
}

void Lowerer::recipient(std::uint32_t first, std::uint32_t last) {
    if (are_several_addressees(first, last)) {
        names(Variable::recipient, first, last);
        return settle_names(first, last);
    }
    auto const remark = remark_on_addressee(first, last);
    if (remark < last && token(remark).is_mark(',')) {
        if (is_office_within_office(first, remark, last)) return office(Variable::recipient, first, last);
        // "Kennan to Secretary of State, Moscow": where the letter was written.
        if (token(remark + 1).is(WordClass::place)) settle(remark + 1, last);
    }
    last = remark;
    // The preposition behind the addressee belongs to the date.
    while (last > first + 1 &&
           (leads_to_date(last - 1) || (token(last - 1).is_mark('.') && word(last - 2) == "v")))
        --last;
    // "an das AA", "an die Regierung": the article is no part of the name. That of English tells nothing of
    // what stands behind it: "remarks to the Press".
    bool const articled = first + 1 < last && token(first + 1).upper && token(first).lower &&
                          is_article(first) && word(first) != "the";
    if (articled) ++first;
    if (auto const name = behind_german_rank(first, last); name != first) first = name;
    if (last <= first || (articled && office_behind_article(first, last))) return;
    if (is_small_office(first, last)) return small_office(Variable::recipient, first, last);
    // "au général de Gaulle"
    while (first + 1 < last && token(first).lower && token(first).is(WordClass::rank)) ++first;
    TokenRange person{first, last};
    leave_body(person);
    person_addressed(person.first, person.last);
}

/// "(Dem., Mo.)", ", conveying a message": where a remark begins behind the addressee; `last` where none
/// does.
std::uint32_t Lowerer::remark_on_addressee(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 1; at < last; ++at) {
        bool const suffix = at + 1 < last && token(at + 1).is(WordClass::suffix);  // "Martin, Jr."
        if (token(at).kind == TokenKind::open || (token(at).is_mark(',') && !suffix)) return at;
    }
    return last;
}

/// "Division Directors, Office of Space Science", "Historical Staff, NASA": one addressee.
bool Lowerer::is_office_within_office(std::uint32_t first, std::uint32_t comma, std::uint32_t last) const {
    bool const letters = comma + 2 == last && token(comma + 1).all_upper;
    return names_body(low.chunks, first, comma) && (letters || names_body(low.chunks, comma + 1, last)) &&
           !reads_as_names(low.chunks, first, comma);
}

/// An addressee by the office alone, behind a German article.
bool Lowerer::office_behind_article(std::uint32_t first, std::uint32_t last) {
    // "an den Rat der Stadt", "an die Regierung": a body, and whose it is.
    bool const body = token(first).is(WordClass::institution) && first + 1 < last && token(first + 1).lower;
    // "an den Bundesminister für Wirtschaft": whatever name stands behind the office.
    bool const minister = first + 1 < last && word(first + 1) == "für";
    // "an den Regierenden Bürgermeister": an adjective is part of the office.
    bool const described = last - first == 2 && word(first - 1) == "den" && token(first + 1).upper &&
                           word(first).ends_with("en") && token(first + 1).is(WordClass::rank);
    if (described) {
        Name name;
        name.literal = concat(word(first).substr(0, word(first).size() - 1), "r ", word(first + 1));
        person(Variable::recipient, std::move(name), span_of(first, last));
        settle(first, last);
        return true;
    }
    // "an den Oberpräsidenten": the only word is an office of the weak declension.
    bool const weak = word(first - 1) == "den" && last - first == 1 && word(first).ends_with("enten");
    if (!body && !minister && !weak) return false;
    office(Variable::recipient, first, last);
    if (weak) {
        auto& literal = item().names.find(Variable::recipient)->front().literal;
        literal.resize(literal.size() - string_view("en").size());
    }
    settle(first, last);
    return true;
}

void Lowerer::person_addressed(std::uint32_t first, std::uint32_t last) {
    auto const body = is_article(first) ? first + 1 : first;  // "to the CC CPSU"
    if (is_office_by_letters(body, last)) return office(Variable::recipient, body, last);
    names(Variable::recipient, first, last);
    settle_names(first, last);
    // "to Mao Zedong and the CCP Central Committee": a person, and the body that he is of.
    auto joint = first;
    while (joint < last && !(token(joint).lower && token(joint).is(WordClass::conjunction))) ++joint;
    if (joint + 1 < last && reads_as_names(low.chunks, first, joint) &&
        names_body(low.chunks, joint + 1, last))
        settle(first, last);
    // "au Bureau d’Extrême-Orient": a body, whatever its words are.
    if (token(body).upper && token(body).is(WordClass::institution) && !token(body).is(WordClass::rank))
        settle(body, last);
}

/// Around "to" what reads as a person's name is no field of another kind.
void Lowerer::settle_names(std::uint32_t first, std::uint32_t last) {
    if (reads_as_names(low.chunks, first, last)) settle(first, last);
}

/// "Memorandum for the President from the Secretary of Defense": the addressee before the writer.
bool Lowerer::addressed(std::uint32_t first, std::uint32_t end) {
    auto to = first;
    while (to < end && token(to).is(WordClass::genre)) ++to;
    if (to == first || to + 3 >= end || !(word(to) == "for" || word(to) == "to")) return false;
    auto from = to + 2;
    while (from < end && word(from) != "from") ++from;
    if (from + 1 >= end || word(to + 1) == "file" || word(to + 1) == "record") return false;
    auto const without_article = [&](std::uint32_t at) { return word(at) == "the" ? at + 1 : at; };
    auto const addressee = without_article(to + 1), writer = without_article(from + 1);
    if (addressee >= from || writer >= end || !token(addressee).upper || !token(writer).upper) return false;
    genre(first, to);
    names(Variable::recipient, addressee, from);
    names(Variable::author, writer, end);
    settle(first, end);
    return true;
}

}  // namespace fonds
