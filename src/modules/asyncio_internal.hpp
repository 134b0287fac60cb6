// What the files of module _asyncio share.
#pragma once

#include "async/language_loop.hpp"
#include "modules/module.hpp"

namespace coil {

inline Value or_none(Value value) { return value ? value : none(); }
/// Binds `args` to a native whose first parameter is self: what __init__ slots of these classes call.
Result<Value> call_with_self(Vm&, const NativeSpec&, Value self, Value* args, size_t npos, Tuple* kwnames);
/// The loop given, the running one, or asyncio.get_event_loop()'s.
Result<Value> loop_argument(Vm&, Value loop_or_none);
/// " cb=[...]", or empty.
Result<std::string> describe_callbacks_reenter(Vm&, Future*);
/// loop.get_debug().
Result<bool> loop_debug_reenter(Vm&, Value loop);
/// In debug mode: keeps where the running code made this future or task, as its `_source_traceback`.
Result<void> note_origin_reenter(Vm&, Future*, Value loop);
Result<void> note_handle_origin_reenter(Vm&, HandleCell*);
/// " created at file:line" for a stack of an origin, empty for nothing.
Result<std::string> describe_origin_reenter(Vm&, Value stack);
/// "pending", "cancelled", "finished result=..." or "finished exception=...".
Result<std::string> describe_future_reenter(Vm&, Future*);

extern const NativeSpec* const kLoopDescriptorMethods[5];
/// Whether loop.create_task() is the built-in one of a direct loop and makes plain tasks.
bool makes_plain_tasks(Vm&, Value loop);
/// task.set_name(name), unless there is none. Tasks of a factory may have no such method.
Result<void> set_task_name_reenter(Vm&, Value task, Value name);
/// loop.create_task(), then set_name(). The last three may be nothing or, but for eager_start, None.
Result<Value> spawn_reenter(Vm&, Value loop, Value coroutine, Value name, Value context, Value eager_start);

void define_future_types(Vm&);
/// Those that a task has as methods of its own, as in CPython: messages name their class.
void define_future_methods(Vm&, Class*);
void define_task_type(Vm&);
void define_handle_types(Vm&);
void define_loop_types(Vm&);

}  // namespace coil
