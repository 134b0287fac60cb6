// Module itertools, first part: iterators that pass items on one by one. The combinatoric ones are in itertools_combinatorics.cpp.
//
// All iterators share one layout (ItObject): what each field means is said where a class begins. A next slot reads its fields again after
// every call that may run language code, because that code may have advanced the same iterator.
#include "modules/itertools_internal.hpp"
#include "objects/iteration.hpp"

#include <algorithm>
#include <string>

namespace coil {

namespace {

/// The next item of the iterator behind another one. Iterators can be nested as deep as memory allows.
inline Result<Value> step_reenter(Vm& vm, Value iterator) {
  COIL_GUARD(vm, " while calling a Python object");
  return advance_reenter(vm, iterator);
}

void trace_it(Cell* cell, Marker& marker) {
  auto* it = static_cast<ItObject*>(cell);
  marker.value(it->source);
  marker.value(it->function);
  marker.value(it->current);
  marker.value(it->extra);
}

/// As CPython's own constructors: a subclass may take keywords in its __init__, the class itself takes none.
Result<void> refuse_keywords(Vm& vm, Class* cls, Tuple* kwnames, std::string_view name) {
  if (!kwnames || !kwnames->size || cls->slots.init != init_nothing) return ok();
  return raise_type_error(vm, "%.*s() takes no keyword arguments", static_cast<int>(name.size()), name.data());
}
#define POSITIONAL_MAKE_SLOT(slot, function)                                         \
  Result<Value> slot(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) { \
    std::string_view name(function##_spec.signature, function##_spec.name_length);   \
    COIL_CHECK(refuse_keywords(vm, cls, kwnames, name));                             \
    return call_bound(vm, function##_spec, cls, args, npos, nullptr);                \
  }

// -- count: current = next value, extra = step

NATIVE(count_new, "count(cls, start=0, step=1)", "start, start+step, start+2*step, ...") {
  Value start = args.get(1, Value::small_int(0)), step = args.get(2, Value::small_int(1));
  for (Value number : {start, step}) {
    const Slots& slots = class_of(number)->slots;
    if (!slots.index && !slots.to_float && !slots.to_int && !number.is(Kind::Complex)) return raise_type_error(vm, "a number is required");
  }
  COIL_TRY(ItObject* it, new_it(vm, args[0]));
  it->current = start;
  it->extra = step;
  return Value(it);
}
COIL_MAKE_SLOT(count_make, count_new)
Result<Value> count_next(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  Value now = it->current;
  if (now.is_small_int() && it->extra.is_small_int()) {
    int64_t next;
    if (!__builtin_add_overflow(now.small_int(), it->extra.small_int(), &next) && Value::fits_int(next)) {
      it->current = Value::small_int(next);
      return now;
    }
  }
  COIL_TRY(Value next, binary_reenter(vm, BinaryOp::Add, now, it->extra));
  store(it, it->current, next);
  return now;
}
Result<Value> count_repr(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  COIL_TRY(Str* start, repr_reenter(vm, it->current));
  std::string text = str_utf8(class_of(self)->name) + "(" + str_utf8(start);
  if (it->extra != Value::small_int(1)) {
    COIL_TRY(Str* step, repr_reenter(vm, it->extra));
    text += ", " + str_utf8(step);
  }
  return new_str(vm, text + ")");
}

// -- cycle: source = iterator or nothing when used up, current = List of what was seen, index = position in it, extra = true when source
// repeats what is in the list already

NATIVE(cycle_new, "cycle(cls, iterable, /)", "The items over and over again.") {
  COIL_TRY(Value iterator, iter_reenter(vm, args[1]));
  COIL_TRY(List* seen, new_list(vm));
  COIL_TRY(ItObject* it, new_it(vm, args[0]));
  it->source = iterator;
  it->current = seen;
  return Value(it);
}
POSITIONAL_MAKE_SLOT(cycle_make, cycle_new)
Result<Value> cycle_next(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  auto* seen = it->current.as<List>();
  if (it->source) {
    COIL_TRY(Value item, step_reenter(vm, it->source));
    if (!item.is_stop()) {
      if (!it->extra) COIL_CHECK(list_append(vm, seen, item));
      return item;
    }
    it->source = Value();
  }
  if (!seen->size) return Value::stop();
  if (static_cast<size_t>(it->index) >= seen->size) it->index = 0;
  return seen->items()[it->index++];
}

// -- repeat: current = object, index = times left or -1

NATIVE(repeat_new, "repeat(cls, object, times=None)", "The object again and again, or the given number of times.") {
  int64_t times = -1;
  if (args.has(2)) {
    COIL_TRY(times, ssize_from_reenter(vm, args[2]));
    if (times < 0) times = 0;
  }
  COIL_TRY(ItObject* it, new_it(vm, args[0]));
  it->current = args[1];
  it->index = times;
  return Value(it);
}
COIL_MAKE_SLOT(repeat_make, repeat_new)
Result<Value> repeat_next(Vm&, Value self) {
  auto* it = self.as<ItObject>();
  if (it->index == 0) return Value::stop();
  if (it->index > 0) it->index--;
  return it->current;
}
Result<Value> repeat_repr(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  COIL_TRY(Str* shown, repr_reenter(vm, it->current));
  return new_str(vm, str_utf8(class_of(self)->name) + "(" + str_utf8(shown) + (it->index < 0 ? "" : ", " + std::to_string(it->index)) + ")");
}
NATIVE(repeat_length_hint, "__length_hint__(self, /)", "Items still to come.") {
  auto* it = self_as<ItObject>(args);
  if (it->index < 0) return raise_type_error(vm, "len() of unsized object");
  return Value::small_int(it->index);
}

// -- chain: source = iterator over iterables or nothing, current = active iterator or nothing

Result<Value> new_chain(Vm& vm, Value cls, Value iterables) {
  COIL_TRY(Value iterator, iter_reenter(vm, iterables));
  COIL_TRY(ItObject* it, new_it(vm, cls));
  it->source = iterator;
  return Value(it);
}
Result<Value> chain_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(refuse_keywords(vm, cls, kwnames, "chain"));
  COIL_TRY(Tuple* iterables, new_tuple_from(vm, args, npos));
  return new_chain(vm, cls, iterables);
}
NATIVE(chain_from_iterable, "from_iterable(cls, iterable, /)", "chain() with one iterable of iterables.") { return new_chain(vm, args[0], args[1]); }
Result<Value> chain_next(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  while (it->source) {
    if (!it->current) {
      COIL_TRY(Value iterable, step_reenter(vm, it->source));
      if (iterable.is_stop()) {
        it->source = Value();
        break;
      }
      Result<Value> iterator = iter_reenter(vm, iterable);
      if (!iterator) {
        it->source = Value();
        return Error{};
      }
      store(it, it->current, *iterator);
    }
    COIL_TRY(Value item, step_reenter(vm, it->current));
    if (!item.is_stop()) return item;
    it->current = Value();
  }
  return Value::stop();
}

// -- compress: source = data, extra = selectors

NATIVE(compress_new, "compress(cls, data, selectors)", "The data items whose selector is true.") {
  COIL_TRY(Value data, iter_reenter(vm, args[1]));
  COIL_TRY(Value selectors, iter_reenter(vm, args[2]));
  COIL_TRY(ItObject* it, new_it(vm, args[0]));
  it->source = data;
  it->extra = selectors;
  return Value(it);
}
COIL_MAKE_SLOT(compress_make, compress_new)
Result<Value> compress_next(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  for (;;) {
    COIL_TRY(Value item, step_reenter(vm, it->source));
    if (item.is_stop()) return item;
    COIL_TRY(Value selector, step_reenter(vm, it->extra));
    if (selector.is_stop()) return selector;
    COIL_TRY(bool wanted, truthy_reenter(vm, selector));
    if (wanted) return item;
  }
}

// -- dropwhile, takewhile, filterfalse, starmap: function, source; index = 1 when the state has changed

Result<Value> new_filter(Vm& vm, Args args) {
  COIL_TRY(Value iterator, iter_reenter(vm, args[2]));
  COIL_TRY(ItObject* it, new_it(vm, args[0]));
  it->function = args[1];
  it->source = iterator;
  return Value(it);
}
Result<bool> test_item(Vm& vm, ItObject* it, Value item) {
  COIL_TRY(Value verdict, call_args_reenter(vm, it->function, item));
  return truthy_reenter(vm, verdict);
}
NATIVE(dropwhile_new, "dropwhile(cls, predicate, iterable, /)", "The items from the first one on for which the predicate is false.") { return new_filter(vm, args); }
POSITIONAL_MAKE_SLOT(dropwhile_make, dropwhile_new)
Result<Value> dropwhile_next(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  for (;;) {
    COIL_TRY(Value item, step_reenter(vm, it->source));
    if (item.is_stop() || it->index) return item;
    COIL_TRY(bool drop, test_item(vm, it, item));
    if (!drop) {
      it->index = 1;
      return item;
    }
  }
}
NATIVE(takewhile_new, "takewhile(cls, predicate, iterable, /)", "The items before the first one for which the predicate is false.") { return new_filter(vm, args); }
POSITIONAL_MAKE_SLOT(takewhile_make, takewhile_new)
Result<Value> takewhile_next(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  if (it->index) return Value::stop();
  COIL_TRY(Value item, step_reenter(vm, it->source));
  if (item.is_stop()) return item;
  COIL_TRY(bool take, test_item(vm, it, item));
  if (take) return item;
  it->index = 1;
  return Value::stop();
}
NATIVE(filterfalse_new, "filterfalse(cls, function, iterable, /)", "The items for which the function is false (None: false items).") { return new_filter(vm, args); }
POSITIONAL_MAKE_SLOT(filterfalse_make, filterfalse_new)
Result<Value> filterfalse_next(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  for (;;) {
    COIL_TRY(Value item, step_reenter(vm, it->source));
    if (item.is_stop()) return item;
    COIL_TRY(bool truth, it->function.is_none() ? truthy_reenter(vm, item) : test_item(vm, it, item));
    if (!truth) return item;
  }
}
NATIVE(starmap_new, "starmap(cls, function, iterable, /)", "function(*item) for each item.") { return new_filter(vm, args); }
POSITIONAL_MAKE_SLOT(starmap_make, starmap_new)
Result<Value> starmap_next(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  COIL_TRY(Value item, step_reenter(vm, it->source));
  if (item.is_stop()) return item;
  COIL_TRY(Tuple* arguments, is_exact(item, Kind::Tuple) ? Result<Tuple*>(item.as<Tuple>()) : tuple_from_iterable_reenter(vm, item));
  constexpr size_t kFew = 8;
  if (arguments->size > kFew) return call_ex_reenter(vm, it->function, arguments, nullptr);
  ValueRoom<kFew> window;
  std::copy_n(arguments->items, arguments->size, static_cast<Value*>(window));
  return call_vector_reenter(vm, it->function, window, arguments->size, nullptr);
}

// -- accumulate: source, function or nothing, current = total or nothing, extra = initial or nothing

NATIVE(accumulate_new, "accumulate(cls, iterable, func=None, *, initial=None)", "Running totals, or results of a function of two arguments.") {
  COIL_TRY(Value iterator, iter_reenter(vm, args[1]));
  COIL_TRY(ItObject* it, new_it(vm, args[0]));
  it->source = iterator;
  if (args.has(2) && !args[2].is_none()) it->function = args[2];
  if (args.has(3) && !args[3].is_none()) it->extra = args[3];
  return Value(it);
}
COIL_MAKE_SLOT(accumulate_make, accumulate_new)
Result<Value> accumulate_next(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  if (it->extra) {
    store(it, it->current, it->extra);
    it->extra = Value();
    return it->current;
  }
  COIL_TRY(Value item, step_reenter(vm, it->source));
  if (item.is_stop()) return item;
  Value total = item;
  if (it->current) {
    COIL_TRY(total, it->function ? call_args_reenter(vm, it->function, it->current, item) : sum_reenter(vm, it->current, item));
  }
  store(it, it->current, total);
  return total;
}

// -- islice: source or nothing, index = items taken, next = position of the next one wanted, stop (-1: none), step

/// -1 for what is no number.
Result<int64_t> islice_number_reenter(Vm& vm, Value value) {
  if (!class_of(value)->slots.index) return -1;
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t number;
  return int_to_i64(index, &number) ? number : -1;
}
Result<int64_t> islice_bound_reenter(Vm& vm, Value value, int64_t fallback, const char* message, const char* below = nullptr) {
  if (value.is_nothing() || value.is_none()) return fallback;
  COIL_TRY(int64_t number, islice_number_reenter(vm, value));
  if (number < 0) return raise_value_error(vm, "%s", number < -1 && below ? below : message);
  return number;
}
Result<Value> islice_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(refuse_keywords(vm, cls, kwnames, "islice"));
  if (npos < 2) return raise_type_error(vm, "islice expected at least 2 arguments, got %zu", npos);
  if (npos > 4) return raise_type_error(vm, "islice expected at most 4 arguments, got %zu", npos);
  constexpr const char* kStopText = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  constexpr const char* kBothText = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  int64_t start = 0, stop, step = 1;
  if (npos == 2) {
    COIL_TRY(stop, islice_bound_reenter(vm, args[1], -1, kStopText, kBothText));
  } else {
    // In CPython's order, which tells of the stop first.
    COIL_TRY(stop, islice_bound_reenter(vm, args[2], -1, kStopText, kBothText));
    COIL_TRY(start, islice_bound_reenter(vm, args[1], 0, kBothText));
    COIL_TRY(step, islice_bound_reenter(vm, npos > 3 ? args[3] : Value(), 1, "Step for islice() must be a positive integer or None."));
    if (step < 1) return raise_value_error(vm, "Step for islice() must be a positive integer or None.");
  }
  COIL_TRY(Value iterator, iter_reenter(vm, args[0]));
  COIL_TRY(Slicer* it, new_native_object<Slicer>(vm, cls, &kItOps));
  it->source = iterator;
  it->next = start;
  it->stop = stop;
  it->step = step;
  return Value(it);
}
Result<Value> islice_next(Vm& vm, Value self) {
  auto* it = static_cast<Slicer*>(self.as<ItObject>());
  while (it->source) {
    // Items before the next wanted one are taken and dropped, also when the end lies between.
    int64_t limit = it->stop >= 0 && it->next >= it->stop ? it->stop : it->next;
    if (it->stop >= 0 && it->index >= it->stop) break;
    COIL_TRY(Value item, step_reenter(vm, it->source));
    if (item.is_stop()) break;
    int64_t at = it->index++;
    if (at < limit) {
      if ((at & 0xffff) == 0xffff) COIL_CHECK(check_interrupts_reenter(vm));
      continue;
    }
    if (__builtin_add_overflow(it->next, it->step, &it->next)) it->next = it->stop >= 0 ? it->stop : INT64_MAX;
    return item;
  }
  it->source = Value();
  return Value::stop();
}

// -- zip_longest: source = Tuple of iterators (nothing: used up), current = fill value, index = iterators still active

Result<Value> zip_longest_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  Value fill = none();
  for (size_t i = 0; kwnames && i < kwnames->size; i++) {
    if (!str_is(kwnames->items[i].as<Str>(), "fillvalue")) return raise_type_error(vm, "zip_longest() got an unexpected keyword argument");
    fill = args[npos + i];
  }
  COIL_TRY(Tuple* iterators, new_tuple(vm, npos));
  for (size_t i = 0; i < npos; i++) {
    COIL_TRY(Value iterator, iter_reenter(vm, args[i]));
    store(iterators, iterators->items[i], iterator);
  }
  COIL_TRY(ItObject* it, new_it(vm, cls));
  it->source = iterators;
  it->current = fill;
  it->index = static_cast<int64_t>(npos);
  return Value(it);
}
Result<Value> zip_longest_next(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  if (it->index == 0) return Value::stop();
  auto* iterators = it->source.as<Tuple>();
  COIL_TRY(Tuple* result, new_tuple(vm, iterators->size));
  for (size_t i = 0; i < iterators->size; i++) {
    Value item = it->current;
    if (iterators->items[i]) {
      Result<Value> next = step_reenter(vm, iterators->items[i]);
      if (!next) {
        it->index = 0;
        return Error{};
      }
      if ((*next).is_stop()) {
        if (iterators->items[i]) it->index--;
        if (it->index <= 0) {
          it->index = 0;
          return Value::stop();
        }
        iterators->items[i] = Value();
      } else {
        item = *next;
      }
    }
    store(result, result->items[i], item);
  }
  return Value(result);
}

// -- pairwise: source, current = previous item or nothing

NATIVE(pairwise_new, "pairwise(cls, iterable, /)", "Overlapping pairs of neighbours.") {
  COIL_TRY(Value iterator, iter_reenter(vm, args[1]));
  COIL_TRY(ItObject* it, new_it(vm, args[0]));
  it->source = iterator;
  return Value(it);
}
POSITIONAL_MAKE_SLOT(pairwise_make, pairwise_new)
Result<Value> pairwise_next(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  if (!it->source) return Value::stop();
  Value before = it->current;
  if (!before) {
    COIL_TRY(before, step_reenter(vm, it->source));
    if (before.is_stop()) {
      it->source = Value();
      return before;
    }
    store(it, it->current, before);
    // The source has used the iterator itself up.
    if (!it->source) {
      it->current = Value();
      return Value::stop();
    }
  }
  COIL_TRY(Value item, step_reenter(vm, it->source));
  if (item.is_stop()) {
    it->source = it->current = Value();
    return item;
  }
  store(it, it->current, item);
  return make_tuple(vm, {before, item});
}

// -- batched: source, index = size

NATIVE(batched_new, "batched(cls, iterable, n)", "Tuples of n items; the last one may be shorter.") {
  COIL_TRY(int64_t size, ssize_from_reenter(vm, args[2]));
  if (size < 1) return raise_value_error(vm, "n must be at least one");
  COIL_TRY(Value iterator, iter_reenter(vm, args[1]));
  COIL_TRY(ItObject* it, new_it(vm, args[0]));
  it->source = iterator;
  it->index = size;
  return Value(it);
}
COIL_MAKE_SLOT(batched_make, batched_new)
Result<Value> batched_next(Vm& vm, Value self) {
  auto* it = self.as<ItObject>();
  if (!it->source) return Value::stop();
  COIL_TRY(List* items, new_list(vm));
  while (static_cast<int64_t>(items->size) < it->index) {
    if (!it->source) break;
    COIL_TRY(Value item, step_reenter(vm, it->source));
    if (item.is_stop()) {
      it->source = Value();
      break;
    }
    COIL_CHECK(list_append(vm, items, item));
  }
  if (!items->size) return Value::stop();
  return new_tuple_from(vm, items->items(), items->size);
}

// -- groupby: source, function or nothing, current = last item, extra = its key; target = key of the group in use, groups = number of the newest group

Class* g_group;
void trace_groups(Cell* cell, Marker& marker) {
  trace_it(cell, marker);
  marker.value(static_cast<Groups*>(cell)->target);
}
void trace_group(Cell* cell, Marker& marker) {
  marker.cell(static_cast<Group*>(cell)->parent);
  marker.value(static_cast<Group*>(cell)->key);
}
const NativeObjectOps kGroupsOps{trace_groups, nullptr};
const NativeObjectOps kGroupOps{trace_group, nullptr};

NATIVE(groupby_new, "groupby(cls, iterable, key=None)", "Pairs of key and the neighbouring items that have this key.") {
  COIL_TRY(Value iterator, iter_reenter(vm, args[1]));
  COIL_TRY(Groups* it, new_native_object<Groups>(vm, args[0].as<Class>(), &kGroupsOps));
  it->source = iterator;
  if (args.has(2) && !args[2].is_none()) it->function = args[2];
  return Value(it);
}
COIL_MAKE_SLOT(groupby_make, groupby_new)
/// Reads the next item and its key; false at the end.
Result<bool> groupby_step(Vm& vm, Groups* it) {
  COIL_TRY(Value item, step_reenter(vm, it->source));
  if (item.is_stop()) return false;
  Value key = item;
  if (it->function) { COIL_TRY(key, call_args_reenter(vm, it->function, item)); }
  store(it, it->current, item);
  store(it, it->extra, key);
  return true;
}
Result<Value> groupby_next(Vm& vm, Value self) {
  auto* it = static_cast<Groups*>(self.as<ItObject>());
  it->newest++;
  for (;;) {
    if (it->extra) {
      if (!it->target) break;
      COIL_TRY(bool same, equal_reenter(vm, it->target, it->extra));
      if (!same) break;
    }
    COIL_TRY(bool more, groupby_step(vm, it));
    if (!more) return Value::stop();
  }
  store(it, it->target, it->extra);
  COIL_TRY(Group* group, new_native_object<Group>(vm, g_group, &kGroupOps));
  group->parent = it;
  group->key = it->target;
  group->number = it->newest;
  return make_tuple(vm, {it->extra, group});
}
NATIVE(group_new, "_grouper(cls, parent, tgtkey, /)", "The items of one group.") {
  if (!args[1].is(Kind::NativeObject) || args[1].as<NativeObject>()->ops != &kGroupsOps) return raise_type_error(vm, "argument 1 must be itertools.groupby, not %s", type_name(args[1]));
  COIL_TRY(Group* group, new_native_object<Group>(vm, args[0].as<Class>(), &kGroupOps));
  group->parent = static_cast<Groups*>(args[1].as<ItObject>());
  group->key = args[2];
  group->number = group->parent->newest;
  return Value(group);
}
COIL_MAKE_SLOT(group_make, group_new)
Result<Value> group_next(Vm& vm, Value self) {
  auto* group = self.as<Group>();
  Groups* it = group->parent;
  if (it->newest != group->number) return Value::stop();
  if (!it->current) {
    COIL_TRY(bool more, groupby_step(vm, it));
    if (!more) return Value::stop();
  }
  COIL_TRY(bool same, equal_reenter(vm, group->key, it->extra));
  // The comparison may have used the group itself: then its item is gone.
  if (!same || !it->current) return Value::stop();
  Value item = it->current;
  it->current = Value();
  return item;
}

// -- tee: copies share a chain of links that is filled by whoever is ahead

Class *g_tee, *g_tee_link;
void trace_tee_link(Cell* cell, Marker& marker) {
  auto* link = static_cast<TeeLink*>(cell);
  marker.value(link->source);
  marker.cell(link->items);
  marker.cell(link->next);
}
void trace_tee(Cell* cell, Marker& marker) { marker.cell(static_cast<Tee*>(cell)->link); }
const NativeObjectOps kTeeLinkOps{trace_tee_link, nullptr};
const NativeObjectOps kTeeOps{trace_tee, nullptr};

Result<TeeLink*> new_tee_link(Vm& vm, Value source) {
  COIL_TRY(List* items, new_list(vm));
  COIL_TRY(TeeLink* link, new_native_object<TeeLink>(vm, g_tee_link, &kTeeLinkOps));
  link->source = source;
  link->items = items;
  return link;
}
NATIVE(tee_link_new, "_tee_dataobject(cls, iterable, values, next, /)", "Items that copies of an iterator share.") {
  if (!args[2].is(Kind::List)) return raise_type_error(vm, "argument 2 must be list, not %s", type_name(args[2]));
  bool last = args[3].is_none();
  if (!last && !is_instance(args[3], g_tee_link)) return raise_type_error(vm, "argument 3 must be itertools._tee_dataobject, not %s", type_name(args[3]));
  size_t count = args[2].as<List>()->size;
  if (count > kTeeItems || (!last && count != kTeeItems)) return raise_value_error(vm, "Invalid arguments");
  COIL_TRY(TeeLink* link, new_tee_link(vm, args[1]));
  for (size_t i = 0; i < count; i++) COIL_CHECK(list_append(vm, link->items, args[2].as<List>()->items()[i]));
  if (!last) store(link, link->next, args[3].as<TeeLink>());
  return Value(link);
}
COIL_MAKE_SLOT(tee_link_make, tee_link_new)
Result<Value> new_tee(Vm& vm, Value source) {
  if (is_instance(source, g_tee)) {
    COIL_TRY(Tee* copy, new_native_object<Tee>(vm, g_tee, &kTeeOps));
    copy->link = source.as<Tee>()->link;
    copy->at = source.as<Tee>()->at;
    return Value(copy);
  }
  COIL_TRY(Value iterator, iter_reenter(vm, source));
  if (is_instance(iterator, g_tee)) return new_tee(vm, iterator);
  COIL_TRY(TeeLink* link, new_tee_link(vm, iterator));
  COIL_TRY(Tee* tee, new_native_object<Tee>(vm, g_tee, &kTeeOps));
  tee->link = link;
  return Value(tee);
}
NATIVE(tee_new, "_tee(cls, iterable, /)", "An iterator that can be copied.") { return new_tee(vm, args[1]); }
COIL_MAKE_SLOT(tee_make, tee_new)
Result<Value> tee_next(Vm& vm, Value self) {
  auto* tee = self.as<Tee>();
  if (tee->at == kTeeItems) {
    if (!tee->link->next) {
      COIL_TRY(TeeLink* next, new_tee_link(vm, tee->link->source));
      store(tee->link, tee->link->next, next);
    }
    store(tee, tee->link, tee->link->next);
    tee->at = 0;
  }
  TeeLink* link = tee->link;
  if (tee->at >= link->items->size) {
    if (link->running) return raise(vm, Exc::RuntimeError, "cannot re-enter the tee iterator");
    link->running = true;
    Result<Value> item = step_reenter(vm, link->source);
    link->running = false;
    if (!item || (*item).is_stop()) return item;
    COIL_CHECK(list_append(vm, link->items, *item));
  }
  return link->items->items()[tee->at++];
}
NATIVE(tee_copy, "__copy__(self, /)", "An independent iterator at the same position.") { return new_tee(vm, args[0]); }
NATIVE(itertools_tee, "tee(iterable, n=2, /)", "n independent iterators over one iterable.") {
  int64_t n = 2;
  if (args.has(1)) { COIL_TRY(n, ssize_from_reenter(vm, args[1])); }
  if (n < 0) return raise_value_error(vm, "n must be >= 0");
  if (n > (int64_t{1} << 40)) return raise_memory_error(vm);
  COIL_TRY(Tuple* result, new_tuple(vm, static_cast<size_t>(n)));
  for (int64_t i = 0; i < n; i++) {
    if (i == 0 && is_instance(args[0], g_tee)) {
      store(result, result->items[0], args[0]);  // it can be copied already
      continue;
    }
    COIL_TRY(Value one, new_tee(vm, i == 0 ? args[0] : result->items[0]));
    store(result, result->items[i], one);
  }
  return Value(result);
}

}  // namespace

const NativeObjectOps kItOps{trace_it, nullptr};

Result<ItObject*> new_it(Vm& vm, Value cls) { return new_native_object<ItObject>(vm, cls.as<Class>(), &kItOps); }

Result<Class*> define_iterator(Vm& vm, Dict* ns, const char* name, uint32_t size, const char* doc, NewFn make, NextFn next,
                               std::initializer_list<const NativeSpec*> methods, UnaryFn repr) {
  Class* cls = new_native_class(vm, name, "itertools", vm.type(Kind::Object), Kind::NativeObject, size, doc);
  if (!cls) return raise_memory_error(vm);
  COIL_CHECK(keep_forever(vm, cls));
  cls->slots.make = make;
  cls->slots.init = init_nothing;
  cls->slots.iter = iter_is_self;
  cls->slots.next = next;
  cls->slots.repr = repr;
  define_class(vm, cls, methods, {});
  COIL_CHECK(module_set(vm, ns, name, cls));
  return cls;
}

static Result<void> init_itertools(Vm& vm, Dict* ns) {
  constexpr uint32_t kSize = sizeof(ItObject);
  COIL_CHECK(define_iterator(vm, ns, "count", kSize, count_new_spec.doc, count_make, count_next, {}, count_repr));
  COIL_CHECK(define_iterator(vm, ns, "cycle", kSize, cycle_new_spec.doc, cycle_make, cycle_next));
  COIL_CHECK(define_iterator(vm, ns, "repeat", kSize, repeat_new_spec.doc, repeat_make, repeat_next, {&repeat_length_hint_spec}, repeat_repr));
  COIL_CHECK(define_iterator(vm, ns, "chain", kSize, "The items of the first iterable, then of the next one, ...", chain_make, next_or_end<chain_next>,
                             {&chain_from_iterable_spec, &native_class_getitem_spec}));
  COIL_CHECK(define_iterator(vm, ns, "compress", kSize, compress_new_spec.doc, compress_make, next_or_end<compress_next>));
  COIL_CHECK(define_iterator(vm, ns, "dropwhile", kSize, dropwhile_new_spec.doc, dropwhile_make, next_or_end<dropwhile_next>));
  COIL_CHECK(define_iterator(vm, ns, "takewhile", kSize, takewhile_new_spec.doc, takewhile_make, next_or_end<takewhile_next>));
  COIL_CHECK(define_iterator(vm, ns, "filterfalse", kSize, filterfalse_new_spec.doc, filterfalse_make, next_or_end<filterfalse_next>));
  COIL_CHECK(define_iterator(vm, ns, "starmap", kSize, starmap_new_spec.doc, starmap_make, next_or_end<starmap_next>));
  COIL_CHECK(define_iterator(vm, ns, "accumulate", kSize, accumulate_new_spec.doc, accumulate_make, next_or_end<accumulate_next>));
  COIL_CHECK(define_iterator(vm, ns, "islice", sizeof(Slicer), "The items at positions start, start+step, ... below stop.", islice_make, islice_next));
  COIL_CHECK(define_iterator(vm, ns, "zip_longest", kSize, "Tuples of items; short iterables are filled up.", zip_longest_make, zip_longest_next));
  COIL_CHECK(define_iterator(vm, ns, "pairwise", kSize, pairwise_new_spec.doc, pairwise_make, pairwise_next));
  COIL_CHECK(define_iterator(vm, ns, "batched", kSize, batched_new_spec.doc, batched_make, batched_next));
  COIL_CHECK(define_iterator(vm, ns, "groupby", sizeof(Groups), groupby_new_spec.doc, groupby_make, next_or_end<groupby_next>));
  COIL_TRY(g_group, define_iterator(vm, ns, "_grouper", sizeof(Group), group_new_spec.doc, group_make, next_or_end<group_next>));
  COIL_TRY(g_tee, define_iterator(vm, ns, "_tee", sizeof(Tee), tee_new_spec.doc, tee_make, tee_next, {&tee_copy_spec}));
  g_tee->flags |= kClassHasWeakRef;
  COIL_TRY(g_tee_link, new_module_class<TeeLink>(vm, "_tee_dataobject", "itertools", tee_link_new_spec.doc));
  g_tee_link->slots.make = tee_link_make;
  g_tee_link->slots.init = init_nothing;
  COIL_CHECK(module_set(vm, ns, "_tee_dataobject", g_tee_link));
  define_class(vm, g_tee_link, {}, {});
  COIL_CHECK(define_combinatorics(vm, ns));
  return define_iterator_states(vm, ns);
}

MODULE(itertools, "itertools", "Building blocks for iterators.", init_itertools, FN(itertools_tee))

}  // namespace coil
