// Languages by their names in babel.

#include "format/languages.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace fonds {
namespace {

using std::string_view;

struct Language {
    string_view name;
    string_view code;
};

// The first name of a code is the one that is written.
constexpr auto languages = std::to_array<Language>({
    {"english", "en-US"},       {"german", "de-DE"},     {"french", "fr-FR"},       {"russian", "ru-RU"},
    {"hungarian", "hu-HU"},     {"afrikaans", "af-ZA"},  {"albanian", "sq-AL"},     {"american", "en-US"},
    {"amharic", "am-ET"},       {"arabic", "ar"},        {"armenian", "hy-AM"},     {"asturian", "ast-ES"},
    {"australian", "en-AU"},    {"austrian", "de-AT"},   {"bahasa", "id-ID"},       {"basque", "eu-ES"},
    {"belarusian", "be-BY"},    {"bengali", "bn-BD"},    {"brazil", "pt-BR"},       {"brazilian", "pt-BR"},
    {"breton", "br-FR"},        {"british", "en-GB"},    {"bulgarian", "bg-BG"},    {"canadian", "en-CA"},
    {"canadien", "fr-CA"},      {"catalan", "ca-AD"},    {"chinese", "zh-CN"},      {"coptic", "cop"},
    {"croatian", "hr-HR"},      {"czech", "cs-CZ"},      {"danish", "da-DK"},       {"divehi", "dv-MV"},
    {"dutch", "nl-NL"},         {"esperanto", "eo"},     {"estonian", "et-EE"},     {"ethiopia", "am-ET"},
    {"farsi", "fa-IR"},         {"finnish", "fi-FI"},    {"francais", "fr-FR"},     {"friulan", "fur-IT"},
    {"galician", "gl-ES"},      {"georgian", "ka-GE"},   {"germanb", "de-DE"},      {"greek", "el-GR"},
    {"hebrew", "he-IL"},        {"hindi", "hi-IN"},      {"icelandic", "is-IS"},    {"indonesian", "id-ID"},
    {"interlingua", "ia"},      {"irish", "ga-IE"},      {"italian", "it-IT"},      {"japanese", "ja-JP"},
    {"kannada", "kn-IN"},       {"kazakh", "kk-KZ"},     {"khmer", "km-KH"},        {"korean", "ko-KR"},
    {"kurmanji", "kmr"},        {"lao", "lo-LA"},        {"latin", "la"},           {"latvian", "lv-LV"},
    {"lithuanian", "lt-LT"},    {"lowersorbian", "dsb"}, {"macedonian", "mk-MK"},   {"magyar", "hu-HU"},
    {"malay", "ms-MY"},         {"malayalam", "ml-IN"},  {"marathi", "mr-IN"},      {"mexican", "es-MX"},
    {"mongolian", "mn-MN"},     {"naustrian", "de-AT"},  {"newzealand", "en-NZ"},   {"ngerman", "de-DE"},
    {"norsk", "nb-NO"},         {"norwegian", "nb-NO"},  {"nswissgerman", "de-CH"}, {"nynorsk", "nn-NO"},
    {"occitan", "oc-FR"},       {"persian", "fa-IR"},    {"piedmontese", "pms-IT"}, {"polish", "pl-PL"},
    {"polutonikogreek", "grc"}, {"portuges", "pt-PT"},   {"portuguese", "pt-PT"},   {"romanian", "ro-RO"},
    {"samin", "se-NO"},         {"sanskrit", "sa-IN"},   {"scottish", "gd-GB"},     {"serbian", "sr-Latn-RS"},
    {"serbianc", "sr-Cyrl-RS"}, {"slovak", "sk-SK"},     {"slovene", "sl-SI"},      {"slovenian", "sl-SI"},
    {"spanish", "es-ES"},       {"swedish", "sv-SE"},    {"swissgerman", "de-CH"},  {"syriac", "syr-SY"},
    {"tamil", "ta-IN"},         {"telugu", "te-IN"},     {"thai", "th-TH"},         {"tibetan", "bo-CN"},
    {"turkish", "tr-TR"},       {"turkmen", "tk-TM"},    {"ukenglish", "en-GB"},    {"ukrainian", "uk-UA"},
    {"uppersorbian", "hsb"},    {"urdu", "ur-IN"},       {"usenglish", "en-US"},    {"uyghur", "ug-CN"},
    {"vietnamese", "vi-VN"},    {"welsh", "cy-GB"},
});

// ISO 639-2 codes as library catalogues and finding aids have them.
constexpr auto bibliographic_codes = std::to_array<std::pair<string_view, string_view>>({
    {"alb", "sq"}, {"arm", "hy"}, {"bel", "be"}, {"bul", "bg"}, {"chi", "zh"}, {"cze", "cs"}, {"ces", "cs"},
    {"dan", "da"}, {"deu", "de"}, {"dut", "nl"}, {"eng", "en"}, {"est", "et"}, {"fin", "fi"}, {"fra", "fr"},
    {"fre", "fr"}, {"geo", "ka"}, {"ger", "de"}, {"gre", "el"}, {"heb", "he"}, {"hrv", "hr"}, {"hun", "hu"},
    {"ita", "it"}, {"jpn", "ja"}, {"kor", "ko"}, {"lat", "la"}, {"lav", "lv"}, {"lit", "lt"}, {"nld", "nl"},
    {"nor", "nb"}, {"per", "fa"}, {"pol", "pl"}, {"por", "pt"}, {"ron", "ro"}, {"rum", "ro"}, {"rus", "ru"},
    {"slk", "sk"}, {"slo", "sk"}, {"slv", "sl"}, {"spa", "es"}, {"srp", "sr"}, {"swe", "sv"}, {"tur", "tr"},
    {"ukr", "uk"}, {"vie", "vi"}, {"zho", "zh"},
});

}  // namespace

string_view language_code(string_view name) {
    auto const at = std::find_if(languages.begin(), languages.end(),
                                 [&](Language const& row) { return row.name == name; });
    return at == languages.end() ? string_view() : at->code;
}

string_view babel_name(string_view code) {
    for (auto const& row : languages)
        if (row.code == code) return row.name;
    auto primary = code.substr(0, code.find('-'));
    for (auto const& [three_letters, two_letters] : bibliographic_codes)
        if (three_letters == primary) primary = two_letters;
    for (auto const& row : languages)
        if (row.code.substr(0, row.code.find('-')) == primary) return row.name;
    return {};
}

}  // namespace fonds
