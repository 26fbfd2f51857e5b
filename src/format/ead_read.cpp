// EAD 2002 (Library of Congress) and EAD3 1.1 (Society of American Archivists) in.

#include "format/ead.hpp"

#include "base/text.hpp"
#include "format/date_words.hpp"
#include "format/ead_parts.hpp"
#include "format/field_text.hpp"
#include "format/xml_records.hpp"

namespace fonds {
namespace ead {
namespace {

// A described unit: the whole, or a component of it.
struct Unit {
    explicit Unit(xml::Node element)
        : node(element),
          did(node.child("did")),
          level(canonical_level(node)),
          own(unit_level(did, level)),
          containers(read_containers(did)) {}

    [[nodiscard]] bool is_whole() const { return node.local_name() == "archdesc"; }

    xml::Node node;
    xml::Node did;
    std::string level;
    std::optional<ArchiveLevel> own;  ///< as a level of references
    std::vector<ArchiveLevel> containers;
};

// What the units above give to those below them.
struct Above {
    std::vector<ArchiveLevel> levels;
    std::vector<ArchiveLevel> containers;  ///< of a file, for its items
    std::vector<ForeignField> titles;      ///< of the units that go by their unitid

    void add(Unit const& unit) {
        if (unit.own) levels.push_back(*unit.own);
        auto title = title_of(unit.did);
        bool const is_named_by_title = unit.own && unit.own->value == title;
        if (!unit.is_whole() && !is_named_by_title && !title.empty())
            titles.push_back({"ead", unit.level, std::move(title)});
        containers = is_aggregate(unit.level) ? std::vector<ArchiveLevel>() : unit.containers;
    }
};

bool holds_aggregates(xml::Node unit) {
    for (auto const child : unit.elements()) {
        if (child.local_name() == "dsc" && holds_aggregates(child)) return true;
        if (is_component(child.local_name()) && is_aggregate(canonical_level(child))) return true;
    }
    return false;
}

// A collection or a part of one; what archives have names of their own for holds series.
bool is_collection(Unit const& unit) {
    bool const whole = unit.is_whole() && unit.level != "item" && unit.level != "file";
    return whole || is_aggregate(unit.level) || holds_aggregates(unit.node);
}

// A file may be named by its date.
Date date_of(Unit const& unit, std::string_view title) {
    auto date = read_dates(unit.did).date;
    if (date.empty() && !is_aggregate(unit.level)) date = parse_date_words(title).value_or(Date{});
    return date;
}

class FindingAid {
  public:
    explicit FindingAid(RecordSink const& sink) : sink_(sink) {}

    void read(xml::Node ead) {
        read_header(ead);
        auto const description = ead.child("archdesc");
        if (!description) return;
        auto const did = description.child("did");
        repository_ = name_of_repository(did.child("repository"));
        place_ = place_of_repository(did.child("repository"));
        collection_ = title_of(did);
        if (auto const code = number_of(did)["repositorycode"]; !code.empty()) code_ = code;
        read_unit(Unit(description), Above{});
    }

  private:
    // `eadheader` of EAD 2002, `control` of EAD3.
    void read_header(xml::Node ead) {
        auto const id = ead.child("eadheader").child("eadid");
        id_ = text_of(id);
        code_ = id["mainagencycode"];
        url_ = id["url"];
        auto const control = ead.child("control");
        if (!control) return;
        id_ = child_text(control, "recordid");
        code_ = child_text(control.child("maintenanceagency"), "agencycode");
        if (auto const url = control.child("recordid")["instanceurl"]; !url.empty()) url_ = url;
    }

    void read_unit(Unit const& unit, Above above) {
        sink_(make_item(unit, above));
        above.add(unit);
        for (auto const child : unit.node.elements()) {
            if (is_component(child.local_name())) read_unit(Unit(child), above);
            if (child.local_name() == "dsc") read_components(child, above);
        }
    }

    void read_components(xml::Node list, Above const& above) {
        for (auto const child : list.elements())
            if (is_component(child.local_name())) read_unit(Unit(child), above);
    }

    Item make_item(Unit const& unit, Above const& above) {
        Item item;
        item.type = is_collection(unit) ? ItemType::collection : ItemType::manuscript;
        item.id = id_of(unit.node);
        read_did(unit.did, item);
        read_prose(unit.node, item);
        set_reference(unit, above, item.reference);
        if (!unit.is_whole()) set_if_absent(item, Variable::archive_collection, collection_);
        if (!code_.empty()) item.foreign.push_back({"ead", "repositorycode", code_});
        item.foreign.insert(item.foreign.end(), above.titles.begin(), above.titles.end());
        if (unit.is_whole() && !url_.empty()) set_if_absent(item, Variable::URL, url_);
        if (auto date = date_of(unit, item.text(Variable::title)); !date.empty())
            item.dates.set(Variable::issued, std::move(date));
        return item;
    }

    void set_reference(Unit const& unit, Above const& above, ArchivalReference& reference) const {
        reference.repository = repository_;
        reference.place = place_;
        reference.levels = above.levels;
        if (unit.own) reference.levels.push_back(*unit.own);
        auto const& physical = unit.containers.empty() ? above.containers : unit.containers;
        reference.levels.insert(reference.levels.end(), physical.begin(), physical.end());
    }

    std::string id_of(xml::Node unit) {
        ++number_;
        if (!unit["id"].empty()) return std::string(unit["id"]);
        auto const base = id_.empty() ? std::string("unit") : replace_all(id_, " ", "");
        return number_ == 1 ? base : base + "-" + std::to_string(number_);
    }

    RecordSink const& sink_;
    std::string id_, code_, url_, repository_, place_, collection_;
    std::size_t number_ = 0;
};

}  // namespace
}  // namespace ead

bool sniff_ead(std::string_view bytes) { return has_root(bytes, {"ead"}); }

std::optional<Error> read_ead_file(std::string_view bytes, ReadOptions const&, RecordSink const& sink,
                                   std::vector<Diagnostic>& diagnostics) {
    std::string repaired;
    auto const whole = close_damaged_xml(bytes, repaired, diagnostics);
    if (!whole) return whole.error();
    return read_xml_records(
        *whole, {"ead"}, diagnostics, [&](xml::Node ead, std::size_t) { ead::FindingAid(sink).read(ead); },
        xml::Space::keep);
}

}  // namespace fonds
