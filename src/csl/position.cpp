// Positions of cites in the document (CSL 1.0.2, "Choose": `position`, "near-note-distance").

#include <optional>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "csl/engine.hpp"

namespace fonds::csl {

namespace {

bool same_locator(Cite const& one, Cite const& other) {
    return trim(one.locator) == trim(other.locator) && one.label == other.label;
}

/// ibid, or ibid with another locator; nothing where only the earlier cite has one.
std::optional<Position> ibid_of(Cite const& previous, Cite const& now) {
    if (has_locator(previous) && !has_locator(now)) return std::nullopt;
    if (!has_locator(previous)) return has_locator(now) ? Position::ibid_with_locator : Position::ibid;
    return same_locator(previous, now) ? Position::ibid : Position::ibid_with_locator;
}

/// What was cited so far in a run of citations, whose note numbers never fall: all in the text, or all in
/// notes.
class Run {
  public:
    Run(std::size_t items, int near_note_distance) : notes_(items), near_note_distance_(near_note_distance) {}

    /// The citation is the next; `place_of` is asked of its cites one after the other.
    void enter(PlacedCitation const& citation) {
        auto const falls = previous_ && citation.note_number < previous_->note_number;
        if (falls || citation.resets) {
            ++number_;
            cites_in_note_ = cites_in_note_before_ = 0;
            if (citation.resets) previous_ = nullptr;
        }
        if (previous_ && previous_->note_number != citation.note_number) {
            cites_in_note_before_ = cites_in_note_;
            cites_in_note_ = 0;
        }
    }
    void leave(PlacedCitation const& citation) {
        // Without cites it stands for a source that is not known.
        if (citation.cites.empty()) ++cites_in_note_;
        previous_ = &citation;
    }

    /// `last`: the cite before it in its citation; null for the first.
    Place place_of(PlacedCitation const& citation, PlacedCite const& placed, PlacedCite const* last) {
        auto const note = citation.note_number;
        auto& earlier = notes_[placed.item];
        ++cites_in_note_;
        Place out;
        if (earlier.run != number_) {
            earlier = {number_, note, note};
        } else {
            auto const* const before = last ? last : cite_before(note, placed.item);
            out.position = Position::subsequent;
            if (before && before->item == placed.item)
                out.position = ibid_of(*before->cite, *placed.cite).value_or(Position::subsequent);
            if (earlier.first != note) out.first_note = earlier.first;
            out.near_note = note == 0 || note - earlier.last <= near_note_distance_;
            earlier.last = note;
        }
        if (placed.says_its_place) {
            out.position = placed.cite->position.value_or(out.position);
            out.near_note = placed.cite->near_note.value_or(out.near_note);
            if (placed.cite->first_reference_note_number)
                out.first_note = placed.cite->first_reference_note_number;
        }
        return out;
    }

  private:
    struct Notes {
        int run = 0;  ///< in which the item was last cited; the numbers are of that run
        int first = 0, last = 0;
    };

    /// The cite in the citation before that the first one of a citation would repeat, as far as it stands
    /// right before it; else null.
    [[nodiscard]] PlacedCite const* cite_before(int note, std::size_t item) const {
        if (!previous_ || previous_->cites.empty()) return nullptr;
        auto const last_note = previous_->note_number;
        if (last_note == note)
            return previous_->cites.back().item == item ? &previous_->cites.front() : nullptr;
        auto const alone = cites_in_note_before_ == 1 || last_note == 0;
        return alone && note - last_note <= 1 ? &previous_->cites.front() : nullptr;
    }

    std::vector<Notes> notes_;  ///< by item
    int near_note_distance_;
    int number_ = 1;  ///< counts up where positions begin anew
    PlacedCitation const* previous_ = nullptr;
    std::size_t cites_in_note_ = 0, cites_in_note_before_ = 0;
};

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
    auto const looks_other = [&](Place const& was, Place const& is) {
        return was.position != is.position || (compiled_.asks_near_note && was.near_note != is.near_note) ||
               (compiled_.shows_first_note && was.first_note != is.first_note);
    };
    Run in_text(items_.size(), compiled_.near_note_distance);
    Run in_notes(items_.size(), compiled_.near_note_distance);
    for (auto& citation : placed_) {
        auto& run = citation.note_number > 0 ? in_notes : in_text;
        run.enter(citation);
        PlacedCite const* last = nullptr;
        for (auto& cite : citation.cites) {
            auto const was = std::exchange(cite.place, run.place_of(citation, cite, last));
            if (looks_other(was, cite.place)) citation.stale = true;
            last = &cite;
        }
        run.leave(citation);
    }
}

}  // namespace fonds::csl
