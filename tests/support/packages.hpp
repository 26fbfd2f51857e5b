// Word documents made up of their parts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "wire/zip.hpp"

namespace fonds::test {

using Members = std::vector<std::pair<std::string, std::string>>;

/// A package with these members, by name.
inline std::string package(Members const& members) {
    std::string empty = "PK\x05\x06";
    empty.resize(22, '\0');
    auto made = zip::replace(empty, members);
    REQUIRE(made);
    return *made;
}

/// The part "word/document.xml" with that content.
inline std::string body(std::string const& content) {
    return "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>" +
           content + "</w:body></w:document>";
}

/// The part "word/footnotes.xml" with that content.
inline std::string notes(std::string const& content) {
    return "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + content +
           "</w:footnotes>";
}

}  // namespace fonds::test
