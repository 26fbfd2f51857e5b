#include <cstdlib>
#include <fonds/rewrite.hpp>

#include "base/file.hpp"
#include "support/catch.hpp"
#include "support/manuscripts.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

std::string const folder = FONDS_SHARED_DIR "/manuscripts/";

bool has_command(char const* name) {
    auto const probe = std::string("command -v ") + name + " >/dev/null 2>&1";
    return std::system(probe.c_str()) == 0;
}

}  // namespace

TEST_CASE("citations are rewritten in a style, what stands between them is not") {
    std::string const source =
        "War.[1] Peace.[2] End.[3]\n\n"
        "[1] See “Information on the Situation in the DPRK,” April, 1955, History and Public Policy Program "
        "Digital "
        "Archive, RGANI, Fond 5, Opis 28, Delo 314, listi 34-59. I thank the archivists for it.\n\n"
        "[2] Ibid.\n\n"
        "[3] Nobody knows where that lies, in some box.\n";
    auto const document = read_document_bytes(source, "-", "txt");
    REQUIRE(document);
    ReformatOptions options;
    options.style = "gost-archives";
    auto const patched = reformat_citations(*document, options);
    REQUIRE(patched);
    auto const again = read_document_bytes(patched->bytes, "-", "txt");
    REQUIRE(again);
    REQUIRE(again->notes.size() == 3);
    CHECK(again->notes[0].text.rfind("See ", 0) == 0);
    CHECK(again->notes[0].text.find("РГАНИ. Ф. 5. Оп. 28. Д. 314. Л. 34–59") != std::string::npos);
    CHECK(again->notes[0].text.find("I thank the archivists for it.") != std::string::npos);
    CHECK(again->notes[2].text == document->notes[2].text);
    CHECK(again->text == document->text);
}

TEST_CASE("an unknown style is an error, and so are live citations where none can stand") {
    auto const document = read_document_bytes("War.[1]\n\n[1] RGANI, f. 5.\n", "-", "txt");
    REQUIRE(document);
    ReformatOptions options;
    options.style = "no-such-style";
    auto const missing = reformat_citations(*document, options);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::not_found);
    options.style = "chicago-archives";
    options.zotero = true;
    auto const refused = reformat_citations(*document, options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::unsupported);
}

TEST_CASE("live Zotero citations carry their records, and read back", "[packages]") {
    for (auto const* name : {"docx", "odt"}) {
        INFO(name);
        auto const path = folder + name + "/essay." + name;
        if (is_absent(path)) continue;
        auto const document = read_document(path);
        REQUIRE(document);
        ReformatOptions options;
        options.style = "chicago-archives";
        options.zotero = true;
        options.minimum_confidence = 0.3;
        auto const patched = reformat_citations(*document, options);
        REQUIRE(patched);
        auto const again = read_document_bytes(patched->bytes, "essay", name);
        REQUIRE(again);
        REQUIRE(again->notes.size() == 10);
        CHECK(again->text == document->text);
        check_maps(*again);
        REQUIRE(again->notes[2].embedded.size() == 1);
        auto const& citation = again->notes[2].embedded[0];
        CHECK(citation.producer == "zotero");
        CHECK(slice(again->notes[2].text, citation.span).substr(0, 16) == "“Information o");
        REQUIRE(citation.items.size() == 1);
        CHECK(citation.items[0].reference.levels.size() == 4);
        CHECK(again->notes[6].embedded.size() == 2);

        // What a program manages already is left to it.
        auto const twice = reformat_citations(*again, options);
        REQUIRE(twice);
        CHECK(twice->bytes == patched->bytes);
    }
}

TEST_CASE("other programs still open a rewritten manuscript", "[packages]") {
    for (auto const* name : {"docx", "odt"}) {
        auto const path = folder + name + "/essay." + name;
        if (is_absent(path)) continue;
        auto const document = read_document(path);
        REQUIRE(document);
        ReformatOptions options;
        options.style = "chicago-archives";
        options.zotero = true;
        auto const patched = reformat_citations(*document, options);
        REQUIRE(patched);
        auto const scratch =
            std::filesystem::temp_directory_path() / ("fonds-reformat-test-" + std::to_string(std::rand()));
        std::filesystem::create_directories(scratch);
        auto const file = (scratch / ("essay." + std::string(name))).string();
        REQUIRE(write_document(file, patched->bytes));
        if (has_command("unzip")) CHECK(std::system(("unzip -tqq '" + file + "'").c_str()) == 0);
        else WARN("skipped: unzip is not installed");
        if (has_command("pandoc")) {
            auto const out = (scratch / "pandoc.txt").string();
            CHECK(std::system(("pandoc '" + file + "' -t plain --wrap=none -o '" + out + "'").c_str()) == 0);
            auto const text = read_file(out);
            REQUIRE(text);
            CHECK(text->find("RGANI, fond 5, opis 28, delo 314") != std::string::npos);
        } else {
            WARN("skipped: pandoc is not installed");
        }
        if (has_command("libreoffice")) {
            auto const command = "libreoffice --headless --convert-to txt:Text --outdir '" +
                                 scratch.string() + "' '" + file + "' >/dev/null 2>&1";
            CHECK(std::system(command.c_str()) == 0);
            CHECK(std::filesystem::exists(scratch / "essay.txt"));
        } else {
            WARN("skipped: libreoffice is not installed");
        }
        std::filesystem::remove_all(scratch);
    }
}
