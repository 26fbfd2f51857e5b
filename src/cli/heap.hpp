// The memory of the command.
#pragma once

namespace fonds::cli {

/// Lets the heap grow by megabytes, and asks for large pages where it begins: each small page costs a fault
/// when it is first written to. Nothing where the C library or the system is another than GNU's and Linux.
void let_heap_grow_in_large_steps();

}  // namespace fonds::cli
