// Files of records, in and out: input in blocks, output that is there only when it is whole.
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

namespace fonds::cli {

/// Line formats are read in pieces of this size (bytes), cut after a line.
constexpr std::size_t block_size = std::size_t{1} << 20U;

/// A file as memory, which its pages are brought to when they are looked at: nothing is copied. It must not
/// be cut meanwhile.
class MappedFile {
  public:
    MappedFile() = default;
    ~MappedFile() {
        if (is_open()) munmap(begin_, size_);
    }
    MappedFile(MappedFile const&) = delete;
    MappedFile& operator=(MappedFile const&) = delete;

    /// False where that cannot be done with the file, of `size` bytes.
    bool open(std::string const& path, std::size_t size) {
        int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) return false;
        size_ = size;
        begin_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
        close(file);
        return is_open();
    }
    [[nodiscard]] bool is_open() const { return begin_ != MAP_FAILED; }
    [[nodiscard]] std::string_view bytes() const { return {static_cast<char const*>(begin_), size_}; }

  private:
    void* begin_ = MAP_FAILED;
    std::size_t size_ = 0;
};

/// Input as blocks: the whole file, or whole lines of it.
class Input {
  public:
    bool open(std::string const& path) {
        if (path == "-") {
            stream_ = &std::cin;
            return true;
        }
        path_ = path;
        file_.open(path, std::ios::binary);
        stream_ = &file_;
        if (!file_ || file_.peek() == std::ifstream::traits_type::eof())
            return file_.is_open() && !file_.bad();
        auto const begin = file_.tellg();
        if (begin >= 0 && file_.seekg(0, std::ios::end)) {
            total_ = static_cast<std::size_t>(file_.tellg());
            file_.seekg(begin);
        }
        file_.clear();
        return true;
    }
    [[nodiscard]] std::size_t total() const { return total_; }

    /// Adds up to `size` bytes to `block`; false at the end.
    bool read(std::string& block, std::size_t size) {
        auto const before = block.size();
        block.resize(before + size);
        stream_->read(block.data() + before, static_cast<std::streamsize>(size));
        block.resize(before + static_cast<std::size_t>(stream_->gcount()));
        return block.size() > before;
    }
    /// All of it, and in any case its first block; before anything is read.
    std::string_view head() {
        if (total_ > 0 && mapped_.open(path_, total_)) return mapped_.bytes();
        read(first_, block_size);
        return first_;
    }
    std::string_view all() {
        if (mapped_.is_open()) return mapped_.bytes();
        while (read(first_, block_size)) {
        }
        return first_;
    }
    /// Its first block as read from the file; `read` goes on behind it.
    std::string take_first() {
        if (mapped_.is_open()) read(first_, block_size);
        return std::move(first_);
    }
    [[nodiscard]] bool failed() const { return stream_->bad(); }

  private:
    std::string path_;
    std::ifstream file_;
    std::istream* stream_ = nullptr;
    std::size_t total_ = 0;
    MappedFile mapped_;
    std::string first_;  // where it is not mapped
};

/// Output under a temporary name, until it is whole.
class Output {
  public:
    explicit Output(std::string const& path)
        : path_(target_of(path)), part_(is_replaced(path_) ? path_ + ".part" : path_) {}
    ~Output() {
        if (part_ != path_ && !done_) std::remove(part_.c_str());
    }
    Output(Output const&) = delete;
    Output& operator=(Output const&) = delete;

    bool open() {
        if (path_ == "-") return true;
        file_.open(part_, std::ios::binary);
        return file_.is_open();
    }
    void write(std::string const& text) {
        stream().write(text.data(), static_cast<std::streamsize>(text.size()));
    }
    /// Where it goes meanwhile.
    std::ostream& stream() { return path_ == "-" ? std::cout : file_; }
    bool finish() {
        stream().flush();
        if (!stream()) return false;
        if (path_ == "-") return true;
        file_.close();
        done_ = part_ == path_ || std::rename(part_.c_str(), path_.c_str()) == 0;
        return done_;
    }

  private:
    // A link stays one: what it leads to is written.
    static std::string target_of(std::string const& path) {
        std::error_code none;
        auto const target = std::filesystem::canonical(path, none);
        return path == "-" || none ? path : target.string();
    }
    // A device or a pipe is written to as it is.
    static bool is_replaced(std::string const& path) {
        std::error_code none;
        return path != "-" &&
               (!std::filesystem::exists(path, none) || std::filesystem::is_regular_file(path, none));
    }
    std::string path_;
    std::string part_;
    std::ofstream file_;
    bool done_ = false;
};

}  // namespace fonds::cli
