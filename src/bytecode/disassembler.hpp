// Code units as readable text, for `--dump=bytecode` and golden tests.
#pragma once

#include <string>

#include "bytecode/code.hpp"

namespace coil {

/// The unit and, after it, the units among its constants.
std::string disassemble(const CodeUnit& unit);

/// A constant as source-like text.
std::string const_text(const Const& value);

}  // namespace coil
