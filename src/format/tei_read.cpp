// TEI in.

#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/mods.hpp"
#include "format/tei.hpp"
#include "format/xml_records.hpp"
#include "format/zotero.hpp"
#include "model/record_string.hpp"

namespace fonds {
namespace tei {
namespace {

Name read_name(xml::Node node) {
    Name name;
    auto person = node.child("persName") ? node.child("persName") : node.child("name");
    if (!person) person = node;
    if (auto const organisation = node.child("orgName")) {
        name.literal = text_of(organisation);
        return name;
    }
    for (auto const part : person.elements()) {
        auto const text = text_of(part);
        auto const add = [&](std::string& value) { value += (value.empty() ? "" : " ") + text; };
        if (part.local_name() == "surname") add(name.family);
        else if (part.local_name() == "forename") add(name.given);
        else if (part.local_name() == "nameLink" && part["type"] == "dropping") add(name.dropping_particle);
        else if (part.local_name() == "nameLink") add(name.non_dropping_particle);
        else if (part.local_name() == "genName") add(name.suffix);
    }
    if (!name.family.empty()) return name;
    if (!name.given.empty()) {
        std::swap(name.family, name.given);
        return name;
    }
    return read_inverted_name(text_of(person));
}

Date read_date(xml::Node node) {
    auto const either = [&](std::string_view first, std::string_view second) {
        auto const value = node[first];
        return std::string(value.empty() ? node[second] : value);
    };
    auto const from = either("from", "notBefore");
    auto const to = either("to", "notAfter");
    auto const words = text_of(node);
    Date date;
    if (!node["when"].empty()) date = parse_edtf(node["when"]).value_or(Date{});
    else if (!from.empty() || !to.empty())
        date = parse_edtf((from.empty() ? ".." : from) + "/" + (to.empty() ? ".." : to)).value_or(Date{});
    if (date.empty()) return read_date_text(words);
    auto const plain = to_edtf(date);
    date.circa |= node["precision"] == "low" || node["cert"] == "medium";
    date.uncertain |= node["cert"] == "low";
    if (!words.empty() && words != plain) date.raw = words;
    return date;
}

class RecordReader {
  public:
    explicit RecordReader(xml::Node record) : record_(record) {}

    Item read() {
        item_.id = std::string(record_["xml:id"]);
        if (record_.local_name() == "msDesc") read_manuscript();
        else read_published();
        if (auto const type = find_item_type(record_["type"])) item_.type = *type;
        else if (auto const zotero_type = zotero::find_type(record_["type"])) item_.type = *zotero_type;
        return std::move(item_);
    }
    [[nodiscard]] std::string const& record_string() const { return record_string_; }

  private:
    void keep(xml::Node node) {
        auto value = text_of(node);
        if (!value.empty())
            item_.foreign.push_back({"tei", std::string(node.local_name()), std::move(value)});
    }
    void set(Variable variable, std::string const& text, xml::Node node) {
        if (!set_if_absent(item_, variable, text)) keep(node);
    }

    void read_manuscript() {
        item_.type = ItemType::manuscript;
        for (auto const child : record_.elements()) {
            auto const name = child.local_name();
            if (name == "msIdentifier") read_identifier(child);
            else if (name == "msContents") read_contents(child);
            else if (name == "head") set(Variable::title, text_of(child), child);
            else if (name == "history") read_history(child);
            else if (name == "additional") read_additional(child);
            else keep(child);
        }
    }

    void read_identifier(xml::Node node) {
        for (auto const child : node.elements()) {
            auto const name = child.local_name();
            if (name == "settlement") set(Variable::archive_place, text_of(child), child);
            else if (name == "repository") set(Variable::archive, text_of(child), child);
            else if (name == "institution" && !node.child("repository"))
                set(Variable::archive, text_of(child), child);
            else if (name == "collection")
                append_text(item_, Variable::archive_collection, text_of(child), ", ");
            else if (name == "idno") set(Variable::archive_location, text_of(child), child);
            else if (name == "altIdentifier" && child.child("idno")["type"] == "callNumber")
                set(Variable::call_number, text_of(child), child);
            else keep(child);
        }
    }

    void read_contents(xml::Node node) {
        for (auto const child : node.elements()) {
            if (child.local_name() == "summary") set(Variable::abstract, text_of(child), child);
            else if (child.local_name() == "textLang") read_language(child);
            else if (child.local_name() == "msItem" || child.local_name() == "msItemStruct")
                read_parts(child, Variable::title, Variable::editor);
            else keep(child);
        }
    }

    void read_history(xml::Node node) {
        auto const origin = node.child("origin");
        auto const date = origin.child("origDate") ? origin.child("origDate") : origin.child("date");
        if (date) set_date(read_date(date));
        if (auto const place = origin.child("origPlace"))
            set(Variable::publisher_place, text_of(place), place);
        for (std::string_view const name : {"provenance", "acquisition"})
            if (auto const found = node.child(name))
                item_.reference.provenance_note +=
                    (item_.reference.provenance_note.empty() ? "" : " ") + text_of(found);
    }

    void read_additional(xml::Node node) {
        if (auto const information = node.child("adminInfo"))
            read_parts(information, Variable::title, Variable::editor);
        auto const surrogate = node.child("surrogates").child("bibl");
        if (!surrogate) return;
        set(Variable::source, child_text(surrogate, "publisher"), surrogate);
        read_reference(surrogate.child("ref"));
    }

    void read_reference(xml::Node node) {
        if (!node) return;
        auto const target = node["target"];
        set(Variable::URL, target.empty() ? text_of(node) : std::string(target), node);
    }

    void read_language(xml::Node node) {
        auto const code = node["mainLang"];
        set(Variable::language, code.empty() ? text_of(node) : std::string(code), node);
    }

    void set_date(Date date) {
        if (!date.empty() && !item_.dates.find(Variable::issued))
            item_.dates.set(Variable::issued, std::move(date));
    }

    void read_published() {
        auto const analytic = record_.child("analytic");
        auto const monograph = record_.child("monogr");
        if (analytic) read_parts(analytic, Variable::title, Variable::editor);
        if (monograph) {
            bool const journal = monograph.child("title")["level"] == "j";
            item_.type =
                analytic ? (journal ? ItemType::article_journal : ItemType::chapter) : ItemType::book;
            read_parts(monograph, analytic ? Variable::container_title : Variable::title, Variable::editor);
        }
        if (auto const series = record_.child("series"))
            read_parts(series, Variable::collection_title, Variable::collection_editor);
        if (monograph || analytic) read_rest();
        else read_loose();
    }

    void read_rest() {
        for (auto const child : record_.elements()) {
            auto const name = child.local_name();
            if (name != "analytic" && name != "monogr" && name != "series")
                read_part(child, Variable::title, Variable::editor);
        }
    }

    // `bibl`: the same elements without order; the levels of its titles tell what it is.
    void read_loose() {
        bool article = false, journal = false, monograph = false;
        for (auto const child : record_.elements()) {
            article |= child.local_name() == "title" && child["level"] == "a";
            monograph |= child.local_name() == "title" && child["level"] == "m";
            journal |= child.local_name() == "title" && child["level"] == "j";
        }
        if (monograph) item_.type = ItemType::book;
        if (article) item_.type = journal ? ItemType::article_journal : ItemType::chapter;
        bool const archival = record_.child("msIdentifier") || record_.child("repository");
        if (record_.child("msIdentifier")) read_identifier(record_.child("msIdentifier"));
        if (record_.child("repository")) read_identifier(record_);
        if (archival) item_.type = ItemType::manuscript;
        bool any = false;
        for (auto const child : record_.elements()) {
            auto const name = child.local_name();
            bool const identified =
                name == "msIdentifier" || (archival && (name == "settlement" || name == "repository" ||
                                                        name == "collection" || name == "idno"));
            if (identified) continue;
            auto const level = child["level"];
            bool const host = article && (level == "m" || level == "j");
            read_part(child,
                      level == "s" ? Variable::collection_title
                      : host       ? Variable::container_title
                                   : Variable::title,
                      Variable::editor);
            any = true;
        }
        if (!any && !archival) set(Variable::note, text_of(record_), record_);
    }

    void read_parts(xml::Node node, Variable title, Variable editor) {
        for (auto const child : node.elements()) read_part(child, title, editor);
    }

    void read_part(xml::Node node, Variable title, Variable editor) {
        auto const name = node.local_name();
        if (name == "title") read_title(node, title);
        else if (name == "author")
            add_name(item_,
                     title == Variable::container_title ? Variable::container_author : Variable::author,
                     read_name(node));
        else if (name == "editor" || name == "respStmt") read_responsible(node, editor);
        else if (name == "imprint") read_parts(node, title, editor);
        else if (name == "biblScope") read_scope(node, editor == Variable::collection_editor);
        else if (name == "idno") read_number(node);
        else if (name == "date" || name == "origDate") set_date(read_date(node));
        else if (name == "note") read_note(node);
        else if (name == "ref" || name == "ptr") read_reference(node);
        else if (name == "textLang") read_language(node);
        else read_simple(name, node);
    }

    void read_simple(std::string_view name, xml::Node node) {
        if (name == "pubPlace") set(Variable::publisher_place, text_of(node), node);
        else if (name == "publisher" || name == "distributor") set(Variable::publisher, text_of(node), node);
        else if (name == "edition") set(Variable::edition, text_of(node), node);
        else if (name == "meeting") set(Variable::event_title, text_of(node), node);
        else if (name == "extent") set(Variable::number_of_pages, text_of(node), node);
        else keep(node);
    }

    void read_title(xml::Node node, Variable title) {
        auto const type = node["type"];
        if (type == "short" && title == Variable::container_title)
            set(Variable::container_title_short, text_of(node), node);
        else if (type == "short") set(Variable::title_short, text_of(node), node);
        else if (type == "sub" && item_.texts.find(title)) append_text(item_, title, text_of(node), ": ");
        else set(title, text_of(node), node);
    }

    void read_responsible(xml::Node node, Variable fallback) {
        auto role = std::string(node["role"]);
        if (node.local_name() == "respStmt") role = child_text(node, "resp");
        auto const variable = mods::find_relator(role);
        if (node.local_name() == "respStmt" && !variable) return keep(node);
        add_name(item_, variable.value_or(fallback), read_name(node));
    }

    void read_scope(xml::Node node, bool series) {
        auto const unit = node["unit"].empty() ? node["type"] : node["unit"];
        auto const variable =
            series ? Variable::collection_number : find_scope(unit).value_or(Variable::page);
        auto text = text_of(node);
        if (text.empty() && !node["from"].empty()) text = concat(node["from"], "-", node["to"]);
        set(variable, text, node);
    }

    void read_number(xml::Node node) {
        auto const text = text_of(node);
        auto const type = ascii_lower(node["type"]);
        if (auto const variable = find_identifier(type)) set(*variable, text, node);
        else if ((type == "url" || type == "uri") && text.starts_with("http")) set(Variable::URL, text, node);
        else keep(node);
    }

    void read_note(xml::Node node) {
        auto const text = block_text(node);
        auto const type = node["type"];
        if (type == "fonds" && is_record_string(text)) record_string_ = text;
        else if (type == "abstract") set(Variable::abstract, text, node);
        else if (type == "genre") set(Variable::genre, text, node);
        else append_text(item_, Variable::note, text, "\n");
    }

    xml::Node record_;
    Item item_;
    std::string record_string_;
};

}  // namespace

Item read_record(std::string_view text) {
    auto const document = xml::Document::read(text);
    return document ? RecordReader(document->root()).read() : Item{};
}

}  // namespace tei

bool sniff_tei(std::string_view bytes) {
    if (has_root(bytes, {"TEI", "teiCorpus", "listBibl", "biblStruct", "msDesc"})) return true;
    return has_root(bytes, {"bibl"}) && bytes.find("www.tei-c.org") != std::string_view::npos;
}

std::optional<Error> read_tei_file(std::string_view bytes, ReadOptions const&, ItemSink const& sink,
                                   std::vector<Diagnostic>& diagnostics) {
    auto const deliver = [&](xml::Node record, std::size_t base) {
        tei::RecordReader reader(record);
        auto item = reader.read();
        auto const at = base + record.offset();
        if (!reader.record_string().empty())
            item = restore_lossless(tei::form, std::move(item), reader.record_string(), {at, at + 1},
                                    diagnostics);
        sink(std::move(item));
    };
    return read_xml_records(bytes, {"biblStruct", "msDesc", "bibl"}, diagnostics, deliver);
}

}  // namespace fonds
