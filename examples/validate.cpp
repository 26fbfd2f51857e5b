// A press at the desk: the findings of one manuscript, one a line, and whether it may go to print.
//   validate MANUSCRIPT

#include <algorithm>
#include <fonds/fonds.hpp>
#include <iostream>

int main(int argc, char** argv) {
    auto const manuscript = fonds::read_document(argc > 1 ? argv[1] : "bibliography/essay/essay.txt");
    if (!manuscript) {
        std::cerr << to_string(manuscript.error()) << '\n';
        return 2;
    }
    auto const notes = fonds::parse_notes(*manuscript);
    auto const findings = fonds::check(*manuscript, notes);
    for (auto const& finding : findings) {
        bool const in_note = finding.note != fonds::no_index;
        std::cout << (in_note ? "note " + manuscript->notes[finding.note].number : manuscript->name);
        if (auto const place = fonds::place_of(*manuscript, finding))  // what an editor underlines
            std::cout << " (bytes " << place->span.begin << "-" << place->span.end << ")";
        std::cout << ": " << to_string(finding.severity) << ": " << finding.message << " [" << finding.rule
                  << "]\n";
        if (!finding.fixes.empty()) std::cout << "    " << finding.fixes.front().description << '\n';
    }
    bool const printable = std::none_of(
        findings.begin(), findings.end(),
        [](fonds::Diagnostic const& finding) { return finding.severity == fonds::Severity::error; });
    std::cout << (printable ? "no errors\n" : "errors: back to the author\n");
}
