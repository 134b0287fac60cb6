// Queue.get, put and join of stdlib/asyncio/queues.py. For queues that keep the methods of Queue everything happens here; a subclass with its own _get, _put, full...
// has them called. A waiter that was woken up and cannot go on wakes up the next one, so that no item and no room is lost.
#include "modules/asyncio_operations.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

/// Queues that keep the methods of asyncio.Queue.
PlainMethods g_plain_queue;

/// Names of methods, kept for ever.
struct {
  Str *get_nowait, *put_nowait, *empty, *full;
} g_base;

/// The deque of items of a plain queue; nullptr when it keeps them in something else.
Result<void> plain_items_reenter(Vm& vm, Value queue, Deque** items) {
  *items = nullptr;
  if (!g_plain_queue.has(queue)) return ok();
  COIL_TRY(Value value, g_attr.queue.get_reenter(vm, queue));
  if (is_deque(value)) *items = value.as<Deque>();
  return ok();
}

Result<bool> ask_reenter(Vm& vm, Value queue, Str* method) {
  COIL_TRY(Value answer, call_method_reenter(vm, queue, method, {}));
  return truthy_reenter(vm, answer);
}

/// Finds the items too, as plain_items_reenter().
Result<bool> is_empty_reenter(Vm& vm, Value queue, Deque** items) {
  COIL_CHECK(plain_items_reenter(vm, queue, items));
  if (*items) return (*items)->size == 0;
  return ask_reenter(vm, queue, g_base.empty);
}

/// The same.
Result<bool> is_full_reenter(Vm& vm, Value queue, Deque** items) {
  COIL_CHECK(plain_items_reenter(vm, queue, items));
  if (!*items) return ask_reenter(vm, queue, g_base.full);
  COIL_TRY(Value maxsize, g_attr.maxsize.get_reenter(vm, queue));
  Value size = Value::small_int(static_cast<int64_t>((*items)->size));
  if (maxsize.is_small_int()) return maxsize.small_int() > 0 && size.small_int() >= maxsize.small_int();
  COIL_TRY(bool full, compare_bool_reenter(vm, maxsize, Value::small_int(0), CompareOp::Gt));
  if (full) {
    COIL_TRY(full, compare_bool_reenter(vm, size, maxsize, CompareOp::Ge));
  }
  COIL_CHECK(plain_items_reenter(vm, queue, items));  // the number's methods may have changed the queue
  return full;
}

Result<bool> is_shut_down_reenter(Vm& vm, Value queue) {
  COIL_TRY(Value shutdown, g_attr.is_shutdown.get_reenter(vm, queue));
  return truthy_reenter(vm, shutdown);
}

/// Takes waiters out up to one that still waits, and wakes that one up.
Result<void> wake_next_reenter(Vm& vm, Deque* waiters) {
  while (waiters->size) {
    Value waiter = deque_pop_front(waiters);
    if (!is_future(waiter) || future_done(waiter.as<Future>())) continue;
    return future_set_result_reenter(vm, waiter.as<Future>(), none());
  }
  return ok();
}

Result<void> wake_next_in_reenter(Vm& vm, Value queue, AttrSite& site) {
  Deque* waiters;
  COIL_CHECK(deque_attr_reenter(vm, queue, site, &waiters));
  return waiters ? wake_next_reenter(vm, waiters) : Result<void>(ok());
}

Result<void> count_item_reenter(Vm& vm, Value queue) {
  return add_to_reenter(vm, queue, g_attr.unfinished, 1);
}

/// get_nowait of a queue that is not empty.
Result<Value> take_reenter(Vm& vm, Value queue, Deque* items) {
  if (!items || items->size == 0) return call_method_reenter(vm, queue, g_base.get_nowait, {});
  Value item = deque_pop_front(items);
  COIL_CHECK(wake_next_in_reenter(vm, queue, g_attr.putters));
  return item;
}

/// put_nowait of a queue that is not full.
Result<Value> add_reenter(Vm& vm, Value queue, Value item, Deque* items) {
  COIL_TRY(bool shut_down, is_shut_down_reenter(vm, queue));
  if (!items || shut_down) return call_method_reenter(vm, queue, g_base.put_nowait, {item});
  COIL_CHECK(deque_push_back(vm, items, item));
  COIL_CHECK(count_item_reenter(vm, queue));
  COIL_CHECK(wake_next_in_reenter(vm, queue, g_attr.getters));
  return none();
}

/// A blocked get or put. Once the queue is shut down, get_nowait and put_nowait know what to raise.
DelegateStep block_reenter(Vm& vm, const AsyncOp* op, Value queue, Value item, AttrSite& site, Value* reg) {
  Result<bool> shut_down = is_shut_down_reenter(vm, queue);
  if (!shut_down) return step_raised();
  if (*shut_down) {
    return step_of(item ? call_method_reenter(vm, queue, g_base.put_nowait, {item}) : call_method_reenter(vm, queue, g_base.get_nowait, {}));
  }
  Result<Deque*> waiters = require_deque_attr_reenter(vm, queue, site);
  if (!waiters) return step_raised();
  return wait_in_reenter(vm, op, queue, item, *waiters, reg);
}

DelegateStep get_step_reenter(Vm& vm, Value queue, Value* reg) {
  Deque* items;
  Result<bool> empty = is_empty_reenter(vm, queue, &items);
  if (!empty) return step_raised();
  if (*empty) return block_reenter(vm, &kQueueGetOp, queue, {}, g_attr.getters, reg);
  return step_of(take_reenter(vm, queue, items));
}

DelegateStep put_step_reenter(Vm& vm, Value queue, Value item, Value* reg) {
  Deque* items;
  Result<bool> full = is_full_reenter(vm, queue, &items);
  if (!full) return step_raised();
  if (*full) return block_reenter(vm, &kQueuePutOp, queue, item, g_attr.putters, reg);
  return step_of(add_reenter(vm, queue, item, items));
}

/// The wait failed: the waiter goes; if it was woken up, the next one is.
Result<void> give_up_reenter(Vm& vm, const Wait& wait, AttrSite& site, Result<bool> (*blocked_reenter)(Vm&, Value, Deque**)) {
  Value raised = clear_pending(vm);
  COIL_CHECK(future_cancel_reenter(vm, wait.future, {}));
  Deque* waiters;
  COIL_CHECK(deque_attr_reenter(vm, wait.self, site, &waiters));
  if (waiters) {
    deque_discard(waiters, Value(wait.future));
    Deque* items;
    COIL_TRY(bool blocked, blocked_reenter(vm, wait.self, &items));
    if (!blocked && wait.future->state() != FutureState::Cancelled) COIL_CHECK(wake_next_reenter(vm, waiters));
  }
  return raise_exception(vm, raised);
}

DelegateStep queue_get(Vm& vm, const Value* args, size_t, Value* reg) { return get_step_reenter(vm, args[0], reg); }

DelegateStep queue_get_resume(Vm& vm, const Wait& wait, Value* reg) {
  if (wait_succeeded(vm, wait.future)) return get_step_reenter(vm, wait.self, reg);
  (void)give_up_reenter(vm, wait, g_attr.getters, is_empty_reenter);
  return step_raised();
}

DelegateStep queue_put(Vm& vm, const Value* args, size_t, Value* reg) { return put_step_reenter(vm, args[0], args[1], reg); }

DelegateStep queue_put_resume(Vm& vm, const Wait& wait, Value* reg) {
  if (wait_succeeded(vm, wait.future)) return put_step_reenter(vm, wait.self, wait.argument, reg);
  (void)give_up_reenter(vm, wait, g_attr.putters, is_full_reenter);
  return step_raised();
}

// -- join

DelegateStep queue_join(Vm& vm, const Value* args, size_t, Value* reg) {
  Result<Value> unfinished = g_attr.unfinished.get_reenter(vm, args[0]);
  Result<bool> waits = unfinished ? compare_bool_reenter(vm, *unfinished, Value::small_int(0), CompareOp::Gt) : Result<bool>(Error{});
  if (!waits) return step_raised();
  if (!*waits) return step_value(none());
  Result<Deque*> joiners = require_deque_attr_reenter(vm, args[0], g_attr.joiners);
  if (!joiners) return step_raised();
  return wait_in_reenter(vm, &kQueueJoinOp, args[0], {}, *joiners, reg);
}

DelegateStep queue_join_resume(Vm& vm, const Wait& wait, Value*) {
  bool good = wait_succeeded(vm, wait.future);
  Value raised = good ? Value() : clear_pending(vm);
  Deque* joiners;
  if (!deque_attr_reenter(vm, wait.self, g_attr.joiners, &joiners)) return step_raised();
  if (joiners) deque_discard(joiners, Value(wait.future));
  if (good) return step_value(none());
  (void)raise_exception(vm, raised);
  return step_raised();
}

NATIVE(queue_base, "_queue_base(cls, /)", "The class whose methods the queue operations stand for.") {
  COIL_CHECK(g_plain_queue.init(vm, args[0], {"empty", "full", "qsize", "get_nowait", "put_nowait", "_get", "_put", "_wakeup_next"}));
  return args[0];
}

}  // namespace

const AsyncOp kQueueGetOp{"queue_get", 1, 1, queue_get, queue_get_resume};
const AsyncOp kQueuePutOp{"queue_put", 2, 2, queue_put, queue_put_resume};
const AsyncOp kQueueJoinOp{"queue_join", 1, 1, queue_join, queue_join_resume};

Result<void> init_queue_operations(Vm& vm, Dict* ns) {
  const std::pair<Str**, const char*> names[] = {
      {&g_base.empty, "empty"}, {&g_base.full, "full"}, {&g_base.get_nowait, "get_nowait"}, {&g_base.put_nowait, "put_nowait"}};
  for (auto [name, text] : names) {
    *name = intern(vm, text);
    COIL_CHECK(keep_forever(vm, *name));
  }
  define_functions(vm, ns, "_asyncio", {&queue_base_spec});
  return ok();
}

}  // namespace coil
