// Text of OpenDocument (ODF 1.3 part 3, §6.1.7) set otherwise: spans put around it, with automatic styles of
// their own, which say only what differs.

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "rewrite/set_text.hpp"
#include "wire/xml.hpp"

namespace fonds {
namespace {

using std::string_view;

// What a style says of the text it is given to; nothing where it says nothing.
struct StyleSetting {
    std::optional<bool> italic;
    std::optional<bool> bold;
    std::optional<bool> small_caps;
    std::optional<Baseline> baseline;
    bool says_more = false;  // of fonts, languages, colours …
};

// Attributes that say nothing but what `Setting` holds, those for other scripts among them; and who wrote
// when.
bool is_of_setting(string_view attribute) {
    for (string_view const name :
         {"fo:font-style", "style:font-style-", "fo:font-weight", "style:font-weight-", "fo:font-variant",
          "style:text-position", "officeooo:"})
        if (attribute.starts_with(name)) return true;
    return false;
}

StyleSetting read_style(xml::Node properties) {
    StyleSetting out;
    for (auto attribute = properties.first_attribute(); attribute; attribute = attribute.next())
        out.says_more = out.says_more || !is_of_setting(attribute.name());
    if (auto const slope = properties["fo:font-style"]; !slope.empty()) out.italic = slope != "normal";
    if (auto const weight = properties["fo:font-weight"]; !weight.empty())
        out.bold = weight == "bold" || weight == "700" || weight == "800" || weight == "900";
    if (auto const variant = properties["fo:font-variant"]; !variant.empty())
        out.small_caps = variant == "small-caps";
    if (auto const position = properties["style:text-position"]; !position.empty())
        out.baseline = position.starts_with("super")                              ? Baseline::superscript
                       : position.starts_with("sub") || position.starts_with("-") ? Baseline::subscript
                       : position.starts_with("0")                                ? Baseline::normal
                                                                                  : Baseline::superscript;
    return out;
}

class SpanSetter {
  public:
    SpanSetter(string_view part, std::vector<SetSource> const& wanted) : part_(part), wanted_(wanted) {}

    std::vector<Splice> run() {
        auto const tree = xml::Document::read(part_, xml::Space::keep);
        if (!tree) return {};
        read_styles(tree->root().child("automatic-styles"));
        visit(tree->root(), {}, {});
        if (splices_.empty() || !add_styles(tree->root())) return {};
        return std::move(splices_);
    }

  private:
    void read_styles(xml::Node group) {
        styles_["Emphasis"].italic = true;
        styles_["Strong_20_Emphasis"].bold = true;
        for (auto const style : group.elements())
            styles_[std::string(style["style:name"])] = read_style(style.child("text-properties"));
    }

    // The XML reader has limited the depth. `outer`: the setting around the span that is visited.
    void visit(xml::Node parent, Setting setting, Setting outer) {
        for (auto node = parent.first(); node; node = node.next()) {
            if (node.is_text()) {
                set(node, setting, outer);
            } else if (node.is_element()) {
                auto inner = node.local_name() == "note" ? Setting{} : setting;
                if (node.local_name() == "span") apply(node["text:style-name"], inner);
                visit(node, inner, setting);
            }
        }
    }

    void apply(string_view name, Setting& setting) const {
        auto const style = styles_.find(name);
        if (style == styles_.end()) return;
        setting.italic = style->second.italic.value_or(setting.italic);
        setting.bold = style->second.bold.value_or(setting.bold);
        setting.small_caps = style->second.small_caps.value_or(setting.small_caps);
        setting.baseline = style->second.baseline.value_or(setting.baseline);
    }

    void set(xml::Node text, Setting setting, Setting outer) {
        auto const begin = text.offset();
        auto const end = std::min(part_.find('<', begin), part_.size());
        while (next_ < wanted_.size() && wanted_[next_].source.end <= begin) ++next_;
        for (auto i = next_; i < wanted_.size() && wanted_[i].source.begin < end; ++i) {
            if (wanted_[i].setting == setting) continue;
            Span const span{std::max(begin, wanted_[i].source.begin), std::min(end, wanted_[i].source.end)};
            if (setting != outer && can_be_parted(text.parent()))
                part(text.parent(), span, outer, wanted_[i].setting);
            else put_around(span, setting, wanted_[i].setting, {}, {});
        }
    }

    // A span that does nothing but set its text so.
    [[nodiscard]] bool can_be_parted(xml::Node span) const {
        auto const style = styles_.find(span["text:style-name"]);
        return span.local_name() == "span" && style != styles_.end() && !style->second.says_more;
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
        if (from.baseline != to.baseline) {
            differ(to.baseline == Baseline::superscript, "superscript",
                   {"style:text-position=\"super 58%\""});
            differ(to.baseline == Baseline::subscript, "subscript", {"style:text-position=\"sub 58%\""});
            differ(to.baseline == Baseline::normal, "baseline", {"style:text-position=\"0% 100%\""});
        }
        new_styles_[name] = std::move(properties);
        return name;
    }

    // Puts the styles that are used among the automatic ones.
    bool add_styles(xml::Node root) {
        std::string styles;
        for (auto const& [name, properties] : new_styles_)
            if (!styles_.contains(name))
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
    std::map<std::string, StyleSetting, std::less<>> styles_;
    std::map<std::string, std::string> new_styles_;  // attributes by name
    std::vector<Splice> splices_;
};

}  // namespace

std::vector<Splice> set_odt_spans(string_view part, std::vector<SetSource> const& wanted) {
    return SpanSetter(part, wanted).run();
}

}  // namespace fonds
