// Ids by which the records of one file can be told apart.

#include "format/record_ids.hpp"

#include <fonds/formats.hpp>
#include <string>
#include <vector>

#include "base/flat_table.hpp"

namespace fonds {

void give_ids(Items& items) {
    bibtex::KeyMaker keys;
    FlatMap<std::string_view, std::size_t> first;  // of each id
    std::vector<bool> repeats(items.size(), false);
    std::vector<std::size_t> nameless;
    first.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].id.empty()) {
            nameless.push_back(i);
            continue;
        }
        auto const [known, is_new] = first.try_emplace(items[i].id, i);
        if (is_new) continue;
        if (items[i] == items[known->second]) repeats[i] = true;
        else nameless.push_back(i);
    }
    if (first.size() == items.size()) return;
    for (auto const& [id, index] : first) keys.take(id);
    for (auto const i : nameless) {
        auto& item = items[i];
        item.id = keys.unique(item.id.empty() ? bibtex::key_by_pattern(usual_key_pattern, item) : item.id);
    }
    std::size_t index = 0;
    std::erase_if(items, [&](Item const&) { return repeats[index++]; });
}

}  // namespace fonds
