// HTML and plain text.

#include <algorithm>
#include <iterator>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "csl/render_formats.hpp"

namespace fonds::csl {

namespace {

struct Superscript {
    char32_t raised, plain;
};

/// Letters that Unicode has raised: HTML has an element for that.
constexpr Superscript superscripts[] = {
    {0xaa, 'a'},   {0xb2, '2'},   {0xb3, '3'},   {0xb9, '1'},   {0xba, 'o'},      {0x2b0, 'h'},
    {0x2b2, 'j'},  {0x2b3, 'r'},  {0x2b7, 'w'},  {0x2b8, 'y'},  {0x2e1, 'l'},     {0x2e2, 's'},
    {0x2e3, 'x'},  {0x1d2c, 'A'}, {0x1d2e, 'B'}, {0x1d30, 'D'}, {0x1d31, 'E'},    {0x1d33, 'G'},
    {0x1d34, 'H'}, {0x1d35, 'I'}, {0x1d36, 'J'}, {0x1d37, 'K'}, {0x1d38, 'L'},    {0x1d39, 'M'},
    {0x1d3a, 'N'}, {0x1d3c, 'O'}, {0x1d3e, 'P'}, {0x1d3f, 'R'}, {0x1d40, 'T'},    {0x1d41, 'U'},
    {0x1d42, 'W'}, {0x1d43, 'a'}, {0x1d47, 'b'}, {0x1d48, 'd'}, {0x1d49, 'e'},    {0x1d4d, 'g'},
    {0x1d4f, 'k'}, {0x1d50, 'm'}, {0x1d52, 'o'}, {0x1d56, 'p'}, {0x1d57, 't'},    {0x1d58, 'u'},
    {0x1d5b, 'v'}, {0x2070, '0'}, {0x2071, 'i'}, {0x2074, '4'}, {0x2075, '5'},    {0x2076, '6'},
    {0x2077, '7'}, {0x2078, '8'}, {0x2079, '9'}, {0x207a, '+'}, {0x207b, 0x2212}, {0x207c, '='},
    {0x207d, '('}, {0x207e, ')'}, {0x207f, 'n'}, {0x2120, 0},   {0x2122, 0},
};

/// "SM" and "TM" for the marks, else the plain letter.
std::string plain_of(char32_t raised) {
    if (raised == 0x2120) return "SM";
    if (raised == 0x2122) return "TM";
    auto const* const entry =
        std::lower_bound(std::begin(superscripts), std::end(superscripts), raised,
                         [](Superscript const& one, char32_t sought) { return one.raised < sought; });
    std::string out;
    if (entry != std::end(superscripts) && entry->raised == raised) append_utf8(out, entry->plain);
    return out;
}

/// Whether a byte may need to be written otherwise: mark-up, and the first bytes of raised letters.
constexpr auto may_change = [](auto byte) {
    return (byte == '&') | (byte == '<') | (byte == '>') | (byte == 0xc2) | (byte == 0xca) | (byte == 0xcb) |
           (byte == 0xe1) | (byte == 0xe2);
};
constexpr auto is_space = [](auto byte) { return byte == ' '; };

/// Bytes of the space at `at`, of whatever width; 0: there is none.
std::size_t space_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (is_space(text[at])) return 1;
    if (static_cast<unsigned char>(text[at]) < 0xc2) return 0;
    auto const point = decode(text, at);
    auto const is_wide =
        point.value == 0xa0 || point.value == 0x202f || (point.value >= 0x2000 && point.value <= 0x200a);
    return is_wide ? point.size : 0;
}

class Html final : public Markup {
  public:
    void escape(std::string& out, std::string_view text) const override {
        if (!stands_once_or_twice(text, may_change, is_space)) {
            out.append(text);
            return;
        }
        std::size_t kept = 0;  // from here on nothing was written yet
        auto const replace = [&](std::size_t at, std::size_t size, std::string_view other) {
            out.append(text.substr(kept, at - kept)).append(other);
            kept = at + size;
        };
        for (std::size_t at = 0; at < text.size(); ++at) {
            auto const c = text[at];
            if (auto const space = space_at(text, at)) {
                if (auto const next = space_at(text, at + space)) {
                    replace(at, space + next, "\u00a0 ");
                    at = kept - 1;
                }
            } else if (c == '&') {
                replace(at, 1, "&#38;");
            } else if (c == '<') {
                replace(at, 1, "&#60;");
            } else if (c == '>') {
                replace(at, 1, "&#62;");
            } else if (may_change(static_cast<unsigned char>(c))) {
                auto const point = decode(text, at);
                auto const plain = plain_of(point.value);
                if (!plain.empty()) replace(at, point.size, concat("<sup>", plain, "</sup>"));
            }
        }
        out.append(text.substr(kept));
    }
    void open(std::string& out, Face const& one) const override { out += tag(one).first; }
    void close(std::string& out, Face const& one) const override { out += tag(one).second; }
    void open_display(std::string& out, Display display) const override {
        switch (display) {
            case Display::block: out += "\n\n    <div class=\"csl-block\">"; break;
            case Display::left_margin: out += "\n    <div class=\"csl-left-margin\">"; break;
            case Display::right_inline: out += "<div class=\"csl-right-inline\">"; break;
            case Display::indent: out += "<div class=\"csl-indent\">"; break;
            case Display::entry: out += "  <div class=\"csl-entry\">"; break;
            case Display::none: break;
        }
    }
    void close_display(std::string& out, Display display) const override {
        switch (display) {
            case Display::block:
            case Display::entry: out += "</div>\n"; break;
            case Display::left_margin: out += "</div>"; break;
            case Display::right_inline:
            case Display::indent: out += "</div>\n  "; break;
            case Display::none: break;
        }
    }
    [[nodiscard]] std::string_view bibliography_start() const override {
        return "<div class=\"csl-bib-body\">\n";
    }
    [[nodiscard]] std::string_view bibliography_end() const override { return "</div>"; }

  private:
    using Tag = std::pair<std::string_view, std::string_view>;
    static Tag tag(Face const& one) {
        if (one.style == FontStyle::italic) return {"<i>", "</i>"};
        if (one.style == FontStyle::oblique) return {"<em>", "</em>"};
        if (one.style == FontStyle::normal) return {"<span style=\"font-style:normal;\">", "</span>"};
        if (one.variant == FontVariant::small_caps)
            return {"<span style=\"font-variant:small-caps;\">", "</span>"};
        if (one.variant == FontVariant::normal) return {"<span style=\"font-variant:normal;\">", "</span>"};
        if (one.weight == FontWeight::bold) return {"<b>", "</b>"};
        if (one.weight == FontWeight::normal) return {"<span style=\"font-weight:normal;\">", "</span>"};
        if (one.decoration == Decoration::underline)
            return {"<span style=\"text-decoration:underline;\">", "</span>"};
        if (one.decoration == Decoration::normal)
            return {"<span style=\"text-decoration:none;\">", "</span>"};
        if (one.align == VerticalAlign::superscript) return {"<sup>", "</sup>"};
        if (one.align == VerticalAlign::subscript) return {"<sub>", "</sub>"};
        if (one.align == VerticalAlign::baseline) return {"<span style=\"baseline\">", "</span>"};
        return {};
    }
};

class Plain final : public Markup {
  public:
    void escape(std::string& out, std::string_view text) const override { out.append(text); }
    void open(std::string&, Face const&) const override {}
    void close(std::string&, Face const&) const override {}
    void open_display(std::string& out, Display display) const override {
        if (display == Display::block || display == Display::indent) out += "\n";
    }
    void close_display(std::string& out, Display display) const override {
        if (display == Display::entry || display == Display::block) out += "\n";
        if (display == Display::left_margin) out += " ";
    }
};

}  // namespace

Markup const& html_markup() {
    static Html const markup;
    return markup;
}

Markup const& plain_markup() {
    static Plain const markup;
    return markup;
}

}  // namespace fonds::csl
