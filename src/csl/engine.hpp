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
    int order = 0;          ///< in the order of citing
    int number = 0;         ///< citation number
    SortValues keys;        ///< of the bibliography, as many as comparing has asked for so far
    std::string ambiguous;  ///< the text by which its cites are compared
    Distinction natural;    ///< what its cites show before they are told apart
    Distinction distinction;
    int first_note = 0;           ///< of its last run of cites; 0: in no note
    std::size_t shown_since = 0;  ///< the revision at which its number and distinction became what cites show
};

/// Where a cite stands among the earlier ones of its item.
struct Place {
    Position position = Position::first;
    bool near_note = false;
    int first_note = 0;
};

/// One cite with what the document makes of it.
struct PlacedCite {
    std::size_t item = 0;
    Cite const* cite = nullptr;
    Place place;
    bool says_its_place = false;  ///< the cite came with a part of it
};

struct PlacedCitation {
    std::shared_ptr<Citation const> citation;
    int note_number = 0;            ///< now; the citation has the one it came with
    bool resets = false;            ///< positions begin anew with it
    std::vector<PlacedCite> cites;  ///< in the order of the style
    std::size_t sorted = 0;         ///< the revision they were sorted at
    bool stale = true;              ///< its text depends on something that has changed since it was written
    std::size_t compared = 0;       ///< the revision up to which its items were looked at for that
};

class Engine {
  public:
    Engine(Style style, Locales locales, Options options);

    /// The items; an unchanged item keeps what is known of it. They are numbered in this order unless
    /// `set_order` says otherwise.
    void set_items(std::vector<std::shared_ptr<Item const>> const& items);
    /// Positions of all items in the order in which they are numbered.
    void set_order(std::vector<std::size_t> const& order);
    /// A citation with its items found; unknown ones are left out with a diagnostic.
    [[nodiscard]] PlacedCitation place(std::shared_ptr<Citation const> citation);
    /// After `set_items`: the items of all citations.
    void find_items_again();
    void add_citation(std::size_t index, PlacedCitation citation);
    void remove_citation(std::size_t index);
    void renumber(std::size_t index, int note_number) { placed_[index].note_number = note_number; }

    /// Sorts, numbers and tells the items apart, where anything changed, and finds the positions of cites if
    /// the style looks at them.
    void arrange();
    void place_cites();
    [[nodiscard]] std::string citation_text(std::size_t index);
    /// Whether a citation's text must be written anew; it counts as written from then on.
    [[nodiscard]] bool take_stale(std::size_t index);
    [[nodiscard]] std::vector<Entry> bibliography();

    /// Bumped whenever numbers or distinctions of items may have changed.
    [[nodiscard]] std::size_t revision() const { return revision_; }
    [[nodiscard]] std::vector<PlacedCitation> const& placed() const { return placed_; }
    /// Items in the bibliography's order, where the options ask for one.
    [[nodiscard]] std::vector<std::size_t> const& sorted() const { return sorted_; }
    [[nodiscard]] std::vector<Registered> const& items() const { return items_; }
    [[nodiscard]] std::vector<Diagnostic>& diagnostics() { return diagnostics_; }

  private:
    friend class Disambiguation;

    void revise();
    void sort_again(PlacedCitation& citation);
    [[nodiscard]] Record make_record(std::shared_ptr<Item const> const& item) const;

    void report_missing_words();
    void report(Severity severity, std::string rule, std::string message);

    // order.cpp
    [[nodiscard]] bool numbers_are_seen() const;
    void need_numbers();
    void sort_items();
    [[nodiscard]] bool stands_before(std::size_t one, std::size_t other);
    [[nodiscard]] bool keys_are_lasting(Layout const& layout) const;
    [[nodiscard]] std::optional<std::string> key_of(SortKey const& key, Area area, Registered const& item);
    [[nodiscard]] int compare_items(Registered& one, Registered& other);
    [[nodiscard]] SortValues cite_keys(Registered const& item);
    void sort_cites(PlacedCitation& citation);
    [[nodiscard]] static std::vector<std::size_t> order_of(std::vector<SortValues> const& keys,
                                                           std::vector<bool> const& descending);
    [[nodiscard]] std::vector<std::size_t> grouped_order(std::vector<PlacedCite> const& cites,
                                                         std::vector<SortValues> const& keys,
                                                         std::vector<bool> const& descending);

    // cluster.cpp
    struct Unit;
    [[nodiscard]] std::string write_cluster(PlacedCitation const& citation);
    [[nodiscard]] std::string write_author(PlacedCite const& cite);
    [[nodiscard]] NodeId write_cite(PlacedCite const& cite, bool first);
    [[nodiscard]] std::string_view splice_delimiter(bool last_locator, bool last_collapsed);
    void close_earlier(std::vector<Unit>& units, std::string_view suffix) const;
    [[nodiscard]] std::string join_units(std::vector<Unit>& units);
    [[nodiscard]] CiteState state_of(PlacedCite const& cite) const;
    [[nodiscard]] CiteState state_of(Registered const& item) const;

    // bibliography.cpp
    void substitute_authors(std::vector<std::string>& last);

    /// The text by which cites of an item are compared; `noted`: with the number of the note that first cites
    /// it.
    [[nodiscard]] std::string ambiguous_text(std::size_t item, Distinction& distinction, bool requested,
                                             bool noted = false);
    void find_first_notes();

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
    std::vector<std::size_t> sorted_;  ///< items in the bibliography's order, unless `numbers_stale_`
    std::vector<PlacedCitation> placed_;
    NameRegister names_;
    std::vector<Diagnostic> diagnostics_;
    std::vector<int> order_;  ///< by item, as last arranged
    bool items_changed_ = true, order_changed_ = true, first_notes_changed_ = false;
    bool numbers_stale_ = true;  ///< the items are not sorted yet, since nobody has asked for their numbers
    std::size_t revision_ = 0;
};

/// Tells items apart whose cites look alike.
void disambiguate(Engine& engine);

}  // namespace fonds::csl
