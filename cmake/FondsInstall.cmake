# `find_package(fonds)` and `pkg-config fonds` for projects outside this tree.
include(CMakePackageConfigHelpers)

install(TARGETS fonds EXPORT fondsTargets FILE_SET HEADERS)
if(TARGET fonds_tool)
  install(TARGETS fonds_tool)
endif()

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/fonds)
install(EXPORT fondsTargets NAMESPACE fonds:: DESTINATION ${package_folder})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/fondsConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/fondsConfig.cmake
  INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/fondsConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/fondsConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/fondsConfigVersion.cmake
        DESTINATION ${package_folder})

# The file for pkg-config finds the folders from its own place, so that what is installed may be moved.
set(pkgconfig_folder ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH pc_prefix ${pkgconfig_folder} ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" pc_prefix ${pc_prefix})
file(RELATIVE_PATH pc_libdir ${CMAKE_INSTALL_PREFIX} ${CMAKE_INSTALL_FULL_LIBDIR})
file(RELATIVE_PATH pc_includedir ${CMAKE_INSTALL_PREFIX} ${CMAKE_INSTALL_FULL_INCLUDEDIR})

# As above a static library needs what it stands on when the program is linked, a C program the runtime of C++ too. No
# `--static` has to be asked for: there is no shared library beside it.
set(pc_requires "")
set(pc_libraries "")
if(NOT BUILD_SHARED_LIBS)
  set(pc_requires pugixml libutf8proc yaml-0.1)
  set(pc_libraries -L${Boost_LIBRARY_DIRS} -lboost_json)
  if(FONDS_WITH_ICU)
    list(APPEND pc_requires icu-i18n icu-uc)
  endif()
  if(FONDS_WITH_PACKAGES)
    # Not required: its folder of headers, where a crypt.h lies, would become one of the program's.
    list(APPEND pc_libraries ${minizip_LDFLAGS})
    list(APPEND pc_requires zlib)
  endif()
  if(FONDS_WITH_HTML)
    list(APPEND pc_requires gumbo)
  endif()
  set(runtime ${CMAKE_CXX_IMPLICIT_LINK_LIBRARIES})
  list(REMOVE_ITEM runtime ${CMAKE_C_IMPLICIT_LINK_LIBRARIES})
  list(TRANSFORM runtime PREPEND -l)
  list(APPEND pc_libraries ${runtime} ${CMAKE_THREAD_LIBS_INIT})
endif()
list(JOIN pc_requires ", " pc_requires)
list(JOIN pc_libraries " " pc_libraries)
configure_file(${CMAKE_CURRENT_LIST_DIR}/fonds.pc.in ${CMAKE_CURRENT_BINARY_DIR}/fonds.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/fonds.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
