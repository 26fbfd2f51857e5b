#include <fonds/formats.hpp>
#include <fonds/location.hpp>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("a location in words becomes levels, archive, host and provenance, or stays as it is") {
    struct Case {
        std::string archive, location, outline;  // empty: it stays
    };
    Case const cases[] = {
        {"History and Public Policy Program Digital Archive",
         "RGANI, Fond 5, Opis 28, Delo 314, listi 34-59. Obtained for NKIDP by James Person and translated "
         "for NKIDP "
         "by Gary Goldberg.",
         "ru-rgani fond 5, opis 28, delo 314, list 34-59 | host | Person, Goldberg"},
        {"RGASPI", "f. 558, op. 11, d. 346, ll. 69–70", "ru-rgaspi fond 558, opis 11, delo 346, list 69–70"},
        {"", "Harry S. Truman Library, Acheson Papers, Box 67", "us-hstl collection Acheson Papers, box 67"},
        {"Unknown Archive of Foo", "shelf 3b, third drawer", ""},
        {"RGASPI", "", ""},
        {"RGASPI", "“Letter to Mao,” 5 May 1950, f. 558, op. 11, d. 346", ""},
    };
    for (auto const& c : cases) {
        CAPTURE(c.location);
        Item item;
        item.id = "a";
        item.type = ItemType::manuscript;
        for (auto const& [variable, text] :
             {std::pair{Variable::archive, c.archive}, {Variable::archive_location, c.location}})
            if (!text.empty()) item.texts.set(variable, text);
        auto const before = item;
        CHECK(read_location(item) == !c.outline.empty());
        if (c.outline.empty()) {
            CHECK(item == before);
            continue;
        }
        auto const& reference = item.reference;
        auto outline = reference.repository_id;
        for (auto const& level : reference.levels)
            outline += (&level == &reference.levels.front() ? " " : ", ") + level.level + " " + level.value;
        if (!reference.digital_archive.empty()) outline += " | host";
        for (auto const& provenance : reference.provenance)
            for (auto const& name : provenance.names)
                outline += (&provenance == &reference.provenance.front() ? " | " : ", ") + name.family;
        CHECK(outline == c.outline);
    }
}
