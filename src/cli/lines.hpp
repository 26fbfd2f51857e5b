// Lines of a text, for messages: each is looked for once, however many places are asked for, and none behind
// the last of them.
#pragma once

#include <algorithm>
#include <fonds/span.hpp>
#include <string_view>
#include <vector>

namespace fonds::cli {

class LineIndex {
  public:
    explicit LineIndex(std::string_view text) : text_(text) {}

    [[nodiscard]] Position locate(std::size_t offset) {
        find_lines(std::min(offset, text_.size()));
        auto const behind = std::upper_bound(starts_.begin(), starts_.end(), std::min(offset, text_.size()));
        auto const start = *(behind - 1);
        // No message needs the exact column in a line of megabytes, and counting there is what takes time.
        auto const counted = text_.substr(start, std::min<std::size_t>(offset - start, 10000));
        auto const within = fonds::locate(counted, counted.size());
        return {static_cast<std::size_t>(behind - starts_.begin()), within.column};
    }

  private:
    // Those that begin at `offset` or before it.
    void find_lines(std::size_t offset) {
        while (next_ <= offset) {
            starts_.push_back(next_);
            auto const end = text_.find('\n', next_);
            next_ = end == std::string_view::npos ? end : end + 1;
        }
    }

    std::string_view text_;
    std::vector<std::size_t> starts_;
    std::size_t next_ = 0;  // where the next one begins
};

}  // namespace fonds::cli
