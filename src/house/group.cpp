// A bibliography split by kind of source and grouped by archive.
#include <algorithm>
#include <map>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "house/location.hpp"
#include "house/repository.hpp"
#include "house/words.hpp"

namespace fonds {
namespace {

/// Phrases that titles of editions of documents have.
std::vector<std::string_view> const& edition_phrases() {
    static auto const phrases = embedded_list("vocabulary/document-editions.txt");
    return phrases;
}

enum class Kind { archival, printed, interview, literature };

bool is_document_edition(Item const& item) {
    for (auto const variable :
         {Variable::title, Variable::container_title, Variable::collection_title, Variable::volume_title}) {
        auto const title = to_lower(item.text(variable));
        for (auto const phrase : edition_phrases())
            if (title.find(phrase) != std::string::npos) return true;
    }
    return false;
}

Kind kind_of(Item const& item) {
    if (!item.reference.repository.empty() || !item.reference.levels.empty() ||
        item.texts.find(Variable::archive) || item.texts.find(Variable::archive_location) ||
        item.type == ItemType::manuscript)
        return Kind::archival;
    switch (item.type) {
        case ItemType::interview:
        case ItemType::personal_communication: return Kind::interview;
        case ItemType::article_newspaper:
        case ItemType::bill:
        case ItemType::hearing:
        case ItemType::legal_case:
        case ItemType::legislation:
        case ItemType::regulation:
        case ItemType::treaty: return Kind::printed;
        default: return is_document_edition(item) ? Kind::printed : Kind::literature;
    }
}

/// "Russian State Archive of Contemporary History (RGANI), Moscow", or the words of the item.
std::string archive_heading(Item const& item, Archive const* archive, HouseForm::Data const& form,
                            Knowledge const& knowledge) {
    if (!archive) {
        if (!item.reference.repository.empty()) return capitalised(item.reference.repository);
        if (auto const text = item.text(Variable::archive); !text.empty()) return std::string(text);
        return std::string(
            form.word(item.reference.provenance_note.empty() ? "heading.unknown" : "heading.personal"));
    }
    auto const* how = form.setting(keeper_of(item.reference, knowledge).scheme, &FormSection::repository);
    auto const written = write_repository(item.reference, archive, how ? *how : RepositoryName::as_written);
    auto const names = names_beside(*archive, written);
    std::string heading(names.full.empty() ? archive->name : names.full);
    if (!names.abbreviation.empty() && names.abbreviation != heading)
        heading += concat(" (", names.abbreviation, ")");
    // City names are English: forms of other languages leave them out.
    if (!archive->city.empty() && heading.find(archive->city) == std::string::npos)
        heading += replace_all(form.word("heading.city"), "{}", archive->city);
    return heading;
}

/// The outermost levels, by which archives are asked for: the fond, the record group, the collection.
std::string fonds_heading(Item const& item, HouseForm const& form, Knowledge const& knowledge) {
    auto const* scheme = knowledge.scheme(keeper_of(item.reference, knowledge).scheme);
    auto reference = item.reference;
    reference.levels = outermost_first(reference.levels, scheme);
    std::erase_if(reference.levels,
                  [](auto const& level) { return level.hierarchy != Hierarchy::intellectual; });
    if (reference.levels.size() > 1) reference.levels.resize(1);
    return write_location(reference, form, knowledge);
}

/// Groups `items` by the heading that `heading_of` gives each, the headings sorted.
template <class HeadingOf>
std::vector<BibliographyGroup> group_by(std::vector<std::size_t> const& items, HeadingOf const& heading_of) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> by_heading;
    for (auto const index : items) {
        auto heading = heading_of(index);
        by_heading[{fold(heading), heading}].push_back(index);
    }
    std::vector<BibliographyGroup> groups;
    for (auto& [key, members] : by_heading) groups.push_back({key.second, std::move(members), {}});
    return groups;
}

/// An archive may be written in several ways: its heading is the one of the item that comes first.
class ArchiveHeadings {
  public:
    ArchiveHeadings(Items const& items, HouseForm::Data const& form, Knowledge const& knowledge)
        : items_(items), form_(form), knowledge_(knowledge) {}

    std::string operator()(std::size_t index) {
        auto const& item = items_[index];
        auto const* archive = keeper_of(item.reference, knowledge_).archive;
        if (!archive) return archive_heading(item, nullptr, form_, knowledge_);
        auto const [at, is_new] = headings_.try_emplace(archive);
        if (is_new) at->second = archive_heading(item, archive, form_, knowledge_);
        return at->second;
    }

  private:
    Items const& items_;
    HouseForm::Data const& form_;
    Knowledge const& knowledge_;
    std::map<Archive const*, std::string> headings_;
};

/// Items of a group that have no heading of their own stay in the group itself.
void split_group(BibliographyGroup& group, std::vector<BibliographyGroup> parts) {
    group.items.clear();
    for (auto& part : parts) {
        if (part.heading.empty()) group.items = std::move(part.items);
        else group.groups.push_back(std::move(part));
    }
}

}  // namespace

std::vector<BibliographyGroup> group_bibliography(Items const& items, HouseForm const& form,
                                                  Grouping grouping, Knowledge const& knowledge) {
    auto const& data = form.data();
    std::vector<BibliographyGroup> groups;
    for (auto const& [kind, heading] :
         {std::pair{Kind::archival, "heading.archives"}, std::pair{Kind::printed, "heading.printed"},
          std::pair{Kind::interview, "heading.interviews"},
          std::pair{Kind::literature, "heading.literature"}}) {
        BibliographyGroup group{std::string(data.word(heading)), {}, {}};
        for (std::size_t i = 0; i < items.size(); ++i)
            if (kind_of(items[i]) == kind) group.items.push_back(i);
        if (group.items.empty()) continue;
        if (kind == Kind::archival && grouping != Grouping::kind) {
            ArchiveHeadings headings(items, data, knowledge);
            split_group(group, group_by(group.items, [&](std::size_t index) { return headings(index); }));
            if (grouping == Grouping::fonds)
                for (auto& archive : group.groups)
                    split_group(archive, group_by(archive.items, [&](std::size_t index) {
                                    return fonds_heading(items[index], form, knowledge);
                                }));
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace fonds
