// The works that a manuscript's notes cite in full, each once.

#include <fonds/note.hpp>
#include <unordered_map>

#include "base/unicode.hpp"

namespace fonds {
namespace {

/// What makes two citations one work: its address in the digital archive, or title, writer, date and place.
std::string identity(Citation const& citation) {
    auto const& item = citation.item;
    auto const& reference = item.reference;
    if (!reference.document_id.empty()) return "document " + reference.document_id;
    std::string out(to_string(item.type));
    for (auto const variable : {Variable::title, Variable::container_title, Variable::volume, Variable::issue, Variable::number})
        out += '\n' + fold(item.text(variable));
    for (auto const variable : {Variable::author, Variable::recipient, Variable::editor})
        if (auto const* names = item.names.find(variable))
            for (auto const& name : *names) out += '\n' + fold(display(name));
    if (auto const* date = item.dates.find(Variable::issued)) out += '\n' + to_edtf(*date);
    out += '\n' + reference.repository;
    for (auto const& level : reference.levels)
        if (level.hierarchy != Hierarchy::part) out += '\n' + level.level + ' ' + level.value;
    return out;
}

std::string key_of(Item const& item) {
    std::string out;
    for (auto const variable : {Variable::author, Variable::editor})
        if (auto const* names = item.names.find(variable); names && !names->empty() && out.empty())
            out = fold(names->front().family.empty() ? names->front().literal : names->front().family);
    if (out.empty()) out = fold(item.text(Variable::title));
    if (out.empty()) out = fold(item.reference.repository);
    std::string key;
    for (char const c : out) {
        if (key.size() >= 16 || (c == ' ' && key.size() >= 8)) break;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
    }
    if (key.empty()) key = "item";
    if (auto const* date = item.dates.find(Variable::issued); date && date->start.year != 0)
        key += std::to_string(date->start.year);
    return key;
}

}  // namespace

Items cited_items(std::vector<ParsedNote> const& notes) {
    Items out;
    std::unordered_map<std::string, std::size_t> known;
    std::unordered_map<std::string, int> keys;
    for (auto const& note : notes)
        for (auto const& citation : note.citations) {
            if (citation.kind == CitationKind::short_form || citation.kind == CitationKind::ibid ||
                citation.kind == CitationKind::unparsed)
                continue;
            if (!known.try_emplace(identity(citation), out.size()).second) continue;
            auto item = citation.item;
            auto const key = key_of(item);
            auto const count = keys[key]++;
            item.id = count == 0 ? key : key + static_cast<char>('a' + (count - 1) % 26) + (count > 26 ? std::to_string(count / 26) : "");
            out.push_back(std::move(item));
        }
    return out;
}

}  // namespace fonds
