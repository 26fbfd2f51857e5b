// fonds.toml: what it says, and what is wrong in it.

#include <filesystem>
#include <fonds/configuration.hpp>
#include <fstream>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("a configuration is read, paths are made whole") {
    auto const read = read_configuration_text(
        "style = \"gost-archives\"\nlocale = \"ru-RU\"\narchives = [\"ours.tsv\"]\nbibliography = "
        "[\"refs.bib\"]\n[check]\nselect = "
        "[\"all\"]\n"
        "ignore = [\"http-url\", \"time\"]\nfail-level = \"error\"\nyear = 2005\nbaseline = \"known.json\"\n"
        "[check.severity]\ntitle-date = \"note\"\n",
        "/a/b/fonds.toml");
    REQUIRE(read);
    auto const& configuration = read.value();
    CHECK(configuration.style == "gost-archives");
    CHECK(configuration.locale == "ru-RU");
    CHECK(configuration.archives == std::vector<std::string>{"/a/b/ours.tsv"});
    CHECK(configuration.bibliography == std::vector<std::string>{"/a/b/refs.bib"});
    CHECK(configuration.check.select == std::vector<std::string>{"all"});
    CHECK(configuration.check.ignore == std::vector<std::string>{"http-url", "time"});
    CHECK(configuration.check.year == 2005);
    CHECK(configuration.fail_level == Severity::error);
    CHECK(configuration.baseline == "/a/b/known.json");
    CHECK(configuration.check.severities ==
          std::vector<std::pair<std::string, Severity>>{{"title-date", Severity::note}});
}

TEST_CASE("what is wrong is told with its line") {
    struct Case {
        std::string text;
        std::string message;
    };
    for (auto const& [text, message] : std::vector<Case>{
             {"style = 3\n", "line 1: “style” takes a text in quotation marks"},
             {"\ncolour = \"red\"\n", "line 2: there is no setting “colour” here"},
             {"[check]\nselect = \"all\"\n", "line 2: “select” takes a list of texts"},
             {"[check]\nfail-level = \"fatal\"\n", "line 2: a severity is"},
             {"[check]\nyear = 20\n", "line 2: “year” takes a year of four figures"},
             {"[check]\nignore = [\"no-such\"]\n", "there is no rule or family “no-such”"},
             {"[check\n", "line 1: "},
         }) {
        INFO(text);
        auto const read = read_configuration_text(text, "fonds.toml");
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::malformed);
        CHECK(read.error().message.starts_with(message));
    }
    CHECK(read_configuration("no/such/fonds.toml").error().code == ErrorCode::not_found);
}

TEST_CASE("the nearest configuration above a folder is found") {
    auto const root = std::filesystem::temp_directory_path() / "fonds-configuration-test";
    std::filesystem::create_directories(root / "a" / "b");
    std::ofstream(root / "fonds.toml") << "style = \"x\"\n";
    CHECK(find_configuration((root / "a" / "b").string()) == (root / "fonds.toml").string());
    std::ofstream(root / "a" / "fonds.toml") << "style = \"y\"\n";
    CHECK(find_configuration((root / "a" / "b").string()) == (root / "a" / "fonds.toml").string());
    std::filesystem::remove_all(root);
}
