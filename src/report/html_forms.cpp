// Citations in the chosen style, for the cards of the HTML report.

#include <fonds/house_style.hpp>

#include "base/text.hpp"
#include "knowledge/title_language.hpp"
#include "model/own_pages.hpp"
#include "report/html.hpp"

namespace fonds::reporting {
namespace {

bool is_full(CitationKind kind) {
    return kind == CitationKind::archival || kind == CitationKind::published || kind == CitationKind::web;
}

}  // namespace

std::vector<std::vector<std::string>> rendered_forms(std::vector<ParsedNote> const& notes,
                                                     ReportOptions const& options) {
    std::vector<std::vector<std::string>> forms;
    Items items;
    std::vector<csl::Citation> citations;
    std::vector<std::string*> places;
    for (auto const& note : notes) forms.emplace_back(note.citations.size());
    for (std::size_t note = 0; note < notes.size(); ++note) {
        for (std::size_t index = 0; index < notes[note].citations.size(); ++index) {
            auto const& source = notes[note].citations[index];
            if (!is_full(source.kind)) continue;
            auto& item = items.emplace_back(source.work());
            item.id = std::to_string(items.size());
            if (auto const language = language_of_capitals(item); !language.empty())
                item.texts.set(Variable::language, std::string(language));
            csl::Citation citation;
            citation.id = item.id;
            citation.note_number = static_cast<int>(items.size());
            auto& cite = citation.cites.emplace_back();
            cite.id = item.id;
            cite.locator = source.locator;
            cite.label = source.locator_label;
            if (cite.locator.empty() && !has_own_pages(item.type)) {
                cite.locator = source.item.text(Variable::page);
                cite.label = "page";
                item.texts.erase(Variable::page);
            }
            cite.position = csl::Position::first;
            citations.push_back(std::move(citation));
            places.push_back(&forms[note][index]);
        }
    }
    if (items.empty()) return forms;
    auto const found = HouseStyle::find(options.style, options.locale, {.folders = options.style_folders});
    if (!found) return forms;
    auto const& house = found->value;
    auto writing = house.options(csl::OutputFormat::html);
    writing.bibliography = false;
    auto const rendered =
        csl::format_document(house.style, house.locales, lower(items, house.form()), citations, writing);
    for (std::size_t at = 0; at < places.size() && at < rendered.citations.size(); ++at)
        // A cite of which the style prints nothing shows the number that it was given here.
        if (rendered.citations[at].find(concat("[", items[at].id, "]")) == std::string::npos)
            *places[at] = rendered.citations[at];
    return forms;
}

}  // namespace fonds::reporting
