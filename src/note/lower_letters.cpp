// Who wrote to whom: heads of letters, memoranda and papers of offices.

#include <algorithm>

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

/// "X to Y", "X telegram to Y", "Letter from X to Y": who wrote to whom, and the word for the form.
bool Lowerer::letter_head(std::uint32_t first, std::uint32_t to, std::uint32_t last) {
    if (addressed(first, last)) return true;
    TokenRange writer{first, without_marks(first, to)};
    if (!form_before(writer) || !form_behind(writer)) return false;
    bool const behind_form = writer.first > first;
    forms_alone(writer);
    number_of_message(writer);
    leave_affiliation(writer);
    if (is_small_office(writer.first, writer.last)) {
        small_office(Variable::author, writer.first, writer.last);
    } else if (is_office_with_commas(writer) || is_office_with_place(writer)) {
        office(Variable::author, writer.first, writer.last);
        settle(writer.first, writer.last);
    } else {
        leave_small_rank(writer);
        leave_place_of_writing(writer);
        holder_of_office(writer);
        leave_body(writer);
        if (writer.last > writer.first) set_writer(writer, writer.first > first, to);
    }
    recipient(to + 1, last);
    if (word(to) == "to") {
        join_families(Variable::author);
        join_families(Variable::recipient);
    }
    if (word(to) == "do" || word(to) == "dla" || (word(to) == "до" && is_ukrainian()))
        set_slavic_nominative(behind_form);
    return true;
}

/// "Saigon | 1849 to State", "COMUSMACV | MAC 1463 to CINCPAC": behind the post the number of its message.
void Lowerer::number_of_message(TokenRange& writer) {
    constexpr std::size_t shortest = 2, longest = 6;
    if (writer.last < writer.first + 2 || !token(writer.last - 1).number ||
        token(writer.last - 1).span.size() < shortest || token(writer.last - 1).span.size() > longest ||
        !is_all_digits(word(writer.last - 1)))
        return;
    auto number = writer.last - 1;
    if (number >= writer.first + 2 && token(number - 1).all_upper && token(writer.first).all_upper) --number;
    auto const span = span_of(number, writer.last);
    low.set(Variable::number, span);
    low.settled.push_back(span);
    writer.last = number;
}

/// "Robert F. Piper, | Historical Office, Air Force Space Systems Division": where a person who is named in
/// full serves.
void Lowerer::leave_affiliation(TokenRange& writer) {
    auto comma = writer.first;
    while (comma < writer.last &&
           !(token(comma).is_mark(',') && comma + 1 < writer.last && !token(comma + 1).is(WordClass::suffix)))
        ++comma;
    // "Ambassador Noworyt, | Polish Embassy, Santiago"
    bool const ranked = token(writer.first).upper && token(writer.first).is(WordClass::rank);
    auto const name = ranked ? writer.first + 1 : writer.first;
    if (comma == writer.last || comma < writer.first + 2 || !reads_as_names(low.chunks, name, comma) ||
        names_body(low.chunks, name, comma) || !names_body(low.chunks, comma + 1, writer.last))
        return;
    settle(comma, writer.last);
    writer.last = comma;
}

/// "Ugarte y Loyola to Croix": among English words the Spanish "y" joins the two families of one person.
void Lowerer::join_families(Variable variable) {
    auto* const persons = item().names.find(variable);
    if (!persons || persons->size() != 2) return;
    auto const& first = persons->front();
    auto const both = first.family + " y " + persons->back().family;
    auto const written =
        std::find_if(low.citation.fields.begin(), low.citation.fields.end(),
                     [&](FieldSpan const& field) { return field.field == to_string(variable); });
    if (!first.given.empty() || first.family.empty() || written == low.citation.fields.end() ||
        text(written->span) != both)
        return;
    Name one;
    one.family = both;
    *persons = Names{std::move(one)};
}

/// "Lipski do Becka", "List Jerzego Giedroycia do Juliusza Mieroszewskiego", "Кириченко до Хрущова": in
/// Polish and Ukrainian the addressee stands in the genitive, and behind the form of a paper its writer.
void Lowerer::set_slavic_nominative(bool behind_form) {
    auto const set = [&](Variable variable) {
        auto* names = item().names.find(variable);
        for (std::size_t i = 0; names && i < names->size(); ++i)
            set_nominative((*names)[i], SlavicCase::genitive);
    };
    if (behind_form) set(Variable::author);
    set(Variable::recipient);
}

/// By the archive or the month: Bulgarian has the same preposition and no cases.
bool Lowerer::is_ukrainian() const {
    for (auto i = candidate.first; i < candidate.last; ++i) {
        auto const& chunk = at(i);
        if (chunk.kind == ChunkKind::archive && chunk.phrase &&
            chunk.phrase->archives().front()->scheme.starts_with("UA"))
            return true;
        for (auto t = chunk.first; chunk.kind == ChunkKind::date && t < chunk.last; ++t)
            if (token(t).phrase && contains(token(t).phrase->tongues(), string_view("uk"))) return true;
    }
    return false;
}

/// Without a comma or a stop at the end, but that of an abbreviation.
std::uint32_t Lowerer::without_marks(std::uint32_t first, std::uint32_t last) const {
    constexpr std::size_t longest_abbreviation = 3;
    for (; last > first; --last) {
        bool const stop = token(last - 1).is_mark('.');
        if (!stop && !token(last - 1).is_mark(',')) break;
        if (stop && last - first > 1 && count_code_points(word(last - 2)) <= longest_abbreviation) break;
    }
    return last;
}

/// A place of writing stands behind a comma: "James Hook, Sierra Leone, to Lord Palmerston".
void Lowerer::leave_place_of_writing(TokenRange& writer) const {
    bool const listed =
        std::any_of(low.chunks.tokens.begin() + writer.first + 1, low.chunks.tokens.begin() + writer.last,
                    [](Token const& joint) { return joint.lower && joint.is(WordClass::conjunction); });
    for (auto i = writer.first; i < writer.last && !listed; ++i)
        if (token(i).is_mark(',') && !token(i + 1).is(WordClass::suffix) &&
            !token(writer.first).is_mark('[') && token(writer.first).kind == TokenKind::word &&
            reads_as_names(low.chunks, writer.first, i))
            writer.last = i;
}

void Lowerer::set_writer(TokenRange writer, bool behind_form, std::uint32_t to) {
    // "note de la Sûreté nationale au ministre": a body, and no name with a particle.
    if (behind_form && writer.size() > 1 && token(writer.first).lower && is_article(writer.first) &&
        token(writer.first + 1).upper && token(writer.first + 1).is(WordClass::institution))
        ++writer.first;
    // "the CC SED"
    auto const letters = is_article(writer.first) ? writer.first + 1 : writer.first;
    if (is_office_by_letters(letters, writer.last)) return office(Variable::author, letters, writer.last);
    names(Variable::author, writer.first, writer.last);
    settle_names(writer.first, writer.last);
    // "The UK Chargé in Peking", "Embajada de Chile en Cuba": all of it is the writer.
    auto const& head = token(writer.first);
    bool const body = head.is(WordClass::institution) && !head.is(WordClass::rank);
    if (head.upper && (body || is_article(writer.first))) settle(writer.first, writer.last);
    if (word(to) == "an") drop_genitive_sign(item().names.find(Variable::author));
    // "Rickerts | Brief an …"
    if (word(to) == "an" && writer.last < to && token(writer.last).is(WordClass::genre))
        set_german_nominative(item().names.find(Variable::author));
    if (!behind_form) return;
    without_preposition(writer.first);
    // "Schreiben Heinrich von Brentanos an": a known given name, or nothing, before the family; "Brief von
    // Karl Jaspers an" has no genitive.
    bool const by_preposition = writer.first > 0 && word(writer.first - 1) == "von" && writer.size() > 1;
    if (word(to) == "an" && !by_preposition && (writer.size() <= 2 || token(writer.first).is_given()))
        set_german_nominative(item().names.find(Variable::author));
}

/// "lettre d’Herbette à Briand": behind the form of a paper the elided word is no particle of the name, but
/// that of families that have it: "lettre d’Argenlieu".
void Lowerer::without_preposition(std::uint32_t first) {
    auto const elided = elided_preposition(word(first));
    auto* writers = item().names.find(Variable::author);
    if (elided == 0 || !writers || writers->size() != 1) return;
    for (auto const& phrase : low.lexicon.starting_with(hash_folded(word(first).substr(elided))))
        if (phrase.is(WordClass::particled)) return;
    auto& name = writers->front();
    for (auto* part : {&name.family, &name.given, &name.literal})
        if (part->starts_with(word(first))) {
            part->erase(0, elided);
            low.citation.fields.back().span.begin += elided;
            return;
        }
}

/// The only name of a variable, written at `span`, perhaps in another case.
void Lowerer::person(Variable variable, Name name, Span span) {
    item().names.set(variable, Names{std::move(name)});
    low.field(std::string(to_string(variable)), span);
}

}  // namespace fonds
