// Writes a parsed note as one JSON line and reads the lines that notes come in.

#include <fonds/note_records.hpp>

#include "format/csl_json.hpp"
#include "report/place.hpp"
#include "wire/json.hpp"

namespace fonds {
namespace {

void write_span(json::Writer& out, Span span) {
    out.begin_array().value(span.begin).value(span.end).end_array();
}

void write_levels(json::Writer& out, ArchivalReference const& reference) {
    out.plain_key("levels").begin_array();
    for (auto const& level : reference.levels) {
        out.begin_object().member("level", level.level).member("value", level.value);
        if (!level.label.empty()) out.member("label", level.label);
        out.end_object();
    }
    out.end_array();
}

/// A note is named by its id or, in a manuscript, by the number that its reader sees.
void write_name(json::Writer& out, std::string const& id, std::size_t index, Document const* manuscript) {
    if (manuscript) out.member("number", manuscript->notes[index].number);
    else out.member("id", id);
}

void write_citation(json::Writer& out, Citation const& citation, Document const* manuscript) {
    auto const& reference = citation.item.reference;
    out.begin_object().plain_key("span");
    write_span(out, citation.span);
    out.member("kind", to_string(citation.kind)).plain_key("item");
    write_csl_json(out, citation.item);
    if (!reference.levels.empty() || citation.kind == CitationKind::archival) write_levels(out, reference);
    if (auto const names = obtained_by(reference); !names.empty()) {
        out.plain_key("obtained_by");
        write_csl_names(out, names);
    }
    if (auto const names = translated_by(reference); !names.empty()) {
        out.plain_key("translated_by");
        write_csl_names(out, names);
    }
    if (!citation.records.empty()) {
        out.plain_key("records").begin_array();
        for (auto const& record : citation.records) write_csl_json(out, record);
        out.end_array();
    }
    auto const& id = reference.document_id.empty() ? reference.collection_id : reference.document_id;
    if (!id.empty()) out.member("document_id", id);
    if (!citation.locator.empty()) {
        out.member("locator", citation.locator);
        if (!citation.locator_label.empty()) out.member("locator_label", citation.locator_label);
    }
    if (citation.refers_to) {
        auto const& link = *citation.refers_to;
        out.plain_key("refers_to").begin_object();
        write_name(out, link.note_id, link.note, manuscript);
        out.member("work", link.citation)
            .member("relation", link.relation)
            .member("reason", manuscript ? reporting::reason_of(link, *manuscript) : link.reason)
            .member("confidence", link.confidence);
        out.end_object();
    }
    out.member("confidence", citation.confidence).member("family", citation.family);
    out.plain_key("fields").begin_object();
    for (auto const& field : citation.fields) {
        out.plain_key(field.field);
        write_span(out, field.span);
    }
    out.end_object().end_object();
}

void write_segments(json::Writer& out, ParsedNote const& note, std::string_view name, SegmentKind kind) {
    out.plain_key(name).begin_array();
    for (auto const& segment : note.segments)
        if (segment.kind == kind) write_span(out, segment.span);
    out.end_array();
}

void write_diagnostic(json::Writer& out, std::string_view rule, Severity severity, Span span,
                      std::string_view message) {
    out.begin_object().member("rule", rule).member("severity", to_string(severity)).plain_key("span");
    write_span(out, span);
    out.member("message", message).end_object();
}

}  // namespace

Result<NoteInput> read_note_input(std::string_view line) {
    auto read = json::read(line);
    if (!read) return read.error();
    if (!read->object()) return Error{ErrorCode::malformed, "the line is no JSON object", {}, 0};
    NoteInput out;
    if (auto const* id = read->find("id"))
        if (auto const text = id->text()) out.id = *text;
    if (auto const* document = read->find("document"))
        if (auto const text = document->text()) out.document = *text;
    auto const* note = read->find("note");
    auto const* text = note ? note->string() : nullptr;
    if (!text)
        return Error{ErrorCode::malformed, "the object has no member \"note\" that is a text", out.id, 0};
    out.note = *text;
    return out;
}

namespace {

void write_contents(json::Writer& out, ParsedNote const& note, Document const* manuscript) {
    out.plain_key("works").begin_array();
    for (auto const& citation : note.citations) write_citation(out, citation, manuscript);
    out.end_array();
    write_segments(out, note, "signals", SegmentKind::signal);
    write_segments(out, note, "comments", SegmentKind::comment);
    out.plain_key("diagnostics").begin_array();
    for (auto const& diagnostic : note.diagnostics)
        write_diagnostic(out, diagnostic.rule, diagnostic.severity, diagnostic.span, diagnostic.message);
    out.end_array();
}

}  // namespace

std::string write_note_record(ParsedNote const& note) {
    json::Writer out;
    constexpr std::size_t usual_size = 2048;
    out.reserve(usual_size);
    out.begin_object().member("id", note.id);
    write_contents(out, note, nullptr);
    out.end_object();
    return std::move(out).text();
}

std::string write_note_record(ParsedNote const& note, Document const& manuscript, std::size_t index) {
    json::Writer out;
    out.begin_object();
    write_name(out, note.id, index, &manuscript);
    out.member("note", note.text);
    write_contents(out, note, &manuscript);
    out.end_object();
    return std::move(out).text();
}

std::string write_note_failure(std::string_view id, Error const& error) {
    json::Writer out;
    out.begin_object().member("id", id).plain_key("works").begin_array().end_array();
    out.plain_key("signals").begin_array().end_array().plain_key("comments").begin_array().end_array();
    out.plain_key("diagnostics").begin_array();
    write_diagnostic(out, "malformed-input", Severity::error, {error.offset, error.offset}, error.message);
    out.end_array().end_object();
    return std::move(out).text();
}

}  // namespace fonds
