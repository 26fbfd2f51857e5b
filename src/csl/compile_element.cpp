// Rendering elements but names and conditions (CSL 1.0.2, "Rendering Elements").

#include <algorithm>

#include "base/text.hpp"
#include "csl/style_check.hpp"
#include "csl/style_compiler.hpp"

namespace fonds::csl {

namespace {

bool is_rendering(std::string_view name) {
    return name == "text" || name == "date" || name == "number" || name == "names" || name == "label" ||
           name == "group" || name == "choose" || name == "if" || name == "else-if" || name == "else";
}

/// A variable that no item has: it counts as called and empty for the group around it.
Element empty_variable() {
    Element out;
    out.kind = Kind::variable;
    out.variable = Variable::citation_key;
    return out;
}

std::string lowercase_term(std::string_view name) {
    auto const lower = ascii_lower(name);
    auto const has_lower = std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return has_lower ? std::string(name) : lower;
}

}  // namespace

Compiler::Range Compiler::compile_children(xml::Node node, NamesSpec const* parent) {
    std::vector<xml::Node> nodes;
    for (auto const child : node.elements())
        if (is_rendering(child.local_name())) nodes.push_back(child);
        else if (child.local_name() != "sort")
            findings_.add(Severity::warning, "unknown-element",
                          concat("cs:", child.local_name(), " has no place here; it is left out"), child);
    auto const first = static_cast<std::uint32_t>(style_.elements.size());
    style_.elements.resize(style_.elements.size() + nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        auto element = compile_element(nodes[i], parent);
        style_.elements[first + i] = element;
    }
    return {first, static_cast<std::uint32_t>(nodes.size())};
}

Element Compiler::compile_element(xml::Node node, NamesSpec const* parent) {
    auto const name = node.local_name();
    Element out;
    if (name == "text") out = compile_text(node);
    else if (name == "date") out = compile_date(node);
    else if (name == "number") out = compile_number(node);
    else if (name == "names") out = compile_names(node, parent);
    else if (name == "label") out = compile_label(node);
    else if (name == "choose") out = compile_choose(node, parent);
    else if (name == "group") {
        out.kind = Kind::group;
        auto const [first, count] = compile_children(node, parent);
        out.first_child = first;
        out.child_count = count;
    } else {
        findings_.add(Severity::warning, "unknown-element",
                      concat("cs:", name, " outside cs:choose; it is read as if it were in one"), node);
        out = compile_branches({node}, parent);
    }
    if (out.kind != Kind::choose || out.child_count) out.format = read_format(node, style_.strings);
    out.offset = static_cast<std::uint32_t>(node.offset());
    return out;
}

Element Compiler::compile_text(xml::Node node) {
    Element out;
    if (auto const variable = node["variable"]; !variable.empty()) {
        auto const found = find_variable_named(variable, node, texts);
        if (!found) return empty_variable();
        out.kind = Kind::variable;
        out.variable = *found;
        out.short_form = node["form"] == "short";
        if (*found == Variable::year_suffix || *found == Variable::citation_label)
            style_.has_year_suffix = true;
    } else if (auto const macro = node["macro"]; !macro.empty()) {
        auto const found = find_macro(macro, node);
        if (!found) return nothing();
        out.kind = Kind::macro;
        out.detail = *found;
    } else if (auto const term_name = node["term"]; !term_name.empty()) {
        out.kind = Kind::term;
        out.term = style_.terms.add(lowercase_term(term_name));
        out.term_form = find_term_form(node["form"]);
        out.plural_term = node["plural"] == "true";
    } else {
        out.kind = Kind::value;
        out.text = read_text(node, "value", style_.strings).value_or(std::string_view());
        if (!node.attribute("value"))
            findings_.add(Severity::warning, "empty-element",
                          "cs:text has no variable, macro, term or value and shows nothing", node);
    }
    return out;
}

Element Compiler::compile_date(xml::Node node) {
    Element out;
    auto const variable = find_variable_named(node["variable"], node, dates);
    if (!variable) return empty_variable();
    if (kind_of(*variable) != VariableKind::date) return empty_variable();
    DateSpec date;
    date.variable = *variable;
    if (node["form"] == "text") date.form = DateForm::text;
    else if (node["form"] == "numeric") date.form = DateForm::numeric;
    auto const parts = node["date-parts"];
    if (parts == "year") date.month = date.day = false;
    else if (parts == "year-month") date.day = false;
    for (auto const child : node.elements())
        if (child.local_name() == "date-part") date.parts.push_back(read_date_part(child, style_.strings));
    out.kind = Kind::date;
    out.variable = *variable;
    out.detail = static_cast<std::uint32_t>(style_.dates.size());
    style_.dates.push_back(std::move(date));
    return out;
}

Element Compiler::compile_number(xml::Node node) {
    Element out;
    auto const variable = find_variable_named(node["variable"], node, numbers);
    if (!variable) return empty_variable();
    out.kind = Kind::number;
    out.variable = *variable;
    auto const form = node["form"];
    if (form == "ordinal") out.number_form = NumberForm::ordinal;
    else if (form == "long-ordinal") out.number_form = NumberForm::long_ordinal;
    else if (form == "roman") out.number_form = NumberForm::roman;
    return out;
}

Element Compiler::compile_label(xml::Node node) {
    Element out;
    out.kind = Kind::label;
    out.term_form = find_term_form(node["form"]);
    out.says_form = !node["form"].empty();
    if (node["plural"] == "always") out.plural = Plural::always;
    else if (node["plural"] == "never") out.plural = Plural::never;
    auto const name = node["variable"];
    if (!name.empty()) {
        auto const variable = find_variable_named(name, node, numbers);
        if (!variable) return nothing();
        out.variable = *variable;
        out.term = style_.terms.add(name);
    }
    out.format = read_format(node, style_.strings);
    return out;
}

}  // namespace fonds::csl
