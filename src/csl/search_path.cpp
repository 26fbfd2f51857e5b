// Styles by name: the places where they are looked for, those that there are, and the parents of dependent
// ones.

#include "csl/search_path.hpp"

#include <cstdlib>
#include <filesystem>
#include <map>
#include <vector>

#include "base/embedded.hpp"
#include "base/file.hpp"
#include "base/nearest_name.hpp"
#include "base/text.hpp"
#include "wire/xml.hpp"

namespace fonds::csl {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view debian_root = "/usr/share/citation-style-language";
constexpr std::string_view style_extension = ".csl";

/// In the list of places: what is built into the library.
constexpr std::string_view built_in = "";

std::string user_folder() {
    if (auto const* data = std::getenv("XDG_DATA_HOME"); data && *data) return concat(data, "/csl");
    if (auto const* home = std::getenv("HOME"); home && *home) return concat(home, "/.local/share/csl");
    return {};
}

/// Folders with files of a kind, and `built_in`, first to last.
std::vector<std::string> places_of(std::string_view kind, SearchPath const& path) {
    std::vector<std::string> places;
    auto const add = [&](std::string const& folder) {
        if (folder.empty()) return;
        places.push_back(folder);
        places.push_back(concat(folder, "/", kind));
    };
    for (auto const& folder : path.folders) add(folder);
    if (!path.system) return places;
    places.emplace_back(built_in);
    add(user_folder());
    places.push_back(concat(debian_root, "/", kind));
    return places;
}

std::optional<std::string> read_in(std::string const& folder, std::string const& name) {
    auto bytes = read_file(concat(folder, "/", name));
    if (!bytes) return std::nullopt;
    return std::move(*bytes);
}

std::optional<std::string> find_style_file(std::string_view name, SearchPath const& path) {
    auto const file = concat(name, style_extension);
    auto found = find_file("styles", file, path);
    return found ? found : find_file("styles/dependent", file, path);
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

/// A style's file: in a folder, or built in, where `bytes` are there already.
struct StyleFile {
    std::string place;
    std::string_view bytes;
};

/// The styles of the search path by name; of equal names the first.
std::map<std::string, StyleFile, std::less<>> style_files(SearchPath const& path) {
    std::map<std::string, StyleFile, std::less<>> found;
    auto places = places_of("styles", path);
    if (path.system) places.push_back(concat(debian_root, "/styles/dependent"));
    for (auto const& place : places) {
        if (place == built_in) {
            constexpr std::string_view folder = "styles/";
            for (auto const& [name, bytes] : embedded_files())
                if (name.starts_with(folder) && name.ends_with(style_extension))
                    found.emplace(fs::path(name).stem().string(), StyleFile{place, bytes});
            continue;
        }
        std::error_code failure;
        for (fs::directory_iterator at(place, failure), end; !failure && at != end; at.increment(failure))
            if (at->path().extension() == style_extension)
                found.emplace(at->path().stem().string(), StyleFile{place, {}});
    }
    return found;
}

Error no_such_style(std::string_view name, SearchPath const& path) {
    auto const files = style_files(path);
    NearestName nearest(name);
    for (auto const& [known, file] : files) nearest.offer_with_beginning(known);
    return {
        ErrorCode::not_found,
        concat("there is no style “", name, "”; ", did_you_mean(nearest.best()), "`fonds styles` lists them"),
        {},
        0};
}

}  // namespace

std::optional<std::string> find_file(std::string_view kind, std::string const& name, SearchPath const& path) {
    for (auto const& place : places_of(kind, path)) {
        if (place != built_in) {
            if (auto bytes = read_in(place, name)) return bytes;
        } else if (auto const bytes = find_embedded(concat(kind, "/", name))) {
            return std::string(*bytes);
        }
    }
    return std::nullopt;
}

Result<std::string> read_style(std::string_view name, SearchPath const& path) {
    std::string bytes;
    auto const is_file =
        name.find('/') != std::string_view::npos || name.ends_with(style_extension) || name == "-";
    if (is_file) {
        auto read = read_file(std::string(name));
        if (!read) return read.error();
        bytes = std::move(*read);
    } else {
        auto found = find_style_file(name, path);
        if (!found) return no_such_style(name, path);
        bytes = std::move(*found);
    }
    auto const parent = parent_name(bytes);
    if (parent.empty() || parent == name) return bytes;
    auto const file = concat(parent, style_extension);
    auto found = find_file("styles", file, path);
    if (!found && is_file) {
        // Beside the dependent style, as in a copy of the styles' repository.
        auto const folder = fs::path(std::string(name)).parent_path();
        found = read_in(folder.string(), file);
        if (!found) found = read_in(folder.parent_path().string(), file);
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
    std::vector<StyleEntry> out;
    for (auto const& [name, file] : style_files(path)) {
        auto const is_built_in = file.place == built_in;
        auto const bytes = is_built_in ? std::string(file.bytes)
                                       : read_in(file.place, concat(name, style_extension)).value_or("");
        auto const document = xml::Document::read(bytes);
        if (!document) continue;
        auto const title = document->root().child("info").child("title").text();
        out.push_back({name, std::string(trim(title)), is_built_in ? "built-in" : file.place});
    }
    return out;
}

}  // namespace fonds::csl
