// Parts the reading of a letter behind its day where another whole day is told next.

#include "note/further_letters.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace fonds {
namespace {

bool is_whole_day(Chunk const& chunk, Chunks const& chunks) {
    if (chunk.kind != ChunkKind::date || chunk.date < 0 || !chunk.has_day) return false;
    auto const& date = chunks.dates[static_cast<std::size_t>(chunk.date)];
    return date.start.year != 0 && !date.end;
}

bool joins(ChunkKind kind) {
    return kind == ChunkKind::comma || kind == ChunkKind::semicolon || kind == ChunkKind::conjunction;
}

/// The day that stands next behind the day at `at`, before `end`; `end` where none does.
std::uint32_t next_day(std::uint32_t at, std::uint32_t end, Chunks const& chunks) {
    auto next = at + 1;
    while (next < end && joins(chunks.list[next].kind)) ++next;
    return next > at + 1 && next < end && is_whole_day(chunks.list[next], chunks) ? next : end;
}

bool is_letter(Candidate const& reading, Chunks const& chunks) {
    auto const* head = reading.find(Role::head);
    if (reading.family != Family::letter || !head || head->first != reading.first) return false;
    for (auto at = head->first; at < head->last; ++at)
        if (chunks.list[at].to != no_token) return true;
    return false;
}

/// The first whole day of a reading; its end where it tells none.
std::uint32_t first_day(Candidate const& reading, Chunks const& chunks) {
    for (auto at = reading.find(Role::head)->last; at < reading.last; ++at) {
        if (is_whole_day(chunks.list[at], chunks)) return at;
        if (chunks.list[at].kind != ChunkKind::comma) break;
    }
    return reading.last;
}

/// The letter of one day of a reading: its chunks [first, last), and what parts of the reading are among
/// them.
Candidate letter_within(Candidate const& reading, std::uint32_t first, std::uint32_t last) {
    Candidate out = reading;
    out.first = first;
    out.last = last;
    out.parts.clear();
    bool const further = first > reading.first;
    if (further) {
        out.family = Family::location;
        out.parts.push_back({Role::date, first, first + 1});
    }
    for (auto const& part : reading.parts)
        if (part.first >= first + (further ? 1 : 0) && part.last <= last) out.parts.push_back(part);
    return out;
}

}  // namespace

std::vector<Candidate> letters_of(Candidate reading, Chunks const& chunks) {
    std::vector<Candidate> out;
    if (is_letter(reading, chunks)) {
        auto first = reading.first;
        for (auto day = first_day(reading, chunks); day < reading.last;) {
            auto const next = next_day(day, reading.last, chunks);
            if (next == reading.last && first == reading.first) break;
            out.push_back(letter_within(reading, first, next == reading.last ? next : day + 1));
            first = day = next;
        }
    }
    if (out.empty()) out.push_back(std::move(reading));
    return out;
}

bool take_keeper(Candidate& letter, Candidate const& keeper, Chunks const& chunks) {
    bool const paper = letter.family == Family::letter || letter.family == Family::described_document ||
                       letter.family == Family::quoted_document;
    if (!paper || !letter.find(Role::date) || letter.find(Role::location) || letter.find(Role::container))
        return false;
    // "telegram 2312 to Tehran, December 7. (Department of State, Central Files, 788.00/12–757)"
    bool const bracketed = keeper.first == letter.last + 2 &&
                           chunks.list[letter.last].kind == ChunkKind::stop &&
                           chunks.list[letter.last + 1].kind == ChunkKind::open &&
                           chunks.list[letter.last + 1].close == keeper.last;
    bool const parted =
        keeper.first == letter.last + 1 && chunks.list[letter.last].kind == ChunkKind::semicolon;
    if (!bracketed && !parted) return false;
    // "Lee, Diary, March 21, 1918; Lee Papers, box 2"; "Drahterlass …, 3. Februar 1973; B 150, Bd. 278":
    // editions of German papers need no archive's name.
    auto const& head = chunks.list[keeper.first];
    bool const alone = keeper.family == Family::location && keeper.parts.size() == 1 &&
                       keeper.parts.front().role == Role::location && keeper.last > keeper.first + 1 &&
                       (head.kind == ChunkKind::archive || head.is(Trait::collection) ||
                        (head.is(Trait::digits) && chunks.tokens[head.first].is(WordClass::holding)));
    if (!alone) return false;
    letter.last = bracketed ? keeper.last + 1 : keeper.last;
    letter.parts.push_back(keeper.parts.front());
    return true;
}

bool take_same_place(Candidate& paper, Candidate const& ibid, Chunks const& chunks) {
    bool const again = ibid.family == Family::ibid && ibid.last == ibid.first + 1 &&
                       chunks.list[ibid.first].kind == ChunkKind::ibid && ibid.first == paper.last + 1 &&
                       chunks.list[paper.last].kind == ChunkKind::semicolon;
    auto const* date = paper.find(Role::date);
    auto const* head = paper.find(Role::head);
    if (!again || !date || !head || !chunks.list[date->first].has_day || paper.find(Role::container))
        return false;
    // The number of a paper behind its day is no place: "Nr. 822".
    auto const numbers_paper = [&](Part const& part) {
        return part.last == part.first + 1 && chunks.list[part.first].means("issue");
    };
    for (auto const& part : paper.parts)
        if (part.role == Role::location && !numbers_paper(part)) return false;
    for (auto& part : paper.parts)
        if (part.role == Role::location || part.role == Role::issue) part.role = Role::number;
    if (paper.family != Family::letter) paper.family = Family::described_document;
    paper.last = ibid.last;
    paper.parts.push_back({Role::location, ibid.first, ibid.last});
    return true;
}

bool take_address(Candidate& work, Candidate const& address, Chunks const& chunks) {
    if (address.family != Family::web || work.family == Family::ibid || work.find(Role::url) ||
        chunks.list[address.first].kind != ChunkKind::url)
        return false;
    bool led = false;
    for (auto at = work.last; at < address.first; ++at) {
        auto const& chunk = chunks.list[at];
        bool const copy = chunk.kind == ChunkKind::signal && chunk.phrase && chunk.phrase->signal() == "copy";
        if (!copy && chunk.kind != ChunkKind::comma && chunk.kind != ChunkKind::stop &&
            chunk.kind != ChunkKind::colon)
            return false;
        led = led || copy;
    }
    for (auto const& part : address.parts)
        if (part.role != Role::url && part.role != Role::accessed) return false;
    if (!led) return false;
    work.last = address.last;
    for (auto const& part : address.parts) work.parts.push_back(part);
    return true;
}

bool take_copies(Candidate& paper, Candidate const& copies, Chunks const& chunks) {
    constexpr std::array copied = {std::string_view{"aktenkopien"}, std::string_view{"aktenkopie"}};
    bool const archival = paper.family == Family::letter || paper.family == Family::described_document ||
                          paper.family == Family::location;
    auto const& holding = chunks.list[copies.first];
    if (!archival || copies.first != paper.last + 1 || !chunks.tokens[holding.first].is(WordClass::holding) ||
        chunks.list[paper.last].kind != ChunkKind::semicolon ||
        !has_word(chunks, holding.last, chunks.list[copies.last - 1].last, copied))
        return false;
    if (!paper.find(Role::location)) paper.parts.push_back({Role::location, copies.first, copies.first + 1});
    paper.last = copies.last;
    return true;
}

bool take_author_before(Candidate& work, Candidate const& before, Chunks const& chunks) {
    constexpr std::uint32_t family_comma_given = 3;
    auto const& family = chunks.list[before.first];
    auto const* given =
        before.last == before.first + family_comma_given ? &chunks.list[before.last - 1] : nullptr;
    auto const listed = std::find_if(work.parts.begin(), work.parts.end(),
                                     [](Part const& part) { return part.role == Role::listed; });
    if (before.family != Family::short_form || !given || !family.in_capitals || !given->is(Trait::name) ||
        given->in_capitals || work.first != before.last + 1 ||
        chunks.list[before.last].kind != ChunkKind::semicolon || listed == work.parts.end() ||
        listed->first != work.first)
        return false;
    work.first = listed->first = before.first;
    return true;
}

bool take_letter(Candidate& volume, Candidate const& letter, Chunks const& chunks) {
    bool const printed = volume.family == Family::book || volume.family == Family::document_volume ||
                         volume.family == Family::short_form;
    if (!printed || volume.find(Role::author) || !volume.find(Role::pages) ||
        volume.parts.back().role != Role::pages || letter.first != volume.last + 1)
        return false;
    auto const joint = chunks.list[volume.last].kind;
    bool const joined = joint == ChunkKind::colon || joint == ChunkKind::comma ||
                        (joint == ChunkKind::stop && volume.find(Role::volume));
    if (!joined || !is_letter(letter, chunks) || !letter.find(Role::date) || letter.find(Role::location) ||
        letter.find(Role::container))
        return false;
    volume.family = Family::letter_in_volume;
    volume.last = letter.last;
    if (!volume.find(Role::container))
        for (auto& part : volume.parts)
            if (part.role == Role::title) part.role = Role::container;
    for (auto const& part : letter.parts) volume.parts.push_back(part);
    return true;
}

}  // namespace fonds
