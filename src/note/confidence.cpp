// Weighs the signs of a reading by a table, and maps their sum to the share of right works found with it.

#include <algorithm>
#include <charconv>
#include <numeric>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "note/confidence_signs.hpp"

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

/// A sign by its name, hashed as if its two pieces were written together.
std::uint64_t sign_key(string_view sign, string_view rest) { return hash_word(rest, hash_word(sign)); }

/// bibliography/weights/confidence.tsv: `weight sign number`, `share sum number`.
class Weights {
  public:
    Weights() {
        auto const bytes = find_embedded("weights/confidence.tsv");
        if (!bytes) return;
        for (auto const line : split(*bytes, '\n')) {
            auto const columns = split(line, '\t');
            if (columns.size() < 3) continue;
            if (columns[0] == "weight" && columns[1] == "always") always_ = to_double(columns[2]);
            else if (columns[0] == "weight") add(columns[1], to_double(columns[2]));
            if (columns[0] == "share") shares_.emplace_back(to_double(columns[1]), to_double(columns[2]));
        }
    }

    [[nodiscard]] double share(Candidate const& candidate, Citation const& citation, Weighing weighing,
                               Chunks const& chunks) const {
        std::vector<double> said(values_.size());
        ConfidenceSigns(candidate, citation, weighing, chunks, [&](string_view sign, string_view rest) {
            auto const found = index_.find(sign_key(sign, rest));
            if (found != index_.end()) said[found->second] = values_[found->second];
        }).read();
        double const sum = std::accumulate(said.begin(), said.end(), always_);
        double out = shares_.empty() ? unknown : shares_.front().second;
        for (auto const& [bound, share] : shares_)
            if (sum >= bound) out = share;
        return out;
    }

  private:
    void add(string_view sign, double value) {
        index_.emplace(sign_key(sign, {}), values_.size());
        values_.push_back(value);
    }

    double always_ = 0;
    std::vector<double> values_;  ///< of each sign, in the order of the table
    std::unordered_map<std::uint64_t, std::size_t> index_;
    std::vector<std::pair<double, double>> shares_;  ///< a sum at least so high: the share right, rising
};

}  // namespace

std::vector<std::string> signs(Candidate const& candidate, Citation const& citation, Weighing weighing,
                               Chunks const& chunks) {
    std::vector<std::string> out;
    ConfidenceSigns(candidate, citation, weighing, chunks, [&](string_view sign, string_view rest) {
        out.push_back(concat(sign, rest));
    }).read();
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

double confidence(Candidate const& candidate, Citation const& citation, Weighing weighing,
                  Chunks const& chunks) {
    static Weights const weights;
    return weights.share(candidate, citation, weighing, chunks);
}

}  // namespace fonds
