// Zip packages in a build without minizip: every use says what is missing.

#include "wire/zip.hpp"

namespace fonds::zip {
namespace {

Error absent() {
    return {ErrorCode::unsupported,
            "this build reads no DOCX and no ODT: build fonds with -DFONDS_WITH_PACKAGES=ON (minizip)", "",
            0};
}

}  // namespace

struct Archive::State {};
Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

bool is_available() { return false; }
Result<Archive> Archive::open(std::string_view) { return absent(); }
bool Archive::has(std::string_view) const { return false; }
std::vector<std::string> Archive::names() const { return {}; }
Result<std::optional<std::string>> Archive::read(std::string const&) { return absent(); }
Result<std::string> replace(std::string_view, std::vector<std::pair<std::string, std::string>> const&) {
    return absent();
}

}  // namespace fonds::zip
