// The name that a misspelt one was meant to be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fonds {

/// Looks among names, which must outlive it, for the one that `wanted` was meant to be, by its letters: one
/// in four may be wrong, and capitals do not count.
class NearestName {
  public:
    explicit NearestName(std::string_view wanted);

    void offer(std::string_view name);
    /// The same; where no name is like it, one that begins with it will do: "gost" for "gost-archives".
    void offer_with_beginning(std::string_view name);
    /// The nearest of those offered, of equals the first; empty where none is like it.
    [[nodiscard]] std::string_view best() const { return best_.empty() ? longer_ : best_; }

  private:
    std::string wanted_;
    std::size_t most_;  ///< how far the next one may be from it
    bool is_exact_ = false;
    std::string_view best_;
    std::string_view longer_;
};

/// For messages: "did you mean “gost-archives”? ", or nothing where no name is near.
[[nodiscard]] std::string did_you_mean(std::string_view nearest);

}  // namespace fonds
