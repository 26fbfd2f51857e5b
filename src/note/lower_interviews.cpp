// Who was asked, and by whom: interviews and oral histories.

#include <array>

#include "note/lowerer.hpp"
#include "note/slavic_cases.hpp"

namespace fonds {

using std::string_view;

namespace {
/// The word before who was asked.
bool is_with(Token const& word) { return word.lower && word.is(WordClass::with_whom); }
/// Who wrote the book that cites an interview: "with the author", "mit dem Verfasser".
bool is_author_of_book(Token const& word) { return word.is(WordClass::this_author); }
}  // namespace

/// "Charles Stuart Kennedy interview with Francis McNamara", "Interview with X, conducted by Y", "Anne
/// Braden, telephone interview by author", "Clark Clifford oral history interview, by Jerry N. Hess": who was
/// asked, and by whom.
bool Lowerer::interview(std::uint32_t first, std::uint32_t last) {
    if (first + 2 < last && token(first).is(WordClass::genre) && token(first + 1).is_mark(',') &&
        !names_interview(first, first))
        first += 2;  // "Transcript, Walt Rostow Oral History Interview I"
    auto noun = first;
    while (noun < last && !names_interview(noun, first)) ++noun;
    if (noun == last) return false;
    if (asked_by_name(noun, last) || asked_by_author(noun, first, last) || asked_alone(noun, first, last))
        return true;
    auto const talk = parts_of_interview(noun, first, last);
    if (!tells_people(talk, last)) return false;
    if (talk.with && reads_as_names(low.chunks, talk.asked + 1, talk.asked_end))
        settle(talk.asked + 1, talk.asked_end);
    if (talk.names_nobody) settle(first, noun + 1);
    if (talk.of_book) settle(talk.form, talk.asked_end);
    item().type = ItemType::interview;
    low.set(Variable::genre, {token(talk.form).span.begin, token(noun).span.end});
    if (talk.anonymous && talk.form < noun)
        low.settled.push_back({token(first).span.begin, token(noun).span.end});
    set_people(talk);
    who_asked(noun, talk.asked, last);
    return true;
}

/// What an interview is made of that begins at `first` and whose noun is at `noun`.
Lowerer::Interview Lowerer::parts_of_interview(std::uint32_t noun, std::uint32_t first, std::uint32_t last) {
    Interview out;
    out.first = first;
    out.noun = noun;
    out.form = out.before = form_of_interview(noun, first);
    while (out.before > first && (token(out.before - 1).is_mark(',') || token(out.before - 1).lower))
        --out.before;
    out.asked = behind_interview(noun, last);
    if (out.asked < last && token(out.asked).roman)
        ++out.asked;  // "Oral History Interview II": one of several
    if (out.asked < last && token(out.asked).is_mark(',')) ++out.asked;
    out.with = out.asked + 1 < last && (word(out.asked) == "of" || is_with(token(out.asked)));
    out.asked_end = out.asked;
    while (out.asked_end < last && !token(out.asked_end).is_mark(',') &&
           !(out.asked_end > out.asked &&
             (tells_who_asked(out.asked_end) || asks_one_of(out.asked, out.asked_end))))
        ++out.asked_end;
    // "Oral history interview, Paul H. Nitze, by Richard D. McKinzie".
    out.behind_form = !out.with && out.form == first && out.asked == noun + 2 &&
                      out.asked_end > out.asked + 1 && reads_as_names(low.chunks, out.asked, out.asked_end);
    if (out.behind_form) --out.asked;  // the comma stands where "with" does
    out.of_book = out.with && (is_author_of_book(token(out.asked + 1)) ||
                               (out.asked + 2 < last && is_author_of_book(token(out.asked + 2))));
    out.names_asked = out.behind_form || (out.with && word(out.asked + 1) != "the" && !out.of_book);
    // "Author's interview with …" names nobody.
    out.anonymous = is_author_of_book(token(first));
    // "Author interview, Moscow", "Confidential interview": nor is told who was asked; nor of "Interview with
    // the author".
    bool const alone = !out.with && !out.behind_form && (out.asked == last || token(noun + 1).is_mark(','));
    out.names_nobody =
        alone ? out.anonymous || (out.form == first && out.form < noun) : out.of_book && out.form == first;
    return out;
}

/// Whether the words around the noun say who was asked or who asked, or that nobody is named.
bool Lowerer::tells_people(Interview const& talk, std::uint32_t last) const {
    if (!talk.names_asked && !talk.names_nobody && !reads_as_names(low.chunks, talk.first, talk.before))
        return false;
    // "Rosa Weber, interview in Warsaw": where, and by the author.
    bool const placed = talk.asked < last && token(talk.asked).lower && token(talk.asked).is(WordClass::in);
    bool const alone = talk.with || talk.behind_form || talk.asked != talk.noun + 1 || talk.asked == last;
    return alone || tells_who_asked(talk.asked) || placed;
}

/// "by", "conducted": what leads to who asked.
bool Lowerer::tells_who_asked(std::uint32_t at) const { return word(at) == "by" || word(at) == "conducted"; }

void Lowerer::set_people(Interview const& talk) {
    bool const leads = talk.before > talk.first && !talk.anonymous;
    // "Dean Rusk, interview with Paige E. Mulhollan": before a comma stands who was asked.
    bool const asked_first = talk.names_asked && leads && word(talk.asked) == "with" &&
                             token(talk.before).is_mark(',') &&
                             reads_as_names(low.chunks, talk.first, talk.before);
    if (asked_first || !(talk.names_asked || talk.names_nobody))
        names(Variable::author, talk.first, talk.before);
    else if (talk.names_asked) names(Variable::author, talk.asked + 1, talk.asked_end);
    if (talk.names_asked && (word(talk.asked) == "с" || word(talk.asked) == "z"))
        for (auto& name : people_of(Variable::author)) set_nominative(name, SlavicCase::instrumental);
    if (asked_first) names(Variable::interviewer, talk.asked + 1, talk.asked_end);
    else if (talk.names_asked && leads && !token(talk.before - 1).digits)
        names(Variable::interviewer, talk.first, talk.before);
}

/// "…, conducted | by Jerry N. Hess", "… geführt | von Anna Holm": who asked, behind the noun.
void Lowerer::who_asked(std::uint32_t noun, std::uint32_t asked, std::uint32_t last) {
    for (auto by = noun + 1; by + 1 < last; ++by)
        if (word(by) == "by" || (word(by) == "von" && word(by - 1) == "geführt") ||
            (by > asked && asks_one_of(asked, by)))
            return interviewer(by + 1, last);
}

/// "Interview of Fiodor Shinkarenko | with Jane Howard": behind who was asked, whom "of" tells, who asked.
bool Lowerer::asks_one_of(std::uint32_t of, std::uint32_t with) const {
    return word(of) == "of" && word(with) == "with";
}

/// The word before who was asked, of "interview with", "entretien de l’auteur avec"; else the word behind the
/// noun.
std::uint32_t Lowerer::behind_interview(std::uint32_t noun, std::uint32_t last) {
    auto const phrase = match_phrase(low.chunks.tokens, low.chunks.text, noun, mask(WordClass::interview));
    auto const with = noun + std::max(phrase.size, 2U) - 1;
    if (!phrase.phrase || with == noun + 1 || with >= last || !is_with(token(with))) return noun + 1;
    settle(noun, with + 1);  // the author, who asked, is not named
    return with;
}

/// "Brandin interview, 42": of an interview that is known already, who was asked.
bool Lowerer::interview_of(Part const& part) {
    auto const& chunk = at(part.first);
    auto const noun = chunk.last - 1;
    // "Interview with Schramm"
    if (candidate.family == Family::short_form && candidate.size() == 1 && chunk.kind == ChunkKind::text &&
        chunk.is(Trait::interview) && !token(noun).is(WordClass::interview) &&
        interview(chunk.first, chunk.last))
        return true;
    if (candidate.family != Family::short_form || part.size() != 1 || chunk.kind != ChunkKind::text ||
        noun <= chunk.first || !token(noun).is(WordClass::interview) || !token(noun).lower ||
        candidate.find(Role::author) || !token(chunk.first).upper ||
        !reads_as_names(low.chunks, chunk.first, noun))
        return false;
    names(Variable::author, chunk.first, noun);
    genre(noun, noun + 1);
    item().type = ItemType::interview;
    return true;
}

/// "interview", "Interv"; a conversation only where it is held "with" somebody and begins the citation, or is
/// the author's.
bool Lowerer::names_interview(std::uint32_t at, std::uint32_t first) const {
    // "Nicholas Katzenbach Oral History", "Oral history of Adm. Ramage", but "Columbia Oral History
    // Collection"
    bool const oral_history =
        at > first && fold_word(word(at)) == "history" && fold_word(word(at - 1)) == "oral" &&
        (token(at + 1).kind != TokenKind::word || word(at + 1) == "of" || is_with(token(at + 1)));
    if (token(at).is(WordClass::interview_noun) || oral_history) return true;
    bool const talk = token(at).is(WordClass::talk);
    if (!talk && !token(at).is(WordClass::talk_of_author)) return false;
    // "Gespräch des Verfassers mit", "Беседа автора с"; "Egon Bahr im Gespräch mit dem Verfasser"
    auto const told = match_phrase(low.chunks.tokens, low.chunks.text, at, mask(WordClass::interview)).size;
    bool const begins = at == first || (at == first + 1 && is_author_of_book(token(first)));
    return told > 3 || (begins && (told > 2 || (talk && is_with(token(at + 1)))));
}

/// "Telephone interview by the author with Oleg Troyanovsky": who asked wrote the book, and is not named.
bool Lowerer::asked_by_author(std::uint32_t noun, std::uint32_t first, std::uint32_t last) {
    auto author = noun + 1;
    if (author >= last || word(author) != "by") return false;
    ++author;
    if (author < last && (word(author) == "the" || word(author) == "this")) ++author;
    if (author + 2 >= last || !is_author_of_book(token(author)) || !is_with(token(author + 1))) return false;
    auto end = author + 2;
    while (end < last && !token(end).is_mark(',')) ++end;
    if (end == author + 2) return false;
    item().type = ItemType::interview;
    low.set(Variable::genre, {token(form_of_interview(noun, first)).span.begin, token(noun).span.end});
    names(Variable::author, author + 2, end);
    low.settled.push_back({token(noun).span.begin, token(author + 1).span.end});
    return true;
}

/// "Interview, T. H. Baker with Edward C. Welsh": who asked, then who was asked; "Interv, author with Gen.
/// Chamberlin": the author, who is not named.
bool Lowerer::asked_by_name(std::uint32_t noun, std::uint32_t last) {
    if (noun + 3 >= last || !token(noun + 1).is_mark(',')) return false;
    auto with = noun + 2;
    while (with < last && word(with) != "with") ++with;
    bool const author_asked = with == noun + 3 && is_author_of_book(token(noun + 2));
    if (with + 1 >= last || !(author_asked || reads_as_names(low.chunks, noun + 2, with))) return false;
    item().type = ItemType::interview;
    low.set(Variable::genre, token(noun).span);
    if (author_asked) {
        names(Variable::author, with + 1, last);
        return true;
    }
    bool const by_author = word(with + 1) == "the" || is_author_of_book(token(with + 1));
    if (by_author) names(Variable::author, noun + 2, with);
    if (!by_author) {
        names(Variable::interviewer, noun + 2, with);
        names(Variable::author, with + 1, last);
    }
    return true;
}

/// "Oral history interview, Jonathan Daniels": who was asked, behind the form; "Interview: Tomas Okello,
/// Gulu": and where.
bool Lowerer::asked_alone(std::uint32_t noun, std::uint32_t first, std::uint32_t last) {
    auto const form = form_of_interview(noun, first);
    auto const asked = noun + 2;
    if (form != first || asked >= last || !(token(noun + 1).is_mark(',') || token(noun + 1).is_mark(':')))
        return false;
    auto end = asked;
    while (end < last &&
           !(token(end).is_mark(',') && end + 1 < last && !token(end + 1).is(WordClass::suffix)))
        ++end;
    bool const placed = end < last && end - asked >= 2 && !token(end + 1).is_given() &&
                        !has_word(low.chunks, end, last, std::array{string_view{"and"}, string_view{"with"}});
    if (!placed) end = last;
    if (!reads_as_names(low.chunks, asked, end)) return false;
    item().type = ItemType::interview;
    low.set(Variable::genre, {token(form).span.begin, token(noun).span.end});
    names(Variable::author, asked, end);
    if (placed) settle(end, last);
    return true;
}

/// The word with which the form begins that ends with `noun`.
std::uint32_t Lowerer::form_of_interview(std::uint32_t noun, std::uint32_t first) const {
    while (noun > first && is_way_of_asking(noun - 1)) --noun;
    return noun;
}

/// "telephone interview", "oral history interview": how the questions were put.
bool Lowerer::is_way_of_asking(std::uint32_t at) const { return token(at).is(WordClass::way_of_asking); }

/// "by Paige E. Mulhollan", behind the day of an interview or of another paper.
void Lowerer::asked_by(Chunk const& chunk) {
    auto const variable = item().type == ItemType::interview ? Variable::interviewer : Variable::author;
    if (!item().names.find(variable)) names(variable, chunk.first + 1, chunk.last);
}

void Lowerer::interviewer(std::uint32_t first, std::uint32_t last) {
    for (auto i = first; i < last; ++i)
        if (token(i).is_mark(',')) last = i;
    if (last <= first || is_author_of_book(token(last - 1)) || word(first) == "the") return;
    names(Variable::interviewer, first, last);
}

}  // namespace fonds
