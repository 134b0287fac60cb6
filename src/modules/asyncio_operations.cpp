// The table of asyncio's native operations, and how the coroutine functions of stdlib/asyncio get them: `@_direct("lock_acquire")` before
// `async def acquire(self): return await _operation("lock_acquire", self)`.
#include "modules/asyncio_operations.hpp"

#include <algorithm>
#include <cmath>

#include "objects/number.hpp"
#include "objects/str.hpp"

namespace coil {

AttrSites g_attr;

const AsyncOp* const g_async_ops[] = {&kTurnOp,      &kSleepOp,      &kEventWaitOp,     &kLockAcquireOp, &kSemaphoreAcquireOp, &kQueueGetOp,
                                      &kQueuePutOp,  &kQueueJoinOp,  &kStreamLineOp,    &kStreamExactlyOp, &kStreamReadOp,     &kStreamDrainOp,
                                      &kGroupCreateTaskOp, &kGroupEnterOp, &kGroupExitOp};

namespace {

/// The functions that `_direct` connected with the operations, which are never collected.
Function* g_op_functions[std::size(g_async_ops)];

Result<size_t> find_operation(Vm& vm, Value name) {
  for (size_t i = 0; i < std::size(g_async_ops); i++) {
    if (name.is(Kind::Str) && str_utf8(name.as<Str>()) == g_async_ops[i]->name) return i;
  }
  return raise_value_error(vm, "no such operation");
}

Result<Awaiter*> new_awaiter(Vm& vm, size_t op, Value self, Value argument) {
  COIL_TRY(Awaiter* awaiter, alloc<Awaiter>(vm, Kind::Awaiter));
  awaiter->flags = static_cast<uint16_t>(op | (argument ? 2 : 1) << 8);
  awaiter->self = self;
  awaiter->argument = argument;
  return awaiter;
}

}  // namespace

Function* function_of(const AsyncOp* op) {
  return g_op_functions[std::find(std::begin(g_async_ops), std::end(g_async_ops), op) - std::begin(g_async_ops)];
}

OpFunction function_of_awaited(Value awaited) {
  if (awaited.is_none()) return {function_of(&kSleepOp), {Value::small_int(0), none()}, true};
  const AsyncOp* op = operation_of(awaited);
  if (!op) {
    OpFunction sleeping;
    if (is_future(awaited) && awaited.as<Future>()->has(kFutureHasTimer)) sleeping.function = function_of(&kSleepOp);
    return sleeping;
  }
  const Wait wait(awaited.as<Future>());
  return {function_of(op), {wait.self, wait.argument}, false, op->waits_in, op->function_waits};
}

// -- attributes

Result<void> AttrSite::init(Vm& vm, const char* name) {
  name_ = intern(vm, name);
  return keep_forever(vm, name_);
}

void AttrSite::remember(Cached (&entries)[kShapes], const Cached& latest) {
  std::copy_backward(entries, entries + kShapes - 1, entries + kShapes);
  entries[0] = latest;
}

Result<Value> AttrSite::get_slow_reenter(Vm& vm, Value object) {
  AttrLookup found = find_cacheable_attr(vm, object, name_);
  uint32_t shape = object.is_cell() ? object.cell()->shape : 0;
  if (found.result == AttrLookup::Slot) remember(loads_, {shape, g_class_epoch, shape, found.offset, Cached::Inline, {}});
  if (found.result == AttrLookup::Overflow) remember(loads_, {shape, g_class_epoch, shape, found.offset, Cached::Overflow, {}});
  if (found.result == AttrLookup::ClassValue) remember(loads_, {shape, g_class_epoch, shape, 0, Cached::Default, found.value});
  return get_attr_reenter(vm, object, name_);
}

Result<void> AttrSite::set_slow_reenter(Vm& vm, Value object, Value value) {
  AttrStore found = find_cacheable_store(vm, object, name_);
  if (found.cacheable) {
    remember(stores_, {object.cell()->shape, g_class_epoch, found.new_shape, found.offset, found.overflow ? Cached::Overflow : Cached::Inline, {}});
  }
  return set_attr_reenter(vm, object, name_, value);
}

Result<void> PlainMethods::init(Vm& vm, Value cls, std::initializer_list<const char*> names) {
  if (!cls.is(Kind::Class)) return raise_type_error(vm, "a class was expected, got %s", type_name(cls));
  COIL_CHECK(keep_forever(vm, cls));
  methods_.clear();
  for (const char* text : names) {
    Str* name = intern(vm, text);
    Value method = class_lookup(cls.as<Class>(), name);
    if (!method) return raise_value_error(vm, "the class lacks %s", text);
    COIL_CHECK(keep_forever(vm, name));
    COIL_CHECK(keep_forever(vm, method));
    methods_.push_back({name, method});
  }
  return ok();
}

bool PlainMethods::look(Value object) {
  Class* cls = class_of(object);
  plain_ = !methods_.empty() && std::all_of(methods_.begin(), methods_.end(), [&](auto& entry) { return class_lookup(cls, entry.first) == entry.second; });
  checked_ = cls->root_shape->index;
  epoch_ = g_class_epoch;
  return plain_;
}

Result<void> deque_attr_reenter(Vm& vm, Value object, AttrSite& site, Deque** found) {
  COIL_TRY(Value value, site.get_reenter(vm, object));
  if (!value.is_none() && !is_deque(value)) return raise_type_error(vm, "a deque of waiters was expected, got %s", type_name(value));
  *found = value.is_none() ? nullptr : value.as<Deque>();
  return ok();
}

Result<Deque*> require_deque_attr_reenter(Vm& vm, Value object, AttrSite& site) {
  Deque* found;
  COIL_CHECK(deque_attr_reenter(vm, object, site, &found));
  if (found) return found;
  COIL_TRY(Deque* made, new_deque(vm));
  COIL_CHECK(site.set_reenter(vm, object, Value(made)));
  return made;
}

Result<Value> bound_loop_reenter(Vm& vm, Value object) {
  Value running = running_loop(vm);
  if (!running) running = none();
  COIL_TRY(Value bound, g_attr.loop.get_reenter(vm, object));
  if (bound.is_none()) {
    COIL_CHECK(g_attr.loop.set_reenter(vm, object, running));
    bound = running;
  }
  if (bound != running) {
    COIL_TRY(Str* text, repr_reenter(vm, object));
    return raise_text(vm, Exc::RuntimeError, str_utf8(text) + " is bound to a different event loop");
  }
  return running.is_none() ? require_running_loop(vm) : Result<Value>(running);
}

// -- waiting

Result<Future*> new_future_of_reenter(Vm& vm, Value loop) {
  if (direct_loop(loop)) return new_future(vm, loop);
  COIL_TRY(Value future, call_method_reenter(vm, loop, intern(vm, "create_future"), {}));
  if (!future.is(Kind::Future)) return raise_type_error(vm, "create_future() returned %s, not a future", type_name(future));
  return future.as<Future>();
}

DelegateStep wait_on(Vm& vm, const AsyncOp* op, Value self, Value argument, Future* future, Value* reg) {
  size_t number = static_cast<size_t>(std::find(std::begin(g_async_ops), std::end(g_async_ops), op) - std::begin(g_async_ops));
  if (argument) {
    Result<Awaiter*> awaiter = new_awaiter(vm, number, self, argument);
    if (!awaiter) return step_raised();
    self = Value(*awaiter);
  }
  store(future, future->subject, self);
  future->set_operation(static_cast<unsigned>(number));
  future->set(kFutureBlocking);
  *reg = Value(future);
  return {Delegate::Yield, *reg};
}

/// A new future at the end of the waiters.
static Result<Future*> join_waiters_reenter(Vm& vm, Value self, Deque* waiters) {
  COIL_TRY(Value loop, bound_loop_reenter(vm, self));
  COIL_TRY(Future* future, new_future_of_reenter(vm, loop));
  COIL_CHECK(deque_push_back(vm, waiters, Value(future)));
  return future;
}

DelegateStep wait_in_reenter(Vm& vm, const AsyncOp* op, Value self, Value argument, Deque* waiters, Value* reg) {
  Result<Future*> future = join_waiters_reenter(vm, self, waiters);
  return future ? wait_on(vm, op, self, argument, *future, reg) : step_raised();
}

Result<void> add_to_reenter(Vm& vm, Value object, AttrSite& site, int step) {
  COIL_TRY(Value number, site.get_reenter(vm, object));
  if (number.is_small_int() && Value::fits_int(number.small_int() + step)) return site.set_reenter(vm, object, Value::small_int(number.small_int() + step));
  COIL_TRY(Value changed, binary_reenter(vm, BinaryOp::Add, number, Value::small_int(step)));
  return site.set_reenter(vm, object, changed);
}

Result<bool> wake_first_reenter(Vm& vm, Deque* waiters, Value result) {
  for (size_t i = 0; i < waiters->size; i++) {
    Value waiter = deque_item(waiters, i);
    if (!is_future(waiter) || future_done(waiter.as<Future>())) continue;
    COIL_CHECK(future_set_result_reenter(vm, waiter.as<Future>(), result));
    return true;
  }
  return false;
}

// -- sleep

namespace {

/// One turn of the loop.
DelegateStep turn_begin(Vm&, const Value*, size_t, Value* reg) {
  *reg = none();
  return {Delegate::Yield, none()};
}

/// The delay in seconds when it is a plain number; NaN when the function itself has to look at it.
double plain_delay(Value delay) {
  if (delay.is_small_int()) return static_cast<double>(delay.small_int());
  if (delay.is_inline_float()) return delay.inline_float();
  return std::nan("");
}

[[gnu::noinline]] DelegateStep sleep_for(Vm& vm, const Value* args, size_t count, Value* reg) {
  double delay = plain_delay(args[0]);
  Value result = count > 1 ? args[1] : none();
  if (delay <= 0) {
    if (!result.is_none()) return {Delegate::Frame, {}};
    return turn_begin(vm, args, count, reg);
  }
  Value loop = running_loop(vm);
  if (std::isnan(delay) || !direct_loop(loop)) return {Delegate::Frame, {}};
  Result<Future*> future = new_sleep(vm, loop, delay, result);
  if (!future) return step_raised();
  (*future)->set(kFutureBlocking);
  *reg = Value(*future);
  return {Delegate::Yield, Value(*future)};
}

DelegateStep sleep_begin(Vm& vm, const Value* args, size_t count, Value* reg) {
  if (count == 1 && args[0] == Value::small_int(0)) return turn_begin(vm, args, count, reg);
  return sleep_for(vm, args, count, reg);
}

// -- objects

NATIVE(operation, "_operation(name, self, argument=None, /)", "An operation as an awaitable object.") {
  COIL_TRY(size_t op, find_operation(vm, args[0]));
  COIL_TRY(Awaiter* awaiter, new_awaiter(vm, op, args[1], args[2]));
  return Value(awaiter);
}

NATIVE(direct, "_direct(name, function, /)", "Let `await function(...)` run the operation without a coroutine; of a plain function, the call.") {
  COIL_TRY(size_t op, find_operation(vm, args[0]));
  if (!args[1].is(Kind::Function)) return raise_type_error(vm, "a function was expected, got %s", type_name(args[1]));
  Code* code = args[1].as<Function>()->code;
  code->direct = g_async_ops[op];
  code->plain_await = false;
  COIL_CHECK(keep_forever(vm, args[1]));
  g_op_functions[op] = args[1].as<Function>();
  return args[1];
}

Result<Value> awaiter_await(Vm&, Value self) { return self; }

void trace_awaiter(Cell* cell, Marker& marker) {
  auto* awaiter = static_cast<Awaiter*>(cell);
  marker.value(awaiter->self);
  marker.value(awaiter->argument);
}

}  // namespace

const AsyncOp kTurnOp{"turn", 1, 1, turn_begin, nullptr};
const AsyncOp kSleepOp{"sleep", 1, 2, sleep_begin, nullptr};

Result<void> init_async_operations(Vm& vm, Dict* ns) {
  g_heap.set_type(Kind::Awaiter, trace_awaiter, nullptr);
  vm.type(Kind::Awaiter)->slots.await = awaiter_await;
  define_type(vm, {Kind::Awaiter, "A native operation that is waited for.", {}, {}});
  define_functions(vm, ns, "_asyncio", {&operation_spec, &direct_spec});
  const std::pair<AttrSite*, const char*> sites[] = {
      {&g_attr.loop, "_loop"},       {&g_attr.waiters, "_waiters"}, {&g_attr.value, "_value"},       {&g_attr.locked, "_locked"},
      {&g_attr.queue, "_queue"},     {&g_attr.getters, "_getters"}, {&g_attr.putters, "_putters"},   {&g_attr.maxsize, "_maxsize"},
      {&g_attr.unfinished, "_unfinished_tasks"}, {&g_attr.joiners, "_joiners"}, {&g_attr.is_shutdown, "_is_shutdown"},
      {&g_attr.all_done, "_all_done"}, {&g_attr.on_done, "_on_done"}, {&g_attr.parent_task, "_parent_task"},
      {&g_attr.errors, "_errors"},     {&g_attr.exiting, "_exiting"}, {&g_attr.interruption, "_interruption"}};
  for (auto [site, name] : sites) COIL_CHECK(site->init(vm, name));
  COIL_CHECK(init_gathering(vm, ns));
  COIL_CHECK(init_group(vm, ns));
  COIL_CHECK(init_stream_operations(vm, ns));
  return init_queue_operations(vm, ns);
}

}  // namespace coil
