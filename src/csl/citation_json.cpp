// Citations from JSON (the form of citeproc-js's citation objects).

#include "csl/citation_json.hpp"

#include <utility>

#include "base/text.hpp"

namespace fonds::csl {

namespace {

std::string text_of(json::Value const& value) { return std::string(value.text().value_or("")); }

Position position_of(json::Value const& value) {
    switch (value.integer().value_or(0)) {
        case 1: return Position::subsequent;
        case 2: return Position::ibid;
        case 3: return Position::ibid_with_locator;
        default: return Position::first;
    }
}

void read_member(std::string_view name, json::Value const& value, Cite& cite) {
    if (name == "id") cite.id = text_of(value);
    else if (name == "locator") cite.locator = text_of(value);
    else if (name == "label") cite.label = text_of(value);
    else if (name == "prefix") cite.prefix = text_of(value);
    else if (name == "suffix") cite.suffix = text_of(value);
    else if (name == "suppress-author") cite.suppress_author = value.is_true();
    else if (name == "author-only") cite.author_only = value.is_true();
    else if (name == "position") cite.position = position_of(value);
    else if (name == "near-note") cite.near_note = value.is_true();
    else if (name == "first-reference-note-number") cite.first_reference_note_number = note_number_of(value);
}

Cite read_cite(json::Value const& value) {
    Cite out;
    if (auto const* members = value.object())
        for (auto const& member : *members) read_member(member.name, member.value, out);
    return out;
}

}  // namespace

int note_number_of(json::Value const& value) {
    auto const number = value.integer().value_or(0);
    return std::in_range<int>(number) ? static_cast<int>(number) : 0;
}

std::vector<Cite> cites_of(json::Value const& list) {
    std::vector<Cite> out;
    if (list.array())
        for (auto const& cite : *list.array()) out.push_back(read_cite(cite));
    return out;
}

Citation citation_of(json::Value const& given) {
    Citation out;
    if (auto const* id = given.find("citationID")) out.id = std::string(id->text().value_or(""));
    if (auto const* cites = given.find("citationItems")) out.cites = cites_of(*cites);
    auto const* properties = given.find("properties");
    if (!properties) return out;
    if (auto const* note = properties->find("noteIndex")) out.note_number = note_number_of(*note);
    if (auto const* unsorted = properties->find("unsorted"))
        out.keep_order = unsorted->boolean() && *unsorted->boolean();
    if (auto const* mode = properties->find("mode"); mode && mode->text() && !out.cites.empty()) {
        if (*mode->text() == "author-only") out.cites[0].author_only = true;
        if (*mode->text() == "suppress-author") out.cites[0].suppress_author = true;
        out.composite = *mode->text() == "composite";
        if (auto const* infix = properties->find("infix"))
            out.infix = std::string(infix->text().value_or(""));
    }
    return out;
}

Result<std::vector<Citation>> read_citations(std::string_view text) {
    if (!trim(text).starts_with('[')) {
        auto const value = json::read(text);
        return value ? Error{ErrorCode::malformed, "citations are a JSON array", {}, 0} : value.error();
    }
    std::vector<Citation> out;
    auto const error = json::read_each(text, [&](json::Value const& entry) {
        auto& citation = out.emplace_back();
        if (entry.array()) citation.cites = cites_of(entry);
        else citation = citation_of(entry);
        if (citation.id.empty()) citation.id = std::to_string(out.size());
    });
    if (error) return *error;
    return out;
}

}  // namespace fonds::csl
