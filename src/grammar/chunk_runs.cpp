// Runs of words without a separator: prose before a citation, an author before a title, a place before a
// year.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

namespace {
/// "46–9", "122-155".
bool is_page_range(string_view word) {
    auto const digits = word.find_first_not_of("0123456789");
    if (digits == 0 || digits > 3) return false;
    auto rest = word.substr(digits);
    rest.remove_prefix(rest.starts_with('-') ? 1 : rest.starts_with("\u2013") ? 3 : 0);
    return rest.size() < word.size() - digits && !rest.empty() && rest.size() <= 3 && is_all_digits(rest);
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
        auto const& token = out_.tokens[at];
        if (token.kind != TokenKind::word) continue;
        ++words;
        if (token.lower) ++small;
        verb = verb || (token.is(WordClass::verb) && token.lower);
        if (token.is(WordClass::direction) && token.lower && at + 1 < last && out_.tokens[at + 1].upper)
            return false;
    }
    return verb || (words >= 3 && small * 2 > words) ||
           (words > 0 && small == words && out_.tokens[last - 1].is(WordClass::in));
}

bool Chunker::has_verb(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first; at < last; ++at)
        if (out_.tokens[at].lower && out_.tokens[at].is(WordClass::verb)) return true;
    return false;
}

/// "The cable was summarized in a | memorandum of conversation between …".
std::uint32_t Chunker::genre_behind_prose(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 2; at + 1 < last; ++at) {
        if (!(out_.tokens[at].kind == TokenKind::word && out_.tokens[at].lower &&
              out_.tokens[at].is(WordClass::lead)))
            continue;
        auto next = at + 1;
        while (next + 1 < last &&
               (word(next) == "a" || word(next) == "an" || word(next) == "the" || word(next) == "his"))
            ++next;
        if (out_.tokens[next].is(WordClass::genre) && is_prose(first, next)) return next;
    }
    return no_token;
}

/// "The fullest account comes from the | Archive of the Ministry of …": prose up to a lead word or verb, then
/// the name of a keeper or papers.
std::uint32_t Chunker::reference_behind_prose(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 2; at + 1 < last; ++at) {
        auto const& before = out_.tokens[at - 1];
        if (before.kind != TokenKind::word || !before.lower ||
            !(before.is(WordClass::lead) || before.is(WordClass::verb)))
            continue;
        auto next = at;
        while (next + 1 < last && (word(next) == "the" || word(next) == "der" || word(next) == "den")) ++next;
        if (!out_.tokens[next].upper || !is_prose(first, at)) continue;
        for (auto i = next; i < last; ++i)
            if (find(i, mask(WordClass::repository) | mask(WordClass::archive)).phrase &&
                (out_.tokens[i].upper || i > next))
                return next;
    }
    return no_token;
}

/// "the fine study of | Anna Holm, The Harbour", "sowie | Petra Vogt, Das Amt", "I rely here on the work of |
/// Anna Holm, …": small words or a sentence, then a name before a title.
std::uint32_t Chunker::name_behind_prose(std::uint32_t first, std::uint32_t last) const {
    auto const title = mark(last, ',') || mark(last, ':') ? token(last + 1) : nullptr;
    if (!title || title->is(WordClass::month) || !(title->upper || title->kind == TokenKind::quote_open))
        return no_token;
    constexpr auto part_of_head = mask(WordClass::genre) | mask(WordClass::interview) |
                                  mask(WordClass::direction) | mask(WordClass::memo_from) |
                                  mask(WordClass::by_whom) | mask(WordClass::for_whom);
    auto at = first;
    while (mark(last, ',') && at < last && out_.tokens[at].kind == TokenKind::word && out_.tokens[at].lower &&
           (out_.tokens[at].classes & part_of_head) == 0)
        ++at;
    bool const particle = at == first + 1 && out_.tokens[first].is(WordClass::particle);
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
    while (at > first + 1 && (out_.tokens[at - 1].upper || out_.tokens[at - 1].kind == TokenKind::mark ||
                              (out_.tokens[at - 1].is(WordClass::conjunction) && at < last)))
        --at;
    if (at == last || at < first + 2) return no_token;
    auto const& before = out_.tokens[at - 1];
    // "Gute Zusammenfassung bei Jarrett"
    bool const at_author = word(at - 1) == "bei" && out_.tokens[at - 2].kind == TokenKind::word;
    bool const directed =
        before.is(WordClass::signal) || at_author || (has_verb(first, at) && word(at - 1) == "with") ||
        (has_verb(first, at) && (before.classes & before_name) != 0) || word(at - 1) == "of";
    bool const spoken = has_verb(first, at) || before.is(WordClass::signal) || at_author;
    auto const& name = out_.tokens[at];
    if (!before.lower || !directed || !spoken || name.is(WordClass::place) || name.is(WordClass::archive) ||
        name.is(WordClass::conjunction) || !reads_as_names(out_, at, last))
        return no_token;
    constexpr auto paper = mask(WordClass::interview) | mask(WordClass::direction);
    for (auto i = first; i < at; ++i)
        if ((out_.tokens[i].classes & paper) != 0) return no_token;
    return at;
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
        auto const& before = out_.tokens[at - 1];
        constexpr std::array small = {string_view{"the"}, string_view{"a"}, string_view{"an"},
                                      string_view{"with"}, string_view{"by"}};
        if (!out_.tokens[at].upper || before.kind != TokenKind::word || !before.lower ||
            (before.classes & joins) != 0 ||
            std::find(small.begin(), small.end(), word(at - 1)) != small.end())
            continue;
        auto end = at;
        while (end < last && (out_.tokens[end].upper || mark(end, '.'))) ++end;
        bool const writes = end + 1 < last && out_.tokens[end].lower &&
                            out_.tokens[end].is(WordClass::direction) && out_.tokens[end + 1].upper;
        bool const titled = end == last && mark(last, ',') && token(last + 1) &&
                            !token(last + 1)->all_upper &&
                            (token(last + 1)->upper || token(last + 1)->kind == TokenKind::quote_open) &&
                            !token(last + 1)->is(WordClass::month);
        if ((writes || titled) && end - at >= 2 && is_prose(first, at) && reads_as_names(out_, at, end) &&
            !out_.tokens[at].is(WordClass::place) && !out_.tokens[at].is(WordClass::archive))
            return at;
    }
    return no_token;
}

/// ", December 15, 1889": what a newspaper's name has behind it.
bool Chunker::day_follows(std::uint32_t at) const {
    auto const read =
        mark(at, ',') && token(at + 1) ? read_date(out_.tokens, out_.text, at + 1) : std::nullopt;
    return read && read->date.start.day != 0 && read->date.start.year != 0;
}

/// Prose before a citation in the same element: "There is a good section in | William Dinwiddie".
void Chunker::split_lead(std::uint32_t first, std::uint32_t last) {
    auto const& tokens = out_.tokens;
    if (inverted_author(first, last) || given_name(first, last) || holding_in_prose(first, last)) return;
    if (piece_before_letter(first, last)) {
        classify(add(ChunkKind::text, first, first + 2), out_, lexicon_);
        first += 2;
    }
    bool const sentence =
        out_.list.empty() || out_.list.back().kind == ChunkKind::stop ||
        out_.list.back().kind == ChunkKind::signal || out_.list.back().kind == ChunkKind::open ||
        out_.list.back().kind == ChunkKind::comma || out_.list.back().kind == ChunkKind::semicolon ||
        out_.list.back().kind == ChunkKind::conjunction;
    // "anders Gerhard Wettig", "ausführlich dazu Loth": words that lead to a name.
    auto lead = first;
    while (sentence && lead + 1 < last && tokens[lead].lower && tokens[lead].is(WordClass::lead) &&
           word(lead) != "by" && word(lead) != "from")
        ++lead;
    if (lead > first && tokens[lead].upper) {
        classify(add(ChunkKind::text, first, lead), out_, lexicon_);
        first = lead;
    }
    bool const behind_imprint = !out_.list.empty() && out_.list.back().kind == ChunkKind::publication;
    if (auto const name = sentence || behind_imprint ? name_behind_prose(first, last) : no_token;
        name != no_token) {
        classify(add(ChunkKind::text, first, name), out_, lexicon_);
        first = name;
    } else if (auto const behind = name_behind_phrase(first, last); behind != no_token) {
        classify(add(ChunkKind::text, first, behind), out_, lexicon_);
        first = behind;
    }
    std::uint32_t cut = no_token;
    bool letter = false;
    if (sentence && last - first >= 3)
        for (auto at = last - 1; at > first; --at) {
            auto const& token = tokens[at];
            if (token.kind == TokenKind::word && token.lower && word(at) == "the") continue;
            // "The official report is Miles to Smith": a letter behind a sentence.
            if (token.lower && token.is(WordClass::direction) && !letter && at + 1 < last &&
                tokens[at + 1].upper && tokens[at - 1].upper && has_verb(first, at)) {
                letter = true;
                continue;
            }
            // "wird ausführlich analysiert von Schroeder": no particle of a name.
            if (token.lower && token.is(WordClass::particle) && tokens[at - 1].lower &&
                !tokens[at - 1].is(WordClass::particle) && !tokens[at - 1].is(WordClass::direction) &&
                at + 1 < last && has_verb(first, at)) {
                cut = at + 1;
                break;
            }
            if (token.kind == TokenKind::word && token.lower && !token.is(WordClass::particle) &&
                !(token.is(WordClass::conjunction))) {
                bool const preposition =
                    token.is(WordClass::topic) && has_verb(first, at);  // "draws on Anna Holm"
                // "Kennan interview by Labalme": who asked whom.
                if (word(at) == "by" && out_.tokens[at - 1].is(WordClass::interview)) break;
                if ((token.is(WordClass::lead) || token.is(WordClass::verb) || preposition) && at + 1 < last)
                    cut = at + 1;
                break;
            }
            if (token.kind == TokenKind::word && token.lower && token.is(WordClass::lead) && at + 1 < last) {
                cut = at + 1;
                break;
            }
        }
    // "The remarks also appeared in the Omaha Daily Bee, December 15, 1889": the article is prose.
    if (cut != no_token && cut + 1 < last && word(cut) == "the" && tokens[cut].lower &&
        tokens[cut + 1].upper && day_follows(last))
        ++cut;
    if (cut == no_token && sentence) cut = genre_behind_prose(first, last);
    if (cut == no_token && sentence) cut = reference_behind_prose(first, last);
    // "Zu Wilhelms Reise siehe | Röhl": German words of a sentence may begin with capitals.
    bool const signalled = cut != no_token && tokens[cut - 1].is(WordClass::signal) && !letter;
    if (letter && cut != no_token && !has_verb(first, cut)) cut = no_token;
    if (cut != no_token && tokens[first].kind == TokenKind::word && (signalled || is_prose(first, cut))) {
        classify(add(ChunkKind::text, first, cut), out_, lexicon_);
        first = cut;
    }
    classify(add(ChunkKind::text, first, last), out_, lexicon_);
}

/// "Weitere Unterlagen dazu in | B 150/203 | befinden sich": a holding among words.
bool Chunker::holding_in_prose(std::uint32_t first, std::uint32_t last) {
    for (auto at = first; at < last; ++at) {
        auto const end = holding_end(out_, at, last);
        bool const apart = at == first || out_.tokens[at - 1].lower || word(at) == "NL";
        if (end == at || !apart || (at == first && end == last)) continue;
        if (at > first) classify(add(ChunkKind::text, first, at), out_, lexicon_);
        classify(add(ChunkKind::text, at, end), out_, lexicon_);
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

/// "Зубкова Е. Ю. Прибалтика и Кремль", "Бердяев Н.А. Русская идея", in lists "Fischer W. The Making of an
/// Alliance": the family name first, and the title behind the initials without a comma.
bool Chunker::inverted_author(std::uint32_t first, std::uint32_t last) {
    auto const& tokens = out_.tokens;
    bool const cyrillic = script_of(decode(word(first), 0).value) == Script::cyrillic;
    bool const behind_family =
        (cyrillic || listed_) && out_.list.size() > 1 && out_.list.back().kind == ChunkKind::comma &&
        out_.list[out_.list.size() - 2].is(Trait::name) &&
        out_.list[out_.list.size() - 2].last - out_.list[out_.list.size() - 2].first == 1;
    if (auto const at = skip_initials(out_, first, last);
        behind_family && at > first && at < last && tokens[at].upper) {
        split_author(first, at, last);  // "Бердяев, Н. А. Самопознание"
        return true;
    }
    if (last - first < 4 || !tokens[first].upper || tokens[first].is(WordClass::genre) ||
        tokens[first].is(WordClass::abbreviation))
        return false;
    if (!(cyrillic || listed_) || count_code_points(word(first)) < (cyrillic ? 3U : 2U)) return false;
    auto at = skip_initials(out_, first + 1, last);
    if (at == first + 1 && !cyrillic) at = skip_initials(out_, first + 1, last, Initials::bare);
    if (at < first + 2 || at >= last || !mark(at - 1, '.') || !(tokens[at].upper || tokens[at].digits))
        return false;
    split_author(first, at, last);
    return true;
}

/// "Horowitz, | David A. | Beyond Left and Right", "Brewer, | Angelo D. | Interview": behind a family name
/// the given name of an entry ends with an initial, whose stop is the entry's.
bool Chunker::given_name(std::uint32_t first, std::uint32_t last) {
    auto const& tokens = out_.tokens;
    auto const& list = out_.list;
    if (list.size() < 2 || list.back().kind != ChunkKind::comma || last - first < 4 || !tokens[first].upper ||
        tokens[first].digits || tokens[first].span.size() < 2)
        return false;
    auto const& family = list[list.size() - 2];
    if (!family.is(Trait::name) || family.last - family.first != 1 || !begins_sentence(out_, list.size() - 2))
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

/// The stop of the last initial parts author and title.
void Chunker::split_author(std::uint32_t first, std::uint32_t title, std::uint32_t last) {
    classify(add(ChunkKind::text, first, title), out_, lexicon_);
    auto& stop = add(ChunkKind::stop, title - 1, title);
    stop.span = {stop.span.end, stop.span.end};
    stop.inner = stop.span;
    classify(add(ChunkKind::text, title, last), out_, lexicon_);
}

/// "… P-Reels and Warren Cohen, “Gaps …”": behind "and" a name stands before a quotation. Several names
/// before one quotation are the authors of one work.
bool Chunker::author_follows(std::uint32_t at) const {
    if (reads_as_names(out_, run_, at_)) return false;
    auto const first = at;
    while (token(at) && at < first + 7 && (token(at)->upper || token(at)->is_mark('.')) &&
           (token(at)->kind == TokenKind::word || token(at)->is_mark('.')))
        ++at;
    return at > first && mark(at, ',') && token(at + 1) && token(at + 1)->kind == TokenKind::quote_open;
}

/// "Tully 262; Parrish 236": one family name and a page, all that stands there.
bool Chunker::page_of_name() const {
    auto const& name = out_.tokens[run_];
    auto const digits = word(at_).size();
    bool const page = (digits >= 2 && digits <= 3 && is_all_digits(word(at_))) || is_page_range(word(at_));
    bool const head = out_.list.empty() || out_.list.back().kind == ChunkKind::semicolon ||
                      out_.list.back().kind == ChunkKind::stop || out_.list.back().kind == ChunkKind::signal;
    auto const next = token(at_ + 1);
    bool const ends = !next || next->is_mark(';') || next->is_mark('.') || next->is_mark(',') ||
                      next->kind == TokenKind::open;
    return page && head && ends && at_ - run_ == 1 && !name.all_upper && !name.is(WordClass::label) &&
           !name.is(WordClass::place) && reads_as_names(out_, run_, at_);
}

/// "KTB II, S. 31": the volume of an edition known by an abbreviation or its editor, a page behind it.
bool Chunker::volume_of_abbreviation() const {
    auto const& before = out_.tokens[at_ - 1];
    auto const page = token(at_ + 2);
    // "Arneth I, 398": one family name at the head of a citation.
    bool const head = out_.list.empty() || out_.list.back().kind == ChunkKind::semicolon ||
                      out_.list.back().kind == ChunkKind::stop || out_.list.back().kind == ChunkKind::signal;
    if (volume_of_family()) return true;
    if (head && at_ - run_ == 1 && count_code_points(word(run_)) >= 4 && reads_as_names(out_, run_, at_) &&
        mark(at_ + 1, ',') && page && page->number && !is_year(word(at_ + 2)) && at_boundary(at_ + 3))
        return true;
    return before.all_upper && !before.roman && count_code_points(word(at_ - 1)) >= 3 && mark(at_ + 1, ',') &&
           page && page->is(WordClass::label) && page->phrase && page->phrase->meanings().front() == "page";
}

/// Whether a number's or a page's label stands at `at`, and its number: "nr. 79", "S. 30".
bool Chunker::numbered_behind(std::uint32_t at) const {
    auto const label = token(at);
    if (!label || !label->is(WordClass::label) || !mark(at + 1, '.') || !token(at + 2)) return false;
    auto const found = find(at, mask(WordClass::label));
    return found.phrase && !found.phrase->meanings().empty() && is_digit(word(at + 2)[0]) &&
           (word(at) == "S" || found.phrase->meanings()[0] == "issue");
}

/// "Wurzbach 14 S. 30", "Gärtner V nr. 79": one family name, a volume, and the number or page in it.
bool Chunker::volume_of_family() const {
    constexpr std::size_t shortest_name = 4, longest_volume = 2;
    auto const& volume = out_.tokens[at_];
    return at_ - run_ == 1 && after_break() && !out_.tokens[run_].all_upper &&
           count_code_points(word(run_)) >= shortest_name &&
           (volume.roman || (volume.number && volume.span.size() <= longest_volume)) &&
           numbered_behind(at_ + 1) && reads_as_names(out_, run_, at_);
}

/// "Smith 1999, 45", "Jones and Brown 2001: 12", "Melsungen 1978, S. 22": a name, a year, a page.
bool Chunker::year_of_name() const {
    if (at_ - run_ > 5 || out_.tokens[at_ - 1].all_upper || out_.tokens[run_].is(WordClass::genre) ||
        !out_.tokens[run_].upper || !reads_as_names(out_, run_, at_))
        return false;
    auto const next = token(at_ + 1);
    if (!next) return at_ - run_ <= 3;
    if (next->is_mark(';') || next->kind == TokenKind::close || (next->is_mark('.') && is_stop(at_ + 1)))
        return at_ - run_ <= 3;
    if (!next->is_mark(',') && !next->is_mark(':')) return false;
    auto const page = token(at_ + 2);
    if (!page || page->kind != TokenKind::word) return false;
    auto const meaning =
        page->is(WordClass::label) && page->phrase ? page->phrase->meanings().front() : string_view();
    bool const label = meaning == "page" || meaning == "volume" || word(at_ + 2) == "S" ||
                       find(at_ + 2, mask(WordClass::op_cit)).phrase;
    return label || (page->digits && !is_year(word(at_ + 2)) && at_boundary(at_ + 3));
}

/// Whether the words at hand end with a city.
bool Chunker::place_run() const {
    for (auto at = run_; at < at_; ++at) {
        auto const found = find(at, mask(WordClass::place));
        if (found.phrase && at + found.size == at_ && out_.tokens[at].upper) return true;
    }
    auto const last = word(at_ - 1);
    auto const cut = last.find_first_of("/-");
    if (cut == string_view::npos) return false;
    for (auto const& phrase : lexicon_.starting_with(hash_folded(last.substr(0, cut))))
        if (phrase.words.size() == 1 && phrase.is(WordClass::place)) return true;
    return false;
}

/// "Malfèr, Konstitutionalismus 375", "Stourzh, Einheit 340, Anm. 12": a page behind the short title of a
/// known work.
bool Chunker::page_of_short_title() const {
    auto const& list = out_.list;
    if (list.size() < 2 || list.back().kind != ChunkKind::comma ||
        list[list.size() - 2].kind != ChunkKind::text || !list[list.size() - 2].is(Trait::name) ||
        is_year(word(at_)) || at_ - run_ > 12 || !out_.tokens[run_].upper ||
        word(at_).find('/') != string_view::npos || out_.tokens[run_].is(WordClass::department))
        return false;
    auto const next = token(at_ + 1);
    if (!next || next->is_mark(';')) return true;
    if (next->is_mark('.')) return is_stop(at_ + 1);
    // "Madariaga, Russia 33–7, 187–204"
    bool const goes_on = next->is_mark(',') || next->is(WordClass::conjunction);
    if (goes_on && is_page_range(word(at_)) && is_page_range(word(at_ + 2))) return true;
    // "Redlich, Reichsproblem 2, 470"
    if (next->is_mark(',') && out_.tokens[at_].span.size() == 1 && token(at_ + 2) && token(at_ + 2)->number &&
        token(at_ + 2)->span.size() > 1 && !is_year(word(at_ + 2)) &&
        (at_boundary(at_ + 3) || is_following(word(at_ + 3))) && !mark(at_ + 3, ','))
        return true;
    return next->is_mark(',') && token(at_ + 2) && token(at_ + 2)->phrase &&
           token(at_ + 2)->is(WordClass::label) && token(at_ + 2)->phrase->meanings().front() == "note";
}

/// Whether the number at hand ends a periodical's name: a year in brackets, an issue or pages follow.
bool Chunker::volume_follows() const {
    auto const next = token(at_ + 1);
    if (page_of_short_title() || volume_of_family()) return true;
    if (!next) return false;
    if (word(at_).find(':') != string_view::npos) return true;
    if (next->kind == TokenKind::open && next->match != no_token) {
        auto const read = read_date(out_.tokens, out_.text, at_ + 2);
        return read && read->end == next->match;
    }
    if (!next->is_mark(',')) return false;
    auto const issue = token(at_ + 2);
    bool const periodical =
        out_.list.size() >= 2 &&
        (out_.list.back().kind == ChunkKind::quote || out_.list.back().kind == ChunkKind::in ||
         out_.list[out_.list.size() - 2].kind == ChunkKind::quote);
    if (periodical && issue && issue->kind == TokenKind::word &&
        (issue->is(WordClass::label) || (issue->number && is_year(word(at_ + 2)) && mark(at_ + 3, ','))))
        return true;
    // No periodical's name is longer; without a bound a row of numbers would cost the square of its length.
    constexpr decltype(at_) name_reach = 20;
    bool journal = false;
    for (auto at = at_ - run_ > name_reach ? at_ - name_reach : run_; at < at_; ++at)
        journal = journal || (out_.tokens[at].is(WordClass::journal) && out_.tokens[at].upper);
    if (!journal) return false;
    auto const after = token(at_ + 2);
    return after && after->kind == TokenKind::word && after->phrase && after->is(WordClass::label);
}

}  // namespace fonds
