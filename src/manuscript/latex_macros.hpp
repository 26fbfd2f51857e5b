// The macros that a LaTeX text defines.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

struct LatexMacro {
    /// One a parameter: the default of an optional one, nothing for one in braces.
    std::vector<std::optional<std::string>> parameters;
    std::string body;
};

class LatexMacros {
  public:
    /// Those of \newcommand, \def, \NewDocumentCommand and their like; a later definition wins.
    [[nodiscard]] static LatexMacros collect(std::string_view source);

    /// Takes over those of a file that comes later.
    void add(LatexMacros later);

    [[nodiscard]] LatexMacro const* find(std::string_view name) const;
    /// The command that a macro is another name of ("\newcommand{\fn}[1]{\footnote{#1}}",
    /// "\let\fn\footnote"), so that its argument is read where it stands; `name` itself for any other.
    [[nodiscard]] std::string_view meaning(std::string_view name) const;

  private:
    class Collector;
    std::map<std::string, LatexMacro, std::less<>> macros_;
    std::map<std::string, std::string, std::less<>> aliases_;
};

/// The body with its arguments put in.
[[nodiscard]] std::string expanded(LatexMacro const& macro, std::vector<std::string> const& arguments);

}  // namespace fonds
