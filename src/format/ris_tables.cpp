// Types and tags of RIS. The meaning of a tag depends on the type: EndNote's table of reference types and
// Zotero's translator agree on most; where they do not, Zotero's reading stands, since its files are the
// most.

#include <array>

#include "format/ris.hpp"

namespace fonds::ris {
namespace {

struct TypeRow {
    std::string_view ty;
    ItemType type;
};

// The first row of a type is the one that is written.
constexpr auto types = std::to_array<TypeRow>({
    {"JOUR", ItemType::article_journal},
    {"BOOK", ItemType::book},
    {"CHAP", ItemType::chapter},
    {"MANSCPT", ItemType::manuscript},
    {"RPRT", ItemType::report},
    {"THES", ItemType::thesis},
    {"MGZN", ItemType::article_magazine},
    {"NEWS", ItemType::article_newspaper},
    {"BILL", ItemType::bill},
    {"CASE", ItemType::legal_case},
    {"STAT", ItemType::legislation},
    {"HEAR", ItemType::hearing},
    {"PAT", ItemType::patent},
    {"CONF", ItemType::paper_conference},
    {"CPAPER", ItemType::paper_conference},
    {"DICT", ItemType::entry_dictionary},
    {"ENCYC", ItemType::entry_encyclopedia},
    {"PCOMM", ItemType::personal_communication},
    {"ICOMM", ItemType::personal_communication},
    {"ELEC", ItemType::webpage},
    {"WEB", ItemType::webpage},
    {"BLOG", ItemType::post_weblog},
    {"GEN", ItemType::document},
    {"DATA", ItemType::dataset},
    {"DBASE", ItemType::dataset},
    {"AGGR", ItemType::document},
    {"ANCIENT", ItemType::classic},
    {"CLSWK", ItemType::book},
    {"ART", ItemType::graphic},
    {"CHART", ItemType::graphic},
    {"FIGURE", ItemType::figure},
    {"MAP", ItemType::map},
    {"COMP", ItemType::software},
    {"MPCT", ItemType::motion_picture},
    {"VIDEO", ItemType::motion_picture},
    {"ADVS", ItemType::motion_picture},
    {"MULTI", ItemType::motion_picture},
    {"SOUND", ItemType::song},
    {"MUSIC", ItemType::musical_score},
    {"SLIDE", ItemType::speech},
    {"STAND", ItemType::standard},
    {"PAMP", ItemType::pamphlet},
    {"ABST", ItemType::article_journal},
    {"EJOUR", ItemType::article_journal},
    {"INPR", ItemType::article_journal},
    {"JFULL", ItemType::periodical},
    {"SER", ItemType::book},
    {"EBOOK", ItemType::book},
    {"EDBOOK", ItemType::book},
    {"ECHAP", ItemType::chapter},
    {"CTLG", ItemType::book},
    {"GOVDOC", ItemType::report},
    {"GRNT", ItemType::document},
    {"GRANT", ItemType::document},
    {"EQUA", ItemType::document},
    {"LEGAL", ItemType::regulation},
    {"UNBILL", ItemType::bill},
    {"UNPB", ItemType::manuscript},
    {"UNPD", ItemType::manuscript},
    {"PREPRINT", ItemType::article},
    {"INTV", ItemType::interview},
    {"JFULL", ItemType::periodical},
});

struct WrittenAs {
    ItemType type;
    std::string_view ty;
};
// Types that share a TY with a nearer one.
constexpr auto written = std::to_array<WrittenAs>({
    {ItemType::article, "GEN"},
    {ItemType::broadcast, "VIDEO"},
    {ItemType::classic, "ANCIENT"},
    {ItemType::collection, "MANSCPT"},
    {ItemType::entry, "ENCYC"},
    {ItemType::event, "GEN"},
    {ItemType::interview, "PCOMM"},
    {ItemType::performance, "ADVS"},
    {ItemType::post, "ICOMM"},
    {ItemType::review, "JOUR"},
    {ItemType::review_book, "JOUR"},
    {ItemType::treaty, "LEGAL"},
});

constexpr std::string_view journals =
    " article-journal article-magazine article-newspaper periodical review review-book ";
constexpr std::string_view films = " motion_picture broadcast ";
constexpr std::string_view acts = " bill legislation hearing ";

// Rows for some types stand before the row of the tag for all.
constexpr auto tags = std::to_array<TagRow>({
    {"TI", Variable::title, ""},
    {"T1", Variable::title, "", true},
    {"CT", Variable::title, "", true},
    {"BT", Variable::title, " book manuscript report thesis ", true},
    {"BT", Variable::container_title, "", true},
    {"ST", Variable::title_short, ""},
    {"T2", Variable::collection_title, " book report map software standard "},
    {"T2", Variable::archive_collection, " manuscript collection "},
    {"T2", Variable::event_title, " paper-conference speech "},
    {"T2", Variable::section, " hearing "},
    {"T2", Variable::container_title, ""},
    {"C3", Variable::container_title, " paper-conference "},
    {"C3", Variable::dimensions, " graphic figure "},
    {"C3", Variable::jurisdiction, " patent "},
    {"T3", Variable::authority, " hearing bill "},
    {"T3", Variable::volume_title, " book "},
    {"T3", Variable::collection_title, ""},
    {"JF", Variable::container_title, "", true},
    {"JO", Variable::container_title, "", true},
    {"JA", Variable::container_title_short, "", true},
    {"J2", Variable::container_title_short, ""},
    {"J1", Variable::container_title_short, "", true},
    {"JI", Variable::container_title_short, "", true},
    {"AU", Variable::director, films},
    {"AU", Variable::composer, " musical_score song "},
    {"AU", Variable::author, ""},
    {"A1", Variable::director, films, true},
    {"A1", Variable::composer, " musical_score song ", true},
    {"A1", Variable::author, "", true},
    {"A2", Variable::collection_editor, " book "},
    {"A2", Variable::collection_editor, " report map software "},
    {"A2", Variable::producer, " dataset "},
    {"A2", Variable::author, " bill ", true},
    {"A2", Variable::recipient, " personal_communication "},
    {"A2", Variable::interviewer, " interview "},
    {"A2", Variable::performer, " song musical_score "},
    {"A2", Variable::container_title, " legal_case "},
    {"A2", Variable::authority, " patent "},
    {"A2", Variable::editor, ""},
    {"ED", Variable::editor, "", true},
    {"A3", Variable::editor, " book "},
    {"A3", Variable::producer, films},
    {"A3", Variable::contributor, " thesis "},
    {"A3", Variable::collection_editor,
     " chapter paper-conference entry entry-dictionary entry-encyclopedia map song musical_score document "},
    {"A4", Variable::contributor, " paper-conference motion_picture dataset "},
    {"A4", Variable::translator, ""},
    {"C1", Variable::submitted, " patent "},
    {"C1", Variable::scale, " map "},
    {"C1", Variable::publisher_place, " paper-conference "},
    {"C1", Variable::performer, films},
    {"C2", Variable::container_author, " chapter "},
    {"C2", Variable::PMCID, journals},
    {"C4", Variable::genre, films},
    {"C5", Variable::references, " patent "},
    {"C5", Variable::medium, " motion_picture broadcast song musical_score "},
    {"C6", Variable::status, " patent "},
    {"C7", Variable::number, journals, true},
    {"CY", Variable::event_place, " paper-conference "},
    {"CY", Variable::publisher_place, ""},
    {"PP", Variable::publisher_place, "", true},
    {"PB", Variable::authority, " legal_case "},
    {"PB", Variable::publisher, ""},
    {"PU", Variable::publisher, "", true},
    {"PI", Variable::publisher_place, "", true},
    {"DA", Variable::issued, ""},
    {"PY", Variable::issued, "", true},
    {"Y1", Variable::issued, "", true},
    {"Y2", Variable::accessed, ""},
    {"ET", Variable::chapter_number, acts},
    {"ET", Variable::version, " software dataset "},
    {"ET", Variable::edition, ""},
    {"VL", Variable::volume, ""},
    {"IS", Variable::issue, ""},
    {"NV", Variable::number, " dataset "},
    {"NV", Variable::number_of_volumes, ""},
    {"CP", Variable::issue, journals, true},
    {"SP", Variable::number_of_pages, " book thesis manuscript collection pamphlet "},
    {"SP", Variable::dimensions, films},
    {"SP", Variable::page, ""},
    {"SE", Variable::section, ""},
    {"SN", Variable::ISSN, journals},
    {"SN", Variable::number, " patent report standard "},
    {"SN", Variable::ISBN, ""},
    {"SV", Variable::collection_number, " chapter "},
    {"SV", Variable::number, " legal_case ", true},
    {"M1", Variable::call_number, " patent ", true},
    {"M1", Variable::collection_number, " book "},
    {"M1", Variable::number_of_volumes, " chapter ", true},
    {"M1", Variable::issue, journals, true},
    {"M1", Variable::number, ""},
    {"M3", Variable::medium, " graphic figure interview "},
    {"M3", Variable::genre, ""},
    {"OP", Variable::references, " hearing legislation bill legal_case "},
    {"RI", Variable::reviewed_title, ""},
    {"AB", Variable::abstract, ""},
    {"N2", Variable::abstract, "", true},
    {"KW", Variable::keyword, ""},
    {"LA", Variable::language, ""},
    {"DO", Variable::DOI, ""},
    {"DI", Variable::DOI, "", true},
    {"UR", Variable::URL, ""},
    {"LK", Variable::URL, "", true},
    {"AN", Variable::archive_location, ""},
    {"AV", Variable::archive_location, "", true},
    {"DB", Variable::archive, ""},
    {"DP", Variable::source, ""},
    {"CN", Variable::call_number, ""},
    {"N1", Variable::note, ""},
    {"RN", Variable::note, "", true},
});

bool has_type(std::string_view list, std::string_view type) {
    if (list.empty()) return true;
    for (auto at = list.find(type); at != std::string_view::npos; at = list.find(type, at + 1))
        if (list[at - 1] == ' ' && list[at + type.size()] == ' ') return true;
    return false;
}

TagRow const* find_row(std::string_view tag, ItemType type) {
    for (auto const& row : tags)
        if (row.tag == tag && has_type(row.types, to_string(type))) return &row;
    return nullptr;
}

}  // namespace

std::optional<ItemType> find_type(std::string_view ty) {
    for (auto const& row : types)
        if (row.ty == ty) return row.type;
    return std::nullopt;
}

std::string_view type_name(ItemType type) {
    for (auto const& row : written)
        if (row.type == type) return row.ty;
    for (auto const& row : types)
        if (row.type == type) return row.ty;
    return "GEN";
}

TagRow const* find_tag(std::string_view tag, ItemType type) { return find_row(tag, type); }

TagRow const* find_tag_of(Variable variable, ItemType type) {
    for (auto const& row : tags)
        if (row.variable == variable && !row.read_only && find_row(row.tag, type) == &row) return &row;
    return nullptr;
}

}  // namespace fonds::ris
