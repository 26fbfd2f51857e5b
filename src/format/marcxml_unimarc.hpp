// Records of UNIMARC (IFLA), the MARC of France, Italy, Portugal and Russia: the same elements with other
// numbers.
#pragma once

#include <fonds/item.hpp>

#include "wire/xml.hpp"

namespace fonds::marcxml {

/// Whether a record says that it is UNIMARC, or has its title where UNIMARC has it.
[[nodiscard]] bool is_unimarc(xml::Node record);
[[nodiscard]] Item read_unimarc(xml::Node record);

}  // namespace fonds::marcxml
