// The quotation marks that a manuscript types: a style's are put into them.
#pragma once

#include <fonds/document.hpp>
#include <string>
#include <vector>

#include "rewrite/rich_text.hpp"

namespace fonds {

/// Which marks the notes of a manuscript have.
class QuotationHabit {
  public:
    explicit QuotationHabit(Document const& document);

    /// Makes “quotation” and apostrophe’s marks straight where the notes have no others: Markdown, web pages
    /// and word processors then set them all alike.
    void follow(RichText& text) const;

  private:
    bool straight_ = false;             ///< "quotation"
    bool straight_apostrophe_ = false;  ///< 'quotation', apostrophe's
};

/// Which files of a LaTeX manuscript type TeX's own marks, ``quotation'' and apostrophe's. One that has no
/// quotation marks goes with the others.
class TexQuotes {
  public:
    explicit TexQuotes(Document const& document);

    /// Escaped text with these marks, where part `part` of the document types them.
    [[nodiscard]] std::string follow(std::string escaped, std::size_t part) const;

  private:
    std::vector<bool> are_typed_;  ///< by part; empty in other formats
};

}  // namespace fonds
