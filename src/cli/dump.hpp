// What the front end makes of a program: --dis and --dump.
#pragma once

#include <string>

namespace coil {

/// Prints the wanted stages ("tokens", "ast", "scopes", "bytecode", separated by commas) of the text; the exit code.
int dump_source(const std::string& text, const std::string& filename, const std::string& stages);

}  // namespace coil
