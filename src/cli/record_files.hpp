// Files of records, in and out: input in blocks, output that is there only when it is whole.
#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>

namespace fonds::cli {

/// Line formats are read in pieces of this size (bytes), cut after a line.
constexpr std::size_t block_size = std::size_t{1} << 20U;

/// Input as blocks: the whole file, or whole lines of it.
class Input {
  public:
    bool open(std::string const& path) {
        if (path == "-") {
            stream_ = &std::cin;
            return true;
        }
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
    void read_all(std::string& block) {
        block.reserve(total_);
        while (stream_->peek() != std::istream::traits_type::eof() &&
               read(block, total_ > block.size() ? total_ - block.size() : block_size)) {
        }
    }
    [[nodiscard]] bool failed() const { return stream_->bad(); }

  private:
    std::ifstream file_;
    std::istream* stream_ = nullptr;
    std::size_t total_ = 0;
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
    std::ostream& stream() { return path_ == "-" ? std::cout : file_; }
    std::string path_;
    std::string part_;
    std::ofstream file_;
    bool done_ = false;
};

}  // namespace fonds::cli
