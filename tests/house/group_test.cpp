// A bibliography split by kind and grouped by archive.
#include <fonds/house.hpp>
#include <string>

#include "house/references.hpp"
#include "support/catch.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

Item printed(ItemType type, std::string title) {
    Item item;
    item.id = title;
    item.type = type;
    item.texts.set(Variable::title, std::move(title));
    return item;
}

/// "Archives[RGANI 0 2] Literature 1"
std::string outline(std::vector<BibliographyGroup> const& groups) {
    std::string out;
    for (auto const& group : groups) {
        if (!out.empty()) out += "; ";
        out += group.heading;
        for (auto const item : group.items) out += " " + std::to_string(item);
        if (!group.groups.empty()) out += " [" + outline(group.groups) + "]";
    }
    return out;
}

Items const items = {
    item_in("RGANI", {level("fond", "f.", "5"), level("opis", "op.", "1")}),
    printed(ItemType::book, "A History of Chess"),
    item_in("Russian State Archive of Contemporary History", {level("fond", "f.", "89")}),
    printed(ItemType::book, "Documents on Chess, 1949–1955"),
    item_in("Archive of the Chess Club", {box("box", "box", "3")}),
    printed(ItemType::interview, "Interview"),
    item_in("BArch", {level("bestand", "", "DY 99"), level("signature", "", "1")}),
    printed(ItemType::article_newspaper, "Chess Today"),
    printed(ItemType::manuscript, "A Letter"),
    item_in("RGANI", {level("fond", "f.", "5"), level("opis", "op.", "2")}),
};

}  // namespace

TEST_CASE("kinds come in the order of a historian's list of sources") {
    CHECK(
        outline(group_bibliography(items, HouseForm::find("en").value(), Grouping::kind)) ==
        "Archives 0 2 4 6 8 9; Printed sources 3 7; Interviews and personal communications 5; Literature 1");
    CHECK(group_bibliography({}, HouseForm::find("en").value(), Grouping::kind).empty());
}

TEST_CASE("archives have headings of their own, whatever they were called in the notes") {
    CHECK(outline(group_bibliography({items.begin(), items.begin() + 7}, HouseForm::find("en").value(),
                                     Grouping::archive)) ==
          "Archives [Archive of the Chess Club 4; Bundesarchiv (BArch), Koblenz 6; "
          "Russian State Archive of Contemporary History (RGANI), Moscow 0 2]; Printed sources 3; "
          "Interviews and personal communications 5; Literature 1");
}

TEST_CASE("fonds are headings below their archive") {
    CHECK(outline(group_bibliography({items[0], items[2], items[9], items[8]}, HouseForm::find("ru").value(),
                                     Grouping::fonds)) ==
          "Архивные источники [Без указания архива 3; Российский государственный архив новейшей истории "
          "(РГАНИ) "
          "[ф. 5 0 2; ф. 89 1]]");
}
