#include <fonds/rewrite.hpp>

#include "base/text.hpp"
#include "manuscript/reader.hpp"
#include "support/catch.hpp"
#include "support/manuscripts.hpp"
#include "wire/zip.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

std::string const folder = FONDS_SHARED_DIR "/manuscripts/";

// An edit of the first place of `from` in a note.
NoteEdit edit(Document const& document, std::size_t note, std::string_view from, std::string to) {
    auto const at = document.notes[note].text.find(from);
    REQUIRE(at != std::string::npos);
    return {note, {at, at + from.size()}, std::move(to)};
}

}  // namespace

TEST_CASE("edits of plain text change their bytes and nothing else") {
    std::string const source =
        "War.[1] Peace.[2]\r\n\r\n[1] RGANI, f. 5,\r\nop. 2.\r\n\r\n[2] See see GARF.\r\n";
    auto const document = read_document_bytes(source, "-", "txt");
    REQUIRE(document);
    auto const patched =
        apply_edits(*document, {edit(*document, 0, "f. 5", "fond 5"), edit(*document, 1, "See see", "See"),
                                edit(*document, 1, "GARF.", "GARF, f. 1.")});
    REQUIRE(patched);
    CHECK(patched->applied == 3);
    CHECK(patched->bytes ==
          "War.[1] Peace.[2]\r\n\r\n[1] RGANI, fond 5,\r\nop. 2.\r\n\r\n[2] See GARF, f. 1.\r\n");
}

TEST_CASE("edits of notes in lines of JSON are written as JSON, escapes around them stay") {
    std::string const source = R"({"id":"a","note":"RGANI,\u00a0f. 5 \"x\"","more":"f. 5"})"
                               "\n"
                               R"({"id":"b","document":"d","note":"GARF, f. 1."})"
                               "\n";
    auto const document = read_document_bytes(source, "-", "notes");
    REQUIRE(document);
    CHECK(document->notes[0].text == "RGANI,\u00A0f. 5 \"x\"");
    auto const patched = apply_edits(*document, {edit(*document, 0, "f. 5 \"x", "f. “6” \"y"),
                                                 edit(*document, 1, "GARF, f. 1", "GARF,\tf. 1")});
    REQUIRE(patched);
    CHECK(patched->applied == 2);
    CHECK(patched->bytes == R"({"id":"a","note":"RGANI,\u00a0f. “6” \"y\"","more":"f. 5"})"
                            "\n"
                            R"({"id":"b","document":"d","note":"GARF,\tf. 1."})"
                            "\n");
}

TEST_CASE("an edit of a note in a file that is taken in changes that file") {
    auto const document =
        read_document_among("A.\\footnote{RGANI, f. 5.} \\input{two}", "main.tex", "tex",
                            Surroundings::in_memory, {{"two.tex", "B.\\footnote{GARF, f. 1.}"}});
    REQUIRE(document);
    auto const both = apply_edits(
        *document, {edit(*document, 0, "f. 5", "fond 5"), edit(*document, 1, "f. 1", "fond 1 & 2")});
    REQUIRE(both);
    CHECK(both->applied == 2);
    CHECK(both->bytes == "A.\\footnote{RGANI, fond 5.} \\input{two}");
    REQUIRE(both->files.size() == 1);
    CHECK(both->files[0].name == "two.tex");
    CHECK(both->files[0].bytes == "B.\\footnote{GARF, fond 1 \\& 2.}");
}

TEST_CASE("edits that meet, that have no place, or that break the file are refused and named") {
    auto const document = read_document_bytes("War.[1]\n\n[1] RGANI, f. 5.\n", "-", "txt");
    REQUIRE(document);
    auto first = edit(*document, 0, "f. 5", "fond 5");
    auto second = edit(*document, 0, "5.", "6.");
    NoteEdit const beyond{7, {0, 1}, "x"};
    auto const patched = apply_edits(*document, {first, second, beyond});
    REQUIRE(patched);
    CHECK(patched->bytes == "War.[1]\n\n[1] RGANI, fond 5.\n");
    CHECK(patched->applied == 1);
    CHECK(patched->skipped == std::vector<std::size_t>{1, 2});
    REQUIRE(patched->diagnostics.size() == 2);
    CHECK(patched->diagnostics[0].rule == "edit-not-applied");

    first.group = second.group = 1;
    auto const grouped = apply_edits(*document, {first, second});
    REQUIRE(grouped);
    CHECK(grouped->applied == 0);
    CHECK(grouped->bytes == document->parts.front().bytes);
    // One finding tells of all that go together, with the reason of the first that has its own.
    REQUIRE(grouped->diagnostics.size() == 1);
    CHECK(grouped->diagnostics[0].message.find("another change") != std::string::npos);
    CHECK(slice(document->notes[0].text, grouped->diagnostics[0].span) == "f. 5.");
}

TEST_CASE("an edit that would be read otherwise is refused alone, the others of its note are made") {
    auto const document = read_document_bytes("War.[^1]\n\n[^1]: RGANI, f. 5, op. 2, d. 3.\n", "-", "md");
    REQUIRE(document);
    // Pandoc reads "~2~" as a figure set low, whose signs are not seen.
    struct Case {
        char const *fond, *opis, *delo, *written;
    };
    for (auto const& c : std::vector<Case>{
             {"fond 5", "op. 2", "delo 3", "fond 5, op. 2, delo 3."},
             {"fond 5", "op. ~2~", "delo 3", "fond 5, op. 2, delo 3."},
             {"fond ~5~", "opis 2", "delo 3", "f. 5, opis 2, delo 3."},
             {"fond ~5~", "opis ~2~", "delo 3", "f. 5, op. 2, delo 3."},
             {"fond 5", "opis 2", "delo ~3~", "fond 5, opis 2, d. 3."},
         }) {
        INFO(c.fond << ' ' << c.opis << ' ' << c.delo);
        auto const patched =
            apply_edits(*document, {edit(*document, 0, "f. 5", c.fond), edit(*document, 0, "op. 2", c.opis),
                                    edit(*document, 0, "d. 3", c.delo)});
        REQUIRE(patched);
        CHECK(patched->bytes == concat("War.[^1]\n\n[^1]: RGANI, ", c.written, "\n"));
    }
}

TEST_CASE("edits that touch an earlier one are refused, neighbours are made") {
    auto const document = read_document_bytes("War.[1]\n\n[1] abcdefghij\n", "-", "txt");
    REQUIRE(document);
    struct Case {
        Span span;
        std::size_t applied;
    };
    // Beside "cde" -> "X" and "Y" put in before "h".
    for (auto const& c : std::vector<Case>{{{0, 2}, 3},
                                           {{0, 3}, 2},
                                           {{3, 4}, 2},
                                           {{3, 3}, 2},
                                           {{4, 9}, 2},
                                           {{5, 6}, 3},
                                           {{5, 5}, 3},
                                           {{6, 8}, 2},
                                           {{7, 7}, 2},
                                           {{7, 8}, 3},
                                           {{0, 10}, 2}}) {
        INFO(c.span.begin << '-' << c.span.end);
        auto const patched = apply_edits(*document, {{0, {2, 5}, "X"}, {0, {7, 7}, "Y"}, {0, c.span, "Z"}});
        REQUIRE(patched);
        CHECK(patched->applied == c.applied);
    }
}

TEST_CASE("what a program's citation shows is left to the program") {
    std::string const mark =
        "ZOTERO_ITEM CSL_CITATION "
        "{&quot;citationItems&quot;:[{&quot;itemData&quot;:{&quot;id&quot;:&quot;a&quot;,"
        "&quot;type&quot;:&quot;book&quot;,&quot;title&quot;:&quot;War&quot;}}]} RNDx";
    std::string const source =
        "<office:document "
        "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>"
        "<text:p>War.<text:note text:id=\"ftn1\" text:note-class=\"footnote\">"
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>See <text:reference-mark-start "
        "text:name=\"" +
        mark + "\"/>War, 3-5<text:reference-mark-end text:name=\"" + mark +
        "\"/>, and RGANI, ll. 7-9.</text:p></text:note-body></text:note></text:p></office:text></office:body>"
        "</office:document>";
    auto const document = read_document_bytes(source, "x.fodt", "odt");
    REQUIRE(document);
    REQUIRE(document->notes.size() == 1);
    REQUIRE(document->notes[0].embedded.size() == 1);
    auto const patched =
        apply_edits(*document, {edit(*document, 0, "3-5", "3–5"), edit(*document, 0, "7-9", "7–9")});
    REQUIRE(patched);
    CHECK(patched->applied == 1);
    REQUIRE(patched->diagnostics.size() == 1);
    CHECK(patched->diagnostics[0].message.find("part of a citation of zotero") != std::string::npos);
    auto const again = read_document_bytes(patched->bytes, "x.fodt", "odt");
    REQUIRE(again);
    CHECK(again->notes[0].text == "See War, 3-5, and RGANI, ll. 7–9.");
}

TEST_CASE("in a package only the touched text changes", "[packages]") {
    struct Case {
        char const* file;
        char const* part;
    };
    for (auto const& c :
         {Case{"docx/essay.docx", "word/footnotes.xml"}, Case{"odt/essay.odt", "content.xml"}}) {
        INFO(c.file);
        if (is_absent(folder + c.file)) continue;
        auto const document = read_document(folder + c.file);
        REQUIRE(document);
        REQUIRE(document->notes.size() == 10);
        auto const patched = apply_edits(
            *document, {edit(*document, 0, "pgs. 33-62", "pp. 33–62"), edit(*document, 6, "by by", "by"),
                        edit(*document, 1, "War,” trans. by", "War” <trans.> & by"),
                        edit(*document, 5, "Record", " A  record")});
        REQUIRE(patched);
        CHECK(patched->applied == 4);
        CHECK(patched->diagnostics.empty());

        auto const again = read_document_bytes(patched->bytes, "x", document->format);
        REQUIRE(again);
        check_maps(*again);
        CHECK(again->notes[0].text.find("pp. 33–62") != std::string::npos);
        CHECK(again->notes[1].text.find("War” <trans.> & by") != std::string::npos);
        CHECK(again->notes[6].text.find("NKIDP by Sergey") != std::string::npos);
        CHECK(again->notes[5].text.substr(0, 9) == "A  record");
        for (auto const i : {2u, 3u, 4u, 7u, 8u, 9u}) CHECK(again->notes[i].text == document->notes[i].text);
        CHECK(again->text == document->text);

        auto before = zip::Archive::open(document->original);
        auto after = zip::Archive::open(patched->bytes);
        REQUIRE(before);
        REQUIRE(after);
        REQUIRE(before->names() == after->names());
        for (auto const& name : before->names()) {
            auto const was = before->read(name);
            auto const is = after->read(name);
            REQUIRE(was);
            REQUIRE(is);
            CHECK((**was == **is) == (name != c.part));
        }
    }
}

TEST_CASE("nothing to do leaves every byte", "[packages]") {
    for (auto const* file : {"docx/essay.docx", "odt/essay.odt", "txt/essay.txt"}) {
        if (is_absent(folder + file)) continue;
        auto const document = read_document(folder + file);
        REQUIRE(document);
        auto const patched = apply_edits(*document, {});
        REQUIRE(patched);
        CHECK(patched->bytes == (document->original.empty() ? document->parts[0].bytes : document->original));
    }
}
