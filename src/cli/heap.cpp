// The heap by the words of GNU's C library, and large pages by those of Linux.

#include "cli/heap.hpp"

#include <cstdint>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif

namespace fonds::cli {

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)

void let_heap_grow_in_large_steps() {
    constexpr std::size_t large_page = std::size_t{1} << 21U;
    constexpr std::size_t step = 2 * large_page;
    mallopt(M_TOP_PAD, step);
    mallopt(M_TRIM_THRESHOLD, 4 * step);
    // Blocks below that are taken from the heap, not mapped and unmapped one by one.
    mallopt(M_MMAP_THRESHOLD, step);
    // The heap grows at once by this block and a step: behind the first boundary two large pages have room.
    auto* const block = std::malloc(large_page);
    auto const boundary =
        (reinterpret_cast<std::uintptr_t>(block) + large_page - 1) / large_page * large_page;
    if (block) madvise(reinterpret_cast<void*>(boundary), step, MADV_HUGEPAGE);
    std::free(block);
}

#else

void let_heap_grow_in_large_steps() {}

#endif

}  // namespace fonds::cli
