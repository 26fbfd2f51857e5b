// Prints the elements of archival citations, or the chunks of notes, with their features, for
// tests/note/training/train_roles.py.
//
// Notes on standard input (one JSON object a line), one JSON object a line out; spans are bytes:
// {"id", "works": [{"span", "elements": [{"span", "rule", "settled", "features"}]}]}, with --outline
// {"id", "chunks": [{"span", "features"}]}, and with --parts, where a note has the key "citations" with
// [first chunk, chunk behind the last, number of the kind] of each, {"id", "citations": [[features, …], …]}.

#include <boost/json.hpp>
#include <fonds/note_records.hpp>
#include <iostream>
#include <string_view>

#include "note/cover.hpp"
#include "note/element_roles.hpp"
#include "note/lowering.hpp"
#include "note/outlined.hpp"

namespace {

using namespace fonds;
namespace json = boost::json;

json::array span_json(Span span) { return {span.begin, span.end}; }

json::object work_json(Candidate const& candidate, Chunks const& chunks, LoweredByRule const& lowered) {
    auto const elements = citation_elements(lowered.citation, lowered.settled, candidate, chunks);
    json::array out;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        json::array features;
        for (auto const& feature : element_features(elements, i, chunks)) features.emplace_back(feature);
        out.push_back({{"span", span_json(elements[i].span)},
                       {"rule", elements[i].rule},
                       {"settled", elements[i].settled},
                       {"features", std::move(features)}});
    }
    return {{"span", span_json(lowered.citation.span)}, {"elements", std::move(out)}};
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
        json::array features;
        for (auto const& names : part_features(outlined, chunks))
            features.emplace_back(json::value_from(names));
        out.emplace_back(std::move(features));
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
            auto const lowered = lower_by_rule(candidate, chunks, lexicon);
            if (lowered.citation.kind == CitationKind::archival)
                works.push_back(work_json(candidate, chunks, lowered));
        }
        std::cout << json::serialize(json::object{{"id", input->id}, {"works", std::move(works)}}) << '\n';
    }
}
