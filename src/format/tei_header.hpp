// What the header of an edition says of the document that it describes and edits.
#pragma once

#include <fonds/item.hpp>

#include "format/tei_parts.hpp"
#include "wire/xml.hpp"

namespace fonds::tei {

/// Adds to a description in the header of an edition (`sourceDesc`) what stands elsewhere there and the
/// description does not say: title and authors of the edited text; sender, addressee, day and place of a
/// letter.
void add_from_header(xml::Node description, Item& item, PartReader& parts);

}  // namespace fonds::tei
