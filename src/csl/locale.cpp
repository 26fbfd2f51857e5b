// Locale files, and the chain of fallbacks (CSL 1.0.2, "Locale Fallback").

#include "base/contains.hpp"
#include "base/text.hpp"
#include "csl/search_path.hpp"
#include "csl/style.hpp"
#include "csl/style_read.hpp"

namespace fonds::csl {

namespace {

struct Primary {
    std::string_view language, dialect;
};

/// The dialect that stands for a language (locales.json of the CSL locales, "primary-dialects"), or for a
/// language in a script that is not that dialect's.
constexpr Primary primary_dialects[] = {
    {"af", "af-ZA"}, {"ar", "ar"},         {"bal", "bal-PK"}, {"bg", "bg-BG"},           {"brh", "brh-PK"},
    {"ca", "ca-AD"}, {"cs", "cs-CZ"},      {"cy", "cy-GB"},   {"da", "da-DK"},           {"de", "de-DE"},
    {"el", "el-GR"}, {"en", "en-US"},      {"es", "es-ES"},   {"et", "et-EE"},           {"eu", "eu"},
    {"fa", "fa-IR"}, {"fi", "fi-FI"},      {"fr", "fr-FR"},   {"gl", "gl-ES"},           {"he", "he-IL"},
    {"hi", "hi-IN"}, {"hr", "hr-HR"},      {"hu", "hu-HU"},   {"hy", "hy-AM"},           {"id", "id-ID"},
    {"is", "is-IS"}, {"it", "it-IT"},      {"ja", "ja-JP"},   {"km", "km-KH"},           {"ko", "ko-KR"},
    {"la", "la"},    {"lij", "lij-IT"},    {"lt", "lt-LT"},   {"lv", "lv-LV"},           {"mn", "mn-MN"},
    {"ms", "ms-MY"}, {"nb", "nb-NO"},      {"nl", "nl-NL"},   {"nn", "nn-NO"},           {"pa", "pa-PK"},
    {"pl", "pl-PL"}, {"pt", "pt-PT"},      {"ro", "ro-RO"},   {"ru", "ru-RU"},           {"sk", "sk-SK"},
    {"sl", "sl-SI"}, {"sr", "sr-Latn-RS"}, {"sv", "sv-SE"},   {"th", "th-TH"},           {"tr", "tr-TR"},
    {"uk", "uk-UA"}, {"vi", "vi-VN"},      {"zh", "zh-CN"},   {"sr-Cyrl", "sr-Cyrl-RS"}, {"zh-Hant", "zh-TW"},
};

/// A part of a tag in the letters of its kind (RFC 5646, 2.1.1): "sr", "Cyrl", "RS".
std::string normal_part(std::string_view part, bool first) {
    if (!first && part.size() == 2) return ascii_upper(part);
    auto out = ascii_lower(part);
    if (!first && part.size() == 4) out[0] = ascii_upper(out[0]);
    return out;
}

}  // namespace

std::string language_tag(std::string_view language) {
    std::string tag;
    auto const hyphened = replace_all(language, "_", "-");
    for (auto const part : split(hyphened, '-')) {
        if (ascii_lower(part) == "x") break;  // what follows is for private use
        if (!tag.empty()) tag += '-';
        tag += normal_part(part, tag.empty());
    }
    return tag;
}

Result<Parsed<Locale>> Locale::parse(std::string_view bytes, std::string source) {
    auto const document = read_source(bytes, "locale", source);
    if (!document) return document.error();
    auto compiled = std::make_shared<CompiledLocale>();
    compiled->data = read_locale(document->root(), compiled->strings);
    return Parsed<Locale>{Locale(std::move(compiled)), {}};
}

Result<Locale> Locale::find(std::string_view language, SearchPath const& path) {
    auto const tag = language_tag(language);
    auto const bytes = find_file("locales", concat("locales-", tag, ".xml"), path);
    if (!bytes)
        return Error{ErrorCode::not_found,
                     concat("there is no locale “", tag, "”; see the folders of locales"), tag, 0};
    auto parsed = parse(*bytes, concat("locales-", tag, ".xml"));
    if (!parsed) return parsed.error();
    return std::move(parsed->value);
}

std::string_view Locale::language() const { return compiled_->data.language; }

Result<Locales> find_locales(std::string_view language, SearchPath const& path) {
    std::vector<std::string> chain;
    auto const push = [&](std::string_view tag) {
        if (!tag.empty() && !contains(chain, tag)) chain.emplace_back(tag);
    };
    auto const tag = language_tag(language);
    auto const parts = split(tag, '-');
    auto const has_script = parts.size() > 1 && parts[1].size() == 4;
    auto const push_primary = [&](std::string_view wanted) {
        for (auto const& primary : primary_dialects)
            if (primary.language == wanted) push(primary.dialect);
    };
    push(tag);
    if (has_script) push_primary(concat(parts[0], "-", parts[1]));
    push_primary(parts[0]);
    push("en-US");
    Locales out;
    for (auto const& candidate : chain)
        if (auto locale = Locale::find(candidate, path)) out.push_back(std::move(*locale));
    if (out.empty())
        return Error{ErrorCode::not_found, "no locale was found: neither the asked one nor en-US", tag, 0};
    return out;
}

}  // namespace fonds::csl
