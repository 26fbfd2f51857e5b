// Output by way of a file beside the one that is wanted.

#include "cli/output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fonds/rewrite.hpp>
#include <iostream>

namespace fonds::cli {
namespace {

namespace fs = std::filesystem;

// A link stays one: what it leads to is written.
std::string target_of(std::string const& path) {
    std::error_code none;
    auto const target = fs::canonical(path, none);
    return path == "-" || none ? path : target.string();
}

// A device or a pipe is written to as it is.
bool is_replaced(std::string const& path) {
    std::error_code none;
    return path != "-" && (!fs::exists(path, none) || fs::is_regular_file(path, none));
}

Error unwritable(std::string const& path) {
    return {ErrorCode::unwritable, std::string("cannot be written: ") + std::strerror(errno), path, 0};
}

}  // namespace

Output::Output(std::string const& path) : name_(path), path_(target_of(path)), part_(path_) {}

Output::~Output() {
    if (part_ != path_ && !done_) std::remove(part_.c_str());
}

std::optional<Error> Output::open() {
    if (is_standard()) return std::nullopt;
    if (is_replaced(path_)) {
        auto part = new_output_beside(path_);
        if (!part) return unwritable(name_);
        part_ = *std::move(part);
    }
    file_.open(part_, std::ios::binary);
    if (!file_.is_open()) return unwritable(name_);
    // What nobody else may read, nobody else may read meanwhile.
    std::error_code none;
    if (auto const old = fs::status(path_, none); part_ != path_ && fs::exists(old))
        fs::permissions(part_, old.permissions(), none);
    return std::nullopt;
}

void Output::write(std::string const& text) {
    stream().write(text.data(), static_cast<std::streamsize>(text.size()));
}

std::ostream& Output::stream() { return is_standard() ? std::cout : file_; }

std::optional<Error> Output::finish() {
    if (is_standard()) return flush_standard_output();
    file_.flush();
    if (!file_) return unwritable(name_);
    file_.close();
    done_ = part_ == path_ || std::rename(part_.c_str(), path_.c_str()) == 0;
    if (!done_) return unwritable(name_);
    return std::nullopt;
}

std::optional<Error> flush_standard_output() {
    std::cout.flush();
    if (std::cout) return std::nullopt;
    return Error{ErrorCode::unwritable, "cannot be written to its end", "standard output", 0};
}

}  // namespace fonds::cli
