// Who wrote, edited and translated: lists of names, bodies, offices, and those who are named again.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/fold_word.hpp"
#include "grammar/word_shape.hpp"
#include "note/german_cases.hpp"
#include "note/lowerer.hpp"
#include "note/names.hpp"
#include "note/slavic_cases.hpp"

namespace fonds {

using std::string_view;

/// "im Auftrag des Auswärtigen Amts vom Institut für Zeitgeschichte": who did it, not for whom.
std::uint32_t Lowerer::behind_commission(std::uint32_t first, std::uint32_t last) const {
    if (!(word(first) == "im" || word(first) == "on") || last - first < 4) return first;
    for (auto i = last - 1; i > first + 2; --i)
        if (word(i) == "vom" || word(i) == "von" || word(i) == "by") return i + 1;
    return first;
}

void Lowerer::names(Variable variable, std::uint32_t first_token, std::uint32_t last_token,
                    string_view field) {
    first_token = behind_commission(first_token, last_token);
    // "Müller, Jürgen, Die Welt, in: Münch, Birgit, Müller, Jürgen (Hrsg.)": as the author, so the editors.
    Names found;
    bool const of_book = variable == Variable::editor || variable == Variable::translator;
    if ((candidate.find(Role::listed) && of_book) || are_parted_by_semicolons(first_token, last_token) ||
        are_pairs_across_strokes(first_token, last_token))
        found = read_paired_names(low.chunks, first_token, last_token);
    if (found.empty()) found = read_names(low.chunks, first_token, last_token);
    if (found.empty()) return;
    item().names.set(variable, std::move(found));
    low.field(
        std::string(field.empty() ? to_string(variable) : field),
        trimmed({low.chunks.tokens[first_token].span.begin, low.chunks.tokens[last_token - 1].span.end}));
}

/// "Müller, Jan-Dirk; Pfisterer, Ulrich".
bool Lowerer::are_parted_by_semicolons(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first; at < last; ++at)
        if (token(at).is_mark(';')) return true;
    return false;
}

/// "Müller, Jan Dirk/Pfisterer, Ulrich", "Novák, Jiří – Dvořák, Karel": commas and strokes, or dashes, in
/// turn.
bool Lowerer::are_pairs_across_strokes(std::uint32_t first, std::uint32_t last) const {
    bool comma = false, stroke = false;
    for (auto at = first; at < last; ++at) {
        bool const joins = token(at).is_mark('|') || (token(at).is_mark('-') && token(at).space_before);
        if (!joins && !token(at).is_mark(',')) continue;
        if (joins != comma) return false;
        stroke = stroke || joins;
        comma = !comma;
    }
    return stroke && comma;
}

/// "под ред. М. А. Колерова", "pod red. N. S. Plotnikova", "пер. с нем. А. И. Иванова".
bool Lowerer::is_followed_by_genitive(Chunk const& role) const {
    constexpr std::array words = {string_view{"под"},   string_view{"pod"},     string_view{"пер"},
                                  string_view{"per"},   string_view{"перевод"}, string_view{"за"},
                                  string_view{"вступ"}, string_view{"подгот"},  string_view{"коммент"}};
    return contains(words, fold_word(word(role.first)));
}

/// A place, without the bracket that it may stand in.
Span Lowerer::place_of(Part const& part) const {
    bool const bracket = part.size() == 1 && at(part.first).kind == ChunkKind::aside;
    return trimmed(bracket ? at(part.first).inner : span_of(part));
}

/// "hrsg. | für das Bundesarchiv von | Hans Booms", "hrsg. im Auftrag des Auswärtigen Amts von …": behind
/// whom an edition is made for stands who made it.
std::uint32_t Lowerer::editor_on_behalf(Part const& named) const {
    auto const first = at(named.first).first, last = at(named.last - 1).last;
    bool const commissioned = word(first) == "für" || (word(first) == "im" && word(first + 1) == "Auftrag");
    for (auto i = first + 1; commissioned && i + 1 < last; ++i)
        if (word(i) == "von" && reads_as_names(low.chunks, i + 1, last)) return i + 1;
    return no_token;
}

/// "Zhonggong zhongyang wenxian yanjiushi": words in small letters are no person's name.
bool Lowerer::is_body(Part const& named) const {
    auto const& chunk = at(named.first);
    return named.size() == 1 && chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
           !chunk.is(Trait::name) && !reads_as_names(low.chunks, chunk.first, chunk.last) &&
           std::none_of(
               low.chunks.tokens.begin() + chunk.first, low.chunks.tokens.begin() + chunk.last,
               [](Token const& joint) { return joint.is(WordClass::conjunction) || joint.is_mark(','); }) &&
           !is_accompanied(chunk);
}

/// "Karl Roth in Verbindung mit Else Roth", "Karl Roth unter Mitarbeit von Kurt Vogt".
bool Lowerer::is_accompanied(Chunk const& chunk) const {
    for (auto i = chunk.first + 1; i < chunk.last; ++i)
        if (assistance_at(low.chunks, i, chunk.last).behind != i)
            return reads_as_names(low.chunks, chunk.first, i);
    return false;
}

/// "Франк С. Л.", or, where the author is so too, "Lacan, Jacques".
bool Lowerer::names_inverted(Part const& part) const {
    return at(part.first).inverted || (candidate.find(Role::listed) && part.size() > 1);
}

/// "in Écrits, by Jacques Lacan": of a chapter the author of the book, of a book without another its author.
void Lowerer::people_behind(Part const& part) {
    bool const of_volume = candidate.family == Family::chapter || item().names.find(Variable::author);
    low.settled.push_back(span_of(part));
    names(of_volume ? Variable::container_author : Variable::author, at(part.first).first + 1,
          at(part.last - 1).last);
}

/// "Jefferson to Monroe, July 11, 1790 (Jefferson, Writings, V, 198)": who writes or gets the letter.
bool Lowerer::is_correspondent(Part const& part) {
    if (candidate.family != Family::letter_in_volume) return false;
    for (auto const variable : {Variable::author, Variable::recipient})
        if (auto const* people = item().names.find(variable))
            for (auto const& person : *people)
                if (!person.family.empty() && person.family == text(span_of(part))) return true;
    return false;
}

/// "// Франк С. Л. Соч.", "in: Lacan, Jacques: Schriften": the family first tells a person.
void Lowerer::container_author(Part const& part) {
    if (is_correspondent(part)) low.settled.push_back(span_of(part));
    if (!names_inverted(part)) return names(Variable::container_author, part);
    low.settled.push_back(span_of(part));
    if (at(part.first).inverted) return names(Variable::container_author, part);
    listed(Variable::container_author, at(part.first).first, at(part.last - 1).last);
}

/// "sous la direction d’Alain Dupont et de Pierre Durand": behind a role the preposition before a given name
/// is no particle of the family.
void Lowerer::without_repeated_preposition(Variable variable) {
    for (auto& name : people_of(variable)) {
        name.given.erase(0, elided_preposition(name.given));
        for (string_view const preposition : {"de ", "di "}) {
            auto const whole = name.literal.empty() && name.given.empty() ? name.family : name.literal;
            auto const space = whole.rfind(' ');
            if (!whole.starts_with(preposition) || space < preposition.size()) continue;
            name = Name();
            name.family = whole.substr(space + 1);
            name.given = whole.substr(preposition.size(), space - preposition.size());
        }
    }
}

/// Names with the word for what they did before or behind them; "ed. and trans." says two things.
void Lowerer::people(Variable variable, Part const& part) {
    auto named = part;
    Chunk const* role = nullptr;
    if (at(part.first).kind == ChunkKind::role) {
        role = &at(part.first);
        ++named.first;
    } else if (at(part.last - 1).kind == ChunkKind::role) {
        role = &at(part.last - 1);
        --named.last;
    }
    while (named.last > named.first && at(named.last - 1).kind == ChunkKind::comma) --named.last;
    if (named.first >= named.last) {
        // "P. Maddrell, ‘The Stasi’s Reporting’, in id. (ed.), The Image of the Enemy"
        auto const* same =
            candidate.family == Family::chapter ? item().names.find(Variable::author) : nullptr;
        if (same) item().names.set(variable, Names(*same));
        return;
    }
    if (auto const editor = editor_on_behalf(named); editor != no_token)
        return names(variable, editor, at(named.last - 1).last);
    if (is_body(named)) {
        auto const& body = at(named.first);
        settle(body.first, body.last);
        return office(variable, body.first, body.last);
    }
    bool const edits = role && role->phrase && role->phrase->is(WordClass::editor);
    bool const translates = role && role->phrase && role->phrase->is(WordClass::translator);
    if (edits && translates)
        names(variable == Variable::editor ? Variable::translator : Variable::editor, named);
    Names before;
    if (auto const* editors = item().names.find(variable); editors && variable == Variable::editor) {
        // "Hellmut Seier (Hrsg.), …, bearb. von Ewald Grothe": those named first; "сост. Н. Ковалева; под
        // ред. А. Н. Яковлева": all.
        low.settled.push_back(span_of(named));
        if (!role || text(at(part.first - 1).span) != ";") return;
        before = *editors;
    }
    names(variable, named);
    if (role && role->first < at(named.first).first) without_repeated_preposition(variable);
    if (role && role->first < at(named.first).first && is_followed_by_genitive(*role))
        for (auto& name : people_of(variable)) set_nominative(name, SlavicCase::genitive);
    if (auto* const persons = before.empty() ? nullptr : item().names.find(variable))
        persons->insert(persons->begin(), before.begin(), before.end());
    if (role) low.settled.push_back(span_of(named));
}

void Lowerer::listed_authors(Part const& part) {
    auto const behind = is_comma(part.last) ? part.last + 1 : part.last;
    bool const edits = behind < candidate.last && at(behind).kind == ChunkKind::role && at(behind).phrase &&
                       at(behind).phrase->is(WordClass::editor);
    auto const last = at(part.last - 1).is(Trait::others) ? part.last - 1 : part.last;
    listed(edits ? Variable::editor : Variable::author, at(part.first).first, at(last - 1).last);
}

/// "Smith, John, and Mary Jones".
void Lowerer::listed(Variable variable, std::uint32_t first, std::uint32_t last) {
    Names found;
    if (are_parted_by_semicolons(first, last) || are_pairs_across_strokes(first, last))
        found = read_paired_names(low.chunks, first, last);
    if (found.empty()) found = read_listed_names(low.chunks, first, last);
    if (found.empty()) return;
    item().names.set(variable, std::move(found));
    low.field(std::string(to_string(variable)), trimmed(span_of(first, last)));
}

/// "KPSR, 66–67", "Cal. S.P. Dom., IX, 46": capitals alone, or a word cut short, abbreviate a title.
bool Lowerer::known_by_capitals(Part const& part) const {
    auto const& chunk = at(part.first);
    if (candidate.family != Family::short_form || candidate.find(Role::title) ||
        !candidate.find(Role::pages) || part.size() != 1)
        return false;
    auto const last = chunk.last - 1;
    bool const cut_short = last > chunk.first && !chunk.inverted && token(last).is_mark('.') &&
                           count_code_points(word(last - 1)) > 2 && !token(last - 1).is(WordClass::suffix);
    return cut_short || (last == chunk.first && token(last).all_upper);
}

/// "Department of State OIG report, “…”": the office, then the word for the form.
void Lowerer::author(Part const& part) {
    if (at(part.first).kind == ChunkKind::role) return people(Variable::author, part);
    if (known_by_capitals(part)) return low.set(Variable::title, trimmed(span_of(part)));
    // "U.S. Congress, Senate, Committee on Foreign Relations": one body within another.
    if ((candidate.family == Family::hearing || candidate.family == Family::resolution ||
         at(part.first).is(Trait::congress)) &&
        part.size() > 1) {
        office(Variable::author, at(part.first).first, at(part.last - 1).last);
        if (is_comma(part.last)) low.settled.push_back(span_of(part));
        return;
    }
    bool const sent = at(part.first).is(Trait::sender) && candidate.family != Family::short_form;
    auto const elided = sent ? elided_preposition(word(at(part.first).first)) : 0;
    auto first = sent && elided == 0 ? at(part.first).first + 1 : at(part.first).first;
    auto last = at(part.last - 1).last;
    if (at(part.first).kind == ChunkKind::aside)  // "(by R. T. Shannon)", "[Edward Hyde]"
        return names(Variable::author, first + 1, last - 1);
    if (candidate.family == Family::quoted_document && form_behind_body(first, last)) return;
    if (last - first > 1 && token(last - 1).is(WordClass::genre) && token(last - 1).lower) {
        genre(last - 1, last);
        --last;
    }
    if (sent && is_post(first, last)) return settle(first, last);
    if (sent && is_small_office(first, last)) return small_office(Variable::author, first, last);
    if (candidate.family == Family::quoted_document && at(part.first).is(Trait::institution))
        settle(first, last);
    while (sent && first + 1 < last && is_german_rank_in_genitive(word(first))) ++first;
    names(Variable::author, first, last);
    // "Hans Roth, Martin Weber, Anna Klein: Der Weg": a colon ends a list of whole names.
    constexpr std::uint32_t three_names = 5;
    if (part.size() >= three_names && part.last < candidate.last && at(part.last).kind == ChunkKind::colon)
        settle(first, last);
    auto const written = word(last - 1);
    bool const owner = is_possessive(written);  // "Heinrichs's Threshold of War"
    if (owner || at(part.last - 1).is(Trait::helpers)) settle(first, last);
    // "National Security Council, NSC 5518, “U.S. Policy on Indonesia”": who issued a numbered paper.
    auto const* number = candidate.find(Role::number);
    if (is_document_volume() && number && at(number->first).is(Trait::paper)) settle(first, last);
    if (elided != 0) without_preposition(first);
    // "Половинкин С. М. | П. А. Флоренский: Логос против хаоса": the last initial ends the author, and whom
    // the title names first is no author of it.
    auto const stop = part.last;
    if (stop + 1 >= candidate.last || !at(part.first).inverted || at(stop).kind != ChunkKind::stop ||
        at(stop).span.begin != at(stop).span.end || !at(stop + 1).begins_with_initials)
        return;
    settle(first, last);
    low.settled.push_back(at(stop + 1).span);
}

/// "télégramme n° 123 de Varsovie", "tel. 1875 from Amman", "tél. n° 45 d’Ankara": the town of a mission,
/// which is nobody's name.
bool Lowerer::is_post(std::uint32_t first, std::uint32_t last) const {
    if (auto const elided = elided_preposition(word(first)); elided != 0 && last - first == 1)
        return low.lexicon.is_any(hash_folded(word(first).substr(elided)), mask(WordClass::place));
    auto const place = match_phrase(low.chunks.tokens, low.chunks.text, first, mask(WordClass::place));
    return place.phrase && first + place.size == last && token(first).upper;
}

/// "Cook to Robert Martin, Jr.", "Hall to Chief Executive Officer, CSIR": what goes on behind the addressee's
/// comma.
bool Lowerer::part_of_addressee(Chunk const& behind) {
    auto* const addressees = item().names.find(Variable::recipient);
    if (!addressees || behind.kind != ChunkKind::text || behind.is(Trait::place)) return false;
    auto& last = addressees->back();
    auto const& first = token(behind.first);
    auto const written = text(behind.span);
    if (first.is(WordClass::suffix) && !last.family.empty() && last.suffix.empty()) {
        last.suffix = written;
    } else if (!last.literal.empty() && (first.all_upper || behind.is(Trait::institution)) && !first.digits) {
        last.literal += concat(", ", written);
    } else {
        return false;
    }
    for (auto& field : low.citation.fields)
        if (field.field == to_string(Variable::recipient)) field.span.end = behind.span.end;
    settle(behind.first, behind.last);
    return true;
}

/// "note de la sous-direction d'Europe": the form, and the office it comes from.
void Lowerer::form_of_office(Part const& part) {
    auto const first = at(part.first).first, last = at(part.last - 1).last;
    for (auto from = first + 1; from + 1 < last; ++from) {
        if (!token(from).is(WordClass::memo_from)) continue;
        auto office = from + 1;
        while (office + 1 < last && (word(office) == "la" || word(office) == "the")) ++office;
        if (!names_body(low.chunks, office, last)) break;
        names(Variable::author, office, last);
        settle(first, last);
        return genre(first, from);
    }
    // "Note for the attention of the President": whom it is for did not write it.
    auto const has = [&](WordClass word_class) {
        return std::any_of(low.chunks.tokens.begin() + first, low.chunks.tokens.begin() + last,
                           [&](Token const& token) { return token.is(word_class); });
    };
    if (has(WordClass::for_whom) && !has(WordClass::memo_from)) settle(first, last);
    if (candidate.find(Role::title) && form_behind_body(first, last)) return;
    // "Special National Intelligence Estimate 11-9-62": the number of the paper ends its form.
    auto const number = token(last - 1).digits && is_digit(word(last - 1).front()) ? last - 1 : last;
    if (number == last || number == first) return low.set(Variable::genre, trimmed(span_of(part)));
    low.set(Variable::number, token(number).span);
    low.set(Variable::genre, trimmed(span_of(first, number)));
    settle(first, last);
}

}  // namespace fonds
