// EAD 2002 (Library of Congress) and EAD3 1.1 (Society of American Archivists) in.

#include "format/ead.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "format/date_words.hpp"
#include "format/field_text.hpp"
#include "format/xml_records.hpp"

namespace fonds {
namespace {

// A component: `c`, or `c01` to `c12`.
bool is_component(std::string_view name) {
    return name == "c" || (name.size() == 3 && name[0] == 'c' && is_digit(name[1]) && is_digit(name[2]));
}

std::string canonical_level(xml::Node unit) {
    auto level = ascii_lower(unit["level"]);
    if (level == "otherlevel" && !unit["otherlevel"].empty()) level = ascii_lower(unit["otherlevel"]);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> names = {{
        {"recordgrp", "record-group"},
        {"subgrp", "subgroup"},
        {"subfonds", "subfonds"},
        {"", "unit"},
    }};
    for (auto const& [from, to] : names)
        if (level == from) return std::string(to);
    return replace_all(level, " ", "-");
}

bool is_aggregate(std::string_view level) {
    static constexpr std::array<std::string_view, 9> names = {"collection", "fonds",    "record-group",
                                                              "class",      "series",   "subseries",
                                                              "subgroup",   "subfonds", "sub-series"};
    return std::find(names.begin(), names.end(), level) != names.end();
}

std::string capitalised(std::string_view word) {
    std::string out(word);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

// "1816/1931" with equal ends is one date; undelimited numbers are ISO 8601's basic form.
Date read_normal(std::string_view normal) {
    auto const slash = normal.find('/');
    auto const hyphenate = [](std::string_view part) {
        std::string out(trim(part));
        if (is_all_digits(out) && out.size() == 8) out.insert(6, "-").insert(4, "-");
        return out;
    };
    auto const start = hyphenate(normal.substr(0, slash));
    if (slash == std::string_view::npos) return parse_edtf(start).value_or(Date{});
    auto const end = hyphenate(normal.substr(slash + 1));
    if (end == start) return parse_edtf(start).value_or(Date{});
    return parse_edtf(start + "/" + (end == "9999" ? std::string("..") : end)).value_or(Date{});
}

std::string standard_or_text(xml::Node node) {
    if (!node) return {};
    auto const standard = node["standarddate"];
    return standard.empty() ? text_of(node) : std::string(standard);
}

Date read_structured(xml::Node node) {
    if (auto const range = node.child("daterange"))
        return read_date_text(standard_or_text(range.child("fromdate")) + "/" +
                              standard_or_text(range.child("todate")));
    return read_date_text(standard_or_text(node.child("datesingle")));
}

Date read_unitdate(xml::Node node) {
    if (node.local_name() == "unitdatestructured") return read_structured(node);
    auto const words = text_of(node);
    auto date = read_normal(node["normal"]);
    if (date.empty()) return read_date_text(words);
    auto const certainty = ascii_lower(node["certainty"]);
    auto const small = ascii_lower(words);
    date.circa = date.circa || certainty == "approximate" || certainty == "circa" ||
                 small.starts_with("circa ") || small.starts_with("ca. ") || small.starts_with("c. ");
    if (!words.empty() && words != to_edtf(date)) date.raw = words;
    return date;
}

bool is_date(xml::Node node) {
    return node.local_name() == "unitdate" || node.local_name() == "unitdatestructured";
}

// The whole span where a unit has it and a "bulk" one beside it. EAD 2002 lets dates stand in the title.
Date read_dates(xml::Node did) {
    Date first;
    for (auto const parent : {did, did.child("unittitle")}) {
        if (!parent) continue;
        for (auto const child : parent.elements()) {
            if (!is_date(child)) continue;
            auto date = read_unitdate(child);
            bool const bulk = child["type"] == "bulk" || child["unitdatetype"] == "bulk";
            if (first.empty() || (!bulk && !first.literal.empty())) first = date;
            if (!bulk && !date.empty() && date.literal.empty()) return date;
        }
    }
    return first;
}

// The title without the dates in it, but for one that they are a part of: "Feb. 1-9, 1945".
std::string title_of(xml::Node did) {
    auto const node = did ? did.child("unittitle") : xml::Node();
    if (!node) return {};
    auto const whole = text_of(node);
    std::string words;
    for (auto part = node.first(); part; part = part.next())
        if (!part.is_element() || !is_date(part)) words += part.text();
    words = collapse_space(words);
    auto const end = words.find_last_not_of(" ,;:-–");
    words.resize(end == std::string::npos ? 0 : end + 1);
    auto const first_word = std::string_view(words).substr(0, words.find_first_of(" .,"));
    bool const is_part_of_date = find_month(first_word) != 0 || parse_date_words(words);
    auto title = words.empty() || is_part_of_date ? whole : words;
    while (title.ends_with(',')) title.pop_back();
    return title;
}

// EAD3 has a name in parts: "Brown", "Clarence", and dates, which are none of it.
std::string text_of_name(xml::Node node) {
    if (auto const part = node.child("subarea")) {
        std::string whole;
        for (auto child = node.first(); child && child != part; child = child.next()) whole += child.text();
        return concat(collapse_space(whole), ", ", text_of(part));
    }
    if (!node.child("part")) return text_of(node);
    std::string const separator = node.local_name() == "persname" ? ", " : ". ";
    std::string name;
    for (auto const part : node.elements()) {
        auto const text = text_of(part);
        bool const date = part["localtype"].find("date") != std::string_view::npos;
        if (part.local_name() == "part" && !date && !text.empty())
            name += (name.empty() ? "" : separator) + text;
    }
    return name;
}

xml::Node first_name(xml::Node node) {
    for (std::string_view const name : {"persname", "corpname", "famname", "name"})
        if (auto const found = node.child(name)) return found;
    return {};
}

// "Princeton, New Jersey 08544 USA" among street, telephone and mail.
std::string place_of(xml::Node repository) {
    auto const address = repository.child("address");
    if (!address) return {};
    for (auto const line : address.elements()) {
        auto const text = text_of(line);
        bool const other = text.find_first_of("@:") != std::string::npos || text.empty() || is_digit(text[0]);
        if (!other && text.find(", ") != std::string::npos) return text;
    }
    return {};
}

struct Above {
    std::vector<ArchiveLevel> levels;      ///< of the units above
    std::vector<ArchiveLevel> containers;  ///< of a file above, for its items
    std::vector<ForeignField> titles;      ///< of the units above that go by their unitid
};

class FindingAid {
  public:
    explicit FindingAid(ItemSink const& sink) : sink_(sink) {}

    void read(xml::Node ead) {
        read_header(ead);
        auto const description = ead.child("archdesc");
        if (!description) return;
        auto const did = description.child("did");
        auto const repository = did.child("repository");
        auto const name = first_name(repository);
        repository_ = text_of_name(name ? name : repository);
        place_ = place_of(repository);
        collection_ = title_of(did);
        if (auto const code = did.child("unitid")["repositorycode"]; !code.empty()) code_ = std::string(code);
        read_unit(description, Above{});
    }

  private:
    void read_header(xml::Node ead) {
        auto const header = ead.child("eadheader");
        auto const control = ead.child("control");
        id_ = child_text(header, "eadid");
        if (control) id_ = child_text(control, "recordid");
        code_ = header ? std::string(header.child("eadid")["mainagencycode"]) : std::string();
        if (control) code_ = child_text(control.child("maintenanceagency"), "agencycode");
        for (auto const& url :
             {std::string(header ? header.child("eadid")["url"] : std::string_view()),
              std::string(control ? control.child("recordid")["instanceurl"] : std::string_view())})
            if (!url.empty()) url_ = url;
    }

    void read_unit(xml::Node unit, Above above) {
        auto const did = unit.child("did");
        auto const level = canonical_level(unit);
        auto const own = unit_level(did, level);
        auto const containers = read_containers(did);
        sink_(make_item(unit, did, level, own, containers, above));
        if (own) above.levels.push_back(*own);
        auto const title = title_of(did);
        if (unit.local_name() != "archdesc" && !(own && own->value == title) && !title.empty())
            above.titles.push_back({"ead", level, title});
        above.containers = is_aggregate(level) ? std::vector<ArchiveLevel>() : containers;
        for (auto const child : unit.elements()) {
            if (is_component(child.local_name())) read_unit(child, above);
            if (child.local_name() != "dsc") continue;
            for (auto const component : child.elements())
                if (is_component(component.local_name())) read_unit(component, above);
        }
    }

    // By what a unit is named in a reference: its number, else its title.
    static std::optional<ArchiveLevel> unit_level(xml::Node did, std::string const& level) {
        auto value = child_text(did, "unitid");
        if (value.empty() && is_aggregate(level)) value = title_of(did);
        if (value.empty()) return std::nullopt;
        return ArchiveLevel{level, "", std::move(value)};
    }

    static std::vector<ArchiveLevel> read_containers(xml::Node did) {
        std::vector<ArchiveLevel> containers;
        if (!did) return containers;
        for (auto const child : did.elements()) {
            if (child.local_name() != "container") continue;
            auto const text = text_of(child);
            auto const type = child["type"].empty() ? child["localtype"] : child["type"];
            if (text.empty()) continue;
            ArchiveLevel level{type.empty() ? "box" : replace_all(ascii_lower(type), " ", "-"),
                               capitalised(type), text, Hierarchy::physical};
            // "BOX 3" in the text of a box.
            if (!type.empty() && ascii_lower(text).starts_with(ascii_lower(type) + " ")) {
                level.label = text.substr(0, type.size());
                level.value = text.substr(type.size() + 1);
            }
            if (std::find(containers.begin(), containers.end(), level) == containers.end())
                containers.push_back(std::move(level));
        }
        return containers;
    }

    Item make_item(xml::Node unit, xml::Node did, std::string const& level,
                   std::optional<ArchiveLevel> const& own, std::vector<ArchiveLevel> const& containers,
                   Above const& above) {
        Item item;
        item.type = is_aggregate(level) ? ItemType::collection : ItemType::manuscript;
        item.id = id_of(unit);
        read_did(did, item);
        read_prose(unit, item);
        item.reference.repository = repository_;
        item.reference.place = place_;
        item.reference.levels = above.levels;
        if (own) item.reference.levels.push_back(*own);
        auto const& physical = containers.empty() ? above.containers : containers;
        item.reference.levels.insert(item.reference.levels.end(), physical.begin(), physical.end());
        bool const top = above.levels.empty() && unit.local_name() == "archdesc";
        if (!top) set_if_absent(item, Variable::archive_collection, collection_);
        if (!code_.empty()) item.foreign.push_back({"ead", "repositorycode", code_});
        item.foreign.insert(item.foreign.end(), above.titles.begin(), above.titles.end());
        if (top && !url_.empty()) set_if_absent(item, Variable::URL, url_);
        auto date = did ? read_dates(did) : Date{};
        // A file that is named by its date.
        if (date.empty() && !is_aggregate(level))
            date = parse_date_words(item.text(Variable::title)).value_or(Date{});
        if (!date.empty()) item.dates.set(Variable::issued, std::move(date));
        return item;
    }

    std::string id_of(xml::Node unit) {
        ++number_;
        if (!unit["id"].empty()) return std::string(unit["id"]);
        auto const base = id_.empty() ? std::string("unit") : replace_all(id_, " ", "");
        return number_ == 1 ? base : base + "-" + std::to_string(number_);
    }

    void read_did(xml::Node did, Item& item) {
        if (!did) return;
        bool has_number = false;
        set_if_absent(item, Variable::title, title_of(did));
        for (auto const child : did.elements()) {
            auto const name = child.local_name();
            if (name == "unittitle") {
                if (child != did.child("unittitle")) keep(child, item);
                for (auto const part : child.elements()) keep_bulk_date(part, item);
            } else if (name == "unitid") {
                if (std::exchange(has_number, true)) keep(child, item);
            }
            else if (name == "origination")
                read_origination(child, item);
            else if (name == "physdesc" || name == "physdescset" || name == "physdescstructured")
                read_physical(child, item);
            else if (name == "langmaterial")
                read_language(child, item);
            else if (name == "dao" || name == "daogrp" || name == "daoset")
                read_digital(child, item);
            else if (name == "abstract")
                append_text(item, Variable::abstract, text_of(child), "\n");
            else if (is_date(child))
                keep_bulk_date(child, item);
            else if (name != "container" && name != "repository" && name != "head")
                keep(child, item);
        }
    }

    static void keep_bulk_date(xml::Node node, Item& item) {
        if (is_date(node) && (node["type"] == "bulk" || node["unitdatetype"] == "bulk")) keep(node, item);
    }

    static void keep(xml::Node node, Item& item) {
        if (auto text = text_of(node); !text.empty())
            item.foreign.push_back({"ead", std::string(node.local_name()), std::move(text)});
    }

    static void read_origination(xml::Node node, Item& item) {
        bool found = false;
        for (auto const child : node.elements()) {
            auto const name = child.local_name();
            if (name != "persname" && name != "corpname" && name != "famname" && name != "name") continue;
            add_author(text_of_name(child), name == "persname", item);
            found = true;
        }
        if (!found) add_author(text_of(node), false, item);
    }

    static void add_author(std::string text, bool is_person, Item& item) {
        if (text.empty()) return;
        Name read;
        if (is_person)
            read = read_inverted_name(text);
        else
            read.literal = std::move(text);
        if (!read.suffix.empty() && is_digit(read.suffix[0])) read.suffix.clear();
        add_name(item, Variable::author, std::move(read));
    }

    static void read_physical(xml::Node node, Item& item) {
        if (auto const form = node.child("genreform"))
            set_if_absent(item, Variable::genre, text_of_name(form));
        bool in_parts = false;
        for (auto const child : node.elements()) {
            auto const name = child.local_name();
            if (name == "physdescstructured") read_physical(child, item);
            if (name == "extent") append_text(item, Variable::dimensions, text_of(child), "; ");
            in_parts = in_parts || name == "physdescstructured" || name == "extent";
        }
        if (in_parts) return;
        auto const quantity = node.child("quantity");
        append_text(item, Variable::dimensions,
                    quantity ? concat(text_of(quantity), " ", child_text(node, "unittype")) : text_of(node),
                    "; ");
    }

    static void read_language(xml::Node node, Item& item) {
        for (auto const child : node.elements()) {
            if (child.local_name() == "languageset") read_language(child, item);
            if (child.local_name() != "language") continue;
            auto const language = child;
            auto const code = language["langcode"];
            auto text = code.empty() ? text_of(language) : std::string(code);
            if (!set_if_absent(item, Variable::language, text) && text != item.text(Variable::language))
                item.foreign.push_back({"ead", "language", std::move(text)});
        }
        if (!node.child("language") && !node.child("languageset"))
            set_if_absent(item, Variable::language, text_of(node));
    }

    static void read_digital(xml::Node node, Item& item) {
        if (auto const address = node["href"]; !address.empty()) {
            if (!set_if_absent(item, Variable::URL, trim(address)))
                item.foreign.push_back({"ead", "dao", std::string(trim(address))});
            return;
        }
        for (auto const child : node.elements()) read_digital(child, item);
    }

    static void read_prose(xml::Node unit, Item& item) {
        for (auto const child : unit.elements()) {
            auto const name = child.local_name();
            if (name == "scopecontent")
                append_text(item, Variable::abstract, paragraphs(child), "\n");
            else if (name == "acqinfo" || name == "custodhist")
                item.reference.provenance_note +=
                    (item.reference.provenance_note.empty() ? "" : " ") + paragraphs(child);
            else if (name == "controlaccess")
                read_access_points(child, item);
            else if (name == "dao" || name == "daogrp")
                read_digital(child, item);
            else if (name == "descgrp")
                read_prose(child, item);
            else if (name != "did" && name != "dsc" && name != "head" && !is_component(name))
                keep_prose(child, item);
        }
    }

    static std::string paragraphs(xml::Node node) {
        std::string out;
        for (auto const child : node.elements()) {
            if (child.local_name() == "head") continue;
            auto const text = text_of(child);
            if (!text.empty()) out += (out.empty() ? "" : "\n") + text;
        }
        return out;
    }

    static void keep_prose(xml::Node node, Item& item) {
        if (auto text = paragraphs(node); !text.empty())
            item.foreign.push_back({"ead", std::string(node.local_name()), std::move(text)});
    }

    static void read_access_points(xml::Node node, Item& item) {
        std::vector<std::string> words;
        for (auto const child : node.elements()) {
            auto const name = child.local_name();
            if (name == "controlaccess")
                read_access_points(child, item);
            else if (name == "genreform")
                set_if_absent(item, Variable::genre, text_of_name(child));
            else if (name != "head" && name != "p")
                words.push_back(text_of_name(child));
        }
        std::erase(words, "");
        if (!words.empty()) append_text(item, Variable::keyword, join_keywords(words), "; ");
    }

    ItemSink const& sink_;
    std::string id_, code_, url_, repository_, place_, collection_;
    std::size_t number_ = 0;
};

}  // namespace

bool sniff_ead(std::string_view bytes) { return has_root(bytes, {"ead"}); }

std::optional<Error> read_ead_file(std::string_view bytes, ReadOptions const&, ItemSink const& sink,
                                   std::vector<Diagnostic>& diagnostics) {
    std::string repaired;
    auto const whole = close_damaged_xml(bytes, repaired, diagnostics);
    if (!whole) return whole.error();
    return read_xml_records(
        *whole, {"ead"}, diagnostics, [&](xml::Node ead, std::size_t) { FindingAid(sink).read(ead); },
        xml::Space::keep);
}

}  // namespace fonds
