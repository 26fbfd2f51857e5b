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
    std::string out;
    for (auto const& item : items->value) out += to_csl_json(item) + '\n';
    for (auto const& diagnostic : items->diagnostics) out += diagnostic.rule + "\n";
    return out;
}

Items items_of(std::string_view text) { return read_items(text, "biblatex")->value; }

}  // namespace

// The cases are named, and stand in the order in which the known losses of other converters are listed; a
// case has as many rows as it has sides. `holds` is a piece of the CSL-JSON, or the rule of a finding.
TEST_CASE("what other converters lose is kept") {
    for (
        auto const& row : {
            // inheritance
            Row{"crossref",
                "@incollection{a, title={C}, crossref={p}}@collection{p, title={P}, subtitle={S}, "
                "publisher={Q}}",
                R"("container-title":"P: S","publisher":"Q")"},
            Row{"crossref: the link stays", "@inbook{a, title={C}, crossref={p}}@book{p, title={P}}",
                R"("name":"crossref","value":"p")"},
            Row{"crossref: a parent that no table has",
                "@incollection{a, title={C}, crossref={p}}@book{p, title={P}, subtitle={S}}",
                R"("title":"C","container-title":"P: S")"},
            Row{"crossref: and that is told", "@incollection{a, crossref={p}}@book{p, title={P}}",
                "unusual-crossref"},
            Row{"xdata", "@xdata{x, publisher={P}}@book{a, xdata={x}}",
                R"({"id":"a","type":"book","publisher":"P",)"},
            Row{"xdata: the link stays", "@xdata{x, publisher={P}}@book{a, xdata={x}}",
                R"("name":"xdata","value":"x")"},
            // macros
            Row{"macros and #", "@string{cup = {Cambridge UP}}@book{a, publisher = cup # \", Ltd\"}",
                R"("publisher":"Cambridge UP, Ltd")"},
            Row{"a day in the month", "@misc{a, year=1961, month = feb # \"~14\"}",
                R"("date-parts":[[1961,2,14]])"},
            Row{"an undefined macro", "@article{a, journaltitle = nosuch}", R"("container-title":"nosuch")"},
            Row{"an undefined macro: and that is told", "@article{a, journaltitle = nosuch}",
                "undefined-macro"},
            Row{"@string in parentheses", "@string(c = {C})@book{a, title=c}", R"("title":"C")"},
            // texts
            Row{"braces and case", "@book{a, title={Letter to Roe in \\emph{Pravda}}}",
                R"("title":"Letter to Roe in <i>Pravda</i>")"},
            Row{"braces and case: the letters that braces hold",
                "@book{a, title={The Origins of the {Cold War}}}",
                R"(of the <span class=\"nocase\">Cold War</span>)"},
            Row{"accents", "@book{a, author={\\textcommabelow{S}tef\\u{a}nescu, A}}",
                R"("family":"Ștefănescu")"},
            Row{"accents: two on a letter", "@book{a, title={Nguy{\\~\\^e}n}}", "Nguyễn"},
            Row{"accents: Cyrillic", "@book{a, title={{\\cyrchar\\CYRM}{\\cyrchar\\cyri}{\\cyrchar\\cyrr}}}",
                "Мир"},
            Row{"accents: a command no table has", "@book{a, title={x \\nosuch{y}}}", R"(x \\nosuch{y})"},
            Row{"accents: and that is told", "@book{a, title={x \\nosuch{y}}}", "unknown-command"},
            // names and lists
            Row{"names", "@book{a, author={van der Berg, Jr., Jan}}",
                R"([{"family":"Berg","given":"Jan","non-dropping-particle":"van der","suffix":"Jr."}])"},
            Row{"names: useprefix", "@book{a, options={useprefix=false}, author={Ludwig van Beethoven}}",
                R"("dropping-particle":"van")"},
            Row{"an institution", "@book{a, author={{Ministry of Trade and Industry}}}",
                R"([{"literal":"Ministry of Trade and Industry"}])"},
            Row{"and others", "@book{a, author={Doe, J. and others}}", R"([{"family":"Doe","given":"J."}])"},
            Row{"and others: and that is kept", "@book{a, author={Doe, J. and others}}",
                R"("name":"moreauthor")"},
            Row{"extended names", "@book{a, author={family=Mao, given=Zedong, given-i={Z}}}",
                R"([{"family":"Mao","given":"Zedong"}])"},
            Row{"extended names: all they say", "@book{a, author={family=Mao, given=Zedong, given-i={Z}}}",
                "given-i={Z}"},
            Row{"extended names: useprefix", "@book{a, author={family=Roe, prefix=de la, useprefix=false}}",
                R"("dropping-particle":"de la")"},
            Row{"lists", "@book{a, publisher={A and {C and D}}}", R"("publisher":"A; C and D")"},
            // dates
            Row{"circa", "@book{a, date={1961~}}", R"("issued":{"date-parts":[[1961]],"circa":true})"},
            Row{"uncertain", "@book{a, date={1961?}}", R"("edtf":"1961?")"},
            Row{"an open range", "@book{a, date={1961/}}", R"("edtf":"1961/..")"},
            Row{"a season", "@book{a, date={1961-21}}", R"("issued":{"date-parts":[[1961]],"season":1})"},
            Row{"a decade", "@book{a, date={196X}}", R"([[1960],[1969]])"},
            Row{"before Christ", "@book{a, date={-0043}}", R"([[-44]])"},
            Row{"a year in words", "@book{a, year={n.d.}}", R"("issued":{"literal":"n.d."})"},
            Row{"a year in words: a guess and the words", "@book{a, year={[1961?]}}",
                R"({"edtf":"1961?","raw":"[1961?]"})"},
            Row{"a year in words: a range", "@book{a, year={1961--1963}}", R"("date-parts":[[1961],[1963]])"},
            Row{"the original",
                "@book{a, origdate={1911-04}, origlocation={Wien}, origtitle={T}, origlanguage={german}}",
                R"("original-publisher-place":"Wien","original-title":"T")"},
            Row{"the original: its date", "@book{a, origdate={1911-04}}",
                R"("original-date":{"date-parts":[[1911,4]]})"},
            Row{"the original: its year alone", "@book{a, origyear={1936}}",
                R"("original-date":{"date-parts":[[1936]]})"},
            // links
            Row{"pages with the word for them", "@article{a, pages={pp.~63--96}}", R"("page":"63-96")"},
            Row{"a manuscript that was not published", "@unpublished{a, howpublished={typescript}}",
                R"("medium":"typescript")"},
            Row{"a year of three digits", "@manuscript{a, date={c. 840}}",
                R"("issued":{"date-parts":[[840]],"circa":true})"},
            Row{"a generation behind the first names",
                "@book{a, author={Roe, Ann Lee, Jr. and Sam van Doe, III}}",
                R"("author":[{"family":"Roe","given":"Ann Lee","suffix":"Jr."},)"
                R"({"family":"Doe","given":"Sam","non-dropping-particle":"van","suffix":"III"}])"},
            Row{"verbatim", "@online{a, url={https://e.org/a%20b_c~d?y={z}#f}, doi={10.1/(S)1<1::A>3-_}}",
                R"("DOI":"10.1/(S)1<1::A>3-_","URL":"https://e.org/a%20b_c~d?y={z}#f")"},
            Row{"verbatim: escaped", "@online{a, url={http://x.org/a\\_b\\%20c}}",
                R"("URL":"http://x.org/a_b%20c")"},
            Row{"verbatim: escaped by Mendeley",
                "@online{a, url={http://x.org/{\\~{}}a{\\_}b{\\%}20c{\\#}d}, "
                "doi={10.1/a{\\_}(S)1{\\textless}2{\\textgreater}}}",
                R"("DOI":"10.1/a_(S)1<2>","URL":"http://x.org/~a_b%20c#d")"},
            Row{"verbatim: broken over lines", "@online{a, url={http://x.org/a/\n\t\tb}}",
                R"("URL":"http://x.org/a/b")"},
            Row{"words in place of an address", "@online{a, url={Held by the author}}",
                R"("URL":"Held by the author")"},
            Row{"an address in howpublished", "@misc{a, howpublished={\\url{http://y.org/a_b}}}",
                R"("URL":"http://y.org/a_b")"},
            Row{"an address in a note", "@misc{a, note={See \\href{http://y.org}{there}}}",
                R"(See there (http://y.org))"},
            // fields and types
            Row{"unknown fields", "@book{a, fond={5}, x-custom={{B}r}}",
                R"("name":"fond","value":"5"},{"format":"bibtex","name":"x-custom","value":"{B}r")"},
            Row{"custom fields", "@book{a, usera={U}, verba={V}, lista={one and two}}",
                R"("name":"lista","value":"one and two")"},
            Row{"an unknown type", "@archival{a, repository={RGANI}}",
                R"("name":"entrytype","value":"archival")"},
            Row{"a letter", "@letter{a, author={Doe, J}, title={T}}", R"("type":"personal_communication")"},
            Row{"a letter: in an archive", "@letter{a, library={TNA}, note={FO 371/1}}",
                R"("type":"manuscript")"},
            Row{"a collection is no data set", "@collection{a, title={T}}", R"("type":"book")"},
            Row{"roles", "@book{a, editor={Roe, A}, editortype={compiler}}",
                R"("compiler":[{"family":"Roe","given":"A"}])"},
            Row{"roles: Zotero's other creators", "@book{a, collaborator={Roe, A}}",
                R"("contributor":[{"family":"Roe","given":"A"}])"},
            Row{"roles: Zotero's contributor", "@letter{a, editora={Roe, A}, editoratype={collaborator}}",
                R"("contributor":[{"family":"Roe","given":"A"}])"},
            Row{"roles: others", "@book{a, editora={Roe, A}, editoratype={redactor}}",
                R"("value":"redactor")"},
            Row{"annotations", "@book{a, title+an:lang={=\"ru-latn\"}}",
                R"("name":"title+an:lang","value":"=\"ru-latn\"")"},
            Row{"options and other keys", "@book{a, ids={b, c}, options={useprefix=true}}",
                R"("name":"ids","value":"b, c")"},
            Row{"a comma in a keyword", "@book{a, keywords={x, {Sino-Soviet, split}}}",
                R"("keyword":"x, Sino-Soviet, split")"},
            Row{"pages", "@article{a, pages={12--15, e1--e2, 100–-104}}",
                R"("page":"12-15, e1-e2, 100-104")"},
            Row{"pages: of folios", "@book{a, pages={3--5}, pagination={folio}}",
                R"("name":"pagination","value":"folio")"},
            Row{"a volume with a title", "@book{a, title={V}, maintitle={M}, volume={2}, part={B}}",
                R"("title":"M","volume-title":"V","part":"B","volume":"2")"},
            // what stands twice, what is no entry
            Row{"a key twice", "@book{a, title={1}}@book{a, title={2}}", R"("title":"2")"},
            Row{"a key twice: and that is told", "@book{a, title={1}}@book{a, title={2}}", "duplicate-key"},
            Row{"a field twice", "@book{a, title={1}, title={2}}",
                R"("title":"1","custom":{"fonds":{"foreign":[{"format":"bibtex","name":"title","value":"2"}]}})"},
            Row{"a field twice: and that is told", "@book{a, title={1}, title={2}}", "duplicate-field"},
            Row{"an entry after %", "% @book{x, title={X}}\n@book{a, title={T}}",
                "{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"}\ncommented-entry"},
            Row{"entries in comments and preambles",
                "@comment{ @book{x, title={X}} }@preamble{\"@book{y}\"}\n@book{a, title={T}}",
                R"({"id":"a","type":"book","title":"T"})"},
            // bytes
            Row{"a byte order mark", "\xEF\xBB\xBF@book{a, title={T}}",
                R"({"id":"a","type":"book","title":"T"})"},
            Row{"Latin-1", "@book{a, title={Caf\xE9}}", "Café"},
            Row{"Latin-1: and that is told", "@book{a, title={Caf\xE9}}", "encoding-guessed"},
            // damage
            Row{"an open brace", "@book{a, title={A, year=1970\n}\n@book{z, title={Z}}",
                R"({"id":"z","type":"book","title":"Z"})"},
            Row{"an open brace: the field after it", "@book{a, title={A, year=1970\n}\n@book{z, title={Z}}",
                R"("title":"A","issued":{"date-parts":[[1970]]})"},
            Row{"a comma missing", "@book{a, title={A} year=1970}",
                R"("title":"A","issued":{"date-parts":[[1970]]})"},
            Row{"a key with a space", "@book{a b, title={A}}", R"("title":"A")"},
            Row{"no key", "@book{, title={A}}", R"("title":"A")"},
            Row{"an open quote", "@book{a, title=\"A, year=1970}\n@book{z, title={Z}}",
                R"({"id":"z","type":"book","title":"Z"})"},
            Row{"a truncated file", "@book{a, title={A}}\n@book{b, title={B",
                R"({"id":"b","type":"book","title":"B"})"},
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
    for (auto at = text.find("RGANI"); at < text.find("verbc"); at = text.find("RGANI", at))
        text.replace(at, 5, "GARF!");
    auto const conflict = read_items(text, "biblatex");
    REQUIRE(conflict->diagnostics.size() == 1);
    CHECK(conflict->diagnostics[0].rule == "lossless-conflict");
    CHECK(conflict->value[0].text(Variable::archive) == "GARF!");
}
