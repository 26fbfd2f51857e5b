// HTML through gumbo, which stays behind this file: a read-only tree with places.
#pragma once

#include <cstddef>
#include <fonds/result.hpp>
#include <fonds/span.hpp>
#include <memory>
#include <string_view>

namespace fonds::html {

/// Elements nested deeper than this are an error; every walk over a tree may recurse as deep, and as deep
/// again for elements that HTML puts in.
inline constexpr std::size_t maximum_depth = 1000;

/// Whether this build can read HTML (FONDS_WITH_HTML).
[[nodiscard]] bool is_available();

/// An element or a text; empty where it is missing. Valid while its document lives.
class Node {
  public:
    Node() = default;
    explicit operator bool() const { return handle_ != nullptr; }
    [[nodiscard]] bool is_element() const;
    [[nodiscard]] bool is_text() const;

    [[nodiscard]] std::string_view name() const;   ///< of an element, in small letters
    [[nodiscard]] std::string_view value() const;  ///< of a text, references resolved
    /// The attribute's value, or empty; `has` tells an empty one from a missing one.
    [[nodiscard]] std::string_view operator[](std::string_view attribute) const;
    [[nodiscard]] bool has(std::string_view attribute) const;
    /// Whether the attribute `class` holds that word.
    [[nodiscard]] bool has_class(std::string_view word) const;

    [[nodiscard]] Node parent() const;
    [[nodiscard]] Node first() const;  ///< first child
    [[nodiscard]] Node next() const;   ///< next sibling
    /// Bytes of the text, or of the element's start tag to its end tag; empty for what HTML put in.
    [[nodiscard]] Span source() const;
    friend bool operator==(Node a, Node b) { return a.handle_ == b.handle_; }
    friend bool operator<(Node a, Node b) { return a.handle_ < b.handle_; }

  private:
    friend class Document;
    Node(void const* handle, char const* begin) : handle_(handle), begin_(begin) {}
    void const* handle_ = nullptr;
    char const* begin_ = nullptr;  // of the bytes read
};

class Document {
  public:
    /// Reads UTF-8; `bytes` must outlive the document. Every text is HTML of some kind.
    /// Errors: limit_exceeded; unsupported (built without gumbo).
    [[nodiscard]] static Result<Document> read(std::string_view bytes);

    [[nodiscard]] Node root() const;  ///< the element `html`

    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

  private:
    struct State;
    explicit Document(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace fonds::html
