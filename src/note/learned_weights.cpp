// Adds up learned weights.

#include "note/learned_weights.hpp"

#include "grammar/phrase_table.hpp"

namespace fonds {

std::optional<std::size_t> LearnedWeights::find_label(std::string_view label) const {
    auto const at = std::find(labels().begin(), labels().end(), label);
    if (at == labels().end()) return std::nullopt;
    return static_cast<std::size_t>(at - labels().begin());
}

void LearnedWeights::add_few(std::span<Place const> places, std::span<std::int32_t> sums) const {
    for (auto const place : places) {
        auto const& few = arrays_.few[place - first_few];
        for (std::size_t i = 0; i < FewWeights::size; ++i) sums[few.labels[i]] += few.weights[i];
    }
}

void LearnedWeights::add_many(std::span<Place const> places, std::span<std::int32_t> sums) const {
    for (; !places.empty(); places = places.subspan(std::min(places.size(), addable_)))
        on_widest([&]() FONDS_WIDE {
            wide::add_rows(arrays_.many.data(), places.first(std::min(places.size(), addable_)), sums);
        });
}

void SumSink::add_up() {
    LearnedWeights::Finder const find(weights_);
    auto const keys = std::span(keys_).first(count_);
    auto* rows = places_.data() + place_count_;
    if (weights_.are_all_rows()) {
        for (auto const key : keys) *rows++ = find(key);
    } else {
        // Without branches: where the weights of a feature are cannot be foreseen.
        std::array<LearnedWeights::Place, at_most> few;
        auto* next_few = few.data();
        for (auto const key : keys) {
            auto const place = find(key);
            *next_few = *rows = place;
            next_few += LearnedWeights::is_few(place);
            rows += LearnedWeights::is_many(place);
        }
        weights_.add_few({few.data(), next_few}, sums_);
    }
    weights_.add_many({places_.data(), rows}, sums_);
    count_ = place_count_ = 0;
}

NameSink::Value NameSink::word(std::string_view note, Token const& token) {
    auto folded = fold_word(slice(note, token.span));
    if (auto const hyphen = folded.find("- "); hyphen != std::string::npos) folded.erase(hyphen, 2);
    return folded;
}

}  // namespace fonds
