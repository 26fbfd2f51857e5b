// Any text is a note: its segments partition it, every span lies in it, and it resolves against itself.

#include <cstdint>
#include <cstdlib>
#include <fonds/note.hpp>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    fonds::NoteParser parser;
    for (int round = 0; round < 2; ++round) {
        auto const note = parser.next("n", text);
        std::size_t at = 0;
        for (auto const& segment : note.segments) {
            if (segment.span.begin != at || segment.span.end < at) std::abort();
            at = segment.span.end;
        }
        if (at != text.size()) std::abort();
        for (auto const& citation : note.citations)
            for (auto const& field : citation.fields)
                if (field.span.begin > field.span.end || field.span.end > text.size()) std::abort();
    }
    return 0;
}
