// Dates of BibTeX (year, month, day) and BibLaTeX (date, EDTF).
#pragma once

#include <fonds/date.hpp>
#include <string_view>

namespace fonds::bibtex {

/// A biblatex date; what is no date stays as a literal, what is written otherwise than EDTF as `raw`.
[[nodiscard]] Date read_date(std::string_view text);

/// A date from year, month and day as BibTeX has them: "feb~14", "14~February", "March--April", "3",
/// "Spring".
[[nodiscard]] Date read_year_month_day(std::string_view year, std::string_view month, std::string_view day);

}  // namespace fonds::bibtex
