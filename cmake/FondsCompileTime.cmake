# What makes a build short: ccache, and headers compiled once for the many small files that include them.
# No source may lean on them: release builds, as users make them, are built without.
option(FONDS_PRECOMPILED_HEADERS "Compile the standard library's headers once for all sources" OFF)

if(PROJECT_IS_TOP_LEVEL)
  find_program(CCACHE_PROGRAM ccache)
  if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
    if(FONDS_PRECOMPILED_HEADERS)
      # Without leave ccache passes by all that includes a precompiled header (its manual, "Precompiled headers").
      set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
    endif()
  endif()
endif()

# fonds_precompile(TARGET [REUSE_FROM TARGET | HEADER...]) as target_precompile_headers does, where it is asked for.
function(fonds_precompile target)
  if(NOT FONDS_PRECOMPILED_HEADERS)
    return()
  endif()
  target_precompile_headers(${target} ${ARGN})
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
  else()
    target_compile_options(${target} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
  endif()
endfunction()

# A program that leaves the work to the library is not optimised in builds for development: it compiles in a third of the
# time, which for those that include CLI11, Catch2 or RapidCheck is most of the build.
function(fonds_compile_quickly target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Debug>:-O0>)
endfunction()

# Released programs unroll and copy less of what runs once for a file or for a finding: the code of these folders
# is a fifth smaller for it, and most of what a short run takes of memory is code.
function(fonds_compile_compactly target)
  get_target_property(sources ${target} SOURCES)
  list(JOIN ARGN "|" folders)
  list(FILTER sources INCLUDE REGEX "/src/(${folders})/[a-z_0-9]+\\.cpp$")
  set_source_files_properties(${sources} TARGET_DIRECTORY ${target} PROPERTIES COMPILE_OPTIONS "$<$<CONFIG:Release>:-O2>")
endfunction()
