// A place in LaTeX text that moves over names, options and arguments.

#include "manuscript/latex_cursor.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "manuscript/latex_effects.hpp"

namespace fonds {
namespace {

// How far an optional argument and an address may reach.
constexpr std::size_t maximum_option = 2000;
constexpr std::size_t maximum_address = 4000;

constexpr std::array<std::string_view, 6> verbatim_environments = {"verbatim",   "verbatim*", "Verbatim",
                                                                   "lstlisting", "minted",    "comment"};

}  // namespace

bool is_verbatim_environment(std::string_view name) { return contains(verbatim_environments, name); }

LatexCursor::Name LatexCursor::name_at(std::size_t at) const {
    Name name;
    name.begin = at;
    auto end = at + 1;
    while (end < end_ && (is_ascii_letter(source_[end]) || source_[end] == '@')) ++end;
    if (end == at + 1 && end < end_) ++end;
    name.text = source_.substr(at + 1, end - at - 1);
    name.has_star = end < end_ && source_[end] == '*' && is_ascii_letter(source_[end - 1]);
    name.end = name.has_star ? end + 1 : end;
    return name;
}

std::size_t LatexCursor::name_end(Name const& name) const {
    auto end = name.end;
    if (source_.substr(end, 2) == "{}") return std::min(end + 2, end_);
    while (end < end_ && (source_[end] == ' ' || source_[end] == '\t')) ++end;
    return end;
}

std::optional<Span> LatexCursor::skip_option() {
    if (at_ >= end_ || source_[at_] != '[') return std::nullopt;
    auto const close = closing_bracket();
    if (!close) return std::nullopt;
    Span const inner{at_ + 1, *close};
    at_ = *close + 1;
    return inner;
}

// The partner of the bracket at `at_`, as newer commands take their options (xparse, "o"): "[a [b] c]". Where
// it has none in its paragraph, the first that closes: older commands take no other.
std::optional<std::size_t> LatexCursor::closing_bracket() const {
    std::optional<std::size_t> first;
    std::size_t braces = 0, brackets = 1;
    auto const limit = std::min(end_, at_ + maximum_option);
    for (auto at = at_ + 1; at < limit; ++at) {
        auto const c = source_[at];
        if (c == '\\') ++at;
        else if (c == '{') ++braces;
        else if (c == '}' && braces > 0) --braces;
        else if (c == '\n' && first && at + 1 < limit && source_[at + 1] == '\n') return first;
        else if (braces > 0) continue;
        else if (c == '[') ++brackets;
        else if (c == ']') {
            if (!first) first = at;
            if (--brackets == 0) return at;
        }
    }
    return first;
}

bool LatexCursor::skip_options() {
    bool found = false;
    while (skip_option()) found = true;
    return found;
}

std::optional<std::size_t> LatexCursor::argument_ahead() const {
    auto at = at_;
    // "\\footnote%" keeps the end of its line out of the text.
    while (at < end_ && (is_ascii_space(source_[at]) || source_[at] == '%'))
        at = source_[at] == '%' ? std::min(source_.find('\n', at), end_) : at + 1;
    if (at >= end_ || source_[at] != '{') return std::nullopt;
    return at;
}

std::optional<Span> LatexCursor::skip_argument() {
    auto const open = argument_ahead();
    if (!open) return std::nullopt;
    auto const close = closing_brace(*open);
    if (!close) return std::nullopt;
    at_ = *close + 1;
    return Span{*open + 1, *close};
}

bool LatexCursor::enter_argument() {
    auto const open = argument_ahead();
    if (open) at_ = *open + 1;
    return open.has_value();
}

std::optional<std::size_t> LatexCursor::closing_brace(std::size_t open) {
    if (!braces_matched_) match_braces();
    auto const found = braces_.find(open);
    if (found == braces_.end() || found->second >= end_) return std::nullopt;
    return found->second;
}

std::size_t LatexCursor::find_outside_comments(std::string_view wanted) const {
    for (auto at = source_.find(wanted); at != std::string_view::npos; at = source_.find(wanted, at)) {
        auto const begin = source_.rfind('\n', at) + 1;  // 0 where there is none
        if (source_.substr(begin, at - begin).find('%') == std::string_view::npos) return at;
        at = std::min(source_.find('\n', at), source_.size());
    }
    return std::string_view::npos;
}

// The last byte of what a backslash begins: an escape, an address or verbatim text, in which braces and per
// cent signs are no mark-up.
std::size_t LatexCursor::past_literal(std::size_t at) {
    auto const name = name_at(at);
    bool const is_address = latex_effect(name.text).command == LatexCommand::verbatim || name.text == "href";
    if (is_address && source_.substr(name.end, 1) == "{") {
        std::size_t depth = 0;
        auto const limit = std::min(source_.size(), name.end + maximum_address);
        for (auto end = name.end; end < limit && source_[end] != '\n'; ++end) {
            if (source_[end] == '\\') {
                ++end;
            } else if (source_[end] == '{') {
                ++depth;
            } else if (source_[end] == '}' && --depth == 0) {
                braces_[name.end] = end;
                return end;
            }
        }
    }
    if (name.text == "verb" && name.end < source_.size()) {
        auto const close = source_.find(source_[name.end], name.end + 1);
        return close == std::string_view::npos ? name.end : close;
    }
    if (name.text == "begin")
        for (auto const environment : verbatim_environments) {
            if (source_.substr(name.end, environment.size() + 2) != concat("{", environment, "}")) continue;
            braces_[name.end] = name.end + environment.size() + 1;
            auto const close = source_.find(concat("\\end{", environment, "}"), name.end);
            return close == std::string_view::npos ? source_.size() : close - 1;
        }
    return at + 1;
}

void LatexCursor::match_braces() {
    braces_matched_ = true;
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < source_.size(); ++at) {
        char const c = source_[at];
        if (c == '\\') {
            at = past_literal(at);
        } else if (c == '%') {
            at = std::min(source_.find('\n', at), source_.size());
        } else if (c == '{') {
            open.push_back(at);
        } else if (c == '}' && !open.empty()) {
            braces_[open.back()] = at;
            open.pop_back();
        }
    }
}

}  // namespace fonds
