// Which archive a name means: as it is, folded, former, with its city or its abbreviation beside it.
#include <algorithm>
#include <array>
#include <fonds/knowledge.hpp>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "knowledge/tables.hpp"

namespace fonds {
namespace {

constexpr double exact_score = 1.0;
constexpr double abbreviation_score = 0.97;  ///< spaces or dots differ
constexpr double folded_score = 0.9;
constexpr double bag_score = 0.8;
constexpr double former_discount = 0.95;
constexpr double city_bonus = 0.05;
constexpr double spelled_out_score = 0.95;
constexpr std::size_t longest_name = 400;  ///< bytes; no archive's name is longer
constexpr int most_places = 3;             ///< pieces behind commas that may be places

/// What a kind of archive is called, and how notes shorten it before the name of a place: "AD du Nord", "HStA
/// Stuttgart".
struct Kind {
    std::string_view shortened, name;  ///< folded
};
constexpr std::array<Kind, 22> kinds = {{{"ad", "archives departementales"},
                                         {"arch dep", "archives departementales"},
                                         {"arch depart", "archives departementales"},
                                         {"arch departementales", "archives departementales"},
                                         {"am", "archives municipales"},
                                         {"arch mun", "archives municipales"},
                                         {"sta", "staatsarchiv"},
                                         {"sta", "stadtarchiv"},
                                         {"stadta", "stadtarchiv"},
                                         {"stadta", "stadt und landesarchiv"},
                                         {"hsta", "hauptstaatsarchiv"},
                                         {"lha", "landeshauptarchiv"},
                                         {"la", "landesarchiv"},
                                         {"gla", "generallandesarchiv"},
                                         {"nla", "niedersachsisches landesarchiv"},
                                         {"ua", "universitatsarchiv"},
                                         {"as", "archivio di stato di"},
                                         {"ahp", "archivo historico provincial de"},
                                         {"ap", "archiwum panstwowe w"},
                                         {"soa", "statni oblastni archiv v"},
                                         {"soka", "statni okresni archiv"},
                                         {"djan", "directia judeteana a arhivelor nationale"}}};

class Identification {
  public:
    explicit Identification(KnowledgeTables const& tables) : tables_(tables) {}

    void look_up(std::string_view text, double weight) {
        text = trim(text);
        while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == '.'))
            text.remove_suffix(1);
        if (text.empty()) return;
        add(tables_.exact, fnv1a(text), exact_score * weight);
        add(tables_.exact, fnv1a(abbreviation_key(text)), abbreviation_score * weight);
        auto const key = name_key(text);
        add(tables_.folded, fnv1a(key), folded_score * weight);
        if (key.starts_with("the "))
            add(tables_.folded, fnv1a(std::string_view(key).substr(4)), folded_score * weight);
        if (key.find(' ') != key.npos) add(tables_.bags, bag_hash(key), bag_score * weight);
    }

    /// "AD du Nord": where one archive alone is called so in full.
    void look_up_spelled_out(std::string_view text) {
        auto const key = name_key(text);
        for (auto const& kind : kinds) {
            if (!key.starts_with(kind.shortened) || key.size() <= kind.shortened.size() ||
                key[kind.shortened.size()] != ' ')
                continue;
            auto const full = concat(kind.name, std::string_view(key).substr(kind.shortened.size()));
            add(tables_.folded, fnv1a(full), spelled_out_score);
            add(tables_.bags, bag_hash(full), spelled_out_score);
        }
        if (found_.size() > 1) found_.clear();
    }

    /// "AVP RF, Moscow" means the archive of that city and no other of the name.
    void prefer_city(std::string_view city) {
        auto const key = name_key(city);
        if (key.empty()) return;
        auto const lies_there = [&](ArchiveMatch const& match) {
            return name_key(match.archive->city).starts_with(key);
        };
        if (std::none_of(found_.begin(), found_.end(), lies_there)) return;
        std::erase_if(found_, [&](ArchiveMatch const& match) { return !lies_there(match); });
        for (auto& match : found_) match.score = std::min(1.0, match.score + city_bonus);
    }

    [[nodiscard]] bool empty() const { return found_.empty(); }

    std::vector<ArchiveMatch> take() {
        std::stable_sort(found_.begin(), found_.end(),
                         [](auto const& a, auto const& b) { return a.score > b.score; });
        return std::move(found_);
    }

  private:
    void add(KeyIndex const& index, std::uint64_t key, double score) {
        for (auto const& [_, id] : index.find(key)) {
            auto const& archive = tables_.archives[id.archive];
            auto const& name = archive.names[id.name];
            auto const is_same = [&](ArchiveMatch const& match) { return match.archive == &archive; };
            if (std::any_of(found_.begin(), found_.end(), is_same)) continue;
            found_.push_back({&archive, &name, name.to == 0 ? score : score * former_discount});
        }
    }

    KnowledgeTables const& tables_;
    std::vector<ArchiveMatch> found_;
};

}  // namespace

std::vector<ArchiveMatch> Knowledge::identify(std::string_view text) const {
    text = trim(text);
    if (text.empty() || text.size() > longest_name) return {};
    Identification found(tables());
    found.look_up(text, 1.0);
    if (found.empty()) found.look_up_spelled_out(text);
    // "Central State Archives (TsDA)": either part may be known.
    auto const open = text.find('(');
    auto const close = text.rfind(')');
    if (open != text.npos && close != text.npos && open < close && open > 0) {
        found.look_up(text.substr(0, open), 1.0);
        found.look_up(text.substr(open + 1, close - open - 1), 1.0);
    }
    // "National Archives, Washington": a place behind a comma.
    int places = 0;
    for (auto comma = text.rfind(',');
         found.empty() && comma != text.npos && comma > 0 && places < most_places;
         comma = text.rfind(',', comma - 1), ++places) {
        found.look_up(text.substr(0, comma), 0.95);
        found.prefer_city(text.substr(comma + 1));
    }
    return found.take();
}

}  // namespace fonds
