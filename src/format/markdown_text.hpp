// Rich text of CSL-JSON (`<i>`, `<span class="nocase">` …) as the Markdown that pandoc reads in CSL-YAML.
#pragma once

#include <string>
#include <string_view>

namespace fonds {

/// `*x*`, `**x**`, `^x^`, `~x~`, `[x]{.smallcaps}`, `[x]{.nocase}`; Markdown's own signs are escaped.
[[nodiscard]] std::string to_markdown(std::string_view rich);
/// The inverse; also takes `_x_`, `__x__` and `\` before any ASCII punctuation. HTML tags stay.
[[nodiscard]] std::string from_markdown(std::string_view markdown);

}  // namespace fonds
