# Fails where a folder of src/ includes a folder it may not see, or a library outside its place.
#   cmake -DROOT=<source folder> -P layering.cmake
cmake_minimum_required(VERSION 3.25)

set(sees_base base)
set(sees_wire base wire)
set(sees_model base model)
set(sees_knowledge base wire model knowledge)
set(sees_grammar base model knowledge grammar)
set(sees_note base model knowledge grammar note)
set(sees_csl base wire model csl)
set(sees_house base wire model knowledge csl house)
set(sees_format base wire model format)
set(sees_manuscript base wire model format manuscript)
set(sees_check base wire model knowledge note format manuscript check)
set(sees_report base wire model knowledge note csl house format manuscript check report)
set(sees_rewrite base wire model knowledge note csl house format manuscript rewrite)
set(sees_capi base wire model knowledge note csl house format manuscript check report rewrite capi)
set(sees_cli cli)
set(sees_embed base model knowledge grammar note embed)

# A public header belongs to the layer that implements it.
foreach(pair span:base diagnostic:base result:base version:base
             name:model date:model reference:model variable:model item:model bibliography:model document:model
             knowledge:knowledge note:note csl:csl house:house house_style:house formats:format check:check
             configuration:check report:report note_records:report location:rewrite rewrite:rewrite cited_document:rewrite)
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 header)
  list(GET pair 1 layer)
  set(owner_${header} ${layer})
endforeach()

set(owner_fonds cli)  # all headers: for programs, not for the library

# Third-party headers and where they may stand.
set(libraries
  "boost/spirit:src/grammar/"
  "boost/json:src/wire/json_read.cpp"
  "boost/unordered:src/base/flat_table.hpp"
  "pugixml:src/wire/xml.cpp"
  "yaml.h:src/wire/yaml_"
  "utf8proc:src/base/unicode.cpp"
  "unicode/:src/base/"
  "minizip/:src/wire/zip_"
  "gumbo.h:src/wire/html.cpp"
  "toml++/:src/check/configuration.cpp"
  "CLI/:src/cli/")

set(failed FALSE)
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/src/*.?pp ${ROOT}/include/*.hpp)
foreach(file IN LISTS files)
  file(STRINGS ${ROOT}/${file} includes REGEX "^ *#include")
  foreach(line IN LISTS includes)
    if(NOT line MATCHES "#include [<\"]([^>\"]+)[>\"]")
      continue()
    endif()
    set(included ${CMAKE_MATCH_1})
    foreach(rule IN LISTS libraries)
      string(FIND ${rule} ":" colon REVERSE)
      string(SUBSTRING ${rule} 0 ${colon} library)
      math(EXPR colon "${colon} + 1")
      string(SUBSTRING ${rule} ${colon} -1 place)
      string(FIND ${included} ${library} at)
      string(FIND ${file} ${place} in_place)
      if(at EQUAL 0 AND NOT in_place EQUAL 0)
        message("${file}: <${included}> may be included only in ${place}")
        set(failed TRUE)
      endif()
    endforeach()
    if(file MATCHES "^src/([a-z]+)/")
      set(folder ${CMAKE_MATCH_1})
      set(layer "")
      if(included MATCHES "^fonds/([a-z_]+)\\.hpp$")
        if(folder STREQUAL "cli")
          continue()
        endif()
        set(layer ${owner_${CMAKE_MATCH_1}})
        if(NOT layer)
          message("${file}: name the layer that implements <${included}> in tests/layering.cmake")
          set(failed TRUE)
        endif()
      elseif(line MATCHES "\"([a-z]+)/[^\"]+\"")
        set(layer ${CMAKE_MATCH_1})
      endif()
      if(layer AND NOT layer IN_LIST sees_${folder})
        message("${file}: ${folder} may not see ${layer} (${included})")
        set(failed TRUE)
      endif()
    endif()
  endforeach()
endforeach()
if(failed)
  message(FATAL_ERROR "layering broken: see the order in src/CMakeLists.txt")
endif()
