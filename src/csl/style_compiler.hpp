// The compiler of styles: XML elements to places in the tables of a compiled style.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "csl/style.hpp"
#include "csl/style_read.hpp"

namespace fonds::csl {

/// Kinds of variables that an element takes.
using VariableKinds = std::uint8_t;
[[nodiscard]] constexpr VariableKinds kind_bit(VariableKind kind) {
    return static_cast<VariableKinds>(1U << static_cast<unsigned>(kind));
}
inline constexpr VariableKinds numbers = kind_bit(VariableKind::number), dates = kind_bit(VariableKind::date),
                               people = kind_bit(VariableKind::names),
                               texts = kind_bit(VariableKind::text) | numbers, any_kind = 0xff;

class Compiler {
  public:
    explicit Compiler(CompiledStyle& style) : style_(style) {}

    void compile(xml::Node root);
    [[nodiscard]] std::vector<Diagnostic> take_findings() { return findings_.take(); }

  private:
    using Range = std::pair<std::uint32_t, std::uint32_t>;

    // File structure (style_compile.cpp)
    void read_info(xml::Node root);
    void declare_macro(xml::Node node);
    void compile_macro(std::uint32_t index, xml::Node node);
    void compile_area(xml::Node node, Layout& layout);
    void compile_key(xml::Node node, Layout& layout);
    std::optional<std::uint32_t> find_macro(std::string_view name, xml::Node at);
    /// The variable of that name; what is unknown, or of another kind than wanted, is reported.
    std::optional<Variable> find_variable_named(std::string_view name, xml::Node at,
                                                VariableKinds wanted = any_kind);

    // Options (compile_options.cpp)
    void read_global_options(xml::Node root);
    void read_citation_options(xml::Node node);
    void read_bibliography_options(xml::Node node);

    // Rendering elements (compile_element.cpp)
    /// Compiles the child elements into adjoining places of the table. `parent`: the cs:names whose
    /// cs:substitute they are in; names without children of their own are written like it.
    Range compile_children(xml::Node node, NamesSpec const* parent);
    Element compile_element(xml::Node node, NamesSpec const* parent);
    Element compile_text(xml::Node node);
    Element compile_date(xml::Node node);
    Element compile_number(xml::Node node);
    Element compile_label(xml::Node node);

    // cs:names (compile_names.cpp)
    Element compile_names(xml::Node node, NamesSpec const* parent);
    void read_name(xml::Node node, NamesSpec& spec);
    std::vector<Variable> read_variables(std::string_view names, xml::Node at);

    // cs:choose (compile_condition.cpp)
    Element compile_choose(xml::Node node, NamesSpec const* parent);
    Element compile_branches(std::vector<xml::Node> const& branches, NamesSpec const* parent);
    Condition compile_condition(xml::Node node);
    void add_test(Condition& out, std::string_view name, std::string_view word, xml::Node node);
    void add_position(Condition& out, std::string_view word, xml::Node node);

    CompiledStyle& style_;
    Findings findings_;
    NameOptions style_names_;
    std::unordered_map<std::string, std::uint32_t> macros_;
    std::vector<std::pair<std::uint32_t, xml::Node>> macro_nodes_;
};

}  // namespace fonds::csl
