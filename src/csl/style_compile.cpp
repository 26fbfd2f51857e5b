// Style XML to a compiled style, leniently (CSL 1.0.2, "File Structure"): info, macros, areas, sort keys.

#include "base/text.hpp"
#include "csl/empty_lists.hpp"
#include "csl/style_check.hpp"
#include "csl/style_compiler.hpp"
#include "csl/style_schema.hpp"

namespace fonds::csl {

namespace {

std::string_view words_for(VariableKind kind) {
    switch (kind) {
        case VariableKind::number: return "number variable";
        case VariableKind::date: return "date variable";
        case VariableKind::names: return "name variable";
        case VariableKind::text: break;
    }
    return "variable for text";
}

/// Whether the prefix of an element, or its lack of one, stands for CSL.
bool is_in_namespace(xml::Node root) {
    auto const name = root.name();
    auto const colon = name.find(':');
    auto const declaration =
        colon == name.npos ? std::string("xmlns") : concat("xmlns:", name.substr(0, colon));
    return root[declaration] == "http://purl.org/net/xbiblio/csl";
}

}  // namespace

void Compiler::compile(xml::Node root) {
    check_schema(root, findings_);
    read_info(root);
    read_global_options(root);
    style_names_ = read_name_options(root, true, style_.strings);
    for (auto const node : root.elements()) {
        if (node.local_name() == "locale") style_.locales.push_back(read_locale(node, style_.strings));
        if (node.local_name() == "macro") declare_macro(node);
    }
    for (auto const& entry : macro_nodes_) compile_macro(entry.first, entry.second);
    compile_area(root.child("citation"), style_.citation);
    compile_area(root.child("bibliography"), style_.bibliography);
    compile_area(root.child("intext"), style_.in_text);
    read_citation_options(root.child("citation"));
    read_bibliography_options(root.child("bibliography"));
    if (!style_.citation.present && !style_.bibliography.present)
        findings_.add(Severity::error, "style-without-layout", "the style has no layout and formats nothing",
                      root);
}

void Compiler::read_info(xml::Node root) {
    auto const info = root.child("info");
    style_.id = trim(info.child("id").text());
    style_.title = trim(info.child("title").text());
    style_.default_locale = std::string(root["default-locale"]);
    style_.is_note = root["class"] == "note";
    if (!is_in_namespace(root))
        findings_.add(Severity::warning, "other-namespace",
                      "the namespace is not http://purl.org/net/xbiblio/csl; the style is read as one of CSL",
                      root);
    if (auto const version = root["version"]; version != "1.0" && !version.starts_with("1.0."))
        findings_.add(Severity::warning, "other-version",
                      version.empty()
                          ? std::string("the style does not say its version; it is read as CSL 1.0.2")
                          : concat("a style of CSL ", version, "; it is read as CSL 1.0.2"),
                      root);
}

void Compiler::declare_macro(xml::Node node) {
    auto const name = node["name"];
    auto const [at, added] =
        macros_.try_emplace(std::string(name), static_cast<std::uint32_t>(style_.macros.size()));
    if (!added) {
        findings_.add(Severity::warning, "duplicate-macro",
                      concat("the macro “", name, "” is defined twice; the first is used"), node);
        return;
    }
    Macro macro;
    macro.name = style_.strings.keep(name);
    macro.offset = static_cast<std::uint32_t>(node.offset());
    style_.macros.push_back(macro);
    macro_nodes_.emplace_back(at->second, node);
}

void Compiler::compile_macro(std::uint32_t index, xml::Node node) {
    auto const [first, count] = compile_children(node, nullptr);
    style_.macros[index].first_child = first;
    style_.macros[index].child_count = count;
}

void Compiler::compile_area(xml::Node node, Layout& layout) {
    if (!node) return;
    layout.names = read_name_options(node, true, style_.strings);
    layout.names.inherit(style_names_);
    auto const content = node.child("layout");
    layout.present = static_cast<bool>(content);
    if (content) {
        layout.format = read_format(content, style_.strings);
        auto const [first, count] = compile_children(content, nullptr);
        layout.first_child = first;
        layout.child_count = count;
    }
    if (auto const sort = node.child("sort"))
        for (auto const key : sort.elements())
            if (key.local_name() == "key") compile_key(key, layout);
}

void Compiler::compile_key(xml::Node node, Layout& layout) {
    SortKey key;
    key.descending = node["sort"] == "descending";
    auto const number = [&](std::string_view name) -> std::optional<int> {
        auto const text = node[name];
        return is_all_digits(text) && text.size() < 6 ? std::optional(std::stoi(std::string(text)))
                                                      : std::nullopt;
    };
    key.names_min = number("names-min");
    key.names_use_first = number("names-use-first");
    if (auto const last = node["names-use-last"]; !last.empty()) key.names_use_last = last == "true";
    if (auto const macro = node["macro"]; !macro.empty() && node["variable"].empty()) {
        auto const found = find_macro(macro, node);
        if (!found) return;
        key.is_macro = true;
        key.macro = *found;
    } else {
        auto const variable = find_variable_named(node["variable"], node);
        if (!variable) return;
        key.variable = *variable;
    }
    layout.keys.push_back(key);
}

std::optional<std::uint32_t> Compiler::find_macro(std::string_view name, xml::Node at) {
    auto const found = macros_.find(std::string(name));
    if (found != macros_.end()) return found->second;
    findings_.add(Severity::error, "undefined-macro",
                  concat("there is no macro “", name, "”; define it or remove the call"), at);
    return std::nullopt;
}

std::optional<Variable> Compiler::find_variable_named(std::string_view name, xml::Node at,
                                                      VariableKinds wanted) {
    if (name.empty()) return std::nullopt;  // reported as missing
    auto const variable = find_variable(name);
    if (!variable)
        findings_.add(Severity::warning, "unknown-variable",
                      concat("CSL 1.0.2 has no variable “", name, "”; it is always empty"), at);
    else if (auto const kind = kind_of(*variable); (wanted & kind_bit(kind)) == 0)
        findings_.add(
            Severity::warning, "variable-kind",
            concat("“", name, "” is a ", words_for(kind), ", which cs:", at.local_name(), " does not take"),
            at);
    return variable;
}

Result<Parsed<Style>> Style::parse(std::string_view bytes, std::string source) {
    auto const document = read_source(bytes, "style", source);
    if (!document) return document.error();
    auto const root = document->root();
    auto compiled = std::make_shared<CompiledStyle>();
    compiled->source = std::move(source);
    if (!root.child("citation") && !root.child("bibliography"))
        for (auto const link : root.child("info").elements())
            if (link.local_name() == "link" && link["rel"] == "independent-parent")
                return Error{ErrorCode::unsupported,
                             concat("a dependent style: its parent is ", link["href"]), compiled->source,
                             root.offset()};
    Compiler compiler(*compiled);
    compiler.compile(root);
    auto findings = compiler.take_findings();
    for (auto& finding : cut_rings(*compiled)) findings.push_back(std::move(finding));
    mark_contents(*compiled);
    find_empty_lists(*compiled);
    return Parsed<Style>{Style(std::move(compiled)), std::move(findings)};
}

std::string_view Style::id() const { return compiled_->id; }
std::string_view Style::title() const { return compiled_->title; }
std::string_view Style::default_locale() const { return compiled_->default_locale; }
bool Style::is_note() const { return compiled_->is_note; }
bool Style::has_bibliography() const { return compiled_->bibliography.present; }

}  // namespace fonds::csl
