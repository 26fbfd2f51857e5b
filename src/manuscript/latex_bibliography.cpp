// The bibliography of a LaTeX text: commands that name files, entries that stand in the text.

#include "manuscript/latex_bibliography.hpp"

#include <algorithm>
#include <fonds/formats.hpp>
#include <string>

#include "base/text.hpp"
#include "manuscript/latex_cursor.hpp"

namespace fonds {
namespace {

/// Walks one part from command to command.
class BibliographyFinder : LatexCursor {
  public:
    BibliographyFinder(Document& document, std::size_t part)
        : LatexCursor(document.parts[part].bytes), document_(document), part_(part) {}

    void run() {
        while (at_ < end_) {
            at_ = std::min(source_.find_first_of("\\%", at_), end_);
            if (at_ >= end_) break;
            if (source_[at_] == '%') {
                at_ = std::min(source_.find('\n', at_), end_);
                continue;
            }
            auto const name = name_at(at_);
            at_ = std::max(name.end, at_ + 1);
            command(name);
        }
        if (!typed_.empty()) document_.bibliography.add({{}, std::move(typed_)});
    }

  private:
    void command(Name const& name) {
        // biblatex's names are whole; those of BibTeX are a list without ".bib".
        if (name.text == "addbibresource" || name.text == "addglobalbib" || name.text == "addsectionbib") {
            skip_options();
            if (auto const file = skip_argument()) add(*file, false);
        } else if (name.text == "bibliography" || name.text == "nobibliography") {
            if (auto const files = skip_argument()) add_each(*files);
        } else if (name.text == "bibitem") {
            skip_options();
            if (auto const key = skip_argument()) typed_.emplace_back().id = trim(slice(source_, *key));
        } else if (name.text == "begin") {
            auto const close = std::min(source_.find('}', at_), end_);
            if (at_ < end_ && source_[at_] == '{') {
                auto const environment = source_.substr(at_ + 1, close - at_ - 1);
                at_ = std::min(close + 1, end_);
                enter(environment);
            }
        }
    }

    void add_each(Span files) {
        for (auto begin = files.begin; begin < files.end;) {
            auto const comma = std::min(source_.find(',', begin), files.end);
            add({begin, comma}, true);
            begin = comma + 1;
        }
    }

    void add(Span written, bool lacks_extension) {
        auto const text = slice(source_, written);
        auto const name = trim(text);
        // A macro's name is worked out by TeX alone.
        if (name.empty() || name.find_first_of("\\#{}") != std::string_view::npos) return;
        auto const begin = written.begin + static_cast<std::size_t>(name.data() - text.data());
        bool const is_short = lacks_extension && !name.ends_with(".bib");
        document_.bibliographies.push_back(
            {concat(name, is_short ? ".bib" : ""), {begin, begin + name.size()}, part_});
    }

    // What is verbatim is passed; a file that the text writes itself is read.
    void enter(std::string_view environment) {
        if (!is_verbatim_environment(environment) && !environment.starts_with("filecontents")) return;
        auto const end = std::min(source_.find(concat("\\end{", environment, "}"), at_), end_);
        if (environment.starts_with("filecontents")) {
            skip_options();
            auto const name = skip_argument();
            if (name && at_ < end && slice(source_, *name).ends_with(".bib"))
                add_contents(trim(slice(source_, *name)), slice(source_, {at_, end}));
        }
        at_ = end;
    }

    void add_contents(std::string_view name, std::string_view bytes) {
        if (auto records = read_items(bytes, "biblatex"))
            document_.bibliography.add({std::string(name), std::move(records->value)});
    }

    Document& document_;
    std::size_t part_;
    Items typed_;
};

bool cites_by_key(Document const& document) {
    return !document.embedded.empty() ||
           std::any_of(document.notes.begin(), document.notes.end(),
                       [](SourceNote const& note) { return !note.embedded.empty(); });
}

}  // namespace

void find_latex_bibliography(Document& document) {
    if (!cites_by_key(document)) return;
    for (std::size_t part = 0; part < document.parts.size(); ++part) BibliographyFinder(document, part).run();
    // What the text writes itself stands in no other file.
    std::erase_if(document.bibliographies, [&](BibliographyName const& name) {
        for (std::size_t i = 0; i < document.bibliography.size(); ++i)
            if (document.bibliography.file(i).path == name.name) return true;
        return false;
    });
}

}  // namespace fonds
