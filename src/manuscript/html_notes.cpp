// Which elements of an HTML page are notes, and which links call them.

#include "manuscript/html_notes.hpp"

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/note_marks.hpp"
#include "manuscript/plain_runs.hpp"

namespace fonds {
namespace {

constexpr std::size_t maximum_mark_size = 12;
constexpr std::array<std::string_view, 8> note_blocks = {"li", "p",     "div", "td",
                                                         "dd", "aside", "tr",  "blockquote"};

bool is_note_block(html::Node node) { return contains(note_blocks, node.name()); }

// Class words, roles and ids by which programs mark their lists of notes: WordPress and its plug-ins,
// pandoc, kramdown, GitHub, MediaWiki, EPUB.
bool is_note_list(html::Node node) {
    constexpr std::array<std::string_view, 9> classes = {"footnotes",
                                                         "wp-block-footnotes",
                                                         "easy-footnotes-wrapper",
                                                         "references",
                                                         "endnotes",
                                                         "footnote-definition",
                                                         "footnotes-list",
                                                         "modern-footnotes-list",
                                                         "footnotes_reference_container"};
    if (std::any_of(classes.begin(), classes.end(), [&](auto name) { return node.has_class(name); }))
        return true;
    auto const role = node["role"];
    auto const type = node["epub:type"];
    return role == "doc-endnotes" || role == "doc-footnotes" || type == "footnotes" || type == "endnotes" ||
           type == "rearnotes" || node["id"] == "footnotes" || node.has("data-footnotes");
}

// An entry of a list of notes; the plug-in Footnotes sets them in rows of a table.
bool is_list_entry(html::Node node) {
    return node.name() == "li" || (node.name() == "td" && node.has_class("footnote_plugin_text"));
}

bool is_single_note(html::Node node) {
    auto const role = node["role"];
    auto const type = node["epub:type"];
    return role == "doc-footnote" || role == "doc-endnote" || type == "footnote" || type == "endnote" ||
           type == "rearnote";
}

bool is_back_link(html::Node node) {
    for (auto const* name :
         {"footnote-back", "reversefootnote", "footnote-backref", "footnote-return", "easy-footnote-to-top",
          "mw-cite-backlink", "data-footnote-backref", "ltx_note_mark", "ltx_tag_note"})
        if (node.has_class(name)) return true;
    return node["role"] == "doc-backlink" || node["rev"] == "footnote";
}

// The id that a link leads to: "fn1" of "#fn1", and of "https://…/essay#fn1" where the page links to itself
// so.
std::string_view fragment_of(html::Node link) {
    auto const href = link["href"];
    auto const hash = href.rfind('#');
    return hash == std::string_view::npos ? std::string_view() : href.substr(hash + 1);
}

// Labels and notes of programs that set a note beside its call: Tufte's CSS, the plug-in Modern Footnotes,
// LaTeXML.
bool is_inline_call(html::Node node) {
    return node.has_class("sidenote-number") || node.has_class("modern-footnotes-footnote") ||
           node.has_class("ltx_note_mark");
}
bool is_inline_note(html::Node node) {
    return node.has_class("sidenote") || node.has_class("modern-footnotes-footnote__note") ||
           node.has_class("ltx_note_content");
}

// Text below a node, as far as it is not longer than `limit`.
void collect_text(html::Node node, std::string& out, std::size_t limit = std::string::npos) {
    if (out.size() > limit) return;
    if (node.is_text()) out += node.value();
    for (auto child = node.first(); child && out.size() <= limit; child = child.next())
        collect_text(child, out, limit);
}

// Whether a text is nothing but a link's and the brackets around it: "[1]" of "1".
bool only_brackets(std::string text, std::string_view link) {
    if (auto const at = text.find(link); at != std::string::npos) text.erase(at, link.size());
    return text.size() <= maximum_mark_size && text.find_first_not_of("[](). \n\u00A0") == std::string::npos;
}

html::Node first_element(html::Node parent) {
    auto child = parent.first();
    while (child && !child.is_element()) child = child.next();
    return child;
}
html::Node next_element(html::Node node) {
    for (node = node.next(); node && !node.is_element();) node = node.next();
    return node;
}

class NoteFinder {
  public:
    HtmlNotes find(html::Node root) {
        walk(root, html::Node());
        for (auto const link : links_) find_target(link);
        for (auto const link : links_) pair_up(link);
        add_list_items();
        add_bare_lists();
        if (out_.notes.empty()) add_headed_list();
        add_further_paragraphs();
        mark_back_links();
        std::stable_sort(out_.notes.begin(), out_.notes.end(), [&](HtmlNote const& a, HtmlNote const& b) {
            return order_.at(a.element) < order_.at(b.element);
        });
        return std::move(out_);
    }

  private:
    // The depth of the tree is limited by its reader.
    void walk(html::Node node, html::Node list) {
        order_[node] = order_.size();
        if (!node.is_element()) return;
        if (auto const id = node["id"]; !id.empty()) by_id_.emplace(id, node);
        if (node.name() == "a") {
            if (auto const name = node["name"]; !name.empty()) by_id_.emplace(name, node);
            if (!fragment_of(node).empty()) links_.push_back(node);
        }
        if (is_inline_call(node)) inline_call_ = node;
        if (is_inline_note(node) && inline_call_) return add_inline_note(node);
        if (is_heading(node)) headings_.push_back(node);
        if (is_note_list(node)) list = node;
        if ((list && is_list_entry(node)) || is_single_note(node)) listed_.push_back(node);
        if (node.name() == "li") items_.push_back(node);
        for (auto child = node.first(); child; child = child.next()) walk(child, list);
    }

    static bool is_heading(html::Node node) {
        auto const name = node.name();
        return (name.size() == 2 && name[0] == 'h' && is_digit(name[1])) || name == "p" || name == "div";
    }

    void add_inline_note(html::Node note) {
        auto const id = concat("inline-", std::to_string(out_.calls.size() + 1));
        add_note(note, id, false);
        calling_.push_back(inline_call_);
        out_.calls[inline_call_] = id;
        inline_call_ = html::Node();
    }

    // A short link to an element below is a call; what it leads to is a note.
    [[nodiscard]] html::Node target_of(html::Node link) const {
        auto const id = fragment_of(link);
        if (is_back_link(link) || is_comment_id(id) || mark_number(html_text(link)).empty()) return {};
        auto const target = by_id_.find(id);
        if (target == by_id_.end() || order_.at(target->second) < order_.at(link)) return {};
        return target->second;
    }

    // How many targets lie in an element tells whether it holds one note or several.
    void find_target(html::Node link) {
        auto const target = target_of(link);
        if (!target || !targets_.insert(target).second) return;
        for (auto node = target; node; node = node.parent()) ++target_count_[node];
    }

    void pair_up(html::Node link) {
        if (inside_note(link)) return;
        auto const target = target_of(link);
        auto const element = target ? note_of(target) : html::Node();
        if (!element || contains(element, link)) return;
        auto const id = fragment_of(link);
        add_note(element, std::string(id), is_endnote_id(id));
        calling_.push_back(link);
        out_.calls[with_brackets(link)] = ids_.at(element);
    }

    // Comments of Google Docs and of Word stand among the notes.
    static bool is_comment_id(std::string_view id) {
        return id.starts_with("cmnt") || id.starts_with("_msocom");
    }

    static bool is_endnote_id(std::string_view id) {
        return id.substr(0, 4) == "_edn" || id.substr(0, 3) == "edn" || id.substr(0, 9) == "sdendnote";
    }

    void add_note(html::Node element, std::string id, bool is_endnote) {
        if (!ids_.emplace(element, id).second) return;
        out_.notes.push_back({element, {}, std::move(id), is_endnote});
    }

    // The block that holds a target; of paragraphs in a list entry the entry.
    [[nodiscard]] html::Node note_of(html::Node target) const {
        auto node = target;
        while (node && !is_note_block(node) && node.name() != "dt") node = node.parent();
        if (!node) return {};
        if (node.name() == "dt") {
            auto const text = next_element(node);
            return text && text.name() == "dd" ? text : html::Node();
        }
        for (auto up = node.parent(); up && up.name() != "body"; up = up.parent()) {
            if (is_note_list(up)) break;
            if (up.name() == "li" || up.name() == "tr" || is_single_note(up)) return up;
            if (up.name() == "div" && (is_word_note(up) || wraps(up, node))) return up;
        }
        return node;
    }

    // A division that begins with a note's paragraph and holds nothing but paragraphs, all of that note.
    [[nodiscard]] bool wraps(html::Node outer, html::Node note) const {
        if (first_element(outer) != note || target_count_.at(outer) != 1) return false;
        for (auto child = first_element(outer); child; child = next_element(child))
            if (child.name() != "p" && child.name() != "blockquote") return false;
        return true;
    }

    static bool is_word_note(html::Node node) {
        auto const id = node["id"];
        for (auto const* start : {"ftn", "edn", "sdfootnote", "sdendnote"})
            if (id.substr(0, std::string_view(start).size()) == start) return true;
        return false;
    }

    [[nodiscard]] bool inside_note(html::Node node) const {
        for (; node; node = node.parent())
            if (ids_.count(node) > 0) return true;
        return false;
    }
    static bool contains(html::Node outer, html::Node inner) {
        for (; inner; inner = inner.parent())
            if (inner == outer) return true;
        return false;
    }

    // Entries of lists of notes that no link calls.
    void add_list_items() {
        for (auto const item : listed_) {
            if (inside_note(item)) continue;
            auto id = std::string(item["id"]);
            if (id.empty()) id = concat("note-", std::to_string(out_.notes.size() + 1));
            add_note(item, std::move(id), false);
        }
    }

    // "<li>[1] text": a list whose entries begin with their own calls.
    void add_bare_lists() {
        for (auto const item : items_) {
            if (inside_note(item) || ids_.count(item) > 0) continue;
            auto const text = html_text(item);
            auto const start = trim(text);
            auto const close = start.substr(0, maximum_mark_size).find(']');
            if (start.empty() || start.front() != '[' || close == std::string_view::npos) continue;
            auto const number = mark_number(start.substr(0, close + 1));
            if (!number.empty()) add_note(item, concat("list-", number), false);
        }
    }

    // "Notes" and the numbered list below it.
    void add_headed_list() {
        for (auto const heading : headings_) {
            auto list = next_element(heading);
            if (list && list.name() == "hr") list = next_element(list);
            if (!list || list.name() != "ol" || !is_note_heading(html_text(heading))) continue;
            for (auto item = first_element(list); item; item = next_element(item))
                if (item.name() == "li")
                    add_note(item, concat("list-", std::to_string(out_.notes.size() + 1)), false);
            return;
        }
    }

    // Paragraphs of a note that carry its class and stand behind it (LibreOffice's XHTML).
    void add_further_paragraphs() {
        for (auto& note : out_.notes) {
            auto const style = note.element["class"];
            if (note.element.name() != "p" || fold(style).find("note") == std::string::npos) continue;
            for (auto next = next_element(note.element); next; next = next_element(next)) {
                if (next.name() != "p" || next["class"] != style || target_count_.count(next) > 0) break;
                note.more.push_back(next);
            }
        }
    }

    static void insert_ids(html::Node node, std::set<std::string_view>& ids) {
        for (auto const* name : {"id", "name"})
            if (auto const id = node[name]; !id.empty()) ids.insert(id);
    }

    void mark_back_links() {
        std::set<std::string_view> call_ids;
        for (auto const call : calling_)
            for (auto node = call; node && node.name() != "body"; node = node.parent()) {
                insert_ids(node, call_ids);
                if (auto const next = next_element(node); next && next.name() == "a" && !next.has("href"))
                    insert_ids(next, call_ids);
                if (is_note_block(node)) break;
            }
        for (auto const& note : out_.notes) {
            mark_below(note.element, call_ids);
            for (auto const more : note.more) mark_below(more, call_ids);
        }
    }

    // A link with the brackets that stand around it: "<sup>[<a>1</a>]</sup>".
    static html::Node with_brackets(html::Node link) {
        auto const inner = html_text(link);
        auto outer = link;
        for (auto up = link.parent(); up && up.parent() && !is_note_block(up); up = up.parent()) {
            std::string text;
            collect_text(up, text, inner.size() + maximum_mark_size);
            if (!only_brackets(text, inner)) break;
            if (text != inner) outer = up;
        }
        return outer;
    }

    void mark_below(html::Node node, std::set<std::string_view> const& call_ids) {
        for (auto child = node.first(); child; child = child.next()) {
            if (!child.is_element()) continue;
            bool const leads_back =
                child.name() == "a" && !fragment_of(child).empty() && call_ids.count(fragment_of(child)) > 0;
            if (is_back_link(child) || leads_back || is_own_mark(child) ||
                (child.name() == "a" && is_arrow(html_text(child))))
                out_.back_links.insert(with_brackets(child));
            else mark_below(child, call_ids);
        }
    }

    // "<a id=fn1>1</a>": the anchor of a note around its number.
    [[nodiscard]] bool is_own_mark(html::Node node) const {
        return node.name() == "a" && targets_.count(node) > 0 && !mark_number(html_text(node)).empty();
    }

    HtmlNotes out_;
    std::map<html::Node, std::size_t> order_;
    std::map<std::string, html::Node, std::less<>> by_id_;
    std::map<html::Node, std::string> ids_;
    std::set<html::Node> targets_;
    std::map<html::Node, std::size_t> target_count_;  // of an element: below and in it
    html::Node inline_call_;
    std::vector<html::Node> calling_;  // links and labels
    std::vector<html::Node> headings_;
    std::vector<html::Node> links_;
    std::vector<html::Node> listed_;
    std::vector<html::Node> items_;
};

}  // namespace

HtmlNotes find_html_notes(html::Node root) { return NoteFinder().find(root); }

std::string mark_number(std::string_view text) {
    text = trim(text);
    if (text.size() > maximum_mark_size) return {};
    while (!text.empty() && (text.front() == '[' || text.front() == '(')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ']' || text.back() == ')' || text.back() == '.'))
        text.remove_suffix(1);
    text = trim(text);
    if (text.empty()) return {};
    if (auto const label = note_label_size(text); label > 0 && is_all_digits(text.substr(label)))
        return std::string(text);
    if (is_all_digits(text) && text.size() <= 4) return std::string(text);
    if (auto const raised = read_superscript_number(text); raised && raised->size == text.size())
        return std::to_string(raised->number);
    if (auto const roman = read_roman_number(text); roman && roman->size == text.size())
        return std::string(text);
    if (text.size() == 1 && is_ascii_letter(text.front())) return std::string(text);
    if (auto const size = symbol_size(text); size > 0 && size == text.size()) return std::string(text);
    return {};
}

std::string html_text(html::Node node) {
    std::string out;
    collect_text(node, out);
    return out;
}

}  // namespace fonds
