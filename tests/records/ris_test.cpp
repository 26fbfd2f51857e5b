#include <fonds/formats.hpp>

#include "records_and_rules.hpp"
#include "support/catch.hpp"

using namespace fonds;
using namespace std::string_literals;

namespace {

std::string read(std::string_view text) { return records_and_rules(text, "ris"); }

}  // namespace

TEST_CASE("RIS read") {
    struct Row {
        char const* text;
        char const* expected;
    };
    for (
        auto const& row : {
            // The Wilson Center's download: the reference and who translated it stand in one tag, and stay
            // whole.
            Row{"TY  - MANSCPT\nTI  - Telegram\nDB  - History and Public Policy Program Digital Archive\n"
                "AN  - RGANI, f. 5, op. 49, d. 131, ll. 193-194. Translated by Gary Goldberg.\nER  - \n",
                R"({"type":"manuscript","title":"Telegram",)"
                R"("archive":"History and Public Policy Program Digital Archive",)"
                R"("archive_location":"RGANI, f. 5, op. 49, d. 131, ll. 193-194. Translated by Gary Goldberg."})"},
            // EndNote's "Library/Archive".
            Row{"TY  - MANSCPT\nTI  - Letter\nPB  - Bundesarchiv\nCY  - Berlin\nER  - \n",
                R"({"type":"manuscript","title":"Letter","archive":"Bundesarchiv","archive-place":"Berlin"})"},
            Row{"TY  - MANSCPT\nTI  - Letter\nPB  - Press\nDB  - Bundesarchiv\nER  - \n",
                R"({"type":"manuscript","title":"Letter","archive":"Bundesarchiv","publisher":"Press"})"},
            Row{"TY  - UNPB\nTI  - Letter\nPB  - Press\nER  - \n",
                R"({"type":"manuscript","title":"Letter","publisher":"Press"})"},
            Row{"TY  - JOUR\r\nAU  - Doe, Jane, Jr.\r\nAU  - CIA\r\nT2  - Journal\r\nSP  - 9\r\nEP  - "
                "24\r\nDA  - "
                "2003///Winter\r\nER  - \r\n",
                R"({"type":"article-journal",)"
                R"("author":[{"family":"Doe","given":"Jane","suffix":"Jr."},{"literal":"CIA"}],)"
                R"("issued":{"date-parts":[[2003]],"season":4},"container-title":"Journal","page":"9-24"})"},
            Row{"TY  - JOUR\nDA  - 2003///Herbst\nER  - \n",
                R"({"type":"article-journal","issued":{"date-parts":[[2003]],"season":3}})"},
            Row{"TY  - PCOMM\nDA  - 1932///14 March\nER  - \n",
                R"({"type":"personal_communication","issued":{"date-parts":[[1932,3,14]]}})"},
            Row{"TY  - MANSCPT\nDA  - 1861///circa\nSP  - iv, 34 p.\nER  - \n",
                R"({"type":"manuscript","issued":{"date-parts":[[1861]],"circa":true},"number-of-pages":"34"})"},
            Row{"TY  - BOOK\nSN  - 0394751051 (pbk.); 9780394751054\nER  - \n",
                R"({"type":"book","ISBN":"0394751051, 9780394751054"})"},
            Row{"TY  - CHAP\nSP  - pp. 12-30\nER  - \n", R"({"type":"chapter","page":"12-30"})"},
            Row{"TY  - JOUR\nPY  - 1955?\nDA  - April 1\nER  - \n",
                R"({"type":"article-journal","issued":{"date-parts":[[1955,4,1]],"circa":true},)"
                R"("custom":{"fonds":{"dates":{"issued":{"edtf":"1955-04-01?"}}}}})"},
            Row{"TY  - JOUR\nPY  - 1961\nDA  - Mar 14\nER  - \n",
                R"({"type":"article-journal","issued":{"date-parts":[[1961,3,14]]}})"},
            Row{"TY  - JOUR\nDA  - 1961/02/30\nER  -\n",
                R"({"type":"article-journal","issued":{"date-parts":[[1961,2]]},)"
                R"("custom":{"fonds":{"dates":{"issued":{"edtf":"1961-02","raw":"1961/02/30"}}}}})"},
            Row{"TY  - BOOK\nT1  - A\nXX  - kept\nUR  - u\nUR  - v\nER  - \n",
                R"({"type":"book","title":"A","URL":"u","custom":{"fonds":{"foreign":[{"format":"ris","name":"XX",)"
                R"("value":"kept"},{"format":"ris","name":"UR","value":"v"}]}}})"},
            Row{"TY  - BOOK\nTI  - One\nTY  - BOOK\nTI  - Two\n",
                "{\"type\":\"book\",\"title\":\"One\"}\n{\"type\":\"book\",\"title\":\"Two\"}\nmissing-"
                "end\nmissing-end"},
            Row{"nothing\nTY  - NOSUCH\nTI  - T\nER  - \n",
                "{\"type\":\"document\",\"title\":\"T\",\"custom\":{\"fonds\":{\"foreign\":[{\"format\":"
                "\"ris\","
                "\"name\":\"TY\",\"value\":\"NOSUCH\"}]}}}\ntext-outside-record\nunknown-type"},
            // What databases put around their records is none of them, and no fault.
            Row{"Provider: Journals on Line\nContent: text/plain\n\n1.\nTY  - BOOK\nTI  - One\nER  - \n2.\n"
                "TY  - BOOK\nTI  - Two\nER  - \nEOF\n",
                "{\"type\":\"book\",\"title\":\"One\"}\n{\"type\":\"book\",\"title\":\"Two\"}"},
            // The Web of Science's own tags.
            Row{"TY  - JOUR\nPU  - PRESS\nPI  - OSLO\nJI  - Hist. J.\nT2  - HISTORY JOURNAL\nER  - \n",
                R"({"type":"article-journal","container-title":"HISTORY JOURNAL",)"
                R"("container-title-short":"Hist. J.","publisher":"PRESS","publisher-place":"OSLO"})"},
            // EndNote's number of a manuscript, ProQuest's of a dissertation.
            Row{"TY  - MANSCPT\nNV  - ms. 44\nER  - \n", R"({"type":"manuscript","call-number":"ms. 44"})"},
            Row{"TY  - THES\nM3  - 3460202\nPY  - 2011\nY1  - 2011///\nER  - \n",
                R"({"type":"thesis","issued":{"date-parts":[[2011]]},"number":"3460202"})"},
            Row{"TY  - JOUR\nPY  - 2015/Spring\nER  - \n",
                R"({"type":"article-journal","issued":{"date-parts":[[2015]],"season":1}})"},
            Row{"TY  - JOUR\nDA  - 1920 Jan-Feb\nER  - \n",
                R"({"type":"article-journal","issued":{"date-parts":[[1920,1],[1920,2]]},)"
                R"("custom":{"fonds":{"dates":{"issued":{"edtf":"1920-01/1920-02","raw":"1920 Jan-Feb"}}}}})"},
            Row{"TY  - JOUR\nPY  - 2015/Lent\nER  - \n",
                R"({"type":"article-journal","issued":{"date-parts":[[2015]]},)"
                R"("custom":{"fonds":{"dates":{"issued":{"edtf":"2015","raw":"2015/Lent"}}}}})"},
            Row{"TY  - BOOK\nPY  - 44 BC\nER  - \n",
                R"({"type":"book","issued":{"date-parts":[[-44]]},)"
                R"("custom":{"fonds":{"dates":{"issued":{"edtf":"-0043","raw":"44 BC"}}}}})"},
            // A body whose words braces keep together; an editor of no series.
            Row{"TY  - BOOK\nA2  - {Board of Trade}\nER  - \n",
                R"({"type":"book","editor":[{"literal":"Board of Trade"}]})"},
            Row{"TY  - BOOK\nTI  - G\xF6ttingen\nER  - \n",
                "{\"type\":\"book\",\"title\":\"Göttingen\"}\nencoding-guessed"},
            Row{"\xEF\xBB\xBFTY  - BOOK\nTI  - \nAB  - one\n\n two\nER  - ",
                R"({"type":"book","abstract":"one\n\ntwo"})"},
            Row{"TY  - THES\nM3  - doi:10.1000/x\nSN  - 0028-0836\nER  - ",
                R"({"type":"thesis","DOI":"10.1000/x","ISSN":"0028-0836"})"},
        }) {
        INFO(row.text);
        CHECK(read(row.text) == std::string(row.expected) + "\n");
    }
}

TEST_CASE("RIS is known by its first record, whatever a database writes before it") {
    for (auto const* text :
         {"TY  - BOOK\n", "Provider: X\r\nDatabase: Y\r\n\r\n\r\nTY  - BOOK\r\n", "\n12.\nTY  - BOOK"}) {
        INFO(text);
        auto const* format = sniff_format(text);
        REQUIRE(format);
        CHECK(format->name == "ris");
    }
    CHECK_FALSE(sniff_format("Dear all,\nTY  - BOOK\n"));
}

TEST_CASE("RIS written as reference managers read it") {
    Item item;
    item.id = "x";
    item.type = ItemType::manuscript;
    item.texts.set(Variable::title, "Information on the Situation in the DPRK");
    item.dates.set(Variable::issued, *parse_edtf("1955-04"));
    item.reference.repository = "RGANI";
    item.reference.levels = {{"fond", "Fond", "5"}, {"list", "listi", "34-59", Hierarchy::part}};
    CHECK(write_items({item}, "ris")->value ==
          "TY  - MANSCPT\nID  - x\nTI  - Information on the Situation in the DPRK\nPY  - 1955\nDA  - "
          "1955/04//\n"
          "AN  - Fond 5, listi 34-59\nDB  - RGANI\n"
          "N1  - fonds1;repo=RGANI;fond=5|Fond;list=34-59|listi|part;drop=archive,archive_location\nER  - "
          "\n\n");
}

TEST_CASE("A readable field that was changed beside the lossless one counts, and is told") {
    auto const items = read_items(
        "TY  - MANSCPT\nID  - x\nTI  - New title\nAN  - Fond 5\nDB  - Other\n"
        "N1  - fonds1;repo=RGANI;fond=5|Fond;drop=archive,archive_location\nER  - \n",
        "ris");
    REQUIRE(items->diagnostics.size() == 1);
    CHECK(items->diagnostics[0].rule == "lossless-conflict");
    CHECK(items->diagnostics[0].message.find("archive") != std::string::npos);
    CHECK(items->value[0].text(Variable::archive) == "Other");
    CHECK(items->value[0].reference.repository == "RGANI");
    CHECK(items->value[0].text(Variable::archive_location).empty());
    CHECK(items->value[0].text(Variable::title) == "New title");
}

TEST_CASE("Hostile RIS costs no more than its records") {
    std::string long_field = "TY  - BOOK\nTI  - " + std::string(1 << 20, 'x') + "\nER  - \n";
    CHECK(read_items(long_field, "ris")->value[0].text(Variable::title).size() == 1 << 20);
    std::string many_lines = "TY  - BOOK\nAB  - a\n";
    for (int i = 0; i < 200000; ++i) many_lines += "line\n";
    CHECK(read_items(many_lines + "ER  - \n", "ris")->value.size() == 1);
    std::string many_tags = "TY  - BOOK\n";
    for (int i = 0; i < 100000; ++i) many_tags += "UR  - u\nAU  - A, B\nKW  - k\n";
    CHECK(read_items(many_tags, "ris")->value.size() == 1);
    CHECK(read_items("TY  - BOOK\nTI  - \0\x01\xFF\nER  - "s, "ris")->value.size() == 1);
}
