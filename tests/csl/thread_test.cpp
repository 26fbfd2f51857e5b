// One compiled style and its locales, shared by threads that format at once. Under the preset `tsan` any race
// is a failure.

#include <fonds/csl.hpp>
#include <thread>

#include "support/catch.hpp"

using namespace fonds;
using namespace fonds::csl;

namespace {

constexpr std::string_view locale_xml =
    R"(<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
<style-options punctuation-in-quote="true"/>
<date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/></date>
<terms><term name="and">and</term><term name="et-al">et al.</term><term name="open-quote">“</term>
<term name="close-quote">”</term><term name="ibid">ibid.</term><term name="month-05">May</term>
<term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term></terms></locale>)";

constexpr std::string_view style_xml =
    R"(<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>t</title><id>t</id></info>
<macro name="names"><names variable="author"><name and="text" initialize-with=". "/></names></macro>
<citation disambiguate-add-names="true" disambiguate-add-givenname="true" et-al-min="3" et-al-use-first="1"><layout suffix=".">
<choose><if position="ibid"><text term="ibid"/></if><else><group delimiter=", "><text macro="names"/>
<text variable="title" quotes="true" text-case="title"/><date variable="issued" form="text"/></group></else></choose>
<group prefix=", " delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></layout></citation>
<bibliography subsequent-author-substitute="———"><sort><key macro="names"/><key variable="title"/></sort><layout suffix=".">
<group delimiter=". "><text macro="names"/><text variable="title" font-style="italic"/></group></layout></bibliography></style>)";

Items items(std::size_t count = 40) {
    static constexpr std::string_view families[] = {"Doe", "Roe", "Poe"};
    Items out;
    for (std::size_t i = 0; i < count; ++i) {
        Item item;
        item.id = std::to_string(i);
        item.type = ItemType::book;
        item.texts.set(Variable::title, "a title with <i>mark-up</i> no. " + std::to_string(i / 2));
        Name name;
        name.family = families[i % 3];
        name.given = i % 2 ? "Jane" : "John";
        item.names.set(Variable::author, Names{name});
        Date date;
        date.start = {1950 + static_cast<int>(i), 5, 8};
        item.dates.set(Variable::issued, date);
        out.push_back(std::move(item));
    }
    return out;
}

Citation citation_of(std::size_t i) {
    Citation out;
    out.id = std::to_string(i);
    out.note_number = static_cast<int>(i) + 1;
    Cite cite;
    cite.id = std::to_string((i / 2) % 40);
    if (i % 3 == 0) cite.locator = std::to_string(i);
    out.cites.push_back(cite);
    return out;
}

}  // namespace

TEST_CASE("two threads format whole documents with one style") {
    auto const style = Style::parse(style_xml);
    auto const locale = Locale::parse(locale_xml);
    REQUIRE(style);
    REQUIRE(locale);
    auto const all = items();
    std::vector<Citation> citations;
    for (std::size_t i = 0; i < 60; ++i) citations.push_back(citation_of(i));
    auto const work = [&](Rendered& out) {
        for (int i = 0; i < 3; ++i) out = format_document(style->value, {locale->value}, all, citations);
    };
    Rendered one, other;
    std::thread first([&] { work(one); }), second([&] { work(other); });
    first.join();
    second.join();
    CHECK(one.citations == other.citations);
    REQUIRE(one.bibliography.size() == other.bibliography.size());
    for (std::size_t i = 0; i < one.bibliography.size(); ++i)
        CHECK(one.bibliography[i].text == other.bibliography[i].text);
}

TEST_CASE("two live documents share a style") {
    auto const style = Style::parse(style_xml);
    auto const locale = Locale::parse(locale_xml);
    REQUIRE(style);
    REQUIRE(locale);
    auto const all = items();
    auto const work = [&](std::vector<std::string>& out) {
        Session session(style->value, {locale->value});
        session.set_items(all);
        for (std::size_t i = 0; i < 30; ++i) session.insert(i / 2, citation_of(i));
        out = session.texts();
    };
    std::vector<std::string> one, other;
    std::thread first([&] { work(one); }), second([&] { work(other); });
    first.join();
    second.join();
    CHECK(one.size() == 30);
    CHECK(one == other);
}

TEST_CASE("one document written on several threads has the same texts") {
    auto const style = Style::parse(style_xml);
    auto const locale = Locale::parse(locale_xml);
    REQUIRE(style);
    REQUIRE(locale);
    auto all = items(1000);
    for (std::size_t i = 100; i < all.size(); ++i) {
        if (i % 3) continue;
        // Many people, some entries of nobody among those of one.
        Name name;
        name.family = "Family " + std::to_string(i / 9);
        all[i].names = {};
        if (i % 2 == 0) all[i].names.set(Variable::author, Names{name});
    }
    std::vector<Citation> citations;
    for (std::size_t i = 0; i < 1000; ++i) {
        citations.push_back(citation_of(i));
        if (i % 5 == 0) citations.back().cites.push_back(citation_of(i + 7).cites.front());
    }
    Options options;
    auto const alone = format_document(style->value, {locale->value}, all, citations, options);
    CHECK(alone.bibliography.size() == all.size());
    for (unsigned const jobs : {2U, 5U}) {
        options.jobs = jobs;
        auto const together = format_document(style->value, {locale->value}, all, citations, options);
        CHECK(together.citations == alone.citations);
        CHECK(together.item_order == alone.item_order);
        REQUIRE(together.bibliography.size() == alone.bibliography.size());
        for (std::size_t i = 0; i < alone.bibliography.size(); ++i)
            CHECK(together.bibliography[i].text == alone.bibliography[i].text);
    }
}

TEST_CASE("entries that are handed on one by one are those of the whole list") {
    auto const style = Style::parse(style_xml);
    auto const locale = Locale::parse(locale_xml);
    REQUIRE(style);
    REQUIRE(locale);
    auto all = items(500);
    all[100] = Item();  // of which nothing is known
    all[100].id = "nothing";
    auto const whole = format_bibliography(style->value, {locale->value}, all);
    for (unsigned const jobs : {1U, 3U}) {
        std::vector<Entry> entries;
        Options options;
        options.jobs = jobs;
        auto const rest = format_bibliography(style->value, {locale->value}, all, options,
                                              [&](Entry&& entry) { entries.push_back(std::move(entry)); });
        CHECK(rest.bibliography.empty());
        CHECK(rest.item_order == whole.item_order);
        REQUIRE(rest.diagnostics.size() == whole.diagnostics.size());
        REQUIRE(entries.size() == whole.bibliography.size());
        for (std::size_t i = 0; i < entries.size(); ++i) {
            CHECK(entries[i].id == whole.bibliography[i].id);
            CHECK(entries[i].text == whole.bibliography[i].text);
        }
    }
}
