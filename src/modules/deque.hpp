// collections.deque for C++ code: layout and the operations that never run language code. The class is made in collections.cpp.
#pragma once

#include "objects/containers.hpp"
#include "objects/native_object.hpp"

namespace coil {

/// A ring of values in one ValueArray.
struct Deque : NativeObject {
  ValueArray* array;  // nullptr until the first item
  size_t head;        // of the first item
  size_t size;
  int64_t max_length; // -1: unbounded
  uint64_t state;     // changes whenever items come or go
};

bool is_deque(Value);
/// An empty, unbounded deque. Module _collections must have been imported.
Result<Deque*> new_deque(Vm&);
inline Value& deque_item(Deque* d, size_t i) {
  size_t at = d->head + i, capacity = d->array->capacity;
  return d->array->items()[at >= capacity ? at - capacity : at];
}
Result<void> deque_push_back(Vm&, Deque*, Value);
/// The deque must not be empty.
Value deque_pop_front(Deque*);
void deque_remove_at(Deque*, size_t at);
/// Removes the first item that is this very object; whether there was one.
bool deque_discard(Deque*, Value);

}  // namespace coil
