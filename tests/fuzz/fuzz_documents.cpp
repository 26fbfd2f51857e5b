// Any bytes are a manuscript or an error; what was read is checked, and safe repairs are written back.

#include <cstdint>
#include <fonds/check.hpp>
#include <fonds/document.hpp>
#include <fonds/note.hpp>
#include <fonds/rewrite.hpp>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const bytes(reinterpret_cast<char const*>(data), size);
    for (std::string_view const format : {"auto", "txt", "md", "tex", "html", "tei"}) {
        auto const document = fonds::read_document_bytes(bytes, "fuzz", format);
        if (!document) continue;
        auto const notes = fonds::parse_notes(*document);
        auto const findings = fonds::check(*document, notes);
        std::vector<fonds::NoteEdit> edits;
        for (auto const& chosen : fonds::choose_fixes(findings, fonds::FixLevel::safe))
            for (auto const& edit : chosen.fix.edits)
                edits.push_back(
                    {findings[chosen.finding].note, edit.span, edit.replacement, chosen.finding + 1});
        (void)fonds::apply_edits(*document, edits);
    }
    return 0;
}
