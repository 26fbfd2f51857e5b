// What the citations of a manuscript's notes cite, as a style is told it.

#include "rewrite/cited_places.hpp"

#include <algorithm>
#include <fonds/cited_document.hpp>
#include <optional>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "house/location.hpp"
#include "model/own_pages.hpp"

namespace fonds {
namespace {

using Levels = std::vector<ArchiveLevel>;

bool is_part(ArchiveLevel const& level) { return level.hierarchy == Hierarchy::part; }

Levels without_leaves(Levels levels) {
    std::erase_if(levels, is_part);
    return levels;
}

bool names_units(Levels const& levels) { return !without_leaves(levels).empty(); }

bool goes_back(Citation const& citation) {
    return citation.refers_to && citation.refers_to->relation != "quoted-in";
}

// A short form or "ibid." that stands for the whole of what it goes back to.
bool stands_for_source(Citation const& citation) {
    bool const is_short = citation.kind == CitationKind::ibid || citation.kind == CitationKind::short_form;
    return is_short && !names_units(citation.item.reference.levels);
}

// Whether the words of `part` stand in `whole`, one after the other, and are not all of it.
bool is_part_of(std::string_view part, std::string_view whole) {
    auto const words = [](std::string_view text) {
        std::string out = " ";
        for (std::size_t at = 0; at < text.size(); at += decode(text, at).size) {
            auto const c = decode(text, at).value;
            if (is_letter(c) || is_mark(c) || is_number(c)) append_utf8(out, c);
            else if (out.back() != ' ') out += ' ';
        }
        return out.back() == ' ' ? out : out + ' ';
    };
    auto const short_words = words(fold(part));
    auto const all_words = words(fold(whole));
    return short_words.size() > 1 && short_words.size() < all_words.size() &&
           all_words.find(short_words) != std::string::npos;
}

// `own` in the place of the same level of `whole` and of all below it; nothing where it has no place there.
// Both outermost first.
std::optional<Levels> completed(Levels const& own, Levels const& whole) {
    auto const same = std::find_if(whole.begin(), whole.end(), [&](ArchiveLevel const& level) {
        return level.level == own.front().level;
    });
    if (same == whole.end() && !is_part(own.front())) return std::nullopt;
    Levels out(whole.begin(), same);
    out.insert(out.end(), own.begin(), own.end());
    return out;
}

/// Where in an item: a page, leaves.
struct Pinpoint {
    std::string locator;
    std::string label;
    Levels leaves;
};

Levels leaves_of(Levels levels) {
    std::erase_if(levels, [](ArchiveLevel const& level) { return !is_part(level); });
    return levels;
}

Pinpoint pinpoint_of(Levels leaves) {
    Pinpoint out;
    for (auto const& level : leaves) {
        out.locator += concat(out.locator.empty() ? "" : ", ", level.value);
        out.label = level.level == "page" ? "page" : "folio";
    }
    out.leaves = std::move(leaves);
    return out;
}

// The page of a short form, or of what has no pages of its own, is the place in it.
Pinpoint page_of(Citation const& citation) {
    if (!citation.locator.empty()) return {citation.locator, citation.locator_label, {}};
    bool const is_place =
        goes_back(citation) || citation.kind == CitationKind::archival || !has_own_pages(citation.item.type);
    if (is_place) return {std::string(citation.item.text(Variable::page)), "page", {}};
    return {};
}

class Collector {
  public:
    Collector(std::vector<ParsedNote> const& notes, Knowledge const& knowledge, LeavesIn leaves)
        : notes_(notes), knowledge_(knowledge), leaves_in_(leaves) {}

    CitedPlaces run() {
        out_.items = cited_items(notes_);
        auto const positions = cited_positions(notes_);
        for (std::size_t note = 0; note < notes_.size(); ++note) {
            first_of_note_.push_back(out_.places.size());
            for (std::size_t at = 0; at < notes_[note].citations.size(); ++at)
                add(note, notes_[note].citations[at], positions[note][at]);
        }
        settle_leaves();
        for (auto& place : out_.places)
            if (place.item != no_index) place.cite.id = out_.items[place.item].id;
        return std::move(out_);
    }

  private:
    void add(std::size_t note, Citation const& citation, std::size_t position) {
        CitedPlace place{note, &citation, position, {}, {}};
        auto pinpoint = page_of(citation);
        if (auto leaves = leaves_of(citation.item.reference.levels); !leaves.empty())
            pinpoint = pinpoint_of(std::move(leaves));
        if (goes_back(citation)) {
            auto const source = source_of(citation);
            if (source == no_index) place.item = no_index;
            else if (stands_for_source(citation)) go_back(place, pinpoint, source);
            else if (lacks_location(citation)) place.item = complete(citation, source);
        }
        place.cite.locator = std::move(pinpoint.locator);
        place.cite.label = std::move(pinpoint.label);
        place.leaves = std::move(pinpoint.leaves);
        out_.places.push_back(std::move(place));
    }

    // The item of another place; also the page, where "ibid." names none.
    void go_back(CitedPlace& place, Pinpoint& pinpoint, std::size_t source) {
        place.item = out_.places[source].item;
        learn_short_title(out_.items[place.item], place.citation->item);
        auto const& last = out_.places.back();
        auto const& before = last.item == place.item ? last : out_.places[source];
        bool const says_where = !pinpoint.locator.empty();
        if (place.citation->kind == CitationKind::ibid && !says_where)
            pinpoint = {before.cite.locator, before.cite.label, before.leaves};
        // A bare number goes on with the leaves.
        if (says_where && pinpoint.leaves.empty() && pinpoint.label == "page" && before.leaves.size() == 1) {
            auto leaf = before.leaves.front();
            leaf.value = pinpoint.locator;
            pinpoint = pinpoint_of({std::move(leaf)});
        }
    }

    // The author's own short title, which a style prints in later notes: the first that is in the full one.
    static void learn_short_title(Item& item, Item const& written) {
        auto const own = written.text(Variable::title);
        bool const is_known = item.texts.find(Variable::title_short) != nullptr;
        if (!is_known && is_part_of(own, item.text(Variable::title)))
            item.texts.set(Variable::title_short, std::string(own));
    }

    // The place that a citation goes back to.
    [[nodiscard]] std::size_t source_of(Citation const& citation) const {
        if (!goes_back(citation)) return no_index;
        auto const& link = *citation.refers_to;
        if (link.note >= first_of_note_.size()) return no_index;
        auto const index = first_of_note_[link.note] + link.citation;
        return index < out_.places.size() && out_.places[index].item != no_index ? index : no_index;
    }

    static bool lacks_location(Citation const& citation) {
        auto const& reference = citation.item.reference;
        return reference.repository.empty() || reference.levels.empty();
    }

    [[nodiscard]] Levels units_of(ArchivalReference const& reference) const {
        auto const scheme = keeper_of(reference, knowledge_).scheme;
        return outermost_first(without_leaves(reference.levels), knowledge_.scheme(scheme));
    }

    // The item of a citation whose location goes on from that of another.
    std::size_t complete(Citation const& citation, std::size_t source) {
        auto const& whole = out_.items[out_.places[source].item];
        auto item = citation.item;
        auto& reference = item.reference;
        reference.repository = whole.reference.repository;
        reference.repository_id = whole.reference.repository_id;
        reference.place = whole.reference.place;
        auto const leaves = leaves_of(reference.levels);
        auto units = units_of(whole.reference);
        if (names_units(reference.levels)) {
            auto levels = completed(units_of(reference), units);
            // Of a location that begins with the outermost level nothing goes on.
            bool const goes_on = levels && (!reference.repository.empty() || *levels != units_of(reference));
            if (!levels || (!goes_on && whole.reference.repository.empty())) return no_index;
            units = *std::move(levels);
        }
        reference.levels = std::move(units);
        reference.levels.insert(reference.levels.end(), leaves.begin(), leaves.end());
        if (item.type == ItemType::document) item.type = ItemType::manuscript;
        for (auto const variable : {Variable::archive, Variable::archive_place})
            if (auto const* text = whole.texts.find(variable)) item.texts.set(variable, *text);
        return index_of(std::move(item), whole.id);
    }

    // Of several completed alike, but for their leaves, the first.
    std::size_t index_of(Item item, std::string const& id) {
        auto const plain = [](Item other) {
            other.id.clear();
            other.reference.levels = without_leaves(std::move(other.reference.levels));
            for (auto const variable : {Variable::page, Variable::archive_location})
                other.texts.erase(variable);
            return other;
        };
        auto const wanted = plain(item);
        for (auto const index : completed_)
            if (plain(out_.items[index]) == wanted) return index;
        item.id = concat(id, "-", std::to_string(completed_.size() + 1));
        completed_.push_back(out_.items.size());
        out_.items.push_back(std::move(item));
        return completed_.back();
    }

    // Leaves are the place that each citation cites, unless all citations of an item share them.
    void settle_leaves() {
        for (std::size_t index = 0; index < out_.items.size(); ++index) {
            auto& item = out_.items[index];
            // Each citation has its own page.
            if (!has_own_pages(item.type)) item.texts.erase(Variable::page);
            if (item.reference.empty()) continue;
            auto const shared = leaves_of(item.reference.levels);
            auto const cites_others = [&](CitedPlace const& place) {
                return place.item == index && place.leaves != shared;
            };
            bool const are_cited = leaves_in_ == LeavesIn::cites ||
                                   std::any_of(out_.places.begin(), out_.places.end(), cites_others);
            if (are_cited) item.reference.levels = without_leaves(std::move(item.reference.levels));
            item.texts.erase(Variable::page);
            for (auto& place : out_.places)
                if (place.item == index && !place.leaves.empty() && !are_cited) {
                    place.cite.locator.clear();
                    place.leaves.clear();
                }
        }
    }

    std::vector<ParsedNote> const& notes_;
    Knowledge const& knowledge_;
    LeavesIn leaves_in_;
    CitedPlaces out_;
    std::vector<std::size_t> first_of_note_;
    std::vector<std::size_t> completed_;  // items
};

// Leaves are written by the house form with their label; CSL has no term of that name to put before them.
csl::Cite cite_of_leaves(CitedPlace const& place, Item const& item, HouseForm const& form,
                         Knowledge const& knowledge) {
    auto cite = place.cite;
    auto const scheme = keeper_of(item.reference, knowledge).scheme;
    cite.locator = write_reference(place.leaves, form.data(), knowledge.scheme(scheme), false).location;
    cite.label = "leaf";
    return cite;
}

}  // namespace

CitedPlaces cited_places(std::vector<ParsedNote> const& notes, Knowledge const& knowledge, LeavesIn leaves) {
    return Collector(notes, knowledge, leaves).run();
}

std::vector<csl::Citation> citations_of(CitedPlaces const& cited, HouseForm const& form,
                                        Knowledge const& knowledge) {
    std::vector<csl::Citation> citations;
    for (auto const& place : cited.places) {
        auto& citation = citations.emplace_back();
        citation.id = std::to_string(citations.size());
        citation.note_number = static_cast<int>(place.note + 1);
        if (place.item == no_index) continue;
        citation.cites.push_back(place.leaves.empty()
                                     ? place.cite
                                     : cite_of_leaves(place, cited.items[place.item], form, knowledge));
    }
    return citations;
}

CitedDocument cited_document(std::vector<ParsedNote> const& notes, HouseForm const& form,
                             Knowledge const& knowledge) {
    auto cited = cited_places(notes, knowledge, LeavesIn::cites);
    auto citations = citations_of(cited, form, knowledge);
    return {std::move(cited.items), std::move(citations)};
}

}  // namespace fonds
