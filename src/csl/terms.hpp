// Terms by number: those the engine asks for have constants, the rest are numbered as a style names them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fonds/variable.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fonds::csl {

using Term = std::uint16_t;
inline constexpr Term no_term = 0xffff;

/// The terms the engine itself asks for. The order is that of `builtin_terms` in terms.cpp.
namespace term {
// clang-format off
enum : Term {
    and_, et_al, open_quote, close_quote, open_inner_quote, close_inner_quote, page_range_delimiter,
    year_range_delimiter, citation_range_delimiter, ad, bc, editor_translator, reference,
    month_01, month_12 = month_01 + 11, season_01, season_04 = season_01 + 3, ordinal,
    ordinal_00, ordinal_99 = ordinal_00 + 99, long_ordinal_01, long_ordinal_10 = long_ordinal_01 + 9,
    builtin_count,
    first_locator = builtin_count, act = first_locator, appendix, article_locator, article, book, canon, chapter,
    column, elocation, equation, figure, folio, issue, line, note, opus, page, paragraph, part, rule, scene, section,
    sub_verbo, supplement, surah, table, timestamp, title_locator, title, verse, version, volume, number,
};
// clang-format on
inline constexpr std::size_t locator_count = 34;  ///< from `first_locator` on
}  // namespace term

enum class TermForm : std::uint8_t { long_, short_, verb, verb_short, symbol };
inline constexpr std::size_t term_form_count = 5;
enum class Gender : std::uint8_t { neuter, masculine, feminine };
inline constexpr std::size_t gender_count = 3;

[[nodiscard]] TermForm find_term_form(std::string_view name);
[[nodiscard]] Gender find_gender(std::string_view name);

/// Numbers for names of terms.
class TermTable {
  public:
    TermTable();
    /// The number of that name, given anew where there is none.
    Term add(std::string_view name);
    [[nodiscard]] Term find(std::string_view name) const;  ///< or `no_term`
    /// The term that is called like a variable.
    [[nodiscard]] Term find(Variable variable) const {
        return of_variables_[static_cast<std::size_t>(variable)];
    }
    [[nodiscard]] std::string const& name(Term term) const { return names_[term]; }
    [[nodiscard]] std::size_t size() const { return names_.size(); }

  private:
    std::vector<std::string> names_;
    std::unordered_map<std::string, Term> numbers_;
    std::vector<Term> of_variables_;
};

}  // namespace fonds::csl
