// Whole files in, whole files out.

#include "base/file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

namespace fonds {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t usual_block = std::size_t{1} << 16;

std::string read_all(std::istream& in, std::size_t block = usual_block) {
    std::string bytes;
    for (; in; block *= 2) {
        auto const before = bytes.size();
        bytes.resize(before + block);
        in.read(bytes.data() + before, static_cast<std::streamsize>(block));
        bytes.resize(before + static_cast<std::size_t>(in.gcount()));
    }
    return bytes;
}

Error unreadable(std::string const& path) {
    return {ErrorCode::unreadable, std::string("cannot be read: ") + std::strerror(errno), path};
}

}  // namespace

std::string_view extension_of(std::string_view path) {
    auto const dot = path.rfind('.');
    bool const is_of_name = dot != std::string_view::npos && path.find('/', dot) == std::string_view::npos;
    return is_of_name ? path.substr(dot + 1) : std::string_view();
}

Result<std::string> read_file(std::string const& path) {
    if (path == "-") {
        auto bytes = read_all(std::cin);
        if (std::cin.bad()) return unreadable(path);
        return bytes;
    }
    std::error_code code;
    auto const status = fs::status(path, code);
    if (!fs::exists(status)) return Error{ErrorCode::not_found, "no such file; check the path", path};
    if (fs::is_directory(status)) return Error{ErrorCode::unreadable, "is a folder, not a file", path};
    auto const size = fs::file_size(path, code);
    std::ifstream in(path, std::ios::binary);
    std::string bytes;
    // One byte more than there should be finds the end.
    if (in) bytes = code ? read_all(in) : read_all(in, static_cast<std::size_t>(size) + 1);
    if (!in.is_open() || in.bad()) return unreadable(path);
    return bytes;
}

namespace {

Error unwritable(std::string const& path, std::string const& reason) {
    return {ErrorCode::unwritable, "cannot be written: " + reason, path};
}

bool put(std::string const& path, std::string_view bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    return static_cast<bool>(out);
}

}  // namespace

Result<std::string> new_file_beside(std::string const& path) {
    constexpr int most_tries = 100;
    for (int i = 0; i < most_tries; ++i) {
        auto name = path + ".fonds-new" + (i > 0 ? std::to_string(i) : "");
        auto* const file = std::fopen(name.c_str(), "wbx");
        if (file != nullptr) return std::fclose(file), name;
        if (errno != EEXIST) break;
    }
    return unwritable(path, std::strerror(errno));
}

Result<std::size_t> write_file(std::string const& path, std::string_view bytes) {
    std::error_code code;
    auto const old = fs::status(path, code);
    if (fs::is_directory(old)) return Error{ErrorCode::unwritable, "is a folder, not a file", path};
    // A device or a pipe is written to, not replaced.
    if (fs::exists(old) && !fs::is_regular_file(old)) {
        if (!put(path, bytes)) return unwritable(path, std::strerror(errno));
        return bytes.size();
    }
    // A link stays one.
    auto const target = fs::exists(old) ? fs::canonical(path, code).string() : path;
    auto const made = new_file_beside(target);
    if (!made) return Error{made.error().code, made.error().message, path};
    auto const& temporary = *made;
    auto const fail = [&](std::string const& reason) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        return unwritable(path, reason);
    };
    // What nobody else may read, nobody else may read meanwhile.
    if (fs::exists(old)) fs::permissions(temporary, old.permissions(), code);
    if (!put(temporary, bytes)) return fail(std::strerror(errno));
    fs::rename(temporary, target, code);
    if (code) return fail(code.message());
    return bytes.size();
}

}  // namespace fonds
