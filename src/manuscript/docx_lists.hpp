// The numbers that Word sets before the paragraphs of a list (ECMA-376 part 1, §17.9).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "wire/xml.hpp"

namespace fonds {

class DocxLists {
  public:
    DocxLists() = default;
    /// Those of the part "word/numbering.xml".
    explicit DocxLists(std::string_view part);

    /// The number of a paragraph ("3"), counted on; empty where it has none, or is no entry of the first
    /// level.
    [[nodiscard]] std::string next_number(xml::Node paragraph);

  private:
    std::map<std::string, std::string, std::less<>> formats_;  // of a list's first level
    std::map<std::string, std::size_t, std::less<>> counts_;
};

}  // namespace fonds
