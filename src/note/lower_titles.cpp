// Titles: without their marks, the editor's translation, and the words that are of something else.

#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/date_reader.hpp"
#include "note/lowerer.hpp"

namespace fonds {

using std::string_view;

/// "Zhou Enlaide yisheng (The life of Zhou Enlai)": English in the bracket that ends a title in another
/// language.
bool Lowerer::is_english_gloss(Part const& part) const {
    auto const& bracket = at(part.last - 1);
    auto const speaks_english = [&](std::uint32_t first, std::uint32_t end) {
        constexpr std::array small_words = {string_view{"the"},  string_view{"of"},   string_view{"and"},
                                            string_view{"on"},   string_view{"to"},   string_view{"for"},
                                            string_view{"with"}, string_view{"from"}, string_view{"we"},
                                            string_view{"by"}};
        return has_word(low.chunks, first, end, small_words);
    };
    constexpr std::uint32_t shortest = 5;  // with its marks
    // "(History of the Party, vol. 3)", but "(… population in 1959–1961)"
    bool const numbered = token(bracket.last - 2).number && !is_year(word(bracket.last - 2).substr(0, 4));
    return !numbered && bracket.size() >= shortest && token(bracket.first + 1).upper &&
           speaks_english(bracket.first, bracket.last) &&
           !speaks_english(at(part.first).first, bracket.first);
}

/// Whether the tokens [first, last) are nothing but a phrase for a form of paper.
bool Lowerer::names_form(std::uint32_t first, std::uint32_t last) const {
    while (last > first && token(last - 1).kind == TokenKind::mark) --last;
    auto const form = match_phrase(low.chunks.tokens, low.chunks.text, first, mask(WordClass::genre));
    return form.phrase && first + form.size == last;
}

/// "Hugo Ott, Martin Heidegger. Unterwegs zu seiner Biographie": behind one author in full and a comma a name
/// that a stop follows begins the title; a second author would be joined to the first.
bool Lowerer::begins_with_name(Part const& part) const {
    auto const author = candidate.find(Role::author);
    return author && candidate.family == Family::book && author->size() == 1 &&
           author->last + 1 == part.first && at(author->last).kind == ChunkKind::comma &&
           at(author->first).size() >= 2 && at(part.first).is(Trait::name) && part.size() >= 3 &&
           at(part.first + 1).kind == ChunkKind::stop;
}

/// A title: a quotation as a whole loses its marks; what else stands in it is kept.
void Lowerer::title(Variable variable, Part const& part) {
    auto const& first = at(part.first);
    // "sub: Debrief of Dr. Kissinger (19 Nov 65)": a day in a bracket is of the subject.
    if (candidate.family == Family::letter && at(part.last - 1).kind == ChunkKind::publication)
        low.settled.push_back(span_of(part));
    if (variable == Variable::title && interview_of(part)) return;
    if (candidate.family == Family::parliament && gazette(part)) return;
    // "Ustawa z 3 marca 1950 r.": the word that leads to the day.
    if (candidate.family == Family::act && part.size() == 1 && first.size() > 1 &&
        part.last < low.chunks.list.size() && at(part.last).kind == ChunkKind::date &&
        leads_to_date(first.last - 1))
        return low.set(variable, trimmed(span_of(first.first, first.last - 1)));
    if (part.size() == 1 && first.kind == ChunkKind::quote) return title_in_marks(variable, first);
    if (candidate.family == Family::resolution) low.settled.push_back(span_of(part));
    auto const last = without_gloss(part);
    if (last - part.first == 1 && first.kind == ChunkKind::quote) return low.set(variable, first.inner);
    auto span = span_of_title({part.role, part.first, last});
    if (variable == Variable::title && candidate.family == Family::short_form) span = short_title(part, span);
    low.set(variable, span);
    settle_title(part, span);
    if (candidate.family == Family::web)
        for (auto i = part.first; i < part.last; ++i)
            if (at(i).kind == ChunkKind::date) set_date(Variable::issued, at(i));
}

void Lowerer::title_in_marks(Variable variable, Chunk const& quote) {
    bool const document = candidate.family == Family::quoted_document;
    // "“Memorandum of Conversation,” May 3, 1961": the form of the paper in the marks of a title.
    if (document && variable == Variable::title && item().text(Variable::genre).empty() &&
        names_form(quote.first + 1, quote.last - 1))
        return low.set(Variable::genre, quote.inner);
    // "Memorandum of Conversation, “Situation in Laos,” March 24, 1961": a form is no part of a title in
    // marks.
    auto const* form = candidate.find(Role::genre);
    if (document && form && names_form(at(form->first).first, at(form->first).last))
        low.settled.push_back({at(form->first).span.begin, quote.span.end});
    low.set(variable, quote.inner);
}

/// "Các cuộc thương lượng | [The negotiations]": the editor's translation is no part of the title, nor who
/// edited it; where the title's chunks end.
std::uint32_t Lowerer::without_gloss(Part const& part) const {
    auto const& bracket = at(part.last - 1);
    bool const gloss =
        part.size() > 1 && bracket.kind == ChunkKind::aside && token(bracket.first).space_before &&
        (text(bracket.span).starts_with("[") || is_english_gloss(part) || hands_of(bracket).last > 0);
    return gloss ? part.last - 1 : part.last;
}

/// The words of a title, with the mark of a question or a call that ends it.
Span Lowerer::span_of_title(Part const& part) const {
    auto span = trimmed(span_of(part));
    if (span.end < low.chunks.text.size() &&
        (low.chunks.text[span.end] == '?' || low.chunks.text[span.end] == '!'))
        ++span.end;
    // "Холодный мир. — М.: РОССПЭН": the dash before the place.
    for (string_view const dash : {" \u2014", " \u2013"})
        if (text(span).ends_with(dash)) span = trimmed({span.begin, span.end - dash.size()});
    return span;
}

/// "Корейская война... С. 15": the dots stand for the rest of the title.
Span Lowerer::short_title(Part const& part, Span span) {
    while (text(span).ends_with("..")) span = trimmed({span.begin, span.end - 2});
    span = without_volume(part, span);
    // "MR. v. 26. 7. 1865/I": a session is known by its day.
    for (auto i = part.first; i < part.last && !candidate.find(Role::date); ++i)
        if (at(i).kind == ChunkKind::date && at(i).has_day) set_date(Variable::issued, at(i));
    return span;
}

void Lowerer::settle_title(Part const& part, Span span) {
    // "s. v. Schmerling, Anton von": the word of a lexicon's article, told by what stands before it.
    if (candidate.family == Family::entry) low.settled.push_back(span);
    // "Verhandlungen des Deutschen Bundestages, 7. Wahlperiode": the session is none of it.
    if (candidate.family == Family::parliament && part.last + 1 < candidate.last &&
        at(part.last + 1).is(Trait::congress))
        low.settled.push_back({span.begin, at(part.last + 1).span.end});
    if (begins_with_name(part)) low.settled.push_back(at(part.first).span);
}

}  // namespace fonds
