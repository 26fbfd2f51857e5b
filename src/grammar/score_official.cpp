// What readings as official papers are worth: hearings, laws and cases, treaties, debates, resolutions.

#include <algorithm>

#include "grammar/weigher.hpp"

namespace fonds {

double Weigher::sessions() const {
    for (auto i = candidate.first; i < candidate.last; ++i)
        if (at(i).is(Trait::congress)) return 2;
    return 0;
}

double Weigher::hearing() const {
    return 2.5 + people() + title() + publication() + pages() + sessions() + date() * 0.3 - 2;
}

double Weigher::session_paper() const {
    // "Congressional Record, 94th Cong.": debates, no paper of the session.
    bool const debates = count_trait(Role::title, Trait::legal) > 0 || at(candidate.first).is(Trait::debates);
    return 1 - (debates ? 2 : 0) + title() + publication() + pages() + sessions() + date() * 0.5 +
           (has(Role::number) ? 0.7 : 0) - 2;
}

double Weigher::act() const {
    auto const of_law = [this](Chunk const& c) { return names_law(c); };
    bool const law = count(Role::title, of_law) + count(Role::number, of_law) > 0;
    bool const printed = count_trait(Role::container, Trait::legal) > 0;
    bool const numbered = count(Role::number, [this](Chunk const& c) { return is_law_number(c); }) > 0;
    if (count_trait(Role::number, Trait::bill) > 0) return 5;
    if (is_case() || is_reported_case()) return 5;
    if (!law && !printed && !numbered) return -1;
    if (!printed && !numbered && !has(Role::volume)) return -1;
    return (law ? 1.5 : 0) + (printed ? 2 : 0) + (numbered ? 2.5 : 0) + publication() * 0.5 + pages() +
           date() * 0.5 + 1 - 2;
}

/// "347 U.S. 483 (1954)": volume, reports and page, and the year in a bracket.
bool Weigher::is_reported_case() const {
    return !has(Role::title) && has(Role::volume) && has(Role::container) && has(Role::pages) &&
           has(Role::publication) && count_trait(Role::container, Trait::debates) == 0;
}

bool Weigher::is_case() const {
    auto const title = candidate.find(Role::title);
    if (!title || !(has(Role::volume) || stands_alone()) || !has(Role::publication)) return false;
    auto const tells_parties = [&](std::uint32_t index) {
        for (auto i = at(index).first; i < at(index).last; ++i)
            if (auto const word = chunks.word(i); word == "v" || word == "vs") return true;
        return false;
    };
    // "Derrick Bell, Comment, Brown v. Board of Education and the Dilemma, 93 Harv. L. Rev. 518": an article.
    constexpr std::uint32_t reach = 3;  // "Activated Sludge, Inc. v. Chicago"
    auto const last =
        at(title->first).is(Trait::name) ? std::min(title->last, title->first + reach) : title->last;
    for (auto index = title->first; index < last; ++index)
        if (tells_parties(index)) return true;
    return false;
}

bool Weigher::names_law(Chunk const& chunk) const {
    for (auto i = chunk.first; i < chunk.last; ++i)
        if (chunks.tokens[i].upper &&
            match_phrase(chunks.tokens, chunks.text, i, mask(WordClass::law)).phrase)
            return true;
    return false;
}

bool Weigher::is_law_number(Chunk const& chunk) const {
    auto const label = slice(chunks.text, chunk.label);
    return chunk.kind == ChunkKind::level && chunk.phrase && chunk.phrase->meanings().front() == "number" &&
           (chunk.phrase->words.size() >= 2 || label.starts_with("P.L"));
}

double Weigher::treaty() const {
    // "Executive Order 12356, April 2, 1982, Federal Register"
    bool const order = count(Role::title, [this](Chunk const& c) { return names_law(c); }) > 0;
    return 2 - (order ? 4 : 0) + title() + date() * 0.6 + container() + pages() +
           (count_trait(Role::title, Trait::genre) > 0 ? 1 : 0) -
           count_trait(Role::container, Trait::debates) * 4.0 - 2;
}

double Weigher::resolution() const {
    bool const symbol = count(Role::number, [](Chunk const& chunk) { return chunk.is(Trait::symbol); }) > 0;
    bool const body =
        count_trait(Role::title, Trait::resolution) + count_trait(Role::number, Trait::resolution) > 0;
    if (symbol) return 7 + date() * 0.5 + title() - 2;
    return body ? 4 + date() * 0.5 - 2 : -1;
}

double Weigher::parliament() const {
    bool const legal = count_trait(Role::title, Trait::legal) > 0;
    // "RGBl. Nr. 151/1868": a law, by the number of its sheet.
    auto const numbered = candidate.find(Role::number);
    bool const of_year =  // "RGBl. Nr. 87/1865 (Patent v. 20. 9. 1865)"
        numbered && slice(chunks.text, at(numbered->first).inner).find('/') != std::string_view::npos;
    if (legal && sessions() == 0 && !has(Role::date) && !has(Role::pages) &&
        (of_year || !has(Role::publication)) &&
        count(Role::number, [](Chunk const& c) { return c.is(Trait::digits) || c.means("issue"); }) > 0 &&
        !has(Role::volume))
        return 0.5;
    if (!legal && (sessions() == 0 || candidate.size() == 1)) return -1;
    // "House Committee on Appropriations, Supply Bill, 1904, 57th Cong.": an office is no debate.
    bool const office = !legal && count_trait(Role::title, Trait::institution) > 0;
    // "NZPD, vol. 461, 5 March 1985, p. 3487": a day of the debates in their volume.
    bool const day = legal && has(Role::volume) && date() >= 2;
    return 1.5 + (legal ? 1.5 : 0) + (day ? 0.6 : 0) - (office ? 1 : 0) + sessions() + date() * 0.6 +
           pages() + people() + (has(Role::number) ? 0.7 : 0) - 2;
}

}  // namespace fonds
