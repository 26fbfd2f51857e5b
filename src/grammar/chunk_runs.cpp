// Runs of words without a separator, once they have ended: prose before a citation, an author before a title.

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

namespace {

/// Whether a title may begin with a token behind an author's comma.
bool may_begin_title(Token const& token) {
    return token.upper && !token.is(WordClass::month) && !token.is(WordClass::place);
}

}  // namespace

void Chunker::end_run() {
    if (run_ == no_token) return;
    auto const first = run_;
    auto last = at_;
    run_ = no_token;
    if (last <= first) return;
    split_lead(first, last);
}

/// Whether the tokens [first, last) are words of a sentence, not of a title or a letter's head.
bool Chunker::is_prose(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t words = 0, small = 0;
    bool verb = false;
    for (auto at = first; at < last; ++at) {
        auto const& item = token(at);
        if (item.kind != TokenKind::word) continue;
        ++words;
        if (item.lower) ++small;
        verb = verb || (item.is(WordClass::verb) && item.lower);
        if (item.is(WordClass::direction) && item.lower && at + 1 < last && token(at + 1).upper) return false;
    }
    return verb || (words >= 3 && small * 2 > words) ||
           (words > 0 && small == words && token(last - 1).is(WordClass::in));
}

bool Chunker::has_verb(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first; at < last; ++at)
        if (token(at).lower && token(at).is(WordClass::verb)) return true;
    return false;
}

/// "The cable was summarized in a | memorandum of conversation between …", "Der Antrag wurde mit | Ah. E.".
std::uint32_t Chunker::genre_behind_prose(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 2; at + 1 < last; ++at) {
        bool const decided = (word(at) == "mit" || word(at) == "durch") && has_verb(first, at);
        if (decided && token(at + 1).upper && find(at + 1, mask(WordClass::genre)).phrase) return at + 1;
        if (!(token(at).kind == TokenKind::word && token(at).lower && token(at).is(WordClass::lead)))
            continue;
        auto next = at + 1;
        while (next + 1 < last &&
               (word(next) == "a" || word(next) == "an" || word(next) == "the" || word(next) == "his"))
            ++next;
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
        while (next + 1 < last && (word(next) == "the" || word(next) == "der" || word(next) == "den")) ++next;
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

/// "J. E. Edmonds | (comp.), Military Operations": the token behind the bracket that tells an editor; `at`
/// where none stands there.
std::uint32_t Chunker::behind_editor_in_bracket(std::uint32_t at) const {
    auto const& open = token(at);
    bool const editor = open.kind == TokenKind::open && open.match != no_token &&
                        find(at + 1, mask(WordClass::editor)).phrase && open.match <= at + 3;
    return editor ? open.match + 1 : at;
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

/// The token at which a name begins that ends the words of a sentence: behind a verb and a preposition, or
/// behind "siehe".
std::uint32_t Chunker::name_behind_sentence(std::uint32_t first, std::uint32_t last) const {
    constexpr auto before_name = mask(WordClass::topic) | mask(WordClass::lead) | mask(WordClass::particle) |
                                 mask(WordClass::in) | mask(WordClass::memo_from) | mask(WordClass::by_whom);
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
    bool const at_author = word(at - 1) == "bei" && token(at - 2).kind == TokenKind::word;
    bool const directed = before.is(WordClass::signal) || at_author || thanked ||
                          (has_verb(first, at) && word(at - 1) == "with") ||
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

/// "Zur Entstehung des Wehrgesetzes | Antonio Schmidt, Die Armee", "zur Vorgeschichte | MK. v. 18. 9. 1865":
/// what a German note is on, then an author by a given name, or the letters of a session and its day.
std::uint32_t Chunker::work_behind_topic(std::uint32_t first, std::uint32_t last) const {
    constexpr std::array topics = {string_view{"zu"}, string_view{"zur"}, string_view{"zum"},
                                   string_view{"Zu"}, string_view{"Zur"}, string_view{"Zum"}};
    auto const& tokens = out_.tokens;
    if (last - first < 3 || !contains(topics, word(first))) return no_token;
    auto const letters = mark(last - 1, '.') ? last - 2 : last - 1;
    if (letters > first + 1 && tokens[letters].all_upper && !tokens[letters].roman &&
        (word(last) == "v" || word(last) == "vom"))
        return letters;
    auto const& title = mark(last, ',') || mark(last, ':') ? token(last + 1) : Tokens::none;
    if (!may_begin_title(title)) return no_token;
    auto at = last - 2;
    while (at > first + 1 && !tokens[at].is_given()) --at;
    if (!tokens[at].is_given()) return no_token;
    while (at > first + 2 && tokens[at - 1].is_given()) --at;
    return at > first + 1 && tokens[at].upper && reads_as_names(out_, at, last) ? at : no_token;
}

/// "Early in the journey | George Cherrie, Diary", "Years after that | Thomas McEwan to John Audubon": the
/// phrase of the text that an endnote is keyed to, without a mark behind it, and a name in full.
std::uint32_t Chunker::name_behind_phrase(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t shortest = 3;
    constexpr auto joins = mask(WordClass::particle) | mask(WordClass::conjunction) | mask(WordClass::in) |
                           mask(WordClass::topic) | mask(WordClass::direction) | mask(WordClass::memo_from) |
                           mask(WordClass::by_whom) | mask(WordClass::for_whom) | mask(WordClass::genre) |
                           mask(WordClass::rank) | mask(WordClass::label);
    if (!out_.list.empty()) return no_token;
    for (auto at = first + shortest; at + 1 < last; ++at) {
        auto const& before = token(at - 1);
        constexpr std::array small = {string_view{"the"}, string_view{"a"}, string_view{"an"},
                                      string_view{"with"}, string_view{"by"}};
        if (!token(at).upper || before.kind != TokenKind::word || !before.lower ||
            (before.classes & joins) != 0 || contains(small, word(at - 1)))
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

/// ", December 15, 1889": what a newspaper's name has behind it.
bool Chunker::day_follows(std::uint32_t at) const {
    auto const read = mark(at, ',') ? read_date(out_.tokens, out_.text, at + 1) : std::nullopt;
    return read && read->date.start.day != 0 && read->date.start.year != 0;
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
            if (word(at) == "by" && tokens[at - 1].is(WordClass::interview)) return no_token;
            bool const preposition =
                item.is(WordClass::topic) && has_verb(first, at);  // "draws on Anna Holm"
            bool const leads = item.is(WordClass::lead) || item.is(WordClass::verb) || preposition;
            return leads && at + 1 < last ? at + 1 : no_token;
        }
        if (item.is(WordClass::lead) && at + 1 < last) return at + 1;
    }
    return no_token;
}

bool Chunker::holds_keeper(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first; at < last; ++at)
        if (find(at, mask(WordClass::repository) | mask(WordClass::archive) | mask(WordClass::genre)).phrase)
            return true;
    return false;
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

/// "Memorandum for the President from | McGeorge Bundy", "Embassy of the GDR in | Hanoi": a paper's form and
/// whom it is from, a body and where it is, no words of a sentence.
bool Chunker::names_paper_or_body(std::uint32_t first, std::uint32_t cut) const {
    auto const& head = token(first);
    auto const& joint = token(cut - 1);
    return head.upper && !has_verb(first, cut) &&
           ((head.is(WordClass::genre) && joint.is(WordClass::memo_from)) ||
            (head.is(WordClass::institution) && !head.is(WordClass::rank) && joint.is(WordClass::in)));
}

/// The words [first, cut) as text of their own; `first` goes on behind them. Nothing where `cut` is none.
void Chunker::part_words(std::uint32_t& first, std::uint32_t cut) {
    if (cut == no_token || cut == first) return;
    add_text(first, cut);
    first = cut;
}

/// Prose before a citation in the same element: "There is a good section in | William Dinwiddie".
void Chunker::split_lead(std::uint32_t first, std::uint32_t last) {
    if (inverted_author(first, last) || author_before_article(first, last) || given_name(first, last) ||
        family_before_short_title(first, last) || holding_in_prose(first, last))
        return;
    if (piece_before_letter(first, last)) part_words(first, first + 2);
    bool const sentence = sentence_may_begin(first);
    if (sentence && (helped_author(first, last) || author_in_sentence(first, last))) return;
    if (sentence) part_words(first, behind_lead_words(first, last));
    part_words(first, work_behind_sentence(first, last, sentence));
    // "…, 13 March 1947, and the | Daily Worker, 14 March 1947"
    if (sentence && is_article_of_paper(first, last)) part_words(first, first + 1);
    bool letter = false;
    auto cut = sentence && last - first >= 3 ? lead_end(first, last, letter) : no_token;
    // "The remarks also appeared in the Omaha Daily Bee, December 15, 1889": the article is prose.
    if (cut != no_token && is_article_of_paper(cut, last)) ++cut;
    if (cut == no_token && sentence) {
        // "Mit | Schreiben v. 3. 5. 1862", "Mit | Ah. E.": a sentence begins with the paper that tells of it.
        if (first + 1 < last && word(first) == "Mit" && token(first + 1).upper &&
            find(first + 1, mask(WordClass::genre)).phrase)
            part_words(first, first + 1);
        cut = genre_behind_prose(first, last);
        if (cut == no_token) cut = reference_behind_prose(first, last);
    }
    if (cut != no_token && is_lead(first, cut, last, letter)) part_words(first, cut);
    bool const own_work = sentence && leads_to_own_work(first, last);
    // "For his view, | compare | his oral history, “Reminiscences”"
    if (auto const signal = own_work ? find(first, mask(WordClass::signal)) : PhraseMatch{};
        signal.size == 1 && token(first).lower) {
        add(ChunkKind::signal, first, first + 1).phrase = signal.phrase;
        ++first;
    }
    auto& words = add_text(first, last);
    if (own_work) words.set(Trait::verb);
}

/// Whether prose that leads to a citation may begin at a run's first word.
bool Chunker::sentence_may_begin(std::uint32_t first) const {
    if (out_.list.empty()) return true;
    switch (out_.list.back().kind) {
        case ChunkKind::ibid: return token(first).upper;
        case ChunkKind::stop:
        case ChunkKind::signal:
        case ChunkKind::open:
        case ChunkKind::comma:
        case ChunkKind::semicolon:
        case ChunkKind::conjunction: return true;
        default: return false;
    }
}

/// "anders | Gerhard Wettig", "ausführlich dazu | Loth", "Hierzu ausführlich | Josef Roth": the token behind
/// words that lead to a name; `first` where none do.
std::uint32_t Chunker::behind_lead_words(std::uint32_t first, std::uint32_t last) const {
    auto const is_lead_word = [this](std::uint32_t at) { return token(at).is(WordClass::lead); };
    auto lead = first;
    if (begins_sentence(out_, out_.list.size()) && first + 2 < last && token(first).upper &&
        is_lead_word(first) && token(first + 1).lower && is_lead_word(first + 1))
        ++lead;
    while (lead + 1 < last && token(lead).lower && is_lead_word(lead) && word(lead) != "by" &&
           word(lead) != "from")
        ++lead;
    // "…, and again by | Walter Holm"
    if (lead > first && lead + 1 < last && word(lead) == "by" && token(lead + 1).upper) ++lead;
    return token(lead).upper ? lead : first;
}

/// "the Omaha Daily Bee, December 15, 1889": the article before a newspaper and its day.
bool Chunker::is_article_of_paper(std::uint32_t at, std::uint32_t last) const {
    return at + 1 < last && word(at) == "the" && token(at + 1).upper && day_follows(last);
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

/// "Weitere Unterlagen dazu in | B 150/203 | befinden sich": a holding among words.
bool Chunker::holding_in_prose(std::uint32_t first, std::uint32_t last) {
    for (auto at = first; at < last; ++at) {
        auto const end = holding_end(out_, at, last);
        bool const apart = at == first || token(at - 1).lower || word(at) == "NL";
        if (end == at || !apart || (at == first && end == last)) continue;
        if (at > first) add_text(first, at);
        add_text(at, end);
        if (end < last) split_lead(end, last);
        return true;
    }
    return false;
}

/// "PRO CO 822/3117 | Malcolm MacDonald to Duncan Sandys": no separator stands behind a piece's number.
bool Chunker::piece_before_letter(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t shortest = 5;
    auto const& tokens = out_.tokens;
    if (last - first < shortest || !tokens[first].is(WordClass::department) || !tokens[first].all_upper ||
        !tokens[first + 1].digits || word(first + 1).find('/') == string_view::npos ||
        !tokens[first + 2].upper || tokens[first + 2].digits)
        return false;
    for (auto at = first + 3; at + 1 < last; ++at)
        if (tokens[at].lower && tokens[at].is(WordClass::direction) && tokens[at + 1].upper)
            return reads_as_names(out_, first + 2, at);
    return false;
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

}  // namespace fonds
