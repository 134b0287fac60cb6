// Structural checks of code units: what the VM relies on without looking.
#pragma once

#include <string>

#include "bytecode/code.hpp"

namespace coil {

/// Empty when the unit and the units among its constants are well-formed, else what is wrong and where.
std::string verify(const CodeUnit& unit);

}  // namespace coil
