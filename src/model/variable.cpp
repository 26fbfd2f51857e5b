// The CSL 1.0.2 names of item types and variables, and the older spellings still met in data.

#include <array>
#include <fonds/variable.hpp>
#include <string_view>

#include "model/name_index.hpp"

namespace fonds {
namespace {

using std::string_view;

// In the order of the enumerations; the tests compare the two.
// clang-format off
constexpr std::array item_type_names = {
    string_view{"article"}, string_view{"article-journal"}, string_view{"article-magazine"},
    string_view{"article-newspaper"}, string_view{"bill"}, string_view{"book"},
    string_view{"broadcast"}, string_view{"chapter"}, string_view{"classic"},
    string_view{"collection"}, string_view{"dataset"}, string_view{"document"},
    string_view{"entry"}, string_view{"entry-dictionary"}, string_view{"entry-encyclopedia"},
    string_view{"event"}, string_view{"figure"}, string_view{"graphic"}, string_view{"hearing"},
    string_view{"interview"}, string_view{"legal_case"}, string_view{"legislation"},
    string_view{"manuscript"}, string_view{"map"}, string_view{"motion_picture"},
    string_view{"musical_score"}, string_view{"pamphlet"}, string_view{"paper-conference"},
    string_view{"patent"}, string_view{"performance"}, string_view{"periodical"},
    string_view{"personal_communication"}, string_view{"post"}, string_view{"post-weblog"},
    string_view{"regulation"}, string_view{"report"}, string_view{"review"},
    string_view{"review-book"}, string_view{"software"}, string_view{"song"},
    string_view{"speech"}, string_view{"standard"}, string_view{"thesis"}, string_view{"treaty"},
    string_view{"webpage"},
};
// clang-format on

// clang-format off
constexpr std::array variable_names = {
    string_view{"abstract"}, string_view{"annote"}, string_view{"archive"},
    string_view{"archive_collection"}, string_view{"archive_location"},
    string_view{"archive-place"}, string_view{"authority"}, string_view{"call-number"},
    string_view{"citation-key"}, string_view{"citation-label"}, string_view{"collection-title"},
    string_view{"container-title"}, string_view{"container-title-short"},
    string_view{"dimensions"}, string_view{"division"}, string_view{"DOI"},
    string_view{"event-place"}, string_view{"event-title"}, string_view{"genre"},
    string_view{"ISBN"}, string_view{"ISSN"}, string_view{"jurisdiction"}, string_view{"keyword"},
    string_view{"language"}, string_view{"license"}, string_view{"medium"}, string_view{"note"},
    string_view{"original-publisher"}, string_view{"original-publisher-place"},
    string_view{"original-title"}, string_view{"part-title"}, string_view{"PMCID"},
    string_view{"PMID"}, string_view{"publisher"}, string_view{"publisher-place"},
    string_view{"references"}, string_view{"reviewed-genre"}, string_view{"reviewed-title"},
    string_view{"scale"}, string_view{"source"}, string_view{"status"}, string_view{"title"},
    string_view{"title-short"}, string_view{"URL"}, string_view{"volume-title"},
    string_view{"volume-title-short"}, string_view{"year-suffix"}, string_view{"chapter-number"},
    string_view{"citation-number"}, string_view{"collection-number"}, string_view{"edition"},
    string_view{"first-reference-note-number"}, string_view{"issue"}, string_view{"locator"},
    string_view{"number"}, string_view{"number-of-pages"}, string_view{"number-of-volumes"},
    string_view{"page"}, string_view{"page-first"}, string_view{"part-number"},
    string_view{"printing-number"}, string_view{"section"}, string_view{"supplement-number"},
    string_view{"version"}, string_view{"volume"}, string_view{"accessed"},
    string_view{"available-date"}, string_view{"event-date"}, string_view{"issued"},
    string_view{"original-date"}, string_view{"submitted"}, string_view{"author"},
    string_view{"chair"}, string_view{"collection-editor"}, string_view{"compiler"},
    string_view{"composer"}, string_view{"container-author"}, string_view{"contributor"},
    string_view{"curator"}, string_view{"director"}, string_view{"editor"},
    string_view{"editor-translator"}, string_view{"editorial-director"},
    string_view{"executive-producer"}, string_view{"guest"}, string_view{"host"},
    string_view{"illustrator"}, string_view{"interviewer"}, string_view{"narrator"},
    string_view{"organizer"}, string_view{"original-author"}, string_view{"performer"},
    string_view{"producer"}, string_view{"recipient"}, string_view{"reviewed-author"},
    string_view{"script-writer"}, string_view{"series-creator"}, string_view{"translator"},
};
// clang-format on

struct OldName {
    string_view name;
    Variable variable;
};

// CSL-JSON of CSL 1.0.1 and of the 1.0.2 schema, which kept some names the specification changed.
constexpr std::array old_names = {
    OldName{"editortranslator", Variable::editor_translator},
    OldName{"event", Variable::event_title},
    OldName{"journalAbbreviation", Variable::container_title_short},
    OldName{"part", Variable::part_number},
    OldName{"printing", Variable::printing_number},
    OldName{"shortTitle", Variable::title_short},
    OldName{"supplement", Variable::supplement_number},
};

template <class Enum, std::size_t Size>
constexpr std::array<Enum, Size> enumerate() {
    std::array<Enum, Size> all{};
    for (std::size_t i = 0; i < Size; ++i) all[i] = static_cast<Enum>(i);
    return all;
}

constexpr NameIndex item_type_index(item_type_names);
constexpr NameIndex variable_index(variable_names);

}  // namespace

string_view to_string(ItemType type) { return item_type_names[static_cast<std::size_t>(type)]; }

std::optional<ItemType> find_item_type(string_view name) {
    auto const found = item_type_index.find(name);
    return found ? std::optional(static_cast<ItemType>(*found)) : std::nullopt;
}

VariableKind kind_of(Variable variable) {
    if (variable >= Variable::author) return VariableKind::names;
    if (variable >= Variable::accessed) return VariableKind::date;
    if (variable >= Variable::chapter_number) return VariableKind::number;
    return VariableKind::text;
}

string_view to_string(Variable variable) { return variable_names[static_cast<std::size_t>(variable)]; }

std::optional<Variable> find_variable(string_view name) {
    if (auto const found = variable_index.find(name)) return static_cast<Variable>(*found);
    for (auto const& old : old_names)
        if (old.name == name) return old.variable;
    return std::nullopt;
}

std::span<Variable const> all_variables() {
    static constexpr auto all = enumerate<Variable, variable_names.size()>();
    return all;
}

std::span<ItemType const> all_item_types() {
    static constexpr auto all = enumerate<ItemType, item_type_names.size()>();
    return all;
}

}  // namespace fonds
