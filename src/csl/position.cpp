// Positions of cites in the document (CSL 1.0.2, "Choose": `position`, "near-note-distance").

#include <optional>
#include <vector>

#include "csl/engine.hpp"

namespace fonds::csl {

namespace {

bool same_locator(Cite const& one, Cite const& other) {
    return one.locator == other.locator && one.label == other.label;
}

/// ibid, or ibid with another locator; nothing where only the earlier cite has one.
std::optional<Position> ibid_of(Cite const& previous, Cite const& now) {
    if (!previous.locator.empty() && now.locator.empty()) return std::nullopt;
    if (previous.locator.empty()) return now.locator.empty() ? Position::ibid : Position::ibid_with_locator;
    return same_locator(previous, now) ? Position::ibid : Position::ibid_with_locator;
}

/// What was cited so far in a run of citations, whose note numbers never fall.
struct History {
    explicit History(std::size_t items) : notes(items) {}
    struct Notes {
        int first = -1, last = -1;  ///< -1: not yet cited
    };
    std::vector<Notes> notes;  ///< by item
    std::vector<std::size_t> cited;
    std::size_t cites_in_note = 0, cites_in_note_before = 0;
    void clear() {
        for (auto const item : cited) notes[item] = {};
        cited.clear();
        cites_in_note = cites_in_note_before = 0;
    }
};

/// The cite that `citation.cites[k]` would repeat, as far as it stands right before it; else null.
PlacedCite const* cite_before(PlacedCitation const& citation, std::size_t k, PlacedCitation const* previous,
                              History const& history) {
    if (k > 0) return &citation.cites[k - 1];
    if (!previous || previous->cites.empty()) return nullptr;
    auto const item = citation.cites[k].item;
    auto const note = citation.note_number, last_note = previous->note_number;
    if (last_note == note) return previous->cites.back().item == item ? &previous->cites.front() : nullptr;
    auto const alone = history.cites_in_note_before == 1 || last_note == 0;
    return alone && last_note >= note - 1 ? &previous->cites.front() : nullptr;
}

Place place_of(PlacedCitation const& citation, std::size_t k, PlacedCitation const* previous,
               History& history, int near_note_distance) {
    auto const& placed = citation.cites[k];
    auto const& cite = *placed.cite;
    auto const note = citation.note_number;
    auto& earlier = history.notes[placed.item];
    Place out;
    if (earlier.last < 0) {
        earlier = {note, note};
        history.cited.push_back(placed.item);
    } else {
        auto const* const before = cite_before(citation, k, previous, history);
        out.position = Position::subsequent;
        if (before && before->item == placed.item)
            out.position = ibid_of(*before->cite, cite).value_or(Position::subsequent);
        if (earlier.first != note) out.first_note = earlier.first;
        out.near_note = note == 0 || note - earlier.last <= near_note_distance;
        earlier.last = note;
    }
    out.position = cite.position.value_or(out.position);
    out.near_note = cite.near_note.value_or(out.near_note);
    if (cite.first_reference_note_number) out.first_note = cite.first_reference_note_number;
    return out;
}

}  // namespace

/// The note that first cites each item, where cites are told apart by it. A chapter that resets positions
/// cites anew.
void Engine::find_first_notes() {
    if (!compiled_.told_by_first_note) return;
    std::vector<int> found(items_.size(), 0);
    std::vector<char> seen(items_.size(), 0);
    auto last_note = 0;
    for (auto const& citation : placed_) {
        auto const note = citation.note_number;
        if (note == 0) continue;
        if (note < last_note || citation.citation->reset_position) seen.assign(items_.size(), 0);
        last_note = note;
        for (auto const& cite : citation.cites) {
            if (seen[cite.item]) continue;
            seen[cite.item] = 1;
            found[cite.item] = note;
        }
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
        first_notes_changed_ = first_notes_changed_ || items_[i].first_note != found[i];
        items_[i].first_note = found[i];
    }
}

/// Finds the positions of all cites, and marks the citations where what the style looks at of them has
/// changed.
void Engine::place_cites() {
    History history(items_.size());
    auto const looks_other = [&](Place const& was, Place const& is) {
        return was.position != is.position || (compiled_.asks_near_note && was.near_note != is.near_note) ||
               (compiled_.shows_first_note && was.first_note != is.first_note);
    };
    for (auto const notes : {false, true}) {
        history.clear();
        PlacedCitation const* previous = nullptr;
        for (auto& citation : placed_) {
            auto const note = citation.note_number;
            if ((note > 0) != notes) continue;
            auto const restarts = previous && note > 0 && previous->note_number > note;
            if (restarts || citation.citation->reset_position) {
                history.clear();
                if (citation.citation->reset_position) previous = nullptr;
            }
            if (previous && previous->note_number != note) {
                history.cites_in_note_before = history.cites_in_note;
                history.cites_in_note = 0;
            }
            history.cites_in_note += citation.cites.size();
            for (std::size_t k = 0; k < citation.cites.size(); ++k) {
                auto& cite = citation.cites[k];
                auto const was = cite.place;
                cite.place = place_of(citation, k, previous, history, compiled_.near_note_distance);
                citation.stale = citation.stale || looks_other(was, cite.place);
            }
            previous = &citation;
        }
    }
}

}  // namespace fonds::csl
