// Finds what a short form, an ibid. or a back reference stands for; every link tells why.

#include "note/resolve.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/lexicon.hpp"

namespace fonds {
namespace {

using std::string_view;

std::string family_of(Item const& item) {
    for (auto const variable : {Variable::author, Variable::editor}) {
        auto const* names = item.names.find(variable);
        if (!names || names->empty()) continue;
        auto const& name = names->front();
        auto family = name.family.empty() ? name.literal : name.family;
        auto const space = family.rfind(' ');
        return fold_word(space == std::string::npos ? family : family.substr(space + 1));
    }
    return {};
}

/// A title for comparing: words folded, without articles, one space between.
std::string folded_title(string_view title) {
    std::string out;
    for (auto const word : split(title, ' ')) {
        auto folded = fold(word);
        std::erase_if(folded, [](char c) {
            return c == '.' || c == ',' || c == ':' || c == ';' || c == '"' || c == '\'' || c == '(' || c == ')';
        });
        if (folded.empty() || folded == "the" || folded == "a" || folded == "an" || folded == "der" || folded == "die" || folded == "das") continue;
        if (!out.empty()) out += ' ';
        out += folded;
    }
    return out;
}

/// A short title's words stand in the full title: all of them, as a piece or in order.
bool stands_in(string_view short_title, string_view full_title) {
    if (short_title.empty() || full_title.empty()) return false;
    if (full_title.find(short_title) != string_view::npos) return true;
    std::size_t at = 0, found = 0, words = 0;
    for (auto const word : split(short_title, ' ')) {
        ++words;
        auto const next = full_title.find(word, at);
        if (next == string_view::npos) continue;
        at = next + word.size();
        ++found;
    }
    return words >= 2 && found * 5 >= words * 4;
}

std::string date_of(Item const& item) {
    auto const* date = item.dates.find(Variable::issued);
    return date ? to_edtf(*date) : std::string();
}

}  // namespace

CitationLink Resolver::link_to(Memory const& memory, std::string relation, std::string reason, double confidence) {
    CitationLink link;
    link.note = memory.note;
    link.note_id = memory.note_id;
    link.citation = memory.citation;
    link.relation = std::move(relation);
    link.reason = std::move(reason);
    link.confidence = confidence;
    return link;
}

void Resolver::resolve(SingleNote& single, string_view name) {
    auto& manuscript = manuscripts_[std::string(name)];
    auto& note = single.note;
    auto const index = manuscript.notes;
    manuscript.note_ids.push_back(note.id);
    for (std::size_t i = 0; i < note.citations.size(); ++i) {
        auto& citation = note.citations[i];
        if (citation.refers_to && citation.refers_to->relation == "same-location") {
            citation.refers_to->note = index;
            citation.refers_to->note_id = note.id;
        } else if (citation.kind == CitationKind::ibid || single.location_ibid[i]) {
            link_ibid(citation, i, single, manuscript);
        } else if (citation.family == "back-reference") {
            link_note(citation, manuscript);
        } else if (citation.kind == CitationKind::short_form) {
            link_short(citation, manuscript);
        }
        remember(citation, i, note, manuscript);
    }
    manuscript.last_note_citations = note.citations.size();
    ++manuscript.notes;
}

void Resolver::link_ibid(Citation& citation, std::size_t index, SingleNote const&, Manuscript& manuscript) const {
    if (!manuscript.has_last) return;
    bool const unsafe = index == 0 && manuscript.last_note_citations > 1;
    bool const location = citation.kind == CitationKind::archival;
    citation.refers_to = link_to(manuscript.last, location ? "same-location" : "ibid",
                                 index > 0 ? "ibid. stands for the work before it in the note"
                                 : unsafe  ? "ibid. stands for the last work of the note before, which has several"
                                           : "ibid. stands for the work of the note before",
                                 unsafe ? 0.6 : 0.95);
}

void Resolver::link_short(Citation& citation, Manuscript& manuscript) const {
    auto const family = family_of(citation.item);
    auto const title = folded_title(citation.item.text(Variable::title));
    auto const found = manuscript.by_family.find(family);
    Memory const* best = nullptr;
    double sure = 0;
    if (found != manuscript.by_family.end())
        for (auto position = found->second.rbegin(); position != found->second.rend(); ++position) {
            if (*position < manuscript.dropped) break;
            auto const& memory = manuscript.memory[*position - manuscript.dropped];
            double const fit = title.empty() ? 0.6 : stands_in(title, memory.title) ? 0.97 : 0;
            if (fit > sure) {
                sure = fit;
                best = &memory;
            }
            if (sure > 0.9) break;
        }
    if (!best && family.empty() && !title.empty())
        for (auto memory = manuscript.memory.rbegin(); memory != manuscript.memory.rend() && memory - manuscript.memory.rbegin() < 400; ++memory)
            if (stands_in(title, memory->title)) {
                best = &*memory;
                sure = 0.8;
                break;
            }
    if (best)
        citation.refers_to = link_to(*best, "short-title",
                                     title.empty() ? "the only work of that author cited before"
                                                   : "author and title are those of a work cited in full before",
                                     sure);
}

/// "as cited in note 2 above": the note by its number in the manuscript, then the document that fits.
void Resolver::link_note(Citation& citation, Manuscript& manuscript) const {
    auto const number = citation.item.text(Variable::first_reference_note_number);
    if (!is_all_digits(number) || number.size() > 6) return link_short(citation, manuscript);
    auto const wanted = static_cast<std::size_t>(std::stoul(std::string(number)));
    auto const title = folded_title(citation.item.text(Variable::title));
    auto const date = date_of(citation.item);
    Memory const* best = nullptr;
    auto const suffix = "-" + std::string(number);
    for (auto const& memory : manuscript.memory) {
        bool const there = memory.note + 1 == wanted || memory.note_id == number ||
                           std::string_view(memory.note_id).ends_with(suffix);
        if (!there) continue;
        bool const fits = (!date.empty() && memory.date == date) || stands_in(title, memory.title);
        if (!best || fits) best = &memory;
        if (fits) break;
    }
    if (best) citation.refers_to = link_to(*best, "cited-above", "the note named holds it", 0.95);
}

void Resolver::remember(Citation const& citation, std::size_t index, ParsedNote const& note, Manuscript& manuscript) {
    Memory memory;
    memory.note = manuscript.notes;
    memory.note_id = note.id;
    memory.citation = index;
    memory.full = citation.kind != CitationKind::short_form && citation.kind != CitationKind::ibid;
    if (!memory.full && citation.refers_to) {
        memory.note = citation.refers_to->note;
        memory.note_id = citation.refers_to->note_id;
        memory.citation = citation.refers_to->citation;
    }
    manuscript.last = memory;
    manuscript.has_last = true;
    if (!memory.full) return;
    memory.family = family_of(citation.item);
    memory.title = folded_title(citation.item.text(Variable::title));
    memory.date = date_of(citation.item);
    manuscript.by_family[memory.family].push_back(manuscript.dropped + manuscript.memory.size());
    manuscript.memory.push_back(std::move(memory));
    if (manuscript.memory.size() > remembered_citations) {
        auto const& oldest = manuscript.memory.front();
        auto& positions = manuscript.by_family[oldest.family];
        if (!positions.empty()) positions.erase(positions.begin());
        manuscript.memory.pop_front();
        ++manuscript.dropped;
    }
}

}  // namespace fonds
