// Memory pages ahead of their first use. A page fault costs a trip into the system and, on virtual machines, many times the price of the page
// itself; asking for pages in one call costs the pages alone.
#pragma once

#include <cstddef>

namespace coil {

/// Gets the pages of a mapped range for writing. What cannot be had now (an older system, no memory) faults later.
void prepare_pages(void* start, size_t bytes);

/// The same for what malloc's heap has grown by since the last call. For those who allocate much and fill it at once: to be asked in between.
void prepare_grown_heap();

}  // namespace coil
