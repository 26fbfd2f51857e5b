// The quotation marks that a manuscript types: a style's are put into them.
#pragma once

#include <fonds/document.hpp>
#include <string>

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

/// Escaped text with TeX's own marks, ``quotation'' and apostrophe's, where the source types them.
[[nodiscard]] std::string with_tex_quotes(std::string escaped, std::string_view source);

}  // namespace fonds
