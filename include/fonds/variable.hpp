// The item types and variables of CSL 1.0.2 (appendices III and IV), under the specification's own names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#pragma GCC visibility push(default)
namespace fonds {

/// Item types; `-` of the specification is `_` here.
// clang-format off
enum class ItemType : std::uint8_t {
    article, article_journal, article_magazine, article_newspaper, bill, book, broadcast, chapter,
    classic, collection, dataset, document, entry, entry_dictionary, entry_encyclopedia, event,
    figure, graphic, hearing, interview, legal_case, legislation, manuscript, map, motion_picture,
    musical_score, pamphlet, paper_conference, patent, performance, periodical,
    personal_communication, post, post_weblog, regulation, report, review, review_book, software,
    song, speech, standard, thesis, treaty, webpage,
};
// clang-format on

/// "article-journal" for `ItemType::article_journal`.
[[nodiscard]] std::string_view to_string(ItemType type);

/// The type of that CSL name, or nothing.
[[nodiscard]] std::optional<ItemType> find_item_type(std::string_view name);

/// Variables, grouped by kind; `-` of the specification is `_` here.
// clang-format off
enum class Variable : std::uint8_t {
    // standard variables
    abstract, annote, archive, archive_collection, archive_location, archive_place, authority,
    call_number, citation_key, citation_label, collection_title, container_title,
    container_title_short, dimensions, division, DOI, event_place, event_title, genre, ISBN, ISSN,
    jurisdiction, keyword, language, license, medium, note, original_publisher,
    original_publisher_place, original_title, part_title, PMCID, PMID, publisher, publisher_place,
    references, reviewed_genre, reviewed_title, scale, source, status, title, title_short, URL,
    volume_title, volume_title_short, year_suffix,

    // number variables
    chapter_number, citation_number, collection_number, edition, first_reference_note_number,
    issue, locator, number, number_of_pages, number_of_volumes, page, page_first, part_number,
    printing_number, section, supplement_number, version, volume,

    // date variables
    accessed, available_date, event_date, issued, original_date, submitted,

    // name variables
    author, chair, collection_editor, compiler, composer, container_author, contributor, curator,
    director, editor, editor_translator, editorial_director, executive_producer, guest, host,
    illustrator, interviewer, narrator, organizer, original_author, performer, producer, recipient,
    reviewed_author, script_writer, series_creator, translator,
};
// clang-format on

/// What a variable holds. Numbers are kept as text: "14/15", "XXIX", "33-62".
enum class VariableKind : std::uint8_t { text, number, date, names };

/// The kind of a variable.
[[nodiscard]] VariableKind kind_of(Variable variable);

/// "container-title" for `Variable::container_title`.
[[nodiscard]] std::string_view to_string(Variable variable);

/// The variable of that CSL 1.0.2 name, or nothing. Knows the older spellings that CSL-JSON files still
/// have: journalAbbreviation, shortTitle, event, part, printing, supplement, editortranslator.
[[nodiscard]] std::optional<Variable> find_variable(std::string_view name);

/// All variables, in the order of the enumeration.
[[nodiscard]] std::span<Variable const> all_variables();

/// All item types, in the order of the enumeration.
[[nodiscard]] std::span<ItemType const> all_item_types();

}  // namespace fonds
#pragma GCC visibility pop
