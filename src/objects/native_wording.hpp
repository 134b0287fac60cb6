// Argument errors of functions of the library that are native in CPython and written in the language here.
#pragma once

#include <string>

#include "objects/native.hpp"

namespace coil {

/// The error that a native function gives for arguments that do not fit; it is not called. `spec` counts the parameters of its `signature`; `owner` is
/// the class or module that the texts name, if any.
Result<void> check_fit(Vm&, const NativeSpec& spec, Str* owner, Value* args, size_t npos, Tuple* kwnames);

}  // namespace coil
