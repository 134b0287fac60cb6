// What programs see of the frame of a generator or coroutine (gi_frame, cr_frame). Frames of calls are shown by modules/introspection.cpp.
#include <string>

#include "builtins/object_internal.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "vm/hooks.hpp"
#include "vm/interpreter.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

static Frame* frame_of(Value self) { return self.as<Frame>(); }

static Result<Value> get_frame_code(Vm&, Value self) { return Value(static_cast<Cell*>(frame_of(self)->code())); }
static Result<Value> get_frame_globals(Vm&, Value self) { return Value(frame_of(self)->function->globals); }
static Result<Value> get_frame_builtins(Vm&, Value self) { return Value(frame_of(self)->function->builtins); }
/// A frame that runs has those behind it that resumed it; a suspended one has none.
static Result<Value> get_frame_back(Vm& vm, Value self) {
  for (Frame* running = vm.thread->frame; running; running = running->caller) {
    if (running == frame_of(self)) return running->caller ? g_hooks.frame_object(vm, running->caller) : none();
  }
  return none();
}
static Result<Value> get_frame_line(Vm&, Value self) {
  Frame* frame = frame_of(self);
  ptrdiff_t index = frame->ip - frame->code()->instrs;
  if (index <= 0) return Value::small_int(frame->code()->unit->first_line);
  return Value::small_int(frame->code()->unit->positions[static_cast<size_t>(index) - 1].line);
}
/// Twice the index of the instruction, as in tracebacks; 0 before the first, as after the one that makes a generator in CPython.
static Result<Value> get_frame_lasti(Vm&, Value self) {
  ptrdiff_t index = frame_of(self)->ip - frame_of(self)->code()->instrs;
  return Value::small_int(index > 0 ? 2 * (int64_t{index} - 1) : 0);
}
static Result<Value> get_frame_locals(Vm& vm, Value self) { return locals_of_frame(vm, frame_of(self)); }
static Result<Value> frame_repr(Vm& vm, Value self) {
  COIL_TRY(Value line, get_frame_line(vm, self));
  Code* code = frame_of(self)->code();
  return new_str(vm, "<frame at " + cell_address(self) + ", file '" + str_utf8(code->filename) + "', line " +
                     std::to_string(line.small_int()) + ", code " + str_utf8(code->name) + ">");
}
NATIVE(frame_clear, "clear(self, /)", "Close the generator or coroutine that the frame belongs to, and forget its local variables.") {
  Frame* frame = frame_of(args[0]);
  if (!frame->owner.is_cell() || frame->flags & kFrameNamespace) return none();
  auto* generator = frame->owner.as<Generator>();
  if (is_executing(generator)) return raise(vm, Exc::RuntimeError, "cannot clear an executing frame");
  COIL_CHECK(close_generator_reenter(vm, generator));
  for (size_t i = 0; i < frame->code()->local_count; i++) frame->regs[i] = Value();
  return none();
}

static const GetSetSpec kFrameGetSets[] = {
    {"f_code", get_frame_code, nullptr, nullptr}, {"f_globals", get_frame_globals, nullptr, nullptr},
    {"f_builtins", get_frame_builtins, nullptr, nullptr}, {"f_back", get_frame_back, nullptr, nullptr},
    {"f_lineno", get_frame_line, nullptr, nullptr}, {"f_lasti", get_frame_lasti, nullptr, nullptr}, {"f_locals", get_frame_locals, nullptr, nullptr},
};

void setup_frame_type(Vm& vm) {
  vm.type(Kind::Frame)->slots.repr = frame_repr;
  for (const GetSetSpec& spec : kFrameGetSets) define_class(vm, vm.type(Kind::Frame), {}, {&spec});
  define_class(vm, vm.type(Kind::Frame), {&frame_clear_spec}, {});
}

}  // namespace coil
