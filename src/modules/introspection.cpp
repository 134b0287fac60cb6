// Attributes of code, traceback, cell and frame objects. Running frames are no heap objects that programs may hold: a frame object
// is a picture of one, with its function's code and globals, the line at that moment, and a copy of the locals.
#include "modules/introspection.hpp"

#include <algorithm>

#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/native_object.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

struct FrameObject : NativeObject {
  Code* code;
  Dict* globals;
  Value locals;
  Value back;  // FrameObject or None
  uint32_t line;
  uint32_t instr_index;
};

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
  frame->line = position_at(*code->unit, instr_index).line;
  frame->instr_index = instr_index;
  return frame;
}

// -- frame

FrameObject* as_frame(Value self) { return self.as<FrameObject>(); }
Result<Value> frame_code(Vm&, Value self) { return as_frame(self)->code; }
Result<Value> frame_globals(Vm&, Value self) { return as_frame(self)->globals; }
Result<Value> frame_builtins(Vm& vm, Value) { return vm.builtins; }
Result<Value> frame_line(Vm&, Value self) { return Value::small_int(as_frame(self)->line); }
Result<Value> frame_lasti(Vm&, Value self) { return Value::small_int(2 * int64_t{as_frame(self)->instr_index}); }
Result<Value> frame_back(Vm&, Value self) { return as_frame(self)->back; }
Result<Value> frame_trace(Vm&, Value) { return none(); }
Result<Value> frame_locals(Vm& vm, Value self) {
  FrameObject* frame = as_frame(self);
  if (frame->locals.is_nothing()) {
    if (!(frame->code->flags & kCodeFunction)) return frame->globals;
    COIL_TRY(Dict* empty, new_dict(vm));
    store(frame, frame->locals, empty);
  }
  return frame->locals;
}
Result<Value> frame_repr(Vm& vm, Value self) {
  FrameObject* frame = as_frame(self);
  COIL_TRY(Str* file, repr_reenter(vm, frame->code->filename));
  return new_str_format(vm, "<frame at %p, file %s, line %u, code %s>", static_cast<void*>(frame), str_utf8(file).c_str(), frame->line,
                        str_utf8(frame->code->name).c_str());
}
NATIVE(frame_clear, "clear(self, /)", "Forget the locals.") {
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
constexpr GetSetSpec kFrameTrace{"f_trace", frame_trace, nullptr, "Always None."};

// -- traceback

Traceback* as_traceback(Value self) { return self.as<Traceback>(); }
Result<Value> traceback_next(Vm&, Value self) {
  Traceback* next = as_traceback(self)->next;
  return next ? Value(next) : none();
}
Result<void> traceback_set_next(Vm& vm, Value self, Value value) {
  if (value.is_nothing()) return raise_type_error(vm, "can't delete tb_next attribute");
  if (!value.is_none() && !value.is(Kind::Traceback)) return raise_type_error(vm, "expected traceback object or None, got '%s'", type_name(value));
  for (Traceback* at = value.is_none() ? nullptr : as_traceback(value); at; at = at->next) {
    if (at == self.cell()) return raise_value_error(vm, "traceback loop detected");
  }
  store(self.cell(), as_traceback(self)->next, value.is_none() ? nullptr : as_traceback(value));
  return ok();
}
Result<Value> traceback_line(Vm&, Value self) {
  return Value::small_int(position_at(*as_traceback(self)->code->unit, as_traceback(self)->instr_index).line);
}
Result<Value> traceback_lasti(Vm&, Value self) { return Value::small_int(2 * int64_t{as_traceback(self)->instr_index}); }
Result<Value> traceback_frame(Vm& vm, Value self) {
  Traceback* entry = as_traceback(self);
  if (entry->frame.is(Kind::NativeObject)) return entry->frame;
  Dict* globals = globals_of_traceback(entry);
  if (!globals) globals = vm.builtins;
  COIL_TRY(FrameObject* frame, new_frame_object(vm, entry->code, globals, entry->instr_index));
  store(entry, entry->frame, Value(frame));
  return Value(frame);
}
constexpr GetSetSpec kTbNext{"tb_next", traceback_next, traceback_set_next, "The next inner level."};
constexpr GetSetSpec kTbLine{"tb_lineno", traceback_line, nullptr, "The line."};
constexpr GetSetSpec kTbLasti{"tb_lasti", traceback_lasti, nullptr, "The instruction's offset."};
constexpr GetSetSpec kTbFrame{"tb_frame", traceback_frame, nullptr, "The frame."};

// -- code

const CodeUnit& unit_of(Value self) { return *self.as<Code>()->unit; }

Result<Value> names_tuple(Vm& vm, Value self, int index, const std::vector<std::string>& names) {
  auto* code = self.as<Code>();
  if (code->names_tuple[index].is_nothing()) {
    COIL_TRY(Tuple* tuple, new_tuple(vm, names.size()));
    for (size_t i = 0; i < names.size(); i++) store(tuple, tuple->items[i], Value(intern(vm, names[i])));
    store(code, code->names_tuple[index], tuple);
  }
  return code->names_tuple[index];
}

/// Local variables in registers: what CPython calls co_varnames.
std::vector<std::string> variable_names(const CodeUnit& unit) {
  std::vector<std::string> names;
  if (!(unit.flags & kCodeFunction)) return names;
  size_t parameters = size_t{unit.arg_count} + unit.kwonly_count + !!(unit.flags & kCodeVarArgs) + !!(unit.flags & kCodeVarKw);
  for (size_t i = 0; i < unit.local_names.size() && !unit.local_names[i].empty(); i++) {
    bool captured = std::any_of(unit.cell_vars.begin(), unit.cell_vars.end(), [&](const auto& cell) { return cell.second == i; });
    if (!captured || i < parameters) names.push_back(unit.local_names[i]);
  }
  return names;
}
Result<Value> code_varnames(Vm& vm, Value self) { return names_tuple(vm, self, 0, variable_names(unit_of(self))); }
Result<Value> code_names(Vm& vm, Value self) { return names_tuple(vm, self, 1, unit_of(self).names); }
Result<Value> code_freevars(Vm& vm, Value self) { return names_tuple(vm, self, 2, unit_of(self).free_vars); }
Result<Value> code_cellvars(Vm& vm, Value self) {
  std::vector<std::string> names;
  for (const auto& cell : unit_of(self).cell_vars) names.push_back(cell.first);
  return names_tuple(vm, self, 3, names);
}
Result<Value> code_name(Vm&, Value self) { return self.as<Code>()->name; }
Result<Value> code_qualname(Vm&, Value self) { return self.as<Code>()->qualname; }
Result<Value> code_filename(Vm&, Value self) { return self.as<Code>()->filename; }
Result<Value> code_first_line(Vm&, Value self) { return Value::small_int(unit_of(self).first_line); }
Result<Value> code_argcount(Vm&, Value self) { return Value::small_int(unit_of(self).arg_count); }
Result<Value> code_posonly(Vm&, Value self) { return Value::small_int(unit_of(self).posonly_count); }
Result<Value> code_kwonly(Vm&, Value self) { return Value::small_int(unit_of(self).kwonly_count); }
Result<Value> code_nlocals(Vm&, Value self) { return Value::small_int(static_cast<int64_t>(variable_names(unit_of(self)).size())); }
Result<Value> code_stacksize(Vm&, Value self) { return Value::small_int(unit_of(self).reg_count); }
Result<Value> code_consts(Vm& vm, Value self) {
  COIL_CHECK(need_code(vm, self.as<Code>()));
  ValueArray* consts = self.as<Code>()->consts;
  return new_tuple_from(vm, consts->items(), consts->capacity);
}
/// CPython's CO_ flags of this code.
Result<Value> code_flags(Vm&, Value self) {
  struct Row { uint32_t own; int64_t theirs; };
  static constexpr Row kRows[] = {{kCodeFunction, 0x3},   {kCodeVarArgs, 0x4},     {kCodeVarKw, 0x8},         {kCodeNested, 0x10},
                                  {kCodeGenerator, 0x20}, {kCodeCoroutine, 0x80}, {kCodeAsyncGenerator, 0x200}};
  int64_t flags = self.as<Code>()->iterable_coroutine ? 0x100 : 0;
  for (const Row& row : kRows) {
    if (unit_of(self).flags & row.own) flags |= row.theirs;
  }
  return Value::small_int(flags);
}
Result<Value> code_repr(Vm& vm, Value self) {
  auto* code = self.as<Code>();
  return new_str_format(vm, "<code object %s at %p, file \"%s\", line %u>", str_utf8(code->name).c_str(), static_cast<void*>(code),
                        str_utf8(code->filename).c_str(), code->unit->first_line);
}
NATIVE(code_positions, "co_positions(self, /)", "(line, end line, column, end column) of each instruction.") {
  COIL_TRY(List* list, new_list(vm));
  for (const Position& position : unit_of(args[0]).positions) {
    bool columns = position.end_col != 0xffff;
    COIL_TRY(Tuple* item, make_tuple(vm, {Value::small_int(position.line), Value::small_int(position.end_line),
                                          columns ? Value::small_int(position.col) : none(),
                                          columns ? Value::small_int(position.end_col) : none()}));
    COIL_CHECK(list_append(vm, list, item));
  }
  return iter_reenter(vm, list);
}
constexpr GetSetSpec kCodeAttributes[] = {
    {"co_varnames", code_varnames, nullptr, "Parameters and local variables."},
    {"co_names", code_names, nullptr, "Names used besides local variables."},
    {"co_freevars", code_freevars, nullptr, "Variables of enclosing functions."},
    {"co_cellvars", code_cellvars, nullptr, "Variables that inner functions use."},
    {"co_name", code_name, nullptr, "The name."},
    {"co_qualname", code_qualname, nullptr, "The qualified name."},
    {"co_filename", code_filename, nullptr, "The source file."},
    {"co_firstlineno", code_first_line, nullptr, "The first line."},
    {"co_argcount", code_argcount, nullptr, "Positional parameters."},
    {"co_posonlyargcount", code_posonly, nullptr, "Positional-only parameters."},
    {"co_kwonlyargcount", code_kwonly, nullptr, "Keyword-only parameters."},
    {"co_nlocals", code_nlocals, nullptr, "Number of local variables."},
    {"co_stacksize", code_stacksize, nullptr, "Registers of a frame."},
    {"co_consts", code_consts, nullptr, "The constants."},
    {"co_flags", code_flags, nullptr, "CO_ flags as CPython's."},
};

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

/// A register that holds a box holds the variable inside it.
Value unboxed(Value value) { return value.is(Kind::Box) ? value.as<Box>()->value : value; }

}  // namespace

Dict* globals_of_traceback(Traceback* entry) {
  if (entry->frame.is(Kind::Function)) return entry->frame.as<Function>()->globals;
  if (entry->frame.is(Kind::NativeObject)) return entry->frame.as<FrameObject>()->globals;
  return nullptr;
}

Result<Value> locals_of_frame(Vm& vm, Frame* frame) {
  if (!frame) return raise(vm, Exc::SystemError, "frame does not exist");
  const CodeUnit& unit = *frame->code()->unit;
  if (!(unit.flags & kCodeFunction)) {
    if (frame->flags & kFrameNamespace) return frame->owner;
    return Value(frame->function->globals);
  }
  // A function that names locals(), exec() or the like keeps one dictionary, so that what programs put into it stays.
  size_t count = unit.local_names.size();
  Value* kept = count && unit.local_names[count - 1].empty() ? &frame->regs[--count] : nullptr;
  Dict* dict = kept && kept->is(Kind::Dict) ? kept->as<Dict>() : nullptr;
  if (!dict) { COIL_TRY(dict, new_dict(vm)); }
  if (kept) *kept = dict;
  if (frame->flags & kFrameHeap) write_barrier(frame);
  auto add = [&](const std::string& name, Value value) -> Result<void> {
    value = unboxed(value);
    if (value) return dict_set_str(vm, dict, intern(vm, name), value);
    (void)dict_del_str(dict, intern(vm, name));
    return ok();
  };
  for (size_t i = 0; i < count; i++) COIL_CHECK(add(unit.local_names[i], frame->regs[i]));
  for (const auto& [name, reg] : unit.cell_vars) COIL_CHECK(add(name, frame->regs[reg]));
  Tuple* closure = frame->function->closure;
  for (size_t i = 0; closure && i < unit.free_vars.size() && i < closure->size; i++) {
    COIL_CHECK(add(unit.free_vars[i], closure->items[i]));
  }
  return Value(dict);
}

Result<Value> running_frame_object(Vm& vm, int64_t depth) {
  Frame* frame = vm.thread->frame;
  while (frame && depth-- > 0) frame = frame->caller;
  if (!frame) return raise_value_error(vm, "call stack is not deep enough");
  return frame_object(vm, frame);
}

Result<void> refresh_frame_object(Vm& vm, Value object, Frame* frame) {
  FrameObject* picture = as_frame(object);
  picture->instr_index = static_cast<uint32_t>(frame->ip - frame->code()->instrs) - 1;
  picture->line = position_at(*frame->code()->unit, picture->instr_index).line;
  COIL_TRY(Value locals, locals_of_frame(vm, frame));
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

Result<Value> frame_object(Vm& vm, Frame* innermost) {
  FrameObject* first = nullptr;
  FrameObject* last = nullptr;
  for (Frame* frame = innermost; frame; frame = frame->caller) {
    auto index = static_cast<uint32_t>(frame->ip - frame->code()->instrs) - 1;
    COIL_TRY(FrameObject* made, new_frame_object(vm, frame->code(), frame->function->globals, index));
    COIL_TRY(Value locals, locals_of_frame(vm, frame));
    store(made, made->locals, locals);
    if (!first) first = made;
    if (last) store(last, last->back, Value(made));
    last = made;
  }
  return Value(first);
}

Class* frame_class() { return g_frame_class; }

Result<void> setup_introspection(Vm& vm) {
  Class* frame = new_native_class(vm, "frame", "builtins", vm.type(Kind::Object), Kind::NativeObject, sizeof(FrameObject), "A level of the stack.");
  if (!frame) return raise_memory_error(vm);
  COIL_CHECK(keep_forever(vm, frame));
  g_frame_class = frame;
  frame->slots.repr = frame_repr;
  define_class(vm, frame, {FN(frame_clear)},
               {&kFrameCode, &kFrameGlobals, &kFrameBuiltins, &kFrameLine, &kFrameLasti, &kFrameBack, &kFrameLocals, &kFrameTrace});
  define_type(vm, {Kind::Traceback, "A level of an exception's stack.", {}, {&kTbNext, &kTbLine, &kTbLasti, &kTbFrame}});
  vm.type(Kind::Code)->slots.repr = code_repr;
  define_type(vm, {Kind::Code, "Compiled code.", {FN(code_positions)}, {}});
  for (const GetSetSpec& spec : kCodeAttributes) define_type(vm, {Kind::Code, nullptr, {}, {&spec}});
  Slots& cell = vm.type(Kind::Box)->slots;
  cell.repr = cell_repr;
  cell.make = cell_make;
  cell.compare = cell_compare;
  cell.hash = hash_not_implemented;
  define_type(vm, {Kind::Box, "A variable shared by functions.", {}, {&kCellContents}});
  return ok();
}

}  // namespace coil
