// What is asked of the terminal.
#pragma once

#include <cstddef>

namespace fonds::cli {

/// Whether what goes to `descriptor` (STDOUT_FILENO, STDERR_FILENO) may be coloured: a terminal, and
/// NO_COLOR is not set (https://no-color.org: to any value that is not empty).
[[nodiscard]] bool shows_colour(int descriptor);

/// Its columns: those of COLUMNS, else the terminal's own, else 100.
[[nodiscard]] std::size_t terminal_width(int descriptor);

}  // namespace fonds::cli
