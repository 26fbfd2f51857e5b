// Punctuation is settled in three passes over the levels of the tree: marks go up from the leaves and to the
// left, then down from the root, then into quotes and out of them.
//
// The specification leaves collisions to the processor ("Affixes", "punctuation-in-quote"); which mark gives
// way is the table that the field's processors share.

#include "csl/punctuate.hpp"

#include <array>
#include <span>
#include <vector>

#include "base/text.hpp"

namespace fonds::csl {

namespace {

constexpr std::string_view marks = ".,;:!?";

/// By character, its place among the marks from 1; 0 for what is no mark.
constexpr auto mark_places = [] {
    std::array<std::uint8_t, 256> out{};
    for (std::size_t i = 0; i < marks.size(); ++i)
        out[static_cast<unsigned char>(marks[i])] = static_cast<std::uint8_t>(i + 1);
    return out;
}();
constexpr std::size_t mark_place(char c) { return mark_places[static_cast<unsigned char>(c)]; }
constexpr bool is_mark(char c) { return mark_place(c) != 0; }
constexpr bool is_mark_or_space(char c) { return is_mark(c) || c == ' '; }
/// Marks that move into closing quotes, and out of them.
constexpr bool moves_in(char c) { return is_mark(c) && c != ';' && c != ':'; }
constexpr bool moves_out(char c) { return c == ',' || c == ';' || c == ':'; }

constexpr char first_of(std::string_view text) { return text.empty() ? '\0' : text.front(); }
constexpr char last_of(std::string_view text) { return text.empty() ? '\0' : text.back(); }

/// What stays of two marks that meet, both or the stronger, by their places.
constexpr auto merged_marks = [] {
    struct Pair {
        char left, right;
        std::string_view result;
    };
    constexpr Pair pairs[] = {
        {'!', '.', "!"},  {'!', '?', "!?"}, {'!', ':', "!"},  {'!', ',', "!,"}, {'!', ';', "!;"},
        {'?', '!', "?!"}, {'?', '.', "?"},  {'?', ':', "?"},  {'?', ',', "?,"}, {'?', ';', "?;"},
        {'.', '!', ".!"}, {'.', '?', ".?"}, {'.', ':', ".:"}, {'.', ',', ".,"}, {'.', ';', ".;"},
        {':', '!', "!"},  {':', '?', "?"},  {':', '.', ":"},  {':', ',', ":,"}, {':', ';', ":;"},
        {',', '!', ",!"}, {',', '?', ",?"}, {',', ':', ",:"}, {',', '.', ",."}, {',', ';', ",;"},
        {';', '!', "!"},  {';', '?', "?"},  {';', ':', ";"},  {';', ',', ";,"}, {';', '.', ";"},
    };
    std::array<std::array<std::string_view, marks.size() + 1>, marks.size() + 1> out{};
    for (auto const& pair : pairs) out[mark_place(pair.left)][mark_place(pair.right)] = pair.result;
    return out;
}();
constexpr std::string_view merged(char left, char right) {
    return merged_marks[mark_place(left)][mark_place(right)];
}

class Settler {
  public:
    Settler(Tree& tree, bool in_quotes) : tree_(tree), in_quotes_(in_quotes) {}

    void run(NodeId root) {
        lay_out(root);
        for (auto place = places_.rbegin(); place != places_.rend(); ++place) {
            auto& node = tree_[place->node];
            if (!node.is_list) drop_repeated_mark(node);
            if (place->holds_affixes) {
                upward(*place);
                leftward(*place);
            }
            if (!node.prefix.empty() || !node.suffix.empty()) places_[place->parent].holds_affixes = true;
        }
        for (auto const& place : places_) downward(place);
        if (has_quotes_)
            for (auto const& place : std::span(places_).subspan(1)) quotes(tree_[place.node]);
    }

  private:
    /// A node of the tree, and where its list and its children stand in `places_`.
    struct Place {
        NodeId node;
        std::uint32_t parent, first = 0, end = 0;
        bool holds_affixes = false;  ///< some child has a prefix or suffix
    };

    /// All nodes level by level, so that each pass is a loop: children stand side by side after their list.
    void lay_out(NodeId root) {
        places_.reserve(tree_.size());
        places_.push_back({root, 0});
        for (std::uint32_t i = 0; i < places_.size(); ++i) {
            auto const& node = tree_[places_[i].node];
            has_quotes_ = has_quotes_ || node.face.quotes != Quotes::none;
            if (!node.is_list) continue;
            places_[i].first = static_cast<std::uint32_t>(places_.size());
            for (auto child = node.first; child != no_node; child = tree_[child].next)
                places_.push_back({child, i});
            places_[i].end = static_cast<std::uint32_t>(places_.size());
        }
    }
    [[nodiscard]] Node& node_at(std::uint32_t place) { return tree_[places_[place].node]; }

    [[nodiscard]] bool is_number(NodeId id) const {
        auto const& node = tree_[id];
        if (node.is_number) return true;
        return node.is_list && !node.hides_number && node.first != no_node && node.first == node.last &&
               tree_[node.first].is_number;
    }
    [[nodiscard]] bool ends_in_number(NodeId id) const {
        while (id != no_node) {
            if (tree_[id].is_number) return true;
            if (!tree_[id].is_list) return false;
            id = tree_[id].last;
            if (id != no_node && !tree_[id].suffix.empty()) return false;
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

    void add_left(std::string_view& text, std::string_view mark) {
        text = text.empty() ? tree_.keep(mark) : tree_.keep_joined(text, mark);
    }
    void add_right(std::string_view& text, std::string_view mark) { text = tree_.keep_joined(mark, text); }

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
        if (is_mark(first_of(node.suffix)) && first_of(node.suffix) == last_of(node.text))
            node.suffix.remove_prefix(1);
    }

    /// Marks and spaces at the outer ends of first and last children go up to their list.
    void upward(Place const& place) {
        auto& parent = tree_[place.node];
        for (auto i = place.end; i-- > place.first;) {
            auto& child = node_at(i);
            if (child.prefix.empty() && child.suffix.empty()) continue;
            auto const decorated = !parent.face.is_plain();
            if (i == place.first) {
                if (last_of(parent.prefix) == ' ' && first_of(child.prefix) == ' ')
                    child.prefix.remove_prefix(1);
                if (!decorated && is_mark_or_space(first_of(child.prefix)) && parent.prefix.empty()) {
                    parent.prefix = child.prefix.substr(0, 1);
                    child.prefix.remove_prefix(1);
                }
            }
            if (i + 1 == place.end && !decorated && last_of(child.suffix) == ' ') {
                if (first_of(parent.suffix) != ' ') add_right(parent.suffix, " ");
                child.suffix.remove_suffix(1);
            }
            if (!parent.delimiter.empty() && i > place.first && is_mark_or_space(last_of(parent.delimiter)) &&
                last_of(parent.delimiter) == first_of(child.prefix))
                child.prefix.remove_prefix(1);
        }
    }

    /// A mark that begins a prefix goes to the sibling before it.
    void leftward(Place const& place) {
        if (!tree_[place.node].delimiter.empty()) return;
        for (auto i = place.end; i-- > place.first + 1;) {
            auto& sibling = node_at(i);
            auto const mark = first_of(sibling.prefix);
            if (!is_mark(mark)) continue;
            auto& child = node_at(i - 1);
            if (child.face.has_font() || sibling.face.has_font()) continue;
            auto const repeated = mark == last_of(child.suffix) ||
                                  (child.suffix.empty() && !child.is_list && last_of(child.text) == mark);
            if (repeated) sibling.prefix.remove_prefix(1);
            else merge_to_left(child.suffix, sibling.prefix);
        }
    }

    void downward(Place const& place) {
        auto& parent = tree_[place.node];
        if (!parent.is_list) return drop_repeated_mark(parent);
        auto const is_settled =
            !place.holds_affixes && parent.suffix.empty() && !is_mark(first_of(parent.delimiter));
        if (place.first == place.end || is_settled) return;
        spread_delimiter(place);
        pull_suffix(place.node, places_[place.end - 1].node);
        for (auto i = place.end; i-- > place.first;) {
            auto& child = node_at(i);
            if (child.suffix.empty()) continue;
            if (i + 1 < place.end) part_from_next(parent, i);
            if (!child.is_list && is_mark(first_of(child.suffix)) && !child.is_number &&
                child.face.is_plain())
                merge_to_left(child.text, child.suffix);
        }
    }

    /// What ends a child and begins what follows it is written once.
    void part_from_next(Node const& parent, std::uint32_t i) {
        auto& child = node_at(i);
        auto const end = last_of(child.suffix);
        if (!is_mark_or_space(end)) return;
        if (!parent.delimiter.empty()) {
            if (first_of(parent.delimiter) == end) child.suffix.remove_suffix(1);
        } else if (auto& sibling = node_at(i + 1); end == first_of(sibling.prefix)) {
            if (!is_number(places_[i].node) && child.face.is_plain()) sibling.prefix.remove_prefix(1);
        }
    }

    /// A delimiter's leading mark belongs to the child before it.
    void spread_delimiter(Place const& place) {
        auto& parent = tree_[place.node];
        if (!is_mark(first_of(parent.delimiter))) return;
        auto const mark = parent.delimiter.substr(0, 1);
        for (auto i = place.first; i + 1 < place.end; ++i)
            if (auto& child = node_at(i); last_of(child.suffix) != mark[0]) add_left(child.suffix, mark);
        parent.delimiter.remove_prefix(1);
    }

    /// The first mark of a list's suffix meets what its last child ends with.
    void pull_suffix(NodeId id, NodeId last) {
        auto& parent = tree_[id];
        auto& child = tree_[last];
        if (parent.suffix.empty() && child.suffix.empty()) return;
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
            if (!child.is_list && last_of(child.text) == first_of(child.suffix))
                child.suffix.remove_prefix(1);
            if (!parent.suffix.empty() && last_of(child.suffix) == first_of(parent.suffix))
                parent.suffix.remove_suffix(1);
        }
        if (ends_with_mark(id, first_of(parent.suffix))) parent.suffix.remove_prefix(1);
    }

    /// Marks beside closing quotes go where the locale has them.
    void quotes(Node& node) {
        if (node.face.quotes == Quotes::none) return;
        auto& inside = node.is_list && node.last != no_node ? tree_[node.last].suffix : node.text;
        if (in_quotes_) {
            while (moves_in(first_of(node.suffix))) merge_to_left(inside, node.suffix);
        } else {
            while (moves_out(last_of(inside))) merge_to_right(inside, node.suffix);
        }
    }

    Tree& tree_;
    bool in_quotes_;
    bool has_quotes_ = false;
    std::vector<Place> places_;
};

}  // namespace

void settle_punctuation(Tree& tree, NodeId root, bool in_quotes) { Settler(tree, in_quotes).run(root); }

}  // namespace fonds::csl
