// The table of all rules, and how options choose from it.

#include <algorithm>
#include <unordered_map>

#include "base/nearest_name.hpp"
#include "base/text.hpp"
#include "check/rule.hpp"

namespace fonds {
namespace checking {
namespace {

// "all", a family, an id, or "url-*".
bool matches(std::string_view pattern, std::string_view id, std::string_view family) {
    if (pattern.ends_with('*')) return id.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == "all" || pattern == id || pattern == family;
}

bool matches_any(std::vector<std::string> const& patterns, std::string_view id, std::string_view family) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](std::string const& pattern) { return matches(pattern, id, family); });
}

}  // namespace

std::vector<RuleEntry> const& rule_entries() {
    static std::vector<RuleEntry> const table = [] {
        std::vector<RuleEntry> entries;
        for (auto const family :
             {source_rules,       level_rules,        archive_rules,    range_rules,  plural_rules,
              lookalike_rules,    script_rules,       encoding_rules,   typing_rules, spacing_rules,
              punctuation_rules,  number_word_rules,  label_rules,      time_rules,   holdings_rules,
              identifier_rules,   decimal_rules,      address_rules,    note_rules,   abbreviation_rules,
              completeness_rules, archive_list_rules, repetition_rules, record_rules, reading_rules}) {
            auto const rules = family();
            entries.insert(entries.end(), rules.begin(), rules.end());
        }
        return entries;
    }();
    return table;
}

bool Selection::chooses(std::string_view id, std::string_view family) const {
    if (matches_any(options_.ignore, id, family)) return false;
    return options_.select.empty() || matches_any(options_.select, id, family);
}

Error no_such_rule(std::string_view name) {
    NearestName nearest(name);
    for (auto const& rule : rules()) nearest.offer_with_beginning(rule.id);
    for (auto const& rule : rules()) nearest.offer(rule.family);
    return {ErrorCode::not_found,
            concat("there is no rule or family “", name, "”; ", did_you_mean(nearest.best()),
                   "`fonds rules` lists them"),
            {},
            0};
}

Severity Selection::severity(std::string_view id, Severity otherwise) const {
    for (auto at = options_.severities.rbegin(); at != options_.severities.rend(); ++at)
        if (at->first == id) return at->second;
    return otherwise;
}

}  // namespace checking

std::vector<Rule> const& rules() {
    static std::vector<Rule> const table = [] {
        std::vector<Rule> list;
        for (auto const& entry : checking::rule_entries()) list.push_back(entry.rule);
        return list;
    }();
    return table;
}

Rule const* find_rule(std::string_view id) {
    static auto const index = [] {
        std::unordered_map<std::string_view, Rule const*> map;
        for (auto const& rule : rules()) map.emplace(rule.id, &rule);
        return map;
    }();
    auto const at = index.find(id);
    return at == index.end() ? nullptr : at->second;
}

std::vector<Error> unknown_rules(CheckOptions const& options) {
    std::vector<Error> unknown;
    auto const is_known = [](std::string const& name) {
        return std::any_of(rules().begin(), rules().end(),
                           [&](Rule const& rule) { return checking::matches(name, rule.id, rule.family); });
    };
    for (auto const* list : {&options.select, &options.ignore})
        for (auto const& name : *list)
            if (!is_known(name)) unknown.push_back(checking::no_such_rule(name));
    for (auto const& [name, severity] : options.severities)
        if (!find_rule(name)) unknown.push_back(checking::no_such_rule(name));
    return unknown;
}

}  // namespace fonds
