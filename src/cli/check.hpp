// `coil check FILE…`: what is wrong with programs that can be told without running them.
#pragma once

#include <string>
#include <vector>

namespace coil {

/// Prints syntax errors and coroutines that are made and dropped; 0 when there are none, 1 when there are, 2 when a file can't be read.
int check_files(const std::vector<std::string>& paths);

}  // namespace coil
