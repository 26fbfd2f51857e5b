// Works that notes cite by a key of a bibliography.
#include <fonds/document.hpp>
#include <fonds/note.hpp>
#include <string>

#include "support/catch.hpp"

using namespace fonds;

namespace {

// Each citation as kind, id and page, and what it goes back to.
std::string outline(std::vector<ParsedNote> const& notes) {
    std::string out;
    for (auto const& note : notes) {
        for (auto const& citation : note.citations) {
            out += std::string(out.empty() || out.back() == '\n' ? "" : "; ") +
                   std::string(to_string(citation.kind));
            if (!citation.item.id.empty()) out += " " + citation.item.id;
            if (auto const page = citation.item.text(Variable::page); !page.empty())
                out += " p" + std::string(page);
            if (!citation.locator.empty()) out += " " + citation.locator_label + " " + citation.locator;
            if (citation.refers_to) out += " to " + std::to_string(citation.refers_to->note + 1);
        }
        out += '\n';
    }
    return out;
}

}  // namespace

TEST_CASE("a key is a citation of its own, and what is around it is read without it") {
    struct Case {
        std::string format, text, outline;
    };
    Case const cases[] = {
        {"tex",
         "A\\footnote{RGANI, f. 5, op. 28, d. 314, l. 3.} B\\footcite[12]{westad}\\footnote{Ibid., 7.}",
         "archival\nshort-form westad p12\nibid p7 to 2\n"},
        {"tex", "A\\footcite[See][15--17]{westad}", "short-form westad p15–17\n"},
        {"tex", "A\\footnote{TNA, FO 371/84082; \\cite{a,b}.}", "archival; short-form a; short-form b\n"},
        {"md", "A.[^1]\n\n[^1]: See @westad [p. 12] and [see @kim, 15; @lee].\n",
         "short-form westad p12; short-form kim p15; short-form lee\n"},
        {"md", "A.[^1]\n\n[^1]: [@westad, 15].\n", "short-form westad p15\n"},
        {"md", "A.[^1]\n\n[^1]: [@westad, 89–92, 95–97 f.; @kim, 12 ff.].\n",
         "short-form westad p89–92, 95–97 f.; short-form kim p12 ff.\n"},
        {"tex", "A\\footcite[89--92, 95]{westad}", "short-form westad p89–92, 95\n"},
        {"tex", "A\\footcite[Rn.~78]{gruber}", "short-form gruber paragraph 78\n"},
        // A label that nobody knows is a remark, and a key's letters are no title.
        {"tex", "A\\footcite[Zeug 78]{gruber}", "short-form gruber\n"},
        {"md", "A.[^1]\n\n[^1]: [@westad, chap. 3; @kim, pp. xi–xii; @lee, S. 7-9].\n",
         "short-form westad chapter 3; short-form kim pxi–xii; short-form lee p7-9\n"},
        {"md", "A.[^1]\n\n[^1]: [@westad, fol. 12; @kim, n. 4; @lee, in part, 9].\n",
         "short-form westad folio 12; short-form kim note 4; short-form lee\n"},
    };
    for (auto const& c : cases) {
        CAPTURE(c.text);
        auto const document = read_document_bytes(c.text, "-", c.format);
        REQUIRE(document);
        auto const notes = parse_notes(*document);
        CHECK(outline(notes) == c.outline);
        for (std::size_t i = 0; i < notes.size(); ++i) {
            std::string whole;
            for (auto const& segment : notes[i].segments) {
                whole += slice(notes[i].text, segment.span);
                if (segment.kind == SegmentKind::citation)
                    CHECK(notes[i].citations[segment.citation].span == segment.span);
            }
            CHECK(whole == document->notes[i].text);
        }
    }
}

namespace {

constexpr std::string_view records = R"(---
references:
- id: westad2005
  type: book
  title: The Global Cold War
  author: [{family: Westad, given: Odd Arne}]
  issued: 2005
  publisher: Cambridge University Press
  publisher-place: Cambridge
- id: letter
  type: manuscript
  title: Letter to Stalin
  archive: RGANI
- id: page
  type: webpage
  title: A Page
---
)";

Result<Document> with_records(std::string const& notes) {
    return read_document_bytes(std::string(records) + notes, "-", "md");
}

}  // namespace

TEST_CASE("a key with its record is a citation in full, to which later ones go back") {
    struct Case {
        std::string text, outline;
    };
    Case const cases[] = {
        {"A.[^1]\n\n[^1]: [@westad2005, 15; @letter; @page; @none].\n",
         "published westad2005 page 15; archival letter; web page; short-form none\n"},
        // What is said about the work is a remark.
        {"A^[[@westad2005, 15]. Translated by X.] B^[[@page]. Accessed 4 May 2012.]",
         "published westad2005 page 15\nweb page\n"},
        // The same once more is no short form of itself.
        {"A^[[@westad2005, 15].] B^[[@westad2005].]", "published westad2005 page 15\npublished westad2005\n"},
        {"A^[[@westad2005].] B^[Ibid., 7.]", "published westad2005\nibid p7 to 1\n"},
        {"A^[[@westad2005].] B^[RGANI, f. 5, op. 28, d. 314, l. 3.] C^[Westad, *Global Cold War*, 12.]",
         "published westad2005\narchival\nshort-form p12 to 1\n"},
    };
    for (auto const& c : cases) {
        CAPTURE(c.text);
        auto const document = with_records(c.text);
        REQUIRE(document);
        CHECK(outline(parse_notes(*document)) == c.outline);
    }
}

TEST_CASE("the works of a manuscript are the records of its keys, each once") {
    struct Case {
        std::string text, ids;
    };
    auto const typed = std::string(
        "Odd Arne Westad, *The Global Cold War* (Cambridge: Cambridge University Press, 2005), 15.");
    Case const cases[] = {
        {"A^[[@westad2005, 15].] B^[[@letter].] C^[[@westad2005].]", "westad2005 letter"},
        // Typed in full elsewhere, it is the same work; the record counts.
        {"A^[" + typed + "] B^[[@westad2005].]", "westad2005"},
        {"A^[[@westad2005].] B^[" + typed + "]", "westad2005"},
        {"In the text [@page] and again [@page].\n\nA^[[@letter].]", "letter page"},
        // Ids that are made keep clear of keys.
        {"A^[Odd Arne Westad, *Another Book* (Cambridge: Cambridge University Press, 2005).] "
         "B^[[@westad2005].]",
         "westad2005a westad2005"},
    };
    for (auto const& c : cases) {
        CAPTURE(c.text);
        auto const document = with_records(c.text);
        REQUIRE(document);
        auto const notes = parse_notes(*document);
        std::string ids;
        for (auto const& item : cited_items(notes, document->embedded))
            ids += (ids.empty() ? "" : " ") + item.id;
        CHECK(ids == c.ids);
    }
}

// With the square of their number this would not end.
TEST_CASE("a note may have any number of keys, one by one and in a group") {
    constexpr std::size_t count = 100000;
    for (std::string const end : {"]; ", "; "}) {
        CAPTURE(end);
        std::string keys = "[@key0";
        for (std::size_t i = 1; i < count; ++i)
            keys += (end == "; " ? end + "@key" : end + "[@key") + std::to_string(i);
        auto const document = read_document_bytes("A.[^1]\n\n[^1]: See " + keys + "].\n", "-", "md");
        REQUIRE(document);
        auto const notes = parse_notes(*document);
        REQUIRE(notes.size() == 1);
        REQUIRE(notes[0].citations.size() == count);
        CHECK(notes[0].citations.back().item.id == "key" + std::to_string(count - 1));
        CHECK(notes[0].segments.back().span.end == notes[0].text.size());
    }
}
