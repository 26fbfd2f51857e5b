// Reads tables of learned weights.

#include "note/learned_weights.hpp"

#include <algorithm>
#include <bit>
#include <limits>

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

LearnedWeights::LearnedWeights(string_view table) {
    auto const lines = split(table, '\n');
    rows_.resize(std::bit_ceil(lines.size() * 2 + 2));
    shift_ = 64 - std::countr_zero(rows_.size());
    for (auto const line : lines) {
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with("labels\t")) read_labels(line.substr(line.find('\t') + 1), lines.size());
        else if (line.starts_with("stay\t")) read_number(line.substr(line.find('\t') + 1), stay_);
        else read_row(line);
    }
    compare_labels();
}

void LearnedWeights::compare_labels() {
    auto const count = labels_.size();
    leads_.assign(count * count, std::numeric_limits<float>::lowest());
    for (std::size_t other = 0; other < count; ++other)
        for (std::size_t label = 0; label < count; ++label)
            for (std::size_t next = 0; next < count; ++next) {
                auto& lead = leads_[other * count + label];
                lead = std::max(lead, behind(label)[next] - behind(other)[next]);
            }
}

std::optional<std::size_t> LearnedWeights::find_label(string_view label) const {
    auto const at = std::find(labels_.begin(), labels_.end(), label);
    if (at == labels_.end()) return std::nullopt;
    return static_cast<std::size_t>(at - labels_.begin());
}

void LearnedWeights::read_labels(string_view names, std::size_t rows) {
    for (auto const name : split(names, '\t')) labels_.emplace_back(name);
    transitions_.assign(labels_.size() * labels_.size(), 0);
    blocks_.reserve((rows + 1) * blocks());
    blocks_.resize(blocks());
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
                transitions_[*before * labels_.size() + label] = static_cast<float>(weight);
            });
        return;
    }
    auto const key = feature_key(hash_word(name), hash_of_value(value));
    auto slot = slot_of(key);
    while (rows_[slot].first != 0) slot = (slot + 1) & (rows_.size() - 1);
    rows_[slot] = {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(blocks_.size())};
    keep_numbered(hash_word(name), value, rows_[slot].first);
    blocks_.resize(blocks_.size() + blocks());
    auto* const row = blocks_.data() + rows_[slot].first;
    read_weights(line.substr(tab), [&](std::size_t label, int weight) {
        row[label / WeightBlock::size].weights[label % WeightBlock::size] = weight;
    });
}

void LearnedWeights::keep_numbered(std::uint64_t name, string_view value, std::uint32_t first) {
    int number = 0;
    auto& rows = numbered_[FeatureName::slot_of(name)];
    if (rows.name != 0 && rows.name != name) return;
    if (!read_number(value, number).empty() || value != std::to_string(number)) return;
    rows.name = name;
    if (auto const index = static_cast<std::size_t>(number); index < rows.first.size())
        rows.first[index] = first;
}

/// Takes each label's number and weight of "<TAB> 3:120 <TAB> 17:-44".
template <class Take>
void LearnedWeights::read_weights(string_view cells, Take const& take) const {
    while (cells.starts_with('\t')) {
        int label = 0, weight = 0;
        cells = read_number(cells.substr(1), label);
        if (!cells.starts_with(':')) return;
        cells = read_number(cells.substr(1), weight);
        if (auto const index = static_cast<std::size_t>(label); index < labels_.size()) take(index, weight);
    }
}

NameSink::Value NameSink::word(std::string_view note, Token const& token) {
    auto folded = fold_word(slice(note, token.span));
    if (auto const hyphen = folded.find("- "); hyphen != std::string::npos) folded.erase(hyphen, 2);
    return folded;
}

}  // namespace fonds
