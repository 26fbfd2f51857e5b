// The tagged format: text in which control characters stand around what a tag says something of.

#include <fonds/variable.hpp>

#include "csl/render_formats.hpp"

namespace fonds::csl {

namespace {

// A node is `begins` tag `says` value `holds` children `ends`. None of these characters occurs in text.
constexpr char begins = '\x0e', says = '\x1e', holds = '\x1f', ends = '\x0f';

constexpr bool is_control(char c) { return c == begins || c == says || c == holds || c == ends; }

std::string_view tag_of(Node const& node) {
    if (node.has_variable) return to_string(node.variable);
    switch (node.part) {
        case Part::cite: return "cite";
        case Part::names: return "names";
        case Part::name: return "name";
        case Part::date: return "date";
        case Part::title: return "title";
        case Part::locator: return "locator";
        case Part::number: return "number";
        case Part::term: return "term";
        case Part::label: return "label";
        case Part::prefix: return "prefix";
        case Part::suffix: return "suffix";
        case Part::text:
        case Part::other: break;
    }
    return {};
}

std::string_view tag_of(Face const& one) {
    if (one.style == FontStyle::italic) return "italic";
    if (one.style == FontStyle::oblique) return "oblique";
    if (one.style == FontStyle::normal) return "upright";
    if (one.variant == FontVariant::small_caps) return "small-caps";
    if (one.variant == FontVariant::normal) return "normal-caps";
    if (one.weight == FontWeight::bold) return "bold";
    if (one.weight == FontWeight::light) return "light";
    if (one.weight == FontWeight::normal) return "normal-weight";
    if (one.decoration == Decoration::underline) return "underline";
    if (one.decoration == Decoration::normal) return "no-underline";
    if (one.align == VerticalAlign::superscript) return "superscript";
    if (one.align == VerticalAlign::subscript) return "subscript";
    return "baseline";
}

std::string_view tag_of(Display display) {
    switch (display) {
        case Display::block: return "block";
        case Display::left_margin: return "left-margin";
        case Display::right_inline: return "right-inline";
        case Display::indent: return "indent";
        case Display::entry: return "entry";
        case Display::none: break;
    }
    return {};
}

class Tagged final : public Markup {
  public:
    void escape(std::string& out, std::string_view text) const override {
        for (auto const c : text)
            if (!is_control(c)) out += c;
    }
    void open(std::string& out, Face const& one) const override { begin(out, tag_of(one)); }
    void close(std::string& out, Face const&) const override { out += ends; }
    void open_display(std::string& out, Display display) const override { begin(out, tag_of(display)); }
    void close_display(std::string& out, Display) const override { out += ends; }
    void open_part(std::string& out, Node const& node) const override {
        auto const tag = tag_of(node);
        if (!tag.empty()) begin(out, tag, node.part == Part::cite ? node.text : std::string_view());
    }
    void close_part(std::string& out, Node const& node) const override {
        if (!tag_of(node).empty()) out += ends;
    }

  private:
    void begin(std::string& out, std::string_view tag, std::string_view value = {}) const {
        out += begins;
        out.append(tag);
        out += says;
        escape(out, value);
        out += holds;
    }
};

/// Everything up to the next control character.
std::string take_text(std::string_view& rest) {
    std::size_t length = 0;
    while (length < rest.size() && !is_control(rest[length])) ++length;
    std::string out(rest.substr(0, length));
    rest.remove_prefix(length);
    return out;
}

void skip(std::string_view& rest, char mark) {
    if (!rest.empty() && rest.front() == mark) rest.remove_prefix(1);
}

}  // namespace

Markup const& tagged_markup() {
    static Tagged const markup;
    return markup;
}

std::vector<TaggedNode> read_tagged(std::string_view tagged) {
    TaggedNode root;
    std::vector<TaggedNode*> open{&root};
    for (auto rest = tagged; !rest.empty();) {
        if (rest.front() == begins) {
            rest.remove_prefix(1);
            TaggedNode node;
            node.tag = take_text(rest);
            skip(rest, says);
            node.text = take_text(rest);
            skip(rest, holds);
            open.back()->children.push_back(std::move(node));
            open.push_back(&open.back()->children.back());
        } else if (is_control(rest.front())) {
            if (open.size() > 1) open.pop_back();
            rest.remove_prefix(1);
        } else {
            TaggedNode leaf;
            leaf.text = take_text(rest);
            open.back()->children.push_back(std::move(leaf));
        }
    }
    return std::move(root.children);
}

}  // namespace fonds::csl
