// Upkeep of the output tree.

#include "csl/tree.hpp"

#include <cstring>

namespace fonds::csl {

std::string_view TextArena::keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > block_size / 4) return large_.emplace_front(text);
    if (block_size - used_ < text.size()) {
        if (!blocks_.empty() && used_ != block_size + 1) ++block_;
        if (blocks_.empty()) block_ = 0;
        if (block_ >= blocks_.size()) {
            blocks_.push_back(std::make_unique<char[]>(block_size));
            block_ = blocks_.size() - 1;
        }
        used_ = 0;
    }
    auto* const at = blocks_[block_].get() + used_;
    std::memcpy(at, text.data(), text.size());
    used_ += text.size();
    return {at, text.size()};
}

void TextArena::clear() {
    large_.clear();
    block_ = 0;
    used_ = blocks_.empty() ? block_size : 0;
}

bool purge_empty(Tree& tree, NodeId id) {
    if (!tree[id].is_list) return !tree[id].text.empty() || tree[id].counter != Counter::none;
    NodeId before = no_node;
    for (auto child = tree[id].first; child != no_node;) {
        auto const next = tree[child].next;
        if (purge_empty(tree, child)) {
            before = child;
        } else if (before == no_node) {
            tree[id].first = next;
        } else {
            tree[before].next = next;
        }
        child = next;
    }
    tree[id].last = before;
    return before != no_node;
}

void append_plain(Tree const& tree, NodeId id, std::string& out) {
    auto const& node = tree[id];
    if (!node.is_list) {
        if (node.text.empty()) return;
        out.append(node.prefix).append(node.text).append(node.suffix);
        return;
    }
    auto const start = out.size();
    out.append(node.prefix);
    auto const content = out.size();
    for (auto child = node.first; child != no_node; child = tree[child].next) {
        auto const before = out.size();
        if (before != content) out.append(node.delimiter);
        auto const after_delimiter = out.size();
        append_plain(tree, child, out);
        if (out.size() == after_delimiter) out.resize(before);
    }
    if (out.size() == content) out.resize(start);
    else out.append(node.suffix);
}

}  // namespace fonds::csl
