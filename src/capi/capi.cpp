// The C interface: results, and the verbs that need no session.

#include <fonds/bibliography.hpp>
#include <fonds/check.hpp>
#include <fonds/csl.hpp>
#include <fonds/formats.hpp>
#include <fonds/house_style.hpp>
#include <fonds/note.hpp>
#include <fonds/note_records.hpp>
#include <fonds/report.hpp>
#include <fonds/version.hpp>

#include "base/text.hpp"
#include "capi/result.hpp"

using namespace fonds;
using namespace fonds::capi;

namespace {

fonds_result* parse_notes_text(std::string_view lines) {
    NoteParser parser;
    std::string out;
    for (auto const line : split(lines, '\n')) {
        if (trim(line).empty()) continue;
        auto const input = read_note_input(line);
        out += input ? write_note_record(parser.next(input->id, input->note, input->document))
                     : write_note_failure(input.error().source, input.error());
        out += '\n';
    }
    return make_text(std::move(out));
}

fonds_result* convert_text(std::string_view records, std::string_view from, std::string_view to) {
    auto items = read_items(records, from);
    if (!items) return make_error(to_string(items.error()));
    auto written = write_items(items->value, to);
    if (!written) return make_error(to_string(written.error()));
    auto diagnostics = std::move(items->diagnostics);
    diagnostics.insert(diagnostics.end(), written->diagnostics.begin(), written->diagnostics.end());
    return make_text(std::move(written->value), diagnostics);
}

fonds_result* bibliography_text(std::string_view records, std::string_view name, std::string_view locale,
                                std::string_view output) {
    auto const format = csl::find_output_format(output);
    if (!format) return make_error(concat("no output format “", output, "”; try html or text"));
    auto const house = HouseStyle::find(name, locale);
    if (!house) return make_error(to_string(house.error()));
    auto const items = read_items(records, "csl-json");
    if (!items) return make_error(to_string(items.error()));
    auto const& ready = house->value;
    auto const rendered = csl::format_bibliography(ready.style, ready.locales,
                                                   lower(items->value, ready.form()), ready.options(*format));
    auto diagnostics = house->diagnostics;
    diagnostics.insert(diagnostics.end(), items->diagnostics.begin(), items->diagnostics.end());
    diagnostics.insert(diagnostics.end(), rendered.diagnostics.begin(), rendered.diagnostics.end());
    return make_text(csl::join_bibliography(rendered.bibliography, *format), diagnostics);
}

/// The records that a manuscript's keys stand for, as a caller gives them.
struct GivenRecords {
    char const* bytes = nullptr;  // null: none
    size_t size = 0;
    char const* name = nullptr;
};

Result<Bibliography> read_given(GivenRecords const& given) {
    Bibliography bibliography;
    if (!given.bytes) return bibliography;
    auto file = read_bibliography_bytes({given.bytes, given.size}, or_empty(given.name));
    if (!file) return file.error();
    bibliography.add(*std::move(file));
    return bibliography;
}

fonds_result* parse_text(std::string_view bytes, char const* name, GivenRecords const& given,
                         std::string_view to) {
    auto const bibliography = read_given(given);
    if (!bibliography) return make_error(to_string(bibliography.error()));
    auto const document = read_document_bytes(std::string(bytes), name, "auto", *bibliography);
    if (!document) return make_error(to_string(document.error()));
    auto const notes = parse_notes(*document);
    auto diagnostics = document->diagnostics;
    if (to == "notes") {
        std::string out;
        for (size_t i = 0; i < notes.size(); ++i) out += write_note_record(notes[i], *document, i) + '\n';
        return make_text(std::move(out), diagnostics);
    }
    auto items = cited_items(notes, document->embedded);
    give_ids(items);
    auto written = write_items(items, to);
    if (!written) return make_error(to_string(written.error()));
    diagnostics.insert(diagnostics.end(), written->diagnostics.begin(), written->diagnostics.end());
    return make_text(std::move(written->value), diagnostics);
}

fonds_result* check_report(std::string_view bytes, char const* name, GivenRecords const& given) {
    CheckOptions options;
    auto bibliography = read_given(given);
    if (!bibliography) return make_error(to_string(bibliography.error()));
    options.bibliography = *std::move(bibliography);
    auto const file = check_bytes(std::string(bytes), name, "auto", Knowledge::builtin(), options);
    if (!file) return make_error(to_string(file.error()));
    auto const reporter = make_reporter("json");
    if (!reporter) return make_error(to_string(reporter.error()));
    auto report = (*reporter)->begin();
    report += (*reporter)->add(*file);
    report += (*reporter)->end({});
    return make_text(std::move(report));
}

}  // namespace

extern "C" {

int fonds_c_version(void) { return FONDS_C_VERSION; }
char const* fonds_version(void) { return fonds::version.data(); }

char const* fonds_text(fonds_result const* result) {
    return result && result->ok ? result->text.c_str() : nullptr;
}
size_t fonds_size(fonds_result const* result) { return result && result->ok ? result->text.size() : 0; }
char const* fonds_error(fonds_result const* result) {
    if (!result) return "out of memory";
    return result->ok ? nullptr : result->text.c_str();
}
char const* fonds_messages(fonds_result const* result) { return result ? result->messages.c_str() : ""; }
void fonds_free(fonds_result* result) { delete result; }

fonds_result* fonds_parse_notes(char const* lines, size_t size) {
    return guarded([&] { return parse_notes_text(or_empty(lines, size)); });
}

fonds_result* fonds_convert(char const* records, size_t size, char const* from, char const* to) {
    return guarded([&] { return convert_text(or_empty(records, size), or_empty(from), or_empty(to)); });
}

fonds_result* fonds_bibliography(char const* records, size_t size, char const* style, char const* locale,
                                 char const* output) {
    return guarded([&] {
        return bibliography_text(or_empty(records, size), or_empty(style), or_empty(locale),
                                 or_empty(output));
    });
}

fonds_result* fonds_check(char const* manuscript, size_t size, char const* name) {
    return fonds_check_with(manuscript, size, name, nullptr, 0, nullptr);
}

fonds_result* fonds_parse(char const* manuscript, size_t size, char const* name, char const* records,
                          size_t records_size, char const* records_name, char const* to) {
    return guarded([&] {
        return parse_text(or_empty(manuscript, size), or_empty(name), {records, records_size, records_name},
                          or_empty(to));
    });
}

fonds_result* fonds_check_with(char const* manuscript, size_t size, char const* name, char const* records,
                               size_t records_size, char const* records_name) {
    return guarded([&] {
        return check_report(or_empty(manuscript, size), or_empty(name),
                            {records, records_size, records_name});
    });
}

}  // extern "C"
