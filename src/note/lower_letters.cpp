// Who wrote to whom: heads of letters, memoranda and papers of offices.

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
    return token(last - 1).kind != TokenKind::word || !word(last - 1).ends_with("'s");
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

/// "ACofS, G-3"; "Provincial Commissioner, Northern Province": an office, and where it is.
bool Lowerer::is_office_with_commas(TokenRange writer) const {
    auto comma = writer.last;
    for (auto i = writer.last; i-- > writer.first;)
        if (token(i).is_mark(',')) {
            if (is_section_of_office(writer.first, i, writer.last)) return true;
            comma = i;
        }
    return comma != writer.last && names_body(low.chunks, writer.first, comma) &&
           !reads_as_names(low.chunks, writer.first, comma);
}

/// "Swedish Embassy (Peking)": an office, and in a bracket where it is.
bool Lowerer::is_office_with_place(TokenRange writer) const {
    auto const close = writer.last - 1;
    if (writer.last <= writer.first || token(close).kind != TokenKind::close) return false;
    auto const open = token(close).match;
    return open != no_token && open > writer.first && token(open + 1).is(WordClass::place) &&
           names_body(low.chunks, writer.first, open) && !reads_as_names(low.chunks, writer.first, open);
}

/// "el virrey | Revillagigedo", "le général | Navarre", "(lettre du) général | Salan".
void Lowerer::leave_small_rank(TokenRange& writer) const {
    auto const is_small = [&](std::uint32_t at, WordClass word_class) {
        return at + 1 < writer.last && token(at).lower && token(at).is(word_class);
    };
    if (is_small(writer.first, WordClass::particle) && is_small(writer.first + 1, WordClass::rank))
        ++writer.first;
    if (is_small(writer.first, WordClass::rank) && reads_as_names(low.chunks, writer.first + 1, writer.last))
        ++writer.first;
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

/// "Memorandum From the President’s Special Assistant (Bundy) to …": who held the office.
void Lowerer::holder_of_office(TokenRange& writer) {
    if (writer.last <= writer.first + 3 || token(writer.last - 1).kind != TokenKind::close ||
        word(writer.last - 1) != ")")
        return;
    auto const open = token(writer.last - 1).match;
    if (open == no_token || open <= writer.first || !names_body(low.chunks, writer.first, open) ||
        !reads_as_names(low.chunks, open + 1, writer.last - 1))
        return;
    writer = {open + 1, writer.last - 1};
    settle(writer.first, writer.last);
}

/// "Robert W. Komer | of the National Security Council Staff": the body that a person is of.
void Lowerer::leave_body(TokenRange& person) {
    for (auto of = person.first + 2; of + 2 < person.last; ++of) {
        if (word(of) != "of" || word(of + 1) != "the" || !token(of + 2).upper) continue;
        if (!reads_as_names(low.chunks, person.first, of)) return;
        settle(of, person.last);
        person.last = of;
        return;
    }
}

void Lowerer::set_writer(TokenRange writer, bool behind_form, std::uint32_t to) {
    // "note de la Sûreté nationale au ministre": a body, and no name with a particle.
    if (behind_form && writer.last - writer.first > 1 && token(writer.first).lower &&
        is_article(writer.first) && token(writer.first + 1).upper &&
        token(writer.first + 1).is(WordClass::institution))
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
    if (word(to) == "an" && writer.last - writer.first <= 2)
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

/// An office, its commas included: "ACofS, G-3", "Division Directors, Office of Space Science".
void Lowerer::office(Variable variable, std::uint32_t first, std::uint32_t last) {
    auto const span = trimmed(span_of(first, last));
    Name name;
    name.literal = text(span);
    person(variable, std::move(name), span);
}

/// "préfet du Nord", "le procureur général": an office in small letters, and not the rank before a name ("le
/// général Navarre").
bool Lowerer::is_small_office(std::uint32_t first, std::uint32_t last) const {
    bool const is_sentence = word(first) == "The";  // "The ambassador returned"
    if (first + 1 < last && is_article(first) && !is_sentence) ++first;
    if (first >= last || !token(first).lower) return false;
    if (begins_with_lord(low.chunks, first, last)) return true;
    auto const found = match_phrase(low.chunks.tokens, low.chunks.text, first,
                                    mask(WordClass::institution) | mask(WordClass::lord));
    auto const behind = first + found.size;
    return (found.phrase && behind <= last && (behind == last || !token(behind).upper)) ||
           names_office_behind_article(word(first), low.lexicon);
}

/// Without the article before it.
void Lowerer::small_office(Variable variable, std::uint32_t first, std::uint32_t last) {
    if (is_article(first)) ++first;
    office(variable, first, last);
    settle(first, last);
    // "à l’ambassadeur"
    auto& name = item().names.find(variable)->front();
    for (string_view const article : {"l'", "l\u2019"})
        if (name.literal.starts_with(article)) {
            name.literal.erase(0, article.size());
            low.citation.fields.back().span.begin += article.size();
        }
}

/// The only name of a variable, written at `span`, perhaps in another case.
void Lowerer::person(Variable variable, Name name, Span span) {
    item().names.set(variable, Names{std::move(name)});
    low.field(std::string(to_string(variable)), span);
}

/// "ACofS, G-3": letters for an office, and those of its section behind the comma at `comma`.
bool Lowerer::is_section_of_office(std::uint32_t first, std::uint32_t comma, std::uint32_t last) const {
    if (comma - first != 1 || comma + 2 != last || !token(first).upper) return false;
    auto const letters = word(first);
    auto const capitals =
        std::count_if(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals >= 2 && (token(last - 1).all_upper || token(last - 1).digits);
}

/// "CG ASF", "Dir WAC": an office and the letters of what it commands; "Smith JA" in a letter is nobody.
bool Lowerer::is_office_by_letters(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 4;
    if (last - first < 2 || last - first > longest || !token(first).upper || token(first).is(WordClass::rank))
        return false;
    for (auto i = first; i < last; ++i)
        if (token(i).kind != TokenKind::word || token(i).is(WordClass::conjunction)) return false;
    constexpr std::size_t shortest = 3;  // "Luria SE" are initials
    auto const& letters = token(last - 1);
    return letters.all_upper && !letters.roman && !letters.digits && letters.span.size() >= shortest &&
           !letters.is(WordClass::suffix);
}

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

/// "den sowjetischen Ministerpräsidenten | Kossygin", "den Gesandten | Roth": the name behind what he is.
std::uint32_t Lowerer::behind_german_rank(std::uint32_t first, std::uint32_t last) const {
    auto at = first;
    if (at < last && (word(at) == "den" || word(at) == "dem" || word(at) == "die" || word(at) == "der")) ++at;
    while (at < last && token(at).lower && word(at).ends_with("en")) ++at;
    auto const rank = at;
    while (at + 1 < last && token(at).upper && is_german_rank_in_genitive(word(at))) ++at;
    return at > rank && reads_as_names(low.chunks, at, last) ? at : first;
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
    // "an den Oberpräsidenten": the only word is an office of the weak declension.
    bool const weak = word(first - 1) == "den" && last - first == 1 && word(first).ends_with("enten");
    if (!body && !weak) return false;
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
