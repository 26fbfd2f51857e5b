// What commands of LaTeX do with their arguments.

#include "manuscript/latex_effects.hpp"

#include <algorithm>
#include <array>

namespace fonds {
namespace {

struct Effect {
    std::string_view name;
    LatexEffect effect;
};
using C = LatexCommand;
// clang-format off
constexpr std::array<Effect, 189> effects = {{
    {"emph", {C::italic}}, {"textit", {C::italic}}, {"textsl", {C::italic}}, {"mkbibemph", {C::italic}},
    {"itshape", {C::italic_on}}, {"slshape", {C::italic_on}}, {"em", {C::italic_on}}, {"it", {C::italic_on}},
    {"enquote", {C::quote}}, {"textquote", {C::quote}}, {"blockquote", {C::quote}},
    {"foreignquote", {C::second_quote}}, {"hyphenquote", {C::second_quote}}, {"foreignlanguage", {C::second}}, {"href", {C::second}}, {"textcolor", {C::second}},
    {"colorbox", {C::second}}, {"parbox", {C::second}}, {"raisebox", {C::second}}, {"hyperlink", {C::second}},
    {"hypertarget", {C::second}}, {"textlang", {C::second}},
    {"part", {C::heading}}, {"chapter", {C::heading}}, {"section", {C::heading}}, {"subsection", {C::heading}},
    {"subsubsection", {C::heading}}, {"paragraph", {C::heading}}, {"title", {C::heading}},
    {"author", {C::heading}}, {"date", {C::heading}}, {"caption", {C::heading}}, {"par", {C::paragraph}}, {"item", {C::paragraph}}, {"newpage", {C::paragraph}},
    {"clearpage", {C::paragraph}}, {"cleardoublepage", {C::paragraph}}, {"pagebreak", {C::paragraph}},
    {"url", {C::verbatim}}, {"nolinkurl", {C::verbatim}}, {"path", {C::verbatim}}, {"doi", {C::verbatim}},
    {"footnote", {C::footnote}}, {"thanks", {C::footnote}},
    {"footnoteA", {C::footnote}}, {"footnoteB", {C::footnote}}, {"footnoteC", {C::footnote}},
    {"Afootnote", {C::footnote}}, {"Bfootnote", {C::footnote}}, {"Cfootnote", {C::footnote}},
    {"Aendnote", {C::endnote}}, {"Bendnote", {C::endnote}},
    {"footnoteD", {C::footnote}}, {"footnoteE", {C::footnote}}, {"Dfootnote", {C::footnote}},
    {"Efootnote", {C::footnote}}, {"Cendnote", {C::endnote}}, {"Dendnote", {C::endnote}},
    {"sidenote", {C::footnote}}, {"sidefootnote", {C::footnote}}, {"tablefootnote", {C::footnote}}, {"blfootnote", {C::footnote}},
    {"marginpar", {C::margin_note}}, {"marginnote", {C::margin_note}}, {"sidenotemark", {C::footnote_mark}}, {"sidenotetext", {C::footnote_text}},
    {"endnote", {C::endnote}}, {"pagenote", {C::endnote}}, {"footnotemark", {C::footnote_mark}},
    {"footnotetext", {C::footnote_text}}, {"endnotemark", {C::endnote_mark}}, {"endnotetext", {C::endnote_text}},
    {"footcite", {C::note_citation}},
    {"footcites", {C::note_citation}}, {"footfullcite", {C::note_citation}}, {"footcitetext", {C::note_citation}},
    {"footnotecite", {C::note_citation}}, {"autocite", {C::auto_citation}}, {"autocites", {C::auto_citation}},
    {"smartcite", {C::auto_citation}}, {"smartcites", {C::auto_citation}}, {"cite", {C::inline_citation}},
    {"Cite", {C::inline_citation}}, {"cites", {C::inline_citation}}, {"citep", {C::inline_citation}},
    {"citet", {C::inline_citation}}, {"parencite", {C::inline_citation}}, {"parencites", {C::inline_citation}},
    {"textcite", {C::inline_citation}}, {"textcites", {C::inline_citation}}, {"fullcite", {C::inline_citation}},
    {"citetitle", {C::inline_citation}}, {"citeauthor", {C::inline_citation}}, {"citeyear", {C::inline_citation}},
    {"Autocite", {C::auto_citation}}, {"Footcite", {C::note_citation}}, {"Parencite", {C::inline_citation}},
    {"Textcite", {C::inline_citation}}, {"citealt", {C::inline_citation}}, {"citealp", {C::inline_citation}},
    {"citedate", {C::inline_citation}}, {"citeurl", {C::inline_citation}}, {"citefield", {C::inline_citation, 1}},
    {"volcite", {C::inline_volume_citation}}, {"avolcite", {C::volume_citation}}, {"fvolcite", {C::volume_citation}},
    {"shortcite", {C::inline_citation}}, {"supercite", {C::inline_citation}},
    {"newcommand", {C::definition}}, {"renewcommand", {C::definition}}, {"providecommand", {C::definition}},
    {"DeclareRobustCommand", {C::definition}}, {"newrobustcmd", {C::definition}},
    {"renewrobustcmd", {C::definition}}, {"providerobustcmd", {C::definition}}, {"def", {C::definition}}, {"gdef", {C::definition}}, {"let", {C::definition}},
    {"NewDocumentCommand", {C::definition}}, {"RenewDocumentCommand", {C::definition}},
    {"ProvideDocumentCommand", {C::definition}}, {"DeclareDocumentCommand", {C::definition}},
    {"label", {C::label}}, {"ref", {C::reference}}, {"autoref", {C::reference}}, {"cref", {C::reference}},
    {"footref", {C::note_reference}}, {"pageref", {C::drop, 1}}, {"index", {C::drop, 1}},
    {"nocite", {C::drop, 1}}, {"vspace", {C::drop, 1}}, {"hspace", {C::drop, 1}}, {"input", {C::file}},
    {"include", {C::file}}, {"subfile", {C::file}}, {"subfileinclude", {C::file}}, {"import", {C::import}},
    {"subimport", {C::import}}, {"inputfrom", {C::import}}, {"subinputfrom", {C::import}},
    {"includefrom", {C::import}}, {"subincludefrom", {C::import}},
    {"includegraphics", {C::drop, 1}}, {"bibliography", {C::drop, 1}},
    {"bibliographystyle", {C::drop, 1}}, {"addbibresource", {C::drop, 1}}, {"usepackage", {C::drop, 1}},
    {"RequirePackage", {C::drop, 1}}, {"documentclass", {C::drop, 1}}, {"documentstyle", {C::drop, 1}},
    {"pagestyle", {C::drop, 1}}, {"thispagestyle", {C::drop, 1}}, {"setcounter", {C::counter}},
    {"addtocounter", {C::counter}}, {"stepcounter", {C::counter}}, {"refstepcounter", {C::counter}}, {"setlength", {C::drop, 2}}, {"addtolength", {C::drop, 2}},
    {"hypersetup", {C::drop, 1}}, {"geometry", {C::drop, 1}}, {"setmainfont", {C::drop, 1}},
    {"setdefaultlanguage", {C::drop, 1}}, {"setotherlanguage", {C::drop, 1}}, {"selectlanguage", {C::drop, 1}},
    {"addcontentsline", {C::drop, 3}}, {"markboth", {C::drop, 2}}, {"markright", {C::drop, 1}},
    {"newcounter", {C::drop, 1}}, {"newlength", {C::drop, 1}}, {"color", {C::drop, 1}},
    {"phantom", {C::drop, 1}}, {"hphantom", {C::drop, 1}}, {"vphantom", {C::drop, 1}},
    {"fontsize", {C::drop, 2}}, {"linespread", {C::drop, 1}}, {"graphicspath", {C::drop, 1}},
    {"todo", {C::drop, 1}}, {"deleted", {C::drop, 1}}, {"replaced", {C::first}},
    {"vref", {C::reference}}, {"Cref", {C::reference}}, {"Vref", {C::reference}}, {"nameref", {C::drop, 1}},
    {"textcquote", {C::cited_quote}}, {"blockcquote", {C::cited_quote}}, {"hyphenation", {C::drop, 1}}, {"newenvironment", {C::drop, 3}},
    {"renewenvironment", {C::drop, 3}}, {"PassOptionsToPackage", {C::drop, 2}},
}};
// clang-format on

// "\\Autocites", "\\footfullcites", "\\tvolcite": commands of biblatex that the table need not name, and
// those of authors that are named after them.
LatexEffect effect_of_cite(std::string_view name) {
    if (name.ends_with("s")) name.remove_suffix(1);
    if (!name.ends_with("cite")) return {};
    if (name.ends_with("volcite")) return {C::inline_volume_citation};
    if (name.starts_with("foot") || name.starts_with("Foot")) return {C::note_citation};
    if (name.starts_with("Auto") || name.starts_with("Smart")) return {C::auto_citation};
    return {C::inline_citation};
}

}  // namespace

LatexEffect latex_effect(std::string_view name) {
    auto const row = std::find_if(effects.begin(), effects.end(),
                                  [&](Effect const& effect) { return effect.name == name; });
    return row == effects.end() ? effect_of_cite(name) : row->effect;
}

std::vector<std::string_view> latex_commands(LatexCommand command) {
    std::vector<std::string_view> names;
    for (auto const& [name, effect] : effects)
        if (effect.command == command) names.push_back(name);
    return names;
}

}  // namespace fonds
