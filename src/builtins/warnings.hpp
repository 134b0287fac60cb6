// Warnings that built-in types give, through module warnings.
#pragma once

#include <string>

#include "objects/vm.hpp"

namespace coil {

/// A warning for the running frame; raised when the program's filters say so.
Result<void> warn_reenter(Vm&, Exc category, const std::string& text);
Result<void> warn_deprecated_reenter(Vm&, const std::string& text);
/// From now on bytes warn of str() and of comparisons with text (option -b).
void enable_bytes_warnings(Vm&);

}  // namespace coil
