// Character data of XML with the way back to its bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "manuscript/mapped_text.hpp"
#include "wire/xml.hpp"

namespace fonds {

/// Appends the character data of a text node. `part` are the bytes the document was read from; text whose
/// place in them cannot be told (the part was not UTF-8) is appended without one.
void append_xml_text(MappedText& out, std::string_view part, xml::Node text);

/// One piece of a text node: characters as they stand, or what one reference stands for.
struct XmlPiece {
    std::string_view text;
    Span source;
};
/// The pieces of character data that was read from byte `offset` of `part`; empty where its place cannot
/// be told.
[[nodiscard]] std::vector<XmlPiece> character_pieces(std::string_view part, std::string_view value,
                                                     std::size_t offset);

/// Appends character data with white space collapsed, none at the start of a paragraph.
void append_collapsed(MappedText& out, std::string_view value, std::vector<XmlPiece> const& pieces);

/// The start tag of an element, which `part` was read for.
[[nodiscard]] Span start_tag(std::string_view part, xml::Node element);

/// A part of a package as UTF-8: UTF-16 is decoded and its declaration changed with it.
[[nodiscard]] std::string utf8_part(std::string bytes);

}  // namespace fonds
