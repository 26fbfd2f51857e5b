// The processors by the words of Linux, else of the standard library.

#include "cli/processors.hpp"

#include <algorithm>
#include <thread>

#ifdef __linux__
#include <sched.h>
#endif

namespace fonds::cli {

unsigned processor_count() {
#ifdef __linux__
    // The standard library opens a file of the system's for that.
    cpu_set_t usable;
    if (sched_getaffinity(0, sizeof usable, &usable) == 0) return static_cast<unsigned>(CPU_COUNT(&usable));
#endif
    return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace fonds::cli
