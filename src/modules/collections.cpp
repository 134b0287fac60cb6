// Module _collections: deque, defaultdict, the descriptor of namedtuple fields, counting. The rest of collections is in stdlib/collections.
//
// A deque is a ring of values in one ValueArray. `state` changes whenever items come or go, so that iterators and searches, which may run
// language code between two items, notice it.
#include <algorithm>
#include <string>

#include "modules/deque.hpp"
#include "modules/support.hpp"
#include "objects/dict_order.hpp"
#include "objects/iteration.hpp"

namespace coil {

namespace {

// -- deque

struct DequeIter : NativeObject {
  Deque* deque;
  size_t index;       // items given
  size_t remaining;
  uint64_t state;
  bool backwards;
};

Class *g_deque, *g_deque_iter, *g_deque_rev_iter;

void trace_deque(Cell* cell, Marker& marker) { marker.cell(static_cast<Deque*>(cell)->array); }
void trace_deque_iter(Cell* cell, Marker& marker) { marker.cell(static_cast<DequeIter*>(cell)->deque); }
const NativeObjectOps kDequeOps{trace_deque, nullptr};
const NativeObjectOps kDequeIterOps{trace_deque_iter, nullptr};

size_t capacity(const Deque* d) { return d->array ? d->array->capacity : 0; }

/// Room for `more` items.
Result<void> reserve(Vm& vm, Deque* d, size_t more) {
  size_t cap = capacity(d);
  if (d->size + more <= cap) return ok();
  size_t wanted = std::max({size_t{8}, cap + cap / 2, d->size + more});
  COIL_TRY(ValueArray* fresh, new_value_array(vm, wanted));
  for (size_t i = 0; i < d->size; i++) fresh->items()[i] = deque_item(d, i);
  write_barrier(fresh);
  ValueArray* old = d->array;
  if (old && d->head == 0) g_heap.take_over(fresh, old);
  d->head = 0;
  store(d, d->array, fresh);
  if (old) g_heap.free_now(old);
  return ok();
}

Result<Deque*> new_deque_of(Vm& vm, Class* cls, int64_t max_length) {
  COIL_TRY(Deque* d, new_native_object<Deque>(vm, cls, &kDequeOps));
  d->max_length = max_length;
  return d;
}

Value pop_back(Deque* d) {
  Value& slot = deque_item(d, d->size - 1);
  Value value = slot;
  slot = Value();
  d->size--;
  d->state++;
  return value;
}

}  // namespace

bool is_deque(Value v) { return v.is(Kind::NativeObject) && v.as<NativeObject>()->ops == &kDequeOps; }

Value deque_pop_front(Deque* d) {
  Value& slot = deque_item(d, 0);
  Value value = slot;
  slot = Value();
  d->head = d->head + 1 == d->array->capacity ? 0 : d->head + 1;
  d->size--;
  d->state++;
  return value;
}

Result<void> deque_push_back(Vm& vm, Deque* d, Value value) {
  if (d->max_length == 0) return ok();
  if (d->max_length > 0 && d->size >= static_cast<size_t>(d->max_length)) deque_pop_front(d);
  COIL_CHECK(reserve(vm, d, 1));
  d->size++;
  d->state++;
  store(d->array, deque_item(d, d->size - 1), value);
  return ok();
}

void deque_remove_at(Deque* d, size_t at) {
  if (at < d->size / 2) {
    for (size_t i = at; i > 0; i--) store(d->array, deque_item(d, i), deque_item(d, i - 1));
    deque_pop_front(d);
  } else {
    for (size_t i = at; i + 1 < d->size; i++) store(d->array, deque_item(d, i), deque_item(d, i + 1));
    pop_back(d);
  }
}

bool deque_discard(Deque* d, Value item) {
  for (size_t i = 0; i < d->size; i++) {
    if (deque_item(d, i) != item) continue;
    deque_remove_at(d, i);
    return true;
  }
  return false;
}

Result<Deque*> new_deque(Vm& vm) { return new_deque_of(vm, g_deque, -1); }

namespace {

Result<void> push_front(Vm& vm, Deque* d, Value value) {
  if (d->max_length == 0) return ok();
  if (d->max_length > 0 && d->size >= static_cast<size_t>(d->max_length)) pop_back(d);
  COIL_CHECK(reserve(vm, d, 1));
  d->head = d->head == 0 ? d->array->capacity - 1 : d->head - 1;
  d->size++;
  d->state++;
  store(d->array, deque_item(d, 0), value);
  return ok();
}

void clear_deque(Deque* d) {
  d->array = nullptr;
  d->head = d->size = 0;
  d->state++;
}

/// Adds items that are no part of the deque at its right end.
Result<void> append_items(Vm& vm, Deque* d, const Value* items, size_t count) {
  if (!count) return ok();
  d->state++;
  if (d->max_length >= 0) {
    auto limit = static_cast<size_t>(d->max_length);
    if (count > limit) {
      items += count - limit;
      count = limit;
    }
    if (!count) return ok();
    while (d->size + count > limit) deque_pop_front(d);
  }
  COIL_CHECK(reserve(vm, d, count));
  for (size_t i = 0; i < count; i++) deque_item(d, d->size++) = items[i];
  write_barrier(d->array);
  return ok();
}

/// Items of an exact list or tuple, which adding to a deque does not change.
bool plain_items(Value iterable, const Value** items, size_t* count) {
  if (is_exact(iterable, Kind::List)) {
    *count = iterable.as<List>()->size;
    *items = *count ? iterable.as<List>()->items() : nullptr;
    return true;
  }
  if (!is_exact(iterable, Kind::Tuple)) return false;
  *count = iterable.as<Tuple>()->size;
  *items = iterable.as<Tuple>()->items;
  return true;
}

Result<void> extend_deque_reenter(Vm& vm, Deque* d, Value iterable, bool left) {
  if (iterable == Value(d)) {
    COIL_TRY(List* copy, list_from_iterable_reenter(vm, iterable));
    iterable = copy;
  }
  const Value* items;
  size_t count;
  if (!left && plain_items(iterable, &items, &count)) return append_items(vm, d, items, count);
  COIL_TRY(Value iterator, iter_reenter(vm, iterable));
  NextFn next = next_function(iterator);
  for (;;) {
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return ok();
    COIL_CHECK(left ? push_front(vm, d, item) : deque_push_back(vm, d, item));
  }
}

Result<Value> deque_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return new_deque_of(vm, cls, -1); }

NATIVE(deque_init_native, "deque(self, iterable=(), maxlen=None)", "Double-ended queue of the items of an iterable.") {
  auto* d = self_as<Deque>(args);
  int64_t max_length = -1;
  if (args.has(2) && !args[2].is_none()) {
    if (!args[2].is_int()) return raise_type_error(vm, "an integer is required");
    COIL_TRY(max_length, ssize_from_reenter(vm, args[2]));
    if (max_length < 0) return raise_value_error(vm, "maxlen must be non-negative");
  }
  d->max_length = max_length;
  if (d->size) clear_deque(d);
  if (args.has(1)) COIL_CHECK(extend_deque_reenter(vm, d, args[1], false));
  return none();
}
COIL_INIT_SLOT(deque_init, deque_init_native)

NATIVE(deque_append, "append(self, x, /)", "Add an item at the right end.") {
  COIL_CHECK(deque_push_back(vm, self_as<Deque>(args), args[1]));
  return none();
}
NATIVE(deque_appendleft, "appendleft(self, x, /)", "Add an item at the left end.") {
  COIL_CHECK(push_front(vm, self_as<Deque>(args), args[1]));
  return none();
}
NATIVE(deque_pop, "pop(self, /)", "Remove and return the rightmost item.") {
  auto* d = self_as<Deque>(args);
  if (!d->size) return raise(vm, Exc::IndexError, "pop from an empty deque");
  return pop_back(d);
}
NATIVE(deque_popleft, "popleft(self, /)", "Remove and return the leftmost item.") {
  auto* d = self_as<Deque>(args);
  if (!d->size) return raise(vm, Exc::IndexError, "pop from an empty deque");
  return deque_pop_front(d);
}
NATIVE(deque_clear, "clear(self, /)", "Remove all items.") {
  clear_deque(self_as<Deque>(args));
  return none();
}
NATIVE(deque_extend, "extend(self, iterable, /)", "Add the items at the right end.") {
  COIL_CHECK(extend_deque_reenter(vm, self_as<Deque>(args), args[1], false));
  return none();
}
NATIVE(deque_extendleft, "extendleft(self, iterable, /)", "Add the items at the left end, one after the other.") {
  COIL_CHECK(extend_deque_reenter(vm, self_as<Deque>(args), args[1], true));
  return none();
}

void rotate(Deque* d, int64_t n) {
  int64_t size = static_cast<int64_t>(d->size);
  if (size < 2) return;
  n %= size;
  if (n > size / 2) n -= size;
  if (n < -size / 2) n += size;
  if (n == 0) return;
  d->state++;
  size_t cap = d->array->capacity;
  Value* items = d->array->items();
  for (; n > 0; n--) {
    Value& last = deque_item(d, d->size - 1);
    Value value = last;
    last = Value();
    d->head = d->head == 0 ? cap - 1 : d->head - 1;
    store(d->array, items[d->head], value);
  }
  for (; n < 0; n++) {
    Value value = items[d->head];
    items[d->head] = Value();
    d->head = d->head + 1 == cap ? 0 : d->head + 1;
    store(d->array, deque_item(d, d->size - 1), value);
  }
}

NATIVE(deque_rotate, "rotate(self, n=1, /)", "Move the items n steps to the right (to the left when negative).") {
  int64_t n = 1;
  if (args.has(1)) { COIL_TRY(n, ssize_from_reenter(vm, args[1])); }
  rotate(self_as<Deque>(args), n);
  return none();
}
NATIVE(deque_reverse, "reverse(self, /)", "Reverse the order of the items in place.") {
  auto* d = self_as<Deque>(args);
  for (size_t i = 0; i < d->size / 2; i++) std::swap(deque_item(d, i), deque_item(d, d->size - 1 - i));
  if (d->array) write_barrier(d->array);
  d->state++;
  return none();
}

Error raise_mutated(Vm& vm) { return raise(vm, Exc::RuntimeError, "deque mutated during iteration"); }

NATIVE(deque_count, "count(self, value, /)", "Number of items equal to the value.") {
  auto* d = self_as<Deque>(args);
  uint64_t state = d->state;
  int64_t count = 0;
  for (size_t i = 0; i < d->size; i++) {
    COIL_TRY(bool equal, equal_reenter(vm, deque_item(d, i), args[1]));
    if (d->state != state) return raise_mutated(vm);
    count += equal;
  }
  return Value::small_int(count);
}

Result<bool> deque_contains(Vm& vm, Value self, Value item) {
  auto* d = self.as<Deque>();
  uint64_t state = d->state;
  for (size_t i = 0; i < d->size; i++) {
    COIL_TRY(bool equal, equal_reenter(vm, deque_item(d, i), item));
    if (equal) return true;
    if (d->state != state) return raise_mutated(vm);
  }
  return false;
}

NATIVE(deque_index, "index(self, value, start=0, stop=None, /)", "Position of the first item equal to the value; ValueError when absent.") {
  auto* d = self_as<Deque>(args);
  int64_t start = 0, stop = INT64_MAX, size = static_cast<int64_t>(d->size);
  if (args.has(2)) { COIL_TRY(start, index_clamped_reenter(vm, args[2])); }
  if (args.has(3)) { COIL_TRY(stop, index_clamped_reenter(vm, args[3])); }
  size = static_cast<int64_t>(d->size);
  if (start < 0) start = start + size < 0 ? 0 : start + size;
  if (stop < 0) stop = stop + size < 0 ? 0 : stop + size;
  if (stop > size) stop = size;
  uint64_t state = d->state;
  for (int64_t i = start; i < stop; i++) {
    COIL_TRY(bool equal, equal_reenter(vm, deque_item(d, static_cast<size_t>(i)), args[1]));
    if (equal) return Value::small_int(i);
    if (d->state != state) return raise_mutated(vm);
  }
  COIL_TRY(Str* shown, repr_reenter(vm, args[1]));
  return raise_text(vm, Exc::ValueError, str_utf8(shown) + " is not in deque");
}

NATIVE(deque_remove, "remove(self, value, /)", "Remove the first item equal to the value; ValueError when absent.") {
  auto* d = self_as<Deque>(args);
  uint64_t state = d->state;
  for (size_t i = 0; i < d->size; i++) {
    COIL_TRY(bool equal, equal_reenter(vm, deque_item(d, i), args[1]));
    if (d->state != state) return raise(vm, Exc::IndexError, "deque mutated during remove().");
    if (equal) {
      deque_remove_at(d, i);
      return none();
    }
  }
  COIL_TRY(Str* shown, repr_reenter(vm, args[1]));
  return raise_text(vm, Exc::ValueError, str_utf8(shown) + " is not in deque");
}

NATIVE(deque_insert, "insert(self, index, object, /) counted", "Insert the object before position index.") {
  auto* d = self_as<Deque>(args);
  COIL_TRY(int64_t index, ssize_from_reenter(vm, args[1]));
  int64_t size = static_cast<int64_t>(d->size);
  if (d->max_length >= 0 && size >= d->max_length) return raise(vm, Exc::IndexError, "deque already at its maximum size");
  if (index < 0) index = index + size < 0 ? 0 : index + size;
  if (index > size) index = size;
  COIL_CHECK(deque_push_back(vm, d, args[2]));
  for (int64_t i = size; i > index; i--) deque_item(d, static_cast<size_t>(i)) = deque_item(d, static_cast<size_t>(i - 1));
  store(d->array, deque_item(d, static_cast<size_t>(index)), args[2]);
  return none();
}

Result<Deque*> copy_deque_reenter(Vm& vm, Deque* d) {
  COIL_TRY(Deque* copy, new_deque_of(vm, class_of(d) == g_deque ? g_deque : class_of(d), d->max_length));
  COIL_CHECK(reserve(vm, copy, d->size));
  for (; copy->size < d->size; copy->size++) deque_item(copy, copy->size) = deque_item(d, copy->size);
  if (copy->array) write_barrier(copy->array);
  return copy;
}
/// A copy made by the class, as its constructor may do more.
Result<Value> copy_by_class_reenter(Vm& vm, Deque* d) {
  if (class_of(d) == g_deque) return copy_deque_reenter(vm, d);
  if (d->max_length < 0) return call_reenter(vm, class_of(d), {d});
  return call_reenter(vm, class_of(d), {d, Value::small_int(d->max_length)});
}
NATIVE(deque_copy, "copy(self, /)", "A shallow copy.") { return copy_by_class_reenter(vm, self_as<Deque>(args)); }
NATIVE(deque_copy_dunder, "__copy__(self, /)", "A shallow copy.") { return deque_copy(vm, args); }
NATIVE(deque_reduce, "__reduce__(self, /)", "How to make an equal deque.") {
  auto* d = self_as<Deque>(args);
  COIL_TRY(Value state, call_method_reenter(vm, args[0], vm.name(Name::getstate_), {}));
  COIL_TRY(Value items, iter_reenter(vm, args[0]));
  Tuple* arguments = vm.empty_tuple;
  if (d->max_length >= 0) {
    COIL_TRY(arguments, make_tuple(vm, {vm.empty_tuple, Value::small_int(d->max_length)}));
  }
  return make_tuple(vm, {class_of(d), arguments, state, items});
}

Result<Value> deque_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  if (!enter_repr(vm, self)) return new_str_ascii(vm, "[...]");
  auto* d = self.as<Deque>();
  StrBuilder out(vm);
  out.add_str(class_of(self)->name);
  out.add("([");
  bool good = true;
  uint64_t state = d->state;
  for (size_t i = 0; i < d->size && good; i++) {
    if (i) out.add(", ");
    Result<Str*> shown = repr_reenter(vm, deque_item(d, i));
    good = static_cast<bool>(shown);
    if (good) out.add_str(*shown);
    if (good && d->state != state) {
      leave_repr(vm, self);
      return raise_mutated(vm);
    }
  }
  leave_repr(vm, self);
  if (!good) return Error{};
  out.add("]");
  if (d->max_length >= 0) out.add(", maxlen=" + std::to_string(d->max_length));
  out.add(")");
  return out.finish();
}

Result<int64_t> deque_len(Vm&, Value self) { return static_cast<int64_t>(self.as<Deque>()->size); }

Result<size_t> deque_position_reenter(Vm& vm, Deque* d, Value key) {
  if (!class_of(key)->slots.index) return raise_type_error(vm, "sequence index must be integer, not '%s'", type_name(key));
  COIL_TRY(int64_t index, index_int64_reenter(vm, key));
  int64_t size = static_cast<int64_t>(d->size);
  if (index < 0) index += size;
  if (index < 0 || index >= size) return raise(vm, Exc::IndexError, "deque index out of range");
  return static_cast<size_t>(index);
}
Result<Value> deque_get_item(Vm& vm, Value self, Value key) {
  auto* d = self.as<Deque>();
  COIL_TRY(size_t at, deque_position_reenter(vm, d, key));
  return deque_item(d, at);
}
Result<void> deque_set_item(Vm& vm, Value self, Value key, Value value) {
  auto* d = self.as<Deque>();
  COIL_TRY(size_t at, deque_position_reenter(vm, d, key));
  if (value) {
    store(d->array, deque_item(d, at), value);
  } else {
    deque_remove_at(d, at);
  }
  return ok();
}

Result<Value> new_deque_iter(Vm& vm, Deque* d, bool backwards) {
  COIL_TRY(DequeIter* it, new_native_object<DequeIter>(vm, backwards ? g_deque_rev_iter : g_deque_iter, &kDequeIterOps));
  it->deque = d;
  it->remaining = d->size;
  it->state = d->state;
  it->backwards = backwards;
  return Value(it);
}
Result<Value> deque_iter(Vm& vm, Value self) { return new_deque_iter(vm, self.as<Deque>(), false); }
NATIVE(deque_reversed, "__reversed__(self, /)", "An iterator from right to left.") { return new_deque_iter(vm, self_as<Deque>(args), true); }
Result<Value> deque_iter_next(Vm& vm, Value self) {
  auto* it = self.as<DequeIter>();
  Deque* d = it->deque;
  if (it->state != d->state) {
    it->remaining = 0;
    return raise_mutated(vm);
  }
  if (!it->remaining) return Value::stop();
  it->remaining--;
  size_t i = it->index++;
  return deque_item(d, it->backwards ? d->size - 1 - i : i);
}
NATIVE(deque_iter_reduce, "__reduce__(self, /)", "State for pickling.") {
  auto* it = self_as<DequeIter>(args);
  COIL_TRY(Tuple* arguments, make_tuple(vm, {it->deque, Value::small_int(static_cast<int64_t>(it->index))}));
  return make_tuple(vm, {class_of(it), arguments});
}
/// _deque_iterator(deque, index=0): as __reduce__ tells.
template <bool backwards>
Result<Value> deque_iter_make(Vm& vm, Class*, Value* args, size_t npos, Tuple*) {
  if (npos == 0) return raise_type_error(vm, "function takes at least 1 argument (0 given)");
  if (!is_deque(args[0])) return raise_type_error(vm, "argument 1 must be collections.deque, not %s", type_name(args[0]));
  int64_t given = 0;
  if (npos > 1) {
    COIL_TRY(given, argument_int64_reenter(vm, args[1]));
  }
  COIL_TRY(Value made, new_deque_iter(vm, args[0].as<Deque>(), backwards));
  auto* it = made.as<DequeIter>();
  it->index = std::min(static_cast<size_t>(std::max<int64_t>(given, 0)), it->remaining);
  it->remaining -= it->index;
  return made;
}

NATIVE(deque_iter_length_hint, "__length_hint__(self, /)", "Items still to come.") {
  return Value::small_int(static_cast<int64_t>(self_as<DequeIter>(args)->remaining));
}

Result<Value> deque_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!is_deque(self) || !is_deque(other)) return Value(&not_implemented_cell);
  if (self == other && (op == CompareOp::Eq || op == CompareOp::Ne)) return Value::boolean(op == CompareOp::Eq);
  COIL_GUARD(vm, " in comparison");
  auto *a = self.as<Deque>(), *b = other.as<Deque>();
  if (a->size != b->size && op == CompareOp::Eq) return Value::boolean(false);
  if (a->size != b->size && op == CompareOp::Ne) return Value::boolean(true);
  for (size_t i = 0; i < a->size && i < b->size; i++) {
    Value left = deque_item(a, i), right = deque_item(b, i);
    uint64_t state_a = a->state, state_b = b->state;
    COIL_TRY(bool equal, equal_reenter(vm, left, right));
    if (a->state != state_a || b->state != state_b) return raise_mutated(vm);
    if (equal) continue;
    if (op == CompareOp::Eq) return Value::boolean(false);
    if (op == CompareOp::Ne) return Value::boolean(true);
    return compare_reenter(vm, left, right, op);
  }
  COIL_TRY(bool result, compare_bool_reenter(vm, Value::small_int(static_cast<int64_t>(a->size)),
                                             Value::small_int(static_cast<int64_t>(b->size)), op));
  return Value::boolean(result);
}

Result<Value> deque_add(Vm& vm, Value left, Value right) {
  if (!is_deque(left)) return Value(&not_implemented_cell);
  if (!is_deque(right)) return raise_type_error(vm, "can only concatenate deque (not \"%s\") to deque", type_name(right));
  COIL_TRY(Value sum, copy_by_class_reenter(vm, left.as<Deque>()));
  if (!is_deque(sum)) return raise_type_error(vm, "%s() must return a deque, not %s", type_name(left), type_name(sum));
  COIL_CHECK(extend_deque_reenter(vm, sum.as<Deque>(), right, false));
  return sum;
}
Result<Value> deque_inplace_add(Vm& vm, Value left, Value right) {
  COIL_CHECK(extend_deque_reenter(vm, left.as<Deque>(), right, false));
  return left;
}
Result<void> repeat_into(Vm& vm, Deque* d, int64_t count) {
  size_t size = d->size;
  if (count <= 0) {
    clear_deque(d);
    return ok();
  }
  int64_t total;
  if (__builtin_mul_overflow(static_cast<int64_t>(size), count, &total) || total > (int64_t{1} << 56)) return raise_memory_error(vm);
  if (d->max_length >= 0) {
    // Only the last max_length items survive; whole rounds that would be dropped are skipped.
    COIL_TRY(List* items, list_from_iterable_reenter(vm, d));
    int64_t rounds = size ? d->max_length / static_cast<int64_t>(size) + 2 : 0;
    if (rounds > count - 1) rounds = count - 1;
    for (; rounds > 0; rounds--) COIL_CHECK(extend_deque_reenter(vm, d, items, false));
    return ok();
  }
  for (int64_t round = 1; round < count; round++) {
    for (size_t i = 0; i < size; i++) COIL_CHECK(deque_push_back(vm, d, deque_item(d, i)));
  }
  return ok();
}
Result<Value> deque_multiply(Vm& vm, Value left, Value right) {
  if (!is_deque(left)) std::swap(left, right);
  if (!is_deque(left) || !class_of(right)->slots.index) return Value(&not_implemented_cell);
  COIL_TRY(int64_t count, size_int64_reenter(vm, right));
  COIL_TRY(Value product, copy_by_class_reenter(vm, left.as<Deque>()));
  if (!is_deque(product)) return raise_type_error(vm, "%s() must return a deque, not %s", type_name(left), type_name(product));
  COIL_CHECK(repeat_into(vm, product.as<Deque>(), count));
  return product;
}
Result<Value> deque_inplace_multiply(Vm& vm, Value left, Value right) {
  if (!class_of(right)->slots.index) return Value(&not_implemented_cell);
  COIL_TRY(int64_t count, size_int64_reenter(vm, right));
  COIL_CHECK(repeat_into(vm, left.as<Deque>(), count));
  return left;
}

Result<Value> deque_maxlen(Vm&, Value self) {
  int64_t max_length = self.as<Deque>()->max_length;
  return max_length < 0 ? none() : Value::small_int(max_length);
}
const GetSetSpec kDequeMaxlen{"maxlen", deque_maxlen, nullptr, "Greatest size of a bounded deque, or None."};

Result<void> define_deque(Vm& vm, Dict* ns) {
  COIL_TRY(g_deque, new_module_class<Deque>(vm, "deque", "collections", "Double-ended queue: fast appends and pops at either end.", kClassHasWeakRef));
  g_deque->native_name = "collections.deque";
  g_deque->flags |= kClassSequencePattern;
  Slots& slots = g_deque->slots;
  slots.make = deque_make;
  slots.init = deque_init;
  slots.repr = deque_repr;
  slots.len = deque_len;
  slots.iter = deque_iter;
  slots.get_item = g_deque_get_item = deque_get_item;
  slots.set_item = deque_set_item;
  slots.contains = deque_contains;
  slots.compare = deque_compare;
  slots.hash = hash_not_implemented;
  slots.binary[static_cast<int>(BinaryOp::Add)] = deque_add;
  slots.binary[static_cast<int>(BinaryOp::Mul)] = deque_multiply;
  slots.inplace[static_cast<int>(BinaryOp::Add)] = deque_inplace_add;
  slots.inplace[static_cast<int>(BinaryOp::Mul)] = deque_inplace_multiply;
  define_class(vm, g_deque,
               {&deque_append_spec, &deque_appendleft_spec, &deque_pop_spec, &deque_popleft_spec, &deque_clear_spec, &deque_extend_spec,
                &deque_extendleft_spec, &deque_rotate_spec, &deque_reverse_spec, &deque_count_spec, &deque_index_spec, &deque_remove_spec,
                &deque_insert_spec, &deque_copy_spec, &deque_copy_dunder_spec, &deque_reduce_spec, &deque_reversed_spec,
                &native_class_getitem_spec},
               {&kDequeMaxlen});
  for (bool backwards : {false, true}) {
    COIL_TRY(Class* cls, new_module_class<DequeIter>(vm, backwards ? "_deque_reverse_iterator" : "_deque_iterator", "_collections",
                                                     "Iterator over a deque."));
    cls->slots.iter = iter_is_self;
    cls->slots.next = deque_iter_next;
    cls->slots.init = init_nothing;
    cls->slots.make = backwards ? deque_iter_make<true> : deque_iter_make<false>;
    define_class(vm, cls, {&deque_iter_length_hint_spec, &deque_iter_reduce_spec}, {});
    (backwards ? g_deque_rev_iter : g_deque_iter) = cls;
    COIL_CHECK(module_set(vm, ns, cls->native_name, cls));
  }
  return module_set(vm, ns, "deque", g_deque);
}

// -- defaultdict: a dict whose __missing__ is native. The factory is in a member, as of a class with __slots__.

Class* g_defaultdict;

/// The word behind the first one of the attribute area.
Value& factory_slot(Value self) { return attrs_area(self.cell(), shape_of(self.cell()))[1]; }

Value factory_of(Value self) {
  Value factory = factory_slot(self);
  return factory ? factory : none();
}

Result<Value> defaultdict_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return new_dict_of_class(vm, cls); }

Result<void> defaultdict_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  Value factory = none();
  if (npos > 0) {
    factory = args[0];
    if (!factory.is_none() && !is_callable(factory)) return raise_type_error(vm, "first argument must be callable or None");
    args++;
    npos--;
  }
  store(self.cell(), factory_slot(self), factory);
  return vm.type(Kind::Dict)->slots.init(vm, self, args, npos, kwnames);
}

NATIVE(defaultdict_missing, "__missing__(self, key, /)", "Called for absent keys: stores and returns default_factory().") {
  Value factory = factory_of(args[0]);
  if (factory.is_none()) return raise_key_error(vm, args[1]);
  COIL_TRY(Value value, call_reenter(vm, factory, {}));
  COIL_CHECK(set_item_reenter(vm, args[0], args[1], value));
  return value;
}

Result<Value> defaultdict_get_item(Vm& vm, Value self, Value key) {
  COIL_TRY(Value found, dict_get_reenter(vm, self.as<Dict>(), key));
  if (!found.is_stop()) return found;
  if (class_of(self) != g_defaultdict) return call_method_reenter(vm, self, vm.name(Name::missing_), {key});
  Value factory = factory_of(self);
  if (factory.is_none()) return raise_key_error(vm, key);
  COIL_TRY(Value value, call_reenter(vm, factory, {}));
  COIL_CHECK(dict_set_reenter(vm, self.as<Dict>(), key, value));
  return value;
}

Result<Value> defaultdict_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  Value factory = factory_of(self);
  COIL_TRY(Value items, vm.type(Kind::Dict)->slots.repr(vm, self));
  StrBuilder out(vm);
  out.add_str(class_of(self)->name);
  out.add("(");
  // A factory may be a method of the dict itself.
  if (enter_repr(vm, factory)) {
    Result<Str*> shown = repr_reenter(vm, factory);
    leave_repr(vm, factory);
    if (!shown) return Error{};
    out.add_str(*shown);
  } else {
    out.add("...");
  }
  out.add(", ");
  out.add_str(items.as<Str>());
  out.add(")");
  return out.finish();
}

Result<Value> copy_defaultdict(Vm& vm, Value self) {
  return call_reenter(vm, class_of(self), {factory_of(self), self});
}
NATIVE(defaultdict_copy, "copy(self, /)", "A shallow copy.") { return copy_defaultdict(vm, args[0]); }
NATIVE(defaultdict_copy_dunder, "__copy__(self, /)", "A shallow copy.") { return copy_defaultdict(vm, args[0]); }
NATIVE(defaultdict_reduce, "__reduce__(self, /)", "How to make an equal defaultdict.") {
  Value factory = factory_of(args[0]);
  COIL_TRY(Tuple* arguments, factory.is_none() ? make_tuple(vm, {}) : make_tuple(vm, {factory}));
  COIL_TRY(Value items, call_method_reenter(vm, args[0], vm.name(Name::k_items), {}));
  COIL_TRY(Value iterator, iter_reenter(vm, items));
  return make_tuple(vm, {class_of(args[0]), arguments, none(), none(), iterator});
}

Result<Value> defaultdict_or(Vm& vm, Value left, Value right) {
  Value self = is_instance(left, g_defaultdict) ? left : right;
  if (!left.is(Kind::Dict) || !right.is(Kind::Dict)) return Value(&not_implemented_cell);
  COIL_TRY(Value merged, call_reenter(vm, class_of(self), {factory_of(self), left}));
  COIL_CHECK(call_method_reenter(vm, merged, vm.name(Name::k_update), {right}));
  return merged;
}

Result<void> define_defaultdict(Vm& vm, Dict* ns) {
  Class* dict = vm.type(Kind::Dict);
  g_defaultdict = new_native_class(vm, "defaultdict", "collections", dict, Kind::Dict, dict->instance_size,
                                   "A dict that makes missing values by calling default_factory.");
  if (!g_defaultdict) return raise_memory_error(vm);
  g_defaultdict->native_name = "collections.defaultdict";
  COIL_CHECK(keep_forever(vm, g_defaultdict));
  COIL_CHECK(add_native_member(vm, g_defaultdict, "default_factory"));
  Slots& slots = g_defaultdict->slots;
  slots.make = defaultdict_make;
  slots.init = defaultdict_init;
  slots.get_item = defaultdict_get_item;
  slots.repr = defaultdict_repr;
  slots.binary[static_cast<int>(BinaryOp::Or)] = defaultdict_or;
  define_class(vm, g_defaultdict,
               {&defaultdict_missing_spec, &defaultdict_copy_spec, &defaultdict_copy_dunder_spec, &defaultdict_reduce_spec,
                &native_class_getitem_spec}, {});
  return module_set(vm, ns, "defaultdict", g_defaultdict);
}

// -- namedtuple fields

struct TupleGetter : NativeObject {
  size_t index;
  Value doc;
};
void trace_tuple_getter(Cell* cell, Marker& marker) { marker.value(static_cast<TupleGetter*>(cell)->doc); }
const NativeObjectOps kTupleGetterOps{trace_tuple_getter, nullptr};

NATIVE(tuplegetter_new, "_tuplegetter(cls, index, doc, /)", "Descriptor that reads an item of a tuple.") {
  COIL_TRY(int64_t index, ssize_from_reenter(vm, args[1]));
  COIL_TRY(TupleGetter* getter, new_native_object<TupleGetter>(vm, args[0].as<Class>(), &kTupleGetterOps));
  getter->index = static_cast<size_t>(index);
  getter->doc = args[2];
  return Value(getter);
}
COIL_MAKE_SLOT(tuplegetter_make, tuplegetter_new)
Result<Value> tuplegetter_get(Vm& vm, Value self, Value instance, Value) {
  if (!instance) return self;
  auto* getter = self.as<TupleGetter>();
  if (!instance.is(Kind::Tuple)) {
    if (instance.is_none()) return self;
    return raise_type_error(vm, "descriptor for index '%zu' for tuple subclasses doesn't apply to '%s' object", getter->index, type_name(instance));
  }
  auto* tuple = instance.as<Tuple>();
  if (getter->index >= tuple->size) return raise(vm, Exc::IndexError, "tuple index out of range");
  return tuple->items[getter->index];
}
Result<void> tuplegetter_set(Vm& vm, Value, Value, Value value) {
  return raise(vm, Exc::AttributeError, value ? "can't set attribute" : "can't delete attribute");
}
Result<Value> tuplegetter_get_doc(Vm&, Value self) { return self.as<TupleGetter>()->doc; }
Result<void> tuplegetter_set_doc(Vm&, Value self, Value value) {
  store(self.cell(), self.as<TupleGetter>()->doc, value ? value : none());
  return ok();
}
const GetSetSpec kTupleGetterDoc{"__doc__", tuplegetter_get_doc, tuplegetter_set_doc, "Description of the field."};

// -- the order of an OrderedDict

Result<Dict*> dict_argument(Vm& vm, Value value) {
  if (!is_instance(value, vm.type(Kind::Dict))) return raise_type_error(vm, "a dictionary is required");
  return value.as<Dict>();
}

NATIVE(collections_move_to_end, "_move_to_end(mapping, key, /)", "Put the item of the key behind all others; KeyError when the key is absent.") {
  COIL_TRY(Dict* mapping, dict_argument(vm, args[0]));
  COIL_TRY(bool moved, dict_move_last_reenter(vm, mapping, args[1]));
  if (!moved) return raise_key_error(vm, args[1]);
  return none();
}

NATIVE(collections_pop_end, "_pop_end(mapping, last, /)", "Remove and return the last item, or the first one; KeyError when there is none.") {
  COIL_TRY(Dict* mapping, dict_argument(vm, args[0]));
  Value key, value;
  bool found = args[1].is_true() ? dict_pop_last(mapping, &key, &value) : dict_pop_first(mapping, &key, &value);
  if (!found) return raise(vm, Exc::KeyError, "dictionary is empty");
  return make_tuple(vm, {key, value});
}

NATIVE(collections_same_order, "_same_order(a, b, /)", "Whether two dictionaries have equal keys in the same order.") {
  COIL_TRY(Dict* a, dict_argument(vm, args[0]));
  COIL_TRY(Dict* b, dict_argument(vm, args[1]));
  size_t at_a = 0, at_b = 0;
  for (Value key_a, key_b, value;;) {
    bool more = dict_next(a, &at_a, &key_a, &value);
    if (dict_next(b, &at_b, &key_b, &value) != more) return Value::boolean(false);
    if (!more) return Value::boolean(true);
    COIL_TRY(bool equal, equal_reenter(vm, key_a, key_b));
    if (!equal) return Value::boolean(false);
  }
}

// -- counting

NATIVE(collections_mark_ordered, "_mark_ordered(klass, /)", "Tell the dictionaries which class OrderedDict is.") {
  if (!args[0].is(Kind::Class)) return raise_type_error(vm, "a class is required");
  COIL_CHECK(keep_forever(vm, args[0]));
  g_ordered_dict = args[0].as<Class>();
  return none();
}
NATIVE(collections_count_elements, "_count_elements(mapping, iterable, /)", "Add the number of occurrences of each item to the mapping.") {
  COIL_TRY(Value iterator, iter_reenter(vm, args[1]));
  // The dictionary itself is used when the mapping reads and writes as dict does; Counter overrides deletion only.
  Class *cls = class_of(args[0]), *plain_class = vm.type(Kind::Dict);
  bool plain = args[0].is(Kind::Dict);
  for (Name name : {Name::k_get, Name::setitem_}) plain = plain && class_lookup(cls, vm.name(name)) == class_lookup(plain_class, vm.name(name));
  Value one = Value::small_int(1);
  NextFn next = next_function(iterator);
  for (;;) {
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return none();
    if (!plain) {
      COIL_TRY(Value old_count, call_method_reenter(vm, args[0], vm.name(Name::k_get), {item, Value::small_int(0)}));
      COIL_TRY(Value count, binary_reenter(vm, BinaryOp::Add, old_count, one));
      COIL_CHECK(set_item_reenter(vm, args[0], item, count));
      continue;
    }
    auto* dict = args[0].as<Dict>();
    if (dict_increment_quick(dict, item)) continue;
    COIL_TRY(int64_t hash, key_hash_reenter(vm, item));
    COIL_TRY(Value count, dict_get_hashed_reenter(vm, dict, item, hash));
    if (count.is_stop()) {
      count = one;
    } else if (count.is_small_int() && count.small_int() < Value::kMaxInt) {
      count = Value::small_int(count.small_int() + 1);
    } else {
      COIL_TRY(count, binary_reenter(vm, BinaryOp::Add, count, one));
    }
    COIL_CHECK(dict_set_hashed_reenter(vm, dict, item, hash, count));
  }
}

Result<void> init_collections(Vm& vm, Dict* ns) {
  COIL_CHECK(define_deque(vm, ns));
  COIL_CHECK(define_defaultdict(vm, ns));
  COIL_TRY(Class* getter, new_module_class<TupleGetter>(vm, "_tuplegetter", "collections", "Descriptor that reads an item of a tuple."));
  getter->slots.make = tuplegetter_make;
  getter->slots.init = init_nothing;
  getter->slots.descr_get = tuplegetter_get;
  getter->slots.descr_set = tuplegetter_set;
  define_class(vm, getter, {}, {&kTupleGetterDoc});
  return module_set(vm, ns, "_tuplegetter", getter);
}

}  // namespace

MODULE(collections_native, "_collections", "Native parts of collections.", init_collections, FN(collections_count_elements), FN(collections_mark_ordered),
       FN(collections_move_to_end), FN(collections_pop_end), FN(collections_same_order))

}  // namespace coil
