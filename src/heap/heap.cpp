// The collector: tracing, non-moving, size-segregated, generational by sticky mark bits, precise in the heap, conservative on native stacks.
//
// Memory. One address range is reserved at start and cut into 32 KiB blocks; a side table (BlockInfo) describes each block, so "is this word a
// pointer to a live cell?" is an index and a division. A small block holds cells of one size class; larger cells own a run of blocks.
//
// Generations. A minor collection keeps the mark bits of the last one: marked cells are old, and only unmarked (young) cells are traced, starting from the
// roots and the remembered set. All survivors become old, so the remembered set empties. A full collection clears all marks first.
//
// Sweeping is lazy and touches only blocks that were allocated from since the last collection ("touched"): the others hold nothing but marked and free
// cells. Invariant: in a block that waits to be swept an unmarked cell is dead; the conservative scan must not resurrect it.
#include "heap/heap.hpp"

#include "heap/census.hpp"
#include "heap/limit.hpp"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <deque>
#include <map>
#include <vector>

#include <sys/mman.h>

#include "base/pages.hpp"
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

constinit Heap g_heap{};

namespace {

constexpr size_t kBlockShift = 15;
constexpr size_t kBlockSize = size_t{1} << kBlockShift;
constexpr size_t kMaxMedium = 16384;
constexpr size_t kNurseryBytes = size_t{1} << 20;  // stays in a second-level cache
constexpr size_t kCommitStep = size_t{1} << 20;
constexpr size_t kKeptDirtyBytes = size_t{4} << 20;
/// Cells of one refill of a fresh block: few enough that start-up touches few pages.
constexpr size_t kCarveBytes = 2048;
/// Pages that are asked of the system at a time, as long as the heap is small.
constexpr size_t kPreparedBytes = size_t{8} << 10;
constexpr size_t kSmallHeap = size_t{2} << 20;

/// Size classes above kMaxSmall.
constexpr uint32_t kMediumSizes[] = {1280, 1536, 1808, 2176, 2720, 3264, 4096, 5456, 6544, 8192, 10912, 16384};
constexpr size_t kSmallClasses = Heap::kMaxSmall / 16 + 1;
constexpr size_t kClassCount = kSmallClasses + std::size(kMediumSizes);

enum class BlockState : uint8_t { Free, Small, LargeHead, LargeTail };

struct BlockInfo {
  uint32_t cell_size;     // small: bytes a cell
  uint32_t carved;        // small: bytes handed out at least once
  uint32_t run;           // large head: blocks in the run; large tail: distance to the head; small: bytes whose pages are there
  uint16_t size_class;
  BlockState state;
  bool needs_sweep;
};

struct SizeClass {
  std::vector<uint32_t> touched;   // blocks allocated from since the last collection
  std::vector<uint32_t> unswept;
  uint32_t fresh_block = 0;        // block with room beyond `carved`; 0: none
};

struct WeakEntry {
  Cell* holder;
  Value* slot;
  Cell* target;
};

uint64_t now_ns() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<uint64_t>(time.tv_sec) * 1000000000u + static_cast<uint64_t>(time.tv_nsec);
}

}  // namespace

/// The collector's state that no other room needs to see.
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
  DestroyFn destroy[256] = {};
  std::vector<std::pair<RootFn, void*>> roots;
  std::vector<Cell*> remembered;
  std::vector<uint32_t> large_young;       // heads allocated since the last collection
  std::vector<uint32_t> large_old;
  std::vector<Cell*> finalizable, cleared_weak;
  std::deque<Cell*> pending_finalizers;
  std::vector<WeakEntry> weak;
  Cell* const* shape_table = nullptr;
  uint32_t first_shape = UINT32_MAX;
  std::vector<Cell*> mark_stack;
  const char* stack_base = nullptr;
  size_t allocated_since_gc = 0;
  size_t marked_bytes = 0;                 // of this collection
  size_t old_bytes = 0;
  size_t full_threshold = size_t{32} << 20;
  size_t used_bytes = 0;                   // blocks in use, as bytes: what --max-memory limits
  size_t free_dirty_bytes = 0;             // free blocks whose pages the system still holds, at least
  uint32_t stress_countdown = 0, stress_count = 0;
  bool collecting = false;

  uint32_t index_of(const void* p) const { return static_cast<uint32_t>((static_cast<const char*>(p) - base) >> kBlockShift); }
  char* address_of(uint32_t block) const { return base + (static_cast<size_t>(block) << kBlockShift); }
  bool reserve();
  bool commit_through(uint32_t block);
  uint32_t take_run(uint32_t count, size_t limit);
  void give_run(uint32_t first, uint32_t count);
  bool sweep_block(uint32_t block, Heap::FreeList& list, size_t* freed);
  bool release_if_dead(uint32_t block);
  void free_large(Cell* cell);
  void sweep_large(std::vector<uint32_t>& from, std::vector<uint32_t>& keep);
  void finish_sweep();
  void clear_marks();
  void drain(Marker& marker);
  /// Set for one collection by for_each_held_cell.
  void (*visit_held)(Cell*, void*) = nullptr;
  void* visit_context = nullptr;
  void for_each_marked(void (*fn)(Cell*, void*), void* context);
  static size_t limit_of(const Heap& heap);
  void mark_stack_of_this_thread(Marker& marker);
  void mark_stack_above(Marker& marker);
  void process_weak();
  void process_finalizers(Heap& heap, Marker& marker);
  Heap::FreeList& list_of(Heap& heap, size_t size_class) {
    return size_class < kSmallClasses ? heap.free_lists_[size_class] : medium_lists[size_class - kSmallClasses];
  }
  void begin_sweep(Heap& heap);
  void collect(Heap& heap, bool full);
  template <class F> void each_cell(uint32_t block, F&& fn);
};

static HeapInternals s;

static size_t size_class_of(size_t bytes) {
  if (bytes <= Heap::kMaxSmall) return (bytes + 15) >> 4;
  size_t i = 0;
  while (kMediumSizes[i] < bytes) i++;
  return kSmallClasses + i;
}

static uint32_t size_of_class(size_t size_class) {
  return size_class < kSmallClasses ? static_cast<uint32_t>(size_class * 16) : kMediumSizes[size_class - kSmallClasses];
}

bool HeapInternals::reserve() {
  for (size_t size = size_t{1} << 40; size >= (size_t{1} << 28); size >>= 2) {
    void* range = mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (range == MAP_FAILED) continue;
    uintptr_t start = (reinterpret_cast<uintptr_t>(range) + kBlockSize - 1) & ~(kBlockSize - 1);
    base = reinterpret_cast<char*>(start);
    reserved = size - kBlockSize;
    block_limit = static_cast<uint32_t>(reserved >> kBlockShift);
    void* table = mmap(nullptr, sizeof(BlockInfo) * block_limit, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (table == MAP_FAILED) {
      munmap(range, size);
      continue;
    }
    blocks = static_cast<BlockInfo*>(table);
    return true;
  }
  return false;
}

bool HeapInternals::commit_through(uint32_t block) {
  size_t need = (static_cast<size_t>(block) + 1) << kBlockShift;
  if (need <= committed) return true;
  size_t target = (need + kCommitStep - 1) & ~(kCommitStep - 1);
  if (target > reserved) target = reserved;
  if (need > target || mprotect(base + committed, target - committed, PROT_READ | PROT_WRITE) != 0) return false;
  committed = target;
  return true;
}

/// First block of `count` consecutive free ones, or 0.
uint32_t HeapInternals::take_run(uint32_t count, size_t limit) {
  if (used_bytes + static_cast<size_t>(count) * kBlockSize > limit) return 0;
  uint32_t first = 0;
  for (auto it = free_runs.begin(); it != free_runs.end(); ++it) {
    if (it->second < count) continue;
    first = it->first;
    uint32_t rest = it->second - count;
    free_runs.erase(it);
    if (rest) free_runs.emplace(first + count, rest);
    break;
  }
  if (!first) {
    if (count > block_limit - next_block || !commit_through(next_block + count - 1)) return 0;
    first = next_block;
    next_block += count;
  }
  size_t bytes = static_cast<size_t>(count) * kBlockSize;
  used_bytes += bytes;
  free_dirty_bytes -= std::min(free_dirty_bytes, bytes);
  return first;
}

void HeapInternals::give_run(uint32_t first, uint32_t count) {
  used_bytes -= static_cast<size_t>(count) * kBlockSize;
  for (uint32_t i = first; i < first + count; i++) blocks[i] = BlockInfo{};
  COIL_UNPOISON_CELL(address_of(first), static_cast<size_t>(count) * kBlockSize);
  size_t bytes = static_cast<size_t>(count) * kBlockSize;
  // Pages of outgrown buffers are used again soon; what is more than that goes back to the system.
  free_dirty_bytes += bytes;
  if (count >= 8 && free_dirty_bytes > kKeptDirtyBytes + used_bytes / 4) {
    madvise(address_of(first), bytes, MADV_DONTNEED);
    free_dirty_bytes -= bytes;
  }
  auto next = free_runs.lower_bound(first);
  if (next != free_runs.end() && first + count == next->first) {
    count += next->second;
    next = free_runs.erase(next);
  }
  if (next != free_runs.begin()) {
    auto previous = std::prev(next);
    if (previous->first + previous->second == first) {
      previous->second += count;
      return;
    }
  }
  free_runs.emplace(first, count);
}

template <class F>
void HeapInternals::each_cell(uint32_t block, F&& fn) {
  BlockInfo& info = blocks[block];
  char* start = address_of(block);
  if (info.state == BlockState::LargeHead) {
    fn(reinterpret_cast<Cell*>(start));
    return;
  }
  for (uint32_t offset = 0; offset + info.cell_size <= info.carved; offset += info.cell_size) {
    fn(reinterpret_cast<Cell*>(start + offset));
  }
}

/// Puts the dead cells of a block on `list`. True when there is at least one free cell.
bool HeapInternals::sweep_block(uint32_t block, Heap::FreeList& list, size_t* freed) {
  BlockInfo& info = blocks[block];
  info.needs_sweep = false;
  Heap::FreeCell* head = list.head;
  each_cell(block, [&](Cell* cell) {
    if (cell->gc & kGcMarked) return;
    if (cell->kind != Kind::Free) {
      if (DestroyFn fn = destroy[static_cast<int>(cell->kind)]) fn(cell);
      *cell = Cell{0, Kind::Free, 0, 0};
      COIL_POISON_CELL(cell, info.cell_size);
    }
    static_cast<Heap::FreeCell*>(cell)->next = head;
    head = static_cast<Heap::FreeCell*>(cell);
    *freed += info.cell_size;
  });
  bool any = head != list.head;
  list.head = head;
  return any;
}

/// A block of dead cells becomes free for any size.
bool HeapInternals::release_if_dead(uint32_t block) {
  const BlockInfo& info = blocks[block];
  const char* start = address_of(block);
  for (uint32_t offset = 0; offset + info.cell_size <= info.carved; offset += info.cell_size) {
    if (reinterpret_cast<const Cell*>(start + offset)->gc & kGcMarked) return false;
  }
  Heap::FreeList ignored;
  size_t freed = 0;
  sweep_block(block, ignored, &freed);
  give_run(block, 1);
  return true;
}

void HeapInternals::sweep_large(std::vector<uint32_t>& from, std::vector<uint32_t>& keep) {
  std::vector<uint32_t> survivors;
  for (uint32_t head : from) {
    Cell* cell = reinterpret_cast<Cell*>(address_of(head));
    if (cell->gc & kGcMarked) {
      survivors.push_back(head);
      continue;
    }
    if (DestroyFn fn = destroy[static_cast<int>(cell->kind)]) fn(cell);
    give_run(head, blocks[head].run);
  }
  from.clear();
  keep.insert(keep.end(), survivors.begin(), survivors.end());
}

/// Sweeps what is still waiting, without handing the cells out: a full collection is about to forget which cells are dead.
void HeapInternals::finish_sweep() {
  for (SizeClass& cls : classes) {
    for (uint32_t block : cls.unswept) {
      Heap::FreeList ignored;
      size_t freed = 0;
      sweep_block(block, ignored, &freed);
      cls.touched.push_back(block);
    }
    cls.unswept.clear();
  }
}

void HeapInternals::clear_marks() {
  for (uint32_t block = 1; block < next_block; block++) {
    if (blocks[block].state != BlockState::Small && blocks[block].state != BlockState::LargeHead) continue;
    each_cell(block, [](Cell* cell) { cell->gc &= static_cast<uint8_t>(~(kGcMarked | kGcRemembered)); });
  }
}

void Marker::shallow(const Cell* c) {
  if (!c || (c->gc & (kGcMarked | kGcStatic))) return;
  const_cast<Cell*>(c)->gc |= kGcMarked;
  const BlockInfo& info = s.blocks[s.index_of(const_cast<Cell*>(c))];
  s.marked_bytes += info.state == BlockState::Small ? info.cell_size : size_t{info.run} << kBlockShift;
}

void Marker::push(Cell* cell) {
  shallow(cell);
  if (cell->shape >= s.first_shape) this->cell(s.shape_table[cell->shape]);
  TraceFn trace = s.trace[static_cast<int>(cell->kind)];
  if (!trace) return;
  // Plain text refers to a buffer at most: lists of it need no room on the stack.
  if (cell->shape == static_cast<uint32_t>(Kind::Str)) trace(cell, *this);
  else s.mark_stack.push_back(cell);
}

void Marker::cell(const Cell* c) {
  if (c && !(c->gc & (kGcMarked | kGcStatic))) push(const_cast<Cell*>(c));
}

void Marker::value(Value v) {
  if (v.is_cell()) cell(v.cell());
}

void Marker::values(const Value* begin, size_t count) {
  for (size_t i = 0; i < count; i++) value(begin[i]);
}

// Red zones are read too, and the stacks of threads that run native code meanwhile: what keeps a cell alive there was in place before.
[[gnu::no_sanitize("address", "thread")]] void Marker::conservative(const void* begin, const void* end) {
  auto word = reinterpret_cast<const uintptr_t*>((reinterpret_cast<uintptr_t>(begin) + 7) & ~uintptr_t{7});
  auto last = reinterpret_cast<const uintptr_t*>(end);
  for (; word < last; word++) {
    if (Cell* found = g_heap.find_cell(reinterpret_cast<const void*>(*word))) cell(found);
  }
}

void HeapInternals::drain(Marker& marker) {
  while (!mark_stack.empty()) {
    Cell* cell = mark_stack.back();
    mark_stack.pop_back();
    trace[static_cast<int>(cell->kind)](cell, marker);
  }
}

/// Everything above this frame: the caller has spilled its callee-saved registers into its own.
[[gnu::noinline]] void HeapInternals::mark_stack_above(Marker& marker) {
  if (stack_base) marker.conservative(__builtin_frame_address(0), stack_base);
}

[[gnu::noinline]] void HeapInternals::mark_stack_of_this_thread(Marker& marker) {
  __builtin_unwind_init();
  mark_stack_above(marker);
  asm volatile("");  // no tail call: this frame must exist while the stack is scanned
}

/// Weak slots of dead targets become nothing; entries of dead holders go.
void HeapInternals::process_weak() {
  size_t kept = 0;
  for (WeakEntry& entry : weak) {
    if (!(entry.holder->gc & kGcMarked)) continue;
    if (entry.target->gc & (kGcMarked | kGcStatic)) {
      weak[kept++] = entry;
      continue;
    }
    *entry.slot = Value();
    cleared_weak.push_back(entry.holder);
  }
  weak.resize(kept);
}

void HeapInternals::process_finalizers(Heap& heap, Marker& marker) {
  size_t kept = 0, before = pending_finalizers.size();
  for (Cell* cell : finalizable) {
    if (!(cell->gc & kGcFinalizer)) continue;
    if (cell->gc & kGcMarked) finalizable[kept++] = cell;
    else pending_finalizers.push_back(cell);
  }
  finalizable.resize(kept);
  for (size_t i = before; i < pending_finalizers.size(); i++) marker.cell(pending_finalizers[i]);
  drain(marker);
  heap.pending_finalizers_ = pending_finalizers.size();
  heap.cleared_weak_ = cleared_weak.size();
  if (heap.on_pending_ && (heap.pending_finalizers_ || heap.cleared_weak_)) heap.on_pending_();
}

void HeapInternals::begin_sweep(Heap& heap) {
  for (size_t i = 0; i < kClassCount; i++) {
    SizeClass& cls = classes[i];
    list_of(heap, i).head = nullptr;
    // Blocks that nothing was allocated from since the last collection.
    std::erase_if(cls.unswept, [&](uint32_t block) { return block != cls.fresh_block && release_if_dead(block); });
    for (uint32_t block : cls.touched) {
      if (blocks[block].needs_sweep) continue;  // a fresh block can be listed twice
      blocks[block].needs_sweep = true;
      cls.unswept.push_back(block);
    }
    cls.touched.clear();
  }
  sweep_large(large_young, large_old);
}

void HeapInternals::collect(Heap& heap, bool full) {
  if (collecting) return;
  collecting = true;
  uint64_t start = now_ns();
  Marker marker;
  marker.full = full;
  if (full) {
    finish_sweep();
    for (size_t i = 0; i < kClassCount; i++) list_of(heap, i).head = nullptr;
    clear_marks();
    remembered.clear();
    marked_bytes = 0;
    old_bytes = 0;
    for (SizeClass& cls : classes) cls.touched.clear();
    for (uint32_t block = 1; block < next_block; block++) {
      if (blocks[block].state == BlockState::Small) classes[blocks[block].size_class].touched.push_back(block);
    }
    large_young.insert(large_young.end(), large_old.begin(), large_old.end());
    large_old.clear();
  }
  marked_bytes = 0;
  for (Cell* holder : remembered) {
    holder->gc &= static_cast<uint8_t>(~kGcRemembered);
    if (TraceFn fn = trace[static_cast<int>(holder->kind)]) fn(holder, marker);
  }
  remembered.clear();
  for (Cell* cell : pending_finalizers) marker.cell(cell);
  for (Cell* cell : cleared_weak) marker.cell(cell);
  for (auto& [fn, context] : roots) fn(context, marker);
  if (visit_held) {
    drain(marker);
    for_each_marked(visit_held, visit_context);
    visit_held = nullptr;
  }
  mark_stack_of_this_thread(marker);
  drain(marker);
  process_weak();
  process_finalizers(heap, marker);
  if (full && heap.on_full_mark_) heap.on_full_mark_();
  begin_sweep(heap);
  old_bytes += marked_bytes;
  if (full) full_threshold = old_bytes * 2 < (size_t{32} << 20) ? size_t{32} << 20 : old_bytes * 2;
  allocated_since_gc = 0;
  HeapStats& stats = heap.stats_;
  (full ? stats.full_collections : stats.minor_collections)++;
  stats.live_bytes = old_bytes;
  stats.last_pause_ns = now_ns() - start;
  stats.total_pause_ns += stats.last_pause_ns;
  stats.longest_pause_ns = std::max(stats.longest_pause_ns, stats.last_pause_ns);
  stats.pauses[std::min<size_t>(std::bit_width(stats.last_pause_ns / 1000), HeapStats::kPauseBuckets - 1)]++;
  collecting = false;
}

void Heap::collect_minor() {
  if (s.base) s.collect(*this, false);
}
void Heap::collect_full() {
  if (s.base) s.collect(*this, true);
}

void Heap::idle_work() {
  if (s.old_bytes > s.full_threshold) s.collect(*this, true);
  else if (s.allocated_since_gc > kNurseryBytes / 2) s.collect(*this, false);
}

size_t Heap::live_bytes() const { return s.old_bytes + s.allocated_since_gc; }

size_t Heap::rounded(size_t bytes) {
  if (bytes <= kMaxMedium) return size_of_class(size_class_of(bytes));
  return (bytes + kBlockSize - 1) & ~(kBlockSize - 1);
}

size_t Heap::size_of(const Cell* cell) {
  const BlockInfo& info = s.blocks[s.index_of(cell)];
  return info.state == BlockState::Small ? info.cell_size : size_t{info.run} << kBlockShift;
}

/// Collects when enough was allocated. Returns whether it did.
static bool collect_if_due(Heap& heap) {
  size_t nursery = s.old_bytes / 2 > kNurseryBytes ? s.old_bytes / 2 : kNurseryBytes;
  if (s.allocated_since_gc < nursery) return false;
  if (s.old_bytes > s.full_threshold) heap.collect_full();
  else heap.collect_minor();
  return true;
}

Cell* Heap::allocate_slow(size_t bytes, Kind kind, uint32_t shape, size_t zeroed) {
  if (!s.base && !s.reserve()) return nullptr;
  const size_t limit = exemptions_ ? ~size_t{0} : limit_;
  if (slow_path_ && !exemptions_) {
    if (fail_countdown_ && --fail_countdown_ == 0) return nullptr;
    if (stress_ && --s.stress_countdown == 0) {
      s.stress_countdown = stress_;
      if (++s.stress_count % 64 == 0) collect_full();
      else collect_minor();
    }
    slow_path_ = stress_ || fail_countdown_;
  }
  if (bytes > kMaxMedium) {
    size_t count = (bytes + kBlockSize - 1) >> kBlockShift;
    if (count > 0x7fffffffu) return nullptr;
    s.allocated_since_gc += count << kBlockShift;
    if (!exemptions_) collect_if_due(*this);
    uint32_t first = s.take_run(static_cast<uint32_t>(count), limit);
    if (!first) {
      if (exemptions_) return nullptr;
      collect_full();
      first = s.take_run(static_cast<uint32_t>(count), limit);
      if (!first) return nullptr;
    }
    prepare_pages(s.address_of(first), bytes);
    s.blocks[first] = BlockInfo{0, 0, static_cast<uint32_t>(count), 0, BlockState::LargeHead, false};
    for (uint32_t i = 1; i < count; i++) s.blocks[first + i] = BlockInfo{0, 0, i, 0, BlockState::LargeTail, false};
    s.large_young.push_back(first);
    Cell* cell = reinterpret_cast<Cell*>(s.address_of(first));
    std::memset(static_cast<void*>(cell), 0, std::min(bytes, zeroed));
    *cell = Cell{shape, kind, 0, 0};
    return cell;
  }
  size_t size_class = size_class_of(bytes);
  uint32_t size = size_of_class(size_class);
  FreeList& list = s.list_of(*this, size_class);
  SizeClass& cls = s.classes[size_class];
  bool collected = false;
  while (!list.head) {
    if (!collected && !exemptions_ && collect_if_due(*this)) collected = true;
    size_t freed = 0;
    while (!list.head && !cls.unswept.empty()) {
      uint32_t block = cls.unswept.back();
      cls.unswept.pop_back();
      s.sweep_block(block, list, &freed);
      if (list.head) cls.touched.push_back(block);
    }
    if (!list.head) {
      if (!cls.fresh_block) {
        uint32_t block = s.take_run(1, limit);
        if (!block) {
          if (collected || exemptions_) return nullptr;
          collect_full();
          collected = true;
          continue;
        }
        s.blocks[block] = BlockInfo{size, 0, 0, static_cast<uint16_t>(size_class), BlockState::Small, false};
        cls.fresh_block = block;
      }
      BlockInfo& info = s.blocks[cls.fresh_block];
      uint32_t block = cls.fresh_block;
      if (cls.touched.empty() || cls.touched.back() != block) cls.touched.push_back(block);
      char* start = s.address_of(block);
      if (info.carved + kCarveBytes > info.run && info.run < kBlockSize) {
        size_t more = s.used_bytes < kSmallHeap ? kPreparedBytes : kBlockSize - info.run;
        prepare_pages(start + info.run, more);
        info.run += static_cast<uint32_t>(more);
      }
      FreeCell* tail = nullptr;
      for (size_t carved = 0; carved < kCarveBytes && info.carved + size <= kBlockSize; carved += size) {
        auto* cell = reinterpret_cast<FreeCell*>(start + info.carved);
        *static_cast<Cell*>(cell) = Cell{0, Kind::Free, 0, 0};
        cell->next = nullptr;
        if (tail) tail->next = cell;
        else list.head = cell;
        tail = cell;
        info.carved += size;
        freed += size;
        COIL_POISON_CELL(cell, size);
      }
      if (info.carved + size > kBlockSize) cls.fresh_block = 0;
    }
    s.allocated_since_gc += freed;
    stats_.allocated_bytes_total += freed;
  }
  FreeCell* cell = list.head;
  list.head = cell->next;
  return init(cell, size, kind, shape, zeroed);
}

/// A large cell that no collection has seen yet. It is among the last ones: outgrown buffers are.
void HeapInternals::free_large(Cell* cell) {
  uint32_t head = index_of(cell);
  auto found = std::find(large_young.rbegin(), large_young.rend(), head);
  if (found == large_young.rend()) return;
  large_young.erase(std::next(found).base());
  if (DestroyFn fn = destroy[static_cast<int>(cell->kind)]) fn(cell);
  size_t bytes = size_t{blocks[head].run} << kBlockShift;
  allocated_since_gc -= bytes < allocated_since_gc ? bytes : allocated_since_gc;
  give_run(head, blocks[head].run);
}

void Heap::free_now(Cell* cell) {
  BlockInfo& info = s.blocks[s.index_of(cell)];
  if (info.state == BlockState::LargeHead && !slow_path_ && !(cell->gc & (kGcMarked | kGcFinalizer | kGcWeakRefs))) return s.free_large(cell);
  if (info.state != BlockState::Small || slow_path_ || (cell->gc & (kGcRemembered | kGcFinalizer | kGcWeakRefs))) return;
  // An old cell's block may not be in `touched`; a young one in a block that waits for its sweep cannot be here (it would be dead).
  if (cell->gc & kGcMarked || info.needs_sweep) return;
  *cell = Cell{0, Kind::Free, 0, 0};
  FreeList& list = s.list_of(*this, info.size_class);
  static_cast<FreeCell*>(cell)->next = list.head;
  list.head = static_cast<FreeCell*>(cell);
  COIL_POISON_CELL(cell, info.cell_size);
}

void Heap::set_type(Kind kind, TraceFn trace, DestroyFn destroy) {
  s.trace[static_cast<int>(kind)] = trace;
  s.destroy[static_cast<int>(kind)] = destroy;
}

void Heap::add_roots(RootFn fn, void* context) { s.roots.emplace_back(fn, context); }
void Heap::set_stack_base(const void* base) { s.stack_base = static_cast<const char*>(base); }

void Heap::set_stress(uint32_t every_nth) {
  stress_ = every_nth;
  s.stress_countdown = every_nth;
  slow_path_ = stress_ || fail_countdown_;
}

void Heap::fail_at(uint64_t nth_allocation) {
  fail_countdown_ = nth_allocation;
  slow_path_ = stress_ || fail_countdown_;
}

Cell* Heap::find_cell(const void* address) const {
  size_t offset = static_cast<size_t>(static_cast<const char*>(address) - s.base);
  if (!s.base || offset >= (static_cast<size_t>(s.next_block) << kBlockShift)) return nullptr;
  uint32_t block = static_cast<uint32_t>(offset >> kBlockShift);
  const BlockInfo* info = &s.blocks[block];
  Cell* cell;
  switch (info->state) {
    case BlockState::Free: return nullptr;
    case BlockState::LargeTail:
      block -= info->run;
      info = &s.blocks[block];
      [[fallthrough]];
    case BlockState::LargeHead: cell = reinterpret_cast<Cell*>(s.address_of(block)); break;
    case BlockState::Small: {
      uint32_t within = static_cast<uint32_t>(offset & (kBlockSize - 1));
      if (within >= info->carved) return nullptr;
      cell = reinterpret_cast<Cell*>(s.address_of(block) + within / info->cell_size * info->cell_size);
      break;
    }
    default: return nullptr;
  }
  if (cell->kind == Kind::Free || (info->needs_sweep && !(cell->gc & kGcMarked))) return nullptr;
  return cell;
}

void Heap::for_each_cell(void (*fn)(Cell*, void*), void* context) {
  collect_full();
  s.collecting = true;  // fn must not allocate
  s.for_each_marked(fn, context);
  s.collecting = false;
}

void HeapInternals::for_each_marked(void (*fn)(Cell*, void*), void* context) {
  for (uint32_t block = 1; block < next_block; block++) {
    if (blocks[block].state != BlockState::Small && blocks[block].state != BlockState::LargeHead) continue;
    each_cell(block, [&](Cell* cell) { if (cell->kind != Kind::Free && (cell->gc & kGcMarked)) fn(cell, context); });
  }
}

size_t HeapInternals::limit_of(const Heap& heap) { return heap.limit_; }

bool fits_in_memory_limit(size_t bytes) {
  constexpr size_t kSmall = size_t{1} << 16;
  size_t limit = HeapInternals::limit_of(g_heap);
  return bytes < kSmall || limit == ~size_t{0} || (bytes < limit && g_heap.live_bytes() < limit - bytes);
}

void for_each_held_cell(void (*fn)(Cell*, void*), void* context) {
  if (s.collecting) return;
  s.visit_held = fn;
  s.visit_context = context;
  g_heap.collect_full();
}

void Heap::remember(Cell* holder) {
  holder->gc |= kGcRemembered;
  s.remembered.push_back(holder);
}

void Heap::set_finalizer(Cell* cell) {
  if (cell->gc & kGcFinalizer) return;
  cell->gc |= kGcFinalizer;
  s.finalizable.push_back(cell);
}

Cell* Heap::take_pending_finalizer() {
  if (s.pending_finalizers.empty()) return nullptr;
  Cell* cell = s.pending_finalizers.front();
  s.pending_finalizers.pop_front();
  pending_finalizers_ = s.pending_finalizers.size();
  cell->gc &= static_cast<uint8_t>(~kGcFinalizer);
  return cell;
}

void Heap::queue_all_finalizers() {
  for (Cell* cell : s.finalizable) {
    if (cell->gc & kGcFinalizer) s.pending_finalizers.push_back(cell);
  }
  s.finalizable.clear();
  pending_finalizers_ = s.pending_finalizers.size();
}

void Heap::add_weak(Cell* holder, Value* slot, Cell* target) {
  target->gc |= kGcWeakRefs;
  s.weak.push_back({holder, slot, target});
}

void Heap::set_shape_table(Cell* const* table, uint32_t first) {
  s.shape_table = table;
  s.first_shape = first;
}

void Heap::for_each_weak(Cell* target, void (*fn)(Cell* holder, void*), void* context) {
  for (const WeakEntry& entry : s.weak) {
    if (entry.target == target) fn(entry.holder, context);
  }
}

Cell* Heap::take_cleared_weak() {
  if (s.cleared_weak.empty()) return nullptr;
  Cell* cell = s.cleared_weak.back();
  s.cleared_weak.pop_back();
  cleared_weak_ = s.cleared_weak.size();
  return cell;
}

}  // namespace coil
