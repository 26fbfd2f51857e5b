// Built without ICU, no old encoding can be read.

#include "base/encodings.hpp"

namespace fonds {

std::optional<std::string> decode_charset(std::string_view, std::string_view) { return std::nullopt; }

}  // namespace fonds
