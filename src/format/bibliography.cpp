// Files of records for the keys of manuscripts.

#include "format/bibliography.hpp"

#include <filesystem>
#include <fonds/formats.hpp>

#include "base/file.hpp"

namespace fonds {

Result<Bibliography::File> read_bibliography_bytes(std::string_view bytes, std::string name) {
    auto const* format = detect_format(bytes, name);
    if (!format) return Error{ErrorCode::unsupported, "is in no format of records that is known", name};
    ReadOptions options;
    options.source = name;
    auto records = read_items(bytes, format->name, options);
    if (!records) return records.error();
    return Bibliography::File{std::move(name), std::move(records->value)};
}

Result<Bibliography::File> read_bibliography_file(std::string const& path) {
    namespace fs = std::filesystem;
    std::error_code code;
    auto const status = fs::status(path, code);
    if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status))
        return Error{ErrorCode::unreadable, "is no file of records", path};
    auto const bytes = read_file(path);
    if (!bytes) return bytes.error();
    return read_bibliography_bytes(*bytes, path);
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
