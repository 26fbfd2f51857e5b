// Values that a field of BibLaTeX would give back as others: they come back all the same.

#include <fonds/formats.hpp>
#include <string>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("a record that BibLaTeX's own fields would change comes back from a .bib file") {
    for (std::string const members : {
             R"("type":"book","DOI":"10.1/x")",
             R"("type":"book","DOI":"https://doi.org/10.1/x")",  // the reader takes the resolver away
             R"("type":"book","DOI":"doi:10.1/x")",
             R"("type":"book","keyword":"one, two")",
             R"("type":"book","keyword":"one; two")",
             R"("type":"book","keyword":"one,two")",
             R"("type":"book","language":"de")",
             R"("type":"book","language":"de-AT")",
             R"("type":"book","language":"German")",
             R"("type":"book","genre":"A pamphlet")",
             R"("type":"book","genre":"phdthesis")",
             R"("type":"book","status":"inpress")",
             R"("type":"book","collection-title":"Studies")",
             R"("type":"book","collection-title":"studies")",
             R"("type":"book","collection-title":"12")",
             R"("type":"book","number":"3","issue":"4","collection-number":"5")",
             R"("type":"article-journal","number":"3","issue":"4","collection-number":"5")",
             R"("type":"manuscript","event-title":"A congress","event-place":"Wien")",
             R"("type":"manuscript","publisher":"A house","archive":"TNA","archive_location":"FO 371/1")",
             R"("type":"manuscript","note":"A note","archive":"TNA","archive_location":"FO 371/1")",
             R"("type":"book","archive":"TNA","archive-place":"Kew","archive_location":"FO 371/1")",
             R"("type":"periodical","title":"Pravda")",
             R"("type":"book","issued":{"literal":"Ming dynasty"})",
             R"("type":"book","issued":{"date-parts":[[1961]],"circa":true})",
             R"("type":"book","submitted":{"date-parts":[[1961]]})",
             R"("type":"book","interviewer":[{"family":"Doe"}])",
         }) {
        CAPTURE(members);
        auto const items = read_items("[{\"id\":\"a\"," + members + "}]", "csl-json");
        REQUIRE(items);
        for (auto const* format : {"biblatex", "bibtex"}) {
            CAPTURE(format);
            auto const written = write_items(items->value, format);
            REQUIRE(written);
            CAPTURE(written->value);
            auto const again = read_items(written->value, format);
            REQUIRE(again);
            REQUIRE(again->value.size() == 1);
            CHECK(to_csl_json(again->value.front()) == to_csl_json(items->value.front()));
        }
    }
}
