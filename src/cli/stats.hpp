// `--stats`: what a run has cost.
#pragma once

namespace coil {

/// Prints time, memory and collections of the process so far to standard error.
void print_stats();

}  // namespace coil
