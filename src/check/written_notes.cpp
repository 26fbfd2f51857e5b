// Notes with what is written in them alone.

#include "check/written_notes.hpp"

#include <algorithm>

#include "note/record_alone.hpp"

namespace fonds::checking {
namespace {

bool has_record(Citation const& citation) {
    return is_record_alone(citation) && citation.kind != CitationKind::short_form;
}

// As one whose key nobody knows: the key, and the page that stands behind it.
void take_record_out(Citation& citation) {
    Item item;
    item.id = citation.item.id;
    citation.kind = CitationKind::short_form;
    if (citation.locator_label == "page") {
        item.texts.set(Variable::page, std::move(citation.locator));
        citation.locator.clear();
        citation.locator_label.clear();
        for (auto& field : citation.fields)
            if (field.field == "locator") field.field = to_string(Variable::page);
    }
    citation.item = std::move(item);
}

}  // namespace

std::optional<std::vector<ParsedNote>> without_records(std::vector<ParsedNote> const& notes) {
    bool const any = std::any_of(notes.begin(), notes.end(), [](ParsedNote const& note) {
        return std::any_of(note.citations.begin(), note.citations.end(), has_record);
    });
    if (!any) return std::nullopt;
    auto written = notes;
    for (auto& note : written)
        for (auto& citation : note.citations)
            if (has_record(citation)) take_record_out(citation);
    return written;
}

}  // namespace fonds::checking
