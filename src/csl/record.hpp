// An item made ready for evaluation: names with their particles found, a set of what is there.
#pragma once

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

struct PersonName {
    std::string family, given, dropping, non_dropping, suffix;
    std::string literal;
    NameKeys keys;  ///< empty until `Record::add_name_keys`
    bool comma_suffix = false;
    bool family_first = false;  ///< static order
    bool comma_before_dropping = false;
    bool et_al = false;  ///< the given names ended in ", et al."
    NameScript script = NameScript::spaced;
    [[nodiscard]] bool is_institution() const { return !literal.empty(); }
};

class Record {
  public:
    explicit Record(std::shared_ptr<Item const> item);
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
    [[nodiscard]] Date const* date(Variable variable) const { return item_->dates.find(variable); }
    /// "en" of "en-GB"; empty where the item says nothing.
    [[nodiscard]] std::string_view language() const { return language_; }

  private:
    std::shared_ptr<Item const> item_;
    VariableSet present_;
    std::vector<std::pair<Variable, std::vector<PersonName>>> names_;
    std::string page_first_;
    std::string language_;
};

/// A name with the particles, suffix and order that are still inside its parts taken out.
[[nodiscard]] PersonName prepare_name(Name const& name, std::string_view language);

}  // namespace fonds::csl
