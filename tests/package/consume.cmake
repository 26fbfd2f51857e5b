# Installs fonds into a scratch folder, and builds and runs the programs of tests/package with it, once found by CMake and
# once by pkg-config. As a part of another project fonds is only configured: its build is the one that was made.
#   cmake -DBUILD=<build folder> -DTREE=<sources of fonds> -DSCRATCH=<folder> -DCC=<compiler> -DCXX=<compiler>
#         -DFLAGS=<of the compilers> -P consume.cmake
set(SOURCE ${TREE}/tests/package)
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGV}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/first)
file(RENAME ${SCRATCH}/first ${SCRATCH}/prefix)  # what is installed may be moved
set(compilers -DCMAKE_C_COMPILER=${CC} -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_C_FLAGS=${FLAGS} -DCMAKE_CXX_FLAGS=${FLAGS})
run(${CMAKE_COMMAND} -S ${SOURCE} -B ${SCRATCH}/build -DCMAKE_PREFIX_PATH=${SCRATCH}/prefix ${compilers})
run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
run(${SCRATCH}/build/consumer_c)
run(${SCRATCH}/build/consumer_cpp)

file(GLOB_RECURSE pc ${SCRATCH}/prefix/*/fonds.pc)
cmake_path(GET pc PARENT_PATH folder)
cmake_path(GET folder PARENT_PATH libraries)
run(${CMAKE_COMMAND} -E env PKG_CONFIG_PATH=${folder} pkg-config --cflags --libs fonds)
separate_arguments(fonds UNIX_COMMAND "${output}")
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
list(APPEND fonds -Wl,-rpath,${libraries})
run(${CC} ${flags} ${SOURCE}/main.c -o ${SCRATCH}/linked_c ${fonds})
run(${SCRATCH}/linked_c)
run(${CXX} -std=c++20 ${flags} ${SOURCE}/main.cpp -o ${SCRATCH}/linked_cpp ${fonds})
run(${SCRATCH}/linked_cpp)

run(${CMAKE_COMMAND} -S ${SOURCE} -B ${SCRATCH}/inside -DFONDS_TREE=${TREE} ${compilers})
