// The memory of the command.
#pragma once

namespace fonds::cli {

/// Lets the heap grow by megabytes, asks for large pages where it begins, and lets few threads share it: each
/// small page costs a fault when it is first written to, and each thread's own heap begins with such. Nothing
/// where the C library or the system is another than GNU's and Linux.
void let_heap_grow_in_large_steps();

}  // namespace fonds::cli
