// What asyncio's native operations share: attributes of objects whose classes are written in the language, and waiting in their queues of futures.
#pragma once

#include <vector>

#include "modules/asyncio_internal.hpp"
#include "modules/deque.hpp"
#include "vm/async_op.hpp"

namespace coil {

/// An instance attribute that C++ code reads and writes often, with an inline cache. Made once, at the import of _asyncio.
class AttrSite {
 public:
  Result<void> init(Vm&, const char* name);
  Result<Value> get_reenter(Vm& vm, Value object) {
    if (object.is_cell() && object.cell()->shape == load_.shape && load_.epoch == g_class_epoch) [[likely]] {
      if (!load_.offset) return load_.class_value;
      Value found = *reinterpret_cast<Value*>(reinterpret_cast<char*>(object.cell()) + load_.offset);
      if (found) return found;
    }
    return get_slow_reenter(vm, object);
  }
  Result<void> set_reenter(Vm& vm, Value object, Value value) {
    Cell* cell = object.cell();
    if (cell->shape == store_.shape && store_.epoch == g_class_epoch) [[likely]] {
      store(cell, *reinterpret_cast<Value*>(reinterpret_cast<char*>(cell) + store_.offset), value);
      return ok();
    }
    return set_slow_reenter(vm, object, value);
  }

 private:
  struct Cached {
    uint32_t shape = 0, epoch = 0, offset = 0;
    Value class_value;  // when offset is 0: the class's default, which the class keeps alive while shape and epoch match
  };
  Result<Value> get_slow_reenter(Vm&, Value object);
  Result<void> set_slow_reenter(Vm&, Value object, Value value);
  Str* name_ = nullptr;
  Cached load_, store_;
};

/// The sites that more than one file uses.
struct AttrSites {
  AttrSite loop, waiters, value, locked;
  AttrSite queue, getters, putters, maxsize, unfinished, joiners, is_shutdown;
  AttrSite all_done, on_done;  // of task groups
};
extern AttrSites g_attr;

/// Whether objects keep certain methods of a class of the library, so that C++ code may do what those do without calling them.
class PlainMethods {
 public:
  /// The class and its methods are kept for ever.
  Result<void> init(Vm&, Value cls, std::initializer_list<const char*> names);
  bool has(Value object);

 private:
  std::vector<std::pair<Str*, Value>> methods_;
  uint32_t checked_ = 0;  // root shape of the class that was looked at last: unlike its address, never used again
  uint32_t epoch_ = 0;
  bool plain_ = false;
};

/// The deque in the attribute: nullptr when it is None; another object is an error.
Result<void> deque_attr_reenter(Vm&, Value object, AttrSite&, Deque** found);
/// The same, made when it is None.
Result<Deque*> require_deque_attr_reenter(Vm&, Value object, AttrSite&);
/// The running loop, to which the object belongs from its first wait on (mixins.py).
Result<Value> bound_loop_reenter(Vm&, Value object);

/// loop.create_future(), by itself for native loops.
Result<Future*> new_future_of_reenter(Vm&, Value loop);
/// Suspends the operation until the future, which goes to `reg`, is done.
DelegateStep wait_on(Vm&, const AsyncOp*, Value self, Value argument, Future*, Value* reg);
/// The same with a new future, the last one of `waiters`.
DelegateStep wait_in_reenter(Vm&, const AsyncOp*, Value self, Value argument, Deque* waiters, Value* reg);
/// The first waiter that is not done gets the result. False when there is none.
Result<bool> wake_first_reenter(Vm&, Deque* waiters, Value result);

inline DelegateStep step_of(Result<Value> result) { return result ? step_value(*result) : step_raised(); }

extern const AsyncOp kStreamLineOp, kStreamExactlyOp, kStreamReadOp, kStreamDrainOp;
extern const AsyncOp kTurnOp, kSleepOp, kEventWaitOp, kLockAcquireOp, kSemaphoreAcquireOp, kQueueGetOp, kQueuePutOp, kQueueJoinOp;

Result<void> init_gathering(Vm&, Dict* ns);
/// `_queue_base(Queue)`: whose methods the queue operations stand for.
Result<void> init_queue_operations(Vm&, Dict* ns);
/// The natives of streams and socket transports.
Result<void> init_stream_operations(Vm&, Dict* ns);
Result<void> init_async_operations(Vm&, Dict* ns);

}  // namespace coil
