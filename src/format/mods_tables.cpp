// Vocabularies of MODS: genres, types of resource and relators (id.loc.gov/vocabulary/relators) as CSL.

#include <array>
#include <map>

#include "base/embedded.hpp"
#include "base/table.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/field_text.hpp"
#include "format/mods.hpp"
#include "format/zotero.hpp"

namespace fonds::mods {
namespace {

struct Row {
    std::string_view name;
    ItemType type;
};

constexpr auto genres = std::to_array<Row>({
    {"academic journal", ItemType::article_journal},
    {"art original", ItemType::graphic},
    {"art reproduction", ItemType::graphic},
    {"article", ItemType::article_journal},
    {"autobiography", ItemType::book},
    {"bibliography", ItemType::book},
    {"biography", ItemType::book},
    {"book", ItemType::book},
    {"book chapter", ItemType::chapter},
    {"brief", ItemType::personal_communication},
    {"chart", ItemType::graphic},
    {"collection", ItemType::collection},
    {"conference paper", ItemType::paper_conference},
    {"conference publication", ItemType::paper_conference},
    {"correspondence", ItemType::personal_communication},
    {"dataset", ItemType::dataset},
    {"dictionary", ItemType::entry_dictionary},
    {"drama", ItemType::book},
    {"encyclopedia", ItemType::entry_encyclopedia},
    {"festschrift", ItemType::book},
    {"fiction", ItemType::book},
    {"globe", ItemType::map},
    {"government publication", ItemType::book},
    {"graphic", ItemType::graphic},
    {"handbook", ItemType::book},
    {"history", ItemType::book},
    {"image", ItemType::graphic},
    {"interview", ItemType::interview},
    {"journal", ItemType::article_journal},
    {"journal article", ItemType::article_journal},
    {"law report or digest", ItemType::article_journal},
    {"legal article", ItemType::article_journal},
    {"legal case and case notes", ItemType::legal_case},
    {"legislation", ItemType::legislation},
    {"letter", ItemType::personal_communication},
    {"loose-leaf", ItemType::manuscript},
    {"magazine article", ItemType::article_magazine},
    {"manuscript", ItemType::manuscript},
    {"map", ItemType::map},
    {"memoir", ItemType::book},
    {"motion picture", ItemType::motion_picture},
    {"movingimage", ItemType::motion_picture},
    {"newspaper", ItemType::article_newspaper},
    {"newspaper article", ItemType::article_newspaper},
    {"novel", ItemType::book},
    {"online system or service", ItemType::webpage},
    {"patent", ItemType::patent},
    {"periodical", ItemType::article_journal},
    {"picture", ItemType::graphic},
    {"review", ItemType::review},
    {"software", ItemType::software},
    {"sound", ItemType::song},
    {"speech", ItemType::speech},
    {"standard or specification", ItemType::standard},
    {"stillimage", ItemType::graphic},
    {"technical report", ItemType::report},
    {"report", ItemType::report},
    {"theses", ItemType::thesis},
    {"thesis", ItemType::thesis},
    {"treaty", ItemType::treaty},
    {"videorecording", ItemType::motion_picture},
    {"web site", ItemType::webpage},
    {"weblog", ItemType::post_weblog},
    {"yearbook", ItemType::book},
});

constexpr auto marc_genres = std::to_array<Row>({
    {"article", ItemType::article},
    {"article", ItemType::article_journal},
    {"periodical", ItemType::article_magazine},
    {"newspaper", ItemType::article_newspaper},
    {"book", ItemType::book},
    {"book", ItemType::chapter},
    {"conference publication", ItemType::paper_conference},
    {"dictionary", ItemType::entry_dictionary},
    {"encyclopedia", ItemType::entry_encyclopedia},
    {"interview", ItemType::interview},
    {"legal case and case notes", ItemType::legal_case},
    {"legislation", ItemType::legislation},
    {"letter", ItemType::personal_communication},
    {"map", ItemType::map},
    {"motion picture", ItemType::motion_picture},
    {"patent", ItemType::patent},
    {"periodical", ItemType::periodical},
    {"technical report", ItemType::report},
    {"review", ItemType::review},
    {"review", ItemType::review_book},
    {"sound", ItemType::song},
    {"speech", ItemType::speech},
    {"standard or specification", ItemType::standard},
    {"thesis", ItemType::thesis},
    {"treaty", ItemType::treaty},
    {"web site", ItemType::webpage},
    {"web site", ItemType::post_weblog},
});

constexpr auto resources = std::to_array<Row>({
    {"cartographic", ItemType::map},
    {"sound recording", ItemType::song},
    {"sound recording-musical", ItemType::song},
    {"sound recording-nonmusical", ItemType::song},
    {"still image", ItemType::graphic},
    {"moving image", ItemType::motion_picture},
    {"notated music", ItemType::musical_score},
    {"software, multimedia", ItemType::software},
});

struct Relator {
    std::string_view code;
    std::string_view term;
    Variable variable;
};
// The first row of a variable is the one that is written.
constexpr auto relators = std::to_array<Relator>({
    {"aut", "author", Variable::author},
    {"edt", "editor", Variable::editor},
    {"trl", "translator", Variable::translator},
    {"ctb", "contributor", Variable::contributor},
    {"rcp", "addressee", Variable::recipient},
    {"rcp", "recipient", Variable::recipient},
    {"ivr", "interviewer", Variable::interviewer},
    {"com", "compiler", Variable::compiler},
    {"cmp", "composer", Variable::composer},
    {"cur", "curator", Variable::curator},
    {"drt", "director", Variable::director},
    {"fmd", "film director", Variable::director},
    {"hst", "host", Variable::host},
    {"ill", "illustrator", Variable::illustrator},
    {"nrt", "narrator", Variable::narrator},
    {"orm", "organizer", Variable::organizer},
    {"prf", "performer", Variable::performer},
    {"act", "actor", Variable::performer},
    {"pro", "producer", Variable::producer},
    {"fmp", "film producer", Variable::producer},
    {"aus", "screenwriter", Variable::script_writer},
    {"pbd", "publishing director", Variable::editorial_director},
    {"ive", "interviewee", Variable::author},
    {"cre", "creator", Variable::author},
    {"crp", "correspondent", Variable::author},
    {"aut", "auteur", Variable::author},
    {"aut", "verfasser", Variable::author},
    {"aut", "verfasserin", Variable::author},
    {"edt", "herausgeber", Variable::editor},
    {"edt", "herausgeberin", Variable::editor},
    {"edt", "hrsg", Variable::editor},
    {"edt", "éditeur scientifique", Variable::editor},
    {"edt", "éd", Variable::editor},
    {"trl", "traducteur", Variable::translator},
    {"trl", "übersetzer", Variable::translator},
    {"trl", "übersetzerin", Variable::translator},
    {"art", "artist", Variable::author},
    {"ctg", "cartographer", Variable::author},
    {"inv", "inventor", Variable::author},
    {"pht", "photographer", Variable::author},
    {"prg", "programmer", Variable::author},
    {"spk", "speaker", Variable::author},
});

template <class Table>
std::optional<ItemType> find(Table const& table, std::string_view name) {
    for (auto const& row : table)
        if (row.name == name) return row.type;
    return std::nullopt;
}

// The phrases of vocabulary/roles.tsv: "hrsg von", "translated by".
std::map<std::string, Variable, std::less<>> read_role_phrases() {
    std::map<std::string, Variable, std::less<>> out;
    for (auto const line : embedded_list("vocabulary/roles.tsv")) {
        auto const columns = split(line, '\t');
        auto const variable = find_variable(field(columns, 0));
        if (!variable || kind_of(*variable) != VariableKind::names) continue;
        for (auto const phrase : split(field(columns, 2), '|')) out.emplace(phrase, *variable);
    }
    return out;
}

std::optional<Variable> find_role_phrase(std::string_view phrase) {
    static auto const phrases = read_role_phrases();
    auto const found = phrases.find(collapse_space(replace_all(phrase, ".", " ")));
    return found == phrases.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<ItemType> find_genre(std::string_view genre) {
    if (auto const type = zotero::find_type(genre)) return type;
    auto const name = ascii_lower(genre);
    if (auto const type = find(genres, name)) return type;
    return find(genres, replace_all(name, " ", ""));
}

std::string_view marc_genre(ItemType type) {
    for (auto const& row : marc_genres)
        if (row.type == type) return row.name;
    return "";
}

std::optional<ItemType> find_resource_type(std::string_view type_of_resource) {
    return find(resources, type_of_resource);
}

std::string_view resource_type(ItemType type) {
    for (auto const& row : resources)
        if (row.type == type) return row.name;
    return type == ItemType::collection ? "mixed material" : "text";
}

std::optional<Variable> find_relator(std::string_view role) {
    auto name = to_lower(trim(role));
    while (!name.empty() && (name.back() == '.' || name.back() == ',')) name.pop_back();
    for (auto const& row : relators)
        if (row.code == name || row.term == name) return row.variable;
    auto const variable = find_variable(name);
    if (variable && kind_of(*variable) == VariableKind::names) return variable;
    return find_role_phrase(name);
}

std::string_view relator_code(Variable variable) {
    for (auto const& row : relators)
        if (row.variable == variable) return row.code;
    return "";
}

bool is_part(ItemType type) {
    switch (type) {
        case ItemType::article_journal:
        case ItemType::article_magazine:
        case ItemType::article_newspaper:
        case ItemType::chapter:
        case ItemType::entry:
        case ItemType::entry_dictionary:
        case ItemType::entry_encyclopedia:
        case ItemType::paper_conference:
        case ItemType::post:
        case ItemType::post_weblog:
        case ItemType::review:
        case ItemType::review_book:
        case ItemType::webpage: return true;
        default: return false;
    }
}

}  // namespace fonds::mods
