// Rules on notes as a row, ibid. and short forms, and on how a work is introduced.

#include <algorithm>
#include <set>
#include <unordered_set>

#include "base/contains.hpp"
#include "base/embedded.hpp"
#include "base/table.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"

namespace fonds::checking {
namespace {

// Words for “in the same place”, folded.
std::unordered_set<std::string> const& ibid_words() {
    static auto const words = [] {
        std::unordered_set<std::string> out;
        for (auto const line : split(find_embedded("vocabulary/ibid.tsv").value_or(""), '\n')) {
            auto const cells = split(line, '\t');
            if (cells.size() < 3 || cells[0] != "ibid") continue;
            for (auto const form : split(cells[2], '|')) out.insert(fold(form.substr(0, form.find(' '))));
        }
        return out;
    }();
    return words;
}

// “Ibid.” alone, or with a place in the same archive: “ibid., d. 315”.
bool is_ibid(NoteView const& note, Citation const& citation) {
    if (citation.kind == CitationKind::ibid) return true;
    if (!citation.refers_to || citation.refers_to->relation != "same-location") return false;
    auto const text = note.text(citation.span);
    auto const word = text.substr(0, text.find_first_of(" .,;"));
    return ibid_words().contains(fold(word));
}

// What an ibid. takes over from a source: all that lies outside its own outermost level.
std::string taken_over(Citation const& source, Citation const& ibid) {
    auto const& own = ibid.item.reference.levels;
    std::string place = source.item.reference.repository;
    for (auto const& level : source.item.reference.levels) {
        if (!own.empty() && level.level == own.front().level) return place;
        place += concat("|", level.label, level.value);
    }
    return concat(place, "|", source.item.text(Variable::title), "|", std::to_string(source.span.begin));
}

void ibid_after_many(Manuscript const& manuscript, Findings& findings) {
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        auto const& citations = manuscript.notes[index].citations;
        if (citations.empty() || !is_ibid(NoteView(manuscript, index), citations.front())) continue;
        auto const& ibid = citations.front();
        if (index == 0) {
            findings.add(index, ibid.span, "“ibid.” in the first note points nowhere; write the source out");
            continue;
        }
        std::vector<Citation const*> sources;
        std::unordered_set<std::string> places;
        for (auto const& citation : manuscript.notes[index - 1].citations) {
            // An ibid. within that note is the source before it again.
            bool const repeats = citation.refers_to && citation.refers_to->note == index - 1;
            if (citation.kind == CitationKind::unparsed || repeats) continue;
            sources.push_back(&citation);
            places.insert(taken_over(citation, ibid));
        }
        if (places.size() < 2) continue;
        auto& finding = findings.add(index, ibid.span,
                                     concat("the note before cites ", std::to_string(sources.size()),
                                            " sources: “ibid.” does not say which; write a short form"));
        for (auto const* citation : sources)
            finding.related.push_back({index - 1, citation->span, "may be meant"});
    }
}

// What a list of titles is headed by, folded.
std::set<std::string> const& bibliography_headings() {
    static auto const headings =
        read_folded_list(find_embedded("vocabulary/bibliography-headings.txt").value_or(""));
    return headings;
}

// A work whose list of titles stands elsewhere in it explains its short forms there.
bool has_bibliography(Document const& document) {
    auto const is_entry = [](SourceNote const& note) { return note.kind == NoteKind::reference; };
    auto const entries = std::count_if(document.notes.begin(), document.notes.end(), is_entry);
    if (entries > 0 && static_cast<std::size_t>(entries) < document.notes.size()) return true;
    for (auto line : split(document.text, '\n')) {
        line = trim(line);
        // "== Bibliography ==", "Bibliography:"
        line = line.substr(0, line.find_last_not_of("=*:_ ") + 1);
        if (line.size() > 60) continue;
        auto const folded = fold(trim(line));
        for (auto const& heading : bibliography_headings())
            if (folded.ends_with(heading)) return true;
    }
    return false;
}

// What names a year is a citation, if one that was not understood.
bool names_year(std::string_view text) {
    for (auto const& token : Tokens(text))
        if (token.kind == Token::number && token.span.size() == 4) return true;
    return false;
}

// "[@koehler, Rn. 78]": what stands behind a key is a place in its work, in whatever words.
bool cites_key(SourceNote const& note, Span span) {
    return std::any_of(note.embedded.begin(), note.embedded.end(), [&](EmbeddedCitation const& citation) {
        return citation.is_by_key() && citation.span.overlaps(span);
    });
}

bool is_unexplained(Citation const& citation) {
    return citation.kind == CitationKind::short_form && !citation.refers_to && citation.item.id.empty();
}

// "Mangold 1935, S. 24; Tréfás; Manasse 2006": a work whose short forms name the year has a list of titles,
// though it need not stand in the same file.
bool cites_by_year(Manuscript const& manuscript) {
    constexpr std::size_t fewest = 5;
    std::size_t with_year = 0, without = 0;
    for (auto const& note : manuscript.notes)
        for (auto const& citation : note.citations)
            if (is_unexplained(citation))
                ++(names_year(slice(note.text, citation.span)) ? with_year : without);
    return with_year >= fewest && with_year > without;
}

void short_form_unresolved(Manuscript const& manuscript, Findings& findings) {
    if (!manuscript.document || has_bibliography(*manuscript.document) || cites_by_year(manuscript)) return;
    for (std::size_t index = 1; index < manuscript.notes.size(); ++index) {
        for (auto const& citation : manuscript.notes[index].citations) {
            if (!is_unexplained(citation)) continue;
            if (cites_key(manuscript.document->notes[index], citation.span)) continue;
            if (names_year(slice(manuscript.notes[index].text, citation.span))) continue;
            findings.add(
                index, citation.span,
                "no earlier note gives this source in full; write it out here, or correct the short form");
        }
    }
}

void quoted_generic_title(NoteView const& note, Citation const& citation, Findings& findings) {
    // In its marks the word is read as a title, or as what it is: the form of the paper.
    auto place = place_of(citation, "title");
    if (!place) place = place_of(citation, "genre");
    if (!place || place->begin == 0 || citation.kind != CitationKind::archival) return;
    auto const quote = decode_before(note.note.text, place->begin).value;
    if (quote != U'"' && quote != 0x201C && quote != 0x201E && quote != 0xAB && quote != 0x2018) return;
    auto const title = to_lower(trim(note.text(*place)));
    auto const word =
        title.ends_with(',') || title.ends_with('.') ? title.substr(0, title.size() - 1) : title;
    static auto const kinds = words_for("generic-title");
    if (!contains(kinds, word)) return;
    findings.add(
        note.index, *place,
        concat("“", word,
               "” says what kind of document it is and is no title; write it without quotation marks, "
               "and say from whom to whom"));
}

// Whether a title begins there: "ed. Origins of …", "ed. “Origins …".
bool begins_title(std::string_view text) {
    auto const words = trim(text);
    if (words.empty() || words.data() == text.data()) return false;
    auto const first = decode(words, 0).value;
    return is_upper(first) || first == U'"' || first == 0x201C || first == 0x201E;
}

void editor_comma(NoteView const& note, Findings& findings) {
    static auto const of_editions = words_for("edition");
    auto const& tokens = note.tokens;
    for (std::size_t at = 2; at + 1 < tokens.size(); ++at) {
        auto const word = note.text(tokens[at]);
        if ((word != "ed" && word != "eds") || note.text(tokens[at + 1]) != ".") continue;
        if (tokens[at - 1].kind != Token::space || tokens[at - 2].kind != Token::word) continue;
        auto const name = note.text(tokens[at - 2]);
        if (count_code_points(name) < 2 || !is_upper(decode(name, 0).value)) continue;
        if (contains(of_editions, to_lower(name))) continue;
        auto const name_end = tokens[at - 2].span.end;
        auto const end = tokens[at + 1].span.end;
        bool const title_follows = begins_title(std::string_view(note.note.text).substr(end));
        auto const role = concat(word, ".");
        auto const fault = title_follows ? concat("“", role, "” stands between commas")
                                         : concat("a comma stands before “", role, "”");
        auto const with_commas = concat(", ", role, title_follows ? "," : "");
        auto& finding = findings.add(note.index, {tokens[at - 2].span.begin, end},
                                     concat(fault, ": write “", name, with_commas, "”"));
        offer(finding, true, {name_end, end}, with_commas,
              title_follows ? "put commas around it" : "put a comma before it");
    }
}

constexpr RuleEntry entries[] = {
    {{"ibid-after-many", "notes", Severity::warning,
      "ibid. after a note with several sources, or in the first note"},
     Reach::manuscripts,
     ibid_after_many},
    {{"short-form-unresolved", "notes", Severity::warning, "a short form that no earlier note explains"},
     Reach::manuscripts,
     short_form_unresolved},
    {{"quoted-generic-title", "notes", Severity::note, "a kind of document in quotation marks"},
     Reach::manuscripts,
     quoted_generic_title},
    {{"editor-comma", "notes", Severity::note, "no comma between a name and “ed.”"},
     Reach::manuscripts,
     editor_comma},
};

}  // namespace

std::span<RuleEntry const> note_rules() { return entries; }

}  // namespace fonds::checking
