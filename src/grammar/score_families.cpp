// What readings as published works are worth, family by family.

#include <algorithm>

#include "grammar/weigher.hpp"

namespace fonds {

double Weigher::article() const {
    bool const dated = has(Role::date) || has(Role::publication);
    double sum = people() + title() + container() + publication() + pages() + date() * 0.8 +
                 (has(Role::volume) ? 1.3 : 0) + kept() + (has(Role::issue) ? 1.3 : 0) +
                 (has(Role::tail) ? 0.5 : 0) + online() - 2;
    // "15, 3–4 (2008): 612–640": volume, issue and pages, none with a label.
    auto const tails = std::count_if(candidate.parts.begin(), candidate.parts.end(),
                                     [](Part const& part) { return part.role == Role::tail; });
    if (tails >= 3) sum += 1.5;
    // "translated in CWIHP e-Dossier No. 13": the number tells a paper of a series.
    bool const numbered =
        !has(Role::title) && has(Role::number) && count_trait(Role::container, Trait::series) > 0;
    if (numbered) sum += 2;
    else if (!dated && !has(Role::volume) && !has(Role::issue)) sum -= 4;
    if (is_case()) sum -= 4;  // "Smith, Inc. v. District of Chicago, 33 F. Supp. 692 (1940)"
    // "“Title,” ibid., 4 (Spring 1980), 164–76": the journal is told by ibid.
    if (auto const same = candidate.find(Role::ibid); same && same->first > candidate.first) sum += 3;
    sum -= codes() * 3;
    bool const in_book = has(Role::publication) &&
                         at(candidate.find(Role::publication)->first).is(Trait::publisher) &&
                         !has(Role::issue);
    if (!has(Role::container) && (!has(Role::publication) || in_book)) sum -= 3;
    // "《毛泽东年谱》第3卷，北京：…": in such marks, without a container, stands a book.
    if (!has(Role::container) && count(Role::title, [](Chunk const& chunk) { return chunk.eastern; }) > 0)
        sum -= 1;
    // "„Polska dotrzyma słowa”. Churchill a Polska, Warszawa 2013": a stop parts a title's halves, no
    // journal.
    if (auto const part = candidate.find(Role::title);
        part && in_book && !has(Role::volume) && has(Role::container) &&
        at(part->last - 1).kind == ChunkKind::quote && at(part->last).kind == ChunkKind::stop &&
        candidate.find(Role::container)->first == part->last + 1)
        sum -= 3;
    // "“One Hell of a Gamble”: Khrushchev, Castro and Kennedy, 1958–1964 (Norton, 1997)": years of a title.
    if (in_book && has(Role::date)) sum -= 2.5;
    // "“Independence,” in Kim Il Sung, Works, vol. 20 (Pyongyang: …, 1984)": a part of a book.
    if (auto const part = candidate.find(Role::container);
        part && in_book && part->first > 0 && at(part->first - 1).kind == ChunkKind::in)
        sum -= 1.5;
    return sum - orphaned() - behind_comma();
}

double Weigher::newspaper() const {
    bool const named = count_trait(Role::container, Trait::newspaper) > 0 ||
                       count_trait(Role::container, Trait::magazine) > 0 ||
                       count_trait(Role::container, Trait::journal) > 0;
    bool const abbreviated = count_trait(Role::container, Trait::capitals) > 0;
    bool const eastern = count(Role::container, [](Chunk const& chunk) { return chunk.eastern; }) > 0;
    // "Truth (Brisbane), June 14, 1942": the town tells a paper.
    bool const of_town = count(Role::aside, [this](Chunk const& chunk) { return names_town(chunk); }) > 0;
    // "Fremden-Blatt v. 4. 7. 1865, Morgenblatt": only a paper has a print of the morning.
    bool const print = count_kind(Role::aside, ChunkKind::edition) > 0;
    double sum = (named || eastern || print                    ? 2.5
                  : abbreviated || of_town || has(Role::issue) ? 1.2
                  : has(Role::pages)                           ? 0.6
                                                               : -0.4) +
                 1.6 + pages() + (named && has(Role::url) ? 1.5 : 0) - 2;
    sum -= count_trait(Role::container, Trait::institution) * 1.5;
    sum -= count_trait(Role::container, Trait::genre) * 1.0;
    sum -= count_trait(Role::container, Trait::interview) * 1.0;
    sum -= count(Role::container, is_file_code) * 2.0;
    sum -= count_trait(Role::container, Trait::congress) * 1.0;
    return sum;
}

bool Weigher::names_town(Chunk const& bracket) const {
    for (auto i = bracket.first; i < bracket.last; ++i)
        if (chunks.tokens[i].is(WordClass::place) || chunks.tokens[i].is(WordClass::region)) return true;
    return false;
}

double Weigher::book() const {
    double sum = people() + title() + publication() + pages() + (has(Role::volume) ? 0.8 : 0) +
                 (has(Role::edition) ? 0.8 : 0) + online() - 2;
    auto const publication_part = candidate.find(Role::publication);
    if (!publication_part) {  // a house by its place, or only a year
        sum += 0.5 + (has(Role::publisher) ? 0.5 : 0) - count_trait(Role::title, Trait::genre);
        return sum - orphaned() - behind_comma();
    }
    auto const& imprint = at(publication_part->first);
    if (has(Role::ibid)) sum += 1;
    // "Report of the Commission, Cmd. 5845 (London, 1938)": the number of a command paper is no title.
    auto const title_part = candidate.find(Role::title);
    if (title_part && title_part->size() == 1 && at(title_part->first).is(Trait::resolution) &&
        at(title_part->first).is(Trait::digits))
        sum -= 4;
    // "…, 79th Cong., 1st Sess." is of no book.
    sum -= count_trait(Role::title, Trait::congress) * 1.5;
    if (!has(Role::author) && !has(Role::listed) && !has(Role::editor) && !has(Role::ibid)) {
        sum += imprint.is(Trait::publisher) ? -0.5 : begins_with_number() ? 0 : -4;
        if (!at(candidate.first).is(Trait::upper)) sum -= 2;
        // "Bange and Niedhart, Helsinki 1975, 9": two families, and a title that looks like place and year.
        if (title_part && title_part->size() == 1 && at(title_part->first).families && imprint.size() == 2)
            sum -= 3;
        // "Title. Subtitle. М., 1959": the second sentence of a title is no book of its own.
        if (candidate.first > 0 && at(candidate.first - 1).kind == ChunkKind::stop) sum -= 0.8;
        sum -= count_trait(Role::title, Trait::verb) * 1.0;
    }
    if (imprint.is(Trait::verb)) sum -= 2;
    // "Soudobé dějiny, roč. 4, č. 1 (1997)": the issue of a volume is a journal's.
    if (auto const number = candidate.find(Role::number);
        number && has(Role::volume) && !imprint.is(Trait::publisher) && at(number->first).means("issue"))
        sum -= 0.5;
    // "Hope Dies Last: The Autobiography (New York: Kodansha, 1993)": who writes imprints so writes no colon
    // behind an author.
    if (auto const author = candidate.find(Role::author); author &&
                                                          at(author->last).kind == ChunkKind::colon &&
                                                          imprint.colon && !at(author->last - 1).initials)
        sum -= 3;
    // "“Title,” Historia 5 (1992)": a number before the year is a journal's.
    if (bare_year() > 1 && count_kind(Role::title, ChunkKind::quote) > 0) sum -= 2;
    // "“Title,” Nationalities Papers 35, no. 2 (2007)": so is an issue.
    if (count_kind(Role::title, ChunkKind::level) > 0 && count_kind(Role::title, ChunkKind::quote) > 0 &&
        at(title_part->first).kind == ChunkKind::quote)
        sum -= 2;
    return sum - orphaned() - behind_comma();
}

double Weigher::chapter() const {
    return people() - (cuts_subtitle() ? 1 : 0) - behind_comma() + title() + container() * 0.5 +
           publication() + pages() + online() + (has(Role::back) ? 2.5 : 0) + 1 - bare_year() -
           count_kind(Role::container, ChunkKind::stop) * 1.0 - 2;
}

/// "…: A Study in Rural Capitalism, 2nd edn (Hamburg: LIT, 1997)": "in" of a subtitle, with no mark before
/// it.
bool Weigher::cuts_subtitle() const {
    auto const title = candidate.find(Role::title);
    auto const container = candidate.find(Role::container);
    return title && container && !has(Role::editor) && container->first == title->last + 1 &&
           at(title->last).kind == ChunkKind::in && !at(title->last).colon &&
           !at(title->last).is(Trait::upper) && count_kind(Role::title, ChunkKind::colon) > 0 &&
           count_kind(Role::title, ChunkKind::quote) == 0;
}

bool Weigher::is_in_writings() const {
    auto const container = candidate.find(Role::container);
    return container && container->size() == 1 && has(Role::pages) &&
           chunks.tokens[at(container->first).last - 1].is(WordClass::writings);
}

double Weigher::letter_in_volume() const {
    bool const in_print = has(Role::pages) || has(Role::number) || has(Role::volume) || has(Role::tail) ||
                          has(Role::publication) || count_trait(Role::container, Trait::docvolume) > 0;
    return 3 + date() + pages() + container() + publication() + online() + (has(Role::note) ? 1.5 : 0) +
           (begins_with_number() ? 3 : 0) + (count_trait(Role::head, Trait::letter) > 0 ? 1.5 : 0) -
           (in_print ? 0 : 4) + (has(Role::editor) ? 1.5 : 0) + (is_in_writings() ? 2.5 : 0) - orphaned() - 2;
}

double Weigher::document_volume() const {
    if (candidate.size() == 1 || is_siglum(at(candidate.first))) return 0;
    return 1.5 + container() + publication() + pages() + online() + (has(Role::volume) ? 1.2 : 0) +
           (has(Role::number) ? 0.7 : 0) - 2;
}

double Weigher::review() const {
    return people() + title() + container() + publication() + pages() + (has(Role::volume) ? 1 : 0) + 3 - 2;
}

double Weigher::web() const {
    bool const quoted = count_kind(Role::title, ChunkKind::quote) > 0;
    bool const titled = has(Role::title);
    bool const begins_small =
        titled && !quoted && !at(candidate.find(Role::title)->first).is(Trait::upper) && !begins_with_the();
    return 3 + (titled ? 0.8 + (quoted ? 1 : 0) : 0) + (has(Role::author) ? 0.8 : 0) +
           (has(Role::accessed) ? 1 : 0) + (has(Role::container) ? 0.5 : 0) +
           (count_trait(Role::container, Trait::web) > 0 ? 2.5 : 0) + date() * 0.5 -
           (begins_small ? 1.2 : 0) - count_trait(Role::title, Trait::verb) * 1.5 -
           count_trait(Role::container, Trait::letter) * 4.0 -
           count_kind(Role::container, ChunkKind::archive) * 1.5 -
           count_kind(Role::title, ChunkKind::archive) * 1.5 - 2;
}

}  // namespace fonds
