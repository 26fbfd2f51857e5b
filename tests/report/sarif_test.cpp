// SARIF 2.1.0: the properties that the standard requires, and places that are right.

#include <fonds/check.hpp>

#include "report/files.hpp"
#include "support/catch.hpp"
#include "wire/json.hpp"

using namespace fonds;

namespace {

json::Value const& at(json::Value const& value, std::string_view name) {
    auto const* member = value.find(name);
    INFO(name);
    REQUIRE(member);
    return *member;
}
json::Value const& item(json::Value const& value, std::size_t index) {
    REQUIRE(value.array());
    REQUIRE(value.array()->size() > index);
    return (*value.array())[index];
}

// §3.13 log, §3.14 run, §3.18 tool, §3.19 driver, §3.49 rules: what must be there.
json::Document checked(std::string const& text) {
    auto tree = json::read(text);
    REQUIRE(tree);
    CHECK(at(*tree, "version").text() == "2.1.0");
    auto const& run = item(at(*tree, "runs"), 0);
    auto const& driver = at(at(run, "tool"), "driver");
    CHECK(at(driver, "name").text() == "fonds");
    auto const& rule_list = at(driver, "rules");
    REQUIRE(rule_list.array());
    CHECK(rule_list.array()->size() >= rules().size());
    for (auto const& rule : *rule_list.array()) {
        at(rule, "id");
        CHECK(at(at(rule, "shortDescription"), "text").string());
    }
    REQUIRE(at(run, "results").array());
    for (auto const& result : *at(run, "results").array()) {
        CHECK(at(at(result, "message"), "text").string());
        auto const index = at(result, "ruleIndex").integer();
        REQUIRE(index);
        CHECK(at(item(rule_list, static_cast<std::size_t>(*index)), "id").text() ==
              at(result, "ruleId").text());
        auto const level = at(result, "level").text();
        CHECK((level == "error" || level == "warning" || level == "note"));
        auto const& location = at(item(at(result, "locations"), 0), "physicalLocation");
        at(at(location, "artifactLocation"), "uri");
        at(at(result, "partialFingerprints"), "fonds/v1");
    }
    return std::move(*tree);
}

}  // namespace

TEST_CASE("a clean run lists all rules and no results") {
    auto const tree = checked(report("sarif", {}));
    CHECK(at(item(at(tree, "runs"), 0), "results").array()->empty());
}

TEST_CASE("offsets are right in bytes, characters, lines and columns") {
    auto const file = text_file();
    auto const tree = checked(report("sarif", {file}));
    auto const& result = item(at(item(at(tree, "runs"), 0), "results"), 0);
    auto const& location = at(item(at(result, "locations"), 0), "physicalLocation");
    CHECK(at(at(location, "artifactLocation"), "uri").text() == "notes/%C3%A9%20ssay.txt");
    auto const& region = at(location, "region");
    auto const begin = static_cast<std::size_t>(*at(region, "byteOffset").integer());
    auto const size = static_cast<std::size_t>(*at(region, "byteLength").integer());
    CHECK(file.document.parts.front().bytes.substr(begin, size) == "by by");
    CHECK(at(region, "charOffset").integer() == 13);
    CHECK(at(region, "charLength").integer() == 5);
    CHECK(at(region, "startLine").integer() == 2);
    CHECK(at(region, "startColumn").integer() == 8);
    CHECK(at(region, "endColumn").integer() == 13);
    CHECK(at(at(region, "snippet"), "text").text() == "by by");
    CHECK(at(result, "relatedLocations").array()->size() == 1);
    auto const& change = item(at(item(at(result, "fixes"), 0), "artifactChanges"), 0);
    auto const& replacement = item(at(change, "replacements"), 0);
    CHECK(at(at(replacement, "deletedRegion"), "byteOffset").integer() == static_cast<std::int64_t>(begin));
    CHECK(at(at(replacement, "insertedContent"), "text").text() == "by");
}

TEST_CASE("a note of a package has a logical place") {
    auto const tree = checked(report("sarif", {package_file()}));
    auto const& result = item(at(item(at(tree, "runs"), 0), "results"), 0);
    auto const& location = item(at(result, "locations"), 0);
    CHECK(at(location, "physicalLocation").find("region") == nullptr);
    auto const& logical = item(at(location, "logicalLocations"), 0);
    CHECK(at(logical, "name").text() == "note 1");
    CHECK(at(logical, "fullyQualifiedName").text() == "word/footnotes.xml/note 1");
    CHECK(at(at(at(location, "properties"), "textRegion"), "charOffset").integer() == 4);
    CHECK(result.find("fixes") == nullptr);
}

TEST_CASE("silenced findings stay, marked as suppressed") {
    auto file = text_file();
    file.silenced = std::move(file.findings);
    file.findings.clear();
    auto const tree = checked(report("sarif", {file}));
    auto const& results = at(item(at(tree, "runs"), 0), "results");
    REQUIRE(results.array()->size() == 2);
    CHECK(at(item(at(item(results, 0), "suppressions"), 0), "kind").text() == "external");
}

TEST_CASE("a finding in a file that LaTeX takes in, and its repair, are places of that file") {
    CheckOptions options;
    options.select = {"doubled-word"};
    auto const file = check_bytes("A. \\input{one}", "main.tex", "tex", Knowledge::builtin(), options,
                                  {{"one.tex", "B.\n\\footnote{Translated by by X.}"}});
    REQUIRE(file);
    auto const tree = checked(report("sarif", {*file}));
    auto const& run = item(at(tree, "runs"), 0);
    auto const& result = item(at(run, "results"), 0);
    auto const& place = at(item(at(result, "locations"), 0), "physicalLocation");
    CHECK(at(at(place, "artifactLocation"), "uri").text() == "one.tex");
    auto const& change = item(at(item(at(result, "fixes"), 0), "artifactChanges"), 0);
    CHECK(at(at(change, "artifactLocation"), "uri").text() == "one.tex");
    auto const& region = at(item(at(change, "replacements"), 0), "deletedRegion");
    CHECK(at(region, "startLine").integer() == 2);
    CHECK(at(at(region, "snippet"), "text").text() == "by by");
}
