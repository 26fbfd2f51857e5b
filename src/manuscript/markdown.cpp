// Markdown: note definitions and inline notes, fenced code and comments left alone.

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "manuscript/calls.hpp"
#include "manuscript/mapped_text.hpp"
#include "manuscript/markdown_blocks.hpp"
#include "manuscript/markdown_inline.hpp"
#include "manuscript/markdown_metadata.hpp"
#include "manuscript/reader.hpp"

namespace fonds {
namespace {

class MarkdownReader {
  public:
    explicit MarkdownReader(Document& document)
        : document_(document),
          source_(document.parts.front().bytes),
          blocks_(read_markdown_blocks(source_)) {}

    void read() {
        if (!blocks_.front_matter.empty()) read_markdown_metadata(document_, blocks_.front_matter);
        for (auto const& definition : blocks_.definitions) defined_.insert(definition.id);
        numbers_are_ids_ = source_.find("^[") == std::string_view::npos &&
                           source_.find("\\footnote{") == std::string_view::npos &&
                           !blocks_.has_inline_templates &&
                           std::all_of(defined_.begin(), defined_.end(),
                                       [](std::string const& id) { return is_all_digits(id); });
        report_spaced_labels();
        add_body();
        for (auto const& definition : blocks_.definitions) add_definition(definition);
        add_nested_calls();
        link_calls(document_, calls_);
        number_notes();
        order_by_calls(document_);
    }
    [[nodiscard]] bool has_code() const { return blocks_.has_code; }

  private:
    void add_body() {
        MappedText text;
        MarkdownEvents events;
        events.citations = &document_.embedded;
        events.raise_digits = blocks_.definitions.empty();
        events.is_label = is_label_;
        events.call = [&](std::string_view id, Span source) { add_call(std::string(id), source, text); };
        events.inline_note = [&](MarkdownBlock const& content, Span source) {
            auto const id = concat("inline-", std::to_string(++inline_notes_));
            add_call(id, source, text);
            add_note(id, content.paragraphs());
        };
        for (auto const& value : blocks_.metadata)
            if (has_note(value)) add_paragraph(value, text, events);
        for (auto const& block : blocks_.body) {
            if (block.kind == MarkdownPart::Kind::code) {
                for (auto const line : block.lines) {
                    text.copy(source_, line);
                    text.put("\n", {line.end, line.end});
                }
            } else if (block.kind == MarkdownPart::Kind::text) {
                add_paragraph(block, text, events);
            }
        }
        auto finished = text.finish_untrimmed();
        document_.text = std::move(finished.text);
        document_.map = std::move(finished.map);
    }

    void add_paragraph(MarkdownPart const& part, MappedText& text, MarkdownEvents const& events) const {
        MarkdownBlock lines(source_);
        for (auto const line : part.lines) lines.add_line(line);
        append_markdown(text, lines, events);
        text.paragraph({part.lines.back().end, part.lines.back().end});
    }

    // An inline note, or a call of one that is there: other brackets of the metadata are text.
    [[nodiscard]] bool has_note(MarkdownPart const& value) const {
        auto const text = slice(source_, {value.lines.front().begin, value.lines.back().end});
        if (text.find("^[") != std::string_view::npos) return true;
        for (auto at = text.find("[^"); at != std::string_view::npos; at = text.find("[^", at + 2)) {
            auto const close = text.find(']', at);
            if (close == std::string_view::npos) return false;
            at = text.rfind("[^", close);  // a label holds no bracket
            if (defined_.count(text.substr(at + 2, close - at - 2)) > 0) return true;
        }
        return false;
    }

    // PHP Markdown, MultiMarkdown, Hugo and others take them; pandoc, GitHub and kramdown print them as text.
    void report_spaced_labels() {
        for (auto const& definition : blocks_.definitions)
            if (definition.id.find_first_of(" \t") != std::string::npos)
                document_.diagnostics.push_back(make_diagnostic(
                    "spaced-label", Severity::warning, definition.label,
                    concat("a space in the label “", definition.id,
                           "”: pandoc, GitHub and kramdown print this note as text; write “",
                           replace_all(definition.id, " ", "-"), "”, here and in its calls")));
    }

    void add_call(std::string id, Span source, MappedText& text) {
        if (id.empty()) id = std::to_string(++counted_calls_);
        auto const begin = text.size();
        text.put(concat("[", number_of(id), "]"), source);
        calls_.push_back({std::move(id), {begin, text.size()}});
    }

    // What the reader sees: the order of the calls, which for numbered ids are mostly these.
    std::string number_of(std::string const& id) {
        if (numbers_are_ids_ || (defined_.count(id) == 0 && id.rfind("inline-", 0) != 0)) return id;
        if (id.starts_with('#')) return id;
        auto& number = numbers_[id];
        if (number == 0) number = numbers_.size();
        return std::to_string(number);
    }

    void add_definition(MarkdownDefinition const& definition) {
        std::vector<MarkdownBlock> paragraphs;
        for (auto const& lines : definition.paragraphs) {
            MarkdownBlock block(source_);
            for (auto const line : lines) block.add_line(line);
            paragraphs.push_back(std::move(block));
        }
        add_note(definition.id, paragraphs);
    }

    void add_note(std::string const& id, std::vector<MarkdownBlock> const& paragraphs) {
        MappedText text;
        std::vector<EmbeddedCitation> citations;
        MarkdownEvents events;
        events.citations = &citations;
        events.is_label = is_label_;
        events.call = [&](std::string_view other, Span source) {
            nested_.emplace_back(id, other);
            text.put(concat("[", number_of(std::string(other)), "]"), source);
        };
        for (auto const& paragraph : paragraphs) {
            if (!paragraph.empty()) text.paragraph(paragraph.source({0, 0}));
            append_markdown(text, paragraph, events);
        }
        auto finished = text.finish();
        SourceNote note;
        note.id = id;
        if (id.starts_with('#')) note.kind = NoteKind::reference;
        if (numbers_are_ids_) note.number = id;
        set_text(note, std::move(finished), std::move(citations));
        document_.notes.push_back(std::move(note));
    }

    // A note that another note calls is called where that one is.
    void add_nested_calls() {
        std::multimap<std::string_view, std::string_view> inner;
        for (auto const& [outer, called] : nested_) inner.emplace(outer, called);
        std::set<std::string, std::less<>> placed;
        for (auto const& call : calls_) placed.insert(call.note);
        for (std::size_t i = 0; i < calls_.size(); ++i) {
            auto const place = calls_[i].span;
            auto const [first, last] = inner.equal_range(calls_[i].note);
            for (auto at = first; at != last; ++at)
                if (placed.emplace(at->second).second) calls_.push_back({std::string(at->second), place});
        }
    }

    // By the order of the calls; a note that none can reach has no number.
    void number_notes() {
        for (auto& note : document_.notes)
            if (auto const number = numbers_.find(note.id); number != numbers_.end())
                note.number = std::to_string(number->second);
    }

    Document& document_;
    std::string_view source_;
    MarkdownBlocks blocks_;
    std::set<std::string, std::less<>> defined_;
    std::function<bool(std::string_view)> const is_label_ = [this](std::string_view label) {
        return defined_.count(label) > 0;
    };
    std::map<std::string, std::size_t> numbers_;
    std::vector<Call> calls_;
    std::vector<std::pair<std::string, std::string>> nested_;  // calls within notes: whose, and to which
    std::size_t inline_notes_ = 0;
    std::size_t counted_calls_ = 0;  // calls that name no note
    bool numbers_are_ids_ = false;
};

std::ptrdiff_t called_notes(Document const& document) {
    return std::count_if(document.notes.begin(), document.notes.end(),
                         [](SourceNote const& note) { return note.call.has_value(); });
}

}  // namespace

std::optional<Error> read_markdown(Document& document) {
    MarkdownReader reader(document);
    reader.read();
    if (!document.notes.empty() || !document.embedded.empty() || reader.has_code()) return std::nullopt;
    // Notes typed by hand, or pasted from a web page: as the text stands, or, where links and tags hide the
    // calls, as the reader sees it. Which calls lead nowhere is then to be seen anew.
    auto as_text = document;
    std::erase_if(as_text.diagnostics,
                  [](Diagnostic const& diagnostic) { return diagnostic.rule == "call-without-note"; });
    auto as_seen = as_text;
    if (auto error = read_plain_text(as_text)) return error;
    find_typed_notes(as_seen, {document.text, document.map, {}, 0});
    bool const is_seen =
        called_notes(as_seen) >= called_notes(as_text) && as_seen.notes.size() >= as_text.notes.size();
    auto& better = is_seen ? as_seen : as_text;
    if (!better.notes.empty()) document = std::move(better);
    return std::nullopt;
}

}  // namespace fonds
