// TEI P5 and P4, and the notes of JATS: notes inline or gathered at the end, `ref` and `ptr` as calls or as
// citations of the text's own bibliography.

#include <array>
#include <fonds/formats.hpp>
#include <map>
#include <set>

#include "base/contains.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/calls.hpp"
#include "manuscript/mapped_text.hpp"
#include "manuscript/reader.hpp"
#include "manuscript/xml_text.hpp"
#include "wire/xml.hpp"

namespace fonds {
namespace {

constexpr std::array<std::string_view, 11> blocks = {"p",   "head", "l",    "lg",     "item",  "ab",
                                                     "div", "cell", "list", "salute", "byline"};
constexpr std::array<std::string_view, 4> unseen = {"del", "fw", "facsimile", "figDesc"};
constexpr std::array<std::string_view, 3> descriptions = {"bibl", "biblStruct", "msDesc"};

// "Nord-<lb/>und Südsee": whether a hyphen at the end of a line stays before a word.
bool stands_after_open_hyphen(std::string_view word) {
    static auto const words = embedded_list("vocabulary/after-open-hyphen.txt");
    if (word.ends_with('.')) word.remove_suffix(1);
    return contains(words, word);
}

// The ids of this text that an element leads to: "#doe #roe"; "doe" in TEI P4 and JATS.
std::vector<std::string_view> targets_of(xml::Node element) {
    std::vector<std::string_view> ids;
    auto const target = element["target"];
    for (auto const address : split(target.empty() ? element["rid"] : target, ' ')) {
        if (address.size() > 1 && address.front() == '#') ids.push_back(address.substr(1));
        else if (!address.empty() && address.find_first_of(":/.#") == std::string_view::npos)
            ids.push_back(address);
    }
    return ids;
}

std::string_view target_of(xml::Node element) {
    auto const ids = targets_of(element);
    return ids.empty() ? std::string_view() : ids.front();
}

// JATS has "fn".
bool is_note(xml::Node element) { return element.local_name() == "note" || element.local_name() == "fn"; }

std::string number_of(xml::Node note) {
    auto const number = note["n"];
    if (!number.empty() || note.local_name() == "note") return std::string(number);
    return std::string(trim(note.child("label").text()));
}

bool is_quotation(std::string_view name) { return name == "q" || name == "quote"; }

// Whether the text has the marks of a quotation itself, at its beginning or before it; a quotation of
// paragraphs has none.
bool has_quotation_marks(xml::Node quotation) {
    constexpr std::u32string_view marks = U"\"'“”„‟«»‘’‚‹›";
    auto const text = quotation.text();
    auto const inner = trim(text);
    if (inner.empty() || quotation.child("p") || quotation.child("l")) return true;
    if (marks.find(decode(inner, 0).value) != marks.npos) return true;
    auto const before = quotation.previous();
    auto const outer = before && before.is_text() ? before.value() : std::string_view();
    return !outer.empty() && marks.find(decode_before(outer, outer.size()).value) != marks.npos;
}

// Whether an element has words of its own, and not only other elements.
bool has_words(xml::Node element) {
    for (auto child = element.first(); child; child = child.next())
        if (child.is_text() && !trim(child.value()).empty()) return true;
    return false;
}

// The sign that parts a word at the end of a line, before "<lb/>": the word goes on in small letters. The
// signs that do nothing else are left out, whatever follows.
std::size_t line_hyphen_size(xml::Node text) {
    auto const line_end = text.next();
    if (!line_end || line_end.local_name() != "lb") return 0;
    auto const value = text.value();
    for (std::string_view const sign : {"\u00AD", "¬", "⸗"})
        if (value.ends_with(sign)) return sign.size();
    auto const next = line_end.next();
    if (!value.ends_with('-') || value.size() < 2 || !next || !next.is_text()) return 0;
    auto const below = next.value();
    auto const word = below.find_first_not_of(" \t\r\n");
    if (word == below.npos) return 0;
    auto const end = below.find_first_of(" \t\r\n", word);
    if (stands_after_open_hyphen(below.substr(word, end == below.npos ? end : end - word))) return 0;
    bool const goes_on = is_lower(decode(below, word).value);
    return goes_on && is_letter(decode_before(value, value.size() - 1).value) ? 1 : 0;
}

// Whether it stands in another quotation that gets marks.
bool is_inner(xml::Node quotation) {
    for (auto up = quotation.parent(); up; up = up.parent())
        if (is_quotation(up.local_name())) return !has_quotation_marks(up) && !is_inner(up);
    return false;
}

class TeiReader {
  public:
    explicit TeiReader(Document& document) : document_(document), part_(document.parts.front().bytes) {}

    std::optional<Error> read() {
        auto const tree = xml::Document::read(part_, xml::Space::keep);
        if (!tree) return tree.error();
        find_targets(tree->root());
        read_bibliography();
        MappedText body;
        children(tree->root(), body, false);
        auto finished = body.finish_untrimmed();
        document_.text = std::move(finished.text);
        document_.map = std::move(finished.map);
        for (auto const& [note, id] : pointing_)
            if (auto const place = places_.find(id); place != places_.end())
                calls_.push_back({note, place->second});
        link_calls(document_, calls_);
        order_by_calls(document_);
        return std::nullopt;
    }

  private:
    // Notes that a reference calls are not called where they stand, but for those among the words of a text
    // that no reference leads to just before: others only mention them. The XML reader has limited the depth.
    void find_targets(xml::Node parent) {
        bool const is_text = has_words(parent);
        std::set<std::string_view> above;
        for (auto const element : parent.elements()) {
            if (is_note(element)) {
                auto const number = number_of(element);
                note_numbers_.emplace(element["id"], number);
                are_numbered_ = are_numbered_ || !number.empty();
                if (auto const target = target_of(element); !target.empty()) anchors_.emplace(target, number);
                notes_by_id_.emplace(element["id"], element);
                if (is_text && above.count(element["id"]) == 0) inline_.insert(element["id"]);
            } else {
                for (auto const id : targets_of(element)) {
                    targets_.insert(std::string(id));
                    above.insert(id);
                }
            }
            if (contains(descriptions, element.local_name()))
                described_.emplace(element["id"], element["label"]);
            find_targets(element);
        }
    }

    // What the text cites by the ids of its own bibliography.
    void read_bibliography() {
        std::erase_if(described_, [&](auto const& one) { return targets_.count(one.first) == 0; });
        if (described_.empty()) return;
        auto items = read_items(part_, "tei");
        if (items) document_.bibliography.add({{}, std::move(items->value)});
    }

    void children(xml::Node parent, MappedText& out, bool in_note) {
        for (auto node = parent.first(); node; node = node.next()) {
            if (node.is_text()) words(node, out);
            else if (node.is_element()) visit(node, out, in_note);
        }
    }

    // Takes so many bytes from the first piece and from the last one.
    static void cut(std::vector<XmlPiece>& pieces, std::size_t front, std::size_t back) {
        auto& first = pieces.front();
        front = std::min(front, first.text.size());
        first.text.remove_prefix(front);
        if (first.text.size() + front == first.source.size()) first.source.begin += front;
        auto& last = pieces.back();
        bool const is_exact = last.text.size() == last.source.size();
        last.text.remove_suffix(std::min(back, last.text.size()));
        if (is_exact) last.source.end = last.source.begin + last.text.size();
    }

    // A word that the end of a line parts is one.
    void words(xml::Node text, MappedText& out) {
        auto value = text.value();
        auto pieces = character_pieces(part_, value, text.offset());
        auto const hyphen = line_hyphen_size(text);
        value.remove_suffix(hyphen);
        if (joins_line_) value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n"), value.size()));
        if (!pieces.empty()) cut(pieces, text.value().size() - hyphen - value.size(), hyphen);
        append_collapsed(out, value, pieces);
        joins_line_ = hyphen > 0;
    }

    void visit(xml::Node element, MappedText& out, bool in_note) {
        auto const name = element.local_name();
        if (name == "choice") {
            choice(element, out, in_note);
        } else if (name == "standOff") {
            notes_apart(element, out);
        } else if (name == "teiHeader") {
            header(element, out);
        } else if (contains(unseen, name) || element["type"] == "hidden") {
            return;
        } else if (is_note(element) && !in_note) {
            if (!goes_on_with_note(element)) note(element, out);
        } else if (name == "label" && element.parent().local_name() == "fn") {
            return;
        } else if (name == "ref" || name == "ptr" || name == "xref") {
            reference(element, out, in_note);
        } else if (name == "lb" || name == "cb") {
            if (element["break"] != "no" && !joins_line_) out.space(start_tag(part_, element));
        } else {
            auto const rendition = concat(element["rend"], " ", element["rendition"]);
            bool const italic = name == "emph" || name == "italic" ||
                                rendition.find("italic") != std::string::npos ||
                                (name == "title" && element["level"] != "a" && element["level"] != "u");
            bool const block = contains(blocks, name);
            bool const quoted = is_quotation(name) && !has_quotation_marks(element);
            if (block) out.paragraph(start_tag(part_, element));
            if (italic) out.begin_italic();
            if (quoted) out.put_placeless(is_inner(element) ? "‘" : "“");
            children(element, out, in_note);
            if (quoted) out.put_placeless(is_inner(element) ? "’" : "”");
            if (italic) out.end_italic();
            if (auto const anchor = anchors_.find(element["id"]); anchor != anchors_.end() && !in_note)
                mark_anchor(anchor->first, anchor->second, element, out);
            if (block) out.paragraph({element.offset(), element.offset()});
        }
    }

    // Of the header a title to which a note is set; notes on the file are none of the text's.
    void header(xml::Node element, MappedText& out) {
        for (auto const title : element.child("fileDesc").child("titleStmt").elements())
            if (title.local_name() == "title" && title.child("note")) {
                out.paragraph(start_tag(part_, title));
                children(title, out, false);
                out.paragraph({title.offset(), title.offset()});
            }
    }

    // Beside the text lie notes that it calls, or that point into it, and much else.
    void notes_apart(xml::Node parent, MappedText& out) {
        for (auto const element : parent.elements()) {
            bool const belongs = targets_.count(element["id"]) > 0 || !target_of(element).empty();
            if (is_note(element) && belongs) note(element, out);
            else notes_apart(element, out);
        }
    }

    // The place that a note points at: its call stands behind it.
    void mark_anchor(std::string const& id, std::string const& number, xml::Node element, MappedText& out) {
        auto const begin = out.size();
        out.put(concat("[", number, "]"), start_tag(part_, element));
        places_[id] = {begin, out.size()};
    }

    // The corrected, regularised or expanded form.
    void choice(xml::Node element, MappedText& out, bool in_note) {
        for (auto const* wanted : {"corr", "reg", "expan"})
            if (auto const chosen = element.child(wanted)) return children(chosen, out, in_note);
        children(element, out, in_note);
    }

    void note(xml::Node element, MappedText& out) {
        MappedText text;
        std::vector<EmbeddedCitation> citations;
        citations_ = &citations;
        for (auto piece = element; piece; piece = next_piece(piece)) {
            if (piece != element) text.space(start_tag(part_, piece));
            children(piece, text, true);
        }
        citations_ = &document_.embedded;
        auto finished = text.finish();
        SourceNote note;
        auto const id = element["id"];
        note.number = number_of(element);
        note.kind = element["place"] == "end" || element["type"] == "endnote" ? NoteKind::endnote
                                                                              : NoteKind::footnote;
        note.id = id.empty() ? concat("note-", std::to_string(document_.notes.size() + 1)) : std::string(id);
        auto const target = target_of(element);
        bool const points = !target.empty();
        bool const is_called_elsewhere = points || (targets_.count(note.id) > 0 && inline_.count(id) == 0);
        if (note.number.empty() && !are_numbered_) note.number = std::to_string(++unnumbered_);
        if (points && targets_.count(note.id) == 0) pointing_.emplace_back(note.id, target);
        set_text(note, std::move(finished), std::move(citations));
        if (!is_called_elsewhere) call(note.id, note.number, element, out);
        document_.notes.push_back(std::move(note));
    }

    // The note that goes on with this one on the next page ("next", and "prev" there).
    [[nodiscard]] xml::Node next_piece(xml::Node note) const {
        auto const next = linked_note(note["next"]);
        bool const goes_on = next && next.offset() > note.offset() && linked_note(next["prev"]) == note;
        return goes_on ? next : xml::Node();
    }
    [[nodiscard]] bool goes_on_with_note(xml::Node note) const {
        auto const before = linked_note(note["prev"]);
        return before && next_piece(before) == note;
    }
    [[nodiscard]] xml::Node linked_note(std::string_view address) const {
        if (address.size() < 2 || address.front() != '#') return {};
        auto const found = notes_by_id_.find(address.substr(1));
        return found == notes_by_id_.end() ? xml::Node() : found->second;
    }

    void reference(xml::Node element, MappedText& out, bool in_note) {
        auto const target = target_of(element);
        auto const note = in_note || target.empty() ? note_numbers_.end() : note_numbers_.find(target);
        if (note == note_numbers_.end() || inline_.count(target) > 0) return cite(element, out, in_note);
        auto number = element["n"].empty() ? element.text() : std::string(element["n"]);
        if (number.empty()) number = note->second;
        call(std::string(target), std::string(trim(number)), element, out);
    }

    // The record of what is cited goes with the words. A `ptr` has none: a stylesheet would print the label.
    void cite(xml::Node element, MappedText& out, bool in_note) {
        auto const begin = out.size();
        children(element, out, in_note);
        bool const has_words = out.size() > begin;
        std::string words;
        EmbeddedCitation citation;
        citation.producer = "tei";
        for (auto const id : targets_of(element)) {
            auto const cited = described_.find(id);
            if (cited == described_.end()) continue;
            if (auto const* record = document_.bibliography.find(cited->first))
                citation.items.push_back(*record);
            words += concat(words.empty() ? "" : "; ", cited->second.empty() ? cited->first : cited->second);
        }
        if (words.empty()) return;
        if (!element["loc"].empty()) words += concat(", ", element["loc"]);
        if (!has_words) out.put(words, start_tag(part_, element));
        citation.span = {begin, out.size()};
        citations_->push_back(std::move(citation));
    }

    void call(std::string id, std::string const& number, xml::Node element, MappedText& out) {
        auto const begin = out.size();
        out.put(concat("[", number, "]"), start_tag(part_, element));
        calls_.push_back({std::move(id), {begin, out.size()}});
    }

    Document& document_;
    std::string_view part_;
    std::vector<EmbeddedCitation>* citations_ = &document_.embedded;  // of the text being read
    std::set<std::string, std::less<>> targets_;
    std::map<std::string, std::string, std::less<>> described_;     // ids of the bibliography that are cited
    std::map<std::string, std::string, std::less<>> note_numbers_;  // by id
    std::map<std::string, std::string, std::less<>>
        anchors_;                                      // ids that notes point at -> number of the note
    std::map<std::string, Span, std::less<>> places_;  // where they stand
    std::vector<std::pair<std::string, std::string>> pointing_;  // notes and the ids they point at
    std::map<std::string_view, xml::Node> notes_by_id_;
    std::set<std::string_view> inline_;  // ids of notes that are called where they stand
    bool are_numbered_ = false;
    bool joins_line_ = false;  // the text before this place ended within a word
    std::vector<Call> calls_;
    std::size_t unnumbered_ = 0;
};

}  // namespace

std::optional<Error> read_tei(Document& document) { return TeiReader(document).read(); }

}  // namespace fonds
