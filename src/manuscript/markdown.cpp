// Markdown: note definitions and inline notes, fenced code and comments left alone.

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "manuscript/calls.hpp"
#include "manuscript/lines.hpp"
#include "manuscript/mapped_text.hpp"
#include "manuscript/markdown_inline.hpp"
#include "manuscript/markdown_metadata.hpp"
#include "manuscript/markdown_templates.hpp"
#include "manuscript/reader.hpp"

namespace fonds {
namespace {

// A paragraph that goes on with a note is indented by this (pandoc, kramdown); a marker by less.
constexpr std::size_t note_indent = 4;
constexpr std::size_t maximum_label_size = 200;

// A definition "[^id]:" and the lines of its paragraphs.
struct Definition {
    std::string id;
    Span label;  // where it stands
    std::vector<std::vector<Span>> paragraphs;
};

class BlockReader {
  public:
    explicit BlockReader(std::string_view source)
        : source_(source),
          lines_(split_lines(source, text_begin(source))),
          templates_(find_markdown_templates(source)) {
        open_quotations();
        cut_comments();
        blank_attributes();
    }

    void run() {
        std::size_t at = read_front_matter();
        while (at < lines_.size()) at = block(at);
    }

    struct Block {
        enum class Kind { text, code, blank } kind = Kind::text;
        std::vector<Span> lines;
    };
    [[nodiscard]] std::vector<Block> const& body() const { return body_; }
    [[nodiscard]] std::vector<Definition> const& definitions() const { return definitions_; }
    [[nodiscard]] bool has_code() const { return has_code_; }
    [[nodiscard]] bool has_inline_templates() const {
        return std::any_of(templates_.begin(), templates_.end(),
                           [](auto const& tag) { return tag.second.kind == MarkdownTemplate::Kind::note; });
    }
    /// YAML at the start, without the lines around it; empty where there is none.
    [[nodiscard]] Span front_matter() const { return front_matter_; }

  private:
    // YAML between "---" and "---" or "..." at the very start; gives back the line behind it.
    std::size_t read_front_matter() {
        if (lines_.empty() || trim(line_text(0)) != "---") return 0;
        for (std::size_t i = 1; i < lines_.size(); ++i)
            if (auto const text = trim(line_text(i)); text == "---" || text == "...") {
                front_matter_ = {lines_[1].span.begin, lines_[i].span.begin};
                return i + 1;
            }
        return 0;
    }

    std::size_t block(std::size_t at) {
        if (is_blank(at)) {
            body_.push_back({Block::Kind::blank, {}});
            return at + 1;
        }
        if (auto const fence = fence_of(at); !fence.empty()) return code(at, fence);
        if (auto const text = definition_text(at)) return definition(at, *text);
        if (auto const* tag = block_template(at)) return template_block(at, *tag);
        in_list_ = is_list_item(at) || (in_list_ && lines_[at].indent > 0);
        if (lines_[at].indent >= note_indent && !in_list_ && !is_quoted(at)) return indented_code(at);
        Block paragraph;
        bool const is_title = is_heading(at);
        do paragraph.lines.push_back(content_of(at++));
        while (!is_title && at < lines_.size() && (in_template(at) || goes_on(at)));
        body_.push_back(std::move(paragraph));
        return at;
    }

    // Whether a line goes on with the paragraph above it.
    [[nodiscard]] bool goes_on(std::size_t at) const {
        return !is_blank(at) && fence_of(at).empty() && !begins_definition(at) && !block_template(at) &&
               !is_list_item(at) && !is_heading(at);
    }

    // A tag at the start of a line that defines a note or is not seen.
    [[nodiscard]] MarkdownTemplate const* block_template(std::size_t line) const {
        auto const found = templates_.find(lines_[line].content);
        if (found == templates_.end() || lines_[line].blank()) return nullptr;
        auto const kind = found->second.kind;
        return kind == MarkdownTemplate::Kind::body || kind == MarkdownTemplate::Kind::drop ? &found->second
                                                                                            : nullptr;
    }

    // Whether a line begins within a note between tags, which blank lines do not end.
    [[nodiscard]] bool in_template(std::size_t line) const {
        auto const begin = lines_[line].span.begin;
        auto const behind = templates_.upper_bound(begin);
        if (behind == templates_.begin()) return false;
        auto const& tag = std::prev(behind)->second;
        return tag.kind == MarkdownTemplate::Kind::note && begin < tag.end;
    }

    // Gives back the line on which the tag ends, cut to what stands behind it.
    std::size_t template_block(std::size_t at, MarkdownTemplate const& tag) {
        if (tag.kind == MarkdownTemplate::Kind::body) {
            Definition note{std::string(slice(source_, tag.id)), tag.id, {{}}};
            if (tag.id.empty()) note.id = std::to_string(++counted_bodies_);
            for (auto line = at; line < lines_.size() && lines_[line].span.begin < tag.inner.end; ++line) {
                auto content = content_of(line);
                content = {std::max(content.begin, tag.inner.begin), std::min(content.end, tag.inner.end)};
                while (content.begin < content.end && is_ascii_space(source_[content.begin])) ++content.begin;
                if (content.begin < content.end) note.paragraphs.back().push_back(content);
                else if (!note.paragraphs.back().empty()) note.paragraphs.emplace_back();
            }
            definitions_.push_back(std::move(note));
        }
        while (at + 1 < lines_.size() && lines_[at].span.end < tag.end) ++at;
        auto& rest = lines_[at];
        rest.indent = 0;
        rest.content = std::min(tag.end, rest.span.end);
        while (rest.content < rest.span.end && is_ascii_space(source_[rest.content])) ++rest.content;
        return rest.blank() ? at + 1 : at;
    }

    // "- ", "* ", "+ ", "1. ": what is indented below belongs to the list.
    [[nodiscard]] bool is_list_item(std::size_t line) const {
        auto const text = slice(source_, {lines_[line].content, lines_[line].span.end});
        auto const digits = std::min(text.find_first_not_of("0123456789"), text.size());
        auto const marker = text.substr(digits, 2);
        return digits == 0 ? marker == "- " || marker == "* " || marker == "+ "
                           : marker == ". " || marker == ") ";
    }

    [[nodiscard]] bool is_bullet(std::size_t line) const {
        return is_list_item(line) && !is_digit(source_[lines_[line].content]);
    }

    std::size_t indented_code(std::size_t at) {
        Block block{Block::Kind::code, {}};
        for (; at < lines_.size() && !is_blank(at) && lines_[at].indent >= note_indent; ++at)
            block.lines.push_back(lines_[at].span);
        body_.push_back(std::move(block));
        return at;
    }

    // "```" or "~~~" of the opening line, or nothing.
    [[nodiscard]] std::string_view fence_of(std::size_t line) const {
        auto const text = slice(source_, {lines_[line].content, lines_[line].span.end});
        if (lines_[line].indent >= note_indent || text.empty() || (text[0] != '`' && text[0] != '~'))
            return {};
        auto const size = std::min(text.find_first_not_of(text[0]), text.size());
        if (size < 3 || (text[0] == '`' && text.find('`', size) != std::string_view::npos)) return {};
        return text.substr(0, size);
    }

    std::size_t code(std::size_t at, std::string_view fence) {
        has_code_ = true;
        bool const in_quotation = is_quoted(at);
        Block block{Block::Kind::code, {lines_[at].span}};
        for (++at; at < lines_.size() && (!in_quotation || is_quoted(at)); ++at) {
            block.lines.push_back(lines_[at].span);
            auto const text = trim(slice(
                source_, {in_quotation ? lines_[at].content : lines_[at].span.begin, lines_[at].span.end}));
            if (text.size() >= fence.size() && text.substr(0, fence.size()) == fence &&
                text.find_first_not_of(fence[0]) == std::string_view::npos) {
                ++at;
                break;
            }
        }
        body_.push_back(std::move(block));
        return at;
    }

    // Where the text of a definition begins on its line.
    [[nodiscard]] std::optional<std::size_t> definition_text(std::size_t at) const {
        auto const& line = lines_[at];
        auto const text = slice(source_, {line.content, line.span.end});
        if ((line.indent >= note_indent && !in_list_) || text.substr(0, 2) != "[^") return std::nullopt;
        auto const close = text.find(']');
        if (close == std::string_view::npos || close < 3) return std::nullopt;
        // "[^1] : texte", as the French set a colon.
        auto const colon = text.find_first_not_of(' ', close + 1);
        if (colon == std::string_view::npos || text[colon] != ':') return std::nullopt;
        if (close > maximum_label_size) return std::nullopt;
        return line.content + colon + 1;
    }

    // A line that defines a note, an address ("[a]: http://…") or a citation of MultiMarkdown ("[#a]: …").
    [[nodiscard]] bool begins_definition(std::size_t at) const {
        auto const& line = lines_[at];
        auto const text = slice(source_, {line.content, line.span.end});
        if (definition_text(at)) return true;
        auto const close = text.substr(0, maximum_label_size).find("]:");
        return line.indent < note_indent && text.starts_with('[') && close != std::string_view::npos &&
               close > 1;
    }

    std::size_t definition(std::size_t at, std::size_t text) {
        auto const& line = lines_[at];
        auto const indent = (in_list_ ? line.indent : 0) + note_indent;
        Definition out;
        out.label = {line.content + 2, source_.find(']', line.content)};
        out.id = std::string(slice(source_, out.label));
        while (text < line.span.end && (is_ascii_space(source_[text]) || source_[text] == '>')) ++text;
        out.paragraphs.push_back({{text, line.span.end}});
        for (++at; at < lines_.size();) {
            if (is_blank(at)) {
                auto next = at;
                while (next < lines_.size() && is_blank(next)) ++next;
                if (next == lines_.size() || lines_[next].indent < indent) break;
                out.paragraphs.emplace_back();
                at = next;
            } else if (begins_definition(at) || !fence_of(at).empty() || is_heading(at)) {
                break;
            }
            if (is_bullet(at)) out.paragraphs.emplace_back();
            out.paragraphs.back().push_back(content_of(at++));
        }
        definitions_.push_back(std::move(out));
        return at;
    }

    // "## Notes"; "#3" is none.
    [[nodiscard]] bool is_heading(std::size_t line) const {
        auto const text = trim(slice(source_, {lines_[line].content, lines_[line].span.end}));
        auto const behind = text.find_first_not_of('#');
        return lines_[line].indent < note_indent && text.starts_with('#') &&
               behind != std::string_view::npos && is_ascii_space(text[behind]);
    }

    // A line without indentation, quote marks and a heading's hashes.
    [[nodiscard]] Span content_of(std::size_t line) const {
        Span content{lines_[line].content, lines_[line].span.end};
        while (!content.empty() && (source_[content.begin] == '>' || source_[content.begin] == ' '))
            ++content.begin;
        auto hashes = content.begin;
        while (hashes < content.end && source_[hashes] == '#') ++hashes;
        if (hashes > content.begin && hashes < content.end && source_[hashes] == ' ')
            content.begin = hashes + 1;
        return content;
    }

    [[nodiscard]] std::string_view line_text(std::size_t line) const {
        return slice(source_, lines_[line].span);
    }
    [[nodiscard]] bool is_blank(std::size_t line) const { return lines_[line].blank(); }
    [[nodiscard]] bool is_quoted(std::size_t line) const {
        return slice(source_, {lines_[line].span.begin, lines_[line].content}).find('>') !=
               std::string_view::npos;
    }

    // What stands behind the ">" of a quotation is read as elsewhere.
    void open_quotations() {
        for (auto& line : lines_)
            while (line.indent < note_indent && !line.blank() && source_[line.content] == '>') {
                auto const text = std::min(source_.find_first_not_of(" \t", line.content + 1), line.span.end);
                line.indent = text - line.content - 1;
                if (line.indent > 0) --line.indent;  // one space belongs to the mark
                line.content = text;
            }
    }

    // Lines of a comment are blank, a line that one ends or begins on keeps the rest of its text. A comment
    // within a line stays for the inline reader, which drops it.
    void cut_comments() {
        std::size_t line = 0;
        for (auto at = source_.find("<!--"); at != std::string_view::npos; at = source_.find("<!--", at)) {
            auto const close = source_.find("-->", at);
            if (close == std::string_view::npos) return;
            auto const end = close + 3;
            while (line < lines_.size() && lines_[line].next <= at) ++line;
            for (auto i = line; i < lines_.size() && lines_[i].span.begin < end; ++i) {
                auto& cut = lines_[i];
                if (cut.content >= at && cut.content < end) {
                    cut.content = std::min(end, cut.span.end);
                    while (cut.content < cut.span.end && is_ascii_space(source_[cut.content])) ++cut.content;
                } else if (cut.content < at && cut.span.end <= end) {
                    cut.span.end = at;
                }
            }
            at = end;
        }
    }

    // Attributes of kramdown ("{: .note}") and the fences of pandoc's divisions (":::") are no text.
    void blank_attributes() {
        for (auto& line : lines_) {
            auto const text = trim(slice(source_, {line.content, line.span.end}));
            if ((text.starts_with("{:") && text.ends_with("}")) || text.starts_with(":::"))
                line.content = line.span.end;
        }
    }

    std::string_view source_;
    std::vector<Line> lines_;
    std::vector<Block> body_;
    std::vector<Definition> definitions_;
    std::map<std::size_t, MarkdownTemplate> templates_;
    Span front_matter_;
    std::size_t counted_bodies_ = 0;
    bool has_code_ = false;
    bool in_list_ = false;
};

class MarkdownReader {
  public:
    explicit MarkdownReader(Document& document)
        : document_(document), source_(document.parts.front().bytes), blocks_(source_) {}

    void read() {
        blocks_.run();
        if (!blocks_.front_matter().empty()) read_markdown_metadata(document_, blocks_.front_matter());
        for (auto const& definition : blocks_.definitions()) defined_.insert(definition.id);
        numbers_are_ids_ = source_.find("^[") == std::string_view::npos &&
                           source_.find("\\footnote{") == std::string_view::npos &&
                           !blocks_.has_inline_templates() &&
                           std::all_of(defined_.begin(), defined_.end(),
                                       [](std::string const& id) { return is_all_digits(id); });
        report_spaced_labels();
        add_body();
        for (auto const& definition : blocks_.definitions()) add_definition(definition);
        add_nested_calls();
        link_calls(document_, calls_);
        number_notes();
        order_by_calls(document_);
    }
    [[nodiscard]] bool has_code() const { return blocks_.has_code(); }

  private:
    void add_body() {
        MappedText text;
        MarkdownEvents events;
        events.citations = &document_.embedded;
        events.raise_digits = blocks_.definitions().empty();
        events.is_label = is_label_;
        events.call = [&](std::string_view id, Span source) { add_call(std::string(id), source, text); };
        events.inline_note = [&](MarkdownBlock const& content, Span source) {
            auto const id = concat("inline-", std::to_string(++inline_notes_));
            add_call(id, source, text);
            add_note(id, content.paragraphs());
        };
        for (auto const& block : blocks_.body()) {
            if (block.kind == BlockReader::Block::Kind::code) {
                for (auto const line : block.lines) {
                    text.copy(source_, line);
                    text.put("\n", {line.end, line.end});
                }
            } else if (block.kind == BlockReader::Block::Kind::text) {
                MarkdownBlock lines(source_);
                for (auto const line : block.lines) lines.add_line(line);
                append_markdown(text, lines, events);
                text.paragraph({block.lines.back().end, block.lines.back().end});
            }
        }
        auto finished = text.finish_untrimmed();
        document_.text = std::move(finished.text);
        document_.map = std::move(finished.map);
    }

    // PHP Markdown, MultiMarkdown, Hugo and others take them; pandoc, GitHub and kramdown print them as text.
    void report_spaced_labels() {
        for (auto const& definition : blocks_.definitions())
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
        auto& number = numbers_[id];
        if (number == 0) number = numbers_.size();
        return std::to_string(number);
    }

    void add_definition(Definition const& definition) {
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
    BlockReader blocks_;
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
    auto& better = called_notes(as_seen) > called_notes(as_text) ? as_seen : as_text;
    if (!better.notes.empty()) document = std::move(better);
    return std::nullopt;
}

}  // namespace fonds
