// A batch: a list of footnotes, one a line, becomes a BibTeX file; what was not understood is listed.
//   batch NOTES.txt > NOTES.bib

#include <fonds/fonds.hpp>
#include <fstream>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
    std::ifstream in(argc > 1 ? argv[1] : "bibliography/essay/essay.txt");
    if (!in) {
        std::cerr << "batch: cannot read the notes\n";
        return 2;
    }
    fonds::NoteParser parser;
    std::vector<fonds::ParsedNote> notes;
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) notes.push_back(parser.next(std::to_string(notes.size() + 1), line));

    for (auto const& note : notes)
        for (auto const& citation : note.citations)
            if (citation.kind == fonds::CitationKind::unparsed)
                std::cerr << "note " << note.id << ": not understood: " << slice(note.text, citation.span)
                          << '\n';

    auto const bibtex = fonds::write_items(fonds::cited_items(notes), "bibtex");
    if (!bibtex) {
        std::cerr << to_string(bibtex.error()) << '\n';
        return 2;
    }
    for (auto const& loss : bibtex->diagnostics) std::cerr << loss.message << '\n';
    std::cout << bibtex->value;
}
