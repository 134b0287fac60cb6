// Modules _heapq and bisect: binary heaps in lists, and binary search. heapq.merge, nlargest and nsmallest are in stdlib/heapq.py.
//
// Comparisons may run language code that changes the list: its size is compared after each of them.
#include "modules/support.hpp"
#include "objects/iteration.hpp"

namespace coil {

namespace {

Result<bool> less(Vm& vm, Value a, Value b) {
  if (a.is_small_int() && b.is_small_int()) return a.small_int() < b.small_int();
  if (a.is_inline_float() && b.is_inline_float()) return a.inline_float() < b.inline_float();
  return compare_bool_reenter(vm, a, b, CompareOp::Lt);
}

/// `where` is the function's name and what follows it in the message.
Result<List*> heap_argument(Vm& vm, Value value, const char* where) {
  if (value.is(Kind::List)) return value.as<List>();
  return raise_type_error(vm, "%s must be list, not %s", where, value.is_none() ? "None" : type_name(value));
}

Error raise_changed(Vm& vm) { return raise(vm, Exc::RuntimeError, "list changed size during iteration"); }

/// `max_heap` turns the order around.
Result<bool> before(Vm& vm, Value a, Value b, bool max_heap) { return max_heap ? less(vm, b, a) : less(vm, a, b); }

void swap_items(List* heap, size_t i, size_t k) {
  Value item = heap->items()[i];
  store(heap->array, heap->items()[i], heap->items()[k]);
  store(heap->array, heap->items()[k], item);
}

Result<void> sift_down(Vm& vm, List* heap, size_t start, size_t at, bool max_heap) {
  size_t size = heap->size;
  while (at > start) {
    size_t parent = (at - 1) >> 1;
    COIL_TRY(bool smaller, before(vm, heap->items()[at], heap->items()[parent], max_heap));
    if (heap->size != size) return raise_changed(vm);
    if (!smaller) break;
    swap_items(heap, at, parent);
    at = parent;
  }
  return ok();
}

Result<void> sift_up(Vm& vm, List* heap, size_t at, bool max_heap) {
  size_t size = heap->size, start = at, limit = size >> 1;
  while (at < limit) {
    size_t child = 2 * at + 1;
    if (child + 1 < size) {
      COIL_TRY(bool left_first, before(vm, heap->items()[child], heap->items()[child + 1], max_heap));
      if (heap->size != size) return raise_changed(vm);
      child += !left_first;
    }
    swap_items(heap, at, child);
    at = child;
  }
  return sift_down(vm, heap, start, at, max_heap);
}

NATIVE(heapq_heappush, "heappush(heap, item, /)", "Push an item, keeping the heap in order.") {
  COIL_TRY(List* heap, heap_argument(vm, args[0], "heappush() argument 1"));
  COIL_CHECK(list_append(vm, heap, args[1]));
  COIL_CHECK(sift_down(vm, heap, 0, heap->size - 1, false));
  return none();
}

Result<Value> pop_heap(Vm& vm, Value value, bool max_heap) {
  COIL_TRY(List* heap, heap_argument(vm, value, max_heap ? "_heappop_max() argument" : "heappop() argument"));
  if (heap->size == 0) return raise(vm, Exc::IndexError, "index out of range");
  Value last = heap->items()[heap->size - 1];
  list_remove_range(heap, heap->size - 1, heap->size);
  if (heap->size == 0) return last;
  Value smallest = heap->items()[0];
  store(heap->array, heap->items()[0], last);
  COIL_CHECK(sift_up(vm, heap, 0, max_heap));
  return smallest;
}
NATIVE(heapq_heappop, "heappop(heap, /)", "Pop the smallest item, keeping the heap in order.") { return pop_heap(vm, args[0], false); }
NATIVE(heapq_heappop_max, "_heappop_max(heap, /)", "heappop of a heap with the greatest item first.") { return pop_heap(vm, args[0], true); }

Result<Value> replace_heap(Vm& vm, Value value, Value item, bool max_heap) {
  COIL_TRY(List* heap, heap_argument(vm, value, max_heap ? "_heapreplace_max() argument 1" : "heapreplace() argument 1"));
  if (heap->size == 0) return raise(vm, Exc::IndexError, "index out of range");
  Value smallest = heap->items()[0];
  store(heap->array, heap->items()[0], item);
  COIL_CHECK(sift_up(vm, heap, 0, max_heap));
  return smallest;
}
NATIVE(heapq_heapreplace, "heapreplace(heap, item, /)", "Pop the smallest item and push the new one.") { return replace_heap(vm, args[0], args[1], false); }
NATIVE(heapq_heapreplace_max, "_heapreplace_max(heap, item, /)", "heapreplace of a heap with the greatest item first.") {
  return replace_heap(vm, args[0], args[1], true);
}
NATIVE(heapq_heappushpop, "heappushpop(heap, item, /)", "Push the new item and pop the smallest one.") {
  COIL_TRY(List* heap, heap_argument(vm, args[0], "heappushpop() argument 1"));
  if (heap->size == 0) return args[1];
  COIL_TRY(bool smaller, less(vm, heap->items()[0], args[1]));
  if (!smaller) return args[1];
  return replace_heap(vm, args[0], args[1], false);
}

Result<Value> make_heap(Vm& vm, Value value, bool max_heap) {
  COIL_TRY(List* heap, heap_argument(vm, value, max_heap ? "_heapify_max() argument" : "heapify() argument"));
  for (size_t i = heap->size / 2; i > 0; i--) {
    if (i - 1 < heap->size) COIL_CHECK(sift_up(vm, heap, i - 1, max_heap));
  }
  return none();
}
NATIVE(heapq_heapify, "heapify(heap, /)", "Bring a list into heap order, in linear time.") { return make_heap(vm, args[0], false); }
NATIVE(heapq_heapify_max, "_heapify_max(heap, /)", "heapify with the greatest item first.") { return make_heap(vm, args[0], true); }

// -- bisect

Result<int64_t> position_from_reenter(Vm& vm, Value value) {
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t position = 0;
  if (!int_to_i64(index, &position)) return raise(vm, Exc::OverflowError, "cannot fit '%s' into an index-sized integer", type_name(value));
  return position;
}

Result<int64_t> search_reenter(Vm& vm, Args args, bool right) {
  Value sequence = args[0], target = args[1], key = args.get(4, none());
  int64_t low = 0, high = -1;
  if (args.has(2)) { COIL_TRY(low, ssize_from_reenter(vm, args[2])); }
  if (args.has(3) && !args[3].is_none()) { COIL_TRY(high, position_from_reenter(vm, args[3])); }
  if (low < 0) return raise_value_error(vm, "lo must be non-negative");
  if (high < 0) { COIL_TRY(high, len_reenter(vm, sequence)); }
  if (sequence.is(Kind::Dict)) return raise_type_error(vm, "%s is not a sequence", type_name(sequence));
  while (low < high) {
    int64_t middle = low + (high - low) / 2;
    Value item;
    if (is_exact(sequence, Kind::List) && static_cast<size_t>(middle) < sequence.as<List>()->size) {
      item = sequence.as<List>()->items()[middle];
    } else {
      COIL_TRY(Value index, make_int(vm, middle));
      COIL_TRY(item, get_item_reenter(vm, sequence, index));
    }
    if (!key.is_none()) { COIL_TRY(item, call_args_reenter(vm, key, item)); }
    COIL_TRY(bool smaller, right ? less(vm, target, item) : less(vm, item, target));
    if (right ? smaller : !smaller) high = middle;
    else low = middle + 1;
  }
  return low;
}
Result<Value> insort_reenter(Vm& vm, Args args, bool right) {
  Value values[5] = {args[0], args[1], args[2], args[3], args[4]};
  if (args.has(4) && !args[4].is_none()) { COIL_TRY(values[1], call_reenter(vm, args[4], {args[1]})); }
  COIL_TRY(int64_t at, search_reenter(vm, Args{values}, right));
  if (is_exact(args[0], Kind::List)) {
    auto* list = args[0].as<List>();
    size_t position = static_cast<size_t>(at) < list->size ? static_cast<size_t>(at) : list->size;
    COIL_CHECK(list_insert(vm, list, position, args[1]));
    return none();
  }
  COIL_TRY(Value position, make_int(vm, at));
  COIL_CHECK(call_method_reenter(vm, args[0], intern(vm, "insert"), {position, args[1]}));
  return none();
}
#define SEARCH(name, side, doc)                                             \
  NATIVE(bisect_##name, #name "(a, x, lo=0, hi=None, *, key=None)", doc) { \
    COIL_TRY(int64_t at, search_reenter(vm, args, side));                   \
    return make_int(vm, at);                                                \
  }
#define INSORT(name, side, doc) \
  NATIVE(bisect_##name, #name "(a, x, lo=0, hi=None, *, key=None)", doc) { return insort_reenter(vm, args, side); }
SEARCH(bisect_right, true, "Where to insert x in the sorted list a, after equal items.")
SEARCH(bisect_left, false, "Where to insert x in the sorted list a, before equal items.")
INSORT(insort_right, true, "Insert x into the sorted list a, after equal items.")
INSORT(insort_left, false, "Insert x into the sorted list a, before equal items.")
#undef SEARCH
#undef INSORT

Result<void> init_bisect(Vm& vm, Dict* ns) {
  COIL_CHECK(module_set(vm, ns, "bisect", dict_get_str(ns, intern(vm, "bisect_right"))));
  return module_set(vm, ns, "insort", dict_get_str(ns, intern(vm, "insort_right")));
}

}  // namespace

MODULE(heapq_native, "_heapq", "Heaps in lists.", nullptr, FN(heapq_heappush), FN(heapq_heappop), FN(heapq_heappop_max), FN(heapq_heapreplace),
       FN(heapq_heapreplace_max), FN(heapq_heappushpop), FN(heapq_heapify), FN(heapq_heapify_max))
MODULE(bisect, "bisect", "Binary search in sorted lists.", init_bisect, FN(bisect_bisect_right), FN(bisect_bisect_left),
       FN(bisect_insort_right), FN(bisect_insort_left))

}  // namespace coil
