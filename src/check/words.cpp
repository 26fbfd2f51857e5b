#include "check/words.hpp"

#include <stdexcept>

#include "base/embedded.hpp"
#include "base/text.hpp"

namespace fonds::checking {

std::vector<std::string_view> words_for(std::string_view use) {
    std::vector<std::string_view> words;
    for (auto const line : embedded_list("vocabulary/check-words.tsv")) {
        auto const columns = split(line, '\t');
        if (columns.size() != 3 || columns[0] != use) continue;
        for (auto const word : split(columns[2], '|')) words.push_back(word);
    }
    if (words.empty()) throw std::logic_error(concat("check-words.tsv has no words for ", use));
    return words;
}

}  // namespace fonds::checking
