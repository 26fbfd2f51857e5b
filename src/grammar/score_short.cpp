// What short forms are worth: they say little, and prose says as much.

#include "base/number.hpp"
#include "base/text.hpp"
#include "grammar/weigher.hpp"

namespace fonds {

bool Weigher::is_led(std::uint32_t index) const {
    return index > 0 && at(index).kind == ChunkKind::text && at(index).is(Trait::all_small) &&
           at(index - 1).kind == ChunkKind::signal;
}

bool Weigher::remark_ends() const {
    return at(candidate.last).kind == ChunkKind::aside &&
           (candidate.last + 1 == chunks.list.size() || parts_works(candidate.last + 1));
}

bool Weigher::stands_among_works() const {
    bool const led = candidate.first > 0 && at(candidate.first - 1).kind != ChunkKind::stop;
    bool const goes_on =
        candidate.last < chunks.list.size() && at(candidate.last).kind == ChunkKind::semicolon;
    return stands_alone() && (led || goes_on);
}

bool Weigher::begins_longer_title() const {
    auto const part = candidate.find(Role::author);
    if (!part || part->first != candidate.first) return false;
    auto const& first = chunks.tokens[at(part->first).first];
    bool const full =
        at(part->last - 1).last - at(part->first).first >= 2 && !first.lower && !at(part->first).several;
    return full && candidate.last + 1 < chunks.list.size() && at(candidate.last).kind == ChunkKind::stop &&
           at(candidate.last + 1).kind == ChunkKind::text;
}

bool Weigher::is_name_and_page() const {
    return candidate.size() == 2 && candidate.parts.size() == 2 && has(Role::author) &&
           at(candidate.first + 1).kind == ChunkKind::number;
}

bool Weigher::has_range_of_pages() const {
    auto const written = slice(chunks.text, at(candidate.last - 1).span);
    return has_dash(written);
}

bool Weigher::has_title_like_name() const {
    auto const part = candidate.find(Role::title);
    return part && part->size() == 1 && (at(part->first).is(Trait::name) || at(part->first).size() == 1);
}

bool Weigher::is_abbreviated_volume() const {
    auto const part = candidate.find(Role::title);
    return part && part->first == candidate.first && part->size() == 1 &&
           at(part->first).is(Trait::capitals) && (has(Role::volume) || has(Role::number)) &&
           has(Role::pages);
}

double Weigher::ibid() const {
    // "Id.", "Loc. cit."; "Id. See also Tushnet"
    bool const led = candidate.size() == 1 && candidate.last < chunks.list.size() &&
                     at(candidate.last).kind == ChunkKind::signal &&
                     slice(chunks.text, at(candidate.first).span).ends_with('.');
    bool const all = stands_alone() || led;
    if (at(candidate.first).kind == ChunkKind::idem && !has(Role::pages) && !all) return 0.02;
    if (at(candidate.first).kind == ChunkKind::op_cit && all && candidate.size() == 1) return 5;
    return 3.0 + pages() - orphaned() * 1.5 - (keeps_class_behind() ? 3.0 : 0);
}

double Weigher::short_form() const {
    bool const quoted = count_kind(Role::title, ChunkKind::quote) > 0;
    bool const again = points_back();
    double sum = (has(Role::author) || has(Role::editor) || has(Role::ibid) ? 1.4 : 0) +
                 (quoted             ? 1.6
                  : has(Role::title) ? 0.8
                                     : 0) +
                 pages() + (has(Role::volume) ? 0.3 : 0) - 1.6;
    if (again) sum += 3;
    sum += words_of_short_form(quoted, again) + codes_in_short_form();
    if (is_abbreviated_volume()) sum += 0.6;
    if (auto const edition = candidate.find(Role::container))
        sum += is_siglum(at(edition->first)) ? 3 : has(Role::volume) && has(Role::number) ? 2 : -1;
    return sum - orphaned() - behind_comma() * 0.6 + place_in_short_form(quoted, again);
}

/// "op. cit.", "(wie Anm. 5)": words that say that the work was cited before.
bool Weigher::points_back() const {
    for (auto i = candidate.first; i < candidate.last; ++i)
        if (at(i).kind == ChunkKind::op_cit || at(i).kind == ChunkKind::ibid) return true;
    return has(Role::back);
}

/// How long author and title may be, and whose letter it is.
double Weigher::words_of_short_form(bool quoted, bool again) const {
    double sum = 0;
    if (has(Role::head)) {
        sum += count_trait(Role::head, Trait::letter) > 0 ? 4.5 : -2;
    } else if (!has(Role::author) && !has(Role::editor)) {
        sum += quoted ? 0 : 0.4;
        if (words(Role::title) > 12) sum -= 2;
    }
    if (words(Role::title) > 16) sum -= 1;
    if (!has(Role::title) && !again && words(Role::author) > 7) sum -= 2;
    return sum;
}

/// What is a paper's, a law's or an archive's tells against it.
double Weigher::codes_in_short_form() const {
    return -codes() * 2 -
           count_trait(Role::author, Trait::repository) * 2.0  // "StadtA Kleve, B 7/12, a. a. O."
           - count_trait(Role::title, Trait::legal) * 1.5      // "BGBl. 1973, II, S. 423"
           - count_trait(Role::title, Trait::repository) * 1.0 -
           count_trait(Role::title, Trait::collection) * 0.6 -
           count_trait(Role::title, Trait::reference) * 1.5 - count_trait(Role::author, Trait::genre) * 2;
}

/// A place in the work and what stands around the citation.
double Weigher::place_in_short_form(bool quoted, bool again) const {
    double sum = 0;
    // "Mao’s Military Romanticism" is a title where its sentence says no more; a year behind a name tells
    // little in prose.
    bool const pointed = has(Role::pages) || has(Role::volume) || has(Role::number);
    bool const dated = has(Role::date) || has(Role::publication);
    if (has(Role::number) && !has(Role::pages)) sum += stands_alone() ? 0.7 : -1;
    if (!quoted && !again && !pointed && !has(Role::head) && !dated)
        sum += (has_title_like_name() ? stands_among_works() : stands_alone()) && !begins_longer_title()
                   ? -0.1
                   : -2;
    // "Приложение 1. С. 8": a part of what stands before.
    if (has(Role::title) && !has(Role::author) && count_trait(Role::title, Trait::digits) > 0 &&
        words(Role::title) <= 3 && candidate.first > 0 && at(candidate.first - 1).kind == ChunkKind::stop)
        sum -= 2;
    if (is_name_and_page() && !stands_among_works() && !(stands_alone() && has_range_of_pages())) sum -= 1;
    bool const interview =
        !has(Role::author) && !has(Role::pages) && count_trait(Role::title, Trait::interview) > 0;
    if (interview && stands_among_works()) sum += 1;                      // "Kriehn interview" in a row
    if (interview && words(Role::title) > 2 && stands_alone()) sum += 3;  // "Interview with Schramm."
    if (dated) sum += has(Role::pages) ? 0.8 : stands_alone() ? 0.6 : -1;
    // A bare number behind a bare name is more often a page than not, but says little.
    if (!has(Role::title) && !has(Role::volume) && !again && pages() < 1.5 && !dated)
        sum -= stands_alone() ? 0.3 : 1;
    return sum;
}

}  // namespace fonds
