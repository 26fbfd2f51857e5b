#include "format/tei_rich_text.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "format/field_text.hpp"

namespace fonds::tei {
namespace {

struct Tag {
    std::string_view open, close;
    std::string_view rend;  ///< empty: no mark-up that TEI has, kept as text
};
constexpr Tag tags[] = {
    {"<i>", "</i>", "italic"},
    {"<b>", "</b>", "bold"},
    {"<sup>", "</sup>", "superscript"},
    {"<sub>", "</sub>", "subscript"},
    {R"(<span style="font-variant:small-caps;">)", "</span>", "smallcaps"},
    {R"(<span class="nocase">)", "</span>", ""},
};

/// A text cut at its tags: text, or a tag that opens or closes.
struct Piece {
    std::string_view text;
    Tag const* tag = nullptr;
    bool closes = false;
};

/// Nothing where tags do not nest.
std::vector<Piece> cut(std::string_view text) {
    std::vector<Piece> out;
    std::vector<Tag const*> open;
    std::size_t begin = 0;
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        auto const rest = text.substr(at);
        auto const opened = std::find_if(std::begin(tags), std::end(tags),
                                         [&](Tag const& tag) { return rest.starts_with(tag.open); });
        auto const closes = std::any_of(std::begin(tags), std::end(tags),
                                        [&](Tag const& tag) { return rest.starts_with(tag.close); });
        if (opened == std::end(tags) && !closes) continue;
        if (closes && (open.empty() || !rest.starts_with(open.back()->close))) return {};
        auto const* tag = closes ? open.back() : opened;
        auto const size = closes ? tag->close.size() : tag->open.size();
        if (at > begin) out.push_back({text.substr(begin, at - begin)});
        out.push_back({text.substr(at, size), tag, closes});
        if (closes) open.pop_back();
        else open.push_back(tag);
        begin = at + size;
    }
    if (!open.empty()) return {};
    if (begin < text.size()) out.push_back({text.substr(begin)});
    return out;
}

/// The words of `rend` that say how TEI's users set text.
std::vector<Tag const*> tags_of(std::string_view rend) {
    std::vector<Tag const*> out;
    for (auto const word : split(rend, ' ')) {
        auto const is = [&](std::string_view wanted) { return ascii_lower(word) == wanted; };
        if (is("italic") || is("italics") || is("it") || is("i")) out.push_back(&tags[0]);
        else if (is("bold") || is("b")) out.push_back(&tags[1]);
        else if (is("superscript") || is("sup")) out.push_back(&tags[2]);
        else if (is("subscript") || is("sub")) out.push_back(&tags[3]);
        else if (is("smallcaps") || is("small-caps") || is("sc")) out.push_back(&tags[4]);
    }
    return out;
}

void append_content(std::string& out, xml::Node node) {
    for (auto child = node.first(); child; child = child.next()) {
        if (child.is_text()) {
            out += child.value();
            continue;
        }
        if (child.local_name() == "lb") out += ' ';
        auto const set = child.local_name() == "hi" ? tags_of(child["rend"]) : std::vector<Tag const*>();
        for (auto const* tag : set) out += tag->open;
        append_content(out, child);
        for (auto tag = set.rbegin(); tag != set.rend(); ++tag) out += (*tag)->close;
    }
}

}  // namespace

std::string to_content(std::string_view text) {
    std::string out;
    auto const pieces = cut(text);
    if (pieces.empty()) xml::append_escaped(out, text);
    for (auto const& piece : pieces) {
        if (!piece.tag || piece.tag->rend.empty()) xml::append_escaped(out, piece.text);
        else if (piece.closes) out += "</hi>";
        else out += concat("<hi rend=\"", piece.tag->rend, "\">");
    }
    return out;
}

std::string rich_text_of(xml::Node node) {
    std::string out;
    if (node) append_content(out, node);
    return collapse_space(out);
}

}  // namespace fonds::tei
