# The warnings every target of the project is built with.
function(fonds_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
  # g++ 12 warns falsely of copies in optimised std::string (GCC bug 105651, mended in 13), and of uninitialised members
  # of std::optional and std::variant; clang and the sanitizers see to the real ones.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow
                           -Wno-maybe-uninitialized)
  endif()
  if(FONDS_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
