// Warnings that built-in types give, through module warnings.
#pragma once

#include <string>

#include "objects/vm.hpp"

namespace coil {

/// A DeprecationWarning for the running frame; raised when the program's filters say so.
Result<void> warn_deprecated_reenter(Vm&, const std::string& text);

}  // namespace coil
