// A document that is being written: every edit gives back what it changed.
//
// A citation is written anew only where something its text depends on is another than before: its cites, what
// the style looks at of their positions, or the numbers and distinctions of their items.

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "csl/engine.hpp"

namespace fonds::csl {

struct Session::State {
    State(Style style, Locales locales, Options given)
        : engine(std::move(style), std::move(locales), given), options(std::move(given)) {}

    /// Writes what is no longer true.
    Changes update();
    void reorder();
    void replace_items();
    void add(std::size_t index, std::shared_ptr<Citation const> citation);
    void update_bibliography(Changes& out);

    Engine engine;
    Options options;
    std::vector<std::shared_ptr<Item const>> items;
    std::vector<std::string> texts;  ///< beside the citations of the engine
    std::vector<Entry> entries;
    std::vector<std::size_t> order, last_order;
    std::vector<char> seen;
    std::size_t entries_revision = 0;
};

/// Items are numbered as they are cited, then as they were added.
void Session::State::reorder() {
    order.resize(items.size());
    seen.assign(items.size(), 0);
    auto* const is_numbered = seen.data();
    auto* next = order.data();
    auto const number = [&](std::size_t item) {
        if (std::exchange(is_numbered[item], 1) == 0) *next++ = item;
    };
    for (auto const& citation : engine.placed()) {
        if (citation.cites.size() == 1) number(citation.cites.front().item);
        else
            for (auto const item : citation.cited) number(item);
    }
    for (std::size_t i = 0; i < items.size(); ++i) number(i);
    if (order == last_order) return;
    engine.set_order(order);
    last_order = order;
}

/// The items are others: every citation finds its own again.
void Session::State::replace_items() {
    engine.set_items(items);
    engine.find_items_again();
    last_order.clear();
}

void Session::State::add(std::size_t index, std::shared_ptr<Citation const> citation) {
    engine.add_citation(index, engine.place(std::move(citation)));
}

Changes Session::State::update() {
    reorder();
    engine.arrange();
    Changes out;
    auto const stale = engine.take_stale();
    auto fresh = engine.citation_texts(stale);
    for (std::size_t k = 0; k < stale.size(); ++k) {
        auto& text = texts[stale[k]];
        if (fresh[k] == text) continue;
        text = std::move(fresh[k]);
        out.citations.emplace_back(stale[k], text);
    }
    if (options.bibliography && entries_revision != engine.revision()) update_bibliography(out);
    engine.diagnostics().clear();  // an edit tells of none, and each would leave more of them
    return out;
}

void Session::State::update_bibliography(Changes& out) {
    entries_revision = engine.revision();
    auto fresh = engine.bibliography();
    std::map<std::string_view, std::string_view> known;
    for (auto const& entry : entries) known[entry.id] = entry.text;
    std::vector<std::string_view> kept;
    for (auto const& entry : fresh) {
        auto const at = known.find(entry.id);
        if (at == known.end() || at->second != entry.text) out.entries.push_back(entry);
        if (at != known.end()) kept.push_back(entry.id);
    }
    std::set<std::string_view> const present(kept.begin(), kept.end());
    std::vector<std::string_view> before;
    for (auto const& entry : entries) {
        if (present.count(entry.id)) before.push_back(entry.id);
        else out.removed_entries.push_back(entry.id);
    }
    out.reordered = before != kept;
    entries = std::move(fresh);
}

Session::Session(Style style, Locales locales, Options options)
    : state_(std::make_unique<State>(std::move(style), std::move(locales), std::move(options))) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Changes Session::set_items(Items const& items) {
    auto& state = *state_;
    std::map<std::string_view, std::size_t> known;
    for (std::size_t i = 0; i < state.items.size(); ++i) known[state.items[i]->id] = i;
    for (auto const& item : items) {
        auto const at = known.find(item.id);
        if (at == known.end()) {
            state.items.push_back(std::make_shared<Item const>(item));
            known[state.items.back()->id] = state.items.size() - 1;
        } else if (*state.items[at->second] != item) {
            auto const place = at->second;
            known.erase(at);
            state.items[place] = std::make_shared<Item const>(item);
            known[state.items[place]->id] = place;
        }
    }
    state.replace_items();
    return state.update();
}

Changes Session::erase_item(std::string_view id) {
    auto& state = *state_;
    std::erase_if(state.items, [&](auto const& item) { return item->id == id; });
    state.replace_items();
    return state.update();
}

Changes Session::insert(std::size_t index, Citation citation, std::vector<int> const& note_numbers) {
    auto& state = *state_;
    index = std::min(index, state.texts.size());
    auto const at = static_cast<std::ptrdiff_t>(index);
    state.add(index, std::make_shared<Citation const>(std::move(citation)));
    state.texts.insert(state.texts.begin() + at, std::string());
    state.engine.renumber(note_numbers);
    return state.update();
}

Changes Session::replace(std::size_t index, Citation citation) {
    auto& state = *state_;
    if (index >= state.texts.size()) return {};
    state.engine.remove_citation(index);
    state.add(index, std::make_shared<Citation const>(std::move(citation)));
    return state.update();
}

Changes Session::erase(std::size_t index, std::vector<int> const& note_numbers) {
    auto& state = *state_;
    if (index >= state.texts.size()) return {};
    auto const at = static_cast<std::ptrdiff_t>(index);
    state.engine.remove_citation(index);
    state.texts.erase(state.texts.begin() + at);
    state.engine.renumber(note_numbers);
    return state.update();
}

Changes Session::move(std::size_t from, std::size_t to, std::vector<int> const& note_numbers) {
    auto& state = *state_;
    if (from >= state.texts.size() || to >= state.texts.size()) return {};
    auto const shift = [&](auto& list) {
        auto value = std::move(list[from]);
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(from));
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(to), std::move(value));
    };
    auto const moved = state.engine.placed()[from];
    state.engine.remove_citation(from);
    state.engine.add_citation(to, moved);
    shift(state.texts);
    state.engine.renumber(note_numbers);
    return state.update();
}

Changes Session::renumber(std::vector<int> const& note_numbers) {
    state_->engine.renumber(note_numbers);
    return state_->update();
}

std::vector<Citation> Session::citations() const {
    std::vector<Citation> out;
    for (auto const& placed : state_->engine.placed()) {
        out.push_back(*placed.citation);
        out.back().note_number = placed.note_number;
    }
    return out;
}

Items Session::items() const {
    Items out;
    for (auto const& item : state_->items) out.push_back(*item);
    return out;
}

std::vector<std::string> const& Session::texts() const { return state_->texts; }
std::vector<Entry> const& Session::bibliography() const { return state_->entries; }

}  // namespace fonds::csl
