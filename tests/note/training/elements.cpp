// Prints the words of citations, or the chunks of notes, with their features, for tests/note/training.
//
// Notes on standard input (one JSON object a line), one JSON object a line out; spans are bytes:
// {"id", "works": [{"span", "chunks": [features, …], "tokens": [{"span", "chunk", "date"?, "rule", "settled",
// "features"}]}]}, where the features of a chunk are those of all its tokens; with --outline
// {"id", "chunks": [{"span", "features"}]}, and with --parts, where a note has the key "citations" with
// [first chunk, chunk behind the last, number of the kind] of each, {"id", "citations": [[features, …], …]}.

#include <boost/json.hpp>
#include <fonds/note_records.hpp>
#include <iostream>
#include <string_view>

#include "note/cover.hpp"
#include "note/lowering.hpp"
#include "note/outlined.hpp"
#include "note/word_fields.hpp"

namespace {

using namespace fonds;
namespace json = boost::json;

// train_outline.py knows these kinds of chunk by their numbers.
constexpr bool is_numbered(ChunkKind kind, int number) { return static_cast<int>(kind) == number; }
static_assert(is_numbered(ChunkKind::quote, 1) && is_numbered(ChunkKind::date, 2) &&
              is_numbered(ChunkKind::url, 6) && is_numbered(ChunkKind::provenance, 12) &&
              is_numbered(ChunkKind::publication, 13) && is_numbered(ChunkKind::thesis, 14) &&
              is_numbered(ChunkKind::accessed, 16));

json::array span_json(Span span) { return {span.begin, span.end}; }

json::array features_json(std::vector<std::vector<std::string>> const& all) {
    json::array out;
    for (auto const& names : all) out.emplace_back(json::value_from(names));
    return out;
}

json::object work_json(Candidate const& candidate, Chunks const& chunks, LoweredByRule const& lowered) {
    auto const words = citation_words(lowered.citation, lowered.settled, candidate, chunks);
    auto const features = word_features(words, chunks);
    json::array shared, tokens;
    for (auto const& names : features.chunks) shared.emplace_back(json::value_from(names));
    for (std::size_t at = 0; at < words.list.size(); ++at) {
        auto const& chunk = chunks.list[words.list[at].chunk];
        json::object token{{"span", span_json(chunks.tokens[words.first + at].span)},
                           {"chunk", words.list[at].chunk - candidate.first},
                           {"rule", words.list[at].rule},
                           {"settled", words.list[at].settled},
                           {"features", json::value_from(features.words[at])}};
        if (chunk.kind == ChunkKind::date && chunk.date >= 0)
            token["date"] = to_edtf(chunks.dates[static_cast<std::size_t>(chunk.date)]);
        tokens.push_back(std::move(token));
    }
    return {{"span", span_json(lowered.citation.span)},
            {"chunks", std::move(shared)},
            {"tokens", std::move(tokens)}};
}

json::array chunks_json(Chunks const& chunks) {
    json::array out;
    auto const features = outline_features(chunks);
    for (std::size_t i = 0; i < features.size(); ++i) {
        json::array names;
        for (auto const& feature : features[i]) names.emplace_back(feature);
        out.push_back({{"span", span_json(chunks.list[i].span)}, {"features", std::move(names)}});
    }
    return out;
}

json::array citations_json(json::value const& input, Chunks const& chunks) {
    json::array out;
    for (auto const& citation : input.at("citations").as_array()) {
        OutlinedCitation const outlined{citation.at(0).to_number<std::uint32_t>(),
                                        citation.at(1).to_number<std::uint32_t>(),
                                        static_cast<CitationKind>(citation.at(2).to_number<int>())};
        out.emplace_back(features_json(part_features(outlined, chunks)));
    }
    return out;
}

}  // namespace

int main(int count, char** arguments) {
    std::string_view const asked = count > 1 ? arguments[1] : "";
    auto const& lexicon = Lexicon::builtin();
    for (std::string line; std::getline(std::cin, line);) {
        auto const input = read_note_input(line);
        if (!input) continue;
        auto const chunks = chunk(input->note, lexicon);
        if (asked == "--parts") {
            std::cout << json::serialize(json::object{
                             {"id", input->id}, {"citations", citations_json(json::parse(line), chunks)}})
                      << '\n';
            continue;
        }
        if (asked == "--outline") {
            std::cout << json::serialize(json::object{{"id", input->id}, {"chunks", chunks_json(chunks)}})
                      << '\n';
            continue;
        }
        json::array works;
        for (auto const& candidate : best_cover(chunks).chosen) {
            works.push_back(work_json(candidate, chunks, lower_by_rule(candidate, chunks, lexicon)));
        }
        std::cout << json::serialize(json::object{{"id", input->id}, {"works", std::move(works)}}) << '\n';
    }
}
