// What programs see of the VM's own objects: cells (captured variables), code, tracebacks and frames. Read-only but for cell_contents and tb_next.
#include <string>
#include <vector>

#include "builtins/object_internal.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "vm/interpreter.hpp"

namespace coil {

// -- cell

static Result<Value> box_make(Vm& vm, Class*, Value* args, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size) return raise_type_error(vm, "cell() takes no keyword arguments");
  if (npos > 1) return raise_type_error(vm, "cell expected at most 1 argument, got %zu", npos);
  COIL_TRY(Box* box, alloc<Box>(vm, Kind::Box));
  if (npos) box->value = args[0];
  return Value(box);
}

static Result<Value> box_repr(Vm& vm, Value self) {
  Value value = self.as<Box>()->value;
  if (!value) return new_str(vm, "<cell at " + cell_address(self) + ": empty>");
  return new_str(vm, "<cell at " + cell_address(self) + ": " + type_name(value) + " object at " + cell_address(value) + ">");
}

/// By contents; an empty cell is less than any other.
static Result<Value> box_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!other.is(Kind::Box)) return Value(&not_implemented_cell);
  Value mine = self.as<Box>()->value, theirs = other.as<Box>()->value;
  if (mine && theirs) return compare_reenter(vm, mine, theirs, op);
  return compare_reenter(vm, Value::small_int(static_cast<bool>(mine)), Value::small_int(static_cast<bool>(theirs)), op);
}

static Result<Value> get_contents(Vm& vm, Value self) {
  Value value = self.as<Box>()->value;
  if (!value) return raise_value_error(vm, "Cell is empty");
  return value;
}
static Result<void> set_contents(Vm&, Value self, Value value) {
  store(self.cell(), self.as<Box>()->value, value);
  return ok();
}
static const GetSetSpec kContents{"cell_contents", get_contents, set_contents, nullptr};

// -- code

static Code* code_of(Value self) { return self.as<Code>(); }
static const CodeUnit& unit_of(Value self) { return *code_of(self)->unit; }

static Result<Value> names_tuple(Vm& vm, const std::vector<std::string>& names, size_t count) {
  COIL_TRY(Tuple* tuple, new_tuple(vm, count));
  for (size_t i = 0; i < count; i++) store(tuple, tuple->items[i], Value(intern(vm, names[i])));
  return Value(tuple);
}

static Result<Value> get_name(Vm&, Value self) { return Value(code_of(self)->name); }
static Result<Value> get_qualname(Vm&, Value self) { return Value(code_of(self)->qualname); }
static Result<Value> get_filename(Vm&, Value self) { return Value(code_of(self)->filename); }
static Result<Value> get_first_line(Vm&, Value self) { return Value::small_int(unit_of(self).first_line); }
static Result<Value> get_argcount(Vm&, Value self) { return Value::small_int(unit_of(self).arg_count); }
static Result<Value> get_posonly(Vm&, Value self) { return Value::small_int(unit_of(self).posonly_count); }
static Result<Value> get_kwonly(Vm&, Value self) { return Value::small_int(unit_of(self).kwonly_count); }
static Result<Value> get_nlocals(Vm&, Value self) { return Value::small_int(static_cast<int64_t>(unit_of(self).local_names.size())); }
static Result<Value> get_stacksize(Vm&, Value self) { return Value::small_int(unit_of(self).reg_count); }

/// CPython's CO_ flags.
static Result<Value> get_flags(Vm&, Value self) {
  uint32_t flags = unit_of(self).flags;
  int64_t shown = 0;
  if (flags & kCodeFunction) shown |= 0x3;
  if (flags & kCodeVarArgs) shown |= 0x4;
  if (flags & kCodeVarKw) shown |= 0x8;
  if (flags & kCodeNested) shown |= 0x10;
  if (flags & kCodeAsyncGenerator) shown |= 0x200;
  else if (flags & kCodeCoroutine) shown |= 0x80;
  else if (flags & kCodeGenerator) shown |= 0x20;
  if (code_of(self)->iterable_coroutine) shown |= 0x100;
  return Value::small_int(shown);
}

static Result<Value> get_varnames(Vm& vm, Value self) {
  const CodeUnit& unit = unit_of(self);
  size_t count = unit.flags & kCodeFunction ? unit.local_names.size() : 0;
  return names_tuple(vm, unit.local_names, count);
}
static Result<Value> get_names(Vm& vm, Value self) { return names_tuple(vm, unit_of(self).names, unit_of(self).names.size()); }
static Result<Value> get_freevars(Vm& vm, Value self) { return names_tuple(vm, unit_of(self).free_vars, unit_of(self).free_vars.size()); }
static Result<Value> get_cellvars(Vm& vm, Value self) {
  std::vector<std::string> names;
  for (const auto& [name, reg] : unit_of(self).cell_vars) names.push_back(name);
  return names_tuple(vm, names, names.size());
}
static Result<Value> get_consts(Vm& vm, Value self) {
  COIL_CHECK(need_code(vm, code_of(self)));
  ValueArray* consts = code_of(self)->consts;
  size_t count = consts->capacity;
  COIL_TRY(Tuple* tuple, new_tuple(vm, count));
  for (size_t i = 0; i < count; i++) {
    Value value = consts->items()[i];
    tuple->items[i] = value ? value : none();
  }
  return Value(tuple);
}

static Result<Value> code_repr(Vm& vm, Value self) {
  return new_str(vm, "<code object " + str_utf8(code_of(self)->name) + " at " + cell_address(self) + ", file \"" +
                     str_utf8(code_of(self)->filename) + "\", line " + std::to_string(unit_of(self).first_line) + ">");
}

static const GetSetSpec kCodeGetSets[] = {
    {"co_name", get_name, nullptr, nullptr}, {"co_qualname", get_qualname, nullptr, nullptr},
    {"co_filename", get_filename, nullptr, nullptr}, {"co_firstlineno", get_first_line, nullptr, nullptr},
    {"co_argcount", get_argcount, nullptr, nullptr}, {"co_posonlyargcount", get_posonly, nullptr, nullptr},
    {"co_kwonlyargcount", get_kwonly, nullptr, nullptr}, {"co_nlocals", get_nlocals, nullptr, nullptr},
    {"co_stacksize", get_stacksize, nullptr, nullptr}, {"co_flags", get_flags, nullptr, nullptr},
    {"co_varnames", get_varnames, nullptr, nullptr}, {"co_names", get_names, nullptr, nullptr},
    {"co_freevars", get_freevars, nullptr, nullptr}, {"co_cellvars", get_cellvars, nullptr, nullptr},
    {"co_consts", get_consts, nullptr, nullptr},
};

static int64_t line_at(const CodeUnit& unit, size_t index) {
  return index < unit.positions.size() ? unit.positions[index].line : unit.first_line;
}

// -- frame

static Frame* frame_of(Value self) { return self.as<Frame>(); }

static Result<Value> get_frame_code(Vm&, Value self) { return Value(static_cast<Cell*>(frame_of(self)->code())); }
static Result<Value> get_frame_globals(Vm&, Value self) { return Value(frame_of(self)->function->globals); }
static Result<Value> get_frame_builtins(Vm&, Value self) { return Value(frame_of(self)->function->builtins); }
static Result<Value> get_frame_back(Vm&, Value) { return none(); }
static Result<Value> get_frame_line(Vm&, Value self) {
  Frame* frame = frame_of(self);
  ptrdiff_t index = frame->ip - frame->code()->instrs;
  if (index <= 0) return Value::small_int(frame->code()->unit->first_line);
  return Value::small_int(line_at(*frame->code()->unit, static_cast<size_t>(index) - 1));
}
static Result<Value> get_frame_locals(Vm& vm, Value self) {
  Frame* frame = frame_of(self);
  Code* code = frame->code();
  if (!(code->unit->flags & kCodeFunction)) return Value(frame->function->globals);
  COIL_TRY(Dict* locals, new_dict(vm));
  for (size_t i = 0; i < code->local_count; i++) {
    Value value = frame->regs[i];
    if (value.is(Kind::Box)) value = value.as<Box>()->value;
    if (value && !code->unit->local_names[i].empty()) COIL_CHECK(dict_set_str(vm, locals, intern(vm, code->unit->local_names[i]), value));
  }
  return Value(locals);
}
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
  if (generator->state == GenState::Running) return raise(vm, Exc::RuntimeError, "cannot clear an executing frame");
  COIL_CHECK(close_generator_reenter(vm, generator));
  for (size_t i = 0; i < frame->code()->local_count; i++) frame->regs[i] = Value();
  return none();
}

static const GetSetSpec kFrameGetSets[] = {
    {"f_code", get_frame_code, nullptr, nullptr}, {"f_globals", get_frame_globals, nullptr, nullptr},
    {"f_builtins", get_frame_builtins, nullptr, nullptr}, {"f_back", get_frame_back, nullptr, nullptr},
    {"f_lineno", get_frame_line, nullptr, nullptr}, {"f_locals", get_frame_locals, nullptr, nullptr},
};

// -- traceback

static Traceback* tb_of(Value self) { return self.as<Traceback>(); }

static Result<Value> get_next(Vm&, Value self) { return tb_of(self)->next ? Value(tb_of(self)->next) : none(); }
static Result<void> set_next(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "can't delete tb_next attribute");
  if (!value.is_none() && !value.is(Kind::Traceback)) return raise_type_error(vm, "expected traceback object or None, got '%s'", type_name(value));
  Traceback* next = value.is_none() ? nullptr : value.as<Traceback>();
  for (Traceback* at = next; at; at = at->next) {
    if (at == tb_of(self)) return raise_value_error(vm, "traceback loop detected");
  }
  store(self.cell(), tb_of(self)->next, next);
  return ok();
}
static Result<Value> get_line(Vm&, Value self) { return Value::small_int(line_at(*tb_of(self)->code->unit, tb_of(self)->instr_index)); }
static Result<Value> get_lasti(Vm&, Value self) { return Value::small_int(int64_t{tb_of(self)->instr_index} * 2); }

/// The frame itself may be gone, or be a window on the VM stack: a frame object is made that knows code and line.
static Result<Value> get_frame(Vm& vm, Value self) {
  Traceback* traceback = tb_of(self);
  if (traceback->frame) return traceback->frame;
  COIL_TRY(Dict* globals, new_dict(vm));
  COIL_TRY(Function* function, make_function(vm, traceback->code, globals));
  COIL_TRY(Frame* frame, alloc<Frame>(vm, Kind::Frame, frame_bytes(traceback->code)));
  frame->flags = kFrameHeap | kFrameDone;
  frame->function = function;
  frame->ip = traceback->code->instrs + traceback->instr_index + 1;
  store(traceback, traceback->frame, Value(frame));
  return Value(frame);
}
static const GetSetSpec kTracebackGetSets[] = {
    {"tb_next", get_next, set_next, nullptr}, {"tb_lineno", get_line, nullptr, nullptr},
    {"tb_lasti", get_lasti, nullptr, nullptr}, {"tb_frame", get_frame, nullptr, nullptr},
};

template <size_t kCount>
static void add_getsets(Vm& vm, Kind kind, const GetSetSpec (&specs)[kCount]) {
  for (const GetSetSpec& spec : specs) define_class(vm, vm.type(kind), {}, {&spec});
}

void setup_code_types(Vm& vm) {
  Slots& box = vm.type(Kind::Box)->slots;
  box.make = box_make;
  box.repr = box_repr;
  box.compare = box_compare;
  box.hash = hash_not_implemented;
  define_type(vm, {Kind::Box, "Create a new cell object.", {}, {&kContents}});
  vm.type(Kind::Code)->slots.repr = code_repr;
  add_getsets(vm, Kind::Code, kCodeGetSets);
  vm.type(Kind::Frame)->slots.repr = frame_repr;
  add_getsets(vm, Kind::Frame, kFrameGetSets);
  define_class(vm, vm.type(Kind::Frame), {&frame_clear_spec}, {});
  add_getsets(vm, Kind::Traceback, kTracebackGetSets);
}

}  // namespace coil
