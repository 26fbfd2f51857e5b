// Reads the parts of a citation by learned weights: a role for each chunk, then runs of a role as parts.

#include "note/outlined.hpp"

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "note/label_sequence.hpp"
#include "note/learned_tables.hpp"

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

/// An archive, or a level that places a document: no archival citation leaves it unread.
bool places(Chunk const& chunk) {
    constexpr std::array others = {string_view{"page"},     string_view{"note"},     string_view{"issue"},
                                   string_view{"telegram"}, string_view{"document"}, string_view{"number"},
                                   string_view{"part"},     string_view{"chapter"},  string_view{"column"}};
    if (chunk.kind == ChunkKind::archive) return true;
    return chunk.kind == ChunkKind::level && chunk.phrase && !chunk.phrase->meanings().empty() &&
           !contains(others, chunk.phrase->meanings().front());
}
NamedRole const* location_role() {
    return std::find_if(roles.begin(), roles.end(),
                        [](NamedRole const& role) { return role.role == Role::location; });
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
    PartFeatures(OutlinedCitation const& citation, Chunks const& chunks,
                 OutlineFeatures<Sink> const& surroundings)
        : citation_(citation),
          chunks_(chunks),
          surroundings_(surroundings),
          landmarks_(chunks, citation.first, citation.last) {}

    void write(std::uint32_t at, Sink& sink) const {
        surroundings_.write(at, sink);
        auto const kind = static_cast<char>('a' + static_cast<int>(citation_.kind));
        auto const own = static_cast<char>('A' + static_cast<int>(chunks_.list[at].kind));
        auto const from_first = static_cast<char>('0' + std::min(at - citation_.first, 5U));
        auto const from_last = static_cast<char>('0' + std::min(citation_.last - 1 - at, 5U));
        sink.add("of", text({kind}));
        sink.add("of, kind", text({kind, own}));
        sink.add("of, from first", text({kind, from_first}));
        sink.add("of, from last", text({kind, from_last}));
        sink.add("of, kind, from first", text({kind, own, from_first}));
        landmarks_.write(at, text({kind, own}), sink);
    }

  private:
    static typename Sink::Value text(std::initializer_list<char> letters) {
        return Sink::text(string_view(letters.begin(), letters.size()));
    }

    OutlinedCitation const& citation_;
    Chunks const& chunks_;
    OutlineFeatures<Sink> const& surroundings_;
    CitationLandmarks landmarks_;
};

/// The best sequence of labels for the chunks of a citation.
std::vector<std::size_t> best_labels(OutlinedCitation const& citation, Chunks const& chunks,
                                     OutlineFeatures<SumSink> const& surroundings) {
    auto const& weights = learned::parts;
    SumSink sink(weights);
    PartFeatures<SumSink> const features(citation, chunks, surroundings);
    LabelSequence sequence(weights, citation.size());
    for (auto at = citation.first; at < citation.last; ++at) {
        sink.begin();
        features.write(at, sink);
        sequence.add(sink.sum());
    }
    return sequence.best();
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

/// Names with the word for what people did, at once before or behind them; the part itself where none stands
/// there.
Part with_role(Part part, Candidate const& candidate, Chunks const& chunks) {
    auto const& list = chunks.list;
    auto const is_role = [&](std::uint32_t at) {
        return at >= candidate.first && at < candidate.last && list[at].kind == ChunkKind::role;
    };
    if (is_role(part.first) || is_role(part.last - 1)) return part;
    if (part.first > candidate.first && is_role(part.first - 1))
        return {part.role, part.first - 1, part.last};
    if (is_role(part.last)) return {part.role, part.first, part.last + 1};
    bool const comma = part.last < candidate.last && list[part.last].kind == ChunkKind::comma;
    if (comma && is_role(part.last + 1) && !leads_to_names(list[part.last + 1]))
        return {part.role, part.first, part.last + 2};
    return part;
}

/// "Karl Weber, trans.", "Karl Weber (ed.)": whether people edited or translated, their word tells.
void set_hands(Candidate& candidate, Chunks const& chunks) {
    for (auto& part : candidate.parts) {
        bool const hands = part.role == Role::editor || part.role == Role::translator;
        bool const name =
            part.role == Role::container && part.size() == 1 && chunks.list[part.first].is(Trait::name);
        if (!hands && !name) continue;
        auto const named = with_role(part, candidate, chunks);
        auto const& first = chunks.list[named.first];
        auto const& role = first.kind == ChunkKind::role ? first : chunks.list[named.last - 1];
        if (role.kind != ChunkKind::role || !role.phrase) continue;
        bool const edited = role.phrase->is(WordClass::editor),
                   translated = role.phrase->is(WordClass::translator);
        if (edited != translated) part = {edited ? Role::editor : Role::translator, named.first, named.last};
    }
}

/// "Hans Roth (ed.), The Way, 1974": what has editors and no piece in it is a book by its title.
void name_edited_book(Candidate& candidate, Chunks const& chunks) {
    bool const piece = candidate.find(Role::author) || candidate.find(Role::title) ||
                       candidate.find(Role::head) || candidate.find(Role::issue);
    if (piece || !candidate.find(Role::editor)) return;
    for (auto i = candidate.first; i < candidate.last; ++i)
        if (chunks.list[i].kind == ChunkKind::in) return;
    for (auto& part : candidate.parts)
        if (part.role == Role::container) part.role = Role::title;
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

/// Where a citation ends with the bracket that closes what it opened: "Smith and Jonas (1999: 12)".
std::uint32_t with_bracket(OutlinedCitation const& citation, Chunks const& chunks) {
    int open = 0;
    for (auto at = citation.first; at < citation.last; ++at) {
        if (chunks.list[at].kind == ChunkKind::open) ++open;
        if (chunks.list[at].kind == ChunkKind::close) --open;
    }
    bool const closes =
        open > 0 && citation.last < chunks.list.size() && chunks.list[citation.last].kind == ChunkKind::close;
    return closes ? citation.last + 1 : citation.last;
}

}  // namespace

Candidate unread_candidate(OutlinedCitation const& citation, Chunks const& chunks, bool read_otherwise) {
    /// What a reading without parts explains less than one that the grammar begins there.
    constexpr double unread = -1;
    Candidate out;
    if (read_otherwise) out.score = unread;
    out.first = citation.first;
    out.last = with_bracket(citation, chunks);
    out.unread = true;
    out.family = widest_family(citation.kind);
    return out;
}

void read_parts(Candidate& candidate, Chunks const& chunks, OutlineFeatures<SumSink> const& features) {
    auto const& labels = learned::parts.labels();
    if (labels.empty()) return;
    auto const kind = kind_of_widest(candidate.family);
    OutlinedCitation const citation{candidate.first, candidate.last, kind};
    auto const best = best_labels(citation, chunks, features);
    auto const role_at = [&](std::uint32_t at) -> NamedRole const* {
        if (kind == CitationKind::archival && places(chunks.list[at]) &&
            labels[best[at - candidate.first]] == "none")
            return location_role();
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
        // What parts two chunks of a role belongs to their part; so do words between two pieces of a place
        // that are nothing else: "Nantes (CADN), Moscou, ambassade, série B".
        auto const is_of_place = [&](std::uint32_t next) {
            return named->role == Role::location && chunks.list[next].kind == ChunkKind::text &&
                   !role_at(next);
        };
        auto end = at + 1;
        for (auto next = end; runs_on(named->role) && next < candidate.last; ++next) {
            if (role_at(next) == named) end = next + 1;
            else if (!is_separator(chunks.list[next].kind) && !is_of_place(next)) break;
        }
        while (end > at + 1 && is_separator(chunks.list[end - 1].kind)) --end;
        candidate.parts.push_back({named->role, at, end});
        at = end;
    }
    set_hands(candidate, chunks);
    name_edited_book(candidate, chunks);
    candidate.family = family_of(candidate, kind, chunks);
}

std::vector<std::vector<std::string>> part_features(OutlinedCitation const& citation, Chunks const& chunks) {
    std::vector<std::string> names;
    NameSink sink{names};
    OutlineFeatures<NameSink> const surroundings(chunks);
    PartFeatures<NameSink> const features(citation, chunks, surroundings);
    std::vector<std::vector<std::string>> out;
    for (auto at = citation.first; at < citation.last; ++at) {
        names.clear();
        features.write(at, sink);
        out.push_back(names);
    }
    return out;
}

}  // namespace fonds
