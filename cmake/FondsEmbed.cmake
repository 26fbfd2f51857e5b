# What host tools make of data files when the library is built.
set(sources ${PROJECT_SOURCE_DIR}/src)
foreach(tool embed weights tables)
  add_executable(fonds_${tool}_tool ${sources}/embed/${tool}_tool.cpp)
  target_include_directories(fonds_${tool}_tool PRIVATE ${sources} ${PROJECT_SOURCE_DIR}/include)
  target_compile_features(fonds_${tool}_tool PRIVATE cxx_std_20)
endforeach()
# They read the tables as the library does.
target_sources(fonds_weights_tool PRIVATE ${sources}/note/weight_reader.cpp ${sources}/base/text.cpp)
target_sources(fonds_tables_tool PRIVATE
  ${sources}/base/encodings.cpp ${sources}/base/result.cpp ${sources}/base/table.cpp ${sources}/base/text.cpp
  ${sources}/base/unicode.cpp ${sources}/knowledge/draft.cpp ${sources}/knowledge/name_keys.cpp
  ${sources}/knowledge/table_reader.cpp ${sources}/grammar/fold_word.cpp ${sources}/grammar/lexicon_draft.cpp
  ${sources}/grammar/phrase_draft.cpp)
target_link_libraries(fonds_tables_tool PRIVATE PkgConfig::utf8proc)

# Adds a source to a target that a host tool writes from the files of a folder: `tool OUTPUT ROOT FILES...`.
function(fonds_write_source target tool output comment root)
  list(TRANSFORM ARGN PREPEND ${root}/ OUTPUT_VARIABLE paths)
  add_custom_command(OUTPUT ${output}
    COMMAND ${tool} ${output} ${root} ${ARGN}
    DEPENDS ${tool} ${paths}
    COMMENT "${comment}" VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()

# Embeds the data files of a folder in a target, as one C++ source.
function(fonds_embed target folder)
  set(root ${PROJECT_SOURCE_DIR}/${folder})
  # A new data file needs no line here, and CONFIGURE_DEPENDS sees it.
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${root}
       ${root}/vocabulary/* ${root}/house/* ${root}/styles/* ${root}/locales/*
       ${root}/rules/* ${root}/weights/confidence.tsv)
  list(SORT files)
  fonds_write_source(${target} fonds_embed_tool ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.cpp
                     "Embedding ${folder}" ${root} ${files})
endfunction()

# Lays out the archives and words of a folder in a target as they are used: nothing is read or built at start.
function(fonds_lay_out_tables target folder)
  set(root ${PROJECT_SOURCE_DIR}/${folder})
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${root} ${root}/archives/*.tsv ${root}/vocabulary/*)
  list(SORT files)
  fonds_write_source(${target} fonds_tables_tool ${CMAKE_CURRENT_BINARY_DIR}/built_in_tables.cpp
                     "Laying out ${folder}" ${root} ${files})
endfunction()

# The same for the learned weights.
function(fonds_lay_out_weights target folder)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/learned_tables.cpp)
  foreach(name fields outline parts)
    list(APPEND tables ${name}=${PROJECT_SOURCE_DIR}/${folder}/${name}.tsv)
    list(APPEND paths ${PROJECT_SOURCE_DIR}/${folder}/${name}.tsv)
  endforeach()
  add_custom_command(OUTPUT ${output}
    COMMAND fonds_weights_tool ${output} ${tables}
    DEPENDS fonds_weights_tool ${paths}
    COMMENT "Laying out ${folder}" VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
