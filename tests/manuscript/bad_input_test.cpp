// Damaged, hostile and empty files: a named error or a finding, never a crash or a hang.

#include <fonds/document.hpp>
#include <memory>

#include "base/file.hpp"
#include "base/text.hpp"
#include "manuscript/detect.hpp"
#include "support/catch.hpp"
#include "support/growth.hpp"
#include "support/manuscripts.hpp"
#include "support/packages.hpp"
#include "wire/html.hpp"
#include "wire/xml.hpp"
#include "wire/zip.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

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
        {"Word's one XML file",
         "<?xml version='1.0'?>\n<?mso-application progid='Word.Document'?>\n<pkg:package/>", "auto",
         ErrorCode::unsupported},
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

TEST_CASE("large and twisted texts take linear time", "[packages]") {
    struct Case {
        char const* format;
        char const* piece;
        std::size_t times;
        char const* closing = "";  // as often, behind all pieces
        char const* head = "";
    };
    for (auto const& c : std::vector<Case>{
             {"txt", "x", 5'000'000},
             {"txt", "[1]", 300'000},
             {"txt", "1. x\n\n", 100'000},
             {"txt", "1. x\n2. y\n\n", 50'000},
             {"txt", "* x*\n\n", 50'000},
             {"txt", "{{efn|", 20'000},
             {"txt", "{{efn|", 20'000, "}}"},
             {"md", "[", 100'000},
             {"md", "[^", 100'000},
             {"md", "^[", 100'000},
             {"md", "*a _b ", 100'000},
             {"md", "*", 100'000},
             {"md", "`", 100'000},
             {"md", "<a", 100'000},
             {"md", "<!-- ", 100'000},
             {"md", "^[", 100'000, "]"},
             {"md", "[x@x ", 40'000, "]"},
             {"md", "[[", 100'000, "]]"},
             {"md", "a--", 100'000},
             {"md", "@{", 300'000},
             {"md", "[^", 300'000, "", "---\ntitle: "},
             {"md", "{% ", 40'000},
             {"md", "{{<a '", 40'000},
             {"md", "{% raw %}{%endraw%}", 40'000},
             {"tex", "{", 100'000},
             {"tex", "\\footnote{", 20'000},
             {"tex", "\\footnote[", 20'000},
             {"tex", "$", 100'000},
             {"tex", "\\href{", 60'000},
             {"tex", "\\footcites(", 100'000},
             {"tex", "\\title{", 100'000, "", "\\begin{document}%"},
             {"tex", "\\footcite[\\begin{verbatim}]{a}", 5'000},
             {"tex", "\\footnotemark ", 20'000, "\\footnotetext{x}"},
             {"tex", "\\footnotemark ", 20'000, "\\footnotetext[x]{x}"},
             {"tex", "\\replaced{", 50'000, "}{}"},
             {"tex", "\\textcquote{a}{", 50'000, "}"},
             {"html", "<p>[1]", 50'000},
             {"html", "<p>a[1]</p>", 20'000, "<p>[1] x</p>"},
             {"html", "<li>[1]", 20'000},
             {"html", "<a href='#x'>1</a>", 20'000},
         }) {
        INFO(c.format << ' ' << c.piece);
        auto const make = [&](std::size_t times) {
            return c.head + repeated(c.piece, times) + repeated(c.closing, times);
        };
        check_growth(c.times, make,
                     [&](std::string const& text) { REQUIRE(read_document_bytes(text, "x", c.format)); });
    }
}

TEST_CASE("a macro that names its parameter over and over does not multiply its argument without end") {
    auto const text = concat("\\newcommand{\\a}[1]{", repeated("#1", 20'000), "}\\begin{document}\\a{",
                             repeated("x", 100'000), "}");
    auto const document = read_document_bytes(text, "x", "tex");
    REQUIRE(document);
    CHECK(document->text.size() < 2'000'000);
}

TEST_CASE("entities are not expanded without end", "[packages]") {
    std::string text = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>";
    for (char c = 'b'; c <= 'z'; ++c) {
        std::string const before = std::string("&") + static_cast<char>(c - 1) + ";";
        text += std::string("<!ENTITY ") + c + " '" + repeated(before, 10) + "'>";
    }
    text += "]>" + body("<w:p><w:r><w:t>&z;</w:t></w:r></w:p>");
    auto const document = read_document_bytes(package({{"word/document.xml", text}}), "x.docx");
    CHECK((!document || document->text.size() < 100));
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
