#include <fonds/note.hpp>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "support/catch.hpp"

using fonds::Variable;

TEST_CASE("A document of the Wilson Center is split into all its parts") {
    auto const note = fonds::parse_note(
        "See “Report on the Harvest,” May 3, 1951, History and Public Policy Program Digital Archive, RGANI, "
        "Fond 7, "
        "Opis 2, Delo 19, listi 3-5. Obtained for NKIDP by Anna Petrova and translated for NKIDP by John Q. "
        "Smith. "
        "http://digitalarchive.wilsoncenter.org/document/123456.");
    REQUIRE(note.citations.size() == 1);
    auto const& citation = note.citations[0];
    CHECK(citation.kind == fonds::CitationKind::archival);
    CHECK(citation.item.text(Variable::title) == "Report on the Harvest");
    auto const& reference = citation.item.reference;
    CHECK(reference.repository == "RGANI");
    CHECK(reference.repository_id == "ru-rgani");
    CHECK(reference.digital_archive == "History and Public Policy Program Digital Archive");
    CHECK(reference.document_id == "123456");
    REQUIRE(reference.levels.size() == 4);
    CHECK(reference.levels[0].level == "fond");
    CHECK(reference.levels[3].level == "list");
    CHECK(reference.levels[3].value == "3-5");
    REQUIRE(reference.provenance.size() == 2);
    CHECK(reference.provenance[0].role == "obtained");
    CHECK(reference.provenance[0].project == "NKIDP");
    REQUIRE(reference.provenance[1].names.size() == 1);
    CHECK(reference.provenance[1].names[0].family == "Smith");
}

TEST_CASE("Whoever handed a copy on is told in many words") {
    struct Row {
        std::string_view sentence, role;
    };
    auto const [sentence, role] = GENERATE(values<Row>({
        {"Obtained by Anna Petrova and translated by John Smith", "obtained"},
        {"Document obtained by Anna Petrova; translation by John Smith", "obtained"},
        {"Copy obtained by Anna Petrova. Translated by John Smith", "obtained"},
        {"Made available by Anna Petrova and translated by John Smith", "obtained"},
        {"Collected by Anna Petrova and translated by John Smith", "obtained"},
        {"Contributed by Anna Petrova, translated by John Smith", "contributed"},
        {"Copies provided by Anna Petrova and translated by John Smith", "provided"},
    }));
    auto const note = fonds::parse_note(
        fonds::concat("“Report on the Harvest,” May 3, 1951, RGANI, f. 7, op. 2, d. 19, ll. 3–5. ", sentence,
                      ". http://digitalarchive.wilsoncenter.org/document/123456."));
    INFO(sentence);
    REQUIRE(note.citations.size() == 1);
    auto const& provenance = note.citations[0].item.reference.provenance;
    REQUIRE(provenance.size() == 2);
    CHECK(provenance[0].role == role);
    CHECK(provenance[0].names.at(0).family == "Petrova");
    CHECK(provenance[1].role == "translated");
    CHECK(provenance[1].names.at(0).family == "Smith");
}
