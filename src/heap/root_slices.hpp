// For roots without a bound to their number: a full cycle visits them a part at a time.
#pragma once

#include <cstdint>

namespace coil {

/// A number of the cycle that is marking, or 0. Whoever keeps such roots counts on from nothing when it changes.
uint32_t marking_cycle();
/// Called when a root function has visited a part: whether the rest may wait for the next call. Marking does not end before then.
bool leave_roots_for_later();

}  // namespace coil
