#include "support/catch.hpp"
//
#include "model/record_string.hpp"
#include "support/generate_item.hpp"

using namespace fonds;

namespace {

ArchivalReference essay_reference() {
    ArchivalReference reference;
    reference.repository = "RGANI";
    reference.repository_id = "ru-rgani";
    reference.levels = {{"fond", "Fond", "5"},
                        {"box", "", "3", Hierarchy::physical},
                        {"list", "ll.", "34-59", Hierarchy::part}};
    reference.document_id = "114590";
    Name person;
    person.family = "Person";
    person.given = "James";
    reference.provenance = {{"obtained", "NKIDP", {person}}};
    return reference;
}

}  // namespace

TEST_CASE("A reference as one line") {
    auto const text = write_record_string(essay_reference());
    CHECK(text ==
          "fonds1;repo=RGANI;repo-id=ru-rgani;fond=5|Fond;box=3||physical;list=34-59|ll.|part;doc=114590;"
          "by=obtained|NKIDP|Person,James");
    REQUIRE(parse_record_string(text));
    CHECK(parse_record_string(text)->reference == essay_reference());
}

TEST_CASE("Record strings that are none, are newer, or were folded by a program") {
    CHECK_FALSE(is_record_string("fonds of the archive"));
    CHECK_FALSE(is_record_string("fonds"));
    CHECK(is_record_string("fonds2;whatever"));
    CHECK_FALSE(parse_record_string("fonds2;repo=x"));
    CHECK(parse_record_string("fonds1")->empty());
    CHECK(parse_record_string(" fonds1 ;\n  repo=RGANI ;\n doc=1 ")->reference->document_id == "1");
    CHECK(parse_record_string("fonds1;;=;x;.nonsense=1;type=nothing;repo=%4")->reference->repository == "%4");
}

TEST_CASE("Any record is made of any other by a patch, and the patch by its string") {
    CHECK(rc::check([] {
        auto const from = *generate::item();
        auto const to = *generate::item();
        auto const patch = make_patch(from, to);
        auto const text = write_record_string(patch);
        RC_ASSERT(text.find_first_of("{}\n\"\\") == std::string::npos);
        RC_ASSERT(is_record_string(text));
        auto const read = parse_record_string(text);
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == patch);
        auto made = from;
        apply_patch(*read, made);
        RC_ASSERT(made == to);
    }));
}
