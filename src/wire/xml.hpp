// XML through pugixml, which stays behind this file: a read-only tree with places.
//
// pugixml knows no external entities and expands none of a document type's own, so neither can be used
// against us. What is missing reads as empty: chains of calls need no checks (pugixml's own manner).
#pragma once

#include <cstddef>
#include <fonds/result.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace fonds::xml {

/// Elements nested deeper than this are an error; every walk over a tree may recurse to this depth.
inline constexpr std::size_t maximum_depth = 512;

class Node;

/// An attribute; empty where it is missing.
class Attribute {
  public:
    Attribute() = default;
    explicit operator bool() const { return handle_ != nullptr; }
    [[nodiscard]] std::string_view name() const;        ///< with its prefix
    [[nodiscard]] std::string_view local_name() const;  ///< without
    [[nodiscard]] std::string_view value() const;
    [[nodiscard]] Attribute next() const;

  private:
    friend class Node;
    explicit Attribute(void* handle) : handle_(handle) {}
    void* handle_ = nullptr;
};

/// An element, a text or the document itself; empty where it is missing. Valid while its document lives.
class Node {
  public:
    Node() = default;
    explicit operator bool() const { return handle_ != nullptr; }
    [[nodiscard]] bool is_element() const;
    [[nodiscard]] bool is_text() const;  ///< character data or CDATA

    [[nodiscard]] std::string_view name() const;        ///< with its prefix
    [[nodiscard]] std::string_view local_name() const;  ///< without
    [[nodiscard]] std::string_view value() const;       ///< of a text

    [[nodiscard]] Node parent() const;
    [[nodiscard]] Node first() const;  ///< first child of any kind
    [[nodiscard]] Node next() const;   ///< next sibling of any kind
    [[nodiscard]] Node previous() const;
    /// The first child element of that local name.
    [[nodiscard]] Node child(std::string_view local_name) const;
    /// The next sibling element of that local name.
    [[nodiscard]] Node next(std::string_view local_name) const;

    [[nodiscard]] Attribute first_attribute() const;
    /// By full name ("xml:lang"), else by local name where no attribute has it in full.
    [[nodiscard]] Attribute attribute(std::string_view name) const;
    /// The value of `attribute(name)`, or empty.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;

    /// All character data below, joined as it stands.
    [[nodiscard]] std::string text() const;
    /// Byte offset in the bytes read (as UTF-8); of an element: its name.
    [[nodiscard]] std::size_t offset() const;

    /// The child elements, for `for (auto child : node.elements())`.
    class Elements;
    [[nodiscard]] Elements elements() const;
    friend bool operator==(Node, Node) = default;

  private:
    friend class Document;
    explicit Node(void* handle) : handle_(handle) {}
    void* handle_ = nullptr;
};

class Node::Elements {
  public:
    class iterator {
      public:
        explicit iterator(Node node) : node_(node) { skip(); }
        Node operator*() const { return node_; }
        iterator& operator++() {
            node_ = node_.next();
            skip();
            return *this;
        }
        friend bool operator==(iterator, iterator) = default;

      private:
        void skip() {
            while (node_ && !node_.is_element()) node_ = node_.next();
        }
        Node node_;
    };
    explicit Elements(Node parent) : parent_(parent) {}
    [[nodiscard]] iterator begin() const { return iterator(parent_.first()); }
    [[nodiscard]] iterator end() const { return iterator(Node()); }

  private:
    Node parent_;
};

inline Node::Elements Node::elements() const { return Elements(*this); }

/// How white space is read.
enum class Space {
    trim_between,  ///< text of white space alone is dropped (styles, locales, records)
    keep,          ///< every character is kept (manuscripts)
};

/// A document and the text it was read from. Movable; nodes stay valid.
class Document {
  public:
    /// Reads UTF-8, UTF-16 and UTF-32 by byte order mark or declaration, and text that is none of them in
    /// the encoding that it declares.
    /// Errors: malformed, limit_exceeded, with the offset.
    [[nodiscard]] static Result<Document> read(std::string_view bytes, Space space = Space::trim_between);

    [[nodiscard]] Node root() const;  ///< the document element

    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

  private:
    struct State;
    explicit Document(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Appends `text` with `& < > "` escaped, and control characters that XML 1.0 forbids left out.
void append_escaped(std::string& out, std::string_view text);

}  // namespace fonds::xml
