// Personal and institutional names, with the parts of CSL 1.0.2 ("Names").
#pragma once

#include <string>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// A person (family, given, …) or, where `literal` is set, an institution or undivided name.
struct Name {
    std::string family;
    std::string given;
    std::string dropping_particle;      ///< "van" of "Ludwig van Beethoven"
    std::string non_dropping_particle;  ///< "de" of "Simone de Beauvoir" in many lands
    std::string suffix;                 ///< "Jr.", "III"
    std::string literal;                ///< the whole name as one string
    bool comma_suffix = false;          ///< a comma stands before the suffix
    bool static_ordering = false;       ///< family first in every style (Chinese, Hungarian …)
    bool parse_names = false;           ///< particles may still stand inside family and given

    [[nodiscard]] bool empty() const { return family.empty() && given.empty() && literal.empty(); }
    friend bool operator==(Name const&, Name const&) = default;
};

using Names = std::vector<Name>;

/// The name as it is read aloud: "Dong Gil Kim", "Shen Zhihua" where the order is static.
[[nodiscard]] std::string display(Name const& name);

}  // namespace fonds
#pragma GCC visibility pop
