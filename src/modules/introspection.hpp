// Code, frame, traceback and cell objects as programs see them.
#pragma once

#include "objects/vm.hpp"

namespace coil {

struct Frame;

Result<void> setup_introspection(Vm&);
void setup_code_objects(Vm&);
/// A frame object for a frame that runs, and those behind it for its callers; or with `back` behind it, whose picture is taken again.
Result<Value> frame_object(Vm&, Frame*);
Result<Value> frame_object(Vm&, Frame*, Value back);
/// Takes the picture of the frame, for which the object was made, again.
Result<void> refresh_frame_object(Vm&, Value object, Frame*);
/// The same for the running frame `depth` levels out (0: the innermost); ValueError when the stack is not that deep.
Result<Value> running_frame_object(Vm&, int64_t depth);
/// The namespace of that frame's code; nullptr when the stack is not that deep.
Dict* globals_of_caller(Vm&, int64_t depth);
/// (file, line, function) of the frame that is `level` calls outside of a file, or of the outermost; None when all are inside.
Result<Value> caller_outside(Vm&, Str* file, int64_t level);
/// The namespace of the code of a stack level.
Dict* globals_of_traceback(Traceback*);

}  // namespace coil
