// The reader of one MODS record; its parts are in mods_record.cpp, mods_related.cpp and mods_location.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "format/mods.hpp"
#include "format/mods_parts.hpp"

namespace fonds::mods {

class RecordReader {
  public:
    explicit RecordReader(xml::Node record) : record_(record) {}

    Item read();
    /// The element with the record string, or none.
    [[nodiscard]] xml::Node record_string() const { return record_string_; }

  private:
    void read_element(xml::Node node);
    void read_simple(std::string_view name, xml::Node node);
    void read_note(xml::Node node);
    /// Sets a variable that is not set yet; else the element is kept.
    void set(Variable variable, std::string const& text, xml::Node node);
    void keep(xml::Node node);

    void read_title_info(xml::Node node);
    [[nodiscard]] bool has_plain_title() const;
    void read_name(xml::Node node, Variable fallback);
    void read_genre(xml::Node node);
    void read_origin(xml::Node node);
    void read_place(xml::Node place, Variable variable);
    void read_subject(xml::Node node);
    void read_physical(xml::Node node);
    void read_physical_extent(std::string const& text);
    void read_identifier(xml::Node node);
    void read_record_info(xml::Node node);

    void read_related(xml::Node node);
    void read_host(xml::Node node);
    void read_series(xml::Node node);
    void read_series_title(xml::Node info);
    void read_original(xml::Node node);
    void read_part(xml::Node node);
    void read_detail(xml::Node node);
    void read_container(xml::Node detail);
    void read_extent(xml::Node node);

    void read_location(xml::Node node);
    void read_address(xml::Node url);
    [[nodiscard]] xml::Node address_of_work() const;
    void read_copy(xml::Node node);

    xml::Node record_;
    xml::Node record_string_;
    xml::Node type_genre_;
    xml::Node address_;
    Item item_;
    Date date_;
    bool date_is_of_host_ = false;
    std::string contents_;
    std::vector<std::string> keywords_;
    xml::Node uri_;  // an identifier; the address that the location has goes before it
    std::vector<xml::Node> containers_;
};

}  // namespace fonds::mods
