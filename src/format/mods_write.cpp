// MODS out.

#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/form_writer.hpp"
#include "format/mods.hpp"
#include "format/xml_records.hpp"

namespace fonds {
namespace mods {
namespace {

class RecordWriter {
  public:
    RecordWriter(Item const& item, std::string& out) : item_(item), xml_(out, 1), part_(is_part(item.type)) {}

    void write(std::string_view record_string) {
        xml_.open("mods", {{"version", "3.7"}});
        write_titles();
        for (auto const& [variable, names] : item_.names)
            if (!is_elsewhere(variable)) write_names(names, relator_code(variable));
        write_type();
        if (!part_) write_origin();
        write_language_and_form();
        xml_.element("abstract", text(Variable::abstract)).element("note", text(Variable::note));
        xml_.element("note", item_.reference.provenance_note, {{"type", "acquisition"}});
        for (auto const& word : split_keywords(text(Variable::keyword)))
            xml_.open("subject").element("topic", word).close();
        if (has(Variable::scale))
            xml_.open("subject")
                .open("cartographics")
                .element("scale", text(Variable::scale))
                .close()
                .close();
        xml_.element("classification", text(Variable::call_number));
        write_related();
        write_identifiers();
        write_location();
        xml_.element("accessCondition", text(Variable::license));
        if (!part_) write_part();
        write_record_info(record_string);
        xml_.close();
    }

  private:
    std::string_view text(Variable variable) const { return item_.text(variable); }
    bool has(Variable variable) const { return !text(variable).empty(); }

    void write_titles() {
        if (has(Variable::title) || has(Variable::part_number) || has(Variable::part_title))
            xml_.open("titleInfo")
                .element("title", text(Variable::title))
                .element("partNumber", text(Variable::part_number))
                .element("partName", text(Variable::part_title))
                .close();
        if (has(Variable::title_short))
            xml_.open("titleInfo", {{"type", "abbreviated"}})
                .element("title", text(Variable::title_short))
                .close();
    }

    // Names of the host and the series stand with them.
    bool is_elsewhere(Variable variable) const {
        return variable == Variable::collection_editor || variable == Variable::container_author ||
               (part_ && variable == Variable::editor);
    }

    void write_names(Names const& names, std::string_view code) {
        if (code.empty()) return;
        for (auto const& name : names) {
            bool const person = name.literal.empty();
            xml_.open("name", {{"type", person ? "personal" : "corporate"}});
            auto plain = name;
            plain.suffix.clear();
            if (person) {
                auto const inverted = write_inverted_name(plain);
                auto const given_size =
                    inverted.find(", ") == std::string::npos ? 0 : given_text(name).size() + 2;
                xml_.element("namePart", inverted.substr(0, inverted.size() - given_size),
                             {{"type", "family"}})
                    .element("namePart", given_text(name), {{"type", "given"}})
                    .element("namePart", name.suffix, {{"type", "termsOfAddress"}});
            } else {
                xml_.element("namePart", name.literal);
            }
            xml_.open("role")
                .element("roleTerm", code, {{"type", "code"}, {"authority", "marcrelator"}})
                .close();
            xml_.close();
        }
    }

    static std::string given_text(Name const& name) {
        if (name.dropping_particle.empty()) return name.given;
        return name.given + (name.given.empty() ? "" : " ") + name.dropping_particle;
    }

    void write_type() {
        bool const manuscript = item_.type == ItemType::manuscript;
        bool const collection = item_.type == ItemType::collection;
        xml_.element("typeOfResource", resource_type(item_.type),
                     {{"manuscript", manuscript ? "yes" : ""}, {"collection", collection ? "yes" : ""}});
        xml_.element("genre", to_string(item_.type), {{"authority", "local"}});
        if (!part_) xml_.element("genre", marc_genre(item_.type), {{"authority", "marcgt"}});
        xml_.element("genre", text(Variable::genre));
    }

    void write_date(std::string_view name, Date const& date) {
        auto plain = date;
        plain.circa = plain.uncertain = false;
        auto const edtf = to_edtf(plain);
        std::string_view const qualifier = date.circa ? "approximate" : date.uncertain ? "questionable" : "";
        if (edtf.empty()) xml_.element(name, date.literal);
        else xml_.element(name, edtf, {{"encoding", "edtf"}, {"qualifier", qualifier}});
    }

    bool is_unpublished() const {
        return item_.type == ItemType::manuscript || item_.type == ItemType::personal_communication ||
               item_.type == ItemType::interview || item_.type == ItemType::collection;
    }

    void write_origin() {
        auto const* issued = item_.dates.find(Variable::issued);
        if (!issued && !has(Variable::publisher) && !has(Variable::publisher_place) &&
            !has(Variable::edition))
            return;
        xml_.open("originInfo");
        if (has(Variable::publisher_place))
            xml_.open("place")
                .element("placeTerm", text(Variable::publisher_place), {{"type", "text"}})
                .close();
        xml_.element("publisher", text(Variable::publisher));
        if (issued) write_date(is_unpublished() ? "dateCreated" : "dateIssued", *issued);
        xml_.element("edition", text(Variable::edition)).close();
    }

    void write_language_and_form() {
        if (has(Variable::language)) {
            auto const code = text(Variable::language).find(' ') == std::string_view::npos;
            xml_.open("language")
                .element("languageTerm", text(Variable::language), {{"type", code ? "code" : "text"}})
                .close();
        }
        if (!has(Variable::medium) && !has(Variable::number_of_pages) && !has(Variable::dimensions) &&
            !has(Variable::number_of_volumes))
            return;
        xml_.open("physicalDescription").element("form", text(Variable::medium));
        xml_.element("extent", text(Variable::number_of_pages), {{"unit", "pages"}});
        if (has(Variable::number_of_volumes))
            xml_.element("extent", concat(text(Variable::number_of_volumes), " vols."));
        xml_.element("extent", text(Variable::dimensions)).close();
    }

    void write_related() {
        if (part_ || has(Variable::container_title)) write_host();
        if (!part_ && has(Variable::archive_collection))
            xml_.open("relatedItem", {{"type", "host"}})
                .open("titleInfo")
                .element("title", text(Variable::archive_collection))
                .close()
                .element("typeOfResource", "mixed material", {{"collection", "yes"}})
                .close();
        if (!part_) write_series();
        write_original();
    }

    void write_host() {
        xml_.open("relatedItem", {{"type", "host"}});
        if (has(Variable::container_title))
            xml_.open("titleInfo").element("title", text(Variable::container_title)).close();
        if (has(Variable::container_title_short))
            xml_.open("titleInfo", {{"type", "abbreviated"}})
                .element("title", text(Variable::container_title_short))
                .close();
        if (part_)
            if (auto const* editors = item_.names.find(Variable::editor)) write_names(*editors, "edt");
        if (auto const* authors = item_.names.find(Variable::container_author)) write_names(*authors, "aut");
        if (part_) {
            xml_.element("genre", marc_genre(item_.type), {{"authority", "marcgt"}});
            write_origin();
            write_series();
            write_part();
        }
        xml_.close();
    }

    void write_series() {
        auto const* editors = item_.names.find(Variable::collection_editor);
        if (!has(Variable::collection_title) && !has(Variable::collection_number) && !editors) return;
        xml_.open("relatedItem", {{"type", "series"}});
        if (has(Variable::collection_title))
            xml_.open("titleInfo").element("title", text(Variable::collection_title)).close();
        if (editors) write_names(*editors, "edt");
        if (has(Variable::collection_number)) {
            xml_.open("part");
            write_detail("volume", Variable::collection_number);
            xml_.close();
        }
        xml_.close();
    }

    void write_original() {
        auto const* date = item_.dates.find(Variable::original_date);
        bool const origin =
            date || has(Variable::original_publisher) || has(Variable::original_publisher_place);
        if (!origin && !has(Variable::original_title)) return;
        xml_.open("relatedItem", {{"type", "original"}});
        if (has(Variable::original_title))
            xml_.open("titleInfo").element("title", text(Variable::original_title)).close();
        if (origin) {
            xml_.open("originInfo");
            if (has(Variable::original_publisher_place))
                xml_.open("place")
                    .element("placeTerm", text(Variable::original_publisher_place), {{"type", "text"}})
                    .close();
            xml_.element("publisher", text(Variable::original_publisher));
            if (date) write_date("dateIssued", *date);
            xml_.close();
        }
        xml_.close();
    }

    void write_detail(std::string_view type, Variable variable) {
        if (has(variable)) xml_.open("detail", {{"type", type}}).element("number", text(variable)).close();
    }

    void write_part() {
        bool any = has(Variable::page);
        for (auto const variable :
             {Variable::volume, Variable::issue, Variable::section, Variable::chapter_number})
            any = any || has(variable);
        if (!any) return;
        xml_.open("part");
        write_detail("volume", Variable::volume);
        write_detail("issue", Variable::issue);
        write_detail("section", Variable::section);
        write_detail("chapter", Variable::chapter_number);
        if (has(Variable::page)) {
            auto const [first, last] = split_page_range(text(Variable::page));
            xml_.open("extent", {{"unit", "pages"}});
            if (last.empty()) xml_.element("list", first);
            else xml_.element("start", first).element("end", last);
            xml_.close();
        }
        xml_.close();
    }

    void write_identifiers() {
        xml_.element("identifier", text(Variable::DOI), {{"type", "doi"}})
            .element("identifier", text(Variable::ISBN), {{"type", "isbn"}})
            .element("identifier", text(Variable::ISSN), {{"type", "issn"}})
            .element("identifier", text(Variable::PMID), {{"type", "pmid"}})
            .element("identifier", text(Variable::PMCID), {{"type", "pmcid"}})
            .element("identifier", text(Variable::number), {{"type", "local"}, {"displayLabel", "number"}})
            .element("identifier", item_.reference.document_id,
                     {{"type", "local"}, {"displayLabel", "document id"}});
    }

    void write_location() {
        if (has(Variable::archive) || has(Variable::archive_place) || has(Variable::archive_location))
            xml_.open("location")
                .element("physicalLocation", text(Variable::archive))
                .element("physicalLocation", text(Variable::archive_place), {{"displayLabel", "place"}})
                .element("shelfLocator", text(Variable::archive_location))
                .close();
        if (!has(Variable::URL)) return;
        auto const* accessed = item_.dates.find(Variable::accessed);
        auto const date = accessed ? to_edtf(*accessed) : std::string();
        xml_.open("location").element("url", text(Variable::URL), {{"dateLastAccessed", date}}).close();
    }

    void write_record_info(std::string_view record_string) {
        if (!record_string.empty())
            xml_.open("extension")
                .element("record", record_string, {{"xmlns", "tag:fonds,2026:record"}})
                .close();
        if (item_.id.empty() && !has(Variable::source)) return;
        xml_.open("recordInfo")
            .element("recordContentSource", text(Variable::source))
            .element("recordIdentifier", item_.id)
            .close();
    }

    Item const& item_;
    XmlWriter xml_;
    bool part_;
};

}  // namespace

void write_record(Item const& item, std::string_view record_string, std::string& out) {
    RecordWriter(item, out).write(record_string);
}

}  // namespace mods

std::unique_ptr<RecordWriter> make_mods_writer(WriteOptions const& options) {
    constexpr std::string_view head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<modsCollection xmlns=\"http://www.loc.gov/mods/v3\">\n";
    return make_form_writer(mods::form, head, "</modsCollection>\n", options);
}

}  // namespace fonds
