// References of every archival system in the ways historians write them: the tables of systems/, one folder
// of the world each. The forms are real; most numbers are invented.
#include <filesystem>
#include <fonds/note.hpp>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "support/catch.hpp"

namespace {

using namespace fonds;

/// A row: the note, the repository ("-": none), the levels, and other fields as "name=value; …".
struct Row {
    std::string note, repository, levels, fields;
};

std::vector<Row> read_rows(std::filesystem::path const& path) {
    std::vector<Row> rows;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        auto const columns = split(line, '\t');
        auto const column = [&](std::size_t i) {
            return i < columns.size() ? std::string(columns[i]) : std::string();
        };
        rows.push_back({column(0), column(1), column(2), column(3)});
    }
    return rows;
}

/// Whether a name is a collection, a series or its part is a matter of the archive's own words.
std::string_view level_name(std::string_view level) {
    return level == "subseries" || level == "collection" ? "series" : level;
}

/// "fond 5; opis 28": a stop at the end of a value may also end the sentence.
std::string written(std::string_view level, std::string_view value) {
    if (value.ends_with('.')) value.remove_suffix(1);
    return std::string(level_name(level)) + " " + std::string(value);
}

std::string levels_of(ArchivalReference const& reference) {
    std::string out;
    for (auto const& level : reference.levels)
        out += (out.empty() ? "" : "; ") + written(level.level, level.value);
    return out;
}

std::string levels_of(std::string_view column) {
    std::string out;
    for (auto const part : split(column, ';')) {
        auto const level = trim(part);
        if (level.empty()) continue;
        auto const space = level.find(' ');
        out += (out.empty() ? "" : "; ") + written(level.substr(0, space), level.substr(space + 1));
    }
    return out;
}

std::string person(Names const* names) {
    if (!names || names->empty()) return {};
    auto const& name = names->front();
    if (!name.literal.empty()) return name.literal;
    return name.given.empty() ? name.family : name.given + " " + name.family;
}

std::string field_of(Citation const& citation, std::string_view field) {
    auto const& item = citation.item;
    if (field == "place") return item.reference.place;
    if (field == "document_id") return item.reference.document_id;
    if (field == "title") return std::string(item.text(Variable::title));
    if (field == "genre") return std::string(item.text(Variable::genre));
    if (field == "number") return std::string(item.text(Variable::number));
    if (field == "page") return std::string(item.text(Variable::page));
    if (field == "author") return person(item.names.find(Variable::author));
    if (field == "interviewer") return person(item.names.find(Variable::interviewer));
    if (field == "recipient") return person(item.names.find(Variable::recipient));
    auto const* date = item.dates.find(Variable::issued);
    return date ? to_edtf(*date) : std::string();
}

void check_row(Row const& row) {
    CAPTURE(row.note);
    auto const note = parse_note(row.note);
    REQUIRE(note.citations.size() == 1);
    auto const& citation = note.citations[0];
    CHECK(citation.item.reference.repository == (row.repository == "-" ? "" : row.repository));
    CHECK(levels_of(citation.item.reference) == levels_of(row.levels));
    for (auto const part : split(row.fields, ';')) {
        auto const field = trim(part);
        if (field.empty()) continue;
        auto const equals = field.find('=');
        CHECK(field_of(citation, field.substr(0, equals)) == field.substr(equals + 1));
    }
}

}  // namespace

TEST_CASE("References of every archival system", "[note][systems]") {
    auto const file = GENERATE(std::string("soviet"), std::string("central-europe"), std::string("balkans"),
                               std::string("asia"), std::string("america"), std::string("west"));
    auto const rows =
        read_rows(std::filesystem::path(FONDS_SOURCE_DIR) / "tests/note/systems" / (file + ".tsv"));
    REQUIRE_FALSE(rows.empty());
    for (auto const& row : rows) check_row(row);
}

TEST_CASE("One label means another level in another archive", "[note][systems]") {
    auto const read = [](std::string_view text) {
        auto const note = parse_note(text);
        REQUIRE(note.citations.size() == 1);
        return levels_of(note.citations[0].item.reference);
    };
    CHECK(read("RGASPI, f. 17, op. 3, d. 1, l. 2") == "fond 17; opis 3; delo 1; list 2");
    CHECK(read("TNA, FO 371/110222, f. 8") == "series FO 371; piece 110222; folio 8");
    CHECK(read("ANIC, fond CC al PCR, dosar 3/1964, f. 8") == "series CC al PCR; folder 3/1964; folio 8");
}
