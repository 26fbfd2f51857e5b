// A place in LaTeX text that moves over names, options and arguments.
#pragma once

#include <cstddef>
#include <fonds/span.hpp>
#include <map>
#include <optional>
#include <string_view>

namespace fonds {

/// Environments whose content is no LaTeX.
[[nodiscard]] bool is_verbatim_environment(std::string_view name);

class LatexCursor {
  public:
    explicit LatexCursor(std::string_view source) : source_(source), end_(source.size()) {}

    /// A command: its name, and where it stands.
    struct Name {
        std::string_view text;  ///< without backslash and star
        std::size_t begin = 0;  ///< of the backslash
        std::size_t end = 0;    ///< of the name with its star
        bool has_star = false;
    };
    [[nodiscard]] Name name_at(std::size_t at) const;
    /// TeX takes the spaces behind a command of letters; "{}" behind it guards them.
    [[nodiscard]] std::size_t name_end(Name const& name) const;

    /// "[…]" that follows directly; gives back its inside.
    std::optional<Span> skip_option();
    /// "{…}" that follows, with spaces before it; gives back its inside.
    std::optional<Span> skip_argument();
    /// All options that follow; false where there is none.
    bool skip_options();
    /// Moves into the "{…}" that follows, with spaces before it; false where there is none.
    bool enter_argument();
    /// The brace that closes the one at `open`: looked up in a table made in one pass, so that nested
    /// arguments cost nothing.
    [[nodiscard]] std::optional<std::size_t> closing_brace(std::size_t open);

    /// The next `wanted` from the start that does not stand behind a per cent sign on its line.
    [[nodiscard]] std::size_t find_outside_comments(std::string_view wanted) const;

  protected:
    std::string_view source_;
    std::size_t at_ = 0;
    std::size_t end_;

  private:
    [[nodiscard]] std::optional<std::size_t> argument_ahead() const;
    [[nodiscard]] std::optional<std::size_t> closing_bracket() const;
    void match_braces();
    std::size_t past_literal(std::size_t at);

    std::map<std::size_t, std::size_t> braces_;
    bool braces_matched_ = false;
};

}  // namespace fonds
