// Native asynchronous operations: what `await f(...)` runs for coroutine functions of the library that wait in C++ (sleep, lock.acquire(), queue.get()...).
//
// A function whose Code names an operation (`direct`) is not entered by `await f(args)`: the interpreter calls the operation's `begin` with the arguments. An operation
// that has to wait leaves a future in the frame's register, which knows the operation: no coroutine, no frame. Called without `await`, the function makes a coroutine as
// any other; its body awaits the same operation as an object. A plain function may have one too, for a call that is often made. modules/asyncio_operations.cpp connects functions and operations.
#pragma once

#include "vm/future.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

/// An operation with its arguments: an object that `await` begins, and the subject of a future whose operation has an argument.
struct Awaiter : Cell {  // Cell::flags: the operation's number, and above it the number of arguments
  Value self;
  Value argument;

  inline const struct AsyncOp* op() const;
  size_t arg_count() const { return flags >> 8; }
};

/// An operation that waits for a future, whose subject is `self` or, with an argument, an Awaiter.
struct Wait {
  Future* future;
  Value self;
  Value argument;

  explicit Wait(Future* waited) : future(waited), self(waited->subject) {
    if (!self.is(Kind::Awaiter)) return;
    argument = self.as<Awaiter>()->argument;
    self = self.as<Awaiter>()->self;
  }
};

struct AsyncOp {
  const char* name;
  uint8_t min_args, max_args;
  /// The first step. `*reg` is where a waiting operation leaves what resume_delegate drives: a Future, or None for a bare turn of the loop.
  /// May answer Delegate::Frame: run the function itself.
  DelegateStep (*begin)(Vm&, const Value* args, size_t count, Value* reg);
  /// Goes on when the future is done, or when the pending exception was thrown into the chain.
  DelegateStep (*resume)(Vm&, const Wait&, Value* reg);
  /// For a plain function instead of these: what a call by position runs. May answer a stop: run the function itself.
  Result<Value> (*call)(Vm&, const Value* args, size_t count) = nullptr;
  /// See OpFunction: for functions that look again themselves when the future is done.
  const char* waits_in = nullptr;
  bool function_waits = false;
};

constexpr size_t kMaxOpArgs = 2;

/// What an operation stands for when somebody looks at the chain that waits in it.
struct OpFunction {
  Function* function = nullptr;  // nullptr: nothing
  Value args[kMaxOpArgs];        // its first parameters, as far as they are known
  bool first_await = false;      // where it waits: at its first await, else at its last
  const char* waits_in = nullptr;  // the method of args[0] that its last await calls and that waits for the future; nullptr: the await itself goes on with the operation
  bool function_waits = false;     // the await goes on without the operation, and the function's other locals are None
};
/// Of what a register awaits: a future, or None for a bare turn of the loop. Implemented beside the table.
OpFunction function_of_awaited(Value awaited);

/// All operations; the table is in modules/asyncio_operations.cpp.
extern const AsyncOp* const g_async_ops[];
inline const AsyncOp* Awaiter::op() const { return g_async_ops[flags & 255]; }
/// The operation that waits for a future, or nullptr.
inline const AsyncOp* operation_of(Value awaited) {
  if (!awaited.is(Kind::Future) && !awaited.is(Kind::Task)) return nullptr;
  unsigned operation = awaited.as<Future>()->operation();
  return operation ? g_async_ops[operation - 1] : nullptr;
}

/// How the wait ended: false when an exception is pending, thrown in or the future's own.
inline bool wait_succeeded(Vm& vm, Future* future) {
  if (vm.pending) return false;
  return static_cast<bool>(g_hooks.future_outcome(vm, future));
}

}  // namespace coil
