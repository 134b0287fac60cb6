// The heap's state, shared by heap.cpp (blocks and allocation) and collect.cpp (marking and sweeping).
//
// Memory. One address range is reserved at start and cut into 32 KiB blocks; a side table (BlockInfo) describes each block, so "is this word a
// pointer to a live cell?" is an index and a division. A small block holds cells of one size class; larger cells own a run of blocks.
#pragma once

#include <cstring>
#include <deque>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "heap/heap.hpp"
#include "objects/value.hpp"

#ifdef COIL_POISON
#include <sanitizer/asan_interface.h>
#define COIL_POISON_CELL(cell, size) ASAN_POISON_MEMORY_REGION(reinterpret_cast<char*>(cell) + 16, (size) - 16)
#define COIL_UNPOISON_CELL(cell, size) ASAN_UNPOISON_MEMORY_REGION(cell, size)
#else
#define COIL_POISON_CELL(cell, size) (void)0
#define COIL_UNPOISON_CELL(cell, size) (void)0
#endif

namespace coil {

constexpr size_t kBlockShift = 15;
constexpr size_t kBlockSize = size_t{1} << kBlockShift;
constexpr uint32_t kPageBytes = 4096;
constexpr size_t kMaxMedium = 16384;
constexpr size_t kMinFullThreshold = size_t{32} << 20;
/// Old bytes that are likely garbage, for which a cycle is begun in a heap below kMinFullThreshold.
constexpr size_t kWasteThreshold = size_t{5} << 20;
/// A frame that has returned leaves this many times its size: its coroutine, its task, what it waited for.
constexpr size_t kFrameWaste = 4;

/// Size classes above kMaxSmall.
constexpr uint32_t kMediumSizes[] = {1280, 1536, 1808, 2176, 2720, 3264, 4096, 5456, 6544, 8192, 10912, 16384};
constexpr size_t kSmallClasses = Heap::kMaxSmall / 8 + 1;
constexpr size_t kClassCount = kSmallClasses + std::size(kMediumSizes);

enum class BlockState : uint8_t { Free, Small, LargeHead, LargeTail };

struct BlockInfo {
  uint32_t run = 0;         // large head: blocks in the run; large tail: distance to the head; small and free: bytes whose pages are there
  uint32_t dirty_cards = 0; // large: a bit for each kCardBytes that were written since the last collection; small: offset of the first cell of its own free list, 0: none
  uint16_t cell_size = 0;   // small: bytes a cell
  uint16_t carved = 0;      // small: bytes handed out at least once; large head: pages of the last block that are there
  uint8_t size_class = 0;
  BlockState state = BlockState::Free;
  bool needs_sweep = false; // small: listed in its class's `unswept`; its unmarked cells are dead
  bool stale = false;       // small: may hold cells that the last full cycle did not reach
};
static_assert(sizeof(BlockInfo) == 16 && kBlockSize / Heap::kCardBytes == 32);

struct SizeClass {
  std::vector<uint32_t> touched;   // blocks allocated from since the last collection
  std::vector<uint32_t> unswept;
  std::vector<uint32_t> partial;   // swept, with a free list of their own that nobody took yet
  uint32_t fresh_block = 0;        // block with room beyond `carved`; 0: none
};

struct WeakEntry {
  Cell* holder;
  Value* slot;
  Cell* target;
  bool shared;
};

/// The shared entries of a list by target. Only lists that somebody asks have one, up to the length that the last question met.
struct WeakIndex {
  std::unordered_map<const Cell*, Cell*> holders;
  size_t seen = 0;
  void clear() {
    holders.clear();
    seen = 0;
  }
};

/// A large array, of which the first `rest` bytes have still to be traced.
struct LargeGrey {
  Cell* cell;
  size_t rest;
};

/// See collect.cpp.
enum class Phase : uint8_t { Idle, Marking, Finalizing, Sweeping };

struct HeapInternals {
  char* base = nullptr;
  size_t reserved = 0;
  size_t committed = 0;
  BlockInfo* blocks = nullptr;
  uint32_t block_limit = 0;
  uint32_t next_block = 1;
  std::map<uint32_t, uint32_t> free_runs;  // first block -> count
  SizeClass classes[kClassCount];
  Heap::FreeList medium_lists[std::size(kMediumSizes)];
  TraceFn trace[256] = {};
  TracePartFn trace_part[256] = {};
  DestroyFn destroy[256] = {};
  std::vector<std::pair<RootFn, void*>> roots;
  std::vector<Cell*> remembered;
  std::vector<uint32_t> dirty_blocks;      // with dirty cards
  std::vector<uint32_t> large_young;       // heads allocated since the last collection
  std::vector<uint32_t> large_old;
  // What came since the last collection is apart, so that a minor one need not look at the rest.
  std::vector<Cell*> finalizable_young, cleared_weak;
  std::vector<WeakEntry> weak_young;
  std::deque<Cell*> finalizable_old, pending_finalizers;  // growing does not copy them
  std::deque<WeakEntry> weak_old;
  WeakIndex weak_young_index, weak_old_index;
  Cell* const* shape_table = nullptr;
  uint32_t first_shape = UINT32_MAX;
  std::vector<Cell*> mark_stack;           // young cells to trace in this collection
  const char* stack_base = nullptr;

  // The full cycle.
  Phase phase = Phase::Idle;
  uint8_t live = kGcMarked;                // kGcMarked and the current cycle bit: what the header of an old cell says that the cycle has reached
  std::vector<Cell*> grey;                 // old cells to trace in slices
  std::vector<LargeGrey> large_grey;
  std::vector<Cell*> doomed;               // unreachable cells with finalizers, handed over when what they refer to is marked
  size_t finalizers_seen = 0;              // entries of finalizable_old that were looked at, and those of them that stay
  size_t finalizers_kept = 0;
  bool finalizers_found = false;           // all of them
  size_t large_swept = 0;                  // the same for large_old
  size_t large_kept = 0;
  size_t stale_blocks = 0;
  uint32_t cycle = 0;                      // number of the last one, never 0 while it marks
  uint32_t attempts = 0;                   // to end marking
  bool rushed = false;                     // it has to end now
  bool roots_left = false;                 // a root function left some for later
  size_t cycle_bytes = 0;                  // reached so far
  size_t cycle_quick_bytes = 0;            // of them: big cells that take no time to reach (numbers, text)

  size_t allocated_since_gc = 0;
  size_t next_slice = 0;                   // a slice is due when allocated_since_gc gets here
  size_t promoted_bytes = 0;               // of this collection
  size_t old_bytes = 0;
  size_t waste_bytes = 0;                  // old and likely garbage since the last cycle: cells that are quick to reach, and what ended
  size_t full_threshold = kMinFullThreshold;
  size_t used_bytes = 0;                   // blocks in use, as bytes: what --max-memory limits
  size_t free_dirty_bytes = 0;             // free blocks whose pages the system still holds, at least
  uint32_t stress_countdown = 0, stress_count = 0;
  bool collecting = false;
  /// Set for one collection by for_each_held_cell.
  void (*visit_held)(Cell*, void*) = nullptr;
  /// The same, by for_each_unheld_young_cell.
  void (*visit_unheld)(Cell*, void*) = nullptr;
  void* visit_context = nullptr;

  bool cycle_due() const { return old_bytes > full_threshold || (waste_bytes > kWasteThreshold && full_threshold == kMinFullThreshold); }
  bool contains(const void* address) const;
  uint32_t index_of(const void* p) const { return static_cast<uint32_t>((static_cast<const char*>(p) - base) >> kBlockShift); }
  char* address_of(uint32_t block) const { return base + (static_cast<size_t>(block) << kBlockShift); }
  Cell* cell_of(uint32_t head) const { return reinterpret_cast<Cell*>(address_of(head)); }
  size_t size_of(const Cell* cell) const {
    const BlockInfo& info = blocks[index_of(cell)];
    return info.state == BlockState::Small ? info.cell_size : size_t{info.run} << kBlockShift;
  }
  bool is_large_array(const Cell* cell) const { return trace_part[static_cast<int>(cell->kind)] && blocks[index_of(cell)].state == BlockState::LargeHead; }
  bool reached(const Cell* cell) const { return (cell->gc & (kGcMarked | kGcCycle)) == live; }
  /// Nothing refers to it, and the sweep has not come by yet.
  bool is_dead(const Cell* cell, bool needs_sweep) const {
    return cell->gc & kGcMarked ? phase == Phase::Sweeping && !reached(cell) : needs_sweep;
  }
  Heap::FreeList& list_of(Heap& heap, size_t size_class) {
    return size_class < kSmallClasses ? heap.free_lists_[size_class] : medium_lists[size_class - kSmallClasses];
  }
  template <class F> void each_cell(uint32_t block, F&& fn);

  // heap.cpp
  bool reserve();
  bool commit_through(uint32_t block);
  uint32_t take_run(uint32_t count, size_t limit);
  void give_run(uint32_t first, uint32_t count);
  uint16_t prepare_run(uint32_t first, uint32_t count, size_t bytes);
  bool refill(Heap& heap, size_t size_class, size_t limit);
  bool carve(SizeClass& cls, Heap::FreeList& list, size_t size_class, size_t limit);
  bool free_large(Cell* cell);
  static size_t limit_of(const Heap& heap) { return heap.limit_; }

  // collect.cpp
  void collect_minor(Heap& heap);
  void collect_full(Heap& heap);
  void collect_if_due(Heap& heap);
  void stress(Heap& heap);
  void idle_work(Heap& heap);
  Heap::FreeCell* sweep_block(uint32_t block, size_t* freed);
  void for_each_live(void (*fn)(Cell*, void*), void* context);
  void for_each_young_unmarked(void (*fn)(Cell*, void*), void* context);
  void for_each_marked(RootFn mark, void* owner, void (*fn)(Cell*, void*), void* context);
  void trace_cell(Cell* cell, Marker& marker) {
    if (TraceFn fn = trace[static_cast<int>(cell->kind)]) fn(cell, marker);
  }

 private:
  class Pause;
  void minor(Heap& heap, bool keeps_finalizable);
  void mark_young(Marker& marker);
  void end_minor(Heap& heap, Marker& marker);
  void process_young_weak();
  void process_old_weak();
  void clear_weak(const WeakEntry& entry);
  void note_pending(Heap& heap);
  void begin_cycle();
  void slice(Heap& heap, size_t budget);
  void advance(Heap& heap, size_t budget);
  void run_cycle(Heap& heap);
  void end_marking(Heap& heap, size_t budget);
  void find_finalizers(size_t count);
  size_t next_full_threshold() const;
  void end_finalizing(Heap& heap);
  void verify();
  void drain_young(Marker& marker);
  bool drain_grey(Marker& marker, size_t budget);
  void trace_cards(uint32_t block, Marker& marker);
  void mark_stack_of_this_thread(Marker& marker);
  void mark_stack_above(Marker& marker);
  void begin_sweep(Heap& heap);
  void list_every_block(Heap& heap);
  bool sweep(size_t budget);
  void sweep_to_partial(SizeClass& cls);
};

extern HeapInternals g_heap_state;

template <class F>
void HeapInternals::each_cell(uint32_t block, F&& fn) {
  const BlockInfo& info = blocks[block];
  char* start = address_of(block);
  if (info.state == BlockState::LargeHead) {
    fn(reinterpret_cast<Cell*>(start));
    return;
  }
  for (uint32_t offset = 0; offset + info.cell_size <= info.carved; offset += info.cell_size) {
    fn(reinterpret_cast<Cell*>(start + offset));
  }
}

}  // namespace coil
