// How the styles of a Word document set text.

#include "manuscript/docx_styles.hpp"

namespace fonds {
namespace {

using std::string_view;

// Styles that are based on each other deeper than this are a ring.
constexpr int maximum_depth = 32;

std::optional<TextPosition> vertical_position(xml::Node property) {
    if (!property) return std::nullopt;
    auto const value = property["w:val"];
    return value == "superscript" ? TextPosition::superscript
           : value == "subscript" ? TextPosition::subscript
                                  : TextPosition::normal;
}

SettingChange read(xml::Node properties) {
    return {docx_toggle(properties.child("i")), docx_toggle(properties.child("b")),
            docx_toggle(properties.child("smallCaps")), vertical_position(properties.child("vertAlign"))};
}

}  // namespace

std::optional<bool> docx_toggle(xml::Node property) {
    if (!property) return std::nullopt;
    auto const value = property["w:val"];
    return value != "0" && value != "false" && value != "off" && value != "none";
}

DocxStyles::DocxStyles() {
    styles_["Emphasis"].says.italic = true;
    styles_["Strong"].says.bold = true;
}

DocxStyles::DocxStyles(string_view part) : DocxStyles() {
    auto const tree = xml::Document::read(part);
    if (!tree) return;
    auto const root = tree->root();
    defaults_ = changed({}, read(root.child("docDefaults").child("rPrDefault").child("rPr")));
    for (auto const element : root.elements()) {
        if (element.local_name() != "style") continue;
        std::string const id(element["w:styleId"]);
        auto const properties = element.child("rPr");
        styles_[id] = {read(properties), docx_toggle(properties.child("vanish")),
                       std::string(element.child("basedOn")["w:val"])};
        auto const is_default = element["w:default"];
        if (element["w:type"] == "paragraph" && (is_default == "1" || is_default == "true"))
            default_paragraph_ = id;
    }
    auto const as_said = *this;
    for (auto& [id, style] : styles_) style = as_said.resolved(std::move(style));
}

DocxStyles::Style DocxStyles::resolved(Style style) const {
    auto at = styles_.find(style.based_on);
    for (int depth = 0; at != styles_.end() && depth < maximum_depth; ++depth) {
        auto const& says = at->second.says;
        if (!style.says.italic) style.says.italic = says.italic;
        if (!style.says.bold) style.says.bold = says.bold;
        if (!style.says.small_caps) style.says.small_caps = says.small_caps;
        if (!style.says.position) style.says.position = says.position;
        if (!style.is_hidden) style.is_hidden = at->second.is_hidden;
        at = styles_.find(at->second.based_on);
    }
    return style;
}

DocxStyles::Style const& DocxStyles::find(string_view id) const {
    static Style const none;
    auto const at = styles_.find(id);
    return at == styles_.end() ? none : at->second;
}

// §17.7.3: what paragraph and character styles both switch on is off again, unless the document's defaults
// have it.
Setting DocxStyles::applied(SettingChange const& style, Setting around) const {
    return {defaults_.italic || style.italic.value_or(false) != around.italic,
            defaults_.bold || style.bold.value_or(false) != around.bold,
            defaults_.small_caps || style.small_caps.value_or(false) != around.small_caps,
            style.position.value_or(around.position)};
}

Setting DocxStyles::of_paragraph(xml::Node paragraph) const {
    auto const id = paragraph.child("pPr").child("pStyle")["w:val"];
    Setting around;
    around.position = defaults_.position;
    return applied(find(id.empty() ? string_view(default_paragraph_) : id).says, around);
}

Setting DocxStyles::of_style(string_view id, Setting paragraph) const {
    return applied(find(id).says, paragraph);
}

bool DocxStyles::hides(string_view id) const { return find(id).is_hidden.value_or(false); }

Setting with_properties(Setting setting, xml::Node run_properties) {
    return changed(setting, read(run_properties));
}

}  // namespace fonds
