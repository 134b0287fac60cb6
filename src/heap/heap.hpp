// The collector's public face: allocation, write barrier, roots, statistics. heap.cpp allocates, collect.cpp collects and tells the algorithm.
//
// Contract for all C++ code: every allocation may collect. Values in C++ locals and arguments are found by a conservative scan of the
// native stack; Values in malloc'ed memory (std::vector, ...) are NOT found: keep them in heap cells or register a RootSource.
// Cells never move. A write of a Value into a heap cell goes through write_barrier() (or set(), store() helpers that call it).
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_set>

#include "heap/cell.hpp"

#ifdef COIL_POISON
extern "C" void __asan_unpoison_memory_region(void const volatile* address, size_t size);
#endif

namespace coil {

class Value;

/// Passed to trace functions. `value`/`cell` accept null/non-cell values. `conservative` marks a word that may or may not be a pointer.
class Marker {
 public:
  Marker();
  void value(Value v);
  void cell(const Cell* c);
  void values(const Value* begin, size_t count);
  void conservative(const void* begin, const void* end);
  /// Marks the cell, but nothing that it refers to.
  void shallow(const Cell* c);
  /// Keeps a cell that no collection has seen yet, and leaves the decision about an old one to others: for references that are weak to a full cycle.
  void young(const Cell* c);
  /// Whether roots have to be visited that were there at the last collection, too; a minor one needs only those that came since.
  bool every_root = false;

 private:
  friend struct HeapInternals;
  void mark(Cell* c);
  void reach(Cell* c);
  bool takes_young_ = true;     // false: a slice of a full cycle, to which young cells are none of its business
  bool traces_again_ = false;   // conservative(): what is found is traced even when it was marked before
  uint8_t done_;                // collector's bits of a cell that is marked already
  std::unordered_set<const Cell*>* visited_ = nullptr;  // marks nothing but collects what it reaches: the check of --gc-stress
};

using TraceFn = void (*)(Cell*, Marker&);
/// Traces the fields between two byte offsets of a cell that may be large; both are multiples of kCardBytes, or the cell's end.
using TracePartFn = void (*)(Cell*, Marker&, size_t begin, size_t end);
/// Frees what a dying cell owns outside the heap; must not touch other cells nor run language code.
using DestroyFn = void (*)(Cell*);
/// Adds roots: called at each collection.
using RootFn = void (*)(void* context, Marker&);

struct HeapStats {
  static constexpr size_t kPauseBuckets = 20;
  size_t live_bytes, allocated_bytes_total, minor_collections, full_collections, slices;
  uint64_t last_pause_ns, total_pause_ns, longest_pause_ns;
  uint64_t pauses[kPauseBuckets];  // [i]: collections and slices that took less than 2^i microseconds, and not less than the bucket before
};

class Heap {
 public:
  /// Sizes are rounded up to 8, and at least 16; the first `zeroed` bytes after the header are zero, so that kinds without pointers need not clear what they are
  /// going to write. nullptr when memory is exhausted, above the limit, or on a planned failure: callers turn it into MemoryError (alloc() of
  /// objects/vm.hpp does). May collect.
  Cell* allocate(size_t bytes, Kind kind, uint32_t shape, size_t zeroed = ~size_t{0}) {
    if (bytes <= kMaxSmall && !slow_path_) [[likely]] {
      FreeList& list = free_lists_[small_class(bytes)];
      if (FreeCell* cell = list.head) [[likely]] {
        list.head = cell->next;
        return init(cell, small_class(bytes) * 8, kind, shape, zeroed);
      }
    }
    return allocate_slow(bytes, kind, shape, zeroed);
  }
  /// Give a cell back at once (frames, outgrown buffers). Only when nothing else can refer to it.
  void free_now(Cell* cell);
  /// Bytes a cell of this request really has.
  static size_t rounded(size_t bytes);
  /// Bytes an existing heap cell really has.
  static size_t size_of(const Cell* cell);

  void set_type(Kind kind, TraceFn trace, DestroyFn destroy);
  /// For kinds whose cells may be large arrays: they are traced in pieces, and a write that names its slot makes only the slot's surroundings remembered.
  void set_part_trace(Kind kind, TracePartFn trace);
  void add_roots(RootFn fn, void* context);
  /// Threads register the hot end and the cold end of their native stacks while they may run language code.
  void set_stack_base(const void* base);

  void collect_minor();
  void collect_full();
  /// Work to do while the event loop would sleep.
  void idle_work();

  /// While one exists, allocations collect nothing and fail only when the system has no memory: for work that start-up leaves to the first use
  /// and that no program may notice.
  class Exemption {
   public:
    Exemption();
    ~Exemption();
    Exemption(const Exemption&) = delete;
    Exemption& operator=(const Exemption&) = delete;
  };

  void set_limit(size_t bytes) { limit_ = bytes; }
  void set_stress(uint32_t every_nth);
  bool stressed() const { return stress_ != 0; }
  void fail_at(uint64_t nth_allocation);
  const HeapStats& stats() const { return stats_; }
  size_t live_bytes() const;

  /// The live cell that contains the address, or nullptr.
  Cell* find_cell(const void* address) const;
  /// Whether the address is in the heap, but in no live cell.
  bool dangles(const void* address) const;
  /// Calls fn for every live cell (after a full collection): gc.get_objects, subclass lists, shutdown.
  void for_each_cell(void (*fn)(Cell*, void*), void* context);

  void remember(Cell* holder);
  /// The same for a write to one slot of the holder.
  void remember(Cell* holder, const void* slot);
  /// An outgrown array hands its contents over: `fresh` has the same at the same offsets, and nothing else yet. Saves tracing all of a large one as if it were new.
  void take_over(Cell* fresh, Cell* outgrown);
  /// Cells whose header names a shape from `first` on keep table[shape] alive.
  void set_shape_table(Cell* const* table, uint32_t first);
  /// Called when a full cycle has marked everything: lets go of cells without a mark.
  void on_full_mark(void (*fn)()) { on_full_mark_ = fn; }
  /// Whether the cycle that ends has reached the cell.
  static bool is_marked(const Cell* cell);
  /// Called after a collection that left finalizers or cleared weak slots to look at.
  void on_pending(void (*fn)()) { on_pending_ = fn; }

  /// Finalizers: the cell is kept and queued once when it becomes unreachable; the VM drains the queue at a safepoint.
  void set_finalizer(Cell* cell);
  /// Takes the cell out of the order of finalizers; a later set_finalizer() puts it at the end.
  void unset_finalizer(Cell* cell);
  /// There is nothing left to finalize: the cell dies like any other.
  static void drop_finalizer(Cell* cell) { cell->gc &= static_cast<uint8_t>(~kGcFinalizer); }
  bool has_pending_finalizers() const { return pending_finalizers_ != 0; }
  Cell* take_pending_finalizer();
  /// Whether fn holds for a cell that has a finalizer which is not due yet.
  bool any_finalizable(bool (*fn)(const Cell*)) const;
  /// At exit: every cell that has a finalizer is queued, reachable or not.
  void queue_all_finalizers();
  /// Weak slots: `slot` inside the heap cell `holder` points to `target` without keeping it alive; it becomes nothing when target dies, and the holder is queued
  /// for take_cleared_weak().
  void add_weak(Cell* holder, Value* slot, Cell* target);
  Cell* take_cleared_weak();
  /// Calls fn for the holder of every weak slot that points to `target`.
  void for_each_weak(Cell* target, void (*fn)(Cell* holder, void*), void* context);
  bool has_cleared_weak() const { return cleared_weak_ != 0; }

  static constexpr size_t kMaxSmall = 1024;
  /// Size class of a small cell: its size in words. A free cell needs two.
  static size_t small_class(size_t bytes) { return bytes <= 8 ? 2 : (bytes + 7) >> 3; }
  /// A write to a large array makes this much of it remembered.
  static constexpr size_t kCardBytes = 1024;

 private:
  friend class Marker;
  friend struct HeapInternals;
  struct FreeCell : Cell { FreeCell* next; };
  struct FreeList { FreeCell* head = nullptr; };

  static Cell* init(Cell* cell, size_t size, Kind kind, uint32_t shape, size_t zeroed) {
#ifdef COIL_POISON
    __asan_unpoison_memory_region(cell, size);
#endif
    uint64_t* words = reinterpret_cast<uint64_t*>(cell);
    if (size > zeroed) size = zeroed;
    for (size_t i = 1; i < size / 8; i++) words[i] = 0;
    *cell = Cell{shape, kind, 0, 0};
    return cell;
  }
  Cell* allocate_slow(size_t bytes, Kind kind, uint32_t shape, size_t zeroed);
  Cell* allocate_large(size_t bytes, Kind kind, uint32_t shape, size_t zeroed, size_t limit);

  FreeList free_lists_[kMaxSmall / 8 + 1];
  bool slow_path_ = false;  // stress, planned failure: every allocation takes allocate_slow
  size_t limit_ = ~size_t{0};
  uint32_t stress_ = 0;
  uint64_t fail_countdown_ = 0;
  uint32_t exemptions_ = 0;
  size_t pending_finalizers_ = 0;
  size_t cleared_weak_ = 0;
  void (*on_pending_)() = nullptr;
  void (*on_full_mark_)() = nullptr;
  HeapStats stats_{};
};

/// One heap a process.
extern Heap g_heap;

inline Heap::Exemption::Exemption() { g_heap.exemptions_++; }
inline Heap::Exemption::~Exemption() { g_heap.exemptions_--; }

/// Whether the holder is old and not remembered yet.
inline bool needs_barrier(const Cell* holder) { return (holder->gc & (kGcMarked | kGcRemembered)) == kGcMarked; }
/// Call after storing a cell into `holder`, or moving one within it.
inline void write_barrier(Cell* holder) {
  if (needs_barrier(holder)) [[unlikely]] g_heap.remember(holder);
}
/// The same when one slot was written; pays for large arrays.
inline void write_barrier(Cell* holder, const void* slot) {
  if (needs_barrier(holder)) [[unlikely]] g_heap.remember(holder, slot);
}

}  // namespace coil
