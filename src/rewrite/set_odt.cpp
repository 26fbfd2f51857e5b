// Text of OpenDocument (ODF 1.3 part 3, §6.1.7) set otherwise: spans put around it, with automatic styles of
// their own, which say only what differs.

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "manuscript/odt_styles.hpp"
#include "rewrite/set_text.hpp"
#include "wire/xml.hpp"

namespace fonds {
namespace {

using std::string_view;

class SpanSetter {
  public:
    SpanSetter(string_view part, std::vector<SetSource> const& wanted, OdtStyles styles)
        : part_(part), wanted_(wanted), styles_(std::move(styles)) {}

    std::vector<Splice> run() {
        auto const tree = xml::Document::read(part_, xml::Space::keep);
        if (!tree) return {};
        styles_.add(tree->root());
        visit(tree->root(), {});
        if (splices_.empty() || !add_styles(tree->root())) return {};
        return std::move(splices_);
    }

  private:
    /// How the text of an element is set.
    struct Around {
        Setting setting;
        Setting outer;      ///< without the span that it is
        Setting paragraph;  ///< what is wanted is said of text that is set normally
    };

    // The XML reader has limited the depth.
    void visit(xml::Node parent, Around const& around) {
        for (auto node = parent.first(); node; node = node.next()) {
            if (node.is_text()) set(node, around);
            else if (node.is_element()) visit(node, inside(node, around));
        }
    }

    [[nodiscard]] Around inside(xml::Node element, Around const& around) const {
        auto const name = element.local_name();
        auto const style = element["text:style-name"];
        if (name == "p" || name == "h") {
            auto const setting = styles_.of_paragraph(style);
            return {setting, setting, setting};
        }
        auto const setting = name == "span" ? styles_.of_span(style, around.setting) : around.setting;
        return {setting, around.setting, around.paragraph};
    }

    void set(xml::Node text, Around const& around) {
        auto const begin = text.offset();
        auto const end = std::min(part_.find('<', begin), part_.size());
        while (next_ < wanted_.size() && wanted_[next_].source.end <= begin) ++next_;
        for (auto i = next_; i < wanted_.size() && wanted_[i].source.begin < end; ++i) {
            auto const wanted = set_within(around.paragraph, wanted_[i].setting);
            if (wanted == around.setting) continue;
            Span const span{std::max(begin, wanted_[i].source.begin), std::min(end, wanted_[i].source.end)};
            if (around.setting != around.outer && can_be_parted(text.parent()))
                part(text.parent(), span, around.outer, wanted);
            else put_around(span, around.setting, wanted, {}, {});
        }
    }

    // A span that does nothing but set its text so.
    [[nodiscard]] bool can_be_parted(xml::Node span) const {
        return span.local_name() == "span" && styles_.only_sets(span["text:style-name"]);
    }

    // A span is ended before the text and begun again behind it.
    void part(xml::Node parted, Span span, Setting outer, Setting wanted) {
        auto const begin = parted.offset() - 1;
        auto const open = part_.substr(begin, part_.find('>', begin) + 1 - begin);
        auto const close = concat("</", parted.name(), ">");
        put_around(span, outer, wanted, close, open);
    }

    void put_around(Span span, Setting from, Setting to, string_view before, string_view behind) {
        std::string open(before);
        std::string close;
        if (from != to) {
            open += concat("<text:span text:style-name=\"", style_for(from, to), "\">");
            close = "</text:span>";
        }
        splices_.push_back({0, {span.begin, span.begin}, std::move(open)});
        splices_.push_back({0, {span.end, span.end}, close.append(behind)});
    }

    // The name of the style that makes one setting of another.
    std::string style_for(Setting from, Setting to) {
        std::string name = "Fonds";
        std::string properties;
        auto const differ = [&](bool differs, string_view word,
                                std::initializer_list<string_view> attributes) {
            if (!differs) return;
            name += concat("-", word);
            for (auto const attribute : attributes) properties += concat(" ", attribute);
        };
        differ(!from.italic && to.italic, "italic",
               {"fo:font-style=\"italic\"", "style:font-style-asian=\"italic\"",
                "style:font-style-complex=\"italic\""});
        differ(from.italic && !to.italic, "upright",
               {"fo:font-style=\"normal\"", "style:font-style-asian=\"normal\"",
                "style:font-style-complex=\"normal\""});
        differ(!from.bold && to.bold, "bold",
               {"fo:font-weight=\"bold\"", "style:font-weight-asian=\"bold\"",
                "style:font-weight-complex=\"bold\""});
        differ(from.bold && !to.bold, "regular",
               {"fo:font-weight=\"normal\"", "style:font-weight-asian=\"normal\"",
                "style:font-weight-complex=\"normal\""});
        differ(!from.small_caps && to.small_caps, "small-caps", {"fo:font-variant=\"small-caps\""});
        differ(from.small_caps && !to.small_caps, "no-small-caps", {"fo:font-variant=\"normal\""});
        if (from.position != to.position) {
            differ(to.position == TextPosition::superscript, "superscript",
                   {"style:text-position=\"super 58%\""});
            differ(to.position == TextPosition::subscript, "subscript", {"style:text-position=\"sub 58%\""});
            differ(to.position == TextPosition::normal, "baseline", {"style:text-position=\"0% 100%\""});
        }
        new_styles_[name] = std::move(properties);
        return name;
    }

    // Puts the styles that are used among the automatic ones.
    bool add_styles(xml::Node root) {
        std::string styles;
        for (auto const& [name, properties] : new_styles_)
            if (!styles_.has_span_style(name))
                styles +=
                    concat("<style:style style:name=\"", name,
                           "\" style:family=\"text\"><style:text-properties", properties, "/></style:style>");
        if (styles.empty()) return true;
        auto const group = root.child("automatic-styles");
        auto const body = root.child("body");
        if (!group) {
            if (!body) return false;
            auto const before = body.offset() - 1;
            splices_.push_back({0,
                                {before, before},
                                concat("<office:automatic-styles>", styles, "</office:automatic-styles>")});
            return true;
        }
        auto const begin = group.offset() - 1;
        auto const open_end = part_.find('>', begin);
        if (open_end == string_view::npos) return false;
        if (part_[open_end - 1] == '/') {
            splices_.push_back(
                {0, {open_end - 1, open_end + 1}, concat(">", styles, "</", group.name(), ">")});
            return true;
        }
        auto const close = part_.find(concat("</", group.name(), ">"), open_end);
        if (close == string_view::npos) return false;
        splices_.push_back({0, {close, close}, styles});
        return true;
    }

    string_view part_;
    std::vector<SetSource> const& wanted_;
    std::size_t next_ = 0;
    OdtStyles styles_;
    std::map<std::string, std::string> new_styles_;  // attributes by name
    std::vector<Splice> splices_;
};

}  // namespace

std::vector<Splice> set_odt_spans(string_view part, std::vector<SetSource> const& wanted,
                                  OdtStyles const& styles) {
    return SpanSetter(part, wanted, styles).run();
}

}  // namespace fonds
