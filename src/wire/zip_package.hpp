// A package that minizip has opened, and what its directory says.
#pragma once

#include <minizip/unzip.h>

#include <fonds/result.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "wire/zip_file.hpp"

namespace fonds::zip {

/// A member as the package's directory describes it.
struct Member {
    std::string name;
    unz_file_info64 info{};
    unz64_file_pos place{};  ///< of its record

    [[nodiscard]] bool is_encrypted() const { return (info.flag & 1U) != 0; }
    /// Whether it is stored or deflated: nothing else may be in a DOCX or an ODT.
    [[nodiscard]] bool is_deflate() const {
        return info.compression_method == 0 || info.compression_method == Z_DEFLATED;
    }
    [[nodiscard]] std::string shown_name() const;  ///< as UTF-8
};

/// `bytes` must outlive it.
class Package {
  public:
    /// Reads the directory and judges the names in it.
    [[nodiscard]] static Result<Package> open(std::string_view bytes);

    [[nodiscard]] unzFile handle() const { return handle_.get(); }
    [[nodiscard]] std::vector<Member> const& members() const { return members_; }
    [[nodiscard]] Member const* find(std::string_view name) const;

  private:
    struct Close {
        void operator()(unzFile handle) const { unzClose(handle); }
    };

    std::unique_ptr<MemoryFile> file_;
    std::unique_ptr<void, Close> handle_;
    std::vector<Member> members_;
};

[[nodiscard]] Error malformed(std::string message);
[[nodiscard]] Error damaged(Member const& member);
[[nodiscard]] Error unknown_packing(Member const& member);

}  // namespace fonds::zip
