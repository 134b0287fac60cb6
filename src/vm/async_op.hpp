// Native asynchronous operations: what `await f(...)` runs for coroutine functions of the library that wait in C++ (sleep, lock.acquire(), queue.get()...).
//
// A function whose Code names an operation (`direct`) is not entered by `await f(args)`: the interpreter calls the operation's `begin` with the arguments, and only
// an operation that has to wait makes an Awaiter, the cell that takes the place of a coroutine's frame. Called without `await`, the function makes a coroutine as
// any other; its body awaits the same operation as an object. modules/asyncio_operations.cpp connects functions and operations.
#pragma once

#include "vm/future.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

struct Awaiter;

struct AsyncOp {
  const char* name;
  uint8_t min_args, max_args;
  /// The first step. `*reg` is where a waiting operation leaves what resume_delegate drives: an Awaiter, a Future, or None for a bare turn of the loop.
  /// May answer Delegate::Frame: run the function itself.
  DelegateStep (*begin)(Vm&, const Value* args, size_t count, Value* reg);
  /// Goes on when the awaiter's future is done, or when the pending exception was thrown into the chain.
  DelegateStep (*resume)(Vm&, Awaiter*);
};

/// A waiting operation; or, while `future` is nullptr, one that was not begun: an object that `await` begins.
struct Awaiter : Cell {  // Cell::flags: the operation's number, and above it the number of arguments
  Value self;       // with `argument`: the operation's arguments
  Value argument;
  Future* future;

  inline const AsyncOp* op() const;
  size_t arg_count() const { return flags >> 8; }
};

constexpr size_t kMaxOpArgs = 2;

/// All operations; the table is in modules/asyncio_operations.cpp.
extern const AsyncOp* const g_async_ops[];
inline const AsyncOp* Awaiter::op() const { return g_async_ops[flags & 255]; }

/// How the wait ended: false when an exception is pending, thrown in or the future's own.
inline bool wait_succeeded(Vm& vm, Future* future) {
  if (vm.pending) return false;
  return static_cast<bool>(g_hooks.future_outcome(vm, future));
}

inline DelegateStep step_value(Value value) { return {Delegate::Value, value}; }
inline DelegateStep step_raised() { return {Delegate::Raised, {}}; }

}  // namespace coil
