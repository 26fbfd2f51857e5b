// Rules on record files, and the ids of findings that readers and the parser make.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"

namespace fonds::checking {
namespace {

void prose_in_location(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const location = citation.item.text(Variable::archive_location);
    auto const folded = fold(location);
    static auto const phrases = words_for("provenance-prose");
    for (auto const words : phrases) {
        if (folded.find(words) == std::string::npos) continue;
        findings.add(
            note.index, place_or_all(citation, "archive_location"),
            concat(
                "“", words,
                "” in the location: move who found and translated the copy to contributor and translator"));
        return;
    }
}

void host_in_archive_field(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const archive = fold(citation.item.text(Variable::archive));
    auto const location = citation.item.text(Variable::archive_location);
    bool const is_host = archive.find("digital archive") != std::string::npos ||
                         archive.find("wilson center") != std::string::npos;
    if (!is_host || location.empty()) return;
    findings.add(note.index, place_or_all(citation, "archive"),
                 "the host of the copy stands in “archive”; put the archive of the original there and the "
                 "host in “source”");
}

void missing_title(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& item = citation.item;
    bool const is_letter = item.names.find(Variable::recipient) ||
                           item.type == ItemType::personal_communication ||
                           item.type == ItemType::interview || !item.text(Variable::genre).empty();
    if (!item.text(Variable::title).empty() || is_letter) return;
    findings.add(note.index, citation.span,
                 "a record without a title: no style can print it; give a title or a description");
}

void missing_date(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& item = citation.item;
    bool const undated_kind = item.type == ItemType::webpage || item.type == ItemType::collection ||
                              !item.reference.empty() || citation.kind == CitationKind::archival;
    if (!item.dates.empty() || undated_kind) return;
    findings.add(note.index, citation.span, "a published work without a date; add the year");
}

void address_ending(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const url = citation.item.text(Variable::URL);
    if (url.empty() || std::string_view(".,;)]>").find(url.back()) == std::string_view::npos) return;
    if (url.back() == ')' && url.find('(') != std::string_view::npos) return;
    auto const whole = place_of(citation, "URL");
    Span const span = whole ? Span{whole->end - 1, whole->end} : citation.span;
    auto& finding = findings.add(note.index, span,
                                 concat("the address ends in “", url.substr(url.size() - 1),
                                        "”, which belonged to the sentence around it; delete it"));
    if (whole) offer(finding, true, "");
}

constexpr RuleEntry entries[] = {
    {{"prose-in-location", "records", Severity::note,
      "who found and translated a copy stands in the location"},
     Reach::records,
     prose_in_location},
    {{"host-in-archive-field", "records", Severity::warning,
      "the host of a copy stands in the field of the archive"},
     Reach::records,
     host_in_archive_field},
    {{"missing-title", "records", Severity::warning, "a record without a title"},
     Reach::records,
     missing_title},
    {{"missing-date", "records", Severity::note, "a published work without a date"},
     Reach::records,
     missing_date},
    {{"duplicate-key", "records", Severity::error, "two records with one id"}, Reach::records},
    {{"address-ending", "records", Severity::note, "an address that ends in the sentence's punctuation"},
     Reach::records,
     address_ending},
};

// Found by the readers of manuscripts and records, and by the writers of records; here for their pages, and
// to be chosen and graded like the others.
constexpr RuleEntry reading_entries[] = {
    {{"call-without-note", "reading", Severity::error, "the text calls a note that is not there"}},
    {{"note-without-call", "reading", Severity::warning, "a note that the text does not call"}},
    {{"duplicate-note", "reading", Severity::error, "two notes with one mark"}},
    {{"no-notes", "reading", Severity::note, "no notes were found"}},
    {{"unclosed-note", "reading", Severity::error, "a note of LaTeX without its closing brace"}},
    {{"file-not-read", "reading", Severity::warning, "a text that stands in another file"}},
    {{"bibliography-not-read", "reading", Severity::warning, "a bibliography that could not be read"}},
    {{"spaced-label", "reading", Severity::warning, "a space in the label of a note"}},
    {{"unknown-key", "reading", Severity::error, "a citation of a key that no record has"}},
    {{"invalid-encoding", "reading", Severity::error, "bytes that are no text in the file's encoding"}},
    {{"unbalanced-braces", "reading", Severity::error, "the braces of a value are not closed"},
     Reach::records},
    {{"missing-value", "reading", Severity::error, "a field without a value"}, Reach::records},
    {{"duplicate-field", "reading", Severity::error, "a field stands twice in one entry"}, Reach::records},
    {{"undefined-macro", "reading", Severity::warning, "a macro that no @string defines"}, Reach::records},
    {{"unknown-crossref", "reading", Severity::warning, "an entry inherits from one that is not there"},
     Reach::records},
    {{"circular-crossref", "reading", Severity::error, "entries inherit from each other in a ring"},
     Reach::records},
    {{"unusual-crossref", "reading", Severity::note,
      "a part inherits from an entry that biblatex takes no container from"},
     Reach::records},
    {{"commented-entry", "reading", Severity::note, "an entry stands behind a per cent sign"},
     Reach::records},
    {{"unknown-type", "reading", Severity::note, "a type of record that the format does not have"},
     Reach::records},
    {{"wrong-type", "reading", Severity::warning, "a member that has another shape than its format gives it"},
     Reach::records},
    {{"not-a-record", "reading", Severity::error, "something that is no record in a list of records"},
     Reach::records},
    {{"encoding-guessed", "reading", Severity::warning,
      "a file that is not UTF-8 and was read in another encoding"},
     Reach::both},
    {{"encoding-converted", "reading", Severity::note, "a file in UTF-16"}, Reach::records},
    {{"limit-exceeded", "reading", Severity::error, "more than fonds reads of one file"}, Reach::records},
    {{"stray-text", "reading", Severity::error, "text in an entry that belongs to no field"}, Reach::records},
    {{"missing-comma", "reading", Severity::error, "no comma between two fields"}, Reach::records},
    {{"missing-key", "reading", Severity::error, "an entry without a key"}, Reach::records},
    {{"malformed-key", "reading", Severity::error, "a key with a character that no key can have"},
     Reach::records},
    {{"unclosed-entry", "reading", Severity::error, "an entry that is not closed before the next one"},
     Reach::records},
    {{"truncated-entry", "reading", Severity::error, "a file that ends within an entry"}, Reach::records},
    {{"unterminated-quote", "reading", Severity::error, "a value whose quotation mark is missing"},
     Reach::records},
    {{"unknown-command", "reading", Severity::warning, "a command of TeX that is not known"}, Reach::records},
    {{"malformed-json", "reading", Severity::error, "a place where JSON is broken"}, Reach::records},
    {{"malformed-yaml", "reading", Severity::error, "a place where YAML is broken"}, Reach::records},
    {{"malformed-xml", "reading", Severity::error, "a place where XML is broken"}, Reach::records},
    {{"text-outside-record", "reading", Severity::error, "text between the records of a file"},
     Reach::records},
    {{"missing-end", "reading", Severity::error, "a record without its end"}, Reach::records},
    {{"lossless-conflict", "reading", Severity::warning,
      "a field that differs from what fonds wrote beside it"},
     Reach::records},
    {{"lossless-version", "reading", Severity::warning, "a field that a later version of fonds wrote"},
     Reach::records},
    {{"unused-suppression", "reading", Severity::note, "a comment that silences nothing"}},
    {{"field-not-carried", "writing", Severity::warning, "a format that cannot hold all of a record"},
     Reach::records},
    {{"citation-left-alone", "writing", Severity::warning, "a citation that was not rewritten"}},
    {{"citation-managed", "writing", Severity::note, "citations that another program writes"}},
    {{"edit-not-applied", "writing", Severity::warning, "a change that the file has no place for"}},
    {{"unknown-item", "writing", Severity::error, "a citation of a record that is not there"},
     Reach::records},
    {{"unknown-term", "writing", Severity::warning, "a style asks for a word that nobody has"},
     Reach::records},
    {{"nothing-printed", "writing", Severity::warning, "a record of which a style prints nothing"},
     Reach::records},
    {{"missing-locale", "writing", Severity::warning, "a language without its words"}, Reach::records},
};

}  // namespace

std::span<RuleEntry const> record_rules() { return entries; }
std::span<RuleEntry const> reading_rules() { return reading_entries; }

}  // namespace fonds::checking
