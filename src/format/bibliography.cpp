// Files of records for the keys of manuscripts.

#include "format/bibliography.hpp"

#include <filesystem>
#include <fonds/formats.hpp>

#include "base/file.hpp"

namespace fonds {
namespace {

namespace fs = std::filesystem;

Format const* format_of(std::string_view bytes, std::string const& path) {
    auto const* format = sniff_format(bytes);
    auto const extension = fs::path(path).extension().string();
    if (!format && !extension.empty()) format = find_format(extension.substr(1));
    return format && format->reads ? format : nullptr;
}

}  // namespace

Result<Bibliography::File> read_bibliography_file(std::string const& path) {
    std::error_code code;
    auto const status = fs::status(path, code);
    if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status))
        return Error{ErrorCode::unreadable, "is no file of records", path};
    auto const bytes = read_file(path);
    if (!bytes) return bytes.error();
    auto const* format = format_of(*bytes, path);
    if (!format) return Error{ErrorCode::unsupported, "is in no format of records that is known", path};
    ReadOptions options;
    options.source = path;
    auto records = read_items(*bytes, format->name, options);
    if (!records) return records.error();
    return Bibliography::File{path, std::move(records->value)};
}

Result<Bibliography> read_bibliography(std::vector<std::string> const& paths) {
    Bibliography bibliography;
    for (auto const& path : paths) {
        auto file = read_bibliography_file(path);
        if (!file) return file.error();
        bibliography.add(*std::move(file));
    }
    return bibliography;
}

}  // namespace fonds
