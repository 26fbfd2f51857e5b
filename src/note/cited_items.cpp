// The works that a manuscript's notes cite in full, each once.

#include <fonds/note.hpp>
#include <unordered_map>

#include "base/unicode.hpp"
#include "knowledge/title_language.hpp"

namespace fonds {
namespace {

/// What makes two citations one work: its address in the digital archive, or title, writer, date and place;
/// without a title also its address and its kind.
std::string identity(Citation const& citation) {
    auto const& item = citation.item;
    auto const& reference = item.reference;
    if (!reference.document_id.empty()) return "document " + reference.document_id;
    std::string out(to_string(item.type));
    for (auto const variable :
         {Variable::title, Variable::container_title, Variable::volume, Variable::issue, Variable::number})
        out += '\n' + fold(item.text(variable));
    for (auto const variable : {Variable::author, Variable::recipient, Variable::editor})
        if (auto const* names = item.names.find(variable))
            for (auto const& name : *names) out += '\n' + fold(display(name));
    if (auto const* date = item.dates.find(Variable::issued)) out += '\n' + to_edtf(*date);
    if (item.text(Variable::title).empty())
        for (auto const variable : {Variable::genre, Variable::URL, Variable::DOI})
            out += '\n' + std::string(item.text(variable));
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

bool cites_in_full(Citation const& citation) {
    return citation.kind != CitationKind::short_form && citation.kind != CitationKind::ibid &&
           citation.kind != CitationKind::unparsed;
}

}  // namespace

std::vector<std::vector<std::size_t>> cited_positions(std::vector<ParsedNote> const& notes) {
    std::vector<std::vector<std::size_t>> out;
    std::unordered_map<std::string, std::size_t> known;
    for (auto const& note : notes) {
        auto& positions = out.emplace_back();
        for (auto const& citation : note.citations) {
            auto position = no_note;
            if (cites_in_full(citation))
                position = known.try_emplace(identity(citation), known.size()).first->second;
            else if (auto const& link = citation.refers_to;
                     link && link->note < out.size() && link->citation < out[link->note].size())
                position = out[link->note][link->citation];
            positions.push_back(position);
        }
    }
    return out;
}

Items cited_items(std::vector<ParsedNote> const& notes) {
    Items out;
    std::unordered_map<std::string, std::size_t> known;
    std::unordered_map<std::string, int> keys;
    for (auto const& note : notes)
        for (auto const& citation : note.citations) {
            if (!cites_in_full(citation)) continue;
            if (!known.try_emplace(identity(citation), out.size()).second) continue;
            auto item = citation.item;
            // Without it a style capitalises a German title as if it were English.
            if (auto const language = title_language(item); language.is_sure)
                item.texts.set(Variable::language, std::string(language.code));
            auto const key = key_of(item);
            auto const count = keys[key]++;
            item.id = count == 0 ? key
                                 : key + static_cast<char>('a' + (count - 1) % 26) +
                                       (count > 26 ? std::to_string(count / 26) : "");
            out.push_back(std::move(item));
        }
    return out;
}

}  // namespace fonds
