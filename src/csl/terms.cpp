// The numbering of terms (CSL 1.0.2, Appendix II).

#include "csl/terms.hpp"

#include <array>
#include <fonds/variable.hpp>

namespace fonds::csl {

namespace {

// clang-format off
constexpr std::array<std::string_view, term::month_01> first_terms = {
    "and", "et-al", "open-quote", "close-quote", "open-inner-quote", "close-inner-quote", "page-range-delimiter",
    "year-range-delimiter", "citation-range-delimiter", "ad", "bc", "editortranslator", "reference",
};
// clang-format on

// clang-format off
constexpr std::array<std::string_view, term::locator_count> locator_terms = {
    "act", "appendix", "article-locator", "article", "book", "canon", "chapter", "column", "elocation",
    "equation", "figure", "folio", "issue", "line", "note", "opus", "page", "paragraph", "part", "rule", "scene",
    "section", "sub-verbo", "supplement", "surah", "table", "timestamp", "title-locator", "title", "verse",
    "version", "volume", "number", "supplement-number",
};
// clang-format on

std::string numbered(std::string_view stem, std::size_t number) {
    std::string name(stem);
    if (number < 10) name += '0';
    return name += std::to_string(number);
}

}  // namespace

TermForm find_term_form(std::string_view name) {
    if (name == "short") return TermForm::short_;
    if (name == "verb") return TermForm::verb;
    if (name == "verb-short") return TermForm::verb_short;
    if (name == "symbol") return TermForm::symbol;
    return TermForm::long_;
}

Gender find_gender(std::string_view name) {
    if (name == "masculine") return Gender::masculine;
    if (name == "feminine") return Gender::feminine;
    return Gender::neuter;
}

TermTable::TermTable() {
    for (auto const name : first_terms) add(name);
    for (std::size_t i = 1; i <= 12; ++i) add(numbered("month-", i));
    for (std::size_t i = 1; i <= 4; ++i) add(numbered("season-", i));
    add("ordinal");
    for (std::size_t i = 0; i <= 99; ++i) add(numbered("ordinal-", i));
    for (std::size_t i = 1; i <= 10; ++i) add(numbered("long-ordinal-", i));
    for (auto const name : locator_terms) add(name);
    for (auto const variable : all_variables()) of_variables_.push_back(add(to_string(variable)));
}

Term TermTable::add(std::string_view name) {
    std::string key(name == "sub verbo" ? "sub-verbo" : name);
    auto const [at, added] = numbers_.try_emplace(std::move(key), static_cast<Term>(names_.size()));
    if (added) names_.push_back(at->first);
    return at->second;
}

Term TermTable::find(std::string_view name) const {
    auto const at = numbers_.find(std::string(name == "sub verbo" ? "sub-verbo" : name));
    return at == numbers_.end() ? no_term : at->second;
}

}  // namespace fonds::csl
