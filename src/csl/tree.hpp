// The output tree: what evaluation writes and every later pass works on, until a renderer walks it.
#pragma once

#include <cstdint>
#include <forward_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "csl/style.hpp"

namespace fonds::csl {

/// Text made while a cite is written; kept until the tree is cleared.
class TextArena {
  public:
    std::string_view keep(std::string_view text);
    /// Keeps one text behind another as one.
    std::string_view keep_joined(std::string_view first, std::string_view second);
    void clear();

  private:
    /// Room for so many bytes of a block.
    char* take(std::size_t size);

    static constexpr std::size_t block_size = 16384;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::forward_list<std::string> large_;
    std::size_t in_use_ = 0;         ///< blocks
    std::size_t used_ = block_size;  ///< bytes of the last of them
};

using NodeId = std::uint32_t;
inline constexpr NodeId no_node = 0xffffffff;

/// What part of a reference a node shows.
enum class Part : std::uint8_t {
    other,
    cite,
    names,
    name,
    date,
    title,
    locator,
    number,
    term,
    label,
    prefix,
    suffix,
    text,
};

/// Numbers that collapse into ranges with their neighbours.
enum class Counter : std::uint8_t { none, citation_number, year_suffix };

/// A leaf with text, or a list of nodes with a delimiter between them.
struct Node {
    std::string_view text;  ///< of a leaf; of a cite's list the item's id
    std::string_view prefix, suffix, delimiter;
    NodeId first = no_node, last = no_node, next = no_node;
    Face face;
    Part part = Part::other;
    Counter counter = Counter::none;
    bool is_list = false;
    bool hides_number = false;  ///< of a list: that it holds nothing but a number is of no account
    bool markup = false;        ///< from rich text: nested formatting flips
    bool is_number = false;     ///< digits that may join those of another cite
    bool has_variable = false;
    Variable variable = Variable::title;
    int number = 0;  ///< of a counter

    /// Whether it shows its content and no more, so that a list around it alone says nothing.
    [[nodiscard]] bool is_bare() const { return prefix.empty() && suffix.empty() && face == Face{}; }
};

class Tree {
  public:
    Tree() { nodes_.reserve(256); }

    [[nodiscard]] Node& operator[](NodeId id) { return nodes_[id]; }
    [[nodiscard]] Node const& operator[](NodeId id) const { return nodes_[id]; }

    NodeId add_list(Format const& format) {
        auto const id = add();
        auto& node = nodes_[id];
        node.is_list = true;
        node.prefix = format.prefix;
        node.suffix = format.suffix;
        node.delimiter = format.delimiter;
        node.face = format.face;
        return id;
    }
    NodeId add_list() {
        auto const id = add();
        nodes_[id].is_list = true;
        return id;
    }
    NodeId add_leaf(std::string_view text) {
        auto const id = add();
        nodes_[id].text = text;
        return id;
    }
    void append(NodeId list, NodeId child) {
        auto& parent = nodes_[list];
        if (parent.last == no_node) parent.first = child;
        else nodes_[parent.last].next = child;
        parent.last = child;
        nodes_[child].next = no_node;
    }
    /// The children of a list from `mark` on (see `end_of`) are taken off again.
    void cut_after(NodeId list, NodeId mark) {
        auto& parent = nodes_[list];
        if (mark == no_node) {
            parent.first = parent.last = no_node;
        } else {
            nodes_[mark].next = no_node;
            parent.last = mark;
        }
    }
    [[nodiscard]] NodeId end_of(NodeId list) const { return nodes_[list].last; }
    [[nodiscard]] NodeId first_after(NodeId list, NodeId mark) const {
        return mark == no_node ? nodes_[list].first : nodes_[mark].next;
    }
    /// The children of a list from `mark` on become those of another list, which takes their place.
    void gather_after(NodeId list, NodeId mark, NodeId inner) {
        nodes_[inner].first = first_after(list, mark);
        nodes_[inner].last = nodes_[list].last;
        cut_after(list, mark);
        append(list, inner);
    }

    /// Takes all formatting off.
    void strip_faces() {
        for (auto& node : nodes_) node.face = Face{};
    }

    std::string_view keep(std::string_view text) { return texts_.keep(text); }
    std::string_view keep_joined(std::string_view first, std::string_view second) {
        return texts_.keep_joined(first, second);
    }
    void clear() {
        nodes_.clear();
        texts_.clear();
    }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }

  private:
    NodeId add() {
        nodes_.emplace_back();
        return static_cast<NodeId>(nodes_.size() - 1);
    }
    std::vector<Node> nodes_;
    TextArena texts_;
};

/// Takes off the lists and leaves that have nothing to show. False: the node itself is such.
bool purge_empty(Tree& tree, NodeId node);

/// The text of a node without any formatting, quotes included only where they are text.
void append_plain(Tree const& tree, NodeId node, std::string& out);

}  // namespace fonds::csl
