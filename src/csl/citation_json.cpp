// Citations from JSON (the form of citeproc-js's citation objects).

#include "csl/citation_json.hpp"

#include "base/text.hpp"

namespace fonds::csl {

namespace {

Cite read_cite(json::Value const& value) {
    Cite out;
    auto const text = [&](std::string_view key) {
        auto const* member = value.find(key);
        auto const found = member ? member->text() : std::nullopt;
        return found ? std::string(*found) : std::string();
    };
    auto const flag = [&](std::string_view key) {
        auto const* member = value.find(key);
        if (!member) return false;
        if (auto const* boolean = member->boolean()) return *boolean;
        return member->integer().value_or(0) != 0;
    };
    out.id = text("id");
    out.locator = text("locator");
    out.label = text("label");
    out.prefix = text("prefix");
    out.suffix = text("suffix");
    out.suppress_author = flag("suppress-author");
    out.author_only = flag("author-only");
    if (auto const* position = value.find("position")) {
        switch (position->integer().value_or(0)) {
            case 1: out.position = Position::subsequent; break;
            case 2: out.position = Position::ibid; break;
            case 3: out.position = Position::ibid_with_locator; break;
            default: out.position = Position::first;
        }
    }
    if (value.find("near-note")) out.near_note = flag("near-note");
    if (auto const* number = value.find("first-reference-note-number"))
        out.first_reference_note_number = static_cast<int>(number->integer().value_or(0));
    return out;
}

}  // namespace

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
    if (auto const* note = properties->find("noteIndex"))
        out.note_number = static_cast<int>(note->integer().value_or(0));
    if (auto const* unsorted = properties->find("unsorted"))
        out.keep_order = unsorted->boolean() && *unsorted->boolean();
    if (auto const* mode = properties->find("mode"); mode && mode->text() && !out.cites.empty()) {
        if (*mode->text() == "author-only") out.cites[0].author_only = true;
        if (*mode->text() == "suppress-author") out.cites[0].suppress_author = true;
    }
    return out;
}

Result<std::vector<Citation>> read_citations(std::string_view text) {
    auto const value = json::read(text);
    if (!value) return value.error();
    if (!value->array()) return Error{ErrorCode::malformed, "citations are a JSON array", {}, 0};
    std::vector<Citation> out;
    for (auto const& entry : *value->array()) {
        if (entry.array()) {
            Citation citation;
            citation.cites = cites_of(entry);
            out.push_back(std::move(citation));
        } else {
            out.push_back(citation_of(entry));
        }
        if (out.back().id.empty()) out.back().id = std::to_string(out.size());
    }
    return out;
}

}  // namespace fonds::csl
