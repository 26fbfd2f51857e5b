// The way text is set.
#pragma once

#include <optional>

namespace fonds {

enum class TextPosition { normal, superscript, subscript };

/// How a byte of a text is set.
struct Setting {
    bool italic = false;
    bool bold = false;
    bool small_caps = false;
    TextPosition position = TextPosition::normal;
    friend bool operator==(Setting const&, Setting const&) = default;
};

/// What a style or a piece of text says of its setting; nothing where it says nothing.
struct SettingChange {
    std::optional<bool> italic;
    std::optional<bool> bold;
    std::optional<bool> small_caps;
    std::optional<TextPosition> position;
};

/// `around` with what `change` says.
[[nodiscard]] constexpr Setting changed(Setting around, SettingChange const& change) {
    return {change.italic.value_or(around.italic), change.bold.value_or(around.bold),
            change.small_caps.value_or(around.small_caps), change.position.value_or(around.position)};
}

/// A setting within text that is set as `around`: italics within italics stand upright, and so on.
[[nodiscard]] constexpr Setting set_within(Setting around, Setting setting) {
    return {setting.italic != around.italic, setting.bold != around.bold,
            setting.small_caps != around.small_caps,
            setting.position == TextPosition::normal ? around.position : setting.position};
}

}  // namespace fonds
