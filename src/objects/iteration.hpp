// For natives that ask iterators or call functions many times: what protocol.hpp offers, without a call for each common case.
#pragma once

#include "objects/protocol.hpp"

namespace coil {

/// A `next` slot that runs code of the program: StopIteration out of it is the end of the iteration, as from __next__.
template <NextFn Next>
Result<Value> next_or_end(Vm& vm, Value self) {
  Result<Value> item = Next(vm, self);
  if (!item && pending_matches(vm, Exc::StopIteration)) return stop_with_pending(vm);
  return item;
}

/// Whether iter() has a way in: __iter__, or items at places. A native type that has items and no length finds them by key (re.Match, int | str).
inline bool is_iterable(const Class* cls) {
  const Slots& slots = cls->slots;
  return slots.iter || (slots.get_item && (slots.len || cls->flags & kClassHeap));
}

inline Value list_iter_next(SeqIter* iterator) {
  if (!iterator->sequence) return Value::stop();
  auto* list = iterator->sequence.as<List>();
  size_t at = static_cast<size_t>(iterator->index);
  if (at >= list->size) {
    iterator->sequence = Value();
    return Value::stop();
  }
  iterator->index++;
  return list->items()[at];
}

/// next_reenter().
inline Result<Value> advance_reenter(Vm& vm, Value iterator) {
  if (is_exact(iterator, Kind::ListIter)) return list_iter_next(iterator.as<SeqIter>());
  return next_reenter(vm, iterator);
}

/// What next_reenter() ends in, for loops that look it up once: a program's class may change while it is asked.
inline NextFn next_function(Value iterator) {
  const Class* cls = class_of(iterator);
  return cls->flags & kClassHeap || !cls->slots.next ? next_reenter : cls->slots.next;
}

/// call_reenter() without counting the arguments.
template <class... Args>
Result<Value> call_args_reenter(Vm& vm, Value callee, Args... args) {
  Value window[] = {Value(args)...};
  return call_vector_reenter(vm, callee, window, sizeof...(args), nullptr);
}

/// left + right, mostly numbers.
inline Result<Value> sum_reenter(Vm& vm, Value left, Value right) {
  if (left.is_small_int() && right.is_small_int()) {
    int64_t sum = left.small_int() + right.small_int();
    if (Value::fits_int(sum)) [[likely]] return Value::small_int(sum);
  }
  return binary_reenter(vm, BinaryOp::Add, left, right);
}

}  // namespace coil
