// A CSL style with all that records are written with in it: its locales, and the house form of archival
// references.
#pragma once

#include <fonds/csl.hpp>
#include <fonds/house.hpp>
#include <fonds/result.hpp>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace fonds {

/// A style ready to be used; it never changes, and threads may share it.
///
///     auto const house = HouseStyle::find("chicago-archives").value().value;
///     csl::Session session(house.style, house.locales, house.options(csl::OutputFormat::html));
///     session.set_items(lower(items, house.form()));
struct HouseStyle {
    csl::Style style;
    csl::Locales locales;
    std::string language;  ///< the locale asked for, else the style's own, else "en-US"
    std::string xml;       ///< the style's text, whose bytes the spans of diagnostics are

    /// A style by name in the search path, or by file name (`csl::read_style`); `locale`: a language tag, or
    /// empty for the style's own. The diagnostics are the style's.
    /// Errors: those of `csl::Style::find` and `csl::find_locales`.
    [[nodiscard]] static Result<Parsed<HouseStyle>> find(std::string_view style, std::string_view locale = {},
                                                         csl::SearchPath const& path = {});

    /// The house form that the style names, else that of the language.
    [[nodiscard]] HouseForm form() const;

    /// Options in the language of this style; a cite of which it prints nothing shows its id.
    [[nodiscard]] csl::Options options(csl::OutputFormat output) const;
};

}  // namespace fonds
#pragma GCC visibility pop
