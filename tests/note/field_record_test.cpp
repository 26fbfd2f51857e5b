// Works whose text a reference manager wrote into notes: their records go with the citations.
#include <fonds/document.hpp>
#include <fonds/formats.hpp>
#include <fonds/note.hpp>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace fonds;

namespace {

constexpr std::string_view records = R"([
{"id": "11", "type": "book", "title": "The Global Cold War: Third World Interventions", "publisher": "CUP",
 "author": [{"family": "Westad", "given": "Odd Arne"}], "issued": {"date-parts": [[2005]]}},
{"id": "12", "type": "book", "title": "Crisis in North Korea", "citation-key": "lankov",
 "author": [{"family": "Lankov", "given": "Andrei"}], "issued": {"date-parts": [[2004]]}},
{"id": "13", "type": "manuscript", "title": "Letter to Stalin", "archive": "RGANI",
 "archive_location": "f. 5, op. 28, d. 314"},
{"id": "empty", "type": "book"}
])";

/// The words of a note that a field shows, and the records behind it.
struct Field {
    std::string words;
    std::vector<std::string> ids;
};

struct Note {
    std::string text;
    std::vector<Field> fields;
};

Document manuscript(std::vector<Note> const& notes) {
    auto const known = read_items(records, "csl-json");
    REQUIRE(known);
    Document document;
    document.format = "docx";
    for (auto const& note : notes) {
        auto& source = document.notes.emplace_back();
        source.id = std::to_string(document.notes.size());
        source.text = note.text;
        for (auto const& field : note.fields) {
            auto const at = note.text.find(field.words);
            REQUIRE(at != std::string::npos);
            auto& embedded = source.embedded.emplace_back();
            embedded.span = {at, at + field.words.size()};
            embedded.producer = "zotero";
            embedded.key = "http://zotero.org/users/1/items/A";
            for (auto const& id : field.ids)
                for (auto const& item : known->value)
                    if (item.id == id) embedded.items.push_back(item);
        }
    }
    return document;
}

// Each citation with its kind, its text and the records behind it.
std::string outline(std::vector<ParsedNote> const& notes) {
    std::string out;
    for (auto const& note : notes)
        for (auto const& citation : note.citations) {
            out += (out.empty() ? "" : " | ") + std::string(to_string(citation.kind)) + " " +
                   std::string(slice(note.text, citation.span));
            for (auto const& record : citation.records) out += " =" + record.id;
        }
    return out;
}

std::string ids_of(Items const& items) {
    std::string out;
    for (auto const& item : items) out += (out.empty() ? "" : " ") + item.id;
    return out;
}

}  // namespace

TEST_CASE("records of a reference manager go with the citations that their text is read as") {
    std::string const westad = "Odd Arne Westad, The Global Cold War (Cambridge: CUP, 2005), 15";
    std::string const lankov =
        "Andrei Lankov, Crisis in North Korea (Honolulu: University of Hawaii Press, 2004), 7";
    struct Case {
        std::vector<Note> notes;
        std::string outline, works;
    };
    Case const cases[] = {
        {{{westad + ".", {{westad, {"11"}}}}}, "published " + westad + " =11", "westad2005"},
        {{{"See " + westad + "; " + lankov + ".", {{westad + "; " + lankov, {"11", "12"}}}}},
         "published " + westad + " =11 | published " + lankov + " =12",
         "westad2005 lankov"},
        // The style put them in another order.
        {{{westad + "; " + lankov + ".", {{westad + "; " + lankov, {"12", "11"}}}}},
         "published " + westad + " =11 | published " + lankov + " =12",
         "westad2005 lankov"},
        {{{westad + ".", {{westad, {"11"}}}}, {"Ibid., 17.", {{"Ibid., 17", {"11"}}}}},
         "published " + westad + " =11 | ibid Ibid., 17 =11",
         "westad2005"},
        // What a short form alone cites is known all the same.
        {{{"Lankov, Crisis, 12.", {{"Lankov, Crisis, 12", {"12"}}}}},
         "short-form Lankov, Crisis, 12 =12",
         "lankov"},
        // A style of author and year.
        {{{"See (Westad 2005, 15).", {{"(Westad 2005, 15)", {"11"}}}}},
         "short-form Westad 2005, 15 =11",
         "westad2005"},
        {{{"(Westad 2005; Lankov 2004).", {{"(Westad 2005; Lankov 2004)", {"11", "12"}}}}},
         "published (Westad 2005; Lankov 2004) =11 =12",
         "westad2005 lankov"},
        // The author's own words in the field.
        {{{westad + "; " + lankov + ".", {{westad + "; " + lankov, {"11"}}}}},
         "published " + westad + " =11 | published " + lankov,
         "westad2005 lankov2004"},
        // Typed elsewhere by hand.
        {{{lankov + ".", {}}, {westad + ".", {{westad, {"11"}}}}},
         "published " + lankov + " | published " + westad + " =11",
         "lankov2004 westad2005"},
        // A mark that says nothing of its work.
        {{{westad + ".", {{westad, {"empty"}}}}}, "published " + westad, "westad2005"},
        {{{"RGANI, f. 5, op. 28, d. 314, l. 3.", {{"RGANI, f. 5, op. 28, d. 314, l. 3", {"13"}}}}},
         "archival RGANI, f. 5, op. 28, d. 314, l. 3 =13",
         "letterto"},
    };
    for (auto const& c : cases) {
        CAPTURE(c.outline);
        auto const document = manuscript(c.notes);
        auto const notes = parse_notes(document);
        CHECK(outline(notes) == c.outline);
        CHECK(ids_of(cited_items(notes)) == c.works);
        for (auto const& note : notes)
            for (auto const& citation : note.citations) CHECK_FALSE(citation.is_by_key());
        for (std::size_t i = 0; i < notes.size(); ++i) {
            std::string whole;
            for (auto const& segment : notes[i].segments) whole += slice(notes[i].text, segment.span);
            CHECK(whole == document.notes[i].text);
        }
    }
}

TEST_CASE("a work of a field is its record, wherever it is cited") {
    std::string const westad = "Odd Arne Westad, The Global Cold War (Cambridge: CUP, 2005), 15";
    auto document = manuscript({{westad + ".", {{westad, {"11"}}}},
                                {"RGANI, f. 2, op. 1, d. 3, l. 4.", {}},
                                {"Westad, Global Cold War, 17.", {{"Westad, Global Cold War, 17", {"11"}}}}});
    document.embedded = document.notes.front().embedded;
    document.embedded.front().span = {};
    auto const notes = parse_notes(document);
    auto const items = cited_items(notes, document.embedded);
    REQUIRE(items.size() == 2);
    CHECK(items[0].text(Variable::title) == "The Global Cold War: Third World Interventions");
    CHECK(items[1].reference.repository == "RGANI");
    CHECK(cited_positions(notes) == std::vector<std::vector<std::size_t>>{{0}, {1}, {0}});
}
