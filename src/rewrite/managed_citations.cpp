// Citations that are no text of the author's.

#include "rewrite/managed_citations.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/diagnostic.hpp"
#include "base/text.hpp"

namespace fonds {
namespace {

// Where a program is told its style.
struct Program {
    std::string_view producer, name, setting;
};
constexpr std::array<Program, 9> programs = {{
    {"pandoc", "pandoc", "by “csl:” in the metadata or --csl"},
    {"latex", "LaTeX", "by biblatex's option “style” or by \\bibliographystyle"},
    {"tei", "the stylesheet of the edition", "by its parameters"},
    {"zotero", "Zotero", "in the document preferences"},
    {"mendeley", "Mendeley", "in the citation settings"},
    {"citavi", "Citavi", "in the list of citation styles"},
    {"endnote", "EndNote", "in the list of styles"},
    {"mediawiki", "a template of the wiki", "by the template that is named"},
    {"libreoffice", "LibreOffice", "in the settings of its bibliography"},
}};

std::string message_of(std::string_view producer, std::size_t count) {
    auto const at = std::find_if(programs.begin(), programs.end(),
                                 [&](Program const& program) { return program.producer == producer; });
    auto const program = at != programs.end() ? *at : Program{producer, producer, "among its settings"};
    if (count == 1)
        return concat(program.name, " writes this citation: set its style there, ", program.setting);
    return concat(program.name, " writes this citation and ", std::to_string(count - 1),
                  " more: set their style there, ", program.setting);
}

}  // namespace

std::string_view program_at(SourceNote const& note, Span span) {
    for (auto const& citation : note.embedded)
        if (citation.span.overlaps(span)) return citation.producer;
    return {};
}

void ManagedCitations::add(std::string_view producer, std::size_t note, Span span) {
    auto const known = std::find_if(programs_.begin(), programs_.end(),
                                    [&](OfProgram const& program) { return program.producer == producer; });
    if (known != programs_.end()) ++known->count;
    else programs_.push_back({producer, note, span});
}

std::vector<Diagnostic> ManagedCitations::findings() const {
    std::vector<Diagnostic> out;
    for (auto const& program : programs_)
        out.push_back(make_diagnostic("citation-managed", Severity::note, program.note, program.span,
                                      message_of(program.producer, program.count)));
    return out;
}

}  // namespace fonds
