// House forms: how archival references are written out in a tradition and language.
//
// CSL has no notion of levels, so a reference is lowered to CSL variables before a style runs. How it is
// written is data (bibliography/house): labels, their order, what stands between them, dashes and verso
// marks.
#pragma once

#include <cstddef>
#include <fonds/item.hpp>
#include <fonds/knowledge.hpp>
#include <fonds/result.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// A house form. Cheap to copy; immutable, shared between threads.
class HouseForm {
  public:
    /// By name ("chicago", "gost", "en"). Errors: not_found, with the names there are.
    [[nodiscard]] static Result<HouseForm> find(std::string_view name);
    /// The form of a language ("de-AT" is "de"); English where the language has none.
    [[nodiscard]] static HouseForm of_language(std::string_view language);
    /// The form that a style asks for in `cs:info` by `<fonds:house-form xmlns:fonds="urn:fonds:csl">NAME`;
    /// nothing where it asks for none.
    [[nodiscard]] static std::optional<HouseForm> of_style(std::string_view style_xml);
    /// A form of the user's own (format: bibliography/README.md). Errors: malformed, with the line.
    [[nodiscard]] static Result<HouseForm> parse(std::string_view table, std::string source);

    [[nodiscard]] std::string const& name() const;         ///< what `find` takes
    [[nodiscard]] std::string const& description() const;  ///< one line

    struct Data;
    [[nodiscard]] Data const& data() const { return *data_; }

  private:
    explicit HouseForm(std::shared_ptr<Data const> data) : data_(std::move(data)) {}
    std::shared_ptr<Data const> data_;
};

/// All built-in forms, by name.
[[nodiscard]] std::vector<HouseForm> house_forms();

/// The levels of a reference as the form writes them: "f. 5, op. 28, d. 314, ll. 34–59". Of one that has only
/// leaves and `repository_id` it is what a cite of these leaves has as its locator: "ll. 34–59".
[[nodiscard]] std::string write_location(ArchivalReference const& reference, HouseForm const& form,
                                         Knowledge const& knowledge = Knowledge::builtin());

/// How the copy came to us, as sentences: "Obtained for NKIDP by James Person and translated for NKIDP by
/// Gary Goldberg."
[[nodiscard]] std::string write_provenance(ArchivalReference const& reference, HouseForm const& form);

/// The item with its reference as CSL variables: archive, archive-place, archive_collection,
/// archive_location, source, and the people of the provenance as contributor and translator or, where the
/// form says so, as sentences in `note`. An item without a reference comes back as it is.
[[nodiscard]] Item lower(Item const& item, HouseForm const& form,
                         Knowledge const& knowledge = Knowledge::builtin());

/// What to do with the items of one document together.
struct LowerOptions {
    /// Name an archive in full where it comes first and short from then on, "Bundesarchiv (hereafter BArch)",
    /// where several items lie in it; the items must stand in the order of their first citation.
    bool hereafter = false;
};

/// The same for all items of a document.
[[nodiscard]] Items lower(Items const& items, HouseForm const& form,
                          Knowledge const& knowledge = Knowledge::builtin(),
                          LowerOptions const& options = {});

/// A part of a bibliography under its own heading.
struct BibliographyGroup {
    std::string heading;             ///< in the form's language
    std::vector<std::size_t> items;  ///< positions in the list given, in its order
    std::vector<BibliographyGroup> groups;
};

/// How far a bibliography is split.
enum class Grouping {
    kind,     ///< archives, printed sources, interviews, literature
    archive,  ///< the same, and the archives one by one
    fonds,    ///< the same, and in each archive its fonds and collections
};

/// Splits a bibliography, which CSL alone cannot. Archives are sorted by name; a part without items is left
/// out. Printed sources are editions of documents, newspapers, laws and treaties.
[[nodiscard]] std::vector<BibliographyGroup> group_bibliography(
    Items const& items, HouseForm const& form, Grouping grouping,
    Knowledge const& knowledge = Knowledge::builtin());

}  // namespace fonds
#pragma GCC visibility pop
