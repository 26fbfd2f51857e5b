// The way text is set.
#pragma once

#include <optional>

namespace fonds {

enum class Baseline { normal, superscript, subscript };

/// How a byte of a text is set.
struct Setting {
    bool italic = false;
    bool bold = false;
    bool small_caps = false;
    Baseline baseline = Baseline::normal;
    friend bool operator==(Setting const&, Setting const&) = default;
};

/// What a style or a piece of text says of its setting; nothing where it says nothing.
struct SettingChange {
    std::optional<bool> italic;
    std::optional<bool> bold;
    std::optional<bool> small_caps;
    std::optional<Baseline> baseline;
};

/// `around` with what `change` says.
[[nodiscard]] constexpr Setting changed(Setting around, SettingChange const& change) {
    return {change.italic.value_or(around.italic), change.bold.value_or(around.bold),
            change.small_caps.value_or(around.small_caps), change.baseline.value_or(around.baseline)};
}

/// A setting within text that is set as `around`: italics within italics stand upright, and so on.
[[nodiscard]] constexpr Setting set_within(Setting around, Setting setting) {
    return {setting.italic != around.italic, setting.bold != around.bold,
            setting.small_caps != around.small_caps,
            setting.baseline == Baseline::normal ? around.baseline : setting.baseline};
}

}  // namespace fonds
