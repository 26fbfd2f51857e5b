// A document's citations and bibliography: numbers, order, distinctions, positions, texts.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/collate.hpp"
#include "csl/evaluate.hpp"
#include "csl/render.hpp"

namespace fonds::csl {

/// A sort key as it compares: nothing sorts last in both directions.
using SortValues = std::vector<std::optional<std::string>>;

/// An item of the document.
struct Registered {
    Registered(Record one) : record(std::move(one)) {}
    Record record;
    int order = 0;       ///< in the order of citing
    int number = 0;      ///< citation number
    SortValues keys;
    std::string ambiguous;  ///< the text by which its cites are compared
    Distinction natural;    ///< what its cites show before they are told apart
    Distinction distinction;
    int first_note = 0;
    int cites = 0;
};

/// One cite with what the document makes of it.
struct PlacedCite {
    std::size_t item = 0;
    Cite const* cite = nullptr;
    Position position = Position::first;
    bool near_note = false;
    int first_note = 0;
};

struct PlacedCitation {
    Citation const* citation = nullptr;
    std::vector<PlacedCite> cites;  ///< in the order of the style
};

class Engine {
  public:
    Engine(Style style, Locales locales, Options options);

    /// The items, in the order in which they are numbered; an unchanged item keeps what is known of it.
    void set_items(std::vector<std::shared_ptr<Item const>> const& items);
    void set_citations(std::vector<Citation> const& citations);

    /// Sorts, numbers and tells the items apart.
    void arrange();
    [[nodiscard]] std::string citation_text(std::size_t index);
    [[nodiscard]] std::vector<Entry> bibliography();

    [[nodiscard]] std::vector<PlacedCitation> const& placed() const { return placed_; }
    [[nodiscard]] std::vector<std::size_t> const& sorted() const { return sorted_; }
    [[nodiscard]] std::vector<Registered> const& items() const { return items_; }
    [[nodiscard]] std::vector<Diagnostic>& diagnostics() { return diagnostics_; }

  private:
    friend class Disambiguation;

    // order.cpp
    void sort_items();
    [[nodiscard]] SortValues keys_of(Layout const& layout, Area area, Registered const& item);
    void sort_cites(PlacedCitation& citation);
    void group_cites(std::vector<PlacedCite>& cites);

    // position.cpp
    void place_cites();

    // cluster.cpp
    struct Unit;
    [[nodiscard]] std::string write_cluster(PlacedCitation const& citation);
    [[nodiscard]] NodeId write_cite(PlacedCite const& cite, bool first, int& parentheses);
    [[nodiscard]] std::string_view splice_delimiter(bool last_locator, bool last_collapsed);
    [[nodiscard]] std::string join_units(std::vector<Unit>& units);
    [[nodiscard]] CiteState state_of(PlacedCite const& cite) const;
    [[nodiscard]] CiteState state_of(Registered const& item) const;

    // bibliography.cpp
    void substitute_authors(std::vector<std::string>& last);

    [[nodiscard]] std::string ambiguous_text(std::size_t item, Distinction& distinction, bool requested);

    Style style_;
    Locales locales_;
    Options options_;
    CompiledStyle const& compiled_;
    Words words_;
    Collator collator_;
    Evaluator evaluator_;
    Renderer renderer_;
    Tree tree_;
    std::vector<Registered> items_;
    std::unordered_map<std::string, std::size_t> by_id_;
    std::vector<std::size_t> sorted_;  ///< items in the bibliography's order
    std::vector<PlacedCitation> placed_;
    NameRegister names_;
    std::vector<Diagnostic> diagnostics_;
};

/// Tells items apart whose cites look alike.
void disambiguate(Engine& engine);

/// Whether the better-known order of two items is `one` before `other`: <0, 0, >0.
[[nodiscard]] int compare_keys(SortValues const& one, SortValues const& other, std::vector<bool> const& descending);

}  // namespace fonds::csl
