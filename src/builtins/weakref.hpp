// Layout of weak references, for module _weakref and for whoever calls the callbacks of cleared ones.
#pragma once

#include "objects/vm.hpp"

namespace coil {

struct WeakRef : Cell {
  Value target;    // nothing once it died
  Value callback;  // or nothing
  int64_t hash;
  bool has_hash;
  // The attribute area follows.
};

/// TypeError when the object cannot be referenced weakly. `callback` may be none(): of plain references without one an
/// object has one, which all share.
Result<Value> new_weakref(Vm&, Class* cls, Value target, Value callback);

}  // namespace coil
