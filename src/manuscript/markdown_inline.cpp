// Inline mark-up of Markdown read as text.

#include "manuscript/markdown_inline.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/character_references.hpp"
#include "manuscript/markdown_emphasis.hpp"

namespace fonds {
namespace {

// How far a link's destination, a tag or an attribute list may reach; longer ones are no mark-up.
constexpr std::size_t maximum_markup = 2000;
constexpr std::string_view escapable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

bool is_word(char c) { return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

// What stands at a place of the text that is more than itself.
struct Markup {
    enum class Kind { drop, code, escape, call, inline_note, citation_group };
    Kind kind = Kind::drop;
    std::size_t end = 0;    // where it ends
    Span inner;             // its content, where it has some
};

// Finds mark-up in one pass, so that emission needs no second guess.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    void run() {
        find_literals();
        match_brackets();
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
    }

    [[nodiscard]] std::map<std::size_t, Markup> const& markup() const { return markup_; }
    [[nodiscard]] std::vector<DelimiterRun> const& runs() const { return runs_; }

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

    std::size_t literal_end(std::size_t at) {
        char const c = text_[at];
        if (c == '\\' && at + 1 < text_.size()) {
            bool const is_break = text_[at + 1] == '\n';
            if (!is_break && escapable.find(text_[at + 1]) == std::string_view::npos) return at;
            markup_[at] = {is_break ? Markup::Kind::drop : Markup::Kind::escape, at + (is_break ? 1 : 2),
                           {at + 1, at + 2}};
            return markup_[at].end;
        }
        if (c == '`') return code(at);
        if (c == '<') return tag(at);
        return at;
    }

    std::size_t code(std::size_t at) {
        auto end = at;
        while (end < text_.size() && text_[end] == '`') ++end;
        auto const& places = ticks_[end - at];
        auto const close = std::lower_bound(places.begin(), places.end(), end);
        if (close == places.end()) return end;
        markup_[at] = {Markup::Kind::code, *close + (end - at), {end, *close}};
        return markup_[at].end;
    }

    // "<https://…>" shows its address, a tag nothing.
    std::size_t tag(std::size_t at) {
        if (text_.substr(at, 4) == "<!--") {
            auto const end = text_.find("-->", at);
            if (end == std::string_view::npos) return at;
            markup_[at] = {Markup::Kind::drop, end + 3, {}};
            return end + 3;
        }
        bool const is_tag = at + 1 < text_.size() && (is_ascii_letter(text_[at + 1]) || text_[at + 1] == '/');
        auto const close = is_tag ? text_.substr(at, maximum_markup).find('>') : std::string_view::npos;
        if (close == std::string_view::npos) return at;
        auto const inner = text_.substr(at + 1, close - 1);
        bool const is_address = inner.find_first_of(" \n") == std::string_view::npos &&
                                (inner.find(':') != std::string_view::npos || inner.find('@') != std::string_view::npos);
        markup_[at] = {is_address ? Markup::Kind::code : Markup::Kind::drop, at + close + 1,
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
                at = std::max(at + 1, bracket(begin, at));
                continue;
            }
            ++at;
        }
    }

    // A matched pair; gives back where what hangs on it ends.
    std::size_t bracket(std::size_t begin, std::size_t close) {
        auto const end = close + 1;
        if (text_.substr(begin, 2) == "[^" && close > begin + 2 &&
            text_.substr(begin, close - begin).find_first_of(" \n\t") == std::string_view::npos) {
            markup_[begin] = {Markup::Kind::call, end, {begin + 2, close}};
            return end;
        }
        if (begin > 0 && text_[begin - 1] == '^' && (begin < 2 || text_[begin - 2] != '\\')) {
            markup_[begin - 1] = {Markup::Kind::inline_note, end, {begin + 1, close}};
            return end;
        }
        auto const suffix = suffix_end(end);
        if (suffix > end) {
            bool const is_image = begin > 0 && text_[begin - 1] == '!';
            auto const from = is_image ? begin - 1 : begin;
            markup_[from] = {Markup::Kind::drop, begin + 1, {}};
            markup_[close] = {Markup::Kind::drop, suffix, {}};
            return suffix;
        }
        if (has_key(text_.substr(begin, close - begin)))
            markup_[begin] = {Markup::Kind::citation_group, begin, {begin, end}};
        return end;
    }

    static bool has_key(std::string_view text) {
        for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1))
            if (at > 0 && !is_word(text[at - 1]) && at + 1 < text.size() &&
                (is_word(text[at + 1]) || text[at + 1] == '{'))
                return true;
        return false;
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
            if (text_[end] == '\\')
                ++end;
            else if (text_[end] == open)
                ++depth;
            else if (text_[end] == close && --depth == 0)
                return end + 1;
        }
        return at;
    }

    std::string_view text_;
    std::map<std::size_t, Markup> markup_;
    std::map<std::size_t, std::vector<std::size_t>> ticks_;
    std::vector<DelimiterRun> runs_;
};

// A citation key after its "@" (pandoc's manual, "Citation syntax").
std::size_t key_size(std::string_view text) {
    if (!text.empty() && text.front() == '{') {
        auto const close = text.find('}');
        return close == std::string_view::npos ? 0 : close + 1;
    }
    std::size_t size = 0;
    while (size < text.size() &&
           (is_word(text[size]) || std::string_view("_:.#$%&-+?<>~/").find(text[size]) != std::string_view::npos))
        ++size;
    while (size > 0 && !is_word(text[size - 1]) && text[size - 1] != '_') --size;
    return size;
}

class Emitter {
  public:
    Emitter(MappedText& out, MarkdownBlock const& block, MarkdownEvents const& events)
        : out_(out), block_(block), text_(block.text()), events_(events) {}

    void run() {
        Scanner scanner(text_);
        scanner.run();
        auto const roles = resolve_emphasis(text_, scanner.runs());
        std::size_t run = 0;
        std::size_t role = 0;
        auto markup = scanner.markup().begin();
        for (std::size_t at = 0; at < text_.size();) {
            while (markup != scanner.markup().end() && markup->first < at) ++markup;
            for (; run < scanner.runs().size() && scanner.runs()[run].begin < at; ++run)
                role += scanner.runs()[run].size;
            if (markup != scanner.markup().end() && markup->first == at) {
                auto const& found = (markup++)->second;
                at = found.kind == Markup::Kind::citation_group ? citation_group(found) : emit(at, found);
            } else if (run < scanner.runs().size() && scanner.runs()[run].begin == at) {
                auto const size = scanner.runs()[run++].size;
                for (std::size_t i = 0; i < size; ++i) emphasis(at + i, roles[role++]);
                at += size;
            } else {
                at = plain(at, markup == scanner.markup().end() ? text_.size() : markup->first);
            }
        }
        end_group();
    }

  private:
    std::size_t emit(std::size_t at, Markup const& found) {
        Span const whole{at, found.end};
        switch (found.kind) {
            case Markup::Kind::escape:
                out_.put(slice(text_, found.inner), block_.source(whole));
                break;
            case Markup::Kind::code: verbatim(found.inner); break;
            case Markup::Kind::call:
                if (events_.call) events_.call(slice(text_, found.inner), block_.source(whole));
                break;
            case Markup::Kind::inline_note:
                if (events_.inline_note) {
                    events_.inline_note(block_.sub_block(found.inner), block_.source(whole));
                } else {
                    return at + 2;
                }
                break;
            case Markup::Kind::drop:
                if (auto const tag = ascii_lower(text_.substr(at, 3)); tag == "<br")
                    out_.space(block_.source(whole));
                else if (auto const name = ascii_lower(text_.substr(at, 4)); name == "<em>" || tag == "<i>")
                    out_.begin_italic();
                else if (name == "</em" || name == "</i>")
                    out_.end_italic();
                break;
            case Markup::Kind::citation_group: break;
        }
        return found.end;
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
        if (role == EmphasisRole::literal)
            out_.copy_text(text_.substr(at, 1), block_.source({at, at + 1}));
        else if (role == EmphasisRole::open)
            out_.begin_italic();
        else if (role == EmphasisRole::close)
            out_.end_italic();
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
        if (c == '@' && (at == 0 || !is_word(text_[at - 1]))) return citation_key(at);
        if (c == '^')
            if (auto const end = superscript_end(at)) return superscript(at, *end);
        auto end = at + 1;
        if (group_end_ > at) limit = std::min(limit, group_end_);
        while (end < limit && std::string_view(" \n\t&@^*_").find(text_[end]) == std::string_view::npos) ++end;
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

    // "14^e^": pandoc's superscript, which holds no space.
    [[nodiscard]] std::optional<std::size_t> superscript_end(std::size_t at) const {
        auto const close = text_.find_first_of("^ \n", at + 1);
        if (close == std::string_view::npos || text_[close] != '^' || close == at + 1 || close - at > 20)
            return std::nullopt;
        return close;
    }
    std::size_t superscript(std::size_t at, std::size_t close) {
        out_.copy_text(text_.substr(at + 1, close - at - 1), block_.source({at + 1, close}));
        return close + 1;
    }

    std::size_t citation_group(Markup const& found) {
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

void MarkdownBlock::add_line(Span span) {
    if (!lines_.empty()) text_ += '\n';
    lines_.push_back({text_.size(), span.begin});
    text_ += slice(source_, span);
}

std::size_t MarkdownBlock::source_at(std::size_t at) const {
    auto const line = std::prev(std::upper_bound(lines_.begin(), lines_.end(), at,
                                                 [](std::size_t offset, Line const& l) { return offset < l.begin; }));
    return line->source + (at - line->begin);
}

Span MarkdownBlock::source(Span span) const {
    auto const begin = source_at(span.begin);
    // The end belongs to the line of the last character, not to the next line.
    return {begin, span.empty() ? begin : source_at(span.end - 1) + 1};
}

MarkdownBlock MarkdownBlock::sub_block(Span span) const {
    MarkdownBlock out(source_);
    for (auto begin = span.begin; begin <= span.end;) {
        auto const end = std::min(text_.find('\n', begin), span.end);
        out.add_line({source_at(begin), source_at(begin) + (end - begin)});
        begin = end + 1;
    }
    return out;
}

void append_markdown(MappedText& out, MarkdownBlock const& block, MarkdownEvents const& events) {
    if (!block.empty()) Emitter(out, block, events).run();
}

}  // namespace fonds
