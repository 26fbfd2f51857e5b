// Which elements of an HTML page are notes, and which links call them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "wire/html.hpp"

namespace fonds {

struct HtmlNote {
    html::Node element;            ///< its text
    std::vector<html::Node> more;  ///< further paragraphs that stand beside it
    std::string id;
    bool is_endnote = false;
};

/// What a page's links and lists say about notes.
struct HtmlNotes {
    std::vector<HtmlNote> notes;              ///< in the order of the page
    std::map<html::Node, std::string> calls;  ///< links and labels in the text -> id of the note
    std::set<html::Node> back_links;          ///< links and marks in notes that are no text
};

/// Finds notes by what programs have in common: a short link to an element below that links back, or that
/// stands in a list of notes; notes set beside their call. Then lists whose entries begin with their own call
/// ("[1]"), and last a numbered list below the heading “Notes”.
[[nodiscard]] HtmlNotes find_html_notes(html::Node root);

/// The number in a mark: "1" of "[1]", "(1)", " 1."; nothing where the text is no mark.
[[nodiscard]] std::string mark_number(std::string_view text);

/// All text below a node.
[[nodiscard]] std::string html_text(html::Node node);

}  // namespace fonds
