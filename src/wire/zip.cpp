// Members of packages, read through minizip.

#include "wire/zip.hpp"

#include "base/text.hpp"
#include "wire/zip_package.hpp"

namespace fonds::zip {
namespace {

std::string mebibytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

std::optional<Error> check_size(Member const& member, std::size_t read_before) {
    auto const size = member.info.uncompressed_size;
    if (size > maximum_member_size)
        return Error{
            ErrorCode::limit_exceeded,
            concat("the part “", member.shown_name(), "” is larger than ", mebibytes(maximum_member_size)),
            "", 0};
    if (read_before + size > maximum_total_size)
        return Error{
            ErrorCode::limit_exceeded,
            concat("the package's parts are larger than ", mebibytes(maximum_total_size), " together"), "",
            0};
    if (size > ratio_matters_from && size / maximum_ratio > member.info.compressed_size)
        return Error{
            ErrorCode::limit_exceeded,
            concat("the part “", member.shown_name(), "” unpacks to more than ",
                   std::to_string(maximum_ratio), " times its size: this is no manuscript but a zip bomb"),
            "", 0};
    return std::nullopt;
}

// The member's bytes; nothing where they are not as many, or have another checksum, than the directory says.
std::optional<std::string> unpack(unzFile handle, Member const& member) {
    if (unzGoToFilePos64(handle, &member.place) != UNZ_OK || unzOpenCurrentFile(handle) != UNZ_OK) return {};
    std::string bytes(member.info.uncompressed_size, '\0');
    auto const got = unzReadCurrentFile(handle, bytes.data(), static_cast<unsigned>(bytes.size()));
    auto const closed = unzCloseCurrentFile(handle);
    if (got != static_cast<int>(bytes.size()) || closed != UNZ_OK) return {};
    return bytes;
}

}  // namespace

bool is_available() { return true; }

struct Archive::State {
    Package package;
    std::size_t read = 0;
};

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(std::string_view bytes) {
    auto package = Package::open(bytes);
    if (!package) return package.error();
    return Archive(std::make_unique<State>(State{std::move(*package), 0}));
}

bool Archive::has(std::string_view name) const { return state_->package.find(name) != nullptr; }

std::vector<std::string> Archive::names() const {
    std::vector<std::string> out;
    for (auto const& member : state_->package.members()) out.push_back(member.name);
    return out;
}

Result<std::optional<std::string>> Archive::read(std::string const& name) {
    auto const* member = state_->package.find(name);
    if (!member) return std::optional<std::string>();
    if (member->is_encrypted())
        return Error{ErrorCode::unsupported,
                     "the package is encrypted: open it, remove the password, and save it again", "", 0};
    if (!member->is_deflate()) return unknown_packing(*member);
    if (auto error = check_size(*member, state_->read)) return std::move(*error);
    auto bytes = unpack(state_->package.handle(), *member);
    if (!bytes) return damaged(*member);
    state_->read += bytes->size();
    return bytes;
}

}  // namespace fonds::zip
