// The bibliography: entries of all items in their order.

#include <algorithm>

#include "base/parallel.hpp"
#include "csl/engine.hpp"

namespace fonds::csl {

std::vector<Entry> Engine::bibliography() {
    if (!compiled_.bibliography.present) return {};
    auto const writers = writers_for(sorted_.size());
    std::vector<std::string> texts(sorted_.size());
    auto const run = writers.size() > 1 ? texts_per_turn : std::max<std::size_t>(sorted_.size(), 1);
    for_each_index((sorted_.size() + run - 1) / run, writers, 1, [&](Writer& writer, std::size_t turn) {
        auto const first = turn * run;
        std::vector<std::string> last_names;
        // What stands for repeated names needs those of the entry before (`subsequent-author-substitute`).
        if (compiled_.author_substitute)
            for (auto i = first; i > 0 && last_names.empty(); --i)
                writer.read_entry_names(sorted_[i - 1], last_names);
        for (auto i = first; i < std::min(first + run, sorted_.size()); ++i)
            texts[i] = writer.entry(sorted_[i], last_names);
    });
    std::vector<Entry> out;
    out.reserve(sorted_.size());
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
        if (texts[i].empty() && !compiled_.citation.uses_citation_number) continue;
        if (texts[i].empty()) texts[i] = writer().blank_entry(sorted_[i], out.size() + 1);
        out.push_back({items_[sorted_[i]].record.id(), std::move(texts[i])});
    }
    return out;
}

}  // namespace fonds::csl
