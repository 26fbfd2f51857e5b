// Headings over the parts of a bibliography, in each output format.
#include <algorithm>
#include <array>
#include <fonds/csl.hpp>

#include "csl/render.hpp"

namespace fonds::csl {
namespace {

constexpr int deepest_heading = 3;

/// What stands before and behind a heading's text.
struct Frame {
    std::string before, after;
};

Frame frame(int level, OutputFormat output) {
    static constexpr std::array<std::string_view, deepest_heading> sections = {
        "\\section*{", "\\subsection*{", "\\subsubsection*{"};
    auto const depth = static_cast<std::size_t>(level);
    switch (output) {
        case OutputFormat::text:
        case OutputFormat::tagged: return {"", "\n\n"};
        case OutputFormat::html: {
            auto const tag = "h" + std::to_string(level + 1);
            return {"<" + tag + ">", "</" + tag + ">\n"};
        }
        case OutputFormat::markdown: return {std::string(depth + 1, '#') + " ", "\n\n"};
        case OutputFormat::latex: return {std::string(sections[depth - 1]), "}\n"};
        case OutputFormat::rtf: return {"{\\pard\\b ", "\\par}\n"};
        case OutputFormat::typst: return {std::string(depth, '=') + " ", "\n\n"};
    }
    return {};
}

}  // namespace

std::string write_heading(std::string_view text, int level, OutputFormat output) {
    auto const [before, after] = frame(std::clamp(level, 1, deepest_heading), output);
    std::string out = before;
    markup_for(output).escape(out, text);
    return out + after;
}

}  // namespace fonds::csl
