// Punctuation is settled in four walks over the tree: affixes up, marks to the left, suffixes down, and quotes.
//
// The specification leaves collisions to the processor ("Affixes", "punctuation-in-quote"); which mark gives
// way is the table that the field's processors share.

#include "csl/punctuate.hpp"

#include "base/text.hpp"

namespace fonds::csl {

namespace {

constexpr bool is_mark(char c) { return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?'; }
constexpr bool is_mark_or_space(char c) { return is_mark(c) || c == ' '; }
/// Marks that move into closing quotes, and out of them.
constexpr bool moves_in(char c) { return is_mark(c) && c != ';' && c != ':'; }
constexpr bool moves_out(char c) { return c == ',' || c == ';' || c == ':'; }

constexpr char first_of(std::string_view text) { return text.empty() ? '\0' : text.front(); }
constexpr char last_of(std::string_view text) { return text.empty() ? '\0' : text.back(); }

/// What stays of two marks that meet: both, or the stronger.
std::string_view merged(char left, char right) {
    struct Pair {
        char left, right;
        std::string_view result;
    };
    static constexpr Pair pairs[] = {
        {'!', '.', "!"}, {'!', '?', "!?"}, {'!', ':', "!"}, {'!', ',', "!,"}, {'!', ';', "!;"},
        {'?', '!', "?!"}, {'?', '.', "?"}, {'?', ':', "?"}, {'?', ',', "?,"}, {'?', ';', "?;"},
        {'.', '!', ".!"}, {'.', '?', ".?"}, {'.', ':', ".:"}, {'.', ',', ".,"}, {'.', ';', ".;"},
        {':', '!', "!"}, {':', '?', "?"}, {':', '.', ":"}, {':', ',', ":,"}, {':', ';', ":;"},
        {',', '!', ",!"}, {',', '?', ",?"}, {',', ':', ",:"}, {',', '.', ",."}, {',', ';', ",;"},
        {';', '!', "!"}, {';', '?', "?"}, {';', ':', ";"}, {';', ',', ";,"}, {';', '.', ";"},
    };
    for (auto const& pair : pairs)
        if (pair.left == left && pair.right == right) return pair.result;
    return {};
}

class Settler {
  public:
    Settler(Tree& tree, bool in_quotes) : tree_(tree), in_quotes_(in_quotes) {}

    void run(NodeId root) {
        upward(root);
        leftward(root);
        downward(root);
        quotes(root);
    }

  private:
    /// The children of a list, on a stack of their own so that no walk allocates.
    class Children {
      public:
        Children(Settler& settler, NodeId list) : stack_(settler.stack_), begin_(stack_.size()) {
            for (auto child = settler.tree_[list].first; child != no_node; child = settler.tree_[child].next)
                stack_.push_back(child);
            end_ = stack_.size();
        }
        ~Children() { stack_.resize(begin_); }
        Children(Children const&) = delete;
        Children& operator=(Children const&) = delete;
        [[nodiscard]] std::size_t size() const { return end_ - begin_; }
        NodeId operator[](std::size_t i) const { return stack_[begin_ + i]; }

      private:
        std::vector<NodeId>& stack_;
        std::size_t begin_, end_ = 0;
    };

    [[nodiscard]] bool has_font_or_quotes(Node const& node) const {
        return node.face.has_font() || node.face.quotes != Quotes::none;
    }
    [[nodiscard]] bool is_number(NodeId id) const {
        auto const& node = tree_[id];
        if (node.is_number) return true;
        return node.is_list && node.first != no_node && node.first == node.last &&
               tree_[node.first].is_number;
    }
    [[nodiscard]] bool ends_in_number(NodeId id) const {
        for (; id != no_node; id = tree_[id].last) {
            if (tree_[id].is_number) return true;
            if (!tree_[id].is_list) return false;
        }
        return false;
    }
    [[nodiscard]] bool ends_in_quotes(NodeId id) const {
        for (; id != no_node; id = tree_[id].last) {
            if (tree_[id].face.quotes != Quotes::none) return true;
            if (!tree_[id].is_list) return false;
        }
        return false;
    }
    /// Whether a mark in `id`'s end swallows `mark`.
    [[nodiscard]] bool swallows(NodeId id, char mark) const {
        for (; id != no_node; id = tree_[id].last) {
            auto const& node = tree_[id];
            auto end = last_of(node.suffix);
            if (!end && !node.is_list) end = last_of(node.text);
            if (merged(end, mark).size() == 1) return true;
            if (!node.is_list) return false;
        }
        return false;
    }
    [[nodiscard]] bool ends_with_mark(NodeId id, char mark) const {
        if (!is_mark(mark)) return false;
        for (;;) {
            auto const& node = tree_[id];
            if (!node.is_list) return last_of(node.text) == mark;
            if (node.last == no_node) return false;
            auto const end = last_of(tree_[node.last].suffix);
            if (end) return end == mark;
            id = node.last;
        }
    }

    void add_left(std::string_view& text, std::string_view mark) { text = text.empty() ? tree_.keep(mark) : tree_.keep(concat(text, mark)); }
    void add_right(std::string_view& text, std::string_view mark) { text = tree_.keep(concat(mark, text)); }

    void merge_to_left(std::string_view& left, std::string_view& right) {
        auto const mark = first_of(right);
        auto const before = last_of(left);
        if (before == mark) {
            right.remove_prefix(1);
            return;
        }
        if (!is_mark(mark)) return;
        auto const both = merged(before, mark);
        auto const moved = right.substr(0, 1);
        right.remove_prefix(1);
        if (both.empty()) {
            add_left(left, moved);
        } else {
            left.remove_suffix(1);
            add_left(left, both);
        }
    }

    void merge_to_right(std::string_view& left, std::string_view& right) {
        auto const mark = last_of(left);
        if (mark == first_of(right)) {
            left.remove_suffix(1);
            return;
        }
        if (!is_mark(mark)) return;
        auto const both = merged(mark, first_of(right));
        auto const moved = left.substr(left.size() - 1);
        left.remove_suffix(1);
        if (both.empty()) {
            add_right(right, moved);
        } else {
            right.remove_prefix(1);
            add_right(right, both);
        }
    }

    void drop_repeated_mark(Node& node) {
        if (is_mark(first_of(node.suffix)) && first_of(node.suffix) == last_of(node.text)) node.suffix.remove_prefix(1);
    }

    /// Marks and spaces at the outer ends of first and last children go up to their list.
    void upward(NodeId id) {
        if (!tree_[id].is_list) return drop_repeated_mark(tree_[id]);
        Children const children(*this, id);
        auto const decorated = has_font_or_quotes(tree_[id]);
        for (auto i = children.size(); i-- > 0;) {
            upward(children[i]);
            auto& parent = tree_[id];
            auto& child = tree_[children[i]];
            if (i == 0) {
                if (last_of(parent.prefix) == ' ' && first_of(child.prefix) == ' ') child.prefix.remove_prefix(1);
                if (!decorated && is_mark_or_space(first_of(child.prefix)) && parent.prefix.empty()) {
                    parent.prefix = child.prefix.substr(0, 1);
                    child.prefix.remove_prefix(1);
                }
            }
            if (i + 1 == children.size() && !decorated && last_of(child.suffix) == ' ') {
                if (first_of(parent.suffix) != ' ') add_right(parent.suffix, " ");
                child.suffix.remove_suffix(1);
            }
            if (!parent.delimiter.empty() && i > 0 && is_mark_or_space(last_of(parent.delimiter)) &&
                last_of(parent.delimiter) == first_of(child.prefix))
                child.prefix.remove_prefix(1);
        }
    }

    /// A mark that begins a prefix goes to the sibling before it.
    void leftward(NodeId id) {
        if (!tree_[id].is_list) return;
        Children const children(*this, id);
        for (auto i = children.size(); i-- > 0;) {
            leftward(children[i]);
            if (i + 1 >= children.size() || !tree_[id].delimiter.empty()) continue;
            auto& child = tree_[children[i]];
            auto& sibling = tree_[children[i + 1]];
            auto const mark = first_of(sibling.prefix);
            if (child.face.has_font() || sibling.face.has_font() || !is_mark(mark)) continue;
            auto const repeated = mark == last_of(child.suffix) ||
                                  (child.suffix.empty() && !child.is_list && last_of(child.text) == mark);
            if (repeated) sibling.prefix.remove_prefix(1);
            else merge_to_left(child.suffix, sibling.prefix);
        }
    }

    void downward(NodeId id) {
        if (!tree_[id].is_list) return drop_repeated_mark(tree_[id]);
        Children const children(*this, id);
        if (children.size() == 0) return;
        spread_delimiter(id, children);
        for (auto i = children.size(); i-- > 0;) {
            auto const last = i + 1 == children.size();
            if (last) {
                pull_suffix(id, children[i]);
            } else {
                auto& parent = tree_[id];
                auto& child = tree_[children[i]];
                if (!parent.delimiter.empty()) {
                    if (is_mark_or_space(first_of(parent.delimiter)) && first_of(parent.delimiter) == last_of(child.suffix))
                        child.suffix.remove_suffix(1);
                } else {
                    auto& sibling = tree_[children[i + 1]];
                    if (!is_number(children[i]) && !has_font_or_quotes(child) && is_mark_or_space(last_of(child.suffix)) &&
                        last_of(child.suffix) == first_of(sibling.prefix))
                        sibling.prefix.remove_prefix(1);
                }
            }
            auto& child = tree_[children[i]];
            if (!child.is_list && !is_number(children[i]) && !has_font_or_quotes(child) && is_mark(first_of(child.suffix)))
                merge_to_left(child.text, child.suffix);
            downward(children[i]);
        }
    }

    /// A delimiter's leading mark belongs to the child before it.
    void spread_delimiter(NodeId id, Children const& children) {
        auto& parent = tree_[id];
        if (!is_mark(first_of(parent.delimiter))) return;
        auto const mark = parent.delimiter.substr(0, 1);
        for (std::size_t i = 0; i + 1 < children.size(); ++i)
            if (auto& child = tree_[children[i]]; last_of(child.suffix) != mark[0]) add_left(child.suffix, mark);
        parent.delimiter.remove_prefix(1);
    }

    /// The first mark of a list's suffix meets what its last child ends with.
    void pull_suffix(NodeId id, NodeId last) {
        auto& parent = tree_[id];
        auto& child = tree_[last];
        auto const mark = first_of(parent.suffix);
        auto const moves = is_mark(mark) && (swallows(last, mark) || (in_quotes_ && ends_in_quotes(last)));
        if (moves && !ends_in_number(last)) {
            merge_to_left(child.is_list ? child.suffix : child.text, parent.suffix);
            if (first_of(parent.suffix) == '.') {
                add_left(child.suffix, ".");
                parent.suffix.remove_prefix(1);
            }
        }
        if (last_of(child.suffix) == ' ' && first_of(parent.suffix) == ' ') parent.suffix.remove_prefix(1);
        if (is_mark_or_space(first_of(child.suffix))) {
            if (!child.is_list && last_of(child.text) == first_of(child.suffix)) child.suffix.remove_prefix(1);
            if (!parent.suffix.empty() && last_of(child.suffix) == first_of(parent.suffix)) parent.suffix.remove_suffix(1);
        }
        if (ends_with_mark(id, first_of(parent.suffix))) parent.suffix.remove_prefix(1);
    }

    /// Marks beside closing quotes go where the locale has them.
    void quotes(NodeId id) {
        if (!tree_[id].is_list) return;
        Children const children(*this, id);
        for (std::size_t i = 0; i < children.size(); ++i) {
            if (tree_[children[i]].face.quotes != Quotes::none) {
                auto& child = tree_[children[i]];
                auto& inside = child.is_list && child.last != no_node ? tree_[child.last].suffix : child.text;
                if (in_quotes_) {
                    while (moves_in(first_of(child.suffix))) merge_to_left(inside, child.suffix);
                } else {
                    while (moves_out(last_of(inside))) merge_to_right(inside, child.suffix);
                }
            }
            quotes(children[i]);
        }
    }

    Tree& tree_;
    bool in_quotes_;
    std::vector<NodeId> stack_;
};

}  // namespace

void settle_punctuation(Tree& tree, NodeId root, bool in_quotes) { Settler(tree, in_quotes).run(root); }

}  // namespace fonds::csl
