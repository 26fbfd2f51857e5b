// Inline mark-up of Markdown read as text.

#include "manuscript/markdown_inline.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/markdown_emphasis.hpp"
#include "manuscript/markdown_scanner.hpp"
#include "manuscript/raised_digits.hpp"
#include "wire/character_references.hpp"

namespace fonds {
namespace {

// Keys in braces and addresses reach no further.
constexpr std::size_t maximum_key_size = 1000;
constexpr std::size_t maximum_address_size = 2000;

// A citation key after its "@" (pandoc's manual, "Citation syntax").
std::size_t key_size(std::string_view text) {
    if (!text.empty() && text.front() == '{') {
        auto const close = text.substr(0, maximum_key_size).find('}');
        return close == std::string_view::npos ? 0 : close + 1;
    }
    std::size_t size = 0;
    while (size < text.size() &&
           (is_markdown_word(text[size]) ||
            std::string_view("_:.#$%&-+?<>~/").find(text[size]) != std::string_view::npos))
        ++size;
    while (size > 0 && !is_markdown_word(text[size - 1]) && text[size - 1] != '_') --size;
    return size;
}

class Emitter {
  public:
    Emitter(MappedText& out, MarkdownBlock const& block, MarkdownEvents const& events)
        : out_(out), block_(block), text_(block.text()), events_(events) {}

    void run() {
        auto const scanned = scan_markdown(text_);
        auto const roles = resolve_emphasis(text_, scanned.runs);
        std::size_t run = 0;
        std::size_t role = 0;
        auto markup = scanned.markup.begin();
        for (std::size_t at = 0; at < text_.size();) {
            while (markup != scanned.markup.end() && markup->first < at) ++markup;
            for (; run < scanned.runs.size() && scanned.runs[run].begin < at; ++run)
                role += scanned.runs[run].size;
            if (markup != scanned.markup.end() && markup->first == at) {
                auto const& found = (markup++)->second;
                at = found.kind == MarkdownMarkup::Kind::citation_group ? citation_group(found)
                                                                        : emit(at, found);
            } else if (run < scanned.runs.size() && scanned.runs[run].begin == at) {
                auto const size = scanned.runs[run++].size;
                for (std::size_t i = 0; i < size; ++i) emphasis(at + i, roles[role++]);
                at += size;
            } else {
                at = plain(at, markup == scanned.markup.end() ? text_.size() : markup->first);
            }
        }
        end_group();
    }

  private:
    std::size_t emit(std::size_t at, MarkdownMarkup const& found) {
        Span const whole{at, found.end};
        switch (found.kind) {
            case MarkdownMarkup::Kind::escape:
                out_.put(text_[found.inner.begin] == ' ' ? "\u00A0" : slice(text_, found.inner),
                         block_.source(whole));
                break;
            case MarkdownMarkup::Kind::code: verbatim(found.inner); break;
            case MarkdownMarkup::Kind::call:
                if (text_.substr(found.inner.begin, 1) == "#" && !is_label(found.inner)) {
                    // No citation of MultiMarkdown: words in brackets, or where a link leads.
                    if (text_[at] == '[') out_.copy_text(slice(text_, whole), block_.source(whole));
                } else if (events_.call) events_.call(slice(text_, found.inner), block_.source(whole));
                break;
            case MarkdownMarkup::Kind::inline_note:
                if (text_[at] == '[' && is_label(found.inner)) {
                    if (events_.call) events_.call(slice(text_, found.inner), block_.source(whole));
                } else if (events_.inline_note) {
                    events_.inline_note(block_.sub_block(found.inner), block_.source(whole));
                } else {
                    out_.copy_text(text_.substr(at, 2), block_.source({at, at + 2}));
                    return at + 2;
                }
                break;
            case MarkdownMarkup::Kind::drop:
                if (auto const end = raised_end(whole); end > found.end) return end;
                if (auto const tag = ascii_lower(text_.substr(at, 3)); tag == "<br")
                    out_.space(block_.source(whole));
                else if (auto const name = ascii_lower(text_.substr(at, 4)); name == "<em>" || tag == "<i>")
                    out_.begin_italic();
                else if (name == "</em" || name == "</i>") out_.end_italic();
                break;
            case MarkdownMarkup::Kind::key_tag: key_tag(whole, found.inner); break;
            case MarkdownMarkup::Kind::citation_group: break;
        }
        return found.end;
    }

    [[nodiscard]] bool is_label(Span span) const {
        return events_.is_label && events_.is_label(slice(text_, span));
    }

    // The end of "<sup>7</sup>" or "<sup>[7](#n7)</sup>" where its number is put raised; else 0.
    std::size_t raised_end(Span tag) {
        if (!events_.raise_digits || !ascii_lower(slice(text_, tag)).starts_with("<sup")) return 0;
        auto const close = text_.find('<', tag.end);
        if (close == std::string_view::npos || ascii_lower(text_.substr(close, 6)) != "</sup>") return 0;
        auto inner = text_.substr(tag.end, close - tag.end);
        if (auto const address = inner.find("]("); inner.starts_with('[') && address != inner.npos)
            inner = inner.substr(1, address - 1);
        auto const raised = raised_digits(inner);
        if (raised.empty()) return 0;
        out_.put(raised, block_.source({tag.begin, close + 6}));
        return close + 6;
    }

    void verbatim(Span span) {
        for (auto at = span.begin; at < span.end;) {
            auto end = std::min(text_.find('\n', at), span.end);
            out_.copy_text(text_.substr(at, end - at), block_.source({at, end}));
            if (end < span.end) {
                out_.space(block_.source({end, end + 1}));
                ++end;
            }
            at = end;
        }
    }

    void emphasis(std::size_t at, EmphasisRole role) {
        if (role == EmphasisRole::literal) out_.copy_text(text_.substr(at, 1), block_.source({at, at + 1}));
        else if (role == EmphasisRole::open) out_.begin_italic();
        else if (role == EmphasisRole::close) out_.end_italic();
    }

    // Text up to the next character that may be more; gives back where it stopped.
    std::size_t plain(std::size_t at, std::size_t limit) {
        char const c = text_[at];
        if (c == ' ' || c == '\n' || c == '\t') return white_space(at);
        if (c == '&')
            if (auto const read = read_character_reference(text_.substr(at))) {
                out_.put(read->text, block_.source({at, at + read->size}));
                return at + read->size;
            }
        if (c == '@' && (at == 0 || !is_markdown_word(text_[at - 1]))) return citation_key(at);
        if (c == '^')
            if (auto const end = superscript_end(at)) return superscript(at, *end);
        if (c == '~')
            if (auto const end = subscript_end(at)) return superscript(at, *end);
        if (c == '-')
            if (auto const size = dash_size(at); size > 0) return dash(at, size);
        auto end = at + 1;
        if (group_end_ > at) limit = std::min(limit, group_end_);
        while (end < limit && std::string_view(" \n\t&@^~*_-").find(text_[end]) == std::string_view::npos)
            ++end;
        out_.copy_text(text_.substr(at, end - at), block_.source({at, end}));
        if (group_end_ != 0 && end >= group_end_) end_group();
        return end;
    }

    std::size_t white_space(std::size_t at) {
        auto end = at;
        while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\n' || text_[end] == '\t')) ++end;
        out_.space(block_.source({at, end}));
        return end;
    }

    // "34--59", "war---peace": what pandoc, kramdown and others print as dashes; not in a rule or an address.
    [[nodiscard]] std::size_t dash_size(std::size_t at) const {
        auto const end = std::min(text_.find_first_not_of('-', at), text_.size());
        auto const size = end - at;
        if (size < 2 || size > 3 || (at > 0 && text_[at - 1] == '-')) return 0;
        auto before = slice(text_, {at - std::min(at, maximum_address_size), at});
        before.remove_prefix(before.find_last_of(" \n\t<") + 1);  // 0 where there is none
        bool const is_address = before.find("://") != std::string_view::npos || before.starts_with("www.");
        return is_address ? 0 : size;
    }
    std::size_t dash(std::size_t at, std::size_t size) {
        out_.put(size == 2 ? "–" : "—", block_.source({at, at + size}));
        return at + size;
    }

    // "14^e^": pandoc's superscript, which holds no space.
    [[nodiscard]] std::optional<std::size_t> superscript_end(std::size_t at) const {
        auto const close = text_.find_first_of("^ \n", at + 1);
        if (close == std::string_view::npos || text_[close] != '^' || close == at + 1 || close - at > 20)
            return std::nullopt;
        return close;
    }
    // "H~2~O": so short that it is no part of an address.
    [[nodiscard]] std::optional<std::size_t> subscript_end(std::size_t at) const {
        auto const inner = text_.substr(at + 1, 5);
        auto const size = inner.find('~');
        if (size == std::string_view::npos || size == 0) return std::nullopt;
        if (!std::all_of(inner.begin(), inner.begin() + static_cast<std::ptrdiff_t>(size), is_markdown_word))
            return std::nullopt;
        return at + 1 + size;
    }
    std::size_t superscript(std::size_t at, std::size_t close) {
        out_.copy_text(text_.substr(at + 1, close - at - 1), block_.source({at + 1, close}));
        return close + 1;
    }

    std::size_t citation_group(MarkdownMarkup const& found) {
        group_begin_ = out_.size();
        group_end_ = found.inner.end;
        out_.copy_text("[", block_.source({found.inner.begin, found.inner.begin + 1}));
        return found.inner.begin + 1;
    }

    std::size_t citation_key(std::size_t at) {
        auto const size = key_size(text_.substr(at + 1));
        auto const begin = out_.size();
        out_.copy_text(text_.substr(at, size + 1), block_.source({at, at + size + 1}));
        if (size > 0 && events_.citations) {
            auto key = text_.substr(at + 1, size);
            if (key.front() == '{') key = key.substr(1, key.size() - 2);
            EmbeddedCitation citation;
            citation.producer = "pandoc";
            citation.key = std::string(key);
            citation.span = {group_end_ == 0 ? begin : group_begin_, out_.size()};
            if (group_end_ != 0) in_group_.push_back(events_.citations->size());
            events_.citations->push_back(std::move(citation));
        }
        return at + size + 1;
    }

    // "{% cite key other --locator 15 %}", '{{< cite "key" >}}': the tag stays as it is written.
    void key_tag(Span whole, Span inner) {
        auto const begin = out_.size();
        verbatim(whole);
        if (!events_.citations) return;
        bool takes_value = false;
        for (auto const word : split(slice(text_, inner), ' ')) {
            bool const is_option = word.starts_with('-');
            auto const key = unquoted(word);
            if (!is_option && !takes_value && !key.empty()) {
                EmbeddedCitation citation;
                citation.producer = text_[whole.begin + 1] == '%' ? "jekyll" : "hugo";
                citation.key = std::string(key);
                citation.span = {begin, out_.size()};
                events_.citations->push_back(std::move(citation));
            }
            takes_value = is_option && word.find('=') == std::string_view::npos;
        }
    }

    // '"key"', 'key="key"', 'key,'; nothing where another argument is named.
    static std::string_view unquoted(std::string_view word) {
        word = trim(word);
        if (word.starts_with("key=")) word.remove_prefix(4);
        constexpr std::string_view around = "\"',";
        while (!word.empty() && around.find(word.front()) != around.npos) word.remove_prefix(1);
        while (!word.empty() && around.find(word.back()) != around.npos) word.remove_suffix(1);
        return word.find('=') == std::string_view::npos ? word : std::string_view();
    }

    // The citations of a group span all of it.
    void end_group() {
        for (auto const index : in_group_) (*events_.citations)[index].span.end = out_.size();
        in_group_.clear();
        group_end_ = 0;
    }

    MappedText& out_;
    MarkdownBlock const& block_;
    std::string_view text_;
    MarkdownEvents const& events_;
    std::size_t group_begin_ = 0;
    std::size_t group_end_ = 0;
    std::vector<std::size_t> in_group_;
};

}  // namespace

void append_markdown(MappedText& out, MarkdownBlock const& block, MarkdownEvents const& events) {
    if (!block.empty()) Emitter(out, block, events).run();
}

}  // namespace fonds
