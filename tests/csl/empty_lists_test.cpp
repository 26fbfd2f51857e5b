// Groups and macros that are left out without being written: what is found out about them, and that nobody
// sees it.

#include <filesystem>
#include <fonds/csl.hpp>
#include <random>

#include "base/text.hpp"
#include "csl/style.hpp"
#include "support/catch.hpp"

using namespace fonds;
using namespace fonds::csl;
using Outcome = EmptyList::Outcome;

TEST_CASE("what a list comes to without its variables is known where no condition decides it") {
    struct Row {
        std::string_view content;
        Outcome outcome;
    };
    Row const rows[] = {
        {R"()", Outcome::uncalled},
        {R"(<text variable="title"/>)", Outcome::called},
        {R"(<text value="in"/>)", Outcome::unknown},
        {R"(<text term="in"/><text variable="title"/>)", Outcome::called},
        {R"(<number variable="volume"/><label variable="volume"/>)", Outcome::called},
        {R"(<text variable="citation-number"/>)", Outcome::unknown},
        {R"(<date variable="issued"/>)", Outcome::called},
        {R"(<names variable="author"/>)", Outcome::called},
        {R"(<names variable="author"><substitute><text variable="title"/></substitute></names>)",
         Outcome::called},
        {R"(<names variable="author"><substitute><text variable="citation-number"/></substitute></names>)",
         Outcome::unknown},
        {R"(<names variable="author"><name form="count"/></names>)", Outcome::unknown},
        {R"(<group><text term="in"/><text variable="title"/></group>)", Outcome::called},
        {R"(<text variable="title"/><group/>)", Outcome::uncalled},  // the last list decides
        {R"(<choose><if variable="DOI"><text variable="DOI"/></if></choose>)", Outcome::uncalled},
        {R"(<choose><if variable="URL"><text variable="DOI"/></if></choose>)", Outcome::unknown},
        {R"(<choose><if is-numeric="volume"><text value="v"/></if></choose><text variable="volume"/>)",
         Outcome::called},
        {R"(<choose><if type="book"><text term="in"/></if></choose>)", Outcome::unknown},
        {R"(<choose><if type="book"><text term="in"/></if></choose><text variable="title"/>)",
         Outcome::called},
        {R"(<choose><if variable="title" match="none"><text value="n.t."/></if><else><text variable="title"/></else></choose>)",
         Outcome::unknown},
        {R"(<choose><if disambiguate="true"><text variable="title"/></if></choose>)", Outcome::unknown},
    };
    for (auto const& row : rows) {
        INFO(row.content);
        auto const style = Style::parse(
            concat(R"(<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">)",
                   R"(<info><title>t</title><id>t</id></info><macro name="m">)", row.content,
                   R"(</macro><citation><layout><text macro="m"/></layout></citation></style>)"));
        REQUIRE(style);
        auto const& compiled = style->value.compiled();
        CHECK(compiled.empty_lists[compiled.macros[0].empty_list].outcome == row.outcome);
    }
}

namespace {

/// Items with few variables each, so that many lists are empty.
Items sparse_items() {
    std::minstd_rand random(7);
    auto const one_in = [&](unsigned count) { return random() % count == 0; };
    Items items;
    for (int i = 0; i < 150; ++i) {
        auto& item = items.emplace_back();
        item.id = "i" + std::to_string(i);
        item.type = all_item_types()[random() % all_item_types().size()];
        for (auto const variable : all_variables()) {
            if (!one_in(10)) continue;
            auto const number = std::to_string(random() % 90 + 1);
            switch (kind_of(variable)) {
                case VariableKind::names: {
                    Name name;
                    name.family = "Family" + number;
                    if (one_in(2)) name.given = "Anna";
                    item.names.set(variable, {name});
                    break;
                }
                case VariableKind::date: {
                    Date date;
                    date.start.year = 1900 + static_cast<int>(random() % 90);
                    item.dates.set(variable, date);
                    break;
                }
                case VariableKind::number: item.texts.set(variable, one_in(3) ? "xi" : number); break;
                default: item.texts.set(variable, "Text " + number);
            }
        }
    }
    return items;
}

std::vector<Citation> cites_of(Items const& items) {
    std::vector<Citation> out;
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
        auto& citation = out.emplace_back();
        citation.id = std::to_string(i);
        citation.note_number = static_cast<int>(i) + 1;
        citation.cites.emplace_back().id = items[i].id;
        citation.cites.back().suppress_author = i % 7 == 0;
        citation.cites.emplace_back().id = items[i % 3 == 0 ? i / 2 : i + 1].id;
    }
    return out;
}

}  // namespace

TEST_CASE("lists that are left out unwritten are those that would have been left out") {
    auto const items = sparse_items();
    auto const citations = cites_of(items);
    SearchPath path;
    if (std::filesystem::exists("../shared/csl/styles")) path.folders = {"../shared/csl/styles"};
    auto const locales = find_locales("en-US", path);
    REQUIRE(locales);
    for (auto const& entry : list_styles(path)) {
        auto const xml = read_style(entry.name, path);
        if (!xml) continue;
        auto const skipping = Style::parse(*xml), writing = Style::parse(*xml);
        if (!skipping) continue;
        INFO(entry.name);
        for (auto& list : const_cast<CompiledStyle&>(writing->value.compiled()).empty_lists)
            list.outcome = Outcome::unknown;
        auto const one = format_document(skipping->value, *locales, items, citations, {});
        auto const other = format_document(writing->value, *locales, items, citations, {});
        CHECK(one.citations == other.citations);
        REQUIRE(one.bibliography.size() == other.bibliography.size());
        for (std::size_t i = 0; i < one.bibliography.size(); ++i) {
            CHECK(one.bibliography[i].id == other.bibliography[i].id);
            CHECK(one.bibliography[i].text == other.bibliography[i].text);
        }
    }
}
