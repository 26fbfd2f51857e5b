// Rules on what a citation of its kind cannot do without.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"

namespace fonds::checking {
namespace {

void missing_author(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& item = citation.item;
    if (item.type != ItemType::chapter || citation.refers_to || item.text(Variable::title).empty()) return;
    if (item.names.find(Variable::author) || item.text(Variable::container_title).empty()) return;
    if (!item.names.find(Variable::editor)) return;  // entries and documents of a volume have no author
    findings.add(note.index, place_or_all(citation, "title"),
                 "a chapter of an edited book without its author; name the author before the title");
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
    static auto const words = words_for("word-of-volume");
    auto const folded = fold(text);
    for (auto const word : words)
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

// "Bulletin 6–7 (1995)": the number stands directly behind the name; four figures are a year.
bool is_numbered_behind(std::string_view text, std::size_t end) {
    auto const behind = trim(text.substr(end));
    auto const figures = std::min(behind.find_first_not_of("0123456789"), behind.size());
    return figures > 0 && figures < 4;
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
        auto const place = place_or_all(citation, to_string(variable));
        if (numbered || is_numbered_behind(note.note.text, place.end)) return;
        findings.add(note.index, place, "this series is cited by volume or issue; add its number");
        return;
    }
}

void missing_translator(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& reference = citation.item.reference;
    bool const is_copy = !reference.digital_archive.empty() || !reference.document_id.empty();
    if (!is_copy || reference.levels.empty() || citation.refers_to) return;
    if (!reference.provenance.empty() || !reference.provenance_note.empty() ||
        citation.item.names.find(Variable::translator))
        return;
    auto const* archive = note.manuscript.knowledge.archive(reference.repository_id);
    constexpr std::array<std::string_view, 7> english = {"US", "GB", "CA", "AU", "NZ", "IE", ""};
    if (!archive || contains(english, archive->country)) return;
    findings.add(
        note.index, citation.span,
        "a translated copy without its translator; add “translated by …” as the digital archive gives it");
}

constexpr RuleEntry entries[] = {
    {{"missing-author", "notes", Severity::warning, "a chapter without its author"},
     Reach::both,
     missing_author},
    {{"missing-volume", "notes", Severity::warning, "a series without the number of the volume"},
     Reach::both,
     missing_volume},
    {{"missing-translator", "notes", Severity::note, "a translated copy without its translator"},
     Reach::both,
     missing_translator},
};

}  // namespace

std::span<RuleEntry const> completeness_rules() { return entries; }

}  // namespace fonds::checking
