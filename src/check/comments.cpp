// Comments of a manuscript that silence rules.

#include "check/comments.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

constexpr std::string_view key = "fonds: ignore";
constexpr std::string_view of_file = "-file";

// Where the comment opens whose text begins at `at`: "<!-- ", "% ".
std::size_t comment_begin(std::string_view bytes, std::size_t at, std::string_view opening) {
    while (at > 0 && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) --at;
    return bytes.substr(0, at).ends_with(opening) ? at - opening.size() : std::string_view::npos;
}

std::vector<std::string> names_in(std::string_view text) {
    std::vector<std::string> names;
    auto const separated = replace_all(text, ",", " ");
    for (auto const piece : split(separated, ' '))
        if (auto const name = trim(piece); !name.empty()) names.emplace_back(name);
    return names;
}

bool names_rule(Comment const& comment, std::string_view id) {
    if (comment.names.empty()) return true;
    CheckOptions options;
    options.select = comment.names;
    auto const* rule = find_rule(id);
    return Selection(options).chooses(id, rule ? rule->family : std::string_view());
}

}  // namespace

std::string_view comment_opening(std::string_view format) {
    if (format == "tex") return "%";
    if (format == "md" || format == "html" || format == "tei") return "<!--";
    return {};
}

Comments::Comments(std::string_view bytes, std::string_view opening)
    : bytes_(bytes), opening_(opening), closing_(opening == "<!--" ? "-->" : "\n") {
    for (auto at = bytes.find(key); at != std::string_view::npos; at = bytes.find(key, at + 1)) {
        auto const begin = comment_begin(bytes, at, opening);
        if (begin == std::string_view::npos) continue;
        if (lines_.empty()) lines_ = split_lines(bytes);
        comments_.push_back(read(begin, at));
    }
    auto const for_lines = std::stable_partition(comments_.begin(), comments_.end(),
                                                 [](Comment const& comment) { return !comment.whole_file; });
    for_lines_ = static_cast<std::size_t>(for_lines - comments_.begin());
}

// The comment that opens at `begin` and whose text begins at `at`.
Comment Comments::read(std::size_t begin, std::size_t at) const {
    Comment comment;
    comment.line = line_of(at);
    auto const& line = lines_[comment.line];
    auto const end = std::min(bytes_.find(closing_, at), line.span.end);
    comment.span = {at, end};
    auto text = slice(bytes_, {at + key.size(), std::max(at + key.size(), end)});
    comment.whole_file = text.starts_with(of_file);
    if (comment.whole_file) text.remove_prefix(of_file.size());
    comment.names = names_in(text);
    auto const before = slice(bytes_, {line.span.begin, begin});
    auto const behind = std::min(end + closing_.size(), line.span.end);
    bool const is_alone = trim(before).empty() && trim(slice(bytes_, {behind, line.span.end})).empty();
    comment.target = is_alone ? next_with_text(comment.line) : comment.line;
    return comment;
}

std::size_t Comments::line_of(std::size_t offset) const {
    auto const next = std::upper_bound(lines_.begin(), lines_.end(), offset,
                                       [](std::size_t at, Line const& line) { return at < line.span.begin; });
    return static_cast<std::size_t>(next - lines_.begin()) - 1;
}

std::size_t Comments::next_with_text(std::size_t line) const {
    for (auto next = line + 1; next < lines_.size(); ++next)
        if (!lines_[next].blank()) return next;
    return line;
}

bool Comments::silence(Span span, std::string_view rule) {
    bool silenced = silence_all(rule);
    if (for_lines_ == 0) return silenced;
    auto const first = line_of(span.begin);
    auto const last = line_of(span.empty() ? span.begin : span.end - 1);
    auto const end = comments_.begin() + static_cast<std::ptrdiff_t>(for_lines_);
    auto at = std::partition_point(comments_.begin(), end,
                                   [&](Comment const& comment) { return comment.target < first; });
    for (; at != end && at->line <= last; ++at)
        if (names_rule(*at, rule)) at->used = silenced = true;
    return silenced;
}

bool Comments::silence_all(std::string_view rule) {
    bool silenced = false;
    for (auto at = for_lines_; at < comments_.size(); ++at)
        if (names_rule(comments_[at], rule)) comments_[at].used = silenced = true;
    return silenced;
}

}  // namespace fonds::checking
