// House forms: lookups, and the table of built-in ones.
#include "house/form.hpp"

#include <algorithm>

#include "base/contains.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "house/form_reader.hpp"
#include "wire/xml.hpp"

namespace fonds {
namespace {

constexpr std::string_view style_namespace = "urn:fonds:csl";
constexpr std::string_view fallback_form = "en";

using FormData = std::shared_ptr<HouseForm::Data const>;

/// The built-in forms by name. They were checked by the tests, so an error here is a broken build: it throws.
std::map<std::string, FormData, std::less<>> const& builtin_forms() {
    static auto const forms = [] {
        std::map<std::string, FormData, std::less<>> read;
        auto const find = [&](std::string_view name) {
            auto const at = read.find(name);
            return at == read.end() ? nullptr : at->second;
        };
        // A form may inherit from one whose file comes later: those that cannot be read yet wait a round.
        std::vector<EmbeddedFile> waiting;
        for (auto const& file : embedded_files())
            if (file.name.starts_with("house/")) waiting.push_back(file);
        for (bool moved = true; moved && !waiting.empty();) {
            moved = false;
            for (auto const& file : std::exchange(waiting, {})) {
                auto form = read_house_form(file.bytes, file.name, find);
                if (form) read.emplace((*form)->name, *form), moved = true;
                else if (form.error().code == ErrorCode::not_found) waiting.push_back(file);
                else (void)form.value();
            }
        }
        if (!waiting.empty())
            (void)read_house_form(waiting.front().bytes, waiting.front().name, find).value();
        return read;
    }();
    return forms;
}

FormData find_builtin(std::string_view name) {
    auto const at = builtin_forms().find(name);
    return at == builtin_forms().end() ? nullptr : at->second;
}

/// Whether the prefix of an element is bound to our namespace, on it or above it.
bool is_ours(xml::Node element) {
    auto const name = element.name();
    auto const colon = name.find(':');
    auto const attribute =
        colon == name.npos ? std::string("xmlns") : concat("xmlns:", name.substr(0, colon));
    for (; element; element = element.parent())
        if (auto const bound = element.attribute(attribute); bound && bound.name() == attribute)
            return bound.value() == style_namespace;
    return false;
}

}  // namespace

FormSection const* HouseForm::Data::section(std::string_view scheme) const {
    for (auto const& section : sections) {
        if (scheme.empty() ? section.schemes.empty() : contains(section.schemes, scheme)) return &section;
    }
    return nullptr;
}

LevelPattern const* HouseForm::Data::pattern(std::string_view scheme, std::string_view level) const {
    for (auto const wanted : {scheme, std::string_view()})
        for (auto const* form = this; form; form = form->parent.get())
            if (auto const* found = form->section(wanted))
                if (auto const at = found->levels.find(level); at != found->levels.end()) return &at->second;
    return nullptr;
}

std::string_view HouseForm::Data::word(std::string_view key) const {
    for (auto const* form = this; form; form = form->parent.get())
        if (auto const at = form->words.find(key); at != form->words.end()) return at->second;
    return {};
}

Result<HouseForm> HouseForm::find(std::string_view name) {
    if (auto form = find_builtin(name)) return HouseForm(std::move(form));
    std::vector<std::string> names;
    for (auto const& [known, form] : builtin_forms()) names.push_back(known);
    return Error{ErrorCode::not_found,
                 concat("there is no house form “", name, "”; there are ", join(names, ", ")),
                 {},
                 0};
}

HouseForm HouseForm::of_language(std::string_view language) {
    auto const primary = ascii_lower(language.substr(0, language.find_first_of("-_")));
    for (auto const& [name, form] : builtin_forms())
        if (contains(form->languages, primary)) return HouseForm(form);
    return HouseForm(find_builtin(fallback_form));
}

std::optional<HouseForm> HouseForm::of_style(std::string_view style_xml) {
    // Most styles name none: those are not parsed a second time.
    if (style_xml.find(style_namespace) == style_xml.npos) return std::nullopt;
    auto const document = xml::Document::read(style_xml);
    if (!document) return std::nullopt;
    for (auto const element : document->root().child("info").elements()) {
        if (element.local_name() != "house-form" || !is_ours(element)) continue;
        if (auto form = find_builtin(trim(element.text()))) return HouseForm(std::move(form));
    }
    return std::nullopt;
}

Result<HouseForm> HouseForm::parse(std::string_view table, std::string source) {
    auto form = read_house_form(table, source, find_builtin);
    if (!form) return form.error();
    return HouseForm(std::move(*form));
}

std::string const& HouseForm::name() const { return data_->name; }
std::string const& HouseForm::description() const { return data_->description; }

std::vector<HouseForm> house_forms() {
    std::vector<HouseForm> forms;
    for (auto const& [name, form] : builtin_forms()) forms.push_back(HouseForm::find(name).value());
    return forms;
}

}  // namespace fonds
