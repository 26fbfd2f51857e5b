// How the styles of an OpenDocument text set text.

#include "manuscript/odt_styles.hpp"

namespace fonds {
namespace {

using std::string_view;

// Styles that inherit from each other deeper than this are a ring.
constexpr int maximum_depth = 32;

// Attributes that say nothing but what `Setting` holds, those for other scripts among them; and who wrote
// when.
bool is_of_setting(string_view attribute) {
    for (string_view const name :
         {"fo:font-style", "style:font-style-", "fo:font-weight", "style:font-weight-", "fo:font-variant",
          "style:text-position", "officeooo:"})
        if (attribute.starts_with(name)) return true;
    return false;
}

TextPosition position_of(string_view text_position) {
    if (text_position.starts_with("sub") || text_position.starts_with('-')) return TextPosition::subscript;
    return text_position.starts_with('0') ? TextPosition::normal : TextPosition::superscript;
}

}  // namespace

OdtStyles::OdtStyles() {
    of_spans_["Emphasis"].says.italic = true;
    of_spans_["Strong_20_Emphasis"].says.bold = true;
}

void OdtStyles::add(xml::Node root) {
    for (auto const* group : {"styles", "automatic-styles"})
        for (auto const style : root.child(group).elements()) {
            auto const family = style["style:family"];
            if (family == "text") add(style, of_spans_);
            if (family == "paragraph") add(style, of_paragraphs_);
        }
}

void OdtStyles::add(xml::Node element, Styles& styles) {
    auto style = read(element.child("text-properties"));
    style.parent = element["style:parent-style-name"];
    style.says_more = style.says_more || !style.parent.empty();
    auto const name = element["style:name"];
    bool const is_default = element.local_name() == "default-style";
    if (is_default == name.empty()) styles[std::string(name)] = std::move(style);
}

OdtStyles::Style OdtStyles::read(xml::Node properties) {
    Style out;
    for (auto attribute = properties.first_attribute(); attribute; attribute = attribute.next())
        out.says_more = out.says_more || !is_of_setting(attribute.name());
    if (auto const slope = properties["fo:font-style"]; !slope.empty()) out.says.italic = slope != "normal";
    if (auto const weight = properties["fo:font-weight"]; !weight.empty())
        out.says.bold = weight == "bold" || weight == "700" || weight == "800" || weight == "900";
    if (auto const variant = properties["fo:font-variant"]; !variant.empty())
        out.says.small_caps = variant == "small-caps";
    if (auto const position = properties["style:text-position"]; !position.empty())
        out.says.position = position_of(position);
    out.is_hidden = properties["text:display"] == "none";
    return out;
}

Setting OdtStyles::applied(Styles const& styles, string_view name, Setting around, int depth) {
    auto const at = styles.find(name);
    if (at == styles.end() || depth > maximum_depth) return around;
    auto const& style = at->second;
    if (!name.empty()) around = applied(styles, style.parent, around, depth + 1);
    return changed(around, style.says);
}

Setting OdtStyles::of_paragraph(string_view style) const { return applied(of_paragraphs_, style, {}); }

Setting OdtStyles::of_span(string_view style, Setting around) const {
    return style.empty() ? around : applied(of_spans_, style, around);
}

bool OdtStyles::hides(string_view style) const {
    auto at = of_spans_.find(style);
    for (int depth = 0; at != of_spans_.end() && depth < maximum_depth; ++depth) {
        if (at->second.is_hidden) return true;
        at = of_spans_.find(at->second.parent);
    }
    return false;
}

bool OdtStyles::only_sets(string_view style) const {
    auto const at = of_spans_.find(style);
    return at != of_spans_.end() && !at->second.says_more;
}

bool OdtStyles::has_span_style(string_view style) const { return of_spans_.contains(style); }

}  // namespace fonds
