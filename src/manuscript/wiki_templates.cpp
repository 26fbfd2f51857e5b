// Templates of wikitext.

#include "manuscript/wiki_templates.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/embedded.hpp"
#include "base/text.hpp"

namespace fonds {
namespace {

// So far a template may reach.
constexpr std::size_t maximum_template = 5000;

struct Row {
    std::string_view beginning;
    WikiTemplateKind kind;
};

WikiTemplateKind kind_of_word(std::string_view word) {
    using Kind = WikiTemplateKind;
    static constexpr std::array<std::pair<std::string_view, Kind>, 6> words = {{
        {"note", Kind::note},
        {"short", Kind::short_note},
        {"short-inline", Kind::short_inline},
        {"citation", Kind::citation},
        {"second", Kind::second},
        {"drop", Kind::drop},
    }};
    auto const found =
        std::find_if(words.begin(), words.end(), [&](auto const& known) { return known.first == word; });
    return found == words.end() ? Kind::other : found->second;
}

std::vector<Row> const& rows() {
    static auto const table = [] {
        std::vector<Row> out;
        for (auto const line : split(find_embedded("vocabulary/wiki-templates.tsv").value_or(""), '\n')) {
            auto const tab = line.find('\t');
            if (tab == std::string_view::npos || line.starts_with('#')) continue;
            out.push_back({trim(line.substr(tab + 1)), kind_of_word(line.substr(0, tab))});
        }
        return out;
    }();
    return table;
}

WikiTemplateKind kind_of(std::string_view name) {
    auto const small = ascii_lower(name);
    Row best{"", WikiTemplateKind::other};
    for (auto const& row : rows())
        if (row.beginning.size() > best.beginning.size() && small.starts_with(row.beginning)) best = row;
    return best.kind;
}

// What a parameter holds -> the names it may have.
std::map<std::string_view, std::vector<std::string_view>> const& parameter_names() {
    static auto const table = [] {
        std::map<std::string_view, std::vector<std::string_view>> out;
        for (auto const line : split(find_embedded("vocabulary/wiki-parameters.tsv").value_or(""), '\n')) {
            auto const tab = line.find('\t');
            if (tab == std::string_view::npos || line.starts_with('#')) continue;
            out[line.substr(0, tab)] = split(trim(line.substr(tab + 1)), '|');
        }
        return out;
    }();
    return table;
}

Span without_blanks(std::string_view source, Span span) {
    auto const text = slice(source, span);
    auto const kept = trim(text);
    if (kept.empty()) return {span.end, span.end};
    auto const begin = span.begin + static_cast<std::size_t>(kept.data() - text.data());
    return {begin, begin + kept.size()};
}

}  // namespace

std::optional<Span> WikiTemplate::value_of(std::string_view name) const {
    for (auto const& parameter : parameters)
        if (parameter.name == name && !parameter.value.empty()) return parameter.value;
    return std::nullopt;
}

std::optional<Span> WikiTemplate::at(std::size_t place) const { return value_of(std::to_string(place)); }

std::optional<Span> WikiTemplate::find(std::string_view what, std::size_t number) const {
    auto const found = parameter_names().find(what);
    if (found == parameter_names().end()) return std::nullopt;
    for (auto const name : found->second) {
        if (auto const value = value_of(concat(name, std::to_string(number)))) return value;
        if (auto const value = number == 1 ? value_of(name) : std::nullopt) return value;
    }
    return std::nullopt;
}

std::optional<WikiTemplate> read_wiki_template(std::string_view source, std::size_t at) {
    if (source.substr(at, 2) != "{{") return std::nullopt;
    // Bars within templates and links of its own part nothing.
    std::vector<std::size_t> bars = {at + 1};
    std::size_t depth = 0;
    auto const limit = std::min(source.size(), at + maximum_template);
    WikiTemplate out;
    for (auto i = at; i < limit; ++i) {
        char const c = source[i];
        bool const is_double = i + 1 < source.size() && source[i + 1] == c;
        if (is_double && (c == '{' || c == '[')) {
            ++depth;
            ++i;
        } else if (is_double && (c == '}' || c == ']')) {
            ++i;
            if (--depth > 0) continue;
            bars.push_back(i - 1);
            out.end = i + 1;
            break;
        } else if (c == '|' && depth == 1) {
            bars.push_back(i);
        }
    }
    if (out.end == 0) return std::nullopt;
    out.kind = kind_of(trim(slice(source, {bars[0] + 1, bars[1]})));
    for (std::size_t i = 1; i + 1 < bars.size(); ++i) {
        Span const whole{bars[i] + 1, bars[i + 1]};
        auto const text = slice(source, whole);
        auto const equals = text.find('=');
        // An address has its own signs: a name is a word.
        bool const is_named = equals != std::string_view::npos &&
                              text.substr(0, equals).find_first_of("<[{:/&") == std::string_view::npos;
        auto name = is_named ? ascii_lower(trim(text.substr(0, equals))) : std::to_string(++out.unnamed);
        auto const begin = is_named ? whole.begin + equals + 1 : whole.begin;
        out.parameters.push_back({std::move(name), without_blanks(source, {begin, whole.end})});
    }
    return out;
}

}  // namespace fonds
