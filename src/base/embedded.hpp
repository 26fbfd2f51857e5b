// The data files of bibliography/ as they were when the library was built.
#pragma once

#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/table.hpp"

namespace fonds {

struct EmbeddedFile {
    std::string_view name;  ///< relative to bibliography/: "styles/chicago-archives.csl"
    std::string_view bytes;
};

/// All of them, sorted by name.
[[nodiscard]] std::span<EmbeddedFile const> embedded_files();

/// The bytes of the file of that name, or nothing.
[[nodiscard]] inline std::optional<std::string_view> find_embedded(std::string_view name) {
    for (auto const& file : embedded_files())
        if (file.name == name) return file.bytes;
    return std::nullopt;
}

/// The entries of the list of that name; none where there is no such file.
[[nodiscard]] inline std::vector<std::string_view> embedded_list(std::string_view name) {
    return read_list(find_embedded(name).value_or(""));
}

}  // namespace fonds
