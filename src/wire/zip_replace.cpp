// Packages written anew through minizip.

#include <minizip/zip.h>

#include <algorithm>

#include "base/text.hpp"
#include "wire/zip.hpp"
#include "wire/zip_package.hpp"

namespace fonds::zip {
namespace {

// General purpose flags (APPNOTE 4.4.4).
constexpr unsigned long sizes_stand_behind = 1U << 3U, name_is_utf8 = 1U << 11U;
// From this size on a member's sizes are written in eight bytes.
constexpr ZPOS64_T beyond_four_bytes = 0xFFFFFFFF;
// 1 January 1980, as Word dates all members.
constexpr unsigned long first_date = 0x00210000;
constexpr unsigned long version_made_by = 20;  // 2.0, the first with "deflate"
constexpr int memory_level = 8;                // zlib's own choice

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What stands with a member beside its bytes.
struct Surroundings {
    std::string extra;        ///< fields of its record in the directory
    std::string local_extra;  ///< fields of the header before its bytes
    std::string comment;
};

std::size_t little_endian(std::string_view bytes) {
    return static_cast<unsigned char>(bytes[0]) |
           static_cast<std::size_t>(static_cast<unsigned char>(bytes[1])) << 8U;
}

// Extra fields (APPNOTE 4.5) without the one of sizes in eight bytes, which minizip writes itself where it is
// needed; what is no whole field goes with it.
std::string without_sizes(std::string_view fields) {
    constexpr std::size_t sizes = 1, header = 4;
    std::string out;
    while (fields.size() >= header) {
        auto const size = header + little_endian(fields.substr(2));
        if (size > fields.size()) break;
        if (little_endian(fields) != sizes) out += fields.substr(0, size);
        fields.remove_prefix(size);
    }
    return out;
}

Error unwritable() { return {ErrorCode::unwritable, "the package cannot be written", "", 0}; }

class PackageWriter {
  public:
    explicit PackageWriter(std::size_t expected_size) {
        written_.reserve(expected_size);
        auto functions = file_.functions();
        handle_ = zipOpen2_64(nullptr, APPEND_STATUS_CREATE, nullptr, &functions);
    }
    PackageWriter(PackageWriter const&) = delete;
    PackageWriter& operator=(PackageWriter const&) = delete;
    ~PackageWriter() {
        if (handle_) zipClose(handle_, nullptr);
    }

    /// A member with its packed bytes.
    std::optional<Error> copy(Package const& package, Member const& member) {
        if (!member.is_deflate()) return unknown_packing(member);
        int method = 0;
        if (unzGoToFilePos64(package.handle(), &member.place) != UNZ_OK ||
            unzOpenCurrentFile2(package.handle(), &method, nullptr, 1) != UNZ_OK)
            return damaged(member);
        auto const around = surroundings(package.handle(), member);
        bool const opened = open(member.name, member.info, around, method, true);
        auto const copied = opened ? copy_bytes(package.handle()) : 0;
        unzCloseCurrentFile(package.handle());
        if (opened && copied != member.info.compressed_size) return damaged(member);
        if (!opened ||
            zipCloseFileInZipRaw64(handle_, member.info.uncompressed_size, member.info.crc) != ZIP_OK)
            return unwritable();
        return std::nullopt;
    }

    /// A member with new bytes; `old`, where there is one, gives it its date and says whether it is packed.
    std::optional<Error> add(std::string const& name, std::string_view bytes, Member const* old) {
        unz_file_info64 info{};
        info.version = version_made_by;
        info.dosDate = first_date;
        info.compression_method = Z_DEFLATED;
        if (!is_ascii(name)) info.flag = name_is_utf8;
        if (old) info = old->info;
        if (old && !old->is_deflate()) info.compression_method = Z_DEFLATED;
        info.flag &= name_is_utf8;
        info.compressed_size = bytes.size();
        if (!open(name, info, {}, static_cast<int>(info.compression_method), false) ||
            zipWriteInFileInZip(handle_, bytes.data(), static_cast<unsigned>(bytes.size())) != ZIP_OK ||
            zipCloseFileInZip(handle_) != ZIP_OK)
            return unwritable();
        return std::nullopt;
    }

    Result<std::string> finish(std::string const& comment) {
        if (zipClose(std::exchange(handle_, nullptr), comment.c_str()) != ZIP_OK) return unwritable();
        return std::move(written_);
    }

  private:
    // A member is open in the package.
    static Surroundings surroundings(unzFile handle, Member const& member) {
        Surroundings out;
        out.extra.resize(member.info.size_file_extra);
        out.comment.resize(member.info.size_file_comment);
        unzGetCurrentFileInfo64(handle, nullptr, nullptr, 0, out.extra.data(), out.extra.size(),
                                out.comment.data(), out.comment.size());
        out.extra = without_sizes(out.extra);
        auto const size = unzGetLocalExtrafield(handle, nullptr, 0);
        out.local_extra.resize(static_cast<std::size_t>(std::max(size, 0)));
        unzGetLocalExtrafield(handle, out.local_extra.data(), static_cast<unsigned>(out.local_extra.size()));
        out.local_extra = without_sizes(out.local_extra);
        return out;
    }

    bool open(std::string const& name, unz_file_info64 const& info, Surroundings const& around, int method,
              bool is_packed) {
        zip_fileinfo about{};
        about.dosDate = info.dosDate;
        about.internal_fa = info.internal_fa;
        about.external_fa = info.external_fa;
        // The level leaves its mark in the flags, where that of packed bytes stands already.
        auto const level = is_packed ? Z_DEFAULT_COMPRESSION : Z_BEST_COMPRESSION;
        return zipOpenNewFileInZip4_64(handle_, name.c_str(), &about, around.local_extra.data(),
                                       static_cast<unsigned>(around.local_extra.size()), around.extra.data(),
                                       static_cast<unsigned>(around.extra.size()), around.comment.c_str(),
                                       method, level, is_packed ? 1 : 0, -MAX_WBITS, memory_level,
                                       Z_DEFAULT_STRATEGY, nullptr, 0, info.version,
                                       info.flag & ~sizes_stand_behind,
                                       info.compressed_size >= beyond_four_bytes ? 1 : 0) == ZIP_OK;
    }

    // How many bytes went over.
    ZPOS64_T copy_bytes(unzFile from) {
        constexpr unsigned chunk = 1U << 16U;
        std::string bytes(chunk, '\0');
        ZPOS64_T done = 0;
        for (;;) {
            auto const got = unzReadCurrentFile(from, bytes.data(), chunk);
            if (got <= 0 || zipWriteInFileInZip(handle_, bytes.data(), static_cast<unsigned>(got)) != ZIP_OK)
                return done;
            done += static_cast<ZPOS64_T>(got);
        }
    }

    std::string written_;
    MemoryFile file_{written_};
    zipFile handle_ = nullptr;
};

std::string comment_of(Package const& package) {
    unz_global_info64 about{};
    if (!package.handle() || unzGetGlobalInfo64(package.handle(), &about) != UNZ_OK) return {};
    std::string out(about.size_comment, '\0');
    unzGetGlobalComment(package.handle(), out.data(), out.size());
    return out;
}

}  // namespace

Result<std::string> replace(std::string_view bytes,
                            std::vector<std::pair<std::string, std::string>> const& members) {
    auto const package = Package::open(bytes);
    if (!package) return package.error();
    if (members.empty()) return std::string(bytes);
    std::size_t added = 0;
    for (auto const& [name, content] : members) added += content.size();
    PackageWriter writer(bytes.size() + added / 2);
    for (auto const& member : package->members()) {
        auto const changed = std::find_if(members.begin(), members.end(),
                                          [&](auto const& one) { return one.first == member.name; });
        auto error = changed == members.end() ? writer.copy(*package, member)
                                              : writer.add(member.name, changed->second, &member);
        if (error) return std::move(*error);
    }
    for (auto const& [name, content] : members)
        if (!package->find(name))
            if (auto error = writer.add(name, content, nullptr)) return std::move(*error);
    return writer.finish(comment_of(*package));
}

}  // namespace fonds::zip
