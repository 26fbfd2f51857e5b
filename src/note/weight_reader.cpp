// Reads tables of learned weights.

#include "note/weight_reader.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <limits>

#include "base/text.hpp"
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

std::uint64_t hash_of_value(string_view value) {
    auto const mark = value.rfind(pair_mark);
    if (mark == string_view::npos) return hash_word(value);
    return pair_value(hash_of_value(value.substr(0, mark)), hash_word(value.substr(mark + pair_mark.size())));
}

}  // namespace

WeightReader::WeightReader(string_view table) {
    auto const lines = split(table, '\n');
    slots_.resize(std::bit_ceil(lines.size() * 3 / 2 + 2));
    for (auto const line : lines) {
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with("labels\t")) read_labels(line.substr(line.find('\t') + 1));
        else if (line.starts_with("stay\t")) read_number(line.substr(line.find('\t') + 1), stay_);
        else read_row(line);
    }
    compare_labels();
}

LearnedWeights::Arrays WeightReader::arrays() const {
    return {labels_, stay_, transitions_, leads_, few_, many_, heaviest_, counted_, slots_};
}

void WeightReader::read_labels(string_view names) {
    for (auto const name : split(names, '\t')) names_.emplace_back(name);
    labels_.assign(names_.begin(), names_.end());
    row_size_ = row_size_for(labels_.size());
    transitions_.assign(labels_.size() * row_size_, 0);
    many_.resize(row_size_);  // that of a feature which says nothing
    counted_.resize(counted_names.size() * counts);
}

/// "kind=0 <TAB> 3:120 <TAB> 17:-44": a feature, labels by their numbers and what it adds to them.
void WeightReader::read_row(string_view line) {
    auto const tab = std::min(line.find('\t'), line.size());
    auto const equals = line.substr(0, tab).find('=');
    if (equals == string_view::npos) return;
    auto const name = line.substr(0, equals), value = line.substr(equals + 1, tab - equals - 1);
    if (name == "before") {
        auto const before = std::find(labels_.begin(), labels_.end(), value);
        if (before != labels_.end())
            read_weights(line.substr(tab), [&](std::size_t label, int weight) {
                transitions_[static_cast<std::size_t>(before - labels_.begin()) * row_size_ + label] =
                    static_cast<std::int16_t>(std::clamp(weight, -most_between_labels, most_between_labels));
            });
        return;
    }
    auto const counted = std::find(counted_names.begin(), counted_names.end(), name);
    int number = 0;
    bool const is_counted = counted != counted_names.end() && !value.empty() &&
                            read_number(value, number).empty() && number >= 0 &&
                            static_cast<std::size_t>(number) < counts;
    auto const cells = line.substr(tab);
    bool const is_few =
        static_cast<std::size_t>(std::count(cells.begin(), cells.end(), '\t')) <= FewWeights::size &&
        labels_.size() > labels_of_rows;
    auto const place = is_few && !is_counted ? read_few(cells) : read_many(cells);
    put(feature_key(hash_word(name), hash_of_value(value)), place);
    if (is_counted)
        counted_[static_cast<std::size_t>(counted - counted_names.begin()) * counts +
                 static_cast<std::size_t>(number)] = place;
}

void WeightReader::put(std::uint64_t key, Place place) {
    auto slot = key >> (64 - std::countr_zero(slots_.size()));
    while (slots_[slot].place != LearnedWeights::nowhere) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = {LearnedWeights::check_of(key), place};
}

WeightReader::Place WeightReader::read_few(string_view cells) {
    FewWeights few;
    std::size_t at = 0;
    read_weights(cells, [&](std::size_t label, int weight) {
        few.labels[at] = static_cast<std::uint16_t>(label);
        few.weights[at++] = static_cast<std::int16_t>(weight);
    });
    few_.push_back(few);
    return static_cast<Place>(LearnedWeights::first_few + few_.size() - 1);
}

WeightReader::Place WeightReader::read_many(string_view cells) {
    auto const first = many_.size();
    many_.resize(first + row_size_);
    read_weights(cells, [&](std::size_t label, int weight) {
        many_[first + label] = static_cast<std::int16_t>(weight);
        heaviest_ = std::max(heaviest_, std::abs(weight));
    });
    return static_cast<Place>(first);
}

/// Takes each label's number and weight of "<TAB> 3:120 <TAB> 17:-44".
template <class Take>
void WeightReader::read_weights(string_view cells, Take const& take) const {
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

void WeightReader::compare_labels() {
    auto const count = labels_.size(), size = row_size_;
    auto const behind = [&](std::size_t label) { return transitions_.data() + label * size; };
    leads_.assign(count * size, 0);
    for (std::size_t other = 0; other < count; ++other)
        for (std::size_t label = 0; label < count; ++label) {
            int lead = behind(label)[0] - behind(other)[0];
            for (std::size_t next = 1; next < count; ++next)
                lead = std::max(lead, behind(label)[next] - behind(other)[next]);
            leads_[other * size + label] = static_cast<std::int16_t>(lead);
        }
}

}  // namespace fonds
