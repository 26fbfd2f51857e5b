// The lines of a Markdown text as blocks: paragraphs, code, definitions of notes.

#include "manuscript/markdown_blocks.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.hpp"
#include "manuscript/lines.hpp"
#include "manuscript/markdown_templates.hpp"
#include "manuscript/reader.hpp"

namespace fonds {
namespace {

// A paragraph that goes on with a note is indented by this (pandoc, kramdown); a marker by less.
constexpr std::size_t note_indent = 4;
constexpr std::size_t maximum_label_size = 200;

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

    MarkdownBlocks run() {
        std::size_t at = read_front_matter();
        while (at < lines_.size()) at = block(at);
        out_.has_inline_templates = std::any_of(templates_.begin(), templates_.end(), [](auto const& tag) {
            return tag.second.kind == MarkdownTemplate::Kind::note;
        });
        return std::move(out_);
    }

  private:
    // YAML between "---" and "---" or "..." at the very start; gives back the line behind it.
    std::size_t read_front_matter() {
        if (lines_.empty() || trim(line_text(0)) != "---") return 0;
        for (std::size_t i = 1; i < lines_.size(); ++i)
            if (auto const text = trim(line_text(i)); text == "---" || text == "...") {
                out_.front_matter = {lines_[1].span.begin, lines_[i].span.begin};
                for (std::size_t line = 1; line < i;) line = metadata_value(line, i);
                return i + 1;
            }
        return 0;
    }

    // "title: The War^[A note.]": the value with the lines that go on with it, where it may have a note.
    std::size_t metadata_value(std::size_t line, std::size_t end) {
        auto first = content_of(line);
        auto const text = slice(source_, first);
        if (auto const colon = text.find(": "); colon < text.find_first_of(" \"'[")) first.begin += colon + 1;
        while (!first.empty() && is_ascii_space(source_[first.begin])) ++first.begin;
        MarkdownPart part{MarkdownPart::Kind::text, {first}};
        for (++line; line < end && lines_[line].indent > 0 && !is_list_item(line); ++line)
            part.lines.push_back(content_of(line));
        auto& begin = part.lines.front().begin;
        auto& last = part.lines.back();
        for (char const quote : {'"', '\''})
            if (last.end > begin + 1 && source_[begin] == quote && source_[last.end - 1] == quote) {
                ++begin;
                --last.end;
            }
        auto const value = slice(source_, {begin, last.end});
        if (value.find("^[") != value.npos || value.find("[^") != value.npos)
            out_.metadata.push_back(std::move(part));
        return line;
    }

    std::size_t block(std::size_t at) {
        if (is_blank(at)) {
            out_.body.push_back({MarkdownPart::Kind::blank, {}});
            return at + 1;
        }
        if (auto const fence = fence_of(at); !fence.empty()) return code(at, fence);
        if (auto const text = definition_text(at)) return definition(at, *text);
        if (auto const* tag = block_template(at)) return template_block(at, *tag);
        in_list_ = is_list_item(at) || (in_list_ && lines_[at].indent > 0);
        if (lines_[at].indent >= note_indent && !in_list_ && !is_quoted(at)) return indented_code(at);
        MarkdownPart paragraph;
        bool const is_title = is_heading(at);
        do paragraph.lines.push_back(content_of(at++));
        while (!is_title && at < lines_.size() && (in_template(at) || goes_on(at)));
        out_.body.push_back(std::move(paragraph));
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
            MarkdownDefinition note{std::string(slice(source_, tag.id)), tag.id, {{}}};
            if (tag.id.empty()) note.id = std::to_string(++counted_bodies_);
            for (auto line = at; line < lines_.size() && lines_[line].span.begin < tag.inner.end; ++line) {
                auto content = content_of(line);
                content = {std::max(content.begin, tag.inner.begin), std::min(content.end, tag.inner.end)};
                while (content.begin < content.end && is_ascii_space(source_[content.begin])) ++content.begin;
                if (content.begin < content.end) note.paragraphs.back().push_back(content);
                else if (!note.paragraphs.back().empty()) note.paragraphs.emplace_back();
            }
            out_.definitions.push_back(std::move(note));
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
        MarkdownPart block{MarkdownPart::Kind::code, {}};
        for (; at < lines_.size() && !is_blank(at) && lines_[at].indent >= note_indent; ++at)
            block.lines.push_back(lines_[at].span);
        out_.body.push_back(std::move(block));
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
        out_.has_code = true;
        bool const in_quotation = is_quoted(at);
        MarkdownPart block{MarkdownPart::Kind::code, {lines_[at].span}};
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
        out_.body.push_back(std::move(block));
        return at;
    }

    // "[#Westad2005]: Odd Arne Westad, …" of MultiMarkdown; "[#12]: https://…" is where a link leads.
    static bool names_work(std::string_view label, std::string_view text) {
        auto const first = trim(text).substr(0, trim(text).find(' '));
        return !is_all_digits(label) && !first.starts_with('<') && first.find(':') == std::string_view::npos;
    }

    // Where the text of a definition begins on its line.
    [[nodiscard]] std::optional<std::size_t> definition_text(std::size_t at) const {
        auto const& line = lines_[at];
        auto const text = slice(source_, {line.content, line.span.end});
        bool const is_citation = text.starts_with("[#");
        if ((line.indent >= note_indent && !in_list_) || !(is_citation || text.starts_with("[^")))
            return std::nullopt;
        auto const close = text.find(']');
        if (close == std::string_view::npos || close < 3) return std::nullopt;
        // "[^1] : texte", as the French set a colon.
        auto const colon = text.find_first_not_of(' ', close + 1);
        if (colon == std::string_view::npos || text[colon] != ':') return std::nullopt;
        if (close > maximum_label_size) return std::nullopt;
        if (is_citation && !names_work(text.substr(2, close - 2), text.substr(colon + 1)))
            return std::nullopt;
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
        MarkdownDefinition out;
        bool const is_citation = source_[line.content + 1] == '#';
        out.label = {line.content + (is_citation ? 1 : 2), source_.find(']', line.content)};
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
        out_.definitions.push_back(std::move(out));
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
    MarkdownBlocks out_;
    std::map<std::size_t, MarkdownTemplate> templates_;
    std::size_t counted_bodies_ = 0;
    bool in_list_ = false;
};

}  // namespace

MarkdownBlocks read_markdown_blocks(std::string_view source) { return BlockReader(source).run(); }

}  // namespace fonds
