// Where conversions of BibTeX and BibLaTeX lose data elsewhere, case by case: what must hold here.
#include <fonds/formats.hpp>

#include "support/catch.hpp"

using namespace fonds;

namespace {

struct Row {
    char const* what;
    char const* bib;
    char const* holds;  ///< a piece of the CSL-JSON, or of the rules of what was found
};

std::string read(std::string_view text) {
    auto const items = read_items(text, "biblatex");
    std::string out = write_items(items->value, "ndjson")->value;
    for (auto const& diagnostic : items->diagnostics) out += diagnostic.rule + "\n";
    return out;
}

Items items_of(std::string_view text) { return read_items(text, "biblatex")->value; }

}  // namespace

TEST_CASE("what other converters lose is kept") {
    for (auto const& row : {
             Row{"xdata leaves no ghost", "@xdata{x, publisher={P}}@book{a, xdata={x}}",
                 R"({"id":"a","type":"book","publisher":"P",)"},
             Row{"macros and #", "@string{cup = {Cambridge UP}}@book{a, publisher = cup # \", Ltd\"}",
                 R"("publisher":"Cambridge UP, Ltd")"},
             Row{"a day in the month", "@misc{a, year=1961, month = feb # \"~14\"}", R"("date-parts":[[1961,2,14]])"},
             Row{"an undefined macro", "@article{a, journaltitle = nosuch}", R"("container-title":"nosuch")"},
             Row{"case", "@book{a, title={Letter to Roe in \\emph{Pravda}}}", R"("title":"Letter to Roe in <i>Pravda</i>")"},
             Row{"a letter under a comma", "@book{a, author={\\textcommabelow{S}tef\\u{a}nescu, A}}", R"("family":"Ștefănescu")"},
             Row{"an institution", "@book{a, author={{Ministry of Trade and Industry}}}",
                 R"([{"literal":"Ministry of Trade and Industry"}])"},
             Row{"extended names", "@book{a, author={family=Mao, given=Zedong, given-i={Z}}}",
                 R"([{"family":"Mao","given":"Zedong"}])"},
             Row{"lists", "@book{a, publisher={A and {C and D}}}", R"("publisher":"A; C and D")"},
             Row{"circa", "@book{a, date={1961~}}", R"("issued":{"date-parts":[[1961]],"circa":true})"},
             Row{"uncertain", "@book{a, date={1961?}}", R"("edtf":"1961?")"},
             Row{"an open range", "@book{a, date={1961/}}", R"("edtf":"1961/..")"},
             Row{"a season", "@book{a, date={1961-21}}", R"("issued":{"date-parts":[[1961]],"season":1})"},
             Row{"a decade", "@book{a, date={196X}}", R"([[1960],[1969]])"},
             Row{"before Christ", "@book{a, date={-0043}}", R"([[-44]])"},
             Row{"no date", "@book{a, year={n.d.}}", R"("issued":{"literal":"n.d."})"},
             Row{"the original", "@book{a, origdate={1911-04}, origlocation={Wien}, origtitle={T}}",
                 R"("original-publisher-place":"Wien","original-title":"T")"},
             Row{"verbatim", "@online{a, url={https://e.org/a%20b_c~d?y={z}#f}, doi={10.1/(S)1<1::A>3-_}}",
                 R"("DOI":"10.1/(S)1<1::A>3-_","URL":"https://e.org/a%20b_c~d?y={z}#f")"},
             Row{"an escaped address", "@online{a, url={http://x.org/a\\_b\\%20c}}", R"("URL":"http://x.org/a_b%20c")"},
             Row{"an address in howpublished", "@misc{a, howpublished={\\url{http://y.org/a_b}}}", R"("URL":"http://y.org/a_b")"},
             Row{"an address in a note", "@misc{a, note={See \\href{http://y.org}{there}}}", R"(See there (http://y.org))"},
             Row{"an unknown type", "@archival{a, repository={RGANI}}", R"("name":"entrytype","value":"archival")"},
             Row{"a letter", "@letter{a, author={Doe, J}, title={T}}", R"("type":"personal_communication")"},
             Row{"a letter in an archive", "@letter{a, library={TNA}, note={FO 371/1}}", R"("type":"manuscript")"},
             Row{"a collection is no data set", "@collection{a, title={T}}", R"("type":"book")"},
             Row{"roles", "@book{a, editor={Roe, A}, editortype={compiler}}", R"("compiler":[{"family":"Roe","given":"A"}])"},
             Row{"other roles", "@book{a, editora={Roe, A}, editoratype={redactor}}", R"("value":"redactor")"},
             Row{"annotations", "@book{a, title+an:lang={=\"ru-latn\"}}", R"("name":"title+an:lang","value":"=\"ru-latn\"")"},
             Row{"options and other keys", "@book{a, ids={b, c}, options={useprefix=true}}", R"("name":"ids","value":"b, c")"},
             Row{"a comma in a keyword", "@book{a, keywords={x, {Sino-Soviet, split}}}", R"("keyword":"x, Sino-Soviet, split")"},
             Row{"mixed dashes in pages", "@article{a, pages={12--15, e1--e2, 100–-104}}", R"("page":"12-15, e1-e2, 100-104")"},
             Row{"pagination", "@book{a, pages={3--5}, pagination={folio}}", R"("name":"pagination","value":"folio")"},
             Row{"a volume with a title", "@book{a, title={V}, maintitle={M}, volume={2}, part={B}}",
                 R"("title":"M","volume-title":"V","part":"B","volume":"2")"},
             Row{"the second of two fields", "@book{a, title={1}, title={2}}", R"("name":"title","value":"2")"},
             Row{"entries in comments", "@comment{ @book{x, title={X}} }\n@book{a, title={T}}", R"({"id":"a","type":"book","title":"T"})"},
             Row{"a key of other letters", "@book{а33ключ:x/1+2, title={T}}", R"("id":"а33ключ:x/1+2")"},
         }) {
        CAPTURE(row.what, row.bib);
        auto const got = read(row.bib);
        CAPTURE(got);
        CHECK(got.find(row.holds) != std::string::npos);
    }
    CHECK(items_of("@comment{ @book{x, title={X}} }@preamble{\"@book{y, title={Y}}\"}@book{a}").size() == 1);
    CHECK(items_of("@book{a, title={1}}@book{a, title={2}}").size() == 2);
}

TEST_CASE("what was read goes back into the same fields") {
    for (auto const* bib : {
             "@incollection{a, title={C}, crossref={p}}\n@collection{p, title={P}}",
             "@book{a, author={Doe, J. and others}}",
             "@book{a, author={family=Mao, given=Zedong, given-i={Z}}}",
             "@book{a, publisher={A and {C and D}}, location={Paris and London}}",
             "@book{a, date={1961~}}",
             "@book{a, date={1961-05-03/1962-06}, origdate={1911-04}}",
             "@book{a, usera={U}, verba={V}, lista={one and two}, x-custom={{B}r}}",
             "@collection{a, editor={Roe, A}, editortype={compiler}}",
             "@book{a, keywords={x, {Sino-Soviet, split}}, pagination={folio}}",
             "@mvbook{a, title={T}, volumes={3}, langid={german}}",
             "@letter{a, library={TNA}, location={Kew}, note={FO 371/1}}",
             "@unpublished{a, library={RGANI}, eprint={110001}, eprinttype={wcda}}",
             "@thesis{a, type={phdthesis}, institution={CEU}}",
             "@article{a, journaltitle={J}, series={newseries}, number={3}, eid={e7}}",
         }) {
        CAPTURE(bib);
        auto const items = items_of(bib);
        auto const text = write_items(items, "biblatex")->value;
        CAPTURE(text);
        auto const again = read_items(text, "biblatex");
        CHECK(again->value == items);
        CHECK(again->diagnostics.size() <= read_items(bib, "biblatex")->diagnostics.size());
    }
}

TEST_CASE("the lossless field is checked against what can be read beside it") {
    Item item;
    item.id = "a";
    item.type = ItemType::manuscript;
    item.texts.set(Variable::title, "Memorandum");
    item.reference.repository = "RGANI";
    item.reference.levels = {{"fond", "f.", "5"}, {"opis", "op.", "28"}};
    for (auto const* format : {"biblatex", "bibtex", "biblatex-chicago"}) {
        CAPTURE(format);
        auto text = write_items({item}, format)->value;
        CAPTURE(text);
        CHECK(read_items(text, format)->diagnostics.empty());
        text.replace(text.find("{Memorandum}"), 12, "{Telegram}");
        auto const edited = read_items(text, format);
        CHECK(edited->value[0].text(Variable::title) == "Telegram");
        CHECK(edited->value[0].reference == item.reference);
        CHECK(edited->diagnostics.empty());
    }
    auto text = write_items({item}, "biblatex")->value;
    for (auto at = text.find("RGANI"); at < text.find("verbc"); at = text.find("RGANI", at)) text.replace(at, 5, "GARF!");
    auto const conflict = read_items(text, "biblatex");
    REQUIRE(conflict->diagnostics.size() == 1);
    CHECK(conflict->diagnostics[0].rule == "lossless-conflict");
    CHECK(conflict->value[0].text(Variable::archive) == "GARF!");
}
