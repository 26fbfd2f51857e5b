// Resolution case by case: which citation a later one stands for, by what relation, how surely.
#include <string>

#include "grammar/lexicon.hpp"
#include "note/gold_notes.hpp"
#include "note/resolver.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

struct Case {
    char const* what;
    char const* notes;     // as in gold files
    char const* relation;  // of the last citation's link; empty: no link
    double least, most;    // its confidence
};

#define CITED R"("kind":"published","author":[{"family":"Zubok"}],"title":"A Failed Empire","issued":"2007")"
#define LOCATED \
    R"("kind":"archival","archive":"RGANI","archive_levels":[{"level":"fond","value":"5"},{"level":"list","value":"3"}])"

Case const cases[] = {
    {"ibid. after one source",
     R"({"id":"1","note":"Zubok, Empire 2007.","works":[{"span":"Zubok, Empire 2007.",)" CITED R"(}]}
{"id":"2","note":"Ibid., 5.","works":[{"span":"Ibid., 5.","kind":"ibid","refers_to":"1#1"}]})",
     "ibid", 0.9, 1},
    {"ibid. after ibid. means the work",
     R"({"id":"1","note":"Zubok, Empire 2007.","works":[{"span":"Zubok, Empire 2007.",)" CITED R"(}]}
{"id":"2","note":"Ibid., 5.","works":[{"span":"Ibid., 5.","kind":"ibid","refers_to":"1#1"}]}
{"id":"3","note":"Ibid., 6.","works":[{"span":"Ibid., 6.","kind":"ibid","refers_to":"1#1"}]})",
     "ibid", 0.9, 1},
    {"ibid. after two sources is unsafe",
     R"({"id":"1","note":"Alpha 2001; Zubok 2007.","works":[{"span":"Alpha 2001","kind":"published","title":"Alpha"},{"span":"Zubok 2007",)" CITED
     R"(}]}
{"id":"2","note":"Ibid.","works":[{"span":"Ibid.","kind":"ibid","refers_to":"1#2"}]})",
     "ibid", 0.1, 0.6},
    {"ibid. after an unsafe ibid. is unsafe, too",
     R"({"id":"1","note":"Alpha 2001; Zubok 2007.","works":[{"span":"Alpha 2001","kind":"published","title":"Alpha"},{"span":"Zubok 2007",)" CITED
     R"(}]}
{"id":"2","note":"Ibid.","works":[{"span":"Ibid.","kind":"ibid","refers_to":"1#2"}]}
{"id":"3","note":"Ibid., 5.","works":[{"span":"Ibid., 5.","kind":"ibid","refers_to":"1#2"}]})",
     "ibid", 0.1, 0.6},
    {"ibid. with a leaf after two sources means the one in an archive",
     R"({"id":"1","note":"RGANI, f. 5, l. 3; Zubok 2007.","works":[{"span":"RGANI, f. 5, l. 3",)" LOCATED
     R"(},{"span":"Zubok 2007",)" CITED R"(}]}
{"id":"2","note":"Ibid., l. 4.","works":[{"span":"Ibid., l. 4","kind":"ibid","archive_levels":[{"level":"list","value":"4"}],"refers_to":"1#1"}]})",
     "ibid", 0.1, 0.6},
    {"ibid. within a note means the citation before it",
     R"({"id":"1","note":"Zubok 2007 (ibid., 7).","works":[{"span":"Zubok 2007",)" CITED
     R"(},{"span":"ibid., 7","kind":"ibid","refers_to":"1#1"}]})",
     "ibid", 0.9, 1},
    {"ibid. over notes without sources is a little unsafe",
     R"({"id":"1","note":"Zubok 2007.","works":[{"span":"Zubok 2007",)" CITED R"(}]}
{"id":"2","note":"More of this below.","works":[]}
{"id":"3","note":"Ibid.","works":[{"span":"Ibid.","kind":"ibid","refers_to":"1#1"}]})",
     "ibid", 0.7, 0.9},
    {"ibid. in the first note points nowhere",
     R"({"id":"1","note":"Ibid.","works":[{"span":"Ibid.","kind":"ibid"}]})", "", 0, 0},
    {"a location that is only ibid.",
     R"({"id":"1","note":"RGANI, f. 5, l. 3.","works":[{"span":"RGANI, f. 5, l. 3",)" LOCATED R"(}]}
{"id":"2","note":"Letter, 2 May 1956, ibid., l. 4.","works":[{"span":"Letter, 2 May 1956, ibid., l. 4","kind":"archival","genre":"Letter","archive_levels":[{"level":"list","value":"4"}],"refers_to":"1#1"}]})",
     "same-location", 0.9, 1},
    {"a piece of the newspaper cited just before",
     R"({"id":"1","note":"New York Times, 3 July 1950.","works":[{"span":"New York Times, 3 July 1950","kind":"published","type":"article-newspaper","container-title":"New York Times","issued":"1950-07-03"}]}
{"id":"2","note":"“Military Lessons,” ibid., 10 July 1950.","works":[{"span":"“Military Lessons,” ibid., 10 July 1950","kind":"archival","title":"Military Lessons","issued":"1950-07-10","refers_to":"1#1"}]})",
     "same-location", 0.8, 1},
    {"op. cit. means the author's work before the volume that he edited",
     R"({"id":"1","note":"Zubok, Empire 2007.","works":[{"span":"Zubok, Empire 2007",)" CITED R"(}]}
{"id":"2","note":"Alpha, in Zubok (ed.) 2010.","works":[{"span":"Alpha, in Zubok (ed.) 2010","kind":"published","author":[{"family":"Alpha"}],"editor":[{"family":"Zubok"}],"title":"Beta","container-title":"Gamma","issued":"2010"}]}
{"id":"3","note":"Zubok, op. cit., 5.","works":[{"span":"Zubok, op. cit., 5","kind":"short-form","author":[{"family":"Zubok"}],"refers_to":"1#1"}]})",
     "op-cit", 0.1, 0.8},
    {"a document of the volume cited just before",
     R"({"id":"1","note":"FRUS, 1955–1957, vol. XVI.","works":[{"span":"FRUS, 1955–1957, vol. XVI","kind":"published","type":"book","title":"FRUS, 1955–1957","volume":"XVI"}]}
{"id":"2","note":"Bohlen, telegram, 30 October 1956, ibid., 346.","works":[{"span":"Bohlen, telegram, 30 October 1956, ibid., 346","kind":"archival","author":[{"family":"Bohlen"}],"genre":"Telegram","issued":"1956-10-30","page":"346","refers_to":"1#1"}]})",
     "same-location", 0.8, 1},
    {"idem with a leaf is the source before",
     R"({"id":"1","note":"RGANI, f. 5, l. 3, Dejean to Auriol.","works":[{"span":"RGANI, f. 5, l. 3, Dejean to Auriol","kind":"archival","author":[{"family":"Dejean"}],"archive":"RGANI","archive_levels":[{"level":"fond","value":"5"},{"level":"list","value":"3"}]}]}
{"id":"2","note":"Idem, l. 18.","works":[{"span":"Idem, l. 18","kind":"ibid","archive_levels":[{"level":"list","value":"18"}],"refers_to":"1#1"}]})",
     "ibid", 0.9, 1},
    {"idem after two sources is unsafe",
     R"({"id":"1","note":"Alpha 2001; Zubok 2007.","works":[{"span":"Alpha 2001","kind":"published","title":"Alpha"},{"span":"Zubok 2007",)" CITED
     R"(}]}
{"id":"2","note":"Idem, Gamma, Oxford 2009.","works":[{"span":"Idem, Gamma, Oxford 2009","kind":"published","title":"Gamma","publisher-place":"Oxford","issued":"2009","refers_to":"1#2"}]})",
     "same-author", 0.1, 0.6},
    {"idem after a source that names nobody points nowhere",
     R"({"id":"1","note":"Pravda, 3 July 1950.","works":[{"span":"Pravda, 3 July 1950","kind":"published","type":"article-newspaper","container-title":"Pravda","issued":"1950-07-03"}]}
{"id":"2","note":"Idem, Gamma, Oxford 2009.","works":[{"span":"Idem, Gamma, Oxford 2009","kind":"published","title":"Gamma","publisher-place":"Oxford","issued":"2009"}]})",
     "", 0, 0},
    {"author and short title",
     R"({"id":"1","note":"Zubok, A Failed Empire 2007.","works":[{"span":"Zubok, A Failed Empire 2007",)" CITED
     R"(}]}
{"id":"2","note":"Zubok, Failed Empire, 7.","works":[{"span":"Zubok, Failed Empire, 7","kind":"short-form","author":[{"family":"Zubok"}],"title":"Failed Empire","refers_to":"1#1"}]})",
     "short-title", 0.9, 1},
    {"a short form that the note alone took for a book",
     R"({"id":"1","note":"Zubok, A Failed Empire 2007.","works":[{"span":"Zubok, A Failed Empire 2007",)" CITED
     R"(}]}
{"id":"2","note":"Zubok, Failed Empire, 7.","works":[{"span":"Zubok, Failed Empire, 7","kind":"published","author":[{"family":"Zubok"}],"title":"Failed Empire","refers_to":"1#1"}]})",
     "short-title", 0.9, 1},
    {"the author alone, of two works",
     R"({"id":"1","note":"Zubok, A Failed Empire 2007.","works":[{"span":"Zubok, A Failed Empire 2007",)" CITED
     R"(}]}
{"id":"2","note":"Zubok, Collapse, 2021.","works":[{"span":"Zubok, Collapse, 2021","kind":"published","author":[{"family":"Zubok"}],"title":"Collapse","issued":"2021"}]}
{"id":"3","note":"Zubok, 7.","works":[{"span":"Zubok, 7","kind":"short-form","author":[{"family":"Zubok"}],"refers_to":"2#1"}]})",
     "short-title", 0.1, 0.6},
    {"another author's book of that title is none",
     R"({"id":"1","note":"Zubok, A Failed Empire 2007.","works":[{"span":"Zubok, A Failed Empire 2007",)" CITED
     R"(}]}
{"id":"2","note":"Smith, Failed Empire, 7.","works":[{"span":"Smith, Failed Empire, 7","kind":"short-form","author":[{"family":"Smith"}],"title":"Failed Empire"}]})",
     "", 0, 0},
    {"op. cit.",
     R"({"id":"1","note":"Zubok, A Failed Empire 2007.","works":[{"span":"Zubok, A Failed Empire 2007",)" CITED
     R"(}]}
{"id":"2","note":"Alpha 2001.","works":[{"span":"Alpha 2001","kind":"published","title":"Alpha"}]}
{"id":"3","note":"Zubok, op. cit., 7.","works":[{"span":"Zubok, op. cit., 7","kind":"short-form","author":[{"family":"Zubok"}],"refers_to":"1#1"}]})",
     "op-cit", 0.7, 1},
    {"a note by number",
     R"({"id":"1","note":"Zubok, A Failed Empire 2007.","works":[{"span":"Zubok, A Failed Empire 2007",)" CITED
     R"(}]}
{"id":"2","note":"Alpha 2001.","works":[{"span":"Alpha 2001","kind":"published","title":"Alpha"}]}
{"id":"3","note":"Zubok (note 1 above), 7.","works":[{"span":"Zubok (note 1 above), 7","kind":"short-form","author":[{"family":"Zubok"}],"refers_to":"1#1"}]})",
     "cited-above", 0.9, 1},
    {"another leaf of the file of a note by number",
     R"({"id":"1","note":"RGANI, f. 5, l. 3.","works":[{"span":"RGANI, f. 5, l. 3",)" LOCATED
     R"(}]}
{"id":"2","note":"Alpha 2001.","works":[{"span":"Alpha 2001","kind":"published","title":"Alpha"}]}
{"id":"3","note":"See note 1 above, l. 5.","works":[{"span":"l. 5","kind":"archival","archive_levels":[{"level":"list","value":"5"}],"refers_to":"1#1"}]})",
     "cited-above", 0.7, 1},
    {"of the works of a note the one of that day",
     R"({"id":"1","note":"Alpha to Beta, 29 August 1956; Zubok 2007.","works":[{"span":"Alpha to Beta, 29 August 1956","kind":"archival","title":"Talks","issued":"1956-08-29"},{"span":"Zubok 2007",)" CITED
     R"note(}]}
{"id":"2","note":"Andropov's telegram, 29 August 1956 (see note 1).","works":[{"span":"Andropov's telegram, 29 August 1956 (see note 1)","kind":"short-form","author":[{"family":"Andropov"}],"issued":"1956-08-29","refers_to":"1#1"}]})note",
     "cited-above", 0.9, 1},
    {"a note number of the work cited is no reference",
     R"({"id":"1","note":"Alpha 2001.","works":[{"span":"Alpha 2001","kind":"published","title":"Alpha"}]}
{"id":"2","note":"Zubok, Collapse, 61, n. 1.","works":[{"span":"Zubok, Collapse, 61, n. 1","kind":"short-form","author":[{"family":"Zubok"}],"title":"Collapse"}]})",
     "", 0, 0},
    {"the same author",
     R"({"id":"1","note":"Zubok, A Failed Empire 2007; idem, Collapse, 2021.","works":[{"span":"Zubok, A Failed Empire 2007",)" CITED
     R"(},{"span":"idem, Collapse, 2021","kind":"published","title":"Collapse","issued":"2021","refers_to":"1#1"}]})",
     "same-author", 0.8, 1},
    {"a work by the name introduced for it, which reads as a person's",
     R"({"id":"1","note":"Zubok, A Failed Empire (hereafter Failed Empire), 7.","works":[{"span":"Zubok, A Failed Empire (hereafter Failed Empire), 7",)" CITED
     R"(}]}
{"id":"2","note":"Failed Empire, 77.","works":[{"span":"Failed Empire, 77","kind":"short-form","author":[{"family":"Empire","given":"Failed"}],"refers_to":"1#1"}]})",
     "abbreviation", 0.9, 1},
    {"a name introduced",
     R"({"id":"1","note":"Diary of Henry Stimson (hereafter Stimson Diary), LC.","works":[{"span":"Diary of Henry Stimson (hereafter Stimson Diary), LC","kind":"archival","title":"Diary of Henry Stimson"}]}
{"id":"2","note":"Stimson Diary, 2 July 1940.","works":[{"span":"Stimson Diary, 2 July 1940","kind":"archival","title":"Stimson Diary","issued":"1940-07-02","refers_to":"1#1"}]})",
     "abbreviation", 0.9, 1},
    {"a name introduced within a bracket, and how it is cited",
     R"({"id":"1","note":"Zubok, A Failed Empire (Chapel Hill, 2007; hereafter AFE, by page), 7.","works":[{"span":"Zubok, A Failed Empire (Chapel Hill, 2007; hereafter AFE, by page), 7",)" CITED
     R"(}]}
{"id":"2","note":"AFE, 77.","works":[{"span":"AFE, 77","kind":"short-form","title":"AFE","refers_to":"1#1"}]})",
     "abbreviation", 0.9, 1},
    {"a series by its letters before the years",
     R"({"id":"1","note":"Talks, in Documents (hereafter DDF), 7.","works":[{"span":"Talks, in Documents (hereafter DDF), 7","kind":"published","title":"Talks"}]}
{"id":"2","note":"DDF 1956, doc. 9.","works":[{"span":"DDF 1956, doc. 9","kind":"published","title":"DDF 1956","number":"9","refers_to":"1#1"}]})",
     "abbreviation", 0.9, 1},
    {"ibid. with a volume after two sources means the one that is printed",
     R"({"id":"1","note":"Zubok 2007; RGANI, f. 5, l. 3.","works":[{"span":"Zubok 2007",)" CITED
     R"(},{"span":"RGANI, f. 5, l. 3",)" LOCATED R"(}]}
{"id":"2","note":"Ibid., 1:201.","works":[{"span":"Ibid., 1:201","kind":"ibid","volume":"1","page":"201","refers_to":"1#1"}]})",
     "ibid", 0.1, 0.6},
    {"what prints a file is no file",
     R"({"id":"1","note":"Zubok 2007.","works":[{"span":"Zubok 2007",)" CITED
     R"(}]}
{"id":"2","note":"RGANI, f. 5, l. 3. English translation in ibid., 9.","works":[{"span":"RGANI, f. 5, l. 3",)" LOCATED
     R"(},{"span":"ibid., 9","kind":"ibid","page":"9","refers_to":"1#1"}]})",
     "ibid", 0.8, 1},
    {"one work quoted in another",
     R"({"id":"1","note":"RGANI, f. 5, l. 3, quoted in Zubok 2007.","works":[{"span":"RGANI, f. 5, l. 3",)" LOCATED
     R"(},{"span":"Zubok 2007",)" CITED R"(,"refers_to":"1#1"}]})",
     "quoted-in", 0.8, 1},
};

SingleNote row_of(std::size_t count, CitationKind kind) {
    SingleNote single;
    auto& note = single.note;
    Name smith;
    smith.family = "Smith";
    for (std::size_t index = 0; index < count; ++index) {
        Citation citation;
        citation.kind = kind;
        citation.span = {note.text.size(), note.text.size() + 12};
        note.text += "Ibid. (n. 1);";
        citation.item.names.set(Variable::author, {smith});
        note.citations.push_back(std::move(citation));
        single.location_ibid.push_back(false);
    }
    return single;
}

}  // namespace

TEST_CASE("what later citations stand for", "[note][resolver]") {
    for (auto const& [what, notes, relation, least, most] : cases) {
        CAPTURE(what);
        auto gold = test::parse_gold(notes);
        REQUIRE(!gold.empty());
        Resolver resolver(Lexicon::builtin());
        for (auto& one : gold) resolver.resolve(one.single);
        auto const& link = gold.back().single.note.citations.back().refers_to;
        CHECK((link ? link->relation : "") == relation);
        CHECK((link ? test::written(*link) : "") == gold.back().refers_to.back());
        if (!link) continue;
        CHECK(link->confidence >= least);
        CHECK(link->confidence <= most);
    }
}

TEST_CASE("nothing is copied from the work meant", "[note][resolver]") {
    for (auto const& entry : cases) {
        Resolver resolver(Lexicon::builtin());
        for (auto& gold : test::parse_gold(entry.notes)) {
            auto const before = gold.single.note;
            resolver.resolve(gold.single);
            REQUIRE(gold.single.note.citations.size() == before.citations.size());
            for (std::size_t index = 0; index < before.citations.size(); ++index) {
                auto after = gold.single.note.citations[index].item;
                after.type = before.citations[index].item.type;  // "ibid." tells what a paper is printed in
                CHECK(after == before.citations[index].item);
            }
        }
    }
}

TEST_CASE("a number behind ibid. is a page where the source before is printed", "[note][resolver]") {
    auto const gold =
        R"({"id":"1","note":"FRUS, 1955–1957, vol. XVI.","works":[{"span":"FRUS, 1955–1957, vol. XVI","kind":"published","type":"book","title":"FRUS, 1955–1957","volume":"XVI"}]}
{"id":"2","note":"“Outlook,” 1 March 1955, ibid., 135.","works":[{"span":"“Outlook,” 1 March 1955, ibid., 135","kind":"archival","title":"Outlook","issued":"1955-03-01","archive_levels":[{"level":"series","value":"135"}]}]})";
    Resolver resolver(Lexicon::builtin());
    auto notes = test::parse_gold(gold);
    for (auto& one : notes) resolver.resolve(one.single);
    auto const& outlook = notes.back().single.note.citations.back();
    CHECK(outlook.kind == CitationKind::published);
    CHECK(outlook.item.text(Variable::page) == "135");
    CHECK(outlook.item.reference.levels.empty());
    REQUIRE(outlook.refers_to);
    CHECK(outlook.refers_to->relation == "same-location");
}

TEST_CASE("notes with thousands of citations are resolved, the oldest forgotten", "[note][resolver]") {
    Resolver resolver(Lexicon::builtin());
    for (auto const kind : {CitationKind::published, CitationKind::ibid, CitationKind::short_form}) {
        auto single = row_of(2 * history_limit, kind);
        resolver.resolve(single);
        auto const& note = single.note;
        for (auto const& citation : note.citations)
            if (citation.refers_to) CHECK(citation.refers_to->citation < note.citations.size());
    }
}
