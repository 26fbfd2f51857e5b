// Spaces at the ends of Word's text elements.

#include "rewrite/word_space.hpp"

#include <set>

namespace fonds {

void keep_spaces(std::string_view part, std::vector<Splice>& splices) {
    std::set<std::size_t> tags;
    for (auto const& splice : splices) {
        if (splice.source.begin == 0) continue;
        auto const open = part.rfind('<', splice.source.begin - 1);
        if (open == std::string_view::npos) continue;
        auto const close = part.find('>', open);
        if (close == std::string_view::npos || close >= splice.source.begin) continue;
        auto const tag = part.substr(open + 1, close - open - 1);
        auto const name = tag.substr(0, tag.find_first_of(" \t\r\n"));
        bool const is_text = name == "t" || (name.size() > 2 && name.substr(name.size() - 2) == ":t");
        if (is_text && tag.find("xml:space") == std::string_view::npos) tags.insert(close);
    }
    auto const part_index = splices.empty() ? 0 : splices.front().part;
    for (auto const close : tags) splices.push_back({part_index, {close, close}, " xml:space=\"preserve\""});
}

}  // namespace fonds
