// HTML in a build without gumbo: every use says what is missing.

#include "wire/html.hpp"

namespace fonds::html {

struct Document::State {};
Document::Document(std::unique_ptr<State> state) : state_(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

bool is_available() { return false; }
bool Node::is_element() const { return false; }
bool Node::is_text() const { return false; }
std::string_view Node::name() const { return {}; }
std::string_view Node::value() const { return {}; }
std::string_view Node::operator[](std::string_view) const { return {}; }
bool Node::has(std::string_view) const { return false; }
bool Node::has_class(std::string_view) const { return false; }
Node Node::parent() const { return {}; }
Node Node::first() const { return {}; }
Node Node::next() const { return {}; }
Span Node::source() const { return {}; }

Result<Document> Document::read(std::string_view) {
    return Error{ErrorCode::unsupported,
                 "this build reads no HTML: build fonds with -DFONDS_WITH_HTML=ON (gumbo)", "", 0};
}
Node Document::root() const { return {}; }

}  // namespace fonds::html
