// Lowers a candidate part by part; each kind of part has its function here or in the files beside this one.

#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/date_reader.hpp"
#include "note/confidence.hpp"
#include "note/german_cases.hpp"
#include "note/lowerer.hpp"
#include "note/names.hpp"
#include "note/slavic_cases.hpp"

namespace fonds {

using std::string_view;

/// "im Auftrag des Auswärtigen Amts vom Institut für Zeitgeschichte": who did it, not for whom.
std::uint32_t Lowerer::behind_commission(std::uint32_t first, std::uint32_t last) const {
    if (!(word(first) == "im" || word(first) == "on") || last - first < 4) return first;
    for (auto i = last - 1; i > first + 2; --i)
        if (word(i) == "vom" || word(i) == "von" || word(i) == "by") return i + 1;
    return first;
}

void Lowerer::names(Variable variable, std::uint32_t first_token, std::uint32_t last_token,
                    string_view field) {
    first_token = behind_commission(first_token, last_token);
    // "Müller, Jürgen, Die Welt, in: Münch, Birgit, Müller, Jürgen (Hrsg.)": as the author, so the editors.
    Names found;
    if ((candidate.find(Role::listed) && variable == Variable::editor) ||
        are_parted_by_semicolons(first_token, last_token) ||
        are_pairs_across_strokes(first_token, last_token))
        found = read_paired_names(low.chunks, first_token, last_token);
    if (found.empty()) found = read_names(low.chunks, first_token, last_token);
    if (found.empty()) return;
    auto& entry = item().names.set(variable, std::move(found));
    (void)entry;
    low.field(
        std::string(field.empty() ? to_string(variable) : field),
        trimmed({low.chunks.tokens[first_token].span.begin, low.chunks.tokens[last_token - 1].span.end}));
}

/// "Müller, Jan-Dirk; Pfisterer, Ulrich".
bool Lowerer::are_parted_by_semicolons(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first; at < last; ++at)
        if (token(at).is_mark(';')) return true;
    return false;
}

/// "Müller, Jan Dirk/Pfisterer, Ulrich", "Novák, Jiří – Dvořák, Karel": commas and strokes, or dashes, in
/// turn.
bool Lowerer::are_pairs_across_strokes(std::uint32_t first, std::uint32_t last) const {
    bool comma = false, stroke = false;
    for (auto at = first; at < last; ++at) {
        bool const joins = token(at).is_mark('|') || (token(at).is_mark('-') && token(at).space_before);
        if (!joins && !token(at).is_mark(',')) continue;
        if (joins != comma) return false;
        stroke = stroke || joins;
        comma = !comma;
    }
    return stroke && comma;
}

void Lowerer::set_date(Variable variable, Chunk const& chunk) {
    if (chunk.date < 0) return;
    auto const& date = low.chunks.dates[static_cast<std::size_t>(chunk.date)];
    auto span = chunk.span;
    if (chunk.kind != ChunkKind::date) {
        auto const found = low.chunks.text.find(date.raw, chunk.span.begin);
        if (found != string_view::npos) span = {found, found + date.raw.size()};
    }
    set_date(variable, date, span);
    // "No later than November 23, 1963": the words before the day are the date's.
    if (chunk.kind == ChunkKind::date && date.circa) low.settled.push_back(span);
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

/// A title: a quotation as a whole loses its marks; what else stands in it is kept.
/// "Zhou Enlaide yisheng (The life of Zhou Enlai)": English in the bracket that ends a title in another
/// language.
bool Lowerer::is_english_gloss(Part const& part) const {
    auto const& bracket = at(part.last - 1);
    auto const speaks_english = [&](std::uint32_t first, std::uint32_t end) {
        constexpr std::array small_words = {string_view{"the"},  string_view{"of"},   string_view{"and"},
                                            string_view{"on"},   string_view{"to"},   string_view{"for"},
                                            string_view{"with"}, string_view{"from"}, string_view{"we"},
                                            string_view{"by"}};
        return has_word(low.chunks, first, end, small_words);
    };
    constexpr std::uint32_t shortest = 5;  // with its marks
    // "(History of the Party, vol. 3)", but "(… population in 1959–1961)"
    bool const numbered = token(bracket.last - 2).number && !is_year(word(bracket.last - 2).substr(0, 4));
    return !numbered && bracket.last - bracket.first >= shortest && token(bracket.first + 1).upper &&
           speaks_english(bracket.first, bracket.last) &&
           !speaks_english(at(part.first).first, bracket.first);
}

/// Whether the tokens [first, last) are nothing but a phrase for a form of paper.
bool Lowerer::names_form(std::uint32_t first, std::uint32_t last) const {
    while (last > first && token(last - 1).kind == TokenKind::mark) --last;
    auto const form = match_phrase(low.chunks.tokens, low.chunks.text, first, mask(WordClass::genre));
    return form.phrase && first + form.size == last;
}

/// "Hugo Ott, Martin Heidegger. Unterwegs zu seiner Biographie": behind one author in full and a comma a name
/// that a stop follows begins the title; a second author would be joined to the first.
bool Lowerer::begins_with_name(Part const& part) const {
    auto const author = candidate.find(Role::author);
    return author && candidate.family == Family::book && author->last - author->first == 1 &&
           author->last + 1 == part.first && at(author->last).kind == ChunkKind::comma &&
           at(author->first).last - at(author->first).first >= 2 && at(part.first).is(Trait::name) &&
           part.last - part.first >= 3 && at(part.first + 1).kind == ChunkKind::stop;
}

void Lowerer::title(Variable variable, Part const& part) {
    auto const& first = at(part.first);
    // "sub: Debrief of Dr. Kissinger (19 Nov 65)": a day in a bracket is of the subject.
    if (candidate.family == Family::letter && at(part.last - 1).kind == ChunkKind::publication)
        low.settled.push_back(span_of(part));
    if (variable == Variable::title && interview_of(part)) return;
    if (candidate.family == Family::parliament && gazette(part)) return;
    // "Ustawa z 3 marca 1950 r.": the word that leads to the day.
    if (candidate.family == Family::act && part.last - part.first == 1 && first.last - first.first > 1 &&
        part.last < low.chunks.list.size() && at(part.last).kind == ChunkKind::date &&
        leads_to_date(first.last - 1))
        return low.set(variable, trimmed(span_of(first.first, first.last - 1)));
    // "“Memorandum of Conversation,” May 3, 1961": the form of the paper in the marks of a title.
    if (part.last - part.first == 1 && first.kind == ChunkKind::quote && variable == Variable::title &&
        candidate.family == Family::quoted_document && item().text(Variable::genre).empty() &&
        names_form(first.first + 1, first.last - 1))
        return low.set(Variable::genre, first.inner);
    if (part.last - part.first == 1 && first.kind == ChunkKind::quote) {
        // "Memorandum of Conversation, “Situation in Laos,” March 24, 1961": a form is no part of a title in
        // marks.
        auto const* form = candidate.find(Role::genre);
        if (candidate.family == Family::quoted_document && form &&
            names_form(at(form->first).first, at(form->first).last))
            low.settled.push_back(span_of({Role::title, form->first, part.last}));
        return low.set(variable, first.inner);
    }
    if (candidate.family == Family::resolution) low.settled.push_back(span_of(part));
    auto last = part.last;
    // "Các cuộc thương lượng [The negotiations]": the editor's translation is no part of the title.
    if (last - part.first > 1 && at(last - 1).kind == ChunkKind::aside &&
        token(at(last - 1).first).space_before &&
        (text(at(last - 1).span).starts_with("[") || is_english_gloss({part.role, part.first, last}) ||
         hands_of(at(last - 1)).last > 0))
        --last;
    if (last - part.first == 1 && first.kind == ChunkKind::quote) return low.set(variable, first.inner);
    auto span = trimmed(span_of({part.role, part.first, last}));
    if (span.end < low.chunks.text.size() &&
        (low.chunks.text[span.end] == '?' || low.chunks.text[span.end] == '!'))
        ++span.end;
    // "Холодный мир. — М.: РОССПЭН": the dash before the place.
    for (string_view const dash : {" \u2014", " \u2013"})
        if (text(span).ends_with(dash)) span = trimmed({span.begin, span.end - dash.size()});
    if (variable == Variable::title && candidate.family == Family::short_form) {
        // "Корейская война... С. 15": the dots stand for the rest of the title.
        while (text(span).ends_with("..")) span = trimmed({span.begin, span.end - 2});
        span = without_volume(part, span);
        // "MR. v. 26. 7. 1865/I": a session is known by its day.
        for (auto i = part.first; i < part.last && !candidate.find(Role::date); ++i)
            if (at(i).kind == ChunkKind::date && at(i).has_day) set_date(Variable::issued, at(i));
    }
    low.set(variable, span);
    // "s. v. Schmerling, Anton von": the word of a lexicon's article, told by what stands before it.
    if (candidate.family == Family::entry) low.settled.push_back(span);
    // "Verhandlungen des Deutschen Bundestages, 7. Wahlperiode": the session is none of it.
    if (candidate.family == Family::parliament && part.last + 1 < candidate.last &&
        at(part.last + 1).is(Trait::congress))
        low.settled.push_back({span.begin, at(part.last + 1).span.end});
    if (begins_with_name(part)) low.settled.push_back(at(part.first).span);
    if (candidate.family == Family::web)
        for (auto i = part.first; i < part.last; ++i)
            if (at(i).kind == ChunkKind::date) set_date(Variable::issued, at(i));
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
    if (confidence.is_sure()) return;
    weighing = weigh() ? Weighing::differs : Weighing::agrees;
    lone_day();
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
        case Role::editor: return people(Variable::editor, part);
        case Role::translator: return people(Variable::translator, part);
        case Role::interviewer: return asked_by(at(part.first));
        case Role::note:
            if (at(part.first).kind == ChunkKind::aside) return unpublished(at(part.first));
            if (at(part.first).is(Trait::by_people)) return people_behind(part);
            // "// Франк С. Л. Соч.", "in: Lacan, Jacques: Schriften": the family first tells a person.
            if (names_inverted(part)) low.settled.push_back(span_of(part));
            if (at(part.first).inverted || !names_inverted(part))
                return names(Variable::container_author, part);
            return listed(Variable::container_author, at(part.first).first, at(part.last - 1).last);
        case Role::title: return title(Variable::title, part);
        case Role::container:
            container(part);
            // "Былое // Герцен А. И. Собр. соч.": behind its author stands the volume's title.
            if (auto const* note = candidate.find(Role::note); note && names_inverted(*note))
                low.settled.push_back(span_of(part));
            return;
        case Role::volume:
            // "vol. XXII, bk. 1": a part of the volume; "3 vols.": how many there are; "2. köt.": the second.
            if (at(part.first).label_last && !is_ordinal(at(part.first)))
                return labelled(Variable::number_of_volumes, part);
            if (is_front_page(part)) return pages(part);
            if (at(part.first).kind == ChunkKind::number && is_double_volume(text(at(part.first).inner)) &&
                counts_its_issues(item().text(Variable::container_title))) {
                if (is_bulletin_of_project()) low.settled.push_back(at(part.first).inner);
                return labelled(Variable::issue, part);
            }
            if (at(part.first).kind == ChunkKind::number && is_bulletin_of_project()) {
                low.settled.push_back(at(part.first).inner);
                return labelled(Variable::issue, part);
            }
            if (at(part.first).kind == ChunkKind::number && at(part.first).roman)
                low.settled.push_back(at(part.first).inner);  // "(2 vols., 1903), ii. 265"
            return labelled(is_part(part) ? Variable::part_number : Variable::volume, part);
        case Role::volume_title: return low.set(Variable::volume_title, trimmed(span_of(part)));
        case Role::issue: return issue(part);
        case Role::edition: return edition(part);
        case Role::series: return series(part);
        case Role::date:
            // "(1995), 1201–27": years once, then pages.
            if (item().dates.find(Variable::issued) && !at(part.first).has_day) return pages(part);
            // "1st sess., 1980–81 (12 March 1947)": pages that look like years, where the day stands behind.
            // "vol. 93, pt. 2, 1980–81": and where the volume stands before them.
            if (candidate.family == Family::parliament && !at(part.first).has_day &&
                (candidate.find(Role::publication) ||
                 (at(part.first).is_span && candidate.find(Role::volume))))
                return pages(part);
            return set_date(Variable::issued, at(part.first));
        case Role::publication: return publication(part);
        case Role::pages: return pages(part);
        case Role::number: return labelled(Variable::number, part);
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
        case Role::publisher: return low.set(Variable::publisher, trimmed(span_of(part)));
    }
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

/// "под ред. М. А. Колерова", "pod red. N. S. Plotnikova", "пер. с нем. А. И. Иванова".
bool Lowerer::is_followed_by_genitive(Chunk const& role) const {
    constexpr std::array words = {string_view{"под"},   string_view{"pod"},     string_view{"пер"},
                                  string_view{"per"},   string_view{"перевод"}, string_view{"за"},
                                  string_view{"вступ"}, string_view{"подгот"},  string_view{"коммент"}};
    return contains(words, fold_word(word(role.first)));
}

/// A place, without the bracket that it may stand in.
Span Lowerer::place_of(Part const& part) const {
    bool const bracket = part.last - part.first == 1 && at(part.first).kind == ChunkKind::aside;
    return trimmed(bracket ? at(part.first).inner : span_of(part));
}

/// "hrsg. | für das Bundesarchiv von | Hans Booms", "hrsg. im Auftrag des Auswärtigen Amts von …": behind
/// whom an edition is made for stands who made it.
std::uint32_t Lowerer::editor_on_behalf(Part const& named) const {
    auto const first = at(named.first).first, last = at(named.last - 1).last;
    bool const commissioned = word(first) == "für" || (word(first) == "im" && word(first + 1) == "Auftrag");
    for (auto i = first + 1; commissioned && i + 1 < last; ++i)
        if (word(i) == "von" && reads_as_names(low.chunks, i + 1, last)) return i + 1;
    return no_token;
}

/// "Zhonggong zhongyang wenxian yanjiushi": words in small letters are no person's name.
bool Lowerer::is_body(Part const& named) const {
    auto const& chunk = at(named.first);
    return named.last - named.first == 1 && chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
           !chunk.is(Trait::name) && !reads_as_names(low.chunks, chunk.first, chunk.last) &&
           std::none_of(
               low.chunks.tokens.begin() + chunk.first, low.chunks.tokens.begin() + chunk.last,
               [](Token const& joint) { return joint.is(WordClass::conjunction) || joint.is_mark(','); }) &&
           !is_accompanied(chunk);
}

/// "Karl Roth in Verbindung mit Else Roth", "Karl Roth unter Mitarbeit von Kurt Vogt".
bool Lowerer::is_accompanied(Chunk const& chunk) const {
    for (auto i = chunk.first + 1; i < chunk.last; ++i)
        if (behind_assistance(low.chunks, i, chunk.last) != i)
            return reads_as_names(low.chunks, chunk.first, i);
    return false;
}

/// Names with the word for what they did before or behind them; "ed. and trans." says two things.
/// "Франк С. Л.", or, where the author is so too, "Lacan, Jacques".
bool Lowerer::names_inverted(Part const& part) const {
    return at(part.first).inverted || (candidate.find(Role::listed) && part.last - part.first > 1);
}

/// "in Écrits, by Jacques Lacan": of a chapter the author of the book, of a book without another its author.
void Lowerer::people_behind(Part const& part) {
    bool const of_volume = candidate.family == Family::chapter || item().names.find(Variable::author);
    low.settled.push_back(span_of(part));
    names(of_volume ? Variable::container_author : Variable::author, at(part.first).first + 1,
          at(part.last - 1).last);
}

void Lowerer::people(Variable variable, Part const& part) {
    auto named = part;
    Chunk const* role = nullptr;
    if (at(part.first).kind == ChunkKind::role) {
        role = &at(part.first);
        ++named.first;
    } else if (at(part.last - 1).kind == ChunkKind::role) {
        role = &at(part.last - 1);
        --named.last;
    }
    while (named.last > named.first && at(named.last - 1).kind == ChunkKind::comma) --named.last;
    if (named.first >= named.last) {
        // "P. Maddrell, ‘The Stasi’s Reporting’, in id. (ed.), The Image of the Enemy"
        auto const* same =
            candidate.family == Family::chapter ? item().names.find(Variable::author) : nullptr;
        if (same) item().names.set(variable, Names(*same));
        return;
    }
    if (auto const editor = editor_on_behalf(named); editor != no_token)
        return names(variable, editor, at(named.last - 1).last);
    if (is_body(named)) {
        auto const& body = at(named.first);
        settle(body.first, body.last);
        return office(variable, body.first, body.last);
    }
    bool const edits = role && role->phrase && role->phrase->is(WordClass::editor);
    bool const translates = role && role->phrase && role->phrase->is(WordClass::translator);
    if (edits && translates)
        names(variable == Variable::editor ? Variable::translator : Variable::editor, named);
    // "Hellmut Seier (Hrsg.), …, bearb. von Ewald Grothe": those named first.
    if (variable == Variable::editor && item().names.find(variable)) return;
    names(variable, named);
    if (role && role->first < at(named.first).first && is_followed_by_genitive(*role))
        if (auto* const persons = item().names.find(variable))
            for (auto& name : *persons) set_nominative(name, SlavicCase::genitive);
    if (role) low.settled.push_back(span_of(named));
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

void Lowerer::listed_authors(Part const& part) {
    auto const behind = at(part.last).kind == ChunkKind::comma ? part.last + 1 : part.last;
    bool const edits = behind < candidate.last && at(behind).kind == ChunkKind::role && at(behind).phrase &&
                       at(behind).phrase->is(WordClass::editor);
    auto const last = at(part.last - 1).is(Trait::others) ? part.last - 1 : part.last;
    listed(edits ? Variable::editor : Variable::author, at(part.first).first, at(last - 1).last);
}

/// "Smith, John, and Mary Jones".
void Lowerer::listed(Variable variable, std::uint32_t first, std::uint32_t last) {
    Names found;
    if (are_parted_by_semicolons(first, last) || are_pairs_across_strokes(first, last))
        found = read_paired_names(low.chunks, first, last);
    if (found.empty()) found = read_listed_names(low.chunks, first, last);
    if (found.empty()) return;
    item().names.set(variable, std::move(found));
    low.field(std::string(to_string(variable)), trimmed(span_of(first, last)));
}

/// "KPSR, 66–67", "Cal. S.P. Dom., IX, 46": capitals alone, or a word cut short, abbreviate a title.
bool Lowerer::known_by_capitals(Part const& part) const {
    auto const& chunk = at(part.first);
    if (candidate.family != Family::short_form || candidate.find(Role::title) ||
        !candidate.find(Role::pages) || part.last - part.first != 1)
        return false;
    auto const last = chunk.last - 1;
    bool const cut_short = last > chunk.first && !chunk.inverted && token(last).is_mark('.') &&
                           count_code_points(word(last - 1)) > 2 && !token(last - 1).is(WordClass::suffix);
    return cut_short || (last == chunk.first && token(last).all_upper);
}

/// "Department of State OIG report, “…”": the office, then the word for the form.
void Lowerer::author(Part const& part) {
    if (at(part.first).kind == ChunkKind::role) return people(Variable::author, part);
    if (known_by_capitals(part)) return low.set(Variable::title, trimmed(span_of(part)));
    // "U.S. Congress, Senate, Committee on Foreign Relations": one body within another.
    if ((candidate.family == Family::hearing || candidate.family == Family::resolution ||
         at(part.first).is(Trait::congress)) &&
        part.last - part.first > 1) {
        office(Variable::author, at(part.first).first, at(part.last - 1).last);
        if (at(part.last).kind == ChunkKind::comma) low.settled.push_back(span_of(part));
        return;
    }
    bool const sent = at(part.first).is(Trait::sender) && candidate.family != Family::short_form;
    auto const elided = sent ? elided_preposition(word(at(part.first).first)) : 0;
    auto first = sent && elided == 0 ? at(part.first).first + 1 : at(part.first).first;
    auto last = at(part.last - 1).last;
    if (at(part.first).kind == ChunkKind::aside)  // "(by R. T. Shannon)", "[Edward Hyde]"
        return names(Variable::author, first + 1, last - 1);
    if (last - first > 1 && token(last - 1).is(WordClass::genre) && token(last - 1).lower) {
        genre(last - 1, last);
        --last;
    }
    if (sent && is_post(first, last)) return settle(first, last);
    if (candidate.family == Family::quoted_document && at(part.first).is(Trait::institution))
        settle(first, last);
    while (sent && first + 1 < last && is_german_rank_in_genitive(word(first))) ++first;
    names(Variable::author, first, last);
    auto const written = word(last - 1);
    bool const owner =
        written.ends_with("'s") || written.ends_with("\u2019s");  // "Heinrichs's Threshold of War"
    if (owner || at(part.last - 1).is(Trait::helpers)) settle(first, last);
    // "National Security Council, NSC 5518, “U.S. Policy on Indonesia”": who issued a numbered paper.
    auto const* number = candidate.find(Role::number);
    if (is_document_volume() && number && at(number->first).is(Trait::paper)) settle(first, last);
    if (elided != 0) without_preposition(first);
    // "Половинкин С. М. | П. А. Флоренский: Логос против хаоса": the last initial ends the author, and whom
    // the title names first is no author of it.
    auto const stop = part.last;
    if (stop + 1 >= candidate.last || !at(part.first).inverted || at(stop).kind != ChunkKind::stop ||
        at(stop).span.begin != at(stop).span.end || !at(stop + 1).begins_with_initials)
        return;
    settle(first, last);
    low.settled.push_back(at(stop + 1).span);
}

/// "télégramme n° 123 de Varsovie", "tel. 1875 from Amman", "tél. n° 45 d’Ankara": the town of a mission,
/// which is nobody's name.
bool Lowerer::is_post(std::uint32_t first, std::uint32_t last) const {
    if (auto const elided = elided_preposition(word(first)); elided != 0 && last - first == 1)
        return low.lexicon.is_any(hash_folded(word(first).substr(elided)), mask(WordClass::place));
    auto const place = match_phrase(low.chunks.tokens, low.chunks.text, first, mask(WordClass::place));
    return place.phrase && first + place.size == last && token(first).upper;
}

void Lowerer::labelled(Variable variable, Part const& part) {
    auto const& chunk = at(part.first);
    auto const span = part.last - part.first == 1 ? chunk.inner : span_of(part);
    low.set(variable, trimmed(span));
    if (chunk.is(Trait::paper) || chunk.is(Trait::resolution)) low.settled.push_back(span);
    if (chunk.means("telegram") && item().text(Variable::genre).empty()) {
        low.set(Variable::genre, form_of_number(low, chunk));
        low.settled.push_back(chunk.span);
    }
}

/// "Cook to Robert Martin, Jr.", "Hall to Chief Executive Officer, CSIR": what goes on behind the addressee's
/// comma.
bool Lowerer::part_of_addressee(Chunk const& behind) {
    auto* const addressees = item().names.find(Variable::recipient);
    if (!addressees || behind.kind != ChunkKind::text || behind.is(Trait::place)) return false;
    auto& last = addressees->back();
    auto const& first = token(behind.first);
    auto const written = text(behind.span);
    if (first.is(WordClass::suffix) && !last.family.empty() && last.suffix.empty()) {
        last.suffix = written;
    } else if (!last.literal.empty() && (first.all_upper || behind.is(Trait::institution)) && !first.digits) {
        last.literal += concat(", ", written);
    } else {
        return false;
    }
    for (auto& field : low.citation.fields)
        if (field.field == to_string(Variable::recipient)) field.span.end = behind.span.end;
    settle(behind.first, behind.last);
    return true;
}

/// What a bracket behind a container tells: where a newspaper appears, that a page is a blog's.
void Lowerer::aside(Part const& part) {
    // "Memorandum of Conversation, “Berlin,” Vienna, June 4, 1961": where the paper was written.
    auto const& place = at(part.first);
    bool const written_there =
        candidate.family == Family::letter_in_volume ||
        (candidate.family == Family::letter && place.is(Trait::name) && !place.is(Trait::capitals)) ||
        (candidate.family == Family::quoted_document && place.is(Trait::place));
    if (part_of_addressee(place)) return;
    if (written_there) return low.settled.push_back(span_of(part));
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
    if (!paper || bracket.kind != ChunkKind::aside || bracket.last - bracket.first < 3) return;
    auto const span = trimmed(bracket.inner);
    auto const& first = token(bracket.first + 1);
    bool const letters = bracket.last - bracket.first == 3 && first.all_upper && !first.digits &&
                         !first.roman && first.span.size() > 1 && first.span.size() <= longest &&
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

/// "note de la sous-direction d'Europe": the form, and the office it comes from.
void Lowerer::form_of_office(Part const& part) {
    auto const first = at(part.first).first, last = at(part.last - 1).last;
    for (auto from = first + 1; from + 1 < last; ++from) {
        if (!token(from).is(WordClass::memo_from)) continue;
        auto office = from + 1;
        while (office + 1 < last && (word(office) == "la" || word(office) == "the")) ++office;
        if (!names_body(low.chunks, office, last)) break;
        names(Variable::author, office, last);
        settle(first, last);
        return genre(first, from);
    }
    // "Note for the attention of the President": whom it is for did not write it.
    auto const has = [&](WordClass word_class) {
        return std::any_of(low.chunks.tokens.begin() + first, low.chunks.tokens.begin() + last,
                           [&](Token const& token) { return token.is(word_class); });
    };
    if (has(WordClass::for_whom) && !has(WordClass::memo_from)) settle(first, last);
    low.set(Variable::genre, trimmed(span_of(part)));
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
