// Rules on the labels of a reference's levels: their case, language and sense.

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"

namespace fonds::checking {
namespace {

// A label whose case can be compared: letters, with a point at most at its end.
bool is_plain_label(std::string_view label) {
    auto const word = label.ends_with('.') ? label.substr(0, label.size() - 1) : label;
    if (word.empty()) return false;
    for (std::size_t at = 0; at < word.size(); at += decode(word, at).size)
        if (!is_letter(decode(word, at).value)) return false;
    return count_code_points(word) < 2 || !is_upper(decode_before(word, word.size()).value);
}

std::string with_case(std::string_view label, bool upper) {
    auto const first = decode(label, 0);
    std::string out;
    append_utf8(out, upper ? to_upper(first.value) : to_lower(first.value));
    return out + std::string(label.substr(first.size));
}

void label_case(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& levels = citation.item.reference.levels;
    if (!is_fond_reference(citation)) return;  // German labels are nouns and abbreviations, capital or not
    std::size_t first = levels.size();
    for (std::size_t index = 0; index < levels.size(); ++index) {
        auto const& label = levels[index].label;
        if (!is_plain_label(label)) continue;
        if (first == levels.size()) {
            first = index;
            continue;
        }
        bool const upper = is_upper(decode(levels[first].label, 0).value);
        if (is_upper(decode(label, 0).value) == upper) continue;
        auto const place = label_place(note.note, citation, index);
        if (!place) continue;
        auto const right = with_case(label, upper);
        auto& finding = findings.add(
            note.index, *place,
            concat("“", label, "” beside “", levels[first].label, "”: write all labels of a reference ",
                   upper ? "with capitals" : "in small letters", ", “", right, "”"));
        offer(finding, true, right);
    }
}

enum class LabelLanguage { other, english, russian };

LabelLanguage language_of(std::string_view label) {
    auto const word = ascii_lower(label.ends_with('.') ? label.substr(0, label.size() - 1) : label);
    static auto const english = words_for("english-label"), russian = words_for("russian-label");
    return contains(english, word)   ? LabelLanguage::english
           : contains(russian, word) ? LabelLanguage::russian
                                     : LabelLanguage::other;
}

// "f. 9401, оп. 2, d. 7": a label in another alphabet than the others of its reference. Of a level that
// stands twice the second belongs to a reference of its own.
void label_alphabet(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& levels = citation.item.reference.levels;
    std::array<std::size_t, 2> count{};  // Latin, Cyrillic
    std::array<std::size_t, 2> last{};
    std::unordered_set<std::string_view> seen;
    for (std::size_t index = 0; index < levels.size(); ++index) {
        if (levels[index].label.empty()) continue;
        if (!seen.insert(levels[index].level).second) return;
        auto const script = script_of(decode(levels[index].label, 0).value);
        if (script != Script::latin && script != Script::cyrillic) continue;
        auto const row = script == Script::latin ? std::size_t{0} : std::size_t{1};
        ++count[row];
        last[row] = index;
    }
    if (count[0] + count[1] < 3 || std::min(count[0], count[1]) != 1) return;
    bool const is_latin = count[0] == 1;
    auto const& label = levels[last[is_latin ? 0 : 1]].label;
    if (auto const place = label_place(note.note, citation, last[is_latin ? 0 : 1]))
        findings.add(note.index, *place,
                     concat("“", label, "” is ", is_latin ? "Latin" : "Cyrillic",
                            " and the other labels of the reference ", is_latin ? "Cyrillic" : "Latin",
                            ": no search finds both; type it in their alphabet"));
}

void label_language(NoteView const& note, Citation const& citation, Findings& findings) {
    label_alphabet(note, citation, findings);
    auto const& levels = citation.item.reference.levels;
    std::size_t english = levels.size();
    std::size_t russian = levels.size();
    for (std::size_t index = 0; index < levels.size(); ++index) {
        auto const language = language_of(levels[index].label);
        if (language == LabelLanguage::english && english == levels.size()) english = index;
        if (language == LabelLanguage::russian && russian == levels.size()) russian = index;
    }
    if (english == levels.size() || russian == levels.size()) return;
    auto const later = std::max(english, russian);
    findings.add(note.index, level_and_label(note.note, citation, later),
                 concat("“", levels[english].label, "” is English and “", levels[russian].label,
                        "” Russian: label all levels of a reference in one language"));
}

bool is_page_label(std::string_view label) {
    static auto const labels = words_for("page-label");
    return contains(labels, ascii_lower(label));
}

// Pages behind a reference that ended with a full stop: "Д. 314. С. 34–59".
std::optional<Span> pages_behind(NoteView const& note, Citation const& citation) {
    std::string_view const text = note.note.text;
    auto const begin = text.find_first_not_of(" .,;", citation.span.end);
    if (begin == std::string_view::npos) return std::nullopt;
    static auto const labels = words_for("page-behind-stop");
    for (auto const label : labels) {
        if (!text.substr(begin).starts_with(label)) continue;
        auto at = begin + label.size();
        while (at < text.size() && text[at] == ' ') ++at;
        auto const digits = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        if (at == digits) return std::nullopt;
        Span const pages{begin, at};
        auto const is_cited = std::any_of(note.note.citations.begin(), note.note.citations.end(),
                                          [&](Citation const& other) { return other.span.overlaps(pages); });
        return is_cited ? std::nullopt : std::optional(pages);
    }
    return std::nullopt;
}

void page_for_leaf(NoteView const& note, Citation const& citation, Findings& findings) {
    if (!is_fond_reference(citation)) return;
    // Archives elsewhere have fonds, too, and count pages.
    auto const* scheme = scheme_of(citation, note.manuscript.knowledge);
    bool const counts_leaves =
        !scheme || std::any_of(scheme->levels.begin(), scheme->levels.end(),
                               [](SchemeLevel const& level) { return level.level == "list"; });
    if (!counts_leaves) return;
    auto const& levels = citation.item.reference.levels;
    std::optional<Span> place;
    bool has_leaves = false;
    for (std::size_t index = 0; index < levels.size(); ++index) {
        auto const& level = levels[index];
        bool const pages =
            level.level == "page" || (level.hierarchy == Hierarchy::part && is_page_label(level.label));
        has_leaves = has_leaves || (level.hierarchy == Hierarchy::part && !pages);
        if (pages) place = level_and_label(note.note, citation, index);
    }
    if (!place && citation.locator_label == "page") place = place_of(citation, "locator");
    if (!place && !citation.item.text(Variable::page).empty()) place = place_of(citation, "page");
    if (!place && !has_leaves) place = pages_behind(note, citation);
    if (!place || has_leaves) return;
    findings.add(note.index, *place,
                 "files of this kind are counted in leaves: write “l.” or “ll.” (Л.), not pages");
}

SchemeLevel const* meaning_in(LevelScheme const& scheme, std::string_view label) {
    for (auto const& level : scheme.levels)
        if (contains(level.labels, label)) return &level;
    return nullptr;
}

// In Romanian references "f." is a leaf (filă), and the fond is written out. Behind a fond a label of leaves
// is one, and what follows it the next reference.
void label_sense(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const* scheme = scheme_of(citation, note.manuscript.knowledge);
    auto const& levels = citation.item.reference.levels;
    if (!scheme || levels.size() < 2 || repository_follows(citation)) return;
    auto const* meaning = meaning_in(*scheme, levels[0].label);
    auto const* next = meaning_in(*scheme, levels[1].label);
    if (!meaning || !next || meaning->hierarchy != Hierarchy::part) return;
    if (next->hierarchy != Hierarchy::intellectual) return;
    auto const& outer = scheme->levels.front();
    findings.add(
        note.index, level_and_label(note.note, citation, 0),
        concat("“", levels[0].label, "” means “", meaning->level,
               "” in this archive's references, and stands before “", levels[1].label, "” here; write the ",
               outer.level, " out (“", outer.level, " ", levels[0].value, "”)"));
}

// One document, one transliteration: "opis'" and "opis", "TsKhSD" and "CKhSD".
std::string without_transliteration(std::string_view word) {
    auto folded = fold(word);
    for (auto const& [from, to] : {std::pair<std::string_view, std::string_view>{"’", ""},
                                   {"'", ""},
                                   {"ʹ", ""},
                                   {"ts", "c"},
                                   {"kh", "h"},
                                   {"x", "h"},
                                   {"iu", "yu"},
                                   {"ju", "yu"},
                                   {"ia", "ya"},
                                   {"ja", "ya"},
                                   {"zh", "z"},
                                   {"sh", "s"},
                                   {"ch", "c"}})
        folded = replace_all(folded, from, to);
    return folded;
}

/// A word, and where it was seen first.
struct Seen {
    std::string text;
    std::size_t note = 0;
    Span span;
};

void mixed_transliteration(Manuscript const& manuscript, Findings& findings) {
    std::unordered_map<std::string, Seen> firsts;
    auto const look = [&](std::size_t note, std::string_view word, std::optional<Span> place) {
        if (!place || count_code_points(word) < 4) return;
        auto const skeleton = without_transliteration(word);
        auto const [at, is_new] = firsts.try_emplace(skeleton, Seen{std::string(word), note, *place});
        if (is_new || script_of(decode(word, 0).value) != Script::latin) return;
        auto const plain = [](std::string_view text) {
            return to_lower(replace_all(replace_all(text, "’", "'"), "ʹ", "'"));
        };
        if (plain(at->second.text) == plain(word)) return;
        auto& finding = findings.add(note, *place,
                                     concat("“", word, "” here and “", at->second.text,
                                            "” before: one Russian word in two transliterations; take one"));
        finding.related.push_back({at->second.note, at->second.span, "first written here"});
    };
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        auto const& note = manuscript.notes[index];
        for (auto const& citation : note.citations) {
            if (!is_fond_reference(citation)) continue;
            look(index, citation.item.reference.repository, place_of(citation, "archive"));
            auto const& levels = citation.item.reference.levels;
            for (std::size_t level = 0; level < levels.size(); ++level)
                look(index, levels[level].label, label_place(note, citation, level));
        }
    }
}

constexpr RuleEntry entries[] = {
    {{"label-case", "labels", Severity::note, "labels of one reference with and without capitals"},
     Reach::manuscripts,
     label_case},
    {{"label-language", "labels", Severity::note, "labels of one reference in two languages or alphabets"},
     Reach::manuscripts,
     label_language},
    {{"page-for-leaf", "labels", Severity::warning, "pages where an archive counts leaves"},
     Reach::manuscripts,
     page_for_leaf},
    {{"label-sense", "labels", Severity::warning, "a label that means another level in this archive"},
     Reach::manuscripts,
     label_sense},
    {{"mixed-transliteration", "labels", Severity::note, "one Russian word in two transliterations"},
     Reach::manuscripts,
     mixed_transliteration},
};

}  // namespace

std::span<RuleEntry const> label_rules() { return entries; }

}  // namespace fonds::checking
