// Weak slots whose holders serve everybody who wants a weak reference to the same target.
#pragma once

#include "heap/heap.hpp"

namespace coil {

/// Heap::add_weak() for a holder that find_shared_weak() may give.
void add_shared_weak(Cell* holder, Value* slot, Cell* target);
/// The first such holder of `target`, or null.
Cell* find_shared_weak(const Cell* target);

}  // namespace coil
