// The files that a LaTeX text takes in.

#include "manuscript/latex_files.hpp"

#include <algorithm>
#include <filesystem>

#include "base/encodings.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/encoding.hpp"

namespace fonds {
namespace {

namespace fs = std::filesystem;

// A path within reach: no absolute one, and none that TeX would first have to work out.
bool is_plain_path(std::string_view name) {
    return name.find_first_of("\\#{}$|~\n\r") == std::string_view::npos && !fs::path(name).is_absolute();
}

std::string beside(std::string const& folder, std::string_view name) {
    return (fs::path(folder) / fs::path(name)).lexically_normal().generic_string();
}

}  // namespace

LatexFiles::LatexFiles(Document& document, bool on_disk) : document_(document), on_disk_(on_disk) {
    known_.assign(std::make_move_iterator(document.parts.begin() + 1),
                  std::make_move_iterator(document.parts.end()));
    document.parts.resize(1);
    charset_ = declared_charset(document.parts.front().bytes, "tex");
}

LatexFiles::Found LatexFiles::find(std::string_view written, std::size_t from,
                                   std::string const& import_folder) {
    auto name = trim(written);
    if (name.size() > 1 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    if (name.empty() || !is_plain_path(name) || !is_plain_path(import_folder))
        return {0, "its name is none that is looked for"};
    problem_ = "it was not found";
    bool const has_extension = name.ends_with(".tex") || name.ends_with(".ltx") || name.ends_with(".latex");
    for (auto const& folder : {beside(folder_of(0), import_folder), folder_of(0), folder_of(from)}) {
        auto const path = beside(folder, name);
        if (!has_extension)
            if (auto const found = part_of(path + ".tex")) return {*found, {}};
        // A file of another kind is a picture's code, a table, or nothing that is read here.
        if (has_extension)
            if (auto const found = part_of(path)) return {*found, {}};
    }
    return {0, problem_};
}

std::string LatexFiles::folder_of(std::size_t part) const {
    auto const& name = part == 0 ? document_.name : files_[part - 1].name;
    return fs::path(name).parent_path().generic_string();
}

std::optional<std::size_t> LatexFiles::part_of(std::string const& path) {
    auto const has_name = [&](SourcePart const& part) { return part.name == path; };
    if (auto const at = std::find_if(files_.begin(), files_.end(), has_name); at != files_.end())
        return static_cast<std::size_t>(at - files_.begin()) + 1;
    if (auto const at = std::find_if(unread_.begin(), unread_.end(), has_name); at != unread_.end()) {
        problem_ = at->problem;
        return std::nullopt;
    }
    auto file = known_file(path);
    if (!file) file = file_on_disk(path);
    if (!file) return std::nullopt;
    if (!file->problem.empty()) {
        problem_ = file->problem;
        unread_.push_back(*std::move(file));
        return std::nullopt;
    }
    files_.push_back(*std::move(file));
    return files_.size();
}

std::optional<SourcePart> LatexFiles::known_file(std::string const& path) {
    auto const at =
        std::find_if(known_.begin(), known_.end(), [&](SourcePart const& part) { return part.name == path; });
    if (at == known_.end()) return std::nullopt;
    auto file = std::move(*at);
    known_.erase(at);
    return file;
}

std::optional<SourcePart> LatexFiles::file_on_disk(std::string const& path) const {
    std::error_code error;
    if (!on_disk_ || !fs::is_regular_file(path, error)) return std::nullopt;
    auto const size = fs::file_size(path, error);
    if (error || size > maximum_input_size) return SourcePart{path, {}, false, "it is too large"};
    auto bytes = read_file(path);
    if (!bytes) return SourcePart{path, {}, false, "it cannot be read"};
    if (is_valid_utf8(*bytes)) return SourcePart{path, *std::move(bytes)};
    if (auto text = charset_.empty() ? std::nullopt : decode_charset(*bytes, charset_))
        return SourcePart{path, *std::move(text), true};
    return SourcePart{path, {}, false, "it is not UTF-8"};
}

void LatexFiles::finish() {
    for (auto& file : files_) document_.parts.push_back(std::move(file));
    for (auto& file : unread_) document_.parts.push_back(std::move(file));
}

}  // namespace fonds
