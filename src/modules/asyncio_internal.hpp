// What the files of module _asyncio share.
#pragma once

#include "async/future.hpp"
#include "modules/module.hpp"

namespace coil {

/// Binds `args` to a native whose first parameter is self: what __init__ slots of these classes call.
Result<Value> call_with_self(Vm&, const NativeSpec&, Value self, Value* args, size_t npos, Tuple* kwnames);
/// The loop given, the running one, or asyncio.get_event_loop()'s.
Result<Value> loop_argument(Vm&, Value loop_or_none);
/// "f() running at file:line" / "f() done, defined at file:line".
std::string describe_coroutine(Generator*);
/// " cb=[...]", or empty.
Result<std::string> describe_callbacks_reenter(Vm&, Future*);
/// "pending", "cancelled", "finished result=..." or "finished exception=...".
Result<std::string> describe_future_reenter(Vm&, Future*);

extern const NativeSpec* const kLoopDescriptorMethods[5];
void define_future_types(Vm&);
void define_task_type(Vm&);
void define_loop_types(Vm&);

}  // namespace coil
