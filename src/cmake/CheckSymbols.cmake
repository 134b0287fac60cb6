# Run after the static link, whose --no-warnings hides missing functions too: fails when the program calls one of its own that is nowhere.
execute_process(COMMAND ${NM} -u -C ${PROGRAM} OUTPUT_VARIABLE undefined)
if(undefined MATCHES "U (coil::[^\n]*)")
  file(REMOVE ${PROGRAM})
  message(FATAL_ERROR "undefined reference to `${CMAKE_MATCH_1}'")
endif()
