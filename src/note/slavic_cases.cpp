#include "note/slavic_cases.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.hpp"

namespace fonds {
namespace {

using std::string_view;

struct Ending {
    string_view written, nominative;
};

// The first that fits counts: the longer before the shorter.
constexpr std::array genitives = {
    Ending{"ского", "ский"}, Ending{"цкого", "цкий"}, Ending{"ького", "ький"}, Ending{"ого", "ой"},
    Ending{"его", "ий"},     Ending{"овой", "ова"},   Ending{"евой", "ева"},   Ending{"ёвой", "ёва"},
    Ending{"иной", "ина"},   Ending{"ской", "ская"},  Ending{"цкой", "цкая"},  Ending{"ии", "ия"},
    Ending{"ия", "ий"},      Ending{"ая", "ай"},      Ending{"ея", "ей"},      Ending{"ья", "ий"},
    Ending{"ля", "ль"},      Ending{"ря", "рь"},      Ending{"ны", "на"},      Ending{"ры", "ра"},
    Ending{"лы", "ла"},      Ending{"бы", "ба"},      Ending{"вы", "ва"},      Ending{"ды", "да"}};
constexpr std::array datives = {
    Ending{"скому", "ский"}, Ending{"цкому", "цкий"}, Ending{"ькому", "ький"}, Ending{"ому", "ой"},
    Ending{"ему", "ий"},     Ending{"овой", "ова"},   Ending{"евой", "ева"},   Ending{"ёвой", "ёва"},
    Ending{"иной", "ина"},   Ending{"ской", "ская"},  Ending{"цкой", "цкая"},  Ending{"ии", "ия"},
    Ending{"ию", "ий"},      Ending{"аю", "ай"},      Ending{"ею", "ей"},      Ending{"ью", "ий"},
    Ending{"лю", "ль"},      Ending{"рю", "рь"},      Ending{"не", "на"},      Ending{"ре", "ра"},
    Ending{"ле", "ла"},      Ending{"бе", "ба"},      Ending{"ве", "ва"},      Ending{"де", "да"}};

/// A consonant before the last letter: "Булгаков-у", "Блок-а".
bool ends_behind_consonant(string_view word, string_view vowel) {
    constexpr string_view consonants = "бвгджзклмнпрстфхцчшщ";
    constexpr std::size_t letter = 2;  // bytes of a Cyrillic letter
    if (!word.ends_with(vowel) || word.size() < 4 * letter) return false;
    auto const before = word.substr(word.size() - 2 * letter, letter);
    for (std::size_t at = 0; at < consonants.size(); at += letter)
        if (consonants.substr(at, letter) == before) return true;
    return false;
}

void each_word(std::string& words, SlavicCase in_case) {
    std::string out;
    for (auto const word : split(words, ' ')) {
        if (!out.empty()) out += ' ';
        out += slavic_nominative(word, in_case);
    }
    words = std::move(out);
}

}  // namespace

std::string slavic_nominative(string_view word, SlavicCase in_case) {
    if (word.find('.') != string_view::npos) return std::string(word);
    auto const endings = in_case == SlavicCase::genitive ? std::span<Ending const>(genitives)
                                                         : std::span<Ending const>(datives);
    constexpr std::size_t shortest_stem = 4;  // bytes: two letters
    for (auto const& ending : endings)
        if (word.ends_with(ending.written) && word.size() >= ending.written.size() + shortest_stem)
            return concat(word.substr(0, word.size() - ending.written.size()), ending.nominative);
    string_view const vowel = in_case == SlavicCase::genitive ? "а" : "у";
    if (ends_behind_consonant(word, vowel)) return std::string(word.substr(0, word.size() - vowel.size()));
    return std::string(word);
}

void set_nominative(Name& name, SlavicCase in_case) {
    each_word(name.family, in_case);
    each_word(name.given, in_case);
}

bool is_dative(string_view family) {
    constexpr std::array endings = {string_view{"ову"}, string_view{"еву"},  string_view{"ёву"},
                                    string_view{"ину"}, string_view{"ыну"},  string_view{"скому"},
                                    string_view{"ому"}, string_view{"цкому"}};
    return std::any_of(endings.begin(), endings.end(),
                       [&](string_view ending) { return family.ends_with(ending); });
}

bool is_patronymic(string_view word) {
    constexpr std::array endings = {string_view{"ича"}, string_view{"ичу"},  string_view{"вны"},
                                    string_view{"вне"}, string_view{"ична"}, string_view{"ичны"}};
    return std::any_of(endings.begin(), endings.end(),
                       [&](string_view ending) { return word.ends_with(ending); });
}

}  // namespace fonds
