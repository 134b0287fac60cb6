// Between the files of module _codecs.
#pragma once

#include <string>

#include "objects/vm.hpp"

namespace coil {

/// What encoders and decoders return: the result and how much of the input it took.
Result<Value> codec_pair(Vm&, Value made, size_t length);
/// The name of an error handler, 'strict' for None and absent arguments.
Result<std::string> codec_errors_argument(Vm&, Value, const char* function, const char* what);

}  // namespace coil
