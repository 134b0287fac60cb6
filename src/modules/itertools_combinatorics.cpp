// Module itertools, second part: product, permutations, combinations, combinations_with_replacement.
//
// Each keeps its pool(s) as a Tuple and the positions of the present selection in a Buffer of int64. `index` is 0 before the first
// result, 1 while running, 2 at the end. No language code runs between two results.
#include "modules/itertools_internal.hpp"

#include <algorithm>

namespace coil {

namespace {

enum State : int64_t { kBefore, kRunning, kDone };

struct Selection : ItObject {  // source = pool (product: Tuple of pools), extra = Buffer
  size_t length;               // positions in a result
  size_t wanted;               // what was asked for, also when the pool is too small for it
  int64_t* positions() const { return reinterpret_cast<int64_t*>(extra.as<Buffer>()->data()); }
};

Result<Selection*> new_selection(Vm& vm, Value cls, Value pool, size_t length, size_t buffer_words) {
  COIL_TRY(Selection* it, new_native_object<Selection>(vm, cls.as<Class>(), &kItOps));
  it->source = pool;
  size_t bytes;
  if (__builtin_mul_overflow(buffer_words, size_t{8}, &bytes) || bytes > (size_t{1} << 46)) return raise_memory_error(vm);
  COIL_TRY(Buffer* buffer, new_buffer(vm, bytes));
  store(it, it->extra, buffer);
  it->length = it->wanted = length;
  return it;
}

Result<Value> selected(Vm& vm, Selection* it) {
  auto* pool = it->source.as<Tuple>();
  COIL_TRY(Tuple* result, new_tuple(vm, it->length));
  int64_t* at = it->positions();
  for (size_t i = 0; i < it->length; i++) result->items[i] = pool->items[at[i]];
  write_barrier(result);
  return Value(result);
}

// -- product

Result<Value> product_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  int64_t repeat = 1;
  for (size_t i = 0; kwnames && i < kwnames->size; i++) {
    if (!str_is(kwnames->items[i].as<Str>(), "repeat")) {
      return raise_type_error(vm, "'%s' is an invalid keyword argument for product()", str_utf8(kwnames->items[i]).c_str());
    }
    COIL_TRY(repeat, ssize_from_reenter(vm, args[npos + i]));
    if (repeat < 0) return raise_value_error(vm, "repeat argument cannot be negative");
  }
  size_t total;
  if (__builtin_mul_overflow(npos, static_cast<size_t>(repeat), &total) || total > (size_t{1} << 40)) {
    return raise(vm, Exc::OverflowError, "repeat argument too large");
  }
  COIL_TRY(Tuple* pools, new_tuple(vm, total));
  for (size_t i = 0; i < npos && repeat; i++) {
    COIL_TRY(Tuple* pool, tuple_from_iterable_reenter(vm, args[i]));
    store(pools, pools->items[i], pool);
  }
  for (size_t i = npos; i < total; i++) pools->items[i] = pools->items[i - npos];
  write_barrier(pools);
  return new_selection(vm, cls, pools, total, total ? total : 1);
}
Result<Value> product_next(Vm& vm, Value self) {
  auto* it = static_cast<Selection*>(self.as<ItObject>());
  auto* pools = it->source.as<Tuple>();
  int64_t* at = it->positions();
  if (it->index == kBefore) {
    it->index = kRunning;
    for (size_t i = 0; i < it->length; i++) {
      if (!pools->items[i].as<Tuple>()->size) it->index = kDone;
    }
  } else if (it->index == kRunning) {
    size_t i = it->length;
    for (; i > 0; i--) {
      if (static_cast<size_t>(++at[i - 1]) < pools->items[i - 1].as<Tuple>()->size) break;
      at[i - 1] = 0;
    }
    if (i == 0) it->index = kDone;
  }
  if (it->index == kDone) return Value::stop();
  COIL_TRY(Tuple* result, new_tuple(vm, it->length));
  for (size_t i = 0; i < it->length; i++) result->items[i] = pools->items[i].as<Tuple>()->items[at[i]];
  write_barrier(result);
  return Value(result);
}

// -- combinations

Result<size_t> selection_size(Vm& vm, int64_t r) {
  if (r < 0) return raise_value_error(vm, "r must be non-negative");
  return static_cast<size_t>(r);
}

NATIVE(combinations_new, "combinations(cls, iterable, r)", "All selections of r items, in the order of the iterable.") {
  COIL_TRY(int64_t wanted, ssize_from_reenter(vm, args[2]));
  COIL_TRY(Tuple* pool, tuple_from_iterable_reenter(vm, args[1]));
  COIL_TRY(size_t r, selection_size(vm, wanted));
  bool none_fits = r > pool->size;
  COIL_TRY(Selection* it, new_selection(vm, args[0], pool, none_fits ? 0 : r, none_fits ? 1 : r + 1));
  for (size_t i = 0; i < it->length; i++) it->positions()[i] = static_cast<int64_t>(i);
  it->wanted = r;
  if (none_fits) it->index = kDone;
  return Value(it);
}
COIL_MAKE_SLOT(combinations_make, combinations_new)
Result<Value> combinations_next(Vm& vm, Value self) {
  auto* it = static_cast<Selection*>(self.as<ItObject>());
  if (it->index == kDone) return Value::stop();
  if (it->index == kBefore) {
    it->index = kRunning;
    return selected(vm, it);
  }
  size_t n = it->source.as<Tuple>()->size, r = it->length;
  int64_t* at = it->positions();
  size_t i = r;
  while (i > 0 && static_cast<size_t>(at[i - 1]) == i - 1 + n - r) i--;
  if (i == 0) {
    it->index = kDone;
    return Value::stop();
  }
  at[i - 1]++;
  for (; i < r; i++) at[i] = at[i - 1] + 1;
  return selected(vm, it);
}

// -- combinations_with_replacement

NATIVE(replacement_new, "combinations_with_replacement(cls, iterable, r)", "All selections of r items where an item may come again.") {
  COIL_TRY(int64_t wanted, ssize_from_reenter(vm, args[2]));
  COIL_TRY(Tuple* pool, tuple_from_iterable_reenter(vm, args[1]));
  COIL_TRY(size_t r, selection_size(vm, wanted));
  COIL_TRY(Selection* it, new_selection(vm, args[0], pool, r, r + 1));
  if (!pool->size && r) it->index = kDone;
  return Value(it);
}
COIL_MAKE_SLOT(replacement_make, replacement_new)
Result<Value> replacement_next(Vm& vm, Value self) {
  auto* it = static_cast<Selection*>(self.as<ItObject>());
  if (it->index == kDone) return Value::stop();
  if (it->index == kBefore) {
    it->index = kRunning;
    return selected(vm, it);
  }
  int64_t last = static_cast<int64_t>(it->source.as<Tuple>()->size) - 1;
  int64_t* at = it->positions();
  size_t i = it->length;
  while (i > 0 && at[i - 1] == last) i--;
  if (i == 0) {
    it->index = kDone;
    return Value::stop();
  }
  int64_t next = at[i - 1] + 1;
  for (i--; i < it->length; i++) at[i] = next;
  return selected(vm, it);
}

// -- permutations: the buffer holds n positions, of which the first r are the result, and r cycle counters

NATIVE(permutations_new, "permutations(cls, iterable, r=None)", "All orderings of r items (of all of them by default).") {
  COIL_TRY(Tuple* pool, tuple_from_iterable_reenter(vm, args[1]));
  size_t n = pool->size, r = n;
  if (args.has(2) && !args[2].is_none()) {
    if (!args[2].is_int()) return raise_type_error(vm, "Expected int as r");
    COIL_TRY(int64_t wanted, ssize_from_reenter(vm, args[2]));
    COIL_TRY(r, selection_size(vm, wanted));
  }
  size_t wanted = r;
  bool none_fits = r > n;
  if (none_fits) r = 0;
  COIL_TRY(Selection* it, new_selection(vm, args[0], pool, r, n + r + 1));
  it->wanted = wanted;
  int64_t* at = it->positions();
  for (size_t i = 0; i < n; i++) at[i] = static_cast<int64_t>(i);
  for (size_t i = 0; i < r; i++) at[n + i] = static_cast<int64_t>(n - i);
  if (none_fits) it->index = kDone;
  return Value(it);
}
COIL_MAKE_SLOT(permutations_make, permutations_new)
Result<Value> permutations_next(Vm& vm, Value self) {
  auto* it = static_cast<Selection*>(self.as<ItObject>());
  if (it->index == kDone) return Value::stop();
  if (it->index == kBefore) {
    it->index = kRunning;
    return selected(vm, it);
  }
  size_t n = it->source.as<Tuple>()->size, r = it->length;
  int64_t* at = it->positions();
  int64_t* cycles = at + n;
  for (size_t i = r; i > 0; i--) {
    size_t k = i - 1;
    if (--cycles[k] == 0) {
      int64_t first = at[k];
      for (size_t j = k; j + 1 < n; j++) at[j] = at[j + 1];
      at[n - 1] = first;
      cycles[k] = static_cast<int64_t>(n - k);
    } else {
      std::swap(at[k], at[n - static_cast<size_t>(cycles[k])]);
      return selected(vm, it);
    }
  }
  it->index = kDone;
  return Value::stop();
}

// -- copies and pickles

Result<Tuple*> numbers(Vm& vm, const int64_t* first, size_t count) {
  COIL_TRY(Tuple* tuple, new_tuple(vm, count));
  for (size_t i = 0; i < count; i++) tuple->items[i] = Value::small_int(first[i]);
  return tuple;
}
/// How to make an equal iterator: from nothing once all results were given.
Result<Value> reduced(Vm& vm, Selection* it, Tuple* arguments, Tuple* positions) {
  if (it->index == kBefore) return make_tuple(vm, {class_of(Value(it)), arguments});
  return make_tuple(vm, {class_of(Value(it)), arguments, positions});
}
NATIVE(product_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = static_cast<Selection*>(self_as<ItObject>(args));
  if (it->index == kDone) {
    COIL_TRY(Tuple* nothing, make_tuple(vm, {vm.empty_tuple}));
    return make_tuple(vm, {class_of(args[0]), nothing});
  }
  COIL_TRY(Tuple* positions, numbers(vm, it->positions(), it->length));
  return reduced(vm, it, it->source.as<Tuple>(), positions);
}
NATIVE(selection_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = static_cast<Selection*>(self_as<ItObject>(args));
  COIL_TRY(Value wanted, make_int(vm, static_cast<int64_t>(it->wanted)));
  bool used_up = it->index == kDone && it->wanted == it->length;
  COIL_TRY(Tuple* arguments, make_tuple(vm, {used_up ? Value(vm.empty_tuple) : it->source, wanted}));
  if (it->index == kDone) return make_tuple(vm, {class_of(args[0]), arguments});
  COIL_TRY(Tuple* positions, numbers(vm, it->positions(), it->length));
  return reduced(vm, it, arguments, positions);
}
NATIVE(permutations_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = static_cast<Selection*>(self_as<ItObject>(args));
  if (it->index != kRunning) return selection_reduce(vm, args);
  size_t n = it->source.as<Tuple>()->size;
  COIL_TRY(Value wanted, make_int(vm, static_cast<int64_t>(it->wanted)));
  COIL_TRY(Tuple* arguments, make_tuple(vm, {it->source, wanted}));
  COIL_TRY(Tuple* positions, numbers(vm, it->positions(), n));
  COIL_TRY(Tuple* cycles, numbers(vm, it->positions() + n, it->length));
  COIL_TRY(Tuple* state, make_tuple(vm, {positions, cycles}));
  return reduced(vm, it, arguments, state);
}

/// Takes one number of a saved state, forced between the two bounds.
Result<void> take_number_reenter(Vm& vm, Value value, int64_t least, int64_t most, int64_t* number) {
  if (!value.is_int()) return raise_type_error(vm, "an integer is required");
  COIL_TRY(int64_t given, ssize_from_reenter(vm, value));
  *number = std::max(least, std::min(given, most));
  return ok();
}
Result<void> check_state(Vm& vm, Value state, size_t size) {
  if (state.is(Kind::Tuple) && state.as<Tuple>()->size == size) return ok();
  return raise_value_error(vm, "invalid arguments");
}
NATIVE(product_setstate, "__setstate__(self, state, /)", "Go on as the iterator that was saved.") {
  auto* it = static_cast<Selection*>(self_as<ItObject>(args));
  COIL_CHECK(check_state(vm, args[1], it->length));
  for (size_t i = 0; i < it->length; i++) {
    auto pool_size = static_cast<int64_t>(it->source.as<Tuple>()->items[i].as<Tuple>()->size);
    if (!pool_size) {
      it->index = kDone;
      return none();
    }
    COIL_CHECK(take_number_reenter(vm, args[1].as<Tuple>()->items[i], 0, pool_size - 1, it->positions() + i));
  }
  it->index = kRunning;
  return none();
}
NATIVE(combinations_setstate, "__setstate__(self, state, /)", "Go on as the iterator that was saved.") {
  auto* it = static_cast<Selection*>(self_as<ItObject>(args));
  COIL_CHECK(check_state(vm, args[1], it->wanted));
  auto n = static_cast<int64_t>(it->source.as<Tuple>()->size), r = static_cast<int64_t>(it->length);
  for (int64_t i = 0; i < r; i++) {
    COIL_CHECK(take_number_reenter(vm, args[1].as<Tuple>()->items[i], 0, i + n - r, it->positions() + i));
  }
  if (it->length == it->wanted) it->index = kRunning;
  return none();
}
NATIVE(replacement_setstate, "__setstate__(self, state, /)", "Go on as the iterator that was saved.") {
  auto* it = static_cast<Selection*>(self_as<ItObject>(args));
  COIL_CHECK(check_state(vm, args[1], it->length));
  auto n = static_cast<int64_t>(it->source.as<Tuple>()->size);
  if (!n && it->length) return none();
  for (size_t i = 0; i < it->length; i++) {
    COIL_CHECK(take_number_reenter(vm, args[1].as<Tuple>()->items[i], 0, n - 1, it->positions() + i));
  }
  it->index = kRunning;
  return none();
}
NATIVE(permutations_setstate, "__setstate__(self, state, /)", "Go on as the iterator that was saved.") {
  auto* it = static_cast<Selection*>(self_as<ItObject>(args));
  if (!args[1].is(Kind::Tuple)) return raise_type_error(vm, "state is not a tuple");
  auto* state = args[1].as<Tuple>();
  if (state->size != 2) return raise_type_error(vm, "function takes exactly 2 arguments (%zu given)", state->size);
  for (size_t i = 0; i < 2; i++) {
    if (!state->items[i].is(Kind::Tuple)) return raise_type_error(vm, "argument %zu must be tuple, not %s", i + 1, type_name(state->items[i]));
  }
  Value positions = state->items[0], cycles = state->items[1];
  size_t n = it->source.as<Tuple>()->size, r = it->length;
  COIL_CHECK(check_state(vm, positions, n));
  COIL_CHECK(check_state(vm, cycles, it->wanted));
  auto last = static_cast<int64_t>(n) - 1;
  for (size_t i = 0; i < n; i++) COIL_CHECK(take_number_reenter(vm, positions.as<Tuple>()->items[i], 0, last, it->positions() + i));
  for (size_t i = 0; i < r; i++) {
    auto most = static_cast<int64_t>(n - i);
    COIL_CHECK(take_number_reenter(vm, cycles.as<Tuple>()->items[i], 1, most, it->positions() + n + i));
  }
  if (r == it->wanted) it->index = kRunning;
  return none();
}

}  // namespace

Result<void> define_combinatorics(Vm& vm, Dict* ns) {
  constexpr uint32_t kSize = sizeof(Selection);
  COIL_CHECK(define_iterator(vm, ns, "product", kSize, "Cartesian product of the iterables.", product_make, product_next,
                             {&product_reduce_spec, &product_setstate_spec}));
  COIL_CHECK(define_iterator(vm, ns, "combinations", kSize, combinations_new_spec.doc, combinations_make, combinations_next,
                             {&selection_reduce_spec, &combinations_setstate_spec}));
  COIL_CHECK(define_iterator(vm, ns, "combinations_with_replacement", kSize, replacement_new_spec.doc, replacement_make, replacement_next,
                             {&selection_reduce_spec, &replacement_setstate_spec}));
  COIL_CHECK(define_iterator(vm, ns, "permutations", kSize, permutations_new_spec.doc, permutations_make, permutations_next,
                             {&permutations_reduce_spec, &permutations_setstate_spec}));
  return ok();
}

}  // namespace coil
