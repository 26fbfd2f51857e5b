// Loose descriptions of TEI (`bibl`): what their titles are, and what they leave without tags.
#pragma once

#include <fonds/item.hpp>
#include <optional>

#include "wire/xml.hpp"

namespace fonds::tei {

/// The titles of one description. Their levels tell what they are; where none has one, a title in quotation
/// marks before another is an article's.
class LooseTitles {
  public:
    explicit LooseTitles(xml::Node description);

    [[nodiscard]] Variable variable_of(xml::Node title) const;
    [[nodiscard]] std::optional<ItemType> type() const { return type_; }
    /// Takes from a title in quotation marks the stop or comma that stands inside them.
    void trim(Item& item) const;

  private:
    xml::Node quoted_;  ///< the article's, where no level says so
    bool article_ = false;
    std::optional<ItemType> type_;
};

/// Whether words or numbers stand between the elements: "Robinson, Peter. <title>…</title>. Oxford, 1993."
[[nodiscard]] bool has_untagged_words(xml::Node description);

}  // namespace fonds::tei
