// How the styles of an OpenDocument text set text (ODF 1.3 part 3, §16.2).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "manuscript/setting.hpp"
#include "wire/xml.hpp"

namespace fonds {

class OdtStyles {
  public:
    /// LibreOffice's own "Emphasis" and "Strong Emphasis".
    OdtStyles();

    /// Takes in the styles of a part: "content.xml", "styles.xml", or a flat document.
    void add(xml::Node root);

    /// How text of a paragraph in a style is set where nothing else is said.
    [[nodiscard]] Setting of_paragraph(std::string_view style) const;
    /// How a span in a style sets text that is set as `around` without it.
    [[nodiscard]] Setting of_span(std::string_view style, Setting around) const;
    /// Whether a span in a style is hidden.
    [[nodiscard]] bool hides(std::string_view style) const;
    /// Whether a style of spans says nothing but what `Setting` holds.
    [[nodiscard]] bool only_sets(std::string_view style) const;
    [[nodiscard]] bool has_span_style(std::string_view style) const;

  private:
    struct Style {
        SettingChange says;
        bool is_hidden = false;
        bool says_more = false;  ///< of fonts, languages, colours …
        std::string parent;
    };
    using Styles = std::map<std::string, Style, std::less<>>;

    void add(xml::Node style, Styles& styles);
    static Style read(xml::Node properties);
    static Setting applied(Styles const& styles, std::string_view name, Setting around, int depth = 0);

    Styles of_spans_;
    Styles of_paragraphs_;  // the default by the empty name
};

}  // namespace fonds
