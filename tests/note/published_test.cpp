// Published works of every kind in English, German, French and Russian, as notes and lists of literature cite
// them: tests/note/published/*.txt. A file is a table: the note, its works between ⟦ and ⟧; below it a line
// for each work with its kind, type and fields.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fonds/note.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace fonds;

namespace {

constexpr std::string_view opens = "⟦", closes = "⟧";

struct Row {
    std::string note;
    std::vector<Span> spans;
    std::vector<std::string> works;
};

Row read_note(std::string_view line) {
    Row row;
    for (std::size_t at = 0; at < line.size();) {
        if (line.substr(at).starts_with(opens)) {
            row.spans.push_back({row.note.size(), 0});
            at += opens.size();
        } else if (line.substr(at).starts_with(closes)) {
            row.spans.back().end = row.note.size();
            at += closes.size();
        } else {
            row.note += line[at++];
        }
    }
    return row;
}

std::vector<Row> read_rows(std::filesystem::path const& path) {
    std::vector<Row> rows;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with("    ")) rows.back().works.push_back(line.substr(4));
        else rows.push_back(read_note(line));
    }
    return rows;
}

std::string written(Names const& names) {
    std::string out;
    for (auto const& name : names) {
        if (!out.empty()) out += " & ";
        if (!name.literal.empty()) {
            out += name.literal;
            continue;
        }
        if (!name.non_dropping_particle.empty()) out += name.non_dropping_particle + " ";
        out += name.family;
        if (!name.given.empty()) out += ", " + name.given;
        if (!name.suffix.empty()) out += ", " + name.suffix;
    }
    return out;
}

/// "published book | author=Aron, Raymond | title=… | locator=12".
std::string written(Citation const& citation) {
    auto out = std::string(to_string(citation.kind)) + " " + std::string(to_string(citation.item.type));
    auto const add = [&](std::string_view name, std::string const& value) {
        out += " | " + std::string(name) + "=" + value;
    };
    for (auto const variable :
         {Variable::author, Variable::editor, Variable::translator, Variable::recipient})
        if (auto const* names = citation.item.names.find(variable)) add(to_string(variable), written(*names));
    for (auto const variable :
         {Variable::title, Variable::container_title, Variable::volume, Variable::volume_title,
          Variable::issue, Variable::number, Variable::number_of_volumes, Variable::edition, Variable::genre,
          Variable::collection_title, Variable::publisher_place, Variable::publisher, Variable::page,
          Variable::URL})
        if (auto const value = citation.item.text(variable); !value.empty())
            add(to_string(variable), std::string(value));
    for (auto const variable : {Variable::issued, Variable::accessed})
        if (auto const* date = citation.item.dates.find(variable)) add(to_string(variable), to_edtf(*date));
    if (!citation.locator.empty()) add("locator", citation.locator);
    return out;
}

}  // namespace

TEST_CASE("Published works of every kind are read part by part", "[note][published]") {
    auto const file =
        GENERATE(std::string("english"), std::string("german"), std::string("french"), std::string("russian"),
                 std::string("chinese"), std::string("lists"), std::string("other"));
    auto const rows = read_rows("tests/note/published/" + file + ".txt");
    REQUIRE(rows.size() >= 4);
    for (auto const& row : rows) {
        INFO(row.note);
        auto const note = parse_note(row.note);
        std::vector<std::string> works, texts, expected;
        for (auto const& citation : note.citations) {
            works.push_back(written(citation));
            texts.emplace_back(slice(row.note, citation.span));
        }
        for (auto const span : row.spans) expected.emplace_back(slice(row.note, span));
        CHECK(texts == expected);
        CHECK(works == row.works);
    }
}
