// How far two words are from each other.

#include "base/edit_distance.hpp"

#include <algorithm>
#include <vector>

namespace fonds {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
    if (a.size() > b.size() + most || b.size() > a.size() + most) return most + 1;
    std::vector<std::size_t> above(b.size() + 1);  // the row before the last
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t at = 0; at < last.size(); ++at) last[at] = at;
    std::size_t least_before = 0;  // of the row before
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto least = row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), last[j] + 1, row[j - 1] + 1});
            bool const exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (exchanged) row[j] = std::min(row[j], above[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most && least_before > most) return most + 1;  // no row falls below both before it
        least_before = least;
        above.swap(last);
        last.swap(row);
    }
    return std::min(last.back(), most + 1);
}

}  // namespace fonds
