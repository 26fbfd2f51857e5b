// The tables of BibTeX and BibLaTeX fields and types.

#include "model/field_table.hpp"

#include <array>

#include "model/name_index.hpp"

namespace fonds {
namespace {

using std::string_view;

// In the order of the enumeration.
// clang-format off
constexpr auto field_names = std::to_array<string_view>({
    "abstract", "addendum", "afterword", "annotation", "annotator", "archive", "archive_collection",
    "archive_location", "archive_place", "author", "authortype", "bookauthor", "bookpagination",
    "booksubtitle", "booktitle", "booktitleaddon", "call_number", "chapter", "collaborator", "commentator",
    "contributor", "crossref", "date", "day", "doi", "edition", "editor", "editora", "editorb", "editorc",
    "editoratype", "editorbtype", "editorctype", "editortype", "eid", "entryset", "entrysubtype", "eprint",
    "eprintclass", "eprinttype", "eventdate", "eventtitle", "eventtitleaddon", "file", "fjournal", "foreword", "genre",
    "holder", "howpublished", "ids", "institution", "introduction", "isan", "isbn", "ismn", "isrn", "issn",
    "issue", "issuesubtitle", "issuetitle", "issuetitleaddon", "iswc", "journalsubtitle", "journaltitle",
    "journaltitleaddon", "keywords", "langid", "language", "library", "location", "mainsubtitle",
    "maintitle", "maintitleaddon", "medium", "month", "namea", "nameatype", "nameb", "namebtype", "namec", "namectype", "nameaddon", "note", "number",
    "options", "organization", "origdate", "origlanguage", "origlocation", "origpublisher", "origtitle",
    "pages", "pagetotal", "pagination", "part", "pmcid", "pmid", "publisher", "pubstate", "recipient",
    "scale", "section", "series", "shortjournal", "shortseries", "shorttitle", "subtitle", "title",
    "titleaddon", "translator", "type", "url", "urldate", "urlday", "urlmonth", "urlyear", "usera", "venue",
    "verbc", "version", "volume", "volumes", "xdata", "year",
});
// clang-format on
static_assert(field_names.size() == bib_field_count);

struct FieldName {
    string_view name;
    BibField field;
};

// All names.
// clang-format off
constexpr auto names = std::to_array<FieldName>({
    {"abstract", BibField::abstract}, {"accessed", BibField::urldate}, {"addendum", BibField::addendum},
    {"address", BibField::location}, {"addressee", BibField::recipient}, {"afterword", BibField::afterword},
    {"annotation", BibField::annotation}, {"annotator", BibField::annotator},
    {"annote", BibField::annotation}, {"archive", BibField::archive},
    {"archive-location", BibField::archive_location}, {"archive-place", BibField::archive_place},
    {"archive_collection", BibField::archive_collection}, {"archive_location", BibField::archive_location},
    {"archive_place", BibField::archive_place}, {"archivecollection", BibField::archive_collection},
    {"archivelocation", BibField::archive_location}, {"archiveplace", BibField::archive_place},
    {"archiveprefix", BibField::eprinttype}, {"author", BibField::author},
    {"authortype", BibField::authortype}, {"bookauthor", BibField::bookauthor},
    {"bookpagination", BibField::bookpagination}, {"booksubtitle", BibField::booksubtitle},
    {"booktitle", BibField::booktitle}, {"booktitleaddon", BibField::booktitleaddon},
    {"call-number", BibField::call_number}, {"call_number", BibField::call_number},
    {"callnumber", BibField::call_number}, {"chapter", BibField::chapter},
    {"collaborator", BibField::collaborator}, {"commentator", BibField::commentator},
    {"conference", BibField::eventtitle}, {"contributor", BibField::contributor},
    {"crossref", BibField::crossref}, {"date", BibField::date}, {"day", BibField::day},
    {"doi", BibField::doi}, {"edition", BibField::edition}, {"editor", BibField::editor},
    {"editora", BibField::editora}, {"editoratype", BibField::editoratype}, {"editorb", BibField::editorb},
    {"editorbtype", BibField::editorbtype}, {"editorc", BibField::editorc},
    {"editorctype", BibField::editorctype}, {"editortype", BibField::editortype}, {"eid", BibField::eid},
    {"entryset", BibField::entryset}, {"entrysubtype", BibField::entrysubtype},
    {"eprint", BibField::eprint}, {"eprintclass", BibField::eprintclass},
    {"eprinttype", BibField::eprinttype}, {"eventdate", BibField::eventdate},
    {"eventplace", BibField::venue}, {"eventtitle", BibField::eventtitle},
    {"eventtitleaddon", BibField::eventtitleaddon}, {"file", BibField::file}, {"fjournal", BibField::fjournal},
    {"foreword", BibField::foreword}, {"genre", BibField::genre}, {"holder", BibField::holder},
    {"howpublished", BibField::howpublished}, {"hyphenation", BibField::langid}, {"ids", BibField::ids},
    {"institution", BibField::institution}, {"introduction", BibField::introduction},
    {"isan", BibField::isan}, {"isbn", BibField::isbn}, {"ismn", BibField::ismn}, {"isrn", BibField::isrn},
    {"issn", BibField::issn}, {"issue", BibField::issue}, {"issuesubtitle", BibField::issuesubtitle},
    {"issuetitle", BibField::issuetitle}, {"issuetitleaddon", BibField::issuetitleaddon},
    {"iswc", BibField::iswc}, {"journal", BibField::journaltitle}, {"journalabbr", BibField::shortjournal},
    {"journalsubtitle", BibField::journalsubtitle}, {"journaltitle", BibField::journaltitle},
    {"journaltitleaddon", BibField::journaltitleaddon}, {"keyword", BibField::keywords},
    {"keywords", BibField::keywords}, {"langid", BibField::langid}, {"language", BibField::language},
    {"lastchecked", BibField::urldate}, {"library", BibField::library}, {"location", BibField::location},
    {"mainsubtitle", BibField::mainsubtitle}, {"maintitle", BibField::maintitle},
    {"maintitleaddon", BibField::maintitleaddon}, {"medium", BibField::medium}, {"month", BibField::month},
    {"namea", BibField::namea}, {"nameaddon", BibField::nameaddon}, {"nameatype", BibField::nameatype},
    {"nameb", BibField::nameb}, {"namebtype", BibField::namebtype}, {"namec", BibField::namec},
    {"namectype", BibField::namectype}, {"note", BibField::note}, {"number", BibField::number},
    {"numpages", BibField::pagetotal}, {"options", BibField::options},
    {"organization", BibField::organization}, {"origdate", BibField::origdate},
    {"origlanguage", BibField::origlanguage}, {"origlocation", BibField::origlocation},
    {"origpublisher", BibField::origpublisher}, {"origtitle", BibField::origtitle},
    {"origyear", BibField::origdate},
    {"pages", BibField::pages}, {"pagetotal", BibField::pagetotal}, {"pagination", BibField::pagination},
    {"part", BibField::part}, {"pdf", BibField::file}, {"place", BibField::location},
    {"pmcid", BibField::pmcid}, {"pmid", BibField::pmid}, {"primaryclass", BibField::eprintclass},
    {"publisher", BibField::publisher}, {"pubstate", BibField::pubstate},
    {"recipient", BibField::recipient}, {"scale", BibField::scale}, {"school", BibField::institution},
    {"section", BibField::section}, {"series", BibField::series}, {"shelfmark", BibField::archive_location},
    {"shortjournal", BibField::shortjournal}, {"shortseries", BibField::shortseries},
    {"shorttitle", BibField::shorttitle}, {"subtitle", BibField::subtitle}, {"title", BibField::title},
    {"titleaddon", BibField::titleaddon}, {"translator", BibField::translator}, {"type", BibField::type},
    {"url", BibField::url}, {"urldate", BibField::urldate}, {"urlday", BibField::urlday},
    {"urlmonth", BibField::urlmonth}, {"urlyear", BibField::urlyear}, {"usera", BibField::usera},
    {"venue", BibField::venue}, {"verbc", BibField::verbc}, {"version", BibField::version},
    {"volume", BibField::volume}, {"volumes", BibField::volumes}, {"xdata", BibField::xdata},
    {"year", BibField::year},
});
// clang-format on

// Types that only some styles and programs know stand beside the standard ones.
constexpr auto types = std::to_array<BibType>({
    {"archival", ItemType::manuscript},
    {"article", ItemType::article_journal},
    {"artwork", ItemType::graphic},
    {"audio", ItemType::song},
    {"bibnote", ItemType::document},
    {"book", ItemType::book},
    {"bookinbook", ItemType::chapter, true},
    {"booklet", ItemType::pamphlet},
    {"collection", ItemType::book},
    {"commentary", ItemType::book},
    {"conference", ItemType::paper_conference, true},
    {"dataset", ItemType::dataset},
    {"electronic", ItemType::webpage},
    {"image", ItemType::graphic},
    {"inbook", ItemType::chapter, true},
    {"incollection", ItemType::chapter, true},
    {"inproceedings", ItemType::paper_conference, true},
    {"inreference", ItemType::entry_encyclopedia, true},
    {"jurisdiction", ItemType::legal_case},
    {"legal", ItemType::treaty},
    {"legislation", ItemType::legislation},
    {"letter", ItemType::personal_communication},
    {"manual", ItemType::book},
    {"mastersthesis", ItemType::thesis, false, "Master’s thesis"},
    {"misc", ItemType::document},
    {"movie", ItemType::motion_picture},
    {"music", ItemType::song},
    {"mvbook", ItemType::book},
    {"mvcollection", ItemType::book},
    {"mvproceedings", ItemType::book},
    {"mvreference", ItemType::book},
    {"newsarticle", ItemType::article_newspaper},
    {"online", ItemType::webpage},
    {"patent", ItemType::patent},
    {"performance", ItemType::performance},
    {"periodical", ItemType::periodical},
    {"phdthesis", ItemType::thesis, false, "PhD thesis"},
    {"proceedings", ItemType::book},
    {"reference", ItemType::book},
    {"report", ItemType::report},
    {"review", ItemType::review},
    {"set", ItemType::document},
    {"software", ItemType::software},
    {"standard", ItemType::standard},
    {"suppbook", ItemType::chapter, true},
    {"suppcollection", ItemType::chapter, true},
    {"suppperiodical", ItemType::article_journal},
    {"techreport", ItemType::report},
    {"thesis", ItemType::thesis},
    {"unpublished", ItemType::manuscript},
    {"video", ItemType::motion_picture},
    {"www", ItemType::webpage},
});

struct Written {
    ItemType type;
    string_view biblatex;
    string_view classic;
};
constexpr auto written = std::to_array<Written>({
    {ItemType::article_journal, "article", "article"},
    {ItemType::article_magazine, "article", "article"},
    {ItemType::article_newspaper, "article", "article"},
    {ItemType::book, "book", "book"},
    {ItemType::chapter, "incollection", "incollection"},
    {ItemType::dataset, "dataset", "misc"},
    {ItemType::entry, "inreference", "incollection"},
    {ItemType::entry_dictionary, "inreference", "incollection"},
    {ItemType::entry_encyclopedia, "inreference", "incollection"},
    {ItemType::figure, "image", "misc"},
    {ItemType::graphic, "artwork", "misc"},
    {ItemType::legal_case, "jurisdiction", "misc"},
    {ItemType::legislation, "legislation", "misc"},
    {ItemType::manuscript, "unpublished", "unpublished"},
    {ItemType::motion_picture, "movie", "misc"},
    {ItemType::pamphlet, "booklet", "booklet"},
    {ItemType::paper_conference, "inproceedings", "inproceedings"},
    {ItemType::patent, "patent", "misc"},
    {ItemType::performance, "performance", "misc"},
    {ItemType::periodical, "periodical", "misc"},
    {ItemType::personal_communication, "letter", "misc"},
    {ItemType::post, "online", "misc"},
    {ItemType::post_weblog, "online", "misc"},
    {ItemType::report, "report", "techreport"},
    {ItemType::review, "review", "article"},
    {ItemType::software, "software", "misc"},
    {ItemType::song, "audio", "misc"},
    {ItemType::standard, "standard", "misc"},
    {ItemType::thesis, "thesis", "phdthesis"},
    {ItemType::treaty, "legal", "misc"},
    {ItemType::webpage, "online", "misc"},
});

struct FieldVariable {
    BibField field;
    Variable variable;
};
constexpr auto variables = std::to_array<FieldVariable>({
    {BibField::abstract, Variable::abstract},
    {BibField::annotation, Variable::annote},
    {BibField::archive, Variable::archive},
    {BibField::archive_collection, Variable::archive_collection},
    {BibField::archive_location, Variable::archive_location},
    {BibField::archive_place, Variable::archive_place},
    {BibField::call_number, Variable::call_number},
    {BibField::chapter, Variable::chapter_number},
    {BibField::edition, Variable::edition},
    {BibField::eventtitle, Variable::event_title},
    {BibField::genre, Variable::genre},
    {BibField::isbn, Variable::ISBN},
    {BibField::issn, Variable::ISSN},
    {BibField::medium, Variable::medium},
    {BibField::origlocation, Variable::original_publisher_place},
    {BibField::origpublisher, Variable::original_publisher},
    {BibField::origtitle, Variable::original_title},
    {BibField::pagetotal, Variable::number_of_pages},
    {BibField::part, Variable::part_number},
    {BibField::pmcid, Variable::PMCID},
    {BibField::pmid, Variable::PMID},
    {BibField::pubstate, Variable::status},
    {BibField::scale, Variable::scale},
    {BibField::section, Variable::section},
    {BibField::series, Variable::collection_title},
    {BibField::shortjournal, Variable::container_title_short},
    {BibField::shorttitle, Variable::title_short},
    {BibField::venue, Variable::event_place},
    {BibField::version, Variable::version},
    {BibField::volume, Variable::volume},
    {BibField::volumes, Variable::number_of_volumes},
    {BibField::author, Variable::author},
    {BibField::bookauthor, Variable::container_author},
    {BibField::contributor, Variable::contributor},
    {BibField::editor, Variable::editor},
    {BibField::recipient, Variable::recipient},
    {BibField::translator, Variable::translator},
    {BibField::eventdate, Variable::event_date},
    {BibField::origdate, Variable::original_date},
    {BibField::urldate, Variable::accessed},
});

// Both tables are asked for every entry and field of a file.
template <class Table>
constexpr auto names_of(Table const& table) {
    std::array<string_view, std::tuple_size_v<Table>> out;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = table[i].name;
    return out;
}
constexpr auto all_field_names = names_of(names);
constexpr auto all_type_names = names_of(types);
constexpr NameIndex field_index(all_field_names);
constexpr NameIndex type_index(all_type_names);

}  // namespace

std::optional<BibField> find_bib_field(string_view name) {
    auto const row = field_index.find(name);
    if (!row) return std::nullopt;
    return names[*row].field;
}

string_view to_string(BibField field) { return field_names[static_cast<std::size_t>(field)]; }

BibType const* find_bib_type(string_view name) {
    auto const row = type_index.find(name);
    return row ? &types[*row] : nullptr;
}

string_view bib_type_for(ItemType type, bool classic) {
    for (auto const& row : written)
        if (row.type == type) return classic ? row.classic : row.biblatex;
    return "misc";
}

std::optional<Variable> variable_of(BibField field) {
    static constexpr auto index = [] {
        std::array<int, bib_field_count> by_field{};
        by_field.fill(-1);
        for (auto const& row : variables)
            by_field[static_cast<std::size_t>(row.field)] = static_cast<int>(row.variable);
        return by_field;
    }();
    auto const found = index[static_cast<std::size_t>(field)];
    if (found < 0) return std::nullopt;
    return static_cast<Variable>(found);
}

}  // namespace fonds
