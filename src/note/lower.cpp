// Lowers a candidate part by part; each kind of part has its function here or in the files beside this one.

#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/date_reader.hpp"
#include "note/confidence.hpp"
#include "note/lowerer.hpp"

namespace fonds {

using std::string_view;

void Lowerer::set_date(Variable variable, Chunk const& chunk) {
    if (chunk.date < 0) return;
    auto const& date = low.chunks.dates[static_cast<std::size_t>(chunk.date)];
    auto span = chunk.span;
    if (chunk.kind != ChunkKind::date) {
        auto const found = text(chunk.span).find(date.raw);
        if (found != string_view::npos)
            span = {chunk.span.begin + found, chunk.span.begin + found + date.raw.size()};
    }
    set_date(variable, date, span);
    // "No later than November 23, 1963": the words before the day are the date's. "3 nivôse an II": no year
    // of ours stands in a day of another calendar.
    bool const other_calendar =
        chunk.has_day && text(span).find(std::to_string(date.start.year)) == string_view::npos;
    if (chunk.kind == ChunkKind::date && (date.circa || other_calendar)) low.settled.push_back(span);
}

void Lowerer::set_date(Variable variable, Date const& date, Span span) {
    if (date.start.year == 0) return low.settled.push_back(span);  // "August 9": told, and of no field
    auto& kept = item().dates.set(variable, date);
    if (kept.raw == to_edtf(kept)) kept.raw.clear();  // written as it is understood
    low.field(std::string(to_string(variable)), span);
}

/// The date that begins at a token, where no chunk was made of it.
void Lowerer::read_date_at(Variable variable, std::uint32_t at) {
    auto const read = read_date(low.chunks.tokens, low.chunks.text, at);
    if (read) set_date(variable, read->date, {token(at).span.begin, token(read->end - 1).span.end});
}

void Lowerer::by_rule() {
    low.citation.span = {at(candidate.first).span.begin, at(candidate.last - 1).span.end};
    low.citation.family = to_string(candidate.family);
    // The reference last: whether its document is known decides what its names mean.
    for (auto const& part : candidate.parts)
        if (part.role != Role::location) lower_part(part);
    auto const* place = candidate.find(Role::location);
    if (place) lower_location(low, candidate);
    // "WO 208/698, ‘Order of Battle’, 12 Dec. 1943 (TNA)"
    if (!place || (place->last < candidate.last && item().reference.repository.empty())) keeper_in_brackets();
    finish();
    if (is_eastern()) low.settled.push_back(low.citation.span);
    // "Paris, Plon, 1955, 320 p.": how many pages a book has is no page of it.
    for (auto i = candidate.first; i < candidate.last; ++i)
        if (at(i).means("extent")) low.settled.push_back(at(i).span);
}

void Lowerer::by_weights() {
    Confidence confidence(candidate, low.citation, weighing, low.chunks);
    low.citation.confidence = confidence.share();
    if (confidence.is_sure()) return article_without_container();
    weighing = weigh() ? Weighing::differs : Weighing::agrees;
    lone_day();
    article_without_container();
    if (weighing == Weighing::agrees) confidence.agree();
    else confidence = Confidence(candidate, low.citation, weighing, low.chunks);
    low.citation.confidence = confidence.share();
}

/// A citation in signs of Han, kana or Hangul that the grammar reads: its marks and counters tell each part,
/// and the weights know few of its words.
bool Lowerer::is_eastern() const {
    auto const& head = at(candidate.first);
    return !candidate.unread && (head.is(Trait::eastern) || token(head.first).han);
}

void Lowerer::lower_part(Part const& part) {
    switch (part.role) {
        case Role::author: return author(part);
        case Role::listed: return listed_authors(part);
        // "Calhoun to Jackson, May 29, 1830, in Calhoun, Papers": who wrote the letter wrote the volume.
        case Role::editor:
            return is_correspondent(part) ? container_author(part) : people(Variable::editor, part);
        case Role::translator: return people(Variable::translator, part);
        case Role::interviewer: return asked_by(at(part.first));
        case Role::note:
            if (at(part.first).kind == ChunkKind::aside) return unpublished(at(part.first));
            if (at(part.first).is(Trait::by_people)) return people_behind(part);
            return container_author(part);
        case Role::title: return title(Variable::title, part);
        case Role::container:
            container(part);
            // "Былое // Герцен А. И. Собр. соч.": behind its author stands the volume's title.
            if (auto const* note = candidate.find(Role::note); note && names_inverted(*note))
                low.settled.push_back(span_of(part));
            return;
        case Role::volume: return volume(part);
        case Role::volume_title: return low.set(Variable::volume_title, trimmed(span_of(part)));
        case Role::issue: return issue(part);
        case Role::edition: return edition(part);
        case Role::series: return series(part);
        case Role::series_of_edition:
            low.settled.push_back(span_of(part));
            return low.set(Variable::collection_number, trimmed(at(part.first).inner));
        case Role::date: return dated(part);
        case Role::publication: return publication(part);
        case Role::pages: return pages(part);
        case Role::number:
            // "Studi storici, vol. 12, fasc. 5"
            if (candidate.find(Role::container) && at(part.first).means("fascicle") &&
                at(part.first).means("issue"))
                return issue(part);
            return labelled(Variable::number, part);
        case Role::digital: return digital(part);
        case Role::head: return head(part);
        case Role::genre: return form_of_office(part);
        case Role::tail: return tail(part);
        case Role::url: return lower_url(low, at(part.first));
        case Role::accessed: return accessed(at(part.first));
        case Role::provenance: return lower_provenance(low, at(part.first));
        case Role::thesis: return thesis(at(part.first));
        case Role::aside: return aside(part);
        case Role::place: return low.set(Variable::publisher_place, place_of(part));
        case Role::location:
        case Role::ibid:
        case Role::back: return;
        case Role::publisher:
            return set_imprint(Variable::publisher, without_series_in_bracket(span_of(part)));
    }
}

/// "vol. XXII, bk. 1": a part of the volume; "3 vols.": how many there are; "2. köt.": the second.
void Lowerer::volume(Part const& part) {
    auto const& chunk = at(part.first);
    if (chunk.label_last && !is_ordinal(chunk)) return labelled(Variable::number_of_volumes, part);
    if (is_front_page(part)) return pages(part);
    if (chunk.kind == ChunkKind::number) {
        bool const of_project = is_bulletin_of_project();
        if (of_project) low.settled.push_back(chunk.inner);
        if (of_project || (is_double_volume(text(chunk.inner)) &&
                           counts_its_issues(item().text(Variable::container_title))))
            return labelled(Variable::issue, part);
        if (candidate.find(Role::container) &&
            (number_behind_container(part.first) || volume_and_issue(chunk.inner)))
            return;
        if (chunk.roman) low.settled.push_back(chunk.inner);  // "(2 vols., 1903), ii. 265"
    }
    labelled(is_part(part) ? Variable::part_number : Variable::volume, part);
}

/// When it appeared, or pages that look like years.
void Lowerer::dated(Part const& part) {
    auto const& chunk = at(part.first);
    if (chunk.has_day) return set_date(Variable::issued, chunk);
    // "(1995), 1201–27": years once, then pages.
    if (item().dates.find(Variable::issued)) return pages(part);
    // "1st sess., 1980–81 (12 March 1947)": where the day stands behind; "vol. 93, pt. 2, 1980–81": where the
    // volume stands before them.
    if (candidate.family == Family::parliament &&
        (candidate.find(Role::publication) || (chunk.is_span && candidate.find(Role::volume))))
        return pages(part);
    set_date(Variable::issued, chunk);
}

/// "(accessed 3 May 2016)", "(consulté le 3 mai 2016 : https://…)": the day, and perhaps the address.
void Lowerer::accessed(Chunk const& chunk) {
    set_date(Variable::accessed, chunk);
    for (auto at = chunk.first; at < chunk.last; ++at) {
        if (token(at).kind != TokenKind::url) continue;
        Chunk address;
        address.span = token(at).span;
        lower_url(low, address);
    }
}

/// "(unpublished manuscript, on file with author)".
void Lowerer::unpublished(Chunk const& chunk) {
    auto const written = text(chunk.inner);
    auto const comma = written.find(',');
    low.set(Variable::genre,
            trimmed({chunk.inner.begin,
                     comma == string_view::npos ? chunk.inner.end : chunk.inner.begin + comma}));
    if (comma == string_view::npos) return;
    auto const keeper = trimmed({chunk.inner.begin + comma, chunk.inner.end});
    item().reference.repository = text(keeper);
    low.field("archive", keeper);
}

/// "…, contributed by Ana Lalaj, Wilson Center Digital Archive".
void Lowerer::digital(Part const& part) {
    if (!item().reference.digital_archive.empty()) return;
    auto const span = trimmed(at(part.first).span);
    item().reference.digital_archive = text(span);
    low.field("digital_archive", span);
    auto const& last = at(part.last - 1);
    if (last.kind != ChunkKind::level) return;  // ", document 116731"
    item().reference.document_id = text(last.inner);
    low.field("document_id", last.inner);
}

void Lowerer::labelled(Variable variable, Part const& part) {
    auto const& chunk = at(part.first);
    auto const span = part.size() == 1 ? chunk.inner : span_of(part);
    low.set(variable, trimmed(span));
    if (chunk.is(Trait::paper) || chunk.is(Trait::resolution)) low.settled.push_back(span);
    if (chunk.means("telegram") && item().text(Variable::genre).empty()) {
        low.set(Variable::genre, form_of_number(low, chunk));
        low.settled.push_back(chunk.span);
    }
}

/// What a bracket behind a container tells: where a newspaper appears, that a page is a blog's.
void Lowerer::aside(Part const& part) {
    // "Memorandum of Conversation, “Berlin,” Vienna, June 4, 1961": where the paper was written.
    auto const& place = at(part.first);
    // "Marseille, Rivages, 1985, rééd. Paris, Payot, 1993": an earlier print.
    if ((place.kind == ChunkKind::publication && place.is(Trait::publisher)) || place.is(Trait::reprinted))
        return low.settled.push_back(span_of(part));
    bool const written_there =
        candidate.family == Family::letter_in_volume ||
        (candidate.family == Family::letter && place.is(Trait::name) && !place.is(Trait::capitals)) ||
        (candidate.family == Family::quoted_document && place.is(Trait::place));
    if (part_of_addressee(place)) return;
    // "404, entry for 12 Dec. 1940": no day of the work.
    if (part.size() > 1 && at(part.last - 1).kind == ChunkKind::date)
        return low.settled.push_back(span_of(part));
    auto const* debates = candidate.family == Family::parliament ? candidate.find(Role::title) : nullptr;
    bool const chamber = debates && at(debates->first).is(Trait::debates);  // "Hansard, HC Deb, …"
    if (written_there || chamber) return low.settled.push_back(span_of(part));
    bool const periodical = candidate.family == Family::article || candidate.family == Family::newspaper ||
                            candidate.family == Family::web;
    if (!periodical || !candidate.find(Role::container)) return;
    if (at(part.first).kind == ChunkKind::edition) return edition(part);
    auto const span = trimmed(at(part.first).inner);
    if (fold_word(text(span)) == "blog") blog_ = true;
    else if (candidate.family != Family::web && at(part.first).is(Trait::place))
        low.set(Variable::publisher_place, span);
}

/// "Wallace to Bates, 28 December 1845 (WFA)", "… (Beinecke)": what the bracket that ends a letter says of
/// its keeper, letters or a name that the tables know.
void Lowerer::keeper_in_brackets() {
    constexpr std::size_t longest = 6;
    auto const& bracket = at(candidate.last - 1);
    bool const paper = candidate.family == Family::letter || candidate.family == Family::described_document ||
                       candidate.family == Family::quoted_document;
    if (!paper || bracket.kind != ChunkKind::aside || bracket.size() < 3) return;
    auto const span = trimmed(bracket.inner);
    auto const& first = token(bracket.first + 1);
    bool const letters = bracket.size() == 3 && first.all_upper && !first.digits && !first.roman &&
                         first.span.size() > 1 && first.span.size() <= longest &&
                         !first.is(WordClass::marking) && !first.is(WordClass::genre);
    Archive const* known = nullptr;
    if (first.upper && !first.is(WordClass::marking))
        for (auto const& match : low.lexicon.knowledge().identify(text(span)))
            if (match.score >= 0.9 && !known) known = match.archive;
    if (!letters && !known) return;
    item().reference.repository = text(span);
    if (known) item().reference.repository_id = known->id;
    low.field("archive", span);
    low.settled.push_back(span);
}

/// "2. köt.", "1. díl": a stop makes the number an ordinal.
bool Lowerer::is_ordinal(Chunk const& chunk) const {
    return text({chunk.inner.end, chunk.label.begin}).starts_with('.');
}

bool Lowerer::is_part(Part const& part) const {
    auto const& chunk = at(part.first);
    return chunk.phrase && chunk.phrase->meanings().front() == "part" &&
           !item().text(Variable::volume).empty();
}

bool Lowerer::has_genre(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first; i < last; ++i)
        if (token(i).is(WordClass::genre)) return true;
    return false;
}

void Lowerer::genre(std::uint32_t first, std::uint32_t last) {
    // "Memorándum reservado", "note confidentielle": how secret it is is no part of the form.
    while (last > first + 1 && token(last - 1).lower && token(last - 1).is(WordClass::marking) &&
           !token(last - 1).is(WordClass::genre)) {
        --last;
        settle(last, last + 1);
    }
    low.set(Variable::genre, trimmed(span_of(first, last)));
}

void Lowering::set(Variable variable, Span span) const {
    if (span.begin >= span.end) return;
    citation.item.texts.set(variable, std::string(text(span)));
    field(std::string(to_string(variable)), span);
}

void Lowering::forget(string_view name) const {
    std::erase_if(citation.fields, [&](FieldSpan const& field) { return field.field == name; });
}

/// "Telegram" of "Telegram No. 1283", "telespr." of "telespr. riservato n. 1234": the label without its word
/// for the number and how secret the paper is.
Span form_of_number(Lowering const& low, Chunk const& chunk) {
    auto span = chunk.label;
    for (auto i = chunk.first; i < chunk.last; ++i) {
        auto const& token = low.chunks.tokens[i];
        if (i == chunk.first || token.span.end > chunk.label.end || token.kind != TokenKind::word) continue;
        bool const counts =
            token.is(WordClass::label) && token.phrase &&
            (token.phrase->meanings().front() == "issue" || slice(low.chunks.text, token.span) == "n");
        if (!counts && !(token.lower && token.is(WordClass::marking))) continue;
        span.end = low.chunks.tokens[i - 1].span.end;
        break;
    }
    return span;
}

Span trimmed(string_view text, Span span) {
    auto const is_end = [](char32_t c) { return c == ',' || c == ';' || c == ':' || is_space(c); };
    while (span.begin < span.end) {
        auto const [first, size] = decode(text, span.begin);
        if (!is_end(first) && first != '.') break;
        span.begin += size;
    }
    while (span.begin < span.end) {
        auto const [last, size] = decode_before(text, span.end);
        if (!is_end(last)) break;
        span.end -= size;
    }
    // The stop of an initial or abbreviation stays; that of a sentence goes.
    if (span.end - span.begin > 4 && text[span.end - 1] == '.') {
        auto const word = text.substr(span.begin, span.end - span.begin - 1);
        auto const space = word.find_last_of(" .");
        if (word.size() - (space == string_view::npos ? 0 : space + 1) > 3) --span.end;
    }
    return span;
}

LoweredByRule lower_by_rule(Candidate const& candidate, Chunks const& chunks, Lexicon const& lexicon) {
    LoweredByRule out;
    Lowerer lowerer{{chunks, lexicon, out.citation}, candidate};
    lowerer.by_rule();
    out.settled = std::move(lowerer.low.settled);
    out.kept = std::move(lowerer.low.kept);
    out.located = std::move(lowerer.low.located);
    return out;
}

Lowered weigh(LoweredByRule&& by_rule, Candidate const& candidate, Chunks const& chunks,
              Lexicon const& lexicon) {
    Lowered out{std::move(by_rule.citation)};
    Lowerer lowerer{{chunks, lexicon, out.citation}, candidate};
    lowerer.low.settled = std::move(by_rule.settled);
    lowerer.low.kept = std::move(by_rule.kept);
    lowerer.low.located = std::move(by_rule.located);
    lowerer.by_weights();
    out.weighing = lowerer.weighing;
    return out;
}

Lowered lower(Candidate const& candidate, Chunks const& chunks, Lexicon const& lexicon) {
    return weigh(lower_by_rule(candidate, chunks, lexicon), candidate, chunks, lexicon);
}

}  // namespace fonds
