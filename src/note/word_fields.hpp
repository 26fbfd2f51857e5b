// The words of a citation and the field that each belongs to: title, writer, series, keeper, place …
//
// The grammar reads a citation by rule. Where a house writes as no rule foresees, habit tells: learned
// weights look at each word once more, at what stands around it and at what the grammar made of it, and tell
// the best sequence of fields. The weights are data (bibliography/weights/fields.tsv).
#pragma once

#include <array>
#include <cstdint>
#include <fonds/note.hpp>
#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/candidate.hpp"

namespace fonds {

/// The name of a field ("title", "author"), "level:" and a level's name, or "none". Collections and subseries
/// are "level:series", a locator that counts pages is "page". Its text is the table's or that of the words it
/// is said of.
using FieldName = std::string_view;

/// The fields that words are weighed for beside levels: people, texts, and those that are read in their own
/// way.
inline constexpr std::array<std::string_view, 6> weighed_people = {
    "author", "recipient", "interviewer", "editor", "translator", "container-author"};
inline constexpr std::array<std::string_view, 11> weighed_texts = {
    "title", "container-title",   "genre",  "edition",         "publisher", "publisher-place", "volume",
    "issue", "number-of-volumes", "number", "collection-title"};
inline constexpr std::array<std::string_view, 4> weighed_others = {"page", "issued", "archive",
                                                                   "archive-place"};

/// The words and marks of a citation, token by token.
struct CitationWords {
    std::uint32_t first_chunk = 0, last_chunk = 0;  ///< half-open
    std::uint32_t first = 0, last = 0;              ///< tokens, half-open
    CitationKind kind = CitationKind::archival;
    std::string_view family;  ///< of the reading

    struct Word {
        FieldName rule = "none";  ///< what the grammar made of it
        std::uint32_t chunk = 0;  ///< that it is in
        bool settled = false;     ///< an archive's scheme, or what no weights know, says so: not weighed
        bool kept = false;        ///< belongs to some field: weighed for which
        bool located = false;     ///< a level for certain: weighed for which
    };
    [[nodiscard]] std::uint32_t size() const { return last - first; }  ///< tokens

    std::vector<Word> list;
    std::forward_list<std::string> other_names;  ///< of fields that no weights know
};

/// The level that was read at a field "levels/2"; null for any other field.
[[nodiscard]] ArchiveLevel const* level_of(FieldSpan const& field, ArchivalReference const& reference);

/// The words of `citation` with the fields that the grammar gave them; `settled` are the spans that the
/// archive's scheme or their own form told (`Lowering::settled`), `kept` those of fields for certain,
/// `located` those of levels.
[[nodiscard]] CitationWords citation_words(Citation const& citation, std::vector<Span> const& settled,
                                           Candidate const& candidate, Chunks const& chunks,
                                           std::vector<Span> const& kept = {},
                                           std::vector<Span> const& located = {});

/// The field of each token by the learned weights: the best sequence, settled ones held. Cost: linear.
[[nodiscard]] std::vector<FieldName> weigh_fields(CitationWords const& words, Chunks const& chunks);

/// The features of each chunk, which its words share, and of each token, for people and for training.
struct WordFeatureNames {
    std::vector<std::vector<std::string>> chunks, words;
};
[[nodiscard]] WordFeatureNames word_features(CitationWords const& words, Chunks const& chunks);

}  // namespace fonds
