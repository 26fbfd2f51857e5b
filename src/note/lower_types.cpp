// What a citation's family and parts make of it together: its kind and its type.

#include <algorithm>

#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/lowerer.hpp"

namespace fonds {

using std::string_view;

/// "(trans. Terence Kilmartin)": whose hand a work went through, in a bracket of its own.
Lowerer::Hands Lowerer::hands_of(Chunk const& bracket) const {
    if (bracket.kind != ChunkKind::aside) return {};
    auto const role = match_phrase(low.chunks.tokens, low.chunks.text, bracket.first + 1,
                                   mask(WordClass::editor) | mask(WordClass::translator));
    auto first = bracket.first + 1 + role.size;
    while (first < bracket.last && token(first).is_mark('.')) ++first;
    if (!role.phrase || first + 1 >= bracket.last || !reads_as_names(low.chunks, first, bracket.last - 1))
        return {};
    return {role.phrase->is(WordClass::translator) ? Variable::translator : Variable::editor, first,
            bracket.last - 1};
}

void Lowerer::people_in_brackets() {
    for (auto i = candidate.first; i < candidate.last; ++i)
        if (auto const hands = hands_of(at(i));
            hands.first < hands.last && !item().names.find(hands.variable))
            names(hands.variable, hands.first, hands.last);
}

/// The only whole day that stands in a citation, where nothing is made of it.
void Lowerer::lone_day() {
    if (item().dates.find(Variable::issued)) return;
    auto const is_read = [&](Chunk const& chunk) {
        return std::any_of(low.citation.fields.begin(), low.citation.fields.end(),
                           [&](FieldSpan const& field) { return field.span.overlaps(chunk.span); });
    };
    Chunk const* day = nullptr;
    for (auto i = candidate.first; i < candidate.last; ++i) {
        auto const& chunk = at(i);
        if (chunk.kind != ChunkKind::date || chunk.date < 0 || !chunk.has_day || !chunk.has_year ||
            chunk.is_span)
            continue;
        if (day || is_read(chunk)) return;
        day = &chunk;
    }
    if (day) set_date(Variable::issued, *day);
}

/// "Tübingen ¹¹1967": the number of the edition.
void Lowerer::raised_edition() {
    auto const last = at(candidate.last - 1).span.end;
    for (auto from = at(candidate.first).span.begin; from < last; ++from) {
        if (static_cast<unsigned char>(low.chunks.text[from]) < 0x80) continue;
        auto const year = behind_raised_digits(low.chunks.text, from);
        if (year == from) continue;
        std::string number;
        for (auto digit = from; digit < year;) {
            auto const [c, size] = decode(low.chunks.text, digit);
            number += raised_digit(c);
            digit += size;
        }
        item().texts.set(Variable::edition, number);
        return low.field(std::string(to_string(Variable::edition)), {from, year});
    }
}

/// "Stuttgart 31957": the same where the markup was lost.
void Lowerer::flat_edition_of(Chunk const& imprint) {
    for (auto token = imprint.first; token < imprint.last; ++token) {
        auto const span = low.chunks.tokens[token].span;
        auto const numbered = flat_edition(text(span));
        if (numbered.year == 0) continue;
        item().texts.set(Variable::edition, std::string(1, numbered.number));
        return low.field(std::string(to_string(Variable::edition)), span);
    }
}

void Lowerer::finish() {
    if (candidate.find(Role::title)) people_in_brackets();
    if (item().text(Variable::edition).empty()) raised_edition();
    if (auto const* imprint = candidate.find(Role::publication);
        imprint && item().text(Variable::edition).empty())
        flat_edition_of(at(imprint->first));
    auto& citation = low.citation;
    citation.kind = CitationKind::published;
    switch (candidate.family) {
        case Family::quoted_document:
        case Family::described_document:
        case Family::letter:
        case Family::location:
        case Family::record: archival_type(); break;
        case Family::article: article_type(); break;
        case Family::newspaper: newspaper_type(); break;
        case Family::book:
            item().type = book_type();
            if (candidate.unread) type_by_fields();
            volume_before_page();
            break;
        case Family::chapter: chapter_type(); break;
        case Family::letter_in_volume: item().type = ItemType::chapter; break;
        case Family::document_volume: document_volume_type(); break;
        case Family::review: item().type = ItemType::review_book; break;
        case Family::film: item().type = ItemType::motion_picture; break;
        case Family::entry: item().type = entry_type(); break;
        case Family::web:
            citation.kind = CitationKind::web;
            item().type = blog_ ? ItemType::post_weblog : ItemType::webpage;
            web();
            break;
        case Family::short_form:
        case Family::back_reference:
            citation.kind = CitationKind::short_form;
            short_type();
            break;
        case Family::ibid: citation.kind = CitationKind::ibid; break;
        case Family::hearing:
        case Family::session_paper: item().type = session_type(); break;
        // "103 Cong. Rec. 4515 (1956)"
        case Family::act: item().type = container_is(Trait::debates) ? ItemType::document : act_type(); break;
        case Family::treaty: item().type = ItemType::treaty; break;
        case Family::resolution:
        case Family::parliament: item().type = ItemType::document; break;
    }
}

void Lowerer::archival_type() {
    auto& kind = low.citation.kind;
    kind = CitationKind::archival;
    if (item().type != ItemType::interview) item().type = ItemType::manuscript;
    if (container_is(Trait::newspaper)) {
        kind = CitationKind::published;
        item().type = ItemType::article_newspaper;
    }
    // "Andropov's telegram, 29 August 1956 (see note 1)": another note tells where it lies.
    if (candidate.find(Role::back) && item().reference.empty()) kind = CitationKind::short_form;
}

ItemType Lowerer::entry_type() const {
    auto const container = fold_word(item().text(Variable::container_title));
    return container.find("dictionary") != std::string::npos ? ItemType::entry_dictionary
                                                             : ItemType::entry_encyclopedia;
}

/// Of a house of parliament and its session: what its committees heard, or a numbered paper.
ItemType Lowerer::session_type() const {
    if (auto const title = candidate.find(Role::title); title && at(title->first).is(Trait::debates))
        return ItemType::document;
    bool const unnumbered = candidate.family == Family::hearing && item().text(Variable::number).empty();
    return unnumbered || tells_hearing() ? ItemType::hearing : ItemType::report;
}

/// "in: Osteuropa 12/1964": what stands in an issue is an article, whatever leads to its periodical.
void Lowerer::chapter_type() {
    bool const placed =
        !item().text(Variable::publisher).empty() || !item().text(Variable::publisher_place).empty();
    if (!placed && !item().text(Variable::issue).empty()) return article_type();
    item().type = container_is(Trait::encyclopedia) ? ItemType::entry_encyclopedia : ItemType::chapter;
}

ItemType Lowerer::book_type() const {
    auto const part = candidate.find(Role::publication);
    if (part && at(part->first).kind == ChunkKind::thesis) return ItemType::thesis;
    if (part && at(part->first).is(Trait::conference)) return ItemType::paper_conference;
    auto const series = candidate.find(Role::series);
    // A numbered paper; "Harbour Studies Book Series" and "Ideas in Context, 82" have books.
    bool const numbered = candidate.find(Role::number) || !item().text(Variable::number).empty();
    if (series && at(series->first).kind == ChunkKind::text && at(series->first).is(Trait::series) &&
        numbered)
        return ItemType::report;
    if (item().text(Variable::number).starts_with("Cm")) return ItemType::report;
    return ItemType::book;
}

/// "The Series: Hearing", "S. Hrg. 102-87".
bool Lowerer::tells_hearing() const {
    return fold_word(item().text(Variable::title)).find("hearing") != std::string::npos ||
           fold_word(item().text(Variable::number)).find("hrg") != std::string::npos;
}

/// What no grammar reads is told by its fields: a container alone is the work itself, "93 Harv. L. Rev. 518"
/// an article's.
void Lowerer::type_by_fields() {
    if (item().type != ItemType::book || item().text(Variable::container_title).empty()) return;
    bool const placed =
        !item().text(Variable::publisher).empty() || !item().text(Variable::publisher_place).empty();
    if (item().text(Variable::title).empty() && placed) rename(Variable::container_title, Variable::title);
    else if (!placed && !item().text(Variable::volume).empty() && !item().text(Variable::page).empty())
        item().type = ItemType::article_journal;
}

/// "2 Bde. (Stuttgart 1916–1917) 1, 130": of a work of several volumes the figure before the page is a
/// volume.
void Lowerer::volume_before_page() {
    auto const page = std::string(item().text(Variable::page));
    auto const volumes = item().text(Variable::number_of_volumes);
    if (volumes.empty() || !item().text(Variable::volume).empty() || page.size() < 4 || !is_digit(page[0]) ||
        page.substr(1, 2) != ", " || !is_digit(page[3]) || leading_number(page) > leading_number(volumes))
        return;
    for (auto& field : low.citation.fields)
        if (field.field == to_string(Variable::page)) {
            Span const volume{field.span.begin, field.span.begin + 1};
            field.span.begin += 3;
            item().texts.set(Variable::page, page.substr(3));
            low.set(Variable::volume, volume);
            return;
        }
}

ItemType Lowerer::act_type() const {
    auto const number = candidate.find(Role::number);
    if (number && at(number->first).is(Trait::bill)) return ItemType::bill;
    auto const& title = item().text(Variable::title);
    // "347 U.S. 483 (1954)" is a case, "48 Stat. 984 (1934)" a law.
    bool const reported =
        title.empty() && candidate.find(Role::volume) && !number && !container_is(Trait::legal);
    return reported || title.find(" v. ") != string_view::npos ? ItemType::legal_case : ItemType::legislation;
}

/// A text field under another name: what stood where a container stands is the work itself.
void Lowerer::rename(Variable from, Variable to) {
    item().texts.set(to, std::string(item().text(from)));
    item().texts.erase(from);
    for (auto& field : low.citation.fields)
        if (field.field == to_string(from)) field.field = to_string(to);
}

void Lowerer::newspaper_type() {
    item().type = container_is(Trait::magazine) && !container_is(Trait::newspaper)
                      ? ItemType::article_magazine
                      : ItemType::article_newspaper;
    auto const* issued = item().dates.find(Variable::issued);
    bool const daily = issued && issued->start.day != 0;
    bool const in_volumes = candidate.find(Role::volume) != nullptr;  // "Lancet, 12 August 1876, ii, 224–5"
    if ((!daily || in_volumes) && container_is(Trait::journal) && !container_is(Trait::newspaper) &&
        !container_is(Trait::magazine))
        item().type = ItemType::article_journal;
    if (candidate.find(Role::publisher)) item().type = ItemType::broadcast;
    if (!container_is(Trait::broadcast)) return;
    item().type = ItemType::broadcast;
    if (item().text(Variable::title).empty()) rename(Variable::container_title, Variable::title);
}

/// A volume of documents alone is a book; with a document named behind it, that document.
void Lowerer::document_volume_type() {
    item().type = item().text(Variable::title).empty() ? ItemType::book : ItemType::chapter;
    if (item().type == ItemType::book) rename(Variable::container_title, Variable::title);
}

void Lowerer::web() {
    auto const title = item().text(Variable::title);
    auto const first = title.starts_with("the ") ? title.substr(4) : title;
    if (!first.empty() && is_lower(decode(first, 0).value)) {
        // Prose before an address is no title.
        for (auto const& field : low.citation.fields)
            if (field.field == "title") low.settled.push_back(field.span);
        item().texts.erase(Variable::title);
        low.forget("title");
        item().texts.erase(Variable::container_title);
        low.forget("container-title");
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

void Lowerer::short_type() {
    if (auto const* title = item().texts.find(Variable::title); title && !candidate.find(Role::head)) {
        auto const part = candidate.find(Role::title);
        if (!part) return;
        auto const& first = at(part->first);
        item().type = first.kind == ChunkKind::quote ? ItemType::document
                      : first.is(Trait::interview)   ? ItemType::interview
                                                     : ItemType::book;
    }
    if (candidate.find(Role::head) && candidate.family == Family::short_form) item().type = ItemType::chapter;
}

bool Lowerer::container_is(Trait trait) const {
    auto const part = candidate.find(Role::container);
    if (part)
        for (auto i = part->first; i < part->last; ++i)
            if (at(i).is(trait)) return true;
    return false;
}

/// An article that stands in nothing: "«Большевик», № 12, 1928" is the periodical itself, by its issue and
/// because it has no author; what has place and house is a book.
void Lowerer::article_without_container() {
    auto const has = [&](Variable variable) { return !item().text(variable).empty(); };
    if (candidate.family != Family::article || !has(Variable::title) || has(Variable::container_title) ||
        candidate.find(Role::ibid))
        return;
    bool const numbered = has(Variable::volume) || has(Variable::issue) || has(Variable::collection_title);
    if (item().names.empty() && has(Variable::issue)) rename(Variable::title, Variable::container_title);
    else if (!numbered && has(Variable::publisher) && has(Variable::publisher_place))
        item().type = ItemType::book;
}

void Lowerer::article_type() {
    auto const* date = item().dates.find(Variable::issued);
    bool const numbered = !item().text(Variable::volume).empty() || !item().text(Variable::issue).empty();
    if (!item().text(Variable::collection_title).empty()) {
        item().type = ItemType::report;
        if (item().text(Variable::number).empty() && !item().text(Variable::issue).empty()) {
            rename(Variable::issue, Variable::number);
        }
        return;
    }
    // "NZPD, vol. 267 (1945), p. 612"
    if (container_is(Trait::debates)) {
        item().type = ItemType::document;
        return;
    }
    if (container_is(Trait::legal)) {
        item().type = ItemType::legislation;
        if (!item().text(Variable::issue).empty() && item().text(Variable::number).empty()) {
            rename(Variable::issue, Variable::number);
        }
        return;
    }
    if (container_is(Trait::encyclopedia)) {
        item().type = ItemType::entry_encyclopedia;
        return;
    }
    // "Gespräch …, in: Akten zur Auswärtigen Politik 1971, Bd. II, München 2002"
    if (container_is(Trait::docvolume) && !container_is(Trait::journal)) {
        item().type = ItemType::chapter;
        return;
    }
    bool const of_day = date && date->start.day != 0;
    if (of_day && container_is(Trait::newspaper)) {
        item().type = ItemType::article_newspaper;
    } else if (of_day && item().text(Variable::volume).empty()) {
        item().type =
            container_is(Trait::magazine) ? ItemType::article_magazine : ItemType::article_newspaper;
    } else if (numbered || !date || date->start.month == 0) {
        // "Der Spiegel 41/1962"
        bool const magazine = container_is(Trait::magazine) && !container_is(Trait::journal) &&
                              item().text(Variable::volume).empty() && !item().text(Variable::issue).empty();
        item().type = magazine ? ItemType::article_magazine : ItemType::article_journal;
    } else {
        item().type =
            container_is(Trait::newspaper) ? ItemType::article_newspaper : ItemType::article_magazine;
    }
    if (!item().text(Variable::URL).empty() && item().text(Variable::page).empty() && !numbered) {
        low.citation.kind = CitationKind::web;
        item().type = ItemType::webpage;
    }
    if (blog_) item().type = ItemType::post_weblog;
}

}  // namespace fonds
