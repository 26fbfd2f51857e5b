// Collation through ICU (Unicode Collation Algorithm with CLDR's tailorings).

#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include <mutex>
#include <vector>

#include "base/collate.hpp"
#include "base/text.hpp"

namespace fonds {

/// Opened for the first key: what sorts nothing need not read ICU's tables.
struct Collator::State {
    explicit State(std::string_view its_language) : language(its_language) {}
    State(State const&) = delete;
    State& operator=(State const&) = delete;
    ~State() {
        if (collator) ucol_close(collator);
    }

    [[nodiscard]] UCollator const* opened() {
        std::call_once(once, [this] { open(); });
        return collator;
    }

  private:
    void open() {
        auto status = U_ZERO_ERROR;
        collator = ucol_open(replace_all(language, "-", "_").c_str(), &status);
        if (U_FAILURE(status) || !collator) {
            status = U_ZERO_ERROR;
            collator = ucol_open("", &status);
        }
        if (!collator) return;
        ucol_setStrength(collator, UCOL_PRIMARY);
        ucol_setAttribute(collator, UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, &status);
        ucol_setAttribute(collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
    }

    std::string language;
    std::once_flag once;
    UCollator* collator = nullptr;
};

Collator::Collator(std::string_view language) : state_(std::make_unique<State>(language)) {}
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;
Collator::~Collator() = default;

std::string Collator::key(std::string_view text) const {
    auto const* const collator = state_->opened();
    if (!collator) return std::string(text);
    std::vector<UChar> wide(text.size() + 1);
    int32_t length = 0;
    auto status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(wide.data(), static_cast<int32_t>(wide.size()), &length, text.data(),
                         static_cast<int32_t>(text.size()), 0xfffd, nullptr, &status);
    std::string out(text.size() * 3 + 16, '\0');
    auto* const bytes = reinterpret_cast<uint8_t*>(out.data());
    auto const size = ucol_getSortKey(collator, wide.data(), length, bytes, static_cast<int32_t>(out.size()));
    if (size > static_cast<int32_t>(out.size())) {
        out.resize(static_cast<std::size_t>(size));
        ucol_getSortKey(collator, wide.data(), length, reinterpret_cast<uint8_t*>(out.data()), size);
    }
    out.resize(size > 0 ? static_cast<std::size_t>(size - 1) : 0);
    return out;
}

}  // namespace fonds
