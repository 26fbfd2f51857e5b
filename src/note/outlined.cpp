// Reads the parts of a citation by learned weights: a role for each chunk, then runs of a role as parts.

#include "note/outlined.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "base/embedded.hpp"
#include "note/outline_features.hpp"

namespace fonds {
namespace {

using std::string_view;

/// The table's names of roles.
struct NamedRole {
    string_view name;
    Role role;
};
constexpr std::array roles = {NamedRole{"accessed", Role::accessed},
                              NamedRole{"author", Role::author},
                              NamedRole{"container", Role::container},
                              NamedRole{"date", Role::date},
                              NamedRole{"edition", Role::edition},
                              NamedRole{"editor", Role::editor},
                              NamedRole{"head", Role::head},
                              NamedRole{"issue", Role::issue},
                              NamedRole{"location", Role::location},
                              NamedRole{"number", Role::number},
                              NamedRole{"pages", Role::pages},
                              NamedRole{"place", Role::place},
                              NamedRole{"provenance", Role::provenance},
                              NamedRole{"publication", Role::publication},
                              NamedRole{"publisher", Role::publisher},
                              NamedRole{"series", Role::series},
                              NamedRole{"thesis", Role::thesis},
                              NamedRole{"title", Role::title},
                              NamedRole{"translator", Role::translator},
                              NamedRole{"url", Role::url},
                              NamedRole{"volume", Role::volume}};

LearnedWeights const& part_weights() {
    static LearnedWeights const weights(find_embedded("weights/parts.tsv").value_or(string_view()));
    return weights;
}

/// Whether a chunk can play a role: what lowers an address reads one.
bool fits(Role role, Chunk const& chunk) {
    switch (role) {
        case Role::accessed: return chunk.kind == ChunkKind::accessed;
        case Role::date: return chunk.date >= 0;
        case Role::provenance: return chunk.kind == ChunkKind::provenance;
        case Role::publication: return chunk.kind == ChunkKind::publication;
        case Role::thesis: return chunk.kind == ChunkKind::thesis;
        case Role::url: return chunk.kind == ChunkKind::url;
        default: return true;
    }
}

bool is_separator(ChunkKind kind) {
    return kind == ChunkKind::comma || kind == ChunkKind::semicolon || kind == ChunkKind::stop ||
           kind == ChunkKind::colon || kind == ChunkKind::dash || kind == ChunkKind::slashes ||
           kind == ChunkKind::conjunction;
}

/// What of a citation the parts of its chunks depend on beside what the outline sees.
template <class Sink>
class PartFeatures {
  public:
    PartFeatures(OutlinedCitation const& citation, Chunks const& chunks, Sink const& sink)
        : citation_(citation), chunks_(chunks), sink_(sink), surroundings_(chunks, sink) {}

    void write(std::uint32_t at) {
        surroundings_.write(at);
        auto const kind = static_cast<char>('a' + static_cast<int>(citation_.kind));
        auto const own = static_cast<char>('A' + static_cast<int>(chunks_.list[at].kind));
        auto const from_first = static_cast<char>('0' + std::min(at - citation_.first, 5U));
        auto const from_last = static_cast<char>('0' + std::min(citation_.last - 1 - at, 5U));
        sink_.add("of", sink_.text(string({kind})));
        sink_.add("of, kind", sink_.text(string({kind, own})));
        sink_.add("of, from first", sink_.text(string({kind, from_first})));
        sink_.add("of, from last", sink_.text(string({kind, from_last})));
        sink_.add("of, kind, from first", sink_.text(string({kind, own, from_first})));
        struct Labels {
            FeatureName behind, ahead;
            ChunkKind kind;
        };
        static constexpr std::array<Labels, 8> labels = {
            {{"behind its date", "before its date", ChunkKind::date},
             {"behind its archive", "before its archive", ChunkKind::archive},
             {"behind its level", "before its level", ChunkKind::level},
             {"behind its quote", "before its quote", ChunkKind::quote},
             {"behind its in", "before its in", ChunkKind::in},
             {"behind its publication", "before its publication", ChunkKind::publication},
             {"behind its url", "before its url", ChunkKind::url},
             {"behind its colon", "before its colon", ChunkKind::colon}}};
        for (auto const& label : labels) {
            if (has(label.kind, citation_.first, at))
                sink_.add(label.behind, sink_.text(string({kind, own})));
            if (has(label.kind, at + 1, citation_.last))
                sink_.add(label.ahead, sink_.text(string({kind, own})));
        }
    }

  private:
    [[nodiscard]] bool has(ChunkKind kind, std::uint32_t first, std::uint32_t last) const {
        return std::any_of(chunks_.list.begin() + first, chunks_.list.begin() + last,
                           [&](Chunk const& chunk) { return chunk.kind == kind; });
    }
    string_view string(std::initializer_list<char> letters) {
        text_.assign(letters);
        return text_;
    }

    OutlinedCitation const& citation_;
    Chunks const& chunks_;
    Sink sink_;
    OutlineFeatures<Sink> surroundings_;
    std::string text_;
};

/// The best sequence of labels for the chunks of a citation (Viterbi).
std::vector<std::size_t> best_labels(OutlinedCitation const& citation, Chunks const& chunks) {
    auto const& weights = part_weights();
    auto const count = weights.labels().size();
    std::vector<float> sums(count);
    SumSink const sink{weights, sums.data()};
    PartFeatures<SumSink> features(citation, chunks, sink);
    auto const size = citation.last - citation.first;
    std::vector<float> best(size * count, std::numeric_limits<float>::lowest());
    std::vector<std::size_t> before(size * count);
    for (std::uint32_t i = 0; i < size; ++i) {
        std::fill(sums.begin(), sums.end(), 0.0F);
        features.write(citation.first + i);
        for (std::size_t label = 0; label < count; ++label) {
            auto& sum = best[i * count + label];
            if (i == 0) {
                sum = sums[label];
                continue;
            }
            for (std::size_t last = 0; last < count; ++last) {
                auto const total = best[(i - 1) * count + last] + weights.behind(last)[label];
                if (total <= sum) continue;
                sum = total;
                before[i * count + label] = last;
            }
            sum += sums[label];
        }
    }
    std::vector<std::size_t> out(size);
    auto const end = best.end();
    auto label = static_cast<std::size_t>(std::max_element(end - static_cast<std::ptrdiff_t>(count), end) -
                                          (end - static_cast<std::ptrdiff_t>(count)));
    for (auto i = size; i-- > 0;) {
        out[i] = label;
        label = before[i * count + label];
    }
    return out;
}

/// Whether neighbouring chunks of a role are one part; each date, volume or page is one by itself.
bool runs_on(Role role) {
    switch (role) {
        case Role::author:
        case Role::editor:
        case Role::translator:
        case Role::title:
        case Role::container:
        case Role::series:
        case Role::head:
        case Role::location:
        case Role::place:
        case Role::publisher: return true;
        default: return false;
    }
}

/// The family that says no more than a kind.
constexpr std::array widest = {Family::location, Family::book, Family::web, Family::short_form, Family::ibid};
Family widest_family(CitationKind kind) { return widest[static_cast<std::size_t>(kind)]; }
CitationKind kind_of_widest(Family family) {
    return static_cast<CitationKind>(std::find(widest.begin(), widest.end(), family) - widest.begin());
}

Family published_family(Candidate const& candidate, Chunks const& chunks) {
    if (candidate.find(Role::head)) return Family::letter_in_volume;
    auto const* container = candidate.find(Role::container);
    if (!container) return Family::book;
    for (auto i = candidate.first; i < container->first; ++i)
        if (chunks.list[i].kind == ChunkKind::in) return Family::chapter;
    if (candidate.find(Role::volume) || candidate.find(Role::issue)) return Family::article;
    auto const* date = candidate.find(Role::date);
    return date && chunks.list[date->first].has_day ? Family::newspaper : Family::article;
}

Family archival_family(Candidate const& candidate, Chunks const& chunks) {
    if (auto const* head = candidate.find(Role::head)) {
        for (auto i = head->first; i < head->last; ++i)
            if (chunks.list[i].is(Trait::letter)) return Family::letter;
        return Family::described_document;
    }
    if (!candidate.find(Role::title)) return Family::location;
    return Family::quoted_document;
}

Family family_of(Candidate const& candidate, CitationKind kind, Chunks const& chunks) {
    switch (kind) {
        case CitationKind::archival: return archival_family(candidate, chunks);
        case CitationKind::published: return published_family(candidate, chunks);
        case CitationKind::web: return Family::web;
        case CitationKind::ibid: return Family::ibid;
        default: return Family::short_form;
    }
}

}  // namespace

Candidate unread_candidate(OutlinedCitation const& citation) {
    /// What a reading without parts explains, beside the scores of the grammar's.
    constexpr double unread = -1;
    Candidate out;
    out.first = citation.first;
    out.last = citation.last;
    out.score = unread;
    out.unread = true;
    out.family = widest_family(citation.kind);
    return out;
}

void read_parts(Candidate& candidate, Chunks const& chunks) {
    auto const& labels = part_weights().labels();
    if (labels.empty()) return;
    auto const kind = kind_of_widest(candidate.family);
    OutlinedCitation const citation{candidate.first, candidate.last, kind};
    auto const best = best_labels(citation, chunks);
    auto const role_at = [&](std::uint32_t at) -> NamedRole const* {
        auto const& name = labels[best[at - candidate.first]];
        auto const found = std::find_if(roles.begin(), roles.end(),
                                        [&](NamedRole const& role) { return role.name == name; });
        return found == roles.end() || !fits(found->role, chunks.list[at]) ? nullptr : &*found;
    };
    for (auto at = candidate.first; at < candidate.last;) {
        auto const* named = role_at(at);
        if (!named || is_separator(chunks.list[at].kind)) {
            ++at;
            continue;
        }
        // What parts two chunks of a role belongs to their part.
        auto end = at + 1;
        for (auto next = end; runs_on(named->role) && next < candidate.last; ++next) {
            if (role_at(next) == named) end = next + 1;
            else if (!is_separator(chunks.list[next].kind)) break;
        }
        while (end > at + 1 && is_separator(chunks.list[end - 1].kind)) --end;
        candidate.parts.push_back({named->role, at, end});
        at = end;
    }
    candidate.family = family_of(candidate, kind, chunks);
}

std::vector<std::vector<std::string>> part_features(OutlinedCitation const& citation, Chunks const& chunks) {
    std::vector<std::string> names;
    NameSink const sink{chunks.text, names};
    PartFeatures<NameSink> features(citation, chunks, sink);
    std::vector<std::vector<std::string>> out;
    for (auto at = citation.first; at < citation.last; ++at) {
        names.clear();
        features.write(at);
        out.push_back(names);
    }
    return out;
}

}  // namespace fonds
