# Libraries that fonds stands on. None of them appears in a public header.

# Most of what a small job of the command takes is binding the symbols of shared libraries. Debian's packages have
# archives beside those; where they are not there, all stays shared, for two standard libraries in one program do not mix.
if(FONDS_STATIC_DEPENDENCIES)
  find_library(FONDS_BOOST_JSON_ARCHIVE libboost_json.a)
  find_library(FONDS_PUGIXML_ARCHIVE libpugixml.a)
  find_library(FONDS_ICU_ARCHIVE libicui18n.a)
  if(FONDS_BOOST_JSON_ARCHIVE AND FONDS_PUGIXML_ARCHIVE AND (FONDS_ICU_ARCHIVE OR NOT FONDS_WITH_ICU))
    set(Boost_USE_STATIC_LIBS ON)
    list(PREPEND CMAKE_FIND_LIBRARY_SUFFIXES .a)
  else()
    message(STATUS "The libraries come without archives: they are linked shared")
    set(FONDS_STATIC_DEPENDENCIES OFF)
  endif()
endif()

# 1.81: earlier X3 cannot parse Unicode; Boost.JSON came with 1.75.
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(pugixml REQUIRED)
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)

if(FONDS_WITH_ICU)
  find_package(ICU REQUIRED COMPONENTS i18n uc data)
endif()
if(FONDS_WITH_PACKAGES)
  pkg_check_modules(minizip REQUIRED IMPORTED_TARGET minizip)
  # Its headers are named with their folder: in there lies a crypt.h as the system has one.
  set_target_properties(PkgConfig::minizip PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "")
  find_package(ZLIB REQUIRED)
endif()
if(FONDS_WITH_HTML)
  pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
endif()
if(FONDS_BUILD_TOOL)
  find_package(CLI11 REQUIRED)
endif()
