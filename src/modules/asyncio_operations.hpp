// What asyncio's native operations share: attributes of objects whose classes are written in the language, and waiting in their queues of futures.
#pragma once

#include <vector>

#include "async/done_callback.hpp"
#include "modules/asyncio_internal.hpp"
#include "modules/deque.hpp"
#include "vm/async_op.hpp"

namespace coil {

/// An instance attribute that C++ code reads and writes often, with an inline cache for the shapes that were met last: a lock and a semaphore
/// have attributes of the same names, and a task group gets its one after the other. Made once, at the import of _asyncio.
class AttrSite {
 public:
  Result<void> init(Vm&, const char* name);
  Result<Value> get_reenter(Vm& vm, Value object) {
    for (const Cached& cached : loads_) {
      if (!cached.is_for(object)) continue;
      Value found = cached.place == Cached::Default ? cached.class_value : *cached.slot(object.cell()).slot;
      if (found) return found;
    }
    return get_slow_reenter(vm, object);
  }
  Result<void> set_reenter(Vm& vm, Value object, Value value) {
    for (const Cached& cached : stores_) {
      if (!cached.is_for(object)) continue;
      auto [holder, slot] = cached.slot(object.cell());
      store(holder, *slot, value);
      object.cell()->shape = cached.new_shape;
      return ok();
    }
    return set_slow_reenter(vm, object, value);
  }

 private:
  struct Slot {
    Cell* holder;
    Value* slot;
  };
  struct Cached {
    enum Place : uint8_t { Inline, Overflow, Default };
    uint32_t shape = 0, epoch = 0;
    uint32_t new_shape = 0;  // stores: the object's afterwards
    uint32_t offset = 0;  // Inline: bytes from the beginning of the object; Overflow: index in its overflow array
    Place place = Inline;
    Value class_value;    // Default: the class's, which the class keeps alive while shape and epoch match

    bool is_for(Value object) const { return object.is_cell() && object.cell()->shape == shape && epoch == g_class_epoch; }
    Slot slot(Cell* cell) const {
      if (place == Inline) return {cell, reinterpret_cast<Value*>(reinterpret_cast<char*>(cell) + offset)};
      auto* array = attrs_area(cell, shape_of(cell))[0].as<ValueArray>();
      return {array, &array->items()[offset]};
    }
  };
  static constexpr size_t kShapes = 4;
  static void remember(Cached (&entries)[kShapes], const Cached& latest);
  Result<Value> get_slow_reenter(Vm&, Value object);
  Result<void> set_slow_reenter(Vm&, Value object, Value value);
  Str* name_ = nullptr;
  Cached loads_[kShapes], stores_[kShapes];
};

/// The sites that more than one file uses.
struct AttrSites {
  AttrSite loop, waiters, value, locked;
  AttrSite queue, getters, putters, maxsize, unfinished, joiners, is_shutdown;
  AttrSite all_done, on_done, parent_task, errors, exiting, interruption;  // of task groups
};
extern AttrSites g_attr;

/// Whether objects keep certain methods of a class of the library, so that C++ code may do what those do without calling them.
class PlainMethods {
 public:
  /// The class and its methods are kept for ever.
  Result<void> init(Vm&, Value cls, std::initializer_list<const char*> names);
  bool has(Value object) {
    const Class* cls = class_of(object);
    return cls->root_shape->index == checked_ && epoch_ == g_class_epoch ? plain_ : look(object);
  }

 private:
  bool look(Value object);
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

/// What `_direct` connected with the operation.
Function* function_of(const AsyncOp*);
/// loop.create_future(), by itself for native loops.
Result<Future*> new_future_of_reenter(Vm&, Value loop);
/// Suspends the operation until the future, which goes to `reg`, is done.
DelegateStep wait_on(Vm&, const AsyncOp*, Value self, Value argument, Future*, Value* reg);
/// The same with a new future, the last one of `waiters`.
DelegateStep wait_in_reenter(Vm&, const AsyncOp*, Value self, Value argument, Deque* waiters, Value* reg);
/// Adds to a number in an attribute.
Result<void> add_to_reenter(Vm&, Value object, AttrSite&, int step);
/// The first waiter that is not done gets the result. False when there is none.
Result<bool> wake_first_reenter(Vm&, Deque* waiters, Value result);

inline DelegateStep step_of(Result<Value> result) { return result ? step_value(*result) : step_raised(); }

extern const AsyncOp kStreamLineOp, kStreamExactlyOp, kStreamReadOp, kStreamDrainOp;
extern const AsyncOp kGroupEnterOp, kGroupExitOp, kGroupCreateTaskOp;
extern const AsyncOp kTurnOp, kSleepOp, kEventWaitOp, kLockAcquireOp, kSemaphoreAcquireOp, kQueueGetOp, kQueuePutOp, kQueueJoinOp;

/// future.add_done_callback(callback).
Result<void> watch_reenter(Vm&, Value future, DoneCallback*);

Result<void> init_gathering(Vm&, Dict* ns);
/// The natives of task groups.
Result<void> init_group(Vm&, Dict* ns);
/// `_queue_base(Queue)`: whose methods the queue operations stand for.
Result<void> init_queue_operations(Vm&, Dict* ns);
/// The natives of streams and socket transports.
Result<void> init_stream_operations(Vm&, Dict* ns);
Result<void> init_async_operations(Vm&, Dict* ns);

}  // namespace coil
