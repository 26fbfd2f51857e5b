// Notes of a DOCX whose part is long enough to be read in slices.
#include <fonds/document.hpp>

#include "support/catch.hpp"
#include "support/manuscripts.hpp"
#include "support/packages.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

constexpr int count = 1000;

/// How the part of the notes is written.
struct Written {
    char const* what;
    char const* head = "";    // before the root
    char const* before = "";  // within each note
    char const* behind = "";  // behind the notes
    char const* closed = "";  // behind the root
};

std::string notes_part(Written const& written) {
    std::string all;
    for (int i = 1; i <= count; ++i)
        all += "<w:footnote w:id='" + std::to_string(i) + "'>" + written.before +
               "<w:p><w:r><w:t xml:space='preserve'>Müller &amp; Söhne, RGANI, f. 5, op. 28, d. " +
               std::to_string(i) + ".</w:t></w:r></w:p></w:footnote>\n";
    return written.head + notes(all + written.behind) + written.closed;
}

std::string document_of(Written const& written) {
    std::string calls;
    for (int i = 1; i <= count; ++i)
        calls += "<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id='" + std::to_string(i) +
                 "'/></w:r></w:p>";
    return package({{"word/document.xml", body(calls)}, {"word/footnotes.xml", notes_part(written)}});
}

}  // namespace

TEST_CASE("notes of a long part", "[packages]") {
    for (auto const& written : {
             Written{"as Word writes them"},
             Written{"with a declaration", "<?xml version='1.0' encoding='UTF-8'?>\n"},
             Written{"with comments that close a note", "", "<!-- </w:footnote> -->"},
             Written{"with a note in a note", "", "<w:footnote w:id='0'/>"},
             Written{"with a comment at the end", "", "", "", "<!-- </w:p> -->\n"},
             Written{"with notes of other kinds", "", "", "<w:footnote w:type='separator' w:id='-1'/>"},
         }) {
        INFO(written.what);
        auto const document = read_document_bytes(document_of(written), "x.docx");
        REQUIRE(document);
        REQUIRE(document->notes.size() == count);
        for (int i = 1; i <= count; ++i) {
            auto const& note = document->notes[static_cast<std::size_t>(i) - 1];
            auto const number = std::to_string(i);
            CHECK(note.number == number);
            CHECK(note.text == "Müller & Söhne, RGANI, f. 5, op. 28, d. " + number + ".");
            auto const place = note.map.to_source({note.text.size() - 1 - number.size(), note.text.size()});
            REQUIRE(place);
            CHECK(slice(document->parts[place->part].bytes, place->span) == number + ".");
        }
        check_maps(*document);
    }
}

namespace {

/// How the body is written.
struct WrittenBody {
    char const* what;
    char const* head = "";    // before it
    char const* before = "";  // each paragraph
    char const* behind = "";  // the last one
    int first = 1;            // the number of the first note
};

}  // namespace

TEST_CASE("a long body with its calls", "[packages]") {
    for (auto const& written : {
             WrittenBody{"paragraphs alone"},
             WrittenBody{"properties of the only section", "", "",
                         "<w:sectPr><w:footnotePr><w:numStart w:val='5'/></w:footnotePr></w:sectPr>", 5},
             WrittenBody{"a background before it", "<w:background><w:p/></w:background>"},
             WrittenBody{"tables of several paragraphs", "",
                         "<w:tbl><w:tr><w:tc><w:p/><w:p/></w:tc></w:tr></w:tbl>"},
             WrittenBody{"comments with tags", "", "<!-- </w:body> <w:p> -->"},
             WrittenBody{"marks in values", "", "<w:bookmarkStart w:id='1' w:name='a/>b'/>"},
         }) {
        INFO(written.what);
        std::string calls;
        for (int i = 1; i <= count; ++i)
            calls += written.before +
                     std::string("<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id='") +
                     std::to_string(i) + "'/></w:r></w:p>";
        auto main = body(calls + written.behind);
        main.insert(main.find("<w:body>"), written.head);
        auto const document = read_document_bytes(
            package({{"word/document.xml", main}, {"word/footnotes.xml", notes_part({""})}}), "x.docx");
        REQUIRE(document);
        REQUIRE(document->notes.size() == count);
        for (int i = 1; i <= count; ++i) {
            auto const& note = document->notes[static_cast<std::size_t>(i) - 1];
            CHECK(note.number == std::to_string(i + written.first - 1));
            REQUIRE(note.call);
            CHECK(slice(document->text, *note.call) == "[" + note.number + "]");
            auto const place = document->map.to_source(*note.call);
            REQUIRE(place);
            CHECK(slice(document->parts[place->part].bytes, place->span) ==
                  "<w:footnoteReference w:id='" + std::to_string(i) + "'/>");
        }
        check_maps(*document);
    }
}

TEST_CASE("a field goes on through a long body", "[packages]") {
    std::string text = "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC";
    text += "</w:instrText></w:r></w:p>";
    for (int i = 0; i < count; ++i)
        text += "<w:p><w:r><w:instrText>code</w:instrText><w:t>unseen</w:t></w:r></w:p>";
    text += "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>Seen.</w:t></w:r></w:p>";
    auto const document = read_document_bytes(package({{"word/document.xml", body(text)}}), "x.docx");
    REQUIRE(document);
    CHECK(document->text == "Seen.\n");
}

TEST_CASE("what is wrong in a long part is told", "[packages]") {
    for (auto const& written : {
             Written{"a tag not closed", "", "", "<w:p>"},
             Written{"text behind the root", "", "", "", "<w:p"},
         }) {
        INFO(written.what);
        auto const document = read_document_bytes(document_of(written), "x.docx");
        REQUIRE_FALSE(document);
        CHECK(document.error().code == ErrorCode::malformed);
        CHECK(document.error().message.find("word/footnotes.xml") != std::string::npos);
    }
}
