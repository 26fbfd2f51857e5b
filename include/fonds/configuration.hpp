// The settings of a project: fonds.toml.
#pragma once

#include <fonds/check.hpp>
#include <fonds/diagnostic.hpp>
#include <fonds/result.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// What fonds.toml says. Paths in it are relative to the file and made whole here.
///
///     style = "chicago-archives"
///     locale = "en-US"
///     archives = ["our-archives.tsv"]
///     bibliography = ["references.bib"]
///
///     [check]
///     select = ["all"]
///     ignore = ["http-url"]
///     fail-level = "error"
///     year = 2026
///     baseline = "fonds-baseline.json"
///
///     [check.severity]
///     title-date = "note"
struct Configuration {
    std::string path;  ///< the file itself; empty: there is none
    std::string style;
    std::string locale;
    std::vector<std::string> archives;      ///< files of further archives
    std::vector<std::string> bibliography;  ///< files of records that manuscripts cite by key
    CheckOptions check;
    std::optional<Severity> fail_level;
    std::string baseline;
};

/// The path of the nearest fonds.toml in `folder` or above it; empty where there is none.
[[nodiscard]] std::string find_configuration(std::string const& folder);

/// Reads a configuration. Errors: not_found, unreadable, malformed (no TOML, an unknown key, a wrong value),
/// each with the line in the message.
[[nodiscard]] Result<Configuration> read_configuration(std::string const& path);

/// The same from memory; `path` is for messages and for relative paths.
[[nodiscard]] Result<Configuration> read_configuration_text(std::string_view text, std::string const& path);

}  // namespace fonds
#pragma GCC visibility pop
