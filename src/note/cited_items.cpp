// The works that a manuscript's notes cite in full, each once.

#include <fonds/note.hpp>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/unicode.hpp"
#include "knowledge/title_language.hpp"

namespace fonds {
namespace {

/// What makes two items one work: its address in the digital archive, or title, writer, date and place;
/// without a title also its address and its kind.
std::string identity(Item const& item) {
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

/// Where an item comes from.
enum class Origin {
    typed,
    field,  ///< the record of a reference manager
    key,    ///< the record of a key, or the key alone
};

/// One work of a citation.
struct Cited {
    Item const& item;
    Origin origin;
};

/// The works that a citation cites in full, mostly one. A reference manager's record is beside a short form
/// too.
std::vector<Cited> works_of(Citation const& citation) {
    std::vector<Cited> works;
    for (auto const& record : citation.records) works.push_back({record, Origin::field});
    if (works.empty() && cites_in_full(citation))
        works.push_back({citation.item, citation.is_by_key() ? Origin::key : Origin::typed});
    return works;
}

/// Tells works apart. One by a key is that key's; typed in full elsewhere it is the same work.
class Works {
  public:
    struct Place {
        std::size_t position = 0;
        bool is_new = false;
        bool is_record_of_known = false;  ///< a record of what was only typed so far
    };

    Place place_of(Cited const& cited) {
        bool const is_record = cited.origin != Origin::typed;
        auto const content = identity(cited.item);
        auto const [typed, is_untyped] = by_content_.try_emplace(content, are_records_.size());
        auto position = typed->second;
        if (cited.origin == Origin::key) {
            // Another record that looks alike is another work.
            if (!is_untyped && are_records_[position]) position = are_records_.size();
            // So is one of another bibliography with the same key.
            auto key = cited.item.id + '\n' + content;
            position = by_key_.try_emplace(std::move(key), position).first->second;
        }
        Place place{position, position == are_records_.size(), false};
        if (place.is_new) are_records_.push_back(is_record);
        place.is_record_of_known = is_record && !are_records_[position];
        if (is_record) are_records_[position] = true;
        return place;
    }

  private:
    std::unordered_map<std::string, std::size_t> by_content_;
    std::unordered_map<std::string, std::size_t> by_key_;
    std::vector<bool> are_records_;
};

/// Gives ids to works that were typed and to records of reference managers, whose own ids are numbers of a
/// data base; those of other records are their keys and taken.
class IdGiver {
  public:
    IdGiver(std::vector<ParsedNote> const& notes, std::vector<EmbeddedCitation> const& in_text) {
        for (auto const& note : notes)
            for (auto const& citation : note.citations)
                for (auto const& cited : works_of(citation)) take(cited);
        for (auto const& citation : in_text)
            for (auto const& item : citation.items)
                take({item, citation.is_by_key() ? Origin::key : Origin::field});
    }

    std::string id_of(Cited const& cited) {
        if (auto const own = own_key(cited); !own.empty()) return std::string(own);
        auto const key = key_of(cited.item);
        for (;;) {
            auto const count = counts_[key]++;
            auto id = count == 0 ? key
                                 : key + static_cast<char>('a' + (count - 1) % 26) +
                                       (count > 26 ? std::to_string(count / 26) : "");
            if (!taken_.contains(id)) return id;
        }
    }

  private:
    // A reference manager may know the key of a work in bibliographies.
    static std::string_view own_key(Cited const& cited) {
        if (cited.origin == Origin::key) return cited.item.id;
        return cited.origin == Origin::field ? cited.item.text(Variable::citation_key) : std::string_view();
    }

    void take(Cited const& cited) {
        if (auto const key = own_key(cited); !key.empty()) taken_.emplace(key);
    }

    std::unordered_map<std::string, int> counts_;
    std::unordered_set<std::string> taken_;
};

Item work_of(Cited const& cited, IdGiver& ids) {
    auto item = cited.item;
    // Without it a style capitalises a German title as if it were English.
    if (auto const language = title_language(item); language.is_sure)
        item.texts.set(Variable::language, std::string(language.code));
    item.id = ids.id_of(cited);
    return item;
}

}  // namespace

std::vector<std::vector<std::size_t>> cited_positions(std::vector<ParsedNote> const& notes) {
    std::vector<std::vector<std::size_t>> out;
    Works works;
    for (auto const& note : notes) {
        auto& positions = out.emplace_back();
        for (auto const& citation : note.citations) {
            auto position = no_index;
            for (auto const& cited : works_of(citation)) {
                auto const place = works.place_of(cited);
                if (position == no_index) position = place.position;
            }
            if (auto const& link = citation.refers_to; position == no_index && link &&
                                                       link->note < out.size() &&
                                                       link->citation < out[link->note].size())
                position = out[link->note][link->citation];
            positions.push_back(position);
        }
    }
    return out;
}

Items cited_items(std::vector<ParsedNote> const& notes, std::vector<EmbeddedCitation> const& in_text) {
    Items out;
    Works works;
    IdGiver ids(notes, in_text);
    auto const add = [&](Cited const& cited) {
        auto const place = works.place_of(cited);
        if (place.is_new) out.push_back(work_of(cited, ids));
        else if (place.is_record_of_known) out[place.position] = work_of(cited, ids);
    };
    for (auto const& note : notes)
        for (auto const& citation : note.citations)
            for (auto const& cited : works_of(citation)) add(cited);
    for (auto const& embedded : in_text)
        for (auto const& item : embedded.items)
            add({item, embedded.is_by_key() ? Origin::key : Origin::field});
    return out;
}

}  // namespace fonds
