// A citation's record as a card.

#include <cmath>

#include "base/text.hpp"
#include "report/html.hpp"
#include "report/place.hpp"

namespace fonds::reporting {
namespace {

void row(std::string& out, std::string_view group, std::string_view name, std::string_view html) {
    if (!html.empty())
        out += concat("<dt>", escape_html(name), "</dt><dd class=\"g-", group, "\">", html, "</dd>");
}

std::string names_text(Names const& names) {
    std::vector<std::string> shown;
    for (auto const& name : names) shown.push_back(display(name));
    return join(shown, "; ");
}

std::string levels_html(ArchivalReference const& reference) {
    std::string out;
    for (auto const& level : reference.levels) {
        auto const label =
            level.label.empty() ? std::string() : concat("<i>", escape_html(level.label), "</i> ");
        out += concat(out.empty() ? "" : "<b aria-hidden=\"true\">›</b>", "<span class=\"level\" title=\"",
                      escape_html(level.level), "\">", label, escape_html(level.value), "</span>");
    }
    return out.empty() ? out : concat("<span class=\"levels\">", out, "</span>");
}

std::string address_html(std::string_view url) {
    // Only what a browser opens as a page becomes a link.
    bool const is_web = url.starts_with("http://") || url.starts_with("https://");
    auto const text = escape_html(url);
    return is_web ? concat("<a href=\"", text, "\" rel=\"noreferrer noopener\">", text, "</a>") : text;
}

std::string provenance_text(Provenance const& provenance) {
    auto const project = provenance.project.empty() ? std::string() : concat(" for ", provenance.project);
    return concat(provenance.role, project, ": ", names_text(provenance.names));
}

void reference_rows(std::string& out, Item const& item) {
    auto const& reference = item.reference;
    auto const archive =
        reference.repository.empty() ? std::string(item.text(Variable::archive)) : reference.repository;
    auto const id = reference.repository_id.empty()
                        ? std::string()
                        : concat(" <small>", escape_html(reference.repository_id), "</small>");
    if (!archive.empty()) row(out, "archive", "archive", escape_html(archive) + id);
    row(out, "level", "reference", levels_html(reference));
    row(out, "copy", "copy in", escape_html(reference.digital_archive));
    row(out, "copy", "document", escape_html(reference.document_id));
    row(out, "copy", "collection", escape_html(reference.collection_id));
    for (auto const& provenance : reference.provenance)
        row(out, "provenance", "provenance", escape_html(provenance_text(provenance)));
    row(out, "provenance", "provenance", escape_html(reference.provenance_note));
}

bool is_shown_elsewhere(Variable variable, Item const& item) {
    auto const& reference = item.reference;
    if (variable == Variable::title || variable == Variable::URL) return true;
    if (variable == Variable::archive) return true;
    return !reference.empty() && (variable == Variable::archive_location || variable == Variable::source);
}

std::string confidence_html(double confidence) {
    auto const percent = static_cast<int>(std::lround(100 * std::min(1.0, std::max(0.0, confidence))));
    auto const text = std::to_string(percent);
    return concat(
        "<span class=\"confidence\" title=\"how often such citations are read wholly right\"><i "
        "style=\"width:",
        text, "%\"></i><em>", text, " %</em></span>");
}

}  // namespace

std::string record_card(Citation const& citation, Document const& document, std::string_view rendered) {
    auto const& item = citation.work();
    std::string rows;
    for (auto const& [variable, names] : item.names)
        row(rows, "name", to_string(variable), escape_html(names_text(names)));
    row(rows, "title", "title", escape_html(item.text(Variable::title)));
    for (auto const& [variable, date] : item.dates)
        row(rows, "date", to_string(variable),
            escape_html(date.empty()           ? date.raw
                        : date.literal.empty() ? to_edtf(date)
                                               : date.literal));
    for (auto const& [variable, value] : item.texts)
        if (!is_shown_elsewhere(variable, item))
            row(rows, field_group(to_string(variable)), to_string(variable), escape_html(value));
    reference_rows(rows, item);
    row(rows, "copy", "address", address_html(item.text(Variable::URL)));
    if (!citation.locator.empty())
        row(rows, "print", citation.locator_label.empty() ? "locator" : citation.locator_label,
            escape_html(citation.locator));
    if (citation.refers_to) {
        auto const& link = *citation.refers_to;
        row(rows, "signal", "refers to",
            concat(escape_html(note_name(document, link.note)), " <small>",
                   escape_html(reason_of(link, document)), "</small>"));
    }
    auto const form = rendered.empty() ? std::string() : concat("<p class=\"rendered\">", rendered, "</p>");
    return concat("<section class=\"record\"><header><span class=\"kind k-", to_string(citation.kind), "\">",
                  to_string(citation.kind), "</span><span class=\"type\">", to_string(item.type), "</span>",
                  confidence_html(citation.confidence), "</header><dl>", rows, "</dl>", form, "</section>");
}

}  // namespace fonds::reporting
