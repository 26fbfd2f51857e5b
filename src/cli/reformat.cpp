// `fonds reformat`: a manuscript's citations written anew in a style.

#include <fonds/document.hpp>
#include <fonds/rewrite.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"

namespace fonds::cli {
namespace {

struct Request {
    std::string file, from = "auto", output, archives;
    ReformatOptions options;
};

int fail(Error const& error) {
    std::cerr << "fonds: " << to_string(error) << '\n';
    return exit_error;
}

void report(Document const& document, Patched const& patched) {
    for (auto const& found : patched.diagnostics) {
        auto const& note = document.notes[found.note];
        std::cerr << document.name << ": note " << (note.number.empty() ? note.id : note.number) << ", bytes "
                  << found.span.begin << '-' << found.span.end << ": " << to_string(found.severity) << '['
                  << found.rule << "]: " << found.message << "\n    " << slice(note.text, found.span) << '\n';
    }
}

int run(Request const& request) {
    std::optional<Knowledge> extended;
    if (!request.archives.empty()) {
        auto loaded = Knowledge::with_archives(request.archives);
        if (!loaded) return fail(loaded.error());
        extended = std::move(*loaded);
    }
    auto const document = read_document(request.file, request.from);
    if (!document) return fail(document.error());
    auto const patched =
        reformat_citations(*document, request.options, extended ? *extended : Knowledge::builtin());
    if (!patched) return fail(patched.error());
    report(*document, *patched);
    if (request.output == "-") {
        std::cout << patched->bytes;
    } else if (auto const written = write_document(request.output, patched->bytes); !written) {
        return fail(written.error());
    }
    return patched->diagnostics.empty() ? exit_fine : exit_findings;
}

}  // namespace

void add_reformat(CLI::App& app, int& exit_code) {
    auto request = std::make_shared<Request>();
    auto* command = app.add_subcommand("reformat", "Rewrite the citations of a manuscript's notes in a style");
    command->add_option("FILE", request->file, "Manuscript; - is standard input")->required();
    command->add_option("--from", request->from, "auto, txt, md, docx, odt, tex, html, tei")->capture_default_str();
    command->add_option("--style,-s", request->options.style, "CSL style: name or file")->required();
    command->add_option("--locale", request->options.locale, "Language, instead of the style's own");
    command->add_option("--output,-o", request->output, "File to write; - is standard output")->required();
    command
        ->add_option("--min-confidence", request->options.minimum_confidence,
                     "Leave alone what was understood with less")
        ->capture_default_str();
    command->add_flag("--zotero", request->options.zotero, "Write live Zotero citations (DOCX, ODT)");
    command->add_option("--archives", request->archives, "More archives, in the format of bibliography/archives");
    command->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace fonds::cli
