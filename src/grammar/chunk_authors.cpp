// Works that no comma parts from the sentence they stand in: "by Eugene Genovese in Roll, Jordan, Roll",
// "Camp's Closer to Freedom", "As Gordon shows in Pitied but Not Entitled".

#include <algorithm>

#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/word_shape.hpp"

namespace fonds {

using std::string_view;

namespace {

// What stands in a letter's head or names a paper, and in no words between an author and a book.
constexpr auto part_of_head =
    mask(WordClass::genre) | mask(WordClass::interview) | mask(WordClass::direction);

}  // namespace

/// The token behind the bracket that a year ends, to which the words at hand go on over commas and a
/// subtitle; `no_token` where they do not.
std::uint32_t Chunker::behind_imprint(std::uint32_t at) const {
    constexpr std::uint32_t reach = 60;
    for (auto const end = at + reach; at < end; ++at) {
        auto const& next = token(at);
        if (!next.exists() || next.kind == TokenKind::quote_open || next.kind == TokenKind::close ||
            next.is_mark(';') || (next.is_mark('.') && is_stop(at)))
            return no_token;
        if (next.kind == TokenKind::open)
            return next.match != no_token && is_year(word(next.match - 1)) ? next.match + 1 : no_token;
    }
    return no_token;
}

bool Chunker::imprint_ahead(std::uint32_t at) const { return behind_imprint(at) != no_token; }

/// Whether the quotation at `open` is a title: a comma or a bracket behind it.
bool Chunker::quotes_title(std::uint32_t open) const {
    auto const& head = token(open);
    if (head.kind != TokenKind::quote_open || head.match == no_token) return false;
    auto const close = head.match;
    auto const& next = token(close + 1);
    return mark(close - 1, ',') || (next.is_mark(',') || next.kind == TokenKind::open);
}

/// Where the name that ends before `last` begins: its capitals and particles, without the word of the
/// sentence before them.
std::uint32_t Chunker::name_begin(std::uint32_t first, std::uint32_t last) const {
    constexpr auto words_of_sentence = mask(WordClass::signal) | mask(WordClass::lead) |
                                       mask(WordClass::topic) | mask(WordClass::article) |
                                       mask(WordClass::in);
    auto at = last;
    while (at > first && (token(at - 1).upper || mark(at - 1, '.'))) --at;
    while (at + 1 < last && (token(at).classes & words_of_sentence) != 0) ++at;
    return at;
}

/// Where the title begins behind the name in the genitive that ends before `at`: "Semmel's older but still
/// useful | The Governor Eyre Controversy", "Skocpol's account in | Protecting Soldiers", "Morgan's own |
/// “Sex Limited Inheritance”", "Lloyd's own account |, Suez 1956"; `no_token` where other words stand there.
std::uint32_t Chunker::title_behind_genitive(std::uint32_t at, std::uint32_t last) const {
    constexpr std::uint32_t longest = 8;
    auto const first = at;
    while (at < last && token(at).lower && (token(at).classes & part_of_head) == 0) ++at;
    bool const stands_in = at > first && word(at - 1) == "in";
    // "Camp's work on slavery …": only "in" leads to a title behind other prepositions.
    bool const speaks = std::any_of(out_.tokens.begin() + first, out_.tokens.begin() + at,
                                    [](Token const& item) { return item.is(WordClass::topic); });
    if (at - first > longest || (speaks && !stands_in) || has_verb(first, at)) return no_token;
    bool const behind_comma = at > first && mark(at, ',') && token(at - 1).is(WordClass::work_noun);
    if (at == last) {
        bool const titled =
            behind_comma && (quotes_title(at + 1) || (token(at + 1).upper && imprint_ahead(at + 1)));
        return quotes_title(at) || titled ? at : no_token;
    }
    return token(at).upper && imprint_ahead(last) ? at : no_token;
}

/// The author of a title without a comma between, in the words [first, last).
Chunker::UnpartedAuthor Chunker::author_in_genitive(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first; at < last; ++at) {
        if (!token(at).upper || !is_possessive(word(at))) continue;
        auto const begin = name_begin(first, at + 1);
        auto const title = title_behind_genitive(at + 1, last);
        if (title == no_token || !reads_as_names(out_, begin, at + 1)) return {};
        // "Robert Roth, Lincoln's Virtues", "Thomas Jefferson's Lives": a name may begin a title.
        bool const led = begin > first
                             ? token(begin - 1).lower
                             : !out_.list.empty() && (out_.list.back().kind == ChunkKind::signal ||
                                                      out_.list.back().kind == ChunkKind::conjunction);
        bool const described = title > at + 1 && begins_sentence(out_, out_.list.size());
        // "G. N. Sanderson's Upper Nile", "Walter Roth's Quays (London, 1990) remains": a title begins with
        // no initials, and a sentence goes on behind its book
        auto const behind = behind_imprint(last);
        bool const spoken =
            begin == first && begins_sentence(out_, out_.list.size()) && at > begin &&
            (skip_initials(out_, begin, at) > begin ||
             (behind != no_token && token(behind).lower && token(behind).is(WordClass::verb)));
        bool const quoted = title == last;
        bool const in_full = at > begin;
        if (!(led || described || spoken) || !(in_full || described || quoted)) return {};
        return {begin, at + 1, title};
    }
    return {};
}

/// "… most recently by | Daniel J. Kevles | in | In the Name of Eugenics".
Chunker::UnpartedAuthor Chunker::author_before_in(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 2; at + 1 < last; ++at) {
        if ((token(at).classes & part_of_head) != 0) return {};
        if (word(at) != "in" || !token(at + 1).upper) continue;
        auto const begin = name_begin(first, at);
        // "…, and, in other words, by | Michael Hogan | in | The Marshall Plan"
        bool const alone = begin == first + 1 && !begins_sentence(out_, out_.list.size());
        if (begin > first && word(begin - 1) == "by" && reads_as_names(out_, begin, at) &&
            (alone || is_prose(first, begin)) && imprint_ahead(last))
            return {begin, at, at + 1};
    }
    return {};
}

/// The words between author and title, which stand for the comma; with none, the place between them.
void Chunker::part_author(std::uint32_t first, std::uint32_t last) {
    auto const begin = token(first).span.begin;
    auto& comma = add(ChunkKind::comma, first < last ? first : first - 1, std::max(first, last));
    if (first == last) comma.span = comma.inner = {begin, begin};
}

/// Adds the chunks of a sentence, an author and a title that no comma parts.
bool Chunker::author_in_sentence(std::uint32_t first, std::uint32_t last) {
    auto author = author_in_genitive(first, last);
    if (author.end == 0) author = author_before_in(first, last);
    if (author.end == 0) return false;
    if (author.begin > first) add_text(first, author.begin);
    add_text(author.begin, author.end);
    bool const parted = author.title == last && mark(last, ',');
    if (parted) add_text(author.end, last);
    else part_author(author.end, author.title);
    if (author.title < last) add_text(author.title, last);
    return true;
}

/// "Pinchot boasted of it in his autobiography |, Breaking New Ground (New York: Harcourt, 1947)": a sentence
/// that ends with a person's own work.
bool Chunker::leads_to_own_work(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t shortest = 4, longest_noun = 4;
    bool const compared = token(first).is(WordClass::signal) && token(first).lower;
    if (last - first < shortest || !mark(last, ',') || !(compared || begins_sentence(out_, out_.list.size())))
        return false;
    auto owner = last;
    while (owner > first && last - owner < longest_noun && token(owner - 1).lower &&
           !is_possessive_pronoun(owner - 1))
        --owner;
    return owner > first + 1 && is_possessive_pronoun(owner - 1) &&
           token(last - 1).is(WordClass::work_noun) &&
           (quotes_title(last + 1) || (token(last + 1).upper && imprint_ahead(last + 1)));
}

/// "As Linda Gordon shows in | Pitied but Not Entitled (New York: Free Press, 1994)", "The figures come from
/// the | Economic Report of the President (Washington, 1949)": the title of a book that a sentence leads to;
/// `no_token` where there is none.
std::uint32_t Chunker::title_behind_sentence(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 2; at + 1 < last; ++at) {
        if (!(word(at) == "in" || word(at) == "from") || !has_verb(first, at)) continue;
        auto const title = word(at + 1) == "the" ? at + 2 : at + 1;
        if (title >= last || !token(title).upper) continue;
        // "conditions in Poland in The Land Between"
        bool const place = title + 1 < last && token(title).is(WordClass::place) && token(title + 1).lower;
        if (!place) return imprint_ahead(last) ? title : no_token;
    }
    return no_token;
}

}  // namespace fonds
