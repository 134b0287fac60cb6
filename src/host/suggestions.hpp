// "Did you mean: 'x'?" for NameError and AttributeError, with CPython 3.11's candidates and distance.
#pragma once

#include <string>

#include "objects/vm.hpp"

namespace coil {

/// ". Did you mean: 'x'?" or nothing. Swallows errors of a program's __dir__.
std::string suggestion_for_reenter(Vm&, Value exception);

}  // namespace coil
