// Objects of native modules (files, clocks' structures, ...) that have no Kind of their own: all are Kind::NativeObject and carry
// their own trace and destroy functions. Make the class with new_native_class(..., Kind::NativeObject, sizeof(T), ...) and the
// objects with new_native_object<T>(vm, cls, &kOps). The trace function need not care for attribute areas.
#pragma once

#include "objects/vm.hpp"

namespace coil {

struct BufferInfo;

struct NativeObjectOps {
  void (*trace)(Cell*, Marker&);  // nullptr: no pointers
  void (*destroy)(Cell*);         // frees what is outside the heap; nullptr: nothing
  void (*buffer)(Cell*, BufferInfo*) = nullptr;  // of bytes-like objects, see buffer.hpp
};

struct NativeObject : Cell {
  const NativeObjectOps* ops;
};

/// T begins with NativeObject; zeroed but for `ops`.
template <class T>
Result<T*> new_native_object(Vm& vm, Class* cls, const NativeObjectOps* ops) {
  COIL_TRY(T* object, alloc_for_class<T>(vm, cls, Kind::NativeObject));
  object->ops = ops;
  return object;
}

}  // namespace coil
