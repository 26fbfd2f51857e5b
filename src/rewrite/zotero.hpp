// Citations as live Zotero citations: fields of Word, reference marks of OpenDocument.
#pragma once

#include <fonds/csl.hpp>
#include <fonds/document.hpp>
#include <fonds/item.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "rewrite/splice.hpp"

namespace fonds {

/// A citation for Zotero.
struct ZoteroCitation {
    Item const* item = nullptr;  ///< as it is to be kept; its id is its key
    csl::Cite cite;
    std::string text;  ///< as it is shown
    std::size_t note = 0;
    std::size_t number = 0;  ///< of the citation in the document: citations' ids come of it
};

/// Whether a format can hold live citations.
[[nodiscard]] bool can_hold_zotero(std::string_view format);

/// The mark-up around `span` of the note's text; nothing where it cannot be put there (the span begins and
/// ends in different links or paragraphs).
[[nodiscard]] std::optional<Wrap> zotero_wrap(Document const& document, Span span,
                                              ZoteroCitation const& citation);

}  // namespace fonds
