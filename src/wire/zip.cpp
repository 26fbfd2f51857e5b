// Reads the members of zip packages: zlib unpacks them. libzip would do it too, but loads OpenSSL and bzip2
// with it, for packages that no word processor writes, at each start of the command.

#include "wire/zip.hpp"

#define ZLIB_CONST  // for input that is only read
#include <zlib.h>

#include "base/text.hpp"
#include "wire/zip_directory.hpp"

namespace fonds::zip {
namespace {

std::string mebibytes(std::size_t bytes) { return std::to_string(bytes >> 20U) + " MiB"; }

std::optional<Error> check_size(Member const& member, std::size_t read_before) {
    auto const too_much = [](std::string message) {
        return Error{ErrorCode::limit_exceeded, std::move(message), "", 0};
    };
    if (member.size > maximum_member_size)
        return too_much(
            concat("the part “", member.name, "” is larger than ", mebibytes(maximum_member_size)));
    if (read_before + member.size > maximum_total_size)
        return too_much(
            concat("the package's parts are larger than ", mebibytes(maximum_total_size), " together"));
    if (member.size > ratio_matters_from && member.size / maximum_ratio > member.packed_size)
        return too_much(concat("the part “", member.name, "” unpacks to more than ",
                               std::to_string(maximum_ratio),
                               " times its size: this is no manuscript but a zip bomb"));
    return std::nullopt;
}

std::optional<Error> check_method(Member const& member) {
    if ((member.flags & is_encrypted) != 0)
        return Error{ErrorCode::unsupported,
                     "the package is encrypted: open it, remove the password, and save it again", "", 0};
    if (member.method != stored && member.method != deflated)
        return Error{ErrorCode::unsupported,
                     concat("the part “", member.name, "” is packed in a way that no word processor uses (",
                            std::to_string(member.method), "); save the file again"),
                     "", 0};
    return std::nullopt;
}

// What was packed by deflating it, `size` bytes; nothing where it is damaged or of another size.
std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
    std::string out(size, '\0');
    stream.next_in = reinterpret_cast<Bytef const*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    auto const is_whole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    return is_whole ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<std::string> unpacked(std::string_view package, Member const& member) {
    auto const packed = packed_bytes(package, member);
    if (!packed) return std::nullopt;
    auto out = member.method == stored ? std::string(*packed) : inflated(*packed, member.size);
    if (!out || out->size() != member.size) return std::nullopt;
    auto const checksum = crc32_z(0, reinterpret_cast<Bytef const*>(out->data()), out->size());
    return checksum == member.checksum ? std::move(out) : std::nullopt;
}

}  // namespace

bool is_available() { return true; }

struct Archive::State {
    std::string_view package;
    Directory directory;
    std::size_t read = 0;
};

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(std::string_view bytes) {
    auto directory = read_directory(bytes);
    if (!directory) return directory.error();
    return Archive(std::make_unique<State>(State{bytes, std::move(*directory), 0}));
}

bool Archive::has(std::string_view name) const { return state_->directory.find(name) != nullptr; }

std::vector<std::string> Archive::names() const {
    std::vector<std::string> out;
    for (auto const& member : state_->directory.members) out.emplace_back(member.name);
    return out;
}

Result<std::optional<std::string>> Archive::read(std::string const& name) {
    auto const* member = state_->directory.find(name);
    if (!member) return std::optional<std::string>();
    if (auto error = check_method(*member)) return std::move(*error);
    if (auto error = check_size(*member, state_->read)) return std::move(*error);
    auto bytes = unpacked(state_->package, *member);
    if (!bytes)
        return Error{ErrorCode::malformed, concat("the part “", name, "” is damaged; get the file again"), "",
                     0};
    state_->read += bytes->size();
    return bytes;
}

}  // namespace fonds::zip
