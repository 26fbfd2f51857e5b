// The fields of a citation laid over its words, and the best sequence of fields under learned weights.

#include "note/word_fields.hpp"

#include <algorithm>
#include <array>
#include <memory_resource>
#include <optional>

#include "base/contains.hpp"
#include "note/label_sequence.hpp"
#include "note/learned_tables.hpp"
#include "note/location_codes.hpp"
#include "note/mend_fields.hpp"
#include "note/word_features.hpp"

namespace fonds {
namespace {

using std::string_view;

FieldName name_of(FieldSpan const& field, Citation const& citation, CitationWords& words) {
    constexpr string_view prefix = "level:";
    auto const* const level = level_of(field, citation.item.reference);
    bool const is_series =
        level && (level->level == "collection" || level->level == "subseries" || level->level == "class");
    string_view name = level ? level->level : field.field;
    if (is_series) name = "series";
    else if (!level && name == "locator" && citation.locator_label == "page") name = "page";
    for (auto const label : learned::fields.labels())
        if (level ? label.size() == prefix.size() + name.size() && label.ends_with(name) &&
                        label.starts_with(prefix)
                  : label == name)
            return label;
    return words.other_names.emplace_front(concat(level ? prefix : string_view(), name));
}

constexpr string_view no_field = "none";

/// Fields that words may be weighed for; what else the grammar read (an address, who translated) stands.
bool is_weighed(FieldName const& name) {
    auto const among = [&](auto const& names) { return contains(names, name); };
    return name.starts_with("level:") || among(weighed_people) || among(weighed_texts) ||
           among(weighed_others);
}

/// Whether a level's own form tells it, whatever stands beside it.
bool told_by_form(ArchiveLevel const& level) {
    if (level.level == "file") return subject_numeric(level.value) || is_office_file(level.value);
    if (level.level == "decimal-file") return is_dated_decimal_file(level.value);
    if (level.level == "fond") return is_hungarian_section(level.value);
    return level.level == "signature" && is_collection_number(level.value);
}

/// Levels that nothing but archives have: their label tells them, whatever stands beside it.
bool is_placing(FieldName rule) {
    constexpr std::array names = {string_view{"box"},    string_view{"carton"}, string_view{"container"},
                                  string_view{"folder"}, string_view{"file"},   string_view{"record-group"},
                                  string_view{"entry"},  string_view{"roll"},   string_view{"lot-file"},
                                  string_view{"opis"},   string_view{"papka"},  string_view{"fascicle"},
                                  string_view{"frame"},  string_view{"delo"},   string_view{"dans"},
                                  string_view{"kh/n"}};
    constexpr string_view prefix = "level:";
    return rule.starts_with(prefix) && contains(names, rule.substr(prefix.size()));
}

/// Whether a label or quotation marks say what a word is: "vol. 2", "第12页", a title in its marks. The word
/// that names a level is no part of any.
bool is_told_by_mark(FieldName const& rule, Chunk const& chunk, Token const& token) {
    if (chunk.kind == ChunkKind::quote) return rule == "title";
    if (chunk.kind != ChunkKind::level) return false;
    if (rule == "level:item" && chunk.means("document")) return true;  // "ibid., Document 149"
    if (rule == "level:volume" && chunk.means("box")) return true;     // "VS-Bd. 9948": no book's
    constexpr std::array labelled = {string_view{"volume"}, string_view{"issue"}, string_view{"number"},
                                     string_view{"page"}, string_view{"number-of-volumes"}};
    return (rule == "none" && chunk.label.contains(token.span)) || is_placing(rule) ||
           contains(labelled, rule);
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
struct ClosedLabels {
    std::array<std::size_t, 4> labels{};
    std::size_t count = 0;
};
ClosedLabels closed_labels(CitationWords const& words, LearnedWeights const& weights) {
    constexpr std::array names = {string_view{"editor"}, string_view{"translator"}, string_view{"volume"},
                                  string_view{"issue"}};
    std::array<bool, names.size()> told{};
    for (auto const& word : words.list)
        if (word.settled)
            if (auto const name = std::find(names.begin(), names.end(), word.rule); name != names.end())
                told[static_cast<std::size_t>(name - names.begin())] = true;
    ClosedLabels out;
    static_assert(std::tuple_size_v<decltype(out.labels)> == names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        if (told[i])
            if (auto const label = weights.find_label(names[i])) out.labels[out.count++] = *label;
    return out;
}

bool is_level(FieldName name) { return name.starts_with("level:"); }

/// What words that are a level for certain may be beside what the grammar read: a level by a name, or their
/// keeper.
bool may_locate(FieldName name) {
    return name == "level:series" || name == "level:folder" || name == "archive" || name == "archive-place";
}

}  // namespace

ArchiveLevel const* level_of(FieldSpan const& field, ArchivalReference const& reference) {
    constexpr string_view prefix = "levels/";
    if (!field.field.starts_with(prefix)) return nullptr;
    auto const index = std::stoul(field.field.substr(prefix.size()));
    return index < reference.levels.size() ? &reference.levels[index] : nullptr;
}

CitationWords citation_words(Citation const& citation, std::vector<Span> const& settled,
                             Candidate const& candidate, Chunks const& chunks, std::vector<Span> const& kept,
                             std::vector<Span> const& located) {
    CitationWords out;
    out.first_chunk = candidate.first;
    out.last_chunk = candidate.last;
    out.first = chunks.list[candidate.first].first;
    out.last = chunks.list[candidate.last - 1].last;
    out.kind = citation.kind;
    out.family = to_string(candidate.family);
    out.list.resize(out.size());
    for (auto token = out.first, index = candidate.first; token < out.last; ++token) {
        while (index + 1 < candidate.last && chunks.list[index].last <= token) ++index;
        out.list[token - out.first].chunk = index;
    }
    for (auto const& field : citation.fields) {
        auto const name = name_of(field, citation, out);
        auto const* level = level_of(field, citation.item.reference);
        bool const stands = (level && told_by_form(*level)) || !is_weighed(name);
        each_token(out, chunks, field.span, [&](std::size_t at) {
            auto& word = out.list[at];
            // "5/28/412": several fields of one token.
            if (stands || word.rule != "none") word.settled = true;
            if (word.rule == "none") word.rule = name;
        });
    }
    for (std::size_t at = 0; at < out.list.size(); ++at)
        if (auto& word = out.list[at];
            is_told_by_mark(word.rule, chunks.list[word.chunk], chunks.tokens[out.first + at]))
            word.settled = true;
    for (auto const span : settled)
        each_token(out, chunks, span, [&](std::size_t at) { out.list[at].settled = true; });
    for (auto const span : kept)
        each_token(out, chunks, span,
                   [&](std::size_t at) { out.list[at].kept = out.list[at].rule != no_field; });
    for (auto const span : located)
        each_token(out, chunks, span,
                   [&](std::size_t at) { out.list[at].located = is_level(out.list[at].rule); });
    return out;
}

std::vector<FieldName> weigh_fields(CitationWords const& words, Chunks const& chunks) {
    auto const& weights = learned::fields;
    auto const labels = weights.labels();
    auto const& list = words.list;
    std::vector<FieldName> out;
    out.reserve(list.size());
    if (labels.empty()) {
        for (auto const& word : list) out.push_back(word.rule);
        return out;
    }
    // Less than any features add up to.
    constexpr std::int32_t closed_sum = -1'000'000;
    auto const closed = closed_labels(words, weights);
    // Enough for most citations.
    std::array<std::byte, 10'000> room;
    std::pmr::monotonic_buffer_resource memory(room.data(), room.size());
    SumSink sink(weights, &memory);
    std::pmr::vector<std::int32_t> of_chunk(weights.row_size(), &memory);
    auto summed_chunk = no_token;
    WordFeatures<SumSink> const features(words, chunks, &memory);
    LabelSequence sequence(weights, list.size(), &memory);
    std::optional<std::size_t> rule;
    auto const nothing = weights.find_label(no_field);
    for (std::size_t at = 0; at < list.size(); ++at) {
        auto const& word = list[at];
        if (at == 0 || list[at - 1].rule != word.rule) rule = weights.find_label(word.rule);
        if (word.settled && rule) {
            sequence.add_settled(*rule);
            continue;
        }
        if (summed_chunk != word.chunk) {
            summed_chunk = word.chunk;
            sink.begin();
            features.write_chunk(word.chunk, sink);
            auto const sums = sink.sum();
            std::copy(sums.begin(), sums.end(), of_chunk.begin());
        }
        sink.begin(of_chunk);
        features.write_word(at, sink);
        features.write_rule(at, sink);
        auto const sums = sink.sum();
        if (rule) sums[*rule] += weights.stay();
        for (auto const label : std::span(closed.labels).first(closed.count))
            if (label != rule) sums[label] = closed_sum;
        if (word.kept && nothing) sums[*nothing] = closed_sum;
        if (word.located)
            for (std::size_t label = 0; label < labels.size(); ++label)
                if (!may_locate(labels[label]) && label != rule) sums[label] = closed_sum;
        sequence.add(sums);
    }
    auto const best = sequence.best();
    for (std::size_t i = 0; i < best.size(); ++i)
        out.push_back(list[i].settled ? list[i].rule : labels[best[i]]);
    mend_fields(words, chunks, out);
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
    for (std::size_t at = 0; at < words.list.size(); ++at) {
        features.write_word(at, sink);
        features.write_rule(at, sink);
        out.words.push_back(std::move(names));
        names.clear();
    }
    return out;
}

}  // namespace fonds
