// Authors at the beginning of a run, parted from the title that no mark parts from them.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/word_shape.hpp"

namespace fonds {

using std::string_view;

/// "Зубкова Е. Ю. Прибалтика и Кремль", "Бердяев Н.А. Русская идея", in lists "Fischer W. The Making of an
/// Alliance": the family name first, and the title behind the initials without a comma.
bool Chunker::inverted_author(std::uint32_t first, std::uint32_t last) {
    auto const& tokens = out_.tokens;
    bool const cyrillic = script_of(decode(word(first), 0).value) == Script::cyrillic;
    if (auto const at = skip_initials(out_, first, last);
        // "Bayly, C.A. Indian Society": initials without a space are no words of a title.
        (cyrillic || listed_ || (word(first).find('.') != string_view::npos && out_.list.size() == 2)) &&
        behind_family_name() && at > first && at < last && tokens[at].upper) {
        split_author(first, at, last);  // "Бердяев, Н. А. Самопознание"
        return true;
    }
    if (last - first < 4 || !tokens[first].upper || tokens[first].is(WordClass::genre) ||
        tokens[first].is(WordClass::abbreviation))
        return false;
    if (!cyrillic && tokens[first].is_given() && last - first == 4) return false;  // "Robert O. Roth"
    // "KENNAN G. Memoirs": capitals tell the family's name.
    constexpr std::size_t shortest_in_capitals = 4;
    bool const in_capitals = tokens[first].all_upper && !tokens[first].roman &&
                             begins_sentence(out_, out_.list.size()) &&
                             word(first).size() >= shortest_in_capitals;
    if (!(cyrillic || listed_ || in_capitals) || count_code_points(word(first)) < (cyrillic ? 3U : 2U))
        return false;
    auto at = skip_initials(out_, first + 1, last);
    if (at == first + 1 && !cyrillic) at = skip_initials(out_, first + 1, last, Initials::bare);
    if (cyrillic) at = end_of_first_initials(first + 1, at);
    if (at < first + 2 || at >= last || !mark(at - 1, '.') || !(tokens[at].upper || tokens[at].digits))
        return false;
    split_author(first, at, last);
    return true;
}

/// "Половинкин С. М. | П. А. Флоренский: Логос против хаоса": a name has two initials, its own and the
/// father's, and two more are those of a name that begins the title; "Гегель Г. В. Ф." has three. `at` is
/// behind all of them.
std::uint32_t Chunker::end_of_first_initials(std::uint32_t first, std::uint32_t at) const {
    constexpr std::ptrdiff_t of_a_name = 2;
    auto const letters = [&](std::uint32_t token) {
        auto const written = word(token);  // "С.М" is one token
        return mark(token, '.') ? 0 : 1 + std::count(written.begin(), written.end(), '.');
    };
    std::ptrdiff_t left = 0;
    for (auto token = first; token < at; ++token) left += letters(token);
    std::ptrdiff_t taken = 0;
    for (auto token = first; token < at; ++token) {
        if (left < of_a_name) return at;
        if (taken > 0 && taken + letters(token) > of_a_name) return token;
        taken += letters(token);
        left -= letters(token);
    }
    return at;
}

/// "Horowitz, | David A. | Beyond Left and Right", "Brewer, | Angelo D. | Interview": behind a family name
/// the given name of an entry ends with an initial, whose stop is the entry's.
bool Chunker::given_name(std::uint32_t first, std::uint32_t last) {
    auto const& tokens = out_.tokens;
    if (!behind_family_name() || !begins_sentence(out_, out_.list.size() - 2) || last - first < 4 ||
        !tokens[first].upper || tokens[first].digits || tokens[first].span.size() < 2 ||
        tokens[before_comma()->first].is(WordClass::genre))  // "Transcript, Walt W. Rostow Interview"
        return false;
    auto const at = skip_initials(out_, first + 1, last);
    if (at < first + 3 || at >= last || !mark(at - 1, '.') || !tokens[at].upper) return false;
    // "…, David A. Smith and Mary Jones," are authors, "David A. Beyond Left and Right:" is none.
    bool const closes = mark(last, ':') || mark(last, '.');
    bool const entry =
        tokens[at].is(WordClass::genre) || (last - at > 1 && (closes || !reads_as_names(out_, first, last)));
    if (entry) split_author(first, at, last);
    return entry;
}

/// "Dietrich Geyer | Der russische Imperialismus. …": the small capitals of the author parted him from the
/// title before the markup was lost; a German article begins the title.
bool Chunker::author_before_article(std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t longest_name = 4;
    constexpr std::array articles = {string_view{"Der"}, string_view{"Die"},     string_view{"Das"},
                                     string_view{"Ein"}, string_view{"Eine"},    string_view{"Zur"},
                                     string_view{"Zum"}, string_view{"Zwischen"}};
    auto const& tokens = out_.tokens;
    if (last - first < 4 || !begins_sentence(out_, out_.list.size()) || !tokens[first].is_given() ||
        !tokens[first].upper || !(mark(last, '.') || mark(last, ',')))
        return false;
    for (auto at = first + 2; at <= first + longest_name && at + 1 < last; ++at) {
        if (!contains(articles, word(at))) continue;
        if (!reads_as_names(out_, first, at)) return false;
        split_author(first, at, last);
        return true;
    }
    return false;
}

/// "Kotkin | Magnetic Mountain, S. 215": small capitals parted a family's name from a short title before the
/// markup was lost; what stands there is no person's full name.
bool Chunker::family_before_short_title(std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t shortest = 3, longest = 6;
    auto const& tokens = out_.tokens;
    if (last - first < shortest || last - first > longest || !begins_sentence(out_, out_.list.size()) ||
        !mark(last, ',') || word(last + 1) != "S" || !mark(last + 2, '.') || tokens[first].all_upper ||
        tokens[first].is_given() || tokens[first].classes != 0 || count_code_points(word(first)) < 3 ||
        !reads_as_names(out_, first, last))
        return false;
    for (auto at = first; at < last; ++at)
        if (tokens[at].kind != TokenKind::word || !tokens[at].upper || tokens[at].is_given() ||
            count_code_points(word(at)) < 3)
            return false;
    split_author(first, first + 1, last);
    out_.list[out_.list.size() - 2].kind = ChunkKind::comma;
    return true;
}

/// The stop of the last initial parts author and title.
void Chunker::split_author(std::uint32_t first, std::uint32_t title, std::uint32_t last) {
    add_text(first, title);
    auto& stop = add(ChunkKind::stop, title - 1, title);
    stop.span = {stop.span.end, stop.span.end};
    stop.inner = stop.span;
    add_text(title, last);
}

/// "Clark Clifford | with Richard Holbrooke, Counsel to the President": who helped, without a comma before.
bool Chunker::helped_author(std::uint32_t first, std::uint32_t last) {
    constexpr auto talk = mask(WordClass::interview) | mask(WordClass::genre);
    auto with = first;
    while (with < last && word(with) != "with") ++with;
    auto const& title = mark(last, ',') ? token(last + 1) : Tokens::none;
    if (with < first + 2 || with + 2 >= last || !may_begin_title(title) ||
        !reads_as_names(out_, first, with) || !reads_as_names(out_, with + 1, last))
        return false;
    for (auto at = first; at < with; ++at)
        if ((token(at).classes & talk) != 0) return false;
    add_text(first, with);
    add_text(with, last);
    return true;
}

}  // namespace fonds
