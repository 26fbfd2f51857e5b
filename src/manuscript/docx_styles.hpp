// How the styles of a Word document set text (ECMA-376 part 1, §17.7).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "manuscript/setting.hpp"
#include "wire/xml.hpp"

namespace fonds {

/// A toggle property (§17.3.2.16): present and not switched off; nothing where it is not there.
[[nodiscard]] std::optional<bool> docx_toggle(xml::Node property);

class DocxStyles {
  public:
    /// Word's own "Emphasis" and "Strong".
    DocxStyles();
    /// Those of the part "word/styles.xml"; Word's own where it lacks them.
    explicit DocxStyles(std::string_view part);

    /// How text of a paragraph is set where nothing else is said.
    [[nodiscard]] Setting of_paragraph(xml::Node paragraph) const;
    /// How a run in it is set but for its own properties: by its style.
    [[nodiscard]] Setting of_style(std::string_view id, Setting paragraph) const;
    /// Whether a style hides its runs.
    [[nodiscard]] bool hides(std::string_view id) const;

  private:
    struct Style {
        SettingChange says;
        std::optional<bool> is_hidden;
        std::string based_on;
    };
    /// A style as the document says it, with what it is based on: the nearest that says something counts.
    [[nodiscard]] Style resolved(Style style) const;
    /// Nothing is said by a style that is not there.
    [[nodiscard]] Style const& find(std::string_view id) const;
    [[nodiscard]] Setting applied(SettingChange const& style, Setting around) const;

    std::map<std::string, Style, std::less<>> styles_;  // resolved
    std::string default_paragraph_;
    Setting defaults_;
};

/// A setting as a run's own properties change it.
[[nodiscard]] Setting with_properties(Setting setting, xml::Node run_properties);

}  // namespace fonds
