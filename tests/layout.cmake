# Fails where a source file is not as .clang-format would have it. `make format` mends that.
#   cmake -DROOT=<source folder> -P layout.cmake
# Releases of clang-format differ in taste: only the one that `make format` calls decides.
cmake_minimum_required(VERSION 3.25)

find_program(FORMATTER clang-format-14)
if(NOT FORMATTER)
  message("SKIPPED: clang-format-14 is not installed; the layout of the sources was not checked")
  return()
endif()
file(GLOB_RECURSE sources "${ROOT}/include/*.hpp" "${ROOT}/src/*.?pp" "${ROOT}/tests/*.?pp" "${ROOT}/examples/*.?pp")
execute_process(COMMAND ${FORMATTER} --dry-run --Werror --ferror-limit=1 ${sources}
                WORKING_DIRECTORY ${ROOT} RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "sources are not laid out by .clang-format: run `make format`")
endif()
