// Which cells the program itself still holds: a collection that looks before native stacks, whose words may be stale, are scanned.
#pragma once

#include "heap/heap.hpp"

namespace coil {

/// Calls fn for every cell that is reachable from the heap, the VM's stacks and its other roots. fn must not allocate.
void for_each_held_cell(void (*fn)(Cell*, void*), void* context);

/// Calls fn for every small cell that came since the last collection and is not so reachable, some of them twice. This is a minor collection, which takes much
/// less time. fn must not allocate.
void for_each_unheld_young_cell(void (*fn)(Cell*, void*), void* context);

/// Calls fn for every cell that the cell refers to, each once; its class is none of them. fn must not allocate.
void for_each_referent(Cell* cell, void (*fn)(Cell*, void*), void* context);

/// The same for the cells that a root function marks.
void for_each_root(RootFn roots, void* owner, void (*fn)(Cell*, void*), void* context);

}  // namespace coil
