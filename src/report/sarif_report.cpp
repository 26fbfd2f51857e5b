// SARIF 2.1.0 (OASIS Standard, 27 March 2020).

#include <fonds/check.hpp>
#include <fonds/version.hpp>
#include <map>

#include "base/beginning.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "report/place.hpp"
#include "wire/json.hpp"

namespace fonds::reporting {
namespace {

// §3.10: a URI reference; a path keeps its slashes, all else that is not unreserved is escaped.
std::string as_uri(std::string_view path) {
    std::string out;
    for (auto const c : path) {
        bool const plain =
            is_digit(c) || is_ascii_letter(c) || std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain) {
            out += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        out += '%';
        out += "0123456789ABCDEF"[byte >> 4];
        out += "0123456789ABCDEF"[byte & 15];
    }
    return path.starts_with('/') ? "file://" + out : out;
}

void write_region(json::Writer& out, Place const& place) {
    out.begin_object();
    out.member("startLine", place.begin.position.line).member("startColumn", place.begin.position.column);
    out.member("endLine", place.end.position.line).member("endColumn", place.end.position.column);
    out.member("charOffset", place.begin.code_point)
        .member("charLength", place.end.code_point - place.begin.code_point);
    out.member("byteOffset", place.span.begin).member("byteLength", place.span.size());
    constexpr std::size_t longest = 400;
    out.key("snippet")
        .begin_object()
        .member("text", beginning(slice(place.index->text(), place.span), longest))
        .end_object();
    out.end_object();
}

void write_artifact(json::Writer& out, std::size_t artifact, std::string_view name) {
    out.key("artifactLocation")
        .begin_object()
        .member("uri", as_uri(name))
        .member("index", artifact)
        .end_object();
}

// §3.28. A note of a package has no region of the file; its place is told by §3.33 logicalLocations and, in
// its own text, by the properties.
void write_location(json::Writer& out, Place const& place, std::size_t artifact, std::string_view name,
                    std::string_view message) {
    out.begin_object().key("physicalLocation").begin_object();
    write_artifact(out, artifact, name);
    if (place.in_file) {
        out.key("region");
        write_region(out, place);
    }
    out.end_object();
    if (!place.note.empty()) {
        auto const path = place.part.empty() ? place.note : concat(place.part, "/", place.note);
        out.key("logicalLocations").begin_array().begin_object();
        out.member("name", place.note)
            .member("fullyQualifiedName", path)
            .member("kind", "footnote")
            .end_object()
            .end_array();
    }
    if (!message.empty()) out.key("message").begin_object().member("text", message).end_object();
    if (!place.in_file) {
        out.key("properties").begin_object().key("textRegion");
        write_region(out, place);
        out.end_object();
    }
    out.end_object();
}

void write_fix(json::Writer& out, Places const& places, Fix const& fix, Places::FileFix const& in_file,
               std::size_t artifact, std::string_view name) {
    out.begin_object().key("description").begin_object().member("text", fix.description).end_object();
    out.key("artifactChanges").begin_array().begin_object();
    write_artifact(out, artifact, name);
    out.key("replacements").begin_array();
    for (auto const& edit : in_file.edits) {
        out.begin_object().key("deletedRegion");
        write_region(out, places.of(no_index, edit.span, in_file.part));
        out.key("insertedContent").begin_object().member("text", edit.replacement).end_object().end_object();
    }
    out.end_array().end_object().end_array();
    out.key("properties").begin_object().member("safe", fix.safe).end_object().end_object();
}

void write_rule(json::Writer& out, std::string_view id) {
    out.begin_object().member("id", id);
    auto const* rule = find_rule(id);
    out.key("defaultConfiguration").begin_object();
    out.member("level", to_string(rule ? rule->severity : Severity::warning)).end_object();
    if (!rule) {
        out.key("shortDescription").begin_object().member("text", id).end_object().end_object();
        return;
    }
    out.key("shortDescription").begin_object().member("text", rule->summary).end_object();
    if (auto const page = rule_page(id)) {
        out.key("fullDescription").begin_object().member("text", page.value().why).end_object();
        out.key("help").begin_object().member("text", page.value().why + "\n\n" + page.value().advice);
        out.member("markdown", page.value().markdown).end_object();
    }
    out.key("properties")
        .begin_object()
        .key("tags")
        .begin_array()
        .value(rule->family)
        .end_array()
        .end_object()
        .end_object();
}

/// Names numbered in the order in which they come.
class Numbering {
  public:
    std::size_t number_of(std::string_view name) {
        auto const [at, is_new] = numbers_.try_emplace(std::string(name), names_.size());
        if (is_new) names_.emplace_back(name);
        return at->second;
    }
    [[nodiscard]] std::vector<std::string> const& names() const { return names_; }

  private:
    std::vector<std::string> names_;
    std::map<std::string, std::size_t> numbers_;
};

class SarifReport final : public Reporter {
  public:
    SarifReport() {
        for (auto const& rule : rules()) rules_.number_of(rule.id);
    }

    // The rules come before the results, but ids that only a format's reader knows are met on the way:
    // results are kept until the end.
    std::string add(CheckedFile const& file) override {
        files_.number_of(file.document.name);
        Places const places(file);
        for (auto const& finding : file.findings) add_result(file, places, finding, false);
        for (auto const& finding : file.silenced) add_result(file, places, finding, true);
        return {};
    }

    std::string end(std::vector<Error> const& errors) override {
        json::Writer head;
        head.begin_object().key("driver").begin_object().member("name", "fonds").member("version", version);
        head.member("semanticVersion", version).key("rules").begin_array();
        for (auto const& id : rules_.names()) write_rule(head, id);
        head.end_array().end_object().end_object();
        json::Writer tail;
        tail.begin_array();
        auto const& files = files_.names();
        for (std::size_t index = 0; index < files.size(); ++index)
            tail.begin_object()
                .key("location")
                .begin_object()
                .member("uri", as_uri(files[index]))
                .member("index", index)
                .end_object()
                .end_object();
        tail.end_array();
        json::Writer invocation;
        invocation.begin_array().begin_object().member("executionSuccessful", errors.empty());
        invocation.key("toolExecutionNotifications").begin_array();
        for (auto const& error : errors)
            invocation.begin_object()
                .member("level", "error")
                .key("message")
                .begin_object()
                .member("text", to_string(error))
                .end_object()
                .end_object();
        invocation.end_array().end_object().end_array();
        return concat(
            "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", "
            "\"runs\": [{\"tool\": ",
            head.text(), ", \"columnKind\": \"unicodeCodePoints\", \"invocations\": ", invocation.text(),
            ", \"artifacts\": ", tail.text(), ", \"results\": [", results_, "\n]}]}\n");
    }

  private:
    void add_location(json::Writer& out, Place const& place, std::string_view message) {
        write_location(out, place, files_.number_of(place.file), place.file, message);
    }

    // §3.55. Those of a package would be changes of text, not of the file: it has none.
    void write_fixes(json::Writer& out, Document const& document, Places const& places,
                     Diagnostic const& finding) {
        if (finding.fixes.empty() || document.is_package()) return;
        out.key("fixes").begin_array();
        for (auto const& fix : finding.fixes) {
            auto const in_file = places.in_file(finding, fix);
            if (!in_file) continue;
            auto const& name = in_file->part == 0 ? document.name : document.parts[in_file->part].name;
            write_fix(out, places, fix, *in_file, files_.number_of(name), name);
        }
        out.end_array();
    }

    void add_result(CheckedFile const& file, Places const& places, Diagnostic const& finding, bool silenced) {
        json::Writer out;
        out.begin_object().member("ruleId", finding.rule).member("ruleIndex", rules_.number_of(finding.rule));
        out.member("level", to_string(finding.severity))
            .key("message")
            .begin_object()
            .member("text", finding.message)
            .end_object();
        out.key("locations").begin_array();
        add_location(out, places.of(finding), {});
        out.end_array();
        if (!finding.related.empty()) {
            out.key("relatedLocations").begin_array();
            for (auto const& related : finding.related)
                add_location(out, places.of(related.note, related.span), related.message);
            out.end_array();
        }
        out.key("partialFingerprints")
            .begin_object()
            .member("fonds/v1", fingerprint(file.document, finding))
            .end_object();
        write_fixes(out, file.document, places, finding);
        if (silenced)
            out.key("suppressions")
                .begin_array()
                .begin_object()
                .member("kind", "external")
                .end_object()
                .end_array();
        out.end_object();
        results_ += concat(results_.empty() ? "\n" : ",\n", out.text());
    }

    Numbering rules_;
    Numbering files_;
    std::string results_;
};

}  // namespace

std::unique_ptr<Reporter> make_sarif() { return std::make_unique<SarifReport>(); }

}  // namespace fonds::reporting
