// Traceback, cell and frame objects. Running frames are no heap objects that programs may hold: a frame object
// is a picture of one, with its function's code and globals, the line at that moment, and a copy of the locals.
#include "modules/introspection.hpp"

#include <algorithm>
#include <unordered_map>

#include "modules/module.hpp"
#include "modules/support.hpp"
#include "objects/containers.hpp"
#include "objects/native_object.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/hooks.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

struct FrameObject : NativeObject {
  Code* code;
  Dict* globals;
  Value locals;
  Value back;  // FrameObject or None; nothing: of a traceback, to be found when it is asked for
  uint32_t instr_index;
  Frame* running;  // what it is a picture of, to be looked at again while that runs; nullptr: never
};

/// The one object that shows a frame while it runs, and the one dictionary of its locals, if anybody still has them: weak slots. The frame must not keep the
/// copy of the locals alive.
struct Watch : NativeObject {
  Value shown;
  Value locals;
  bool runs;  // for mark_watches()
};
const NativeObjectOps kWatchOps{nullptr, nullptr};

/// The frames that have had objects. Addresses serve again: an entry counts only for a frame that is marked kFrameWatched, as a new one is not.
std::unordered_map<const Frame*, Watch*> g_watches;

/// Forgets the frames that have ended, and keeps the watches of the others. Frames of suspended chains count as ended.
void mark_watches(void* context, Marker& marker) {
  if (g_watches.empty()) return;
  for (const Thread* thread = static_cast<Vm*>(context)->threads; thread; thread = thread->next) {
    for (const Frame* frame = thread->frame; frame; frame = frame->caller) {
      if (!(frame->flags & kFrameWatched)) continue;
      if (auto watch = g_watches.find(frame); watch != g_watches.end()) watch->second->runs = true;
    }
  }
  std::erase_if(g_watches, [&marker](const auto& entry) {
    if (!entry.second->runs) return true;
    entry.second->runs = false;
    marker.cell(entry.second);
    return false;
  });
}

void trace_frame_object(Cell* cell, Marker& marker) {
  auto* frame = static_cast<FrameObject*>(cell);
  marker.cell(frame->code);
  marker.cell(frame->globals);
  marker.value(frame->locals);
  marker.value(frame->back);
}
const NativeObjectOps kFrameOps{trace_frame_object, nullptr};
Class* g_frame_class;

Position position_at(const CodeUnit& unit, size_t index) {
  if (index < unit.positions.size()) return unit.positions[index];
  return Position{unit.first_line, unit.first_line, 0, 0xffff};
}

Result<FrameObject*> new_frame_object(Vm& vm, Code* code, Dict* globals, uint32_t instr_index) {
  COIL_TRY(FrameObject* frame, new_native_object<FrameObject>(vm, g_frame_class, &kFrameOps));
  store(frame, frame->code, code);
  store(frame, frame->globals, globals);
  frame->back = none();
  frame->instr_index = instr_index;
  return frame;
}

// -- frame

FrameObject* as_frame(Value self) { return self.as<FrameObject>(); }

Watch* known_watch(const Frame* frame) {
  if (!(frame->flags & kFrameWatched)) return nullptr;
  const auto watch = g_watches.find(frame);
  return watch != g_watches.end() ? watch->second : nullptr;
}

/// The object that shows the frame already, or nullptr.
FrameObject* shown_as(const Frame* frame) {
  const Watch* watch = known_watch(frame);
  return watch && watch->shown ? as_frame(watch->shown) : nullptr;
}

/// The frame of the picture if it still runs in this thread.
Frame* running_frame(Vm& vm, const FrameObject* picture) {
  if (!picture->running) return nullptr;
  Frame* frame = vm.thread->frame;
  while (frame && frame != picture->running) frame = frame->caller;
  return frame && shown_as(frame) == picture ? frame : nullptr;
}

void refresh_place(FrameObject* picture, const Frame* frame) {
  picture->instr_index = static_cast<uint32_t>(frame->ip - frame->code()->instrs) - 1;
}
/// The picture, with the present line when its frame runs.
FrameObject* placed_frame(Vm& vm, Value self) {
  FrameObject* picture = as_frame(self);
  if (const Frame* frame = running_frame(vm, picture)) refresh_place(picture, frame);
  return picture;
}
/// Looked up when somebody asks: most pictures are of code of the library, whose positions are packed.
uint32_t line_of(const FrameObject* frame) { return position_at(*frame->code->unit, frame->instr_index).line; }
Result<Value> frame_code(Vm&, Value self) { return as_frame(self)->code; }
Result<Value> frame_globals(Vm&, Value self) { return as_frame(self)->globals; }
Result<Value> frame_builtins(Vm& vm, Value) { return vm.builtins; }
Result<Value> frame_line(Vm& vm, Value self) { return Value::small_int(line_of(placed_frame(vm, self))); }
Result<Value> frame_lasti(Vm& vm, Value self) { return Value::small_int(2 * int64_t{placed_frame(vm, self)->instr_index}); }
/// What called the function of a traceback's first level, if that runs: it is where the exception is handled, or above.
Result<Value> caller_of_running(Vm& vm, const Code* code) {
  Frame* frame = vm.thread->frame;
  while (frame && frame->code() != code) frame = frame->caller;
  return frame && frame->caller ? g_hooks.frame_object(vm, frame->caller) : none();
}
Result<Value> frame_back(Vm& vm, Value self) {
  FrameObject* frame = as_frame(self);
  if (frame->back.is_nothing()) {
    COIL_TRY(Value back, caller_of_running(vm, frame->code));
    store(frame, frame->back, back);
  }
  return frame->back;
}
Result<Value> frame_locals(Vm& vm, Value self) {
  FrameObject* frame = as_frame(self);
  if (Frame* running = running_frame(vm, frame)) {
    COIL_TRY(Value locals, locals_of_frame(vm, running, frame->locals));
    store(frame, frame->locals, locals);
  }
  if (frame->locals.is_nothing()) {
    if (!(frame->code->flags & kCodeFunction)) return frame->globals;
    COIL_TRY(Dict* empty, new_dict(vm));
    store(frame, frame->locals, empty);
  }
  return frame->locals;
}
Result<Value> frame_repr(Vm& vm, Value self) {
  FrameObject* frame = placed_frame(vm, self);
  COIL_TRY(Str* file, repr_reenter(vm, frame->code->filename));
  return new_str_format(vm, "<frame at %p, file %s, line %u, code %s>", static_cast<void*>(frame), str_utf8(file).c_str(), line_of(frame),
                        str_utf8(frame->code->name).c_str());
}
NATIVE(frame_clear, "clear(self, /)", "Forget the locals.") {
  if (running_frame(vm, as_frame(args[0]))) return raise(vm, Exc::RuntimeError, "cannot clear an executing frame");
  as_frame(args[0])->locals = Value();
  return none();
}

constexpr GetSetSpec kFrameCode{"f_code", frame_code, nullptr, "The code."};
constexpr GetSetSpec kFrameGlobals{"f_globals", frame_globals, nullptr, "The module's namespace."};
constexpr GetSetSpec kFrameBuiltins{"f_builtins", frame_builtins, nullptr, "The built-in names."};
constexpr GetSetSpec kFrameLine{"f_lineno", frame_line, nullptr, "The line."};
constexpr GetSetSpec kFrameLasti{"f_lasti", frame_lasti, nullptr, "The instruction's offset."};
constexpr GetSetSpec kFrameBack{"f_back", frame_back, nullptr, "The caller's frame."};
constexpr GetSetSpec kFrameLocals{"f_locals", frame_locals, nullptr, "A copy of the local variables."};

// -- traceback

Traceback* as_traceback(Value self) { return self.as<Traceback>(); }
Result<Value> traceback_frame(Vm& vm, Value self);
/// The frame of a level gets that of the level above as its caller's when a program goes from one to the other. Frames of generators have none: they have ended.
Result<Value> traceback_next(Vm& vm, Value self) {
  Traceback* next = as_traceback(self)->next;
  if (!next) return none();
  if (!next->frame.is(Kind::NativeObject)) {
    COIL_TRY(Value caller, traceback_frame(vm, self));
    COIL_TRY(Value frame, traceback_frame(vm, next));
    const bool ended = next->code->flags & (kCodeGenerator | kCodeCoroutine | kCodeAsyncGenerator);
    store(as_frame(frame), as_frame(frame)->back, ended ? none() : caller);
  }
  return Value(next);
}
Result<void> traceback_set_next(Vm& vm, Value self, Value value) {
  if (value.is_nothing()) return raise_type_error(vm, "can't delete tb_next attribute");
  if (!value.is_none() && !value.is(Kind::Traceback)) return raise_type_error(vm, "expected traceback object, got '%s'", type_name(value));
  for (Traceback* at = value.is_none() ? nullptr : as_traceback(value); at; at = at->next) {
    if (at == self.cell()) return raise_value_error(vm, "traceback loop detected");
  }
  store(self.cell(), as_traceback(self)->next, value.is_none() ? nullptr : as_traceback(value));
  return ok();
}
Result<Value> traceback_line(Vm&, Value self) {
  return Value::small_int(position_of(as_traceback(self)).line);
}
Result<Value> traceback_lasti(Vm&, Value self) { return Value::small_int(2 * int64_t{as_traceback(self)->instr_index}); }
Result<Value> traceback_frame(Vm& vm, Value self) {
  Traceback* entry = as_traceback(self);
  if (entry->frame.is(Kind::NativeObject)) return entry->frame;
  Dict* globals = globals_of_traceback(entry);
  if (!globals) globals = vm.builtins;
  COIL_TRY(FrameObject* frame, new_frame_object(vm, entry->code, globals, entry->instr_index));
  COIL_TRY(Value locals, locals_of_traceback(vm, entry));
  store(frame, frame->locals, locals);
  frame->back = Value();
  store(entry, entry->frame, Value(frame));
  entry->local_count = 0;
  return Value(frame);
}
NATIVE(traceback_new, "TracebackType(cls, tb_next, tb_frame, tb_lasti, tb_lineno)", "A level of a stack.") {
  if (!args[1].is_none() && !args[1].is(Kind::Traceback)) {
    return raise_type_error(vm, "expected traceback object or None, got '%s'", type_name(args[1]));
  }
  if (class_of(args[2]) != g_frame_class) {
    return raise_type_error(vm, "TracebackType() argument 'tb_frame' must be frame, not %s", argument_type_name(args[2]));
  }
  FrameObject* frame = as_frame(args[2]);
  COIL_TRY(int instr, c_int_reenter(vm, args[3]));
  COIL_TRY(int line, c_int_reenter(vm, args[4]));
  COIL_TRY(Traceback* made, alloc<Traceback>(vm, Kind::Traceback));
  made->next = args[1].is_none() ? nullptr : as_traceback(args[1]);
  made->code = frame->code;
  made->frame = frame;
  made->instr_index = instr < 0 ? ~uint32_t{0} : static_cast<uint32_t>(instr) / 2;
  made->line = static_cast<uint32_t>(std::max(line, 0));
  return Value(made);
}
COIL_MAKE_SLOT(traceback_make, traceback_new)
constexpr GetSetSpec kTbNext{"tb_next", traceback_next, traceback_set_next, "The next inner level."};
constexpr GetSetSpec kTbLine{"tb_lineno", traceback_line, nullptr, "The line."};
constexpr GetSetSpec kTbLasti{"tb_lasti", traceback_lasti, nullptr, "The instruction's offset."};
constexpr GetSetSpec kTbFrame{"tb_frame", traceback_frame, nullptr, "The frame."};

// -- cell

Result<Value> cell_contents(Vm& vm, Value self) {
  Value value = self.as<Box>()->value;
  if (value.is_nothing()) return raise_value_error(vm, "Cell is empty");
  return value;
}
Result<void> set_cell_contents(Vm&, Value self, Value value) {
  store(self.cell(), self.as<Box>()->value, value);
  return ok();
}
Result<Value> cell_repr(Vm& vm, Value self) {
  Value value = self.as<Box>()->value;
  if (value.is_nothing()) return new_str_format(vm, "<cell at %p: empty>", static_cast<void*>(self.cell()));
  return new_str_format(vm, "<cell at %p: %s object at %p>", static_cast<void*>(self.cell()), type_name(value),
                        reinterpret_cast<void*>(value.bits()));
}
Result<Value> cell_make(Vm& vm, Class*, Value* args, size_t npos, Tuple* kwnames) {
  if (npos > 1 || (kwnames && kwnames->size)) return raise_type_error(vm, "cell expected at most 1 argument, got %zu", npos);
  COIL_TRY(Box* box, alloc<Box>(vm, Kind::Box));
  if (npos) store(box, box->value, args[0]);
  return Value(box);
}
/// By contents; an empty cell is less than any other.
Result<Value> cell_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!other.is(Kind::Box)) return Value(&not_implemented_cell);
  Value mine = self.as<Box>()->value, theirs = other.as<Box>()->value;
  if (mine && theirs) return compare_reenter(vm, mine, theirs, op);
  return compare_reenter(vm, Value::small_int(static_cast<bool>(mine)), Value::small_int(static_cast<bool>(theirs)), op);
}
constexpr GetSetSpec kCellContents{"cell_contents", cell_contents, set_cell_contents, "What the variable holds."};

}  // namespace

Dict* globals_of_traceback(Traceback* entry) {
  if (entry->frame.is(Kind::Function)) return entry->frame.as<Function>()->globals;
  if (entry->frame.is(Kind::NativeObject)) return entry->frame.as<FrameObject>()->globals;
  return nullptr;
}

static Frame* running_frame(Vm& vm, int64_t depth) {
  Frame* frame = vm.thread->frame;
  while (frame && depth-- > 0) frame = frame->caller;
  return frame;
}

Dict* globals_of_caller(Vm& vm, int64_t depth) {
  Frame* frame = running_frame(vm, depth);
  return frame ? frame->function->globals : nullptr;
}

Result<Value> running_frame_object(Vm& vm, int64_t depth) {
  Frame* frame = running_frame(vm, depth);
  if (!frame) return raise_value_error(vm, "call stack is not deep enough");
  return frame_object(vm, frame);
}

Result<Value> caller_outside(Vm& vm, Str* file, int64_t level) {
  Frame* frame = vm.thread->frame;
  while (frame && str_equal(frame->code()->filename, file)) frame = frame->caller;
  for (; level > 1 && frame && frame->caller; level--) frame = frame->caller;
  if (!frame) return none();
  Code* code = frame->code();
  auto line = position_at(*code->unit, static_cast<size_t>(frame->ip - code->instrs) - 1).line;
  return make_tuple(vm, {code->filename, Value::small_int(static_cast<int64_t>(line)), code->name});
}

Result<void> refresh_frame_object(Vm& vm, Value object, Frame* frame) {
  FrameObject* picture = as_frame(object);
  refresh_place(picture, frame);
  COIL_TRY(Value locals, locals_of_frame(vm, frame, picture->locals));
  store(picture, picture->locals, locals);
  return ok();
}

Result<Value> frame_object(Vm& vm, Frame* frame, Value back) {
  COIL_TRY(FrameObject* made, new_frame_object(vm, frame->code(), frame->function->globals, 0));
  COIL_CHECK(refresh_frame_object(vm, made, frame));
  if (frame->caller) COIL_CHECK(refresh_frame_object(vm, back, frame->caller));
  store(made, made->back, back);
  return Value(made);
}

static void set_weak(Watch* watch, Value& slot, Value target) {
  if (slot == target) return;
  slot = target;
  g_heap.add_weak(watch, &slot, target.cell());
}

static Result<Watch*> watch_of(Vm& vm, Frame* frame) {
  if (Watch* known = known_watch(frame)) return known;
  COIL_TRY(Watch* watch, new_native_object<Watch>(vm, vm.type(Kind::Object), &kWatchOps));
  g_watches[frame] = watch;
  frame->flags |= kFrameWatched;
  return watch;
}

/// The one object of a frame that runs, made at its first use.
static Result<FrameObject*> object_of_running(Vm& vm, Frame* frame) {
  FrameObject* object = shown_as(frame);
  COIL_TRY(Watch* watch, watch_of(vm, frame));
  if (!object) {
    COIL_TRY(object, new_frame_object(vm, frame->code(), frame->function->globals, 0));
    object->running = frame;
    if (watch->locals) store(object, object->locals, watch->locals);
    set_weak(watch, watch->shown, object);
  }
  COIL_CHECK(refresh_frame_object(vm, object, frame));
  if (object->locals.is(Kind::Dict)) set_weak(watch, watch->locals, object->locals);
  return object;
}

Result<Value> frame_object(Vm& vm, Frame* innermost) {
  FrameObject* first = nullptr;
  FrameObject* last = nullptr;
  for (Frame* frame = innermost; frame; frame = frame->caller) {
    COIL_TRY(FrameObject* object, object_of_running(vm, frame));
    if (!first) first = object;
    if (last) store(last, last->back, Value(object));
    last = object;
  }
  if (last) last->back = none();
  return Value(first);
}

Result<void> setup_introspection(Vm& vm) {
  Class* frame = new_native_class(vm, "frame", "builtins", vm.type(Kind::Frame), Kind::NativeObject, sizeof(FrameObject), "A level of the stack.");
  if (!frame) return raise_memory_error(vm);
  COIL_CHECK(keep_forever(vm, frame));
  frame->flags |= kClassFinal;
  g_frame_class = frame;
  g_heap.add_roots(mark_watches, &vm);
  g_hooks.frame_object = [](Vm& machine, Frame* running) { return frame_object(machine, running); };
  frame->slots.repr = frame_repr;
  define_class(vm, frame, {FN(frame_clear)},
               {&kFrameCode, &kFrameGlobals, &kFrameBuiltins, &kFrameLine, &kFrameLasti, &kFrameBack, &kFrameLocals});
  vm.type(Kind::Traceback)->slots.make = traceback_make;
  define_type(vm, {Kind::Traceback, "A level of an exception's stack.", {}, {&kTbNext, &kTbLine, &kTbLasti, &kTbFrame}});
  setup_code_objects(vm);
  Slots& cell = vm.type(Kind::Box)->slots;
  cell.repr = cell_repr;
  cell.make = cell_make;
  cell.compare = cell_compare;
  cell.hash = hash_not_implemented;
  define_type(vm, {Kind::Box, "A variable shared by functions.", {}, {&kCellContents}});
  return ok();
}

}  // namespace coil
