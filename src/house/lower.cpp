// An item's archival reference as CSL variables, before a style runs.
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "house/introductions.hpp"
#include "house/location.hpp"
#include "house/repository.hpp"
#include "house/words.hpp"
#include "model/csl_fields.hpp"

namespace fonds {
namespace {

void set_or_keep(Item& item, Variable variable, std::string text) {
    if (!text.empty()) item.texts.set(variable, std::move(text));
}

/// The repository is the head of one unit with the levels: "RGANI, f. 5, op. 28". `archive` would print it
/// twice.
void join_unit(Item& item, std::string repository, std::string_view separator) {
    auto unit = std::move(repository);
    for (auto const part : {item.text(Variable::archive_place), item.text(Variable::archive_collection),
                            item.text(Variable::archive_location)}) {
        if (part.empty()) continue;
        if (!unit.empty()) unit += separator_after(unit, separator);
        unit += part;
    }
    for (auto const variable : {Variable::archive, Variable::archive_place, Variable::archive_collection})
        item.texts.erase(variable);
    set_or_keep(item, Variable::archive_location, std::move(unit));
}

bool writes_sentences(HouseForm::Data const& form) {
    for (auto const* data = &form; data; data = data->parent.get())
        if (data->provenance_sentences) return *data->provenance_sentences;
    return false;
}

void lower_people(Item& item, HouseForm const& form) {
    if (writes_sentences(form.data())) {
        // `note` of a document holds the owner's remarks elsewhere; here it is what the style prints.
        auto provenance = write_provenance(item.reference, form);
        item.texts.erase(Variable::note);
        if (provenance.empty()) return;
        item.texts.set(Variable::note, std::move(provenance));
        if (auto const* names = item.names.find(Variable::contributor);
            names && *names == obtained_by(item.reference))
            item.names.erase(Variable::contributor);
        if (auto const* names = item.names.find(Variable::translator);
            names && *names == translated_by(item.reference))
            item.names.erase(Variable::translator);
        return;
    }
    for (auto& [variable, names] : derived_names(item)) item.names.set(variable, std::move(names));
}

/// "BArch, MfS" names the fonds already: the location "MfS, ZAIG 5" goes on behind it.
void drop_repeated(std::string_view repository, std::string_view separator, std::string& location) {
    auto const first = std::string_view(location).substr(0, location.find(separator));
    if (first.empty() || first.size() == location.size()) return;
    if (repository.ends_with(concat(" ", first)) || repository.ends_with(concat("/", first)))
        location.erase(0, first.size() + separator.size());
}

/// A collection's name beside the levels that its number is among: "series II, RG.6.0, Records of the
/// Chancellor".
std::string with_name(std::string levels, std::string_view name, bool innermost_first) {
    if (levels.empty() || name.empty() || levels.find(name) != std::string::npos) return levels;
    return innermost_first ? concat(levels, ", ", name) : concat(name, ", ", levels);
}

/// The levels without the one that the title has named: a series without a number is known by its title.
std::vector<ArchiveLevel> levels_beside(std::string_view title, std::vector<ArchiveLevel> levels) {
    std::erase_if(levels, [&](ArchiveLevel const& level) { return level.value == title; });
    return levels;
}

/// "Note from the Deputy Chairman", a note: the title says it.
void drop_told_genre(Item& item) {
    auto const title = fold(item.text(Variable::title));
    auto const genre = fold(item.text(Variable::genre));
    if (!genre.empty() && title.starts_with(concat(genre, " "))) item.texts.erase(Variable::genre);
}

void lower_reference(Item& item, HouseForm const& form, Knowledge const& knowledge,
                     IntroducedName const* introduced) {
    drop_told_genre(item);
    auto const& reference = item.reference;
    auto const [archive, scheme] = keeper_of(reference, knowledge);
    auto const& data = form.data();
    auto const* unit = data.setting(scheme, &FormSection::one_unit);
    auto const* how = data.setting(scheme, &FormSection::repository);
    auto const* separator = data.setting(scheme, &FormSection::separator);
    auto const levels = levels_beside(item.text(Variable::title), reference.levels);
    auto written = write_reference(levels, data, knowledge.scheme(scheme), !(unit && *unit));
    auto name = introduced ? introduced->text
                           : write_repository(reference, archive, how ? *how : RepositoryName::as_written);
    if (name.empty()) name = item.text(Variable::archive);
    // "From the personal collection of X." stands behind the reference and names the place already.
    if (!name.empty() && writes_sentences(data) &&
        reference.provenance_note.find(name) != std::string::npos) {
        name.clear();
        item.texts.erase(Variable::archive);
    }
    drop_repeated(name, separator ? std::string_view(*separator) : ", ", written.location);
    set_or_keep(item, Variable::archive, name);
    set_or_keep(item, Variable::archive_place, reference.place);
    if (introduced && !introduced->first) item.texts.erase(Variable::archive_place);
    auto const* innermost_first = data.setting(scheme, &FormSection::collection_innermost_first);
    set_or_keep(item, Variable::archive_collection,
                with_name(std::move(written.collection), item.text(Variable::archive_collection),
                          innermost_first && *innermost_first));
    set_or_keep(item, Variable::archive_location, std::move(written.location));
    set_or_keep(item, Variable::source, reference.digital_archive);
    if (unit && *unit) join_unit(item, std::move(name), separator ? std::string_view(*separator) : ", ");
}

bool writes_names_whole(HouseForm::Data const& form) {
    for (auto const* data = &form; data; data = data->parent.get())
        if (data->whole_names) return *data->whole_names;
    return false;
}

/// "Zhou Enlai", "Kim Il Sung": one name, of which a style makes no initials.
void make_names_whole(Item& item) {
    for (auto& [variable, names] : item.names)
        for (auto& name : names)
            if (name.static_ordering && name.literal.empty() && !name.given.empty()) {
                name.family += concat(" ", name.given);
                name.given.clear();
            }
}

Item lower_item(Item const& item, HouseForm const& form, Knowledge const& knowledge,
                IntroducedName const* introduced) {
    auto lowered = item;
    if (writes_names_whole(form.data())) make_names_whole(lowered);
    if (item.reference.empty()) return lowered;
    lower_reference(lowered, form, knowledge, introduced);
    lower_people(lowered, form);
    return lowered;
}

}  // namespace

Item lower(Item const& item, HouseForm const& form, Knowledge const& knowledge) {
    return lower_item(item, form, knowledge, nullptr);
}

Items lower(Items const& items, HouseForm const& form, Knowledge const& knowledge,
            LowerOptions const& options) {
    Items lowered;
    lowered.reserve(items.size());
    Introductions introductions(options.hereafter ? items : Items(), form, knowledge);
    for (auto const& item : items) {
        auto const introduced = introductions.next(item);
        lowered.push_back(lower_item(item, form, knowledge, introduced ? &*introduced : nullptr));
    }
    return lowered;
}

}  // namespace fonds
