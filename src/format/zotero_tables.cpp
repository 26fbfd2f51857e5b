// Zotero's types, fields and creators as CSL (zotero-schema, version 41: its CSL mappings and base fields).

#include <array>

#include "format/zotero.hpp"

namespace fonds::zotero {
namespace {

struct TypeRow {
    std::string_view name;
    ItemType type;
};
constexpr auto types = std::to_array<TypeRow>({
    {"artwork", ItemType::graphic},
    {"audioRecording", ItemType::song},
    {"bill", ItemType::bill},
    {"blogPost", ItemType::post_weblog},
    {"book", ItemType::book},
    {"bookSection", ItemType::chapter},
    {"case", ItemType::legal_case},
    {"computerProgram", ItemType::software},
    {"conferencePaper", ItemType::paper_conference},
    {"dataset", ItemType::dataset},
    {"dictionaryEntry", ItemType::entry_dictionary},
    {"document", ItemType::document},
    {"email", ItemType::personal_communication},
    {"encyclopediaArticle", ItemType::entry_encyclopedia},
    {"film", ItemType::motion_picture},
    {"forumPost", ItemType::post},
    {"hearing", ItemType::hearing},
    {"instantMessage", ItemType::personal_communication},
    {"interview", ItemType::interview},
    {"journalArticle", ItemType::article_journal},
    {"letter", ItemType::personal_communication},
    {"magazineArticle", ItemType::article_magazine},
    {"manuscript", ItemType::manuscript},
    {"map", ItemType::map},
    {"newspaperArticle", ItemType::article_newspaper},
    {"patent", ItemType::patent},
    {"podcast", ItemType::song},
    {"preprint", ItemType::article},
    {"presentation", ItemType::speech},
    {"radioBroadcast", ItemType::broadcast},
    {"report", ItemType::report},
    {"standard", ItemType::standard},
    {"statute", ItemType::legislation},
    {"thesis", ItemType::thesis},
    {"tvBroadcast", ItemType::broadcast},
    {"videoRecording", ItemType::motion_picture},
    {"webpage", ItemType::webpage},
});

struct FieldRow {
    std::string_view name;
    Variable variable;
};
// Meanings that one item type alone gives to a field.
struct SpecialRow {
    std::string_view item_type;
    FieldRow field;
};
constexpr auto special = std::to_array<SpecialRow>({
    {"bookSection", {"series", Variable::collection_title}},
    {"hearing", {"legislativeBody", Variable::authority}},
    {"patent", {"applicationNumber", Variable::call_number}},
    {"patent", {"place", Variable::publisher_place}},
    {"conferencePaper", {"place", Variable::event_place}},
    {"presentation", {"place", Variable::event_place}},
    {"standard", {"organization", Variable::authority}},
    {"interview", {"medium", Variable::medium}},
    {"case", {"history", Variable::references}},
});
constexpr auto fields = std::to_array<FieldRow>({
    {"abstractNote", Variable::abstract},
    {"accessDate", Variable::accessed},
    {"applicationNumber", Variable::call_number},
    {"archive", Variable::archive},
    {"archiveCollection", Variable::archive_collection},
    {"archiveID", Variable::number},
    {"archiveLocation", Variable::archive_location},
    {"archivePlace", Variable::archive_place},
    {"artworkMedium", Variable::medium},
    {"artworkSize", Variable::dimensions},
    {"assignee", Variable::publisher},
    {"audioFileType", Variable::medium},
    {"audioRecordingFormat", Variable::medium},
    {"authority", Variable::authority},
    {"billNumber", Variable::number},
    {"blogTitle", Variable::container_title},
    {"bookTitle", Variable::container_title},
    {"callNumber", Variable::call_number},
    {"caseName", Variable::title},
    {"citationKey", Variable::citation_key},
    {"code", Variable::container_title},
    {"codeNumber", Variable::volume},
    {"codePages", Variable::page},
    {"codeVolume", Variable::volume},
    {"committee", Variable::section},
    {"company", Variable::publisher},
    {"conferenceName", Variable::event_title},
    {"country", Variable::jurisdiction},
    {"court", Variable::authority},
    {"date", Variable::issued},
    {"dateDecided", Variable::issued},
    {"dateEnacted", Variable::issued},
    {"dictionaryTitle", Variable::container_title},
    {"distributor", Variable::publisher},
    {"docketNumber", Variable::number},
    {"documentNumber", Variable::number},
    {"DOI", Variable::DOI},
    {"edition", Variable::edition},
    {"encyclopediaTitle", Variable::container_title},
    {"episodeNumber", Variable::number},
    {"filingDate", Variable::submitted},
    {"firstPage", Variable::page},
    {"forumTitle", Variable::container_title},
    {"genre", Variable::genre},
    {"history", Variable::references},
    {"identifier", Variable::number},
    {"institution", Variable::publisher},
    {"interviewMedium", Variable::medium},
    {"ISBN", Variable::ISBN},
    {"ISSN", Variable::ISSN},
    {"issue", Variable::issue},
    {"issueDate", Variable::issued},
    {"issuingAuthority", Variable::authority},
    {"journalAbbreviation", Variable::container_title_short},
    {"label", Variable::publisher},
    {"language", Variable::language},
    {"legalStatus", Variable::status},
    {"legislativeBody", Variable::authority},
    {"letterType", Variable::genre},
    {"libraryCatalog", Variable::source},
    {"manuscriptType", Variable::genre},
    {"mapType", Variable::genre},
    {"medium", Variable::medium},
    {"meetingName", Variable::event_title},
    {"nameOfAct", Variable::title},
    {"network", Variable::publisher},
    {"number", Variable::number},
    {"numberOfVolumes", Variable::number_of_volumes},
    {"numPages", Variable::number_of_pages},
    {"organization", Variable::authority},
    {"originalDate", Variable::original_date},
    {"originalPlace", Variable::original_publisher_place},
    {"originalPublisher", Variable::original_publisher},
    {"pages", Variable::page},
    {"partNumber", Variable::part_number},
    {"partTitle", Variable::part_title},
    {"patentNumber", Variable::number},
    {"PMCID", Variable::PMCID},
    {"PMID", Variable::PMID},
    {"place", Variable::publisher_place},
    {"postType", Variable::genre},
    {"presentationType", Variable::genre},
    {"priorityNumbers", Variable::issue},
    {"proceedingsTitle", Variable::container_title},
    {"programTitle", Variable::container_title},
    {"publicationTitle", Variable::container_title},
    {"publicLawNumber", Variable::number},
    {"publisher", Variable::publisher},
    {"references", Variable::references},
    {"reportNumber", Variable::number},
    {"reportType", Variable::genre},
    {"reporter", Variable::container_title},
    {"reporterVolume", Variable::volume},
    {"repository", Variable::publisher},
    {"rights", Variable::license},
    {"runningTime", Variable::dimensions},
    {"scale", Variable::scale},
    {"section", Variable::section},
    {"series", Variable::collection_title},
    {"seriesNumber", Variable::collection_number},
    {"seriesTitle", Variable::collection_title},
    {"session", Variable::chapter_number},
    {"shortTitle", Variable::title_short},
    {"status", Variable::status},
    {"studio", Variable::publisher},
    {"subject", Variable::title},
    {"system", Variable::medium},
    {"thesisType", Variable::genre},
    {"title", Variable::title},
    {"type", Variable::genre},
    {"university", Variable::publisher},
    {"url", Variable::URL},
    {"versionNumber", Variable::version},
    {"videoRecordingFormat", Variable::medium},
    {"volume", Variable::volume},
    {"volumeTitle", Variable::volume_title},
    {"websiteTitle", Variable::container_title},
    {"websiteType", Variable::genre},
});

constexpr auto creators = std::to_array<FieldRow>({
    {"artist", Variable::author},
    {"author", Variable::author},
    {"bookAuthor", Variable::container_author},
    {"cartographer", Variable::author},
    {"castMember", Variable::performer},
    {"chair", Variable::chair},
    {"composer", Variable::composer},
    {"contributor", Variable::contributor},
    {"creator", Variable::author},
    {"director", Variable::director},
    {"editor", Variable::editor},
    {"executiveProducer", Variable::executive_producer},
    {"guest", Variable::guest},
    {"host", Variable::host},
    {"illustrator", Variable::illustrator},
    {"interviewee", Variable::author},
    {"interviewer", Variable::interviewer},
    {"inventor", Variable::author},
    {"narrator", Variable::narrator},
    {"organizer", Variable::organizer},
    {"performer", Variable::performer},
    {"podcaster", Variable::host},
    {"presenter", Variable::author},
    {"producer", Variable::producer},
    {"programmer", Variable::author},
    {"recipient", Variable::recipient},
    {"reviewedAuthor", Variable::reviewed_author},
    {"scriptwriter", Variable::script_writer},
    {"seriesCreator", Variable::series_creator},
    {"seriesEditor", Variable::collection_editor},
    {"sponsor", Variable::author},
    {"translator", Variable::translator},
});

template <class Table>
auto const* find(Table const& table, std::string_view name) {
    for (auto const& row : table)
        if (row.name == name) return &row;
    return static_cast<decltype(&table[0])>(nullptr);
}

}  // namespace

std::optional<ItemType> find_type(std::string_view item_type) {
    auto const* row = find(types, item_type);
    return row ? std::optional(row->type) : std::nullopt;
}

std::optional<Variable> find_field(std::string_view field, std::string_view item_type) {
    for (auto const& row : special)
        if (row.item_type == item_type && row.field.name == field) return row.field.variable;
    auto const* row = find(fields, field);
    return row ? std::optional(row->variable) : std::nullopt;
}

std::optional<Variable> find_creator(std::string_view creator_type) {
    auto const* row = find(creators, creator_type);
    return row ? std::optional(row->variable) : std::nullopt;
}

}  // namespace fonds::zotero
