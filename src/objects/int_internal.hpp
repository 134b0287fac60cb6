// Between the files of integers: cells under construction.
#pragma once

#include "objects/number.hpp"

namespace coil {

/// An exact Int cell with room for the limbs; MemoryError above kMaxIntLimbs.
Result<Int*> new_int_cell(Vm&, size_t limb_count);
/// Its value once the limbs are filled: normalised, small when it fits.
Value finish_int_cell(Int*, size_t limb_count, bool negative);

}  // namespace coil
