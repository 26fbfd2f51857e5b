// From byte offsets to slices, lines and columns.

#include <algorithm>
#include <fonds/span.hpp>

namespace fonds {

std::string_view slice(std::string_view text, Span span) {
    auto const begin = std::min(span.begin, text.size());
    auto const end = std::clamp(span.end, begin, text.size());
    return text.substr(begin, end - begin);
}

Position locate(std::string_view text, std::size_t offset) {
    auto const before = text.substr(0, std::min(offset, text.size()));
    auto const line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    auto const is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return {1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
            1 + static_cast<std::size_t>(std::count_if(
                    before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(), is_lead))};
}

}  // namespace fonds
