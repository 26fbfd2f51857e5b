// Holds styles against the tables of the schema.

#include "csl/style_schema.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.hpp"
#include "csl/style_schema_rules.hpp"

namespace fonds::csl {

namespace {

constexpr auto in_order = [](auto const& one, auto const& other) { return one.name < other.name; };
static_assert(std::is_sorted(std::begin(element_rules), std::end(element_rules), in_order));
static_assert(std::is_sorted(std::begin(attribute_rules), std::end(attribute_rules), in_order));

/// The places of a table where each letter begins: styles have thousands of elements and attributes to look
/// up.
template <class Rule, std::size_t count>
constexpr auto letters_of(Rule const (&rules)[count]) {
    std::array<std::uint8_t, 27> out{};
    for (std::size_t letter = 0, at = 0; letter < out.size(); ++letter) {
        while (at < count && static_cast<std::size_t>(rules[at].name[0] - 'a') < letter) ++at;
        out[letter] = static_cast<std::uint8_t>(at);
    }
    return out;
}
constexpr auto element_letters = letters_of(element_rules);
constexpr auto attribute_letters = letters_of(attribute_rules);

/// The rules of one letter.
template <class Rule, std::size_t count>
std::span<Rule const> rules_of(Rule const (&rules)[count], std::array<std::uint8_t, 27> const& letters,
                               std::string_view name) {
    if (name.empty() || name[0] < 'a' || name[0] > 'z') return {};
    auto const letter = static_cast<std::size_t>(name[0] - 'a');
    return std::span(rules).subspan(letters[letter],
                                    static_cast<std::size_t>(letters[letter + 1] - letters[letter]));
}

ElementRule const* find_element(std::string_view name) {
    for (auto const& rule : rules_of(element_rules, element_letters, name))
        if (rule.name == name) return &rule;
    return nullptr;
}

AttributeRule const* find_attribute(std::string_view name, Elements element) {
    for (auto const& rule : rules_of(attribute_rules, attribute_letters, name))
        if ((rule.elements & element) != 0 && rule.name == name) return &rule;
    return nullptr;
}

constexpr bool has_word(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        auto const end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

/// By attribute: the elements of whose selecting attributes it is one.
constexpr auto selections = [] {
    std::array<Elements, std::size(attribute_rules)> out{};
    for (std::size_t i = 0; i < out.size(); ++i)
        for (auto const& element : element_rules)
            if (has_word(element.selecting, attribute_rules[i].name)) out[i] |= element.element;
    return out;
}();

bool selects(AttributeRule const& rule, ElementRule const& element) {
    return (selections[static_cast<std::size_t>(&rule - attribute_rules)] & element.element) != 0;
}

bool takes(AttributeRule const& rule, std::string_view value) {
    if (rule.values == any_text) return true;
    if (rule.values == whole_number) return is_all_digits(value);
    return has_word(rule.values, value);
}

/// Whether the attribute is one of those that select what the element shows.
bool check_attribute(xml::Node node, ElementRule const& element, xml::Attribute at, Findings& findings) {
    auto const name = at.name();
    auto const* const rule = find_attribute(name, element.element);
    if (!rule && (name == "xmlns" || name.find(':') != name.npos)) return false;
    if (!rule)
        findings.add(Severity::warning, "unknown-attribute",
                     concat("cs:", element.name, " has no attribute ", name, "; it is left out"), node);
    else if (!takes(*rule, at.value()))
        findings.add(Severity::warning, "unknown-value",
                     concat("“", at.value(), "” is no value of ", name, "; it is left out"), node);
    return rule && selects(*rule, element);
}

/// The names as a sentence has them: "variable, macro, term or value".
std::string listed(std::string_view names) {
    auto const last = names.rfind(' ');
    if (last == names.npos) return std::string(names);
    return concat(replace_all(names.substr(0, last), " ", ", "), " or ", names.substr(last + 1));
}

/// Labels of names have no variable of their own.
bool is_selected_by_parent(xml::Node node, ElementRule const& rule) {
    return rule.element == in_label && node.parent().local_name() == "names";
}

void check_selection(xml::Node node, ElementRule const& rule, std::size_t selecting, Findings& findings) {
    if (selecting == 1 || rule.selecting.empty() || is_selected_by_parent(node, rule)) return;
    if (selecting == 0)
        findings.add(Severity::warning, "missing-attribute",
                     concat("cs:", rule.name, " has no ", listed(rule.selecting)), node);
    else if (!rule.several && rule.element != in_date)
        findings.add(Severity::warning, "contradicting-attributes",
                     concat("cs:", rule.name, " has several of ", listed(rule.selecting), "; one counts"),
                     node);
}

void check_needed(xml::Node node, ElementRule const& rule, Findings& findings) {
    for (auto rest = rule.needed; !rest.empty();) {
        auto const name = rest.substr(0, rest.find(' '));
        if (!node.child(name))
            findings.add(Severity::warning, "missing-element", concat("cs:", rule.name, " has no cs:", name),
                         node);
        rest.remove_prefix(std::min(name.size() + 1, rest.size()));
    }
}

void check_element(xml::Node node, ElementRule const& rule, Findings& findings);

void check_child(xml::Node child, ElementRule const& parent, Findings& findings) {
    auto const name = child.local_name();
    if (!parent.children.empty() && !has_word(parent.children, name))
        return findings.add(Severity::warning, "unknown-element",
                            concat("cs:", name, " has no place in cs:", parent.name, "; it is left out"),
                            child);
    if (!parent.once.empty() && has_word(parent.once, name) && child.parent().child(name) != child)
        findings.add(Severity::warning, "duplicate-element",
                     concat("cs:", name, " stands in cs:", parent.name, " twice, where it may stand once"),
                     child);
    if (auto const* const rule = find_element(name)) check_element(child, *rule, findings);
}

void check_element(xml::Node node, ElementRule const& rule, Findings& findings) {
    std::size_t selecting = 0;
    for (auto at = node.first_attribute(); at; at = at.next())
        if (check_attribute(node, rule, at, findings)) ++selecting;
    check_selection(node, rule, selecting, findings);
    check_needed(node, rule, findings);
    for (auto const child : node.elements()) check_child(child, rule, findings);
}

}  // namespace

void check_schema(xml::Node style, Findings& findings) {
    if (auto const* const rule = find_element(style.local_name())) check_element(style, *rule, findings);
}

}  // namespace fonds::csl
