// The archival reference as CSL variables.

#include "model/csl_fields.hpp"

#include "model/repeated_numbers.hpp"

namespace fonds {
namespace {

/// The levels in order, labels as written: "Fond 5, Opis 28, Delo 314, ll. 34–59".
std::string write_levels(ArchivalReference const& reference) {
    std::string out;
    auto const& levels = reference.levels;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        auto const& level = levels[i];
        if ((level.label.empty() && level.value.empty()) || is_repeated(levels, i)) continue;
        if (!out.empty()) out += ", ";
        out += level.label;
        if (!level.label.empty() && !level.value.empty()) out += ' ';
        out += level.value;
    }
    return out;
}

}  // namespace

std::vector<std::pair<Variable, std::string>> derived_texts(Item const& item) {
    std::vector<std::pair<Variable, std::string>> derived;
    auto const add = [&](Variable variable, std::string text) {
        if (!text.empty() && item.texts.find(variable) == nullptr)
            derived.emplace_back(variable, std::move(text));
    };
    auto const& reference = item.reference;
    add(Variable::archive, reference.repository);
    add(Variable::archive_place, reference.place);
    add(Variable::archive_location, write_levels(reference));
    add(Variable::source, reference.digital_archive);
    return derived;
}

std::vector<std::pair<Variable, Names>> derived_names(Item const& item) {
    std::vector<std::pair<Variable, Names>> derived;
    auto const add = [&](Variable variable, Names names) {
        if (!names.empty() && item.names.find(variable) == nullptr)
            derived.emplace_back(variable, std::move(names));
    };
    add(Variable::contributor, obtained_by(item.reference));
    add(Variable::translator, translated_by(item.reference));
    return derived;
}

void fill_csl_fields(Item& item) {
    auto texts = derived_texts(item);
    auto names = derived_names(item);
    for (auto& [variable, text] : texts) item.texts.set(variable, std::move(text));
    for (auto& [variable, list] : names) item.names.set(variable, std::move(list));
}

}  // namespace fonds
