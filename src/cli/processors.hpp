// How many threads are worth having.
#pragma once

#include <span>
#include <string>

namespace fonds::cli {

/// The processors this process may run on, at least one.
[[nodiscard]] unsigned processor_count();

/// The threads to read manuscripts with: one where the files are small.
[[nodiscard]] unsigned threads_for(std::span<std::string const> files);

}  // namespace fonds::cli
