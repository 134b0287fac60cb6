// Data operations of tuple. A fresh tuple's items are nothing; whoever makes it fills it before programs can see it.
#include <cstring>

#include "objects/containers.hpp"

namespace coil {

namespace {

constexpr size_t kMaxTupleSize = size_t{1} << 43;

size_t tuple_bytes(size_t size) {
  size_t bytes = sizeof(Tuple) - sizeof(Value) + size * sizeof(Value);
  return bytes < sizeof(Tuple) ? sizeof(Tuple) : bytes;
}

}  // namespace

Result<Tuple*> new_tuple(Vm& vm, size_t size) {
  if (size == 0 && vm.empty_tuple) return vm.empty_tuple;
  if (size > kMaxTupleSize) return raise_memory_error(vm);
  COIL_TRY(Tuple* tuple, alloc<Tuple>(vm, Kind::Tuple, tuple_bytes(size)));
  tuple->size = size;
  return tuple;
}

Result<Tuple*> new_tuple_of_class(Vm& vm, Class* cls, size_t size) {
  if (cls == vm.type(Kind::Tuple)) return new_tuple(vm, size);
  if (size > kMaxTupleSize) return raise_memory_error(vm);
  COIL_TRY(Tuple* tuple, alloc_for_class<Tuple>(vm, cls, Kind::Tuple, tuple_bytes(size)));
  tuple->size = size;
  return tuple;
}

Result<Tuple*> new_tuple_from(Vm& vm, const Value* items, size_t count) {
  if (count == 0) return new_tuple(vm, 0);
  if (count > kMaxTupleSize) return raise_memory_error(vm);
  COIL_TRY(Tuple* tuple, alloc_raw<Tuple>(vm, Kind::Tuple, tuple_bytes(count)));
  tuple->size = count;
  std::memcpy(static_cast<void*>(tuple->items), items, count * sizeof(Value));
  return tuple;
}

Result<Tuple*> make_tuple(Vm& vm, std::initializer_list<Value> items) {
  return new_tuple_from(vm, items.begin(), items.size());
}

}  // namespace coil
