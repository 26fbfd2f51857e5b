// What a citation's family and parts make of it together: its kind and its type.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/lowerer.hpp"

namespace fonds {

using std::string_view;

void Lowerer::finish() {
    auto& citation = low.citation;
    citation.kind = CitationKind::published;
    switch (candidate.family) {
        case Family::quoted_document: case Family::described_document: case Family::letter: case Family::location:
        case Family::record:
            citation.kind = CitationKind::archival;
            if (item().type != ItemType::interview) item().type = ItemType::manuscript;
            break;
        case Family::article: article_type(); break;
        case Family::newspaper: item().type = ItemType::article_newspaper; break;
        case Family::book:
            item().type = candidate.find(Role::thesis) || has_thesis() ? ItemType::thesis : ItemType::book;
            break;
        case Family::chapter: case Family::letter_in_volume: item().type = ItemType::chapter; break;
        case Family::web:
            citation.kind = CitationKind::web;
            item().type = blog_ ? ItemType::post_weblog : ItemType::webpage;
            web();
            break;
        case Family::short_form: case Family::back_reference: citation.kind = CitationKind::short_form; short_type(); break;
        case Family::ibid: citation.kind = CitationKind::ibid; break;
        case Family::legal: item().type = legal_type(); break;
        case Family::interview: item().type = ItemType::interview; break;
    }
}

bool Lowerer::has_thesis() const {
    auto const part = candidate.find(Role::publication);
    return part && at(part->first).kind == ChunkKind::thesis;
}

void Lowerer::web() {
    auto const title = item().text(Variable::title);
    auto const first = title.starts_with("the ") ? title.substr(4) : title;
    if (!first.empty() && is_lower(decode(first, 0).value)) {
        // Prose before an address is no title.
        item().texts.erase(Variable::title);
        std::erase_if(low.citation.fields, [](FieldSpan const& field) { return field.field == "title"; });
        item().texts.erase(Variable::container_title);
        std::erase_if(low.citation.fields, [](FieldSpan const& field) { return field.field == "container-title"; });
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
        item().type = part && at(part->first).kind == ChunkKind::quote ? ItemType::document : ItemType::book;
    }
    if (candidate.find(Role::head) && candidate.family == Family::short_form) item().type = ItemType::chapter;
}

ItemType Lowerer::legal_type() {
    bool volume = false;
    for (auto const& part : candidate.parts)
        if (part.role == Role::title)
            for (auto i = part.first; i < part.last; ++i) volume = volume || at(i).is(Trait::docvolume);
    if (volume) {
        // A volume of documents known by its series: "FRUS, 1961–1963, 1:656".
        item().texts.set(Variable::container_title, std::string(item().text(Variable::title)));
        item().texts.erase(Variable::title);
        for (auto& field : low.citation.fields)
            if (field.field == "title") field.field = "container-title";
        return ItemType::book;
    }
    if (!item().text(Variable::number).empty()) return ItemType::report;
    return ItemType::document;
}

bool Lowerer::container_is(Trait trait) const {
    auto const part = candidate.find(Role::container);
    if (part)
        for (auto i = part->first; i < part->last; ++i)
            if (at(i).is(trait)) return true;
    return false;
}

void Lowerer::article_type() {
    auto const* date = item().dates.find(Variable::issued);
    bool const numbered = !item().text(Variable::volume).empty() || !item().text(Variable::issue).empty();
    if (!item().text(Variable::collection_title).empty()) {
        item().type = ItemType::report;
        if (item().text(Variable::number).empty() && !item().text(Variable::issue).empty()) {
            item().texts.set(Variable::number, std::string(item().text(Variable::issue)));
            item().texts.erase(Variable::issue);
            for (auto& field : low.citation.fields)
                if (field.field == "issue") field.field = "number";
        }
        return;
    }
    if (container_is(Trait::legal)) {
        item().type = ItemType::legislation;
        if (!item().text(Variable::issue).empty()) {
            item().texts.set(Variable::number, std::string(item().text(Variable::issue)));
            item().texts.erase(Variable::issue);
            for (auto& field : low.citation.fields)
                if (field.field == "issue") field.field = "number";
        }
        return;
    }
    if (date && date->start.day != 0 && !item().text(Variable::volume).empty() == false) {
        item().type = container_is(Trait::magazine) ? ItemType::article_magazine : ItemType::article_newspaper;
    } else if (numbered || !date || date->start.month == 0) {
        item().type = ItemType::article_journal;
    } else {
        item().type = container_is(Trait::newspaper) ? ItemType::article_newspaper : ItemType::article_magazine;
    }
    if (!item().text(Variable::URL).empty() && item().text(Variable::page).empty() && !numbered) {
        low.citation.kind = CitationKind::web;
        item().type = ItemType::webpage;
    }
    if (blog_) item().type = ItemType::post_weblog;
}

}  // namespace fonds
