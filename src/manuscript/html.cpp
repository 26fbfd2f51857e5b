// HTML pages: the notes that links and lists show, the text around them.

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.hpp"
#include "manuscript/calls.hpp"
#include "manuscript/html_notes.hpp"
#include "manuscript/mapped_text.hpp"
#include "manuscript/plain_calls.hpp"
#include "manuscript/reader.hpp"
#include "manuscript/xml_text.hpp"
#include "wire/html.hpp"

namespace fonds {
namespace {

constexpr std::array<std::string_view, 10> unseen = {"head",     "script", "style",  "template", "noscript",
                                                     "select",   "rt",     "rp",     "iframe",   "del"};
constexpr std::array<std::string_view, 36> blocks = {
    "address", "article", "aside",  "blockquote", "body",   "center", "dd",      "details", "dialog",
    "div",     "dl",      "dt",     "fieldset",   "figure", "footer", "form",    "h1",      "h2",
    "h3",      "h4",      "h5",     "h6",         "header", "hr",     "li",      "main",    "nav",
    "ol",      "p",       "pre",    "section",    "table",  "td",     "tr",      "ul",      "figcaption"};
constexpr std::array<std::string_view, 5> italics = {"i", "em", "cite", "var", "dfn"};

template <class Names>
bool contains(Names const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class HtmlReader {
  public:
    explicit HtmlReader(Document& document) : document_(document), part_(document.parts.front().bytes) {}

    std::optional<Error> read() {
        auto const page = html::Document::read(part_);
        if (!page) return page.error();
        notes_ = find_html_notes(page->root());
        for (auto const& note : notes_.notes) elements_.insert(note.element);
        MappedText body;
        children(page->root(), body);
        auto finished = body.finish_untrimmed();
        document_.text = std::move(finished.text);
        document_.map = std::move(finished.map);
        for (auto const& note : notes_.notes) add_note(note);
        add_typed_calls();
        std::stable_sort(calls_.begin(), calls_.end(),
                         [](Call const& a, Call const& b) { return a.span.begin < b.span.begin; });
        link_calls(document_, calls_);
        if (document_.notes.empty()) find_typed_notes(document_);
        return std::nullopt;
    }

  private:
    // The depth of the tree is limited by its reader.
    void children(html::Node parent, MappedText& out) {
        for (auto node = parent.first(); node; node = node.next()) {
            if (node.is_text())
                append_collapsed(out, node.value(), character_pieces(part_, node.value(), node.source().begin));
            else if (node.is_element())
                visit(node, out);
        }
    }

    void visit(html::Node element, MappedText& out) {
        auto const name = element.name();
        if (contains(unseen, name) || element.has("hidden") || elements_.count(element) > 0 ||
            notes_.back_links.count(element) > 0)
            return;
        if (auto const call = notes_.calls.find(element); call != notes_.calls.end())
            return add_call(element, call->second, out);
        if (name == "br") return out.space(element.source());
        bool const block = contains(blocks, name);
        bool const italic = contains(italics, name);
        Span const begin{element.source().begin, element.source().begin};
        Span const end{element.source().end, element.source().end};
        if (block) out.paragraph(begin);
        if (italic) out.begin_italic();
        if (name == "q") out.put("“", begin);
        children(element, out);
        if (name == "q") out.put("”", end);
        if (italic) out.end_italic();
        if (block) out.paragraph(end);
    }

    void add_call(html::Node link, std::string const& note, MappedText& out) {
        auto const begin = out.size();
        auto const number = mark_number(html_text(link));
        out.put(concat("[", number, "]"), link.source());
        // Only the first number of a note counts; a page may call it again.
        numbers_.emplace(note, number);
        calls_.push_back({note, {begin, out.size()}});
    }

    void add_note(HtmlNote const& found) {
        MappedText text;
        children(found.element, text);
        auto finished = text.finish();
        SourceNote note;
        note.id = found.id;
        note.kind = found.is_endnote ? NoteKind::endnote : NoteKind::footnote;
        auto const number = numbers_.find(found.id);
        if (number != numbers_.end()) note.number = number->second;
        // A mark that the author typed before the text.
        auto const close = finished.text.substr(0, 8).find(']');
        if (!finished.text.empty() && finished.text.front() == '[' && close != std::string::npos) {
            auto const typed = mark_number(std::string_view(finished.text).substr(0, close + 1));
            if (!typed.empty() && (note.number.empty() || note.number == typed)) {
                note.number = typed;
                cut_front(finished, close + 1);
            }
        }
        note.text = std::move(finished.text);
        note.map = std::move(finished.map);
        note.italics = std::move(finished.italics);
        document_.notes.push_back(std::move(note));
    }

    static void cut_front(MappedText::Finished& text, std::size_t size) {
        while (size < text.text.size() && is_ascii_space(text.text[size])) ++size;
        MappedText::Finished out;
        out.text = text.text.substr(size);
        for (auto piece : text.map.pieces()) {
            if (piece.text.end <= size) continue;
            auto const cut = piece.text.begin < size ? size - piece.text.begin : 0;
            if (piece.is_exact()) piece.source.begin += cut;
            piece.text = {piece.text.begin + cut - size, piece.text.end - size};
            out.map.add(piece);
        }
        for (auto const italic : text.italics)
            if (italic.end > size) out.italics.push_back({std::max(italic.begin, size) - size, italic.end - size});
        text = std::move(out);
    }

    // Calls that are no links: "[1]" typed in the text, for the notes that have none.
    void add_typed_calls() {
        std::map<std::string, std::string> typed;
        std::set<std::string> linked;
        std::set<std::size_t> taken;
        for (auto const& call : calls_) {
            linked.insert(call.note);
            taken.insert(call.span.begin);
        }
        for (auto const& note : document_.notes)
            if (linked.count(note.id) == 0 && !note.number.empty()) typed.emplace(note.number, note.id);
        if (typed.empty()) return;
        for (auto const& candidate : find_calls(document_.text, CallStyle::bracket)) {
            auto const found = typed.find(candidate.call.note);
            if (found != typed.end() && taken.count(candidate.call.span.begin) == 0)
                calls_.push_back({found->second, candidate.call.span});
        }
    }

    Document& document_;
    std::string_view part_;
    HtmlNotes notes_;
    std::set<html::Node> elements_;
    std::map<std::string, std::string> numbers_;
    std::vector<Call> calls_;
};

}  // namespace

std::optional<Error> read_html(Document& document) { return HtmlReader(document).read(); }

}  // namespace fonds
