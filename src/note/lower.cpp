// Lowers a candidate part by part; what its family says decides kind and type.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/lowering.hpp"
#include "note/names.hpp"

namespace fonds {
namespace {

using std::string_view;

struct Lowerer {
    Lowering low;
    Candidate const& candidate;
    bool blog_ = false;

    [[nodiscard]] Chunk const& at(std::uint32_t index) const { return low.chunks.list[index]; }
    [[nodiscard]] Item& item() { return low.citation.item; }
    [[nodiscard]] Item const& item() const { return low.citation.item; }
    [[nodiscard]] Span span_of(Part const& part) const {
        return {at(part.first).span.begin, at(part.last - 1).span.end};
    }
    [[nodiscard]] string_view text(Span span) const { return low.text(span); }

    void names(Variable variable, std::uint32_t first_token, std::uint32_t last_token, string_view field = {}) {
        auto found = read_names(low.chunks, first_token, last_token);
        if (found.empty()) return;
        auto& entry = item().names.set(variable, std::move(found));
        (void)entry;
        low.field(std::string(field.empty() ? to_string(variable) : field),
                  trimmed(low.chunks.text, {low.chunks.tokens[first_token].span.begin,
                                            low.chunks.tokens[last_token - 1].span.end}));
    }
    void names(Variable variable, Part const& part) { names(variable, at(part.first).first, at(part.last - 1).last); }

    void set_date(Variable variable, Chunk const& chunk) {
        if (chunk.date < 0) return;
        auto const& date = low.chunks.dates[static_cast<std::size_t>(chunk.date)];
        if (date.start.year == 0) return;
        auto& kept = item().dates.set(variable, date);
        if (kept.raw == to_edtf(kept)) kept.raw.clear();  // written as it is understood
        auto span = chunk.span;
        if (chunk.kind != ChunkKind::date) {
            auto const found = low.chunks.text.find(date.raw, chunk.span.begin);
            if (found != string_view::npos) span = {found, found + date.raw.size()};
        }
        low.field(std::string(to_string(variable)), span);
    }

    /// A title: a quotation as a whole loses its marks; what else stands in it is kept.
    void title(Variable variable, Part const& part) {
        auto const& first = at(part.first);
        if (part.last - part.first == 1 && first.kind == ChunkKind::quote) return low.set(variable, first.inner);
        auto span = trimmed(low.chunks.text, span_of(part));
        low.set(variable, span);
        if (candidate.family == Family::web)
            for (auto i = part.first; i < part.last; ++i)
                if (at(i).kind == ChunkKind::date) set_date(Variable::issued, at(i));
    }

    void run() {
        low.citation.span = {at(candidate.first).span.begin, at(candidate.last - 1).span.end};
        low.citation.family = to_string(candidate.family);
        for (auto const& part : candidate.parts) lower_part(part);
        finish();
    }

    void lower_part(Part const& part) {
        switch (part.role) {
            case Role::author: return author(part);
            case Role::editor: return at(part.first).kind == ChunkKind::role ? void() : names(Variable::editor, part);
            case Role::translator: return names(Variable::translator, at(part.first).kind == ChunkKind::role ? Part{part.role, part.first + 1, part.last} : part);
            case Role::interviewer: return names(Variable::interviewer, part);
            case Role::note: if (at(part.first).kind == ChunkKind::aside) return unpublished(at(part.first)); return names(Variable::container_author, part);
            case Role::title: return title(Variable::title, part);
            case Role::container: return container(part);
            case Role::volume:
                // "vol. XXII, bk. 1": a part of the volume; "3 vols.": how many there are.
                if (at(part.first).label_last) return labelled(Variable::number_of_volumes, part);
                return labelled(is_part(part) ? Variable::part_number : Variable::volume, part);
            case Role::volume_title: return low.set(Variable::volume_title, trimmed(low.chunks.text, span_of(part)));
            case Role::issue: return labelled(Variable::issue, part);
            case Role::edition: return edition(part);
            case Role::series: return series(part);
            case Role::date:
                // "(1995), 1201–27": years once, then pages.
                if (item().dates.find(Variable::issued) && !at(part.first).has_day) return pages(part);
                return set_date(Variable::issued, at(part.first));
            case Role::publication: return publication(part);
            case Role::pages: return pages(part);
            case Role::number: return labelled(Variable::number, part);
            case Role::head: return head(part);
            case Role::genre: return low.set(Variable::genre, trimmed(low.chunks.text, span_of(part)));
            case Role::location: return lower_location(low, part.first, part.last);
            case Role::tail: return tail(part);
            case Role::url: return lower_url(low, at(part.first));
            case Role::accessed: return set_date(Variable::accessed, at(part.first));
            case Role::provenance: return lower_provenance(low, at(part.first));
            case Role::thesis: return thesis(at(part.first));
            case Role::aside: return aside(part);
            case Role::ibid: case Role::back: case Role::digital: case Role::place:
            case Role::publisher: return;
        }
    }

    /// "(unpublished manuscript, on file with author)".
    void unpublished(Chunk const& chunk) {
        auto const written = text(chunk.inner);
        auto const comma = written.find(',');
        low.set(Variable::genre, trimmed(low.chunks.text, {chunk.inner.begin, comma == string_view::npos ? chunk.inner.end : chunk.inner.begin + comma}));
        if (comma == string_view::npos) return;
        auto const keeper = trimmed(low.chunks.text, {chunk.inner.begin + comma, chunk.inner.end});
        item().reference.repository = text(keeper);
        low.field("archive", keeper);
    }

    /// "Department of State OIG report, “…”": the office, then the word for the form.
    void author(Part const& part) {
        auto const first = at(part.first).first;
        auto last = at(part.last - 1).last;
        if (last - first > 1 && token(last - 1).is(WordClass::genre) && token(last - 1).lower) {
            genre(last - 1, last);
            --last;
        }
        names(Variable::author, first, last);
    }

    void labelled(Variable variable, Part const& part) {
        auto const& chunk = at(part.first);
        auto const span = part.last - part.first == 1 ? chunk.inner : span_of(part);
        low.set(variable, trimmed(low.chunks.text, span));
    }

    /// What a bracket behind a container tells: where a newspaper appears, that a page is a blog's.
    void aside(Part const& part) {
        bool const periodical = candidate.family == Family::article || candidate.family == Family::web;
        if (!periodical || !candidate.find(Role::container)) return;
        auto const span = trimmed(low.chunks.text, at(part.first).inner);
        if (fold_word(text(span)) == "blog") blog_ = true;
        else if (candidate.family == Family::article && at(part.first).is(Trait::name)) low.set(Variable::publisher_place, span);
    }

    [[nodiscard]] bool is_part(Part const& part) const {
        auto const& chunk = at(part.first);
        return chunk.phrase && chunk.phrase->meanings.front() == "part" && !item().text(Variable::volume).empty();
    }

    /// "Brookings Staff Paper", "Research Memorandum RM-4012-PR", "(= Studien zur Zeitgeschichte, Bd. 67)".
    void series(Part const& part) {
        auto const& chunk = at(part.first);
        auto span = trimmed(low.chunks.text, chunk.kind == ChunkKind::aside ? chunk.inner : span_of(part));
        if (text(span).starts_with("=")) span = trimmed(low.chunks.text, {span.begin + 1, span.end});
        auto const written = text(span);
        auto const space = written.rfind(' ');
        auto last = space == string_view::npos ? string_view() : written.substr(space + 1);
        if (std::any_of(last.begin(), last.end(), is_digit)) {
            low.set(Variable::number, {span.begin + space + 1, span.end});
            auto end = span.begin + space;
            auto const comma = written.rfind(',', space);
            if (comma != string_view::npos) end = span.begin + comma;
            span = trimmed(low.chunks.text, {span.begin, end});
        }
        low.set(Variable::collection_title, span);
    }

    void edition(Part const& part) {
        low.set(Variable::edition, trimmed(low.chunks.text, span_of(part)));
    }

    void pages(Part const& part) {
        auto const& chunk = at(part.first);
        auto span = trimmed(low.chunks.text, chunk.inner);
        // "2:44": the page of a volume.
        auto const colon = text(span).find(':');
        if (colon != string_view::npos && candidate.find(Role::publication) && item().text(Variable::volume).empty()) {
            low.set(Variable::volume, {span.begin, span.begin + colon});
            span.begin += colon + 1;
        }
        if (item().text(Variable::page).empty()) return low.set(Variable::page, span);
        low.citation.locator = text(span);
        low.citation.locator_label = "page";
        low.field("locator", span);
    }

    /// A series name before its number is a collection, a journal's a container.
    void container(Part const& part) {
        auto span = trimmed(low.chunks.text, span_of(part));
        bool series = false;
        for (auto i = part.first; i < part.last; ++i) series = series || at(i).is(Trait::series);
        auto const written = text(span);
        // "US-Korea Institute at SAIS Working Paper 08-08": the number ends the name.
        auto const space = written.rfind(' ');
        if (series && space != string_view::npos && is_digit(written[space + 1])) {
            low.set(Variable::number, {span.begin + space + 1, span.end});
            span = trimmed(low.chunks.text, {span.begin, span.begin + space});
        }
        low.set(series ? Variable::collection_title : Variable::container_title, span);
    }

    /// Numbers behind a periodical's name: "33:2", "18", "119-41".
    void tail(Part const& part) {
        auto const& chunk = at(part.first);
        auto const written = text(chunk.inner);
        auto const colon = written.find_first_of(":.");
        auto const slash = written.find('/');
        bool const range = written.find('-') != string_view::npos || written.find("\u2013") != string_view::npos;
        bool const dated = item().dates.find(Variable::issued) != nullptr;
        if (chunk.kind == ChunkKind::level) return labelled(Variable::number, part);
        // A day's paper has pages, no volume: "October 24, 1962, 1, 21".
        auto const* day = item().dates.find(Variable::issued);
        if (day && day->start.day != 0 && candidate.family == Family::article && colon == string_view::npos) return pages(part);
        if (!item().text(Variable::collection_title).empty() && item().text(Variable::number).empty() &&
            !dated)
            return low.set(Variable::number, chunk.inner);
        if (colon != string_view::npos && item().text(Variable::volume).empty()) {
            low.set(Variable::volume, {chunk.inner.begin, chunk.inner.begin + colon});
            return low.set(Variable::issue, {chunk.inner.begin + colon + 1, chunk.inner.end});
        }
        bool const has_volume = !item().text(Variable::volume).empty();
        if (slash != string_view::npos && !has_volume && !range) {
            low.set(Variable::volume, {chunk.inner.begin, chunk.inner.begin + slash});
            return low.set(Variable::issue, {chunk.inner.begin + slash + 1, chunk.inner.end});
        }
        if ((dated && (range || has_volume || !item().text(Variable::issue).empty())) || range ||
            (dated && !has_volume && item().text(Variable::page).empty() && candidate.family != Family::letter_in_volume))
            return pages(part);
        if (candidate.family == Family::letter_in_volume) {
            return chunk_is_roman(chunk) ? low.set(Variable::volume, chunk.inner) : pages(part);
        }
        if (!has_volume) return low.set(Variable::volume, chunk.inner);
        if (item().text(Variable::issue).empty()) return low.set(Variable::issue, chunk.inner);
        pages(part);
    }
    [[nodiscard]] bool chunk_is_roman(Chunk const& chunk) const { return low.chunks.tokens[chunk.first].roman; }

    /// "Lanham: Lexington Books, 2013", "Cambridge, 2010", "Wien/Leipzig 1934", "1969".
    void publication(Part const& part) {
        auto const& chunk = at(part.first);
        if (chunk.kind == ChunkKind::thesis) return thesis(chunk);
        bool const bracket = chunk.kind == ChunkKind::publication;
        auto span = bracket ? chunk.inner : span_of(part);
        Chunk const* dated = nullptr;
        for (auto i = part.first; i < part.last; ++i)
            if (at(i).date >= 0) dated = &at(i);
        if (dated) {
            set_date(Variable::issued, *dated);
            auto const& raw = low.chunks.dates[static_cast<std::size_t>(dated->date)].raw;
            auto const begin = low.chunks.text.rfind(raw, span.end);
            if (begin != string_view::npos && begin >= span.begin) span.end = begin;
        }
        if (chunk.is(Trait::verb) && bracket) return;  // a decree's description, only its date tells
        span = trimmed(low.chunks.text, span);
        if (span.begin >= span.end) return;
        place_and_publisher(span);
    }

    void place_and_publisher(Span span) {
        auto const written = text(span);
        auto const colon = written.find(':');
        if (colon != string_view::npos) {
            low.set(Variable::publisher_place, trimmed(low.chunks.text, {span.begin, span.begin + colon}));
            return low.set(Variable::publisher, trimmed(low.chunks.text, {span.begin + colon + 1, span.end}));
        }
        // "Paris, Gallimard": place and house; "New Brunswick, NJ": one place.
        auto const comma = written.rfind(',');
        if (comma != string_view::npos && written.size() - comma > 4) {
            low.set(Variable::publisher_place, trimmed(low.chunks.text, {span.begin, span.begin + comma}));
            return low.set(Variable::publisher, trimmed(low.chunks.text, {span.begin + comma + 1, span.end}));
        }
        if (is_publisher(span)) return low.set(Variable::publisher, span);
        low.set(Variable::publisher_place, span);
    }
    [[nodiscard]] bool is_publisher(Span span) const {
        for (auto const& token : low.chunks.tokens)
            if (token.span.begin >= span.begin && token.span.end <= span.end && token.is(WordClass::publisher) &&
                !token.is(WordClass::place))
                return true;
        return false;
    }

    void thesis(Chunk const& chunk) {
        set_thesis_date(chunk);
        auto const written = text(chunk.inner);
        auto const comma = written.find(',');
        low.set(Variable::genre, trimmed(low.chunks.text, {chunk.inner.begin, comma == string_view::npos ? chunk.inner.end : chunk.inner.begin + comma}));
        if (comma == string_view::npos) return;
        auto const last = written.rfind(',');
        if (last > comma)
            low.set(Variable::publisher, trimmed(low.chunks.text, {chunk.inner.begin + comma + 1, chunk.inner.begin + last}));
    }
    void set_thesis_date(Chunk const& chunk) {
        auto const written = text(chunk.inner);
        for (std::size_t i = written.size(); i >= 4; --i) {
            auto const year = written.substr(i - 4, 4);
            if (!is_all_digits(year)) continue;
            Date date;
            date.start.year = (year[0] - '0') * 1000 + (year[1] - '0') * 100 + (year[2] - '0') * 10 + (year[3] - '0');
            date.raw = year;
            item().dates.set(Variable::issued, date);
            return low.field("issued", {chunk.inner.begin + i - 4, chunk.inner.begin + i});
        }
    }

    // Heads of letters and described documents.

    void head(Part const& part) {
        auto first = at(part.first).first;
        auto last = at(part.last - 1).last;
        if (at(part.last - 1).kind == ChunkKind::aside && part.last - part.first > 1) last = at(part.last - 2).last;
        std::uint32_t to = no_token;
        for (auto i = part.first; i < part.last; ++i)
            if (at(i).to != no_token && to == no_token) to = at(i).to;
        for (auto i = part.first; i < part.last; ++i)
            if (at(i).kind == ChunkKind::date && candidate.family != Family::record) inner_date(at(i));
        if (enclosed(part, first, last)) return;
        bool const letter = to != no_token && (candidate.family == Family::letter || candidate.family == Family::location || candidate.family == Family::letter_in_volume ||
                                               candidate.family == Family::short_form);
        if (letter && letter_head(first, to, last)) return;
        if (candidate.family == Family::described_document && interview(first, last)) return;
        described(part, first, last);
    }

    /// "Handschreiben v. 24. 11. 1917 die Errichtung …": the document's date inside its description.
    void inner_date(Chunk const& chunk) {
        if (!item().dates.find(Variable::issued)) set_date(Variable::issued, chunk);
    }

    [[nodiscard]] Token const& token(std::uint32_t i) const { return low.chunks.tokens[i]; }
    [[nodiscard]] string_view word(std::uint32_t i) const { return text(token(i).span); }

    /// "X to Y", "X telegram to Y", "Letter from X to Y": who wrote to whom, and the word for the form.
    bool letter_head(std::uint32_t first, std::uint32_t to, std::uint32_t last) {
        auto author_first = first, author_last = to;
        while (author_last > author_first && (token(author_last - 1).is_mark(',') || token(author_last - 1).is_mark('.'))) {
            if (token(author_last - 1).is_mark('.') && author_last - author_first > 1 && count_code_points(word(author_last - 2)) <= 3) break;
            --author_last;
        }
        // "Letter from X to Y".
        for (auto i = first; i + 1 < author_last && i < first + 5; ++i)
            if (token(i).kind == TokenKind::word && (word(i) == "from" || word(i) == "of" || word(i) == "by") && i > first &&
                has_genre(first, i)) {
                if (i - first > 4) return false;
                genre(first, i);
                author_first = i + 1;
                break;
            }
        // "Report on … to the Central Committee": a description, no writer.
        if (author_first == first && token(first).is(WordClass::genre) && author_last - author_first > 1) {
            // "Telegram Smith to Jones".
            if (!token(first + 1).upper || token(first + 1).is(WordClass::genre)) return false;
            genre(first, first + 1);
            ++author_first;
        }
        // "William Bullitt telegram to …".
        if (author_last > author_first + 1 && token(author_last - 1).is(WordClass::genre) && token(author_last - 1).lower) {
            genre(author_last - 1, author_last);
            --author_last;
            if (token(author_last - 1).kind == TokenKind::word && word(author_last - 1).ends_with("'s")) return false;
        }
        // A place of writing stands behind a comma: "James Hook, Sierra Leone, to Lord Palmerston".
        for (auto i = author_first; i < author_last; ++i)
            if (token(i).is_mark(',') && !token(author_first).is_mark('[') && token(author_first).kind == TokenKind::word &&
                reads_as_names(low.chunks, author_first, i)) {
                author_last = i;
                break;
            }
        if (author_last > author_first) names(Variable::author, author_first, author_last);
        recipient(to + 1, last);
        return true;
    }

    void recipient(std::uint32_t first, std::uint32_t last) {
        for (auto i = first; i < last; ++i) {
            // "(Dem., Mo.)", ", conveying a message": remarks on the letter.
            bool const remark = token(i).kind == TokenKind::open || token(i).is_mark(',');
            if (remark && i > first) {
                last = i;
                break;
            }
        }
        if (last > first) names(Variable::recipient, first, last);
    }

    [[nodiscard]] bool has_genre(std::uint32_t first, std::uint32_t last) const {
        for (auto i = first; i < last; ++i)
            if (token(i).is(WordClass::genre)) return true;
        return false;
    }
    void genre(std::uint32_t first, std::uint32_t last) {
        low.set(Variable::genre, trimmed(low.chunks.text, {token(first).span.begin, token(last - 1).span.end}));
    }

    /// "Charles Stuart Kennedy interview with Francis McNamara", "Interview with X".
    bool interview(std::uint32_t first, std::uint32_t last) {
        for (auto i = first; i + 2 < last; ++i) {
            if (fold_word(word(i)) != "interview") continue;
            if (word(i + 1) == "by" && i > first) return interviewed(first, i, last);
            if (word(i + 1) != "with") continue;
            item().type = ItemType::interview;
            low.set(Variable::genre, token(i).span);
            if (i > first) names(Variable::interviewer, first, word(i - 1).ends_with("'s") ? i - 1 : i);
            auto end = last;
            for (auto by = i + 3; by + 1 < last; ++by)
                if (word(by) == "by" || word(by) == "conducted") {
                    end = by;
                    if (word(by) == "conducted") ++by;
                    interviewer(by + 1, last);
                    break;
                }
            for (auto comma = i + 3; comma < end; ++comma)
                if (token(comma).is_mark(',')) end = comma;
            names(Variable::author, i + 2, end);
            return true;
        }
        return false;
    }

    /// "Anne Braden, interview by author, Louisville".
    bool interviewed(std::uint32_t first, std::uint32_t at_word, std::uint32_t last) {
        item().type = ItemType::interview;
        low.set(Variable::genre, token(at_word).span);
        auto end = at_word;
        while (end > first && (token(end - 1).is_mark(',') || token(end - 1).lower)) --end;
        if (end > first) names(Variable::author, first, end);
        interviewer(at_word + 2, last);
        return true;
    }
    void interviewer(std::uint32_t first, std::uint32_t last) {
        for (auto i = first; i < last; ++i)
            if (token(i).is_mark(',')) last = i;
        if (last <= first || word(last - 1) == "author" || word(first) == "the") return;
        names(Variable::interviewer, first, last);
    }

    void described(Part const& part, std::uint32_t first, std::uint32_t last) {
        auto span = trimmed(low.chunks.text, {token(first).span.begin, token(last - 1).span.end});
        if (candidate.family == Family::record) return record_head(part, first, last);
        // "report of 22 October": the word for the form alone.
        auto end = last;
        while (end > first + 1 && (word(end - 1) == "of" || word(end - 1) == "dated" || word(end - 1) == "v" || word(end - 1) == "vom" ||
                                   token(end - 1).is_mark('.') || token(end - 1).is_mark(',') || word(end - 1) == "für" || word(end - 1) == "for"))
            --end;
        // "Hungarian Embassy in the DPRK, report": an office and its paper.
        for (auto i = end; i > first; --i)
            if (token(i - 1).is_mark(',') && end - i <= 3 && has_genre(i, end)) {
                genre(i, end);
                number_in_genre(i, end);
                names(Variable::author, first, i - 1);
                return;
            }
        // "…, Moskva": the place of writing.
        if (part.last - part.first >= 3 && at(part.last - 1).is(Trait::place) && at(part.last - 2).kind == ChunkKind::comma) {
            end = at(part.last - 2).first;
            last = end;
        }
        // "CM (56) 74th Conclusions": a paper known by its number.
        if (is_number_of_paper(first, end))
            return low.set(Variable::number, trimmed(low.chunks.text, {token(first).span.begin, token(end - 1).span.end}));
        if (press_release(part, first)) return;
        std::uint32_t lower_words = 0, words = 0;
        for (auto i = first; i < end; ++i)
            if (token(i).kind == TokenKind::word) {
                ++words;
                lower_words += token(i).lower && !token(i).is(WordClass::genre) ? 1U : 0U;
            }
        // "letter from Burgess".
        for (auto i = first; i < end && i < first + 4; ++i)
            if ((word(i) == "from" || word(i) == "by" || word(i) == "von") && i > first && has_genre(first, i) &&
                reads_as_names(low.chunks, i + 1, end)) {
                genre(first, i);
                return names(Variable::author, i + 1, end);
            }
        if (words <= 3 && has_genre(first, end) && lower_words <= 1 && token(end - 1).is(WordClass::genre)) {
            auto begin = first;
            if (words > 1 && (word(first) == "unsigned" || word(first) == "undated" || word(first) == "his" || word(first) == "the"))
                begin = first + 1;
            return genre(begin, end);
        }
        if (words == 1 && token(first).is(WordClass::genre)) return genre(first, end);
        if (candidate.family == Family::described_document && reads_as_names(low.chunks, first, end) && words <= 4 && words >= 2 &&
            !has_genre(first, end) && item().names.find(Variable::author) == nullptr)
            return names(Variable::author, first, end);
        // "Charlotte Pilkington, Rio de Janeiro": a writer and the place of writing.
        for (auto i = first; i < end; ++i)
            if (token(i).is_mark(',') && reads_as_names(low.chunks, first, i) && i - first >= 2 && !has_genre(first, end) &&
                reads_as_names(low.chunks, i + 1, end))
                return names(Variable::author, first, i);
        if (item().text(Variable::title).empty()) low.set(Variable::title, {span.begin, trimmed(low.chunks.text, {token(first).span.begin, token(end - 1).span.end}).end});
    }

    [[nodiscard]] bool is_number_of_paper(std::uint32_t first, std::uint32_t end) const {
        bool digits = false;
        std::uint32_t words = 0;
        for (auto i = first; i < end; ++i) {
            if (token(i).kind != TokenKind::word) continue;
            ++words;
            digits = digits || token(i).digits;
            if (token(i).lower && !token(i).digits) return false;
        }
        return digits && words >= 2 && words <= 6 && token(first).all_upper;
    }

    /// "Department of State Press Release No. 78": the office, the form and its number.
    bool press_release(Part const& part, std::uint32_t first) {
        auto const& last = at(part.last - 1);
        (void)last;
        auto const phrase = fold_word(text(span_of(part)));
        auto const found = phrase.find("press release");
        if (found == std::string::npos) return false;
        for (auto i = first; i < at(part.last - 1).last; ++i)
            if (fold_word(word(i)) == "press") {
                genre(i, std::min(i + 2, at(part.last - 1).last));
                if (i > first) names(Variable::author, first, i);
                return true;
            }
        return false;
    }
    void number_in_genre(std::uint32_t, std::uint32_t) {}

    /// "report of 1974 HAC meeting attached to LaFeber to Franklin": the paper, and the letter that brought it.
    bool enclosed(Part const& part, std::uint32_t first, std::uint32_t last) {
        bool any = false;
        for (auto i = part.first; i < part.last; ++i) any = any || at(i).is(Trait::enclosed);
        if (!any) return false;
        for (auto i = first + 1; i + 2 < last; ++i) {
            if (!(word(i) == "attached" || word(i) == "enclosed")) continue;
            low.set(Variable::title, trimmed(low.chunks.text, {token(first).span.begin, token(i - 1).span.end}));
            auto const from = i + 2;
            for (auto j = from; j < last; ++j)
                if (word(j) == "to" && j > from) {
                    names(Variable::author, from, j);
                    recipient(j + 1, last);
                    return true;
                }
            return true;
        }
        return false;
    }

    /// The Russian record "description, date // reference": a quoted title, or the whole description; the first
    /// words tell the form; places of writing behind a stop are not labelled.
    void record_head(Part const& part, std::uint32_t first, std::uint32_t last) {
        for (auto i = part.first; i < part.last; ++i)
            if (at(i).kind == ChunkKind::quote && i > part.first && i + 3 >= part.last) {
                low.set(Variable::title, at(i).inner);
                return genre(first, at(i).first);
            }
        if (!item().dates.find(Variable::issued))
            for (auto i = part.first; i < part.last; ++i)
                if (at(i).kind == ChunkKind::date) {
                    set_date(Variable::issued, at(i));
                    last = at(i).first;
                    break;
                }
        auto end = last;
        for (auto i = part.first; i < part.last; ++i)
            if (at(i).kind == ChunkKind::stop && at(i).first > first) {
                end = at(i).first;
                break;
            }
        while (end > first && token(end - 1).is_mark(',')) --end;
        if (word(first) == "From" && end > first + 2) ++first;
        auto form = first;
        while (form < end && form < first + 4 && token(form).kind == TokenKind::word && word(form) != "from" && word(form) != "of" &&
               word(form) != "to" && word(form) != "от")
            ++form;
        bool const formed = form > first && form < end && has_genre(first, form) && form - first <= 3 && token(form - 1).is(WordClass::genre);
        if (formed && (word(form) == "from" || word(form) == "от") && reads_as_names(low.chunks, form + 1, end)) {
            genre(first, form);
            return names(Variable::author, form + 1, end);
        }
        if (formed && word(form) == "from") genre(first, form);
        else
            for (auto i = first; i < end && i < first + 5; ++i)
                if (i > first && token(i).is(WordClass::genre) && token(i).lower && word(i - 1).ends_with("s") && (word(i) == "letter" || word(i) == "telegram" || word(i) == "report" || word(i) == "note" || word(i) == "memorandum")) {
                    genre(i, i + 1);
                    break;
                }
        low.set(Variable::title, trimmed(low.chunks.text, {token(first).span.begin, token(end - 1).span.end}));
    }

    // What the parts make together.

    void finish() {
        auto& citation = low.citation;
        citation.kind = CitationKind::published;
        switch (candidate.family) {
            case Family::quoted_document: case Family::described_document: case Family::letter: case Family::location:
            case Family::record:
                citation.kind = CitationKind::archival;
                if (item().type != ItemType::interview) item().type = ItemType::manuscript;
                break;
            case Family::article: article_type(); break;
            case Family::newspaper: item().type = ItemType::article_newspaper; break;
            case Family::book:
                item().type = candidate.find(Role::thesis) || has_thesis() ? ItemType::thesis : ItemType::book;
                break;
            case Family::chapter: case Family::letter_in_volume: item().type = ItemType::chapter; break;
            case Family::web:
                citation.kind = CitationKind::web;
                item().type = blog_ ? ItemType::post_weblog : ItemType::webpage;
                web();
                break;
            case Family::short_form: case Family::back_reference: citation.kind = CitationKind::short_form; short_type(); break;
            case Family::ibid: citation.kind = CitationKind::ibid; break;
            case Family::legal: item().type = legal_type(); break;
            case Family::interview: item().type = ItemType::interview; break;
        }
        editors_of_container();
    }
    [[nodiscard]] bool has_thesis() const {
        auto const part = candidate.find(Role::publication);
        return part && at(part->first).kind == ChunkKind::thesis;
    }
    void web() {
        auto const title = item().text(Variable::title);
        auto const first = title.starts_with("the ") ? title.substr(4) : title;
        if (!first.empty() && is_lower(decode(first, 0).value)) {
            // Prose before an address is no title.
            item().texts.erase(Variable::title);
            std::erase_if(low.citation.fields, [](FieldSpan const& field) { return field.field == "title"; });
            item().texts.erase(Variable::container_title);
            std::erase_if(low.citation.fields, [](FieldSpan const& field) { return field.field == "container-title"; });
        } else if (title.starts_with("the ")) {
            auto const old = std::string(item().text(Variable::title).substr(4));
            item().texts.set(Variable::title, old);
        }
        for (auto& field : low.citation.fields)
            if (field.field == "title" && text(field.span).starts_with("the ")) field.span.begin += 4;
        if (!item().reference.digital_archive.empty() || !item().reference.document_id.empty())
            if (item().reference.collection_id.empty()) {
                low.citation.kind = CitationKind::archival;
                item().type = ItemType::manuscript;
            }
    }
    void short_type() {
        if (auto const* title = item().texts.find(Variable::title); title && !candidate.find(Role::head)) {
            auto const part = candidate.find(Role::title);
            item().type = part && at(part->first).kind == ChunkKind::quote ? ItemType::document : ItemType::book;
        }
        if (candidate.find(Role::head) && candidate.family == Family::short_form) item().type = ItemType::chapter;
    }
    [[nodiscard]] ItemType legal_type() {
        bool volume = false;
        for (auto const& part : candidate.parts)
            if (part.role == Role::title)
                for (auto i = part.first; i < part.last; ++i) volume = volume || at(i).is(Trait::docvolume);
        if (volume) {
            // A volume of documents known by its series: "FRUS, 1961–1963, 1:656".
            item().texts.set(Variable::container_title, std::string(item().text(Variable::title)));
            item().texts.erase(Variable::title);
            for (auto& field : low.citation.fields)
                if (field.field == "title") field.field = "container-title";
            return ItemType::book;
        }
        if (!item().text(Variable::number).empty()) return ItemType::report;
        return ItemType::document;
    }

    [[nodiscard]] bool container_is(Trait trait) const {
        auto const part = candidate.find(Role::container);
        if (part)
            for (auto i = part->first; i < part->last; ++i)
                if (at(i).is(trait)) return true;
        return false;
    }
    void article_type() {
        auto const* date = item().dates.find(Variable::issued);
        bool const numbered = !item().text(Variable::volume).empty() || !item().text(Variable::issue).empty();
        if (!item().text(Variable::collection_title).empty()) {
            item().type = ItemType::report;
            if (item().text(Variable::number).empty() && !item().text(Variable::issue).empty()) {
                item().texts.set(Variable::number, std::string(item().text(Variable::issue)));
                item().texts.erase(Variable::issue);
                for (auto& field : low.citation.fields)
                    if (field.field == "issue") field.field = "number";
            }
            return;
        }
        if (container_is(Trait::legal)) {
            item().type = ItemType::legislation;
            if (!item().text(Variable::issue).empty()) {
                item().texts.set(Variable::number, std::string(item().text(Variable::issue)));
                item().texts.erase(Variable::issue);
                for (auto& field : low.citation.fields)
                    if (field.field == "issue") field.field = "number";
            }
            return;
        }
        if (date && date->start.day != 0 && !item().text(Variable::volume).empty() == false) {
            item().type = container_is(Trait::magazine) ? ItemType::article_magazine : ItemType::article_newspaper;
        } else if (numbered || !date || date->start.month == 0) {
            item().type = ItemType::article_journal;
        } else {
            item().type = container_is(Trait::newspaper) ? ItemType::article_newspaper : ItemType::article_magazine;
        }
        if (!item().text(Variable::URL).empty() && item().text(Variable::page).empty() && !numbered) {
            low.citation.kind = CitationKind::web;
            item().type = ItemType::webpage;
        }
        if (blog_) item().type = ItemType::post_weblog;
    }
    /// In a chapter the names behind "in" edit the volume; an author of the whole is its container-author.
    void editors_of_container() {}
};

}  // namespace

void Lowering::set(Variable variable, Span span) const {
    if (span.begin >= span.end) return;
    citation.item.texts.set(variable, std::string(text(span)));
    field(std::string(to_string(variable)), span);
}

Span trimmed(string_view text, Span span) {
    auto const is_end = [](char c) { return c == ',' || c == ';' || c == ':' || is_ascii_space(c); };
    while (span.begin < span.end && (is_end(text[span.begin]) || text[span.begin] == '.')) ++span.begin;
    while (span.begin < span.end && is_end(text[span.end - 1])) --span.end;
    // The stop of an initial or abbreviation stays; that of a sentence goes.
    if (span.end - span.begin > 4 && text[span.end - 1] == '.') {
        auto const word = text.substr(span.begin, span.end - span.begin - 1);
        auto const space = word.find_last_of(" .");
        if (word.size() - (space == string_view::npos ? 0 : space + 1) > 3) --span.end;
    }
    return span;
}

Citation lower(Candidate const& candidate, Chunks const& chunks, Lexicon const& lexicon) {
    Citation citation;
    Lowerer{{chunks, lexicon, citation}, candidate}.run();
    return citation;
}

}  // namespace fonds
