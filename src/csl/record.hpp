// An item made ready for evaluation: names with their particles found, a set of what is there.
#pragma once

#include <forward_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "csl/style.hpp"

namespace fonds::csl {

/// How a name's script orders its parts.
enum class NameScript : std::uint8_t { unspaced, family_first, spaced };

/// What a name is compared by where given names tell people apart.
struct NameKeys {
    std::string family, given, initials;
};

/// Its parts are pieces of the item's, or kept by the record.
struct PersonName {
    std::string_view family, given, dropping, non_dropping, suffix;
    std::string_view literal;
    NameKeys const* keys = nullptr;  ///< null until `Record::add_name_keys`, and for institutions
    bool comma_suffix = false;
    bool family_first = false;  ///< static order
    bool comma_before_dropping = false;
    bool et_al = false;  ///< the given names ended in ", et al."
    NameScript script = NameScript::spaced;
    [[nodiscard]] bool is_institution() const { return !literal.empty(); }
};

class Record {
  public:
    Record() = default;  ///< of no item
    explicit Record(std::shared_ptr<Item const> item);
    Record(Record const&) = delete;  // its names look into it
    Record(Record&&) = default;
    Record& operator=(Record const&) = delete;
    Record& operator=(Record&&) = default;
    ~Record() = default;
    /// For styles that add given names to cites.
    void add_name_keys(CompiledStyle const& style);

    [[nodiscard]] Item const& item() const { return *item_; }
    [[nodiscard]] std::shared_ptr<Item const> const& shared() const { return item_; }
    [[nodiscard]] std::string const& id() const { return item_->id; }
    [[nodiscard]] std::uint64_t type_bit() const {
        return std::uint64_t{1} << static_cast<unsigned>(item_->type);
    }
    [[nodiscard]] VariableSet const& present() const { return present_; }
    [[nodiscard]] bool has(Variable variable) const { return present_.test(index_of(variable)); }
    [[nodiscard]] std::string_view text(Variable variable) const;
    [[nodiscard]] std::vector<PersonName> const& names(Variable variable) const;
    /// Whether the names of editor-translator are those of an editor who is the translator too.
    [[nodiscard]] bool editor_translates() const { return editor_translates_; }
    [[nodiscard]] Date const* date(Variable variable) const { return item_->dates.find(variable); }
    /// "en" of "en-GB"; empty where the item says nothing.
    [[nodiscard]] std::string_view language() const { return language_; }

  private:
    void add_names(Variable variable, Names const& names);
    void find_editor_translator();

    std::shared_ptr<Item const> item_;
    VariableSet present_;
    std::vector<std::pair<Variable, std::vector<PersonName>>> names_;
    std::forward_list<std::string> name_texts_;  ///< parts of names that the item does not have as they are
    std::vector<NameKeys> name_keys_;
    std::string page_first_;
    std::string language_;
    bool editor_translates_ = false;
};

}  // namespace fonds::csl
