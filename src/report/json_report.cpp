// All findings as one JSON object.

#include <fonds/check.hpp>

#include "base/beginning.hpp"
#include "base/text.hpp"
#include "report/place.hpp"
#include "wire/json.hpp"

namespace fonds::reporting {
namespace {

void write_point(json::Writer& out, std::string_view name, TextIndex::Point const& point) {
    out.key(name).begin_object();
    out.member("line", point.position.line).member("column", point.position.column).end_object();
}

void write_span(json::Writer& out, std::string_view name, Span span) {
    out.key(name).begin_array().value(span.begin).value(span.end).end_array();
}

void write_place(json::Writer& out, Document const& document, Place const& place, Span span) {
    if (place.note_index != no_index) {
        auto const& note = document.notes[place.note_index];
        out.key("note").begin_object();
        out.member("index", place.note_index)
            .member("id", note.id)
            .member("number", note.number)
            .end_object();
    }
    write_span(out, "span", span);
    if (!place.part.empty()) out.member("part", place.part);
    if (place.in_file) {
        write_span(out, "file_span", place.span);
        write_span(out, "file_characters", {place.begin.code_point, place.end.code_point});
    }
    write_point(out, "begin", place.begin);
    write_point(out, "end", place.end);
    constexpr std::size_t longest = 400;
    bool const in_note = place.note_index != no_index;
    auto const text = in_note ? std::string_view(document.notes[place.note_index].text) : place.index->text();
    out.member("text", beginning(slice(text, in_note ? span : place.span), longest));
}

void write_fixes(json::Writer& out, Diagnostic const& finding) {
    if (finding.fixes.empty()) return;
    out.key("fixes").begin_array();
    for (auto const& fix : finding.fixes) {
        out.begin_object()
            .member("description", fix.description)
            .member("safe", fix.safe)
            .key("edits")
            .begin_array();
        for (auto const& edit : fix.edits) {
            out.begin_object();
            write_span(out, "span", edit.span);
            out.member("replacement", edit.replacement).end_object();
        }
        out.end_array().end_object();
    }
    out.end_array();
}

class JsonReport final : public Reporter {
  public:
    std::string begin() override { return "{\"tool\": \"fonds\", \"findings\": ["; }

    std::string add(CheckedFile const& file) override {
        Places const places(file);
        tally_.add(file);
        std::string text;
        for (auto const& finding : file.findings) text += next(file, places, finding, false);
        for (auto const& finding : file.silenced) text += next(file, places, finding, true);
        return text;
    }

    std::string end(std::vector<Error> const& errors) override {
        json::Writer out;
        out.begin_object();
        out.member("errors", tally_.errors).member("warnings", tally_.warnings).member("notes", tally_.notes);
        out.member("fixable", tally_.fixable).member("silenced", tally_.silenced).end_object();
        json::Writer unread;
        unread.begin_array();
        for (auto const& error : errors)
            unread.begin_object().member("file", error.source).member("message", error.message).end_object();
        unread.end_array();
        return concat("\n], \"unread\": ", unread.text(), ", \"summary\": ", out.text(), "}\n");
    }

  private:
    std::string next(CheckedFile const& file, Places const& places, Diagnostic const& finding,
                     bool silenced) {
        json::Writer out;
        auto const place = places.of(finding);
        out.begin_object().member("file", place.file).member("rule", finding.rule);
        out.member("severity", to_string(finding.severity)).member("message", finding.message);
        write_place(out, file.document, place, finding.span);
        write_fixes(out, finding);
        if (!finding.related.empty()) {
            out.key("related").begin_array();
            for (auto const& related : finding.related) {
                out.begin_object().member("message", related.message);
                write_place(out, file.document, places.of(related.note, related.span), related.span);
                out.end_object();
            }
            out.end_array();
        }
        if (silenced) out.member("silenced", true);
        out.member("fingerprint", fingerprint(file.document, finding)).end_object();
        auto const separator = first_ ? "\n" : ",\n";
        first_ = false;
        return separator + std::move(out).text();
    }

    Tally tally_;
    bool first_ = true;
};

}  // namespace

std::unique_ptr<Reporter> make_json() { return std::make_unique<JsonReport>(); }

}  // namespace fonds::reporting
