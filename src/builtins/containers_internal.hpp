// Shared by the files of the containers and their iterators: the parts of setup, argument checks and iteration helpers.
#pragma once

#include "builtins/object_internal.hpp"
#include "objects/containers.hpp"
#include "objects/native.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"

namespace coil {

void setup_list(Vm&);
void setup_tuple(Vm&);
void setup_dict(Vm&);
void setup_dict_views(Vm&);
void setup_dict_iterators(Vm&);
void setup_set(Vm&);
void setup_range(Vm&);
void setup_slice(Vm&);
void setup_mapping_proxy(Vm&);
void setup_sequence_iterators(Vm&);
void setup_iterator_tools(Vm&);  // enumerate, zip, map, filter, reversed, iter(callable, sentinel)

/// __length_hint__ arguments and sizes as Python integers.
inline Value int_of_size(size_t size) { return Value::small_int(static_cast<int64_t>(size)); }
inline Result<Value> self_iter(Vm&, Value self) { return self; }

/// Immutable built-in types leave keywords to a subclass that has an __init__ of its own.
inline bool leaves_keywords(Vm& vm, const Class* cls) { return cls->slots.init != vm.type(Kind::Object)->slots.init; }

/// "list() takes no keyword arguments", "list expected at most 1 argument, got 2".
inline Result<void> check_constructor(Vm& vm, const char* type, size_t npos, Tuple* kwnames, size_t min, size_t max) {
  if (kwnames && kwnames->size) return raise_type_error(vm, "%s() takes no keyword arguments", type);
  if (npos >= min && npos <= max) return ok();
  const char* bound = min == max ? "" : npos < min ? "at least " : "at most ";
  size_t count = npos < min ? min : max;
  return raise_type_error(vm, "%s expected %s%zu argument%s, got %zu", type, bound, count, count == 1 ? "" : "s", npos);
}

/// Index argument of subscripts, relative to the end when negative; TypeError "list indices must be integers or slices, not str".
inline Result<int64_t> item_index_reenter(Vm& vm, Value key, const char* type) {
  if (key.is_small_int()) return key.small_int();
  if (!class_of(key)->slots.index) {
    return raise_type_error(vm, "%s indices must be integers or slices, not %s", type, type_name(key));
  }
  return index_int64_reenter(vm, key);
}

/// Start or stop argument of index(): None is not allowed, out-of-range values are clamped.
inline Result<int64_t> search_bound_reenter(Vm& vm, Value value, int64_t fallback) {
  if (value.is_nothing()) return fallback;
  if (value.is_small_int()) return value.small_int();
  if (!class_of(value)->slots.index) {
    return raise_type_error(vm, "slice indices must be integers or have an __index__ method");
  }
  return index_clamped_reenter(vm, value);
}

/// __index__ as a signed size: OverflowError `message` (the type's name is its argument) when it does not fit.
inline Result<int64_t> size_argument_reenter(Vm& vm, Value value, const char* message = "Python int too large to convert to C ssize_t") {
  if (value.is_small_int()) return value.small_int();
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t number;
  if (int_to_i64(index, &number)) return number;
  std::string text = message;
  if (size_t at = text.find("%s"); at != std::string::npos) text.replace(at, 2, type_name(value));
  return raise_text(vm, Exc::OverflowError, text);
}

/// An integer that stands for a truth value and has to fit into a C int.
inline Result<bool> flag_argument_reenter(Vm& vm, Value value) {
  constexpr const char* kTooLarge = "Python int too large to convert to C int";
  COIL_TRY(int64_t flag, size_argument_reenter(vm, value, kTooLarge));
  if (flag != static_cast<int>(flag)) return raise(vm, Exc::OverflowError, kTooLarge);
  return flag != 0;
}

/// Repeat count of `sequence * n`: TypeError for what is no integer.
inline Result<int64_t> repeat_count_reenter(Vm& vm, Value count) {
  if (count.is_small_int()) return count.small_int();
  if (!class_of(count)->slots.index) {
    return raise_type_error(vm, "can't multiply sequence by non-int of type '%s'", type_name(count));
  }
  return size_argument_reenter(vm, count, "cannot fit '%s' into an index-sized integer");
}

/// Calls body(item) for each item until it fails.
template <class Body>
Result<void> for_each_reenter(Vm& vm, Value iterable, Body&& body) {
  COIL_TRY(Value iterator, iter_reenter(vm, iterable));
  for (uint32_t count = 1;; count++) {
    COIL_TRY(Value item, next_reenter(vm, iterator));
    if (item.is_stop()) return ok();
    COIL_CHECK(body(item));
    if ((count & 0xffff) == 0) COIL_CHECK(check_interrupts_reenter(vm));
  }
}

/// Lexicographic comparison of two sequences whose items are read anew after every comparison: `size_a()`, `item_a(i)` ...
template <class SizeA, class SizeB, class ItemA, class ItemB>
Result<Value> compare_sequences_reenter(Vm& vm, CompareOp op, SizeA size_a, SizeB size_b, ItemA item_a, ItemB item_b) {
  COIL_GUARD(vm, " in comparison");
  for (size_t i = 0; i < size_a() && i < size_b(); i++) {
    Value a = item_a(i), b = item_b(i);
    if (a == b) continue;
    COIL_TRY(bool equal, equal_reenter(vm, a, b));
    if (equal) continue;
    if (op == CompareOp::Eq) return Value::boolean(false);
    if (op == CompareOp::Ne) return Value::boolean(true);
    return compare_reenter(vm, a, b, op);
  }
  size_t a = size_a(), b = size_b();
  switch (op) {
    case CompareOp::Lt: return Value::boolean(a < b);
    case CompareOp::Le: return Value::boolean(a <= b);
    case CompareOp::Eq: return Value::boolean(a == b);
    case CompareOp::Ne: return Value::boolean(a != b);
    case CompareOp::Gt: return Value::boolean(a > b);
    case CompareOp::Ge: return Value::boolean(a >= b);
  }
  return Value::boolean(false);
}

/// A fresh iterator over a sequence.
Result<Value> new_seq_iter(Vm&, Kind, Value sequence, int64_t index);
/// (iter, (argument,)) or with a state: what __reduce__ of iterators returns; `builtin` is "iter" or "reversed".
Result<Value> iterator_reduce(Vm&, const char* builtin, Value argument, Value state_or_nothing);
/// "a, b, c" of `count()` items that are read anew after every repr.
template <class Count, class Item>
Result<void> add_reprs_reenter(Vm& vm, StrBuilder& text, Count count, Item item) {
  for (size_t i = 0; i < count(); i++) {
    if (i) text.add(", ");
    COIL_TRY(Str* part, repr_reenter(vm, item(i)));
    text.add_str(part);
  }
  return ok();
}

// -- set algebra on any iterable (set.cpp)
Result<Set*> set_from_reenter(Vm&, Kind, Value iterable);
Result<Set*> set_intersection_reenter(Vm&, Kind result, Set*, Value other);
Result<void> set_difference_update_reenter(Vm&, Set*, Value other);
Result<void> set_symmetric_update_reenter(Vm&, Set*, Value other);

/// An iterator over a dict (functions of dict_iterators.cpp).
Result<Value> new_dict_iter(Vm&, Kind, Dict*);

}  // namespace coil
