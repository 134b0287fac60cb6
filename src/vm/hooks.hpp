// What the VM asks of rooms above it. host/ and async/ fill the table before the first program runs.
#pragma once

#include "objects/vm.hpp"

namespace coil {

struct Frame;
struct Generator;

struct VmHooks {
  /// import name, with fromlist (Tuple or None) and level; the value of the import statement.
  Result<Value> (*import_name)(Vm&, Str* name, Dict* globals, Value fromlist, int64_t level);
  Result<Value> (*import_from)(Vm&, Value module, Str* name);
  /// `from module import *` into a namespace (Dict or mapping).
  Result<void> (*import_star)(Vm&, Value module, Value ns);
  /// Handles Vm::interrupt bits at a safepoint: Ctrl-C, finalizers, thread hand-over.
  Result<void> (*safepoint)(Vm&);
  Result<Value> (*future_outcome)(Vm&, Value future);
  /// A frame object for a frame that runs, and those behind it for its callers.
  Result<Value> (*frame_object)(Vm&, Frame*);
  /// An unfinished async generator lost its last holder: the loop schedules its aclose().
  Result<void> (*async_gen_dropped)(Vm&, Value generator);
  /// A coroutine object will never be awaited; it was made by a function with these globals.
  void (*never_awaited)(Vm&, Generator*, Dict* globals);
  /// The pending exception goes to sys.unraisablehook, which tells that `where` failed.
  void (*ignored)(Vm&, Value where);
  /// The target of a weak reference died: runs its callback, swallowing errors.
  void (*weak_cleared)(Vm&, Cell* holder);
};

extern VmHooks g_hooks;

}  // namespace coil
