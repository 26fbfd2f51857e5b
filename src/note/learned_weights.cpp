// Reads tables of learned weights.

#include "note/learned_weights.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <memory>

#include "grammar/phrase_table.hpp"

namespace fonds {

using std::string_view;

namespace {

/// Reads a whole number at the front of a text, of nine digits at most, and gives the rest; 0 where there is
/// none.
string_view read_number(string_view text, int& out) {
    bool const negative = text.starts_with('-');
    std::size_t at = negative ? 1 : 0;
    auto const end = std::min<std::size_t>(text.size(), at + 9);
    out = 0;
    for (; at < end && is_digit(text[at]); ++at) out = 10 * out + (text[at] - '0');
    if (negative) out = -out;
    return text.substr(at);
}

/// Eight sums of 16 bits that are added to at once.
class Lanes {
  public:
    static constexpr std::size_t size = 8;

    void operator+=(std::int16_t const* numbers) {
        Vector others;
        std::memcpy(&others, std::assume_aligned<sizeof others>(numbers), sizeof others);
        sums_ += others;
    }
    void write(std::int16_t* out) const { std::memcpy(out, &sums_, sizeof sums_); }

  private:
    using Vector [[gnu::vector_size(size * sizeof(std::int16_t))]] = std::int16_t;
    Vector sums_{};
};

std::uint64_t hash_of_value(string_view value) {
    auto const mark = value.rfind(pair_mark);
    if (mark == string_view::npos) return hash_word(value);
    return pair_value(hash_of_value(value.substr(0, mark)), hash_word(value.substr(mark + pair_mark.size())));
}

}  // namespace

LearnedWeights::LearnedWeights(string_view table) {
    auto const lines = split(table, '\n');
    rows_.resize(std::bit_ceil(lines.size() * 2 + 2));
    last_slot_ = rows_.size() - 1;
    shift_ = 64 - std::countr_zero(rows_.size());
    for (auto const line : lines) {
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with("labels\t")) read_labels(line.substr(line.find('\t') + 1));
        else if (line.starts_with("stay\t")) read_number(line.substr(line.find('\t') + 1), stay_);
        else read_row(line);
    }
    compare_labels();
}

void LearnedWeights::compare_labels() {
    auto const count = labels_.size(), size = row_size();
    leads_.assign(count * size, 0);
    for (std::size_t other = 0; other < count; ++other)
        for (std::size_t label = 0; label < count; ++label) {
            int lead = behind(label)[0] - behind(other)[0];
            for (std::size_t next = 1; next < count; ++next)
                lead = std::max(lead, behind(label)[next] - behind(other)[next]);
            leads_[other * size + label] = static_cast<std::int16_t>(lead);
        }
}

void LearnedWeights::add_few(std::span<Place const> places, std::span<std::int32_t> sums) const {
    auto const first_few = static_cast<std::uint32_t>(Place::first_few);
    for (auto const place : places) {
        auto const& few = few_[static_cast<std::uint32_t>(place) - first_few];
        for (std::size_t i = 0; i < FewWeights::size; ++i) sums[few.labels[i]] += few.weights[i];
    }
}

void LearnedWeights::add_many(std::span<Place const> places, std::span<std::int32_t> sums) const {
    // So many that their sums have 16 bits.
    auto const addable = static_cast<std::size_t>(std::numeric_limits<std::int16_t>::max() / heaviest_);
    for (; !places.empty(); places = places.subspan(std::min(places.size(), addable))) {
        auto const now = places.first(std::min(places.size(), addable));
        for (std::size_t label = 0; label < row_size(); label += added_at_once) {
            std::array<Lanes, added_at_once / Lanes::size> lanes;
            for (auto const place : now) {
                auto const* const weights = many_.data() + static_cast<std::uint32_t>(place) + label;
                for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] += weights + i * Lanes::size;
            }
            std::array<std::int16_t, added_at_once> out;
            for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i].write(out.data() + i * Lanes::size);
            for (std::size_t i = 0; i < out.size(); ++i) sums[label + i] += out[i];
        }
    }
}

std::optional<std::size_t> LearnedWeights::find_label(string_view label) const {
    auto const at = std::find(labels_.begin(), labels_.end(), label);
    if (at == labels_.end()) return std::nullopt;
    return static_cast<std::size_t>(at - labels_.begin());
}

void LearnedWeights::read_labels(string_view names) {
    for (auto const name : split(names, '\t')) labels_.emplace_back(name);
    transitions_.assign(labels_.size() * row_size(), 0);
    many_.resize(row_size());  // none begins at 0
}

/// "kind=0 <TAB> 3:120 <TAB> 17:-44": a feature, labels by their numbers and what it adds to them.
void LearnedWeights::read_row(string_view line) {
    auto const tab = std::min(line.find('\t'), line.size());
    auto const equals = line.substr(0, tab).find('=');
    if (equals == string_view::npos) return;
    auto const name = line.substr(0, equals), value = line.substr(equals + 1, tab - equals - 1);
    if (name == "before") {
        if (auto const before = find_label(value))
            read_weights(line.substr(tab), [&](std::size_t label, int weight) {
                transitions_[*before * row_size() + label] =
                    static_cast<std::int16_t>(std::clamp(weight, -most_between_labels, most_between_labels));
            });
        return;
    }
    auto const key = feature_key(hash_word(name), hash_of_value(value));
    auto slot = slot_of(key);
    while (rows_[slot].place != Place::none) slot = (slot + 1) & last_slot_;
    rows_[slot] = {check_of(key), read_weights_of_row(line.substr(tab))};
}

LearnedWeights::Place LearnedWeights::read_weights_of_row(string_view cells) {
    auto const count = static_cast<std::size_t>(std::count(cells.begin(), cells.end(), '\t'));
    if (count <= FewWeights::size) {
        FewWeights few;
        std::size_t at = 0;
        read_weights(cells, [&](std::size_t label, int weight) {
            few.labels[at] = static_cast<std::uint16_t>(label);
            few.weights[at++] = static_cast<std::int16_t>(weight);
        });
        few_.push_back(few);
        return static_cast<Place>(static_cast<std::uint32_t>(Place::first_few) + few_.size() - 1);
    }
    auto const first = many_.size();
    many_.resize(first + row_size());
    read_weights(cells, [&](std::size_t label, int weight) {
        many_[first + label] = static_cast<std::int16_t>(weight);
        heaviest_ = std::max(heaviest_, std::abs(weight));
    });
    return static_cast<Place>(first);
}

/// Takes each label's number and weight of "<TAB> 3:120 <TAB> 17:-44".
template <class Take>
void LearnedWeights::read_weights(string_view cells, Take const& take) const {
    constexpr int heaviest = std::numeric_limits<std::int16_t>::max();
    while (cells.starts_with('\t')) {
        int label = 0, weight = 0;
        cells = read_number(cells.substr(1), label);
        if (!cells.starts_with(':')) return;
        cells = read_number(cells.substr(1), weight);
        if (auto const index = static_cast<std::size_t>(label); index < labels_.size())
            take(index, std::clamp(weight, -heaviest, heaviest));
    }
}

void SumSink::add_up() {
    using Place = LearnedWeights::Place;
    // Without branches: where the weights of a feature are cannot be foreseen.
    decltype(keys_)::size_type few_count = 0, many_count = 0;
    std::array<Place, std::tuple_size_v<decltype(keys_)>> few, many;
    for (auto const key : std::span(keys_).first(count_)) {
        auto const place = weights_.find(key);
        few[few_count] = many[many_count] = place;
        few_count += LearnedWeights::is_few(place);
        many_count += LearnedWeights::is_many(place);
    }
    count_ = 0;
    weights_.add_few(std::span(few).first(few_count), sums_);
    weights_.add_many(std::span(many).first(many_count), sums_);
}

NameSink::Value NameSink::word(std::string_view note, Token const& token) {
    auto folded = fold_word(slice(note, token.span));
    if (auto const hyphen = folded.find("- "); hyphen != std::string::npos) folded.erase(hyphen, 2);
    return folded;
}

}  // namespace fonds
