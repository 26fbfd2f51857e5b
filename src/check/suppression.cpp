// Comments in a manuscript that silence rules.

#include <algorithm>
#include <fonds/check.hpp>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "check/rule.hpp"

namespace fonds {
namespace {

using namespace checking;

/// A comment "fonds: ignore …".
struct Comment {
    Span span;                       ///< from "fonds:" to the end of the names
    std::vector<std::string> names;  ///< none: all rules
    bool whole_file = false;
    std::size_t line = 0;    ///< where it stands
    std::size_t target = 0;  ///< the line it is for
    bool used = false;
};

// Line numbers, from 0, of byte offsets.
class Lines {
  public:
    explicit Lines(std::string_view text) : text_(text) {
        begins_.push_back(0);
        for (std::size_t at = 0; at < text.size(); ++at)
            if (text[at] == '\n') begins_.push_back(at + 1);
    }
    [[nodiscard]] std::size_t of(std::size_t offset) const {
        return static_cast<std::size_t>(std::upper_bound(begins_.begin(), begins_.end(), offset) -
                                        begins_.begin()) -
               1;
    }
    [[nodiscard]] std::string_view line(std::size_t number) const {
        auto const begin = begins_[number];
        auto const end = number + 1 < begins_.size() ? begins_[number + 1] : text_.size();
        return text_.substr(begin, end - begin);
    }
    [[nodiscard]] std::size_t next_with_text(std::size_t number) const {
        for (auto next = number + 1; next < begins_.size(); ++next)
            if (!trim(line(next)).empty()) return next;
        return number;
    }

  private:
    std::string_view text_;
    std::vector<std::size_t> begins_;
};

constexpr std::string_view key = "fonds: ignore";

// The opening of a comment directly before `at`: "<!-- " or "% ".
std::size_t comment_begin(std::string_view bytes, std::size_t at, std::string_view opening) {
    auto begin = at;
    while (begin > 0 && (bytes[begin - 1] == ' ' || bytes[begin - 1] == '\t')) --begin;
    return bytes.substr(0, begin).ends_with(opening) ? begin - opening.size() : std::string_view::npos;
}

std::vector<std::string> names_in(std::string_view text) {
    std::vector<std::string> names;
    auto const separated = replace_all(text, ",", " ");
    for (auto const piece : split(separated, ' '))
        if (auto const name = trim(piece); !name.empty()) names.emplace_back(name);
    return names;
}

std::vector<Comment> find_comments(Document const& document, Lines const& lines) {
    bool const is_tex = document.format == "tex";
    std::string_view const opening = is_tex ? "%" : "<!--";
    std::string_view const bytes = document.parts.front().bytes;
    std::vector<Comment> comments;
    for (auto at = bytes.find(key); at != std::string_view::npos; at = bytes.find(key, at + 1)) {
        auto const begin = comment_begin(bytes, at, opening);
        if (begin == std::string_view::npos) continue;
        auto rest = bytes.substr(at + key.size());
        auto end = std::min(rest.find('\n'), rest.size());
        if (!is_tex) end = std::min(end, rest.find("-->"));
        Comment comment;
        comment.span = {at, at + key.size() + end};
        rest = rest.substr(0, end);
        comment.whole_file = rest.starts_with("-file");
        if (comment.whole_file) rest.remove_prefix(std::string_view("-file").size());
        comment.names = names_in(rest);
        comment.line = lines.of(at);
        auto const line = lines.line(comment.line);
        auto const after = comment.span.end + (is_tex ? 0 : std::string_view("-->").size());
        auto const line_begin = static_cast<std::size_t>(line.data() - bytes.data());
        bool const alone = trim(bytes.substr(line_begin, begin - line_begin)).empty() &&
                           (after >= line_begin + line.size() ||
                            trim(bytes.substr(after, line_begin + line.size() - after)).empty());
        comment.target = alone ? lines.next_with_text(comment.line) : comment.line;
        comments.push_back(std::move(comment));
    }
    return comments;
}

// The lines that a finding belongs to: those of its note, or its own; none for a note of another file that
// the text takes in.
std::optional<std::pair<std::size_t, std::size_t>> lines_of(Document const& document,
                                                            Diagnostic const& finding, Lines const& lines) {
    Span span = finding.span;
    if (finding.note < document.notes.size()) {
        auto const& note = document.notes[finding.note];
        auto const place = note.map.to_source({0, note.text.size()});
        if (place && place->part != 0) return std::nullopt;
        if (place) span = place->span;
    }
    return std::pair(lines.of(span.begin), lines.of(span.end > span.begin ? span.end - 1 : span.begin));
}

bool names_rule(Comment const& comment, std::string_view id) {
    if (comment.names.empty()) return true;
    CheckOptions options;
    options.select = comment.names;
    auto const* rule = find_rule(id);
    return Selection(options).chooses(id, rule ? rule->family : std::string_view());
}

// Behind every line: comments for lines do not reach it.
constexpr auto no_line = static_cast<std::size_t>(-1);

// Marks the comments that silence the finding. `comments` are in the order of their lines, and so of the
// lines they are for.
bool silence(std::vector<Comment>& comments, Document const& document, Diagnostic const& finding,
             Lines const& lines) {
    auto const own_lines = lines_of(document, finding, lines);
    auto const [first, last] = own_lines.value_or(std::pair(no_line, std::size_t{0}));
    auto at = std::partition_point(comments.begin(), comments.end(), [first = first](Comment const& comment) {
        return !comment.whole_file && comment.target < first;
    });
    bool silenced = false;
    for (; at != comments.end(); ++at) {
        if (!at->whole_file && at->line > last) {
            at = std::partition_point(at, comments.end(),
                                      [](Comment const& comment) { return !comment.whole_file; });
            if (at == comments.end()) break;
        }
        if (names_rule(*at, finding.rule)) at->used = silenced = true;
    }
    return silenced;
}

// Why a comment silences nothing; empty where the options leave out what it is for.
std::string why_unused(Comment const& comment, Selection const& selection) {
    for (auto const& name : comment.names) {
        CheckOptions named;
        named.select = {name};
        if (!unknown_rules(named).empty())
            return concat("“", name,
                          "” is no rule, so that this comment silences nothing; `fonds rules` lists them");
        auto const* rule = find_rule(name);
        if (rule && !selection.chooses(rule->id, rule->family)) return {};
    }
    return "this comment silences nothing any more; delete it";
}

}  // namespace

Suppressed suppress(Document const& document, std::vector<Diagnostic> findings, CheckOptions const& options) {
    Suppressed result;
    bool const has_comments = document.format == "md" || document.format == "html" ||
                              document.format == "tex" || document.format == "tei";
    if (!has_comments || document.parts.empty() ||
        document.parts.front().bytes.find(key) == std::string::npos) {
        result.findings = std::move(findings);
        return result;
    }
    Lines const lines(document.parts.front().bytes);
    auto comments = find_comments(document, lines);
    std::stable_partition(comments.begin(), comments.end(),
                          [](Comment const& comment) { return !comment.whole_file; });
    for (auto& finding : findings) {
        bool const silenced = silence(comments, document, finding, lines);
        (silenced ? result.silenced : result.findings).push_back(std::move(finding));
    }
    constexpr std::string_view unused = "unused-suppression";
    Selection const selection(options);
    if (!selection.chooses(unused, "reading")) return result;
    for (auto const& comment : comments) {
        auto message = comment.used ? std::string() : why_unused(comment, selection);
        if (!message.empty())
            result.findings.push_back({std::string(unused),
                                       selection.severity(unused, Severity::note),
                                       std::move(message),
                                       no_note,
                                       comment.span,
                                       {},
                                       {}});
    }
    return result;
}

}  // namespace fonds
