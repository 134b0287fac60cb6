// What functions.cpp gathers from its neighbours.
#pragma once

#include "objects/vm.hpp"

namespace coil {

/// print and input, into the namespace of builtins (console.cpp).
void define_console_functions(Vm&, Dict* ns);
/// anext (anext.cpp).
void define_anext(Vm&, Dict* ns);

}  // namespace coil
