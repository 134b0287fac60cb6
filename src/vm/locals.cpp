// The variables of frames as dictionaries: of frames that run or are suspended, and of those that an exception has left.
#include "objects/containers.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

/// A register that holds a box holds the variable inside it.
Value unboxed(Value value) { return value.is(Kind::Box) ? value.as<Box>()->value : value; }

Result<void> set_or_delete(Vm& vm, Dict* dict, const std::string& name, Value value) {
  value = unboxed(value);
  if (value) return dict_set_str(vm, dict, intern(vm, name), value);
  (void)dict_del_str(dict, intern(vm, name));
  return ok();
}

/// Variables that are in registers: `regs` are those of a frame, or a copy of the first `count`.
Result<void> add_registers(Vm& vm, Dict* dict, const CodeUnit& unit, const Value* regs, size_t count) {
  for (size_t i = 0; i < unit.local_names.size() && i < count; i++) {
    if (!unit.local_names[i].empty()) COIL_CHECK(set_or_delete(vm, dict, unit.local_names[i], regs[i]));
  }
  for (const auto& [name, reg] : unit.cell_vars) {
    if (reg < count) COIL_CHECK(set_or_delete(vm, dict, name, regs[reg]));
  }
  return ok();
}

Result<void> add_closure(Vm& vm, Dict* dict, const CodeUnit& unit, Tuple* closure) {
  for (size_t i = 0; closure && i < unit.free_vars.size() && i < closure->size; i++) {
    COIL_CHECK(set_or_delete(vm, dict, unit.free_vars[i], closure->items[i]));
  }
  return ok();
}

}  // namespace

Result<Value> locals_of_frame(Vm& vm, Frame* frame, Value known) {
  if (!frame) return raise(vm, Exc::SystemError, "frame does not exist");
  const CodeUnit& unit = *frame->code()->unit;
  if (!(unit.flags & kCodeFunction)) {
    if (frame->flags & kFrameNamespace) return frame->owner;
    return Value(frame->function->globals);
  }
  // A function that names locals(), exec() or the like keeps one dictionary, so that what programs put into it stays.
  const size_t count = unit.local_names.size();
  Value* kept = count && unit.local_names[count - 1].empty() ? &frame->regs[count - 1] : nullptr;
  if (kept && kept->is(Kind::Dict)) known = *kept;
  Dict* dict = known.is(Kind::Dict) ? known.as<Dict>() : nullptr;
  if (!dict) { COIL_TRY(dict, new_dict(vm)); }
  if (kept) *kept = dict;
  if (frame->flags & kFrameHeap) write_barrier(frame);
  COIL_CHECK(add_registers(vm, dict, unit, frame->regs, unit.reg_count));
  COIL_CHECK(add_closure(vm, dict, unit, frame->function->closure));
  return Value(dict);
}

Result<Value> locals_of_frame(Vm& vm, Frame* frame) { return locals_of_frame(vm, frame, {}); }

std::span<const Value> locals_to_keep(const Frame* frame) {
  if (frame->flags & kFrameNamespace) return {&frame->owner, 1};
  const Code* code = frame->code();
  if (!(code->flags & kCodeFunction)) return {};
  return {frame->regs, code->kept_count};
}

Result<Value> locals_of_traceback(Vm& vm, Traceback* entry) {
  const CodeUnit& unit = *entry->code->unit;
  if (!(unit.flags & kCodeFunction)) return entry->local_count ? entry->locals()[0] : Value();
  COIL_TRY(Dict* dict, new_dict(vm));
  COIL_CHECK(add_registers(vm, dict, unit, entry->locals(), entry->local_count));
  if (entry->frame.is(Kind::Function)) COIL_CHECK(add_closure(vm, dict, unit, entry->frame.as<Function>()->closure));
  return Value(dict);
}

}  // namespace coil
