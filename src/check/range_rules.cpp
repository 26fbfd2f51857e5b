// Rules on numbers and ranges of pages and leaves.

#include <unordered_map>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/dates.hpp"
#include "check/pages.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

std::string_view digits_at_end(std::string_view text) {
    auto begin = text.size();
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    return text.substr(begin);
}

void reversed_range(NoteView const& note, Citation const& citation, Findings& findings) {
    for (auto const& pages : pages_of(note, citation)) {
        auto const range = written_range(pages.text);
        if (!range || range->numbers.abbreviated || range->numbers.first <= range->numbers.last) continue;
        if (range->last.size() < digits_at_end(range->first).size()) continue;  // "319-12": a shortened end
        auto& finding = findings.add(note.index, pages.span,
                                     concat("the range ends before it begins: write “", range->last, "–",
                                            range->first, "”, or look the numbers up"));
        offer(finding, false, concat(range->last, range->dash, range->first));
    }
}

void one_value_range(NoteView const& note, Citation const& citation, Findings& findings) {
    for (auto const& pages : pages_of(note, citation)) {
        auto const range = written_range(pages.text);
        if (!range || range->first != range->last) continue;
        auto& finding =
            findings.add(note.index, pages.span,
                         concat("a range from ", range->first, " to itself: write “", range->first, "”"));
        offer(finding, true, std::string(range->first));
    }
}

void abbreviated_leaves(NoteView const& note, Citation const& citation, Findings& findings) {
    for (auto const& pages : pages_of(note, citation)) {
        auto const range = written_range(pages.text);
        if (!pages.leaves || !range || !range->numbers.abbreviated) continue;
        auto const whole = concat(range->first, range->dash, std::to_string(range->numbers.last));
        auto& finding =
            findings.add(note.index, pages.span,
                         concat("leaf numbers are written out, as an archive prints them: “", whole, "”"));
        offer(finding, false, whole);
    }
}

void range_dash(NoteView const& note, Citation const& citation, Findings& findings) {
    if (citation.is_by_key()) return;  // "[@westad, 34-59]": what writes the citation sets the dash
    for (auto const& pages : pages_of(note, citation)) {
        auto const range = written_range(pages.text);
        if (!range || range->dash == "–") continue;
        if (range->dash == "-" && note.manuscript.has_hyphens_in_ranges()) continue;
        if (slice(note.note.text, pages.span) != pages.text) continue;
        auto const whole = concat(range->first, "–", range->last);
        auto& finding =
            findings.add(note.index, pages.span, concat("a range takes an en dash: “", whole, "”"));
        // With the spaces around it.
        auto const first_end = pages.text.find(range->first) + range->first.size();
        auto const last_begin = pages.text.find(range->last, range->dash_span.end);
        Span const dash{pages.span.begin + first_end, pages.span.begin + last_begin};
        offer(finding, true, dash, "–", "write an en dash");
    }
}

void absurd_number(NoteView const& note, Citation const& citation, Findings& findings) {
    constexpr long most_leaves = 1000;
    constexpr long most_files = 100000;
    for (auto const& pages : pages_of(note, citation)) {
        auto const range = written_range(pages.text);
        if (pages.leaves && range && range->numbers.last - range->numbers.first > most_leaves)
            findings.add(note.index, pages.span,
                         "more than a thousand leaves of one file; a figure is wrong");
    }
    auto const& levels = citation.item.reference.levels;
    for (std::size_t index = 0; index < levels.size(); ++index) {
        auto const number =
            levels[index].level == "delo" ? parse_number_range(levels[index].value) : std::nullopt;
        if (number && number->first > most_files)
            findings.add(note.index, level_and_label(note.note, citation, index),
                         "no inventory has so many files; a figure is wrong, or a comma is missing");
    }
}

// One series of volumes is numbered one way.
void roman_volume(Manuscript const& manuscript, Findings& findings) {
    struct First {
        std::size_t note;
        Span span;
        bool roman;
    };
    std::unordered_map<std::string, First> firsts;
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        for (auto const& citation : manuscript.notes[index].citations) {
            auto const volume = citation.item.text(Variable::volume);
            auto const of_article = citation.item.text(Variable::container_title);
            auto const container = of_article.empty() ? citation.item.text(Variable::title) : of_article;
            auto const place = place_of(citation, "volume");
            bool const roman = roman_value(volume) > 0;
            if (container.empty() || !place || (!roman && !is_all_digits(volume))) continue;
            auto const [at, is_new] = firsts.try_emplace(fold(container), First{index, *place, roman});
            if (is_new || at->second.roman == roman) continue;
            auto& finding = findings.add(
                index, *place, "volumes of this work are numbered in Roman and in Arabic figures; take one");
            finding.related.push_back({at->second.note, at->second.span, "first written here"});
        }
    }
}

constexpr RuleEntry entries[] = {
    {{"reversed-range", "ranges", Severity::error, "a range that ends before it begins"},
     Reach::both,
     reversed_range},
    {{"one-value-range", "ranges", Severity::note, "a range from a number to itself"},
     Reach::both,
     one_value_range},
    {{"abbreviated-leaves", "ranges", Severity::note, "a range of leaves with a shortened end"},
     Reach::both,
     abbreviated_leaves},
    {{"range-dash", "ranges", Severity::note, "a hyphen or other dash in a range"},
     Reach::manuscripts,
     range_dash},
    {{"absurd-number", "ranges", Severity::warning, "a number of files or leaves that cannot be"},
     Reach::both,
     absurd_number},
    {{"roman-volume", "ranges", Severity::note, "volumes of one work in Roman and in Arabic figures"},
     Reach::manuscripts,
     roman_volume},
};

}  // namespace

std::span<RuleEntry const> range_rules() { return entries; }

}  // namespace fonds::checking
