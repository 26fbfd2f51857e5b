// A file in memory, as minizip reads and writes one.

#include "wire/zip_file.hpp"

#include <algorithm>
#include <new>

namespace fonds::zip {
namespace {

MemoryFile& self(voidpf file) { return *static_cast<MemoryFile*>(file); }

}  // namespace

std::size_t MemoryFile::read(char* to, std::size_t size) {
    auto const taken = std::min(size, read_.size() - std::min(at_, read_.size()));
    std::copy_n(read_.data() + at_, taken, to);
    at_ += taken;
    ended_ = taken < size;
    return taken;
}

std::size_t MemoryFile::write(char const* from, std::size_t size) {
    if (!written_) return 0;
    auto const over = std::min(size, written_->size() - at_);
    try {
        written_->replace(at_, over, from, size);
    } catch (std::bad_alloc const&) {
        return 0;  // minizip, which is C, hands on no exception
    }
    at_ += size;
    return size;
}

bool MemoryFile::seek(std::size_t offset, int origin) {
    auto const from = origin == ZLIB_FILEFUNC_SEEK_CUR ? at_ : origin == ZLIB_FILEFUNC_SEEK_END ? size() : 0;
    // An offset before `from` comes as the great number that it is without a sign.
    auto const place = from + offset;
    if (place > size()) return false;
    at_ = place;
    return true;
}

zlib_filefunc64_def MemoryFile::functions() {
    zlib_filefunc64_def out{};
    out.opaque = this;
    out.zopen64_file = [](voidpf opaque, void const*, int) { return opaque; };
    out.zread_file = [](voidpf, voidpf file, void* to, uLong size) -> uLong {
        return self(file).read(static_cast<char*>(to), size);
    };
    out.zwrite_file = [](voidpf, voidpf file, void const* from, uLong size) -> uLong {
        return self(file).write(static_cast<char const*>(from), size);
    };
    out.ztell64_file = [](voidpf, voidpf file) -> ZPOS64_T { return self(file).at_; };
    out.zseek64_file = [](voidpf, voidpf file, ZPOS64_T offset, int origin) -> long {
        return self(file).seek(offset, origin) ? 0 : -1;
    };
    out.zclose_file = [](voidpf, voidpf) { return 0; };
    // minizip takes the end of a file for no error by itself, and reads on in a directory that is cut off.
    out.zerror_file = [](voidpf, voidpf file) { return self(file).ended_ ? 1 : 0; };
    return out;
}

}  // namespace fonds::zip
