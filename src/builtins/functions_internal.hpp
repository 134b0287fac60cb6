// What functions.cpp gathers from its neighbours.
#pragma once

#include "objects/vm.hpp"

namespace coil {

/// print, into the namespace of builtins (print.cpp).
void define_print(Vm&, Dict* ns);
/// anext (anext.cpp).
void define_anext(Vm&, Dict* ns);

}  // namespace coil
