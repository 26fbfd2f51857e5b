// Weighs the signs of a reading by a table, and maps their sum to the share of right works found with it.

#include "note/confidence.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/text.hpp"

namespace fonds {
namespace {

using std::string_view;

/// Confidence without the table: known to be of no help.
constexpr double unknown = 0.5;

double to_double(string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// bibliography/weights/confidence.tsv: `weight sign number`, `share sum number`.
class Weights {
  public:
    Weights() {
        auto const bytes = find_embedded("weights/confidence.tsv");
        if (!bytes) return;
        for (auto const line : split(*bytes, '\n')) {
            auto const columns = split(line, '\t');
            if (columns.size() < 3) continue;
            if (columns[0] == "weight") weights_.emplace(std::string(columns[1]), to_double(columns[2]));
            if (columns[0] == "share") shares_.emplace_back(to_double(columns[1]), to_double(columns[2]));
        }
    }

    [[nodiscard]] double share(std::vector<std::string> const& signs) const {
        double sum = of("always");
        for (auto const& sign : signs) sum += of(sign);
        double out = shares_.empty() ? unknown : shares_.front().second;
        for (auto const& [bound, share] : shares_)
            if (sum >= bound) out = share;
        return out;
    }

  private:
    [[nodiscard]] double of(std::string const& sign) const {
        auto const found = weights_.find(sign);
        return found == weights_.end() ? 0 : found->second;
    }

    std::unordered_map<std::string, double> weights_;
    std::vector<std::pair<double, double>> shares_;  ///< a sum at least so high: the share right, rising
};

}  // namespace

double confidence(Candidate const& candidate, Citation const& citation, Chunks const& chunks) {
    static Weights const weights;
    return weights.share(signs(candidate, citation, chunks));
}

}  // namespace fonds
