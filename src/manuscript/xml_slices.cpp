// Long parts of packages, read some elements at a time.
//
// Tags are counted, not understood. Where that was wrong (a ">" in a value) a slice has something that is
// not closed, and is no well-formed tree.

#include "manuscript/xml_slices.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace fonds {
namespace {

// Of so many bytes; their tree fits into the processor's cache.
constexpr std::size_t slice_size = 1U << 16U;

/// A tag, a comment or the like.
struct Mark {
    enum Kind { start_tag, empty_tag, end_tag, other };
    Kind kind = other;
    std::size_t begin = 0;
    std::size_t next = 0;  ///< where the next one begins, or the part's end
};

std::size_t find_or_end(std::string_view part, auto what, std::size_t begin) {
    return std::min(part.find(what, begin), part.size());
}

std::size_t end_of_declaration(std::string_view part, std::size_t begin) {
    auto const rest = part.substr(begin);
    if (rest.starts_with("<!--")) return find_or_end(part, "-->", begin);
    return find_or_end(part, rest.starts_with("<![") ? "]]>" : ">", begin);
}

Mark mark_at(std::string_view part, std::size_t begin) {
    auto const next = find_or_end(part, '<', begin + 1);
    auto const rest = part.substr(begin, next - begin);
    switch (rest.size() > 1 ? rest[1] : '?') {
        case '/': return {Mark::end_tag, begin, next};
        case '?': return {Mark::other, begin, next};
        case '!': return {Mark::other, begin, find_or_end(part, '<', end_of_declaration(part, begin))};
        default: break;
    }
    // Mostly a tag follows at once.
    auto const end = rest.back() == '>' ? rest.size() - 1 : find_or_end(rest, '>', 0);
    return {rest[end - 1] == '/' ? Mark::empty_tag : Mark::start_tag, begin, next};
}

/// The name in a start tag, without its prefix.
std::string_view local_name(std::string_view part, Mark const& tag) {
    auto const text = slice(part, {tag.begin + 1, tag.next});
    auto const name = text.substr(0, text.find_first_of("> \t\r\n"));
    return name.substr(name.find(':') + 1);
}

// Where the content of the first such element begins that is the root or directly below it, or the end.
std::size_t content_of(std::string_view part, std::string_view element) {
    std::size_t open = 0;
    for (auto at = find_or_end(part, '<', 0); at < part.size();) {
        auto const mark = mark_at(part, at);
        if (mark.kind == Mark::end_tag && open > 0) --open;
        if (mark.kind == Mark::start_tag) {
            if (open <= 1 && local_name(part, mark) == element) return find_or_end(part, '>', at) + 1;
            ++open;
        }
        at = mark.next;
    }
    return part.size();
}

}  // namespace

XmlSlices::XmlSlices(std::string_view part, std::string_view parent) : XmlSlices(part) {
    auto const content = content_of(part, parent);
    if (content >= part.size()) return;
    first_ = last_ = content;
    ends_.clear();
    std::size_t open = 0, begin = content;
    for (auto at = find_or_end(part, '<', content); at < part.size();) {
        auto const mark = mark_at(part, at);
        bool const starts = mark.kind == Mark::start_tag;
        if (open == 0 && mark.kind == Mark::end_tag) {
            ends_.push_back(at);
            return;
        }
        if (open == 0 && (starts || mark.kind == Mark::empty_tag)) {
            last_ = at;
            if (at - begin >= slice_size) ends_.push_back(begin = at);
        }
        if (starts) ++open;
        if (mark.kind == Mark::end_tag) --open;
        at = mark.next;
    }
    ends_.push_back(part.size());
}

Result<XmlSlices::Slice> XmlSlices::read(std::size_t index) const {
    if (size() == 1) return read({0, part_.size()});
    return read({index == 0 ? first_ : ends_[index - 1], ends_[index]});
}

Result<XmlSlices::Slice> XmlSlices::read_last_child() const { return read({last_, ends_.back()}); }

Result<XmlSlices::Slice> XmlSlices::read(Span children) const {
    bool const all = children.size() == part_.size();
    auto const head = part_.substr(0, all ? 0 : first_);
    auto tree = all ? xml::Document::read(part_, xml::Space::keep)
                    : xml::Document::read(concat(head, slice(part_, children), part_.substr(ends_.back())),
                                          xml::Space::keep);
    if (!tree) return tree.error();
    return Slice{std::move(*tree), children.begin - head.size()};
}

}  // namespace fonds
