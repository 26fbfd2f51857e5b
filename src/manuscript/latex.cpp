// LaTeX: the file as a whole, its preamble, title and body.

#include <algorithm>

#include "manuscript/latex_bibliography.hpp"
#include "manuscript/latex_reader.hpp"
#include "manuscript/reader.hpp"

namespace fonds {

LatexReader::LatexReader(Document& document, LatexFiles& files)
    : LatexReader(document, document.parts.front().bytes, std::make_shared<LatexState>(), false, 0) {
    files_ = &files;
}

LatexReader::LatexReader(Document& document, std::string_view source, std::shared_ptr<LatexState> state,
                         bool inside_note, std::size_t depth)
    : LatexCursor(source), LatexStory(document, std::move(state), inside_note), expansion_depth_(depth) {}

void LatexReader::read() {
    state_->macros = LatexMacros::collect(source_);
    find_citation_style();
    auto const preamble = text_begin(source_);
    if (auto const begin = go_to_document(); begin != std::string_view::npos) {
        take_macros_of_inputs(preamble, begin);
        auto const body = at_;
        read_title(begin);
        at_ = body;
    }
    run();
    close_all(end_);
    finish();
}

// Styles that cite in the text say so in the preamble; those of historians, and a fragment, cite in notes.
void LatexReader::find_citation_style() {
    auto const head = source_.substr(0, std::min(source_.find("\\begin{document}"), source_.size()));
    bool const inline_style = head.find("authoryear") != std::string_view::npos ||
                              head.find("numeric") != std::string_view::npos ||
                              head.find("alphabetic") != std::string_view::npos ||
                              head.find("style=apa") != std::string_view::npos ||
                              head.find("style=mla") != std::string_view::npos ||
                              head.find("autocite=inline") != std::string_view::npos;
    state_->citations_are_notes = !inline_style || head.find("autocite=footnote") != std::string_view::npos;
}

// Moves to the text of a file, which ends with its document; gives back where the preamble ends, or npos.
std::size_t LatexReader::go_to_document() {
    at_ = text_begin(source_);
    auto const begin = find_outside_comments("\\begin{document}");
    if (begin == std::string_view::npos) return begin;
    at_ = begin + 16;
    if (auto const end = source_.find("\\end{document}", at_); end != std::string_view::npos) end_ = end;
    return begin;
}

// Title and author stand in the preamble, and may carry notes.
void LatexReader::read_title(std::size_t preamble_end) {
    for (auto const* command : {"\\title{", "\\author{"}) {
        auto const at = find_outside_comments(command);
        if (at >= preamble_end) continue;
        auto const close = closing_brace(source_.find('{', at));
        if (!close) continue;
        auto const whole = std::exchange(end_, *close + 1);
        at_ = at;
        run();
        end_ = whole;
    }
}

void LatexReader::run() {
    while (at_ < end_) step();
}

std::optional<Error> read_latex(Document& document, Surroundings surroundings) {
    LatexFiles files(document, surroundings == Surroundings::on_disk);
    LatexReader(document, files).read();
    files.finish();
    find_latex_bibliography(document);
    return std::nullopt;
}

}  // namespace fonds
