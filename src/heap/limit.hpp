// The limit of --max-memory for buffers outside the heap.
#pragma once

#include <cstddef>

namespace coil {

/// Whether a buffer of this size fits beside what is in the heap. Small ones always do: nobody asks the heap for them.
bool fits_in_memory_limit(size_t bytes);

}  // namespace coil
