// What `custom.fonds` says of the fields that can be seen: dates in full, and what was filled from the
// reference.

#include "format/csl_json.hpp"
#include "format/json_records.hpp"
#include "model/csl_fields.hpp"

namespace fonds {
namespace {

// A date that the CSL form beside it does not hold in full.
void apply_date(json::Member const& member, Item& item, std::vector<Variable>& changed) {
    auto const variable = find_variable(member.name);
    if (!variable || kind_of(*variable) != VariableKind::date) return;
    auto const* visible = item.dates.find(*variable);
    auto full = parse_edtf(member_text(member.value, "edtf"));
    if (!full && visible) full = *visible;
    if (!full) return;
    full->raw = member_text(member.value, "raw");
    if (visible && csl_date_projection(*visible) != csl_date_projection(*full)) changed.push_back(*variable);
    else item.dates.set(*variable, *full);
}

std::vector<Variable> variables_of(json::Array const& names) {
    std::vector<Variable> variables;
    for (auto const& name : names)
        if (auto const variable = find_variable(name.text().value_or(std::string_view())))
            variables.push_back(*variable);
    return variables;
}

// Takes a value back where it is still what the reference gave.
template <class Values, class Filled>
void take_back(Variable variable, Values& values, Filled const& filled, std::vector<Variable>& changed) {
    for (auto const& [name, value] : filled) {
        if (name != variable || !values.find(variable)) continue;
        if (*values.find(variable) == value) values.erase(variable);
        else changed.push_back(variable);
    }
}

}  // namespace

std::vector<Variable> apply_csl_supplement(CslSupplement const& supplement, Item& item) {
    std::vector<Variable> changed;
    for (auto const& member : supplement.dates) apply_date(member, item, changed);
    auto const variables = variables_of(supplement.derived);
    if (variables.empty()) return changed;
    Item without = item;
    for (auto const variable : variables) {
        without.texts.erase(variable);
        without.names.erase(variable);
    }
    auto const texts = derived_texts(without);
    auto const names = derived_names(without);
    for (auto const variable : variables) {
        take_back(variable, item.texts, texts, changed);
        take_back(variable, item.names, names, changed);
    }
    return changed;
}

}  // namespace fonds
