// HTML pages: the notes that links and lists show, the text around them.

#include "wire/html.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/calls.hpp"
#include "manuscript/html_notes.hpp"
#include "manuscript/mapped_text.hpp"
#include "manuscript/plain_calls.hpp"
#include "manuscript/raised_digits.hpp"
#include "manuscript/reader.hpp"
#include "manuscript/xml_text.hpp"

namespace fonds {
namespace {

constexpr std::array<std::string_view, 11> unseen = {
    "head", "script", "style", "template", "noscript", "select", "rt", "rp", "iframe", "del", "annotation"};
constexpr std::array<std::string_view, 36> blocks = {
    "address", "article", "aside", "blockquote", "body",   "center", "dd",   "details", "dialog",
    "div",     "dl",      "dt",    "fieldset",   "figure", "footer", "form", "h1",      "h2",
    "h3",      "h4",      "h5",    "h6",         "header", "hr",     "li",   "main",    "nav",
    "ol",      "p",       "pre",   "section",    "table",  "td",     "tr",   "ul",      "figcaption"};
constexpr std::array<std::string_view, 5> italics = {"i", "em", "cite", "var", "dfn"};

class HtmlReader {
  public:
    explicit HtmlReader(Document& document) : document_(document), part_(document.parts.front().bytes) {}

    std::optional<Error> read() {
        auto const page = html::Document::read(part_);
        if (!page) return page.error();
        notes_ = find_html_notes(page->root());
        for (auto const& note : notes_.notes) {
            elements_.insert(note.element);
            elements_.insert(note.more.begin(), note.more.end());
        }
        raise_digits_ = notes_.calls.empty();
        auto body = text_of(page->root());
        if (notes_.notes.empty()) {
            document_.text = body.text;
            document_.map = body.map;
            find_typed_notes(document_, std::move(body));
            return std::nullopt;
        }
        document_.text = std::move(body.text);
        document_.map = std::move(body.map);
        for (auto const& note : notes_.notes) add_note(note);
        cut_typed_marks();
        add_typed_calls();
        std::stable_sort(calls_.begin(), calls_.end(),
                         [](Call const& a, Call const& b) { return a.span.begin < b.span.begin; });
        link_calls(document_, calls_);
        return std::nullopt;
    }

  private:
    MappedText::Finished text_of(html::Node root) {
        MappedText body;
        children(root, body);
        return body.finish_untrimmed();
    }

    // The depth of the tree is limited by its reader.
    void children(html::Node parent, MappedText& out) {
        for (auto node = parent.first(); node; node = node.next()) {
            if (node.is_text())
                append_collapsed(out, node.value(),
                                 character_pieces(part_, node.value(), node.source().begin));
            else if (node.is_element()) visit(node, out);
        }
    }

    void visit(html::Node element, MappedText& out) {
        auto const name = element.name();
        if (contains(unseen, name) || element.has("hidden") || element.has_class("footnote_tooltip") ||
            elements_.count(element) > 0 || notes_.back_links.count(element) > 0)
            return;
        if (auto const call = notes_.calls.find(element); call != notes_.calls.end())
            return add_call(element, call->second, out);
        if (name == "br") return in_note_ ? out.space(element.source()) : out.paragraph(element.source());
        if (name == "sup" && raise_digits_ && !in_note_ && put_raised(element, out)) return;
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

    // A number set as a superscript may be a call that is no link.
    bool put_raised(html::Node element, MappedText& out) {
        auto const text = html_text(element);
        auto inner = trim(text);
        if (inner.starts_with('(') && inner.ends_with(')')) inner = inner.substr(1, inner.size() - 2);
        auto const raised = raised_digits(inner);
        if (raised.empty()) return false;
        out.put(raised, element.source());
        return true;
    }

    void add_call(html::Node link, std::string const& note, MappedText& out) {
        auto const begin = out.size();
        auto number = mark_number(html_text(link));
        if (number.empty()) number = std::to_string(numbers_.size() + 1);
        out.put(concat("[", number, "]"), link.source());
        // Only the first number of a note counts; a page may call it again.
        numbers_.emplace(note, number);
        calls_.push_back({note, {begin, out.size()}});
    }

    void add_note(HtmlNote const& found) {
        MappedText text;
        in_note_ = true;
        children(found.element, text);
        for (auto const more : found.more) {
            text.paragraph({more.source().begin, more.source().begin});
            children(more, text);
        }
        in_note_ = false;
        auto finished = text.finish();
        SourceNote note;
        note.id = found.id;
        note.kind = found.is_endnote ? NoteKind::endnote : NoteKind::footnote;
        if (auto const number = numbers_.find(found.id); number != numbers_.end())
            note.number = number->second;
        set_text(note, std::move(finished));
        document_.notes.push_back(std::move(note));
    }

    // Marks that the author typed before the texts: in brackets wherever they stand, bare ones where most
    // notes have them. Without any, entries of a list are numbered by their order.
    void cut_typed_marks() {
        auto& notes = document_.notes;
        for (auto& note : notes) {
            cut_stop(note);
            // Brackets that stood around a link that leads back.
            if (note.text.ends_with("[]")) cut_end(note, 2);
            if (note.text.empty() || note.text.front() != '[') continue;
            auto const size = note.text.substr(0, 8).find(']') + 1;
            auto const typed = mark_number(std::string_view(note.text).substr(0, size));
            if (size == 0 || typed.empty() || !(note.number.empty() || note.number == typed)) continue;
            note.number = typed;
            cut_front(note, size);
        }
        auto const marked = std::count_if(notes.begin(), notes.end(),
                                          [](SourceNote const& note) { return typed_mark_size(note) > 0; });
        if (2 * static_cast<std::size_t>(marked) >= notes.size())
            for (auto& note : notes)
                if (auto const size = typed_mark_size(note); size > 0) cut_front(note, size);
        std::size_t count = 0;
        for (auto& note : notes) {
            ++count;
            if (note.number.empty() && notes_.calls.empty()) note.number = std::to_string(count);
        }
    }

    // The stop of a mark that was a link: no text begins so.
    static void cut_stop(SourceNote& note) {
        std::string_view const text = note.text;
        if (text.size() > 1 && std::string_view(".):]").find(text[0]) != std::string_view::npos &&
            is_space(decode(text, 1).value))
            cut_front(note, 1);
    }

    // "7.", "7)", "(7)" or "7 " of note 7; 0 where its text does not begin so.
    static std::size_t typed_mark_size(SourceNote const& note) {
        std::string_view const text = note.text;
        std::size_t at = text.substr(0, 1) == "(" ? 1 : 0;
        if (note.number.empty() || text.substr(at, note.number.size()) != note.number) return 0;
        at += note.number.size();
        if (at < text.size() && (text[at] == '.' || text[at] == ')')) ++at;
        return at < text.size() && is_space(decode(text, at).value) ? at : 0;
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
        for (auto const style : {CallStyle::bracket, CallStyle::superscript})
            for (auto const& candidate : find_calls(document_.text, style)) {
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
    bool raise_digits_ = false;
    bool in_note_ = false;
    std::vector<Call> calls_;
};

}  // namespace

std::optional<Error> read_html(Document& document) { return HtmlReader(document).read(); }

}  // namespace fonds
