// Where inline mark-up of Markdown stands, found before any text is read.

#include "manuscript/markdown_scanner.hpp"

#include <algorithm>
#include <optional>

#include "manuscript/markdown_templates.hpp"
#include "manuscript/note_marks.hpp"

namespace fonds {
namespace {

// How far a link's destination, a tag or an attribute list may reach; longer ones are no mark-up.
constexpr std::size_t maximum_markup = 2000;
constexpr std::string_view escapable = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

// Finds mark-up in one pass, so that emission needs no second guess.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text), templates_(find_markdown_templates(text)) {}

    ScannedMarkdown run() {
        find_literals();
        match_brackets();
        for (auto const* mark : {"==", "~~"}) find_pairs(mark);
        for (std::size_t at = 0; at < text_.size();) {
            auto const known = markup_.find(at);
            if (known != markup_.end()) {
                at = std::max(known->second.end, at + 1);
                continue;
            }
            char const c = text_[at];
            if (c == '*' || c == '_') {
                auto end = at;
                while (end < text_.size() && text_[end] == c) ++end;
                runs_.push_back({at, end - at});
                at = end;
            } else {
                ++at;
            }
        }
        return {std::move(markup_), std::move(runs_)};
    }

  private:
    // Escapes, code and tags: within them nothing else is mark-up.
    void find_literals() {
        find_code_ends();
        for (std::size_t at = 0; at < text_.size();) {
            auto const end = literal_end(at);
            at = end > at ? end : at + 1;
        }
    }

    // Places of backtick runs by their length.
    void find_code_ends() {
        for (std::size_t at = 0; at < text_.size();) {
            auto end = at;
            while (end < text_.size() && text_[end] == '`') ++end;
            if (end > at) ticks_[end - at].push_back(at);
            at = std::max(end, at + 1);
        }
    }

    // "\footnote{text}", which pandoc hands on to LaTeX.
    std::size_t latex_note(std::size_t at) {
        constexpr std::string_view command = "\\footnote{";
        if (!text_.substr(at).starts_with(command)) return at;
        if (!braces_) find_braces();
        auto const open = at + command.size() - 1;
        auto const close = braces_->find(open);
        if (close == braces_->end()) return at;
        markup_[at] = {MarkdownMarkup::Kind::inline_note, close->second + 1, {open + 1, close->second}};
        return markup_[at].end;
    }

    // Where each opening brace closes.
    void find_braces() {
        braces_.emplace();
        std::vector<std::size_t> open;
        for (std::size_t at = 0; at < text_.size(); ++at) {
            if (text_[at] == '\\') ++at;
            else if (text_[at] == '{') open.push_back(at);
            else if (text_[at] == '}' && !open.empty()) {
                braces_->emplace(open.back(), at);
                open.pop_back();
            }
        }
    }

    std::size_t literal_end(std::size_t at) {
        char const c = text_[at];
        if (c == '\\' && at + 1 < text_.size()) {
            if (auto const end = latex_note(at); end > at) return end;
            bool const is_break = text_[at + 1] == '\n';
            if (!is_break && escapable.find(text_[at + 1]) == std::string_view::npos) return at;
            markup_[at] = {is_break ? MarkdownMarkup::Kind::drop : MarkdownMarkup::Kind::escape,
                           at + (is_break ? 1 : 2),
                           {at + 1, at + 2}};
            return markup_[at].end;
        }
        if (c == '`') return code(at);
        if (c == '<') return tag(at);
        if (c == '%') return comment(at);
        if (c == '{') return template_tag(at);
        if (c == '$') return formula(at);
        return at;
    }

    // "{{< sidenote >}}…{{< /sidenote >}}", "{% fn 1 %}", "{% cite key %}". Bodies of notes stand on lines of
    // their own.
    std::size_t template_tag(std::size_t at) {
        auto const found = templates_.find(at);
        if (found == templates_.end()) return at;
        auto const& tag = found->second;
        using Kind = MarkdownMarkup::Kind;
        switch (tag.kind) {
            case MarkdownTemplate::Kind::call: markup_[at] = {Kind::call, tag.end, tag.id}; break;
            case MarkdownTemplate::Kind::note: markup_[at] = {Kind::inline_note, tag.end, tag.inner}; break;
            case MarkdownTemplate::Kind::cite: markup_[at] = {Kind::key_tag, tag.end, tag.inner}; break;
            case MarkdownTemplate::Kind::drop: markup_[at] = {Kind::drop, tag.end, {}}; break;
            case MarkdownTemplate::Kind::body: return at;
        }
        return tag.end;
    }

    // "%%…%%", which Obsidian does not show.
    std::size_t comment(std::size_t at) {
        if (text_.substr(at, 2) != "%%") return at;
        auto const close = text_.find("%%", at + 2);
        if (close == std::string_view::npos) return at;
        markup_[at] = {MarkdownMarkup::Kind::drop, close + 2, {}};
        return close + 2;
    }

    // "$$x^[2]$$": in a formula nothing else is mark-up.
    std::size_t formula(std::size_t at) {
        auto const close = text_.substr(at, 2) == "$$" ? text_.find("$$", at + 2) : std::string_view::npos;
        if (close == std::string_view::npos) return at;
        markup_[at] = {MarkdownMarkup::Kind::code, close + 2, {at, close + 2}};
        return close + 2;
    }

    // "==marked==", "~~struck~~": the signs, each of which touches the words on its inner side alone.
    void find_pairs(std::string_view mark) {
        auto open = std::string_view::npos;
        for (auto at = text_.find(mark); at != std::string_view::npos;
             at = text_.find(mark, at + mark.size())) {
            auto const end = at + mark.size();
            bool const touches_before = at > 0 && !is_ascii_space(text_[at - 1]);
            bool const touches_behind = end < text_.size() && !is_ascii_space(text_[end]);
            bool const follows_word = touches_before && is_markdown_word(text_[at - 1]);
            bool const leads_word = touches_behind && is_markdown_word(text_[end]);
            if (open != std::string_view::npos && touches_before && !leads_word) {
                for (auto const sign : {open, at})
                    markup_.try_emplace(sign,
                                        MarkdownMarkup{MarkdownMarkup::Kind::drop, sign + mark.size(), {}});
                open = std::string_view::npos;
            } else if (touches_behind && !follows_word) {
                open = at;
            }
        }
    }

    std::size_t code(std::size_t at) {
        auto end = at;
        while (end < text_.size() && text_[end] == '`') ++end;
        auto const& places = ticks_[end - at];
        auto const close = std::lower_bound(places.begin(), places.end(), end);
        if (close == places.end()) return end;
        markup_[at] = {MarkdownMarkup::Kind::code, *close + (end - at), {end, *close}};
        return markup_[at].end;
    }

    // "<https://…>" shows its address, a tag nothing.
    std::size_t tag(std::size_t at) {
        if (text_.substr(at, 4) == "<!--") {
            // Once there is no end, there is none for a later beginning.
            auto const end = has_comment_end_ ? text_.find("-->", at) : std::string_view::npos;
            has_comment_end_ = end != std::string_view::npos;
            if (!has_comment_end_) return at;
            markup_[at] = {MarkdownMarkup::Kind::drop, end + 3, {}};
            return end + 3;
        }
        auto const name = at + (text_.substr(at + 1, 1) == "/" ? 2 : 1);
        bool const is_tag = name < text_.size() && is_ascii_letter(text_[name]);
        auto const close = is_tag ? text_.substr(at, maximum_markup).find('>') : std::string_view::npos;
        if (close == std::string_view::npos) return at;
        auto const inner = text_.substr(at + 1, close - 1);
        bool const is_address =
            inner.find_first_of(" \n") == std::string_view::npos &&
            (inner.find(':') != std::string_view::npos || inner.find('@') != std::string_view::npos);
        markup_[at] = {is_address ? MarkdownMarkup::Kind::code : MarkdownMarkup::Kind::drop,
                       at + close + 1,
                       {at + 1, at + close}};
        return markup_[at].end;
    }

    void match_brackets() {
        std::vector<std::size_t> open;
        for (std::size_t at = 0; at < text_.size();) {
            auto const known = markup_.find(at);
            if (known != markup_.end()) {
                at = known->second.end;
                continue;
            }
            if (text_[at] == '[') {
                open.push_back(at);
            } else if (text_[at] == ']' && !open.empty()) {
                auto const begin = open.back();
                open.pop_back();
                look_into_brackets(at);
                if (!open.empty() && open.back() + 1 == begin && is_page_link(begin, at)) {
                    open.pop_back();
                    at = page_link(begin, at);
                } else {
                    at = std::max(at + 1, bracket(begin, at));
                }
                continue;
            }
            ++at;
        }
    }

    // "[[page]]", "[[page|words]]", as wikis and Obsidian link; with an address behind it, it is another
    // link.
    [[nodiscard]] bool is_page_link(std::size_t begin, std::size_t close) const {
        return text_.substr(close, 2) == "]]" && close - begin <= maximum_markup &&
               suffix_end(close + 2) == close + 2;
    }
    std::size_t page_link(std::size_t begin, std::size_t close) {
        auto const bar = text_.substr(begin, close - begin).find('|');
        auto const words = bar == std::string_view::npos ? begin + 1 : begin + bar + 1;
        bool const is_image = begin > 1 && text_[begin - 2] == '!';
        auto const from = is_image ? begin - 2 : begin - 1;
        markup_[from] = {MarkdownMarkup::Kind::drop, is_image ? close + 2 : words, {}};
        if (!is_image) markup_[close] = {MarkdownMarkup::Kind::drop, close + 2, {}};
        return close + 2;
    }

    // A matched pair; gives back where what hangs on it ends.
    std::size_t bracket(std::size_t begin, std::size_t close) {
        auto const end = close + 1;
        if (text_.substr(begin, 2) == "[^" && close > begin + 2 && last_blank_ <= begin) {
            markup_[begin] = {MarkdownMarkup::Kind::call, end, {begin + 2, close}};
            return end;
        }
        if (text_.substr(begin, 2) == "[^" && last_space_ > begin) {
            markup_[begin] = {MarkdownMarkup::Kind::inline_note, end, {begin + 2, close}};
            return end;
        }
        if (begin > 0 && text_[begin - 1] == '^' && (begin < 2 || text_[begin - 2] != '\\')) {
            markup_[begin - 1] = {MarkdownMarkup::Kind::inline_note, end, {begin + 1, close}};
            return end;
        }
        if (text_.substr(begin, 2) == "[#") {
            markup_[begin] = {MarkdownMarkup::Kind::call, end, {begin + 1, close}};
            return end;
        }
        auto const suffix = suffix_end(end);
        if (suffix > end && text_.substr(end, 2) == "[#") {
            markup_[begin] = {MarkdownMarkup::Kind::drop, begin + 1, {}};
            markup_[close] = {MarkdownMarkup::Kind::call, suffix, {end + 1, suffix - 1}};
            return suffix;
        }
        if (suffix > end && !are_typed_calls(begin, close, suffix)) {
            bool const is_image = begin > 0 && text_[begin - 1] == '!';
            auto const from = is_image ? begin - 1 : begin;
            if (is_arrow(text_.substr(begin + 1, close - begin - 1))) {
                markup_[from] = {MarkdownMarkup::Kind::drop, suffix, {}};
                return suffix;
            }
            markup_[from] = {MarkdownMarkup::Kind::drop, begin + 1, {}};
            markup_[close] = {MarkdownMarkup::Kind::drop, suffix, {}};
            return suffix;
        }
        if (last_key_ > begin) markup_[begin] = {MarkdownMarkup::Kind::citation_group, begin, {begin, end}};
        return end;
    }

    // "[4][5]": two numbers side by side are no link.
    [[nodiscard]] bool are_typed_calls(std::size_t begin, std::size_t close, std::size_t suffix) const {
        return text_[close + 1] == '[' && is_all_digits(slice(text_, {begin + 1, close})) &&
               is_all_digits(slice(text_, {close + 2, suffix - 1}));
    }

    // Notes what stands last before a place that only grows, so that brackets within brackets are each looked
    // into once.
    void look_into_brackets(std::size_t close) {
        for (; looked_ < close; ++looked_) {
            char const c = text_[looked_];
            if (c == ' ') last_space_ = looked_;
            if (c == ' ' || c == '\n' || c == '\t') last_blank_ = looked_;
            if (c == '@' && begins_key(looked_)) last_key_ = looked_;
        }
    }

    [[nodiscard]] bool begins_key(std::size_t at) const {
        return at > 0 && !is_markdown_word(text_[at - 1]) && at + 1 < text_.size() &&
               (is_markdown_word(text_[at + 1]) || text_[at + 1] == '{');
    }

    // Past "(destination)", "[reference]" or "{attributes}" behind a bracket.
    [[nodiscard]] std::size_t suffix_end(std::size_t at) const {
        if (at >= text_.size()) return at;
        char const open = text_[at];
        char const close = open == '(' ? ')' : open == '{' ? '}' : open == '[' ? ']' : '\0';
        if (close == '\0' || text_.substr(at, 2) == "[^" || text_.substr(at, 2) == "[@") return at;
        std::size_t depth = 0;
        auto const limit = std::min(text_.size(), at + maximum_markup);
        for (auto end = at; end < limit; ++end) {
            if (text_[end] == '\\') ++end;
            else if (text_[end] == open) ++depth;
            else if (text_[end] == close && --depth == 0) return end + 1;
        }
        return at;
    }

    std::string_view text_;
    std::map<std::size_t, MarkdownTemplate> templates_;
    std::map<std::size_t, MarkdownMarkup> markup_;
    std::map<std::size_t, std::vector<std::size_t>> ticks_;
    std::optional<std::map<std::size_t, std::size_t>> braces_;
    std::vector<DelimiterRun> runs_;
    // How far brackets were looked into, and where a blank, a space and a key were last seen there.
    std::size_t looked_ = 0, last_blank_ = 0, last_space_ = 0, last_key_ = 0;
    bool has_comment_end_ = true;
};

}  // namespace

ScannedMarkdown scan_markdown(std::string_view text) { return Scanner(text).run(); }

}  // namespace fonds
