// The fields of a citation laid over its words, and the best sequence of fields under learned weights.

#include "note/word_fields.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "note/label_sequence.hpp"
#include "note/learned_tables.hpp"
#include "note/location_codes.hpp"
#include "note/word_features.hpp"

namespace fonds {
namespace {

using std::string_view;

FieldName name_of(FieldSpan const& field, Citation const& citation) {
    if (auto const* level = level_of(field, citation.item.reference))
        return level->level == "collection" || level->level == "subseries" || level->level == "class"
                   ? "level:series"
                   : "level:" + level->level;
    return field.field == "locator" && citation.locator_label == "page" ? "page" : field.field;
}

/// Fields that words may be weighed for; what else the grammar read (an address, who translated) stands.
bool is_weighed(FieldName const& name) {
    auto const among = [&](auto const& names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    return name.starts_with("level:") || among(weighed_people) || among(weighed_texts) ||
           among(weighed_others);
}

/// Whether a level's own form tells it, whatever stands beside it.
bool told_by_form(ArchiveLevel const& level) {
    if (level.level == "file") return subject_numeric(level.value) || is_office_file(level.value);
    return level.level == "signature" && is_collection_number(level.value);
}

/// Whether a label or quotation marks say what a word is: "vol. 2", "第12页", a title in its marks. The word
/// that names a level is no part of any.
bool is_told_by_mark(FieldName const& rule, Chunk const& chunk, Token const& token) {
    if (chunk.kind == ChunkKind::quote) return rule == "title";
    if (chunk.kind != ChunkKind::level) return false;
    constexpr std::array labelled = {string_view{"volume"}, string_view{"issue"}, string_view{"number"},
                                     string_view{"page"}, string_view{"number-of-volumes"}};
    return (rule == "none" && chunk.label.contains(token.span)) ||
           std::find(labelled.begin(), labelled.end(), rule) != labelled.end();
}

/// Hands the tokens of the citation that a span covers to `visit`, counted from its first.
template <class Visit>
void each_token(CitationWords const& words, Chunks const& chunks, Span span, Visit const& visit) {
    auto const begin = chunks.tokens.begin() + words.first, end = chunks.tokens.begin() + words.last;
    auto at = std::lower_bound(begin, end, span.begin,
                               [](Token const& token, std::size_t place) { return token.span.end <= place; });
    for (; at != end && at->span.begin < span.end; ++at) visit(static_cast<std::size_t>(at - begin));
}

/// Labels of which all words are known: an editor is told by "ed.", a volume by "vol.".
std::vector<std::size_t> closed_labels(CitationWords const& words, LearnedWeights const& weights) {
    constexpr std::array names = {string_view{"editor"}, string_view{"translator"}, string_view{"volume"},
                                  string_view{"issue"}};
    std::array<bool, names.size()> told{};
    for (std::size_t at = 0; at < words.rule.size(); ++at)
        if (words.settled[at])
            if (auto const name = std::find(names.begin(), names.end(), words.rule[at]); name != names.end())
                told[static_cast<std::size_t>(name - names.begin())] = true;
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (told[i])
            if (auto const label = weights.find_label(names[i])) out.push_back(*label);
    return out;
}

}  // namespace

ArchiveLevel const* level_of(FieldSpan const& field, ArchivalReference const& reference) {
    constexpr string_view prefix = "levels/";
    if (!field.field.starts_with(prefix)) return nullptr;
    auto const index = std::stoul(field.field.substr(prefix.size()));
    return index < reference.levels.size() ? &reference.levels[index] : nullptr;
}

CitationWords citation_words(Citation const& citation, std::vector<Span> const& settled,
                             Candidate const& candidate, Chunks const& chunks) {
    CitationWords out;
    out.first_chunk = candidate.first;
    out.last_chunk = candidate.last;
    out.first = chunks.list[candidate.first].first;
    out.last = chunks.list[candidate.last - 1].last;
    out.kind = citation.kind;
    out.chunk.reserve(out.last - out.first);
    for (auto token = out.first, index = candidate.first; token < out.last; ++token) {
        while (index + 1 < candidate.last && chunks.list[index].last <= token) ++index;
        out.chunk.push_back(index);
    }
    out.rule.assign(out.last - out.first, "none");
    out.settled.assign(out.last - out.first, false);
    for (auto const& field : citation.fields) {
        auto const name = name_of(field, citation);
        auto const* level = level_of(field, citation.item.reference);
        bool const stands = (level && told_by_form(*level)) || !is_weighed(name);
        each_token(out, chunks, field.span, [&](std::size_t at) {
            // "5/28/412": several fields of one token.
            if (stands || out.rule[at] != "none") out.settled[at] = true;
            if (out.rule[at] == "none") out.rule[at] = name;
        });
    }
    for (std::size_t at = 0; at < out.rule.size(); ++at)
        if (is_told_by_mark(out.rule[at], chunks.list[out.chunk[at]], chunks.tokens[out.first + at]))
            out.settled[at] = true;
    for (auto const span : settled)
        each_token(out, chunks, span, [&](std::size_t at) { out.settled[at] = true; });
    return out;
}

std::vector<FieldName> weigh_fields(CitationWords const& words, Chunks const& chunks) {
    auto const& weights = learned::fields;
    auto const& labels = weights.labels();
    if (labels.empty()) return words.rule;
    std::vector<std::int32_t> of_chunk;
    // Less than any features add up to.
    constexpr std::int32_t closed_sum = -1'000'000;
    auto const closed = closed_labels(words, weights);
    SumSink sink(weights);
    WordFeatures<SumSink> const features(words, chunks);
    LabelSequence sequence(weights, words.rule.size());
    std::optional<std::size_t> rule;
    for (std::size_t at = 0; at < words.rule.size(); ++at) {
        if (at == 0 || words.chunk[at - 1] != words.chunk[at]) {
            sink.begin();
            features.write_chunk(words.chunk[at], sink);
            auto const sums = sink.sum();
            of_chunk.assign(sums.begin(), sums.end());
        }
        if (at == 0 || words.rule[at - 1] != words.rule[at]) rule = weights.find_label(words.rule[at]);
        if (words.settled[at] && rule) {
            sequence.add_settled(*rule);
            continue;
        }
        sink.begin(of_chunk);
        features.write_word(at, sink);
        features.write_rule(at, sink);
        auto const sums = sink.sum();
        if (rule) sums[*rule] += weights.stay();
        for (auto const label : closed)
            if (label != rule) sums[label] = closed_sum;
        sequence.add(sums);
    }
    auto const best = sequence.best();
    std::vector<FieldName> out;
    out.reserve(best.size());
    for (std::size_t i = 0; i < best.size(); ++i)
        out.emplace_back(words.settled[i] ? string_view(words.rule[i]) : labels[best[i]]);
    return out;
}

WordFeatureNames word_features(CitationWords const& words, Chunks const& chunks) {
    WordFeatureNames out;
    std::vector<std::string> names;
    NameSink sink{names};
    WordFeatures<NameSink> const features(words, chunks);
    for (auto index = words.first_chunk; index < words.last_chunk; ++index) {
        features.write_chunk(index, sink);
        out.chunks.push_back(std::move(names));
        names.clear();
    }
    for (std::size_t at = 0; at < words.rule.size(); ++at) {
        features.write_word(at, sink);
        features.write_rule(at, sink);
        out.words.push_back(std::move(names));
        names.clear();
    }
    return out;
}

}  // namespace fonds
