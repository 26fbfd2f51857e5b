// What is asked of the terminal.

#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace fonds::cli {

bool shows_colour(int descriptor) {
    auto const* refused = std::getenv("NO_COLOR");
    return isatty(descriptor) != 0 && !(refused && *refused);
}

std::size_t terminal_width(int descriptor) {
    auto const is_usable = [](std::size_t columns) { return columns >= 40 && columns <= 400; };
    auto const* columns = std::getenv("COLUMNS");
    if (auto const given = columns ? std::strtoul(columns, nullptr, 10) : 0; is_usable(given)) return given;
    winsize window{};
    bool const is_known = ioctl(descriptor, TIOCGWINSZ, &window) == 0;
    return is_known && is_usable(window.ws_col) ? window.ws_col : 100;
}

}  // namespace fonds::cli
