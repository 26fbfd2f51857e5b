// What styles do with items, a line each: where the specification leaves it open, as the field's processors
// agree.

#include <algorithm>
#include <fonds/csl.hpp>
#include <fonds/formats.hpp>

#include "base/text.hpp"
#include "csl/search_path.hpp"
#include "support/catch.hpp"

using namespace fonds;
using namespace fonds::csl;

namespace {

constexpr std::string_view locale_xml =
    R"(<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
<style-options punctuation-in-quote="true"/>
<terms><term name="and">and</term><term name="et-al">et al.</term><term name="open-quote">“</term>
<term name="close-quote">”</term><term name="open-inner-quote">‘</term><term name="close-inner-quote">’</term>
<term name="no date">no date</term><term name="bc">BC</term><term name="ad">AD</term>
<term name="volume"><single>volume</single><multiple>volumes</multiple></term><term name="number" form="short">no.</term>
<term name="folio"><single>folio</single><multiple>folios</multiple></term>
<term name="volume" form="short"><single>vol.</single><multiple>vols.</multiple></term>
<term name="folio" form="short"><single>fol.</single><multiple>fols.</multiple></term>
<term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term><term name="ordinal">th</term><term name="ordinal-01">st</term><term name="ordinal-02">nd</term>
<term name="editor" form="short"><single>ed.</single><multiple>eds.</multiple></term>
<term name="translator" form="short"><single>trans.</single><multiple>trans.</multiple></term>
<term name="reference" form="short"><single>ref.</single><multiple>refs.</multiple></term></terms></locale>)";

struct Area {
    std::string_view style, options, layout;  ///< attributes, attributes, all of cs:citation's children
};

std::string style_of(Area const& area) {
    return concat(R"(<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" )", area.style,
                  "><info><title>t</title><id>t</id></info><citation ", area.options, ">", area.layout,
                  "</citation></style>");
}

/// The whole input as one note.
Rendered note_of(Area const& area, std::string_view items, std::string_view cites = {},
                 Options const& options = {}) {
    auto const style = Style::parse(style_of(area));
    auto const locale = Locale::parse(locale_xml);
    auto const records = read_items(items, "csl-json");
    REQUIRE(style);
    REQUIRE(locale);
    REQUIRE(records);
    std::vector<Citation> citations(1);
    citations[0].note_number = 1;
    if (cites.empty()) {
        for (auto const& item : records->value) citations[0].cites.emplace_back().id = item.id;
    } else {
        citations = read_citations(cites).value();
    }
    return format_document(style->value, {locale->value}, records->value, citations, options);
}

}  // namespace

TEST_CASE("behaviour, one style and item at a time") {
    struct Case {
        std::string_view what;
        Area area;
        std::string_view items, wanted;
    };
    static constexpr std::string_view note = R"(class="note")", in_text = R"(class="in-text")";
    auto const one = GENERATE(values<Case>({
        {"parentheses inside parentheses are brackets in notes",
         {note, "",
          R"(<layout><group prefix="(" suffix="&#41;"><date variable="issued" prefix="(" suffix="&#41;"><date-part name="year"/></date></group></layout>)"},
         R"([{"id":"a","type":"book","issued":{"date-parts":[[1999]]}}])",
         "([1999])"},
        {"and stay what they are in the text",
         {in_text, "",
          R"(<layout><group prefix="(" suffix="&#41;"><date variable="issued" prefix="(" suffix="&#41;"><date-part name="year"/></date></group></layout>)"},
         R"([{"id":"a","type":"book","issued":{"date-parts":[[1999]]}}])",
         "((1999))"},
        {"names in a choice inside a substitute are written like those they stand for",
         {note, "",
          R"(<layout><names variable="author"><name form="short" and="text"/><label form="short" prefix=" "/><substitute>
           <choose><if type="book"><names variable="editor"/><names variable="translator"/></if></choose></substitute></names></layout>)"},
         R"([{"id":"a","type":"book","editor":[{"family":"Doe","given":"J"},{"family":"Roe","given":"R"}],"translator":[{"family":"Poe","given":"E"}]}])",
         "Doe and Roe eds."},
        {"an ellipsis stands for at least one name",
         {note, "",
          R"(<layout><names variable="author"><name form="short" et-al-min="4" et-al-use-first="2" et-al-use-last="true"/></names></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"A"},{"family":"B"},{"family":"C"}]}])",
         "A, B, C"},
        {"a particle joins the family by its apostrophe, whichever it is, but for de’",
         {note, "", R"(<layout><names variable="author"/></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"Alembert","given":"Jean","dropping-particle":"dʼ"},{"family":"Medici","given":"Lorenzo","dropping-particle":"de’"},{"family":"Medici","given":"Maria","dropping-particle":"deʼ"}]}])",
         "Jean dʼAlembert, Lorenzo de’ Medici, Maria deʼ Medici"},
        {"whole numbers have ordinals, others do not",
         {note, "", R"(<layout><number variable="edition" form="ordinal"/></layout>)"},
         R"([{"id":"a","type":"book","edition":"1.5"}])",
         "1.5"},
        {"a number of more digits than can be counted stands as it is",
         {note, "", R"(<layout><number variable="edition" form="ordinal"/></layout>)"},
         R"([{"id":"a","type":"book","edition":"12345678901234567890"}])",
         "12345678901234567890"},
        {"a number with a letter has no Roman form",
         {note, "", R"(<layout><number variable="volume" form="roman"/></layout>)"},
         R"([{"id":"a","type":"book","volume":"12a"}])",
         "12a"},
        {"an era is named once in a range",
         {note, "", R"(<layout><date variable="issued"><date-part name="year"/></date></layout>)"},
         R"([{"id":"a","type":"book","issued":{"date-parts":[[-44],[-41]]}}])",
         "44–41BC"},
        {"two eras are both named",
         {note, "", R"(<layout><date variable="issued"><date-part name="year"/></date></layout>)"},
         R"([{"id":"a","type":"book","issued":{"date-parts":[[-44],[14]]}}])",
         "44BC–14AD"},
        {"a year's suffix is written like the year",
         {in_text, R"(disambiguate-add-year-suffix="true")",
          R"(<layout delimiter="; "><date variable="issued"><date-part name="year" font-weight="bold"/></date></layout>)"},
         R"([{"id":"a","type":"book","issued":{"date-parts":[[1999]]}},{"id":"b","type":"book","issued":{"date-parts":[[1999]]}}])",
         "<b>1999</b><b>a</b>; <b>1999</b><b>b</b>"},
        {"affixes of a lone number stand outside its formatting",
         {note, "",
          R"(<layout><group font-weight="bold"><text variable="volume" prefix="[" suffix="]"/></group></layout>)"},
         R"([{"id":"a","type":"book","volume":"3"}])",
         "[<b>3</b>]"},
        {"the layout's suffix closes the citation though the last cite is empty",
         {note, "", R"(<layout suffix="." delimiter="; "><text variable="title"/></layout>)"},
         R"([{"id":"a","type":"book","title":"One"},{"id":"b","type":"book"}])",
         "One."},
        {"groups of one place stand in the order of authors",
         {in_text, R"(collapse="year")",
          R"(<sort><key variable="issued"/></sort><layout delimiter="; "><names variable="author"><name form="short"/></names></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"Roe"}]},{"id":"b","type":"book","author":[{"family":"Doe"}]}])",
         "Doe; Roe"},
        {"cites are grouped where the first of the group belongs, not by their years' letters",
         {in_text, R"(disambiguate-add-year-suffix="true" collapse="year-suffix")",
          R"(<sort><key variable="issued"/><key variable="title"/></sort><layout delimiter="; "><group delimiter=" "><names variable="author"><name form="short"/></names><date variable="issued"><date-part name="year"/></date></group></layout></citation>
            <bibliography><sort><key variable="title" sort="descending"/></sort><layout><text variable="title"/></layout></bibliography><citation>)"},
         R"([{"id":"a","type":"book","title":"A","author":[{"family":"Roe"}],"issued":{"date-parts":[[1999]]}},
            {"id":"b","type":"book","title":"B","author":[{"family":"Doe"}],"issued":{"date-parts":[[1999]]}},
            {"id":"c","type":"book","title":"C","author":[{"family":"Roe"}],"issued":{"date-parts":[[1999]]}}])",
         "Roe 1999b; a; Doe 1999"},
        {"a term behind the number of an entry begins it",
         {note, "",
          R"(<layout><text variable="citation-number" suffix=". "/><text term="page" form="short"/></layout>)"},
         R"([{"id":"a","type":"book"}])",
         "1. P."},
        {"nothing is a number by itself behind what is none",
         {note, "", R"(<layout><number variable="edition" form="ordinal"/></layout>)"},
         R"([{"id":"a","type":"book","edition":"Special 2, 3"}])",
         "Special 2, 3"},
        {"counting names neither hides nor shows any",
         {note, "",
          R"(<layout><names variable="author"><name form="count"/></names><names variable="author" prefix=" "><name form="short" et-al-min="2" et-al-use-first="1"/></names></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"Doe"},{"family":"Roe"}]}])",
         "2 Doe et al."},
        {"the last name behind an ellipsis counts, too",
         {note, "",
          R"(<layout><names variable="author"><name form="count" et-al-min="4" et-al-use-first="1" et-al-use-last="true"/></names></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"A"},{"family":"B"},{"family":"C"},{"family":"D"}]}])",
         "2"},
        {"an apostrophe that begins a title may be a quotation mark",
         {note, "", R"(<layout delimiter="; "><text variable="title" text-case="title"/></layout>)"},
         R"([{"id":"a","type":"book","title":"'old friend'"},{"id":"b","type":"book","title":"'tis so"}])",
         "“Old Friend”; ’tis So"},
        {"Turkish letters in a Turkish style, others in items of another language",
         {R"(class="note" default-locale="tr-TR")", "",
          R"(<layout delimiter="; "><text variable="title" text-case="uppercase"/></layout>)"},
         R"([{"id":"a","type":"book","title":"iki ışık"},{"id":"b","type":"book","title":"in it","language":"en"}])",
         "İKİ IŞIK; IN IT"},
        {"a label of a reference without a name or title",
         {note, "", R"(<layout><text variable="citation-label"/></layout>)"},
         R"([{"id":"a","type":"book","author":[{"given":"Plato"}],"issued":{"date-parts":[[1999]]}}])",
         "Ref99"},
        {"a label leaves particles and articles out",
         {note, "", R"(<layout><text variable="citation-label"/></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"van der Berg"},{"literal":"The Committee"}],"issued":{"date-parts":[[1999]]}}])",
         "BeCo99"},
        {"initials keep together at their hyphens, whatever space stands behind them",
         {in_text, "",
          "<layout><names variable=\"author\"><name initialize-with=\".\u00a0\" delimiter=\"; "
          "\"/></names></layout>"},
         R"([{"id":"a","type":"book","author":[{"family":"Roe","given":"Jean-Luc"},{"family":"Doe","given":"Anna Maria"}]}])",
         "J.-L. Roe; A.\u00a0M. Doe"},
        {"given names are left alone where the cite is the only one of its kind",
         {in_text, R"(disambiguate-add-givenname="true" givenname-disambiguation-rule="by-cite")",
          R"(<layout><names variable="author"><name initialize-with=". "/></names></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"Roe","given":"Rita"},{"family":"Roe","given":"Richard"}]}])",
         "R. Roe, R. Roe"},
        {"spaces before a comma are no part of numbers",
         {note, "", R"(<layout><number variable="volume" form="ordinal"/></layout>)"},
         R"([{"id":"a","type":"book","volume":"1 , 2"}])",
         "1st, 2nd"},
        {"a date is written in the case of its element",
         {note, "",
          R"(<layout><date variable="issued" text-case="uppercase"><date-part name="year"/></date></layout>)"},
         R"([{"id":"a","type":"book","issued":{"literal":"Ming dynasty"}}])",
         "MING DYNASTY"},
        {"the delimiter after a collapsed range stands behind one only",
         {in_text, R"(collapse="citation-number" after-collapse-delimiter="; ")",
          R"(<layout delimiter=", "><text variable="citation-number"/></layout>)"},
         R"([{"id":"a","type":"book"},{"id":"b","type":"book"}])",
         "1, 2"},
        {"a number with a letter is sorted as the number",
         {note, "",
          R"(<sort><key variable="volume"/><key variable="title"/></sort><layout delimiter=" "><text variable="title"/></layout>)"},
         R"([{"id":"a","type":"book","volume":"2","title":"B"},{"id":"b","type":"book","volume":"2a","title":"A"},
            {"id":"c","type":"book","volume":"10","title":"C"}])",
         "A B C"},
        {"nobody counts as none among those that are counted",
         {note, "",
          R"(<sort><key macro="count"/><key variable="title"/></sort><layout delimiter=" "><text variable="title"/></layout></citation>
            <macro name="count"><names variable="author"><name form="count"/><substitute><names variable="editor"/></substitute></names></macro><citation><layout><text variable="title"/></layout>)"},
         R"([{"id":"a","type":"book","title":"A","author":[{"family":"Doe"}]},{"id":"b","type":"book","title":"B"}])",
         "B A"},
        {"what belongs to a name is written where there is no given name, too",
         {note, "", R"(<layout delimiter="; "><names variable="author"/></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"Doe","suffix":"Jr."}]},
            {"id":"b","type":"book","author":[{"family":"Roe","dropping-particle":"de"}]}])",
         "Doe Jr.; de Roe"},
        {"a name without a given name is not inverted",
         {note, "",
          R"(<layout><names variable="author"><name form="short" name-as-sort-order="all" et-al-min="2" et-al-use-first="1" delimiter-precedes-et-al="after-inverted-name"/></names></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"Doe","given":"J."},{"family":"Roe","given":"R."}]}])",
         "Doe et al."},
        {"only years have suffixes, not what is said in their place",
         {in_text, R"(disambiguate-add-year-suffix="true")",
          R"(<layout delimiter="; "><date variable="issued"><date-part name="year"/></date></layout>)"},
         R"([{"id":"a","type":"book","issued":{"literal":"in press"}},{"id":"b","type":"book","issued":{"literal":"in press"}}])",
         "in press; in press"},
        {"a space in a name's affix is the one between its parts",
         {note, "",
          R"(<layout><names variable="author"><name><name-part name="given" suffix=" "/></name></names></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"Doe","given":"Jane"}]}])",
         "Jane Doe"},
        {"an ordinal without a suffix in the style's words has none",
         {note, "",
          R"(<layout><number variable="edition" form="ordinal"/></layout></citation>
            <locale><terms><term name="ordinal">.</term><term name="ordinal-02"/></terms></locale><citation>)"},
         R"([{"id":"a","type":"book","edition":"2, 3"}])",
         "2, 3."},
        {"the symbol between names is the ampersand in any language",
         {note, "",
          R"(<layout><names variable="author"><name form="short" and="symbol"/></names></layout></citation>
            <locale><terms><term name="and" form="symbol">u.</term></terms></locale><citation>)"},
         R"([{"id":"a","type":"book","author":[{"family":"Doe"},{"family":"Roe"}]}])",
         "Doe &#38; Roe"},
        {"a list of which none is to be shown shows no term and no label either",
         {note, "",
          R"(<layout delimiter="; "><names variable="author" prefix="by "><name form="short" et-al-min="2" et-al-use-first="0"/><label prefix=" "/></names><text variable="title"/></layout>)"},
         R"([{"id":"a","type":"book","title":"A","author":[{"family":"Doe"},{"family":"Roe"}]},{"id":"b","type":"book","title":"B","author":[{"family":"Poe"}]}])",
         "A; by PoeB"},
        {"a space that does not break parts given names, too",
         {note, "", R"(<layout><names variable="author"><name initialize-with="."/></names></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"Doe","given":"J.\u00a0Ronald"}]}])",
         "J.R. Doe"},
        {"particles are not sought in names that have theirs for good",
         {R"(class="note" demote-non-dropping-particle="display-and-sort")", "",
          R"(<layout><names variable="author"><name name-as-sort-order="all"/></names></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"von der Doe","given":"L.","static-particles":1},{"family":"von der Roe","given":"L."}]}])",
         "von der Doe, L., Roe, L. von der"},
        {"a space in the year's affixes is that which delimits the parts, and none stands before the letter",
         {in_text, R"(disambiguate-add-year-suffix="true")",
          R"(<layout delimiter="; "><date variable="issued" delimiter=" "><date-part name="year" suffix=", "/><date-part name="month" form="numeric"/></date></layout>)"},
         R"([{"id":"a","type":"book","issued":{"date-parts":[[2000,5]]}},{"id":"b","type":"book","issued":{"date-parts":[[2000,5]]}}])",
         "2000,a, 5; 2000,b, 5"},
        {"one of several types will do, and what there is not is none of them",
         {note, "",
          R"(<layout><choose><if type="nonsense book"><text value="yes"/></if><else><text value="no"/></else></choose></layout>)"},
         R"([{"id":"a","type":"book"}])",
         "yes"},
        {"a condition that asks for nothing does not hold",
         {note, "",
          R"(<layout><choose><if variable=""><text value="yes"/></if><else><text value="no"/></else></choose></layout>)"},
         R"([{"id":"a","type":"book"}])",
         "no"},
        {"nor are they sought in names that are not to be parsed",
         {R"(class="note" demote-non-dropping-particle="display-and-sort")", "",
          R"(<layout><names variable="author"><name name-as-sort-order="all"/></names></layout>)"},
         R"([{"id":"a","type":"book","author":[{"family":"von der Doe","given":"L. de, Jr.","parse-names":false}]}])",
         "von der Doe, L. de, Jr."},
        {"a hyphen that is to stay one",
         {note, "", R"(<layout><text variable="supplement-number"/></layout>)"},
         R"([{"id":"a","type":"book","supplement-number":"5\\-6"}])",
         "5-6"},
    }));
    CAPTURE(one.what);
    CHECK(note_of(one.area, one.items).citations[0] == one.wanted);
}

TEST_CASE("periods, suffixes and dashes where they are to stand") {
    struct Case {
        std::string_view what, layout, items, wanted;
    };
    auto const one = GENERATE(values<Case>({
        {"names lose their periods in all parts, addresses none",
         R"(<text variable="DOI" strip-periods="true"/><names variable="author" strip-periods="true" prefix=" "><name initialize-with=". "/></names>)",
         R"([{"id":"a","DOI":"10.5555/a.9","author":[{"family":"St. Roe","given":"Ann","suffix":"Jr."}]}])",
         "10.5555/a.9 A St Roe Jr"},
        {"the suffix of a family name meets the delimiter behind it",
         R"(<names variable="author"><name><name-part name="family" suffix=","/></name></names>)",
         R"([{"id":"a","author":[{"family":"Doe","given":"Jan"},{"family":"Roe","given":"Ann"},{"family":"Poe"}]}])",
         "Jan Doe, Ann Roe, Poe,"},
        {"and swallows a weaker mark",
         R"(<names variable="author"><name delimiter=". "><name-part name="family" suffix=";"/></name></names>)",
         R"([{"id":"a","author":[{"family":"Doe","given":"Jan"},{"family":"Roe","given":"Ann"}]}])",
         "Jan Doe; Ann Roe;"},
        {"two spaces in a row, of any width, are a hard one and a soft one; as HTML would have one of them",
         R"(<text variable="title"/><text variable="note" prefix="&#8195;&#8195;"/><text variable="genre" prefix=" &#160;"/>)",
         R"([{"id":"a","title":"A  B\u00a0\u00a0C\u00a0D","note":"E","genre":"F"}])",
         "A\u00a0 B\u00a0 C\u00a0D\u00a0 E\u00a0 F"},
        {"two spaces that end a list in a list stay two; a list by itself takes one",
         R"(<group><group><text variable="title" suffix=".  "/></group></group><group><text variable="title" suffix="  "/></group><text value="B"/>)",
         R"([{"id":"a","title":"A"}])", "A.  A B"},
        {"a reference that was escaped twice is what it was meant to be",
         R"(<text variable="title" prefix="&amp;amp; " suffix=" &amp;gt;"/>)", R"([{"id":"a","title":"A"}])",
         "&#38; A &#62;"},
        {"a number and a letter are no range, numbers of two kinds are one",
         R"(<group delimiter="; "><text variable="volume"/><text variable="issue"/><number variable="number"/><text variable="chapter-number"/></group>)",
         R"([{"id":"a","volume":"2-A","issue":"3, 12-B","number":"2-A-3","chapter-number":"4-IX"}])",
         "2-A; 3, 12-B; 2-A-3; 4–IX"},
    }));
    CAPTURE(one.what);
    auto const layout = concat("<layout>", one.layout, "</layout>");
    CHECK(note_of({R"(class="note")", "", layout}, one.items).citations[0] == one.wanted);
}

TEST_CASE("sort keys read mark-up") {
    auto const out = note_of(
        {R"(class="note")", "",
         R"(<sort><key variable="title"/></sort><layout delimiter="; "><text variable="title"/></layout>)"},
        R"([{"id":"a","type":"book","title":"<i>Orange</i>"},{"id":"b","type":"book","title":"Apple"}])");
    CHECK(out.citations[0] == "Apple; <i>Orange</i>");
}

TEST_CASE("a cite without its author leaves out what stands for it, too") {
    auto const out = note_of(
        {R"(class="in-text")", "",
         R"(<layout><group delimiter=" "><names variable="author"><substitute><text variable="title"/></substitute></names>
           <date variable="issued"><date-part name="year"/></date></group></layout>)"},
        R"([{"id":"a","type":"book","title":"One","issued":{"date-parts":[[1999]]}}])",
        R"([{"citationItems":[{"id":"a","suppress-author":true}]}])");
    CHECK(out.citations[0] == "1999");
}

TEST_CASE("a cite without its author keeps the names behind its title") {
    auto const out = note_of(
        {R"(class="in-text")", "",
         R"(<layout><group delimiter=", "><names variable="author"/><text variable="title"/><names variable="editor"/></group></layout>)"},
        R"([{"id":"a","type":"book","title":"One","editor":[{"family":"Roe","given":"R."}]}])",
        R"([{"citationItems":[{"id":"a","suppress-author":true}]}])");
    CHECK(out.citations[0] == "One, R. Roe");
}

TEST_CASE("who wrote with others is not who wrote alone") {
    auto const out = note_of(
        {R"(class="note")", "",
         R"(<layout><text variable="title"/></layout></citation><bibliography subsequent-author-substitute="---">
           <layout><names variable="author" suffix=". "><name form="short" et-al-min="2" et-al-use-first="1"/></names><text variable="title"/></layout></bibliography><citation><layout><text variable="title"/></layout>)"},
        R"([{"id":"a","type":"book","title":"A","author":[{"family":"Doe"},{"family":"Roe"}]},
            {"id":"b","type":"book","title":"B","author":[{"family":"Doe"}]},
            {"id":"c","type":"book","title":"C","author":[{"family":"Doe"}]}])");
    std::string all;
    for (auto const& entry : out.bibliography) all += entry.text;
    for (std::string_view const wanted : {">Doe et al. A<", ">Doe. B<", ">---. C<"})
        CHECK(all.find(wanted) != std::string::npos);
}

TEST_CASE("the layout's suffix stands in the last block where entries begin with one") {
    struct Case {
        std::string_view elements, wanted;
    };
    auto const one = GENERATE(values<Case>({
        {R"(<text variable="volume" display="left-margin"/><text variable="title" display="right-inline"/>)",
         R"(<div class="csl-right-inline">A.</div>)"},
        {R"(<text variable="title"/><text variable="volume" display="indent"/>)",
         R"(A<div class="csl-indent">3</div>
  .)"},
    }));
    auto const out = note_of(
        {R"(class="note")", "",
         concat(R"(<layout><text variable="title"/></layout></citation><bibliography><layout suffix=".">)",
                one.elements, R"(</layout></bibliography><citation><layout/>)")},
        R"([{"id":"a","type":"book","title":"A","volume":"3"}])");
    REQUIRE(out.bibliography.size() == 1);
    CAPTURE(out.bibliography[0].text);
    CHECK(out.bibliography[0].text.find(one.wanted) != std::string::npos);
}

TEST_CASE("notes told apart a second time keep the letters of those that look alike") {
    auto const out = note_of(
        {R"(class="note")",
         R"(disambiguate-add-names="true" disambiguate-add-year-suffix="true" et-al-min="2" et-al-use-first="1")",
         R"(<layout><names variable="author"><name form="short"/></names><choose><if disambiguate="true"><text variable="title-short"/></if></choose></layout></citation>
           <bibliography><layout><date variable="issued"><date-part name="year"/></date></layout></bibliography><citation><layout/>)"},
        R"([{"id":"a","type":"book","author":[{"family":"Doe"},{"family":"Roe"},{"family":"Poe"}],"issued":{"date-parts":[[2022]]}},
            {"id":"b","type":"book","author":[{"family":"Doe"},{"family":"Moe"}],"issued":{"date-parts":[[1989]]}},
            {"id":"c","type":"book","author":[{"family":"Doe"},{"family":"Roe"},{"family":"Poe"}],"issued":{"date-parts":[[2022]]}},
            {"id":"d","type":"book","author":[{"family":"Doe"},{"family":"Moe"}],"issued":{"date-parts":[[1989]]}}])");
    REQUIRE(out.bibliography.size() == 4);
    std::string all;
    for (auto const& entry : out.bibliography) all += entry.text;
    for (std::string_view const wanted : {">2022a<", ">2022b<", ">1989a<", ">1989b<"}) {
        CAPTURE(all, wanted);
        CHECK(all.find(wanted) != std::string::npos);
    }
}

TEST_CASE("a locator that says what it counts has no other label") {
    auto const out = note_of(
        {R"(class="note")", "",
         R"(<layout><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></layout>)"},
        R"([{"id":"a","type":"book"}])",
        R"([{"citationItems":[{"id":"a","label":"page","locator":"fol. 12v"}]}])");
    CHECK(out.citations[0] == "fol. 12v");
}

TEST_CASE("a locator of nothing but spaces is none") {
    auto const out = note_of(
        {R"(class="note")", "",
         R"(<layout><choose><if position="ibid-with-locator"><text value="with"/></if><else-if position="ibid"><text value="ibid"/></else-if><else><text value="first"/></else></choose></layout>)"},
        R"([{"id":"a","type":"book"}])",
        R"([{"citationItems":[{"id":"a"}],"properties":{"noteIndex":1}},
            {"citationItems":[{"id":"a","locator":" ","label":"page"}],"properties":{"noteIndex":2}}])");
    CHECK(out.citations == std::vector<std::string>{"first", "ibid"});
}

TEST_CASE("a locator is no beginning of a range of citation numbers") {
    auto const out = note_of(
        {R"(class="in-text")", R"(collapse="citation-number")",
         R"(<layout delimiter="; "><text variable="citation-number"/><text variable="locator" prefix=", "/></layout>)"},
        R"([{"id":"a","type":"book"},{"id":"b","type":"book"},{"id":"c","type":"book"}])",
        R"([{"citationItems":[{"id":"a","locator":"1"},{"id":"b"},{"id":"c"}]}])");
    CHECK(out.citations[0] == "1, 1; 2; 3");
}

TEST_CASE("numbers in brackets of a group make a range behind a cite's prefix") {
    auto const out = note_of(
        {R"(class="in-text")", R"(collapse="citation-number")",
         R"(<layout delimiter=", "><group prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/><text variable="locator"/></group></layout>)"},
        R"([{"id":"a","type":"book"},{"id":"b","type":"book"},{"id":"c","type":"book"}])",
        R"([{"citationItems":[{"id":"a","prefix":"e.g. "},{"id":"b"},{"id":"c"}]}])");
    CHECK(out.citations[0] == "e.g. [1]\u2013[3]");
}

TEST_CASE("a label in a locator counts more than the cite's own, wherever it stands") {
    struct Case {
        std::string_view locator, wanted;
    };
    auto const one = GENERATE(values<Case>({{"p. 12", "p. 12 page"},
                                            {"pp. 12-14", "pp. 12–14 page"},
                                            {"fol. 3r-4v", "fols. 3r–4v"},
                                            {"5", "vol. 5"},
                                            {"7, fol. 3", "vol. 7, fol. 3"},
                                            {"7, fol. 3, 5", "vol. 7, fols. 3, 5"},
                                            {"7 fol. 3", "vol. 7 fol. 3"},
                                            {"sec. 2", "vol. sec. 2"}}));
    auto const out = note_of(
        {R"(class="note")", "",
         R"(<layout><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
           <choose><if locator="page"><text value=" page"/></if></choose></layout>)"},
        R"([{"id":"a","type":"book"}])",
        concat(R"([{"citationItems":[{"id":"a","label":"volume","locator":")", one.locator, R"("}]}])"));
    CHECK(out.citations[0] == one.wanted);
}

TEST_CASE("labels inside of a locator are written like the one before it") {
    struct Case {
        std::string_view attributes, wanted;
    };
    auto const one = GENERATE(values<Case>({{"", "volume 7, fol. 3"},
                                            {R"(form="short")", "vol. 7, fol. 3"},
                                            {R"(form="long")", "volume 7, folio 3"},
                                            {R"(form="long" plural="never")", "volume 7, fol. 3"}}));
    auto const out = note_of({R"(class="note")", "",
                              concat(R"(<layout><group delimiter=" "><label variable="locator" )",
                                     one.attributes, R"(/><text variable="locator"/></group></layout>)")},
                             R"([{"id":"a","type":"book"}])",
                             R"([{"citationItems":[{"id":"a","label":"volume","locator":"7, fol. 3"}]}])");
    CHECK(out.citations[0] == one.wanted);
}

TEST_CASE("a number is labelled once, by the label it brings or by that of its variable") {
    struct Case {
        std::string_view variable, value, wanted;
    };
    auto const one = GENERATE(values<Case>({{"volume", "vol. 2", "vol. 2"},
                                            {"volume", "vol. 1, fol. 186", "vol. 1, fol. 186"},
                                            {"volume", "fol. 3", "vol. fol. 3"},
                                            {"page", "pp. 12-14", "pp. 12–14"},
                                            {"number", "fol. 12", "fol. 12"},
                                            {"number", "12", "no. 12"}}));
    auto const out =
        note_of({R"(class="note")", "",
                 concat(R"(<layout><group delimiter=" "><label variable=")", one.variable,
                        R"(" form="short"/><text variable=")", one.variable, R"("/></group></layout>)")},
                concat(R"([{"id":"a","type":"book",")", one.variable, R"(":")", one.value, R"("}])"));
    CHECK(out.citations[0] == one.wanted);
}

TEST_CASE("a language that has ordinals of two genders only does not fall back to English") {
    auto const portuguese = Locale::parse(
        R"(<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="pt-PT"><terms>
           <term name="long-ordinal-01" gender-form="masculine">primeiro</term>
           <term name="long-ordinal-01" gender-form="feminine">primeira</term></terms></locale>)");
    auto const english = Locale::parse(
        R"(<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms>
           <term name="long-ordinal-01">first</term></terms></locale>)");
    auto const style =
        Style::parse(style_of({R"(class="note" default-locale="pt-PT")", "",
                               R"(<layout><number variable="volume" form="long-ordinal"/></layout>)"}));
    REQUIRE(portuguese);
    REQUIRE(english);
    REQUIRE(style);
    auto const items = read_items(R"([{"id":"a","type":"book","volume":"1"}])", "csl-json");
    std::vector<Citation> citations(1);
    citations[0].cites.emplace_back().id = "a";
    auto const out =
        format_document(style->value, {portuguese->value, english->value}, items->value, citations);
    CHECK(out.citations[0] == "primeira");
}

TEST_CASE("an author alone is plain text, and the only cite") {
    auto const out = note_of(
        {R"(class="note")", "",
         R"(<layout prefix="(" suffix="&#41;"><names variable="author" font-weight="bold"/><text variable="title" prefix=", "/></layout>)"},
        R"([{"id":"a","type":"book","title":"T","author":[{"family":"Doe","given":"J."}]}])",
        R"([{"citationItems":[{"id":"a"},{"id":"a","author-only":true}],"properties":{"noteIndex":1}}])");
    CHECK(out.citations[0] == "J. Doe");
}

TEST_CASE("a composite citation has its author in the running text") {
    struct Case {
        std::string_view style, properties, wanted;
    };
    static constexpr std::string_view layout =
        R"(<layout prefix="(" suffix="&#41;" delimiter="; "><group delimiter=" "><names variable="author"><name form="short"/></names>
           <date variable="issued"><date-part name="year"/></date></group></layout>)";
    auto const one = GENERATE(values<Case>({
        {R"(class="in-text")", R"("mode":"composite")", "see Doe (1999 passim; Roe 2000)"},
        {R"(class="in-text")", R"("mode":"composite","infix":"argues")",
         "see Doe argues (1999 passim; Roe 2000)"},
        {R"(class="in-text")", R"("mode":"composite","infix":"’s book")",
         "see Doe’s book (1999 passim; Roe 2000)"},
        {R"(class="note")", R"("mode":"composite")", "see Doe (Doe 1999 passim; Roe 2000)"},
    }));
    auto const out = note_of(
        {one.style, "", layout},
        R"([{"id":"a","author":[{"family":"Doe"}],"issued":{"date-parts":[[1999]]}},{"id":"b","author":[{"family":"Roe"}],"issued":{"date-parts":[[2000]]}}])",
        concat(
            R"([{"citationItems":[{"id":"a","prefix":"see ","suffix":" passim"},{"id":"b"}],"properties":{)",
            one.properties, "}}]"));
    CHECK(out.citations[0] == one.wanted);
}

TEST_CASE("an author left out, or alone, in the citation's layout or in one of its own") {
    struct Case {
        std::string_view options, in_text, cites, properties, wanted;
    };
    auto const one = GENERATE(values<Case>({
        {R"(collapse="year")", "", R"({"id":"a"},{"id":"b"},{"id":"c"})", R"("mode":"composite")",
         "Doe (1999, 2001; Roe 2000)"},
        {R"(collapse="year")", "", R"({"id":"a"},{"id":"b"},{"id":"c"})", R"("mode":"suppress-author")",
         "(1999, 2001; Roe 2000)"},
        {"", "", R"({"id":"a"},{"id":"b"})", R"("mode":"composite")", "Doe (1999; Doe 2001)"},
        {"", "", R"({"id":"t"})", R"("mode":"author-only")", "Title"},
        {"", "", R"({"id":"t"})", R"("mode":"suppress-author")", "(1998)"},
        {"", "",
         R"({"id":"a","suppress-author":"true"},{"id":"b","suppress-author":1},{"id":"c","suppress-author":"0"})",
         R"("noteIndex":0)", "(1999; 2001; Roe 2000)"},
        {"", R"(<intext and="symbol"><layout><names variable="author"/></layout></intext>)",
         R"({"id":"d","prefix":"see ","suffix":" passim"})", R"("mode":"composite")",
         "Jane Roe &#38; Ann Poe (see 2002 passim)"},
        {"",
         R"(<intext><layout><group delimiter=", "><names variable="author"/><text variable="title"/><text variable="locator"/></group></layout></intext>)",
         R"({"id":"t","locator":"5"})", R"("mode":"author-only")", "Title"},
    }));
    auto const layouts = concat(
        R"(<layout prefix="(" suffix="&#41;" delimiter="; "><group delimiter=" "><names variable="author"><name form="short"/><substitute><text variable="title"/></substitute></names>
           <date variable="issued"><date-part name="year"/></date></group></layout></citation>)",
        one.in_text, R"(<citation><layout><text variable="title"/></layout>)");
    auto const out = note_of(
        {R"(class="in-text")", one.options, layouts},
        R"([{"id":"a","author":[{"family":"Doe"}],"issued":{"date-parts":[[1999]]}},{"id":"b","author":[{"family":"Doe"}],"issued":{"date-parts":[[2001]]}},
            {"id":"c","author":[{"family":"Roe"}],"issued":{"date-parts":[[2000]]}},{"id":"t","title":"Title","issued":{"date-parts":[[1998]]}},
            {"id":"d","author":[{"family":"Roe","given":"Jane"},{"family":"Poe","given":"Ann"}],"issued":{"date-parts":[[2002]]}}])",
        concat(R"([{"citationItems":[)", one.cites, R"(],"properties":{)", one.properties, "}}]"));
    CHECK(out.citations[0] == one.wanted);
}

TEST_CASE("bad input is said with its place, and the other items come out") {
    struct Case {
        std::string_view layout, items, rule;
    };
    static constexpr std::string_view title =
        R"(<layout delimiter="; "><text variable="title"/><number variable="edition" form="ordinal" prefix=", "/></layout>)";
    auto const one = GENERATE(values<Case>({
        {R"(<layout><text term="no such term"/><text variable="title"/></layout>)",
         R"([{"id":"a","type":"book","title":"Good"}])", "unknown-term"},
        {title, R"([{"id":"a","type":"book","title":"Good","edition":3}])", ""},
        {title, R"([{"id":"a","type":"book","title":["wrong"]},{"id":"b","type":"book","title":"Good"}])",
         ""},
        {title, R"([{"id":"a","type":"no such type","title":"Good"}])", ""},
        {title, R"([{"id":"a"},{"id":"b","type":"book","title":"Good","author":"not a list","issued":7}])",
         ""},
        {title, R"([{"id":"a","type":"book","title":"<i>Good <b>unbalanced</i>"}])", ""},
        {title, R"([{"id":"a","type":"book","title":"Good","issued":{"date-parts":[[2001,13,45]]}}])", ""},
    }));
    CAPTURE(one.items);
    auto const out = note_of({R"(class="note")", "", one.layout}, one.items);
    CHECK(out.citations[0].find("Good") != std::string::npos);
    auto found = one.rule.empty();
    for (auto const& diagnostic : out.diagnostics)
        if (diagnostic.rule == one.rule) found = diagnostic.span.begin > 0;
    CHECK(found);
}

TEST_CASE("marks that nest without end, or do not end, keep their text and cost its length") {
    struct Case {
        std::string_view open, close;
        bool written;  ///< the marks come out as they are written
    };
    constexpr std::size_t depth = 100'000;
    auto const one = GENERATE(values<Case>({
        {"<i>", "</i>", false},
        {"<span class=\\\"nocase\\\">", "</span>", false},
        {"<span ", "", true},
    }));
    CAPTURE(one.open);
    std::string title;
    for (std::size_t i = 0; i < depth; ++i) title += one.open;
    title += "Good";
    for (std::size_t i = 0; i < depth; ++i) title += one.close;
    auto const out = note_of(
        {R"(class="note")", "", R"(<layout><text variable="title" text-case="capitalize-first"/></layout>)"},
        concat(R"([{"id":"a","type":"book","title":")", title, R"("}])"));
    CHECK(out.citations[0].find("Good") != std::string::npos);
    CHECK((out.citations[0].size() > depth) == one.written);
}

TEST_CASE("what a style prints nothing of is named") {
    Area const titles{R"(class="note")", "", R"(<layout suffix="."><text variable="title"/></layout>)"};
    struct Case {
        std::string_view items, cites, usual, named, rule;
    };
    for (auto const& c : {
             Case{R"([{"id":"a<b","type":"webpage","URL":"u"}])", R"([{"citationItems":[{"id":"a<b"}]}])",
                  "[CSL STYLE ERROR: reference with no printed form.].", "[a&#60;b].", "nothing-printed"},
             Case{"[]", R"([{"citationItems":[{"id":"x"},{"id":"y"}]}])", "[NO_PRINTED_FORM]", "[x; y]",
                  "unknown-item"},
             Case{"[]", R"([{"citationItems":[]}])", "[NO_PRINTED_FORM]", "", ""},
             Case{R"([{"id":"a","type":"book","title":"T"}])", R"([{"citationItems":[{"id":"a"}]}])", "T.",
                  "T.", ""},
         }) {
        CAPTURE(c.cites);
        CHECK(note_of(titles, c.items, c.cites).citations.at(0) == c.usual);
        Options options;
        options.name_unprinted = true;
        auto const named = note_of(titles, c.items, c.cites, options);
        CHECK(named.citations.at(0) == c.named);
        CHECK((named.diagnostics.empty() ? "" : named.diagnostics.front().rule) == c.rule);
    }
}

TEST_CASE("a locale that is not there is said") {
    struct Row {
        std::string tag;
        bool is_missing;
    };
    for (auto const& [tag, is_missing] : {
             Row{"xx-XX", true},
             Row{"en-US", false},
             Row{"en-GB", false},  // the same language will do
             Row{"en_US", false},
             Row{"EN-us", false},
             Row{"en", false},
         }) {
        CAPTURE(tag);
        auto const attributes = "class=\"note\" default-locale=\"" + tag + "\"";
        auto const out = note_of({attributes, "", R"(<layout><text variable="title"/></layout>)"},
                                 R"([{"id":"a","type":"book","title":"Good"}])");
        CHECK(out.citations[0] == "Good");
        REQUIRE(out.diagnostics.size() == (is_missing ? 1 : 0));
        if (is_missing) CHECK(out.diagnostics[0].rule == "missing-locale");
    }
}

TEST_CASE("a locale is found by its language and dialect in letters of any case") {
    struct Row {
        std::string_view asked, found;
    };
    for (auto const& [asked, found] : {
             Row{"DE", "de-DE"},
             Row{"de_li", "de-DE"},
             Row{"EN-gb", "en-GB"},
             Row{"fr-Latn-CH", "fr-FR"},
             Row{"en-x-sort", "en-US"},
         }) {
        CAPTURE(asked);
        CHECK(find_locales(asked)->front().language() == found);
    }
    CHECK(language_tag("SR_cyrl-rs") == "sr-Cyrl-RS");
}

TEST_CASE("the tagged format is read as a tree") {
    auto const area = Area{
        R"(class="note")", "",
        R"(<layout suffix="."><group delimiter=", "><names variable="author"/><text variable="title" font-style="italic" quotes="true"/></group></layout>)"};
    auto const style = Style::parse(style_of(area));
    auto const locale = Locale::parse(locale_xml);
    auto const records = read_items(
        R"([{"id":"a","type":"book","title":"One <i>two</i>","author":[{"family":"Doe","given":"J."}]}])",
        "csl-json");
    REQUIRE(records);
    std::vector<Citation> citations(1);
    citations[0].cites.emplace_back().id = "a";
    Options options;
    options.output = OutputFormat::tagged;
    auto const out = format_document(style->value, {locale->value}, records->value, citations, options);
    auto const tree = read_tagged(out.citations[0]);
    auto const leaf = [](std::string text) { return TaggedNode{"", std::move(text), {}}; };
    REQUIRE(tree.size() == 1);
    CHECK(tree[0].tag == "cite");
    CHECK(tree[0].text == "a");
    std::string text;
    std::vector<std::string> tags;
    auto const walk = [&](auto const& self, TaggedNode const& node) -> void {
        if (node.tag.empty()) text += node.text;
        else tags.push_back(node.tag);
        for (auto const& child : node.children) self(self, child);
    };
    for (auto const& node : tree) walk(walk, node);
    CHECK(text == "J. Doe, “One two.”");
    for (std::string_view const tag : {"cite", "names", "author", "name", "title", "italic", "upright"}) {
        CAPTURE(tag);
        CHECK(std::find(tags.begin(), tags.end(), tag) != tags.end());
    }
    CHECK(read_tagged("plain") == std::vector<TaggedNode>{leaf("plain")});
    CHECK(read_tagged("").empty());
}
