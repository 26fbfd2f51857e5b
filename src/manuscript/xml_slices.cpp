// Long parts of packages, read some elements at a time.
//
// A part is cut behind end tags that look like the element's. Where that was wrong (a comment, an element
// within one of its own name) a slice has something that is not closed, and is no well-formed tree.

#include "manuscript/xml_slices.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"

namespace fonds {
namespace {

// Of so many bytes; their tree fits into the processor's cache.
constexpr std::size_t slice_size = 1U << 16U;

/// The pieces of a part: head, elements, tail.
struct Frame {
    std::size_t begin = 0, end = 0;  ///< of the elements
    std::string close;               ///< the end tag of each
};

// `element` bears the same prefix as the root, whose end tag stands last.
Frame frame_of(std::string_view part, std::string_view element) {
    auto const end = part.rfind("</");
    if (end == std::string_view::npos) return {};
    auto const root = part.substr(end + 2, part.find_first_of("> \t\r\n", end) - (end + 2));
    auto const name = concat(root.substr(0, root.find(':') + 1), element);
    auto const open = concat("<", name);
    auto begin = part.find(open);
    // The root's own name may begin so.
    while (begin != std::string_view::npos && begin + open.size() < end &&
           std::string_view("> \t\r\n/").find(part[begin + open.size()]) == std::string_view::npos)
        begin = part.find(open, begin + 1);
    if (begin >= end) return {};
    return {begin, end, concat("</", name, ">")};
}

// Where the slice from `begin` on ends.
std::size_t slice_end(std::string_view part, Frame const& frame, std::size_t begin) {
    auto const close = part.find(frame.close, std::min(begin + slice_size, frame.end));
    return close < frame.end ? close + frame.close.size() : frame.end;
}

}  // namespace

bool read_slices(std::string_view part, std::string_view element,
                 std::function<void(xml::Node root, std::size_t begin)> const& take) {
    auto const frame = frame_of(part, element);
    if (frame.end == 0) return false;
    auto const head = part.substr(0, frame.begin), tail = part.substr(frame.end);
    for (auto begin = frame.begin; begin < frame.end;) {
        auto const end = slice_end(part, frame, begin);
        auto const tree =
            xml::Document::read(concat(head, part.substr(begin, end - begin), tail), xml::Space::keep);
        if (!tree) return false;
        take(tree->root(), begin - head.size());
        begin = end;
    }
    return true;
}

}  // namespace fonds
