// The formats there are.
#pragma once

#include "csl/render.hpp"

namespace fonds::csl {

[[nodiscard]] Markup const& html_markup();
[[nodiscard]] Markup const& plain_markup();
[[nodiscard]] Markup const& markdown_markup();
[[nodiscard]] Markup const& latex_markup();
[[nodiscard]] Markup const& rtf_markup();
[[nodiscard]] Markup const& typst_markup();
[[nodiscard]] Markup const& tagged_markup();

}  // namespace fonds::csl
