// The manuscript formats, and the choice among them.

#include <algorithm>
#include <array>
#include <fonds/document.hpp>

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "manuscript/detect.hpp"
#include "manuscript/encoding.hpp"
#include "manuscript/key_records.hpp"
#include "manuscript/note_lines.hpp"
#include "manuscript/reader.hpp"
#include "wire/html.hpp"
#include "wire/zip.hpp"

namespace fonds {
namespace {

struct Reader {
    DocumentFormat format;
    std::optional<Error> (*read)(Document& document, Surroundings surroundings);
    bool is_package = false;
};

// A reader of a format whose documents stand alone.
template <ReadInto read>
std::optional<Error> alone(Document& document, Surroundings) {
    return read(document);
}

// Readers of packages stay in the table of a build without them: using one says what is missing.
std::array const readers = {
    Reader{{"docx", "Word", "docx docm dotx", zip::is_available()}, alone<read_docx>, true},
    Reader{{"odt", "OpenDocument text (LibreOffice)", "odt ott fodt", zip::is_available()},
           alone<read_odt>,
           true},
    Reader{{"tex", "LaTeX", "tex latex ltx"}, read_latex},
    Reader{{"html", "HTML (WordPress, pandoc, Word, MediaWiki, kramdown)", "html htm xhtml",
            html::is_available()},
           alone<read_html>},
    Reader{{"tei", "TEI, JATS", "xml tei"}, alone<read_tei>},
    Reader{{"md", "Markdown (pandoc, GFM, kramdown)", "md markdown mkd mdown qmd rmd"}, alone<read_markdown>},
    Reader{{"txt", "plain text with numbered notes, wikitext", "txt text wiki mediawiki"},
           alone<read_plain_text>},
    Reader{{"lines", "plain text, each line a note", ""}, alone<read_lines>},
    Reader{{"notes", "JSON, each line an object with a note", ""}, alone<read_note_lines>},
};

Reader const* find_reader(std::string_view name) {
    auto const found = std::find_if(readers.begin(), readers.end(),
                                    [&](Reader const& reader) { return reader.format.name == name; });
    return found == readers.end() ? nullptr : &*found;
}

std::string known_names() {
    std::vector<std::string> names = {"auto"};
    for (auto const& reader : readers) names.emplace_back(reader.format.name);
    return join(names, ", ");
}

void report_absence(Document& document) {
    if (!document.notes.empty() || !document.embedded.empty()) return;
    document.diagnostics.push_back(make_diagnostic("no-notes", Severity::note, {},
                                                   concat("no notes were found (read as ", document.format,
                                                          "): if it has some, name its format with --from")));
}

}  // namespace

std::span<DocumentFormat const> document_formats() {
    static auto const formats = [] {
        std::array<DocumentFormat, readers.size()> table;
        std::transform(readers.begin(), readers.end(), table.begin(),
                       [](Reader const& reader) { return reader.format; });
        return table;
    }();
    return formats;
}

Result<Document> read_document_bytes(std::string bytes, std::string name, std::string_view format,
                                     Bibliography const& bibliography) {
    return read_document_among(std::move(bytes), std::move(name), format, Surroundings::in_memory, {},
                               bibliography);
}

Result<Document> read_document_among(std::string bytes, std::string name, std::string_view format,
                                     Surroundings surroundings, std::vector<SourcePart> others,
                                     Bibliography const& bibliography) {
    if (auto error = refuse_foreign(bytes)) {
        error->source = std::move(name);
        return std::move(*error);
    }
    if (format == "auto") format = detect_document_format(bytes, name);
    auto const* reader = find_reader(format);
    if (!reader)
        return Error{
            ErrorCode::unsupported,
            concat("“", format, "” is no manuscript format of this build; known are ", known_names()),
            std::move(name)};
    Document document;
    document.name = std::move(name);
    document.format = reader->format.name;
    document.parts.push_back({"", std::move(bytes)});
    if (!reader->is_package) decode_first_part(document);
    if (document.parts.front().bytes.empty() && reader->is_package)
        return Error{ErrorCode::malformed, "the file is empty", std::move(document.name), 0};
    document.parts.insert(document.parts.end(), std::make_move_iterator(others.begin()),
                          std::make_move_iterator(others.end()));
    if (auto error = reader->read(document, surroundings)) {
        error->source = std::move(document.name);
        return std::move(*error);
    }
    look_up_keys(document, surroundings, bibliography);
    report_absence(document);
    return document;
}

Result<Document> read_document(std::string const& path, std::string_view format,
                               Bibliography const& bibliography) {
    auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    return read_document_among(std::move(*bytes), path, format,
                               path == "-" ? Surroundings::in_memory : Surroundings::on_disk, {},
                               bibliography);
}

}  // namespace fonds
