// The way text is set.
#pragma once

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

/// A setting within text that is set as `around`: italics within italics stand upright, and so on.
[[nodiscard]] constexpr Setting set_within(Setting around, Setting setting) {
    return {setting.italic != around.italic, setting.bold != around.bold,
            setting.small_caps != around.small_caps,
            setting.baseline == Baseline::normal ? around.baseline : setting.baseline};
}

}  // namespace fonds
