// The native part of gather, wait and wait_for: one callback that watches many futures. The rest is in stdlib/asyncio/tasks.py.
#include "async/done_callback.hpp"
#include "modules/asyncio_operations.hpp"
#include "objects/str.hpp"

#include <algorithm>

namespace coil {

namespace {

/// What gather needs of tasks.py; set by _set_gathering().
Value g_gathering_future, g_ensure_future;

NATIVE(set_gathering, "_set_gathering(gathering_future, ensure_future, /)", "The class of what gather() returns, and ensure_future.") {
  COIL_CHECK(keep_forever(vm, args[0]));
  COIL_CHECK(keep_forever(vm, args[1]));
  g_gathering_future = args[0];
  g_ensure_future = args[1];
  return none();
}

/// The children of one gather() while they are collected.
struct Children {
  List* all;    // in the order of the arguments
  DoneCallback* callback;
  Dict* seen;   // argument -> child, but for those that tell by themselves; made when needed
  Value loop;   // of the first child; nothing before
  size_t expected;
};

/// A pending future of ours tells whether it was given before: it has the callback then.
bool is_pending_future(Value argument) {
  return is_plain_future(argument) && !future_done(argument.as<Future>());
}

bool is_watched(Future* future, DoneCallback* callback) {
  if (!future->callbacks.is(Kind::List)) return future->callbacks == Value(callback);
  List* callbacks = future->callbacks.as<List>();
  return std::find(callbacks->items(), callbacks->items() + callbacks->size, Value(callback)) != callbacks->items() + callbacks->size;
}

/// The child that an argument given before has become, or Value::stop().
Result<Value> repeated_child_reenter(Vm& vm, Children& children, Value argument) {
  if (is_pending_future(argument)) return is_watched(argument.as<Future>(), children.callback) ? argument : Value::stop();
  if (!argument.is(Kind::Coroutine)) {
    if (!children.seen) {
      COIL_CHECK(hash_reenter(vm, argument));  // what cannot be a key is refused as such
      return Value::stop();
    }
    return dict_get_reenter(vm, children.seen, argument);
  }
  if (!argument.as<Generator>()->is_task_root) return Value::stop();  // no task runs it yet
  for (size_t i = 0; i < children.all->size; i++) {
    Value child = children.all->items()[i];
    if (child.is(Kind::Task) && child.as<Task>()->coroutine() == argument) return child;
  }
  return children.seen ? dict_get_reenter(vm, children.seen, argument) : Value::stop();
}

/// A task that was started eagerly and is done. It has forgotten its coroutine.
bool ended_at_once(Value argument, Value child) { return argument.is(Kind::Coroutine) && is_future(child) && future_done(child.as<Future>()); }

/// Whether ensure_future() would give the argument back: a future of the loop, or of any while there is none.
bool is_future_of(Value argument, Value loop) {
  if (!is_plain_future(argument)) return false;
  Value own = argument.as<Future>()->loop;
  return own && (!loop || own == loop);
}

Result<Value> new_child_reenter(Vm& vm, Children& children, Value argument) {
  Value running = running_loop(vm);
  if (argument.is(Kind::Coroutine) && makes_plain_tasks(vm, running) && (!children.loop || children.loop == running)) {
    children.loop = running;
    COIL_TRY(Task* task, new_task(vm, vm.type(Kind::Task), argument, running, {}, {}));
    return Value(task);
  }
  Value child = argument;
  if (!is_future_of(argument, children.loop)) {
    COIL_TRY(Tuple* positional, make_tuple(vm, {argument}));
    COIL_TRY(Dict* keywords, new_dict(vm));
    COIL_CHECK(dict_set_str(vm, keywords, intern(vm, "loop"), children.loop ? children.loop : none()));
    COIL_TRY(child, call_ex_reenter(vm, g_ensure_future, positional, keywords));
  }
  if (!children.loop) {
    COIL_TRY(children.loop, is_future(child) ? Result<Value>(child.as<Future>()->loop) : call_method_reenter(vm, child, intern(vm, "get_loop"), {}));
  }
  if ((argument.is(Kind::Coroutine) && !ended_at_once(argument, child)) || is_pending_future(argument)) return child;
  if (!children.seen) {
    COIL_TRY(children.seen, new_dict(vm));
    COIL_CHECK(dict_reserve(vm, children.seen, children.expected));
  }
  COIL_CHECK(dict_set_reenter(vm, children.seen, argument, child));
  return child;
}

NATIVE(gather_children, "_gather(arguments, return_exceptions, /)", "Gather the awaitables of a tuple that is not empty.") {
  auto* arguments = args[0].as<Tuple>();
  COIL_TRY(bool return_exceptions, truthy_reenter(vm, args[1]));
  COIL_TRY(List* all, new_list(vm, arguments->size));
  COIL_TRY(DoneCallback* callback, new_gather_callback(vm, {}, all, 0, return_exceptions));
  Children children{all, callback, nullptr, {}, arguments->size};
  List* ended = nullptr;  // their results count at once
  for (size_t i = 0; i < arguments->size; i++) {
    COIL_TRY(Value child, repeated_child_reenter(vm, children, arguments->items[i]));
    bool repeated = !child.is_stop();
    if (!repeated) {
      COIL_TRY(child, new_child_reenter(vm, children, arguments->items[i]));
    }
    COIL_CHECK(list_append(vm, all, child));
    if (repeated) continue;
    callback->remaining++;
    if (ended_at_once(arguments->items[i], child)) {
      if (!ended) { COIL_TRY(ended, new_list(vm)); }
      COIL_CHECK(list_append(vm, ended, child));
    } else {
      COIL_CHECK(watch_reenter(vm, child, callback));
    }
  }
  COIL_TRY(Value outer, call_reenter(vm, g_gathering_future, {all, children.loop}));
  if (!is_future(outer)) return raise_type_error(vm, "a future was expected, got %s", type_name(outer));
  store(callback, callback->target, outer);
  for (size_t i = 0; ended && i < ended->size; i++) COIL_CHECK(callback->ops->run(vm, callback, ended->items()[i]));
  return outer;
}

NATIVE(countdown, "_countdown(waiter, count=1, on_exception=False, /)",
       "A done callback that sets the waiter's result after `count` futures, or after the first that failed.") {
  COIL_TRY(int64_t count, argument_int64_reenter(vm, args.get(1, Value::small_int(1))));
  COIL_TRY(bool on_exception, truthy_reenter(vm, args.get(2, Value::boolean(false))));
  COIL_TRY(DoneCallback* callback, new_countdown(vm, args[0], count, on_exception));
  return Value(callback);
}

}  // namespace

Result<void> watch_reenter(Vm& vm, Value future, DoneCallback* callback) {
  if (is_plain_future(future)) return future_add_waiter_reenter(vm, future.as<Future>(), callback);
  COIL_CHECK(call_method_reenter(vm, future, intern(vm, "add_done_callback"), {callback}));
  return ok();
}

Result<void> init_gathering(Vm& vm, Dict* ns) {
  define_functions(vm, ns, "_asyncio", {&set_gathering_spec, &gather_children_spec, &countdown_spec});
  return ok();
}

}  // namespace coil
