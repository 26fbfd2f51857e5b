// What the readers of styles and locales share: attributes to values, with diagnostics.
#pragma once

#include <fonds/result.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "csl/style.hpp"
#include "wire/xml.hpp"

namespace fonds::csl {

/// Collects diagnostics of one XML source.
class Findings {
  public:
    void add(Severity severity, std::string_view rule, std::string_view message, xml::Node at) {
        list_.push_back(
            make_diagnostic(rule, severity, {at.offset(), at.offset() + at.name().size()}, message));
    }
    std::vector<Diagnostic> take() { return std::move(list_); }

  private:
    std::vector<Diagnostic> list_;
};

/// An XML source whose root is of that name: a "style", a "locale". Errors: malformed, limit_exceeded.
[[nodiscard]] Result<xml::Document> read_source(std::string_view bytes, std::string_view root,
                                                std::string_view source);

/// Affixes, formatting, delimiter, text case, strip-periods, quotes and display of an element.
[[nodiscard]] Format read_format(xml::Node node, StringPool& strings);
/// An attribute's value, kept; nothing where it is missing.
[[nodiscard]] std::optional<std::string_view> read_text(xml::Node node, std::string_view name,
                                                        StringPool& strings);
[[nodiscard]] DatePartSpec read_date_part(xml::Node node, StringPool& strings);
/// cs:locale, as an element of a style or as the root of a locale file.
[[nodiscard]] LocaleData read_locale(xml::Node node, StringPool& strings);
/// The inheritable name options; `area`: with the names they have on cs:style, cs:citation, cs:bibliography.
[[nodiscard]] NameOptions read_name_options(xml::Node node, bool area, StringPool& strings);

}  // namespace fonds::csl
