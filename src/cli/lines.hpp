// Lines of a text, for messages: an index is built once, however many places are asked for.
#pragma once

#include <algorithm>
#include <fonds/span.hpp>
#include <string_view>
#include <vector>

namespace fonds::cli {

class LineIndex {
  public:
    explicit LineIndex(std::string_view text) : text_(text) {
        for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
            starts_.push_back(at + 1);
    }

    [[nodiscard]] Position locate(std::size_t offset) const {
        auto const line = std::upper_bound(starts_.begin(), starts_.end(), std::min(offset, text_.size()));
        auto const start = line == starts_.begin() ? 0 : *(line - 1);
        // No message needs the exact column in a line of megabytes, and counting there is what takes time.
        auto const counted = text_.substr(start, std::min<std::size_t>(offset - start, 10000));
        auto const within = fonds::locate(counted, counted.size());
        return {static_cast<std::size_t>(line - starts_.begin()) + 1, within.column};
    }

  private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

}  // namespace fonds::cli
