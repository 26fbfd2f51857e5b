// The tables themselves, and tables that users bring.
#include <filesystem>
#include <fonds/knowledge.hpp>
#include <fstream>
#include <set>
#include <string>
#include <string_view>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("the built-in tables are whole") {
    auto const& knowledge = Knowledge::builtin();
    CHECK(knowledge.archives().size() > 400);
    CHECK(knowledge.schemes().size() > 45);
    std::set<std::string_view> ids;
    for (auto const& archive : knowledge.archives()) {
        INFO(archive.id);
        CHECK(ids.insert(archive.id).second);
        CHECK_FALSE(archive.name.empty());
        CHECK_FALSE(archive.names.empty());
        CHECK(knowledge.scheme(archive.scheme) != nullptr);
        CHECK((archive.country.empty() || archive.country.size() == 2));
        CHECK((archive.parent.empty() || knowledge.archive(archive.parent) != nullptr));
        std::set<std::string_view> texts;
        for (auto const& name : archive.names) {
            INFO(name.text);
            CHECK(texts.insert(name.text).second);
            CHECK(name.from < 2100);
        }
    }
    for (auto const& scheme : knowledge.schemes()) {
        INFO(scheme.id);
        CHECK_FALSE(scheme.description.empty());
        std::set<std::string_view> levels;
        for (auto const& level : scheme.levels) {
            CHECK(levels.insert(level.level).second);
            CHECK_FALSE(level.labels.empty());
        }
    }
}

TEST_CASE("a user's table adds archives and names") {
    auto const knowledge = Knowledge::with_archives_text(
        "\xEF\xBB\xBF# mine\r\n"
        "archive\txx-club\tGhent\tBE\tXX\r\n"
        "name\ten\tChess Club Archive\t1950\t\r\n"
        "abbr\tund\tCCA\r\n"
        "archive\tru-rgani\n"
        "abbr\tund\tRGANIX\n"
        "scheme\tXX\tthe club\n"
        "level\tshelf\tphysical\trequired\tshelf; sh.\n",
        "mine.tsv");
    REQUIRE(knowledge.has_value());
    CHECK(knowledge->identify("Chess Club Archive").front().archive->city == "Ghent");
    CHECK(knowledge->identify("CCA").size() == 2);
    CHECK(knowledge->identify("RGANIX").front().archive->id == "ru-rgani");
    CHECK(knowledge->archive("ru-rgani")->scheme == "RU-FOD");
    CHECK(knowledge->scheme("XX")->levels.front().labels.size() == 2);
    CHECK(Knowledge::builtin().archive("xx-club") == nullptr);
}

TEST_CASE("a broken table says the line and the remedy") {
    struct Case {
        char const* table;
        char const* message;
    };
    auto const [table, message] = GENERATE(values<Case>({
        {"\n\nfoo\tbar\n", "line 3 begins with “foo”"},
        {"name\ten\tX\n", "line 1 names no archive"},
        {"archive\n", "line 1 has no id"},
        {"archive\tx\n", "line 1 has the archive x without a name"},
        {"archive\tx\nname\ten\n", "line 2 has no name"},
        {"archive\tx\nname\ten\tX\tlong ago\n", "line 2 has “long ago” where a year should stand"},
        {"archive\tx\nname\ten\tX\t1999\t1990\n", "line 2 has a name that ends before it begins"},
        {"archive\tx\t\t\tNOPE\nname\ten\tX\n", "line 1 has the unknown scheme NOPE"},
        {"archive\tx\t\t\t\t\tnope\nname\ten\tX\n", "line 1 has the unknown parent nope"},
        {"archive\tx\t\t\t\tABCDEFGHIJKLMNOPQ\n", "line 1 has an ISIL of more than 16 characters"},
        {"level\tx\n", "line 1 is in no scheme"},
        {"scheme\tX\nlevel\tx\thigh\n", "line 2 has the hierarchy “high”"},
        {"scheme\tX\nlevel\tx\tpart\tperhaps\n", "line 2 has “perhaps” where required or optional"},
        {"archive\tx\nname\ten\t\xFF\n", "line 2 is not UTF-8"},
    }));
    auto const knowledge = Knowledge::with_archives_text(table, "mine.tsv");
    REQUIRE_FALSE(knowledge.has_value());
    INFO(knowledge.error().message);
    CHECK(knowledge.error().message.find(message) == 0);
    CHECK(to_string(knowledge.error()).starts_with("mine.tsv: "));
}

TEST_CASE("several tables are laid over the built-in ones, and may refer to one another") {
    auto const folder = std::filesystem::temp_directory_path() / "fonds-tables-test";
    std::filesystem::create_directories(folder);
    auto const one = (folder / "one.tsv").string(), two = (folder / "two.tsv").string();
    std::ofstream(one) << "archive\tx-part\t\t\t\t\tx-whole\nname\ten\tArchive of Nowhere, Branch\n";
    std::ofstream(two) << "archive\tx-whole\nname\ten\tArchive of Nowhere\n";
    auto const knowledge = Knowledge::with_archives({one, two});
    REQUIRE(knowledge);
    REQUIRE(knowledge->archive("x-part"));
    CHECK(knowledge->archive("x-part")->parent == "x-whole");
    CHECK(knowledge->archive("x-whole"));
    CHECK(knowledge->archive("ru-rgani"));
    CHECK(Knowledge::with_archives({two, one}));
    std::filesystem::remove_all(folder);
}

TEST_CASE("a table that is not there is named") {
    auto const knowledge = Knowledge::with_archives({"no-such-file.tsv"});
    REQUIRE_FALSE(knowledge.has_value());
    CHECK(knowledge.error().code == ErrorCode::not_found);
}

TEST_CASE("archives as JSON carry names and levels and no empty member") {
    auto const& knowledge = Knowledge::builtin();
    auto const text = archives_json(knowledge, knowledge.identify("RGANI"));
    CHECK(text.find("\"id\": \"ru-rgani\"") != std::string::npos);
    CHECK(text.find("\"level\": \"opis\"") != std::string::npos);
    CHECK(text.find("\"\"") == std::string::npos);
    CHECK(text.find("\"text\": \"TsKhSD\"") != std::string::npos);
}
