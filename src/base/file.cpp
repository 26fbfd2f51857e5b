// Whole files in, whole files out.

#include "base/file.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

namespace fonds {
namespace fs = std::filesystem;

Result<std::string> read_file(std::string const& path) {
    if (path == "-") return std::string{std::istreambuf_iterator<char>(std::cin), {}};
    std::error_code code;
    auto const status = fs::status(path, code);
    if (!fs::exists(status))
        return Error{ErrorCode::not_found, "no such file; check the path", path};
    if (fs::is_directory(status))
        return Error{ErrorCode::unreadable, "is a folder, not a file", path};
    std::ifstream in(path, std::ios::binary);
    std::string bytes;
    if (in) bytes.assign(std::istreambuf_iterator<char>(in), {});
    if (!in || in.bad())
        return Error{ErrorCode::unreadable,
                     std::string("cannot be read: ") + std::strerror(errno), path};
    return bytes;
}

Result<std::size_t> write_file(std::string const& path, std::string_view bytes) {
    auto const temporary = path + ".fonds-new";
    auto const fail = [&](std::string reason) -> Error {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        return {ErrorCode::unwritable, "cannot be written: " + std::move(reason), path};
    };
    {
        std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.flush();
        if (!out) return fail(std::strerror(errno));
    }
    std::error_code code;
    if (auto const old = fs::status(path, code); fs::exists(old))
        fs::permissions(temporary, old.permissions(), code);
    fs::rename(temporary, path, code);
    if (code) return fail(code.message());
    return bytes.size();
}

}  // namespace fonds
