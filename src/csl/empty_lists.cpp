// Works out what groups and macros come to for an item without any of their variables (CSL 1.0.2, "Group": a
// group is suppressed where it calls variables and all of them are empty).
//
// Conditions may hold or not, so an element may leave its list in several states. A state is what evaluation
// keeps of a list: a term was written, a variable was called and empty, something was shown.

#include "csl/empty_lists.hpp"

#include <algorithm>

namespace fonds::csl {

namespace {

constexpr unsigned term = 1, called = 2, shown = 4;
/// A set of states, a bit for each of their eight combinations.
using States = std::uint8_t;
constexpr States at_first = 1, any_state = 0xff;

States with(States states, unsigned set, unsigned cleared = 0) {
    unsigned out = 0;
    for (unsigned state = 0; state < 8; ++state)
        if ((states >> state & 1U) != 0) out |= 1U << ((state & ~cleared) | set);
    return static_cast<States>(out);
}

EmptyList::Outcome outcome_of(States states) {
    using Outcome = EmptyList::Outcome;
    auto any_called = false, all_called = true;
    for (unsigned state = 0; state < 8; ++state) {
        if ((states >> state & 1U) == 0) continue;
        auto const is_called = (state & called) != 0;
        if ((state & shown) != 0 || ((state & term) != 0 && !is_called)) return Outcome::unknown;
        any_called = any_called || is_called;
        all_called = all_called && is_called;
    }
    if (any_called != all_called) return Outcome::unknown;
    return any_called ? Outcome::called : Outcome::uncalled;
}

/// Those whose values do not come from the item.
bool is_of_document(Variable variable) {
    return variable == Variable::citation_number || variable == Variable::year_suffix ||
           variable == Variable::citation_label;
}

bool fails_without(Test const& test, VariableSet const& absent) {
    switch (test.kind) {
        case Test::Kind::never: return true;
        case Test::Kind::numeric:
        case Test::Kind::uncertain_date: return absent.test(index_of(test.variable));
        case Test::Kind::locator: return absent.test(index_of(Variable::locator));
        case Test::Kind::position:
        case Test::Kind::disambiguate: break;
    }
    return false;
}

enum class Truth { no, maybe, yes };

/// Whether a condition holds where some variables are absent.
Truth truth_without(Condition const& condition, VariableSet const& absent) {
    if (condition.otherwise) return Truth::yes;
    auto const fails = [&](Test const& test) { return fails_without(test, absent); };
    auto const& tests = condition.tests;
    auto const missing = condition.variables & absent;
    if (condition.match == Match::all)
        return missing.any() || std::any_of(tests.begin(), tests.end(), fails) ? Truth::no : Truth::maybe;
    auto const all_fail = condition.types == 0 && missing == condition.variables &&
                          std::all_of(tests.begin(), tests.end(), fails);
    if (!all_fail) return Truth::maybe;
    return condition.match == Match::none ? Truth::yes : Truth::no;
}

class Finder {
  public:
    explicit Finder(CompiledStyle& style) : style_(style), is_done_(style.macros.size(), false) {
        auto const counts = [](NameOptions const& options) { return options.form == NameForm::count; };
        counts_names_ = counts(style.citation.names) || counts(style.bibliography.names) ||
                        std::any_of(style.names.begin(), style.names.end(),
                                    [&](NamesSpec const& names) { return counts(names.name); });
    }

    void run() {
        for (std::uint32_t i = 0; i < style_.macros.size(); ++i) (void)of_macro(i);
        for (auto const* layout : {&style_.citation, &style_.bibliography, &style_.in_text})
            (void)add_list(layout->first_child, layout->child_count);
    }

  private:
    /// A list of its own, after those in it; its number.
    std::uint32_t add_list(std::uint32_t first, std::uint32_t count) {
        EmptyList list;
        collect(first, count, list);
        list.outcome = outcome_of(after_all(first, count, at_first, list.variables));
        style_.empty_lists.push_back(list);
        return static_cast<std::uint32_t>(style_.empty_lists.size() - 1);
    }

    std::uint32_t of_macro(std::uint32_t index) {
        if (!is_done_[index]) {
            auto const& macro = style_.macros[index];
            style_.macros[index].empty_list = add_list(macro.first_child, macro.child_count);
            is_done_[index] = true;
        }
        return style_.macros[index].empty_list;
    }

    /// The variables and names of a list.
    void collect(std::uint32_t first, std::uint32_t count, EmptyList& list) {
        for (auto i = first; i < first + count; ++i) collect(style_.elements[i], list);
    }

    void collect(Element& element, EmptyList& list) {
        auto const add = [&](Variable variable) { list.variables.set(index_of(variable)); };
        switch (element.kind) {
            case Kind::variable:
            case Kind::number:
                add(element.variable);
                if (element.variable == Variable::title) add(Variable::title_short);
                if (element.variable == Variable::container_title) add(Variable::container_title_short);
                break;
            case Kind::date: add(style_.dates[element.detail].variable); break;
            case Kind::names: {
                auto const& spec = style_.names[element.detail];
                for (auto const variable : spec.variables) add(variable);
                list.has_names = true;
                collect(spec.first_substitute, spec.substitute_count, list);
                break;
            }
            case Kind::macro: collect(style_.empty_lists[of_macro(element.detail)], list); break;
            case Kind::group:
                element.detail = add_list(element.first_child, element.child_count);
                collect(style_.empty_lists[element.detail], list);
                break;
            case Kind::choose:
            case Kind::branch: collect(element.first_child, element.child_count, list); break;
            case Kind::term:
            case Kind::value:
            case Kind::label: break;
        }
    }

    static void collect(EmptyList const& inner, EmptyList& list) {
        list.variables |= inner.variables;
        list.has_names = list.has_names || inner.has_names;
    }

    [[nodiscard]] States after_all(std::uint32_t first, std::uint32_t count, States states,
                                   VariableSet const& absent) const {
        for (auto i = first; i < first + count; ++i) states = after(style_.elements[i], states, absent);
        return states;
    }

    /// The states in which an element leaves its list.
    [[nodiscard]] States after(Element const& element, States before, VariableSet const& absent) const {
        switch (element.kind) {
            case Kind::variable:
            case Kind::number: return is_of_document(element.variable) ? any_state : with(before, called);
            case Kind::date: return with(before, called);
            case Kind::names: return after_names(style_.names[element.detail], before, absent);
            case Kind::macro: return after_list(style_.macros[element.detail].empty_list, before);
            case Kind::group: return after_list(element.detail, before);
            case Kind::choose: return after_choose(element, before, absent);
            case Kind::term:
            case Kind::value:
            case Kind::label: return static_cast<States>(before | with(before, term));
            case Kind::branch: break;
        }
        return before;
    }

    [[nodiscard]] States after_list(std::uint32_t number, States before) const {
        switch (style_.empty_lists[number].outcome) {
            case EmptyList::Outcome::called: return with(before, called);
            case EmptyList::Outcome::uncalled: return with(before, 0, called);
            case EmptyList::Outcome::unknown: break;
        }
        return any_state;
    }

    [[nodiscard]] States after_choose(Element const& choose, States before, VariableSet const& absent) const {
        if (asks_for_ambiguity(choose)) return any_state;
        unsigned out = 0;
        for (auto i = choose.first_child; i < choose.first_child + choose.child_count; ++i) {
            auto const& branch = style_.elements[i];
            auto const truth = truth_without(style_.conditions[branch.detail], absent);
            if (truth == Truth::no) continue;
            out |= after_all(branch.first_child, branch.child_count, before, absent);
            if (truth == Truth::yes) return static_cast<States>(out);
        }
        return static_cast<States>(out | before);
    }

    /// How often that is asked counts.
    [[nodiscard]] bool asks_for_ambiguity(Element const& choose) const {
        for (auto i = choose.first_child; i < choose.first_child + choose.child_count; ++i)
            for (auto const& test : style_.conditions[style_.elements[i].detail].tests)
                if (test.kind == Test::Kind::disambiguate) return true;
        return false;
    }

    [[nodiscard]] States after_names(NamesSpec const& spec, States before, VariableSet const& absent) const {
        if (counts_names_) return any_state;  // nobody is counted too
        if (spec.shorthand) return static_cast<States>(before | with(before, called));
        return after_substitutes(spec.first_substitute, spec.substitute_count, with(before, called), absent);
    }

    /// Each substitute, those of a choice too, may be the last that is tried.
    [[nodiscard]] States after_substitutes(std::uint32_t first, std::uint32_t count, States states,
                                           VariableSet const& absent) const {
        for (auto i = first; i < first + count; ++i) {
            auto const& element = style_.elements[i];
            if (element.kind != Kind::choose) {
                states = static_cast<States>(states | after(element, states, absent));
                continue;
            }
            if (asks_for_ambiguity(element)) return any_state;
            for (auto k = element.first_child; k < element.first_child + element.child_count; ++k) {
                auto const& branch = style_.elements[k];
                states = after_substitutes(branch.first_child, branch.child_count, states, absent);
            }
        }
        return states;
    }

    CompiledStyle& style_;
    std::vector<bool> is_done_;  ///< by macro
    bool counts_names_ = false;
};

}  // namespace

void find_empty_lists(CompiledStyle& style) { Finder(style).run(); }

}  // namespace fonds::csl
