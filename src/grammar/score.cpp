// Weighs a candidate: evidence that its chunks are what its family says, less what stays odd.

#include <algorithm>

#include "base/text.hpp"
#include "grammar/candidate.hpp"

namespace fonds {
namespace {

struct Weigher {
    Chunks const& chunks;
    Candidate const& candidate;

    [[nodiscard]] Chunk const& at(std::uint32_t index) const { return chunks.list[index]; }
    [[nodiscard]] bool has(Role role) const { return candidate.find(role) != nullptr; }

    template <class Test>
    [[nodiscard]] int count(Role role, Test const& test) const {
        int found = 0;
        for (auto const& part : candidate.parts)
            if (part.role == role)
                for (auto i = part.first; i < part.last; ++i) found += test(at(i)) ? 1 : 0;
        return found;
    }
    [[nodiscard]] int count_kind(Role role, ChunkKind kind) const {
        return count(role, [kind](Chunk const& chunk) { return chunk.kind == kind; });
    }
    [[nodiscard]] int count_trait(Role role, Trait trait) const {
        return count(role, [trait](Chunk const& chunk) { return chunk.is(trait); });
    }
    [[nodiscard]] std::uint32_t words(Role role) const {
        std::uint32_t found = 0;
        for (auto const& part : candidate.parts)
            if (part.role == role) found += at(part.last - 1).last - at(part.first).first;
        return found;
    }
    [[nodiscard]] static bool locates(Chunk const& chunk) {
        if (chunk.kind != ChunkKind::level || !chunk.phrase || chunk.phrase->meanings.empty()) return false;
        auto const& meaning = chunk.phrase->meanings[0];
        return meaning != "page" && meaning != "note" && meaning != "issue" && meaning != "telegram" &&
               meaning != "document" && meaning != "volume" && meaning != "part" && meaning != "chapter" &&
               meaning != "paragraph" && meaning != "column";
    }

    [[nodiscard]] static bool is_leaf(Chunk const& chunk) {
        return locates(chunk) &&
               (chunk.means("list") || chunk.means("leaf") || chunk.means("folio") || chunk.means("khuu"));
    }

    /// Six words and more, most of them small: prose before a reference, not a part of it.
    [[nodiscard]] bool is_sentence(Chunk const& chunk) const {
        std::uint32_t small = 0;
        for (auto i = chunk.first; i < chunk.last; ++i) small += chunks.tokens[i].lower ? 1U : 0U;
        return chunk.last - chunk.first >= 6 && small * 2 > chunk.last - chunk.first;
    }

    /// "1-13-98", "129/250/289", "JC1-2418": fonds, catalogue and file in one number.
    [[nodiscard]] static bool is_file_number(Chunk const& chunk) {
        return chunk.coded ||
               (chunk.kind == ChunkKind::text && chunk.is(Trait::reference) &&
                chunk.last - chunk.first == 1 && !chunk.is(Trait::department) && !chunk.is(Trait::shelfmark));
    }

    /// "FO 371/84059": a place to look by itself.
    [[nodiscard]] bool is_class_and_piece(Chunk const& chunk) const {
        return chunk.is(Trait::reference) &&
               (chunk.is(Trait::department) || (chunk.is(Trait::shelfmark) && chunk.last - chunk.first == 2));
    }

    /// "AD Nord, 1 M 234", "StAM, 156e Nr. 1294": behind a keeper's name words that are numbers or capitals,
    /// a code.
    [[nodiscard]] bool is_code_of_keeper(std::uint32_t index) const {
        constexpr std::uint32_t longest = 5;
        if (index < candidate.first + 2 || at(index - 1).kind != ChunkKind::comma) return false;
        auto const& keeper = at(index - 2);
        auto const& code = at(index);
        // "Gansu, 91-18-114"
        if (is_file_number(code) && keeper.kind == ChunkKind::text && keeper.is(Trait::upper) &&
            !keeper.is(Trait::digits) && keeper.last - keeper.first <= 2)
            return true;
        if (slice(chunks.text, keeper.span).find('/') != std::string_view::npos)
            return false;  // "T/S" is a marking
        // "TVP, 85/14"; "NYT, 15–16" has pages.
        bool const parted = code.kind == ChunkKind::number &&
                            slice(chunks.text, code.span).find('/') != std::string_view::npos;
        if (code.kind != ChunkKind::text && !parted) return false;
        if (keeper.kind != ChunkKind::text || keeper.is(Trait::digits) ||
            !(keeper.is(Trait::repository) || keeper.is(Trait::capitals)) || !code.is(Trait::digits) ||
            keeper.is(Trait::reference) || code.last - code.first > longest)
            return false;
        return std::all_of(
            chunks.tokens.begin() + code.first, chunks.tokens.begin() + code.last, [](Token const& token) {
                bool const letter = token.upper && token.span.size() == 1;
                return token.kind != TokenKind::word || token.digits || token.all_upper || letter;
            });
    }

    /// "H.O., 40/56": the series and piece of a department, parted from its letters by a comma.
    [[nodiscard]] bool is_piece(std::uint32_t index) const {
        if (index < candidate.first + 2 || at(index).kind != ChunkKind::number ||
            at(index - 2).kind != ChunkKind::text)
            return false;
        auto const& department = chunks.tokens[at(index - 2).first];
        return department.is(WordClass::department) && department.span.size() > 1 &&
               slice(chunks.text, at(index).span).find('/') != std::string_view::npos;
    }

    /// "GARF 8131/37/4554; 9401/1a/191; and 9401/1/743": another file of the same archive.
    [[nodiscard]] bool goes_on_with_row() const {
        auto const is_row = [](Chunk const& chunk) {
            return chunk.coded || (chunk.kind == ChunkKind::text && chunk.is(Trait::shelfmark) &&
                                   chunk.last - chunk.first == 1);
        };
        if (!is_row(at(candidate.first))) return false;
        auto before = candidate.first;
        while (before > 0 &&
               (at(before - 1).kind == ChunkKind::semicolon || at(before - 1).kind == ChunkKind::comma ||
                at(before - 1).kind == ChunkKind::conjunction))
            --before;
        return before > 0 && before < candidate.first && is_row(at(before - 1));
    }

    /// "In Kyiv: TsDAHO, f. 1 …", "His own minute survives: AQSH, F. 14 …": words before a colon and an
    /// archive.
    [[nodiscard]] bool leads_with_colon(std::uint32_t first) const {
        if (first + 2 >= candidate.last || at(first).kind != ChunkKind::text ||
            at(first + 1).kind != ChunkKind::colon)
            return false;
        auto const& named = at(first + 2);
        bool const keeper = named.kind == ChunkKind::archive ||
                            (named.kind == ChunkKind::text && named.is(Trait::repository));
        return keeper && !at(first).is(Trait::repository) && !at(first).is(Trait::collection) &&
               !at(first).is(Trait::capitals);
    }

    /// "APC, XIII, pp. 360, 382–3": the volume of a printed edition, whoever else is known by its letters.
    [[nodiscard]] bool is_volume_and_page(Part const& part) const {
        return part.last - part.first == 5 && at(part.first).last - at(part.first).first == 1 &&
               at(part.first + 2).kind == ChunkKind::number && at(part.first + 2).roman &&
               at(part.first + 4).kind == ChunkKind::level && at(part.first + 4).means("page");
    }

    /// What the reference itself is worth; below 2 it is no reference.
    [[nodiscard]] double location() const {
        double sum = 0;
        int archives = 0, texts = 0;
        for (auto const& part : candidate.parts) {
            if (part.role != Role::location) continue;
            for (auto i = part.first; i < part.last; ++i) {
                auto const& chunk = at(i);
                if (chunk.kind == ChunkKind::archive) sum += archives++ == 0 ? 4.5 : 1.5;
                if (chunk.kind == ChunkKind::ibid) sum += 3;
                if (chunk.kind == ChunkKind::level) sum += locates(chunk) ? 2.2 : 0.6;
                if (chunk.kind == ChunkKind::quote) sum += 0.3;
                if (chunk.kind == ChunkKind::number || chunk.kind == ChunkKind::date)
                    sum += is_file_number(chunk) || is_piece(i) || is_code_of_keeper(i) ? 2 : 0.3;
                if (chunk.kind != ChunkKind::text) continue;
                if (chunk.is(Trait::letter)) return -6;
                if (chunk.is(Trait::verb)) sum -= 2;
                if (chunk.is(Trait::web)) sum -= 4;
                // "FRUS, 1961–1963, vol. 14": a printed volume is no keeper.
                if (i == part.first && chunk.is(Trait::docvolume) && !chunk.is(Trait::repository) &&
                    !chunk.is(Trait::reference) && !chunk.is(Trait::digits))
                    sum -= 4;
                if (chunk.is(Trait::newspaper) && !chunk.is(Trait::collection)) sum -= 2;
                if (chunk.is(Trait::repository)) sum += 2.5;
                else if (chunk.is(Trait::collection)) sum += 2.2;
                else if (chunk.is(Trait::digital)) sum += 3;
                else if (chunk.is(Trait::reference)) sum += is_class_and_piece(chunk) ? 4 : 2;
                else if (is_code_of_keeper(i)) sum += 2;
                else if (chunk.is(Trait::institution)) sum += 0.6;
                else if (i == part.first && is_sentence(chunk)) sum -= 1.5;
                else sum += texts++ < 3 ? 0.3 : -0.4;
            }
        }
        return sum;
    }
    [[nodiscard]] double provenance() const {
        return (has(Role::provenance) ? 2.5 : 0) + (has(Role::url) ? 2 : 0) + (has(Role::accessed) ? 1 : 0);
    }
    [[nodiscard]] double date() const {
        auto const part = candidate.find(Role::date);
        if (!part) return 0;
        return at(part->first).has_year ? (at(part->first).has_day ? 2 : 1.6) : 0.8;
    }

    /// "Despatch 911": a paper known by its form and number.
    [[nodiscard]] bool is_numbered() const {
        auto const part = candidate.find(Role::number);
        return part && at(part->first).means("telegram");
    }

    /// A full stop or semicolon between the document and its reference parts them a little.
    [[nodiscard]] double parted() const {
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

    /// "to Webb, January 10": goes on with the letter before; "Memo, Handy, ACofS OPD, for CofS" has its
    /// writer.
    [[nodiscard]] bool begins_with_addressee() const {
        auto const head = candidate.find(Role::head);
        return !head || count_trait(Role::head, Trait::to_head) == 0 || at(head->first).is(Trait::to_head);
    }

    /// "Welch diary, Jan. 2, 1918, WP": the reference is a keeper's letters alone.
    [[nodiscard]] bool short_keeper() const {
        auto const part = candidate.find(Role::location);
        return part && part->last - part->first == 1 && at(part->first).kind == ChunkKind::text &&
               at(part->first).is(Trait::capitals) && !at(part->first).is(Trait::digits);
    }

    [[nodiscard]] double archival() const {
        double const place = location();
        double sum = place + provenance() + date() - parted();
        bool const located = place >= 2;
        switch (candidate.family) {
            case Family::letter:
                sum += 4 - count_trait(Role::head, Trait::verb) * 3.0 + (has(Role::genre) ? 0.2 : 0);
                if (count_trait(Role::head, Trait::letter) == 0 && begins_with_addressee())
                    sum -= has(Role::location) && located ? 1.5 : 5;
                if (!located && has(Role::location)) sum -= place > 0.9 ? 1 : 0;
                break;
            case Family::described_document:
            case Family::record: {
                sum += count_trait(Role::head, Trait::genre) > 0 ? 1.5 : 0;
                sum += count_trait(Role::head, Trait::genre_head) > 0 ? 1.5 : 0;
                sum += count_trait(Role::head, Trait::interview) > 0 ? 1 : 0;
                // "…, to Dr. Emme, NASA Historian, November 18, 1969": a letter, its day not its keeper's.
                if (count_trait(Role::head, Trait::to_head) > 0 && !has(Role::date)) sum -= 3;
                sum -= count_trait(Role::head, Trait::verb) * 2.0;
                sum -=
                    count_kind(Role::head, ChunkKind::stop) * (candidate.family == Family::record ? 0.0 : 2);
                if (!candidate.find(Role::head) && is_numbered()) sum += 3;
                else if (!candidate.find(Role::head)) {
                    // "Author, Title (on file with …)".
                    sum += 1.5 + people() + (has(Role::note) ? 3 : 0);
                    return located || has(Role::note) ? sum - 2 : -1;
                }
                bool const formed = is_numbered() || count_trait(Role::head, Trait::genre) > 0 ||
                                    count_trait(Role::head, Trait::interview) > 0;
                if (!located && !(formed && date() >= 1.6)) sum -= 6;
                if (!located && has(Role::location)) sum -= short_keeper() && formed && date() >= 2 ? 1 : 2;
                if (!formed && !has(Role::date) && candidate.family != Family::record) sum -= 0.5;
                if (candidate.find(Role::head) &&
                    at(candidate.find(Role::head)->first).is(Trait::all_small) && !formed)
                    sum -= 3;
                if (words(Role::head) > 45) sum -= 3;
                if (candidate.family == Family::record) sum += 4;
                break;
            }
            case Family::quoted_document:
                sum += 2 + (has(Role::author) ? 0.8 : 0) + (has(Role::genre) ? 0.5 : 0);
                if (!located && !has(Role::provenance)) sum -= 6;
                break;
            default: {
                auto const part = candidate.find(Role::location);
                auto const& first = at(part->first);
                int const levels = count(Role::location, locates);
                int const archives = count_kind(Role::location, ChunkKind::archive);
                int codes = 0;
                for (auto i = part->first; i < part->last; ++i) codes += is_code_of_keeper(i) ? 2 : 0;
                int const reads = codes + count_trait(Role::location, Trait::repository) +
                                  count_trait(Role::location, Trait::collection) +
                                  count_trait(Role::location, Trait::reference) +
                                  count(Role::location, [](Chunk const& chunk) { return chunk.coded; });
                if (has(Role::head)) sum += 5.5;
                sum -= behind_comma() * 2;
                if (is_class_and_piece(first)) sum += 1.5;
                if (part->last - part->first == 1 && is_class_and_piece(first)) return sum - 2;
                if (part->last - part->first == 1 && goes_on_with_row()) return 1;
                if (part->last - part->first == 1) return first.kind == ChunkKind::archive ? 0.1 : -1;
                // "Ibid., F201-00-00/0004": another file of the keeper named before.
                bool const coded = first.kind == ChunkKind::ibid && reads > 0;
                if (archives == 0 && levels == 0 && reads < 2 && !coded && !has(Role::date)) sum -= 4;
                if (archives == 0 && levels <= 1 && first.kind == ChunkKind::level) sum -= 3;
                if (first.kind == ChunkKind::ibid && levels == count(Role::location, is_leaf) && !coded)
                    sum -= 4;
                if (first.kind == ChunkKind::quote) sum -= 2;
                if (is_volume_and_page(*part)) sum -= 4;
                if (leads_with_colon(part->first)) sum -= 4;
                if (first.kind == ChunkKind::number || first.kind == ChunkKind::date) sum -= 3;
                if (first.kind == ChunkKind::text && first.is(Trait::name) && !first.is(Trait::capitals) &&
                    reads == 0 && archives == 0)
                    sum -= 0.5;
            }
        }
        return sum - 2;
    }

    [[nodiscard]] double container() const {
        if (!has(Role::container)) return 0;
        double sum = 0.6;
        if (count_trait(Role::container, Trait::journal) > 0) sum += 1;
        if (count_trait(Role::container, Trait::newspaper) > 0) sum += 1;
        if (count_trait(Role::container, Trait::magazine) > 0) sum += 1;
        if (count_trait(Role::container, Trait::series) > 0) sum += 1.2;
        if (count_trait(Role::container, Trait::docvolume) > 0) sum += 2;
        if (count_trait(Role::container, Trait::legal) > 0) sum += 1;
        sum -= count_trait(Role::container, Trait::collection) > 0 ? 0.8 : 0;
        sum -= count_trait(Role::container, Trait::digital) > 0 ? 4 : 0;
        sum -= count_kind(Role::container, ChunkKind::archive) * 3.0;
        sum -= count_trait(Role::container, Trait::letter) * 4.0;
        sum -= std::max(0, static_cast<int>(words(Role::container)) - 16) * 0.2;
        return sum;
    }
    [[nodiscard]] double publication() const {
        double sum = 0;
        for (auto const& part : candidate.parts)
            if (part.role == Role::publication) {
                auto const& chunk = at(part.first);
                if (chunk.kind == ChunkKind::publication)
                    sum += chunk.is(Trait::verb) ? 1 : chunk.is(Trait::publisher) ? 3.5 : 1.8;
                else sum += chunk.kind == ChunkKind::thesis ? 4 : 2.6;
            }
        return std::min(sum, 4.5);
    }
    /// A year alone in brackets behind a number is a journal's, not a volume's.
    [[nodiscard]] double bare_year() const {
        auto const part = candidate.find(Role::publication);
        if (!part || at(part->first).kind != ChunkKind::publication || at(part->first).is(Trait::publisher))
            return 0;
        return part->first > 0 && at(part->first - 1).kind == ChunkKind::number ? 2 : 0.5;
    }
    [[nodiscard]] double pages() const {
        double sum = 0;
        for (auto const& part : candidate.parts)
            if (part.role == Role::pages) sum += at(part.first).kind == ChunkKind::level ? 1.5 : 0.9;
        return std::min(sum, 2.0);
    }
    [[nodiscard]] double title() const {
        double sum = has(Role::title) ? 1.0 : 0;
        if (count_kind(Role::title, ChunkKind::quote) > 0 && words(Role::title) > 0) sum += 0.8;
        // One stop divides title and subtitle in many languages; more are sentences.
        if (int const stops = count_kind(Role::title, ChunkKind::stop); stops > 0)
            sum -= 0.4 + (stops - 1) * 1.0;
        sum -= count_trait(Role::title, Trait::letter) * 1.5;
        sum -= count_kind(Role::title, ChunkKind::archive) * 0.8;
        sum -= count(Role::title, [](Chunk const& c) { return locates(c); }) * 1.5;
        sum -= std::max(0, static_cast<int>(words(Role::title)) - 40) * 0.1;
        // "“like a schoolboy let out”: John Colville, The Fringes of Power": words quoted in the text, then
        // their source.
        if (auto const part = candidate.find(Role::title);
            part && part->first == candidate.first && part->last - part->first >= 3 &&
            at(part->first).kind == ChunkKind::quote && at(part->first + 1).kind == ChunkKind::colon &&
            at(part->first + 2).is(Trait::name))
            sum -= 3;
        return sum;
    }
    [[nodiscard]] double people() const {
        double sum = (has(Role::ibid)     ? 1.6
                      : has(Role::author) ? author()
                      : has(Role::listed) ? 1.9
                                          : 0) +
                     (has(Role::editor) ? 1.6 : 0) + (has(Role::translator) ? 0.5 : 0);
        return std::min(sum, 2.4);
    }

    /// Given and family name tell a writer; one word may be any noun.
    [[nodiscard]] double author() const {
        auto const part = candidate.find(Role::author);
        auto const& first = at(part->first);
        bool const one_word =
            part->last - part->first == 1 && first.last - first.first == 1 && first.kind == ChunkKind::text;
        return one_word ? 0.9 : 1.6;
    }
    /// Behind a comma or colon a work of its own begins less often than behind a semicolon, a stop or a
    /// signal.
    [[nodiscard]] double behind_comma() const {
        if (candidate.first == 0) return 0;
        auto const before = at(candidate.first - 1).kind;
        return before == ChunkKind::comma || before == ChunkKind::colon ? 0.5 : 0;
    }

    /// "X, Title …" read without X: the name before belongs to the citation.
    [[nodiscard]] double orphaned() const {
        // "Татищев С.С. Император Александр II. Его жизнь": behind initials the title begins without a mark.
        if (candidate.first >= 2 && at(candidate.first - 1).kind == ChunkKind::stop &&
            at(candidate.first - 2).inverted)
            return 2.5;
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

    /// "the Todor Zhivkov Collection": an article, then a name.
    [[nodiscard]] bool begins_with_the() const {
        auto const& first = at(candidate.find(Role::title)->first);
        return first.last - first.first >= 2 && chunks.tokens[first.first + 1].upper &&
               slice(chunks.text, chunks.tokens[first.first].span) == "the";
    }

    /// A cutting from a paper that is known for one, kept in an archive, is worth what its reference is.
    [[nodiscard]] double kept() const {
        if (!has(Role::location)) return 0;
        auto const place = location();
        if (place < 4) return -4;
        bool const paper =
            count_trait(Role::container, Trait::newspaper) + count_trait(Role::container, Trait::magazine) >
            0;
        return paper ? place + 1 : 1.5;
    }

    [[nodiscard]] double total() const {
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
                             (has(Role::tail) ? 0.5 : 0) + (has(Role::url) ? 1 : 0) - 2;
                if (!dated && !has(Role::volume) && !has(Role::issue)) sum -= 4;
                sum -= codes() * 3;
                bool const book = has(Role::publication) &&
                                  at(candidate.find(Role::publication)->first).is(Trait::publisher) &&
                                  !has(Role::issue);
                if (!has(Role::container) && (!has(Role::publication) || book)) sum -= 3;
                return sum - orphaned() - behind_comma();
            }
            case Family::newspaper: {
                bool const named = count_trait(Role::container, Trait::newspaper) > 0 ||
                                   count_trait(Role::container, Trait::magazine) > 0 ||
                                   count_trait(Role::container, Trait::journal) > 0;
                bool const abbreviated = count_trait(Role::container, Trait::capitals) > 0;
                bool const eastern =
                    count(Role::container, [](Chunk const& chunk) { return chunk.eastern; }) > 0;
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
                             (has(Role::edition) ? 0.8 : 0) - 2;
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
                if (auto const author = candidate.find(Role::author),
                    imprint = candidate.find(Role::publication);
                    author && imprint && at(author->last).kind == ChunkKind::colon &&
                    at(imprint->first).colon && !at(author->last - 1).initials)
                    sum -= 3;
                // "“Title,” Historia 5 (1992)": a number before the year is a journal's.
                if (bare_year() > 1 && count_kind(Role::title, ChunkKind::quote) > 0) sum -= 2;
                return sum - orphaned() - behind_comma();
            }
            case Family::chapter:
                return people() - behind_comma() + title() + container() * 0.5 + publication() + pages() + 1 -
                       bare_year() - count_kind(Role::container, ChunkKind::stop) * 1.0 - 2;
            case Family::letter_in_volume:
                return 3 + date() + pages() + container() + publication() + (has(Role::note) ? 1.5 : 0) +
                       (count_trait(Role::head, Trait::letter) > 0 ? 1.5 : 0) -
                       (has(Role::pages) || has(Role::number) || has(Role::volume) || has(Role::tail) ||
                                has(Role::publication) || count_trait(Role::container, Trait::docvolume) > 0
                            ? 0
                            : 4) +
                       (has(Role::editor) ? 1.5 : 0) - orphaned() - 2;
            case Family::web:
                return 3 +
                       (has(Role::title) ? 0.8 + (count_kind(Role::title, ChunkKind::quote) > 0 ? 1 : 0)
                                         : 0) +
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
                return 3.0 + pages() - orphaned() * 1.5;
            case Family::back_reference: return 4.5;
            case Family::document_volume:
                if (candidate.last - candidate.first == 1) return 0;
                return 1.5 + container() + publication() + pages() + (has(Role::volume) ? 1.2 : 0) +
                       (has(Role::number) ? 0.7 : 0) - 2;
            case Family::review:
                return people() + title() + container() + publication() + pages() +
                       (has(Role::volume) ? 1 : 0) + 3 - 2;
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

    [[nodiscard]] double sessions() const {
        for (auto i = candidate.first; i < candidate.last; ++i)
            if (at(i).is(Trait::congress)) return 2;
        return 0;
    }
    /// A law is known by the word for it, its number, or where it is printed.
    [[nodiscard]] double act() const {
        bool const law = count(Role::title, [this](Chunk const& c) { return names_law(c); }) > 0;
        bool const printed = count_trait(Role::container, Trait::legal) > 0;
        bool const numbered = count(Role::number, [](Chunk const& c) { return is_law_number(c); }) > 0;
        if (count_trait(Role::number, Trait::bill) > 0) return 5;
        if (is_case()) return 5;
        if (!law && !printed && !numbered) return -1;
        if (!printed && !numbered && !has(Role::volume)) return -1;
        return (law ? 1.5 : 0) + (printed ? 2 : 0) + (numbered ? 2.5 : 0) + publication() * 0.5 + pages() +
               date() * 0.5 + 1 - 2;
    }
    /// "United States v. Curtiss-Wright Export Corp., 299 U.S. 304 (1936)", "Bleistein v. Donaldson (1903)".
    [[nodiscard]] bool is_case() const {
        auto const title = candidate.find(Role::title);
        if (!title || !(has(Role::volume) || stands_alone()) || !has(Role::publication)) return false;
        for (auto i = at(title->first).first + 1; i + 1 < at(title->last - 1).last; ++i)
            if (auto const word = slice(chunks.text, chunks.tokens[i].span); word == "v" || word == "vs")
                return true;
        return false;
    }
    /// "(Brisbane)", "(Saint Paul, Minn.)".
    [[nodiscard]] bool names_town(Chunk const& bracket) const {
        for (auto i = bracket.first; i < bracket.last; ++i)
            if (chunks.tokens[i].is(WordClass::place) || chunks.tokens[i].is(WordClass::region)) return true;
        return false;
    }
    [[nodiscard]] bool names_law(Chunk const& chunk) const {
        for (auto i = chunk.first; i < chunk.last; ++i)
            if (chunks.tokens[i].is(WordClass::law) && chunks.tokens[i].upper) return true;
        return false;
    }
    [[nodiscard]] static bool is_law_number(Chunk const& chunk) {
        return chunk.kind == ChunkKind::level && chunk.phrase && chunk.phrase->meanings.front() == "number" &&
               chunk.phrase->words.size() >= 2;
    }
    /// Papers of the United Nations and its kin.
    [[nodiscard]] double resolution() const {
        bool const body = count_trait(Role::title, Trait::resolution) > 0;
        return body ? 4 + date() * 0.5 - 2 : -1;
    }

    [[nodiscard]] bool parts_works(std::uint32_t index) const {
        auto const kind = at(index).kind;
        bool const joins =
            (kind == ChunkKind::conjunction && index > 0 &&
             (at(index - 1).kind == ChunkKind::semicolon || at(index - 1).kind == ChunkKind::comma)) ||
            (kind == ChunkKind::comma && index + 1 < chunks.list.size() &&
             at(index + 1).kind == ChunkKind::conjunction);  // "; and", ", and"
        return kind == ChunkKind::stop || kind == ChunkKind::semicolon || kind == ChunkKind::signal ||
               kind == ChunkKind::open || kind == ChunkKind::close || joins;
    }
    /// "Vgl. insgesamt": small words behind a signal.
    [[nodiscard]] bool is_led(std::uint32_t index) const {
        return index > 0 && at(index).kind == ChunkKind::text && at(index).is(Trait::all_small) &&
               at(index - 1).kind == ChunkKind::signal;
    }
    /// "Rosenman 330 (“I’m going”).": a bracket, then the end.
    [[nodiscard]] bool remark_ends() const {
        return at(candidate.last).kind == ChunkKind::aside &&
               (candidate.last + 1 == chunks.list.size() || parts_works(candidate.last + 1));
    }
    /// "Mazower, 58.": all that stands between a stop, semicolon or signal and the next.
    [[nodiscard]] bool stands_alone() const {
        return (candidate.first == 0 || parts_works(candidate.first - 1) || is_led(candidate.first - 1)) &&
               (candidate.last == chunks.list.size() || parts_works(candidate.last) || remark_ends());
    }
    /// One of a row of works, or behind a signal: no sentence of prose.
    [[nodiscard]] bool stands_among_works() const {
        bool const led = candidate.first > 0 && at(candidate.first - 1).kind != ChunkKind::stop;
        bool const goes_on =
            candidate.last < chunks.list.size() && at(candidate.last).kind == ChunkKind::semicolon;
        return stands_alone() && (led || goes_on);
    }
    /// "Philipp Losch, Der letzte Kurfürst. Leben und Zeit": behind a full name the first sentence of a
    /// longer title.
    [[nodiscard]] bool begins_longer_title() const {
        auto const part = candidate.find(Role::author);
        if (!part || part->first != candidate.first) return false;
        auto const& first = chunks.tokens[at(part->first).first];
        bool const full =
            at(part->last - 1).last - at(part->first).first >= 2 && !first.lower && !at(part->first).several;
        return full && candidate.last + 1 < chunks.list.size() &&
               at(candidate.last).kind == ChunkKind::stop && at(candidate.last + 1).kind == ChunkKind::text;
    }
    /// "Tully 262", but also "Sputnik 12".
    [[nodiscard]] bool is_name_and_page() const {
        return candidate.last - candidate.first == 2 && candidate.parts.size() == 2 && has(Role::author) &&
               at(candidate.first + 1).kind == ChunkKind::number;
    }
    /// "Montefiore 46–9": no number of a thing.
    [[nodiscard]] bool has_range_of_pages() const {
        auto const written = slice(chunks.text, at(candidate.last - 1).span);
        return written.find('-') != std::string_view::npos ||
               written.find("\u2013") != std::string_view::npos;
    }
    /// One word, or what reads as a name too: "Krause, Marx", "Gilroy, Black Atlantic".
    [[nodiscard]] bool has_title_like_name() const {
        auto const part = candidate.find(Role::title);
        return part && part->last - part->first == 1 &&
               (at(part->first).is(Trait::name) || at(part->first).last - at(part->first).first == 1);
    }

    /// "91-18-114" is neither volume nor page.
    [[nodiscard]] int codes() const {
        int found = 0;
        for (auto i = candidate.first; i < candidate.last; ++i) found += at(i).coded ? 1 : 0;
        return found;
    }

    /// "MRK vol. 2, p. 291": capitals, a volume or number, a page.
    [[nodiscard]] bool is_abbreviated_volume() const {
        auto const part = candidate.find(Role::title);
        return part && part->first == candidate.first && part->last - part->first == 1 &&
               at(part->first).is(Trait::capitals) && (has(Role::volume) || has(Role::number)) &&
               has(Role::pages);
    }

    [[nodiscard]] double short_form() const {
        bool const quoted = count_kind(Role::title, ChunkKind::quote) > 0;
        double sum = (has(Role::author) || has(Role::editor) || has(Role::ibid) ? 1.4 : 0) +
                     (quoted             ? 1.6
                      : has(Role::title) ? 0.8
                                         : 0) +
                     pages() + (has(Role::volume) ? 0.3 : 0) - 1.6;
        bool op_cit = false;
        for (auto i = candidate.first; i < candidate.last; ++i)
            op_cit = op_cit || at(i).kind == ChunkKind::op_cit || at(i).kind == ChunkKind::ibid;
        op_cit = op_cit || has(Role::back);
        if (op_cit) sum += 3;
        sum -= codes() * 2;
        sum -= count_trait(Role::author, Trait::repository) * 2.0;  // "StadtA Kleve, B 7/12, a. a. O."
        if (has(Role::head)) {
            sum += count_trait(Role::head, Trait::letter) > 0 ? 4.5 : -2;
        } else if (!has(Role::author) && !has(Role::editor)) {
            sum += quoted ? 0 : 0.4;
            if (words(Role::title) > 12) sum -= 2;
        }
        if (words(Role::title) > 16) sum -= 1;
        if (is_abbreviated_volume()) sum += 0.6;
        if (!has(Role::title) && !op_cit && words(Role::author) > 7) sum -= 2;
        sum -= count_trait(Role::title, Trait::repository) * 1.0 +
               count_trait(Role::title, Trait::collection) * 0.6;
        sum -= count_trait(Role::title, Trait::reference) * 1.5 + count_trait(Role::author, Trait::genre) * 2;
        sum -= orphaned() + behind_comma() * 0.6;
        // "Mao’s Military Romanticism" is a title where its sentence says no more; a year behind a name tells
        // little in prose.
        bool const pointed = has(Role::pages) || has(Role::volume) || has(Role::number);
        if (has(Role::number) && !has(Role::pages)) sum += stands_alone() ? 0.7 : -1;
        if (!quoted && !op_cit && !pointed && !has(Role::head) && !has(Role::date) && !has(Role::publication))
            sum += (has_title_like_name() ? stands_among_works() : stands_alone()) && !begins_longer_title()
                       ? -0.1
                       : -2;
        // "Приложение 1. С. 8": a part of what stands before.
        if (has(Role::title) && !has(Role::author) && count_trait(Role::title, Trait::digits) > 0 &&
            words(Role::title) <= 3 && candidate.first > 0 && at(candidate.first - 1).kind == ChunkKind::stop)
            sum -= 2;
        if (is_name_and_page() && !stands_among_works() && !(stands_alone() && has_range_of_pages()))
            sum -= 1;
        // "Kriehn interview" in a row of short forms.
        if (!has(Role::author) && !has(Role::pages) && count_trait(Role::title, Trait::interview) > 0 &&
            stands_among_works())
            sum += 1;
        if (has(Role::date) || has(Role::publication))
            sum += has(Role::pages) ? 0.8 : stands_alone() ? 0.6 : -1;
        // A bare number behind a bare name is more often a page than not, but says little.
        if (!has(Role::title) && !has(Role::volume) && !op_cit && pages() < 1.5 && !has(Role::date) &&
            !has(Role::publication))
            sum -= stands_alone() ? 0.3 : 1;
        return sum;
    }
};

}  // namespace

double score(Candidate const& candidate, Chunks const& chunks) {
    double const sum = Weigher{chunks, candidate}.total();
    // Between equal readings the one that explains more of the note wins.
    return sum + 0.01 * (candidate.last - candidate.first);
}

}  // namespace fonds
