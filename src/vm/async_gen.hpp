// One step of an asynchronous generator as an awaitable object: what asend(), athrow(), aclose() and __anext__() return.
#pragma once

#include "vm/slow_paths.hpp"

namespace coil {

/// Whether the program ever made an asynchronous generator: without one, no loop is kept in mind for those that it leaves.
extern bool g_async_generator_made;

enum class AsyncGenAction : uint8_t { Send, Throw, Close };

struct AsyncGenStep : Cell {
  Generator* generator;
  Value argument;     // what to send, or the exception to throw
  AsyncGenAction action;
  bool started;
  bool closed;
};

/// First `send` into the step, by the interpreter's Await (Enter: the generator's frame joins the chain) or by a program (Generator methods).
DelegateStep start_async_gen_step(Vm&, AsyncGenStep*, Value sent);
/// Checks the generator's state and marks it running; raises what asend/athrow/aclose raise. `finished` is set when the step ends at once with *value.
Result<void> begin_async_gen_step(Vm&, AsyncGenStep*, bool* finished);
Result<Value> new_async_gen_step(Vm&, Kind, Generator*, AsyncGenAction, Value argument);

}  // namespace coil
