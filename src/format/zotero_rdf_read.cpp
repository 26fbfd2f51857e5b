// Zotero RDF in: bibliontology, Dublin Core, PRISM, FOAF and vCard as Zotero's own export uses them.

#include <array>
#include <unordered_map>

#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/xml_records.hpp"
#include "format/zotero.hpp"

namespace fonds {
namespace {

using Resources = std::unordered_map<std::string, xml::Node>;

struct Property {
    std::string_view name;   ///< local name of the property
    std::string_view field;  ///< Zotero's field
};
// Where the property has a name of another vocabulary; Zotero's own namespace has its fields by name.
constexpr auto properties = std::to_array<Property>({
    {"title", "title"},
    {"date", "date"},
    {"abstract", "abstractNote"},
    {"rights", "rights"},
    {"coverage", "archiveLocation"},
    {"dateSubmitted", "accessDate"},
    {"pages", "pages"},
    {"volume", "volume"},
    {"number", "number"},
    {"edition", "edition"},
    {"alternative", "journalAbbreviation"},
    {"type", "type"},
    {"medium", "medium"},
});
// Properties that say what links records, or belong to the program.
constexpr std::array<std::string_view, 2> ignored = {"itemType", "relation"};

class Reader {
  public:
    Reader(xml::Node record, Resources const& resources) : record_(record), resources_(resources) {}

    Item read() {
        item_type_ = child_text(record_, "itemType");
        item_.type = zotero::find_type(item_type_).value_or(ItemType::document);
        if (!zotero::find_type(item_type_)) item_.foreign.push_back({"zotero", "itemType", item_type_});
        item_.id = std::string(record_["about"]);
        if (item_.id.starts_with('#')) item_.id.erase(0, 1);
        for (auto const child : record_.elements()) read_property(child, false);
        if (!words_.empty()) item_.texts.set(Variable::keyword, join_keywords(words_));
        if (!extra_.empty()) zotero::read_extra(extra_, item_);
        return std::move(item_);
    }

  private:
    void read_property(xml::Node node, bool of_container) {
        auto const name = node.local_name();
        for (auto const skipped : ignored)
            if (name == skipped) return;
        if (name == "isReferencedBy") read_note(node);
        else if (name == "link") read_attachment(node);
        else if (node.child("Seq")) read_creators(node);
        else if (name == "isPartOf") read_container(node);
        else if (name == "publisher") read_publisher(node);
        else if (name == "subject") read_subject(node);
        else if (name == "identifier") read_identifier(node, of_container);
        else if (name == "presentedAt") set("conferenceName", text_of(node), node);
        else if (name == "description" && !of_container) extra_ = block_text(node);
        else read_plain(node, of_container);
    }

    void read_plain(xml::Node node, bool of_container) {
        auto field = std::string(node.local_name());
        for (auto const& property : properties)
            if (property.name == field) field = property.field;
        if (of_container && field == "title") field = container_field_;
        // PRISM's number is the issue of a journal, and a number of its own elsewhere.
        if (of_container && field == "number")
            field = container_field_ == "series" ? "seriesNumber" : "issue";
        if (field == "number" && item_type_ == "journalArticle") field = "issue";
        set(field, text_of(node), node);
    }

    void set(std::string_view field, std::string const& text, xml::Node node) {
        auto const variable = zotero::find_field(field, item_type_);
        if (text.empty()) return;
        if (variable && kind_of(*variable) == VariableKind::date) {
            if (auto date = zotero::read_date(text); !date.empty())
                item_.dates.set(*variable, std::move(date));
        } else if (!variable || !set_if_absent(item_, *variable, text)) {
            item_.foreign.push_back({"zotero", std::string(node.local_name()), text});
        }
    }

    // bib:authors, z:recipients: the creator type in the plural.
    void read_creators(xml::Node node) {
        auto role = std::string(node.local_name());
        if (role.ends_with('s')) role.pop_back();
        auto const variable = zotero::find_creator(role);
        for (auto const entry : node.child("Seq").elements()) {
            auto const person = entry.child("Person");
            Name name;
            name.family = child_text(person, "surname");
            name.given = child_text(person, "givenName");
            if (name.given.empty()) name.given = child_text(person, "givenname");
            if (name.given.empty()) name.literal = std::exchange(name.family, std::string());
            if (name.empty()) name.literal = child_text(entry.child("Organization"), "name");
            if (variable) add_name(item_, *variable, std::move(name));
            else item_.foreign.push_back({"zotero", "creator/" + role, write_inverted_name(name)});
        }
    }

    [[nodiscard]] xml::Node resource_of(xml::Node node) const {
        auto const found = resources_.find(std::string(node["resource"]));
        return found == resources_.end() ? xml::Node() : found->second;
    }

    // Notes and files are records of their own, which belong to this one.
    void read_note(xml::Node node) {
        if (auto text = text_of(resource_of(node).child("value")); !text.empty())
            item_.foreign.push_back({"zotero", "notes", std::move(text)});
    }

    void read_attachment(xml::Node node) {
        auto const attachment = resource_of(node);
        auto const file = attachment.child("resource")["resource"];
        auto const address = child_text(attachment.child("identifier").child("URI"), "value");
        auto const name = file.empty() ? address : std::string(file);
        if (!name.empty()) item_.foreign.push_back({"zotero", "attachments", name});
    }

    // The journal, book, series or site: inside the property, or elsewhere in the file by its address.
    void read_container(xml::Node node) {
        auto container = node.first();
        while (container && !container.is_element()) container = container.next();
        if (!container) {
            container = resource_of(node);
            if (!container) return;
        }
        bool const series = container.local_name() == "Series";
        container_field_ = series ? "series" : "publicationTitle";
        for (auto const child : container.elements())
            if (child.local_name() != "isPartOf" || depth_ > 0) read_property(child, true);
            else nested(child);
    }

    void nested(xml::Node node) {
        ++depth_;
        read_container(node);
        --depth_;
        container_field_ = "publicationTitle";
    }

    void read_publisher(xml::Node node) {
        auto const organisation = node.child("Organization");
        set("publisher", organisation ? child_text(organisation, "name") : text_of(node), node);
        if (auto const address = organisation.child("adr"))
            set("place", child_text(address.child("Address"), "locality"), node);
    }

    void read_subject(xml::Node node) {
        if (auto const number = node.child("LCC")) return set("callNumber", text_of(number), node);
        auto text = text_of(node);
        if (!text.empty()) words_.push_back(std::move(text));
    }

    // "ISBN 978-…", "DOI 10.…", an address in dcterms:URI; of a series its number.
    void read_identifier(xml::Node node, bool of_container) {
        auto const text = text_of(node);
        if (node.child("URI")) return set("url", text, node);
        auto const space = text.find(' ');
        auto const scheme = text.substr(0, space);
        if (space != std::string::npos && (scheme == "ISBN" || scheme == "ISSN" || scheme == "DOI"))
            return set(scheme, text.substr(space + 1), node);
        if (of_container && container_field_ == "series") return set("seriesNumber", text, node);
        item_.foreign.push_back({"zotero", "identifier", text});
    }

    xml::Node record_;
    Resources const& resources_;
    Item item_;
    std::string item_type_;
    std::string container_field_ = "publicationTitle";
    std::string extra_;
    std::vector<std::string> words_;
    int depth_ = 0;
};

bool is_record(xml::Node node) {
    auto const type = child_text(node, "itemType");
    return !type.empty() && type != "note" && type != "attachment" && type != "annotation";
}

}  // namespace

bool sniff_zotero_rdf(std::string_view bytes) {
    return has_root(bytes, {"RDF"}) &&
           bytes.substr(0, 65536).find("zotero.org/namespaces") != std::string_view::npos;
}

std::optional<Error> read_zotero_rdf_file(std::string_view bytes, ReadOptions const&, RecordSink const& sink,
                                          std::vector<Diagnostic>& diagnostics) {
    std::string repaired;
    auto const whole = close_damaged_xml(bytes, repaired, diagnostics);
    if (!whole) return whole.error();
    auto const document = xml::Document::read(*whole);
    if (!document) return document.error();
    Resources resources;
    for (auto const node : document->root().elements())
        if (auto const about = node["about"]; !about.empty()) resources.emplace(about, node);
    for (auto const node : document->root().elements())
        if (is_record(node)) sink(Reader(node, resources).read());
    return std::nullopt;
}

}  // namespace fonds
