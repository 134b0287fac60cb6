// "Did you mean: 'x'?" for NameError and AttributeError, with CPython 3.11's candidates and distance.
#pragma once

#include <string>
#include <vector>

#include "objects/vm.hpp"

namespace coil {

/// ". Did you mean: 'x'?" or nothing. Swallows errors of a program's __dir__.
std::string suggestion_for_reenter(Vm&, Value exception);

/// The candidate that is nearest to the name, when one is near; else empty.
std::string closest_name(const std::vector<std::string>& candidates, const std::string& name);

}  // namespace coil
