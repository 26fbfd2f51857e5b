# `find_package(fonds)` for projects outside this tree.
include(CMakePackageConfigHelpers)

install(TARGETS fonds EXPORT fondsTargets FILE_SET HEADERS)
if(TARGET fonds_tool)
  install(TARGETS fonds_tool)
endif()
install(EXPORT fondsTargets NAMESPACE fonds:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/fonds)
configure_package_config_file(cmake/fondsConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/fondsConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/fonds)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/fondsConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/fondsConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/fondsConfigVersion.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/fonds)
