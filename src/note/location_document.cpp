// The document that a reference is followed by: "k. 47–53, Notatka z rozmowy …, 24.X.1957".

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/dative_letters.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"
#include "note/names.hpp"

namespace fonds {

using std::string_view;

/// Whether nothing tells yet which document of the file is meant.
bool LocationReader::document_missing() const {
    auto const& item = low_.citation.item;
    return item.text(Variable::title).empty() && !item.names.find(Variable::author) &&
           !item.names.find(Variable::recipient) && !item.dates.find(Variable::issued) &&
           !item.reference.levels.empty();
}

bool LocationReader::is_american() const { return scheme_.empty() || scheme_is("US"); }

/// A description behind the reference: "k. 47–53, Notatka z rozmowy …, 24.X.1957".
bool LocationReader::description(std::size_t index) {
    auto const& element = elements_[index];
    if (element.piece == Piece::date || element.piece == Piece::number) return dated_description(index);
    if (!document_missing()) return false;
    // "JACAR Ref.B02030938800、日ソ交渉関係一件": behind the reference code what the file is called.
    if (scheme_is("JP-JACAR") && told("signature") && element.piece == Piece::words) {
        low_.set(Variable::title, head(element).span);
        settle(element.span);
        return true;
    }
    if (paper_of_writer(index) || entry(index) || between_two(index) || undated_description(index))
        return true;
    auto const& chunk = head(element);
    auto const dated = date_behind(index);
    bool const formed = chunk.is(Trait::genre) || chunk.to != no_token;
    if (dated == none || (is_american() && !formed) ||
        (is_american() && is_container(reference().levels.back().level) && !has_day(dated)))
        return false;
    if (!formed && !has_day(dated) && has(element, Trait::digits)) return false;
    for (auto i = index; i < dated; ++i)
        if (elements_[i].piece == Piece::quote) return titled(index, i);
    if (written_in_dative(index, dated) || form_and_writer(index, dated)) return true;
    auto const number = number_between(index, dated);
    auto const end = number == none ? dated : number;
    Span span{element.span.begin, elements_[end - 1].span.end};
    for (auto i = index; i < end; ++i) elements_[i].used = true;
    span = trimmed(low_.chunks.text, span);
    if (list_[elements_[end - 1].last - 1].is(Trait::place) && end - index > 1)
        span = trimmed(low_.chunks.text, {span.begin, elements_[end - 2].span.end});
    low_.set(is_form(element) && end == index + 1 ? Variable::genre : Variable::title, span);
    if (low_.citation.item.text(Variable::title).empty() && !is_form(element)) return false;
    return true;
}

/// "notat av Jens Boyesen", "brief van De Schryver", "relazione di Quaroni": behind the reference the form of
/// a paper and its writer.
bool LocationReader::form_and_writer(std::size_t index, std::size_t dated) {
    auto const& chunk = head(elements_[index]);
    auto const& tokens = low_.chunks.tokens;
    auto const form = match_phrase(tokens, low_.chunks.text, chunk.first, mask(WordClass::genre)).size;
    auto const by = chunk.first + form;
    if (dated != index + 1 || is_american() || form == 0 || by + 1 >= chunk.last || !tokens[by].lower ||
        !tokens[by].is(WordClass::memo_from) || tokens[by + 1].is(WordClass::place) ||
        elements_[index].size() != 1 || !reads_as_names(low_.chunks, by + 1, chunk.last))
        return false;
    low_.set(Variable::genre, {chunk.span.begin, tokens[by - 1].span.end});
    low_.citation.item.names.set(Variable::author, read_names(low_.chunks, by + 1, chunk.last));
    low_.field("author", {tokens[by + 1].span.begin, tokens[chunk.last - 1].span.end});
    elements_[index].used = true;
    return true;
}

/// "Gottwald Stalinovi, 17. 7. 1947", "Kekkonen Hruštšoville, 25. marraskuuta 1961": in some tongues the
/// dative alone tells the addressee.
bool LocationReader::written_in_dative(std::size_t index, std::size_t dated) {
    auto const& chunk = head(elements_[index]);
    auto const tongue = dative_tongue_of_scheme(scheme_);
    if (dated != index + 1 || elements_[index].size() != 1 ||
        !(chunk.is(Trait::name) || tongue == DativeTongue::turkish))
        return false;
    auto letter = letter_in_dative(low_.chunks, chunk.first, chunk.last, tongue);
    if (!letter) return false;
    auto& names = low_.citation.item.names;
    auto const& tokens = low_.chunks.tokens;
    names.set(Variable::author, std::move(letter->author));
    low_.field("author", {chunk.span.begin, tokens[letter->joint - 1].span.end});
    names.set(Variable::recipient, Names{std::move(letter->recipient)});
    low_.field("recipient", {tokens[letter->joint].span.begin, chunk.span.end});
    settle(chunk.span);
    elements_[index].used = true;
    return true;
}

/// "Kurimszky Sándor feljegyzése": the writer before the form.
bool LocationReader::paper_of_writer(std::size_t index) {
    auto const& element = elements_[index];
    auto const& chunk = head(element);
    if (!scheme_is("HU") || element.piece != Piece::words || element.size() != 1) return false;
    auto const form = form_behind_writer(low_.chunks, chunk.first, chunk.last);
    if (form == chunk.last) return false;
    low_.citation.item.names.set(Variable::author, read_names(low_.chunks, chunk.first, form));
    low_.field("author", {chunk.span.begin, low_.chunks.tokens[form - 1].span.end});
    low_.set(Variable::genre, low_.chunks.tokens[form].span);
    settle(chunk.span);
    return true;
}

/// "box 20, Dulles–Eisenhower, 24 Oct. 1956": a talk by who held it.
bool LocationReader::between_two(std::size_t index) {
    auto const& element = elements_[index];
    auto const written = text(element.span);
    constexpr string_view dash = "\u2013";
    auto const at = written.find(dash);
    auto const dated = index + 1;
    if (at == string_view::npos || at == 0 || element.piece != Piece::words || has(element, Trait::digits) ||
        written.find(' ') != string_view::npos || count_capitals(written.substr(0, at)) != 1 ||
        !has_upper_after(written, at + dash.size() - 1) || dated >= elements_.size() ||
        elements_[dated].piece != Piece::date || !has_day(dated))
        return false;
    low_.set(Variable::title, element.span);
    settle(element.span);
    return true;
}

/// "k. 5, f. 1, r. b. 11, Izjava generala Milana Radenkovića, 6": the paper by its form, and its pages.
bool LocationReader::undated_description(std::size_t index) {
    auto const& element = elements_[index];
    constexpr std::uint32_t shortest = 2, shortest_with_digits = 5;
    // "Jegyzőkönyv a Bizottság üléséről, 7–9. o.": or before its leaves.
    auto const behind = elements_.begin() + static_cast<std::ptrdiff_t>(index) + 1;
    bool const last =
        behind == elements_.end() || (behind + 1 == elements_.end() && behind->piece == Piece::number) ||
        std::all_of(behind, elements_.end(), [&](Element const& next) {
            return next.piece == Piece::level && (is_leaf(head(next)) || head(next).means("page"));
        });
    bool const coded = has(element, Trait::digits) && head(element).size() < shortest_with_digits;
    if (is_american() || scheme_is("GB") || !last || element.piece != Piece::words || is_form(element) ||
        !head(element).is(Trait::genre_head) || coded || head(element).size() < shortest || index == 0 ||
        (elements_[index - 1].piece != Piece::level && !has(elements_[index - 1], Trait::holding)))
        return false;
    low_.set(Variable::title, trimmed(low_.chunks.text, element.span));
    settle(element.span);
    described_ = index + 1;
    return true;
}

/// "Eintrag v. 14.8.1961", "Tagebuch 28.8.1963": words and their date in one element.
bool LocationReader::entry(std::size_t index) {
    auto const& element = elements_[index];
    auto const& dated = list_[element.last - 1];
    if (element.size() < 2 || dated.kind != ChunkKind::date || !dated.has_day ||
        head(element).kind != ChunkKind::text || (!head(element).is(Trait::genre) && is_american()) ||
        has(element, Trait::reference))
        return false;
    auto const& tokens = low_.chunks.tokens;
    auto const first = head(element).first;
    auto last = list_[element.last - 2].last;
    // "Eintrag v. 14.8.1961", "note des renseignements généraux du 24 mars 1931": the small word before the
    // day.
    constexpr std::size_t longest = 3;
    while (last > first + 1 && (tokens[last - 1].kind != TokenKind::word ||
                                (tokens[last - 1].lower && tokens[last - 1].span.size() <= longest)))
        --last;
    bool const form = last == first + 1 && tokens[first].lower && tokens[first].is(WordClass::genre);
    low_.set(form ? Variable::genre : Variable::title, {element.span.begin, tokens[last - 1].span.end});
    settle(element.span);
    set_issued(dated);
    return true;
}

/// "note de la direction d'Europe, « Entretien avec M. Gromyko », 27 avril 1965": the title, and the form
/// before it.
bool LocationReader::titled(std::size_t first, std::size_t quote) {
    if (first < quote && is_form(elements_[first]))
        low_.set(Variable::genre, trimmed(low_.chunks.text, elements_[first].span));
    for (auto i = first; i <= quote; ++i) elements_[i].used = true;
    low_.set(Variable::title, head(elements_[quote]).inner);
    return true;
}

/// A quotation that is the document's title: its date stands behind it, or nothing, and no box before it.
bool LocationReader::quoted_document(std::size_t index) {
    if (!document_missing()) return false;
    bool const in_container = is_container(reference().levels.back().level) && index > 0 &&
                              elements_[index - 1].piece == Piece::level;
    // "Folder 350 “Korea,” Muccio to Acheson": what the folder is called, without a comma before it.
    if (in_container && elements_[index - 1].last == elements_[index].first) return false;
    auto const dated = date_behind(index);
    bool const ends =
        std::all_of(elements_.begin() + static_cast<std::ptrdiff_t>(index) + 1, elements_.end(),
                    [&](Element const& next) { return next.piece == Piece::level && is_leaf(head(next)); });
    if (!(dated != none && (has_day(dated) || !is_american())) && !(ends && !is_american() && !in_container))
        return false;
    low_.set(Variable::title, head(elements_[index]).inner);
    if (dated != none && dated > index + 1) writer(index + 1);
    return true;
}

/// "‘Constitutional Development in Kenya’, memorandum by Lennox-Boyd": form and writer behind the title.
void LocationReader::writer(std::size_t index) {
    auto const& element = elements_[index];
    auto const& tokens = low_.chunks.tokens;
    auto const first = head(element).first, last = list_[element.last - 1].last;
    for (auto by = first + 1; by + 1 < last; ++by) {
        auto const word = text(tokens[by].span);
        if ((word != "by" && word != "von" && word != "par") || !reads_as_names(low_.chunks, by + 1, last))
            continue;
        low_.set(Variable::genre, {tokens[first].span.begin, tokens[by - 1].span.end});
        low_.citation.item.names.set(Variable::author, read_names(low_.chunks, by + 1, last));
        low_.field("author", {tokens[by + 1].span.begin, tokens[last - 1].span.end});
        elements_[index].used = true;
        return;
    }
}

/// A word or two for the form of a document.
bool LocationReader::is_form(Element const& element) const {
    auto const& chunk = head(element);
    return element.piece == Piece::words && element.size() == 1 && chunk.is(Trait::genre_head) &&
           chunk.size() <= 2;
}

/// A numbered telegram's or report's number before the date: "telegram no. 74.318, 21 August 1968".
std::size_t LocationReader::number_between(std::size_t first, std::size_t last) const {
    for (auto i = first + 1; i < last; ++i)
        if (elements_[i].piece == Piece::level) return i;
    return none;
}

/// The date that ends a description begun at `index`: nothing but leaves may follow it.
std::size_t LocationReader::date_behind(std::size_t index) const {
    auto at = index + 1;
    while (at < elements_.size() && at < index + 5 &&
           (elements_[at].piece == Piece::words || elements_[at].piece == Piece::quote ||
            (elements_[at].piece == Piece::level &&
             (head(elements_[at]).means("issue") || head(elements_[at]).means("number")))))
        ++at;
    if (at >= elements_.size() || elements_[at].piece != Piece::date) return none;
    for (auto i = at + 1; i < elements_.size(); ++i)
        if (elements_[i].piece != Piece::level || !is_leaf(head(elements_[i]))) return none;
    return at;
}

bool LocationReader::is_leaf(Chunk const& chunk) {
    return chunk.means("list") || chunk.means("leaf") || chunk.means("page") || chunk.means("folio");
}

bool LocationReader::dated_description(std::size_t index) {
    auto const& chunk = head(elements_[index]);
    auto& item = low_.citation.item;
    bool const described = !item.text(Variable::title).empty() || !item.text(Variable::genre).empty() ||
                           !item.text(Variable::number).empty() ||
                           (!is_american() && chunk.has_day && !item.reference.levels.empty());
    if (elements_[index].piece != Piece::date || item.dates.find(Variable::issued) || chunk.date < 0 ||
        !described || date_behind(index - 1) != index)
        return false;
    set_issued(chunk);
    return true;
}

/// "F228/1, p. 107, Hyderabad, 29 January, William Kirkpatrick to Gibson": the day that ends the reference is
/// the letter's, and the town before it where it was written.
void LocationReader::date_of_letter() {
    auto const& item = low_.citation.item;
    if (elements_.size() < 2 || !item.names.find(Variable::recipient) || item.dates.find(Variable::issued))
        return;
    auto& last = elements_.back();
    if (last.used || last.piece != Piece::date || !head(last).has_day) return;
    set_issued(head(last));
    last.used = true;
    auto& town = elements_[elements_.size() - 2];
    if (!town.used && town.piece == Piece::words && has(town, Trait::place)) town.used = true;
}

void LocationReader::set_issued(Chunk const& chunk) {
    if (chunk.date < 0) return;
    low_.citation.item.dates.set(Variable::issued, low_.chunks.dates[static_cast<std::size_t>(chunk.date)]);
    low_.field("issued", is_bracketed_year(chunk) ? chunk.inner : chunk.span);
}

}  // namespace fonds
