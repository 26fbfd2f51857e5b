// Where the words of a sentence end that lead to a citation, and it begins.

#include "grammar/chunker.hpp"
#include "grammar/word_shape.hpp"

namespace fonds {

/// "anders | Gerhard Wettig", "ausführlich dazu | Loth", "Hierzu ausführlich | Josef Roth": the token behind
/// words that lead to a name; `first` where none do.
std::uint32_t Chunker::behind_lead_words(std::uint32_t first, std::uint32_t last) const {
    auto const is_lead_word = [this](std::uint32_t at) { return token(at).is(WordClass::lead); };
    auto lead = first;
    if (begins_sentence(out_, out_.list.size()) && first + 2 < last && token(first).upper &&
        is_lead_word(first) && token(first + 1).lower && is_lead_word(first + 1))
        ++lead;
    while (lead + 1 < last && token(lead).lower && is_lead_word(lead) &&
           !token(lead).is(WordClass::memo_from))
        ++lead;
    // "…, and again by | Walter Holm"; "von" may be his name's
    if (lead > first && lead + 1 < last && is_small(lead, WordClass::by_whom) &&
        !token(lead).is(WordClass::particle) && token(lead + 1).upper)
        ++lead;
    return token(lead).upper ? lead : first;
}

/// Where the words that lead to a citation end, by the last small word among them; `letter`: behind it stand
/// a writer and an addressee.
std::uint32_t Chunker::lead_end(std::uint32_t first, std::uint32_t last, bool& letter) const {
    auto const& tokens = out_.tokens;
    for (auto at = last - 1; at > first; --at) {
        auto const& item = tokens[at];
        if (item.kind != TokenKind::word || !item.lower || word(at) == "the") continue;
        // "The official report is Miles to Smith": a letter behind a sentence.
        if (item.is(WordClass::direction) && !letter && at + 1 < last && tokens[at + 1].upper &&
            tokens[at - 1].upper && has_verb(first, at)) {
            letter = true;
            continue;
        }
        // "der Beitrag von | Andreas Hilger"
        if (at > first && at + 1 < last && tokens[at + 1].upper && tokens[at - 1].upper)
            if (auto const piece = find(at - 1, mask(WordClass::lead)); piece.size == 2) return at + 1;
        // "wird ausführlich analysiert von Schroeder": no particle of a name.
        if (item.is(WordClass::particle) && tokens[at - 1].lower && !tokens[at - 1].is(WordClass::particle) &&
            !tokens[at - 1].is(WordClass::direction) && at + 1 < last && has_verb(first, at))
            return at + 1;
        if (!item.is(WordClass::particle) && !item.is(WordClass::conjunction)) {
            // "Kennan interview by Labalme": who asked whom.
            if (item.is(WordClass::by_whom) && tokens[at - 1].is(WordClass::interview)) return no_token;
            bool const preposition =
                item.is(WordClass::topic) && has_verb(first, at);  // "draws on Anna Holm"
            bool const leads = item.is(WordClass::lead) || item.is(WordClass::verb) || preposition;
            return leads && at + 1 < last ? at + 1 : no_token;
        }
        if (item.is(WordClass::lead) && at + 1 < last) return at + 1;
    }
    return no_token;
}

/// Whether [first, cut) leads to a citation and is not the head of one. `letter`: a writer and an addressee
/// stand behind.
bool Chunker::is_lead(std::uint32_t first, std::uint32_t cut, std::uint32_t last, bool letter) const {
    if (letter && !has_verb(first, cut)) return false;
    if (names_paper_or_body(first, cut)) return false;
    // "… im Zarenreich und in der Sowjetunion, in: …": no work begins with an article in small letters.
    if (!letter && token(cut).lower && token(cut).is(WordClass::article) && word(cut) != "the" &&
        !holds_keeper(cut, last))
        return false;
    // "Zu Wilhelms Reise siehe | Röhl": German words of a sentence may begin with capitals.
    bool const signalled = token(cut - 1).is(WordClass::signal) && !letter;
    return token(first).kind == TokenKind::word && (signalled || is_prose(first, cut));
}

/// "Memorandum for the President from | McGeorge Bundy", "Embassy of the GDR in | Hanoi": a paper's form and
/// whom it is from, a body and where it is, no words of a sentence.
bool Chunker::names_paper_or_body(std::uint32_t first, std::uint32_t cut) const {
    auto const& head = token(first);
    auto const& joint = token(cut - 1);
    return head.upper && !has_verb(first, cut) &&
           ((head.is(WordClass::genre) && joint.is(WordClass::memo_from)) ||
            (head.is(WordClass::institution) && !head.is(WordClass::rank) && joint.is(WordClass::in)));
}

bool Chunker::holds_keeper(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first; at < last; ++at)
        if (find(at, mask(WordClass::repository) | mask(WordClass::archive) | mask(WordClass::genre)).phrase)
            return true;
    return false;
}

/// "The cable was summarized in a | memorandum of conversation between …", "Der Antrag wurde mit | Ah. E.".
std::uint32_t Chunker::genre_behind_prose(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 2; at + 1 < last; ++at) {
        bool const decided =
            (is_small(at, WordClass::with_whom) || is_small(at, WordClass::by_whom)) && has_verb(first, at);
        if (decided && token(at + 1).upper && find(at + 1, mask(WordClass::genre)).phrase) return at + 1;
        if (!is_small(at, WordClass::lead)) continue;
        auto next = at + 1;
        while (next + 1 < last && (is_small(next, WordClass::article) || is_possessive_pronoun(next))) ++next;
        // "… is clear from | Harriman's telegram of 4 January 1945"
        auto owner = next;
        while (owner + 1 < last && token(owner).upper && !word(owner).ends_with("s")) ++owner;
        auto const form =
            token(next).upper && token(owner).upper && owner + 1 < last && is_possessive(word(owner))
                ? owner + 1
                : next;
        if (token(form).is(WordClass::genre) && is_prose(first, next)) return next;
    }
    return no_token;
}

/// "The fullest account comes from the | Archive of the Ministry of …": prose up to a lead word or verb, then
/// the name of a keeper or papers.
std::uint32_t Chunker::reference_behind_prose(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 2; at + 1 < last; ++at) {
        auto const& before = token(at - 1);
        if (before.kind != TokenKind::word || !before.lower ||
            !(before.is(WordClass::lead) || before.is(WordClass::verb)))
            continue;
        auto next = at;
        while (next + 1 < last && is_small(next, WordClass::article)) ++next;
        if (!token(next).upper || !is_prose(first, at)) continue;
        for (auto i = next; i < last; ++i) {
            // "Telegram from the Embassy in the Soviet Union to the Department of State": an addressee.
            if (token(i).lower && token(i).is(WordClass::direction)) break;
            if (find(i, mask(WordClass::repository) | mask(WordClass::archive)).phrase &&
                (token(i).upper || i > next))
                return next;
        }
    }
    return no_token;
}

/// Where the name or the title begins that words lead to; `no_token` where they lead to none. `sentence`:
/// they stand where a citation may begin.
std::uint32_t Chunker::work_behind_sentence(std::uint32_t first, std::uint32_t last, bool sentence) const {
    bool const behind_imprint = !out_.list.empty() && out_.list.back().kind == ChunkKind::publication;
    auto work = no_token;
    // Behind the comma of "… in William Dinwiddie, Porto Rico" the title begins, and before it a name.
    if (sentence && !mark(last, ',')) work = title_behind_sentence(first, last);
    if (work == no_token && (sentence || behind_imprint)) work = name_behind_prose(first, last);
    if (work == no_token) work = name_behind_phrase(first, last);
    if (work == no_token && sentence) work = work_behind_topic(first, last);
    return work == no_token && sentence ? title_behind_sentence(first, last) : work;
}

/// "the fine study of | Anna Holm, The Harbour", "sowie | Petra Vogt, Das Amt", "I rely here on the work of |
/// Anna Holm, …": small words or a sentence, then a name before a title.
std::uint32_t Chunker::name_behind_prose(std::uint32_t first, std::uint32_t last) const {
    auto const behind = behind_editor_in_bracket(last);
    auto const& title = mark(behind, ',') || mark(behind, ':') ? token(behind + 1) : Tokens::none;
    if (title.is(WordClass::month) ||
        !(title.upper || title.kind == TokenKind::quote_open || title.is(WordClass::interview) ||
          (title.is(WordClass::editor) && mark(behind + 2, '.'))))
        return no_token;
    constexpr auto part_of_head = mask(WordClass::genre) | mask(WordClass::interview) |
                                  mask(WordClass::direction) | mask(WordClass::memo_from) |
                                  mask(WordClass::by_whom) | mask(WordClass::for_whom);
    auto at = first;
    while (mark(last, ',') && at < last && token(at).kind == TokenKind::word && token(at).lower &&
           (token(at).classes & part_of_head) == 0)
        ++at;
    bool const particle = at == first + 1 && token(first).is(WordClass::particle);
    // "den Beitrag von | Josef Roth, Titel", "Siehe die Studie von | Anna Roth: Titel"
    constexpr std::uint32_t longest_lead = 3;
    for (auto piece = first; piece < first + longest_lead && piece + 3 < last; ++piece)
        if (find(piece, mask(WordClass::lead)).size == 2 && reads_as_names(out_, piece + 2, last))
            return piece + 2;
    if (at > first && at + 2 <= last && !particle && word(at - 1) != "with" && reads_as_names(out_, at, last))
        return at;
    return name_behind_sentence(first, last);
}

/// "J. E. Edmonds | (comp.), Military Operations": the token behind the bracket that tells an editor; `at`
/// where none stands there.
std::uint32_t Chunker::behind_editor_in_bracket(std::uint32_t at) const {
    auto const& open = token(at);
    bool const editor = open.kind == TokenKind::open && open.match != no_token &&
                        find(at + 1, mask(WordClass::editor)).phrase && open.match <= at + 3;
    return editor ? open.match + 1 : at;
}

/// The token at which a name begins that ends the words of a sentence: behind a verb and a preposition, or
/// behind "siehe".
std::uint32_t Chunker::name_behind_sentence(std::uint32_t first, std::uint32_t last) const {
    constexpr auto before_name = mask(WordClass::topic) | mask(WordClass::lead) | mask(WordClass::particle) |
                                 mask(WordClass::in) | mask(WordClass::memo_from) | mask(WordClass::by_whom) |
                                 mask(WordClass::with_whom);
    auto at = last;
    while (at > first + 1 && (token(at - 1).upper || token(at - 1).kind == TokenKind::mark ||
                              (token(at - 1).is(WordClass::conjunction) && at < last)))
        --at;
    if (at == last || at < first + 2) return no_token;
    // "by Secretary of Defense Forrestal": an office, and who held it.
    if (word(at - 1) == "of" && token(at - 2).upper && token(at - 2).is(WordClass::institution))
        return no_token;
    auto const& before = token(at - 1);
    // "I am indebted to Peter Powell, Sweet Medicine": behind a participle no letter is addressed.
    // "According to Mary McAuliffe, Crisis on the Left": the verb may begin the sentence.
    auto const& participle = token(at - 2);
    bool const begins = at == first + 2 && participle.is(WordClass::verb);
    bool const thanked = word(at - 1) == "to" && (begins || (participle.lower && has_verb(first, at - 1)));
    // "Gute Zusammenfassung bei Jarrett"
    bool const at_author = before.is(WordClass::at_author) && token(at - 2).kind == TokenKind::word;
    bool const directed = before.is(WordClass::signal) || at_author || thanked ||
                          (has_verb(first, at) && (before.classes & before_name) != 0) ||
                          word(at - 1) == "of";
    bool const spoken = has_verb(first, at) || before.is(WordClass::signal) || at_author || thanked;
    auto const& name = token(at);
    if (!before.lower || !directed || !spoken || name.is(WordClass::place) || name.is(WordClass::archive) ||
        name.is(WordClass::conjunction) || !reads_as_names(out_, at, last))
        return no_token;
    constexpr auto paper = mask(WordClass::interview) | mask(WordClass::direction);
    for (auto i = first; i < at - (thanked ? 1U : 0U); ++i) {
        // "2,700 refugees a day", "seems to originate with": no word before an addressee
        bool const article = (word(i) == "a" || word(i) == "to") && token(i + 1).lower;
        if ((token(i).classes & paper) != 0 && !article) return no_token;
    }
    return at;
}

/// "Early in the journey | George Cherrie, Diary", "Years after that | Thomas McEwan to John Audubon": the
/// phrase of the text that an endnote is keyed to, without a mark behind it, and a name in full.
std::uint32_t Chunker::name_behind_phrase(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t shortest = 3;
    constexpr auto joins = mask(WordClass::particle) | mask(WordClass::conjunction) | mask(WordClass::in) |
                           mask(WordClass::topic) | mask(WordClass::direction) | mask(WordClass::memo_from) |
                           mask(WordClass::by_whom) | mask(WordClass::for_whom) | mask(WordClass::with_whom) |
                           mask(WordClass::article) | mask(WordClass::genre) | mask(WordClass::rank) |
                           mask(WordClass::label);
    if (!out_.list.empty()) return no_token;
    for (auto at = first + shortest; at + 1 < last; ++at) {
        auto const& before = token(at - 1);
        if (!token(at).upper || before.kind != TokenKind::word || !before.lower ||
            (before.classes & joins) != 0)
            continue;
        auto end = at;
        while (end < last && (token(end).upper || mark(end, '.'))) ++end;
        bool const writes =
            end + 1 < last && token(end).lower && token(end).is(WordClass::direction) && token(end + 1).upper;
        bool const titled = end == last && mark(last, ',') && !token(last + 1).all_upper &&
                            (token(last + 1).upper || token(last + 1).kind == TokenKind::quote_open) &&
                            !token(last + 1).is(WordClass::month);
        if ((writes || titled) && end - at >= 2 && is_prose(first, at) && reads_as_names(out_, at, end) &&
            !token(at).is(WordClass::place) && !token(at).is(WordClass::archive))
            return at;
    }
    return no_token;
}

/// "Zur Entstehung des Wehrgesetzes | Antonio Schmidt, Die Armee", "zur Vorgeschichte | MK. v. 18. 9. 1865":
/// what a German note is on, then an author by a given name, or the letters of a session and its day.
std::uint32_t Chunker::work_behind_topic(std::uint32_t first, std::uint32_t last) const {
    auto const& tokens = out_.tokens;
    if (last - first < 3 || !token(first).is(WordClass::topic) || token(first).is(WordClass::in))
        return no_token;
    auto const letters = mark(last - 1, '.') ? last - 2 : last - 1;
    if (letters > first + 1 && tokens[letters].all_upper && !tokens[letters].roman &&
        is_small(last, WordClass::date_lead))
        return letters;
    auto const& title = mark(last, ',') || mark(last, ':') ? token(last + 1) : Tokens::none;
    if (!may_begin_title(title)) return no_token;
    auto at = last - 2;
    while (at > first + 1 && !tokens[at].is_given()) --at;
    if (!tokens[at].is_given()) return no_token;
    while (at > first + 2 && tokens[at - 1].is_given()) --at;
    return at > first + 1 && tokens[at].upper && reads_as_names(out_, at, last) ? at : no_token;
}

/// "the Omaha Daily Bee, December 15, 1889": the article before a newspaper and its day.
bool Chunker::is_article_of_paper(std::uint32_t at, std::uint32_t last) const {
    return at + 1 < last && word(at) == "the" && token(at + 1).upper && day_follows(last);
}

}  // namespace fonds
