// Prints the elements of archival citations with their features, for tests/note/training/train.py.
//
// Notes on standard input (one JSON object a line), one JSON object a line out:
// {"id", "works": [{"span", "elements": [{"span", "rule", "settled", "features"}]}]}; spans are bytes.

#include <boost/json.hpp>
#include <fonds/note_records.hpp>
#include <iostream>

#include "note/cover.hpp"
#include "note/element_roles.hpp"
#include "note/lowering.hpp"

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

}  // namespace

int main() {
    auto const& lexicon = Lexicon::builtin();
    for (std::string line; std::getline(std::cin, line);) {
        auto const input = read_note_input(line);
        if (!input) continue;
        auto const chunks = chunk(input->note, lexicon);
        json::array works;
        for (auto const& candidate : best_cover(chunks).chosen) {
            auto const lowered = lower_by_rule(candidate, chunks, lexicon);
            if (lowered.citation.kind == CitationKind::archival)
                works.push_back(work_json(candidate, chunks, lowered));
        }
        std::cout << json::serialize(json::object{{"id", input->id}, {"works", std::move(works)}}) << '\n';
    }
}
