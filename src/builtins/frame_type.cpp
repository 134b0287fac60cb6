// What programs see of the frame of a generator or coroutine (gi_frame, cr_frame). Frames of calls are shown by modules/introspection.cpp, as objects of a
// class that derives from this one and has the same attributes.
#include <string>

#include "builtins/object_internal.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "vm/hooks.hpp"
#include "vm/interpreter.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

using FrameGetter = Result<Value> (*)(Vm&, Frame*);

/// The attribute of a frame; of objects of the derived class only when it was taken from this class by hand.
template <FrameGetter get>
static Result<Value> of_frame(Vm& vm, Value self) {
  if (self.is(Kind::Frame)) return get(vm, self.as<Frame>());
  return raise_type_error(vm, "this attribute belongs to frames of generators and coroutines");
}

static Result<Value> get_frame_code(Vm&, Frame* frame) { return Value(static_cast<Cell*>(frame->code())); }
static Result<Value> get_frame_globals(Vm&, Frame* frame) { return Value(frame->function->globals); }
static Result<Value> get_frame_builtins(Vm&, Frame* frame) { return Value(frame->function->builtins); }
/// A frame that runs has those behind it that resumed it; a suspended one has none.
static Result<Value> get_frame_back(Vm& vm, Frame* frame) {
  for (Frame* running = vm.thread->frame; running; running = running->caller) {
    if (running == frame) return running->caller ? g_hooks.frame_object(vm, running->caller) : none();
  }
  return none();
}
static Result<Value> get_frame_line(Vm&, Frame* frame) {
  ptrdiff_t index = frame->ip - frame->code()->instrs;
  if (index <= 0) return Value::small_int(frame->code()->unit->first_line);
  return Value::small_int(frame->code()->unit->positions[static_cast<size_t>(index) - 1].line);
}
/// Twice the index of the instruction, as in tracebacks; 0 before the first, as after the one that makes a generator in CPython.
static Result<Value> get_frame_lasti(Vm&, Frame* frame) {
  ptrdiff_t index = frame->ip - frame->code()->instrs;
  return Value::small_int(index > 0 ? 2 * (int64_t{index} - 1) : 0);
}
static Result<Value> get_frame_trace(Vm&, Value) { return none(); }
static Result<Value> get_frame_trace_lines(Vm&, Value) { return Value::boolean(true); }
static Result<Value> get_frame_trace_opcodes(Vm&, Value) { return Value::boolean(false); }
static Result<Value> frame_repr(Vm& vm, Value self) {
  COIL_TRY(Value line, get_frame_line(vm, self.as<Frame>()));
  Code* code = self.as<Frame>()->code();
  return new_str(vm, "<frame at " + cell_address(self) + ", file '" + str_utf8(code->filename) + "', line " +
                     std::to_string(line.small_int()) + ", code " + str_utf8(code->name) + ">");
}
NATIVE(frame_clear, "clear(self, /)", "Close the generator or coroutine that the frame belongs to, and forget its local variables.") {
  if (!args[0].is(Kind::Frame)) return none();
  auto* frame = args[0].as<Frame>();
  if (!frame->owner.is_cell() || frame->flags & kFrameNamespace) return none();
  auto* generator = frame->owner.as<Generator>();
  if (is_executing(generator)) return raise(vm, Exc::RuntimeError, "cannot clear an executing frame");
  COIL_CHECK(close_generator_reenter(vm, generator));
  for (size_t i = 0; i < frame->code()->local_count; i++) frame->regs[i] = Value();
  return none();
}

static const GetSetSpec kFrameGetSets[] = {
    {"f_code", of_frame<get_frame_code>, nullptr, nullptr}, {"f_globals", of_frame<get_frame_globals>, nullptr, nullptr},
    {"f_builtins", of_frame<get_frame_builtins>, nullptr, nullptr}, {"f_back", of_frame<get_frame_back>, nullptr, nullptr},
    {"f_lineno", of_frame<get_frame_line>, nullptr, nullptr}, {"f_lasti", of_frame<get_frame_lasti>, nullptr, nullptr},
    {"f_locals", of_frame<locals_of_frame>, nullptr, nullptr}, {"f_trace", get_frame_trace, nullptr, nullptr},
    {"f_trace_lines", get_frame_trace_lines, nullptr, nullptr}, {"f_trace_opcodes", get_frame_trace_opcodes, nullptr, nullptr},
};

void setup_frame_type(Vm& vm) {
  vm.type(Kind::Frame)->slots.repr = frame_repr;
  for (const GetSetSpec& spec : kFrameGetSets) define_class(vm, vm.type(Kind::Frame), {}, {&spec});
  define_class(vm, vm.type(Kind::Frame), {&frame_clear_spec}, {});
}

}  // namespace coil
