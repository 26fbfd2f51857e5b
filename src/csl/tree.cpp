// Upkeep of the output tree.

#include "csl/tree.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace fonds::csl {

char* TextArena::take(std::size_t size) {
    if (block_size - used_ < size) {
        if (in_use_ == blocks_.size()) blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size));
        ++in_use_;
        used_ = 0;
    }
    return blocks_[in_use_ - 1].get() + std::exchange(used_, used_ + size);
}

std::string_view TextArena::keep(std::string_view text) { return keep_joined(text, {}); }

std::string_view TextArena::keep_joined(std::string_view first, std::string_view second) {
    auto const size = first.size() + second.size();
    if (size == 0) return {};
    if (size > block_size / 4) return large_.emplace_front(concat(first, second));
    auto* const at = take(size);
    std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), at));
    return {at, size};
}

void TextArena::clear() {
    large_.clear();
    in_use_ = 0;
    used_ = block_size;
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
