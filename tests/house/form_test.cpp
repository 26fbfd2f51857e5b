// House forms: finding them, and the tables they are read from.
#include <fonds/house.hpp>
#include <set>
#include <string>

#include "house/references.hpp"
#include "support/catch.hpp"
#include "support/growth.hpp"

using namespace fonds;
using namespace fonds::test;

TEST_CASE("built-in forms are found by name, language and style") {
    CHECK(house_forms().size() >= 9);
    for (auto const& form : house_forms()) CHECK_FALSE(form.description().empty());
    CHECK(HouseForm::of_language("de-AT").name() == "de");
    CHECK(HouseForm::of_language("RU").name() == "ru");
    CHECK(HouseForm::of_language("eo").name() == "en");
    CHECK(HouseForm::of_language("").name() == "en");
    auto const missing = HouseForm::find("nonesuch");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == ErrorCode::not_found);
    CHECK(missing.error().message.find("chicago") != std::string::npos);
}

TEST_CASE("a style names its form in our namespace") {
    auto const named = [](std::string const& element) {
        auto const form = HouseForm::of_style("<style xmlns=\"http://purl.org/net/xbiblio/csl\"><info>" +
                                              element + "</info></style>");
        return form ? form->name() : std::string();
    };
    CHECK(named("<f:house-form xmlns:f=\"urn:fonds:csl\"> gost </f:house-form>") == "gost");
    CHECK(named("<house-form xmlns=\"urn:fonds:csl\">gost</house-form>") == "gost");
    CHECK(named("<house-form>gost</house-form>") == "");
    CHECK(named("<f:house-form xmlns:f=\"urn:other\">gost</f:house-form><!-- urn:fonds:csl -->") == "");
    CHECK(named("<f:house-form xmlns:f=\"urn:fonds:csl\">nonesuch</f:house-form>") == "");
    CHECK_FALSE(HouseForm::of_style("urn:fonds:csl <"));
    CHECK_FALSE(HouseForm::of_style(""));
}

TEST_CASE("every level of every scheme has a pattern in the English form") {
    auto const form = HouseForm::find("en").value();
    for (auto const& scheme : Knowledge::builtin().schemes())
        for (auto const& known : scheme.levels) {
            INFO(scheme.id << " " << known.level);
            ArchivalReference reference;
            for (auto const& archive : Knowledge::builtin().archives())
                if (archive.scheme == scheme.id) reference.repository_id = archive.id;
            if (reference.repository_id.empty()) continue;
            reference.levels = {
                {std::string(known.level), std::string(known.labels.front()), "7", known.hierarchy}};
            auto const text = write_location(reference, form);
            CHECK(text.find('7') != std::string::npos);
            CHECK(text.find('{') == std::string::npos);
        }
}

TEST_CASE("levels are put in the archive's order, a part where it stands") {
    auto const form = HouseForm::find("gost").value();
    auto const written = [&](std::vector<ArchiveLevel> levels) {
        return write_location(item_in("РГИА", std::move(levels)).reference, form);
    };
    auto const fond = level("fond", "Ф.", "5"), opis = level("opis", "Оп.", "1"),
               delo = level("delo", "Д.", "3"), part = level("part", "Ч.", "2");
    CHECK(written({opis, fond, delo}) == "Ф. 5. Оп. 1. Д. 3");
    CHECK(written({fond, opis, part, delo}) == "Ф. 5. Оп. 1. Ч. 2. Д. 3");
    CHECK(written({fond, opis, delo, part}) == "Ф. 5. Оп. 1. Д. 3. Ч. 2");
}

TEST_CASE("a form of the user's own builds on a built-in one") {
    auto const form = HouseForm::parse(
        "form\tmine\tMy journal\r\ninherits\ten\nsection\tRU-FOD\nseparator\t\"; \"\nlevel\tfond\tF{}\n",
        "mine.tsv");
    REQUIRE(form.has_value());
    auto const item = item_in("RGANI", {level("fond", "f.", "1"), level("opis", "op.", "2")});
    CHECK(write_location(item.reference, *form) == "F1; op. 2");
}

TEST_CASE("a form may part levels by nothing") {
    auto const form =
        HouseForm::parse("form\tmine\nsection\t*\nseparator\t\"\"\nunit\trepository\n", "mine.tsv");
    REQUIRE(form.has_value());
    auto const item = item_in("A.", {level("fond", "f.", "1"), level("opis", "op.", "2")});
    CHECK(lower(item, *form).text(Variable::archive_location) == "A.f. 1op. 2");
}

TEST_CASE("hostile values are written in linear time and nothing is lost") {
    auto const form = HouseForm::find("gost").value();
    auto const long_value = std::string(1'000'000, ',');
    auto const item =
        item_in(std::string(100'000, '('), {level("fond", "f.", long_value), leaf("list", "l.", long_value)});
    CHECK(lower(item, form).text(Variable::archive_location).size() > 1'000'000);
    auto const many = [](std::size_t levels) {
        auto out = item_in("RGANI", {});
        for (std::size_t i = 0; i < levels; ++i) out.reference.levels.push_back(level("fond", "f.", "1"));
        return out;
    };
    CHECK(lower(many(20'000), form).text(Variable::archive_location).size() > 100'000);
    check_growth(20'000, many, [&](Item const& whole) { (void)lower(whole, form); });
}

TEST_CASE("a broken form says the line and the remedy") {
    struct Case {
        char const* table;
        char const* message;
    };
    auto const [table, message] = GENERATE(values<Case>({
        {"", "line 1 ends without a form"},
        {"form\tx\ninherits\tnonesuch\n", "line 2 inherits from the unknown form nonesuch"},
        {"form\n", "line 1 has nothing behind “form”"},
        {"form\tx\nseparator\t,\n", "line 2 stands before the first section"},
        {"form\tx\nsection\t*\nlevel\tfond\tf.\n", "line 3 has a pattern without {}"},
        {"form\tx\nsection\t*\norder\tsideways\n", "line 3 has “sideways”; write innermost or outermost"},
        {"form\tx\nsection\t*\nrepository\tgreek\n", "line 3 has “greek”"},
        {"form\tx\nsection\t*\ncolour\tblue\n", "line 3 begins with “colour”"},
        {"form\tx\nprovenance\tsongs\n", "line 2 has “songs”"},
        {"form\tx\xFF\n", "line 1 is not UTF-8"},
    }));
    auto const form = HouseForm::parse(table, "mine.tsv");
    REQUIRE_FALSE(form.has_value());
    INFO(form.error().message);
    CHECK(form.error().message.find(message) == 0);
}
