// Reads gold notes into parsed notes.
#include "note/gold_notes.hpp"

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "base/text.hpp"
#include "wire/json.hpp"

namespace fonds::test {
namespace {

std::string text_of(json::Value const& value, std::string_view key) {
    auto const* found = value.find(key);
    auto const text = found ? found->text() : std::nullopt;
    return text ? std::string(*text) : std::string();
}

CitationKind kind_of_citation(std::string_view name) {
    for (auto const kind : {CitationKind::archival, CitationKind::published, CitationKind::web,
                            CitationKind::short_form, CitationKind::ibid})
        if (to_string(kind) == name) return kind;
    return CitationKind::unparsed;
}

void read_names(Citation& citation, json::Value const& work, std::string_view key, Variable variable) {
    auto const* list = work.find(key);
    if (!list || !list->array()) return;
    Names names;
    for (auto const& entry : *list->array()) {
        Name name;
        name.family = text_of(entry, "family");
        name.given = text_of(entry, "given");
        name.literal = text_of(entry, "literal");
        names.push_back(std::move(name));
    }
    if (!names.empty()) citation.item.names.set(variable, std::move(names));
}

Citation read_work(json::Value const& work, std::string_view note, std::size_t& from) {
    Citation citation;
    auto const text = text_of(work, "span");
    auto const at = note.find(text, from);
    if (at != std::string_view::npos) citation.span = {at, at + text.size()};
    from = citation.span.end;
    citation.kind = kind_of_citation(text_of(work, "kind"));
    for (auto const& [key, variable] : {std::pair{"author", Variable::author},
                                        {"editor", Variable::editor},
                                        {"recipient", Variable::recipient}})
        read_names(citation, work, key, variable);
    for (auto const key : {"title", "container-title", "volume-title", "collection-title", "volume",
                           "publisher", "publisher-place", "URL", "number", "page"})
        if (auto const value = text_of(work, key); !value.empty())
            if (auto const variable = find_variable(key)) citation.item.texts.set(*variable, value);
    if (auto const date = parse_edtf(text_of(work, "issued")))
        citation.item.dates.set(Variable::issued, *date);
    citation.item.reference.repository = text_of(work, "archive");
    if (auto const* levels = work.find("archive_levels"); levels && levels->array())
        for (auto const& level : *levels->array())
            citation.item.reference.levels.push_back(
                {text_of(level, "level"), {}, text_of(level, "value"), Hierarchy::intellectual});
    return citation;
}

}  // namespace

std::vector<GoldNote> parse_gold(std::string_view text) {
    std::vector<GoldNote> out;
    for (auto const line : split(text, '\n')) {
        if (line.empty()) continue;
        auto const value = json::read(line);
        if (!value) continue;
        GoldNote gold;
        gold.single.note.id = text_of(*value, "id");
        gold.single.note.text = text_of(*value, "note");
        std::size_t from = 0;
        if (auto const* works = value->find("works"); works && works->array())
            for (auto const& work : *works->array()) {
                gold.single.note.citations.push_back(read_work(work, gold.single.note.text, from));
                gold.single.location_ibid.push_back(false);
                gold.refers_to.push_back(text_of(work, "refers_to"));
            }
        out.push_back(std::move(gold));
    }
    return out;
}

std::vector<GoldNote> read_gold(std::string const& path) {
    auto const bytes = read_file(path);
    return bytes ? parse_gold(*bytes) : std::vector<GoldNote>();
}

std::vector<std::string> gold_files(std::string const& folder) {
    std::vector<std::string> out;
    std::error_code error;
    for (auto const& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".jsonl") out.push_back(entry.path().string());
    std::sort(out.begin(), out.end());
    return out;
}

std::string written(CitationLink const& link) {
    return concat(link.note_id, "#", std::to_string(link.citation + 1));
}

}  // namespace fonds::test
