// TEI in.

#include "base/text.hpp"
#include "format/extents.hpp"
#include "format/field_text.hpp"
#include "format/tei.hpp"
#include "format/tei_header.hpp"
#include "format/tei_loose.hpp"
#include "format/tei_parts.hpp"
#include "format/xml_records.hpp"
#include "format/zotero.hpp"

namespace fonds {
namespace tei {
namespace {

class RecordReader {
  public:
    explicit RecordReader(xml::Node record) : record_(record), parts_(item_) {}

    Item read() {
        item_.id = std::string(record_["xml:id"]);
        if (record_.local_name() == "msDesc") read_manuscript();
        else if (record_.local_name() == "biblFull") read_full();
        else read_published();
        if (auto const type = find_item_type(record_["type"])) item_.type = *type;
        else if (auto const zotero_type = zotero::find_type(record_["type"])) item_.type = *zotero_type;
        return std::move(item_);
    }
    [[nodiscard]] std::string const& record_string() const { return parts_.record_string(); }

  private:
    void read_manuscript() {
        item_.type = ItemType::manuscript;
        for (auto const child : record_.elements()) {
            auto const name = child.local_name();
            if (name == "msIdentifier") read_identifier(child);
            else if (name == "msContents") read_contents(child);
            else if (name == "head") parts_.set(Variable::title, text_of(child), child);
            else if (name == "history") read_history(child);
            else if (name == "additional") read_additional(child);
            else if (name == "physDesc") read_physical(child);
            else parts_.keep(child);
        }
        add_from_header(record_, item_, parts_);
    }

    void read_identifier(xml::Node node) {
        for (auto const child : node.elements()) {
            auto const name = child.local_name();
            if (name == "settlement") parts_.set(Variable::archive_place, text_of(child), child);
            else if (name == "repository") parts_.set(Variable::archive, text_of(child), child);
            else if (name == "institution" && !node.child("repository"))
                parts_.set(Variable::archive, text_of(child), child);
            else if (name == "collection")
                append_text(item_, Variable::archive_collection, text_of(child), ", ");
            else if (name == "idno") parts_.set(Variable::archive_location, text_of(child), child);
            else if (auto const variable = find_identifier(child.child("idno")["type"]);
                     name == "altIdentifier" && variable)
                parts_.set(*variable, text_of(child), child);
            else parts_.keep(child);
        }
    }

    void read_contents(xml::Node node) {
        for (auto const child : node.elements()) {
            if (child.local_name() == "summary") parts_.set(Variable::abstract, text_of(child), child);
            else if (child.local_name() == "textLang") parts_.read_language(child);
            else if (child.local_name() == "msItem" || child.local_name() == "msItemStruct")
                parts_.read_all(child, Variable::title, Variable::editor);
            else parts_.keep(child);
        }
    }

    void read_history(xml::Node node) {
        for (auto const child : node.elements()) {
            auto const name = child.local_name();
            if (name == "origin") read_origin(child);
            else if (name == "provenance" || name == "acquisition")
                item_.reference.provenance_note +=
                    (item_.reference.provenance_note.empty() ? "" : " ") + text_of(child);
            else parts_.keep(child);
        }
    }

    // In prose, with dates and places in it; or dated as a whole.
    void read_origin(xml::Node origin) {
        auto date = find_below(origin, "origDate");
        if (!date) date = find_below(origin, "date");
        if (date) parts_.read_date(date);
        else if (!origin["when"].empty() || !origin["notBefore"].empty()) parts_.read_date(origin);
        if (auto const place = find_below(origin, "origPlace"))
            parts_.set(Variable::publisher_place, text_of(place), place);
    }

    // What else is said of the support, the hands and the binding is kept beside the record.
    void read_physical(xml::Node node) {
        std::vector<std::string> extents;
        for (auto extent = find_below(node, "extent"); extent; extent = extent.next("extent")) {
            extents.push_back(text_of(extent));
            add_extent(extents.back(), item_);
        }
        if (text_of_parts(node) != join(extents, ", ")) parts_.keep(node);
    }

    static xml::Node find_below(xml::Node node, std::string_view name) {
        for (auto const child : node.elements()) {
            if (child.local_name() == name) return child;
            if (auto const found = find_below(child, name)) return found;
        }
        return {};
    }

    void read_additional(xml::Node node) {
        if (auto const information = node.child("adminInfo"))
            parts_.read_all(information, Variable::title, Variable::editor);
        auto const surrogate = node.child("surrogates").child("bibl");
        if (!surrogate) return;
        parts_.set(Variable::source, child_text(surrogate, "publisher"), surrogate);
        parts_.read_reference(surrogate.child("ref"));
        for (auto note = surrogate.child("note"); note; note = note.next("note"))
            parts_.read(note, Variable::title, Variable::editor);
    }

    void read_published() {
        auto const analytic = record_.child("analytic");
        auto const monograph = record_.child("monogr");
        if (analytic) parts_.read_all(analytic, Variable::title, Variable::editor);
        if (monograph) {
            bool const journal = monograph.child("title")["level"] == "j";
            item_.type =
                analytic ? (journal ? ItemType::article_journal : ItemType::chapter) : ItemType::book;
            parts_.read_all(monograph, analytic ? Variable::container_title : Variable::title,
                            Variable::editor);
        }
        if (auto const series = record_.child("series"))
            parts_.read_all(series, Variable::collection_title, Variable::collection_editor);
        if (monograph || analytic) read_rest();
        else read_loose();
    }

    // `biblFull`: described as the header of an edition describes the edition.
    void read_full() {
        item_.type =
            record_.child("publicationStmt").child("publisher") ? ItemType::book : ItemType::document;
        for (auto const child : record_.elements()) {
            bool const series = child.local_name() == "seriesStmt";
            if (child.local_name().ends_with("Stmt"))
                parts_.read_all(child, series ? Variable::collection_title : Variable::title,
                                series ? Variable::collection_editor : Variable::editor);
            else parts_.read(child, Variable::title, Variable::editor);
        }
    }

    void read_rest() {
        for (auto const child : record_.elements()) {
            auto const name = child.local_name();
            if (name != "analytic" && name != "monogr" && name != "series")
                parts_.read(child, Variable::title, Variable::editor);
        }
    }

    // `bibl`: the same elements without order, and text between them.
    void read_loose() {
        LooseTitles const titles(record_);
        if (titles.type()) item_.type = *titles.type();
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
            if (identified || name == "hi") continue;  // how words are set does not say what they are
            parts_.read(child, name == "title" ? titles.variable_of(child) : Variable::title,
                        Variable::editor);
            any = true;
        }
        titles.trim(item_);
        // What nobody tagged is kept as it reads.
        if ((!any && !archival) || has_untagged_words(record_))
            append_text(item_, Variable::note, text_of(record_), "\n");
    }

    xml::Node record_;
    Item item_;
    PartReader parts_;
};

// `bibl` that only points to another.
bool is_empty(xml::Node record) { return !record.first() && record.local_name() == "bibl"; }

// A taxonomy or a tool of the edition, not a source.
bool is_of_encoding(xml::Node record) { return bool(enclosing(record, "encodingDesc")); }

}  // namespace

Item read_record(std::string_view text) {
    auto const document = xml::Document::read(text, xml::Space::keep);
    return document ? RecordReader(document->root()).read() : Item{};
}

}  // namespace tei

bool sniff_tei(std::string_view bytes) {
    if (has_root(bytes, {"TEI", "teiCorpus", "listBibl", "biblStruct", "msDesc"})) return true;
    return has_root(bytes, {"bibl"}) && bytes.find("www.tei-c.org") != std::string_view::npos;
}

std::optional<Error> read_tei_file(std::string_view bytes, ReadOptions const&, RecordSink const& sink,
                                   std::vector<Diagnostic>& diagnostics) {
    auto const deliver = [&](xml::Node record, std::size_t base) {
        if (tei::is_of_encoding(record) || tei::is_empty(record)) return;
        tei::RecordReader reader(record);
        auto item = reader.read();
        auto const at = base + record.offset();
        if (!reader.record_string().empty())
            item = restore_lossless(tei::form, std::move(item), reader.record_string(), {at, at + 1},
                                    diagnostics);
        sink(std::move(item));
    };
    return read_xml_records(bytes, {"biblStruct", "biblFull", "msDesc", "bibl"}, diagnostics, deliver,
                            xml::Space::keep);
}

}  // namespace fonds
