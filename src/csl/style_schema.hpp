// What the schema of CSL has no place for in a style.
#pragma once

#include "csl/style_read.hpp"
#include "wire/xml.hpp"

namespace fonds::csl {

/// Reports elements, attributes and values that mean nothing where they stand, and what is missing or stands
/// twice. What means nothing is left out by those who read the style; children of rendering elements are
/// reported by its compiler.
void check_schema(xml::Node style, Findings& findings);

}  // namespace fonds::csl
