// A document's citations and bibliography: numbers, order, distinctions, positions, texts.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/collate.hpp"
#include "base/flat_table.hpp"
#include "csl/placed.hpp"
#include "csl/render.hpp"
#include "csl/writer.hpp"

namespace fonds::csl {

/// A thread costs about as much as so many texts.
inline constexpr std::size_t texts_per_thread = 64;
/// Texts that one thread writes before it looks for more: few, so that none waits long for another.
inline constexpr std::size_t texts_per_turn = 16;
/// The same of records that are made, which takes a tenth of the time.
inline constexpr std::size_t records_per_thread = 1024;
inline constexpr std::size_t records_per_turn = 128;

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
    /// The note numbers of the first citations.
    void renumber(std::vector<int> const& note_numbers);

    /// Sorts, numbers and tells the items apart, where anything changed, and finds the positions of cites if
    /// the style looks at them.
    void arrange();
    void place_cites();
    /// The texts of the citations at `indexes`.
    [[nodiscard]] std::vector<std::string> citation_texts(std::vector<std::size_t> const& indexes);
    /// The citations whose texts must be written anew; they count as written from then on.
    [[nodiscard]] std::vector<std::size_t> take_stale();
    [[nodiscard]] std::vector<Entry> bibliography();
    /// Hands on the entries of the bibliography in order.
    void write_entries(std::function<void(Entry&&)> const& take);
    /// Adds a diagnostic for each item of which citations printed nothing, or for which the entries that were
    /// written last have no place as too little is known of it.
    void report_unprinted();

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
    /// The texts of the entries from `first` to `end`.
    [[nodiscard]] std::vector<std::string> entry_texts(Writer& writer, std::size_t first,
                                                       std::size_t end) const;
    void sort_citations();
    [[nodiscard]] bool shows_changes(PlacedCitation const& citation) const;
    static void sort_again(Writer& writer, PlacedCitation& citation);
    [[nodiscard]] Record make_record(std::shared_ptr<Item const> const& item) const;
    /// One for each thread that is worth its cost for so many texts.
    [[nodiscard]] std::span<Writer> writers_for(std::size_t count);
    [[nodiscard]] Writer& writer() { return writers_.front(); }

    void report_missing_words();
    void report(Severity severity, std::string_view rule, std::string_view message);

    // order.cpp
    [[nodiscard]] bool numbers_are_seen() const;
    void need_numbers();
    void sort_items();
    void sort_by_keys();
    [[nodiscard]] bool stands_before(std::size_t one, std::size_t other);
    [[nodiscard]] int compare_items(Registered& one, Registered& other);

    void find_first_notes();

    Style style_;
    Locales locales_;
    Options options_;
    CompiledStyle const& compiled_;
    Words words_;
    Collator collator_;
    Renderer renderer_;
    std::vector<Registered> items_;
    std::vector<Writer> writers_;
    FlatMap<std::string_view, std::size_t> by_id_;  ///< by the ids of the items themselves
    std::vector<std::size_t> sorted_;         ///< items in the bibliography's order, unless `numbers_stale_`
    std::vector<std::size_t> without_entry_;  ///< items that the entries written last leave out
    std::vector<PlacedCitation> placed_;
    NameRegister names_;
    std::vector<Diagnostic> diagnostics_;
    std::vector<int> order_;  ///< by item, as last arranged
    bool items_changed_ = true, order_changed_ = true, first_notes_changed_ = false;
    bool numbers_stale_ = true;  ///< the items are not sorted yet, since nobody has asked for their numbers
    std::size_t revision_ = 0;
    std::size_t sorted_revision_ = 0;  ///< at which the cites of all citations were last sorted …
    bool citations_added_ = false;     ///< … but for those that came since
};

/// Tells items apart whose cites look alike.
void disambiguate(Engine& engine);
/// Finds the names that all cites show, by which given names are added to some.
void collect_names(Engine& engine);

}  // namespace fonds::csl
