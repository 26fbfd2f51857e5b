// The version of the library; CMakeLists.txt reads it from here.
#pragma once

#include <string_view>

#pragma GCC visibility push(default)
namespace fonds {

/// The version that the calling program was compiled against.
inline constexpr std::string_view version = "0.1.0";

}  // namespace fonds
#pragma GCC visibility pop
