// Zip packages through libzip.

#include "wire/zip.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <set>

#include "base/text.hpp"
#include "wire/libzip.hpp"

namespace fonds::zip {

using namespace libzip;

namespace {

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Handle = std::unique_ptr<zip_t, Discard>;
using File = std::unique_ptr<zip_file_t, CloseFile>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

Error malformed(std::string message) { return {ErrorCode::malformed, std::move(message), "", 0}; }

std::string reason(zip_error_t& error) {
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

// libzip frees what it may write over, so a source for writing needs memory of its own.
zip_source_t* make_source(std::string_view bytes, bool writable, zip_error_t& error) {
    if (!writable) return zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    void* copy = std::malloc(std::max<std::size_t>(bytes.size(), 1));
    if (!copy) throw std::bad_alloc();
    std::memcpy(copy, bytes.data(), bytes.size());
    auto* source = zip_source_buffer_create(copy, bytes.size(), 1, &error);
    if (!source) std::free(copy);
    return source;
}

// The source is owned by the handle; `kept` gets a reference of its own, for reading what was written.
Result<Handle> open_handle(std::string_view bytes, zip_source_t** kept = nullptr) {
    if (!is_there())
        return Error{ErrorCode::unsupported, "packages are read with libzip, which is not installed", "", 0};
    zip_error_t error;
    zip_error_init(&error);
    auto* source = make_source(bytes, kept != nullptr, error);
    if (!source) return malformed("the package cannot be opened: " + reason(error));
    if (kept) {
        zip_source_keep(source);
        *kept = source;
    }
    Handle handle(zip_open_from_source(source, kept ? 0 : ZIP_RDONLY, &error));
    if (!handle) {
        zip_source_free(source);
        if (kept) zip_source_free(std::exchange(*kept, nullptr));
        return malformed("is no whole zip package (" + reason(error) +
                         "): it may be cut off; get the file again");
    }
    return handle;
}

bool leads_outside(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.front() == '\\') return true;
    if (name.size() > 1 && name[1] == ':') return true;
    std::string const plain = replace_all(name, "\\", "/");
    auto const steps = split(plain, '/');
    return std::find(steps.begin(), steps.end(), "..") != steps.end();
}

std::optional<Error> check_names(zip_t* archive) {
    auto const count = zip_get_num_entries(archive, 0);
    if (static_cast<std::size_t>(count) > maximum_members)
        return Error{ErrorCode::limit_exceeded,
                     "the package has more than " + std::to_string(maximum_members) + " members", "", 0};
    std::set<std::string_view> seen;
    for (zip_int64_t i = 0; i < count; ++i) {
        char const* name = zip_get_name(archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
        if (!name) return malformed("the package's directory is damaged; get the file again");
        if (leads_outside(name))
            return malformed(
                concat("the package holds a member named “", name,
                       "”, which leads outside it: no word processor writes that, do not open it"));
        if (!seen.insert(name).second)
            return malformed(concat("the package holds two members named “", name, "”; save it again"));
    }
    return std::nullopt;
}

std::string mebibytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

std::optional<Error> check_size(zip_stat_t const& stat, std::string const& name, std::size_t read_before) {
    if (stat.size > maximum_member_size)
        return Error{ErrorCode::limit_exceeded,
                     concat("the part “", name, "” is larger than ", mebibytes(maximum_member_size)), "", 0};
    if (read_before + stat.size > maximum_total_size)
        return Error{
            ErrorCode::limit_exceeded,
            concat("the package's parts are larger than ", mebibytes(maximum_total_size), " together"), "",
            0};
    if (stat.size > ratio_matters_from && stat.size / maximum_ratio > stat.comp_size)
        return Error{ErrorCode::limit_exceeded,
                     concat("the part “", name, "” unpacks to more than ", std::to_string(maximum_ratio),
                            " times its size: this is no manuscript but a zip bomb"),
                     "", 0};
    return std::nullopt;
}

std::size_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t out = 0;
    for (auto i = size; i-- > 0;)
        out = out << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0);
    return out;
}

// libzip leaves bit 11 ("names are UTF-8", APPNOTE 4.4.4) out of its directory where a name is ASCII, but
// copies members with their own headers; readers warn where the two differ. The member's header is followed.
void align_name_flags(std::string& package) {
    constexpr std::size_t end_size = 22;
    auto const end = package.rfind("PK\x05\x06");
    if (end == std::string::npos || end + end_size > package.size()) return;
    auto at = little_endian(package, end + 16, 4);
    for (auto left = little_endian(package, end + 10, 2); left > 0; --left) {
        if (at + 46 > end || std::string_view(package).substr(at, 4) != "PK\x01\x02") return;
        auto const local = little_endian(package, at + 42, 4);
        if (local + 8 > end) return;
        constexpr unsigned char bit11 = 0x08;  // of the high byte
        auto const wanted = static_cast<unsigned char>(package[local + 7]) & bit11;
        auto const flags = (static_cast<unsigned char>(package[at + 9]) & ~bit11) | wanted;
        package[at + 9] = static_cast<char>(static_cast<unsigned char>(flags));
        at += 46 + little_endian(package, at + 28, 2) + little_endian(package, at + 30, 2) +
              little_endian(package, at + 32, 2);
    }
}

}  // namespace

bool is_available() { return true; }

struct Archive::State {
    Handle handle;
    std::size_t read = 0;
};

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(std::string_view bytes) {
    auto handle = open_handle(bytes);
    if (!handle) return handle.error();
    if (auto error = check_names(handle->get())) return std::move(*error);
    auto state = std::make_unique<State>();
    state->handle = std::move(*handle);
    return Archive(std::move(state));
}

bool Archive::has(std::string_view name) const {
    return zip_name_locate(state_->handle.get(), std::string(name).c_str(), 0) >= 0;
}

std::vector<std::string> Archive::names() const {
    std::vector<std::string> out;
    auto const count = zip_get_num_entries(state_->handle.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i)
        out.emplace_back(zip_get_name(state_->handle.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS));
    return out;
}

Result<std::optional<std::string>> Archive::read(std::string const& name) {
    auto const index = zip_name_locate(state_->handle.get(), name.c_str(), 0);
    if (index < 0) return std::optional<std::string>();
    zip_stat_t stat;
    zip_stat_init(&stat);
    auto const damaged = [&] {
        return malformed(concat("the part “", name, "” is damaged; get the file again"));
    };
    if (zip_stat_index(state_->handle.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0)
        return damaged();
    if (stat.encryption_method != ZIP_EM_NONE)
        return Error{ErrorCode::unsupported,
                     "the package is encrypted: open it, remove the password, and save it again", "", 0};
    if (auto error = check_size(stat, name, state_->read)) return std::move(*error);
    File file(zip_fopen_index(state_->handle.get(), static_cast<zip_uint64_t>(index), 0));
    if (!file) return damaged();
    // One byte more than declared shows a size that lies.
    std::string bytes(static_cast<std::size_t>(stat.size) + 1, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        auto const got = zip_fread(file.get(), bytes.data() + size, bytes.size() - size);
        if (got < 0) return damaged();
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    if (size != stat.size) return damaged();
    bytes.resize(size);
    state_->read += size;
    return std::optional(std::move(bytes));
}

Result<std::string> replace(std::string_view package,
                            std::vector<std::pair<std::string, std::string>> const& members) {
    zip_source_t* written = nullptr;
    auto handle = open_handle(package, &written);
    if (!handle) return handle.error();
    Source const source(written);
    if (auto error = check_names(handle->get())) return std::move(*error);
    auto const failed = [&] {
        return Error{ErrorCode::unwritable,
                     concat("the package cannot be written: ", zip_strerror(handle->get())), "", 0};
    };
    for (auto const& [name, bytes] : members) {
        auto* content = zip_source_buffer(handle->get(), bytes.data(), bytes.size(), 0);
        if (!content) return failed();
        auto const index = zip_name_locate(handle->get(), name.c_str(), 0);
        auto const done =
            index >= 0
                ? zip_file_replace(handle->get(), static_cast<zip_uint64_t>(index), content, 0)
                : static_cast<int>(zip_file_add(handle->get(), name.c_str(), content, ZIP_FL_ENC_UTF_8));
        if (done < 0) {
            zip_source_free(content);
            return failed();
        }
    }
    if (zip_close(handle->get()) != 0) return failed();
    (void)handle->release();
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_open(written) != 0 || zip_source_stat(written, &stat) != 0)
        return Error{ErrorCode::unwritable, "the written package cannot be read back", "", 0};
    std::string out(static_cast<std::size_t>(stat.size), '\0');
    auto const got = zip_source_read(written, out.data(), out.size());
    zip_source_close(written);
    if (got != static_cast<zip_int64_t>(out.size()))
        return Error{ErrorCode::unwritable, "the written package cannot be read back", "", 0};
    align_name_flags(out);
    return out;
}

}  // namespace fonds::zip
