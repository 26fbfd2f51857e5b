// Tags by which site generators set notes in Markdown.

#include "manuscript/markdown_templates.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/contains.hpp"
#include "base/text.hpp"

namespace fonds {
namespace {

using Kind = MarkdownTemplate::Kind;

// A tag reaches no further; a longer one is text.
constexpr std::size_t maximum_tag_size = 20'000;
constexpr std::size_t maximum_open = 64;

struct Argument {
    std::string_view name;
    Span value;
    bool is_quoted = false;
};

struct Tag {
    Span span;
    std::string_view name;
    Span rest;  // behind the name
    std::vector<Argument> arguments;
    bool closes = false;
    bool is_lone = false;  // "{{< fn id=1 />}}"
};

// What a name means with a closing tag, and without one: with a text among its arguments, with an id alone or
// nothing. Tufte's theme for Jekyll, jekyll-footnotes, Octopress, 11ty, Hugo's themes.
struct Role {
    std::string_view name;
    std::optional<Kind> paired, with_text, without_text;
};
constexpr std::array<Role, 15> roles = {{
    {"sidenote", Kind::note, Kind::note, {}},
    {"side-note", Kind::note, Kind::note, {}},
    {"marginnote", Kind::note, Kind::note, {}},
    {"margin-note", Kind::note, Kind::note, {}},
    {"footnote", Kind::note, Kind::note, Kind::call},
    {"endnote", Kind::note, Kind::note, Kind::call},
    {"fn", Kind::note, Kind::note, Kind::call},
    {"fn_ref", {}, {}, Kind::call},
    {"fnbody", Kind::body, {}, {}},
    {"footnoteref", {}, Kind::note, {}},
    {"endfootnoteref", {}, {}, Kind::drop},
    {"footnotes", {}, {}, Kind::drop},
    {"endfootnotes", {}, {}, Kind::drop},
    {"cite", {}, Kind::cite, Kind::cite},
    {"comment", Kind::drop, {}, {}},
}};
constexpr std::array<std::string_view, 5> text_names = {"text", "content", "note", "sidenote", "body"};
constexpr std::string_view detail_filter = "fndetail:";

Role const* role_of(std::string_view name) {
    auto const found =
        std::find_if(roles.begin(), roles.end(), [&](Role const& role) { return role.name == name; });
    return found == roles.end() ? nullptr : &*found;
}

bool is_name_character(char c) {
    return is_ascii_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '/';
}

std::size_t skip_space(std::string_view text, std::size_t at, std::size_t end) {
    while (at < end && is_ascii_space(text[at])) ++at;
    return at;
}

// Where a quoted value ends: at a quote with nothing of a word behind it, for people forget to escape those
// within.
std::size_t quote_end(std::string_view text, std::size_t at, std::size_t end) {
    char const quote = text[at];
    auto last = end;
    for (++at; at < end; ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == quote) {
            last = at;
            if (at + 1 == end || is_ascii_space(text[at + 1]) || text[at + 1] == '|') return at;
        }
    }
    return last;
}

// The arguments of a tag: words, "quoted texts", names with either.
std::vector<Argument> read_arguments(std::string_view text, Span span) {
    std::vector<Argument> out;
    for (auto at = skip_space(text, span.begin, span.end); at < span.end;
         at = skip_space(text, at, span.end)) {
        Argument argument;
        auto const name_begin = at;
        while (at < span.end && is_name_character(text[at])) ++at;
        if (at > name_begin && at < span.end && text[at] == '=')
            argument.name = slice(text, {name_begin, at++});
        else at = name_begin;
        if (at < span.end && (text[at] == '"' || text[at] == '\'' || text[at] == '`')) {
            auto const close = quote_end(text, at, span.end);
            argument.is_quoted = true;
            argument.value = {at + 1, std::max(close, at + 1)};
            at = std::min(close + 1, span.end);
        } else {
            auto const begin = at;
            while (at < span.end && !is_ascii_space(text[at])) ++at;
            argument.value = {begin, at};
        }
        out.push_back(argument);
    }
    return out;
}

/// Where a sign stands next, asked from places that only grow: the text is searched once, however often it
/// is asked.
class NextPlace {
  public:
    explicit NextPlace(std::string_view sign) : sign_(sign) {}

    std::size_t from(std::string_view text, std::size_t at) {
        if (!is_known_ || (place_ < at && place_ != std::string_view::npos)) place_ = text.find(sign_, at);
        is_known_ = true;
        return place_;
    }
    [[nodiscard]] std::size_t size() const { return sign_.size(); }

  private:
    std::string_view sign_;
    std::size_t place_ = 0;
    bool is_known_ = false;
};

/// What ends a tag, each by its kind.
struct TagEnds {
    NextPlace liquid{"%}"}, angled{">}}"}, percent{"%}}"}, output{"}}"};

    NextPlace* of(std::string_view text, std::size_t at) {
        auto const head = text.substr(at, 3);
        if (head.starts_with("{%")) return &liquid;
        return head == "{{<" ? &angled : head == "{{%" ? &percent : nullptr;
    }
};

// A tag at a place: "{% … %}", "{{< … >}}", "{{% … %}}"; "{{</* … */>}}" only shows one.
std::optional<Tag> read_tag(std::string_view text, std::size_t at, TagEnds& ends) {
    auto* const close = ends.of(text, at);
    if (!close) return std::nullopt;
    bool const is_liquid = close == &ends.liquid;
    auto const begin = at + (is_liquid ? 2 : 3);
    auto end = close->from(text, begin);
    if (end == std::string_view::npos || end - begin > maximum_tag_size) return std::nullopt;
    Tag tag;
    tag.span = {at, end + close->size()};
    auto name = skip_space(text, begin + (text.substr(begin, 1) == "-" ? 1 : 0), end);
    if (end > name && text[end - 1] == '-') --end;
    if (end > name && text[end - 1] == '/') {
        tag.is_lone = true;
        --end;
    }
    auto name_end = name;
    while (name_end < end && is_name_character(text[name_end])) ++name_end;
    tag.name = slice(text, {name, name_end});
    tag.rest = {skip_space(text, name_end, end), end};
    while (tag.rest.end > tag.rest.begin && is_ascii_space(text[tag.rest.end - 1])) --tag.rest.end;
    if (tag.name.starts_with('/')) {
        tag.closes = true;
        tag.name = tag.name.substr(1);
        if (tag.name.empty()) {  // "{{< / fn >}}"
            auto const inner = skip_space(text, name_end, end);
            tag.name = trim(slice(text, {inner, end}));
        }
    } else if (is_liquid && tag.name.starts_with("end") && role_of(tag.name) == nullptr &&
               role_of(tag.name.substr(3)) != nullptr) {
        tag.closes = true;
        tag.name = tag.name.substr(3);
    }
    if (!tag.closes && role_of(tag.name) != nullptr) tag.arguments = read_arguments(text, tag.rest);
    return tag;
}

// The text among the arguments of a tag that has no closing one, and its id.
std::optional<Span> text_argument(std::string_view text, Tag const& tag) {
    std::optional<Span> out;
    for (std::size_t i = 0; i < tag.arguments.size(); ++i) {
        auto const& argument = tag.arguments[i];
        bool const is_named = !argument.name.empty();
        bool const has_words = slice(text, argument.value).find(' ') != std::string_view::npos;
        if (is_named ? contains(text_names, argument.name)
                     : argument.is_quoted && (has_words || (i > 0 && !out)))
            out = argument.value;
    }
    // "{% sidenote id Some words. %}"
    if (!out && tag.arguments.size() > 2 &&
        std::none_of(tag.arguments.begin(), tag.arguments.end(),
                     [](Argument const& argument) { return argument.is_quoted || !argument.name.empty(); }))
        return Span{tag.arguments[1].value.begin, tag.rest.end};
    return out;
}

Span id_argument(Tag const& tag) {
    for (auto const& argument : tag.arguments)
        if (argument.name.empty() || argument.name == "id") return argument.value;
    return {};
}

class Finder {
  public:
    explicit Finder(std::string_view text) : text_(text) {}

    std::map<std::size_t, MarkdownTemplate> run() {
        for (auto at = text_.find('{'); at != std::string_view::npos; at = text_.find('{', at))
            at = std::max(at + 1, visit(at));
        for (auto const& tag : open_) add_lone(tag);
        drop_nested();
        return std::move(out_);
    }

  private:
    std::size_t visit(std::size_t at) {
        if (text_.substr(at, 2) == "{{" && text_.substr(at, 3) != "{{<" && text_.substr(at, 3) != "{{%")
            return detail(at);
        auto const tag = read_tag(text_, at, ends_);
        if (!tag) return at;
        if (tag->name == "raw") return past_raw(tag->span.end);
        auto const* role = role_of(tag->name);
        if (tag->name == "footnotes" || tag->name == "endfootnotes")
            in_list_ = tag->name == "footnotes" && !tag->closes;
        if (role == nullptr) return tag->span.end;
        if (tag->closes) close(*tag);
        else if (in_list_ && tag->name == "fn") add(tag->span, Kind::body, tag->rest, {});
        else if (role->paired && !tag->is_lone) open(*tag);
        else add_lone(*tag);
        return tag->span.end;
    }

    // Those of which too many are open stand alone: most calls have no closing tag.
    void open(Tag const& tag) {
        open_.push_back(tag);
        if (open_.size() <= maximum_open) return;
        add_lone(open_.front());
        open_.erase(open_.begin());
    }

    // What stands between "{% raw %}" and "{% endraw %}" shows tags, it has none.
    std::size_t past_raw(std::size_t at) {
        auto first = std::string_view::npos, end = at;
        for (auto& sign : raw_ends_)
            if (auto const found = sign.from(text_, at); found < first) {
                first = found;
                end = found + sign.size();
            }
        return end;
    }

    // "{{ 'text' | fndetail: 1 }}" of fastpages.
    std::size_t detail(std::size_t at) {
        auto const end = ends_.output.from(text_, at);
        if (end == std::string_view::npos || end - at > maximum_tag_size) return at;
        auto const inner = slice(text_, {at + 2, end});
        auto const filter = inner.rfind(detail_filter);
        auto const begin = skip_space(text_, at + 2, end);
        if (filter == std::string_view::npos || (text_[begin] != '"' && text_[begin] != '\'')) return end;
        auto const bar = inner.rfind('|', filter);
        if (bar == std::string_view::npos) return end;
        auto close = at + 2 + bar;
        while (close > begin + 1 && text_[close] != text_[begin]) --close;
        Span id{skip_space(text_, at + 2 + filter + detail_filter.size(), end), end};
        while (id.end > id.begin && is_ascii_space(text_[id.end - 1])) --id.end;
        add({at, end + 2}, Kind::body, {begin + 1, close}, id);
        return end + 2;
    }

    // The last open tag of the name; those that were opened within stand alone.
    void close(Tag const& tag) {
        auto const open = std::find_if(open_.rbegin(), open_.rend(),
                                       [&](Tag const& other) { return other.name == tag.name; });
        if (open == open_.rend()) {
            add_lone(tag);
            return;
        }
        auto const first = std::prev(open.base());
        for (auto inner = std::next(first); inner != open_.end(); ++inner) add_lone(*inner);
        add({first->span.begin, tag.span.end}, *role_of(tag.name)->paired, {first->span.end, tag.span.begin},
            id_argument(*first));
        open_.erase(first, open_.end());
    }

    void add_lone(Tag const& tag) {
        auto const& role = *role_of(tag.name);
        auto const words = text_argument(text_, tag);
        auto const kind = words ? role.with_text : role.without_text;
        if (!kind || (tag.closes && *kind != Kind::drop)) return;
        if (*kind == Kind::cite) {
            if (!tag.arguments.empty()) add(tag.span, *kind, tag.rest, {});
            return;
        }
        add(tag.span, *kind, words.value_or(Span{}), words ? Span{} : id_argument(tag));
    }

    void add(Span span, Kind kind, Span inner, Span id) { out_[span.begin] = {kind, span.end, inner, id}; }

    // What stands within a note or a comment is read with it.
    void drop_nested() {
        std::size_t end = 0;
        for (auto at = out_.begin(); at != out_.end();) {
            if (at->first < end) {
                at = out_.erase(at);
            } else {
                end = at->second.end;
                ++at;
            }
        }
    }

    std::string_view text_;
    std::map<std::size_t, MarkdownTemplate> out_;
    std::vector<Tag> open_;
    TagEnds ends_;
    std::array<NextPlace, 3> raw_ends_ = {NextPlace("{% endraw %}"), NextPlace("{%endraw%}"),
                                          NextPlace("{%- endraw -%}")};
    bool in_list_ = false;
};

}  // namespace

std::map<std::size_t, MarkdownTemplate> find_markdown_templates(std::string_view text) {
    return Finder(text).run();
}

}  // namespace fonds
