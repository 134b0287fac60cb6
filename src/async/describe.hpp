// Texts about callbacks and values in asyncio's words: for reprs of futures and handles, and for reports of failed callbacks.
#pragma once

#include <string>

#include "objects/containers.hpp"
#include "objects/vm.hpp"

namespace coil {

/// As reprlib.repr: long strings, numbers, containers and other texts lose their middle.
Result<std::string> short_repr_reenter(Vm&, Value);
/// "name(argument, ...) at file:line"; the place only for language functions.
Result<std::string> describe_call_reenter(Vm&, Value callback, Tuple* args);

}  // namespace coil
