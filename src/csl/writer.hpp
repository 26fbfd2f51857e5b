// Writes the texts of a document one by one: citations, entries, and what is only compared.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/collate.hpp"
#include "csl/evaluate.hpp"
#include "csl/placed.hpp"
#include "csl/render.hpp"

namespace fonds::csl {

/// What writers look at and none of them changes.
struct WritingMaterial {
    CompiledStyle const& style;
    Words const& words;
    Renderer const& renderer;
    Collator const& collator;
    std::vector<Registered> const& items;
    NameRegister const& names;  ///< of all items
    Options const& options;
};

struct KeyedCite;

/// Each text depends on the material alone, so that several writers, each in a thread of its own, can share
/// the work on a document.
class Writer {
  public:
    explicit Writer(WritingMaterial const& material);

    [[nodiscard]] std::string citation(PlacedCitation const& citation);
    /// Sorts the cites of a citation.
    void sort_cites(PlacedCitation& citation);

    /// An entry of the bibliography, empty where nothing of the item is printed. `last_names`: those of the
    /// entries before, and of this one from then on.
    [[nodiscard]] std::string entry(std::size_t item, std::vector<std::string>& last_names);
    /// The same as far as `last_names` are concerned.
    void read_entry_names(std::size_t item, std::vector<std::string>& last_names);
    /// What stands for an entry of a numbered list without a text.
    [[nodiscard]] std::string blank_entry(std::size_t item, std::size_t number);

    /// The items of which citations printed nothing, since the last call.
    [[nodiscard]] std::set<std::size_t> take_unprinted() { return std::exchange(unprinted_, {}); }

    /// The text by which cites of an item are compared; `noted`: with the number of the note that first cites
    /// it.
    [[nodiscard]] std::string ambiguous_text(std::size_t item, Distinction& distinction, bool requested,
                                             bool noted = false);
    /// The text of a sort key of an item; nothing where it has none.
    [[nodiscard]] std::optional<std::string> key_text(SortKey const& key, Area area, Registered const& item);
    /// The same as it compares.
    [[nodiscard]] std::optional<std::string> sort_key(SortKey const& key, Area area, Registered const& item);

    /// From now on names are added to a register of the writer's own, and looked up there; null: no more.
    void collect_names(NameRegister* own);
    [[nodiscard]] Evaluator& evaluator() { return evaluator_; }

  private:
    [[nodiscard]] static CiteState state_of(Registered const& item);
    [[nodiscard]] CiteState state_of(PlacedCite const& cite) const;

    // cluster.cpp
    struct Unit;
    [[nodiscard]] std::string author(PlacedCite cite);
    [[nodiscard]] std::string composite(PlacedCitation const& citation);
    [[nodiscard]] std::string together(std::vector<PlacedCite> const& cites);
    [[nodiscard]] NodeId cite(PlacedCite const& cite, bool first);
    [[nodiscard]] std::string unprinted(std::size_t item);
    [[nodiscard]] std::string unknown_cites(Citation const& citation) const;
    [[nodiscard]] std::string_view splice_delimiter(bool last_locator, bool last_collapsed);
    void close_earlier(std::vector<Unit>& units, std::string_view suffix) const;
    enum class RowPlace;
    [[nodiscard]] std::vector<Unit> write_cites(std::vector<PlacedCite> const& cites);
    void render_cites(std::vector<Unit>& units);
    [[nodiscard]] std::vector<RowPlace> places_in_rows(std::vector<Unit> const& units) const;
    [[nodiscard]] std::string_view delimiter_before(std::size_t i, std::vector<Unit> const& units,
                                                    std::vector<RowPlace> const& places) const;
    [[nodiscard]] std::string join_units(std::vector<Unit> const& units) const;

    // cite_order.cpp
    [[nodiscard]] int compare_cites(KeyedCite& one, KeyedCite& other);
    void find_author(KeyedCite& cite);

    // entry.cpp
    void distinguish_entry(Registered const& item);
    [[nodiscard]] NodeId entry_body(std::size_t item);
    void substitute_authors(std::vector<std::string>& last);

    CompiledStyle const& compiled_;
    Words const& words_;
    Renderer const& renderer_;
    Collator const& collator_;
    std::vector<Registered> const& items_;
    NameRegister const& names_;
    Options const& options_;
    Evaluator evaluator_;
    Tree tree_;
    std::set<std::size_t> unprinted_;  ///< items
    // Their room is kept for the next text.
    std::string text_;
    Distinction shown_;
};

}  // namespace fonds::csl
