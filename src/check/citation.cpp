// Answers from a citation's fields and their places.

#include "check/citation.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds::checking {

std::optional<Span> place_of(Citation const& citation, std::string_view field) {
    for (auto const& place : citation.fields)
        if (place.field == field) return place.span;
    return std::nullopt;
}

Span place_or_all(Citation const& citation, std::string_view field) {
    return place_of(citation, field).value_or(citation.span);
}

std::optional<Span> level_place(ParsedNote const& note, Citation const& citation, std::size_t index) {
    auto place = place_of(citation, "levels/" + std::to_string(index));
    if (!place) return std::nullopt;
    // The field may be recorded with its label: the value is the end of it, then.
    auto const& value = citation.item.reference.levels[index].value;
    auto const at = slice(note.text, *place).rfind(value);
    if (at != std::string_view::npos) place = Span{place->begin + at, place->begin + at + value.size()};
    return place;
}

std::optional<Span> label_place(ParsedNote const& note, Citation const& citation, std::size_t index) {
    auto const value = level_place(note, citation, index);
    auto const& label = citation.item.reference.levels[index].label;
    if (!value || label.empty()) return std::nullopt;
    std::string_view const text = note.text;
    auto before = text.substr(0, value->begin);
    while (!before.empty() && is_space(decode_before(before, before.size()).value))
        before.remove_suffix(decode_before(before, before.size()).size);
    if (before.ends_with(label)) return Span{before.size() - label.size(), before.size()};
    auto after = value->end;  // "11. doboz": the label follows
    while (after < text.size() && (text[after] == '.' || is_space(decode(text, after).value)))
        after += decode(text, after).size;
    if (text.substr(after).starts_with(label)) return Span{after, after + label.size()};
    return std::nullopt;
}

Span level_and_label(ParsedNote const& note, Citation const& citation, std::size_t index) {
    auto const value = level_place(note, citation, index);
    if (!value) return citation.span;
    auto const label = label_place(note, citation, index).value_or(*value);
    return {std::min(value->begin, label.begin), std::max(value->end, label.end)};
}

ArchiveLevel const* find_level(Citation const& citation, std::string_view level) {
    for (auto const& candidate : citation.item.reference.levels)
        if (candidate.level == level) return &candidate;
    return nullptr;
}

bool is_fond_reference(Citation const& citation) {
    return find_level(citation, "fond") &&
           (find_level(citation, "opis") || find_level(citation, "delo") || find_level(citation, "list"));
}

bool repository_follows(Citation const& citation) {
    auto const archive = place_of(citation, "archive");
    auto const level = place_of(citation, "levels/0");
    return archive && level && archive->begin > level->begin;
}

LevelScheme const* scheme_of(Citation const& citation, Knowledge const& knowledge) {
    auto const& id = citation.item.reference.repository_id;
    auto const* archive = id.empty() ? nullptr : knowledge.archive(id);
    return archive && !archive->scheme.empty() ? knowledge.scheme(archive->scheme) : nullptr;
}

bool is_full(Citation const& citation) {
    return citation.kind == CitationKind::archival || citation.kind == CitationKind::published ||
           citation.kind == CitationKind::web;
}

DatePoint issued_day(Citation const& citation) {
    auto const* issued = citation.item.dates.find(Variable::issued);
    return issued && !issued->end ? issued->start : DatePoint{};
}

// Citations are in the order of the text.
Citation const* citation_at(ParsedNote const& note, Span span) {
    auto const at =
        std::partition_point(note.citations.begin(), note.citations.end(),
                             [&](Citation const& citation) { return citation.span.end < span.end; });
    return at != note.citations.end() && at->span.contains(span) ? &*at : nullptr;
}

bool fits(LevelScheme const& scheme, ArchiveLevel const& level) {
    auto const& levels = scheme.levels;
    if (std::any_of(levels.begin(), levels.end(),
                    [&](SchemeLevel const& known) { return known.level == level.level; }))
        return true;
    auto const label = fold(level.label);
    return std::any_of(levels.begin(), levels.end(), [&](SchemeLevel const& known) {
        return std::any_of(known.labels.begin(), known.labels.end(),
                           [&](std::string_view other) { return fold(other) == label; });
    });
}

}  // namespace fonds::checking
