// The collector: tracing, non-moving, generational by sticky mark bits, incremental; precise in the heap, conservative on native stacks.
//
// Minor collections keep the mark bits of the last one: marked cells are old, and only unmarked (young) cells are traced, starting from the roots and the
// remembered set. All survivors become old, so the remembered set empties. The nursery is small enough that one is a short pause whatever the heap's size.
//
// A full cycle decides about the old cells, in slices between which the program runs. The header of an old cell has a second bit, the cycle bit; a cycle
// begins by changing what it means, so that every old cell is white at once, and marking sets it. The phases:
//
//   Idle ──> Marking ──────> Finalizing ───────> Sweeping ──> Idle
//            grey cells are   unreachable cells   all blocks are swept,
//            traced           with finalizers     lazily and in slices
//                             are found and kept
//
// What the program writes meanwhile: the barrier of the generations remembers every old cell that is written. A minor collection traces those, and whenever it
// meets a white old cell, from a root, a remembered holder or a young cell that it promotes, it makes it grey. So young cells are none of a slice's business, and
// a promoted one is black. Registers, stacks and other roots have no barrier: Marking ends with a minor collection that visits all of them, and marks
// what they lead to; when that is too much for one pause, marking goes on, and the end is tried again. Natives may move what they hold within cells that only they
// know and tell the barrier at the end: a cell that the last scan finds on a stack is traced again, marked or not. For large arrays that would take too long: their
// barrier has to be told of every move before anything else is allocated.
//
// Sweeping is lazy: a block is swept when its size class needs cells. After a minor collection only blocks that were allocated from since the one before
// wait for it ("touched"): the others hold nothing but marked and free cells. Invariant: in a block that waits an unmarked cell is dead, and while a cycle sweeps
// so is an old one that it has not reached; the conservative scan must not resurrect them.
#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <unordered_set>

#include "heap/heap_internal.hpp"
#include "heap/root_slices.hpp"

namespace coil {

namespace {

constexpr HeapInternals& s = g_heap_state;

constexpr size_t kNurseryBytes = size_t{1} << 20;  // stays in a second-level cache
constexpr size_t kMaxNurseryBytes = size_t{2} << 20;
/// While a cycle runs there is a slice whenever this much was allocated; it traces this many times as many bytes, so that the heap grows by a quarter at most.
constexpr size_t kSliceStep = size_t{64} << 10;
constexpr size_t kSliceRatio = 4;
constexpr size_t kMaxSliceWork = size_t{1} << 20;
constexpr size_t kStressWork = 1024;
constexpr size_t kEndWork = size_t{1} << 20;
/// How often marking may go on after an attempt to end it.
constexpr uint32_t kMaxAttempts = 200;
constexpr size_t kPartBytes = 8 * Heap::kCardBytes;
/// An array's byte costs more than another cell's: each item is a header somewhere else.
constexpr size_t kPartCost = 4;
/// What sweeping a block costs, and looking at an entry of a list, as bytes of tracing.
constexpr size_t kSweepCost = kBlockSize / 2;
constexpr size_t kEntryCost = 256;
/// Blocks left over from before the last minor collection that this one sweeps: a dead one serves any size again.
constexpr size_t kSweptByMinor = 64;

uint64_t now_ns() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<uint64_t>(time.tv_sec) * 1000000000u + static_cast<uint64_t>(time.tv_nsec);
}

}  // namespace

/// Times a pause; nothing is collected inside of it.
class HeapInternals::Pause {
 public:
  Pause(Heap& heap, size_t& count) : heap_(heap), count_(count), start_(now_ns()) { s.collecting = true; }
  ~Pause() {
    s.collecting = false;
    HeapStats& stats = heap_.stats_;
    count_++;
    stats.live_bytes = s.old_bytes;
    stats.last_pause_ns = now_ns() - start_;
    stats.total_pause_ns += stats.last_pause_ns;
    stats.longest_pause_ns = std::max(stats.longest_pause_ns, stats.last_pause_ns);
    stats.pauses[std::min<size_t>(std::bit_width(stats.last_pause_ns / 1000), HeapStats::kPauseBuckets - 1)]++;
  }

 private:
  Heap& heap_;
  size_t& count_;
  uint64_t start_;
};

// -- marking

inline void Marker::mark(Cell* c) {
  const size_t bytes = s.size_of(c);
  const bool promoted = !(c->gc & kGcMarked);
  if (promoted) s.promoted_bytes += bytes;
  if (bytes > Heap::kMaxSmall && !s.trace_part[static_cast<int>(c->kind)]) {
    if (promoted) s.waste_bytes += bytes;
    s.cycle_quick_bytes += bytes;
  }
  s.cycle_bytes += bytes;
  c->gc = static_cast<uint8_t>((c->gc & ~kGcCycle) | done_);
}

/// For a cell whose mark is not the current one.
void Marker::reach(Cell* c) {
  if (c->gc & kGcStatic) return;
  if (visited_) [[unlikely]] {
    if (visited_->insert(c).second) s.mark_stack.push_back(c);
    return;
  }
  const bool old = c->gc & kGcMarked;
  if (!old && !takes_young_) return;
  mark(c);
  if (c->shape >= s.first_shape) cell(s.shape_table[c->shape]);
  TraceFn trace = s.trace[static_cast<int>(c->kind)];
  if (!trace) return;
  // Plain text refers to a buffer at most: lists of it need no room on the stack.
  if (c->shape == static_cast<uint32_t>(Kind::Str)) trace(c, *this);
  else if (!old) s.mark_stack.push_back(c);
  else if (s.is_large_array(c)) s.large_grey.push_back({c, s.size_of(c)});
  else s.grey.push_back(c);
}

void Marker::shallow(const Cell* c) {
  if (!c || visited_ || c->gc & kGcStatic || s.reached(c)) return;
  if (c->gc & kGcMarked || takes_young_) mark(const_cast<Cell*>(c));
}

void Marker::young(const Cell* c) {
  if (c && !(c->gc & kGcMarked)) cell(c);
}

void Marker::cell(const Cell* c) {
  if (c && (c->gc & (kGcMarked | kGcCycle)) != done_) reach(const_cast<Cell*>(c));
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
    Cell* found = g_heap.find_cell(reinterpret_cast<const void*>(*word));
    if (!found) continue;
    bool again = traces_again_ && s.reached(found) && !s.is_large_array(found);
    cell(found);
    if (!again) continue;
    traces_again_ = false;
    s.trace_cell(found, *this);
    traces_again_ = true;
  }
}

Marker::Marker() : done_(g_heap_state.live) {}

void HeapInternals::drain_young(Marker& marker) {
  while (!mark_stack.empty()) {
    Cell* cell = mark_stack.back();
    mark_stack.pop_back();
    trace_cell(cell, marker);
  }
}

/// Traces old cells worth `budget` bytes. True when none is left.
bool HeapInternals::drain_grey(Marker& marker, size_t budget) {
  bool takes_young = std::exchange(marker.takes_young_, false);
  size_t spent = 0;
  while (spent < budget && (!grey.empty() || !large_grey.empty())) {
    if (!grey.empty()) {
      Cell* cell = grey.back();
      grey.pop_back();
      trace_cell(cell, marker);
      spent += size_of(cell);
      continue;
    }
    // From the end to the beginning: taking items out of a list moves others to the front, without a barrier.
    auto [cell, rest] = large_grey.back();
    size_t begin = rest > kPartBytes ? (rest - 1) / kPartBytes * kPartBytes : 0;
    if (begin) large_grey.back().rest = begin;
    else large_grey.pop_back();
    trace_part[static_cast<int>(cell->kind)](cell, marker, begin, rest);
    spent += (rest - begin) * kPartCost;
  }
  marker.takes_young_ = takes_young;
  return grey.empty() && large_grey.empty();
}

void HeapInternals::trace_cards(uint32_t block, Marker& marker) {
  BlockInfo& info = blocks[block];
  if (info.state != BlockState::LargeHead && info.state != BlockState::LargeTail) return;  // freed since
  uint32_t distance = info.state == BlockState::LargeTail ? info.run : 0;
  Cell* cell = cell_of(block - distance);
  TracePartFn fn = trace_part[static_cast<int>(cell->kind)];
  for (uint32_t cards = std::exchange(info.dirty_cards, 0); cards; cards &= cards - 1) {
    size_t begin = (static_cast<size_t>(distance) << kBlockShift) + static_cast<size_t>(std::countr_zero(cards)) * Heap::kCardBytes;
    fn(cell, marker, begin, begin + Heap::kCardBytes);
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

/// The first half of every collection: marks what is young and reachable, and makes grey what the cycle has not reached yet.
void HeapInternals::mark_young(Marker& marker) {
  promoted_bytes = 0;
  roots_left = false;
  for (Cell* holder : remembered) {
    holder->gc &= static_cast<uint8_t>(~kGcRemembered);
    trace_cell(holder, marker);
  }
  remembered.clear();
  for (uint32_t block : dirty_blocks) trace_cards(block, marker);
  dirty_blocks.clear();
  for (Cell* cell : pending_finalizers) marker.cell(cell);
  for (Cell* cell : cleared_weak) marker.cell(cell);
  marker.traces_again_ = marker.every_root;
  for (auto& [fn, context] : roots) fn(context, marker);
  if (visit_held && marker.every_root) {
    drain_young(marker);
    drain_grey(marker, ~size_t{0});
    for_each_live(visit_held, visit_context);
    visit_held = nullptr;
  }
  if (visit_unheld) {
    drain_young(marker);
    for_each_young_unmarked(visit_unheld, visit_context);
    visit_unheld = nullptr;
  }
  mark_stack_of_this_thread(marker);
  marker.traces_again_ = false;
  drain_young(marker);
}

/// The second half: what young cells leave behind, and the sweep.
void HeapInternals::end_minor(Heap& heap, Marker& marker) {
  size_t before = pending_finalizers.size();
  for (Cell* cell : finalizable_young) {
    if (!(cell->gc & kGcFinalizer)) continue;
    if (cell->gc & kGcMarked) finalizable_old.push_back(cell);
    else pending_finalizers.push_back(cell);
  }
  finalizable_young.clear();
  for (size_t i = before; i < pending_finalizers.size(); i++) marker.cell(pending_finalizers[i]);
  drain_young(marker);
  begin_sweep(heap);
  old_bytes += promoted_bytes;
  allocated_since_gc = 0;
  next_slice = kSliceStep;
  note_pending(heap);
}

void HeapInternals::note_pending(Heap& heap) {
  heap.pending_finalizers_ = pending_finalizers.size();
  heap.cleared_weak_ = cleared_weak.size();
  if (heap.on_pending_ && (heap.pending_finalizers_ || heap.cleared_weak_)) heap.on_pending_();
}

/// Weak slots of targets that died young become nothing; entries of dead holders go.
void HeapInternals::process_young_weak() {
  for (const WeakEntry& entry : weak_young) {
    if (!(entry.holder->gc & kGcMarked)) continue;
    if (entry.target->gc & (kGcMarked | kGcStatic)) weak_old.push_back(entry);
    else clear_weak(entry);
  }
  weak_young.clear();
  weak_young_index.clear();
}

/// The same for targets and holders that the cycle has not reached.
void HeapInternals::process_old_weak() {
  weak_old_index.clear();
  std::erase_if(weak_old, [this](const WeakEntry& entry) {
    if (!reached(entry.holder)) return true;
    if (Heap::is_marked(entry.target)) return false;
    clear_weak(entry);
    return true;
  });
}

void HeapInternals::clear_weak(const WeakEntry& entry) {
  *entry.slot = Value();
  cleared_weak.push_back(entry.holder);
}

uint32_t marking_cycle() { return s.phase == Phase::Marking ? s.cycle : 0; }

bool leave_roots_for_later() {
  if (s.rushed) return false;
  s.roots_left = true;
  return true;
}

// -- the cycle

/// `keeps_finalizable`: no finalizer is due, because a full cycle that follows at once decides about all of them in the order of their making.
void HeapInternals::minor(Heap& heap, bool keeps_finalizable) {
  Marker marker;
  if (keeps_finalizable) {
    for (Cell* cell : finalizable_young) {
      if (cell->gc & kGcFinalizer) marker.cell(cell);
    }
  }
  mark_young(marker);
  process_young_weak();
  end_minor(heap, marker);
}

void HeapInternals::begin_cycle() {
  cycle++;
  live ^= kGcCycle;
  phase = Phase::Marking;
  cycle_bytes = cycle_quick_bytes = 0;
  attempts = 0;
  rushed = false;
}

/// A minor collection that visits every root. Ends marking when what that reached could be traced within the budget.
void HeapInternals::end_marking(Heap& heap, size_t budget) {
  rushed = budget == ~size_t{0} || ++attempts > kMaxAttempts;
  Marker marker;
  marker.every_root = true;
  mark_young(marker);
  bool all = drain_grey(marker, rushed ? ~size_t{0} : budget) && !roots_left;
  process_young_weak();
  if (all) {
    if (heap.stress_) verify();
    process_old_weak();
    phase = Phase::Finalizing;
    finalizers_seen = finalizers_kept = 0;
    finalizers_found = false;
  }
  end_minor(heap, marker);
}

/// Looks for unreachable cells with finalizers. When all were looked at, they and what they refer to live on.
void HeapInternals::find_finalizers(size_t count) {
  for (; count && finalizers_seen < finalizable_old.size(); count--) {
    Cell* cell = finalizable_old[finalizers_seen++];
    if (!(cell->gc & kGcFinalizer)) continue;
    if (reached(cell)) finalizable_old[finalizers_kept++] = cell;
    else doomed.push_back(cell);
  }
  if (finalizers_seen < finalizable_old.size()) return;
  finalizable_old.resize(finalizers_kept);
  finalizers_found = true;
  Marker marker;
  for (Cell* cell : doomed) marker.cell(cell);
}

/// Twice what lives, so that the cycles of a growing heap cost no more than filling it; of what takes no time to reach, a quarter more.
size_t HeapInternals::next_full_threshold() const {
  const size_t quick = std::min(cycle_quick_bytes, old_bytes);
  return (old_bytes - quick) * 2 + quick + quick / 4;
}

void HeapInternals::end_finalizing(Heap& heap) {
  Marker marker;
  marker.every_root = true;
  mark_young(marker);
  drain_grey(marker, ~size_t{0});
  process_young_weak();
  if (heap.on_full_mark_) heap.on_full_mark_();
  pending_finalizers.insert(pending_finalizers.end(), doomed.begin(), doomed.end());
  doomed.clear();
  end_minor(heap, marker);
  list_every_block(heap);
  old_bytes = cycle_bytes;
  full_threshold = std::max(kMinFullThreshold, next_full_threshold());
  waste_bytes = 0;
  phase = Phase::Sweeping;
  heap.stats_.full_collections++;
}

/// One step of the cycle, of about `budget` bytes of tracing.
void HeapInternals::advance(Heap& heap, size_t budget) {
  Marker marker;
  switch (phase) {
    case Phase::Idle: return;
    case Phase::Marking:
      if (!grey.empty() || !large_grey.empty()) drain_grey(marker, budget);
      else end_marking(heap, std::max(budget, kEndWork));
      return;
    case Phase::Finalizing:
      if (!finalizers_found) find_finalizers(std::max<size_t>(1, budget / kEntryCost));
      else if (!grey.empty() || !large_grey.empty()) drain_grey(marker, budget);
      else end_finalizing(heap);
      return;
    case Phase::Sweeping:
      if (sweep(budget)) phase = Phase::Idle;
      return;
  }
}

void HeapInternals::run_cycle(Heap& heap) {
  while (phase != Phase::Idle) advance(heap, ~size_t{0});
}

void HeapInternals::collect_minor(Heap& heap) {
  if (collecting) return;
  Pause pause(heap, heap.stats_.minor_collections);
  minor(heap, false);
  if (phase == Phase::Idle && cycle_due()) begin_cycle();
}

void HeapInternals::slice(Heap& heap, size_t budget) {
  if (collecting) return;
  Pause pause(heap, heap.stats_.slices);
  next_slice = allocated_since_gc + kSliceStep;
  advance(heap, budget);
}

/// A whole cycle at once, after the one that may be under way.
void HeapInternals::collect_full(Heap& heap) {
  if (collecting) return;
  size_t uncounted = 0;
  Pause pause(heap, uncounted);
  auto visit = std::exchange(visit_held, nullptr);
  run_cycle(heap);
  minor(heap, true);
  visit_held = visit;
  begin_cycle();
  run_cycle(heap);
}

void HeapInternals::collect_if_due(Heap& heap) {
  // What comes first are modules and classes, which stay.
  size_t nursery = old_bytes ? std::clamp(old_bytes / 2, kNurseryBytes, kMaxNurseryBytes) : kMaxNurseryBytes;
  if (allocated_since_gc >= nursery) {
    collect_minor(heap);
  } else if (phase != Phase::Idle && allocated_since_gc >= next_slice) {
    size_t allocated = allocated_since_gc - next_slice + kSliceStep;
    slice(heap, std::min(allocated * kSliceRatio, kMaxSliceWork));
  }
}

/// Mostly slices and minor collections in turn, so that cycles are always under way.
void HeapInternals::stress(Heap& heap) {
  stress_count++;
  if (stress_count % 64 == 0) return collect_full(heap);
  if (phase == Phase::Idle) begin_cycle();
  slice(heap, kStressWork);
  if (stress_count % 4) collect_minor(heap);
}

void HeapInternals::idle_work(Heap& heap) {
  if (allocated_since_gc > kNurseryBytes / 2) collect_minor(heap);
  if (phase != Phase::Idle) slice(heap, kMaxSliceWork);
}

/// Marks once more from the roots, apart from native stacks, and stops the process when that finds a cell that the cycle missed.
void HeapInternals::verify() {
  std::unordered_set<const Cell*> visited;
  Marker marker;
  marker.every_root = true;
  marker.visited_ = &visited;
  marker.done_ = 0xff;
  for (auto& [fn, context] : roots) fn(context, marker);
  while (!mark_stack.empty()) {
    Cell* cell = mark_stack.back();
    mark_stack.pop_back();
    if (!reached(cell)) {
      std::fprintf(stderr, "coil: the collector missed a reachable cell of kind %d\n", static_cast<int>(cell->kind));
      std::abort();
    }
    if (cell->shape >= first_shape) marker.cell(shape_table[cell->shape]);
    trace_cell(cell, marker);
  }
}

void HeapInternals::for_each_marked(RootFn mark, void* owner, void (*fn)(Cell*, void*), void* context) {
  std::unordered_set<const Cell*> visited;
  Marker marker;
  marker.visited_ = &visited;
  marker.done_ = 0xff;
  size_t before = mark_stack.size();
  mark(owner, marker);
  std::vector<Cell*> found(mark_stack.begin() + static_cast<ptrdiff_t>(before), mark_stack.end());
  mark_stack.resize(before);
  for (Cell* each : found) fn(each, context);
}

// -- sweeping

/// The free cells of the block in the order of their addresses, as a list.
Heap::FreeCell* HeapInternals::sweep_block(uint32_t block, size_t* freed) {
  BlockInfo& info = blocks[block];
  info.needs_sweep = false;
  const bool stale = info.stale;
  if (stale) {
    info.stale = false;
    stale_blocks--;
  }
  Heap::FreeCell* head = nullptr;
  Heap::FreeCell** link = &head;
  each_cell(block, [&](Cell* cell) {
    if (cell->gc & kGcMarked && (!stale || reached(cell))) return;
    if (cell->kind != Kind::Free) {
      if (DestroyFn fn = destroy[static_cast<int>(cell->kind)]) fn(cell);
      *cell = Cell{0, Kind::Free, 0, 0};
      COIL_POISON_CELL(cell, info.cell_size);
    }
    *link = static_cast<Heap::FreeCell*>(cell);
    link = &static_cast<Heap::FreeCell*>(cell)->next;
    *freed += info.cell_size;
  });
  *link = nullptr;
  return head;
}

/// Sweeps a block before anybody needs its cells: one of dead cells becomes free for any size.
void HeapInternals::sweep_to_partial(SizeClass& cls) {
  uint32_t block = cls.unswept.back();
  cls.unswept.pop_back();
  BlockInfo& info = blocks[block];
  size_t freed = 0;
  Heap::FreeCell* head = sweep_block(block, &freed);
  if (freed == info.carved && block != cls.fresh_block) return give_run(block, 1);
  if (!head) return;
  info.dirty_cards = static_cast<uint32_t>(reinterpret_cast<char*>(head) - address_of(block)) | 1;
  cls.partial.push_back(block);
}

/// After a minor collection: what was touched since the one before waits to be swept.
void HeapInternals::begin_sweep(Heap& heap) {
  size_t swept = 0;
  for (size_t i = 0; i < kClassCount; i++) {
    SizeClass& cls = classes[i];
    list_of(heap, i).head = nullptr;
    for (; swept < kSweptByMinor && !cls.unswept.empty(); swept++) sweep_to_partial(cls);
    for (uint32_t block : cls.touched) {
      if (blocks[block].needs_sweep) continue;  // a fresh block can be listed twice
      blocks[block].needs_sweep = true;
      cls.unswept.push_back(block);
    }
    cls.touched.clear();
  }
  for (uint32_t head : large_young) {
    Cell* cell = cell_of(head);
    if (cell->gc & kGcMarked) {
      large_old.push_back(head);
      continue;
    }
    if (DestroyFn fn = destroy[static_cast<int>(cell->kind)]) fn(cell);
    give_run(head, blocks[head].run);
  }
  large_young.clear();
}

/// The end of a cycle: any block may hold cells that it did not reach.
void HeapInternals::list_every_block(Heap& heap) {
  for (size_t i = 0; i < kClassCount; i++) {
    list_of(heap, i).head = nullptr;
    classes[i].touched.clear();
    classes[i].unswept.clear();
    classes[i].partial.clear();
  }
  stale_blocks = 0;
  // Blocks at the beginning are used first, so that those at the end become empty.
  for (uint32_t block = next_block; --block > 0;) {
    BlockInfo& info = blocks[block];
    if (info.state != BlockState::Small) continue;
    info.needs_sweep = info.stale = true;
    info.dirty_cards = 0;
    stale_blocks++;
    classes[info.size_class].unswept.push_back(block);
  }
  large_swept = large_kept = 0;
}

/// True when nothing of the cycle is left to sweep.
bool HeapInternals::sweep(size_t budget) {
  size_t spent = 0;
  for (; large_swept < large_old.size() && spent < budget; spent += kEntryCost) {
    uint32_t head = large_old[large_swept++];
    Cell* cell = cell_of(head);
    if (reached(cell)) {
      large_old[large_kept++] = head;
      continue;
    }
    if (DestroyFn fn = destroy[static_cast<int>(cell->kind)]) fn(cell);
    give_run(head, blocks[head].run);
  }
  for (SizeClass& cls : classes) {
    for (; stale_blocks && !cls.unswept.empty() && spent < budget; spent += kSweepCost) sweep_to_partial(cls);
  }
  if (stale_blocks || large_swept < large_old.size()) return false;
  large_old.resize(large_kept);
  return true;
}

void HeapInternals::for_each_live(void (*fn)(Cell*, void*), void* context) {
  for (uint32_t block = 1; block < next_block; block++) {
    if (blocks[block].state != BlockState::Small && blocks[block].state != BlockState::LargeHead) continue;
    each_cell(block, [&](Cell* cell) { if (cell->kind != Kind::Free && reached(cell)) fn(cell, context); });
  }
}

/// Small cells only.
void HeapInternals::for_each_young_unmarked(void (*fn)(Cell*, void*), void* context) {
  for (const SizeClass& cls : classes) {
    for (uint32_t block : cls.touched) {
      each_cell(block, [&](Cell* cell) { if (cell->kind != Kind::Free && !(cell->gc & kGcMarked)) fn(cell, context); });
    }
  }
}

}  // namespace coil
