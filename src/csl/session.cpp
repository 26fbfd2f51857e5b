// A document that is being written: every edit gives back what it changed.

#include <algorithm>
#include <map>
#include <set>

#include "csl/engine.hpp"

namespace fonds::csl {

struct Session::State {
    State(Style style, Locales locales, Options given)
        : engine(std::move(style), std::move(locales), given), options(std::move(given)) {}

    Changes update();
    void order_items();

    Engine engine;
    Options options;
    std::vector<std::shared_ptr<Item const>> items;
    std::vector<Citation> citations;
    std::vector<std::string> texts;
    std::vector<Entry> entries;
    std::vector<std::string> previous;  ///< the texts before the edit, moved as the citations were
};

void Session::State::order_items() {
    std::map<std::string_view, std::shared_ptr<Item const>> by_id;
    for (auto const& item : items) by_id.emplace(item->id, item);
    std::vector<std::shared_ptr<Item const>> order;
    std::set<std::string_view> seen;
    for (auto const& citation : citations)
        for (auto const& cite : citation.cites)
            if (auto const at = by_id.find(cite.id); at != by_id.end() && seen.insert(at->first).second)
                order.push_back(at->second);
    for (auto const& item : items)
        if (seen.insert(item->id).second) order.push_back(item);
    engine.set_items(order);
}

Changes Session::State::update() {
    order_items();
    engine.set_citations(citations);
    engine.arrange();
    Changes out;
    std::vector<std::string> now;
    for (std::size_t i = 0; i < citations.size(); ++i) {
        now.push_back(engine.citation_text(i));
        if (now[i] != previous[i]) out.citations.emplace_back(i, now[i]);
    }
    texts = std::move(now);
    if (!options.bibliography) return out;
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
    return out;
}

Session::Session(Style style, Locales locales, Options options)
    : state_(std::make_unique<State>(std::move(style), std::move(locales), std::move(options))) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Changes Session::set_items(Items const& items) {
    for (auto const& item : items) {
        auto const at = std::find_if(state_->items.begin(), state_->items.end(),
                                     [&](auto const& known) { return known->id == item.id; });
        if (at == state_->items.end()) state_->items.push_back(std::make_shared<Item const>(item));
        else if (**at != item) *at = std::make_shared<Item const>(item);
    }
    state_->previous = state_->texts;
    return state_->update();
}

Changes Session::erase_item(std::string_view id) {
    std::erase_if(state_->items, [&](auto const& item) { return item->id == id; });
    state_->previous = state_->texts;
    return state_->update();
}

Changes Session::insert(std::size_t index, Citation citation) {
    auto& state = *state_;
    auto const at = static_cast<std::ptrdiff_t>(std::min(index, state.citations.size()));
    state.previous = state.texts;
    state.previous.insert(state.previous.begin() + at, std::string());
    state.citations.insert(state.citations.begin() + at, std::move(citation));
    return state.update();
}

Changes Session::replace(std::size_t index, Citation citation) {
    auto& state = *state_;
    if (index >= state.citations.size()) return {};
    state.citations[index] = std::move(citation);
    state.previous = state.texts;
    return state.update();
}

Changes Session::erase(std::size_t index) {
    auto& state = *state_;
    if (index >= state.citations.size()) return {};
    state.previous = state.texts;
    state.previous.erase(state.previous.begin() + static_cast<std::ptrdiff_t>(index));
    state.citations.erase(state.citations.begin() + static_cast<std::ptrdiff_t>(index));
    return state.update();
}

Changes Session::move(std::size_t from, std::size_t to) {
    auto& state = *state_;
    if (from >= state.citations.size() || to >= state.citations.size()) return {};
    state.previous = state.texts;
    auto const shift = [&](auto& list) {
        auto value = std::move(list[from]);
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(from));
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(to), std::move(value));
    };
    shift(state.citations);
    shift(state.previous);
    return state.update();
}

Changes Session::renumber(std::vector<int> const& note_numbers) {
    auto& state = *state_;
    for (std::size_t i = 0; i < state.citations.size() && i < note_numbers.size(); ++i)
        state.citations[i].note_number = note_numbers[i];
    state.previous = state.texts;
    return state.update();
}

std::vector<Citation> const& Session::citations() const { return state_->citations; }
std::vector<std::string> const& Session::texts() const { return state_->texts; }
std::vector<Entry> const& Session::bibliography() const { return state_->entries; }

}  // namespace fonds::csl
