// Operations that generators, coroutines and asynchronous generators share.
#pragma once

#include <string>

#include "objects/native.hpp"
#include "vm/interpreter.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

/// gen.send(value), gen.throw(exception): the yielded value, or StopIteration and other exceptions raised.
Result<Value> generator_send(Vm&, Generator*, Value sent);
Result<Value> generator_throw(Vm&, Generator*, Value exception);
/// The exception for throw(type, value, traceback).
Result<Value> thrown_exception(Vm&, Value type, Value value, Value traceback);
/// Result of send(): yields are returned, the return value is raised as StopIteration.
Result<Value> finish_step(Vm&, StepResult);
std::string address_text(Value);

Result<Value> generator_get_running(Vm&, Value self);
Result<Value> generator_get_suspended(Vm&, Value self);
Result<Value> generator_get_frame(Vm&, Value self);
Result<Value> generator_get_code(Vm&, Value self);
Result<Value> generator_get_origin(Vm&, Value self);
Result<Value> generator_get_delegate(Vm&, Value self);
extern const GetSetSpec kGeneratorName, kGeneratorQualname;

void setup_async_generators(Vm&);

}  // namespace coil
