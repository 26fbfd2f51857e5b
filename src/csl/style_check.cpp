// Rings of macros, nesting, and what macros and layouts print.

#include "csl/style_check.hpp"

#include <utility>

#include "base/diagnostic.hpp"
#include "base/text.hpp"

namespace fonds::csl {

namespace {

/// The elements below an element, wherever the style keeps them.
template <class Visit>
void each_child(CompiledStyle const& style, Element const& element, Visit const& visit) {
    for (auto i = element.first_child; i < element.first_child + element.child_count; ++i) visit(i);
    if (element.kind != Kind::names) return;
    auto const& spec = style.names[element.detail];
    for (auto i = spec.first_substitute; i < spec.first_substitute + spec.substitute_count; ++i) visit(i);
}

class RingCutter {
  public:
    explicit RingCutter(CompiledStyle& style) : style_(style), marks_(style.macros.size(), Mark::fresh) {}

    std::vector<Diagnostic> run() {
        for (std::uint32_t i = 0; i < style_.macros.size(); ++i) check_macro(i, 0);
        return std::move(findings_);
    }

  private:
    enum class Mark : std::uint8_t { fresh, open, done };

    void check_macro(std::uint32_t index, std::size_t depth) {
        if (marks_[index] != Mark::fresh) return;
        marks_[index] = Mark::open;
        auto const& macro = style_.macros[index];
        for (auto i = macro.first_child; i < macro.first_child + macro.child_count; ++i)
            check_element(i, depth + 1);
        marks_[index] = Mark::done;
    }

    void check_element(std::uint32_t index, std::size_t depth) {
        auto const element = style_.elements[index];
        auto const calls_itself = element.kind == Kind::macro && marks_[element.detail] == Mark::open;
        if (calls_itself || depth > maximum_nesting) return cut(index, calls_itself);
        if (element.kind == Kind::macro) check_macro(element.detail, depth);
        each_child(style_, element, [&](std::uint32_t child) { check_element(child, depth + 1); });
    }

    void cut(std::uint32_t index, bool calls_itself) {
        auto& element = style_.elements[index];
        auto const message = calls_itself
                                 ? concat("the macro “", style_.macros[element.detail].name,
                                          "” calls itself; this call is left out")
                                 : concat("elements nest deeper than ", std::to_string(maximum_nesting),
                                          "; what is below is left out");
        findings_.push_back(make_diagnostic(calls_itself ? "macro-ring" : "nesting-limit", Severity::error,
                                            {element.offset, element.offset}, message));
        auto const offset = element.offset;
        element = nothing();
        element.offset = offset;
    }

    CompiledStyle& style_;
    std::vector<Mark> marks_;
    std::vector<Diagnostic> findings_;
};

bool prints_date(CompiledStyle const& style, Element const& element, std::size_t depth) {
    if (element.kind == Kind::date) return true;
    if (depth > maximum_nesting) return false;
    auto found = false;
    each_child(style, element, [&](std::uint32_t child) {
        found = found || prints_date(style, style.elements[child], depth + 1);
    });
    return found;
}

/// Looks for an element through macros, each of them once.
template <class Wanted>
class ElementSearch {
  public:
    ElementSearch(CompiledStyle const& style, Wanted wanted)
        : style_(style), wanted_(std::move(wanted)), visited_(style.macros.size(), false) {}

    bool in(std::uint32_t first, std::uint32_t count, std::size_t depth = 0) {
        for (auto i = first; i < first + count; ++i)
            if (in(style_.elements[i], depth)) return true;
        return false;
    }
    bool in_macro(std::uint32_t index) {
        auto const& macro = style_.macros[index];
        return in(macro.first_child, macro.child_count);
    }

  private:
    bool in(Element const& element, std::size_t depth) {
        if (wanted_(element)) return true;
        if (depth > maximum_nesting) return false;
        if (element.kind == Kind::macro && !visited_[element.detail]) {
            visited_[element.detail] = true;
            auto const& macro = style_.macros[element.detail];
            if (in(macro.first_child, macro.child_count, depth + 1)) return true;
        }
        auto found = false;
        each_child(style_, element,
                   [&](std::uint32_t child) { found = found || in(style_.elements[child], depth + 1); });
        return found;
    }

    CompiledStyle const& style_;
    Wanted wanted_;
    std::vector<bool> visited_;
};

auto search_for(CompiledStyle const& style, Variable variable) {
    return ElementSearch(style, [variable](Element const& element) {
        auto const prints = element.kind == Kind::variable || element.kind == Kind::number;
        return prints && element.variable == variable;
    });
}

bool prints(CompiledStyle const& style, Layout const& layout, Variable variable) {
    return search_for(style, variable).in(layout.first_child, layout.child_count);
}

/// Whether rules for given names that hold for the whole document can add to these names of the bibliography.
bool takes_given_names(CompiledStyle const& style, NamesSpec const& names) {
    auto options = names.name;
    options.inherit(style.bibliography.names);
    auto const form = options.form.value_or(NameForm::long_);
    auto const initials = options.initialize_with && options.initialize.value_or(true);
    switch (style.given_rule) {
        case GivenRule::all_names:
        case GivenRule::primary_name:
            return form == NameForm::short_ || (form == NameForm::long_ && options.initialize_with);
        case GivenRule::all_names_with_initials:
        case GivenRule::primary_name_with_initials: return form == NameForm::short_ && initials;
        default: return false;
    }
}

/// Whether entries are sorted by names to which such rules may add.
bool sorts_by_told_names(CompiledStyle const& style) {
    if (!style.add_givenname) return false;
    auto const& keys = style.bibliography.keys;
    return std::any_of(keys.begin(), keys.end(), [&](SortKey const& key) {
        auto const takes = [&](Element const& element) {
            return element.kind == Kind::names && takes_given_names(style, style.names[element.detail]);
        };
        return key.is_macro && ElementSearch(style, takes).in_macro(key.macro);
    });
}

/// The names that keys may have, by the elements that write them.
void find_names(CompiledStyle& style, Layout& layout) {
    std::vector<bool> stands_in(style.elements.size(), false);
    for (auto const& names : style.names)
        std::fill_n(stands_in.begin() + names.first_substitute, names.substitute_count, true);
    for (auto& key : layout.keys) {
        auto const add_names = [&](Element const& element) {
            if (element.kind != Kind::names) return false;
            auto const at = static_cast<std::size_t>(&element - style.elements.data());
            for (auto const variable : style.names[element.detail].variables)
                (stands_in[at] ? key.substitutes : key.names).set(index_of(variable));
            return false;
        };
        if (key.is_macro) (void)ElementSearch(style, add_names).in_macro(key.macro);
        else if (kind_of(key.variable) == VariableKind::names) key.names.set(index_of(key.variable));
    }
}

bool shows_first_note(CompiledStyle const& style) {
    constexpr auto variable = Variable::first_reference_note_number;
    return std::any_of(style.elements.begin(), style.elements.end(),
                       [](Element const& element) { return element.variable == variable; }) ||
           std::any_of(style.conditions.begin(), style.conditions.end(), [](Condition const& condition) {
               return condition.variables.test(index_of(variable)) ||
                      std::any_of(condition.tests.begin(), condition.tests.end(),
                                  [](Test const& test) { return test.variable == variable; });
           });
}

bool asks_near_note(CompiledStyle const& style) {
    return std::any_of(style.conditions.begin(), style.conditions.end(), [](Condition const& condition) {
        return std::any_of(condition.tests.begin(), condition.tests.end(), [](Test const& test) {
            return test.kind == Test::Kind::position &&
                   (test.position == PositionTest::near_note || test.position == PositionTest::far_note);
        });
    });
}

/// Tests of positions, the first note, other numbers of names in subsequent cites.
bool uses_positions(CompiledStyle const& style) {
    auto const shortens = [](NameOptions const& options) {
        return options.et_al_subsequent_min || options.et_al_subsequent_use_first;
    };
    return style.has_position || style.shows_first_note || shortens(style.citation.names) ||
           std::any_of(style.names.begin(), style.names.end(),
                       [&](NamesSpec const& names) { return shortens(names.name); });
}

bool sorts_by_number(CompiledStyle const& style, Layout const& layout) {
    constexpr auto variable = Variable::citation_number;
    return std::any_of(layout.keys.begin(), layout.keys.end(), [&](SortKey const& key) {
        if (!key.is_macro) return key.variable == variable;
        return search_for(style, variable).in_macro(key.macro);
    });
}

bool is_numbered(CompiledStyle const& style) {
    return style.citation.sorts_by_number || style.bibliography.sorts_by_number ||
           std::any_of(style.elements.begin(), style.elements.end(),
                       [](Element const& element) { return element.variable == Variable::citation_number; });
}

}  // namespace

Element nothing() {
    Element out;
    out.kind = Kind::choose;
    return out;
}

std::vector<Diagnostic> cut_rings(CompiledStyle& style) { return RingCutter(style).run(); }

void mark_contents(CompiledStyle& style) {
    style.shows_first_note = shows_first_note(style);
    style.asks_near_note = asks_near_note(style);
    style.uses_positions = uses_positions(style);
    for (auto& macro : style.macros)
        for (auto i = macro.first_child; i < macro.first_child + macro.child_count; ++i)
            if (prints_date(style, style.elements[i], 0)) macro.has_date = true;
    for (auto* layout : {&style.citation, &style.bibliography}) {
        layout->uses_citation_number = prints(style, *layout, Variable::citation_number);
        layout->sorts_by_number = sorts_by_number(style, *layout);
        layout->descends_by_number =
            std::any_of(layout->keys.begin(), layout->keys.end(), [](SortKey const& key) {
                return !key.is_macro && key.variable == Variable::citation_number && key.descending;
            });
    }
    find_names(style, style.bibliography);
    style.is_numbered = is_numbered(style);
    style.sorts_by_told_names = sorts_by_told_names(style);
    auto const tells_apart =
        style.add_names || style.add_givenname || style.add_year_suffix || style.has_disambiguate;
    style.told_by_first_note = tells_apart && style.given_rule == GivenRule::by_cite &&
                               prints(style, style.citation, Variable::first_reference_note_number);
}

}  // namespace fonds::csl
