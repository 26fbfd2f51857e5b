// Collation through ICU (Unicode Collation Algorithm with CLDR's tailorings).

#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "base/collate.hpp"
#include "base/text.hpp"

namespace fonds {

namespace {

/// Room for so many things, on the stack where they are few.
template <class T, std::size_t few>
class Room {
  public:
    explicit Room(std::size_t wanted) {
        if (wanted > few) many_.resize(wanted);
    }
    [[nodiscard]] T* data() { return many_.empty() ? few_.data() : many_.data(); }
    [[nodiscard]] int32_t size() const { return static_cast<int32_t>(many_.empty() ? few : many_.size()); }

  private:
    std::array<T, few> few_;
    std::vector<T> many_;
};

}  // namespace

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
    Room<UChar, 256> wide(text.size() + 1);
    int32_t length = 0;
    auto status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(wide.data(), wide.size(), &length, text.data(), static_cast<int32_t>(text.size()),
                         0xfffd, nullptr, &status);
    auto const write = [&](auto& bytes) {
        return ucol_getSortKey(collator, wide.data(), length, bytes.data(), bytes.size());
    };
    auto const text_of = [](auto& bytes, int32_t size) {  // without the zero that ends a key
        return std::string(bytes.data(), bytes.data() + std::max(size, 1) - 1);
    };
    Room<std::uint8_t, 512> bytes(text.size() + 16);
    auto const size = write(bytes);
    if (size <= bytes.size()) return text_of(bytes, size);
    Room<std::uint8_t, 512> enough(static_cast<std::size_t>(size));
    return text_of(enough, write(enough));
}

}  // namespace fonds
