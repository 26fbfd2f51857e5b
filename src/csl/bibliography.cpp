// The bibliography: entries of all items in their order.

#include <algorithm>

#include "base/in_order.hpp"
#include "csl/engine.hpp"

namespace fonds::csl {

std::vector<std::string> Engine::entry_texts(Writer& writer, std::size_t first, std::size_t end) const {
    std::vector<std::string> last_names, texts;
    // What stands for repeated names needs those of the entry before (`subsequent-author-substitute`).
    if (compiled_.author_substitute)
        for (auto i = first; i > 0 && last_names.empty(); --i)
            writer.read_entry_names(sorted_[i - 1], last_names);
    for (auto i = first; i < end; ++i) texts.push_back(writer.entry(sorted_[i], last_names));
    return texts;
}

void Engine::write_entries(std::function<void(Entry&&)> const& take) {
    without_entry_.clear();
    if (!compiled_.bibliography.present) return;
    auto const writers = writers_for(sorted_.size());
    auto const lot = writers.size() > 1 ? texts_per_turn : texts_per_thread;
    auto const write = [&](unsigned thread, std::size_t i) {
        return entry_texts(writers[thread], i * lot, std::min((i + 1) * lot, sorted_.size()));
    };
    std::size_t next = 0, number = 0;
    auto const hand_on = [&](std::vector<std::string>& texts) {
        for (auto& text : texts) {
            auto const item = sorted_[next++];
            if (text.empty() && !compiled_.citation.uses_citation_number) {
                without_entry_.push_back(item);
                continue;
            }
            ++number;
            if (text.empty()) text = writer().blank_entry(item, number);
            take({items_[item].record.id(), std::move(text)});
        }
    };
    InOrder((sorted_.size() + lot - 1) / lot, write, hand_on).run(static_cast<unsigned>(writers.size()));
}

std::vector<Entry> Engine::bibliography() {
    std::vector<Entry> out;
    out.reserve(sorted_.size());
    write_entries([&](Entry&& entry) { out.push_back(std::move(entry)); });
    return out;
}

}  // namespace fonds::csl
