// Whole files in, whole files out.
#pragma once

#include <fonds/result.hpp>
#include <string>
#include <string_view>

namespace fonds {

/// What follows the last dot in the name of a path, without it; empty where there is none.
[[nodiscard]] std::string_view extension_of(std::string_view path);

/// The bytes of a file; "-" is standard input. Errors: not_found, unreadable.
[[nodiscard]] Result<std::string> read_file(std::string const& path);

/// An empty file beside `path`, by a name that nobody has; its name. Errors: unwritable.
[[nodiscard]] Result<std::string> new_file_beside(std::string const& path);

/// Writes a file under a temporary name in the same folder and renames it: a reader sees the old bytes
/// or the new ones, and a failure leaves the old. Errors: unwritable.
[[nodiscard]] Result<std::size_t> write_file(std::string const& path, std::string_view bytes);

}  // namespace fonds
