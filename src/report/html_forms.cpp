// Citations in the chosen style, for the cards of the HTML report.

#include <fonds/csl.hpp>
#include <fonds/house.hpp>

#include "knowledge/title_language.hpp"
#include "model/own_pages.hpp"
#include "report/html.hpp"

namespace fonds::reporting {
namespace {

/// All that a style needs to write.
struct Engine {
    csl::Style style;
    csl::Locales locales;
    HouseForm form;
    csl::Options options;
};

std::optional<Engine> make_engine(ReportOptions const& options) {
    csl::SearchPath const path{.folders = options.style_folders};
    auto const xml = csl::read_style(options.style, path);
    if (!xml) return std::nullopt;
    auto style = csl::Style::parse(*xml, options.style);
    if (!style) return std::nullopt;
    auto language =
        options.locale.empty() ? std::string(style.value().value.default_locale()) : options.locale;
    if (language.empty()) language = "en-US";
    auto locales = csl::find_locales(language, path);
    if (!locales) return std::nullopt;
    csl::Options writing;
    writing.language = language;
    writing.output = csl::OutputFormat::html;
    writing.bibliography = false;
    writing.name_unprinted = true;
    return Engine{style.value().value, std::move(*locales),
                  HouseForm::of_style(*xml).value_or(HouseForm::of_language(language)), writing};
}

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
            if (auto const language = title_language(item); !language.code.empty())
                item.texts.set(Variable::language, std::string(language.code));
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
    auto const engine = items.empty() ? std::nullopt : make_engine(options);
    if (!engine) return forms;
    auto const rendered = csl::format_document(engine->style, engine->locales, lower(items, engine->form),
                                               citations, engine->options);
    for (std::size_t at = 0; at < places.size() && at < rendered.citations.size(); ++at)
        *places[at] = rendered.citations[at];
    return forms;
}

}  // namespace fonds::reporting
