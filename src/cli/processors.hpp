// How many threads are worth having.
#pragma once

namespace fonds::cli {

/// The processors this process may run on, at least one.
[[nodiscard]] unsigned processor_count();

}  // namespace fonds::cli
