// Waiting for the primitives of stdlib/asyncio/locks.py. Their state is in attributes that the classes document; the rules of who is woken up are there too.
#include "modules/asyncio_operations.hpp"

namespace coil {

namespace {

bool all_cancelled(Deque* waiters) {
  for (size_t i = 0; i < waiters->size; i++) {
    Value waiter = deque_item(waiters, i);
    if (!is_future(waiter) || waiter.as<Future>()->state() != FutureState::Cancelled) return false;
  }
  return true;
}

/// Takes the future out of the object's waiters. A pending exception stays pending.
Result<Deque*> leave_waiters_reenter(Vm& vm, const Wait& wait) {
  Value raised = vm.pending ? clear_pending(vm) : Value();
  COIL_TRY(Deque* waiters, require_deque_attr_reenter(vm, wait.self, g_attr.waiters));
  deque_discard(waiters, Value(wait.future));
  if (raised) (void)raise_exception(vm, raised);
  return waiters;
}

// -- Event

DelegateStep event_wait(Vm& vm, const Value* args, size_t, Value* reg) {
  Result<Value> set = g_attr.value.get_reenter(vm, args[0]);
  if (!set) return step_raised();
  Result<bool> is_set = truthy_reenter(vm, *set);
  if (!is_set) return step_raised();
  if (*is_set) return step_value(Value::boolean(true));
  Result<Deque*> waiters = require_deque_attr_reenter(vm, args[0], g_attr.waiters);
  if (!waiters) return step_raised();
  return wait_in_reenter(vm, &kEventWaitOp, args[0], {}, *waiters, reg);
}

DelegateStep event_resume(Vm& vm, const Wait& wait, Value*) {
  bool good = wait_succeeded(vm, wait.future);
  if (!leave_waiters_reenter(vm, wait) || !good) return step_raised();
  return step_value(Value::boolean(true));
}

// -- Lock

Result<bool> is_locked_reenter(Vm& vm, Value lock) {
  COIL_TRY(Value locked, g_attr.locked.get_reenter(vm, lock));
  return truthy_reenter(vm, locked);
}

DelegateStep take_lock_reenter(Vm& vm, Value lock) {
  if (!g_attr.locked.set_reenter(vm, lock, Value::boolean(true))) return step_raised();
  return step_value(Value::boolean(true));
}

DelegateStep lock_acquire(Vm& vm, const Value* args, size_t, Value* reg) {
  Result<bool> locked = is_locked_reenter(vm, args[0]);
  if (!locked) return step_raised();
  if (!*locked) {
    Deque* waiting;
    if (!deque_attr_reenter(vm, args[0], g_attr.waiters, &waiting)) return step_raised();
    if (!waiting || all_cancelled(waiting)) return take_lock_reenter(vm, args[0]);
  }
  Result<Deque*> waiters = require_deque_attr_reenter(vm, args[0], g_attr.waiters);
  if (!waiters) return step_raised();
  return wait_in_reenter(vm, &kLockAcquireOp, args[0], {}, *waiters, reg);
}

/// A waiter that does not take the free lock passes its turn on. A waiter that is done already comes to its own turn.
Result<void> pass_lock_on_reenter(Vm& vm, Value lock, Deque* waiters) {
  Value raised = clear_pending(vm);
  COIL_TRY(bool locked, is_locked_reenter(vm, lock));
  if (!locked && waiters->size && is_future(deque_item(waiters, 0))) {
    auto* first = deque_item(waiters, 0).as<Future>();
    if (!future_done(first)) COIL_CHECK(future_set_result_reenter(vm, first, Value::boolean(true)));
  }
  return raise_exception(vm, raised);
}

DelegateStep lock_resume(Vm& vm, const Wait& wait, Value*) {
  bool good = wait_succeeded(vm, wait.future);
  Result<Deque*> waiters = leave_waiters_reenter(vm, wait);
  if (!waiters) return step_raised();
  if (good) return take_lock_reenter(vm, wait.self);
  if (pending_matches(vm, Exc::CancelledError)) (void)pass_lock_on_reenter(vm, wait.self, *waiters);
  return step_raised();
}

// -- Semaphore

Result<void> add_to_value_reenter(Vm& vm, Value semaphore, int step) {
  return add_to_reenter(vm, semaphore, g_attr.value, step);
}

Result<bool> value_is_positive_reenter(Vm& vm, Value semaphore) {
  COIL_TRY(Value value, g_attr.value.get_reenter(vm, semaphore));
  if (value.is_small_int()) return value.small_int() > 0;
  return compare_bool_reenter(vm, value, Value::small_int(0), CompareOp::Gt);
}

/// Gives one to the first waiter that is not done.
Result<void> wake_next_reenter(Vm& vm, Value semaphore, Deque* waiters) {
  COIL_TRY(bool woken, wake_first_reenter(vm, waiters, Value::boolean(true)));
  if (!woken) return ok();
  return add_to_value_reenter(vm, semaphore, -1);
}

DelegateStep semaphore_acquire(Vm& vm, const Value* args, size_t, Value* reg) {
  Result<bool> positive = value_is_positive_reenter(vm, args[0]);
  Deque* waiting;
  if (!positive || !deque_attr_reenter(vm, args[0], g_attr.waiters, &waiting)) return step_raised();
  if (*positive && (!waiting || all_cancelled(waiting))) {
    if (!add_to_value_reenter(vm, args[0], -1)) return step_raised();
    return step_value(Value::boolean(true));
  }
  Result<Deque*> waiters = require_deque_attr_reenter(vm, args[0], g_attr.waiters);
  if (!waiters) return step_raised();
  return wait_in_reenter(vm, &kSemaphoreAcquireOp, args[0], {}, *waiters, reg);
}

/// It was given one in this very turn and does not take it.
Result<void> give_back_reenter(Vm& vm, Value semaphore, Deque* waiters) {
  Value raised = clear_pending(vm);
  COIL_CHECK(add_to_value_reenter(vm, semaphore, 1));
  COIL_CHECK(wake_next_reenter(vm, semaphore, waiters));
  return raise_exception(vm, raised);
}

DelegateStep semaphore_resume(Vm& vm, const Wait& wait, Value*) {
  bool good = wait_succeeded(vm, wait.future);
  Result<Deque*> waiters = leave_waiters_reenter(vm, wait);
  if (!waiters) return step_raised();
  if (!good) {
    if (pending_matches(vm, Exc::CancelledError) && wait.future->state() != FutureState::Cancelled) {
      (void)give_back_reenter(vm, wait.self, *waiters);
    }
    return step_raised();
  }
  Result<bool> more = value_is_positive_reenter(vm, wait.self);
  if (!more || (*more && !wake_next_reenter(vm, wait.self, *waiters))) return step_raised();
  return step_value(Value::boolean(true));
}

}  // namespace

const AsyncOp kEventWaitOp{"event_wait", 1, 1, event_wait, event_resume};
const AsyncOp kLockAcquireOp{"lock_acquire", 1, 1, lock_acquire, lock_resume};
const AsyncOp kSemaphoreAcquireOp{"semaphore_acquire", 1, 1, semaphore_acquire, semaphore_resume};

}  // namespace coil
