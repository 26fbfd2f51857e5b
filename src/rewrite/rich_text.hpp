// Text with the way it is set: what a style writes, on its way into a manuscript.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/setting.hpp"

namespace fonds {

/// A text and the setting of each of its bytes.
class RichText {
  public:
    /// Reads a text in the engine's format `tagged`.
    [[nodiscard]] static RichText read(std::string_view tagged);

    [[nodiscard]] std::string const& text() const { return text_; }
    [[nodiscard]] std::vector<Setting> const& settings() const { return settings_; }

    void append(std::string_view text, Setting setting);
    /// How much of a text in that format its first term is ("n.d.", "ibid."), where it begins with one.
    [[nodiscard]] static std::size_t leading_term(std::string_view tagged);
    /// In the setting of what stands before.
    void insert(std::size_t at, std::string_view text);
    void erase(std::size_t at, std::size_t count);
    /// Another character in the same setting.
    void replace(std::size_t at, char c) { text_[at] = c; }

  private:
    std::string text_;
    std::vector<Setting> settings_;
};

}  // namespace fonds
