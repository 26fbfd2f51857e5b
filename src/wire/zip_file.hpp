// A file in memory, as minizip reads and writes one.
#pragma once

#include <minizip/ioapi.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace fonds::zip {

/// Bytes that are read, or a text that is written; must stay where it is while minizip has it open.
class MemoryFile {
  public:
    explicit MemoryFile(std::string_view bytes) : read_(bytes) {}
    explicit MemoryFile(std::string& written) : written_(&written) {}
    MemoryFile(MemoryFile const&) = delete;
    MemoryFile& operator=(MemoryFile const&) = delete;

    /// What minizip is to call in place of the functions for files on disk.
    [[nodiscard]] zlib_filefunc64_def functions();

  private:
    [[nodiscard]] std::size_t size() const { return written_ ? written_->size() : read_.size(); }
    std::size_t read(char* to, std::size_t size);
    std::size_t write(char const* from, std::size_t size);
    bool seek(std::size_t offset, int origin);

    std::string_view read_;
    std::string* written_ = nullptr;
    std::size_t at_ = 0;
    bool ended_ = false;  ///< less was there than was last to be read
};

}  // namespace fonds::zip
