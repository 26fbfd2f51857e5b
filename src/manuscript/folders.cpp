// The manuscripts that a path stands for.

#include <algorithm>
#include <filesystem>
#include <fonds/document.hpp>
#include <system_error>

#include "base/text.hpp"

namespace fonds {
namespace fs = std::filesystem;
namespace {

constexpr int maximum_folder_depth = 64;

bool is_hidden(fs::path const& path) {
    auto const name = path.filename().string();
    return name.empty() || name.front() == '.' || name.substr(0, 2) == "~$";
}

bool has_known_extension(fs::path const& path) {
    auto extension = ascii_lower(path.extension().string());
    if (extension.empty()) return false;
    extension.erase(0, 1);
    for (auto const& format : document_formats())
        for (auto const known : split(format.extensions, ' '))
            if (known == extension) return true;
    return false;
}

}  // namespace

Result<std::vector<std::string>> find_documents(std::string const& path) {
    std::error_code code;
    if (path == "-") return std::vector<std::string>{path};
    auto const status = fs::status(path, code);
    if (!fs::exists(status)) return Error{ErrorCode::not_found, "no such file or folder; check the path", path};
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
        if (at->is_regular_file(code) && has_known_extension(at->path())) out.push_back(at->path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace fonds
