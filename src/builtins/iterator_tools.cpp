// Iterators made by built-in functions: enumerate, zip, map, filter, reversed, iter(callable, sentinel). Chains of them recurse natively,
// so each step asks the stack guard.
#include "builtins/containers_internal.hpp"
#include "objects/iteration.hpp"

namespace coil {

namespace {

constexpr const char* kCalling = " while calling a Python object";

// -- enumerate

void trace_enumerate(Cell* cell, Marker& marker) {
  auto* self = static_cast<EnumerateCell*>(cell);
  marker.value(self->iterator);
  marker.value(self->next_index);
  trace_attrs(cell, marker);
}

Result<Value> enumerate_slot_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  size_t given = npos + (kwnames ? kwnames->size : 0);
  if (given > 2) return raise_type_error(vm, "enumerate() takes at most 2 arguments (%zu given)", given);
  Value iterable = npos > 0 ? args[0] : Value(), start = npos > 1 ? args[1] : Value();
  for (size_t i = 0; kwnames && i < kwnames->size; i++) {
    Str* name = kwnames->items[i].as<Str>();
    bool is_iterable = str_is(name, "iterable"), is_start = str_is(name, "start");
    bool alone = given == 1 && is_start;
    if ((is_iterable && iterable) || (is_start && start) || !(is_iterable || is_start) || alone) {
      return raise_type_error(vm, "'%s' is an invalid keyword argument for enumerate()", str_utf8(name).c_str());
    }
    (is_iterable ? iterable : start) = args[npos + i];
  }
  if (!iterable) return raise_type_error(vm, "enumerate() missing required argument 'iterable'");
  Value first = Value::small_int(0);
  if (start) { COIL_TRY(first, index_reenter(vm, start)); }
  COIL_TRY(Value iterator, iter_reenter(vm, iterable));
  COIL_TRY(EnumerateCell* self, alloc_for_class<EnumerateCell>(vm, cls, Kind::Enumerate));
  self->iterator = iterator;
  self->next_index = first;
  return self;
}

Result<Value> enumerate_slot_next(Vm& vm, Value value) {
  COIL_GUARD(vm, kCalling);
  auto* self = value.as<EnumerateCell>();
  COIL_TRY(Value item, advance_reenter(vm, self->iterator));
  if (item.is_stop()) return item;
  Value index = self->next_index;
  if (index.is_small_int() && index.small_int() < Value::kMaxInt) [[likely]] {
    self->next_index = Value::small_int(index.small_int() + 1);
  } else {
    COIL_TRY(Value after, int_binary(vm, BinaryOp::Add, index, Value::small_int(1)));
    store(self, self->next_index, after);
  }
  return make_tuple(vm, {index, item});
}

NATIVE(enumerate_reduce, "__reduce__(self, /)", "State for pickling.") {
  auto* self = self_as<EnumerateCell>(args);
  COIL_TRY(Tuple* arguments, make_tuple(vm, {self->iterator, self->next_index}));
  return make_tuple(vm, {class_of(args[0]), arguments});
}

NATIVE(enumerate_class_getitem, "__class_getitem__(cls, item, /)", "The type enumerate[item].") {
  return new_generic_alias(vm, args[0], args[1]);
}

// -- zip, map

void trace_iter_tuple(Cell* cell, Marker& marker) {
  auto* self = static_cast<IterTuple*>(cell);
  marker.value(self->function);
  marker.cell(self->iterators);
  trace_attrs(cell, marker);
}

Result<Tuple*> iterators_of_reenter(Vm& vm, Value* args, size_t count) {
  COIL_TRY(Tuple* iterators, new_tuple(vm, count));
  for (size_t i = 0; i < count; i++) {
    COIL_TRY(Value iterator, iter_reenter(vm, args[i]));
    store(iterators, iterators->items[i], iterator);
  }
  return iterators;
}

Result<Value> zip_slot_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  bool strict = false;
  if (kwnames && kwnames->size > 1) return raise_type_error(vm, "zip() takes at most 1 keyword argument (%zu given)", kwnames->size);
  for (size_t i = 0; kwnames && i < kwnames->size; i++) {
    Str* name = kwnames->items[i].as<Str>();
    if (!str_is(name, "strict")) {
      return raise_type_error(vm, "'%s' is an invalid keyword argument for zip()", str_utf8(name).c_str());
    }
    COIL_TRY(strict, truthy_reenter(vm, args[npos + i]));
  }
  COIL_TRY(Tuple* iterators, iterators_of_reenter(vm, args, npos));
  COIL_TRY(IterTuple* self, alloc_for_class<IterTuple>(vm, cls, Kind::Zip));
  self->iterators = iterators;
  self->strict = strict;
  return self;
}

Error raise_zip_length(Vm& vm, size_t argument, const char* comparison) {
  const char* others = argument == 1 ? " " : "s 1-";
  return raise_value_error(vm, "zip() argument %zu is %s than argument%s%zu", argument + 1, comparison, others, argument);
}

/// Iterator `at` of a strict zip is exhausted: all must be.
Result<Value> finish_strict_zip(Vm& vm, IterTuple* self, size_t at) {
  if (at > 0) return raise_zip_length(vm, at, "shorter");
  for (size_t i = 1; i < self->iterators->size; i++) {
    COIL_TRY(Value item, advance_reenter(vm, self->iterators->items[i]));
    if (!item.is_stop()) return raise_zip_length(vm, i, "longer");
  }
  return Value::stop();
}

Result<Value> zip_slot_next(Vm& vm, Value value) {
  COIL_GUARD(vm, kCalling);
  auto* self = value.as<IterTuple>();
  size_t count = self->iterators->size;
  if (count == 0) return Value::stop();
  COIL_TRY(Tuple* items, new_tuple(vm, count));
  for (size_t i = 0; i < count; i++) {
    COIL_TRY(Value item, advance_reenter(vm, self->iterators->items[i]));
    if (item.is_stop()) return self->strict ? finish_strict_zip(vm, self, i) : Result<Value>(item);
    store(items, items->items[i], item);
  }
  return items;
}

NATIVE(zip_reduce, "__reduce__(self, /)", "State for pickling.") {
  auto* self = self_as<IterTuple>(args);
  if (!self->strict) return make_tuple(vm, {class_of(args[0]), self->iterators});
  return make_tuple(vm, {class_of(args[0]), self->iterators, Value::boolean(true)});
}

NATIVE(zip_setstate, "__setstate__(self, state, /)", "Restore strictness.") {
  COIL_TRY(self_as<IterTuple>(args)->strict, truthy_reenter(vm, args[1]));
  return none();
}

Result<Value> map_slot_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size && !leaves_keywords(vm, cls)) return raise_type_error(vm, "map() takes no keyword arguments");
  if (npos < 2) return raise_type_error(vm, "map() must have at least two arguments.");
  COIL_TRY(Tuple* iterators, iterators_of_reenter(vm, args + 1, npos - 1));
  COIL_TRY(IterTuple* self, alloc_for_class<IterTuple>(vm, cls, Kind::Map));
  self->function = args[0];
  self->iterators = iterators;
  return self;
}

Result<Value> map_slot_next(Vm& vm, Value value) {
  COIL_GUARD(vm, kCalling);
  auto* self = value.as<IterTuple>();
  constexpr size_t kFew = 8;
  size_t count = self->iterators->size;
  ValueRoom<kFew> few;
  Value* items = few;
  if (count > kFew) {
    COIL_TRY(ValueArray* array, new_value_array(vm, count));
    items = array->items();
    for (size_t i = 0; i < count; i++) {
      COIL_TRY(Value item, advance_reenter(vm, self->iterators->items[i]));
      if (item.is_stop()) return item;
      store(array, items[i], item);
    }
    return call_vector_reenter(vm, self->function, items, count, nullptr);
  }
  for (size_t i = 0; i < count; i++) {
    COIL_TRY(items[i], advance_reenter(vm, self->iterators->items[i]));
    if (items[i].is_stop()) return items[i];
  }
  return call_vector_reenter(vm, self->function, items, count, nullptr);
}

NATIVE(map_reduce, "__reduce__(self, /)", "State for pickling.") {
  auto* self = self_as<IterTuple>(args);
  COIL_TRY(Tuple* arguments, new_tuple(vm, self->iterators->size + 1));
  arguments->items[0] = self->function;
  for (size_t i = 0; i < self->iterators->size; i++) arguments->items[i + 1] = self->iterators->items[i];
  return make_tuple(vm, {class_of(args[0]), arguments});
}

// -- filter

void trace_pair(Cell* cell, Marker& marker) {
  auto* self = static_cast<PairCell*>(cell);
  marker.value(self->first);
  marker.value(self->second);
  trace_attrs(cell, marker);
}

Result<Value> filter_slot_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(check_constructor(vm, "filter", npos, leaves_keywords(vm, cls) ? nullptr : kwnames, 2, 2));
  COIL_TRY(Value iterator, iter_reenter(vm, args[1]));
  COIL_TRY(PairCell* self, alloc_for_class<PairCell>(vm, cls, Kind::Filter));
  self->first = args[0];
  self->second = iterator;
  return self;
}

Result<Value> filter_slot_next(Vm& vm, Value value) {
  COIL_GUARD(vm, kCalling);
  auto* self = value.as<PairCell>();
  bool plain = self->first.is_none() || self->first == Value(vm.type(Kind::Bool));
  for (uint32_t count = 1;; count++) {
    COIL_TRY(Value item, advance_reenter(vm, self->second));
    if (item.is_stop()) return item;
    Value answer = item;
    if (!plain) { COIL_TRY(answer, call_args_reenter(vm, self->first, item)); }
    COIL_TRY(bool keep, truthy_reenter(vm, answer));
    if (keep) return item;
    if ((count & 0xffff) == 0) COIL_CHECK(check_interrupts_reenter(vm));
  }
}

NATIVE(filter_reduce, "__reduce__(self, /)", "State for pickling.") {
  auto* self = self_as<PairCell>(args);
  COIL_TRY(Tuple* arguments, make_tuple(vm, {self->first, self->second}));
  return make_tuple(vm, {class_of(args[0]), arguments});
}

// -- iter(callable, sentinel)

Result<Value> callable_iter_slot_next(Vm& vm, Value value) {
  auto* self = value.as<PairCell>();
  if (!self->first) return Value::stop();
  COIL_GUARD(vm, kCalling);
  Result<Value> item = call_reenter(vm, self->first, {});
  if (!item) {
    if (!pending_matches(vm, Exc::StopIteration)) return Error{};
    clear_pending(vm);
    self->first = self->second = Value();
    return Value::stop();
  }
  // The call or the comparison may have ended the iterator.
  if (!self->first) return Value::stop();
  COIL_TRY(bool end, equal_reenter(vm, self->second, *item));
  if (!end) return item;
  self->first = self->second = Value();
  return Value::stop();
}

NATIVE(callable_iter_reduce, "__reduce__(self, /)", "State for pickling.") {
  auto* self = self_as<PairCell>(args);
  if (!self->first) return iterator_reduce(vm, "iter", vm.empty_tuple, Value());
  Value function = dict_get_str(vm.builtins, intern(vm, "iter"));
  if (!function) return raise(vm, Exc::AttributeError, "iter");
  COIL_TRY(Tuple* arguments, make_tuple(vm, {self->first, self->second}));
  return make_tuple(vm, {function, arguments});
}

// -- reversed

void trace_reversed(Cell* cell, Marker& marker) {
  marker.value(static_cast<SeqIter*>(cell)->sequence);
  trace_attrs(cell, marker);
}

Result<Value> reversed_slot_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  COIL_CHECK(check_constructor(vm, "reversed", npos, leaves_keywords(vm, cls) ? nullptr : kwnames, 1, 1));
  Value sequence = args[0];
  Value method = class_lookup(class_of(sequence), vm.name(Name::reversed_));
  if (method && !method.is_none()) {
    COIL_TRY(Value bound, lookup_special_reenter(vm, sequence, vm.name(Name::reversed_)));
    return call_reenter(vm, bound, {});
  }
  if (method || !class_of(sequence)->slots.get_item || !is_iterable(class_of(sequence)) || sequence.is(Kind::Dict)) {
    return raise_type_error(vm, "'%s' object is not reversible", type_name(sequence));
  }
  COIL_TRY(int64_t size, len_reenter(vm, sequence));
  COIL_TRY(SeqIter* self, alloc_for_class<SeqIter>(vm, cls, Kind::Reversed));
  self->sequence = sequence;
  self->index = size - 1;
  return self;
}

Result<Value> reversed_slot_next(Vm& vm, Value value) {
  auto* self = value.as<SeqIter>();
  if (!self->sequence || self->index < 0) return Value::stop();
  COIL_GUARD(vm, kCalling);
  Result<Value> item = get_item_reenter(vm, self->sequence, Value::small_int(self->index));
  if (item) {
    self->index--;
    if (self->index < 0) self->sequence = Value();
    return item;
  }
  if (!pending_matches(vm, Exc::IndexError) && !pending_matches(vm, Exc::StopIteration)) return Error{};
  clear_pending(vm);
  self->index = -1;
  self->sequence = Value();
  return Value::stop();
}

NATIVE(reversed_length_hint, "__length_hint__(self, /)", "How many items are left.") {
  auto* self = self_as<SeqIter>(args);
  if (!self->sequence) return Value::small_int(0);
  COIL_TRY(int64_t size, len_reenter(vm, self->sequence));
  return Value::small_int(size < self->index + 1 ? 0 : self->index + 1);
}

NATIVE(reversed_reduce, "__reduce__(self, /)", "State for pickling.") {
  auto* self = self_as<SeqIter>(args);
  Value source = self->sequence ? self->sequence : Value(vm.empty_tuple);
  COIL_TRY(Tuple* arguments, make_tuple(vm, {source}));
  if (!self->sequence) return make_tuple(vm, {class_of(args[0]), arguments});
  return make_tuple(vm, {class_of(args[0]), arguments, Value::small_int(self->index)});
}

NATIVE(reversed_setstate, "__setstate__(self, state, /)", "Go to the position that state says.") {
  if (!args[1].is_int()) return raise_type_error(vm, "an integer is required");
  COIL_TRY(int64_t index, size_argument_reenter(vm, args[1]));
  auto* self = self_as<SeqIter>(args);
  if (!self->sequence) return none();
  COIL_TRY(int64_t size, len_reenter(vm, self->sequence));
  self->index = index < -1 ? -1 : index > size - 1 ? size - 1 : index;
  return none();
}

}  // namespace

void setup_iterator_tools(Vm& vm) {
  struct Row {
    Kind kind;
    TraceFn trace;
    NewFn make;
    NextFn next;
  };
  for (Row row : {Row{Kind::Enumerate, trace_enumerate, enumerate_slot_make, enumerate_slot_next},
                  Row{Kind::Zip, trace_iter_tuple, zip_slot_make, zip_slot_next},
                  Row{Kind::Map, trace_iter_tuple, map_slot_make, next_or_end<map_slot_next>},
                  Row{Kind::Filter, trace_pair, filter_slot_make, next_or_end<filter_slot_next>},
                  Row{Kind::Reversed, trace_reversed, reversed_slot_make, reversed_slot_next},
                  Row{Kind::CallableIter, trace_pair, nullptr, next_or_end<callable_iter_slot_next>}}) {
    g_heap.set_type(row.kind, row.trace, nullptr);
    Slots& slots = vm.type(row.kind)->slots;
    slots.iter = self_iter;
    slots.next = row.next;
    if (row.make) slots.make = row.make;
  }
  define_type(vm, {Kind::Enumerate, "Pairs of a running number and an item: enumerate(iterable, start=0).",
                   {&enumerate_reduce_spec, &enumerate_class_getitem_spec}, {}});
  define_type(vm, {Kind::Zip, "Tuples of the items at the same place: zip(*iterables, strict=False).", {&zip_reduce_spec, &zip_setstate_spec}, {}});
  define_type(vm, {Kind::Map, "The function's results for the items: map(function, *iterables).", {&map_reduce_spec}, {}});
  define_type(vm, {Kind::Filter, "The items that are true, or for which the function is: filter(function_or_None, iterable).",
                   {&filter_reduce_spec}, {}});
  define_type(vm, {Kind::Reversed, "The items of a sequence from the last to the first: reversed(sequence, /).",
                   {&reversed_length_hint_spec, &reversed_reduce_spec, &reversed_setstate_spec}, {}});
  define_type(vm, {Kind::CallableIter, nullptr, {&callable_iter_reduce_spec}, {}});
}

}  // namespace coil
