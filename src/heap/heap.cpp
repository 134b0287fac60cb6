// Blocks and allocation. Allocation pops the free list of its size class; an empty list is filled from a block that was swept, from one that waits for
// it, or from fresh memory, and that is where collections become due (collect.cpp).
#include "heap/heap.hpp"

#include "heap/census.hpp"
#include "heap/heap_internal.hpp"
#include "heap/limit.hpp"
#include "heap/shared_weak.hpp"

#include <algorithm>

#include <sys/mman.h>

#include "base/pages.hpp"

namespace coil {

constinit Heap g_heap{};
HeapInternals g_heap_state;

namespace {

constexpr HeapInternals& s = g_heap_state;

constexpr size_t kHugePage = size_t{2} << 20;
/// The heap's first piece, up to a boundary of large pages: what a program with a few imports needs. To clear a large page takes as long as such an import.
constexpr size_t kFirstPiece = size_t{3} << 20;
constexpr size_t kKeptDirtyBytes = size_t{4} << 20;
/// Cells of one refill of a fresh block: few enough that start-up touches few pages.
constexpr size_t kCarveBytes = 2048;
/// Pages that are asked of the system at a time for the first block of a class, as long as the heap is small. Each further block takes twice as many.
constexpr size_t kPreparedBytes = size_t{8} << 10;
constexpr size_t kSmallHeap = size_t{16} << 20;
/// Outgrown buffers and drained chunks are among the last large cells that were made; others wait for the cycle.
constexpr size_t kRecentLarge = 1024;
/// A remembered cell counts like one of this size that was allocated: the next collection has to trace it.
constexpr size_t kRememberedCost = 64;
constexpr size_t kManyRemembered = 16384;

size_t size_class_of(size_t bytes) {
  if (bytes <= Heap::kMaxSmall) return Heap::small_class(bytes);
  size_t i = 0;
  while (kMediumSizes[i] < bytes) i++;
  return kSmallClasses + i;
}

uint32_t size_of_class(size_t size_class) {
  return size_class < kSmallClasses ? static_cast<uint32_t>(size_class * 8) : kMediumSizes[size_class - kSmallClasses];
}

/// Takes `head` out of the last entries of the list.
bool forget_recent(std::vector<uint32_t>& heads, uint32_t head) {
  auto end = heads.size() > kRecentLarge ? heads.rbegin() + kRecentLarge : heads.rend();
  auto found = std::find(heads.rbegin(), end, head);
  if (found == end) return false;
  heads.erase(std::next(found).base());
  return true;
}

}  // namespace

bool HeapInternals::reserve() {
  for (size_t size = size_t{1} << 40; size >= (size_t{1} << 28); size >>= 2) {
    void* range = mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (range == MAP_FAILED) continue;
    uintptr_t boundary = (reinterpret_cast<uintptr_t>(range) + kFirstPiece + kHugePage - 1) & ~(kHugePage - 1);
    base = reinterpret_cast<char*>(boundary - kFirstPiece);
    reserved = size - kHugePage;
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

/// Makes the blocks up to this one usable. The first piece gets its pages as they are needed; what comes after it gets large pages at once, where the
/// system has them: on some virtual machines the first use of a page takes microseconds, of 512 pages in one no longer than of a few.
bool HeapInternals::commit_through(uint32_t block) {
  size_t need = (static_cast<size_t>(block) + 1) << kBlockShift;
  if (need <= committed) return true;
  size_t target = need <= kFirstPiece ? kFirstPiece : std::min(((need - kFirstPiece + kHugePage - 1) & ~(kHugePage - 1)) + kFirstPiece, reserved);
  if (need > target || mprotect(base + committed, target - committed, PROT_READ | PROT_WRITE) != 0) return false;
  if (size_t from = std::max(committed, kFirstPiece); from < target) {
    (void)madvise(base + from, target - from, MADV_HUGEPAGE);
    prepare_pages(base + from, target - from);
    for (size_t i = from >> kBlockShift; i < target >> kBlockShift; i++) blocks[i].run = kBlockSize;
  }
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
  bool large = blocks[first].state == BlockState::LargeHead;
  uint32_t last_there = large ? blocks[first].carved * kPageBytes : blocks[first].run;
  for (uint32_t i = 0; i < count; i++) blocks[first + i] = BlockInfo{.run = i + 1 < count ? uint32_t{kBlockSize} : last_there};
  COIL_UNPOISON_CELL(address_of(first), static_cast<size_t>(count) * kBlockSize);
  size_t bytes = static_cast<size_t>(count) * kBlockSize;
  // Pages of outgrown buffers are used again soon; what is more than that goes back to the system.
  free_dirty_bytes += bytes;
  if (count >= 8 && free_dirty_bytes > kKeptDirtyBytes + used_bytes / 4) {
    madvise(address_of(first), bytes, MADV_DONTNEED);
    free_dirty_bytes -= bytes;
    for (uint32_t i = first; i < first + count; i++) blocks[i].run = 0;
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

void Heap::collect_minor() {
  if (s.base) s.collect_minor(*this);
}
void Heap::collect_full() {
  if (s.base) s.collect_full(*this);
}
void Heap::idle_work() {
  if (s.base) s.idle_work(*this);
}

size_t Heap::live_bytes() const { return s.old_bytes + s.allocated_since_gc; }

size_t Heap::rounded(size_t bytes) {
  if (bytes <= kMaxMedium) return size_of_class(size_class_of(bytes));
  return (bytes + kBlockSize - 1) & ~(kBlockSize - 1);
}

size_t Heap::size_of(const Cell* cell) { return s.size_of(cell); }

/// Gets the pages of a run's first `bytes` that are not there yet; returns how many of the last block's are.
uint16_t HeapInternals::prepare_run(uint32_t first, uint32_t count, size_t bytes) {
  uint32_t whole = 0;
  while (whole < count && blocks[first + whole].run == kBlockSize) whole++;
  size_t there = whole * kBlockSize + (whole < count ? blocks[first + whole].run : 0);
  if (there < bytes) prepare_pages(address_of(first) + there, bytes - there);
  size_t in_last = std::max<size_t>(blocks[first + count - 1].run, bytes - (count - 1) * kBlockSize);
  return static_cast<uint16_t>((in_last + kPageBytes - 1) / kPageBytes);
}

Cell* Heap::allocate_large(size_t bytes, Kind kind, uint32_t shape, size_t zeroed, size_t limit) {
  size_t count = (bytes + kBlockSize - 1) >> kBlockShift;
  if (count > 0x7fffffffu) return nullptr;
  s.allocated_since_gc += count << kBlockShift;
  stats_.allocated_bytes_total += count << kBlockShift;
  if (!exemptions_) s.collect_if_due(*this);
  uint32_t first = s.take_run(static_cast<uint32_t>(count), limit);
  if (!first) {
    if (exemptions_) return nullptr;
    collect_full();
    first = s.take_run(static_cast<uint32_t>(count), limit);
    if (!first) return nullptr;
  }
  uint16_t last_pages = s.prepare_run(first, static_cast<uint32_t>(count), bytes);
  s.blocks[first] = BlockInfo{.run = static_cast<uint32_t>(count), .carved = last_pages, .state = BlockState::LargeHead};
  for (uint32_t i = 1; i < count; i++) s.blocks[first + i] = BlockInfo{.run = i, .state = BlockState::LargeTail};
  s.large_young.push_back(first);
  Cell* cell = s.cell_of(first);
  std::memset(static_cast<void*>(cell), 0, std::min(bytes, zeroed));
  *cell = Cell{shape, kind, 0, 0};
  return cell;
}

/// Hands out the next cells of the class's fresh block, after taking one when there is none. False: no memory.
bool HeapInternals::carve(SizeClass& cls, Heap::FreeList& list, size_t size_class, size_t limit) {
  uint32_t size = size_of_class(size_class);
  if (!cls.fresh_block) {
    uint32_t block = take_run(1, limit);
    if (!block) return false;
    blocks[block] = BlockInfo{.run = blocks[block].run, .cell_size = static_cast<uint16_t>(size), .size_class = static_cast<uint8_t>(size_class),
                              .state = BlockState::Small};
    cls.fresh_block = block;
  }
  uint32_t block = cls.fresh_block;
  BlockInfo& info = blocks[block];
  if (cls.touched.empty() || cls.touched.back() != block) cls.touched.push_back(block);
  char* start = address_of(block);
  if (info.carved + kCarveBytes > info.run && info.run < kBlockSize) {
    const size_t rest = kBlockSize - info.run, step = kPreparedBytes << std::min<size_t>(cls.touched.size() - 1, 2);
    const size_t more = used_bytes < kSmallHeap ? std::min(std::max<size_t>(step, info.run), rest) : rest;  // doubles what is there
    prepare_pages(start + info.run, more);
    info.run += static_cast<uint32_t>(more);
  }
  Heap::FreeCell** link = &list.head;
  for (size_t carved = 0; carved < kCarveBytes && info.carved + size <= kBlockSize; carved += size) {
    auto* cell = reinterpret_cast<Heap::FreeCell*>(start + info.carved);
    *static_cast<Cell*>(cell) = Cell{0, Kind::Free, 0, 0};
    *link = cell;
    link = &cell->next;
    info.carved = static_cast<uint16_t>(info.carved + size);
    allocated_since_gc += size;
    g_heap.stats_.allocated_bytes_total += size;
    COIL_POISON_CELL(cell, size);
  }
  *link = nullptr;
  if (info.carved + size > kBlockSize) cls.fresh_block = 0;
  return true;
}

/// Fills the empty free list of a class. False: no memory.
bool HeapInternals::refill(Heap& heap, size_t size_class, size_t limit) {
  Heap::FreeList& list = list_of(heap, size_class);
  SizeClass& cls = classes[size_class];
  while (!list.head && !cls.partial.empty()) {
    uint32_t block = cls.partial.back();
    cls.partial.pop_back();
    BlockInfo& info = blocks[block];
    list.head = reinterpret_cast<Heap::FreeCell*>(address_of(block) + (info.dirty_cards & ~1u));
    info.dirty_cards = 0;
    cls.touched.push_back(block);
    size_t bytes = 0;
    for (Heap::FreeCell* cell = list.head; cell; cell = cell->next) bytes += info.cell_size;
    allocated_since_gc += bytes;
    heap.stats_.allocated_bytes_total += bytes;
  }
  while (!list.head && !cls.unswept.empty()) {
    uint32_t block = cls.unswept.back();
    cls.unswept.pop_back();
    size_t freed = 0;
    list.head = sweep_block(block, &freed);
    if (list.head) cls.touched.push_back(block);
    allocated_since_gc += freed;
    heap.stats_.allocated_bytes_total += freed;
  }
  return list.head || carve(cls, list, size_class, limit);
}

Cell* Heap::allocate_slow(size_t bytes, Kind kind, uint32_t shape, size_t zeroed) {
  if (!s.base && !s.reserve()) return nullptr;
  const size_t limit = exemptions_ ? ~size_t{0} : limit_;
  if (slow_path_ && !exemptions_) {
    if (fail_countdown_ && --fail_countdown_ == 0) return nullptr;
    if (stress_ && --s.stress_countdown == 0) {
      s.stress_countdown = stress_;
      s.stress(*this);
    }
    slow_path_ = stress_ || fail_countdown_;
  }
  if (bytes > kMaxMedium) return allocate_large(bytes, kind, shape, zeroed, limit);
  size_t size_class = size_class_of(bytes);
  FreeList& list = s.list_of(*this, size_class);
  if (!list.head) {
    if (!exemptions_) s.collect_if_due(*this);
    if (!list.head && !s.refill(*this, size_class, limit)) {
      if (exemptions_) return nullptr;
      collect_full();
      if (!list.head && !s.refill(*this, size_class, limit)) return nullptr;
    }
  }
  FreeCell* cell = list.head;
  list.head = cell->next;
  return init(cell, size_of_class(size_class), kind, shape, zeroed);
}

/// Whether the cell could be given back: nothing of the collector may refer to it.
bool HeapInternals::free_large(Cell* cell) {
  uint32_t head = index_of(cell);
  bool old = cell->gc & kGcMarked;
  if (old && trace[static_cast<int>(cell->kind)] && !trace_part[static_cast<int>(cell->kind)]) return false;  // it may be in `grey`
  // While these lists are swept their entries may not move.
  if (old && phase == Phase::Sweeping) return false;
  if (!forget_recent(old ? large_old : large_young, head)) return false;
  std::erase_if(large_grey, [&](const LargeGrey& grey_cell) { return grey_cell.cell == cell; });
  if (DestroyFn fn = destroy[static_cast<int>(cell->kind)]) fn(cell);
  size_t bytes = size_t{blocks[head].run} << kBlockShift;
  size_t& counted = old ? old_bytes : allocated_since_gc;
  counted -= std::min(counted, bytes);
  if (old && reached(cell)) cycle_bytes -= std::min(cycle_bytes, bytes);
  give_run(head, blocks[head].run);
  return true;
}

void Heap::free_now(Cell* cell) {
  BlockInfo& info = s.blocks[s.index_of(cell)];
  if (cell->kind == Kind::Frame && cell->gc & kGcMarked) s.waste_bytes += info.cell_size * kFrameWaste;
  if (slow_path_ || cell->gc & (kGcRemembered | kGcFinalizer | kGcWeakRefs)) return;
  if (info.state == BlockState::LargeHead) {
    s.free_large(cell);
    return;
  }
  // An old cell's block may not be in `touched`; a young one in a block that waits for its sweep cannot be here (it would be dead).
  if (info.state != BlockState::Small || cell->gc & kGcMarked || info.needs_sweep) return;
  *cell = Cell{0, Kind::Free, 0, 0};
  FreeList& list = s.list_of(*this, info.size_class);
  static_cast<FreeCell*>(cell)->next = list.head;
  list.head = static_cast<FreeCell*>(cell);
  COIL_POISON_CELL(cell, info.cell_size);
}

void Heap::take_over(Cell* fresh, Cell* outgrown) {
  BlockInfo& to = s.blocks[s.index_of(fresh)];
  const BlockInfo& from = s.blocks[s.index_of(outgrown)];
  if (to.state != BlockState::LargeHead || from.state != BlockState::LargeHead) return;
  if (fresh->gc & kGcMarked || (outgrown->gc & (kGcMarked | kGcRemembered)) != kGcMarked) return;
  if (!forget_recent(s.large_young, s.index_of(fresh))) return;
  fresh->gc |= s.live;
  s.large_old.push_back(s.index_of(fresh));
  size_t bytes = size_t{to.run} << kBlockShift;
  s.old_bytes += bytes;
  if (s.phase == Phase::Marking || s.phase == Phase::Finalizing) {
    s.cycle_bytes += bytes;
    s.large_grey.push_back({fresh, bytes});
  }
  for (uint32_t i = 0; i < from.run && i < to.run; i++) {
    if (!(&from)[i].dirty_cards) continue;
    (&to)[i].dirty_cards = (&from)[i].dirty_cards;
    s.dirty_blocks.push_back(s.index_of(fresh) + i);
  }
}

void Heap::set_type(Kind kind, TraceFn trace, DestroyFn destroy) {
  s.trace[static_cast<int>(kind)] = trace;
  s.destroy[static_cast<int>(kind)] = destroy;
}

void Heap::set_part_trace(Kind kind, TracePartFn trace) { s.trace_part[static_cast<int>(kind)] = trace; }

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

bool HeapInternals::contains(const void* address) const {
  return base && static_cast<size_t>(static_cast<const char*>(address) - base) < static_cast<size_t>(next_block) << kBlockShift;
}

bool Heap::dangles(const void* address) const { return s.contains(address) && !find_cell(address); }

Cell* Heap::find_cell(const void* address) const {
  if (!s.contains(address)) return nullptr;
  size_t offset = static_cast<size_t>(static_cast<const char*>(address) - s.base);
  uint32_t block = static_cast<uint32_t>(offset >> kBlockShift);
  const BlockInfo* info = &s.blocks[block];
  Cell* cell;
  switch (info->state) {
    case BlockState::Free: return nullptr;
    case BlockState::LargeTail:
      block -= info->run;
      info = &s.blocks[block];
      [[fallthrough]];
    case BlockState::LargeHead: cell = s.cell_of(block); break;
    case BlockState::Small: {
      uint32_t within = static_cast<uint32_t>(offset & (kBlockSize - 1));
      if (within >= info->carved) return nullptr;
      cell = reinterpret_cast<Cell*>(s.address_of(block) + within / info->cell_size * info->cell_size);
      break;
    }
    default: return nullptr;
  }
  if (cell->kind == Kind::Free || s.is_dead(cell, info->needs_sweep)) return nullptr;
  return cell;
}

bool Heap::is_marked(const Cell* cell) { return cell->gc & kGcStatic || s.reached(cell); }

void Heap::for_each_cell(void (*fn)(Cell*, void*), void* context) {
  collect_full();
  s.collecting = true;  // fn must not allocate
  s.for_each_live(fn, context);
  s.collecting = false;
}

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

void for_each_unheld_young_cell(void (*fn)(Cell*, void*), void* context) {
  if (s.collecting) return;
  s.visit_unheld = fn;
  s.visit_context = context;
  g_heap.collect_minor();
}

void for_each_referent(Cell* cell, void (*fn)(Cell*, void*), void* context) {
  s.for_each_marked([](void* holder, Marker& marker) { s.trace_cell(static_cast<Cell*>(holder), marker); }, cell, fn, context);
}
void for_each_root(RootFn roots, void* owner, void (*fn)(Cell*, void*), void* context) { s.for_each_marked(roots, owner, fn, context); }

void Heap::remember(Cell* holder) {
  holder->gc |= kGcRemembered;
  s.remembered.push_back(holder);
  s.allocated_since_gc += kRememberedCost;
  // A program can write to a million old cells without allocating.
  if (s.remembered.size() % kManyRemembered == 0 && on_pending_) on_pending_();
}

void Heap::remember(Cell* holder, const void* slot) {
  uint32_t block = s.index_of(slot), head = s.index_of(holder);
  const BlockInfo& info = s.blocks[head];
  if (info.state != BlockState::LargeHead || !s.trace_part[static_cast<int>(holder->kind)] || block < head || block >= head + info.run) {
    return remember(holder);
  }
  uint32_t& cards = s.blocks[block].dirty_cards;
  if (!cards) s.dirty_blocks.push_back(block);
  uint32_t card = 1u << ((static_cast<const char*>(slot) - s.address_of(block)) / kCardBytes);
  if (!(cards & card)) s.allocated_since_gc += kRememberedCost;
  cards |= card;
}

void Heap::set_finalizer(Cell* cell) {
  if (cell->gc & kGcFinalizer) return;
  cell->gc |= kGcFinalizer;
  s.finalizable_young.push_back(cell);
}

void Heap::unset_finalizer(Cell* cell) {
  drop_finalizer(cell);
  // Others lose their place when the list is gone through.
  if (!s.finalizable_young.empty() && s.finalizable_young.back() == cell) s.finalizable_young.pop_back();
}

Cell* Heap::take_pending_finalizer() {
  Cell* cell = nullptr;
  while (!cell && !s.pending_finalizers.empty()) {
    Cell* next = s.pending_finalizers.front();
    s.pending_finalizers.pop_front();
    if (next->gc & kGcFinalizer) cell = next;  // else it was registered twice
  }
  pending_finalizers_ = s.pending_finalizers.size();
  if (cell) cell->gc &= static_cast<uint8_t>(~kGcFinalizer);
  return cell;
}

bool Heap::any_finalizable(bool (*fn)(const Cell*)) const {
  auto holds = [fn](const Cell* cell) { return cell->gc & kGcFinalizer && fn(cell); };
  return std::any_of(s.finalizable_old.begin(), s.finalizable_old.end(), holds) ||
         std::any_of(s.finalizable_young.begin(), s.finalizable_young.end(), holds);
}

void Heap::queue_all_finalizers() {
  if (s.phase == Phase::Finalizing) collect_full();
  auto queue = [](auto& cells) {
    for (Cell* cell : cells) {
      if (cell->gc & kGcFinalizer) s.pending_finalizers.push_back(cell);
    }
    cells.clear();
  };
  queue(s.finalizable_old);
  queue(s.finalizable_young);
  pending_finalizers_ = s.pending_finalizers.size();
}

void Heap::add_weak(Cell* holder, Value* slot, Cell* target) {
  target->gc |= kGcWeakRefs;
  s.weak_young.push_back({holder, slot, target, false});
}

void add_shared_weak(Cell* holder, Value* slot, Cell* target) {
  g_heap.add_weak(holder, slot, target);
  s.weak_young.back().shared = true;
}

Cell* find_shared_weak(const Cell* target) {
  if (!(target->gc & kGcWeakRefs)) return nullptr;
  auto find = [target](const auto& entries, WeakIndex& index) -> Cell* {
    for (; index.seen < entries.size(); index.seen++) {
      if (const WeakEntry& entry = entries[index.seen]; entry.shared) index.holders.try_emplace(entry.target, entry.holder);
    }
    auto found = index.holders.find(target);
    return found == index.holders.end() ? nullptr : found->second;
  };
  Cell* old = find(s.weak_old, s.weak_old_index);
  return old ? old : find(s.weak_young, s.weak_young_index);
}

void Heap::set_shape_table(Cell* const* table, uint32_t first) {
  s.shape_table = table;
  s.first_shape = first;
}

void Heap::for_each_weak(Cell* target, void (*fn)(Cell* holder, void*), void* context) {
  auto visit = [&](const WeakEntry& entry) {
    if (entry.target == target) fn(entry.holder, context);
  };
  std::for_each(s.weak_old.begin(), s.weak_old.end(), visit);
  std::for_each(s.weak_young.begin(), s.weak_young.end(), visit);
}

Cell* Heap::take_cleared_weak() {
  if (s.cleared_weak.empty()) return nullptr;
  Cell* cell = s.cleared_weak.back();
  s.cleared_weak.pop_back();
  cleared_weak_ = s.cleared_weak.size();
  return cell;
}

}  // namespace coil
