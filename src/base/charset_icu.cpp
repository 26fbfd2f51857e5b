// Old encodings through ICU's converters.

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

#include "base/encodings.hpp"

namespace fonds {

std::optional<std::string> decode_charset(std::string_view bytes, std::string_view charset) {
    auto status = U_ZERO_ERROR;
    std::unique_ptr<UConverter, decltype(&ucnv_close)> const converter(
        ucnv_open(std::string(charset).c_str(), &status), ucnv_close);
    if (U_FAILURE(status) || !converter) return std::nullopt;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    icu::UnicodeString const text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
    if (U_FAILURE(status)) return std::nullopt;
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace fonds
