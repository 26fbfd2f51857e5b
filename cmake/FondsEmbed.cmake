# Embeds the data files of a folder in a target: a host tool turns them into one C++ source.
add_executable(fonds_embed_tool ${PROJECT_SOURCE_DIR}/src/embed/embed.cpp)
target_compile_features(fonds_embed_tool PRIVATE cxx_std_20)

function(fonds_embed target folder)
  set(root ${PROJECT_SOURCE_DIR}/${folder})
  # The one glob of the project: a new data file needs no line here, and CONFIGURE_DEPENDS sees it.
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${root}
       ${root}/archives/* ${root}/vocabulary/* ${root}/house/* ${root}/styles/* ${root}/locales/*
       ${root}/rules/* ${root}/weights/*)
  list(SORT files)
  list(TRANSFORM files PREPEND ${root}/ OUTPUT_VARIABLE paths)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.cpp)
  add_custom_command(OUTPUT ${output}
    COMMAND fonds_embed_tool ${output} ${root} ${files}
    DEPENDS fonds_embed_tool ${paths}
    COMMENT "Embedding ${folder}" VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
