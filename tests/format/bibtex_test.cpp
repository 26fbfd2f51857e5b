#include <algorithm>
#include <fonds/formats.hpp>

#include "support/catch.hpp"
#include "support/growth.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

// Read and written as CSL-JSON, a line a record, then the rules of what was found.
std::string read(std::string_view text, std::string_view format = "biblatex") {
    auto const items = read_items(text, format);
    if (!items) return "error: " + items.error().message;
    std::string out;
    for (auto const& item : items->value) out += to_csl_json(item) + '\n';
    for (auto const& diagnostic : items->diagnostics) out += diagnostic.rule + "\n";
    return out;
}

// The same without the end of line.
std::string one(std::string_view text) {
    auto out = read(text);
    if (out.ends_with('\n')) out.pop_back();
    return out;
}

struct Row {
    char const* text;
    char const* expected;
};

}  // namespace

TEST_CASE("the syntax of .bib files") {
    for (auto const& row : {
             Row{"@book{a, title={T}}", R"({"id":"a","type":"book","title":"T"})"},
             Row{"@BOOK ( a , TITLE = \"T\" , )", R"({"id":"a","type":"book","title":"T"})"},
             Row{"free text @ here, mail a@b.c\n@book{a, title={T}}",
                 R"({"id":"a","type":"book","title":"T"})"},
             Row{"@comment{@book{x, title={X}}}@book{a,title=7}", R"({"id":"a","type":"book","title":"7"})"},
             Row{"@preamble{ \"\\x\" # {y} }@book{a,title={T}}", R"({"id":"a","type":"book","title":"T"})"},
             Row{"@string{c = \"C \" # {D}} @string(e = c)@book{a,title= c # e # \"F\"}",
                 R"({"id":"a","type":"book","title":"C DC DF"})"},
             Row{"@string{c = {1}}@book{a,title=c}@string{c = {2}}@book{b,title=C}",
                 "{\"id\":\"a\",\"type\":\"book\",\"title\":\"1\"}\n{\"id\":\"b\",\"type\":\"book\","
                 "\"title\":\"2\"}"},
             Row{"\xEF\xBB\xBF@book{a,\r\n  title = {T\r\n  U}\r\n}",
                 R"({"id":"a","type":"book","title":"T U"})"},
             Row{"@article{a, year=1961, month = feb # \"~14\"}",
                 R"({"id":"a","type":"article-journal","issued":{"date-parts":[[1961,2,14]]}})"},
             Row{"@book{a, title=\"Say {\"}hi{\"}\"}", R"({"id":"a","type":"book","title":"Say \"hi\""})"},
             Row{"@book{a, % a remark\n title={T}}", R"({"id":"a","type":"book","title":"T"})"},
         }) {
        CAPTURE(row.text);
        CHECK(one(row.text) == row.expected);
    }
}

TEST_CASE("a malformed entry costs itself at most") {
    std::string const next = "\n@book{z, title={Z}}";
    std::string const after = "\n{\"id\":\"z\",\"type\":\"book\",\"title\":\"Z\"}\n";
    for (auto const& row : {
             Row{"@book{a, title={A {B}, year=1970\n}", "unbalanced-braces"},
             Row{"@book{a, title={A,\n year=1970\n}", "unbalanced-braces"},
             Row{"@book{a, title=\"A, year=1970}", "unterminated-quote"},
             Row{"@book{a, title={A} year=1970}", "missing-comma"},
             Row{"@book{a title={A}, year=1970}", "missing-key"},
             Row{"@book{, title={A}, year=1970}", "missing-key"},
             Row{"@book{a b, title={A}, year=1970}", "malformed-key"},
             Row{"@book{a, title={A}}, year=1970}", "unbalanced-braces"},
             Row{"@book{a, title={A}, nonsense, year=1970}", "stray-text"},
             Row{"@book{a, title={A}, year=1970", "unclosed-entry"},
             Row{"@misc{x, year=1970}@book{", "unclosed-entry"},
             Row{"@book{a, title=, year=1970}", "missing-value"},
         }) {
        CAPTURE(row.text);
        auto const got = read(row.text + next);
        CAPTURE(got);
        CHECK(got.find(row.expected) != std::string::npos);
        CHECK(got.find(after) != std::string::npos);
        CHECK(got.find("1970") != std::string::npos);
    }
    CHECK(read("@book{a, title={T}, ye").find("truncated-entry") != std::string::npos);
    CHECK(read("% @book{x, title={X}}\n@book{a}").find("commented-entry") != std::string::npos);
    CHECK(read("@book{a, journal=nosuch}").find("\"nosuch\"") != std::string::npos);
    CHECK(read("@book{a, title={1}, title={2}}").find("duplicate-field") != std::string::npos);
    CHECK(read("@book{a}\n@book{a}").find("duplicate-key") != std::string::npos);
}

TEST_CASE("findings have a place") {
    std::string const text = "@book{a,\n  title={T}\n  year=1970}";
    auto const items = read_items(text, "bibtex");
    REQUIRE(items->diagnostics.size() == 1);
    CHECK(locate(text, items->diagnostics[0].span.begin) == Position{3, 3});
}

TEST_CASE("hostile input is read in linear time") {
    struct Case {
        char const* before;
        char const* piece;
        char const* middle;
        char const* closing;  // as often as the piece
        char const* after;
        std::size_t times;
        std::size_t records;
    };
    for (auto const& c : {
             Case{"@book{a, title=", "{", "x", "}", "}", 100'000, 1},
             Case{"@book{a, title=", "{", "", "", "", 100'000, 1},
             Case{"@book{a, title={", "x", "", "", "}}", 1U << 20, 1},
             Case{"", "@book{a,t={\n", "", "", "", 50'000, 50'000},
             Case{"", "@a{b,", "", "", "", 50'000, 1},
             Case{"@a{b", ",c={\n", "", "", "", 100'000, 1},
             Case{"", "@", "", "", "", 200'000, 0},
             Case{"@book{a, title={", "\\emph{", "x", "}", "}}", 100'000, 1},
             Case{"@book{a, title={", "\\'{", "x", "}", "}}", 100'000, 1},
             Case{"@book{a, title={", "$", "", "", "}}", 100'000, 1},
         }) {
        INFO(c.before << c.piece);
        auto const make = [&](std::size_t times) {
            return c.before + repeated(c.piece, times) + c.middle + repeated(c.closing, times) + c.after;
        };
        CHECK(read_items(make(c.times), "biblatex")->value.size() == c.records);
        check_growth(c.times, make, [](std::string const& text) { (void)read_items(text, "biblatex"); });
    }
}

TEST_CASE("macros and entries that hold each other many times are cut off") {
    std::string laughs = "@string{a0 = \"ha\"}";
    for (int i = 1; i < 60; ++i)
        laughs += "@string{a" + std::to_string(i) + " = a" + std::to_string(i - 1) + " # a" +
                  std::to_string(i - 1) + "}";
    CHECK(read_items(laughs + "@book{a, title = a59}", "biblatex")->value.size() == 1);
    CHECK(read("@book{a, crossref={b}}@book{b, crossref={a}}").find("circular-crossref") !=
          std::string::npos);
    CHECK(read("@book{a, xdata={b}}@xdata{b, xdata={b}}").find("circular-crossref") != std::string::npos);
}

TEST_CASE("encodings are told from each other") {
    auto const latin = read_items("@book{a, author={M\xFCller}}", "bibtex");
    CHECK(latin->value[0].names.find(Variable::author)->front().family == "Müller");
    CHECK(latin->diagnostics[0].rule == "encoding-guessed");
}

TEST_CASE("TeX in fields") {
    for (auto const& row : {
             Row{"{\\'e}t{\\'{e}} \\'et\\'{e} \\^{\\i}", "été été î"},
             Row{"Nguy{\\~\\^e}n \\v{C}apek {\\L}ukasik {\\.z} \\H{o} \\textcommabelow{S}",
                 "Nguyễn Čapek Łukasik ż ő Ș"},
             Row{"\\& \\% \\$ \\# \\_ --- -- \\ldots ``q'' ~x", "& % $ # _ — – …“q” \xC2\xA0x"},
             Row{"\\cyrchar\\CYRM{} \\o re \\ss", "М øre ß"},
             Row{"The {USSR} and {NATO} in {Moscow}",
                 "The USSR and NATO in <span class=\"nocase\">Moscow</span>"},
             Row{"Letter from {Khrushchev} to {Mao}: {Peking}", "Letter from Khrushchev to Mao: Peking"},
             Row{"{{The Title of the Book}}", "The Title of the Book"},
             Row{"\\url{http://x.org/~a_b} \\verb+~\\+ \\href{http://y.org/\\~b}{there}",
                 "http://x.org/~a_b ~\\ there (http://y.org/~b)"},
             Row{"Kr\\ifmmode \\check{c}\\else \\v{c}\\fi{}ma d'\\aftergroup Este", "Krčma d'Este"},
             Row{"\\texorpdfstring{$x^2$}{x squared}, \\textacutemacron a, \\ocirc{u}", "x squared, ā́, ů"},
             Row{"<<Правда>>, ,,Zitat'', \"`Wort\"', ?`Que?, a,,b, c, , d",
                 "«Правда», „Zitat”, „Wort“, ¿Que?, a„b, c, , d"},
             Row{"социально\"=политический, say \"- and \"x\"", "социально-политический, say \"- and \"x\""},
             Row{"The {iPad} and {van} life", "The iPad and <span class=\"nocase\">van</span> life"},
             Row{"On $x^2$, H$_2$O, $\\alpha$", "On x<sup>2</sup>, H<sub>2</sub>O, α"},
             Row{"\\emph{Pravda} {\\em x} \\textsc{y}", "<i>Pravda</i> <i>x</i> <sc>y</sc>"},
             Row{"a \\mbox{b} \\noopsort{z}c", "a b c"},
             Row{"\\unknown{x} y", "\\unknown{x} y"},
             Row{"a\\textbackslash b", "a\\b"},
         }) {
        CAPTURE(row.text);
        auto const items = read_items("@book{a, title={" + std::string(row.text) + "}}", "biblatex");
        CHECK(items->value[0].text(Variable::title) == row.expected);
    }
}

TEST_CASE("names") {
    for (auto const& row : {
             Row{"van der Berg, Jan",
                 R"([{"family":"Berg","given":"Jan","non-dropping-particle":"van der"}])"},
             Row{"Ludwig von Beethoven",
                 R"([{"family":"Beethoven","given":"Ludwig","non-dropping-particle":"von"}])"},
             Row{"King, Jr., Martin Luther", R"([{"family":"King","given":"Martin Luther","suffix":"Jr."}])"},
             Row{"{Barnes and Noble, Inc.}", R"([{"literal":"Barnes and Noble, Inc."}])"},
             Row{"Doe, J. and\n Roe, A.", R"([{"family":"Doe","given":"J."},{"family":"Roe","given":"A."}])"},
             Row{"family=Rousse, given=Jean, prefix=de la, useprefix=false",
                 R"([{"family":"Rousse","given":"Jean","dropping-particle":"de la"}])"},
             Row{"Garc{\\'i}a de la Cruz, Mar{\\'i}a", R"([{"family":"García de la Cruz","given":"María"}])"},
             Row{"Plato", R"([{"family":"Plato"}])"},
             Row{"Shen Zhihua,", R"([{"family":"Shen Zhihua"}])"},
         }) {
        CAPTURE(row.text);
        CHECK(one("@book{a, author={" + std::string(row.text) + "}}") ==
              R"({"id":"a","type":"book","author":)" + std::string(row.expected) + "}");
    }
    auto const others = read_items("@book{a, author={Doe, J. and others}}", "bibtex")->value[0];
    CHECK(others.names.find(Variable::author)->size() == 1);
    CHECK(others.foreign == std::vector<ForeignField>{{"bibtex", "moreauthor", "true"}});
    CHECK(write_items({others}, "biblatex")->value.find("Doe, J. and others}") != std::string::npos);
}

TEST_CASE("dates") {
    for (auto const& row : {
             Row{"date={1961~}", "1961~"},
             Row{"date={1961?}", "1961?"},
             Row{"date={1961-05-03/1962-06}", "1961-05-03/1962-06"},
             Row{"date={1961/}", "1961/.."},
             Row{"date={1961-21}", "1961-21"},
             Row{"date={196X}", "1960/1969"},
             Row{"date={-0043}", "-0043"},
             Row{"year={[1961?]}", "1961?"},
             Row{"year={1961--1963}", "1961/1963"},
             Row{"year=1961, month=3, day=14", "1961-03-14"},
             Row{"year=1961, month={14~March}", "1961-03-14"},
             Row{"year=1961, month={March--April}", "1961-03/1961-04"},
             Row{"year=1961, month={Spring}", "1961-21"},
             Row{"year={n.d.}", ""},
         }) {
        CAPTURE(row.text);
        auto const items = read_items("@book{a, " + std::string(row.text) + "}", "biblatex");
        CHECK(to_edtf(*items->value[0].dates.find(Variable::issued)) == row.expected);
    }
}

TEST_CASE("dates in words, as catalogues and finding aids have them") {
    for (auto const& row : {
             Row{"XXXX", ""},
             Row{"Y-17000", "Y-17000"},
             Row{"?1964", "1964?"},
             Row{"1964-25", "1964-21"},
             Row{"19640412", "1964-04-12"},
             Row{"circa 1964-66", "1964~/1966~"},
             Row{"1960s", "1960/1969"},
             Row{"1900s", ""},
             Row{"15th century", "1401/1500"},
             Row{"12 апреля 1964 г.", "1964-04-12"},
             Row{"1er mai 1964", "1964-05-01"},
             Row{"12. März 1964", "1964-03-12"},
             Row{"20 stycznia 1960 r.", "1960-01-20"},
             Row{"1964年4月12日", "1964-04-12"},
             Row{"12.04.1964", "1964-04-12"},
             Row{"13/12/1964", "1964-12-13"},
             Row{"4/12/1964", ""},
             Row{"Friday, 12 April 1964", "1964-04-12"},
             Row{"Spring 1964", "1964-21"},
             Row{"April/May 1964", "1964-04/1964-05"},
             Row{"April 12-15, 1964", "1964-04-12/1964-04-15"},
             Row{"12--15 April 1964", "1964-04-12/1964-04-15"},
             Row{"30 April - 2 May 1964", "1964-04-30/1964-05-02"},
             Row{"[between 1964 and 1966]", "1964/1966"},
             Row{"1964-65", "1964/1965"},
             Row{"1964-12", "1964-12"},
             Row{"31 February 1964", ""},
             Row{"after 1964", ""},
             Row{"14 March", ""},
         }) {
        CAPTURE(row.text);
        auto const items = read_items("@book{a, date={" + std::string(row.text) + "}}", "biblatex");
        auto const& date = *items->value[0].dates.find(Variable::issued);
        CHECK(to_edtf(date) == row.expected);
        // What was written stays, beside what was understood or alone.
        CHECK((!date.literal.empty() ? date.literal
               : !date.raw.empty()   ? date.raw
                                     : to_edtf(date)) == row.text);
    }
}

TEST_CASE("what entries inherit") {
    for (auto const& row : {
             Row{"@incollection{a, title={C}, crossref={p}}@collection{p, title={P}, subtitle={S}, "
                 "publisher={Q}}",
                 R"("container-title":"P: S","publisher":"Q")"},
             Row{"@incollection{a, title={C}, crossref={p}}@book{p, title={P}, subtitle={S}}",
                 R"("container-title":"P: S")"},
             Row{"@inbook{a, title={C}, crossref={p}}@book{p, title={P}, author={Doe, J.}}",
                 R"("container-author":[{"family":"Doe","given":"J."}])"},
             Row{"@book{a, title={V}, crossref={p}}@mvbook{p, title={M}, author={Doe, J.}}",
                 R"("title":"M")"},
             Row{"@article{a, title={T}, crossref={p}}@periodical{p, title={J}, date={1961}}",
                 R"("container-title":"J")"},
             Row{"@book{a, title={T}, xdata={x, y}}@xdata{x, publisher={P}}@xdata{y, location={L}}",
                 R"("publisher":"P","publisher-place":"L")"},
             Row{"@set{a, crossref={p}, entryset={p, q}}@inproceedings{p, title={P}, subtitle={S}, "
                 "booktitle={B}}",
                 R"("title":"P: S","container-title":"B")"},
             Row{"@inproceedings{a, crossref={p}}@proceedings{p, title={P}, booktitle={B}}",
                 R"("container-title":"B")"},
         }) {
        CAPTURE(row.text);
        auto const got = read(row.text);
        CAPTURE(got);
        CHECK(got.find(row.expected) != std::string::npos);
    }
    CHECK(read_items("@book{a, xdata={x}}@xdata{x, publisher={P}}", "biblatex")->value.size() == 1);
}

TEST_CASE("archival entries") {
    for (
        auto const& row : {
            Row{"@unpublished{a, library={RGANI}, location={Moscow}, note={fond 5, opis 30, ll. 1--9}}",
                R"("archive":"RGANI","archive_location":"fond 5, opis 30, ll. 1–9","archive-place":"Moscow")"},
            Row{"@unpublished{a, note={RGANI, f. 5, op. 30}, library={RGANI}}",
                R"("archive_location":"f. 5, op. 30")"},
            Row{"@unpublished{a, note={FO 371/1}, howpublished={The National Archives}}",
                R"("archive":"The National Archives","archive_location":"FO 371/1")"},
            Row{"@misc{a, entrysubtype={letter}, note={box 3}, organization={House Papers}, location={New "
                "Haven}}",
                R"("archive":"House Papers","archive_location":"box 3","archive-place":"New Haven")"},
            Row{"@archival{a, repository={RGANI}}", R"("type":"manuscript","archive":"RGANI")"},
            Row{"@manuscript{a, library={Bodleian}, collection={Laudian}, shelfmark={45}}",
                R"("archive":"Bodleian","archive_collection":"Laudian","archive_location":"45")"},
            Row{"@unpublished{a, library={L}, howpublished={typescript}}", R"("medium":"typescript")"},
        }) {
        CAPTURE(row.text);
        auto const got = read(row.text);
        CAPTURE(got);
        CHECK(got.find(row.expected) != std::string::npos);
    }
}

TEST_CASE("fields without a variable are kept in order") {
    auto const item =
        read_items("@book{a, fond={5}, title={T}, x-custom={kept \\?}, usera={U}, author+an={1=x}}",
                   "biblatex")
            ->value[0];
    CHECK(item.foreign == std::vector<ForeignField>{{"bibtex", "fond", "5"},
                                                    {"bibtex", "x-custom", "kept \\?"},
                                                    {"bibtex", "usera", "U"},
                                                    {"bibtex", "author+an", "1=x"}});
    CHECK(read_items(write_items({item}, "biblatex")->value, "biblatex")->value == Items{item});
}

TEST_CASE("an unchanged file is written back byte for byte") {
    std::string const text =
        "\xEF\xBB\xBF% head\r\n@string{c = {C}}\n\n@Book{a, title = c # {x},\n year=1970 }\n@xdata{x, "
        "a={b}}\n"
        "@comment{jabref}\n  @misc{b, fond = {5}}\nend\n";
    ReadOptions options;
    options.keep_source = true;
    auto items = read_items(text, "biblatex", options)->value;
    CHECK(write_items(items, "biblatex")->value == text);
    items[1].texts.set(Variable::title, "New");
    auto const changed = write_items(items, "biblatex")->value;
    CHECK(changed.find("title = c # {x}") != std::string::npos);
    CHECK(changed.find("title        = {New}") != std::string::npos);
    CHECK(changed.find("fond         = {5}") != std::string::npos);
    CHECK(changed.ends_with("end\n"));
    // Another dialect is written anew.
    CHECK(write_items(items, "bibtex")->value.find("c # {x}") == std::string::npos);
}

TEST_CASE("keys are made by pattern, and kept apart") {
    Item item;
    Name author;
    author.family = "Đilas";
    item.names.set(Variable::author, {author});
    item.dates.set(Variable::issued, *parse_edtf("1961-03"));
    item.texts.set(Variable::title, "The conversations with Stalin");
    auto const key = [](Items const& items, std::string const& pattern) {
        WriteOptions options;
        options.key_pattern = pattern;
        auto const text = write_items(items, "biblatex", options)->value;
        std::string keys;
        for (auto at = text.find('@'); at != std::string::npos; at = text.find("\n@", at + 1))
            keys += text.substr(text.find('{', at) + 1, text.find(',', at) - text.find('{', at) - 1) + " ";
        return keys;
    };
    CHECK(key({item}, "[auth][year][veryshorttitle]") == "Dilas1961Conversations ");
    CHECK(key({item}, "[auth:lower]-[shortyear]-[shorttitle:4]") == "dilas-61-Conv ");
    CHECK(key({item, item, item}, "[auth]") == "Dilas Dilasa Dilasb ");
    item.id = "http://zotero.org/a b";
    CHECK(key({item}, "") == "http://zotero.org/a-b ");
    CHECK(read_items(write_items({item}, "biblatex")->value, "biblatex")->value == Items{item});
}

TEST_CASE("capitals are held where styles would take them") {
    struct Title {
        char const* title;
        char const* expected;
    };
    for (auto const& row : {
             Title{"Letter from Khrushchev to Mao", "{Letter from {Khrushchev} to {Mao}}"},
             Title{"Conversation between Khrushchev and Mao",
                   "{Conversation between {Khrushchev} and {Mao}}"},
             Title{"Sino-Korean Conflict during the Korean War",
                   "{Sino-Korean Conflict during the Korean War}"},
             Title{"Information on the Situation in the DPRK",
                   "{Information on the Situation in the {DPRK}}"},
             Title{"The Potsdam Conference", "{The {Potsdam} Conference}"},
             Title{"The Potsdam Conference in its own words",
                   "{The {Potsdam} {Conference} in its own words}"},
             Title{"Clement and Agreements, in Florence", "{Clement and Agreements, in {Florence}}"},
             Title{"The Origins of the Cold War: NATO and SEATO",
                   "{The Origins of the Cold War: {NATO} and {SEATO}}"},
         }) {
        Item item;
        item.id = "a";
        item.texts.set(Variable::title, row.title);
        auto const text = write_items({item}, "biblatex")->value;
        CAPTURE(text);
        CHECK(text.find(row.expected) != std::string::npos);
        CHECK(read_items(text, "biblatex")->value == Items{item});
    }
}

TEST_CASE("titles in sentence case, where that is asked for") {
    ReadOptions options;
    options.sentence_case = true;
    for (auto const& row : {
             Row{"title={The Origins of the {Cold War}: a Study}", "The origins of the Cold War: A study"},
             Row{"title={A High-Resolution Digital-to-RF Converter}, langid={english}",
                 "A high-resolution digital-to-RF converter"},
             Row{"title={NATO, MacDonald and the {\\'E}migr{\\'e}s. Part II}",
                 "NATO, MacDonald and the émigrés. Part II"},
             Row{"title={Reading \\emph{War and Peace} in {Moscow}}",
                 "Reading <i>War and Peace</i> in <span class=\"nocase\">Moscow</span>"},
             Row{"title={Der Kalte Krieg}, langid={german}", "Der Kalte Krieg"},
         }) {
        CAPTURE(row.text);
        auto const items = read_items("@book{a, " + std::string(row.text) + "}", "biblatex", options);
        CHECK(items->value[0].text(Variable::title) == row.expected);
    }
}

TEST_CASE("an entry with a book and a journal keeps both") {
    auto const item =
        read_items("@inproceedings{a, booktitle={Proceedings}, journal={Newsletter}}", "bibtex")->value[0];
    CHECK(item.text(Variable::container_title) == "Proceedings");
    CHECK(item.foreign == std::vector<ForeignField>{{"bibtex", "journal", "Newsletter"}});
    auto const other =
        read_items("@article{a, booktitle={Proceedings}, journal={Newsletter}}", "bibtex")->value[0];
    CHECK(other.text(Variable::container_title) == "Newsletter");
    CHECK(other.foreign == std::vector<ForeignField>{{"bibtex", "booktitle", "Proceedings"}});
}

TEST_CASE("addresses in howpublished") {
    for (auto const& row : {
             Row{"\\url{http://y.org/a\\_b~c}", R"("URL":"http://y.org/a_b~c")"},
             Row{"https://y.org", R"("URL":"https://y.org")"},
             Row{"Available at \\url{http://y.org} (1 May)", R"(Available at \\url{http://y.org} (1 May))"},
             Row{"Mimeographed", R"("publisher":"Mimeographed")"},
         }) {
        CAPTURE(row.text);
        auto const got = read("@misc{a, howpublished={" + std::string(row.text) + "}}");
        CAPTURE(got);
        CHECK(got.find(row.expected) != std::string::npos);
    }
}

TEST_CASE("a key by pattern that is given twice costs no id") {
    Item item;
    item.id = "nagy";  // what the pattern gives too
    item.names.set(Variable::author, {Name{"nagy", "", "", "", "", "", false, false, false}});
    WriteOptions options;
    options.plain = true;
    options.key_pattern = "[auth]";
    auto const written = write_items({item, item}, "biblatex", options);
    CHECK(written->diagnostics.empty());
    CHECK(written->value.find("@misc{nagya,") != std::string::npos);
}

TEST_CASE("an address that braces keep out of its field is not lost") {
    Item item;
    item.id = "a";
    item.texts.set(Variable::URL, "@book{");
    auto const written = write_items({item}, "biblatex");
    CHECK(read_items(written->value, "biblatex")->value == Items{item});
}

TEST_CASE("BibTeX's words for a place and a date say nothing twice") {
    Item item;
    item.type = ItemType::manuscript;
    item.id = "a";
    item.texts.set(Variable::archive, "Bundesarchiv");
    item.texts.set(Variable::archive_collection, "R 43-I");
    item.texts.set(Variable::archive_location, "R 43-I/1307");
    item.dates.set(Variable::issued, *parse_edtf("1920-05-01/1920-08-31"));
    auto const written = write_items({item}, "bibtex")->value;
    CAPTURE(written);
    CHECK(written.find("{Bundesarchiv, R 43-I/1307}") != std::string::npos);
    CHECK(written.find("{1920}") != std::string::npos);
    CHECK(read_items(written, "bibtex")->value == Items{item});
}

TEST_CASE("no field is written twice, and none is lost for it") {
    struct Case {
        std::string source, format;
    };
    Case const cases[] = {
        {"@book{a, langid={german}, language={langlatin}, title={T}}", "bibtex"},
        {"@book{a, title={1}, title={2}}", "biblatex"},
        {"@book{a, OPTIONS={x}, options={y}, title={T}}", "biblatex"},
    };
    for (auto const& c : cases) {
        CAPTURE(c.source);
        auto const items = read_items(c.source, "biblatex")->value;
        auto const written = write_items(items, c.format);
        CAPTURE(written->value);
        auto const again = read_items(written->value, c.format);
        CHECK(again->value == items);
        CHECK(again->diagnostics.empty());
    }
}
