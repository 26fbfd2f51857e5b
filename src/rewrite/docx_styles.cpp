// How the styles of a Word document set text.

#include "rewrite/docx_styles.hpp"

namespace fonds {
namespace {

using std::string_view;

// Styles that are based on each other deeper than this are a ring.
constexpr int maximum_depth = 32;

// A toggle property (§17.3.2.16): present and not switched off, or not there.
std::optional<bool> toggle(xml::Node property) {
    if (!property) return std::nullopt;
    auto const value = property["w:val"];
    return value != "0" && value != "false" && value != "off";
}

std::optional<Baseline> baseline(xml::Node property) {
    if (!property) return std::nullopt;
    auto const value = property["w:val"];
    return value == "superscript" ? Baseline::superscript
           : value == "subscript" ? Baseline::subscript
                                  : Baseline::normal;
}

}  // namespace

DocxStyles::DocxStyles() {
    styles_["Emphasis"].italic = true;
    styles_["Strong"].bold = true;
}

DocxStyles::DocxStyles(string_view part) : DocxStyles() {
    auto const tree = xml::Document::read(part);
    if (!tree) return;
    auto const root = tree->root();
    auto const defaults = read(root.child("docDefaults").child("rPrDefault").child("rPr"));
    defaults_ = {defaults.italic.value_or(false), defaults.bold.value_or(false),
                 defaults.small_caps.value_or(false), defaults.baseline.value_or(Baseline::normal)};
    for (auto const element : root.elements()) {
        if (element.local_name() != "style") continue;
        std::string const id(element["w:styleId"]);
        auto style = read(element.child("rPr"));
        style.based_on = element.child("basedOn")["w:val"];
        styles_[id] = std::move(style);
        auto const is_default = element["w:default"];
        if (element["w:type"] == "paragraph" && (is_default == "1" || is_default == "true"))
            default_paragraph_ = id;
    }
}

DocxStyles::Style DocxStyles::read(xml::Node properties) {
    return {toggle(properties.child("i")),
            toggle(properties.child("b")),
            toggle(properties.child("smallCaps")),
            baseline(properties.child("vertAlign")),
            {}};
}

// With what it is based on: the nearest that says something counts.
DocxStyles::Style DocxStyles::resolved(string_view id) const {
    Style out;
    auto at = styles_.find(id);
    for (int depth = 0; at != styles_.end() && depth < maximum_depth; ++depth) {
        auto const& style = at->second;
        if (!out.italic) out.italic = style.italic;
        if (!out.bold) out.bold = style.bold;
        if (!out.small_caps) out.small_caps = style.small_caps;
        if (!out.baseline) out.baseline = style.baseline;
        at = styles_.find(style.based_on);
    }
    return out;
}

// §17.7.3: what paragraph and character styles both switch on is off again, unless the document's defaults
// have it.
Setting DocxStyles::applied(Style const& style, Setting around) const {
    return {defaults_.italic || style.italic.value_or(false) != around.italic,
            defaults_.bold || style.bold.value_or(false) != around.bold,
            defaults_.small_caps || style.small_caps.value_or(false) != around.small_caps,
            style.baseline.value_or(around.baseline)};
}

Setting DocxStyles::of_paragraph(xml::Node paragraph) const {
    auto const id = paragraph.child("pPr").child("pStyle")["w:val"];
    Setting around;
    around.baseline = defaults_.baseline;
    return applied(resolved(id.empty() ? string_view(default_paragraph_) : id), around);
}

Setting DocxStyles::of_style(xml::Node run_properties, Setting paragraph) const {
    return applied(resolved(run_properties.child("rStyle")["w:val"]), paragraph);
}

Setting with_properties(Setting setting, xml::Node run_properties) {
    return {toggle(run_properties.child("i")).value_or(setting.italic),
            toggle(run_properties.child("b")).value_or(setting.bold),
            toggle(run_properties.child("smallCaps")).value_or(setting.small_caps),
            baseline(run_properties.child("vertAlign")).value_or(setting.baseline)};
}

}  // namespace fonds
