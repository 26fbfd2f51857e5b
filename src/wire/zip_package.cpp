// A package that minizip has opened, and what its directory says.

#include "wire/zip_package.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "wire/zip.hpp"

namespace fonds::zip {
namespace {

// The record at the end of a package without members, without a comment (APPNOTE 4.3.16). minizip takes one
// at the very beginning for none.
bool is_empty_package(std::string_view bytes) {
    return bytes.size() == 22 && bytes.starts_with(std::string_view("PK\x05\x06\0\0\0\0\0\0\0\0", 12));
}

bool leads_outside(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.front() == '\\') return true;
    if (name.size() > 1 && name[1] == ':') return true;
    std::string const plain = replace_all(name, "\\", "/");
    auto const steps = split(plain, '/');
    return contains(steps, "..");
}

std::optional<Error> check_names(std::vector<Member> const& members) {
    std::set<std::string_view> seen;
    for (auto const& member : members) {
        if (leads_outside(member.name))
            return malformed(
                concat("the package holds a member named “", member.shown_name(),
                       "”, which leads outside it: no word processor writes that, do not open it"));
        if (!seen.insert(member.name).second)
            return malformed(
                concat("the package holds two members named “", member.shown_name(), "”; save it again"));
    }
    return std::nullopt;
}

// The member whose record minizip stands at.
std::optional<Member> current_member(unzFile handle) {
    Member out;
    if (unzGetCurrentFileInfo64(handle, &out.info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) return {};
    out.name.resize(out.info.size_filename);
    if (unzGetCurrentFileInfo64(handle, nullptr, out.name.data(), out.info.size_filename, nullptr, 0, nullptr,
                                0) != UNZ_OK)
        return {};
    if (unzGetFilePos64(handle, &out.place) != UNZ_OK || out.name.find('\0') != std::string::npos) return {};
    return out;
}

}  // namespace

Error malformed(std::string message) { return {ErrorCode::malformed, std::move(message), "", 0}; }

Error damaged(Member const& member) {
    return malformed(concat("the part “", member.shown_name(), "” is damaged; get the file again"));
}

Error unknown_packing(Member const& member) {
    return {ErrorCode::unsupported,
            concat("the part “", member.shown_name(),
                   "” is packed in another way than word processors do: save the file again"),
            "", 0};
}

std::string Member::shown_name() const { return repair_utf8(name); }

Result<Package> Package::open(std::string_view bytes) {
    Package out;
    if (is_empty_package(bytes)) return out;
    out.file_ = std::make_unique<MemoryFile>(bytes);
    auto functions = out.file_->functions();
    out.handle_.reset(unzOpen2_64(nullptr, &functions));
    if (!out.handle_) return malformed("is no whole zip package: it may be cut off; get the file again");
    unz_global_info64 about{};
    if (unzGetGlobalInfo64(out.handle(), &about) != UNZ_OK || about.number_entry > maximum_members)
        return Error{ErrorCode::limit_exceeded,
                     "the package has more than " + std::to_string(maximum_members) + " members", "", 0};
    for (ZPOS64_T i = 0; i < about.number_entry; ++i) {
        auto const moved = i == 0 ? unzGoToFirstFile(out.handle()) : unzGoToNextFile(out.handle());
        auto member = moved == UNZ_OK ? current_member(out.handle()) : std::nullopt;
        if (!member) return malformed("the package's directory is damaged; get the file again");
        out.members_.push_back(std::move(*member));
    }
    if (auto error = check_names(out.members_)) return std::move(*error);
    return out;
}

Member const* Package::find(std::string_view name) const {
    auto const found = std::find_if(members_.begin(), members_.end(),
                                    [&](Member const& member) { return member.name == name; });
    return found == members_.end() ? nullptr : &*found;
}

}  // namespace fonds::zip
