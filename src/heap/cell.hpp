// The abstract heap cell: what the collector knows of an object. Concrete layouts are in objects/.
#pragma once

#include <cstddef>
#include <cstdint>

namespace coil {

enum class Kind : uint8_t;

enum GcBits : uint8_t {
  kGcMarked = 1,      // survived a collection and not yet swept away: "old" (sticky mark bit)
  kGcRemembered = 2,  // old and in the remembered set
  kGcStatic = 4,      // not in the heap: never freed (None, True, ...); never holds pointers to heap cells
  kGcFinalizer = 8,   // the class has __del__ or the cell needs closing; see Heap::set_finalizer
  kGcWeakRefs = 16,   // weak references to this cell exist (heap side table)
  kGcCycle = 32,      // of an old cell: equal to the heap's current cycle bit when the full cycle has reached it
};

/// 8-byte header of every heap object. `shape` indexes the shape table and gives the class and the attribute layout; `kind` tells
/// the C++ layout (Kind in objects/types.def); `flags` belong to the concrete type.
struct Cell {
  uint32_t shape;
  Kind kind;
  uint8_t gc;
  uint16_t flags;
};
static_assert(sizeof(Cell) == 8);

}  // namespace coil
