// From a file to its findings: read, parse, check, silence.

#include <algorithm>
#include <fonds/check.hpp>
#include <fonds/formats.hpp>
#include <map>

#include "base/contains.hpp"
#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "base/in_order.hpp"
#include "base/text.hpp"
#include "manuscript/document_parts.hpp"
#include "manuscript/note_lines.hpp"
#include "manuscript/reader.hpp"

namespace fonds {
namespace {

bool is_manuscript_format(std::string_view name) {
    auto const formats = document_formats();
    return std::any_of(formats.begin(), formats.end(),
                       [&](DocumentFormat const& format) { return format.name == name; });
}

bool is_manuscript_extension(std::string_view extension) {
    auto const wanted = ascii_lower(extension);
    for (auto const& format : document_formats()) {
        auto const known = split(format.extensions, ' ');
        if (!wanted.empty() && contains(known, wanted)) return true;
    }
    return false;
}

CheckedFile record_file(std::string bytes, std::string name, std::string_view format) {
    CheckedFile file;
    file.is_records = true;
    file.document.name = std::move(name);
    file.document.format = format;
    file.document.parts.push_back({"", std::move(bytes)});
    return file;
}

Result<CheckedFile> check_records(std::string bytes, std::string name, std::string_view format,
                                  Knowledge const& knowledge, CheckOptions const& options) {
    auto file = record_file(std::move(bytes), std::move(name), format);
    auto const& source = file.document.parts.front().bytes;
    ReadOptions read;
    read.source = file.document.name;
    auto items = read_items(source, format, read);
    if (!items) return items.error();
    file.items = std::move(items.value().value);
    file.document.diagnostics = std::move(items.value().diagnostics);
    file.findings = check(file.items, source, knowledge, options);
    // What the reader of the format said, chosen and ordered like the rest.
    auto const earlier = check(file.document, {}, knowledge, options);
    file.findings.insert(file.findings.end(), earlier.begin(), earlier.end());
    std::stable_sort(file.findings.begin(), file.findings.end(),
                     [](Diagnostic const& a, Diagnostic const& b) { return a.span.begin < b.span.begin; });
    return file;
}

// Notes are compared within their manuscript only: they are taken out for that, and put back.
void check_one_of(CheckedFile& file, std::vector<std::size_t> const& members, Knowledge const& knowledge,
                  CheckOptions const& options) {
    Document document;
    document.format = "notes";
    std::vector<ParsedNote> notes;
    for (auto const index : members) {
        document.notes.push_back(std::move(file.document.notes[index]));
        notes.push_back(std::move(file.notes[index]));
    }
    auto found = check(document, notes, knowledge, options);
    for (std::size_t i = 0; i < members.size(); ++i) {
        file.document.notes[members[i]] = std::move(document.notes[i]);
        file.notes[members[i]] = std::move(notes[i]);
    }
    for (auto& finding : found) {
        if (finding.note != no_index) finding.note = members[finding.note];
        for (auto& related : finding.related)
            if (related.note != no_index) related.note = members[related.note];
        file.findings.push_back(std::move(finding));
    }
}

// Lines of JSON, each with a note of one of several manuscripts.
CheckedFile check_note_lines(Document document, NoteParser parser, Knowledge const& knowledge,
                             CheckOptions const& options) {
    CheckedFile file;
    file.document = std::move(document);
    file.notes = parse_notes(file.document, std::move(parser), options.jobs);
    std::map<std::string, std::vector<std::size_t>> manuscripts;
    for (std::size_t index = 0; index < file.document.notes.size(); ++index)
        manuscripts[file.document.notes[index].manuscript].push_back(index);
    Document unread;
    unread.diagnostics = file.document.diagnostics;
    file.findings = check(unread, {}, knowledge, options);
    for (auto const& [name, members] : manuscripts) check_one_of(file, members, knowledge, options);
    std::stable_sort(file.findings.begin(), file.findings.end(),
                     [](Diagnostic const& a, Diagnostic const& b) { return a.note + 1 < b.note + 1; });
    return file;
}

// Whether a finding, or what it points to, lies in the source itself.
bool is_outside_notes(Diagnostic const& finding) {
    auto const is_outside = [](auto const& place) { return place.note == no_index; };
    return is_outside(finding) || std::any_of(finding.related.begin(), finding.related.end(), is_outside);
}

Result<CheckedFile> check_manuscript(Document document, NoteParser parser, Knowledge const& knowledge,
                                     CheckOptions const& options) {
    CheckedFile file;
    file.document = std::move(document);
    if (!options.keep_parts) give_up_parts(file.document);
    file.notes = parse_notes(file.document, std::move(parser), options.jobs);
    auto suppressed = suppress(file.document, check(file.document, file.notes, knowledge, options), options);
    file.findings = std::move(suppressed.findings);
    file.silenced = std::move(suppressed.silenced);
    if (!options.keep_parts && std::any_of(file.findings.begin(), file.findings.end(), is_outside_notes))
        unpack_parts(file.document);
    return file;
}

Result<CheckedFile> check_among(std::string bytes, std::string name, std::string_view format,
                                Surroundings surroundings, Knowledge const& knowledge,
                                CheckOptions const& options, std::vector<SourcePart> others) {
    if (format == "auto") {
        auto const extension = extension_of(name);
        bool const by_name = is_manuscript_extension(extension) && ascii_lower(extension) != "xml";
        if (looks_like_note_lines(bytes)) format = "notes";
        else if (auto const* records = by_name ? nullptr : detect_format(bytes, name)) format = records->name;
    }
    if (format != "auto" && !is_manuscript_format(format))
        return check_records(std::move(bytes), std::move(name), format, knowledge, options);
    auto document = read_document_among(std::move(bytes), std::move(name), format, surroundings,
                                        std::move(others), options.bibliography);
    if (!document) return document.error();
    if (document->format == "notes")
        return check_note_lines(std::move(*document), NoteParser(knowledge), knowledge, options);
    return check_manuscript(std::move(*document), NoteParser(knowledge), knowledge, options);
}

}  // namespace

Result<CheckedFile> check_bytes(std::string bytes, std::string name, std::string_view format,
                                Knowledge const& knowledge, CheckOptions const& options,
                                std::vector<SourcePart> others) {
    return check_among(std::move(bytes), std::move(name), format, Surroundings::in_memory, knowledge, options,
                       std::move(others));
}

Result<CheckedFile> check_file(std::string const& path, std::string_view format, Knowledge const& knowledge,
                               CheckOptions const& options) {
    auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    auto const surroundings = path == "-" ? Surroundings::in_memory : Surroundings::on_disk;
    auto file = check_among(std::move(*bytes), path, format, surroundings, knowledge, options, {});
    if (!file && file.error().source.empty()) {
        auto error = file.error();
        error.source = path;
        return error;
    }
    return file;
}

void check_files(std::vector<std::string> const& paths,
                 std::function<void(Result<CheckedFile> file)> const& take, std::string_view format,
                 Knowledge const& knowledge, CheckOptions const& options) {
    auto const threads = std::max(options.jobs, 1u);
    auto const files = static_cast<unsigned>(std::clamp<std::size_t>(paths.size(), 1, threads));
    // Threads that the number of files leaves over read the notes of each.
    auto own = options;
    own.jobs = std::max(threads / files, 1u);
    auto const check_one = [&](std::size_t at) { return check_file(paths[at], format, knowledge, own); };
    InOrder(paths.size(), check_one, [&](Result<CheckedFile>& file) { take(std::move(file)); }).run(files);
}

}  // namespace fonds
