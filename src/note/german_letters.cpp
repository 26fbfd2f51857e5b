// Papers whose writer stands in the genitive of German: "Aufzeichnung des Staatssekretärs Bahr", "Schreiben
// des Grafen Thun an Bach", "Telegramm des BMF", "Vortrag Schmerlings v. 3. 5. 1862".

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/german_cases.hpp"
#include "note/lowerer.hpp"

namespace fonds {

/// "Aufzeichnung des Staatssekretärs Bahr", "des Gesandten Rüfenacht an Motta": what the writer is, then the
/// name, which the rank before it leaves as it is.
bool Lowerer::written_by_rank(std::uint32_t first, std::uint32_t end) {
    if (first < end && token(first).lower && is_article(first)) ++first;  // "die Aufzeichnung des Gesandten"
    auto form = match_phrase(low.chunks.tokens, low.chunks.text, first, mask(WordClass::genre)).size;
    if (form == 0 && token(first).is(WordClass::genre)) form = 1;
    auto writer = first + form;
    // "Drahtbericht Nr. 2874 des Botschafters Sahm"
    auto const number = writer + 2;
    bool const numbered = form > 0 && number + 1 < end && word(writer) == "Nr" &&
                          token(writer + 1).is_mark('.') && token(number).number;
    if (numbered) writer = number + 1;
    if (writer + 2 >= end || !(word(writer) == "des" || word(writer) == "der")) return false;
    auto const rank = ++writer;
    // "des Vortragenden Legationsrats": an adjective before the rank
    if (writer + 2 < end && word(writer).ends_with("en") && is_german_rank_in_genitive(word(writer + 1)))
        ++writer;
    while (writer + 1 < end && token(writer).upper && is_german_rank_in_genitive(word(writer))) ++writer;
    // "des Legationsrats I. Klasse Simon"
    if (writer + 3 < end && token(writer).roman && token(writer + 1).is_mark('.') &&
        word(writer + 2) == "Klasse")
        writer += 3;
    auto behind = writer;
    while (behind < end && token(behind).kind == TokenKind::word && !token(behind).digits &&
           (token(behind).upper || token(behind).is(WordClass::particle)))
        ++behind;
    if (writer == rank || behind == writer || !reads_as_names(low.chunks, writer, behind)) return false;
    auto const name_end = behind;
    // "des Botschafters König (Moskau) an": where the writer is.
    if (behind < end && token(behind).kind == TokenKind::open && token(behind).match < end)
        behind = token(behind).match + 1;
    bool const addressed = behind + 1 < end && word(behind) == "an";
    if (!addressed) behind = name_end;
    if (behind != end && !token(behind).is_mark(',') && !addressed) return false;
    if (form > 0) genre(first, first + form);
    if (numbered) low.set(Variable::number, token(number).span);
    names(Variable::author, writer, name_end);
    settle(first, behind);
    if (addressed) recipient(behind + 1, end);
    return true;
}

/// "Telegramm des BMF", "Schreiben des RFM an den StSRkei": an office by its letters, in the genitive.
bool Lowerer::written_by_office(std::uint32_t first, std::uint32_t end) {
    auto at = first;
    if (word(at) == "Das" || word(at) == "Die" || word(at) == "Der" || word(at) == "das" ||
        word(at) == "die" || word(at) == "der")
        ++at;
    auto const form = at;
    while (at < end && token(at).is(WordClass::genre)) ++at;
    if (at == form || at + 1 >= end || !(word(at) == "des" || word(at) == "der")) return false;
    auto const writer = at + 1;
    auto const office = german_office(word(writer));
    bool const abbreviated = has_upper_after(word(writer), 1) && !token(writer).digits;
    if (!abbreviated && office == word(writer)) return false;
    bool const addressed =
        writer + 3 < end && word(writer + 1) == "an" && token(writer + 3).upper &&
        (word(writer + 2) == "den" || word(writer + 2) == "die" || word(writer + 2) == "das");
    if (writer + 1 != end && !addressed) return false;
    genre(form, at);
    Name name;
    name.literal = office;
    person(Variable::author, std::move(name), token(writer).span);
    if (addressed) names(Variable::recipient, writer + 3, end);
    settle(first, end);
    return true;
}

/// "Schreiben des Bayerischen Staatsministeriums des Innern an die Staatskanzlei": an office in words and in
/// the genitive, and whom it writes to.
bool Lowerer::office_writes_to(std::uint32_t first, std::uint32_t end) {
    auto form = match_phrase(low.chunks.tokens, low.chunks.text, first, mask(WordClass::genre)).size;
    if (form == 0 && token(first).is(WordClass::genre)) form = 1;
    auto const article = first + form, writer = article + 1;
    if (form == 0 || writer + 2 >= end || !(word(article) == "des" || word(article) == "der")) return false;
    auto to = writer;
    while (to < end && word(to) != "an" && token(to).kind == TokenKind::word && !token(to).digits) ++to;
    if (to + 1 >= end || to < writer + 1 || word(to) != "an") return false;
    auto office = german_office_in_nominative(text(span_of(writer, to)), word(article) == "des");
    if (office.empty()) return false;
    genre(first, article);
    Name name;
    name.literal = std::move(office);
    person(Variable::author, std::move(name), span_of(writer, to));
    recipient(to + 1, end);
    settle(first, end);
    return true;
}

/// "Vortrag Schmerlings v. 3. 5. 1862", "Thuns Vortrag v. 2. 2. 1855": before a German date the form of a
/// paper, and its writer in the genitive.
bool Lowerer::paper_in_genitive(std::uint32_t first, std::uint32_t end) {
    if (first < end && token(first).lower && is_article(first)) ++first;  // "der Vortrag Taaffes"
    // "Denkschrift Schmerlings, o. D."
    bool const undated = word(end) == "," && word(end + 1) == "o" && word(end + 3) == "D";
    if (end - first != 2 || (word(end) != "v" && word(end) != "vom" && !undated)) return false;
    auto const form = token(first).is(WordClass::genre) ? first : first + 1;
    auto const writer = form == first ? first + 1 : first;
    if (!token(form).is(WordClass::genre) || !token(form).upper || !token(writer).upper ||
        token(writer).is(WordClass::place) || !reads_as_names(low.chunks, writer, writer + 1))
        return false;
    auto family = german_nominative(word(writer));
    // "Vermerk Globkes": between a paper and its day "-es" is a genitive too.
    constexpr std::size_t shortest = 6;
    if (family == word(writer) && family.size() >= shortest && family.ends_with("es")) family.pop_back();
    if (family == word(writer)) return false;
    genre(form, form + 1);
    Name name;
    name.family = family;
    person(Variable::author, std::move(name), token(writer).span);
    settle(first, end);
    return true;
}

}  // namespace fonds
