// The document that a reference is followed by: "k. 47–53, Notatka z rozmowy …, 24.X.1957".

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

/// A description behind the reference: "k. 47–53, Notatka z rozmowy …, 24.X.1957".
bool LocationReader::description(std::size_t index) {
    auto const& element = elements_[index];
    auto& item = low_.citation.item;
    if (element.piece == Piece::date || element.piece == Piece::number) return dated_description(index);
    bool const head_missing = item.text(Variable::title).empty() && !item.names.find(Variable::author) &&
                              !item.names.find(Variable::recipient) && !item.dates.find(Variable::issued);
    if (!head_missing || reference().levels.empty()) return false;
    auto const& chunk = head(element);
    bool const letter = chunk.to != no_token;
    bool const date_follows = index + 1 < elements_.size() && elements_[index + 1].piece == Piece::date &&
                              index + 2 >= elements_.size();
    (void)date_follows;
    auto const dated = date_behind(index);
    bool const american = scheme_.empty() || scheme_is("US");
    bool const formed = chunk.is(Trait::genre) || letter;
    if (dated == none || (american && !formed) || (american && is_container(reference().levels.back().level) && !has_day(dated))) return false;
    if (!formed && !has_day(dated) && has(element, Trait::digits)) return false;
    Span span{element.span.begin, elements_[dated - 1].span.end};
    for (auto i = index; i < dated; ++i) elements_[i].used = true;
    span = trimmed(low_.chunks.text, span);
    if (element.last - element.first >= 1 && list_[elements_[dated - 1].last - 1].is(Trait::place) && dated - index > 1)
        span = trimmed(low_.chunks.text, {span.begin, elements_[dated - 2].span.end});
    low_.set(Variable::title, span);
    return true;
}

/// The date that ends a description begun at `index`: nothing but leaves may follow it.
std::size_t LocationReader::date_behind(std::size_t index) const {
    auto at = index + 1;
    while (at < elements_.size() && (elements_[at].piece == Piece::words || elements_[at].piece == Piece::quote) && at < index + 5) ++at;
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
    bool const described = !item.text(Variable::title).empty() || !item.text(Variable::genre).empty();
    if (elements_[index].piece != Piece::date || item.dates.find(Variable::issued) || chunk.date < 0 || !described ||
        date_behind(index - 1) != index)
        return false;
    item.dates.set(Variable::issued, low_.chunks.dates[static_cast<std::size_t>(chunk.date)]);
    low_.field("issued", chunk.span);
    return true;
}

}  // namespace fonds
