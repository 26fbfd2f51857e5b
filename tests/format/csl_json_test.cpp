#include <fonds/formats.hpp>

#include "support/catch.hpp"

using namespace fonds;

namespace {

// Read and written again, in one line a record, with the rules of what was found.
std::string again(std::string_view text) {
    auto const items = read_items(text, "csl-json");
    if (!items) return "error: " + items.error().message;
    std::string out;
    for (auto const& item : items->value) out += to_csl_json(item) + '\n';
    for (auto const& diagnostic : items->diagnostics) out += diagnostic.rule + "\n";
    return out;
}

Item archival() {
    Item item;
    item.id = "a1";
    item.type = ItemType::manuscript;
    item.texts.set(Variable::title, "Record of Conversation");
    item.reference.repository = "RGANI";
    item.reference.repository_id = "ru-rgani";
    item.reference.place = "Moscow";
    item.reference.levels = {{"fond", "f.", "5"},
                             {"opis", "op.", "28"},
                             {"box", "Box", "3", Hierarchy::physical},
                             {"list", "ll.", "34–59", Hierarchy::part}};
    item.reference.digital_archive = "History and Public Policy Program Digital Archive";
    item.reference.document_id = "114590";
    item.reference.collection_id = "116";
    Name person;
    person.given = "James";
    person.family = "Person";
    Name translator;
    translator.literal = "Gary Goldberg";
    item.reference.provenance = {{"obtained", "NKIDP", {person}}, {"translated", "", {translator}}};
    item.reference.provenance_note = "From a personal collection.";
    return item;
}

}  // namespace

TEST_CASE("CSL-JSON read leniently, written strictly") {
    struct Row {
        char const* text;
        char const* expected;
    };
    for (auto const& row : {
             Row{R"([{"id":7,"type":"book","edition":3,"title":""}])",
                 R"({"id":"7","type":"book","edition":"3"})"},
             Row{R"({"id":"a","type":"book","author":null,"title":"T"})",
                 R"({"id":"a","type":"book","title":"T"})"},
             Row{R"({"type":"article_journal"})", R"({"type":"article-journal"})"},
             Row{R"({"type":"archival"})",
                 "{\"type\":\"document\",\"custom\":{\"type\":\"archival\"}}\nunknown-type"},
             Row{R"([{"type":"journal-article"},{"type":"newspaperArticle"}])",
                 "{\"type\":\"article-journal\"}\n{\"type\":\"article-newspaper\"}\nunknown-type\nunknown-"
                 "type"},
             Row{R"({"journalAbbreviation":"J","shortTitle":"S","event":"E"})",
                 R"({"type":"document","container-title-short":"J","event-title":"E","title-short":"S"})"},
             Row{R"({"part-number":"2","license":"CC0"})",
                 R"({"type":"document","part":"2","custom":{"fonds":{"variables":{"license":"CC0"}}}})"},
             Row{R"({"ISSN":["1","2"],"title":["T"]})", R"({"type":"document","title":"T","ISSN":"1; 2"})"},
             Row{R"({"title":{"a":1}})",
                 "{\"type\":\"document\",\"custom\":{\"title\":{\"a\":1}}}\nwrong-type"},
             Row{R"({"id":"a","id2":[1.50,null]})", R"({"id":"a","type":"document","id2":[1.50,null]})"},
             Row{R"({"title":"A","title":"B"})", "{\"type\":\"document\",\"title\":\"B\"}\nduplicate-field"},
             Row{R"({"title-short":"A","shortTitle":"B"})",
                 "{\"type\":\"document\",\"title-short\":\"A\",\"shortTitle\":\"B\"}"},
             Row{R"({"custom":{"zotero":{"k":1}}})", R"({"type":"document","custom":{"zotero":{"k":1}}})"},
             Row{R"({"items":[{"id":"a"}]})", R"({"id":"a","type":"document"})"},
             Row{R"([1])", "{\"type\":\"document\",\"\":1}\nnot-a-record"},
             Row{"[{\"id\":\"a\"},{\"id\":\"a\"}]",
                 "{\"id\":\"a\",\"type\":\"document\"}\n{\"id\":\"a\",\"type\":\"document\"}\nduplicate-key"},
             Row{"[{\"id\":\"a\"},{\"id\":\"b\"", "{\"id\":\"a\",\"type\":\"document\"}\nmalformed-json"},
         }) {
        CAPTURE(row.text);
        auto const got = again(row.text);
        std::string expected = row.expected;
        CHECK(got == expected + "\n");
    }
}

TEST_CASE("names in CSL-JSON") {
    struct Row {
        char const* names;
        char const* expected;
    };
    for (auto const& row : {
             Row{R"([{"family":"Doe","given":"J."}])", R"([{"family":"Doe","given":"J."}])"},
             Row{R"(["Doe, J.","UN"])", R"([{"family":"Doe","given":"J."},{"literal":"UN"}])"},
             Row{R"("Doe || Jane")", R"([{"family":"Doe","given":"Jane"}])"},
             Row{R"({"literal":"CPSU"})", R"([{"literal":"CPSU"}])"},
             Row{R"([{"family":"Beethoven","dropping-particle":"van","given":""}])",
                 R"([{"family":"Beethoven","dropping-particle":"van"}])"},
             Row{R"([{"family":"Kim","static-ordering":1,"comma-suffix":"0"}])",
                 R"([{"family":"Kim","static-ordering":true}])"},
             Row{R"([{"family":"von Doe","given":"J.","static-particles":1}])",
                 R"([{"family":"\"von Doe\"","given":"J."}],"custom":{"author/0/static-particles":1})"},
             Row{R"([{"family":"von Doe","given":"J.","parse-names":false}])",
                 R"([{"family":"\"von Doe\"","given":"J."}],"custom":{"author/0/parse-names":false})"},
         }) {
        CAPTURE(row.names);
        CHECK(again("{\"author\":" + std::string(row.names) + "}") ==
              "{\"type\":\"document\",\"author\":" + std::string(row.expected) + "}\n");
    }
    CHECK(again(R"({"author":[{}]})") == "{\"type\":\"document\"}\n");
}

TEST_CASE("dates in CSL-JSON") {
    struct Row {
        char const* date;
        char const* expected;
    };
    for (
        auto const& row : {
            Row{R"({"date-parts":[[1961,3,14]]})", R"({"date-parts":[[1961,3,14]]})"},
            Row{R"({"date-parts":[["1961","03"]]})", R"({"date-parts":[[1961,3]]})"},
            Row{R"({"date-parts":[[1961],[1962,2]]})", R"({"date-parts":[[1961],[1962,2]]})"},
            Row{R"({"date-parts":[1961,3]})", R"({"date-parts":[[1961,3]]})"},
            Row{R"({"date-parts":[[1961,18]]})", R"({"date-parts":[[1961]],"season":2})"},
            Row{R"({"date-parts":[[1961,21]]})", R"({"date-parts":[[1961]],"season":1})"},
            Row{R"({"date-parts":[[1961,5]],"season":2})", R"({"date-parts":[[1961,5]]})"},
            Row{R"({"date-parts":[[1961]],"season":"Michaelmas"})",
                R"({"date-parts":[[1961]]},"custom":{"fonds":{"dates":{"issued":{"edtf":"1961","raw":"Michaelmas 1961"}}}})"},
            Row{R"({"date-parts":[[1961]],"season":"Winter"})", R"({"date-parts":[[1961]],"season":4})"},
            Row{R"({"date-parts":[[1961]],"circa":1})", R"({"date-parts":[[1961]],"circa":true})"},
            Row{R"({"date-parts":[[-44]]})", R"({"date-parts":[[-44]]})"},
            Row{R"({"raw":"1961-03"})", R"({"date-parts":[[1961,3]]})"},
            Row{R"({"literal":"Ming dynasty"})", R"({"literal":"Ming dynasty"})"},
            Row{R"({"raw":"soon"})", R"({"literal":"soon"})"},
            Row{"1961", R"({"date-parts":[[1961]]})"},
            Row{R"("1961-03")", R"({"date-parts":[[1961,3]]})"},
        }) {
        CAPTURE(row.date);
        CHECK(again("{\"issued\":" + std::string(row.date) + "}") ==
              "{\"type\":\"document\",\"issued\":" + std::string(row.expected) + "}\n");
    }
    for (auto const* nothing : {R"({"date-parts":[[]]})", R"({"date-parts":[[null]]})", "{}", R"("")"})
        CHECK(again("{\"issued\":" + std::string(nothing) + "}") == "{\"type\":\"document\"}\n");
}

TEST_CASE("dates that CSL-JSON cannot hold come back whole") {
    for (auto const* text : {"1961?", "1961~", "1961%", "1961/..", "../1961", "196X", "2001-21/2002-22",
                             "-0043", "14 March 1961", "Ming dynasty", "[1961?]", "1961-03/1961-04"}) {
        CAPTURE(text);
        auto const items = read_items("{\"issued\":\"" + std::string(text) + "\"}", "csl-json");
        REQUIRE(items->value.size() == 1);
        REQUIRE(items->value[0].dates.size() == 1);
        auto const back = read_items(to_csl_json(items->value[0]), "csl-json");
        CHECK(back->value == items->value);
        CHECK(back->diagnostics.empty());
    }
}

TEST_CASE("variables in the note") {
    CHECK(again(R"({"note":"original-date: 1961-03\npublisher: P\nFree words."})") ==
          "{\"type\":\"document\",\"original-date\":{\"date-parts\":[[1961,3]]},\"note\":\"Free "
          "words.\",\"publisher\":\"P\"}\n");
    CHECK(again(R"({"note":"First\nDOI: 10.1\nauthor: Doe || J.\nauthor: Roe || K."})") ==
          "{\"type\":\"document\",\"author\":[{\"family\":\"Doe\",\"given\":\"J.\"},{\"family\":\"Roe\","
          "\"given\":\"K.\"}],"
          "\"DOI\":\"10.1\",\"note\":\"First\"}\n");
    CHECK(again(R"({"note":"see {:genre: letter} there"})") ==
          "{\"type\":\"document\",\"genre\":\"letter\",\"note\":\"see  there\"}\n");
    CHECK(again(R"({"note":"shelf: 4\npublisher: P"})") ==
          "{\"type\":\"document\",\"note\":\"shelf: 4\",\"publisher\":\"P\"}\n");
    // Dates of the note count more than the item's; what the item has already stays words.
    CHECK(
        again(
            R"({"issued":{"date-parts":[[2010]]},"volume":"9","note":"issued: 1999\nvolume: 5\nWords."})") ==
        "{\"type\":\"document\",\"issued\":{\"date-parts\":[[1999]]},\"note\":\"volume: 5\\nWords.\","
        "\"volume\":\"9\",\"custom\":{\"fonds\":{\"note\":\"plain\"}}}\n");
    CHECK(again(R"({"note":"Remark: this is text"})") ==
          "{\"type\":\"document\",\"note\":\"Remark: this is text\"}\n");
    Item item;
    item.texts.set(Variable::note, "genre: only text");
    CHECK(read_items(to_csl_json(item), "csl-json")->value == Items{item});
}

TEST_CASE("an archival reference fills the variables that styles print, and comes back equal") {
    auto const item = archival();
    auto const text = to_csl_json(item);
    for (auto const* piece : {R"("archive":"RGANI")", R"("archive-place":"Moscow")",
                              R"("archive_location":"f. 5, op. 28, Box 3, ll. 34–59")",
                              R"("source":"History and Public Policy Program Digital Archive")",
                              R"("translator":[{"literal":"Gary Goldberg"}])",
                              R"("contributor":[{"family":"Person","given":"James"}])",
                              R"("document_id":"114590")", R"("hierarchy":"physical")"}) {
        CAPTURE(piece);
        CHECK(text.find(piece) != std::string::npos);
    }
    CHECK(text.find("\"number\"") == std::string::npos);
    auto const back = read_items(text, "csl-json");
    CHECK(back->value == Items{item});
    CHECK(back->diagnostics.empty());
}

TEST_CASE("what somebody changed by hand counts more than custom.fonds") {
    auto text = to_csl_json(archival());
    text.replace(text.find("\"archive\":\"RGANI\""), 17, "\"archive\":\"RGASPI\"");
    auto const back = read_items(text, "csl-json");
    REQUIRE(back->value.size() == 1);
    CHECK(back->value[0].text(Variable::archive) == "RGASPI");
    REQUIRE(back->diagnostics.size() == 1);
    CHECK(back->diagnostics[0].rule == "lossless-conflict");
}

TEST_CASE("fields of other formats survive in custom.fonds") {
    Item item;
    item.id = "x";
    item.foreign = {{"bibtex", "fond", "5"}, {"csl-json", "custom/k", "[1]"}};
    CHECK(read_items(to_csl_json(item), "csl-json")->value[0].foreign.size() == 2);
}
