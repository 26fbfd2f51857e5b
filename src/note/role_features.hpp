// The features by which elements are weighed; each is a name and a value, handed to a sink.
#pragma once

#include <bit>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "note/element_roles.hpp"
#include "note/learned_weights.hpp"

namespace fonds {

/// A sink makes values (`text(view)`, `number(n)`, `word(note, token)`) of its type `Value` and takes
/// `add(name, value)`.
template <class Sink>
class RoleFeatures {
  public:
    RoleFeatures(std::vector<CitationElement> const& elements, Chunks const& chunks, Sink& sink)
        : elements_(elements), chunks_(chunks), sink_(sink) {
        looks_.reserve(elements.size());
        for (std::size_t i = 0; i < elements.size(); ++i) {
            auto const kind = chunk(i).kind;
            note(archive_, kind == ChunkKind::archive, i);
            note(level_, kind == ChunkKind::level, i);
            note(date_, kind == ChunkKind::date, i);
            looks_.push_back(look(chunk(i)));
        }
    }

    void write(std::size_t index) {
        neighbour(index, 0);
        neighbour(index, -1);
        neighbour(index, 1);
        neighbour(index, -2);
        neighbour(index, 2);
        words(index);
        place(index);
        rule(index);
    }

  private:
    /// Where the first and the last element of a kind stand.
    struct Range {
        std::size_t first = static_cast<std::size_t>(-1), last = 0;
    };
    static void note(Range& range, bool is, std::size_t index) {
        if (!is) return;
        range.first = std::min(range.first, index);
        range.last = std::max(range.last, index);
    }
    static std::string_view where(Range const& range, std::size_t index) {
        if (range.first == static_cast<std::size_t>(-1)) return "nowhere";
        if (range.last < index) return "before";
        if (range.first > index) return "behind";
        return range.first == index && range.last == index ? "here" : "around";
    }

    [[nodiscard]] Chunk const& chunk(std::size_t index) const { return chunks_.list[elements_[index].chunk]; }

    using Value = typename Sink::Value;

    /// How an element looks by itself; the elements around it see the same.
    struct Look {
        Value kind, size, shape;
        std::optional<Value> meaning, first, last;
        bool day = false;
        std::size_t traits = 0, traits_end = 0;  ///< in `traits_`
    };

    Look look(Chunk const& it) {
        Look out{sink_.number(static_cast<std::uint32_t>(it.kind)),
                 sink_.number(std::min<std::uint32_t>(it.last - it.first, 8)),
                 sink_.text(shape(it)),
                 {},
                 {},
                 {},
                 it.has_day,
                 traits_.size(),
                 0};
        for (auto traits = it.traits; traits != 0; traits &= traits - 1)
            traits_.push_back(sink_.number(static_cast<std::uint32_t>(std::countr_zero(traits))));
        out.traits_end = traits_.size();
        if (it.phrase && !it.phrase->meanings.empty()) out.meaning = sink_.text(it.phrase->meanings.front());
        if (auto const* token = first_word(it)) out.first = sink_.word(chunks_.text, *token);
        if (auto const* token = last_word(it)) out.last = sink_.word(chunks_.text, *token);
        return out;
    }

    void neighbour(std::size_t index, int offset) {
        struct Labels {
            FeatureName kind, trait, meaning, first, last, size, shape;
        };
        static constexpr Labels names[] = {
            {"-2 kind", "-2 trait", "-2 label", "-2 first", "-2 last", "-2 size", "-2 shape"},
            {"-1 kind", "-1 trait", "-1 label", "-1 first", "-1 last", "-1 size", "-1 shape"},
            {"kind", "trait", "label", "first", "last", "size", "shape"},
            {"+1 kind", "+1 trait", "+1 label", "+1 first", "+1 last", "+1 size", "+1 shape"},
            {"+2 kind", "+2 trait", "+2 label", "+2 first", "+2 last", "+2 size", "+2 shape"},
        };
        auto const& name = names[static_cast<std::size_t>(offset + 2)];
        auto const at = static_cast<std::ptrdiff_t>(index) + offset;
        if (at < 0) return sink_.add(name.kind, sink_.text("begin"));
        if (at >= static_cast<std::ptrdiff_t>(elements_.size()))
            return sink_.add(name.kind, sink_.text("end"));
        auto const& seen = looks_[static_cast<std::size_t>(at)];
        sink_.add(name.kind, seen.kind);
        for (auto i = seen.traits; i < seen.traits_end; ++i) sink_.add(name.trait, traits_[i]);
        if (seen.meaning) sink_.add(name.meaning, *seen.meaning);
        if (seen.day) sink_.add(name.kind, sink_.text("day"));
        sink_.add(name.size, seen.size);
        sink_.add(name.shape, seen.shape);
        if (seen.first) sink_.add(name.first, *seen.first);
        if (seen.last) sink_.add(name.last, *seen.last);
    }

    [[nodiscard]] Token const* first_word(Chunk const& it) const {
        for (auto i = it.first; i < it.last; ++i)
            if (is_word(chunks_.tokens[i])) return &chunks_.tokens[i];
        return nullptr;
    }
    [[nodiscard]] Token const* last_word(Chunk const& it) const {
        for (auto i = it.last; i > it.first; --i)
            if (is_word(chunks_.tokens[i - 1])) return &chunks_.tokens[i - 1];
        return nullptr;
    }
    static bool is_word(Token const& token) { return token.kind == TokenKind::word && !token.digits; }

    /// "Aa", "A9/9", "a.": capitals, letters, digits and marks, runs drawn together, the first few.
    [[nodiscard]] std::string_view shape(Chunk const& it) {
        shape_.clear();
        for (auto i = it.first; i < it.last && shape_.size() < 8; ++i) {
            auto const& token = chunks_.tokens[i];
            auto const mark = token.kind != TokenKind::word ? '.'
                              : token.number                ? '9'
                              : token.digits                ? 'C'
                              : token.all_upper             ? 'U'
                              : token.upper                 ? 'A'
                              : token.roman                 ? 'R'
                                                            : 'a';
            if (shape_.empty() || shape_.back() != mark) shape_ += mark;
        }
        return shape_;
    }

    void words(std::size_t index) {
        auto const& it = chunk(index);
        for (auto i = it.first; i < std::min(it.last, it.first + 10); ++i)
            if (is_word(chunks_.tokens[i])) sink_.add("word", sink_.word(chunks_.text, chunks_.tokens[i]));
        sink_.add("traits", sink_.number(it.traits));
    }

    void place(std::size_t index) {
        sink_.add("from begin", sink_.number(static_cast<std::uint32_t>(std::min<std::size_t>(index, 4))));
        sink_.add(
            "from end",
            sink_.number(static_cast<std::uint32_t>(std::min<std::size_t>(elements_.size() - 1 - index, 4))));
        sink_.add("archive", sink_.text(where(archive_, index)));
        sink_.add("levels", sink_.text(where(level_, index)));
        sink_.add("date", sink_.text(where(date_, index)));
        paired("kind, archive", index, where(archive_, index));
        paired("kind, levels", index, where(level_, index));
        paired("kind, date", index, where(date_, index));
    }

    void paired(FeatureName name, std::size_t index, std::string_view value) {
        pair_.assign(value);
        pair_ += static_cast<char>('A' + static_cast<int>(chunk(index).kind) % 58);
        sink_.add(name, sink_.text(pair_));
    }

    void rule(std::size_t index) {
        auto const& element = elements_[index];
        sink_.add("rule", sink_.text(element.rule));
        paired("rule, kind", index, element.rule);
        auto const before = index > 0 ? std::string_view(elements_[index - 1].rule) : "begin";
        auto const behind =
            index + 1 < elements_.size() ? std::string_view(elements_[index + 1].rule) : "end";
        sink_.add("rule, -1 rule", sink_.text(with(element.rule, before)));
        sink_.add("rule, +1 rule", sink_.text(with(element.rule, behind)));
    }

    std::string_view with(std::string_view rule, std::string_view neighbour) {
        pair_.assign(rule);
        pair_ += '|';
        pair_ += neighbour;
        return pair_;
    }

    std::vector<CitationElement> const& elements_;
    Chunks const& chunks_;
    Sink& sink_;
    Range archive_, level_, date_;
    std::vector<Look> looks_;
    std::vector<Value> traits_;
    std::string shape_, pair_;
};

}  // namespace fonds
