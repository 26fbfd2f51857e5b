// The manuscripts that a path stands for.

#include <algorithm>
#include <array>
#include <filesystem>
#include <fonds/document.hpp>
#include <fonds/formats.hpp>
#include <set>
#include <system_error>

#include "base/contains.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "manuscript/detect.hpp"

namespace fonds {
namespace fs = std::filesystem;
namespace {

constexpr int maximum_folder_depth = 64;

bool is_hidden(fs::path const& path) {
    auto const name = path.filename().string();
    return name.empty() || name.front() == '.' || name.substr(0, 2) == "~$";
}

// Extensions that say little: the content decides.
constexpr std::array<std::string_view, 8> ambiguous = {"json", "jsonl", "ndjson", "xml",
                                                       "yaml", "yml",   "rdf",    "csv"};

template <class Formats>
bool has_extension(Formats const& formats, std::string_view extension) {
    for (auto const& format : formats)
        for (auto const known : split(format.extensions, ' '))
            if (known == extension) return true;
    return false;
}

bool is_wanted(fs::path const& path, FolderScope scope) {
    auto extension = ascii_lower(path.extension().string());
    if (extension.size() < 2) return false;
    extension.erase(0, 1);
    bool const records = scope == FolderScope::manuscripts_and_records && has_extension(formats(), extension);
    bool const manuscript = has_extension(document_formats(), extension);
    if (!contains(ambiguous, extension)) return records || manuscript;
    auto const bytes = records || manuscript ? read_file(path.string()) : Result<std::string>(Error{});
    if (!bytes) return false;
    if (manuscript && is_tei(*bytes)) return true;
    return records && sniff_format(*bytes);
}

bool is_latex_document(std::string const& path) {
    if (!path.ends_with(".tex")) return false;
    auto const bytes = read_file(path);
    return bytes && bytes->find("\\begin{document}") != std::string::npos;
}

// Chapters that a LaTeX document takes in are read with it: by themselves their "ibid." points nowhere.
void leave_out_parts(std::vector<std::string>& paths) {
    std::set<fs::path> parts;
    for (auto const& path : paths) {
        if (parts.contains(fs::path(path).lexically_normal()) || !is_latex_document(path)) continue;
        auto const document = read_document(path, "tex");
        if (!document) continue;
        for (auto part = document->parts.begin() + 1; part < document->parts.end(); ++part)
            if (part->problem.empty()) parts.insert(fs::path(part->name).lexically_normal());
    }
    std::erase_if(paths,
                  [&](std::string const& path) { return parts.contains(fs::path(path).lexically_normal()); });
}

}  // namespace

Result<std::vector<std::string>> find_documents(std::string const& path, FolderScope scope) {
    std::error_code code;
    if (path == "-") return std::vector<std::string>{path};
    auto const status = fs::status(path, code);
    if (!fs::exists(status))
        return Error{ErrorCode::not_found, "no such file or folder; check the path", path};
    if (!fs::is_directory(status)) return std::vector<std::string>{path};
    std::vector<std::string> out;
    fs::recursive_directory_iterator at(path, code);
    if (code) return Error{ErrorCode::unreadable, "the folder cannot be listed: " + code.message(), path};
    for (fs::recursive_directory_iterator const end; at != end; at.increment(code)) {
        if (code) return Error{ErrorCode::unreadable, "the folder cannot be listed: " + code.message(), path};
        if (at.depth() >= maximum_folder_depth)
            return Error{ErrorCode::limit_exceeded,
                         "folders are nested deeper than " + std::to_string(maximum_folder_depth), path};
        if (is_hidden(at->path())) {
            if (at->is_directory(code)) at.disable_recursion_pending();
            continue;
        }
        if (at->is_regular_file(code) && is_wanted(at->path(), scope)) out.push_back(at->path().string());
    }
    std::sort(out.begin(), out.end());
    leave_out_parts(out);
    return out;
}

}  // namespace fonds
