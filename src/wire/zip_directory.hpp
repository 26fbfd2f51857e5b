// The directory of a zip package (PKWARE APPNOTE 6.3.10, 4.3): which members it has, where, and how packed.
#pragma once

#include <cstddef>
#include <fonds/result.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace fonds::zip {

/// The number in `size` bytes at `at`, the lowest first; what lies behind the end reads as zero.
[[nodiscard]] std::size_t read_number(std::string_view bytes, std::size_t at, std::size_t size);

// Bits of a member's flags (4.4.4).
inline constexpr unsigned is_encrypted = 1U << 0U;
inline constexpr unsigned has_utf8_name = 1U << 11U;

// How its bytes are packed (4.4.5).
inline constexpr unsigned stored = 0;
inline constexpr unsigned deflated = 8;

struct Member {
    std::string_view name;
    unsigned flags = 0;
    unsigned method = stored;
    std::size_t checksum = 0;  ///< CRC-32 of the unpacked bytes
    std::size_t packed_size = 0;
    std::size_t size = 0;
    std::size_t begin = 0;    ///< of its own header
    std::string_view record;  ///< its record in the directory
};

// Records of fixed size, before the names and the like that follow them (4.3.7, 4.3.12, 4.3.16).
inline constexpr std::size_t header_size = 30, record_size = 46, end_size = 22;
inline constexpr std::string_view header_mark = "PK\x03\x04", record_mark = "PK\x01\x02",
                                  end_mark = "PK\x05\x06";

struct Directory {
    std::vector<Member> members;
    std::size_t begin = 0;  ///< where it stands: behind all members
    std::string_view end;   ///< the record that closes it, and the package's comment

    [[nodiscard]] Member const* find(std::string_view name) const;
};

/// Reads the directory of `package`, into which it points. Errors: those of `Archive::open`.
[[nodiscard]] Result<Directory> read_directory(std::string_view package);

/// The packed bytes of a member; nothing where its header is damaged or they are cut off.
[[nodiscard]] std::optional<std::string_view> packed_bytes(std::string_view package, Member const& member);

}  // namespace fonds::zip
