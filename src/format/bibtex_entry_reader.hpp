// The reader of one .bib entry; its parts are in bibtex_item*.cpp, by what they read.
#pragma once

#include <bitset>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "format/bibtex_item.hpp"
#include "format/bibtex_names.hpp"
#include "format/bibtex_slots.hpp"
#include "format/bibtex_titles.hpp"

namespace fonds::bibtex {

class EntryReader {
  public:
    EntryReader(Entry const& entry, Slots const& slots, ItemOptions options, Item& item,
                std::vector<Diagnostic>& diagnostics)
        : entry_(entry), slots_(slots), options_(options), item_(item), diagnostics_(diagnostics) {}

    void read();

  private:
    using F = BibField;

    [[nodiscard]] bool has(F field) const { return slots_.has(field); }
    [[nodiscard]] bool is_taken(F field) const { return taken_.test(static_cast<std::size_t>(field)); }
    /// The field's value; `keep_others` leaves it out.
    std::string_view take(F field) {
        taken_.set(static_cast<std::size_t>(field));
        return slots_[field];
    }
    void give_back(F field) { taken_.reset(static_cast<std::size_t>(field)); }

    /// Sets a variable that is not set yet.
    void set(Variable variable, std::string text) {
        if (!text.empty() && item_.texts.find(variable) == nullptr)
            item_.texts.set(variable, std::move(text));
    }
    std::string text(std::string_view tex);
    void report(Severity severity, std::string_view rule, std::string_view message);
    void keep(std::string name, std::string value);

    void read_type();
    void keep_type();

    Names names(F field);
    void set_names(Variable variable, F field);
    void read_names();
    void read_role(F field, F type_field, Variable usual);

    Title title(F field);
    std::string finished(Title title) const;
    Title joined_title(F main, F sub, F addition);
    void read_titles();
    void read_containers(Title journal);
    void read_series();

    void set_date(Variable variable, Date date);
    void read_dates();

    void read_archive();
    void read_location_in_note();
    void read_archival_field(Slots::Own const& own);
    std::string literals(std::initializer_list<F> fields);
    void read_address_in_howpublished();
    void read_places();
    void read_notes();

    void read_numbers();
    void read_links();
    void read_eprint();
    void read_simple();
    void read_simple(F field);
    void read_language();
    void read_keywords();

    void keep_others();
    void report_unknown_commands();

    Entry const& entry_;
    Slots const& slots_;
    ItemOptions options_;
    Item& item_;
    std::vector<Diagnostic>& diagnostics_;
    std::bitset<bib_field_count> taken_;
    std::vector<Field const*> read_beside_;
    std::vector<std::string_view> unknown_;
    List list_;
    bool is_archival_ = false;
    bool howpublished_is_archive_ = false;
    bool in_organization_ = false;
};

/// The text of a key in a table of biblatex's localisation keys; empty where it has none.
struct LocalisationKey {
    std::string_view key;
    std::string_view text;
};
template <class Table>
std::string_view resolve(Table const& table, std::string_view key) {
    for (auto const& word : table)
        if (word.key == key) return word.text;
    return {};
}

/// A verbatim field (url, doi, eprint); the escapes that BibTeX users had to write are undone.
[[nodiscard]] std::string read_verbatim(std::string_view tex);

/// Every comma-separated piece has a number in it and few words: "fond 5, opis 30", "FO 371/1234", "RG 59,
/// box 3".
[[nodiscard]] bool looks_like_shelfmark(std::string_view text);

}  // namespace fonds::bibtex
