// Damaged, hostile and empty files: a named error or a finding, never a crash or a hang.

#include <filesystem>
#include <fonds/document.hpp>
#include <fstream>
#include <memory>

#include "base/encodings.hpp"
#include "base/file.hpp"
#include "manuscript/detect.hpp"
#include "support/catch.hpp"
#include "support/manuscripts.hpp"
#include "wire/html.hpp"
#include "wire/xml.hpp"
#include "wire/zip.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

std::string package(Members const& members) {
    std::string empty = "PK\x05\x06";
    empty.resize(22, '\0');
    auto made = zip::replace(empty, members);
    REQUIRE(made);
    return *made;
}

std::string body(std::string const& content) {
    return "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>" +
           content + "</w:body></w:document>";
}

std::string notes(std::string const& content) {
    return "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + content +
           "</w:footnotes>";
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

// Every reader of bytes, on a heap block of exactly their size, where a sanitizer sees the byte beyond.
void read_exactly(std::string_view bytes) {
    std::unique_ptr<char[]> const block(new char[bytes.size()]);
    std::copy(bytes.begin(), bytes.end(), block.get());
    std::string_view const exact(block.get(), bytes.size());
    (void)refuse_foreign(exact);
    (void)detect_document_format(exact, "x");
    (void)xml::Document::read(exact);
    (void)html::Document::read(exact);
    if (auto archive = zip::Archive::open(exact))
        for (auto const& name : archive->names()) (void)archive->read(name);
}

}  // namespace

TEST_CASE("what is no manuscript is refused with its reason", "[packages]") {
    auto const deep = repeated("<w:p>", 100'000);
    struct Case {
        char const* what;
        std::string bytes;
        char const* format;
        ErrorCode code;
    };
    auto const good = package({{"word/document.xml", body("<w:p/>")}});
    auto const cases = std::vector<Case>{
        {"no zip", "hello", "docx", ErrorCode::malformed},
        {"empty", "", "docx", ErrorCode::malformed},
        {"cut off", good.substr(0, good.size() / 2), "docx", ErrorCode::malformed},
        {"a name that leads up", package({{"../word/document.xml", "x"}}), "docx", ErrorCode::malformed},
        {"an absolute name", package({{"/etc/passwd", "x"}, {"word/document.xml", body("")}}), "docx",
         ErrorCode::malformed},
        {"a drive's name", package({{"C:\\x", "x"}, {"word/document.xml", body("")}}), "docx",
         ErrorCode::malformed},
        {"no body", package({{"word/footnotes.xml", notes("")}}), "docx", ErrorCode::malformed},
        {"a body that is no XML", package({{"word/document.xml", "<w:document"}}), "docx",
         ErrorCode::malformed},
        {"100,000 levels", package({{"word/document.xml", deep}}), "docx", ErrorCode::malformed},
        {"100,000 closed levels", package({{"word/document.xml", body(deep + repeated("</w:p>", 100'000))}}),
         "docx", ErrorCode::limit_exceeded},
        {"a bomb by its ratio", package({{"word/document.xml", std::string(32u << 20, ' ')}}), "docx",
         ErrorCode::limit_exceeded},
        {"a part too large", package({{"word/document.xml", std::string((64u << 20) + 1, ' ')}}), "docx",
         ErrorCode::limit_exceeded},
        {"no content", package({{"mimetype", "application/vnd.oasis.opendocument.text"}}), "odt",
         ErrorCode::malformed},
        {"no text", package({{"content.xml", "<a/>"}}), "odt", ErrorCode::malformed},
        {"encrypted",
         package(
             {{"META-INF/manifest.xml", "<m><manifest:encryption-data/></m>"}, {"content.xml", "\x01\x02"}}),
         "odt", ErrorCode::unsupported},
        {"an encrypted or old Word file", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", "auto",
         ErrorCode::unsupported},
        {"a PDF", "%PDF-1.7\n", "auto", ErrorCode::unsupported},
        {"an EPUB", std::string("PK\x03\x04", 4) + std::string(26, '\0') + "mimetypeapplication/epub+zip",
         "auto", ErrorCode::unsupported},
        {"RTF", "{\\rtf1 x}", "auto", ErrorCode::unsupported},
        {"a program's own file",
         std::string("\x7F"
                     "ELF\0\0\xFF\0",
                     8) +
             repeated("x", 500),
         "auto", ErrorCode::unsupported},
        {"UTF-16 without its mark", std::string("A\0.\0[\0001\0]\0", 10), "txt", ErrorCode::unsupported},
        {"an unknown format", "x", "wordperfect", ErrorCode::unsupported},
        {"deep HTML", repeated("<div>", 100'000), "html", ErrorCode::limit_exceeded},
        {"deep TEI", "<TEI>" + repeated("<p>", 100'000) + repeated("</p>", 100'000) + "</TEI>", "tei",
         ErrorCode::limit_exceeded},
    };
    for (auto const& c : cases) {
        INFO(c.what);
        auto const document = read_document_bytes(c.bytes, "name", c.format);
        REQUIRE_FALSE(document);
        CHECK(document.error().code == c.code);
        CHECK(document.error().source == "name");
        CHECK_FALSE(document.error().message.empty());
    }
    CHECK(read_document_bytes(good, "x", "auto"));
    CHECK(read_document("no/such/file.docx").error().code == ErrorCode::not_found);
    CHECK(read_document(".").error().code == ErrorCode::unreadable);
    CHECK(find_documents("no/such/folder").error().code == ErrorCode::not_found);
}

TEST_CASE("a folder stands for its manuscripts, and for its record files where they are wanted") {
    namespace fs = std::filesystem;
    auto const folder = fs::temp_directory_path() / ("fonds-folders-test-" + std::to_string(std::rand()));
    fs::create_directories(folder / "below" / ".hidden");
    for (auto const& [name, text] : std::vector<std::pair<std::string, std::string>>{
             {"a.md", "A.[^1]"},
             {"b.bib", "@book{a, title={T}}"},
             {"below/c.json", R"([{"id":"a","type":"book","title":"T"}])"},
             {"below/d.json", R"({"name":"settings","version":1})"},
             {"below/e.xml", "<?xml version='1.0'?><settings/>"},
             {"below/f.xml", "<?xml version='1.0'?><TEI><text/></TEI>"},
             {"below/.hidden/g.md", "x"},
             {"~$a.docx", "x"},
             {"h.png", "x"},
         })
        std::ofstream(folder / name) << text;
    auto const names = [&](FolderScope scope) {
        std::vector<std::string> out;
        auto const found = find_documents(folder.string(), scope);
        REQUIRE(found);
        for (auto const& path : *found) out.push_back(fs::path(path).filename().string());
        return out;
    };
    using FileNames = std::vector<std::string>;
    CHECK(names(FolderScope::manuscripts) == FileNames{"a.md", "f.xml"});
    CHECK(names(FolderScope::manuscripts_and_records) == FileNames{"a.md", "b.bib", "c.json", "f.xml"});
    fs::remove_all(folder);
}

TEST_CASE("what is wrong in a document that can be read is a finding", "[packages]") {
    auto const rules = [](std::string const& bytes, char const* format) {
        auto const document = read_document_bytes(bytes, "x", format);
        REQUIRE(document);
        std::vector<std::string> out;
        for (auto const& diagnostic : document->diagnostics) out.push_back(diagnostic.rule);
        return out;
    };
    using Rules = std::vector<std::string>;
    CHECK(
        rules(package({{"word/document.xml", body("<w:p><w:r><w:footnoteReference w:id='7'/></w:r></w:p>")}}),
              "docx") == Rules{"call-without-note", "no-notes"});
    CHECK(rules(package({{"word/document.xml", body("<w:p><w:r><w:t>x</w:t></w:r></w:p>")},
                         {"word/footnotes.xml",
                          notes("<w:footnote w:id='2'><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>"
                                "<w:footnote w:id='2'><w:p/></w:footnote>")}}),
                "docx") == Rules{"duplicate-note", "note-without-call"});
    CHECK(rules("\xFF\xFF caf\xE9", "txt") == Rules{"invalid-encoding", "no-notes"});
    CHECK(rules("", "md") == Rules{"no-notes"});
    CHECK(rules("", "tex") == Rules{"no-notes"});
    CHECK(rules("", "html") == Rules{"no-notes"});
}

TEST_CASE("tracked changes, hidden text and fields of Word", "[packages]") {
    auto const bytes = package(
        {{"word/document.xml",
          body("<w:p><w:r><w:t>A</w:t></w:r><w:ins><w:r><w:footnoteReference w:id='1'/></w:r></w:ins>"
               "<w:del><w:r><w:footnoteReference w:id='2'/></w:r></w:del></w:p>")},
         {"word/footnotes.xml",
          notes(
              "<w:footnote w:id='1'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve"
              "'> RGANI, </w:t></w:r><w:del><w:r><w:delText>op.</w:delText></w:r></w:del><w:ins><w:r><w:t>f. "
              "5</w:t></w:r></w:ins><w:r><w:tab/><w:t>A&amp;B</w:t><w:noBreakHyphen/><w:t>C</w:t><w:br/"
              "><w:t>D</w:t>"
              "</w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>It</"
              "w:t></w:r>"
              "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"x\" "
              "</w:instrText></w:r>"
              "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>link</w:t></w:r><w:r><w:fldChar "
              "w:fldCharType"
              "='end'/></w:r></w:p><w:p><w:r><w:t>Two</w:t></w:r></w:p></w:footnote><w:footnote "
              "w:id='2'><w:p><w:r><w:t>"
              "gone</w:t></w:r></w:p></w:footnote>")}});
    auto const document = read_document_bytes(bytes, "x.docx");
    REQUIRE(document);
    REQUIRE(document->notes.size() == 1);
    auto const& note = document->notes[0];
    CHECK(note.text ==
          "RGANI, f. 5\tA&B\u2011"
          "C DItlink\nTwo");
    REQUIRE(note.italics.size() == 1);
    CHECK(slice(note.text, note.italics[0]) == "It");
    CHECK(document->text == "A[1]\n");
    CHECK(document->diagnostics.empty());
    check_maps(*document);
}

TEST_CASE("numbers of Word that begin anew in each section", "[packages]") {
    auto const call = [](std::string const& id) {
        return "<w:r><w:footnoteReference w:id='" + id + "'/></w:r>";
    };
    auto const text = [](std::string const& id) {
        return "<w:footnote w:id='" + id + "'><w:p><w:r><w:t>n" + id + "</w:t></w:r></w:p></w:footnote>";
    };
    auto const document = read_document_bytes(
        package({{"word/document.xml", body("<w:p>" + call("1") + call("2") +
                                            "<w:pPr><w:sectPr/></w:pPr></w:p><w:p>" + call("3") + "</w:p>")},
                 {"word/settings.xml",
                  "<w:settings><w:footnotePr><w:numRestart w:val='eachSect'/></w:footnotePr></w:settings>"},
                 {"word/footnotes.xml", notes(text("1") + text("2") + text("3"))}}),
        "x.docx");
    REQUIRE(document);
    CHECK(document->text == "[1][2]\n[1]\n");
    REQUIRE(document->notes.size() == 3);
    CHECK(document->notes[2].number == "1");
    CHECK(document->notes[2].text == "n3");
}

TEST_CASE("symbols, own marks and typed notes of Word", "[packages]") {
    auto const marked = read_document_bytes(
        package({{"word/document.xml", body("<w:p><w:r><w:t>A</w:t></w:r><w:r><w:footnoteReference "
                                            "w:customMarkFollows='1' w:id='1'/><w:t>*</w:t>"
                                            "</w:r></w:p>")},
                 {"word/footnotes.xml",
                  notes("<w:footnote w:id='1'><w:p><w:r><w:t>*</w:t></w:r><w:r><w:t xml:space='preserve'> A "
                        "&amp;amp; B</w:t><w:sym w:font='Symbol' w:char='F061'/><w:sym w:font='Symbol' "
                        "w:char='F0B3'/><w:sym "
                        "w:font='Wingdings' w:char='F0E0'/></w:r></w:p></w:footnote>")}}),
        "x.docx");
    REQUIRE(marked);
    REQUIRE(marked->notes.size() == 1);
    CHECK(marked->notes[0].number == "*");
    CHECK(marked->notes[0].text == "A &amp; Bα≥→");
    CHECK(marked->text == "A*\n");
    check_maps(*marked);
    std::string const raised = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>";
    auto const typed = read_document_bytes(
        package({{"word/document.xml", body("<w:p><w:r><w:t>Text.</w:t></w:r>" + raised +
                                            "</w:p><w:p><w:r><w:t>Notes</w:t>"
                                            "</w:r></w:p><w:p>" +
                                            raised + "<w:r><w:t> RGANI</w:t></w:r></w:p>")}}),
        "x.docx");
    REQUIRE(typed);
    REQUIRE(typed->notes.size() == 1);
    CHECK(typed->notes[0].text == "RGANI");
    REQUIRE(typed->notes[0].call);
    CHECK(slice(typed->text, *typed->notes[0].call) == "¹");
    check_maps(*typed);
}

TEST_CASE("hidden text and own marks of LibreOffice") {
    auto const document = read_document_bytes(
        "<office:document-content><office:automatic-styles><style:style "
        "style:name='H'><style:text-properties "
        "text:display='none'/></style:style></"
        "office:automatic-styles><office:body><office:text><text:p>A<text:note><"
        "text:note-citation text:label='*'>*</text:note-citation><text:note-body><text:p>* B<text:span "
        "text:style-name='H'"
        ">no</text:span>C</text:p></text:note-body></text:note></text:p></office:text></office:body>"
        "</office:document-content>",
        "x", "odt");
    REQUIRE(document);
    REQUIRE(document->notes.size() == 1);
    CHECK(document->notes[0].text == "BC");
    CHECK(document->text == "A*\n");
}

TEST_CASE("a text that names its encoding is read in it") {
    struct Case {
        char const* format;
        std::string bytes;
    };
    for (auto const& c : std::vector<Case>{
             {"html", "<meta charset=windows-1251><p>A<a href='#n'>1</a><p id=n>\xD0\xC3\xC0\xCD\xC8"},
             {"tei",
              "<?xml version='1.0' "
              "encoding='windows-1251'?><TEI><p>A<note>\xD0\xC3\xC0\xCD\xC8</note></p></TEI>"},
             {"tex",
              "\\usepackage[cp1251]{inputenc}\\begin{document}A\\footnote{\xD0\xC3\xC0\xCD\xC8}\\end{"
              "document}"},
         }) {
        INFO(c.format);
        if (!decode_charset("x", "windows-1251")) {
            WARN("skipped: built without ICU");
            return;
        }
        auto const document = read_document_bytes(c.bytes, "x", c.format);
        REQUIRE(document);
        REQUIRE(document->notes.size() == 1);
        CHECK(document->notes[0].text == "РГАНИ");
        CHECK(document->original == c.bytes);
        check_maps(*document);
    }
}

TEST_CASE("an EndNote citation is read from its field", "[packages]") {
    auto const bytes = package(
        {{"word/document.xml",
          body("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> ADDIN EN.CITE "
               "&lt;EndNote&gt;&lt;Cite"
               "&gt;&lt;Author&gt;Person&lt;/Author&gt;&lt;Year&gt;2006&lt;/Year&gt;&lt;RecNum&gt;4&lt;/"
               "RecNum&gt;&lt;record&gt;"
               "&lt;ref-type "
               "name=\"Book\"&gt;6&lt;/ref-type&gt;&lt;contributors&gt;&lt;authors&gt;&lt;author&gt;Person, "
               "James&lt;/author&gt;&lt;/authors&gt;&lt;/contributors&gt;&lt;titles&gt;&lt;title&gt;We Need "
               "Help&lt;/title&gt;"
               "&lt;/titles&gt;&lt;dates&gt;&lt;year&gt;2006&lt;/year&gt;&lt;/dates&gt;&lt;/record&gt;&lt;/"
               "Cite&gt;&lt;/EndNote"
               "&gt;</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>(Person "
               "2006)</w:t></w:r>"
               "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>")}});
    auto const document = read_document_bytes(bytes, "x.docx");
    REQUIRE(document);
    REQUIRE(document->embedded.size() == 1);
    auto const& citation = document->embedded[0];
    CHECK(citation.producer == "endnote");
    CHECK(slice(document->text, citation.span) == "(Person 2006)");
    REQUIRE(citation.items.size() == 1);
    CHECK(citation.items[0].type == ItemType::book);
    CHECK(citation.items[0].text(Variable::title) == "We Need Help");
    REQUIRE(citation.items[0].names.find(Variable::author));
    CHECK(citation.items[0].names.find(Variable::author)->front().family == "Person");
}

TEST_CASE("large and twisted texts take linear time", "[packages]") {
    struct Case {
        char const* format;
        std::string text;
    };
    for (auto const& c : std::vector<Case>{
             {"txt", std::string(5'000'000, 'x')},
             {"txt", repeated("[1]", 300'000)},
             {"txt", repeated("1. x\n\n", 100'000)},
             {"txt", repeated("1. x\n2. y\n\n", 50'000)},
             {"txt", repeated("* x*\n\n", 50'000)},
             {"md", std::string(100'000, '[')},
             {"md", repeated("[^", 100'000)},
             {"md", repeated("^[", 100'000)},
             {"md", repeated("*a _b ", 100'000)},
             {"md", std::string(100'000, '*')},
             {"md", repeated("`", 100'000)},
             {"md", repeated("<a", 100'000)},
             {"tex", std::string(100'000, '{')},
             {"tex", repeated("\\footnote{", 20'000)},
             {"tex", repeated("\\footnote[", 20'000)},
             {"tex", repeated("$", 100'000)},
             {"html", repeated("<p>[1]", 50'000)},
             {"html", repeated("<li>[1]", 20'000)},
             {"html", repeated("<a href='#x'>1</a>", 20'000)},
         }) {
        INFO(c.format << ' ' << c.text.substr(0, 12));
        auto const document = read_document_bytes(c.text, "x", c.format);
        REQUIRE(document);
    }
}

TEST_CASE("entities are not expanded without end", "[packages]") {
    std::string text = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>";
    for (char c = 'b'; c <= 'z'; ++c) {
        std::string const before = std::string("&") + static_cast<char>(c - 1) + ";";
        text += std::string("<!ENTITY ") + c + " '" + repeated(before, 10) + "'>";
    }
    text += "]>" + body("<w:p><w:r><w:t>&z;</w:t></w:r></w:p>");
    auto const document = read_document_bytes(package({{"word/document.xml", text}}), "x.docx");
    if (document) CHECK(document->text.size() < 100);
}

TEST_CASE("every beginning of a package can be read or is refused") {
    for (auto const* file : {"docx/essay.docx", "docx/pandoc_sdt_in_footnote.docx", "odt/bbt_874143.odt"}) {
        auto const path = std::string(FONDS_SHARED_DIR "/manuscripts/") + file;
        if (is_absent(path)) continue;
        auto const bytes = read_file(path);
        REQUIRE(bytes);
        for (std::size_t size = 0; size < bytes->size(); size += 1499) {
            read_exactly(std::string_view(*bytes).substr(0, size));
            (void)read_document_bytes(bytes->substr(0, size), "x", "auto");
            auto damaged = *bytes;
            damaged[size] = static_cast<char>(damaged[size] ^ 0x55);
            (void)read_document_bytes(std::move(damaged), "x", "auto");
        }
    }
}
