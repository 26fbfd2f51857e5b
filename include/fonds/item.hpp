// A bibliographic record: a CSL 1.0.2 item with, for archival sources, its reference.
#pragma once

#include <algorithm>
#include <cstddef>
#include <fonds/date.hpp>
#include <fonds/name.hpp>
#include <fonds/reference.hpp>
#include <fonds/variable.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// The values of an item's variables of one kind, ordered by variable; few, so searched in place.
template <class T>
class Values {
  public:
    using Entry = std::pair<Variable, T>;

    /// The value, or null where the item does not have the variable.
    [[nodiscard]] T const* find(Variable variable) const {
        auto const at = position(variable);
        return at != entries_.end() && at->first == variable ? &at->second : nullptr;
    }
    [[nodiscard]] T* find(Variable variable) { return const_cast<T*>(std::as_const(*this).find(variable)); }
    /// Makes room for so many values.
    void reserve(std::size_t size) { entries_.reserve(size); }
    /// Sets the value, replacing one that is there.
    T& set(Variable variable, T value) {
        auto const at = entries_.begin() + (position(variable) - entries_.begin());
        if (at != entries_.end() && at->first == variable) {
            at->second = std::move(value);
            return at->second;
        }
        return entries_.emplace(at, variable, std::move(value))->second;
    }
    void erase(Variable variable) {
        std::erase_if(entries_, [&](Entry const& entry) { return entry.first == variable; });
    }
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] auto begin() const { return entries_.begin(); }
    [[nodiscard]] auto end() const { return entries_.end(); }
    [[nodiscard]] auto begin() { return entries_.begin(); }
    [[nodiscard]] auto end() { return entries_.end(); }
    friend bool operator==(Values const&, Values const&) = default;

  private:
    [[nodiscard]] auto position(Variable variable) const {
        return std::lower_bound(entries_.begin(), entries_.end(), variable,
                                [](Entry const& entry, Variable wanted) { return entry.first < wanted; });
    }
    std::vector<Entry> entries_;
};

/// A field of a foreign format that has no CSL variable; kept, in order, for the way back.
struct ForeignField {
    std::string format;  ///< "biblatex", "csl-json", "ris" …
    std::string name;    ///< as written there
    std::string value;   ///< raw, in that format's own syntax
    friend bool operator==(ForeignField const&, ForeignField const&) = default;
};

/// A record. No entry of `texts`, `names` or `dates` is ever empty.
///
/// `texts` holds standard and number variables; titles and other prose may carry CSL-JSON's rich text
/// (`<i>`, `<b>`, `<sc>`, `<sup>`, `<sub>`, `<span class="nocase">`).
struct Item {
    std::string id;
    ItemType type = ItemType::document;
    Values<std::string> texts;
    Values<Names> names;
    Values<Date> dates;
    ArchivalReference reference;  ///< empty for published works
    std::vector<ForeignField> foreign;

    /// The text or number variable, or an empty view.
    [[nodiscard]] std::string_view text(Variable variable) const {
        auto const* value = texts.find(variable);
        return value ? std::string_view(*value) : std::string_view();
    }
    friend bool operator==(Item const&, Item const&) = default;
};

using Items = std::vector<Item>;

}  // namespace fonds
#pragma GCC visibility pop
