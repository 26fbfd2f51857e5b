#include <fonds/formats.hpp>

#include "records_and_rules.hpp"
#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("RefWorks Tagged Format") {
    CHECK(
        records_and_rules(
            "RefWorks Export\r\n\r\nRT Journal Article\r\nSR Print\r\nID 7\r\nA1 Doe, Jane\r\nT1 On the\r\n "
            "border\r\n"
            "JF Journal\r\nYR 1961\r\nFD Mar 14\r\nVO 3\r\nSP 9\r\nOP 24\r\nK1 One\r\nK1 Two\r\n\r\n",
            "refworks") ==
        R"({"id":"7","type":"article-journal","title":"On the border","author":[{"family":"Doe","given":"Jane"}],)"
        R"("issued":{"date-parts":[[1961,3,14]]},"container-title":"Journal","keyword":"One, Two","page":"9-24","volume":"3",)"
        R"("custom":{"fonds":{"foreign":[{"format":"refworks","name":"SR","value":"Print"}]}}})"
        "\ntext-outside-record\n");
}

TEST_CASE("RefWorks' own names of fields") {
    struct Row {
        char const* line;
        char const* member;
    };
    for (auto const& [line, member] : {
             Row{"YR 1961", R"("issued":{"date-parts":[[1961]]})"},
             Row{"VO 3", R"("volume":"3")"},
             Row{"ED 2nd", R"("edition":"2nd")"},
             Row{"WV 2nd", R"("edition":"2nd")"},
             Row{"PP Moscow", R"("publisher-place":"Moscow")"},
             Row{"NO A remark", R"("note":"A remark")"},
             Row{"UL https://a.org", R"("URL":"https://a.org")"},
             Row{"LK https://a.org", R"("URL":"https://a.org")"},
             Row{"WT The site", R"("container-title":"The site")"},
         }) {
        CAPTURE(line);
        auto const got =
            records_and_rules(std::string("RT Web Page\nID 7\nT1 A\n") + line + "\n", "refworks");
        CAPTURE(got);
        CHECK(got.find(member) != std::string::npos);
    }
}

TEST_CASE("PubMed's records") {
    CHECK(
        records_and_rules(
            "PMID- 123\nOWN - NLM\nIS  - 0028-0836 (Print)\nTI  - On the\n      border.\nFAU - Doe, Jane "
            "3rd\nAU "
            " - Doe J 3rd\n"
            "JT  - The journal\nTA  - J\nDP  - 1961 Mar 14\nPG  - 9-24\nAID - 10.1000/x [doi]\nPMC - "
            "PMC5\nMH  - *Sheep/*history\n\n"
            "PMID- 124\nTI  - Second.\n",
            "nbib") ==
        R"({"id":"123","type":"article-journal","title":"On the border","author":[{"family":"Doe","given":"Jane","suffix":"3rd"}],)"
        R"("issued":{"date-parts":[[1961,3,14]]},"container-title":"The journal","container-title-short":"J",)"
        R"("DOI":"10.1000/x","ISSN":"0028-0836","keyword":"Sheep/history","PMCID":"PMC5","PMID":"123","page":"9-24",)"
        R"("custom":{"fonds":{"dates":{"issued":{"edtf":"1961-03-14","raw":"1961 Mar 14"}},"foreign":[{"format":"nbib","name":"OWN","value":"NLM"}]}}})"
        "\n"
        R"({"id":"124","type":"article-journal","title":"Second","PMID":"124"})"
        "\n");
}
