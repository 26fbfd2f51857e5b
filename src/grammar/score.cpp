// The weight of a candidate by its family, and what every family asks: where it stands, who begins it.

#include "grammar/weigher.hpp"

namespace fonds {

std::uint32_t Weigher::words(Role role) const {
    std::uint32_t found = 0;
    for (auto const& part : candidate.parts)
        if (part.role == role) found += at(part.last - 1).last - at(part.first).first;
    return found;
}

bool Weigher::locates(Chunk const& chunk) {
    if (chunk.kind != ChunkKind::level || !chunk.phrase || chunk.phrase->meanings().empty()) return false;
    auto const& meaning = chunk.phrase->meanings()[0];
    return meaning != "page" && meaning != "note" && meaning != "issue" && meaning != "telegram" &&
           meaning != "document" && meaning != "volume" && meaning != "part" && meaning != "chapter" &&
           meaning != "paragraph" && meaning != "column";
}

bool Weigher::is_file_number(Chunk const& chunk) {
    return chunk.coded ||
           (chunk.kind == ChunkKind::text && chunk.is(Trait::reference) && chunk.last - chunk.first == 1 &&
            !chunk.is(Trait::department) && !chunk.is(Trait::shelfmark));
}

double Weigher::date() const {
    auto const part = candidate.find(Role::date);
    if (!part) return 0;
    return at(part->first).has_year ? (at(part->first).has_day ? 2 : 1.6) : 0.8;
}

double Weigher::behind_comma() const {
    if (candidate.first == 0) return 0;
    auto const before = at(candidate.first - 1).kind;
    return before == ChunkKind::comma || before == ChunkKind::colon ? 0.5 : 0;
}

double Weigher::orphaned() const {
    // "Татищев С.С. Император Александр II. Его жизнь": behind initials the title begins without a mark.
    if (candidate.first >= 2 && at(candidate.first - 1).kind == ChunkKind::stop &&
        at(candidate.first - 2).inverted)
        return 2.5;
    // "Békés Csaba: Európából Európába. Magyarország": an author stands before the colon.
    if (candidate.first >= 2 && at(candidate.first - 1).kind == ChunkKind::colon &&
        at(candidate.first - 2).kind == ChunkKind::text && at(candidate.first - 2).is(Trait::name))
        return 1;
    // "Gert Leptin, and Ulrich Scheuner, GDR Foreign Policy" read from its last author.
    if (candidate.first >= 3 && at(candidate.first - 1).kind == ChunkKind::conjunction) {
        auto const name =
            at(candidate.first - 2).kind == ChunkKind::comma ? candidate.first - 3 : candidate.first - 2;
        return at(name).kind == ChunkKind::text && at(name).is(Trait::name) ? 1 : 0;
    }
    if (candidate.first < 2 || at(candidate.first - 1).kind != ChunkKind::comma) return 0;
    auto const& before = at(candidate.first - 2);
    return before.kind == ChunkKind::text && before.is(Trait::name) ? 1 : 0;
}

double Weigher::total() const {
    switch (candidate.family) {
        case Family::quoted_document:
        case Family::described_document:
        case Family::letter:
        case Family::location:
        case Family::record: return archival();
        case Family::article: {
            bool const dated = has(Role::date) || has(Role::publication);
            double sum = people() + title() + container() + publication() + pages() + date() * 0.8 +
                         (has(Role::volume) ? 1.3 : 0) + kept() + (has(Role::issue) ? 1.3 : 0) +
                         (has(Role::tail) ? 0.5 : 0) + online() - 2;
            if (!dated && !has(Role::volume) && !has(Role::issue)) sum -= 4;
            sum -= codes() * 3;
            bool const book = has(Role::publication) &&
                              at(candidate.find(Role::publication)->first).is(Trait::publisher) &&
                              !has(Role::issue);
            if (!has(Role::container) && (!has(Role::publication) || book)) sum -= 3;
            // "“Independence,” in Kim Il Sung, Works, vol. 20 (Pyongyang: …, 1984)": a part of a book.
            if (auto const part = candidate.find(Role::container);
                part && book && part->first > 0 && at(part->first - 1).kind == ChunkKind::in)
                sum -= 1.5;
            return sum - orphaned() - behind_comma();
        }
        case Family::newspaper: {
            bool const named = count_trait(Role::container, Trait::newspaper) > 0 ||
                               count_trait(Role::container, Trait::magazine) > 0 ||
                               count_trait(Role::container, Trait::journal) > 0;
            bool const abbreviated = count_trait(Role::container, Trait::capitals) > 0;
            bool const eastern = count(Role::container, [](Chunk const& chunk) { return chunk.eastern; }) > 0;
            // "Truth (Brisbane), June 14, 1942": the town tells a paper.
            bool const of_town =
                count(Role::aside, [this](Chunk const& chunk) { return names_town(chunk); }) > 0;
            double sum = (named || eastern                             ? 2.5
                          : abbreviated || of_town || has(Role::issue) ? 1.2
                          : has(Role::pages)                           ? 0.6
                                                                       : -0.4) +
                         1.6 + pages() - 2;
            sum -= count_trait(Role::container, Trait::institution) * 1.5;
            sum -= count_trait(Role::container, Trait::genre) * 1.0;
            sum -= count_trait(Role::container, Trait::interview) * 1.0;
            sum -= count(Role::container, is_file_number) * 2.0;
            sum -= count_trait(Role::container, Trait::congress) * 1.0;
            return sum;
        }
        case Family::book: {
            double sum = people() + title() + publication() + pages() + (has(Role::volume) ? 0.8 : 0) +
                         (has(Role::edition) ? 0.8 : 0) + online() - 2;
            if (!has(Role::publication)) {  // a house by its place, or only a year
                sum += 0.5 + (has(Role::publisher) ? 0.5 : 0) - count_trait(Role::title, Trait::genre);
                return sum - orphaned() - behind_comma();
            }
            if (has(Role::ibid)) sum += 1;
            if (!has(Role::author) && !has(Role::listed) && !has(Role::editor) && !has(Role::ibid)) {
                auto const part = candidate.find(Role::publication);
                bool const full = at(part->first).is(Trait::publisher);
                sum += full ? -0.5 : -4;
                if (!at(candidate.first).is(Trait::upper)) sum -= 2;
                // "Title. Subtitle. М., 1959": the second sentence of a title is no book of its own.
                if (candidate.first > 0 && at(candidate.first - 1).kind == ChunkKind::stop) sum -= 0.8;
                sum -= count_trait(Role::title, Trait::verb) * 1.0;
            }
            if (candidate.find(Role::publication) &&
                at(candidate.find(Role::publication)->first).is(Trait::verb))
                sum -= 2;
            // "Hope Dies Last: The Autobiography (New York: Kodansha, 1993)": who writes imprints so
            // writes no colon behind an author.
            if (auto const author = candidate.find(Role::author), imprint = candidate.find(Role::publication);
                author && imprint && at(author->last).kind == ChunkKind::colon && at(imprint->first).colon &&
                !at(author->last - 1).initials)
                sum -= 3;
            // "“Title,” Historia 5 (1992)": a number before the year is a journal's.
            if (bare_year() > 1 && count_kind(Role::title, ChunkKind::quote) > 0) sum -= 2;
            return sum - orphaned() - behind_comma();
        }
        case Family::chapter:
            return people() - behind_comma() + title() + container() * 0.5 + publication() + pages() +
                   online() + 1 - bare_year() - count_kind(Role::container, ChunkKind::stop) * 1.0 - 2;
        case Family::letter_in_volume:
            return 3 + date() + pages() + container() + publication() + online() +
                   (has(Role::note) ? 1.5 : 0) + (count_trait(Role::head, Trait::letter) > 0 ? 1.5 : 0) -
                   (has(Role::pages) || has(Role::number) || has(Role::volume) || has(Role::tail) ||
                            has(Role::publication) || count_trait(Role::container, Trait::docvolume) > 0
                        ? 0
                        : 4) +
                   (has(Role::editor) ? 1.5 : 0) - orphaned() - 2;
        case Family::web:
            return 3 +
                   (has(Role::title) ? 0.8 + (count_kind(Role::title, ChunkKind::quote) > 0 ? 1 : 0) : 0) +
                   (has(Role::author) ? 0.8 : 0) + (has(Role::accessed) ? 1 : 0) +
                   (has(Role::container) ? 0.5 : 0) +
                   (count_trait(Role::container, Trait::web) > 0 ? 2.5 : 0) + date() * 0.5 -
                   (has(Role::title) && !at(candidate.find(Role::title)->first).is(Trait::upper) &&
                            !begins_with_the() && count_kind(Role::title, ChunkKind::quote) == 0
                        ? 1.2
                        : 0) -
                   count_trait(Role::title, Trait::verb) * 1.5 -
                   count_trait(Role::container, Trait::letter) * 4.0 -
                   count_kind(Role::container, ChunkKind::archive) * 1.5 -
                   count_kind(Role::title, ChunkKind::archive) * 1.5 - 2;
        case Family::short_form: return short_form();
        case Family::ibid:
            if (at(candidate.first).kind == ChunkKind::idem && !has(Role::pages)) return 0.02;
            return 3.0 + pages() - orphaned() * 1.5 - (keeps_class_behind() ? 3.0 : 0);
        case Family::back_reference: return 4.5;
        case Family::document_volume:
            if (candidate.last - candidate.first == 1 || is_siglum(at(candidate.first))) return 0;
            return 1.5 + container() + publication() + pages() + online() + (has(Role::volume) ? 1.2 : 0) +
                   (has(Role::number) ? 0.7 : 0) - 2;
        case Family::review:
            return people() + title() + container() + publication() + pages() + (has(Role::volume) ? 1 : 0) +
                   3 - 2;
        case Family::film: return 3.5 + publication() - 2;
        case Family::entry: return 8 - 2;
        case Family::hearing:
            return 2.5 + people() + title() + publication() + pages() + sessions() + date() * 0.3 - 2;
        case Family::session_paper:
            return 1 + title() + publication() + pages() + sessions() + (has(Role::number) ? 0.7 : 0) - 2;
        case Family::act: return act();
        case Family::treaty:
            return 2 + title() + date() * 0.6 + container() + pages() +
                   (count_trait(Role::title, Trait::genre) > 0 ? 1 : 0) - 2;
        case Family::resolution: return resolution();
        case Family::parliament: {
            bool const legal = count_trait(Role::title, Trait::legal) > 0;
            if (!legal && (sessions() == 0 || candidate.last - candidate.first == 1)) return -1;
            return 1.5 + (legal ? 1.5 : 0) + sessions() + date() * 0.6 + pages() +
                   (has(Role::number) ? 0.7 : 0) - 2;
        }
        default: return -1;
    }
}

bool Weigher::parts_works(std::uint32_t index) const {
    auto const kind = at(index).kind;
    bool const joins =
        (kind == ChunkKind::conjunction && index > 0 &&
         (at(index - 1).kind == ChunkKind::semicolon || at(index - 1).kind == ChunkKind::comma)) ||
        (kind == ChunkKind::comma && index + 1 < chunks.list.size() &&
         at(index + 1).kind == ChunkKind::conjunction);  // "; and", ", and"
    return kind == ChunkKind::stop || kind == ChunkKind::semicolon || kind == ChunkKind::signal ||
           kind == ChunkKind::open || kind == ChunkKind::close || joins;
}

bool Weigher::stands_alone() const {
    return (candidate.first == 0 || parts_works(candidate.first - 1) || is_led(candidate.first - 1)) &&
           (candidate.last == chunks.list.size() || parts_works(candidate.last) || remark_ends());
}

int Weigher::codes() const {
    int found = 0;
    for (auto i = candidate.first; i < candidate.last; ++i) found += at(i).coded ? 1 : 0;
    return found;
}

double score(Candidate const& candidate, Chunks const& chunks) {
    double const sum = Weigher{chunks, candidate}.total();
    // Between equal readings the one that explains more of the note wins.
    return sum + 0.01 * (candidate.last - candidate.first);
}

}  // namespace fonds
