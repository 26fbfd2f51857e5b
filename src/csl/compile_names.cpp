// cs:names and what is inside it (CSL 1.0.2, "Names").

#include "base/text.hpp"
#include "csl/style_compiler.hpp"

namespace fonds::csl {

std::vector<Variable> Compiler::read_variables(std::string_view names, xml::Node at) {
    std::vector<Variable> out;
    for (auto const& name : split(names, ' '))
        if (!name.empty())
            if (auto const variable = find_variable_named(name, at, people)) out.push_back(*variable);
    return out;
}

Element Compiler::compile_names(xml::Node node, NamesSpec const* parent) {
    NamesSpec spec;
    auto const bare = node.elements().begin() == node.elements().end();
    if (parent && bare) {
        spec = *parent;
        spec.substitute_count = 0;
        spec.shorthand = true;
    }
    spec.variables = read_variables(node["variable"], node);
    if (auto const delimiter = read_text(node, "delimiter", style_.strings)) spec.delimiter = delimiter;
    auto name_seen = false;
    for (auto const child : node.elements()) {
        auto const name = child.local_name();
        if (name == "name") {
            read_name(child, spec);
            name_seen = true;
        } else if (name == "et-al") {
            spec.has_et_al = true;
            spec.et_al_format = read_format(child, style_.strings);
            if (auto const term_name = child["term"]; !term_name.empty())
                spec.et_al_term = style_.terms.add(term_name);
        } else if (name == "label") {
            spec.has_label = true;
            spec.label_before = !name_seen && node.child("name");
            spec.label = compile_label(child);
        }
    }
    if (auto const substitute = node.child("substitute")) {
        auto const [first, count] = compile_children(substitute, &spec);
        spec.first_substitute = first;
        spec.substitute_count = count;
    }
    Element out;
    out.kind = Kind::names;
    out.detail = static_cast<std::uint32_t>(style_.names.size());
    style_.names.push_back(std::move(spec));
    return out;
}

void Compiler::read_name(xml::Node node, NamesSpec& spec) {
    spec.name = read_name_options(node, false, style_.strings);
    spec.name_format = read_format(node, style_.strings);
    for (auto const part : node.elements()) {
        if (part.local_name() != "name-part") continue;
        auto& target = part["name"] == "given" ? spec.given : spec.family;
        target.present = true;
        target.format = read_format(part, style_.strings);
    }
}

}  // namespace fonds::csl
