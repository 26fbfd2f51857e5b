// Letters and papers whose writer and addressee stand in the cases of Russian: "Письмо В. С. Соловьева к
// Н. Н. Страхову", "Записка Ю. В. Андропова в ЦК КПСС", "Письмо Веры Лаврентьевны Пуляевской".

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/lowerer.hpp"

namespace fonds {

/// The token behind a person's name in an oblique case: initials or a given name with its patronymic, then
/// the family; `at` where none stands there.
std::uint32_t Lowerer::behind_person(std::uint32_t at, std::uint32_t end) const {
    auto const is_name = [&](std::uint32_t i) {
        return i < end && token(i).kind == TokenKind::word && token(i).upper && !token(i).digits &&
               !token(i).is(WordClass::genre) && !token(i).is(WordClass::institution) &&
               count_code_points(word(i)) >= 3;
    };
    auto family = skip_initials(low.chunks, at, end);
    if (family == at && is_name(at) && at + 1 < end && is_patronymic(word(at + 1))) family = at + 2;
    // "Александру III": a monarch.
    if (family == at && is_name(at) && at + 1 < end && token(at + 1).roman) return at + 2;
    if (is_name(family)) return family + 1;
    return family > at && !is_name(family) && family - at == 2 && is_patronymic(word(at + 1)) ? family : at;
}

/// "министра внутренних дел | Д. А. Толстого": behind the office of a writer, in small letters, his initials;
/// `at` where none stand there.
std::uint32_t Lowerer::behind_office_of_writer(std::uint32_t at, std::uint32_t end) const {
    constexpr std::uint32_t longest = 5;
    auto name = at;
    while (name < end && name < at + longest && token(name).kind == TokenKind::word && token(name).lower &&
           count_code_points(word(name)) > 2)
        ++name;
    return skip_initials(low.chunks, name, end) > name ? name : at;
}

/// "начальнику Генерального штаба", "министру иностранных дел": an office in small letters and the dative.
bool Lowerer::is_office_in_dative(std::uint32_t at, std::uint32_t end) const {
    return at < end && token(at).lower && office_in_nominative(word(at)) != word(at);
}

/// Names that stand in a case.
void Lowerer::names_in(SlavicCase grammatical, Variable variable, std::uint32_t first, std::uint32_t last) {
    names(variable, first, last);
    for (auto& name : people_of(variable)) set_nominative(name, grammatical);
}

/// "dopis A. Novotného N. S. Chruščovovi", "dopis Zápotockého Bulganinovi": in Latin letters the addressee's
/// ending tells the dative; of families alone only one that nothing else has.
bool Lowerer::western_slavic_letter(std::uint32_t first, std::uint32_t writer, std::uint32_t addressee,
                                    std::uint32_t end) {
    bool const with_initials = skip_initials(low.chunks, writer, addressee) != writer &&
                               skip_initials(low.chunks, addressee, end) != addressee;
    bool const families = writer + 1 == addressee && addressee + 1 == end && token(writer).upper &&
                          token(addressee).upper &&
                          (word(addressee).ends_with("ovi") || word(addressee).ends_with("ému"));
    if (!families && (!with_initials || behind_person(addressee, end) != end)) return false;
    auto const family = western_dative(word(end - 1));
    if (family == word(end - 1)) return false;
    genre(first, writer);
    names_in(SlavicCase::genitive, Variable::author, writer, addressee);
    names(Variable::recipient, addressee, end);
    if (auto const recipients = people_of(Variable::recipient); !recipients.empty())
        recipients.back().family = family;
    settle(first, end);
    return true;
}

/// "telegram Mićunovića", "depeša Popovića iz Rima", "notatka Naszkowskiego": behind the form a family whose
/// genitive is plain, and perhaps the post.
bool Lowerer::paper_of_slavic_family(std::uint32_t first, std::uint32_t writer, std::uint32_t end) {
    constexpr std::array plain = {std::string_view{"ića"}, std::string_view{"skiego"},
                                  std::string_view{"ckiego"}, std::string_view{"dzkiego"}};
    auto const family = word(writer);
    bool const genitive = std::any_of(plain.begin(), plain.end(),
                                      [&](std::string_view ending) { return family.ends_with(ending); });
    bool const posted =
        writer + 3 == end && (word(writer + 1) == "iz" || word(writer + 1) == "z") && token(writer + 2).upper;
    if (!genitive || !token(writer).upper || !(posted || writer + 1 == end)) return false;
    genre(first, writer);
    names_in(SlavicCase::genitive, Variable::author, writer, writer + 1);
    settle(first, end);
    return true;
}

bool Lowerer::slavic_letter(std::uint32_t first, std::uint32_t end) {
    auto const form = match_phrase(low.chunks.tokens, low.chunks.text, first, mask(WordClass::genre)).size;
    if (form == 0 || first + form >= end) return false;
    auto const to_person = [&](std::uint32_t at) {
        return at < end && (word(at) == "к" || word(at) == "ко" || word(at) == "k" || word(at) == "ko");
    };
    auto const writer = behind_office_of_writer(first + form, end);
    auto const behind_writer = to_person(writer) ? writer : behind_person(writer, end);
    if (behind_writer == writer && !to_person(writer)) return false;
    auto addressee = behind_writer;
    bool const led = to_person(addressee);
    bool const latin = static_cast<unsigned char>(word(first).front()) < 0x80;
    if (latin && !led)
        return western_slavic_letter(first, writer, behind_writer, end) ||
               paper_of_slavic_family(first, writer, end);
    if (led) ++addressee;
    bool const to_office =
        addressee + 1 < end && word(addressee) == "в" && token(addressee + 1).upper &&
        (token(addressee + 1).all_upper || token(addressee + 1).is(WordClass::institution));
    bool const to_official = !to_office && is_office_in_dative(addressee, end);
    auto behind_addressee = to_office || to_official ? end : behind_person(addressee, end);
    // "… И. В. Сталину о положении в Корее": what a letter is about is no part of it.
    bool const topic =
        behind_addressee > addressee && behind_addressee < end &&
        (word(behind_addressee) == "о" || word(behind_addressee) == "об" || word(behind_addressee) == "по");
    if (behind_addressee != end && !topic && !(behind_writer == end && !led)) return false;
    genre(first, first + form);
    // "Письмо А. С. Суворину": the only person stands in the dative.
    if (!led && behind_addressee == addressee && !to_office && !to_official &&
        is_dative(word(behind_writer - 1))) {
        names_in(SlavicCase::dative, Variable::recipient, writer, behind_writer);
        settle(first, behind_writer);
        return true;
    }
    if (writer < behind_writer) names_in(SlavicCase::genitive, Variable::author, writer, behind_writer);
    if (to_office) {
        office(Variable::recipient, addressee + 1, end);
    } else if (to_official) {
        office(Variable::recipient, addressee, end);
        auto& name = item().names.find(Variable::recipient)->front();
        name.literal.replace(0, word(addressee).size(), office_in_nominative(word(addressee)));
    } else if (addressee < behind_addressee) {
        names_in(SlavicCase::dative, Variable::recipient, addressee, behind_addressee);
        for (auto& name : people_of(Variable::recipient)) set_monarch(name);
    }
    settle(first, end);
    return true;
}

}  // namespace fonds
