// Letters of Latin, Cyrillic and Greek that look alike in print.
#pragma once

namespace fonds::checking {

/// The Latin letter that looks like this Cyrillic or Greek one; 0 where there is none.
[[nodiscard]] char32_t latin_twin(char32_t letter);
/// The Cyrillic letter that looks like this Latin or Greek one; 0 where there is none.
[[nodiscard]] char32_t cyrillic_twin(char32_t letter);

}  // namespace fonds::checking
