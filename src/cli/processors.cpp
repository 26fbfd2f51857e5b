// The processors by the words of Linux, else of the standard library.

#include "cli/processors.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <thread>

#ifdef __linux__
#include <sched.h>
#endif

namespace fonds::cli {

namespace {

// Less is read and checked within a fifth of a second by one thread. Two would be done somewhat sooner, but
// where processors share a core they take a fourth more of their time for it.
constexpr std::uintmax_t worth_threads = std::uintmax_t{1} << 20U;

}  // namespace

unsigned processor_count() {
#ifdef __linux__
    // The standard library opens a file of the system's for that.
    cpu_set_t usable;
    if (sched_getaffinity(0, sizeof usable, &usable) == 0) return static_cast<unsigned>(CPU_COUNT(&usable));
#endif
    return std::max(1U, std::thread::hardware_concurrency());
}

unsigned threads_for(std::span<std::string const> files) {
    std::uintmax_t bytes = 0;
    for (auto const& file : files) {
        std::error_code unknown;
        auto const size = std::filesystem::file_size(file, unknown);
        bytes += unknown ? worth_threads : size;
    }
    return bytes < worth_threads ? 1 : processor_count();
}

}  // namespace fonds::cli
