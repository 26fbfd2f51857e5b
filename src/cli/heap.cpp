// The heap by the words of GNU's C library, and large pages by those of Linux.

#include "cli/heap.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif

#include "cli/processors.hpp"

namespace fonds::cli {

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)

void let_heap_grow_in_large_steps() {
    constexpr std::size_t large_page = std::size_t{1} << 21U;
    // Addresses, not memory: what is not written to is not taken.
    constexpr std::size_t step = 128 * large_page;
    // Blocks below that are taken from the heap, not mapped and unmapped one by one: a note of megabytes
    // makes and frees many, and each page of a new one is a fault. The C library takes no larger value.
    constexpr std::size_t large_block = 16 * large_page;
    // A manuscript of a thousand notes is one: it would use little of its last large page.
    constexpr std::size_t small_task = 2 * large_page - large_page / 32;
    constexpr int usual_step = 128 * 1024;
    mallopt(M_TOP_PAD, step);
    mallopt(M_TRIM_THRESHOLD, 2 * step);
    mallopt(M_MMAP_THRESHOLD, large_block);

    // Behind as much as a small task takes, the heap goes on in large pages. None of them may have been
    // touched before: the first block makes the heap grow, and the second, which nobody uses, reaches to
    // where they begin.
    auto* const first = std::malloc(small_task);
    if (first == nullptr) {  // so many addresses are not allowed here
        mallopt(M_TOP_PAD, usual_step);
        return;
    }
    auto const begin = reinterpret_cast<std::uintptr_t>(first);
    std::free(first);
    auto const boundary = (begin + small_task) / large_page * large_page + large_page;
    [[maybe_unused]] static void* volatile second = std::malloc(boundary - small_task - begin);
    madvise(reinterpret_cast<void*>(boundary), step - large_page, MADV_HUGEPAGE);
}

#else

void let_heap_grow_in_large_steps() {}

#endif

}  // namespace fonds::cli
