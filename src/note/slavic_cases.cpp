#include "note/slavic_cases.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace fonds {
namespace {

using std::string_view;

struct Ending {
    string_view genitive, dative, nominative;
};

/// An ending that a case does not have; no word ends in it.
constexpr string_view none = "-";

// The first that fits counts: the longer before the shorter.
constexpr std::array endings = {Ending{"убецкого", "убецкому", "убецкой"},
                                Ending{"аховского", "аховскому", "аховской"},
                                Ending{"рамского", "рамскому", "рамской"},
                                Ending{"ного", "ному", "ный"},
                                Ending{"лого", "лому", "лый"},
                                Ending{"рого", "рому", "рый"},
                                Ending{"ского", "скому", "ский"},
                                Ending{"цкого", "цкому", "цкий"},
                                Ending{"ького", "ькому", "ький"},
                                Ending{"ого", "ому", "ой"},
                                Ending{"его", "ему", "ий"},
                                Ending{"овой", "овой", "ова"},
                                Ending{"евой", "евой", "ева"},
                                Ending{"ёвой", "ёвой", "ёва"},
                                Ending{"иной", "иной", "ина"},
                                Ending{"ской", "ской", "ская"},
                                Ending{"цкой", "цкой", "цкая"},
                                Ending{"ии", "ии", "ия"},
                                Ending{"ія", "ію", "ій"},
                                Ending{"ия", "ию", "ий"},
                                Ending{"ая", "аю", "ай"},
                                Ending{"ея", "ею", "ей"},
                                Ending{"ья", "ью", "ий"},
                                Ending{"ля", "лю", "ль"},
                                Ending{"ря", "рю", "рь"},
                                Ending{"ны", "не", "на"},
                                Ending{"ры", "ре", "ра"},
                                Ending{"лы", "ле", "ла"},
                                Ending{"бы", "бе", "ба"},
                                Ending{"вы", none, "ва"},
                                Ending{"ды", "де", "да"}};

/// The same in Latin letters, where families are commonest: "pod red. M. A. Kolerova".
constexpr std::array transliterated = {
    Ending{"skogo", "skomu", "skii"}, Ending{"tskogo", "tskomu", "tskii"}, Ending{"ovoi", none, "ova"},
    Ending{"evoi", none, "eva"}, Ending{"ova", "ovu", "ov"}, Ending{"eva", "evu", "ev"},
    Ending{"ina", "inu", "in"}, Ending{"ića", "iću", "ić"},
    // "list W. Gomułki"
    Ending{"łki", none, "łka"}, Ending{"szki", none, "szka"},
    // "dopis E. Beneše", "Novotného"
    Ending{"ého", "ému", "ý"}, Ending{"še", none, "š"}, Ending{"če", none, "č"}, Ending{"ře", none, "ř"},
    Ending{"ovicha", "ovichu", "ovich"}, Ending{"mana", "manu", "man"},
    // "pod red. W. Roszkowskiego"
    Ending{"skiego", none, "ski"}, Ending{"ckiego", none, "cki"}, Ending{"dzkiego", none, "dzki"},
    Ending{"skiej", none, "ska"}, Ending{"ckiej", none, "cka"}, Ending{"dzkiej", none, "dzka"},
    Ending{"owej", none, "owa"}, Ending{"zego", none, "zy"}, Ending{"niego", none, "ni"}};

/// "Wojciecha", "Eislera", "Machcewicza"; "Strachovu".
bool is_latin_oblique(string_view word, char vowel) {
    constexpr string_view consonants = "bcdfghjklmnprstwvz";
    constexpr std::size_t shortest = 5;
    return word.size() >= shortest && word.ends_with(vowel) &&
           consonants.find(word[word.size() - 2]) != string_view::npos;
}

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

/// "Фалин" of "Фалиным", "Rakowski" of "Rakowskim": who was talked with.
std::string of_instrumental(string_view word) {
    constexpr std::array instrumentals = {
        Ending{none, "овым", "ов"},    Ending{none, "евым", "ев"},   Ending{none, "ёвым", "ёв"},
        Ending{none, "иным", "ин"},    Ending{none, "ыным", "ын"},   Ending{none, "ским", "ский"},
        Ending{none, "цким", "цкий"},  Ending{none, "skim", "ski"},  Ending{none, "ckim", "cki"},
        Ending{none, "dzkim", "dzki"}, Ending{none, "ром", "р"},     Ending{none, "ном", "н"},
        Ending{none, "вом", "в"},      Ending{none, "ławem", "ław"}, Ending{none, "rem", "r"},
        Ending{none, "nem", "n"}};
    for (auto const& ending : instrumentals)
        if (word.ends_with(ending.dative) && word.size() > ending.dative.size() + 1)
            return concat(word.substr(0, word.size() - ending.dative.size()), ending.nominative);
    return std::string(word);
}

}  // namespace

std::string slavic_nominative(string_view word, SlavicCase in_case) {
    if (word.find('.') != string_view::npos) return std::string(word);
    if (in_case == SlavicCase::instrumental) return of_instrumental(word);
    bool const genitive = in_case == SlavicCase::genitive;
    constexpr std::size_t shortest_stem = 4;  // bytes: two letters
    for (auto const& ending : endings)
        if (auto const written = genitive ? ending.genitive : ending.dative;
            word.ends_with(written) && word.size() >= written.size() + shortest_stem)
            return concat(word.substr(0, word.size() - written.size()), ending.nominative);
    for (auto const& ending : transliterated)
        if (auto const written = genitive ? ending.genitive : ending.dative;
            word.ends_with(written) && word.size() >= written.size() + 2)
            return concat(word.substr(0, word.size() - written.size()), ending.nominative);
    if (is_latin_oblique(word, genitive ? 'a' : 'u')) return std::string(word.substr(0, word.size() - 1));
    string_view const vowel = genitive ? "а" : "у";
    if (ends_behind_consonant(word, vowel)) return std::string(word.substr(0, word.size() - vowel.size()));
    return std::string(word);
}

void set_nominative(Name& name, SlavicCase in_case) {
    each_word(name.family, in_case);
    each_word(name.given, in_case);
}

bool is_dative(string_view family) {
    constexpr std::array only_dative = {string_view{"ову"}, string_view{"еву"}, string_view{"ёву"},
                                        string_view{"ину"}, string_view{"ыну"}, string_view{"ому"}};
    return std::any_of(only_dative.begin(), only_dative.end(),
                       [&](string_view ending) { return family.ends_with(ending); });
}

std::string office_in_nominative(string_view word) {
    struct Office {
        string_view dative, nominative;
    };
    constexpr std::array offices = {Office{"послу", "посол"},
                                    Office{"начальнику", "начальник"},
                                    Office{"наместнику", "наместник"},
                                    Office{"советнику", "советник"},
                                    Office{"посланнику", "посланник"},
                                    Office{"министру", "министр"},
                                    Office{"директору", "директор"},
                                    Office{"губернатору", "губернатор"},
                                    Office{"прокурору", "прокурор"},
                                    Office{"канцлеру", "канцлер"},
                                    Office{"секретарю", "секретарь"},
                                    Office{"председателю", "председатель"},
                                    Office{"попечителю", "попечитель"},
                                    Office{"заместителю", "заместитель"},
                                    Office{"консулу", "консул"},
                                    Office{"адмиралу", "адмирал"},
                                    Office{"комиссару", "комиссар"},
                                    Office{"наркому", "нарком"},
                                    Office{"агенту", "агент"},
                                    Office{"инспектору", "инспектор"},
                                    Office{"управляющему", "управляющий"},
                                    Office{"заведующему", "заведующий"},
                                    Office{"командующему", "командующий"},
                                    Office{"поверенному", "поверенный"},
                                    Office{"уполномоченному", "уполномоченный"}};
    for (auto const& office : offices)
        if (word.ends_with(office.dative))
            return concat(word.substr(0, word.size() - office.dative.size()), office.nominative);
    return std::string(word);
}

std::string western_dative(string_view family) {
    constexpr std::size_t shortest = 3;
    constexpr std::array datives = {Ending{none, "ovi", ""},    Ending{none, "ću", "ć"},
                                    Ending{none, "lju", "lj"},  Ending{none, "ému", "ý"},
                                    Ending{none, "ovu", "ov"},  Ending{none, "inu", "in"},
                                    Ending{none, "skom", "ski"}};
    for (auto const& ending : datives)
        if (family.ends_with(ending.dative) && family.size() >= ending.dative.size() + shortest)
            return concat(family.substr(0, family.size() - ending.dative.size()), ending.nominative);
    return std::string(family);
}

bool is_patronymic(string_view word) {
    constexpr std::array of_fathers = {string_view{"ича"}, string_view{"ичу"},  string_view{"вны"},
                                       string_view{"вне"}, string_view{"ична"}, string_view{"ичны"}};
    return std::any_of(of_fathers.begin(), of_fathers.end(),
                       [&](string_view ending) { return word.ends_with(ending); });
}

}  // namespace fonds
