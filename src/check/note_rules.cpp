// Rules on notes as a row: ibid., short forms, abbreviations that are introduced, and what a citation lacks.

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"

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

// A work whose list of titles stands elsewhere in it explains its short forms there.
bool has_bibliography(Document const& document) {
    auto const is_entry = [](SourceNote const& note) { return note.kind == NoteKind::reference; };
    auto const entries = std::count_if(document.notes.begin(), document.notes.end(), is_entry);
    if (entries > 0 && static_cast<std::size_t>(entries) < document.notes.size()) return true;
    constexpr std::array<std::string_view, 9> headings = {
        "bibliography",         "works cited", "references",   "literature",  "bibliographie",
        "literaturverzeichnis", "литература",  "библиография", "bibliografia"};
    for (auto const line : split(document.text, '\n')) {
        if (line.size() > 60) continue;
        auto const folded = fold(trim(line));
        for (auto const heading : headings)
            if (folded.ends_with(fold(heading))) return true;
    }
    return false;
}

// What names a year is a citation, if one that was not understood.
bool names_year(std::string_view text) {
    for (auto const& token : tokenize(text))
        if (token.kind == Token::number && token.span.size() == 4) return true;
    return false;
}

void short_form_unresolved(Manuscript const& manuscript, Findings& findings) {
    if (!manuscript.document || has_bibliography(*manuscript.document)) return;
    for (std::size_t index = 1; index < manuscript.notes.size(); ++index) {
        for (auto const& citation : manuscript.notes[index].citations) {
            if (citation.kind != CitationKind::short_form || citation.refers_to) continue;
            if (names_year(slice(manuscript.notes[index].text, citation.span))) continue;
            findings.add(
                index, citation.span,
                "no earlier note gives this source in full; write it out here, or correct the short form");
        }
    }
}

constexpr std::array<std::string_view, 14> introductions = {
    "hereafter", "hereinafter", "henceforth", "further only", "im folgenden", "nachfolgend", "weiter nur",
    "fortan",    "ci-après",    "dalej:",     "далее",        "dorénavant",   "en adelante", "d’ora in poi"};

/// "(hereafter NARA)": the abbreviation and where it stands.
struct Introduction {
    std::string abbreviation;
    std::size_t note = 0;
    Span span;
};

// The words after "hereafter" that are not the abbreviation itself.
std::string_view without_preamble(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        text = trim(text);
        for (std::string_view const words :
             {":", ",", "cited as", "referred to as", "abbreviated as", "as", "only", "zitiert als",
              "zit. als", "–", "—", "-", "“", "\"", "‘", "'", "«", "„"})
            if (text.starts_with(words) &&
                (!is_ascii_letter(words.back()) || text.substr(words.size()).starts_with(' '))) {
                text.remove_prefix(words.size());
                again = true;
            }
    }
    return text;
}

/// The phrase that introduces an abbreviation at the beginning of `text`, in any case; or nothing.
std::string_view introduction_at(std::string_view text) {
    auto const first = to_lower(decode(text, 0).value);
    for (auto const phrase : introductions)
        if (decode(phrase, 0).value == first && to_lower(text.substr(0, phrase.size())) == phrase) return phrase;
    return {};
}

/// The abbreviation that such a phrase introduces: the first words of `text`.
std::string_view abbreviation_in(std::string_view text) {
    constexpr std::size_t longest = 60;
    auto rest = text.substr(0, longest);
    rest = rest.substr(0, rest.find_first_of(")];\n"));
    rest = without_preamble(rest);
    while (!rest.empty()) {
        auto const last = decode_before(rest, rest.size());
        if (last.value == U'.' && rest.size() > 2 && is_upper(decode_before(rest, rest.size() - 1).value)) break;
        if (is_letter(last.value) || is_number(last.value)) break;
        rest.remove_suffix(last.size);
    }
    return rest;
}

void collect_introductions(std::string_view text, std::vector<Token> const& tokens, std::size_t note,
                           std::vector<Introduction>& out) {
    for (auto const& token : tokens) {
        if (token.kind != Token::word) continue;
        auto const phrase = introduction_at(text.substr(token.span.begin));
        if (phrase.empty()) continue;
        auto const abbreviation = abbreviation_in(text.substr(token.span.begin + phrase.size()));
        auto const begin = static_cast<std::size_t>(abbreviation.data() - text.data());
        bool const is_short = count_code_points(abbreviation) >= 2 &&
                              std::count(abbreviation.begin(), abbreviation.end(), ' ') <= 4;
        if (is_short) out.push_back({std::string(abbreviation), note, {begin, begin + abbreviation.size()}});
    }
}

std::vector<Introduction> introductions_in(Manuscript const& manuscript) {
    std::vector<Introduction> all;
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index)
        collect_introductions(manuscript.notes[index].text, manuscript.tokens[index], index, all);
    return all;
}

/// Where each abbreviation is used: notes in order, with the place, then the body (`no_note`).
using Uses = std::unordered_map<std::string, std::vector<std::pair<std::size_t, Span>>>;

// One pass over all notes: abbreviations are looked up by the words that they begin with.
Uses uses_of(Manuscript const& manuscript, std::vector<Introduction> const& introduced) {
    std::unordered_map<std::string, std::vector<std::string>> by_first_word;
    for (auto const& introduction : introduced) {
        auto const tokens = tokenize(introduction.abbreviation);
        auto& list = by_first_word[std::string(spelling(introduction.abbreviation, tokens.front()))];
        if (list.size() < 16 && std::find(list.begin(), list.end(), introduction.abbreviation) == list.end())
            list.push_back(introduction.abbreviation);
    }
    Uses uses;
    auto const look = [&](std::size_t index, std::string_view text, std::vector<Token> const& tokens) {
        for (auto const& token : tokens) {
            auto const at = by_first_word.find(std::string(spelling(text, token)));
            if (at == by_first_word.end()) continue;
            for (auto const& abbreviation : at->second) {
                auto const end = token.span.begin + abbreviation.size();
                if (text.substr(token.span.begin, abbreviation.size()) != abbreviation) continue;
                if (end < text.size() && is_letter(decode(text, end).value)) continue;
                uses[abbreviation].push_back({index, {token.span.begin, end}});
            }
        }
    };
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index)
        look(index, manuscript.notes[index].text, manuscript.tokens[index]);
    if (manuscript.document) look(no_note, manuscript.document->text, tokenize(manuscript.document->text));
    return uses;
}

void abbreviation_too_early(Manuscript const& manuscript, Findings& findings) {
    auto const introduced = introductions_in(manuscript);
    if (introduced.empty()) return;
    auto const uses = uses_of(manuscript, introduced);
    std::unordered_map<std::string, bool> seen;
    for (auto const& introduction : introduced) {
        if (!seen.try_emplace(introduction.abbreviation, true).second) continue;
        auto const at = uses.find(introduction.abbreviation);
        if (at == uses.end() || at->second.empty() || at->second.front().first >= introduction.note) continue;
        auto const& [note, span] = at->second.front();
        auto& finding = findings.add(note, span,
                                     concat("“", introduction.abbreviation,
                                            "” is used here and introduced only later; introduce it here"));
        finding.related.push_back({introduction.note, introduction.span, "introduced here"});
    }
}

void abbreviation_introduced_twice(Manuscript const& manuscript, Findings& findings) {
    std::unordered_map<std::string, Introduction> firsts;
    for (auto const& introduction : introductions_in(manuscript)) {
        auto const [first, is_new] = firsts.try_emplace(introduction.abbreviation, introduction);
        if (is_new) continue;
        auto& finding = findings.add(
            introduction.note, introduction.span,
            concat("“", introduction.abbreviation, "” is introduced a second time; the reader knows it"));
        finding.related.push_back({first->second.note, first->second.span, "first introduced here"});
    }
}

void abbreviation_unused(Manuscript const& manuscript, Findings& findings) {
    auto const introduced = introductions_in(manuscript);
    if (introduced.empty() || manuscript.notes.size() < 2) return;
    auto const uses = uses_of(manuscript, introduced);
    std::unordered_map<std::string, std::size_t> times;
    for (auto const& introduction : introduced) ++times[introduction.abbreviation];
    for (auto const& introduction : introduced) {
        auto const at = uses.find(introduction.abbreviation);
        auto const count = at == uses.end() ? 0 : at->second.size();
        if (count > times[introduction.abbreviation]) continue;
        findings.add(introduction.note, introduction.span,
                     concat("“", introduction.abbreviation, "” is introduced and never used; drop it"));
    }
}

void missing_author(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& item = citation.item;
    if (item.type != ItemType::chapter || citation.refers_to || item.text(Variable::title).empty()) return;
    if (item.names.find(Variable::author) || item.text(Variable::container_title).empty()) return;
    if (!item.names.find(Variable::editor)) return;  // entries and documents of a volume have no author
    findings.add(note.index, place_or_all(citation, "title"),
                 "a chapter of an edited book without its author; name the author before the title");
}

constexpr std::array<std::string_view, 18> generic_titles = {
    "letter",   "telegram", "report",   "memorandum", "memo",  "note",    "cable",   "minutes", "document",
    "despatch", "dispatch", "protocol", "transcript", "brief", "bericht", "vermerk", "письмо",  "telegramm"};

void quoted_generic_title(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const place = place_of(citation, "title");
    if (!place || place->begin == 0 || citation.kind != CitationKind::archival) return;
    auto const quote = decode_before(note.note.text, place->begin).value;
    if (quote != U'"' && quote != 0x201C && quote != 0x201E && quote != 0xAB && quote != 0x2018) return;
    auto const title = to_lower(trim(note.text(*place)));
    auto const word =
        title.ends_with(',') || title.ends_with('.') ? title.substr(0, title.size() - 1) : title;
    if (std::find(generic_titles.begin(), generic_titles.end(), word) == generic_titles.end()) return;
    findings.add(
        note.index, *place,
        concat("“", word,
               "” says what kind of document it is and is no title; write it without quotation marks, "
               "and say from whom to whom"));
}

// Series that nobody finds a page in without the number of the volume.
bool needs_volume(std::string_view container, int year) {
    auto const folded = fold(container);
    // The yearbooks before 1932 have no volume numbers that are cited.
    if (folded.find("foreign relations of the united states") != std::string::npos || folded == "frus")
        return year == 0 || year > 1932;
    return folded.find("international history project bulletin") != std::string::npos ||
           folded == "cwihp bulletin";
}

// "vol. 17", "no. 5", and the short "19:135", "XIX, 135" and "xix, doc. 5".
bool says_number(std::string_view text) {
    auto const folded = fold(text);
    for (std::string_view const word : {"vol", "no.", "issue", "number", "nr."})
        if (folded.find(word) != std::string::npos) return true;
    auto const tokens = tokenize(text);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        auto const word = spelling(text, tokens[at]);
        bool const is_roman = tokens[at].kind == Token::word &&
                              (word.find_first_not_of("IVXL") == std::string_view::npos ||
                               (word.size() > 1 && word.find_first_not_of("ivxl") == std::string_view::npos));
        bool const has_colon = tokens[at].kind == Token::number && tokens[at].span.end + 1 < text.size() &&
                               text[tokens[at].span.end] == ':' && is_digit(text[tokens[at].span.end + 1]);
        if (is_roman || has_colon) return true;
    }
    return false;
}

// The last year that a title names at its end ("…, 1955–1957"), or 0; the title without its years.
int take_years(std::string_view& title) {
    auto const begin = title.find_last_not_of("0123456789-\xE2\x80\x93, ") + 1;
    auto const years = trim(title.substr(std::min(begin, title.size())));
    auto const first = years.find_first_of("0123456789");
    if (first == std::string_view::npos || years.size() - first < 4) return 0;
    auto const year = years.substr(first, 4);
    if (!is_all_digits(year) || (year.front() != '1' && year.front() != '2')) return 0;
    title = title.substr(0, begin);
    return std::stoi(std::string(year));
}

void missing_volume(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& item = citation.item;
    if (!is_full(citation) || citation.refers_to) return;
    auto const* issued = item.dates.find(Variable::issued);
    for (auto const variable : {Variable::container_title, Variable::collection_title, Variable::title}) {
        auto title = item.text(variable);
        auto const named = take_years(title);
        if (title.empty() || is_digit(title.back()) ||
            !needs_volume(title, named != 0 ? named
                                 : issued   ? issued->start.year
                                            : 0))
            continue;
        // The number of a document in it is none of the volume.
        bool const of_document = note.text(citation.span).find("doc") != std::string_view::npos;
        bool const numbered = !item.text(Variable::volume).empty() || !item.text(Variable::issue).empty() ||
                              (!of_document && !item.text(Variable::number).empty()) ||
                              !item.text(Variable::collection_number).empty() ||
                              says_number(note.text(citation.span));
        if (numbered) return;
        findings.add(note.index, place_or_all(citation, to_string(variable)),
                     "this series is cited by volume or issue; add its number");
        return;
    }
}

void missing_translator(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& reference = citation.item.reference;
    if (reference.digital_archive.empty() || reference.levels.empty() || citation.refers_to) return;
    if (!reference.provenance.empty() || !reference.provenance_note.empty() ||
        citation.item.names.find(Variable::translator))
        return;
    auto const* archive = note.manuscript.knowledge.archive(reference.repository_id);
    constexpr std::array<std::string_view, 7> english = {"US", "GB", "CA", "AU", "NZ", "IE", ""};
    if (!archive || std::find(english.begin(), english.end(), archive->country) != english.end()) return;
    findings.add(
        note.index, citation.span,
        "a translated copy without its translator; add “translated by …” as the digital archive gives it");
}

void editor_comma(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 2; at + 1 < tokens.size(); ++at) {
        auto const word = note.text(tokens[at]);
        if ((word != "ed" && word != "eds") || note.text(tokens[at + 1]) != ".") continue;
        if (tokens[at - 1].kind != Token::space || tokens[at - 2].kind != Token::word) continue;
        auto const name = note.text(tokens[at - 2]);
        if (count_code_points(name) < 2 || !is_upper(decode(name, 0).value)) continue;
        // "2nd ed.", "Revised ed." are editions.
        if (to_lower(name) == "revised" || to_lower(name) == "second" || to_lower(name) == "third" ||
            to_lower(name) == "first" || to_lower(name) == "new" || to_lower(name) == "rev")
            continue;
        auto& finding =
            findings.add(note.index, {tokens[at - 2].span.begin, tokens[at + 1].span.end},
                         concat("a comma stands before “", word, ".”: write “", name, ", ", word, ".”"));
        offer(finding, true, {tokens[at - 2].span.end, tokens[at - 2].span.end}, ",",
              "put a comma before it");
    }
}

constexpr RuleEntry entries[] = {
    {{"ibid-after-many", "notes", Severity::warning,
      "ibid. after a note with several sources, or in the first note"},
     Reach::manuscripts,
     nullptr,
     nullptr,
     ibid_after_many},
    {{"short-form-unresolved", "notes", Severity::warning, "a short form that no earlier note explains"},
     Reach::manuscripts,
     nullptr,
     nullptr,
     short_form_unresolved},
    {{"abbreviation-too-early", "notes", Severity::warning, "an abbreviation used before it is introduced"},
     Reach::manuscripts,
     nullptr,
     nullptr,
     abbreviation_too_early},
    {{"abbreviation-introduced-twice", "notes", Severity::note, "an abbreviation introduced twice"},
     Reach::manuscripts,
     nullptr,
     nullptr,
     abbreviation_introduced_twice},
    {{"abbreviation-unused", "notes", Severity::note, "an abbreviation introduced and never used"},
     Reach::manuscripts,
     nullptr,
     nullptr,
     abbreviation_unused},
    {{"missing-author", "notes", Severity::warning, "a chapter without its author"},
     Reach::both,
     nullptr,
     missing_author},
    {{"missing-volume", "notes", Severity::warning, "a series without the number of the volume"},
     Reach::both,
     nullptr,
     missing_volume},
    {{"missing-translator", "notes", Severity::note, "a translated copy without its translator"},
     Reach::both,
     nullptr,
     missing_translator},
    {{"quoted-generic-title", "notes", Severity::note, "a kind of document in quotation marks"},
     Reach::manuscripts,
     nullptr,
     quoted_generic_title},
    {{"editor-comma", "notes", Severity::note, "no comma between a name and “ed.”"},
     Reach::manuscripts,
     editor_comma},
};

}  // namespace

std::span<RuleEntry const> note_rules() { return entries; }

}  // namespace fonds::checking
