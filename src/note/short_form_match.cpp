// Short forms against full citations: people, title words, dates.
#include "note/short_form_match.hpp"

#include <algorithm>
#include <span>

#include "base/contains.hpp"

namespace fonds {
namespace {

using Words = std::span<std::uint64_t const>;

bool stands_in_order(Words few, Words many) {
    std::size_t at = 0;
    for (auto const word : many)
        if (at < few.size() && few[at] == word) ++at;
    return at == few.size();
}

double share_among(Words few, Words many) {
    auto const found =
        std::count_if(few.begin(), few.end(), [&](std::uint64_t word) { return contains(many, word); });
    return static_cast<double>(found) / static_cast<double>(few.size());
}

double match_words(Words few, Words many) {
    if (few.empty() || many.empty()) return 0;
    if (few.size() <= many.size() && std::equal(few.begin(), few.end(), many.begin())) return 1;
    if (stands_in_order(few, many)) return 0.92;
    auto const share = share_among(few, many);
    if (share == 1) return few.size() > 1 ? 0.8 : 0.6;
    return few.size() > 2 && share >= 0.66 ? 0.55 : 0;
}

bool agree(DatePoint a, DatePoint b) {
    return a.year == b.year && (a.month == 0 || b.month == 0 || a.month == b.month) &&
           (a.day == 0 || b.day == 0 || a.day == b.day);
}

// 1 where every person named is one of the work's; less where the name stands in its title ("Welles, Diary":
// the "Diary of Gideon Welles"), or the work names nobody, as where the text of the note does.
double match_people(KnownCitation const& shorter, KnownCitation const& full) {
    constexpr double named_elsewhere = 0.9;
    auto const is_in = [](Words words, std::uint64_t one) { return contains(words, one); };
    bool elsewhere = false;
    for (auto const person : shorter.people) {
        if (is_in(full.people, person) || is_in(full.people_words, person)) continue;
        if (!full.people.empty() && !is_in(full.title, person)) return 0;
        elsewhere = true;
    }
    return elsewhere ? named_elsewhere : 1;
}

}  // namespace

double match_title(std::vector<std::uint64_t> const& shorter, std::vector<std::uint64_t> const& title) {
    return match_words(shorter, title);
}

bool all_among(std::vector<std::uint64_t> const& few, std::vector<std::uint64_t> const& many) {
    return std::all_of(few.begin(), few.end(), [&](std::uint64_t one) { return contains(many, one); });
}

double match_short_form(KnownCitation const& shorter, KnownCitation const& full) {
    auto const people = match_people(shorter, full);
    if (people == 0) return 0;
    if (!shorter.recipients.empty() && !full.recipients.empty() &&
        !all_among(shorter.recipients, full.recipients))
        return 0;
    bool const dated = shorter.issued.year != 0 && full.issued.year != 0;
    bool const same_date = dated && agree(shorter.issued, full.issued);
    if (dated && !same_date && shorter.title.empty()) return 0;
    double title = 0;
    if (!shorter.title.empty()) {
        title = match_words(shorter.title, full.title);
        for (auto const& other : full.other_titles)
            title = std::max(title, match_words(shorter.title, other));
        if (title == 0) return 0;
        if (shorter.people.empty() && shorter.title.size() == 1 && title < 1) return 0;
        if (dated && !same_date) title *= 0.6;
    }
    if (!shorter.people.empty() && title > 0) return 0.98 * title * people;
    if (people < 1) return 0;
    if (!shorter.people.empty() && same_date) return 0.96;
    if (!shorter.people.empty()) return shorter.people.front() == full.people.front() ? 0.8 : 0.78;
    if (title == 0) return 0;
    return (same_date ? 0.97 : 0.9) * title;
}

}  // namespace fonds
