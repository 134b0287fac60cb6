// Variables of the process's environment that change how Coil behaves. Each has a name of Coil's own, which comes first, and CPython's.
#pragma once

namespace coil {

/// As -E and -I: CPython's names and Coil's twins of them count as unset.
extern bool g_ignore_environment;

/// nullptr when the variable is not set, empty or ignored.
const char* environment_variable(const char* own, const char* theirs);

}  // namespace coil
