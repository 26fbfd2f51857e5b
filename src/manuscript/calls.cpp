// Calls and notes brought together; what is left over on either side is named.

#include "manuscript/calls.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/mapped_text.hpp"

namespace fonds {
namespace {

std::string shown(SourceNote const& note) { return note.number.empty() ? note.id : note.number; }

// Adds a diagnostic that concerns a note as a whole.
void report_note(Document& document, std::size_t note, std::string_view rule, Severity severity,
                 std::string message) {
    document.diagnostics.push_back(
        make_diagnostic(rule, severity, note, {0, document.notes[note].text.size()}, std::move(message)));
}

// Later notes of an id that is taken get "id-2", "id-3" …; they keep the number the reader sees.
// Gives back the indices of those later notes.
std::unordered_set<std::size_t> make_ids_unique(Document& document) {
    std::unordered_set<std::size_t> repeated;
    std::unordered_map<std::string, std::size_t> first;
    std::unordered_map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < document.notes.size(); ++i) {
        auto& note = document.notes[i];
        auto const [at, is_new] = first.emplace(note.id, i);
        if (is_new) continue;
        report_note(document, i, "duplicate-note", Severity::error,
                    concat("two notes are marked “", shown(note),
                           "”; only the first can be reached by a call: renumber one of them"));
        auto const original = note.id;
        auto& count = seen.emplace(original, 1).first->second;
        do note.id = original + "-" + std::to_string(++count);
        while (first.count(note.id) > 0);
        document.diagnostics.back().related.push_back(
            {first.at(original), {0, document.notes[first.at(original)].text.size()}, "the first one"});
        first.emplace(note.id, i);
        repeated.insert(i);
    }
    return repeated;
}

/// Leaves of a note's text what stands within `kept`.
void cut_to(SourceNote& note, Span kept) {
    SourceMap map;
    for (auto const& piece : note.map.pieces()) {
        if (piece.text.end <= kept.begin || piece.text.begin >= kept.end) continue;
        auto cut = cut_piece(piece, kept);
        cut.text = {cut.text.begin - kept.begin, cut.text.end - kept.begin};
        map.add(cut);
    }
    note.map = std::move(map);
    auto const within = [&](Span span) {
        return Span{std::clamp(span.begin, kept.begin, kept.end) - kept.begin,
                    std::clamp(span.end, kept.begin, kept.end) - kept.begin};
    };
    for (auto& italic : note.italics) italic = within(italic);
    std::erase_if(note.italics, [](Span italic) { return italic.empty(); });
    for (auto& citation : note.embedded) citation.span = within(citation.span);
    note.text = note.text.substr(kept.begin, kept.size());
}

}  // namespace

void cut_front(SourceNote& note, std::size_t size) {
    auto const& text = note.text;
    while (size < text.size() && is_space(decode(text, size).value)) size += decode(text, size).size;
    cut_to(note, {size, text.size()});
}

void cut_end(SourceNote& note, std::size_t size) {
    auto const& text = note.text;
    auto end = text.size() - size;
    while (end > 0 && is_space(decode_before(text, end).value)) end -= decode_before(text, end).size;
    cut_to(note, {0, end});
}

void link_calls(Document& document, std::vector<Call> const& calls) {
    auto const repeated = make_ids_unique(document);
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < document.notes.size(); ++i) by_id.emplace(document.notes[i].id, i);
    std::unordered_set<std::string_view> missing;
    for (auto const& call : calls) {
        if (auto const found = by_id.find(call.note); found != by_id.end()) {
            auto& note = document.notes[found->second];
            if (!note.call) note.call = call.span;
            continue;
        }
        if (!missing.insert(call.note).second) continue;
        auto diagnostic =
            make_diagnostic("call-without-note", Severity::error, {},
                            concat("the text calls note “", call.note,
                                   "”, and there is no such note: add the note or remove the call"));
        if (auto const place = document.map.to_source(call.span)) {
            diagnostic.span = place->span;
            diagnostic.part = place->part;
        }
        document.diagnostics.push_back(std::move(diagnostic));
    }
    // A file of notes alone has nothing to call them.
    bool const has_text = !calls.empty() || !trim(document.text).empty();
    for (std::size_t i = 0; has_text && i < document.notes.size(); ++i) {
        auto const& note = document.notes[i];
        if (note.call || note.kind == NoteKind::reference || repeated.count(i) > 0) continue;
        report_note(
            document, i, "note-without-call", Severity::warning,
            concat("nothing in the text calls note ", shown(note), ": add the call, or remove the note"));
    }
}

void order_by_calls(Document& document) {
    auto& notes = document.notes;
    std::vector<std::size_t> key(notes.size());
    std::size_t last = 0;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        last = notes[i].call ? notes[i].call->begin + 1 : last;
        key[i] = last;
    }
    if (std::is_sorted(key.begin(), key.end())) return;
    std::vector<std::size_t> order(notes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key[a] < key[b]; });
    std::vector<SourceNote> sorted;
    std::vector<std::size_t> place(notes.size());
    for (auto const i : order) {
        place[i] = sorted.size();
        sorted.push_back(std::move(notes[i]));
    }
    notes = std::move(sorted);
    for (auto& diagnostic : document.diagnostics) {
        if (diagnostic.note != no_index) diagnostic.note = place[diagnostic.note];
        for (auto& related : diagnostic.related)
            if (related.note != no_index) related.note = place[related.note];
    }
}

}  // namespace fonds
