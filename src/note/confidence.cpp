// Weighs the signs of a reading by a table, and maps their sum to the share of right works found with it.

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <span>
#include <vector>

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

}  // namespace

/// bibliography/weights/confidence.tsv: `weight sign number number`, `sure sum`, `share sum number`.
class SignWeights {
  public:
    using Weight = Confidence::Weight;

    static SignWeights const& builtin() {
        static SignWeights const weights;
        return weights;
    }

    /// The number of a sign in the table, by its hash; past them where it is not there.
    [[nodiscard]] std::size_t find(std::uint64_t key) const {
        auto slot = slot_of(key);
        while (slots_[slot].key != key && slots_[slot].key != 0) slot = (slot + 1) % slots_.size();
        return slots_[slot].key == key ? slots_[slot].number : values_.size();
    }
    [[nodiscard]] std::vector<Weight> const& values() const { return values_; }

    [[nodiscard]] bool is_sure(std::span<Weight const> said) const {
        return sum(said, &Weight::unweighed) >= sure_;
    }
    [[nodiscard]] double share(std::span<Weight const> said) const {
        double const sum = this->sum(said, &Weight::reported);
        double out = shares_.empty() ? unknown : shares_.front().second;
        for (auto const& [bound, share] : shares_)
            if (sum >= bound) out = share;
        return out;
    }

  private:
    SignWeights() {
        auto const bytes = find_embedded("weights/confidence.tsv");
        if (!bytes) return;
        for (auto const line : split(*bytes, '\n')) {
            auto const columns = split(line, '\t');
            if (columns.size() == 4 && columns[0] == "weight")
                add(columns[1], {to_double(columns[2]), to_double(columns[3])});
            if (columns.size() == 2 && columns[0] == "sure") sure_ = to_double(columns[1]);
            if (columns.size() == 3 && columns[0] == "share")
                shares_.emplace_back(to_double(columns[1]), to_double(columns[2]));
        }
    }

    [[nodiscard]] double sum(std::span<Weight const> said, double Weight::*which) const {
        auto const told = said.first(values_.size());
        return std::accumulate(told.begin(), told.end(), always_.*which,
                               [&](double sum, Weight const& weight) { return sum + weight.*which; });
    }

    void add(string_view sign, Weight value) {
        if (sign == "always") {
            always_ = value;
            return;
        }
        if (values_.size() == Confidence::at_most) return;
        auto const key = hash_word(sign);
        auto slot = slot_of(key);
        while (slots_[slot].key != 0) slot = (slot + 1) % slots_.size();
        slots_[slot] = {key, values_.size()};
        values_.push_back(value);
    }

    struct Slot {
        std::uint64_t key = 0;
        std::size_t number = 0;
    };
    static constexpr std::size_t slot_count = 4 * Confidence::at_most;
    static std::size_t slot_of(std::uint64_t key) { return key % slot_count; }

    Weight always_;
    double sure_ = 0;
    std::vector<Weight> values_;                     ///< of each sign, in the order of the table
    std::array<Slot, slot_count> slots_{};           ///< open addressing: the signs by their hashes
    std::vector<std::pair<double, double>> shares_;  ///< a sum at least so high: the share right, rising
};

std::vector<std::string> signs(Candidate const& candidate, Citation const& citation, Weighing weighing,
                               Chunks const& chunks) {
    std::vector<std::string> out;
    ConfidenceSigns(candidate, citation, weighing, chunks, [&](SignName const& sign, string_view rest) {
        out.push_back(concat(sign.text, rest));
    }).read();
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Confidence::Confidence(Candidate const& candidate, Citation const& citation, Weighing weighing,
                       Chunks const& chunks) {
    ConfidenceSigns(candidate, citation, weighing, chunks, [&](SignName const& sign, string_view rest) {
        say(hash_word(rest, sign.hash));  // as if both pieces were written together
    }).read();
}

void Confidence::agree() { say(SignName("weights agree").hash); }

void Confidence::say(std::uint64_t sign) {
    auto const& weights = SignWeights::builtin();
    if (auto const number = weights.find(sign); number < weights.values().size())
        said_[number] = weights.values()[number];
}

bool Confidence::is_sure() const { return SignWeights::builtin().is_sure(said_); }

double Confidence::share() const { return SignWeights::builtin().share(said_); }

}  // namespace fonds
