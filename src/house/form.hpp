// What a house form consists of, and its lookups.
#pragma once

#include <fonds/house.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// How one level is written: `{}` is the value, `{label}` the label as written with a space behind it.
struct LevelPattern {
    std::string one;                  ///< "l. {}"
    std::string many;                 ///< for a range or list: "ll. {}"; empty: as `one`
    std::optional<std::string> glue;  ///< what stands before it instead of the section's separator
};

/// How a repository is named.
enum class RepositoryName {
    as_written,
    latin,   ///< in Latin letters, where it was written in others and has such a name
    native,  ///< in the letters of its own country
};

/// What a form says of the archives of some schemes. What is not set is asked of the form it inherits from.
struct FormSection {
    std::vector<std::string> schemes;  ///< empty: of all schemes
    std::optional<std::string> separator, dash, verso;
    std::optional<bool> innermost_first;             ///< of the location
    std::optional<bool> collection_innermost_first;  ///< of archive_collection
    std::optional<bool> capital;                     ///< every level begins with a capital
    std::optional<bool> one_unit;                    ///< the repository is the first part of the location
    std::optional<RepositoryName> repository;
    std::optional<std::vector<std::string>> collection;  ///< levels that go to archive_collection
    std::map<std::string, LevelPattern, std::less<>> levels;
};

struct HouseForm::Data {
    std::string name, description;
    std::vector<std::string> languages;  ///< that it is the form of
    std::shared_ptr<Data const> parent;
    std::vector<FormSection> sections;
    std::optional<bool> provenance_sentences;
    std::optional<bool> whole_names;  ///< those with the family first are never shortened to initials
    std::map<std::string, std::string, std::less<>> words;  ///< of provenance sentences

    /// The form's section for `scheme`, else null; an empty scheme asks for the section of all schemes.
    [[nodiscard]] FormSection const* section(std::string_view scheme) const;
    /// The pattern of a level: a section of its scheme anywhere in the line of forms comes before a general
    /// one.
    [[nodiscard]] LevelPattern const* pattern(std::string_view scheme, std::string_view level) const;
    [[nodiscard]] std::string_view word(std::string_view key) const;

    /// A setting: the form's own comes before an inherited one, a scheme's before a general one.
    template <class T>
    [[nodiscard]] T const* setting(std::string_view scheme, std::optional<T> FormSection::*member) const {
        for (auto const* form = this; form; form = form->parent.get())
            for (auto const* section : {form->section(scheme), form->section({})})
                if (section && (section->*member)) return &*(section->*member);
        return nullptr;
    }
};

}  // namespace fonds
