// A location in words becomes an archival reference.

#include <algorithm>
#include <fonds/location.hpp>
#include <fonds/note.hpp>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/record_alone.hpp"
#include "rewrite/unread_words.hpp"

namespace fonds {
namespace {

constexpr Variable written_out[] = {Variable::archive, Variable::archive_location};

// The order of a note: host or archive, location, address.
std::string as_note(Item const& item) {
    std::string out;
    for (auto const variable : written_out)
        if (auto const text = item.text(variable); !text.empty())
            out += concat(out.empty() ? "" : ", ", text);
    if (auto const url = item.text(Variable::URL); !url.empty())
        out += concat(out.ends_with('.') ? " " : ". ", url);
    return out;
}

bool has_words(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).size)
        if (is_letter(decode(text, at).value) || is_number(decode(text, at).value)) return true;
    return false;
}

// Whether a reference is all that the note says.
bool is_reference_alone(ParsedNote const& note) {
    if (note.citations.size() != 1 || note.citations.front().kind != CitationKind::archival) return false;
    auto const& citation = note.citations.front();
    bool const has_rest =
        std::any_of(note.segments.begin(), note.segments.end(), [&](Segment const& segment) {
            return segment.kind != SegmentKind::citation && has_words(slice(note.text, segment.span));
        });
    auto const is_expected = [](Variable variable) {
        return variable == Variable::URL || variable == Variable::page || contains(written_out, variable);
    };
    auto const& texts = citation.item.texts;
    bool const is_bare =
        citation.item.dates.empty() && citation.item.names.empty() &&
        std::all_of(texts.begin(), texts.end(), [&](auto const& entry) { return is_expected(entry.first); });
    return !has_rest && is_bare && !citation.item.reference.levels.empty() &&
           unread_words(note.text, citation, {}).empty();
}

}  // namespace

bool read_location(Item& item, Knowledge const& knowledge) {
    if (!item.reference.empty() || item.text(Variable::archive_location).empty()) return false;
    auto const note = parse_note(as_note(item), knowledge);
    if (!is_reference_alone(note)) return false;
    auto const& read = note.citations.front().item;
    item.reference = read.reference;
    for (auto const variable : written_out) item.texts.erase(variable);
    if (auto const place = item.text(Variable::archive_place);
        !place.empty() && item.reference.place.empty()) {
        item.reference.place = place;
        item.texts.erase(Variable::archive_place);
    }
    if (auto const page = read.text(Variable::page); !page.empty() && !item.texts.find(Variable::page))
        item.texts.set(Variable::page, std::string(page));
    return true;
}

void read_locations(std::vector<ParsedNote>& notes, Knowledge const& knowledge) {
    for (auto& note : notes)
        for (auto& citation : note.citations) {
            if (is_record_alone(citation)) read_location(citation.item, knowledge);
            for (auto& record : citation.records) read_location(record, knowledge);
        }
}

}  // namespace fonds
