// The parts of a TEI description: what biblStruct, bibl and msDesc share.
#pragma once

#include <fonds/item.hpp>
#include <string>
#include <string_view>

#include "wire/xml.hpp"

namespace fonds::tei {

/// Reads parts into an item; what it has no variable for, or has already, is kept beside them.
class PartReader {
  public:
    explicit PartReader(Item& item) : item_(item) {}

    /// All children of a node: its titles are `title`, its editors, where no role says more, `editor`.
    void read_all(xml::Node node, Variable title, Variable editor);
    void read(xml::Node node, Variable title, Variable editor);

    void keep(xml::Node node);
    void set(Variable variable, std::string const& text, xml::Node node);
    void add_person(xml::Node node, Variable role);
    void read_date(xml::Node node);
    void read_reference(xml::Node node);
    void read_language(xml::Node node);

    /// What fonds wrote to be read back; empty where it wrote nothing.
    [[nodiscard]] std::string const& record_string() const { return record_string_; }

  private:
    void read_simple(std::string_view name, xml::Node node);
    void read_named(Variable variable, xml::Node node);
    void read_title(xml::Node node, Variable title);
    void read_abbreviation(xml::Node node, Variable title);
    void read_responsible(xml::Node node, Variable fallback);
    void read_scope(xml::Node node, bool series);
    void read_number(xml::Node node);
    void read_note(xml::Node node);
    void read_tags(xml::Node node);
    void read_accessed(std::string_view text, xml::Node node);

    Item& item_;
    std::string record_string_;
};

}  // namespace fonds::tei
