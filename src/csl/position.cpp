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

}  // namespace

/// The note that first cites each item, where cites are told apart by it. A chapter that resets positions cites anew.
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

void Engine::place_cites() {
    History history(items_.size());
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
                cite.position = Position::first;
                cite.near_note = false;
                cite.first_note = 0;
                auto& earlier = history.notes[cite.item];
                if (earlier.last < 0) {
                    earlier = {note, note};
                    history.cited.push_back(cite.item);
                } else {
                    PlacedCite const* before = nullptr;
                    if (k > 0) {
                        before = &citation.cites[k - 1];
                    } else if (previous && !previous->cites.empty()) {
                        auto const last_note = previous->note_number;
                        if (last_note == note) {
                            if (previous->cites.back().item == cite.item) before = &previous->cites.front();
                        } else if (previous->cites.front().item == cite.item && last_note >= note - 1 &&
                                   (history.cites_in_note_before == 1 || last_note == 0)) {
                            before = &previous->cites.front();
                        }
                    }
                    cite.position = Position::subsequent;
                    if (before && before->item == cite.item)
                        cite.position = ibid_of(*before->cite, *cite.cite).value_or(Position::subsequent);
                    if (earlier.first != note) cite.first_note = earlier.first;
                    cite.near_note = note == 0 || note - earlier.last <= compiled_.near_note_distance;
                    earlier.last = note;
                }
                if (cite.cite->position) cite.position = *cite.cite->position;
                if (cite.cite->near_note) cite.near_note = *cite.cite->near_note;
                if (cite.cite->first_reference_note_number) cite.first_note = cite.cite->first_reference_note_number;
            }
            previous = &citation;
        }
    }
}

}  // namespace fonds::csl
