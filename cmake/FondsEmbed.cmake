# What host tools make of data files when the library is built.
add_executable(fonds_embed_tool ${PROJECT_SOURCE_DIR}/src/embed/embed.cpp)
target_compile_features(fonds_embed_tool PRIVATE cxx_std_20)

# Embeds the data files of a folder in a target, as one C++ source.
function(fonds_embed target folder)
  set(root ${PROJECT_SOURCE_DIR}/${folder})
  # The one glob of the project: a new data file needs no line here, and CONFIGURE_DEPENDS sees it.
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${root}
       ${root}/archives/* ${root}/vocabulary/* ${root}/house/* ${root}/styles/* ${root}/locales/*
       ${root}/rules/* ${root}/weights/confidence.tsv)
  list(SORT files)
  list(TRANSFORM files PREPEND ${root}/ OUTPUT_VARIABLE paths)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.cpp)
  add_custom_command(OUTPUT ${output}
    COMMAND fonds_embed_tool ${output} ${root} ${files}
    DEPENDS fonds_embed_tool ${paths}
    COMMENT "Embedding ${folder}" VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()

# Lays out the tables of learned weights in a target as they are used: nothing is read or built at start.
add_executable(fonds_weights_tool ${PROJECT_SOURCE_DIR}/src/note/weights_tool.cpp
               ${PROJECT_SOURCE_DIR}/src/note/weight_reader.cpp ${PROJECT_SOURCE_DIR}/src/base/text.cpp)
target_include_directories(fonds_weights_tool PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include)
target_compile_features(fonds_weights_tool PRIVATE cxx_std_20)

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
