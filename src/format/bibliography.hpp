// A file of records for the keys of manuscripts.
#pragma once

#include <fonds/bibliography.hpp>
#include <fonds/result.hpp>
#include <string>

namespace fonds {

/// Reads one; "-" is no file. Errors: not_found, unreadable, unsupported (no known format).
[[nodiscard]] Result<Bibliography::File> read_bibliography_file(std::string const& path);

}  // namespace fonds
