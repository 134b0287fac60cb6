// Wording of argument errors that functions of the language and native functions share.
#pragma once

#include <string>
#include <vector>

#include "objects/native.hpp"

namespace coil {

/// The error that a native function gives for arguments that do not fit, for functions of the library that are native in CPython and written
/// in the language here. Nothing is called. `spec` counts the parameters of its `signature`; `owner` is the class or module that the texts
/// name, if any.
Result<void> check_fit(Vm&, const NativeSpec& spec, Str* owner, Value* args, size_t npos, Tuple* kwnames);

/// Missing arguments as an error lists them: "'a'", "'a' and 'b'", "'a', 'b', and 'c'".
std::string quoted_names(const std::vector<std::string>& names);

}  // namespace coil
