// The walk over the output tree (CSL 1.0.2, "Formatting", "Quotes"; rich text flips inside itself).

#include "csl/render.hpp"

namespace fonds::csl {

namespace {

template <class Value>
Face only(Value Face::*member, Value value) {
    Face out;
    out.*member = value;
    return out;
}

/// Calls `visit` for each property that is set, outermost first.
template <class Visit>
void each_property(Face const& face, Visit const& visit) {
    if (face.align != VerticalAlign::none) visit(only(&Face::align, face.align));
    if (face.decoration != Decoration::none) visit(only(&Face::decoration, face.decoration));
    if (face.weight != FontWeight::none) visit(only(&Face::weight, face.weight));
    if (face.variant != FontVariant::none) visit(only(&Face::variant, face.variant));
    if (face.style != FontStyle::none) visit(only(&Face::style, face.style));
}

template <class Visit>
void each_property_reversed(Face const& face, Visit const& visit) {
    if (face.style != FontStyle::none) visit(only(&Face::style, face.style));
    if (face.variant != FontVariant::none) visit(only(&Face::variant, face.variant));
    if (face.weight != FontWeight::none) visit(only(&Face::weight, face.weight));
    if (face.decoration != Decoration::none) visit(only(&Face::decoration, face.decoration));
    if (face.align != VerticalAlign::none) visit(only(&Face::align, face.align));
}

Surroundings inside(Face const& face, Surroundings around) {
    if (face.style != FontStyle::none) around.face.style = face.style;
    if (face.variant != FontVariant::none) around.face.variant = face.variant;
    if (face.weight != FontWeight::none) around.face.weight = face.weight;
    if (face.decoration != Decoration::none) around.face.decoration = face.decoration;
    if (face.align != VerticalAlign::none) around.face.align = face.align;
    if (face.quotes != Quotes::none || face.outside_quotes) {
        around.face.quotes = face.quotes;
        around.face.outside_quotes = face.outside_quotes;
    }
    around.any_style = around.any_style || (face.style != FontStyle::none && face.style != FontStyle::normal);
    around.any_variant = around.any_variant || face.variant == FontVariant::small_caps;
    around.any_weight =
        around.any_weight || (face.weight != FontWeight::none && face.weight != FontWeight::normal);
    return around;
}

}  // namespace

Face Renderer::resolve(Node const& node, Surroundings const& around) const {
    auto face = node.face;
    if (face.is_plain()) return face;
    if (node.markup) {
        if (face.style == FontStyle::italic && around.face.style == FontStyle::italic)
            face.style = FontStyle::normal;
        if (face.weight == FontWeight::bold && around.face.weight == FontWeight::bold)
            face.weight = FontWeight::normal;
        if (face.variant == FontVariant::small_caps && around.face.variant == FontVariant::small_caps)
            face.variant = FontVariant::normal;
        if (face.quotes != Quotes::none && around.face.quotes != Quotes::none)
            face.quotes = around.face.quotes == Quotes::outer ? Quotes::inner : Quotes::outer;
        else if (face.quotes != Quotes::none && around.face.outside_quotes) face.quotes = Quotes::outer;
    }
    if (face.style == FontStyle::normal && !around.any_style) face.style = FontStyle::none;
    if (face.variant == FontVariant::normal && !around.any_variant) face.variant = FontVariant::none;
    if (face.weight == FontWeight::normal && !around.any_weight) face.weight = FontWeight::none;
    return face;
}

void Renderer::open(std::string& out, Face const& face) const {
    if (face.is_plain()) return;
    if (face.quotes != Quotes::none) markup_.escape(out, face.quotes == Quotes::outer ? open_ : open_inner_);
    each_property(face, [&](Face const& one) { markup_.open(out, one); });
}

void Renderer::close(std::string& out, Face const& face) const {
    if (face.is_plain()) return;
    each_property_reversed(face, [&](Face const& one) { markup_.close(out, one); });
    if (face.quotes != Quotes::none)
        markup_.escape(out, face.quotes == Quotes::outer ? close_ : close_inner_);
}

std::string Renderer::wrap(std::string_view text, Face const& face) const {
    std::string out;
    auto plain = face;
    if (plain.style == FontStyle::normal) plain.style = FontStyle::none;
    if (plain.variant == FontVariant::normal) plain.variant = FontVariant::none;
    if (plain.weight == FontWeight::normal) plain.weight = FontWeight::none;
    open(out, plain);
    out.append(text);
    close(out, plain);
    return out;
}

void Renderer::render(Tree const& tree, NodeId id, std::string& out, Surroundings const& around) const {
    auto const& node = tree[id];
    auto const start = out.size();
    auto const face = node.face.is_plain() ? node.face : resolve(node, around);
    auto const plain = face.is_plain();  // as most are
    auto const display = node.face.display;
    if (display != Display::none) markup_.open_display(out, display);
    escape(out, node.prefix);
    markup_.open_part(out, node);
    if (!plain) open(out, face);
    auto const content = out.size();
    if (!node.is_list) {
        escape(out, node.text);
    } else {
        auto const deeper = plain && !face.outside_quotes ? around : inside(face, around);
        for (auto child = node.first; child != no_node; child = tree[child].next) {
            auto const before = out.size();
            if (before != content) escape(out, node.delimiter);
            auto const after_delimiter = out.size();
            render(tree, child, out, deeper);
            if (out.size() == after_delimiter) out.resize(before);
        }
    }
    if (out.size() == content) {
        out.resize(start);
        return;
    }
    if (!plain) close(out, face);
    markup_.close_part(out, node);
    escape(out, node.suffix);
    if (display != Display::none) markup_.close_display(out, display);
}

}  // namespace fonds::csl
