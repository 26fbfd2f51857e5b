#include "note/german_cases.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/lexicon.hpp"

namespace fonds {

using std::string_view;

std::string german_nominative(string_view family) {
    constexpr std::size_t shortest = 5;
    constexpr std::array own_endings = {string_view{"ss"}, string_view{"us"}, string_view{"as"},
                                        string_view{"is"}, string_view{"os"}, string_view{"es"},
                                        string_view{"ens"}};
    constexpr std::array own = {string_view{"Fuchs"}, string_view{"Sachs"}, string_view{"Wachs"},
                                string_view{"Dachs"}, string_view{"Luchs"}};
    bool const inflected = family.size() >= shortest && family.ends_with('s') &&
                           std::none_of(own_endings.begin(), own_endings.end(),
                                        [&](string_view ending) { return family.ends_with(ending); }) &&
                           !contains(own, family);
    return std::string(family.substr(0, family.size() - (inflected ? 1 : 0)));
}

void drop_genitive_sign(Names* names) {
    if (!names || names->size() != 1) return;
    auto& name = names->front();
    auto& family = name.family.empty() ? name.literal : name.family;
    for (string_view const sign : {"'", "\u2019"})
        if (family.ends_with(sign)) return family.resize(family.size() - sign.size());
}

void set_german_nominative(Names* names) {
    if (!names || names->size() != 1) return;
    auto& name = names->front();
    auto& family = name.family.empty() ? name.literal : name.family;
    family = german_nominative(family);
}

std::string german_office(string_view genitive) {
    struct Ending {
        string_view genitive, nominative;
    };
    constexpr std::array endings = {Ending{"amtes", "amt"},        Ending{"amts", "amt"},
                                    Ending{"iums", "ium"},         Ending{"ministers", "minister"},
                                    Ending{"kanzlers", "kanzler"}, Ending{"kabinetts", "kabinett"}};
    for (auto const& ending : endings)
        if (genitive.ends_with(ending.genitive) && genitive != ending.genitive)
            return concat(genitive.substr(0, genitive.size() - ending.genitive.size()), ending.nominative);
    return std::string(genitive);
}

std::string german_office_in_nominative(string_view genitive, bool strong) {
    constexpr std::array neuter = {string_view{"amt"},    string_view{"ium"},       string_view{"kabinett"},
                                   string_view{"büro"},   string_view{"komitee"},   string_view{"institut"},
                                   string_view{"archiv"}, string_view{"präsidium"}, string_view{"kommando"}};
    std::vector<string_view> adjectives;  // "Auswärtige"
    auto rest = genitive;
    for (;;) {
        auto const space = std::min(rest.find(' '), rest.size());
        auto const word = rest.substr(0, space), behind = rest.substr(space);
        if (word.empty() || !is_upper(decode(word, 0).value)) return {};
        if (word.ends_with("en") && behind.size() > 1 && is_upper(decode(behind, 1).value)) {
            adjectives.push_back(word.substr(0, word.size() - 1));
            rest = behind.substr(1);
            continue;
        }
        auto noun = std::string(word);
        if (strong) noun = german_office(word);
        if (strong && noun == word && word.ends_with('s') && !word.ends_with("ss")) noun.pop_back();
        bool const by_letters = has_upper_after(word, 1);  // "des ZK der SED"
        if (strong && noun == word && !by_letters) return {};
        bool const is_neuter = std::any_of(neuter.begin(), neuter.end(), [&](string_view ending) {
            return fold_word(noun).ends_with(ending);
        });
        std::string out;
        for (auto const adjective : adjectives)
            out += concat(adjective, !strong ? " " : is_neuter ? "s " : "r ");
        return out + noun + std::string(behind);
    }
}

bool is_german_rank_in_genitive(string_view word) {
    constexpr std::array endings = {
        string_view{"direktors"}, string_view{"rats"},         string_view{"rates"},
        string_view{"ministers"}, string_view{"präsidenten"},  string_view{"sekretärs"},
        string_view{"kanzlers"},  string_view{"botschafters"}, string_view{"gesandten"},
        string_view{"konsuls"},   string_view{"kommissars"},   string_view{"führers"},
        string_view{"leiters"},   string_view{"referenten"},   string_view{"statthalters"},
        string_view{"bischofs"},  string_view{"marschalls"},   string_view{"beauftragten"}};
    auto const small = fold_word(word);
    if (std::any_of(endings.begin(), endings.end(),
                    [&](string_view ending) { return small.ends_with(ending); }))
        return true;
    for (string_view const ending : {"s", "es", "en", "n"}) {
        if (!small.ends_with(ending) || small.size() < ending.size() + 3) continue;
        auto const stem = string_view(small).substr(0, small.size() - ending.size());
        if (Lexicon::builtin().is_any(hash_word(stem), mask(WordClass::rank))) return true;
    }
    return false;
}

}  // namespace fonds
