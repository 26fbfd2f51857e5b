// How the copy came to us, in words.
#include <fonds/house.hpp>
#include <string>

#include "support/catch.hpp"

using namespace fonds;

namespace {

Name name(std::string family, std::string given = {}) {
    Name out;
    out.family = std::move(family);
    out.given = std::move(given);
    return out;
}

Names const anna = {name("Example", "Anna")};
Names const two = {name("Example", "Anna"), name("Muster", "Bo")};
Names const three = {name("A"), name("B"), name("C")};

std::string written(std::vector<Provenance> provenance, std::string note = {},
                    std::string_view form = "chicago") {
    ArchivalReference reference;
    reference.provenance = std::move(provenance);
    reference.provenance_note = std::move(note);
    return write_provenance(reference, HouseForm::find(form).value());
}

}  // namespace

TEST_CASE("provenance is one sentence, who did two things is named once") {
    CHECK(written({}) == "");
    CHECK(written({{"translated", "", anna}}) == "Translated by Anna Example.");
    CHECK(written({{"obtained", "NKIDP", anna}, {"translated", "NKIDP", two}}) ==
          "Obtained for NKIDP by Anna Example and translated for NKIDP by Anna Example and Bo Muster.");
    CHECK(written({{"obtained", "CWIHP", two}, {"translated", "CWIHP", two}}) ==
          "Obtained and translated for CWIHP by Anna Example and Bo Muster.");
    CHECK(written({{"contributed", "", anna}, {"translated", "", two}, {"edited", "", three}}) ==
          "Contributed by Anna Example; translated by Anna Example and Bo Muster; edited by A, B, and C.");
    CHECK(written({{"obtained", "CWIHP", {}}}) == "Obtained for CWIHP.");
    CHECK(written({{"deciphered", "", anna}}) == "Deciphered by Anna Example.");
}

TEST_CASE("a remark on the origin stands before the sentence") {
    CHECK(written({{"translated", "", anna}}, "From the personal collection of Bo Muster") ==
          "From the personal collection of Bo Muster. Translated by Anna Example.");
    CHECK(written({}, "from a private archive.") == "From a private archive.");
}

TEST_CASE("other languages have their own words") {
    CHECK(written({{"translated", "", anna}}, "", "barch") == "Übersetzt von Anna Example.");
    CHECK(written({{"translated", "", anna}}, "", "gost") == "Перевод: Anna Example.");
    CHECK(written({{"obtained", "", anna}}, "", "fr") == "Obtenu par Anna Example.");
}

TEST_CASE("a collection that the sentence names is not named twice") {
    Item item;
    item.type = ItemType::manuscript;
    item.reference.repository = "personal collection of Bo Muster";
    item.reference.provenance_note = "From the personal collection of Bo Muster";
    auto const told = lower(item, HouseForm::find("chicago").value());
    CHECK(told.text(Variable::archive_location).empty());
    CHECK(told.text(Variable::note) == "From the personal collection of Bo Muster.");
    CHECK(lower(item, HouseForm::find("en").value()).text(Variable::archive) ==
          "personal collection of Bo Muster");
}

TEST_CASE("a form without sentences gives the people to the style") {
    Item item;
    item.reference.repository = "RGANI";
    item.reference.provenance = {{"obtained", "", anna}, {"translated", "", two}};
    auto const named = lower(item, HouseForm::find("en").value());
    REQUIRE(named.names.find(Variable::contributor));
    CHECK(*named.names.find(Variable::contributor) == anna);
    CHECK(*named.names.find(Variable::translator) == two);
    CHECK(named.text(Variable::note).empty());
    item.names.set(Variable::translator, two);
    auto const told = lower(item, HouseForm::find("chicago").value());
    CHECK_FALSE(told.names.find(Variable::translator));
    CHECK(told.text(Variable::note) ==
          "Obtained by Anna Example and translated by Anna Example and Bo Muster.");
}
