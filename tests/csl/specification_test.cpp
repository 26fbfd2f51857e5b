// Sentences of the specification of CSL 1.0.2, a small style each: those that are easily read past.

#include <fonds/csl.hpp>
#include <fonds/formats.hpp>

#include "base/text.hpp"
#include "support/catch.hpp"

using namespace fonds;
using namespace fonds::csl;

namespace {

constexpr std::string_view english =
    R"(<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms>
<term name="and">and</term><term name="et-al">et al.</term><term name="ad">AD</term>
<term name="ordinal">th</term><term name="ordinal-01">st</term><term name="ordinal-02">nd</term>
<term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term>
<term name="folio" form="short">fol.</term>
<term name="editor" form="verb">edited by</term><term name="translator" form="verb">translated by</term>
<term name="retrieved">retrieved</term><term name="retrieved" form="short">retr.</term>
<term name="editor" form="short">ed.</term><term name="translator" form="short">trans.</term>
<term name="editortranslator" form="short">ed. and trans.</term>
<term name="editor-translator" form="short">ed. and trans.</term></terms></locale>)";

constexpr std::string_view austrian =
    R"(<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="de-AT"><terms>
<term name="and">und</term><term name="retrieved">abgerufen</term></terms></locale>)";

constexpr std::string_view german =
    R"(<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="de-DE"><terms>
<term name="and">und</term></terms></locale>)";

struct Sentence {
    std::string_view says;
    std::string_view attributes;  ///< of cs:style
    std::string_view children;    ///< of cs:style, after cs:info
    std::string_view items;
    std::string_view wanted;  ///< the entries of the bibliography, or a citation of all items
    std::string_view cites = {};
};

std::string written(Sentence const& sentence) {
    auto const style = Style::parse(concat(
        R"(<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" )",
        sentence.attributes.find("class=") == std::string_view::npos ? R"(class="in-text" )" : "",
        sentence.attributes, "><info><title>t</title><id>t</id></info>", sentence.children, "</style>"));
    auto const records = read_items(sentence.items, "csl-json");
    REQUIRE(style);
    REQUIRE(records);
    Locales locales;
    if (sentence.attributes.find("de-AT") != std::string_view::npos)
        for (auto const xml : {austrian, german}) locales.push_back(Locale::parse(xml).value().value);
    locales.push_back(Locale::parse(english).value().value);
    Options options;
    options.output = OutputFormat::text;
    std::vector<Citation> citations(1);
    for (auto const& item : records->value) citations[0].cites.emplace_back().id = item.id;
    if (!sentence.cites.empty()) citations = read_citations(sentence.cites).value();
    auto const out = format_document(style->value, locales, records->value, citations, options);
    if (!style->value.has_bibliography()) return out.citations[0];
    std::string entries;
    for (auto const& entry : out.bibliography)
        entries += concat(entries.empty() ? "" : " | ", trim(entry.text));
    return entries;
}

}  // namespace

TEST_CASE("the specification, a sentence at a time") {
    auto const
        one =
            GENERATE(
                values<Sentence>(
                    {
                        {"a group that comes to nothing closes no parenthesis", R"(class="note")",
                         R"x(<citation><layout><group suffix=")"><text variable="medium"/></group><group prefix="(" suffix=")"><text variable="title"/></group></layout></citation>)x",
                         R"([{"id":"a","title":"A"}])", "(A)"},
                        {"a first cite is cut by its own numbers where later ones show more names, told "
                         "apart or not",
                         "",
                         R"(<citation et-al-min="3" et-al-use-first="1" et-al-subsequent-min="5" et-al-subsequent-use-first="1" disambiguate-add-names="true">
            <layout><names variable="author"/></layout></citation>)",
                         R"([{"id":"a","author":[{"family":"Doe"},{"family":"Roe"},{"family":"Poe"}]}])",
                         "Doe et al."},
                        {"quotes=\"false\": what is quoted within stands in outer quotes, whatever marks it "
                         "came with",
                         "",
                         R"(<locale><terms><term name="open-quote">‘</term><term name="close-quote">’</term>
            <term name="open-inner-quote">“</term><term name="close-inner-quote">”</term></terms></locale>
            <citation><layout delimiter="; "><text variable="title" quotes="false"/><text variable="title" quotes="true" prefix=" "/></layout></citation>)",
                         R"([{"id":"a","title":"“Allies” at odds"}])", "‘Allies’ at odds ‘“Allies” at odds’"},
                        {"references to characters that were escaped twice", "",
                         R"(<citation><layout prefix="&amp;#8212; " suffix=" &amp;#x2014;" delimiter=" &amp;#8211; "><text variable="title"/></layout></citation>)",
                         R"([{"id":"a","title":"A &#38; B"},{"id":"b","title":"C"}])", "— A &#38; B – C —"},
                        {"name variables called by cs:key are returned in their long form",
                         R"(name-form="short")",
                         R"(<citation><layout><text variable="title"/></layout></citation>
            <bibliography><sort><key variable="author"/></sort><layout><text variable="title"/></layout></bibliography>)",
                         R"([{"id":"a","title":"A","author":[{"family":"Doe","given":"Zoe"}]},{"id":"b","title":"B","author":[{"family":"Doe","given":"Ann"}]}])",
                         "B | A"},
                        {"the family name is the primary sort key",
                         R"(demote-non-dropping-particle="sort-only")",
                         R"(<citation><layout><text variable="title"/></layout></citation>
            <bibliography><sort><key variable="author"/></sort><layout><text variable="title"/></layout></bibliography>)",
                         R"([{"id":"a","title":"A","author":[{"family":"Gogh Smith","given":"Ann"}]},
             {"id":"b","title":"B","author":[{"family":"Gogh","given":"Zoe"}]},
             {"id":"c","title":"C","author":[{"family":"Gogh","given":"Bob","non-dropping-particle":"van"}]}])",
                         "C | B | A"},
                        {"a family name alone stands before its given names, with other authors too", "",
                         R"(<citation><layout><text variable="title"/></layout></citation>
            <bibliography><sort><key variable="author"/></sort><layout><text variable="title"/></layout></bibliography>)",
                         R"([{"id":"a","title":"A","author":[{"family":"Müller","given":"Anna"}]},
             {"id":"b","title":"B","author":[{"family":"Müller"},{"family":"Ångström","given":"Zoe"}]},
             {"id":"c","title":"C","author":[{"literal":"Müller"}]}])",
                         "C | B | A"},
                        {"where particles are not demoted, they are sorted with the family",
                         R"(demote-non-dropping-particle="never")",
                         R"(<citation><layout><text variable="title"/></layout></citation>
            <bibliography><sort><key variable="author"/></sort><layout><text variable="title"/></layout></bibliography>)",
                         R"([{"id":"a","title":"A","author":[{"family":"Gogh","given":"Ann","non-dropping-particle":"van"}]},
             {"id":"b","title":"B","author":[{"family":"Gogh Smith","given":"Bob"}]},
             {"id":"c","title":"C","author":[{"family":"Gogh","given":"Zoe"}]}])",
                         "C | B | A"},
                        {"English articles at the start of names that are no persons' are stripped for "
                         "sorting",
                         "",
                         R"(<citation><layout><text variable="title"/></layout></citation>
            <bibliography><sort><key variable="author"/></sort><layout><names variable="author"/></layout></bibliography>)",
                         R"([{"id":"a","author":[{"literal":"The New York Times"}]},{"id":"b","author":[{"literal":"Oxford"}]},{"id":"c","author":[{"literal":"A Magazine"}]}])",
                         "A Magazine | The New York Times | Oxford"},
                        {"chicago-15: two digits, or more as needed, above four digits too",
                         R"(page-range-format="chicago-15")",
                         R"(<citation><layout delimiter="; "><text variable="page"/></layout></citation>)",
                         R"([{"id":"a","page":"12991-13001"},{"id":"b","page":"11500-11523"},{"id":"c","page":"11564-12578"},{"id":"d","page":"1496-1504"},{"id":"e","page":"1002-1006"}])",
                         "12991–3001; 11500–11523; 11564–2578; 1496–1504; 1002–6"},
                        {"AD follows positive years of less than four digits", "",
                         R"(<citation><layout delimiter="; "><date variable="issued"><date-part name="year"/></date></layout></citation>)",
                         R"([{"id":"a","issued":{"date-parts":[[79]]}},{"id":"b","issued":{"date-parts":[[843]]}},{"id":"c","issued":{"date-parts":[[1000]]}}])",
                         "79AD; 843AD; 1000"},
                        {"last-two-digits: numbers whose two last digits agree", "",
                         R"(<locale><terms><term name="ordinal">th</term><term name="ordinal-00" match="last-two-digits">X</term></terms></locale>
            <citation><layout delimiter="; "><number variable="edition" form="ordinal"/></layout></citation>)",
                         R"([{"id":"a","edition":"20"},{"id":"b","edition":"100"},{"id":"c","edition":"200"}])",
                         "20th; 100X; 200X"},
                        {"redefining any of the ordinal terms replaces all of them", "",
                         R"(<locale><terms><term name="ordinal-02">d</term></terms></locale>
            <citation><layout delimiter="; "><number variable="edition" form="ordinal"/></layout></citation>)",
                         R"([{"id":"a","edition":"1"},{"id":"b","edition":"2"}])", "1; 2d"},
                        {"ordinal-01 to ordinal-04 without the default are those of CSL 1.0", "",
                         R"(<locale><terms><term name="ordinal-01">A</term><term name="ordinal-02">B</term><term name="ordinal-03">C</term><term name="ordinal-04">D</term></terms></locale>
            <citation><layout delimiter="; "><number variable="edition" form="ordinal"/></layout></citation>)",
                         R"([{"id":"a","edition":"21"},{"id":"b","edition":"11"},{"id":"c","edition":"7"}])",
                         "21A; 11D; 7D"},
                        {"cs:locale in a style holds for its dialect, not for another",
                         R"(default-locale="de-AT")",
                         R"(<locale xml:lang="de-DE"><terms><term name="and">sowie</term></terms></locale>
            <citation><layout><text term="and"/></layout></citation>)",
                         R"([{"id":"a"}])", "und"},
                        {"a term of the language stands before another form of it in English",
                         R"(default-locale="de-AT")",
                         R"(<citation><layout><text term="retrieved" form="short"/><names variable="author" prefix=" "><name and="symbol"/></names></layout></citation>)",
                         R"([{"id":"a","author":[{"family":"Doe"},{"family":"Roe"}]}])",
                         "abgerufen Doe & Roe"},
                        {"numbers separated by a comma receive one space after it", "",
                         R"(<citation><layout delimiter="; "><number variable="volume" form="roman"/></layout></citation>)",
                         R"([{"id":"a","volume":"2,3"},{"id":"b","volume":"2 , 3"},{"id":"c","volume":"12,345"}])",
                         "ii, iii; ii, iii; 12,345"},
                        {"content with several numbers is plural", "",
                         R"(<citation><layout delimiter="; "><label variable="page" form="short"/></layout></citation>)",
                         R"([{"id":"a","page":"5,7"},{"id":"b","page":"5"}])", "pp.; p."},
                        {"of an editor and translator that are identical one is rendered", "",
                         R"(<citation><layout><names variable="editor translator" delimiter="; "/></layout></citation>)",
                         R"([{"id":"a","editor":[{"family":"Doe"}],"translator":[{"family":"Doe"}]}])",
                         "Doe"},
                        {"without a term for both, each label keeps its own names", "",
                         R"(<citation><layout><names variable="editor translator" delimiter="; "><label form="verb" prefix=" [" suffix="]"/></names></layout></citation>)",
                         R"([{"id":"a","editor":[{"family":"Doe"}],"translator":[{"family":"Doe"}]}])",
                         "Doe [edited by]; Doe [translated by]"},
                        {"and counted once", "",
                         R"(<citation><layout><names variable="editor translator"><name form="count"/></names></layout></citation>)",
                         R"([{"id":"a","editor":[{"family":"Doe"},{"family":"Roe"}],"translator":[{"family":"Doe"},{"family":"Roe"}]}])",
                         "2"},
                        {"editor-translator is made of an editor and translator that are identical", "",
                         R"(<citation><layout><group delimiter=". "><names variable="author"><label form="short" prefix=", "/><substitute><names variable="editor-translator"/></substitute></names>
            <text variable="title"/><names variable="editor translator"/></group></layout></citation>)",
                         R"([{"id":"a","title":"A","editor":[{"family":"Doe"}],"translator":[{"family":"Doe"}]}])",
                         "Doe, ed. and trans. A"},
                        {"numbers that a key calls are integers, whatever text stands around them", "",
                         R"(<citation><sort><key variable="issue"/></sort><layout delimiter=" "><text variable="issue"/></layout></citation>)",
                         R"([{"id":"a","issue":"A10"},{"id":"b","issue":"no. 9"},{"id":"c","issue":"Special"},{"id":"d","issue":"2b"}])",
                         "2b no. 9 A10 Special"},
                        {"a key has zeros for the parts that a date lacks, and for those that its macro does "
                         "not write",
                         "",
                         R"(<macro name="day"><date variable="issued"><date-part name="day"/></date></macro>
            <citation><sort><key macro="day"/><key variable="title"/></sort><layout delimiter=" "><text variable="title"/></layout></citation>)",
                         R"([{"id":"a","title":"A"},{"id":"b","title":"B","issued":{"date-parts":[[1999,5,9]]}},{"id":"c","title":"C","issued":{"date-parts":[[2001,1,2]]}},
             {"id":"d","title":"D","issued":{"date-parts":[[2002,7]]}}])",
                         "D C B A"},
                        {"the ellipsis follows the name delimiter, behind a single name too", "",
                         R"(<citation><layout><names variable="author"><name et-al-min="3" et-al-use-first="1" et-al-use-last="true"/></names></layout></citation>)",
                         R"([{"id":"a","author":[{"family":"Doe"},{"family":"Roe"},{"family":"Poe"}]}])",
                         "Doe, … Poe"},
                        {"of uppercase strings in sentence case all letters but the first are small", "",
                         R"(<citation><layout delimiter="; "><text variable="title" text-case="sentence"/></layout></citation>)",
                         R"([{"id":"a","title":"THE STORY OF US"},{"id":"b","title":"NATO"},{"id":"c","title":"OC 1"}])",
                         "The story of us; NATO; OC 1"},
                        {"an empty range-delimiter is none", "",
                         R"(<citation><layout><date variable="issued"><date-part name="year" range-delimiter=""/></date></layout></citation>)",
                         R"([{"id":"a","issued":{"date-parts":[[1999],[2001]]}}])", "1999–2001"},
                        {"lowercase: a sigma at the end of a word", "",
                         R"(<citation><layout><text variable="title" text-case="lowercase"/></layout></citation>)",
                         R"([{"id":"a","title":"Ο ΣΟΦΟΣ"}])", "ο σοφος"},
                        {"with-initials: no attempt is made where initialize-with is not set", "",
                         R"(<citation disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names-with-initials">
            <layout delimiter="; "><names variable="author"><name form="short"/></names></layout></citation>)",
                         R"([{"id":"a","author":[{"family":"Doe","given":"Ann"}]},{"id":"b","author":[{"family":"Doe","given":"Bob"}]}])",
                         "Doe; Doe"},
                        {"names added to cites are added to entries that would be cited ambiguously", "",
                         R"(<citation disambiguate-add-names="true" et-al-min="2" et-al-use-first="1"><layout><names variable="author"/></layout></citation>
            <bibliography et-al-min="2" et-al-use-first="1"><layout><names variable="author"/></layout></bibliography>)",
                         R"([{"id":"a","author":[{"family":"Doe"},{"family":"Roe"},{"family":"Loe"}]},{"id":"b","author":[{"family":"Doe"},{"family":"Poe"},{"family":"Moe"}]}])",
                         "Doe, Roe, et al. | Doe, Poe, et al."},
                        {"a cite with a locator, and the next, collapse by names only", "",
                         R"(<citation collapse="year-suffix-ranged" year-suffix-delimiter="," disambiguate-add-year-suffix="true"><layout delimiter="; "><group delimiter=" ">
            <names variable="author"/><date variable="issued"><date-part name="year"/></date></group><text variable="locator" prefix=", p. "/></layout></citation>)",
                         R"([{"id":"a","author":[{"family":"Doe"}],"issued":{"date-parts":[[2000]]}},{"id":"b","author":[{"family":"Doe"}],"issued":{"date-parts":[[2000]]}},
             {"id":"c","author":[{"family":"Doe"}],"issued":{"date-parts":[[2000]]}},{"id":"d","author":[{"family":"Doe"}],"issued":{"date-parts":[[2000]]}}])",
                         "Doe 2000a, 2000b, p. 5, 2000c,d",
                         R"([{"citationItems":[{"id":"a"},{"id":"b","locator":"5"},{"id":"c"},{"id":"d"}]}])"},
                        {"names by which entries are sorted count among those that given names tell apart",
                         "",
                         R"(<macro name="all"><names variable="author"><name form="short"/></names><names variable="editor"/></macro>
            <citation disambiguate-add-givenname="true" givenname-disambiguation-rule="primary-name"><layout delimiter="; "><names variable="author"><name form="short"/></names></layout></citation>
            <bibliography><sort><key macro="all"/></sort><layout><text macro="all" suffix="."/></layout></bibliography>)",
                         R"([{"id":"a","author":[{"family":"Doe","given":"Zoe"}]},{"id":"b","author":[{"family":"Roe","given":"Ann"}],"editor":[{"family":"Doe","given":"Bob"}]}])",
                         "Zoe Doe. | RoeBob Doe."},
                        {"the sort key of a macro is what it ordinarily generates, given names that tell "
                         "people apart too",
                         "",
                         R"(<macro name="author"><names variable="author"><name form="short"/></names></macro>
            <citation disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names"><layout><text macro="author"/></layout></citation>
            <bibliography><sort><key macro="author"/></sort><layout><text macro="author"/></layout></bibliography>)",
                         R"([{"id":"a","author":[{"family":"Doe","given":"Zoe"}]},{"id":"b","author":[{"family":"Doe","given":"Ann"}]},{"id":"c","author":[{"family":"Coe","given":"Bob"}]}])",
                         "Coe | Ann Doe | Zoe Doe"},
                        {"a name that says it is an institution is one, and in other languages than English "
                         "\"A\" is no "
                         "article",
                         R"(default-locale="de-AT")",
                         R"(<citation><layout><text variable="title"/></layout></citation>
            <bibliography><sort><key variable="author"/></sort><layout><names variable="author"><name name-as-sort-order="all"/></names></layout></bibliography>)",
                         R"([{"id":"a","author":[{"family":"de Gruyter Verlag","isInstitution":"true"}]},{"id":"b","author":[{"literal":"A Verlag"}]},{"id":"c","author":[{"literal":"Campus"}]}])",
                         "A Verlag | Campus | de Gruyter Verlag"},
                        {"any variable may contain numeric content", "",
                         R"(<citation><layout delimiter=" "><choose><if is-numeric="title"><text value="yes"/></if><else><text value="no"/></else></choose></layout></citation>)",
                         R"([{"id":"a","title":"1984"},{"id":"b","title":"1984 and all that"},{"id":"c","title":"D2, 3-4"}])",
                         "yes no yes"},
                        {"a label that says what its variable says counts no other number", "",
                         R"(<citation><layout delimiter="; "><label variable="page" form="short"/><text variable="page" prefix=" "/></layout></citation>)",
                         R"([{"id":"a","page":"2, p. 3"},{"id":"b","page":"p. 5"}])", "pp. 2, 3; p. 5"},
                        {"what stands in the place of pages says itself what it is", "",
                         R"(<citation><layout delimiter="; "><group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group></layout></citation>)",
                         R"([{"id":"a","page":"fol. 3r"},{"id":"b","page":"7"}])", "fol. 3r; p. 7"},
                        {"labels that are no locators' kind leave a number as it is", "",
                         R"(<citation><layout delimiter="; "><number variable="edition" form="ordinal"/></layout></citation>)",
                         R"([{"id":"a","edition":"4 fol. 3"},{"id":"b","edition":"2"}])", "4 fol. 3; 2nd"},
                        {"numbers have suffixes; words behind them make the content none, and a hyphen "
                         "before a word no range",
                         "",
                         R"(<citation><layout delimiter="; "><choose><if is-numeric="edition"><number variable="edition"/></if><else><number variable="edition" form="ordinal" prefix="[" suffix="]"/></else></choose></layout></citation>)", R"([{"id":"a","edition":"2-е"},{"id":"b","edition":"2-е изд., перераб. и доп."},{"id":"c","edition":"3-rev"},{"id":"d","edition":"4-5"},{"id":"e","edition":"xi-xv"}])",
                         "2-е; [2-е изд., перераб. и доп.]; 3-rev; 4–5; xi–xv"},
                        {"a prefix that ends in a space that does not break needs no other", "",
                         R"(<citation><layout><text variable="title"/></layout></citation>)",
                         R"([{"id":"a","title":"A"}])", "see\u00a0A",
                         R"([{"citationItems":[{"id":"a","prefix":"see\u00a0"}]}])"},
                        {"names are added until no more cites of the set can be told apart, to those that "
                         "part from the "
                         "others too",
                         "",
                         R"(<citation disambiguate-add-names="true" disambiguate-add-year-suffix="true" et-al-min="2" et-al-use-first="1"><layout delimiter="; ">
            <names variable="author"/><date variable="issued" prefix=" "><date-part name="year"/></date></layout></citation>)",
                         R"([{"id":"a","author":[{"family":"Doe"},{"family":"Ash"},{"family":"Elm"}],"issued":{"date-parts":[[2000]]}},
             {"id":"b","author":[{"family":"Doe"},{"family":"Bay"},{"family":"Elm"}],"issued":{"date-parts":[[2000]]}},
             {"id":"c","author":[{"family":"Doe"},{"family":"Ash"},{"family":"Elm"}],"issued":{"date-parts":[[2000]]}},
             {"id":"d","author":[{"family":"Doe"},{"family":"Fir"},{"family":"Elm"}],"issued":{"date-parts":[[2000]]}},
             {"id":"e","author":[{"family":"Doe"},{"family":"Oak"},{"family":"Elm"}],"issued":{"date-parts":[[2000]]}},
             {"id":"f","author":[{"family":"Doe"},{"family":"Oak"},{"family":"Elm"}],"issued":{"date-parts":[[2000]]}}])",
                         "Doe, Ash, et al. 2000a; Doe, Bay, et al. 2000; Doe, Ash, et al. 2000b; Doe, Fir, "
                         "et al. 2000; Doe, "
                         "Oak, et al. 2000a; Doe, Oak, et al. 2000b"},
                        {"and as many as the longest of their lists has", "",
                         R"(<citation disambiguate-add-names="true" disambiguate-add-year-suffix="true" et-al-min="2" et-al-use-first="1"><layout delimiter="; "><names variable="author"/></layout></citation>)",
                         R"([{"id":"a","author":[{"family":"Doe"},{"family":"Ash"}]},{"id":"b","author":[{"family":"Doe"},{"family":"Doe"},{"family":"Doe"}]},
             {"id":"c","author":[{"family":"Doe"},{"family":"Doe"},{"family":"Ash"},{"family":"Bay"},{"family":"Elm"}]},
             {"id":"d","author":[{"family":"Doe"},{"family":"Doe"},{"family":"Ash"},{"family":"Bay"},{"family":"Fir"}]}])",
                         "Doe, Ash; Doe, Doe, Doe; Doe, Doe, Ash, Bay, Elm; Doe, Doe, Ash, Bay, Fir"},
                        {"by-cite: all names that a cite shows may be expanded, and no more than it takes",
                         "",
                         R"(<citation disambiguate-add-givenname="true"><layout delimiter="; "><names variable="author"><name form="short" initialize-with=". "/></names></layout></citation>)",
                         R"([{"id":"a","author":[{"family":"Roe","given":"Bob"},{"family":"Doe","given":"Ann"}]},{"id":"b","author":[{"family":"Roe","given":"Bob"},{"family":"Doe","given":"Bob"}]},
             {"id":"c","author":[{"family":"Roe","given":"Al"},{"family":"Doe","given":"Bob"}]}])",
                         "B. Roe, A. Doe; B. Roe, B. Doe; A. Roe, Doe"},
                        {"what repeats of a date collapses with its year", "",
                         R"(<citation collapse="year-suffix" year-suffix-delimiter="," disambiguate-add-year-suffix="true"><layout delimiter="; "><group delimiter=" ">
            <names variable="author"/><date variable="issued"><date-part name="month" form="numeric" suffix="/"/><date-part name="year"/></date></group></layout></citation>)",
                         R"([{"id":"a","author":[{"family":"Doe"}],"issued":{"date-parts":[[2000,5]]}},{"id":"b","author":[{"family":"Doe"}],"issued":{"date-parts":[[2000,5]]}},
             {"id":"c","author":[{"family":"Doe"}],"issued":{"date-parts":[[2001,5]]}}])",
                         "Doe 5/2000a,b, 5/2001"},
                        {"a date without a month is not of December", "",
                         R"(<citation collapse="year-suffix" year-suffix-delimiter="," disambiguate-add-year-suffix="true"><layout delimiter="; "><group delimiter=" ">
            <names variable="author"/><date variable="issued" delimiter="-"><date-part name="year"/><date-part name="month" form="numeric"/></date></group></layout></citation>)",
                         R"([{"id":"a","author":[{"family":"Doe"}],"issued":{"date-parts":[[2000]]}},{"id":"b","author":[{"family":"Doe"}],"issued":{"date-parts":[[2000,12]]}}])",
                         "Doe 2000, 12"},
                        {"cite-group-delimiter delimits cites of a group, whatever stands after it", "",
                         R"(<citation collapse="year" cite-group-delimiter=" + " after-collapse-delimiter=" | "><layout delimiter="; "><group delimiter=" ">
            <names variable="author"/><date variable="issued"><date-part name="year"/></date></group></layout></citation>)",
                         R"([{"id":"a","author":[{"family":"Doe"}],"issued":{"date-parts":[[2000]]}},{"id":"b","author":[{"family":"Doe"}],"issued":{"date-parts":[[2001]]}},
             {"id":"c","author":[{"family":"Roe"}],"issued":{"date-parts":[[2000]]}}])",
                         "Doe 2000 + 2001 | Roe 2000"},
                    }));
    CAPTURE(one.says);
    CHECK(written(one) == one.wanted);
}

TEST_CASE("a localized date has the font of its format, but for what the style says itself") {
    struct Row {
        std::string_view format, date, wanted;  ///< attributes of cs:date in cs:locale and in the layout
    };
    auto const row = GENERATE(values<Row>({
        {R"(font-weight="bold")", "", "<b>5/2001</b>"},
        {R"(font-weight="bold")", R"(font-weight="normal")", "5/2001"},
        {R"(font-weight="bold")", R"(font-style="italic")", "<b><i>5/2001</i></b>"},
        {R"(vertical-align="sup")", R"(vertical-align="baseline")", "<span style=\"baseline\">5/2001</span>"},
    }));
    CAPTURE(row.format, row.date);
    auto const style = Style::parse(concat(
        R"(<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>t</title><id>t</id></info>
<locale><date form="text" )",
        row.format,
        R"(><date-part name="month" form="numeric" suffix="/"/><date-part name="year"/></date></locale>
<citation><layout><date variable="issued" form="text" )",
        row.date, "/></layout></citation></style>"));
    REQUIRE(style);
    auto const items = read_items(R"([{"id":"a","issued":{"date-parts":[[2001,5]]}}])", "csl-json");
    Citation citation;
    citation.cites.emplace_back().id = "a";
    auto const out =
        format_document(style->value, {Locale::parse(english).value().value}, items->value, {citation});
    CHECK(out.citations[0] == row.wanted);
}

TEST_CASE("what stands for authors and pages in entries") {
    auto const one = GENERATE(values<Sentence>({
        {"a text that stands for an author is sorted as a name that says the same", "",
         R"(<macro name="nobody"><text value="Anon."/></macro>
            <macro name="who"><group suffix="."><names variable="author"><substitute><text macro="nobody"/></substitute></names></group></macro>
            <citation><layout><text variable="title"/></layout></citation>
            <bibliography><sort><key macro="who"/><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography>)",
         R"([{"id":"a","title":"D"},{"id":"b","title":"B","author":[{"family":"Anon."}]},{"id":"c","title":"A"},
             {"id":"d","title":"C","author":[{"literal":"Anon"}]},{"id":"e","title":"E","author":[{"family":"Anon","given":"Z."}]}])",
         "A | B | C | D | E"},
        {"the label of a locator, which entries have not, is that of pages", "",
         R"(<citation><layout><text variable="title"/></layout></citation>
            <bibliography><layout><label variable="locator" form="short" suffix=" "/><text variable="page"/></layout></bibliography>)",
         R"([{"id":"a","page":"7"}])", "p. 7"},
        {"year suffixes follow the order of entries, where the last cited stands first too", "",
         R"(<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>
            <citation disambiguate-add-year-suffix="true"><layout><text macro="year"/></layout></citation>
            <bibliography><sort><key variable="citation-number" sort="descending"/></sort>
            <layout><text macro="year"/><text variable="title" prefix=" "/></layout></bibliography>)",
         R"([{"id":"a","title":"A","issued":{"date-parts":[[2000]]}},{"id":"b","title":"B","issued":{"date-parts":[[2000]]}}])",
         "2000a B | 2000b A"},
        {"a cite without a locator has none", "",
         R"(<citation><layout><label variable="locator" form="short" suffix=" "/><text variable="page"/></layout></citation>)",
         R"([{"id":"a","page":"7"}])", "7"},
    }));
    CAPTURE(one.says);
    CHECK(written(one) == one.wanted);
}
