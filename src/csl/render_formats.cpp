// Markdown, LaTeX, RTF and Typst.

#include "csl/render_formats.hpp"

#include <array>

#include "base/unicode.hpp"

namespace fonds::csl {

namespace {

/// A format whose properties are openers and closers, and which sets blocks as lines.
class Lines : public Markup {
  public:
    void open_display(std::string& out, Display display) const override {
        if (display == Display::block || display == Display::indent) out += line_break();
    }
    void close_display(std::string& out, Display display) const override {
        if (display == Display::entry) out += entry_end();
        if (display == Display::block) out += line_break();
        if (display == Display::left_margin) out += ' ';
    }

  protected:
    [[nodiscard]] virtual std::string_view line_break() const { return "\n"; }
    [[nodiscard]] virtual std::string_view entry_end() const { return "\n\n"; }
};

class Markdown final : public Lines {
  public:
    void escape(std::string& out, std::string_view text) const override {
        for (auto const c : text) {
            if (std::string_view("\\`*_[]<>~^#").find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
    }
    void open(std::string& out, Face const& one) const override { out += mark(one, true); }
    void close(std::string& out, Face const& one) const override { out += mark(one, false); }

  private:
    static std::string_view mark(Face const& one, bool opens) {
        if (one.style == FontStyle::italic || one.style == FontStyle::oblique ||
            one.style == FontStyle::normal)
            return "*";
        if (one.weight == FontWeight::bold || one.weight == FontWeight::normal) return "**";
        if (one.variant == FontVariant::small_caps) return opens ? "[" : "]{.smallcaps}";
        if (one.decoration == Decoration::underline) return opens ? "[" : "]{.underline}";
        if (one.align == VerticalAlign::superscript) return "^";
        if (one.align == VerticalAlign::subscript) return "~";
        return {};
    }
};

class Latex final : public Lines {
  public:
    void escape(std::string& out, std::string_view text) const override {
        for (auto const c : text) {
            switch (c) {
                case '\\': out += "\\textbackslash{}"; break;
                case '~': out += "\\textasciitilde{}"; break;
                case '^': out += "\\textasciicircum{}"; break;
                case '#':
                case '$':
                case '%':
                case '&':
                case '_':
                case '{':
                case '}':
                    out += '\\';
                    out += c;
                    break;
                default: out += c;
            }
        }
    }
    void open(std::string& out, Face const& one) const override { out += command(one); }
    void close(std::string& out, Face const& one) const override {
        if (!command(one).empty()) out += '}';
    }

  private:
    static std::string_view command(Face const& one) {
        if (one.style == FontStyle::italic) return "\\textit{";
        if (one.style == FontStyle::oblique) return "\\textsl{";
        if (one.style == FontStyle::normal) return "\\textup{";
        if (one.weight == FontWeight::bold) return "\\textbf{";
        if (one.weight == FontWeight::normal) return "\\textmd{";
        if (one.variant == FontVariant::small_caps) return "\\textsc{";
        if (one.variant == FontVariant::normal) return "\\textup{";
        if (one.decoration == Decoration::underline) return "\\underline{";
        if (one.align == VerticalAlign::superscript) return "\\textsuperscript{";
        if (one.align == VerticalAlign::subscript) return "\\textsubscript{";
        return {};
    }
};

class Rtf final : public Lines {
  public:
    void escape(std::string& out, std::string_view text) const override {
        for (std::size_t at = 0; at < text.size();) {
            auto const point = decode(text, at);
            at += point.size;
            if (point.value < 0x80) {
                auto const c = static_cast<char>(point.value);
                if (c == '\\' || c == '{' || c == '}') out += '\\';
                out += c;
                continue;
            }
            if (point.value > 0xffff) {
                auto const rest = point.value - 0x10000;
                unit(out, 0xd800 + (rest >> 10));
                unit(out, 0xdc00 + (rest & 0x3ff));
            } else {
                unit(out, point.value);
            }
        }
    }
    void open(std::string& out, Face const& one) const override { out += group(one); }
    void close(std::string& out, Face const& one) const override {
        if (!group(one).empty()) out += '}';
    }

  protected:
    [[nodiscard]] std::string_view line_break() const override { return "\\line "; }
    [[nodiscard]] std::string_view entry_end() const override { return "\\par\n"; }

  private:
    /// A UTF-16 unit as RTF has it: signed, with a mark for readers that know no Unicode.
    static void unit(std::string& out, char32_t value) {
        auto const number = static_cast<int>(value);
        out += "\\uc1\\u";
        out += std::to_string(number > 32767 ? number - 65536 : number);
        out += '?';
    }
    static std::string_view group(Face const& one) {
        if (one.style == FontStyle::italic || one.style == FontStyle::oblique) return "{\\i ";
        if (one.style == FontStyle::normal) return "{\\i0 ";
        if (one.weight == FontWeight::bold) return "{\\b ";
        if (one.weight == FontWeight::normal) return "{\\b0 ";
        if (one.variant == FontVariant::small_caps) return "{\\scaps ";
        if (one.variant == FontVariant::normal) return "{\\scaps0 ";
        if (one.decoration == Decoration::underline) return "{\\ul ";
        if (one.decoration == Decoration::normal) return "{\\ul0 ";
        if (one.align == VerticalAlign::superscript) return "{\\super ";
        if (one.align == VerticalAlign::subscript) return "{\\sub ";
        return {};
    }
};

class Typst final : public Lines {
  public:
    void escape(std::string& out, std::string_view text) const override {
        for (auto const c : text) {
            if (std::string_view("\\*_`$#<>@[]~\"'/").find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
    }
    void open(std::string& out, Face const& one) const override { out += function(one); }
    void close(std::string& out, Face const& one) const override {
        if (!function(one).empty()) out += ']';
    }

  protected:
    [[nodiscard]] std::string_view line_break() const override { return "\\\n"; }

  private:
    static std::string_view function(Face const& one) {
        if (one.style == FontStyle::italic || one.style == FontStyle::oblique) return "#emph[";
        if (one.style == FontStyle::normal) return "#text(style: \"normal\")[";
        if (one.weight == FontWeight::bold) return "#strong[";
        if (one.weight == FontWeight::normal) return "#text(weight: \"regular\")[";
        if (one.variant == FontVariant::small_caps) return "#smallcaps[";
        if (one.decoration == Decoration::underline) return "#underline[";
        if (one.align == VerticalAlign::superscript) return "#super[";
        if (one.align == VerticalAlign::subscript) return "#sub[";
        return {};
    }
};

}  // namespace

Markup const& markdown_markup() {
    static Markdown const markup;
    return markup;
}
Markup const& latex_markup() {
    static Latex const markup;
    return markup;
}
Markup const& rtf_markup() {
    static Rtf const markup;
    return markup;
}
Markup const& typst_markup() {
    static Typst const markup;
    return markup;
}

Markup const& markup_for(OutputFormat format) {
    switch (format) {
        case OutputFormat::text: return plain_markup();
        case OutputFormat::html: return html_markup();
        case OutputFormat::markdown: return markdown_markup();
        case OutputFormat::latex: return latex_markup();
        case OutputFormat::rtf: return rtf_markup();
        case OutputFormat::typst: return typst_markup();
        case OutputFormat::tagged: return tagged_markup();
    }
    return plain_markup();
}

std::optional<OutputFormat> find_output_format(std::string_view name) {
    if (name == "text" || name == "plain") return OutputFormat::text;
    if (name == "html") return OutputFormat::html;
    if (name == "markdown" || name == "md") return OutputFormat::markdown;
    if (name == "latex" || name == "tex") return OutputFormat::latex;
    if (name == "rtf") return OutputFormat::rtf;
    if (name == "typst") return OutputFormat::typst;
    return std::nullopt;
}

}  // namespace fonds::csl
