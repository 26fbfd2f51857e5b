// What an archival document and its reference are worth.

#include <algorithm>

#include "base/text.hpp"
#include "grammar/weigher.hpp"

namespace fonds {

bool Weigher::is_leaf(Chunk const& chunk) {
    return locates(chunk) &&
           (chunk.means("list") || chunk.means("leaf") || chunk.means("folio") || chunk.means("khuu"));
}

bool Weigher::is_sentence(Chunk const& chunk) const {
    std::uint32_t small = 0;
    for (auto i = chunk.first; i < chunk.last; ++i) small += chunks.tokens[i].lower ? 1U : 0U;
    return chunk.size() >= 6 && small * 2 > chunk.size();
}

bool Weigher::places_by_itself(Chunk const& chunk) const {
    if (chunk.is(Trait::bound)) return true;
    return chunk.is(Trait::reference) &&
           (chunk.is(Trait::department) || (chunk.is(Trait::shelfmark) && chunk.size() == 2));
}

bool Weigher::is_code_of_keeper(std::uint32_t index) const {
    constexpr std::uint32_t longest = 5;
    if (index < candidate.first + 2 || at(index - 1).kind != ChunkKind::comma) return false;
    auto const& keeper = at(index - 2);
    auto const& code = at(index);
    // "Gansu, 91-18-114"
    if (is_file_code(code) && keeper.kind == ChunkKind::text && keeper.is(Trait::upper) &&
        !keeper.is(Trait::digits) && keeper.size() <= 2)
        return true;
    if (slice(chunks.text, keeper.span).find('/') != std::string_view::npos)
        return false;  // "T/S" is a marking
    // "TVP, 85/14"; "NYT, 15–16" has pages.
    bool const parted =
        code.kind == ChunkKind::number && slice(chunks.text, code.span).find('/') != std::string_view::npos;
    if (code.kind != ChunkKind::text && !parted) return false;
    if (keeper.kind != ChunkKind::text || keeper.is(Trait::digits) ||
        !(keeper.is(Trait::repository) || keeper.is(Trait::capitals)) || !code.is(Trait::digits) ||
        keeper.is(Trait::reference) || code.size() > longest)
        return false;
    return std::all_of(chunks.tokens.begin() + code.first, chunks.tokens.begin() + code.last,
                       [](Token const& token) {
                           bool const letter = token.upper && token.span.size() == 1;
                           return token.kind != TokenKind::word || token.digits || token.all_upper || letter;
                       });
}

bool Weigher::is_piece(std::uint32_t index) const {
    if (index < candidate.first + 2 || at(index).kind != ChunkKind::number ||
        at(index - 2).kind != ChunkKind::text)
        return false;
    auto const& department = chunks.tokens[at(index - 2).first];
    return department.is(WordClass::department) && department.span.size() > 1 &&
           slice(chunks.text, at(index).span).find('/') != std::string_view::npos;
}

bool Weigher::keeps_class_behind() const {
    auto const behind = candidate.last;
    return behind + 1 < chunks.list.size() && at(behind).kind == ChunkKind::comma &&
           places_by_itself(at(behind + 1));
}

bool Weigher::follows_ibid() const {
    return candidate.first >= 2 && at(candidate.first - 1).kind == ChunkKind::comma &&
           at(candidate.first - 2).kind == ChunkKind::ibid;
}

bool Weigher::goes_on_with_row() const {
    auto const is_row = [](Chunk const& chunk) {
        return chunk.coded ||
               (chunk.kind == ChunkKind::text && chunk.is(Trait::shelfmark) && chunk.size() == 1);
    };
    if (!is_row(at(candidate.first))) return false;
    auto before = candidate.first;
    while (before > 0 &&
           (at(before - 1).kind == ChunkKind::semicolon || at(before - 1).kind == ChunkKind::comma ||
            at(before - 1).kind == ChunkKind::conjunction))
        --before;
    return before > 0 && before < candidate.first && is_row(at(before - 1));
}

bool Weigher::leads_with_colon(std::uint32_t first) const {
    if (first + 2 >= candidate.last || at(first).kind != ChunkKind::text ||
        at(first + 1).kind != ChunkKind::colon)
        return false;
    auto const& named = at(first + 2);
    bool const keeper =
        named.kind == ChunkKind::archive || (named.kind == ChunkKind::text && named.is(Trait::repository));
    return keeper && !at(first).is(Trait::repository) && !at(first).is(Trait::collection) &&
           !at(first).is(Trait::capitals);
}

bool Weigher::is_volume_and_page(Part const& part) const {
    return part.size() == 5 && at(part.first).size() == 1 && at(part.first + 2).kind == ChunkKind::number &&
           at(part.first + 2).roman && at(part.first + 4).kind == ChunkKind::level &&
           at(part.first + 4).means("page");
}

/// "Chiang Kai-shek Diaries, 23 October 1950, Hoover Institution": words and a day are a document before its
/// place.
bool Weigher::begins_with_dated_words(Part const& part) const {
    return part.size() > 4 && at(part.first).kind == ChunkKind::text &&
           !at(part.first).is(Trait::repository) && !at(part.first).is(Trait::digits) &&
           at(part.first + 1).kind == ChunkKind::comma && at(part.first + 2).kind == ChunkKind::date &&
           at(part.first + 2).has_day && at(part.first + 2).has_year;
}

bool Weigher::is_siglum(Chunk const& chunk) const {
    if (chunk.kind != ChunkKind::text || !chunks.tokens[chunk.first].upper) return false;
    auto const found = match_phrase(chunks.tokens, chunks.text, chunk.first, mask(WordClass::docvolume));
    return found.phrase && found.phrase->words.size() == 1 && !found.phrase->tongues().empty() &&
           *found.phrase->tongues().begin() == "de";
}

/// "Department of State, Office of Research, Intelligence Report no. 5909, “Soviet Capabilities”": a body
/// that has papers, and before a title the form of those it issues.
bool Weigher::begins_with_issuer(Part const& part) const {
    constexpr std::uint32_t reach = 9;
    auto const& body = at(part.first);
    // "CIA, NIE 11-3-64, “Soviet Air Defense”": by its letters, where a paper of a series stands behind.
    bool const lettered = body.kind == ChunkKind::text && body.is(Trait::capitals) &&
                          !body.is(Trait::digits) && part.first + 2 < candidate.last &&
                          at(part.first + 2).is(Trait::paper) && !at(part.first + 2).is(Trait::holding);
    bool const named = body.kind == ChunkKind::archive && body.phrase->is(WordClass::institution);
    if (!named && !lettered) return false;
    bool formed = false;
    for (auto i = part.first + 1; i < candidate.last && i < part.first + reach; ++i) {
        auto const& chunk = at(i);
        if (chunk.kind == ChunkKind::quote) return formed;
        bool const words = chunk.kind == ChunkKind::text && chunk.is(Trait::upper);
        formed = formed ||
                 (words && (chunk.is(Trait::genre) || chunk.is(Trait::reference) || chunk.is(Trait::paper)));
        if (!words && chunk.kind != ChunkKind::comma && !chunk.means("issue")) return false;
    }
    return false;
}

double Weigher::location() const {
    double sum = 0;
    int archives = 0, texts = 0;
    for (auto const& part : candidate.parts) {
        if (part.role != Role::location) continue;
        if (begins_with_issuer(part)) sum -= 6;
        for (auto i = part.first; i < part.last; ++i) {
            auto const& chunk = at(i);
            if (chunk.kind == ChunkKind::archive) sum += archives++ == 0 ? 4.5 : 1.5;
            if (chunk.kind == ChunkKind::ibid) sum += 3;
            if (chunk.kind == ChunkKind::level) sum += locates(chunk) ? 2.2 : 0.6;
            if (chunk.kind == ChunkKind::quote) sum += 0.3;
            // "vol. xx (1904), pp. 1–54": a periodical's volume of a year.
            bool const year =
                chunk.kind == ChunkKind::publication && !chunk.has_day && !chunk.is(Trait::publisher);
            if (year && i > part.first && at(i - 1).means("volume")) sum -= 4;
            if (chunk.kind == ChunkKind::number || chunk.kind == ChunkKind::date)
                sum +=
                    is_file_code(chunk) || is_piece(i) || is_code_of_keeper(i) || is_holding_and_piece(chunk)
                        ? 2
                        : 0.3;
            if (chunk.kind == ChunkKind::number && chunk.paged) sum -= 2;  // "PJM, 13:18"
            if (chunk.kind != ChunkKind::text) continue;
            if (chunk.is(Trait::letter)) return -6;
            if (chunk.is(Trait::verb)) sum -= 2;
            if (chunk.is(Trait::web)) sum -= 4;
            // "FRUS, 1961–1963, vol. 14": a printed volume is no keeper.
            bool const printed = chunk.is(Trait::docvolume) && !chunk.is(Trait::repository) &&
                                 !chunk.is(Trait::reference) && !chunk.is(Trait::digits);
            // "U.S. Department of State, Foreign Relations of the United States": who prints it.
            if (printed && i == part.first + 2 && at(part.first).kind == ChunkKind::archive) sum -= 8;
            if (printed && i == part.first) sum -= 4;
            // "StASG AA 2 A 13-5-4, Regest in SSRQ SG III/4 183-1": an edition by its siglum.
            else if (chunk.is(Trait::digits) && !chunk.is(Trait::repository) && is_siglum(chunk)) sum -= 4;
            if (chunk.is(Trait::newspaper) && !chunk.is(Trait::collection)) sum -= 2;
            if (chunk.is(Trait::repository)) sum += 2.5;
            else if (chunk.is(Trait::bound)) sum += 4;
            else if (chunk.is(Trait::collection)) sum += 2.2;
            else if (chunk.is(Trait::digital)) sum += 3;
            else if (chunk.is(Trait::reference)) sum += places_by_itself(chunk) ? 4 : 2;
            else if (is_code_of_keeper(i)) sum += 2;
            else if (chunk.is(Trait::institution)) sum += 0.6;
            else if (i == part.first && is_sentence(chunk)) sum -= 1.5;
            else sum += texts++ < 3 ? 0.3 : -0.4;
        }
    }
    return sum;
}

double Weigher::provenance() const {
    return (has(Role::provenance) ? 2.5 : 0) + (has(Role::url) ? 2 : 0) + (has(Role::accessed) ? 1 : 0);
}

bool Weigher::is_numbered() const {
    auto const part = candidate.find(Role::number);
    return part && at(part->first).means("telegram");
}

double Weigher::parted() const {
    auto const belongs = [&](std::uint32_t index) {
        for (auto const& part : candidate.parts)
            if (index >= part.first && index < part.last) return true;
        return false;
    };
    auto const place = candidate.find(Role::location);
    auto head = candidate.find(Role::head) ? candidate.find(Role::head) : candidate.find(Role::title);
    if (!head) head = candidate.find(Role::number);
    if (!place || !head) return 0;
    double sum = 0;
    for (auto i = std::min(place->first, head->first); i < std::max(place->first, head->first); ++i)
        if (!belongs(i) && at(place->first).kind != ChunkKind::ibid)
            sum += at(i).kind == ChunkKind::semicolon ? 1.0 : at(i).kind == ChunkKind::stop ? 0.5 : 0;
    return sum;
}

bool Weigher::printed_behind() const {
    auto next = candidate.last;
    if (next < chunks.list.size() && at(next).kind == ChunkKind::comma) ++next;
    if (next >= chunks.list.size()) return false;
    auto const& chunk = at(next);
    return chunk.kind == ChunkKind::in ||
           (chunk.kind == ChunkKind::signal && chunk.phrase && chunk.phrase->signal() == "published");
}

/// "Rusk’s telegram to Bohlen, 3 May 1964, | made no mention of it": the letter is what a sentence speaks of.
bool Weigher::tells_more_behind() const {
    if (candidate.last + 1 >= chunks.list.size() || at(candidate.last).kind != ChunkKind::comma) return false;
    auto const& behind = at(candidate.last + 1);
    return behind.kind == ChunkKind::text && behind.is(Trait::all_small) && behind.is(Trait::verb) &&
           chunks.tokens[behind.first].is(WordClass::verb);
}

bool Weigher::begins_with_addressee() const {
    auto const head = candidate.find(Role::head);
    return !head || count_trait(Role::head, Trait::to_head) == 0 || at(head->first).is(Trait::to_head);
}

bool Weigher::short_keeper() const {
    auto const part = candidate.find(Role::location);
    return part && part->size() == 1 && at(part->first).kind == ChunkKind::text &&
           at(part->first).is(Trait::capitals) && !at(part->first).is(Trait::digits);
}

/// "Cold War International History Project, Working Paper 44": the number of a series, which is printed.
bool Weigher::is_numbered_in_series() const {
    auto const place = candidate.find(Role::location);
    if (!place) return false;
    for (auto i = place->first; i + 1 < place->last; ++i)
        if (at(i).kind == ChunkKind::text && at(i).is(Trait::series) &&
            (at(i + 1).kind == ChunkKind::number || at(i + 1).means("issue")))
            return true;
    return false;
}

double Weigher::archival() const {
    double const place = location();
    double const parts = place + provenance() + date() - parted();
    bool const is_located = place >= 2;
    switch (candidate.family) {
        case Family::letter: return letter(parts, place) - 2;
        case Family::described_document:
        case Family::record:
            return candidate.find(Role::head) || is_numbered() ? described(parts, is_located) - 2
                                                               : deposited(parts, is_located);
        case Family::quoted_document: return quoted(parts, is_located) - 2;
        default: {
            auto const place_alone = *candidate.find(Role::location);
            return place_alone.size() == 1 ? lone_element(parts, place_alone.first)
                                           : reference(parts, place_alone) - 2;
        }
    }
}

double Weigher::letter(double sum, double place) const {
    bool const is_located = place >= 2;
    sum += 4 - count_trait(Role::head, Trait::verb) * 3.0 + (has(Role::genre) ? 0.2 : 0);
    // "“On Poland,” Memorandum No. 1724-A from X to Y": its title, which is no part of the text.
    if (auto const title = candidate.find(Role::title); title && title->first == candidate.first) sum += 3;
    if (count_trait(Role::head, Trait::letter) == 0 && begins_with_addressee())
        sum -= has(Role::location) && is_located ? 1.5 : 5;
    if (!is_located && has(Role::location)) sum -= place > 0.9 ? 1 : 0;
    if (!has(Role::location) && printed_behind()) sum -= 3;
    if (!has(Role::location) && tells_more_behind()) sum -= 5;
    return sum;
}

double Weigher::described(double sum, bool is_located) const {
    bool const is_record = candidate.family == Family::record;
    auto const head = candidate.find(Role::head);
    sum += count_trait(Role::head, Trait::genre) > 0 ? 1.5 : 0;
    sum += count_trait(Role::head, Trait::genre_head) > 0 ? 1.5 : 0;
    sum += count_trait(Role::head, Trait::interview) > 0 ? 1 : 0;
    // "…, to Dr. Emme, NASA Historian, November 18, 1969": a letter, its day not its keeper's.
    if (count_trait(Role::head, Trait::to_head) > 0 && !has(Role::date)) sum -= 3;
    sum -= count_trait(Role::head, Trait::verb) * 2.0;
    if (!has(Role::location) && tells_more_behind()) sum -= 5;
    // "Editorial, Milwaukee Sentinel, April 21, 1980" lies in no archive.
    if (!is_located) sum -= count_trait(Role::head, Trait::newspaper) * 2.5;
    sum -= count_kind(Role::head, ChunkKind::stop) * (is_record ? 0.0 : 2);
    if (!head) sum += 3;
    // "sygn. 2384, Informacja nr 23, Warszawa, 17 XII 1970": where it was written, no name of a paper.
    if (head && head->first != candidate.first && head->last == head->first + 1 &&
        at(head->first).is(Trait::place))
        sum -= 3;
    bool const formed = is_numbered() || count_trait(Role::head, Trait::genre) > 0 ||
                        count_trait(Role::head, Trait::interview) > 0;
    if (!is_located && !(formed && date() >= 1.6)) sum -= 6;
    if (!is_located && has(Role::location)) sum -= short_keeper() && formed && date() >= 2 ? 1 : 2;
    // "MWC, letter by Mendel Reich": who tells the writer behind the form tells the keeper before it.
    if (short_keeper() && candidate.find(Role::location)->first == candidate.first &&
        count_trait(Role::head, Trait::by_writer) > 0)
        sum += 1.5;
    if (!formed && !has(Role::date) && !is_record) sum -= 0.5;
    if (head && at(head->first).is(Trait::all_small) && !formed) sum -= 3;
    if (words(Role::head) > 45) sum -= 3;
    if (is_record) sum += 4;
    return sum;
}

double Weigher::deposited(double sum, bool is_located) const {
    if (!is_located && !has(Role::note)) return -1;
    sum += 1.5 + people() + (has(Role::note) ? 3 : 0);
    return sum - 2;
}

double Weigher::quoted(double sum, bool is_located) const {
    // "‘A Nuclear Force’, memorandum by Chalfont": the form behind the title tells what it would tell alone.
    bool const formed = count_trait(Role::head, Trait::genre_head) > 0;
    sum += 2 + (has(Role::author) ? 0.8 : 0) + (has(Role::genre) ? 0.5 : 0) + (formed ? 2 : 0);
    if (!is_located && !has(Role::provenance)) sum -= 6;
    if (is_numbered_in_series()) sum -= 4;
    // "“Working Notes,” in ibid., 307–10": a piece of the volume cited just before.
    if (auto const place = candidate.find(Role::location); place && place->first > 0 &&
                                                           at(place->first).kind == ChunkKind::ibid &&
                                                           at(place->first - 1).kind == ChunkKind::in)
        sum += 2;
    return sum;
}

double Weigher::led_in(double sum, Chunk const& first) const {
    if (has(Role::head)) sum += 5.5;
    sum -= behind_comma() * 2;
    if (places_by_itself(first)) sum += follows_ibid() ? -3 : 1.5;
    return sum;
}

double Weigher::lone_element(double sum, std::uint32_t index) const {
    auto const& element = at(index);
    if (places_by_itself(element)) return led_in(sum, element) - 2;
    if (goes_on_with_row()) return 1;
    return element.kind == ChunkKind::archive ? 0.1 : -1;
}

double Weigher::reference(double sum, Part const& part) const {
    auto const& first = at(part.first);
    sum = led_in(sum, first);
    int const levels = count(Role::location, locates);
    int const archives = count_kind(Role::location, ChunkKind::archive);
    int const reads = count_readable(part);
    // "Ibid., F201-00-00/0004": another file of the keeper named before.
    bool const coded = first.kind == ChunkKind::ibid && reads > 0;
    if (archives == 0 && levels == 0 && reads < 2 && !coded && !has(Role::date)) sum -= 4;
    if (archives == 0 && levels <= 1 && first.kind == ChunkKind::level) sum -= 3;
    if (first.kind == ChunkKind::ibid && levels == count(Role::location, is_leaf) && !coded) sum -= 4;
    if (begins_with_dated_words(part)) sum -= 1;
    if (first.kind == ChunkKind::quote) sum -= 2;
    if (is_volume_and_page(part)) sum -= 4;
    if (leads_with_colon(part.first)) sum -= 4;
    if (first.kind == ChunkKind::number || first.kind == ChunkKind::date) sum -= 3;
    if (first.kind == ChunkKind::text && first.is(Trait::name) && !first.is(Trait::capitals) && reads == 0 &&
        archives == 0)
        sum -= 0.5;
    return sum;
}

int Weigher::count_readable(Part const& part) const {
    int codes = 0;
    bool const same_keeper = at(part.first).kind == ChunkKind::ibid;
    for (auto i = part.first; i < part.last; ++i)
        codes += is_code_of_keeper(i) || (same_keeper && is_holding_and_piece(at(i))) ? 2 : 0;
    return codes + count_trait(Role::location, Trait::repository) +
           count_trait(Role::location, Trait::collection) + count_trait(Role::location, Trait::bound) * 2 +
           count_trait(Role::location, Trait::reference) +
           count(Role::location, [](Chunk const& chunk) { return chunk.coded; });
}

}  // namespace fonds
