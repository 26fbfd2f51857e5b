// Files of records as input: all at once, or in blocks.
#pragma once

#include <fonds/result.hpp>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace fonds::cli {

/// Line formats are read in pieces of this size (bytes), cut after a line.
constexpr std::size_t block_size = std::size_t{1} << 20U;

/// A file as memory, which its pages are brought to when they are looked at: nothing is copied. It must not
/// be cut meanwhile.
class MappedFile {
  public:
    MappedFile() = default;
    ~MappedFile();
    MappedFile(MappedFile const&) = delete;
    MappedFile& operator=(MappedFile const&) = delete;

    /// False where that cannot be done with the file, of `size` bytes.
    bool open(std::string const& path, std::size_t size);
    [[nodiscard]] bool is_open() const { return begin_ != nullptr; }
    [[nodiscard]] std::string_view bytes() const { return {static_cast<char const*>(begin_), size_}; }

  private:
    void* begin_ = nullptr;
    std::size_t size_ = 0;
};

/// Input as blocks: the whole file, or whole lines of it.
class Input {
  public:
    /// "-" is standard input. Errors: not_found, unreadable.
    [[nodiscard]] std::optional<Error> open(std::string const& path);
    [[nodiscard]] std::size_t total() const { return total_; }

    /// Adds up to `size` bytes to `block`; false at the end.
    bool read(std::string& block, std::size_t size);
    /// All of it, and in any case its first block; before anything is read.
    std::string_view head();
    std::string_view all();
    /// Its first block as read from the file; `read` goes on behind it.
    std::string take_first();
    [[nodiscard]] bool failed() const { return stream_->bad(); }

  private:
    std::string path_;
    std::ifstream file_;
    std::istream* stream_ = nullptr;
    std::size_t total_ = 0;
    MappedFile mapped_;
    std::string first_;  // where it is not mapped
};

}  // namespace fonds::cli
