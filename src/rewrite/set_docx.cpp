// Runs of Word (ECMA-376 part 1, §17.3.2) rebuilt in other settings: a run whose text is in several becomes
// several runs, each with the properties it had but for those that change.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "manuscript/docx_styles.hpp"
#include "rewrite/set_text.hpp"
#include "wire/xml.hpp"

namespace fonds {
namespace {

using std::string_view;

// What may stand in a run that is taken apart: its properties, text, and elements that are one character.
constexpr std::array<string_view, 9> plain_content = {
    "rPr", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "lastRenderedPageBreak"};

// Properties in the order of the schema (§A.1, CT_RPr), as far as those that are put in need it.
constexpr auto property_order = std::to_array<string_view>(
    {"rStyle", "rFonts",    "b",       "bCs",     "i",      "iCs",     "caps",     "smallCaps",
     "strike", "dstrike",   "outline", "shadow",  "emboss", "imprint", "noProof",  "snapToGrid",
     "vanish", "webHidden", "color",   "spacing", "w",      "kern",    "position", "sz",
     "szCs",   "highlight", "u",       "effect",  "bdr",    "shd",     "fitText",  "vertAlign",
     "rtl",    "cs",        "em",      "lang"});

auto rank_of(string_view name) {
    return std::find(property_order.begin(), property_order.end(), name) - property_order.begin();
}

std::size_t begin_of(xml::Node element) { return element.offset() - 1; }

struct Piece {
    std::string bytes;
    Setting setting;
};

class RunRebuilder {
  public:
    /// `paragraph`: how the text around the run is set; what is wanted is said of text that is set normally.
    RunRebuilder(string_view part, xml::Node run, std::vector<SetSource> const& wanted,
                 DocxStyles const& styles, Setting paragraph)
        : part_(part),
          run_(run),
          wanted_(wanted),
          paragraph_(paragraph),
          styled_(styles.of_style(run.child("rPr").child("rStyle")["w:val"], paragraph)),
          old_(with_properties(styled_, run.child("rPr"))) {}

    // The run anew; nothing where it is right as it stands, or holds what is not taken apart.
    std::optional<Splice> rebuild() {
        auto const open = part_.find('>', begin_of(run_));
        auto const close = part_.find(concat("</", run_.name(), ">"), begin_of(run_));
        if (open == string_view::npos || close == string_view::npos || !is_plain()) return std::nullopt;
        open_tag_ = std::string(part_.substr(begin_of(run_), open + 1 - begin_of(run_)));
        for (auto const child : run_.elements())
            if (child.local_name() != "rPr") add(child, close);
        if (std::all_of(pieces_.begin(), pieces_.end(), [&](Piece const& p) { return p.setting == old_; }))
            return std::nullopt;
        auto const end = close + run_.name().size() + 3;
        return Splice{0, {begin_of(run_), end}, written()};
    }

  private:
    [[nodiscard]] bool is_plain() const {
        for (auto const child : run_.elements()) {
            auto const name = child.local_name();
            if (!contains(plain_content, name)) return false;
            auto const text = child.first();
            if (name == "t" && text && (!text.is_text() || text.next())) return false;
        }
        return true;
    }

    [[nodiscard]] string_view raw(xml::Node element, std::size_t end) const {
        auto const next = following(element);
        return part_.substr(begin_of(element), (next ? begin_of(next) : end) - begin_of(element));
    }
    static xml::Node following(xml::Node element) {
        do element = element.next();
        while (element && !element.is_element());
        return element;
    }

    void add(xml::Node child, std::size_t end) {
        if (child.local_name() != "t") {
            pieces_.push_back({std::string(raw(child, end)), old_});
            return;
        }
        auto const text = child.first();
        if (!text) return;
        auto at = text.offset();
        auto const text_end = std::min(part_.find('<', at), part_.size());
        for (auto const& wanted : wanted_) {
            if (wanted.source.end <= at || wanted.source.begin >= text_end) continue;
            auto const begin = std::max(at, wanted.source.begin);
            add_text(at, begin, old_);
            at = std::min(text_end, wanted.source.end);
            add_text(begin, at, set_within(paragraph_, wanted.setting));
        }
        add_text(at, text_end, old_);
    }

    void add_text(std::size_t begin, std::size_t end, Setting setting) {
        if (begin >= end) return;
        auto const t = concat(prefix(), "t");
        pieces_.push_back(
            {concat("<", t, " xml:space=\"preserve\">", part_.substr(begin, end - begin), "</", t, ">"),
             setting});
    }

    [[nodiscard]] string_view prefix() const { return run_.name().substr(0, run_.name().find(':') + 1); }

    [[nodiscard]] std::string written() const {
        std::string out;
        for (std::size_t i = 0; i < pieces_.size();) {
            auto const setting = pieces_[i].setting;
            out += open_tag_ + properties(setting);
            for (; i < pieces_.size() && pieces_[i].setting == setting; ++i) out += pieces_[i].bytes;
            out += concat("</", run_.name(), ">");
        }
        return out;
    }

    // The run's properties, those that differ put in or taken out.
    [[nodiscard]] std::string properties(Setting setting) const {
        auto const own = run_.child("rPr");
        std::vector<std::pair<std::string, std::string>> rows;  // by name
        auto const own_end = own ? part_.find(concat("</", own.name(), ">"), begin_of(own)) : 0;
        for (auto const property : own.elements())
            rows.emplace_back(property.local_name(), std::string(raw(property, own_end)));
        // A property is put in where the style does not set the text so by itself.
        auto const toggle = [&](bool before, bool after, bool styled,
                                std::initializer_list<string_view> names) {
            if (before == after) return;
            for (auto const name : names) {
                std::erase_if(rows, [&](auto const& row) { return row.first == name; });
                if (after != styled)
                    rows.emplace_back(name, concat("<", prefix(), name, after ? "/>" : " w:val=\"0\"/>"));
            }
        };
        toggle(old_.italic, setting.italic, styled_.italic, {"i", "iCs"});
        toggle(old_.bold, setting.bold, styled_.bold, {"b", "bCs"});
        toggle(old_.small_caps, setting.small_caps, styled_.small_caps, {"smallCaps"});
        if (old_.position != setting.position) {
            std::erase_if(rows, [](auto const& row) { return row.first == "vertAlign"; });
            auto const value = setting.position == TextPosition::superscript ? "superscript"
                               : setting.position == TextPosition::subscript ? "subscript"
                                                                             : "baseline";
            if (setting.position != styled_.position)
                rows.emplace_back("vertAlign", concat("<", prefix(), "vertAlign w:val=\"", value, "\"/>"));
        }
        if (rows.empty()) return {};
        std::stable_sort(rows.begin(), rows.end(),
                         [](auto const& a, auto const& b) { return rank_of(a.first) < rank_of(b.first); });
        auto out = concat("<", prefix(), "rPr>");
        for (auto const& row : rows) out += row.second;
        return out + concat("</", prefix(), "rPr>");
    }

    string_view part_;
    xml::Node run_;
    std::vector<SetSource> const& wanted_;
    Setting paragraph_;
    Setting styled_;  // but for the run's own properties
    Setting old_;
    std::string open_tag_;
    std::vector<Piece> pieces_;
};

struct Run {
    xml::Node element;
    Setting paragraph;
};

void collect_runs(xml::Node parent, DocxStyles const& styles, Setting paragraph, std::vector<Run>& runs) {
    for (auto const element : parent.elements()) {
        auto const name = element.local_name();
        if (name == "r" && element.child("t")) runs.push_back({element, paragraph});
        collect_runs(element, styles, name == "p" ? styles.of_paragraph(element) : paragraph, runs);
    }
}

}  // namespace

std::vector<Splice> set_docx_runs(string_view part, std::vector<SetSource> const& wanted,
                                  DocxStyles const& styles) {
    std::vector<Splice> out;
    auto const tree = xml::Document::read(part, xml::Space::keep);
    if (!tree) return out;
    std::vector<Run> runs;
    collect_runs(tree->root(), styles, {}, runs);
    auto next = wanted.begin();
    for (auto const& [run, paragraph] : runs) {
        auto const text = run.child("t").first();
        if (!text) continue;
        while (next != wanted.end() && next->source.end <= begin_of(run)) ++next;
        if (next == wanted.end()) break;
        auto const end = part.find(concat("</", run.name(), ">"), begin_of(run));
        std::vector<SetSource> own;
        for (auto at = next; at != wanted.end() && at->source.begin < end; ++at) own.push_back(*at);
        if (own.empty()) continue;
        if (auto splice = RunRebuilder(part, run, own, styles, paragraph).rebuild())
            out.push_back(std::move(*splice));
    }
    return out;
}

}  // namespace fonds
