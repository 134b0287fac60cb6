// Coroutine objects that nobody will await, found at the moment when reference counts would find them.
//
// A tracing collector finds a dropped coroutine late, and the mistake behind it (a forgotten `await`) is the most frequent one of async
// programs. So what is certain is found at once: results of calls that the compiler knows to be dead (CodeUnit::dead_calls), and
// operands of instructions that failed. Everything else waits for a collection.
#include "bytecode/opcode_info.hpp"
#include "objects/containers.hpp"
#include "objects/native.hpp"
#include "objects/str.hpp"
#include "vm/slow_paths.hpp"

#include <algorithm>

namespace coil {

namespace {

bool is_unstarted(Value v) {
  return v.is(Kind::Coroutine) && v.as<Generator>()->state == GenState::Created && !v.as<Generator>()->awaited;
}

const DeadCall* find_dead_call(const Code* code, uint32_t instr) {
  const std::span<const DeadCall> calls = code->unit.dead_calls();
  auto found = std::lower_bound(calls.begin(), calls.end(), instr, [](const DeadCall& call, uint32_t at) { return call.instr < at; });
  return found != calls.end() && found->instr == instr ? &*found : nullptr;
}

/// Whether it is one of the builtins that the compiler takes for callees that keep no argument.
bool keeps_no_argument(Vm& vm, Value callee) {
  if (callee.is(Kind::Native)) return callee.as<Native>()->module == Value(intern(vm, "builtins"));
  return callee == Value(vm.type(Kind::Str)) || callee == Value(vm.type(Kind::Bool)) || callee == Value(vm.type(Kind::Class));
}

/// Warns; what is pending stays so.
void tell(Vm& vm, Generator* coroutine, Dict* globals) {
  coroutine->awaited = true;
  Value pending = vm.pending;
  vm.pending = Value();
  g_hooks.never_awaited(vm, coroutine, globals);
  vm.pending = pending;
}

/// ((file name, line, function name), ...) from the frame outwards.
Result<Tuple*> origin_stack(Vm& vm, Frame* frame, size_t depth) {
  size_t count = 0;
  for (Frame* at = frame; at && count < depth; at = at->caller) count++;
  COIL_TRY(Tuple* stack, new_tuple(vm, count));
  for (size_t i = 0; i < count; i++, frame = frame->caller) {
    Code* code = frame->code();
    size_t instr = frame->ip > code->instrs ? static_cast<size_t>(frame->ip - code->instrs) - 1 : 0;
    COIL_TRY(Tuple* level, make_tuple(vm, {code->filename, Value::small_int(code->unit->positions[instr].line), code->name}));
    store(stack, stack->items[i], level);
  }
  return stack;
}

void keep_tracked_origin(Vm& vm, Generator* coroutine, Frame* frame) {
  uint32_t depth = vm.thread->origin_tracking_depth;
  if (!depth) return;
  Result<Tuple*> stack = origin_stack(vm, frame, depth);
  if (stack) store(coroutine, coroutine->notes, static_cast<Cell*>(*stack));
  else clear_pending(vm);
}

/// Whether a call in this code made the coroutine.
bool was_made_in(const Generator* coroutine, const Code* code) {
  Cell* origin = coroutine->origin();
  if (!origin || origin->kind != Kind::Tuple) return origin == code;
  auto* stack = static_cast<Tuple*>(origin);
  if (stack->size == 0) return false;
  auto* level = stack->items[0].as<Tuple>();
  return level->items[0] == Value(code->filename) && level->items[2] == Value(code->name);
}

/// Whether the instruction reads the register; calls and other users of several registers count when they could.
bool may_read(const Instr& instr, uint16_t reg) {
  const OpcodeInfo& info = opcode_info(static_cast<Op>(instr.op));
  const uint16_t operands[3] = {instr.a, instr.b, instr.c};
  for (int i = 0; i < 3; i++) {
    switch (info.operands[i]) {
      case OperandKind::Src:
      case OperandKind::SrcDst:
      case OperandKind::Opt:
        if (operands[i] == reg) return true;
        break;
      case OperandKind::Base:
      case OperandKind::Win:
        if (operands[i] <= reg) return true;
        break;
      default: break;
    }
  }
  return false;
}

}  // namespace

void look_at_new_coroutine_reenter(Vm& vm, Generator* coroutine, Frame* frame) {
  Code* code = frame->code();
  keep_tracked_origin(vm, coroutine, frame);
  const DeadCall* call = find_dead_call(code, coroutine->origin_instr);
  if (!call || call->fate == DeadCall::Stored) return;
  if (call->fate == DeadCall::Shown && !keeps_no_argument(vm, frame->regs[call->window + kCalleeSlot])) return;
  tell(vm, coroutine, frame->function->globals);
}

void note_coroutine_of_native(Vm& vm, Generator* coroutine) {
  Frame* frame = vm.thread->frame;
  if (!frame) return;
  note_place_of_call(coroutine, frame);
  keep_tracked_origin(vm, coroutine, frame);
}

void note_unread_coroutine_reenter(Vm& vm, Frame* frame, Value local) {
  if (!is_unstarted(local)) return;
  auto* coroutine = local.as<Generator>();
  if (!was_made_in(coroutine, frame->code())) return;
  const DeadCall* call = find_dead_call(frame->code(), coroutine->origin_instr);
  if (call && call->fate == DeadCall::Stored) tell(vm, coroutine, frame->function->globals);
}

void note_failed_operand_reenter(Vm& vm, Frame* frame) {
  Thread* thread = vm.thread;
  Code* code = frame->code();
  if (!thread->fresh_generator || thread->fresh_call <= code->instrs || thread->fresh_call >= frame->ip) return;
  const Instr* call = thread->fresh_call - 1;
  const Instr* failed = frame->ip - 1;
  // The register must be a temporary that nothing has read since the call.
  if (call->a < code->unit->local_names.size()) return;
  Value value = frame->regs[call->a];
  if (!is_unstarted(value) || value.cell() != thread->fresh_generator || !was_made_in(value.as<Generator>(), code)) return;
  for (const Instr* at = call + 1; at < failed; at++) {
    if (may_read(*at, call->a) || opcode_info(static_cast<Op>(at->op)).flags & kOpJump) return;
  }
  Op op = static_cast<Op>(failed->op);
  bool may_keep = opcode_info(op).operands[0] == OperandKind::Win && op != Op::LoadMethod;
  if (!may_read(*failed, call->a) || may_keep) return;
  tell(vm, value.as<Generator>(), frame->function->globals);
}

}  // namespace coil
