// Citations that are no text of the author's: another program writes them, from keys or in its fields.
#pragma once

#include <cstddef>
#include <fonds/diagnostic.hpp>
#include <fonds/document.hpp>
#include <fonds/span.hpp>
#include <string_view>
#include <vector>

namespace fonds {

/// The program that writes the citation which a piece of a note belongs to, of a key or in a field; empty
/// where the author wrote it.
[[nodiscard]] std::string_view program_at(SourceNote const& note, Span span);

/// Counts them. They are left to their program, which is no fault of the manuscript: one finding for each
/// program says it.
class ManagedCitations {
  public:
    /// `producer` as in `EmbeddedCitation`.
    void add(std::string_view producer, std::size_t note, Span span);
    /// A finding `citation-managed` at the first citation of each program.
    [[nodiscard]] std::vector<Diagnostic> findings() const;

  private:
    struct OfProgram {
        std::string_view producer;
        std::size_t note = 0;  // of the first
        Span span;
        std::size_t count = 1;
    };
    std::vector<OfProgram> programs_;
};

}  // namespace fonds
