// Input from files by the words of POSIX.

#include "cli/input.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <utility>

namespace fonds::cli {
namespace {

/// Why a file cannot be opened.
Error cannot_open(std::string const& path) {
    auto const reason = std::string(std::strerror(errno));
    std::error_code none;
    auto const status = std::filesystem::status(path, none);
    if (!std::filesystem::exists(status))
        return {ErrorCode::not_found, "no such file; check the path", path, 0};
    if (std::filesystem::is_directory(status))
        return {ErrorCode::unreadable, "is a folder, not a file", path, 0};
    return {ErrorCode::unreadable, "cannot be read: " + reason, path, 0};
}

}  // namespace

MappedFile::~MappedFile() {
    if (is_open()) munmap(begin_, size_);
}

bool MappedFile::open(std::string const& path, std::size_t size) {
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    auto* const begin = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    if (begin == MAP_FAILED) return false;
    begin_ = begin;
    size_ = size;
    return true;
}

std::optional<Error> Input::open(std::string const& path) {
    if (path == "-") {
        stream_ = &std::cin;
        return std::nullopt;
    }
    path_ = path;
    file_.open(path, std::ios::binary);
    stream_ = &file_;
    // A folder can be opened, and not be read.
    auto const is_empty = file_ && file_.peek() == std::ifstream::traits_type::eof();
    if (!file_.is_open() || file_.bad()) return cannot_open(path);
    if (is_empty) return std::nullopt;
    auto const begin = file_.tellg();
    if (begin >= 0 && file_.seekg(0, std::ios::end)) {
        total_ = static_cast<std::size_t>(file_.tellg());
        file_.seekg(begin);
    }
    file_.clear();
    return std::nullopt;
}

bool Input::read(std::string& block, std::size_t size) {
    auto const before = block.size();
    block.resize(before + size);
    stream_->read(block.data() + before, static_cast<std::streamsize>(size));
    block.resize(before + static_cast<std::size_t>(stream_->gcount()));
    return block.size() > before;
}

std::string_view Input::head() {
    if (mapped_.is_open()) return mapped_.bytes();
    if (first_.empty() && total_ > 0 && mapped_.open(path_, total_)) return mapped_.bytes();
    if (first_.empty()) read(first_, block_size);
    return first_;
}

std::string_view Input::all() {
    if (head(); mapped_.is_open()) return mapped_.bytes();
    while (read(first_, block_size)) {
    }
    return first_;
}

std::string Input::take_first() {
    if (mapped_.is_open()) read(first_, block_size);
    return std::move(first_);
}

}  // namespace fonds::cli
