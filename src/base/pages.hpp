// Memory pages ahead of their first use. A page fault costs a trip into the system and, on virtual machines, many times the price of the page
// itself; asking for pages in one call costs the pages alone.
#pragma once

#include <cstddef>

namespace coil {

/// Gets the pages of a mapped range for writing. What cannot be had now (an older system, no memory) faults later.
void prepare_pages(void* start, size_t bytes);

}  // namespace coil
