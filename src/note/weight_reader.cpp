// Reads tables of learned weights.

#include "note/weight_reader.hpp"

#include <algorithm>
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
    for (auto const line : split(table, '\n')) {
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with("labels\t")) read_labels(line.substr(line.find('\t') + 1));
        else if (line.starts_with("stay\t")) read_number(line.substr(line.find('\t') + 1), stay_);
        else read_row(line);
    }
    if (none_ >= 0) add_none();
    compare_states();
    make_slots();
}

LearnedWeights::Arrays WeightReader::arrays() const {
    return {labels_, stay_, none_, transitions_, leads_, few_, many_, heaviest_, counted_, seeds_, slots_};
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
    if (name == "before" || name == "before none") {
        auto const before = std::find(labels_.begin(), labels_.end(), value);
        if (before == labels_.end()) return;
        auto const label = static_cast<std::size_t>(before - labels_.begin());
        return read_transitions(line.substr(tab), name == "before" ? label : row_size_ + label);
    }
    auto const counted = std::find(counted_names.begin(), counted_names.end(), name);
    int number = 0;
    bool const is_counted = counted != counted_names.end() && !value.empty() &&
                            read_number(value, number).empty() && number >= 0 &&
                            static_cast<std::size_t>(number) < counts;
    auto const cells = line.substr(tab);
    bool const is_few =
        static_cast<std::size_t>(std::count(cells.begin(), cells.end(), '\t')) <= FewWeights::size &&
        labels_.size() > labels_of_rows && labels_.size() <= FewWeights::most_labels;
    auto const place = is_few && !is_counted ? read_few(cells) : read_many(cells);
    places_.try_emplace(feature_key(hash_word(name), hash_of_value(value)), place);
    if (is_counted)
        counted_[static_cast<std::size_t>(counted - counted_names.begin()) * counts +
                 static_cast<std::size_t>(number)] = place;
}

void WeightReader::read_transitions(string_view cells, std::size_t state) {
    if (state >= row_size_ && none_ < 0) {
        auto const none = std::find(labels_.begin(), labels_.end(), "none");
        if (none == labels_.end()) return;
        none_ = static_cast<int>(none - labels_.begin());
        transitions_.resize((row_size_ + labels_.size()) * row_size_);
    }
    read_weights(cells, [&](std::size_t label, int weight) {
        transitions_[state * row_size_ + label] =
            static_cast<std::int16_t>(std::clamp(weight, -most_between_labels, most_between_labels));
    });
}

/// "none" behind a label adds what "none" does, and what that label does beyond it. Further ones of "none"
/// change nothing.
void WeightReader::add_none() {
    auto const none = static_cast<std::size_t>(none_);
    for (std::size_t label = 0; label < labels_.size(); ++label) {
        auto* const row = transitions_.data() + (row_size_ + label) * row_size_;
        row[none] = 0;
        for (std::size_t next = 0; next < labels_.size(); ++next)
            row[next] = static_cast<std::int16_t>(
                std::clamp(row[next] + behind(none)[next], -most_between_labels, most_between_labels));
    }
}

void WeightReader::make_slots() {
    std::vector<std::uint64_t> keys;
    for (auto const& [key, place] : places_) keys.push_back(key);
    std::sort(keys.begin(), keys.end());  // the same table gives the same slots everywhere
    PerfectHashDraft const draft(keys);
    auto const slot_of = draft.hash();
    seeds_.assign(slot_of.seeds.begin(), slot_of.seeds.end());
    slots_.resize(slot_of.slots);
    for (auto const key : keys) slots_[slot_of(key)] = {LearnedWeights::check_of(key), places_.at(key)};
}

WeightReader::Place WeightReader::read_few(string_view cells) {
    FewWeights few;
    std::size_t at = 0;
    read_weights(cells, [&](std::size_t label, int weight) {
        few.labels[at] = static_cast<std::uint8_t>(label);
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

void WeightReader::compare_states() {
    auto const width = none_ < 0 ? row_size_ : 2 * row_size_;
    auto const states = transitions_.size() / std::max<std::size_t>(row_size_, 1);
    leads_.assign(states * width, 0);
    auto const is_state = [&](std::size_t state) { return state < labels_.size() || state >= row_size_; };
    for (std::size_t other = 0; other < states; ++other)
        for (std::size_t state = 0; state < states; ++state)
            if (is_state(other) && is_state(state))
                leads_[other * width + state] = static_cast<std::int16_t>(lead(state, other));
}

/// By how much more, at most, a state adds to what stands behind it than another. Behind "none" the label
/// before it adds its part later.
int WeightReader::lead(std::size_t state, std::size_t other) const {
    auto const none = static_cast<std::size_t>(std::max(none_, 0));
    auto const remembered = [&](std::size_t one) {
        return one >= row_size_ || one == none ? one : row_size_ + one;
    };
    auto const more = [&](std::size_t label) { return behind(state)[label] - behind(other)[label]; };
    int out = std::numeric_limits<int>::min();
    for (std::size_t label = 0; label < labels_.size(); ++label)
        if (none_ < 0 || label != none) out = std::max(out, more(label));
    if (none_ < 0) return out;
    bool const settled = state == remembered(state) && other == remembered(other);
    auto const later = state == other ? 0 : settled ? out : lead(remembered(state), remembered(other));
    return std::max(out, more(none) + std::max(later, 0));
}

}  // namespace fonds
