// Finds the record at the package's end, then the directory it points to.

#include "wire/zip_directory.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/text.hpp"
#include "wire/zip.hpp"

namespace fonds::zip {
namespace {

// What a field holds whose value stands elsewhere (4.4.1.4), being too large for it.
constexpr std::size_t elsewhere_16 = 0xFFFF, elsewhere_32 = 0xFFFF'FFFF;

Error malformed(std::string message) { return {ErrorCode::malformed, std::move(message), "", 0}; }

Error not_whole(std::string_view reason) {
    return malformed(concat("is no whole zip package (", reason, "): it may be cut off; get the file again"));
}

// The record at the end, with the comment behind it: the last that has room for its comment.
std::string_view find_end(std::string_view package) {
    auto before = package;
    for (auto at = before.rfind(end_mark); at != std::string_view::npos; at = before.rfind(end_mark)) {
        auto const size = end_size + read_number(package, at + 20, 2);
        if (at + size <= package.size()) return package.substr(at, size);
        before = before.substr(0, at);
    }
    return {};
}

// Sizes of 4 GiB and more stand in a field of their own, and some programs write all sizes so (4.5.3).
void read_large_sizes(std::string_view fields, Member& member) {
    while (fields.size() >= 4) {
        auto const size = read_number(fields, 2, 2);
        if (read_number(fields, 0, 2) == 1) {
            auto values = fields.substr(4, size);
            for (auto* value : {&member.size, &member.packed_size}) {
                if (*value != elsewhere_32) continue;
                *value = read_number(values, 0, 8);
                values.remove_prefix(std::min<std::size_t>(values.size(), 8));
            }
        }
        fields.remove_prefix(std::min(fields.size(), 4 + size));
    }
}

// The member whose record `rest` begins with; nothing where there is none.
std::optional<Member> read_member(std::string_view rest) {
    if (!rest.starts_with(record_mark)) return std::nullopt;
    auto const name_size = read_number(rest, 28, 2), fields_size = read_number(rest, 30, 2);
    auto const size = record_size + name_size + fields_size + read_number(rest, 32, 2);
    if (size > rest.size()) return std::nullopt;
    Member member;
    member.record = rest.substr(0, size);
    member.name = rest.substr(record_size, name_size);
    member.flags = static_cast<unsigned>(read_number(rest, 8, 2));
    member.method = static_cast<unsigned>(read_number(rest, 10, 2));
    member.checksum = read_number(rest, 16, 4);
    member.packed_size = read_number(rest, 20, 4);
    member.size = read_number(rest, 24, 4);
    member.begin = read_number(rest, 42, 4);
    read_large_sizes(rest.substr(record_size + name_size, fields_size), member);
    return member;
}

bool leads_outside(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.front() == '\\') return true;
    if (name.size() > 1 && name[1] == ':') return true;
    std::string const plain = replace_all(name, "\\", "/");
    auto const steps = split(plain, '/');
    return std::find(steps.begin(), steps.end(), "..") != steps.end();
}

std::optional<Error> check_names(std::vector<Member> const& members) {
    std::set<std::string_view> seen;
    for (auto const& member : members) {
        if (leads_outside(member.name))
            return malformed(
                concat("the package holds a member named “", member.name,
                       "”, which leads outside it: no word processor writes that, do not open it"));
        if (!seen.insert(member.name).second)
            return malformed(
                concat("the package holds two members named “", member.name, "”; save it again"));
    }
    return std::nullopt;
}

}  // namespace

std::size_t read_number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t out = 0;
    for (auto i = size; i-- > 0;)
        out = out << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    return out;
}

Member const* Directory::find(std::string_view name) const {
    auto const found = std::find_if(members.begin(), members.end(),
                                    [&](Member const& member) { return member.name == name; });
    return found == members.end() ? nullptr : &*found;
}

Result<Directory> read_directory(std::string_view package) {
    Directory directory;
    directory.end = find_end(package);
    if (directory.end.empty()) return not_whole("its end is missing");
    auto const count = read_number(directory.end, 10, 2);
    directory.begin = read_number(directory.end, 16, 4);
    if (count == elsewhere_16 || count > maximum_members)
        return Error{ErrorCode::limit_exceeded,
                     concat("the package has more than ", std::to_string(maximum_members), " members"), "",
                     0};
    auto const end = static_cast<std::size_t>(directory.end.data() - package.data());
    if (directory.begin > end) return not_whole("its directory is missing");
    auto rest = package.substr(directory.begin, end - directory.begin);
    for (std::size_t index = 0; index < count; ++index) {
        auto member = read_member(rest);
        if (!member) return malformed("the package's directory is damaged; get the file again");
        rest.remove_prefix(member->record.size());
        directory.members.push_back(*member);
    }
    if (auto error = check_names(directory.members)) return std::move(*error);
    return directory;
}

std::optional<std::string_view> packed_bytes(std::string_view package, Member const& member) {
    auto const header = package.substr(std::min(member.begin, package.size()));
    if (!header.starts_with(header_mark)) return std::nullopt;
    // Its name and fields may be of other lengths than those in the directory.
    auto const begin = header_size + read_number(header, 26, 2) + read_number(header, 28, 2);
    if (begin > header.size() || member.packed_size > header.size() - begin) return std::nullopt;
    return header.substr(begin, member.packed_size);
}

}  // namespace fonds::zip
