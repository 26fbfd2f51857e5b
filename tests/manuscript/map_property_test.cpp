// Random spans of notes lead to the bytes they were read from.

#include <rapidcheck.h>

#include <fonds/document.hpp>

#include "support/catch.hpp"
#include "support/manuscripts.hpp"

using namespace fonds;
using namespace fonds::test;

namespace {

bool starts_character(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

}  // namespace

TEST_CASE("random spans find their way back", "[packages]") {
    for (auto const* file :
         {"txt/essay.txt", "md/essay.md", "tex/essay.tex", "html/essay.html", "docx/essay.docx",
          "odt/essay.odt", "md/jwr12_003_about_the_source.md", "docx/pandoc_sdt_in_footnote.docx"}) {
        auto const path = std::string(FONDS_SHARED_DIR "/manuscripts/") + file;
        if (is_absent(path)) continue;
        auto const document = read_document(path);
        REQUIRE(document);
        bool const held = rc::check(file, [&] {
            auto const& note = document->notes[*rc::gen::inRange<std::size_t>(0, document->notes.size())];
            auto begin = *rc::gen::inRange<std::size_t>(0, note.text.size());
            auto end = *rc::gen::inRange<std::size_t>(begin + 1, std::min(begin + 40, note.text.size()) + 1);
            while (!starts_character(note.text, begin)) --begin;
            while (!starts_character(note.text, end)) ++end;
            Span const span{begin, end};
            auto const place = note.map.to_source(span);
            RC_ASSERT(place);
            auto const& bytes = document->parts[place->part].bytes;
            RC_ASSERT(place->span.end <= bytes.size());
            // Within one exact piece the bytes are the same.
            for (auto const& piece : note.map.pieces())
                if (piece.is_exact() && piece.text.contains(span))
                    RC_ASSERT(with_plain_spaces(slice(bytes, place->span)) ==
                              with_plain_spaces(slice(note.text, span)));
        });
        CHECK(held);
    }
}
