// TEI out.

#include <array>

#include "base/text.hpp"
#include "format/extents.hpp"
#include "format/field_text.hpp"
#include "format/form_writer.hpp"
#include "format/mods.hpp"
#include "format/tei.hpp"
#include "format/tei_rich_text.hpp"
#include "format/xml_records.hpp"

namespace fonds {
namespace tei {
namespace {

/// The name of a variable in TEI.
struct NameRow {
    std::string_view name;
    Variable variable;
};
constexpr auto scopes = std::to_array<NameRow>({
    {"volume", Variable::volume},
    {"issue", Variable::issue},
    {"page", Variable::page},
    {"chapter", Variable::chapter_number},
    {"part", Variable::part_number},
    {"section", Variable::section},
});
constexpr auto identifiers = std::to_array<NameRow>({
    {"DOI", Variable::DOI},
    {"ISBN", Variable::ISBN},
    {"ISSN", Variable::ISSN},
    {"PMID", Variable::PMID},
    {"PMCID", Variable::PMCID},
    {"callNumber", Variable::call_number},
    {"number", Variable::number},
});

template <class Table>
std::optional<Variable> find(Table const& table, std::string_view name) {
    auto const wanted = ascii_lower(name);
    for (auto const& row : table)
        if (ascii_lower(row.name) == wanted) return row.variable;
    return std::nullopt;
}

bool is_xml_name(std::string_view id) {
    if (id.empty() || is_digit(id[0]) || id[0] == '-' || id[0] == '.') return false;
    for (char const c : id)
        if (!is_ascii_letter(c) && !is_digit(c) && c != '-' && c != '_' && c != '.') return false;
    return true;
}

class ElementWriter {
  public:
    ElementWriter(Item const& item, std::string& out)
        : item_(item), xml_(out, 1), part_(mods::is_part(item.type)) {}

    void write(std::string_view record_string) {
        bool const archival = has(Variable::archive) || has(Variable::archive_location) ||
                              has(Variable::archive_collection) || has(Variable::archive_place);
        auto const id = is_xml_name(item_.id) ? item_.id : std::string();
        xml_.open(archival ? "msDesc" : "biblStruct", {{"type", to_string(item_.type)}, {"xml:id", id}});
        if (archival) write_manuscript(record_string);
        else write_published(record_string);
        xml_.close();
    }

  private:
    std::string_view text(Variable variable) const { return item_.text(variable); }
    bool has(Variable variable) const { return !text(variable).empty(); }

    void write_manuscript(std::string_view record_string) {
        xml_.open("msIdentifier")
            .element("settlement", text(Variable::archive_place))
            .element("repository", text(Variable::archive))
            .element("collection", text(Variable::archive_collection))
            .element("idno", text(Variable::archive_location));
        write_other_number("callNumber", Variable::call_number);
        write_other_number("number", Variable::number);
        xml_.close();
        xml_.open("msContents").element("summary", text(Variable::abstract)).open("msItem");
        write_names(Variable::author, "author");
        xml_.element_of("title", to_content(text(Variable::title)));
        write_short_title();
        write_other_names();
        xml_.element("textLang", text(Variable::language), {{"mainLang", text(Variable::language)}});
        write_note(text(Variable::note), "");
        write_note(text(Variable::genre), "genre");
        write_tags();
        xml_.close().close();
        write_physical();
        if (auto const* issued = item_.dates.find(Variable::issued)) {
            xml_.open("history").open("origin");
            write_date("origDate", *issued);
            xml_.close().close();
        }
        if (!has(Variable::URL) && !has(Variable::source) && record_string.empty()) return;
        xml_.open("additional");
        if (!record_string.empty()) {
            xml_.open("adminInfo");
            write_note(record_string, "fonds");
            xml_.close();
        }
        if (has(Variable::URL) || has(Variable::source)) {
            xml_.open("surrogates").open("bibl").element("publisher", text(Variable::source));
            if (has(Variable::URL))
                xml_.element("ref", text(Variable::URL), {{"target", text(Variable::URL)}});
            write_accessed();
            xml_.close().close();
        }
        xml_.close();
    }

    void write_published(std::string_view record_string) {
        if (part_) {
            xml_.open("analytic");
            write_names(Variable::author, "author");
            xml_.element_of("title", to_content(text(Variable::title)), {{"level", "a"}});
            write_short_title();
            write_names(Variable::translator, "editor", "translator");
            xml_.close();
        }
        write_monograph();
        write_series();
        write_note(text(Variable::abstract), "abstract");
        write_note(text(Variable::note), "");
        write_note(text(Variable::genre), "genre");
        write_tags();
        write_note(record_string, "fonds");
        write_accessed();
        if (has(Variable::URL)) xml_.element("ref", text(Variable::URL), {{"target", text(Variable::URL)}});
    }

    void write_other_number(std::string_view type, Variable variable) {
        if (!has(variable)) return;
        xml_.open("altIdentifier").element("idno", text(variable), {{"type", type}}).close();
    }

    void write_short_title() {
        xml_.element_of("title", to_content(text(Variable::title_short)), {{"type", "short"}});
    }

    void write_physical() {
        auto const extent = write_extent(item_);
        if (extent.empty() && !has(Variable::dimensions)) return;
        xml_.open("physDesc").open("objectDesc").open("supportDesc");
        xml_.element("extent", extent).element("extent", text(Variable::dimensions));
        xml_.close().close().close();
    }

    // As Zotero writes it.
    void write_accessed() {
        if (auto const* accessed = item_.dates.find(Variable::accessed))
            write_note(to_edtf(*accessed), "accessed");
    }

    bool is_serial() const {
        return item_.type == ItemType::article_journal || item_.type == ItemType::article_magazine ||
               item_.type == ItemType::article_newspaper || item_.type == ItemType::review ||
               item_.type == ItemType::review_book;
    }

    void write_monograph() {
        xml_.open("monogr");
        if (part_) {
            write_names(Variable::container_author, "author");
            xml_.element_of("title", to_content(text(Variable::container_title)),
                            {{"level", is_serial() ? "j" : "m"}})
                .element_of("title", to_content(text(Variable::container_title_short)),
                            {{"level", "j"}, {"type", "short"}});
        } else {
            write_names(Variable::author, "author");
            xml_.element_of("title", to_content(text(Variable::title)), {{"level", "m"}});
            write_short_title();
            write_names(Variable::translator, "editor", "translator");
        }
        write_names(Variable::editor, "editor");
        write_other_names();
        for (auto const& row : identifiers) xml_.element("idno", text(row.variable), {{"type", row.name}});
        xml_.element("textLang", text(Variable::language), {{"mainLang", text(Variable::language)}});
        xml_.element("edition", text(Variable::edition));
        xml_.open("imprint")
            .element("pubPlace", text(Variable::publisher_place))
            .element("publisher", text(Variable::publisher));
        if (auto const* issued = item_.dates.find(Variable::issued)) write_date("date", *issued);
        for (auto const& row : scopes) {
            auto const [first, last] = split_page_range(text(row.variable));
            bool const range = row.variable == Variable::page && !last.empty();
            xml_.element("biblScope", text(row.variable),
                         {{"unit", row.name}, {"from", range ? first : ""}, {"to", range ? last : ""}});
        }
        xml_.close().element("extent", write_extent(item_)).close();
    }

    void write_series() {
        bool const any = has(Variable::collection_title) || has(Variable::collection_number) ||
                         item_.names.find(Variable::collection_editor);
        if (!any) return;
        xml_.open("series").element_of("title", to_content(text(Variable::collection_title)),
                                       {{"level", "s"}});
        write_names(Variable::collection_editor, "editor");
        xml_.element("biblScope", text(Variable::collection_number), {{"unit", "volume"}}).close();
    }

    void write_note(std::string_view content, std::string_view type) {
        xml_.element("note", content, {{"type", type}});
    }

    void write_tags() {
        if (!has(Variable::keyword)) return;
        xml_.open("note", {{"type", "tags"}});
        for (auto const& word : split_keywords(text(Variable::keyword)))
            xml_.element("note", word, {{"type", "tag"}});
        xml_.close();
    }

    void write_names(Variable variable, std::string_view element, std::string_view role = "") {
        auto const* names = item_.names.find(variable);
        if (names == nullptr) return;
        for (auto const& name : *names) {
            xml_.open(element, {{"role", role}});
            write_name(name);
            xml_.close();
        }
    }

    // Everybody for whom TEI has no element of its own.
    void write_other_names() {
        for (auto const& [variable, names] : item_.names) {
            if (variable == Variable::author || variable == Variable::editor ||
                variable == Variable::collection_editor || variable == Variable::container_author)
                continue;
            bool const archival = has(Variable::archive) || has(Variable::archive_location);
            if (variable == Variable::translator && !archival) continue;
            for (auto const& name : names) {
                xml_.open("respStmt").element("resp", to_string(variable));
                write_name(name);
                xml_.close();
            }
        }
    }

    void write_name(Name const& name) {
        if (!name.literal.empty()) {
            xml_.element("orgName", name.literal);
            return;
        }
        xml_.open("persName")
            .element("forename", name.given)
            .element("nameLink", name.dropping_particle, {{"type", "dropping"}})
            .element("nameLink", name.non_dropping_particle)
            .element("surname", name.family)
            .element("genName", name.suffix)
            .close();
    }

    void write_date(std::string_view element, Date const& date) {
        auto plain = date;
        plain.circa = plain.uncertain = false;
        auto const edtf = to_edtf(plain);
        auto const slash = edtf.find('/');
        std::string from, to, when = edtf;
        if (slash != std::string::npos) {
            from = edtf.substr(0, slash);
            to = edtf.substr(slash + 1);
            when.clear();
        }
        if (from == "..") from.clear();
        if (to == "..") to.clear();
        bool const season = date.start.season != 0 || (date.end && date.end->season != 0);
        if (season) when = from = to = "";
        auto const content = edtf.empty() ? date.literal : edtf;
        xml_.element(element, content,
                     {{"when", when},
                      {"from", from},
                      {"to", to},
                      {"precision", date.circa ? "low" : ""},
                      {"cert", date.uncertain ? "low" : ""}});
    }

    Item const& item_;
    XmlWriter xml_;
    bool part_;
};

}  // namespace

std::optional<Variable> find_scope(std::string_view unit) {
    if (unit == "pages" || unit == "pp") return Variable::page;
    if (unit == "vol") return Variable::volume;
    if (unit == "number" || unit == "no") return Variable::issue;
    return find(scopes, unit);
}
std::optional<Variable> find_identifier(std::string_view type) { return find(identifiers, type); }

void write_record(Item const& item, std::string_view record_string, std::string& out) {
    ElementWriter(item, out).write(record_string);
}

}  // namespace tei

std::unique_ptr<RecordWriter> make_tei_writer(WriteOptions const& options) {
    constexpr std::string_view head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<listBibl xmlns=\"http://www.tei-c.org/ns/1.0\">\n";
    return make_form_writer(tei::form, head, "</listBibl>\n", options);
}

}  // namespace fonds
