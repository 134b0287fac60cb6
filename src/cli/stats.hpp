// `--stats` and `--gc-stats`: what a run has cost.
#pragma once

namespace coil {

/// Prints time, memory, collections, quick instructions, missed caches and shapes of the process so far to standard error.
void print_stats();
/// Prints the collections of the process so far, and a histogram of their pauses, to standard error.
void print_gc_stats();

}  // namespace coil
