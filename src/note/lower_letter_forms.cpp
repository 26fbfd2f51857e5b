// The form of a letter, before its writer or behind: "telegram from", "telegram to".

#include <algorithm>
#include <array>

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

/// "von Braun to Dornberger", "PREM 11/2996, de Zulueta to …": a particle begins the chunk of the writer, and
/// no paper stands before it that would be from somebody ("tél. n° 45 de Varsovie à Paris").
bool Lowerer::is_particle_of(std::uint32_t chunk, TokenRange const& writer) const {
    auto const before = chunk > candidate.first ? at(chunk - 1).kind : ChunkKind::comma;
    return (before == ChunkKind::comma || before == ChunkKind::stop) &&
           token(writer.first).is(WordClass::particle) && !is_post(writer.first + 1, writer.last);
}

/// Takes the form of the paper from before its writer; false where the words describe it and name nobody.
bool Lowerer::form_before(TokenRange& writer) {
    auto const first = writer.first;
    form_before_comma(writer);
    // "Telegram 1214 from the Embassy in Cairo to …": the number stands before.
    if (auto const* head = candidate.find(Role::head); head && at(head->first).first == first &&
                                                       at(head->first).is(Trait::sender) &&
                                                       !is_particle_of(head->first, writer))
        ++writer.first;
    if (form_before_office(first, writer)) return true;
    form_before_from(first, writer);
    if (writer.first != first || !token(first).is(WordClass::genre) || writer.last - first <= 1) return true;
    // "Cable, Ambassador Noworyt, Polish Embassy, Santiago"
    if (token(first + 1).is_mark(',') && writer.last > first + 2) {
        genre(first, first + 1);
        writer.first = first + 2;
        return true;
    }
    // "Telegram Smith to Jones"; but "Report on … to the Central Committee".
    bool const elided = elided_preposition(word(first + 1)) != 0;
    if ((!token(first + 1).upper && !elided) || token(first + 1).is(WordClass::genre)) return false;
    genre(first, first + 1);
    ++writer.first;
    if (elided) low.settled.push_back(token(writer.first).span);
    return true;
}

/// "lettre du résident supérieur à …", "lettre du général Salan", "ofício do governador": the form before an
/// office or a rank in small letters.
bool Lowerer::form_before_office(std::uint32_t first, TokenRange& writer) {
    auto const office = first + 2;
    if (writer.first != first || !token(first).is(WordClass::genre) || office >= writer.last ||
        !token(first + 1).lower || !(token(first + 1).is(WordClass::particle) || word(first + 1) == "do") ||
        !(is_small_office(office, writer.last) || (token(office).lower && token(office).is(WordClass::rank))))
        return false;
    genre(first, first + 1);
    settle(first, office);
    writer.first = office;
    return true;
}

/// "télégramme du préfet de la Savoie", "relazione del prefetto di Gorizia": the form and an office in small
/// letters, which writes to nobody who is named.
bool Lowerer::written_by_small_office(std::uint32_t first, std::uint32_t end) {
    constexpr std::uint32_t longest = 9;
    TokenRange writer{first, end};
    // "rapport du général Ély" is no office.
    bool const office = end > first + 2 && end - first <= longest && is_small_office(first + 2, end);
    if (!office || !form_before_office(first, writer)) return false;
    small_office(Variable::author, writer.first, end);
    settle(first, end);
    return true;
}

/// "Weekly Rpt, WAAC Hq to …": the form and a word before it.
void Lowerer::form_before_comma(TokenRange& writer) {
    constexpr std::uint32_t longest_form = 3;
    auto const first = writer.first;
    for (auto i = first + 2; i <= std::min(first + longest_form, writer.last - 1); ++i)
        if (token(i).is_mark(',') && token(i - 1).is(WordClass::genre) &&
            !token(first).is(WordClass::genre) && !word(i - 2).ends_with("s")) {
            genre(first, i);
            writer.first = i + 1;
            return;
        }
}

/// "Letter from X to Y", of which `first` is the first word.
void Lowerer::form_before_from(std::uint32_t first, TokenRange& writer) {
    constexpr std::uint32_t longest_form = 4;
    for (auto i = first; i + 1 < writer.last && i <= first + longest_form; ++i) {
        if (i > first && elided_preposition(word(i)) != 0) return;  // "lettre d’Astier de La Vigerie"
        bool const from = token(i).kind == TokenKind::word &&
                          (word(i) == "of" || token(i).is(WordClass::memo_from)) &&
                          (token(i).lower || word(i) == "From");
        if (!from || i == first || !has_genre(first, i)) continue;
        // "Schreiben Heinrich | von Brentanos an": within a name the particle of its family.
        if (token(i).is(WordClass::particle) && token(i - 1).is_given() && !token(i - 1).is(WordClass::genre))
            return;
        if (is_article(first) && i > first + 1) ++first;  // "the letter from X", "la lettre de X"
        genre(first, i);
        settle(first, i + 1);
        writer.first = i + 1;
        // "Telegram from the Embassy in the Soviet Union to …": all of it is the writer.
        if (fold_word(word(i)) == "from" && writer.last > writer.first) settle(writer.first, writer.last);
        return;
    }
}

/// "William Bullitt telegram to …", "John B. Stanley, Memorandum to …"; false where the name before it is a
/// genitive.
bool Lowerer::form_behind(TokenRange& writer) {
    auto& last = writer.last;
    if (german_form_behind(writer) || form_of_owner(writer)) return true;
    if (last <= writer.first + 1 || !token(last - 1).is(WordClass::genre) ||
        !(token(last - 1).lower || token(last - 2).is_mark(',')))
        return true;
    genre(last - 1, last);
    --last;
    if (token(last - 1).is_mark(',')) --last;
    return token(last - 1).kind != TokenKind::word || !is_possessive(word(last - 1));
}

/// "Shtykov's | ciphered telegram no. 233 to …", "Kim Il Sung's | message to …": what is said of the form
/// belongs to it.
bool Lowerer::form_of_owner(TokenRange& writer) {
    auto end = writer.last;
    while (end > writer.first &&
           (token(end - 1).digits || token(end - 1).is_mark('.') || word(end - 1) == "no"))
        --end;
    if (end < writer.first + 2 || !token(end - 1).is(WordClass::genre)) return false;
    auto form = end - 1;
    while (form > writer.first + 1 && token(form - 1).lower) --form;
    if (!token(form).lower || !is_possessive(word(form - 1)) ||
        !reads_as_names(low.chunks, writer.first, form))
        return false;
    genre(form, end);
    writer.last = form;
    return true;
}

/// "Rickert | in einem Brief an Lask", "Rickerts | Brief an Lask": where the writer ends behind whom a form
/// of paper stands before the token `an`; `first` where none does.
std::uint32_t Lowerer::writer_before_german_form(std::uint32_t first, std::uint32_t an) const {
    constexpr std::array articles = {string_view{"einem"}, string_view{"seinem"}, string_view{"ihrem"},
                                     string_view{"dem"},   string_view{"einer"},  string_view{"seiner"},
                                     string_view{"ihrer"}};
    if (an < first + 2 || word(an) != "an" || !token(an - 1).is(WordClass::genre) || !token(an - 1).upper)
        return first;
    auto const form = an - 1;
    bool const within = form > first + 2 && word(form - 2) == "in" && contains(articles, word(form - 1));
    auto const end = within ? form - 2 : form;
    bool const owned = within || german_nominative(word(form - 1)) != word(form - 1);
    return owned && reads_as_names(low.chunks, first, end) ? end : first;
}

/// "Rickert in einem Brief an …", "Rickerts Brief an …": before a German addressee.
bool Lowerer::german_form_behind(TokenRange& writer) {
    auto const end = writer_before_german_form(writer.first, writer.last);
    if (end == writer.first) return false;
    genre(writer.last - 1, writer.last);
    settle(writer.first, writer.last);
    writer.last = end;
    return true;
}

/// "Letter to Colonel William Duane": only the form before the addressee.
void Lowerer::forms_alone(TokenRange& writer) {
    auto forms = writer.first;
    while (forms < writer.last && token(forms).is(WordClass::genre)) ++forms;
    if (forms != writer.last || forms == writer.first) return;
    genre(writer.first, writer.last);
    writer.last = writer.first;
}

}  // namespace fonds
