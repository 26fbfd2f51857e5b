#include <fonds/cited_document.hpp>
#include <fonds/house_style.hpp>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace fonds;

namespace {

std::string const report =
    "“Information on the Situation in the DPRK,” April 1955, RGANI, Fond 5, Opis 28, Delo 314, listi ";

std::vector<ParsedNote> parsed(std::vector<std::string> const& texts) {
    NoteParser parser;
    std::vector<ParsedNote> notes;
    for (auto const& text : texts) notes.push_back(parser.next(std::to_string(notes.size() + 1), text));
    return notes;
}

struct Row {
    std::vector<std::string> notes;
    std::vector<std::string> cites;  ///< "note: work of cited.items, locator"; a dash: no cite
};

std::vector<std::string> cites_of(CitedDocument const& cited) {
    std::vector<std::string> out;
    for (auto const& citation : cited.citations) {
        auto text = std::to_string(citation.note_number) + ": ";
        if (citation.cites.empty()) text += "-";
        for (auto const& cite : citation.cites)
            for (std::size_t i = 0; i < cited.items.size(); ++i)
                if (cited.items[i].id == cite.id) text += std::to_string(i) + ", " + cite.locator;
        out.push_back(text);
    }
    return out;
}

}  // namespace

TEST_CASE("an editor gets the works of a manuscript without leaves, and the leaves with the citations") {
    auto const house = HouseStyle::find("chicago-archives").value().value;
    std::vector<Row> const table{
        {{report + "34-59."}, {"1: 0, ll. 34–59"}},
        {{report + "34-59.", report + "40."}, {"1: 0, ll. 34–59", "2: 0, l. 40"}},
        {{report + "34-59.", "Ibid., list 40.", "Ibid."}, {"1: 0, ll. 34–59", "2: 0, l. 40", "3: 0, l. 40"}},
        {{"Andrei Lankov, Crisis in North Korea (Honolulu: University of Hawai‘i Press, 2005), 60.",
          "Ibid., 71."},
         {"1: 0, 60", "2: 0, 71"}},
        {{"Ibid., 71."}, {"1: -"}},
    };
    for (auto const& row : table) {
        auto const notes = parsed(row.notes);
        auto const cited = cited_document(notes, house.form());
        INFO(row.notes.back());
        CHECK(cites_of(cited) == row.cites);
        for (auto const& item : cited.items)
            for (auto const& level : item.reference.levels) CHECK(level.hierarchy != Hierarchy::part);
    }
}

TEST_CASE("a live session goes on with a manuscript, and prints the leaves once") {
    auto const house = HouseStyle::find("chicago-archives").value().value;
    auto const notes =
        parsed({report + "34-59.", "Ibid., 71.", "Lankov, nobody knows where.", report + "40."});
    auto const cited = cited_document(notes, house.form());
    csl::Session session(house.style, house.locales, house.options(csl::OutputFormat::text));
    session.set_items(lower(cited.items, house.form()));
    for (std::size_t i = 0; i < cited.citations.size(); ++i) session.insert(i, cited.citations[i]);
    auto const& first = session.texts().front();
    CHECK(first.find("delo 314, ll. 34–59") != std::string::npos);
    CHECK(first.find("34–59") == first.rfind("34–59"));
    CHECK(session.bibliography().size() == 1);
    CHECK(session.bibliography().front().text.find("34") == std::string::npos);

    auto other = cited.citations.front();
    other.cites.front().locator = "l. 36";
    session.replace(0, other);
    CHECK(session.texts().front().find("delo 314, l. 36") != std::string::npos);
    CHECK(session.texts().front().find("34–59") == std::string::npos);
}

TEST_CASE("no ibid. goes back past a source that is not known") {
    auto const style =
        csl::Style::parse(R"(<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
        <info><title>T</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info>
        <citation><layout><choose>
          <if position="ibid"><text value="Ibid"/></if><else><text variable="title"/></else>
        </choose></layout></citation></style>)");
    REQUIRE(style);
    Item book;
    book.id = "lankov";
    book.type = ItemType::book;
    book.texts.set(Variable::title, "Crisis");
    auto const cite = [](int note, bool is_known) {
        csl::Citation citation;
        citation.id = std::to_string(note) + (is_known ? "a" : "b");
        citation.note_number = note;
        if (is_known) citation.cites.emplace_back().id = "lankov";
        return citation;
    };
    struct Case {
        std::vector<csl::Citation> citations;
        std::string last;
    };
    std::vector<Case> const table{
        {{cite(1, true), cite(2, true)}, "Ibid"},
        {{cite(1, true), cite(2, false), cite(3, true)}, "Crisis"},
        {{cite(1, true), cite(1, false), cite(2, true)}, "Crisis"},
        {{cite(1, false), cite(1, true), cite(2, true)}, "Crisis"},
    };
    auto const locales = csl::find_locales("en-US").value();
    csl::Options options;
    options.output = csl::OutputFormat::text;
    for (auto const& row : table) {
        auto const rendered = csl::format_document(style->value, locales, {book}, row.citations, options);
        CHECK(rendered.citations.back() == row.last);
    }
}
