// Writes the fields of a .bib entry: their layout, their delimiters, lists and names in them.
#pragma once

#include <fonds/item.hpp>
#include <string>
#include <string_view>
#include <unordered_set>

#include "wire/latex_text.hpp"

namespace fonds::bibtex {

[[nodiscard]] bool is_field_name(std::string_view name);
/// Whether a field that no variable is read from is written as it stands.
[[nodiscard]] bool is_written(ForeignField const& field);

class FieldWriter {
  public:
    /// `ascii`: letters beyond ASCII as commands, for classic BibTeX.
    FieldWriter(std::string& out, Item const& item, bool ascii);

    /// Text with TeX's special characters escaped; nothing where it is empty.
    void field(std::string_view name, std::string_view text) {
        if (!text.empty()) put(name, text);
    }
    /// Text as it stands.
    void verbatim(std::string_view name, std::string_view text);
    /// A field of the entry that the item was read from, as it stood there.
    void raw(std::string_view name, std::string_view tex);
    /// A name without braces: a macro, and what follows it.
    void macro(std::string_view name, std::string_view text);
    /// A list of places or publishers, parted by "; "; an element must not look like two.
    void list(std::string_view name, std::string_view text) {
        if (!text.empty()) put_list(name, text);
    }
    /// Names, as they were written where that still says the same.
    void names(std::string_view name, Names const& names);
    /// A title, with braces around the capitals that are to stay.
    void title(std::string_view name, std::string_view text);
    /// A range of pages, with TeX's dash.
    void pages(std::string_view name, std::string_view text);

    /// The names of the fields written so far, in small letters.
    [[nodiscard]] std::unordered_set<std::string> names() const;
    /// Whether all fields so far surely read as what they were written from.
    [[nodiscard]] bool come_back() const { return come_back_; }

    /// A field of the entry that the item was read from, kept beside its variables, by its name with what
    /// stands before that; null where there is none.
    [[nodiscard]] ForeignField const* kept(std::string_view name, std::string_view prefix = {}) const;

  private:
    void open(std::string_view name);
    void put(std::string_view name, std::string_view text);
    void put_list(std::string_view name, std::string_view text);
    void close_list(std::string_view name);

    std::string& out_;
    std::size_t begin_;
    Item const& item_;
    latex::WriteOptions tex_;
    bool come_back_ = true;
};

/// The dates of an item; as words where `classic` styles print the year as it stands.
void write_dates(FieldWriter& fields, Item const& item, bool classic);

}  // namespace fonds::bibtex
