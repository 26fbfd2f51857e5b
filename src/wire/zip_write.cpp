// Writes zip packages: members that stay are copied with their headers, byte for byte.

#define ZLIB_CONST  // for input that is only read
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <new>

#include "base/text.hpp"
#include "wire/zip.hpp"
#include "wire/zip_directory.hpp"

namespace fonds::zip {
namespace {

constexpr std::size_t version = 20;             // deflates (4.4.3)
constexpr std::size_t first_day = 0x0021'0000;  // the first that can be written: 1 January 1980 (4.4.6)

Error unwritable(std::string_view reason) {
    return {ErrorCode::unwritable, concat("the package cannot be written: ", reason), "", 0};
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void put(std::string& out, std::size_t number, std::size_t size) {
    for (; size > 0; --size, number >>= 8U) out += static_cast<char>(number & 0xFFU);
}

std::string deflated_bytes(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef const*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);  // there is room for all
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

class PackageWriter {
  public:
    PackageWriter(std::string_view package, Directory const& directory)
        : package_(package), directory_(directory) {
        for (auto const& member : directory.members) begins_.push_back(member.begin);
        std::sort(begins_.begin(), begins_.end());
    }

    // A member as it stands, up to where the next begins: behind it may stand what its header leaves open.
    [[nodiscard]] bool copy(Member const& member) {
        auto const next = std::upper_bound(begins_.begin(), begins_.end(), member.begin);
        auto const end = next == begins_.end() ? directory_.begin : *next;
        auto const packed = packed_bytes(package_, member);
        if (!packed || packed->data() + packed->size() > package_.data() + end) return false;
        auto const begin = out_.size();
        out_ += package_.substr(member.begin, end - member.begin);
        records_ += member.record.substr(0, record_size - 4);
        put(records_, begin, 4);
        records_ += member.record.substr(record_size);
        ++count_;
        return true;
    }

    // A member anew; `moment` is when it was changed, date before time.
    void add(std::string_view name, std::string_view bytes, std::size_t moment) {
        auto const begin = out_.size();
        auto const packed = deflated_bytes(bytes);
        std::string both;  // what header and record have in common
        put(both, version, 2);
        put(both, is_ascii(name) ? 0 : has_utf8_name, 2);
        put(both, deflated, 2);
        put(both, moment, 4);
        put(both, crc32_z(0, reinterpret_cast<Bytef const*>(bytes.data()), bytes.size()), 4);
        put(both, packed.size(), 4);
        put(both, bytes.size(), 4);
        put(both, name.size(), 2);
        put(both, 0, 2);  // no further fields
        out_ += concat(header_mark, both, name, packed);
        records_ += record_mark;
        put(records_, version, 2);
        records_ += both;
        put(records_, 0, 10);  // no comment, on the first disk, no attributes
        put(records_, begin, 4);
        records_ += name;
        ++count_;
    }

    [[nodiscard]] std::string finish() {
        auto const begin = out_.size();
        out_ += concat(records_, end_mark);
        put(out_, 0, 4);  // disks
        put(out_, count_, 2);
        put(out_, count_, 2);
        put(out_, records_.size(), 4);
        put(out_, begin, 4);
        out_ += directory_.end.substr(end_size - 2);  // the comment
        return std::move(out_);
    }

  private:
    std::string_view package_;
    Directory const& directory_;
    std::vector<std::size_t> begins_;  ///< of all members, in order
    std::string out_, records_;
    std::size_t count_ = 0;
};

}  // namespace

Result<std::string> replace(std::string_view package,
                            std::vector<std::pair<std::string, std::string>> const& members) {
    auto const directory = read_directory(package);
    if (!directory) return directory.error();
    PackageWriter writer(package, *directory);
    for (auto const& member : directory->members) {
        auto const found = std::find_if(members.begin(), members.end(),
                                        [&](auto const& other) { return other.first == member.name; });
        if (found != members.end())
            writer.add(found->first, found->second, read_number(member.record, 12, 4));
        else if (!writer.copy(member)) return unwritable(concat("its part “", member.name, "” is damaged"));
    }
    for (auto const& [name, bytes] : members)
        if (!directory->find(name)) writer.add(name, bytes, first_day);
    auto out = writer.finish();
    if (out.size() > std::numeric_limits<std::uint32_t>::max()) return unwritable("it is larger than 4 GiB");
    return out;
}

}  // namespace fonds::zip
