// Record formats: read items from any of them, write items to any of them.
#pragma once

#include <fonds/item.hpp>
#include <fonds/result.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// What a format can do.
struct Format {
    std::string_view name;         ///< "bibtex", "biblatex", "csl-json", "ris" …
    std::string_view description;  ///< one line
    std::string_view extensions;   ///< space-separated, without dots
    bool reads = false;
    bool writes = false;
};

/// All formats of this build.
[[nodiscard]] std::span<Format const> formats();

/// The format of that name or file extension; null where there is none.
[[nodiscard]] Format const* find_format(std::string_view name_or_extension);

/// The format that `bytes` are in, by content; null where none fits.
[[nodiscard]] Format const* sniff_format(std::string_view bytes);

struct ReadOptions {
    std::string source;  ///< name for messages
};

/// Reads records. A damaged record costs that record at most; the diagnostics' spans are bytes of the input.
/// Errors: not_found (no such format), unsupported (the format cannot be read).
[[nodiscard]] Result<Parsed<Items>> read_items(std::string_view bytes, std::string_view format,
                                               ReadOptions const& options = {});

struct WriteOptions {
    bool lossless = false;    ///< fail (would_lose) where the format cannot hold a field
    std::string key_pattern;  ///< BibTeX keys, "[auth][year][veryshorttitle]"; empty: keep ids
};

/// Writes records. Fields that the format cannot hold are named by warnings.
/// Errors: not_found, unsupported, would_lose (naming items and fields).
[[nodiscard]] Result<Parsed<std::string>> write_items(Items const& items, std::string_view format,
                                                      WriteOptions const& options = {});

}  // namespace fonds
