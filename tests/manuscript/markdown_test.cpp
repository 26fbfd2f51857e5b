#include <fonds/document.hpp>

#include "base/text.hpp"
#include "support/catch.hpp"
#include "support/manuscripts.hpp"

using namespace fonds;
using namespace fonds::test;

TEST_CASE("notes of Markdown") {
    struct Case {
        char const* text;
        std::vector<std::string> notes;
    };
    auto const cases = std::vector<Case>{
        {"War.[^1]\n\n[^1]: RGANI, f. 5.\n", {"1: RGANI, f. 5."}},
        {"War.[^1] Peace.[^2]\n[^1]: A.\n[^2]: B.\n", {"1: A.", "2: B."}},
        {"War.[^a]\n\n[^a]: RGANI,\nf. 5.\n\nNo note.\n", {"1: RGANI, f. 5."}},
        {"War.[^a]\n\n[^a]: First.\n\n    Second.\n\n[^b]: Never called.\n",
         {"1: First.\nSecond.", ": Never called."}},
        {"One.^[Inline *title* note.] Two.^[With [brackets] and `code]`.]\n",
         {"1: Inline title note.", "2: With [brackets] and code]."}},
        {"B.[^b] A.[^a] B again.[^b]\n\n[^a]: Aa.\n\n[^b]: Bb.\n", {"1: Bb.", "2: Aa."}},
        {"X.[^1]\n\n[^1]: *Russia in the Age,* 277-291; **bold**; _Kantsler_ snake_case 2*3.\n",
         {"1: Russia in the Age, 277-291; bold; Kantsler snake_case 2*3."}},
        {"X.[^1]\n\n[^1]: [text](http://a.b/c_d \"t\") <http://e.f/_g_> \\*star\\* a&amp;b&nbsp;c.\n",
         {"1: text http://e.f/_g_ *star* a&b\u00A0"
          "c."}},
        {"X.[^1]\n\n```\n[^2]: code\n```\n\n[^1]: A.\n", {"1: A."}},
        {"X.[^1]\n\n<!-- [^2]: hidden\n-->\n[^1]: A.\n", {"1: A."}},
        {"X.[^1]\n\n> Quoted.[^2]\n>\n> [^2]: B,\n> b.\n>\n>     More.\n\n[^1]: A.\n",
         {"1: A.", "2: B, b.\nMore."}},
        {"X.[^1]\n\n> ```\n> [^2]: code\n> ```\n> Verse:\n>\n>     of old[^3]\n\n[^1]: A.\n[^3]: C.\n",
         {"1: A.", "3: C."}},
        {"- X.[^1]\n\n    [^1]: A.\n\n        More.\n\n    Still the list.\n- Y.[^2]\n\n  [^2]: B.\n",
         {"1: A.\nMore.", "2: B."}},
        {"X.[^1]\n\n[^1] : Voir A.\n", {"1: Voir A."}},
        {"X.[^1]\n\n[^1]: Claim\n#3 b.\n## Sources\nText.\n", {"1: Claim #3 b."}},
        {"War.\\footnote{RGANI, \\{f. 5\\}, *Op.* {28}.} Peace.[^a] \\footnote{open\n\n[^a]: GARF.\n",
         {"1: RGANI, {f. 5}, Op. {28}.", "2: GARF."}},
        {"---\ntitle: \"[^9]\"\n---\n\nX.[^1]\n\n[^1]: The 14^e^ siècle, Fonds[^2].\n",
         {"1: The 14e siècle, Fonds[2]."}},
        {"---\ntitle: 'The War^[*Read* in Kyiv.]'\nabstract: |\n  It began.[^1]\n---\n\nX.[^2]\n\n[^1]: "
         "A.\n[^2]: B.\n",
         {"1: Read in Kyiv.", "2: A.", "3: B."}},
        {"Typed.[1][2]\n\n[1] *RGANI*, f. 5.\n\n[2] See <http://a.b>.\n",
         {"1: RGANI, f. 5.", "2: See http://a.b."}},
        {"X.[^1]\n\n$$\nx^[2]\n$$\n\n[^1]: It cost $5 or $$10 then.^[no]\n",
         {"1: It cost $5 or $$10 then.^[no]"}},
        {"X.[^a] See [p. 15][#w05] and [#w05], [#12] [b][#12].\n\n[^a]: A, [p. 3][#w05].\n\n[#w05]: Westad, "
         "*War* "
         "(CUP, 2005).\n\n[#12]: https://a.b\n",
         {"1: A, p. 3[#w05].", ": Westad, War (CUP, 2005)."}},
        {"X.[^1]\n\n    code[^2]\n\n- a list\n\n    goes on[^3]\n\n[^1]: A.\n[^3]: C.\n", {"1: A.", "3: C."}},
        {"X.[^a]\n\n[^a]: A, as in[^b].\n[^b]: B.\n", {"1: A, as in[2].", "2: B."}},
        {"X.[^a]\n\n[^a]: Two:\n\n    - one\n    - two\n", {"1: Two:\n- one\n- two"}},
        {"| a |\n|---|\n| x[^a] |\n\n[^a]: <em>A</em> <!-- no -->b.\n", {"1: A b."}},
        {"X.[^1]  \n\n[^1]: Two  spaces\\\nand a break.\n", {"1: Two spaces and a break."}},
        {"Typed.[1]\n\n[1] RGANI.\n", {"1: RGANI."}},
        {"X.[^1]\r\n\r\n[^1]: RGANI,\r\n    f. 5.\r\n", {"1: RGANI, f. 5."}},
        {"X.[^1]\n\n[^1]:\n    RGANI.\n", {"1: RGANI."}},
        {"X[^1]\n\n[^1]: Ll. 34--59 --- see <http://a.b/c--d> and www.a.b/e---f, `g--h` ----.\n",
         {"1: Ll. 34–59 — see http://a.b/c--d and www.a.b/e---f, g--h ----."}},
        {"X[^1]\n\n[^1]: The `*code*` and ***both***.", {"1: The *code* and both."}},
        {"X[^1]\n\n[^1]: f.\\ 5, ==op. 2==, ~~d.~~ H~2~O, a==b, www.a.b/~c/~d.",
         {"1: f.\u00A0"
          "5, op. 2, d. H2O, a==b, www.a.b/~c/~d."}},
        {"X.[^1] %%see [^9]%%\n\n[^1]: See [[RGANI]], [[a page|GARF]], ![[b.png]] [[1]](#x).\n",
         {"1: See RGANI, GARF, [1]."}},
        {"X.[^1]\n{: .lead}\n\n::: {.callout}\n[^1]:\n    RGANI.\n    {: .note}\n:::\n", {"1: RGANI."}},
        {"X.[^1] Y.[^2]\n\n[^1]: > RGANI.\n[a]: http://a.b\n[^2]: GARF.\n", {"1: RGANI.", "2: GARF."}},
        {"X.[^An inline note, f. 5.] Y.^[GARF.]\n", {"1: An inline note, f. 5.", "2: GARF."}},
        {"X.[^1]\n\n[^1]: Two^[one].\n", {"1: Two^[one]."}},
        {"War.<sup>1</sup> Peace.<sup>2</sup>\n\n## Notes\n\n1. RGANI.\n2. GARF.\n",
         {"1: RGANI.", "2: GARF."}},
        {"War.<sup id=\"a\">[1](#n1)</sup> Peace.<sup>[2](#n2)</sup>\n\n<p id=\"n1\">1. RGANI.</p>\n\n<p "
         "id=\"n2\">2. GARF.</p>\n",
         {"1: RGANI.", "2: GARF."}},
        {"War[\\[1\\]](#a) and peace[\\[2\\]](#b).\n\n[\\[1\\]](#c) RGANI.\n\n[\\[2\\]](#d) *GARF*. "
         "[↩](#e)\n",
         {"1: RGANI.", "2: GARF."}},
    };
    for (auto const& c : cases) {
        INFO(c.text);
        auto const document = read_document_bytes(c.text, "-", "md");
        REQUIRE(document);
        CHECK(numbered_notes(*document) == c.notes);
        check_maps(*document);
    }
}

TEST_CASE("notes between the tags of site generators") {
    struct Case {
        char const* text;
        std::vector<std::string> notes;
        char const* body;
    };
    auto const cases = std::vector<Case>{
        // Hugo
        {"War.{{< sidenote >}}RGANI, *f.* 5.{{< /sidenote >}} Peace.{{% footnote %}}GARF.{{% /footnote %}}\n",
         {"1: RGANI, f. 5.", "2: GARF."},
         "War.[1] Peace.[2]"},
        {"War.{{<sidenote \"right\" \"a\" \"words\">}}\n\nRGANI,\nf. 5.\n\n- op. 2\n{{</sidenote>}} More.\n",
         {"1: RGANI, f. 5.\n- op. 2"},
         "War.[1] More."},
        {"War.{{< fn \"RGANI, f. 5.\" >}} Peace.{{< footnote id=\"b\" text='GARF.' />}}\n",
         {"1: RGANI, f. 5.", "2: GARF."},
         "War.[1] Peace.[2]"},
        {"War.{{</* sidenote */>}}no{{</* /sidenote */>}} {{< ref \"a\" >}}[^1]\n\n[^1]: A.\n",
         {"1: A."},
         "War.{{</* sidenote />}}no{{</ /sidenote */>}} {{< ref \"a\" >}}[1]"},
        // Jekyll
        {"War.{% sidenote 'sn-1' 'RGANI, the reader\\'s *list*.' %} Peace.{%- marginnote \"m\" \"GARF.\" "
         "-%}\n",
         {"1: RGANI, the reader's list.", "2: GARF."},
         "War.[1] Peace.[2]"},
        {"War.{% sidenote side1 RGANI, f. 5. %} {% sidenote 'A note, alone.' %}\n",
         {"1: RGANI, f. 5.", "2: A note, alone."},
         "War.[1] [2]"},
        {"War{% fn %} and peace{% fn %}.\n{% footnotes %}\n   {% fnbody %}\n    <p>RGANI.</p>\n\n    More.\n "
         "  "
         "{% endfnbody %}\n{% fnbody %}GARF.{% endfnbody %} {% fnbody %}Never.{% endfnbody %}\n{% "
         "endfootnotes %}\nEnd.\n",
         {"1: RGANI.\nMore.", "2: GARF.", "3: Never."},
         "War[1] and peace[2].\nEnd."},
        {"War.{% fn 3 %}\n\n{% footnotes %}{% fnbody 3 %}RGANI.{% endfnbody %}{% endfootnotes %}\n",
         {"3: RGANI."},
         "War.[3]"},
        {"War.{% fn_ref 1 %} Peace.{% fn_ref 2 %}\n\n{% footnotes %}\n  {% fn RGANI, 5 % of it. %}\n  {% fn "
         "GARF. %}\n{% endfootnotes %}\n",
         {"1: RGANI, 5 % of it.", "2: GARF."},
         "War.[1] Peace.[2]"},
        {"War {% fn 1 %}.\n\n{{ 'See \"RGANI\", f. 5.' | fndetail: 1 }}\n{{ page.title | upcase }}\n",
         {"1: See \"RGANI\", f. 5."},
         "War [1].\n{{ page.title | upcase }}"},
        {"{% raw %}{% fn \"no note\" %}{% endraw %} A{% comment %}{% fn %}{% endcomment %}.[^1]\n\n[^1]: "
         "A.\n",
         {"1: A."},
         "{% raw %}{% fn \"no note\" %}{% endraw %} A.[1]"},
        {"See {% footnoteref \"a\" \"RGANI, f. 5.\" %}the list{% endfootnoteref %}.\n",
         {"1: RGANI, f. 5."},
         "See [1]the list."},
        {"Open.{{< sidenote >}} and on.[^1]\n\n[^1]: A.\n", {"1: A."}, "Open.{{< sidenote >}} and on.[1]"},
    };
    for (auto const& c : cases) {
        INFO(c.text);
        auto const document = read_document_bytes(c.text, "-", "md");
        REQUIRE(document);
        CHECK(numbered_notes(*document) == c.notes);
        CHECK(trim(document->text) == c.body);
        check_maps(*document);
    }
}

TEST_CASE("works that a site generator's tag cites") {
    auto const document = read_document_bytes(
        "See {% cite westad2005 doe --locator 15 %}.[^1]\n\n[^1]: A, {{< cite key=\"roe\" >}}.\n", "-", "md");
    REQUIRE(document);
    REQUIRE(document->embedded.size() == 2);
    CHECK(document->embedded[0].key == "westad2005");
    CHECK(document->embedded[1].key == "doe");
    CHECK(slice(document->text, document->embedded[1].span) == "{% cite westad2005 doe --locator 15 %}");
    REQUIRE(document->notes.at(0).embedded.size() == 1);
    CHECK(document->notes[0].embedded[0].key == "roe");
    CHECK(document->notes[0].embedded[0].is_by_key());
}

TEST_CASE("a label with a space is read, and told") {
    auto const document =
        read_document_bytes("A.[^note 1] B.[^See note 1, f. 5.]\n\n[^note 1]: RGANI, f. 5.\n", "-", "md");
    REQUIRE(document);
    REQUIRE(document->notes.size() == 2);
    CHECK(document->notes[0].text == "RGANI, f. 5.");
    CHECK(document->notes[1].text == "See note 1, f. 5.");
    CHECK(trim(document->text) == "A.[1] B.[2]");
    REQUIRE(document->diagnostics.size() == 1);
    CHECK(document->diagnostics[0].rule == "spaced-label");
    CHECK(slice(document->parts[0].bytes, document->diagnostics[0].span) == "note 1");
}

TEST_CASE("italics and citations of Markdown keep their places") {
    auto const document = read_document_bytes(
        "War, see @smith [p. 3].[^1]\n\n[^1]: See *The War*, [see @doe1999, p. 34; -@{roe 1}]. a@b.c\n", "-",
        "md");
    REQUIRE(document);
    REQUIRE(document->notes.size() == 1);
    auto const& note = document->notes[0];
    REQUIRE(note.italics.size() == 1);
    CHECK(slice(note.text, note.italics[0]) == "The War");
    REQUIRE(note.embedded.size() == 2);
    CHECK(note.embedded[0].key == "doe1999");
    CHECK(note.embedded[1].key == "roe 1");
    CHECK(slice(note.text, note.embedded[0].span) == "[see @doe1999, p. 34; -@{roe 1}]");
    REQUIRE(document->embedded.size() == 1);
    CHECK(document->embedded[0].key == "smith");
}

TEST_CASE("calls of Markdown that lead nowhere") {
    auto const document =
        read_document_bytes("A.[^1] B.[^lost]\n\n[^1]: X.\n[^1]: Y.\n[^2]: Z.\n", "-", "md");
    REQUIRE(document);
    std::vector<std::string> rules;
    for (auto const& diagnostic : document->diagnostics) rules.push_back(diagnostic.rule);
    CHECK(rules == std::vector<std::string>{"duplicate-note", "call-without-note", "note-without-call"});
    CHECK(slice(document->parts[0].bytes, document->diagnostics[1].span) == "[^lost]");
    CHECK(document->notes[document->diagnostics[0].note].text == "Y.");

    auto const named =
        read_document_bytes("A.[^diary] B.[^diary]\n\n[^diary]: X.\n\n[^diary]: Y.\n", "-", "md");
    REQUIRE(named);
    REQUIRE(named->diagnostics.size() == 1);
    CHECK(named->diagnostics[0].message.find("“diary”") != std::string::npos);
}

TEST_CASE("notes whose definitions lack their colon are not told to be missing") {
    auto const document = read_document_bytes("X.[^1] Y.[^2]\n\n[^1] A.\n\n[^2] B.\n", "-", "md");
    REQUIRE(document);
    CHECK(document->notes.size() == 2);
    CHECK(document->diagnostics.empty());
}

TEST_CASE("a heading of Markdown is a line of its own") {
    auto const document =
        read_document_bytes("## **Sources**\nGray, War.\n# Text\nX.[^1]\n\n[^1]: A.\n", "-", "md");
    REQUIRE(document);
    CHECK(document->text.starts_with("Sources\nGray, War.\nText\nX.[1]"));
}
