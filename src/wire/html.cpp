// HTML through gumbo.

#include "wire/html.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/contains.hpp"
#include "base/text.hpp"

namespace fonds::html {
namespace {

GumboNode const* node_of(void const* handle) { return static_cast<GumboNode const*>(handle); }

bool is_container(GumboNode const* node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

// Elements without an end, or whose end may be left out: they do not nest by being written often.
constexpr std::array<std::string_view, 36> not_nesting = {
    "area", "base",  "br",     "col",   "embed", "hr",     "img",    "input",    "link",
    "meta", "param", "source", "track", "wbr",   "p",      "li",     "dt",       "dd",
    "tr",   "td",    "th",     "thead", "tbody", "tfoot",  "option", "optgroup", "colgroup",
    "rt",   "rp",    "html",   "head",  "body",  "script", "style",  "nobr",     "spacer"};

// How deep elements are nested as written. gumbo frees its tree by recursion, so this is found out first.
bool too_deep(std::string_view text) {
    constexpr std::size_t longest_name = 16;  // all that do not nest are shorter
    std::size_t depth = 0;
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        bool const closes = text.substr(at + 1, 1) == "/";
        auto const begin = at + (closes ? 2 : 1);
        if (begin >= text.size() || !is_ascii_letter(text[begin])) continue;
        auto const word = text.substr(begin, longest_name);
        auto const name = ascii_lower(word.substr(0, word.find_first_of(" \t\r\n/>")));
        if (contains(not_nesting, name)) continue;
        if (closes) depth -= depth > 0 ? 1 : 0;
        else if (++depth > maximum_depth) return true;
    }
    return false;
}

}  // namespace

bool is_available() { return true; }

bool Node::is_element() const { return handle_ && is_container(node_of(handle_)); }
bool Node::is_text() const {
    if (!handle_) return false;
    auto const type = node_of(handle_)->type;
    return type == GUMBO_NODE_TEXT || type == GUMBO_NODE_WHITESPACE || type == GUMBO_NODE_CDATA;
}

std::string_view Node::name() const {
    if (!is_element()) return {};
    return gumbo_normalized_tagname(node_of(handle_)->v.element.tag);
}

std::string_view Node::value() const { return is_text() ? node_of(handle_)->v.text.text : ""; }

bool Node::has(std::string_view attribute) const {
    return is_element() &&
           gumbo_get_attribute(&node_of(handle_)->v.element.attributes, std::string(attribute).c_str());
}

std::string_view Node::operator[](std::string_view attribute) const {
    if (!is_element()) return {};
    auto const* found =
        gumbo_get_attribute(&node_of(handle_)->v.element.attributes, std::string(attribute).c_str());
    return found ? std::string_view(found->value) : std::string_view();
}

bool Node::has_class(std::string_view word) const {
    auto const classes = split((*this)["class"], ' ');
    return contains(classes, word);
}

Node Node::parent() const {
    auto const* parent = handle_ ? node_of(handle_)->parent : nullptr;
    return parent && is_container(parent) ? Node(parent, begin_) : Node();
}

Node Node::first() const {
    if (!is_element()) return {};
    auto const& children = node_of(handle_)->v.element.children;
    return children.length > 0 ? Node(children.data[0], begin_) : Node();
}

Node Node::next() const {
    auto const* parent = handle_ ? node_of(handle_)->parent : nullptr;
    if (!parent || !is_container(parent)) return {};
    auto const& siblings = parent->v.element.children;
    auto const index = node_of(handle_)->index_within_parent + 1;
    return index < siblings.length ? Node(siblings.data[index], begin_) : Node();
}

Span Node::source() const {
    if (is_text()) {
        auto const& text = node_of(handle_)->v.text.original_text;
        if (!text.data) return {};
        auto const begin = static_cast<std::size_t>(text.data - begin_);
        return {begin, begin + text.length};
    }
    if (!is_element()) return {};
    auto const& element = node_of(handle_)->v.element;
    if (!element.original_tag.data) return {};
    auto const begin = static_cast<std::size_t>(element.original_tag.data - begin_);
    auto end = begin + element.original_tag.length;
    if (element.original_end_tag.data) {
        auto const close = static_cast<std::size_t>(element.original_end_tag.data - begin_);
        end = std::max(end, close + element.original_end_tag.length);
    }
    return {begin, end};
}

struct Document::State {
    std::string_view bytes;
    GumboOutput* output = nullptr;
    State() = default;
    State(State const&) = delete;
    State& operator=(State const&) = delete;
    ~State() {
        if (output) gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
};

Document::Document(std::unique_ptr<State> state) : state_(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Result<Document> Document::read(std::string_view bytes) {
    if (too_deep(bytes))
        return Error{ErrorCode::limit_exceeded,
                     "HTML is nested deeper than " + std::to_string(maximum_depth) + " elements", "", 0};
    auto state = std::make_unique<State>();
    state->bytes = bytes;
    state->output = gumbo_parse_with_options(&kGumboDefaultOptions, bytes.data(), bytes.size());
    return Document(std::move(state));
}

Node Document::root() const { return Node(state_->output->root, state_->bytes.data()); }

}  // namespace fonds::html
