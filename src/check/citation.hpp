// Questions that rules ask a citation.
#pragma once

#include <fonds/note.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace fonds::checking {

/// Where a field of the citation stands, or nothing.
[[nodiscard]] std::optional<Span> place_of(Citation const& citation, std::string_view field);
/// Where it stands, else the whole citation.
[[nodiscard]] Span place_or_all(Citation const& citation, std::string_view field);
/// Where the value of level `index` stands, without the label.
[[nodiscard]] std::optional<Span> level_place(ParsedNote const& note, Citation const& citation,
                                              std::size_t index);
/// Where the label of level `index` stands, directly beside its value.
[[nodiscard]] std::optional<Span> label_place(ParsedNote const& note, Citation const& citation,
                                              std::size_t index);
/// Label and value.
[[nodiscard]] Span level_and_label(ParsedNote const& note, Citation const& citation, std::size_t index);

/// The level of that canonical name, or null.
[[nodiscard]] ArchiveLevel const* find_level(Citation const& citation, std::string_view level);

/// Whether the reference is built of fond, opis and delo or their like.
[[nodiscard]] bool is_fond_reference(Citation const& citation);

/// Whether the repository stands after the levels, as where a reference goes outwards.
[[nodiscard]] bool repository_follows(Citation const& citation);

/// The scheme of the recognised archive, or null.
[[nodiscard]] LevelScheme const* scheme_of(Citation const& citation, Knowledge const& knowledge);

/// A new source in full: no ibid., short form or unread text.
[[nodiscard]] bool is_full(Citation const& citation);

/// The day a document was written on, in the parts that are known; of a span of time nothing.
[[nodiscard]] DatePoint issued_day(Citation const& citation);

/// The citation that a place lies in, or null.
[[nodiscard]] Citation const* citation_at(ParsedNote const& note, Span span);

/// Whether a scheme has the level, or a level with its label.
[[nodiscard]] bool fits(LevelScheme const& scheme, ArchiveLevel const& level);

}  // namespace fonds::checking
