// Locale files, where styles and locales are found, and the chain of fallbacks (CSL 1.0.2, "Locale
// Fallback").

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "base/contains.hpp"
#include "base/embedded.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "csl/style.hpp"
#include "csl/style_read.hpp"

namespace fonds::csl {

namespace {

namespace fs = std::filesystem;

struct Primary {
    std::string_view language, dialect;
};

/// The dialect that stands for a language (locales.json of the CSL locales, "primary-dialects").
constexpr Primary primary_dialects[] = {
    {"af", "af-ZA"}, {"ar", "ar"},         {"bal", "bal-PK"}, {"bg", "bg-BG"}, {"brh", "brh-PK"},
    {"ca", "ca-AD"}, {"cs", "cs-CZ"},      {"cy", "cy-GB"},   {"da", "da-DK"}, {"de", "de-DE"},
    {"el", "el-GR"}, {"en", "en-US"},      {"es", "es-ES"},   {"et", "et-EE"}, {"eu", "eu"},
    {"fa", "fa-IR"}, {"fi", "fi-FI"},      {"fr", "fr-FR"},   {"gl", "gl-ES"}, {"he", "he-IL"},
    {"hi", "hi-IN"}, {"hr", "hr-HR"},      {"hu", "hu-HU"},   {"hy", "hy-AM"}, {"id", "id-ID"},
    {"is", "is-IS"}, {"it", "it-IT"},      {"ja", "ja-JP"},   {"km", "km-KH"}, {"ko", "ko-KR"},
    {"la", "la"},    {"lij", "lij-IT"},    {"lt", "lt-LT"},   {"lv", "lv-LV"}, {"mn", "mn-MN"},
    {"ms", "ms-MY"}, {"nb", "nb-NO"},      {"nl", "nl-NL"},   {"nn", "nn-NO"}, {"pa", "pa-PK"},
    {"pl", "pl-PL"}, {"pt", "pt-PT"},      {"ro", "ro-RO"},   {"ru", "ru-RU"}, {"sk", "sk-SK"},
    {"sl", "sl-SI"}, {"sr", "sr-Latn-RS"}, {"sv", "sv-SE"},   {"th", "th-TH"}, {"tr", "tr-TR"},
    {"uk", "uk-UA"}, {"vi", "vi-VN"},      {"zh", "zh-CN"},
};

constexpr std::string_view debian_root = "/usr/share/citation-style-language";

std::string user_folder() {
    if (auto const* data = std::getenv("XDG_DATA_HOME"); data && *data) return concat(data, "/csl");
    if (auto const* home = std::getenv("HOME"); home && *home) return concat(home, "/.local/share/csl");
    return {};
}

std::optional<std::string> read_in(std::string const& folder, std::string const& name) {
    if (folder.empty()) return std::nullopt;
    auto bytes = read_file(concat(folder, "/", name));
    if (!bytes) return std::nullopt;
    return std::move(*bytes);
}

/// The file `name` of the search path; `kind` is "styles" or "locales".
std::optional<std::string> search(std::string_view kind, std::string const& name, SearchPath const& path) {
    for (auto const& folder : path.folders) {
        if (auto bytes = read_in(folder, name)) return bytes;
        if (auto bytes = read_in(concat(folder, "/", kind), name)) return bytes;
    }
    if (!path.system) return std::nullopt;
    if (auto const bytes = find_embedded(concat(kind, "/", name))) return std::string(*bytes);
    if (auto bytes = read_in(user_folder(), name)) return bytes;
    if (auto const user = user_folder(); !user.empty())
        if (auto bytes = read_in(concat(user, "/", kind), name)) return bytes;
    return read_in(concat(debian_root, "/", kind), name);
}

std::string normal_tag(std::string_view language) {
    auto tag = replace_all(language, "_", "-");
    if (auto const private_use = tag.find("-x-"); private_use != std::string::npos) tag.resize(private_use);
    return tag;
}

/// The part after the last '/' of a style's id or link: its name.
std::string name_of(std::string_view href) {
    auto const slash = href.rfind('/');
    return std::string(slash == std::string_view::npos ? href : href.substr(slash + 1));
}

/// The parent that a dependent style names; empty for an independent one.
std::string parent_name(std::string_view bytes) {
    if (bytes.find("independent-parent") == std::string_view::npos) return {};
    auto const document = xml::Document::read(bytes);
    if (!document || document->root().child("citation")) return {};
    for (auto const link : document->root().child("info").elements())
        if (link.local_name() == "link" && link["rel"] == "independent-parent") return name_of(link["href"]);
    return {};
}

void list_folder(fs::path const& folder, std::map<std::string, StyleEntry>& found) {
    std::error_code failure;
    for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
        if (at->path().extension() != ".csl") continue;
        auto const name = at->path().stem().string();
        if (found.count(name)) continue;
        auto const bytes = read_file(at->path().string());
        if (!bytes) continue;
        auto const document = xml::Document::read(*bytes);
        if (!document) continue;
        auto const title = document->root().child("info").child("title").text();
        found[name] = StyleEntry{name, std::string(trim(title)), folder.string()};
    }
}

}  // namespace

Result<Parsed<Locale>> Locale::parse(std::string_view bytes, std::string source) {
    auto const document = read_source(bytes, "locale", source);
    if (!document) return document.error();
    auto compiled = std::make_shared<CompiledLocale>();
    compiled->data = read_locale(document->root(), compiled->strings);
    return Parsed<Locale>{Locale(std::move(compiled)), {}};
}

Result<Locale> Locale::find(std::string_view language, SearchPath const& path) {
    auto const tag = normal_tag(language);
    auto const bytes = search("locales", concat("locales-", tag, ".xml"), path);
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
    auto const tag = normal_tag(language);
    auto const bare = tag.substr(0, tag.find('-'));
    push(tag);
    for (auto const& primary : primary_dialects)
        if (primary.language == bare) push(primary.dialect);
    push("en-US");
    Locales out;
    for (auto const& candidate : chain)
        if (auto locale = Locale::find(candidate, path)) out.push_back(std::move(*locale));
    if (out.empty())
        return Error{ErrorCode::not_found, "no locale was found: neither the asked one nor en-US", tag, 0};
    return out;
}

Result<std::string> read_style(std::string_view name, SearchPath const& path) {
    std::string bytes;
    auto const is_file = name.find('/') != std::string_view::npos || name.ends_with(".csl") || name == "-";
    if (is_file) {
        auto read = read_file(std::string(name));
        if (!read) return read.error();
        bytes = std::move(*read);
    } else {
        auto found = search("styles", concat(name, ".csl"), path);
        if (!found) found = search("styles/dependent", concat(name, ".csl"), path);
        if (!found)
            return Error{ErrorCode::not_found,
                         concat("there is no style “", name, "”; `fonds styles` lists them"),
                         std::string(name), 0};
        bytes = std::move(*found);
    }
    auto const parent = parent_name(bytes);
    if (parent.empty() || parent == name) return bytes;
    auto found = search("styles", concat(parent, ".csl"), path);
    if (!found && is_file) {
        // Beside the dependent style, as in a copy of the styles' repository.
        auto const folder = fs::path(std::string(name)).parent_path();
        found = read_in(folder.string(), concat(parent, ".csl"));
        if (!found) found = read_in(folder.parent_path().string(), concat(parent, ".csl"));
    }
    if (!found)
        return Error{ErrorCode::not_found, concat("the style depends on “", parent, "”, which is not there"),
                     std::string(name), 0};
    return std::move(*found);
}

Result<Parsed<Style>> Style::find(std::string_view name, SearchPath const& path) {
    auto const bytes = read_style(name, path);
    if (!bytes) return bytes.error();
    return parse(*bytes, std::string(name));
}

std::vector<StyleEntry> list_styles(SearchPath const& path) {
    std::map<std::string, StyleEntry> found;
    for (auto const& folder : path.folders) {
        list_folder(folder, found);
        list_folder(fs::path(folder) / "styles", found);
    }
    if (path.system) {
        for (auto const& file : embedded_files()) {
            if (!file.name.starts_with("styles/") || !file.name.ends_with(".csl")) continue;
            auto const name = std::string(file.name.substr(7, file.name.size() - 11));
            if (found.count(name)) continue;
            auto const document = xml::Document::read(file.bytes);
            if (!document) continue;
            auto const title = document->root().child("info").child("title").text();
            found[name] = StyleEntry{name, std::string(trim(title)), "built-in"};
        }
        if (auto const user = user_folder(); !user.empty()) {
            list_folder(user, found);
            list_folder(fs::path(user) / "styles", found);
        }
        list_folder(fs::path(debian_root) / "styles", found);
        list_folder(fs::path(debian_root) / "styles" / "dependent", found);
    }
    std::vector<StyleEntry> out;
    out.reserve(found.size());
    for (auto& [name, entry] : found) out.push_back(std::move(entry));
    return out;
}

}  // namespace fonds::csl
