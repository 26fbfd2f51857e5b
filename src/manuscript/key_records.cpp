// The records behind the keys that a manuscript cites.

#include "manuscript/key_records.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "base/diagnostic.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "format/bibliography.hpp"
#include "model/says_something.hpp"

namespace fonds {
namespace {

namespace fs = std::filesystem;

bool cites_by_key(Document const& document) {
    auto const any = [](std::vector<EmbeddedCitation> const& citations) {
        return std::any_of(citations.begin(), citations.end(),
                           [](EmbeddedCitation const& citation) { return citation.is_by_key(); });
    };
    return any(document.embedded) || std::any_of(document.notes.begin(), document.notes.end(),
                                                 [&](SourceNote const& note) { return any(note.embedded); });
}

/// Reads the files that a manuscript names.
class NamedFiles {
  public:
    NamedFiles(Document& document, Surroundings surroundings, Bibliography const& given)
        : document_(document), on_disk_(surroundings == Surroundings::on_disk), given_(given) {}

    /// True where all could be read.
    bool read() {
        bool all = true;
        for (auto const& name : document_.bibliographies) {
            auto file = file_of(name.name);
            if (!file.problem.empty()) report(name, file.problem);
            all = all && file.problem.empty();
            document_.bibliography.add(std::move(file));
        }
        return all;
    }

  private:
    [[nodiscard]] Bibliography::File file_of(std::string const& name) const {
        auto const path = path_of(name);
        if (auto const* known = given([&](std::string const& other) { return other == path; })) return *known;
        auto problem = std::string("a text that is no file takes in none");
        if (on_disk_) {
            auto file = read_bibliography_file(path);
            if (file) return *std::move(file);
            problem = file.error().message;
        }
        // One that is given by hand stands for the file of that name.
        auto const file_name = fs::path(name).filename();
        if (auto const* known =
                given([&](auto const& other) { return fs::path(other).filename() == file_name; }))
            return {path, known->items, known->problem};
        return {path, {}, std::move(problem)};
    }

    // Beside the manuscript.
    [[nodiscard]] std::string path_of(std::string const& name) const {
        fs::path const path(name);
        auto const folder = fs::path(document_.name).parent_path();
        return (path.is_absolute() ? path : folder / path).lexically_normal().generic_string();
    }

    template <class Fits>
    [[nodiscard]] Bibliography::File const* given(Fits const& fits) const {
        for (std::size_t i = 0; i < given_.size(); ++i)
            if (auto const& file = given_.file(i); !file.path.empty() && fits(file.path)) return &file;
        return nullptr;
    }

    void report(BibliographyName const& name, std::string_view problem) {
        auto finding = make_diagnostic(
            "bibliography-not-read", Severity::warning, name.span,
            concat("the bibliography “", name.name, "” was not read (", problem,
                   "): what its keys stand for is not known; name the file with --bibliography"));
        finding.part = name.part;
        document_.diagnostics.push_back(std::move(finding));
    }

    Document& document_;
    bool on_disk_;
    Bibliography const& given_;
};

// "[@fig:map]", "@sec-method": what pandoc's filters number is no work.
bool is_cross_reference(EmbeddedCitation const& citation) {
    static auto const prefixes = embedded_list("vocabulary/cross-reference-prefixes.txt");
    return citation.producer == "pandoc" &&
           std::any_of(prefixes.begin(), prefixes.end(),
                       [&](auto const& prefix) { return citation.key.starts_with(prefix); });
}

/// Gives the citations of one text their records.
class KeyLookUp {
  public:
    KeyLookUp(Bibliography const& bibliography, std::string_view text)
        : bibliography_(bibliography), text_(text) {}

    /// `unknown` is told of each key without a record, and where it stands.
    template <class Unknown>
    void run(std::vector<EmbeddedCitation>& citations, Unknown const& unknown) {
        for (auto& citation : citations) {
            if (!citation.is_by_key()) continue;
            auto const place = place_of(citation);
            if (auto const* item = bibliography_.find(citation.key)) {
                // An entry that the author typed (`\bibitem`) is known by its key alone.
                if (says_something(*item)) citation.items = {*item};
            } else if (!is_cross_reference(citation)) {
                unknown(citation.key, place);
            }
        }
    }

  private:
    // Citations of a group all span the group: each key stands behind the one before.
    Span place_of(EmbeddedCitation const& citation) {
        auto const at = text_.find(citation.key, std::max(done_, citation.span.begin));
        if (at == std::string_view::npos || at + citation.key.size() > citation.span.end)
            return citation.span;
        done_ = at + citation.key.size();
        return {at, done_};
    }

    Bibliography const& bibliography_;
    std::string_view text_;
    std::size_t done_ = 0;
};

std::string unknown_key(Bibliography const& bibliography, std::string_view key) {
    auto const meant = bibliography.nearest(key);
    return concat("no record of the bibliography has the key “", key, "”",
                  meant.empty() ? std::string() : concat("; did you mean “", meant, "”?"));
}

}  // namespace

void look_up_keys(Document& document, Surroundings surroundings, Bibliography const& given) {
    if (!cites_by_key(document)) return;
    bool const all_read = NamedFiles(document, surroundings, given).read();
    document.bibliography.add(given);
    auto const& bibliography = document.bibliography;
    if (bibliography.empty()) return;
    for (std::size_t i = 0; i < document.notes.size(); ++i) {
        auto& note = document.notes[i];
        KeyLookUp(bibliography, note.text).run(note.embedded, [&](std::string const& key, Span place) {
            if (!all_read) return;
            auto& finding = document.diagnostics.emplace_back(
                make_diagnostic("unknown-key", Severity::error, i, place, unknown_key(bibliography, key)));
            if (auto const meant = bibliography.nearest(key); !meant.empty())
                finding.fixes.push_back(
                    {concat("write “", meant, "”"), false, {{place, std::string(meant)}}});
        });
    }
    KeyLookUp(bibliography, document.text).run(document.embedded, [&](std::string const& key, Span place) {
        auto const source = all_read ? document.map.to_source(place) : std::nullopt;
        if (!source) return;
        auto finding =
            make_diagnostic("unknown-key", Severity::error, source->span, unknown_key(bibliography, key));
        finding.part = source->part;
        document.diagnostics.push_back(std::move(finding));
    });
}

}  // namespace fonds
