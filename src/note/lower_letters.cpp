// Who wrote to whom: heads of letters, memoranda and papers of offices.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/german_cases.hpp"
#include "note/lowerer.hpp"

namespace fonds {

using std::string_view;

/// "X to Y", "X telegram to Y", "Letter from X to Y": who wrote to whom, and the word for the form.
bool Lowerer::letter_head(std::uint32_t first, std::uint32_t to, std::uint32_t last) {
    if (addressed(first, last)) return true;
    auto author_first = first, author_last = to;
    while (author_last > author_first &&
           (token(author_last - 1).is_mark(',') || token(author_last - 1).is_mark('.'))) {
        if (token(author_last - 1).is_mark('.') && author_last - author_first > 1 &&
            count_code_points(word(author_last - 2)) <= 3)
            break;
        --author_last;
    }
    // "Weekly Rpt, WAAC Hq to …": the form and a word before it.
    constexpr std::uint32_t longest_form = 3;
    for (auto i = first + 2; i <= std::min(first + longest_form, author_last - 1); ++i)
        if (token(i).is_mark(',') && token(i - 1).is(WordClass::genre) &&
            !token(first).is(WordClass::genre) && !word(i - 2).ends_with("s")) {
            genre(first, i);
            author_first = i + 1;
            break;
        }
    // "Telegram 1214 from the Embassy in Cairo to …": the number stands before.
    if (auto const* head = candidate.find(Role::head);
        head && at(head->first).first == first && at(head->first).is(Trait::sender))
        ++author_first;
    // "Letter from X to Y".
    for (auto i = first; i + 1 < author_last && i < first + 5; ++i) {
        if (i > first && elided_preposition(word(i)) != 0) break;  // "lettre d’Astier de La Vigerie"
        if (token(i).kind == TokenKind::word && (word(i) == "of" || token(i).is(WordClass::memo_from)) &&
            (token(i).lower || word(i) == "From") && i > first && has_genre(first, i)) {
            if (i - first > 4) return false;
            genre(first, i);
            author_first = i + 1;
            // "Telegram from the Embassy in the Soviet Union to …": all of it is the writer.
            if (fold_word(word(i)) == "from" && author_last > author_first)
                low.settled.push_back({token(author_first).span.begin, token(author_last - 1).span.end});
            break;
        }
    }
    // "Report on … to the Central Committee": a description, no writer.
    if (author_first == first && token(first).is(WordClass::genre) && author_last - author_first > 1) {
        // "Telegram Smith to Jones".
        bool const elided = elided_preposition(word(first + 1)) != 0;
        if ((!token(first + 1).upper && !elided) || token(first + 1).is(WordClass::genre)) return false;
        genre(first, first + 1);
        ++author_first;
        if (elided) low.settled.push_back(token(author_first).span);
    }
    // "William Bullitt telegram to …", "John B. Stanley, Memorandum to …".
    if (author_last > author_first + 1 && token(author_last - 1).is(WordClass::genre) &&
        (token(author_last - 1).lower || token(author_last - 2).is_mark(','))) {
        genre(author_last - 1, author_last);
        --author_last;
        if (token(author_last - 1).is_mark(',')) --author_last;
        if (token(author_last - 1).kind == TokenKind::word && word(author_last - 1).ends_with("'s"))
            return false;
    }
    // "Letter to Colonel William Duane": only the form before the addressee.
    auto forms = author_first;
    while (forms < author_last && token(forms).is(WordClass::genre)) ++forms;
    if (forms == author_last && forms > author_first) {
        genre(author_first, author_last);
        author_last = author_first;
    }
    for (auto i = author_first; i < author_last; ++i)
        if (token(i).is_mark(',') && is_section_of_office(author_first, i, author_last)) {
            office(Variable::author, author_first, author_last);
            recipient(to + 1, last);
            return true;
        }
    // "Provincial Commissioner, Northern Province, to the Secretary": an office, and where it is.
    for (auto i = author_first; i < author_last; ++i)
        if (token(i).is_mark(',')) {
            if (!names_body(low.chunks, author_first, i) || reads_as_names(low.chunks, author_first, i))
                break;
            office(Variable::author, author_first, author_last);
            recipient(to + 1, last);
            return true;
        }
    // A place of writing stands behind a comma: "James Hook, Sierra Leone, to Lord Palmerston".
    for (auto i = author_first; i < author_last; ++i)
        if (token(i).is_mark(',') && !token(i + 1).is(WordClass::suffix) &&
            !token(author_first).is_mark('[') && token(author_first).kind == TokenKind::word &&
            reads_as_names(low.chunks, author_first, i)) {
            author_last = i;
            break;
        }
    // "Memorandum From the President’s Special Assistant (Bundy) to …": who held the office.
    if (author_last > author_first + 3 && token(author_last - 1).kind == TokenKind::close &&
        slice(low.chunks.text, token(author_last - 1).span) == ")")
        if (auto const open = token(author_last - 1).match;
            open != no_token && open > author_first && names_body(low.chunks, author_first, open) &&
            reads_as_names(low.chunks, open + 1, author_last - 1)) {
            author_first = open + 1;
            --author_last;
            low.settled.push_back({token(author_first).span.begin, token(author_last - 1).span.end});
        }
    if (author_last > author_first && is_office_by_letters(author_first, author_last)) {
        office(Variable::author, author_first, author_last);
    } else if (author_last > author_first) {
        names(Variable::author, author_first, author_last);
        settle_names(author_first, author_last);
        if (author_first > first) without_preposition(author_first);
        if (word(to) == "an" && author_first > first && author_last - author_first <= 2)
            set_german_nominative(item().names.find(Variable::author));
    }
    recipient(to + 1, last);
    return true;
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
    auto const span = trimmed(low.chunks.text, {token(first).span.begin, token(last - 1).span.end});
    Name name;
    name.literal = text(span);
    person(variable, std::move(name), span);
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

void Lowerer::recipient(std::uint32_t first, std::uint32_t last) {
    // "Division Directors, Office of Space Science": an office within an office is one addressee.
    for (auto i = first; i < last; ++i) {
        // "(Dem., Mo.)", ", conveying a message": remarks on the letter.
        bool const suffix = i + 1 < last && token(i + 1).is(WordClass::suffix);  // "Martin, Jr."
        bool const remark = token(i).kind == TokenKind::open || (token(i).is_mark(',') && !suffix);
        if (remark && i > first && token(i).is_mark(',') && names_body(low.chunks, first, i) &&
            names_body(low.chunks, i + 1, last) && !reads_as_names(low.chunks, first, i)) {
            return office(Variable::recipient, first, last);
        }
        if (remark && i > first) {
            last = i;
            break;
        }
    }
    // "Majláth an Belcredi v. 2. 2. 1866": the preposition belongs to the date.
    while (last > first + 1 &&
           (word(last - 1) == "v" || word(last - 1) == "vom" || word(last - 1) == "dated" ||
            token(last - 1).is_mark('.')) &&
           (word(last - 1) != "." || word(last - 2) == "v"))
        --last;
    // "an das AA", "an die Regierung": the article is no part of the name.
    constexpr std::array articles = {string_view{"das"}, string_view{"die"}, string_view{"den"},
                                     string_view{"dem"}, string_view{"der"}};
    if (first + 1 < last && token(first + 1).upper &&
        std::find(articles.begin(), articles.end(), word(first)) != articles.end())
        ++first;
    if (last <= first) return;
    if (is_office_by_letters(first, last)) return office(Variable::recipient, first, last);
    names(Variable::recipient, first, last);
    settle_names(first, last);
}

/// Around "to" what reads as a person's name is no field of another kind.
void Lowerer::settle_names(std::uint32_t first, std::uint32_t last) {
    if (reads_as_names(low.chunks, first, last))
        low.settled.push_back({token(first).span.begin, token(last - 1).span.end});
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
    low.settled.push_back({token(first).span.begin, token(end - 1).span.end});
    return true;
}

}  // namespace fonds
