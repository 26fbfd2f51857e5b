// Reads tables of learned weights.

#include "note/learned_weights.hpp"

#include <algorithm>
#include <bit>
#include <charconv>

#include "grammar/phrase_table.hpp"

namespace fonds {

using std::string_view;

namespace {

string_view read_number(string_view text, int& out) {
    auto const end = std::from_chars(text.data(), text.data() + text.size(), out).ptr;
    return text.substr(static_cast<std::size_t>(end - text.data()));
}

}  // namespace

LearnedWeights::LearnedWeights(string_view table) {
    auto const lines = split(table, '\n');
    rows_.resize(std::bit_ceil(lines.size() * 2 + 2));
    mask_ = rows_.size() - 1;
    for (auto const line : lines) {
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with("labels\t")) read_labels(line.substr(line.find('\t') + 1));
        else if (line.starts_with("stay\t")) read_number(line.substr(line.find('\t') + 1), stay_);
        else read_row(line);
    }
    auto const [least, most] = std::minmax_element(transitions_.begin(), transitions_.end());
    if (least != transitions_.end()) spread_ = *most - *least;
}

std::optional<std::size_t> LearnedWeights::find_label(string_view label) const {
    auto const at = std::find(labels_.begin(), labels_.end(), label);
    if (at == labels_.end()) return std::nullopt;
    return static_cast<std::size_t>(at - labels_.begin());
}

void LearnedWeights::read_labels(string_view names) {
    for (auto const name : split(names, '\t')) labels_.emplace_back(name);
    transitions_.assign(labels_.size() * labels_.size(), 0);
}

/// "kind=0 <TAB> 3:120 <TAB> 17:-44": a feature, labels by their numbers and what it adds to them.
void LearnedWeights::read_row(string_view line) {
    auto const tab = std::min(line.find('\t'), line.size());
    auto const equals = line.substr(0, tab).find('=');
    if (equals == string_view::npos) return;
    auto const name = line.substr(0, equals), value = line.substr(equals + 1, tab - equals - 1);
    if (name == "before") {
        std::vector<Weight> weights;
        read_weights(line.substr(tab), weights);
        if (auto const before = find_label(value))
            for (auto const [label, weight] : weights)
                transitions_[*before * labels_.size() + label] = weight;
        return;
    }
    auto const first = weights_.size();
    read_weights(line.substr(tab), weights_);
    if (weights_.size() == first) return;
    auto const key = feature_key(hash_word(name), hash_word(value));
    auto slot = key & mask_;
    while (rows_[slot].count != 0) slot = (slot + 1) & mask_;
    rows_[slot].check = check_of(key);
    rows_[slot].first = static_cast<std::uint32_t>(first) & 0xFFFFFFU;
    rows_[slot].count = static_cast<std::uint32_t>(weights_.size() - first) & 0xFFU;
}

void LearnedWeights::read_weights(string_view cells, std::vector<Weight>& out) const {
    while (cells.starts_with('\t')) {
        int label = -1, weight = 0;
        cells = read_number(cells.substr(1), label);
        if (!cells.starts_with(':')) return;
        cells = read_number(cells.substr(1), weight);
        if (label >= 0 && static_cast<std::size_t>(label) < labels_.size())
            out.push_back({static_cast<std::uint16_t>(label), static_cast<std::int16_t>(weight)});
    }
}

NameSink::Value NameSink::word(Token const& token) const {
    auto folded = fold_word(slice(note, token.span));
    if (auto const hyphen = folded.find("- "); hyphen != std::string::npos) folded.erase(hyphen, 2);
    return folded;
}

}  // namespace fonds
