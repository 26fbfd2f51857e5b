// cs:choose and its conditions (CSL 1.0.2, "Choose").

#include "base/text.hpp"
#include "csl/style_compiler.hpp"

namespace fonds::csl {

Element Compiler::compile_choose(xml::Node node, NamesSpec const* parent) {
    std::vector<xml::Node> branches;
    for (auto const child : node.elements()) {
        auto const name = child.local_name();
        if (name == "if" || name == "else-if" || name == "else") branches.push_back(child);
    }
    return compile_branches(branches, parent);
}

Element Compiler::compile_branches(std::vector<xml::Node> const& branches, NamesSpec const* parent) {
    Element out;
    out.kind = Kind::choose;
    out.first_child = static_cast<std::uint32_t>(style_.elements.size());
    out.child_count = static_cast<std::uint32_t>(branches.size());
    style_.elements.resize(style_.elements.size() + branches.size());
    for (std::size_t i = 0; i < branches.size(); ++i) {
        Element branch;
        branch.kind = Kind::branch;
        branch.detail = static_cast<std::uint32_t>(style_.conditions.size());
        style_.conditions.push_back(compile_condition(branches[i]));
        auto const [first, count] = compile_children(branches[i], parent);
        branch.first_child = first;
        branch.child_count = count;
        style_.elements[out.first_child + i] = branch;
    }
    return out;
}

Condition Compiler::compile_condition(xml::Node node) {
    Condition out;
    out.otherwise = node.local_name() == "else";
    if (node["match"] == "any") out.match = Match::any;
    else if (node["match"] == "none") out.match = Match::none;
    for (auto at = node.first_attribute(); at; at = at.next()) {
        auto const name = at.local_name();
        if (name == "match") continue;
        if (name == "disambiguate") {
            style_.has_disambiguate = true;
            Test test{Test::Kind::disambiguate};
            if (at.value() == "true") out.tests.push_back(test);
            continue;
        }
        auto const known_types = out.types;
        auto words = 0;
        for (auto const& word : split(at.value(), ' '))
            if (!word.empty()) add_test(out, name, word, node), ++words;
        // What names nothing that there is holds of no cite.
        if (words == 0 || (name == "type" && out.types == known_types))
            out.tests.push_back(Test{Test::Kind::never});
    }
    return out;
}

void Compiler::add_test(Condition& out, std::string_view name, std::string_view word, xml::Node node) {
    if (name == "type") {
        auto const type = find_item_type(word);
        if (type) {
            out.types |= std::uint64_t{1} << static_cast<unsigned>(*type);
            return;
        }
        findings_.add(Severity::warning, "unknown-type",
                      concat("CSL 1.0.2 has no type “", word, "”; no item has it"), node);
    } else if (name == "variable") {
        auto const variable = find_variable_named(word, node);
        if (variable) out.variables.set(index_of(*variable));
        else out.tests.push_back(Test{Test::Kind::never});
    } else if (name == "is-numeric" || name == "is-uncertain-date") {
        auto const variable = find_variable_named(word, node, name == "is-uncertain-date" ? dates : any_kind);
        Test test{name == "is-numeric" ? Test::Kind::numeric : Test::Kind::uncertain_date};
        if (variable) test.variable = *variable;
        else test.kind = Test::Kind::never;
        out.tests.push_back(test);
    } else if (name == "locator") {
        Test test{Test::Kind::locator};
        test.label = style_.terms.add(word);
        out.tests.push_back(test);
    } else if (name == "position") {
        add_position(out, word, node);
    } else {
        return;  // of another version, and reported as such
    }
}

void Compiler::add_position(Condition& out, std::string_view word, xml::Node node) {
    style_.has_position = true;
    Test test{Test::Kind::position};
    if (word == "first") test.position = PositionTest::first;
    else if (word == "subsequent") test.position = PositionTest::subsequent;
    else if (word == "ibid") test.position = PositionTest::ibid;
    else if (word == "ibid-with-locator") test.position = PositionTest::ibid_with_locator;
    else if (word == "near-note") test.position = PositionTest::near_note;
    else if (word == "far-note") test.position = PositionTest::far_note;
    else {
        test.kind = Test::Kind::never;
        findings_.add(Severity::warning, "unknown-value",
                      concat("“", word, "” is no position; no cite has it"), node);
    }
    out.tests.push_back(test);
}

}  // namespace fonds::csl
