// Differences of records, found and applied.

#include <algorithm>

#include "model/record_string.hpp"

namespace fonds {
namespace {

template <class T>
void compare(Values<T> const& from, Values<T> const& to, Values<T>& changed, std::vector<Variable>& dropped) {
    for (auto const& [variable, value] : to)
        if (auto const* old = from.find(variable); old == nullptr || *old != value)
            changed.set(variable, value);
    for (auto const& [variable, value] : from)
        if (to.find(variable) == nullptr) dropped.push_back(variable);
}

template <class T>
void replace(Values<T> const& changed, Values<T>& values) {
    for (auto const& [variable, value] : changed) values.set(variable, value);
}

template <class T>
void add_names(Values<T> const& values, std::vector<std::string>& names) {
    for (auto const& [variable, value] : values) names.emplace_back(to_string(variable));
}

}  // namespace

RecordPatch make_patch(Item const& from, Item const& to) {
    RecordPatch patch;
    if (from.id != to.id) patch.id = to.id;
    if (from.type != to.type) patch.type = to.type;
    compare(from.texts, to.texts, patch.texts, patch.dropped);
    compare(from.names, to.names, patch.names, patch.dropped);
    compare(from.dates, to.dates, patch.dates, patch.dropped);
    if (!to.reference.empty() || from.reference != to.reference) patch.reference = to.reference;
    if (from.foreign != to.foreign) patch.foreign = to.foreign;
    return patch;
}

void apply_patch(RecordPatch const& patch, Item& item) {
    if (patch.id) item.id = *patch.id;
    if (patch.type) item.type = *patch.type;
    for (auto const variable : patch.dropped) {
        item.texts.erase(variable);
        item.names.erase(variable);
        item.dates.erase(variable);
    }
    replace(patch.texts, item.texts);
    replace(patch.names, item.names);
    replace(patch.dates, item.dates);
    if (patch.reference) item.reference = *patch.reference;
    if (patch.foreign) item.foreign = *patch.foreign;
}

std::vector<std::string> describe_patch(RecordPatch const& patch) {
    std::vector<std::string> names;
    if (patch.id) names.emplace_back("id");
    if (patch.type) names.emplace_back("type");
    add_names(patch.texts, names);
    add_names(patch.names, names);
    add_names(patch.dates, names);
    if (patch.reference) names.emplace_back("archival reference");
    if (patch.foreign)
        for (auto const& field : *patch.foreign) names.push_back(field.format + ":" + field.name);
    return names;
}

}  // namespace fonds
