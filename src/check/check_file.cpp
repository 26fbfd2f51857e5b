// From a file to its findings: read, parse, check, silence.

#include <algorithm>
#include <fonds/check.hpp>
#include <fonds/formats.hpp>

#include "base/file.hpp"
#include "base/text.hpp"
#include "wire/json.hpp"

namespace fonds {
namespace {

std::string_view extension_of(std::string_view name) {
    auto const dot = name.rfind('.');
    auto const slash = name.rfind('/');
    if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
    return name.substr(dot + 1);
}

bool is_manuscript_format(std::string_view name) {
    auto const formats = document_formats();
    return std::any_of(formats.begin(), formats.end(),
                       [&](DocumentFormat const& format) { return format.name == name; });
}

bool is_manuscript_extension(std::string_view extension) {
    auto const wanted = ascii_lower(extension);
    for (auto const& format : document_formats()) {
        auto const known = split(format.extensions, ' ');
        if (!wanted.empty() && std::find(known.begin(), known.end(), wanted) != known.end()) return true;
    }
    return false;
}

// One object a line, each with a note: what `fonds parse --from notes` reads.
bool looks_like_notes(std::string_view bytes) {
    auto const line = bytes.substr(0, bytes.find('\n'));
    if (!trim(line).starts_with('{')) return false;
    auto const tree = json::read(line);
    auto const* note = tree ? (*tree).find("note") : nullptr;
    return note && note->string() && !(*tree).find("type");
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

void add_note(Document& document, json::Value const& line, std::size_t begin, std::size_t end) {
    auto const* note = line.find("note");
    if (!note || !note->string() || note->string()->empty()) return;
    SourceNote source;
    auto const* id = line.find("id");
    source.id = id && id->text() ? std::string(*id->text()) : std::to_string(document.notes.size() + 1);
    source.number = source.id;
    source.text = *note->string();
    // A text without escapes stands in the line as it is; any other maps to the line as a whole.
    auto const at =
        std::string_view(document.parts.front().bytes).substr(begin, end - begin).find(source.text);
    auto const place =
        at == std::string_view::npos ? Span{begin, end} : Span{begin + at, begin + at + source.text.size()};
    source.map.add({{0, source.text.size()}, place, 0});
    document.notes.push_back(std::move(source));
}

Document notes_document(std::string bytes, std::string name) {
    Document document;
    document.name = std::move(name);
    document.format = "notes";
    document.parts.push_back({"", std::move(bytes)});
    std::string_view const text = document.parts.front().bytes;
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        auto const tree = json::read(text.substr(begin, end - begin));
        if (tree) {
            add_note(document, *tree, begin, end);
        } else if (!trim(text.substr(begin, end - begin)).empty()) {
            document.diagnostics.push_back({"not-a-record",
                                            Severity::error,
                                            "this line is no JSON object: " + tree.error().message,
                                            no_note,
                                            {begin, end},
                                            {},
                                            {}});
        }
        begin = end + 1;
    }
    return document;
}

Result<CheckedFile> check_manuscript(Document document, Knowledge const& knowledge,
                                     CheckOptions const& options) {
    CheckedFile file;
    file.document = std::move(document);
    file.notes = parse_notes(file.document, knowledge);
    auto suppressed = suppress(file.document, check(file.document, file.notes, knowledge, options), options);
    file.findings = std::move(suppressed.findings);
    file.silenced = std::move(suppressed.silenced);
    return file;
}

}  // namespace

Result<CheckedFile> check_bytes(std::string bytes, std::string name, std::string_view format,
                                Knowledge const& knowledge, CheckOptions const& options) {
    if (format == "auto") {
        auto const extension = extension_of(name);
        bool const by_name = is_manuscript_extension(extension) && ascii_lower(extension) != "xml";
        auto const* records = extension.empty() ? nullptr : find_format(extension);
        if (looks_like_notes(bytes))
            format = "notes";
        else if (!by_name && (records || (records = sniff_format(bytes))))
            format = records->name;
    }
    if (format == "notes")
        return check_manuscript(notes_document(std::move(bytes), std::move(name)), knowledge, options);
    if (format != "auto" && !is_manuscript_format(format))
        return check_records(std::move(bytes), std::move(name), format, knowledge, options);
    auto document = read_document_bytes(std::move(bytes), std::move(name), format);
    if (!document) return document.error();
    return check_manuscript(std::move(*document), knowledge, options);
}

Result<CheckedFile> check_file(std::string const& path, std::string_view format, Knowledge const& knowledge,
                               CheckOptions const& options) {
    auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    auto file = check_bytes(std::move(*bytes), path, format, knowledge, options);
    if (!file && file.error().source.empty()) {
        auto error = file.error();
        error.source = path;
        return error;
    }
    return file;
}

}  // namespace fonds
