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
