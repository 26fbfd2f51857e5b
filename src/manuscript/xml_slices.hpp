// Long parts of packages, read some elements at a time: the tree of a whole part takes five times its size.
#pragma once

#include <cstddef>
#include <fonds/span.hpp>
#include <string_view>
#include <vector>

#include "wire/xml.hpp"

namespace fonds {

/// A part of a package as trees of some of its elements each, read one after the other.
///
/// Where the part is no well-formed XML some slice is none either. The reverse does not hold: then the part
/// has to be read as a whole, which also tells what is wrong with it.
class XmlSlices {
  public:
    /// Cuts `part` between children of the first element of that local name: the root, or one directly below
    /// it. What stands around the children is in each slice, and no child in two. A part that is short or has
    /// no such element is one slice.
    XmlSlices(std::string_view part, std::string_view parent);

    /// The part in one slice.
    [[nodiscard]] static XmlSlices whole(std::string_view part) { return XmlSlices(part); }

    [[nodiscard]] std::size_t size() const { return ends_.size(); }

    struct Slice {
        xml::Document tree;
        std::size_t begin = 0;  ///< to be added to an offset in the tree for the offset in the part
    };
    /// Errors: those of `xml::Document::read`.
    [[nodiscard]] Result<Slice> read(std::size_t index) const;
    /// The last child alone; all of a part that is not cut.
    [[nodiscard]] Result<Slice> read_last_child() const;

  private:
    explicit XmlSlices(std::string_view part) : part_(part), ends_{part.size()} {}
    [[nodiscard]] Result<Slice> read(Span children) const;

    std::string_view part_;
    std::size_t first_ = 0, last_ = 0;  ///< where the first child begins, and the last
    std::vector<std::size_t> ends_;     ///< of the children of each slice
};

}  // namespace fonds
