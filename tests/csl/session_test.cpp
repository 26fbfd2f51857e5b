// Session: after any edits the live texts are those of the batch; every change is told, and no other.

#include <rapidcheck.h>

#include <fonds/csl.hpp>
#include <numeric>

#include "base/text.hpp"
#include "support/catch.hpp"

using namespace fonds;
using namespace fonds::csl;

namespace {

constexpr std::string_view note_style =
    R"csl(<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>t</title><id>t</id></info>
<macro name="author"><names variable="author"><name form="short" and="text"/></names></macro>
<citation et-al-min="3" et-al-use-first="1" disambiguate-add-names="true" disambiguate-add-givenname="true"
 disambiguate-add-year-suffix="true"><layout delimiter="; " suffix=".">
<choose><if position="ibid-with-locator"><text value="ibid."/><text variable="locator" prefix=" "/></if>
<else-if position="ibid"><text value="ibid."/></else-if>
<else-if position="subsequent"><group delimiter=" "><text macro="author"/>
<text variable="first-reference-note-number" prefix="(n. " suffix=")"/><text variable="locator"/></group></else-if>
<else><group delimiter=", "><text macro="author"/><text variable="title" font-style="italic"/>
<date variable="issued"><date-part name="year"/></date><text variable="locator"/></group></else></choose>
</layout></citation>
<bibliography subsequent-author-substitute="---"><sort><key macro="author"/><key variable="issued"/></sort>
<layout suffix="."><group delimiter=", "><text macro="author"/><text variable="title"/>
<date variable="issued"><date-part name="year"/></date></group></layout></bibliography></style>)csl";

constexpr std::string_view english =
    R"(<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
<terms><term name="and">and</term><term name="et-al">et al.</term><term name="open-quote">“</term>
<term name="close-quote">”</term></terms></locale>)";

/// Numbers by the order of citing; and asks how near the last cite is, which the other style does not.
constexpr std::string_view numeric_style =
    R"csl(<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>t</title><id>t</id></info>
<citation collapse="citation-number" near-note-distance="3"><sort><key variable="citation-number"/></sort>
<layout prefix="[" suffix="]" delimiter=","><text variable="citation-number"/>
<choose><if position="near-note"><text value="near" prefix=" "/></if></choose></layout></citation>
<bibliography><layout suffix="."><text variable="citation-number" suffix=" "/><text variable="title"/></layout>
</bibliography></style>)csl";

Item make_item(int number) {
    static constexpr char const* families[] = {"Doe", "Roe", "Smith"};
    static constexpr char const* givens[] = {"John", "Jane", "Jack", "Jill"};
    Item item;
    item.id = "item" + std::to_string(number);
    item.type = ItemType::book;
    item.texts.set(Variable::title, "Book " + std::to_string(number));
    Names names;
    for (int i = 0; i <= number % 3; ++i) {
        Name name;
        name.family = families[(number / 2 + i) % 3];
        name.given = givens[(number + i) % 4];
        names.push_back(name);
    }
    item.names.set(number % 5 == 4 ? Variable::editor : Variable::author, names);
    Date date;
    date.start.year = 1990 + number % 2;
    item.dates.set(Variable::issued, date);
    return item;
}

Items make_items() {
    Items out;
    for (int i = 0; i < 12; ++i) out.push_back(make_item(i));
    return out;
}

Citation make_citation(int serial) {
    Citation out;
    out.id = "c" + std::to_string(serial);
    out.note_number = *rc::gen::inRange(1, 30);
    out.reset_position = *rc::gen::inRange(0, 12) == 0;
    auto const count = *rc::gen::inRange(1, 4);
    for (int i = 0; i < count; ++i) {
        Cite cite;
        cite.id = "item" + std::to_string(*rc::gen::inRange(0, 13));  // there are 12 at first
        if (*rc::gen::inRange(0, 2)) cite.locator = std::to_string(*rc::gen::inRange(1, 4));
        out.cites.push_back(cite);
    }
    return out;
}

/// Note numbers that a word processor might give.
std::vector<int> consecutive(std::size_t count) {
    std::vector<int> numbers(count);
    std::iota(numbers.begin(), numbers.end(), *rc::gen::inRange(1, 5));
    return numbers;
}

/// One random edit; the texts known before it are brought up to date by what it says it changed.
void edit(Session& session, std::vector<std::string>& known, int serial) {
    auto const count = static_cast<int>(known.size());
    auto const kind = count == 0 ? 0 : *rc::gen::inRange(0, 8);
    Changes changes;
    auto const at = static_cast<std::size_t>(*rc::gen::inRange(0, count + (kind < 2 ? 1 : 0)));
    if (kind < 2) {
        changes = kind == 0 ? session.insert(at, make_citation(serial))
                            : session.insert(at, make_citation(serial), consecutive(known.size() + 1));
        known.insert(known.begin() + static_cast<std::ptrdiff_t>(at), std::string());
    } else if (kind == 2) {
        changes = session.replace(at, make_citation(serial));
    } else if (kind == 3) {
        changes = serial % 2 ? session.erase(at) : session.erase(at, consecutive(known.size() - 1));
        known.erase(known.begin() + static_cast<std::ptrdiff_t>(at));
    } else if (kind == 4) {
        auto const to = static_cast<std::size_t>(*rc::gen::inRange(0, count));
        changes = serial % 2 ? session.move(at, to) : session.move(at, to, consecutive(known.size()));
        auto text = known[at];
        known.erase(known.begin() + static_cast<std::ptrdiff_t>(at));
        known.insert(known.begin() + static_cast<std::ptrdiff_t>(to), text);
    } else if (kind == 5) {
        changes = session.renumber(consecutive(known.size()));
    } else if (kind == 6) {
        changes = session.erase_item("item" + std::to_string(*rc::gen::inRange(0, 12)));
    } else {
        auto item = make_item(*rc::gen::inRange(0, 13));
        item.texts.set(Variable::title, "Changed " + std::to_string(serial));
        changes = session.set_items({item});
    }
    for (auto const& [index, text] : changes.citations) {
        RC_ASSERT(known[index] != text);
        known[index] = text;
    }
}

/// Whether a session's texts are the batch's after edits, and its changes told.
void live_equals_batch(Style const& style, Locales const& locales) {
    Session session(style, locales);
    session.set_items(make_items());
    std::vector<std::string> known;
    auto const edits = *rc::gen::inRange(1, 15);
    for (int i = 0; i < edits; ++i) edit(session, known, i);
    auto const batch = format_document(style, locales, session.items(), session.citations());
    RC_ASSERT(session.texts() == batch.citations);
    RC_ASSERT(known == batch.citations);
    RC_ASSERT(session.bibliography().size() == batch.bibliography.size());
    for (std::size_t i = 0; i < batch.bibliography.size(); ++i) {
        RC_ASSERT(session.bibliography()[i].id == batch.bibliography[i].id);
        RC_ASSERT(session.bibliography()[i].text == batch.bibliography[i].text);
    }
}

using Choices = std::vector<std::string_view>;

std::string_view one_of(Choices const& choices) { return *rc::gen::elementOf(choices); }

/// Each of some attributes or elements, or not.
std::string some_of(Choices const& choices) {
    std::string out;
    for (auto const choice : choices)
        if (*rc::gen::inRange(0, 2)) out += concat(" ", choice);
    return out;
}

/// A style of elements that look at the document: positions, numbers, other cites and other items.
std::string make_style() {
    Choices const keys = {R"(<key macro="author"/>)",
                          R"(<key macro="family"/><key variable="issued"/>)",
                          R"(<key variable="issued" sort="descending"/>)",
                          R"(<key variable="citation-number"/>)",
                          R"(<key macro="number"/>)",
                          R"(<key macro="doubt"/><key variable="title"/>)",
                          ""};
    Choices const cites = {
        R"(<group delimiter=" "><text macro="family"/><text macro="year"/><text macro="doubt"/><text variable="locator"/></group>)",
        R"(<text variable="citation-number"/><text variable="locator" prefix=": "/>)",
        R"(<text variable="citation-label"/>)",
        R"(<choose><if position="ibid"><text term="ibid"/></if><else-if position="near-note"><text macro="family"/></else-if>
           <else-if position="subsequent"><text macro="family"/><text macro="doubt"/><text variable="first-reference-note-number"/>
           </else-if><else><text macro="author"/><text variable="title"/></else></choose>)"};
    auto const sort = [](std::string_view chosen) {
        return chosen.empty() ? std::string() : concat("<sort>", chosen, "</sort>");
    };
    std::string out =
        concat(R"(<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" )",
               one_of({R"(class="note")", R"(class="in-text")"}), R"(><info><title>t</title><id>t</id></info>
<macro name="author"><names variable="author"><name and="text" initialize-with=". "/></names></macro>
<macro name="family"><names variable="author"><name form="short"/><substitute><names variable="editor"/></substitute>
</names><names variable="editor"><name form="short"/></names></macro>
<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>
<macro name="number"><text variable="citation-number"/></macro>
<macro name="doubt"><choose><if disambiguate="true"><text variable="title"/></if></choose></macro><citation)");
    out += some_of({R"(disambiguate-add-names="true")", R"(disambiguate-add-givenname="true")",
                    R"(disambiguate-add-year-suffix="true")", R"(et-al-min="3" et-al-use-first="1")",
                    R"(et-al-subsequent-min="2" et-al-subsequent-use-first="1")", R"(near-note-distance="3")",
                    R"(cite-group-delimiter=", ")"});
    out += one_of({R"( givenname-disambiguation-rule="all-names")",
                   R"( givenname-disambiguation-rule="primary-name")",
                   R"( givenname-disambiguation-rule="all-names-with-initials")", ""});
    out += one_of(
        {R"( collapse="year")", R"( collapse="year-suffix-ranged")", R"( collapse="citation-number")", ""});
    out +=
        concat(">", sort(one_of(keys)), R"(<layout delimiter="; ">)", one_of(cites), "</layout></citation>");
    if (*rc::gen::inRange(0, 5) == 0) return out + "</style>";
    out += concat("<bibliography",
                  some_of({R"(subsequent-author-substitute="---")", R"(et-al-min="2" et-al-use-first="1")"}),
                  ">", sort(one_of(keys)), R"(<layout suffix="."><group delimiter=", ">)");
    out += some_of({R"(<text variable="citation-number"/>)", R"(<text macro="author"/>)",
                    R"(<text macro="year"/>)", R"(<text macro="doubt"/>)"});
    return out + R"(<text variable="title"/></group></layout></bibliography></style>)";
}

}  // namespace

TEST_CASE("a session's texts are the batch's after any edits") {
    auto const style = Style::parse(GENERATE(note_style, numeric_style));
    auto const locale = Locale::parse(english);
    REQUIRE(style);
    REQUIRE(locale);
    CHECK(rc::check("live equals batch", [&] { live_equals_batch(style->value, {locale->value}); }));
}

TEST_CASE("a session's texts are the batch's in styles composed at random") {
    auto const locale = Locale::parse(english);
    REQUIRE(locale);
    CHECK(rc::check("live equals batch in any style", [&] {
        auto const xml = make_style();
        RC_LOG(xml);
        auto const style = Style::parse(xml);
        RC_ASSERT(style.has_value());
        live_equals_batch(style->value, {locale->value});
    }));
}

TEST_CASE("an entry is a whole piece of the list in its format, live as in a batch") {
    struct Case {
        OutputFormat output;
        std::string begin, end;
    };
    Case const cases[] = {
        {OutputFormat::text, "", "\n"},       {OutputFormat::html, "  <div class=\"csl-entry\">", "</div>\n"},
        {OutputFormat::markdown, "", "\n\n"}, {OutputFormat::latex, "", "\n\n"},
        {OutputFormat::rtf, "", "\\par\n"},   {OutputFormat::typst, "", "\n\n"},
    };
    auto const style = Style::parse(note_style);
    auto const locale = Locale::parse(english);
    REQUIRE(style);
    REQUIRE(locale);
    Locales const locales = {locale->value};
    for (auto const& c : cases) {
        CAPTURE(c.end);
        Options options;
        options.output = c.output;
        Items const items = {make_item(0), make_item(1)};
        auto const batch = format_bibliography(style->value, locales, items, options);
        Session session(style->value, locales, options);
        session.set_items(items);
        auto const& live = session.bibliography();
        REQUIRE(live.size() == 2);
        REQUIRE(batch.bibliography.size() == 2);
        std::string all;
        for (std::size_t i = 0; i < live.size(); ++i) {
            CHECK(live[i].text == batch.bibliography[i].text);
            CHECK(live[i].text.starts_with(c.begin));
            CHECK(live[i].text.ends_with("." + c.end));
            all += live[i].text;
        }
        CHECK(join_bibliography(live, c.output).find(all) != std::string::npos);
    }
}
