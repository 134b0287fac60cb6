// Exceptions between frames: raise statements, implicit context, handlers, except*, tracebacks.
#include <algorithm>
#include <utility>

#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

const Handler* find_handler(const Code* code, size_t pc) {
  for (const Handler& handler : code->handlers) {
    if (pc >= handler.start && pc < handler.end) return &handler;
  }
  return nullptr;
}

/// What the frame itself handles.
static Value handled_in(Frame* frame) {
  const Code* code = frame->code();
  if (!code->has_handlers) return {};
  size_t pc = static_cast<size_t>(frame->ip - code->instrs) - 1;
  for (const HandledRange& range : code->handled) {
    if (pc >= range.start && pc < range.end && frame->regs[range.reg]) return frame->regs[range.reg];
  }
  return {};
}

Value handled_exception(Frame* frame) {
  for (; frame; frame = frame->caller) {
    if (Value handled = handled_in(frame)) return handled;
  }
  return {};
}

void chain_exception(Exception* exception, Value context) {
  if (context.is_nothing() || context == Value(exception)) return;
  // The chain must not lead back to the exception; one that a program made a ring of is followed by a second, slower walker that meets the first.
  Exception* link = context.as<Exception>();
  Exception* slower = link;
  for (bool turn = false; link->context; turn = !turn) {
    if (link->context == Value(exception)) {
      link->context = Value();
      break;
    }
    link = link->context.as<Exception>();
    if (link == slower) break;
    if (turn) slower = slower->context.as<Exception>();
  }
  store(exception, exception->context, context);
}

namespace {

Result<Value> exception_from(Vm& vm, Value what) {
  if (is_exception(what)) return what;
  if (is_exception_class(what)) {
    COIL_TRY(Value made, call_reenter(vm, what, {}));
    if (is_exception(made)) return made;
    COIL_TRY(Str* callee, repr_reenter(vm, what));
    COIL_TRY(Str* type, repr_reenter(vm, class_of(made)));
    return raise_text(vm, Exc::TypeError, "calling " + str_utf8(callee) + " should have returned an instance of BaseException, not " + str_utf8(type));
  }
  return raise_type_error(vm, "exceptions must derive from BaseException");
}

Result<void> check_except_type(Vm& vm, Value type, bool star) {
  if (!is_exception_class(type)) {
    return raise_type_error(vm, "catching classes that do not inherit from BaseException is not allowed");
  }
  if (star && (is_subclass(type.as<Class>(), vm.exception(Exc::BaseExceptionGroup)))) {
    return raise_type_error(vm, "catching ExceptionGroup with except* is not allowed. Use except instead.");
  }
  return ok();
}

Result<void> check_except_types(Vm& vm, Value type, bool star) {
  if (!type.is(Kind::Tuple)) return check_except_type(vm, type, star);
  Tuple* types = type.as<Tuple>();
  for (size_t i = 0; i < types->size; i++) COIL_CHECK(check_except_type(vm, types->items[i], star));
  return ok();
}

bool matches_one(Value exception, Value type) {
  if (!type.is(Kind::Tuple)) return is_instance(exception, type.as<Class>());
  Tuple* types = type.as<Tuple>();
  for (size_t i = 0; i < types->size; i++) {
    if (is_instance(exception, types->items[i].as<Class>())) return true;
  }
  return false;
}

}  // namespace

void note_raise(Vm& vm, Frame* frame) {
  auto* exception = vm.pending.as<Exception>();
  bool settled = std::exchange(vm.settled, Value()) == vm.pending;
  if (!settled && exception->context.is_nothing()) chain_exception(exception, handled_exception(frame));
  if (vm.thread->fresh_generator) note_failed_operand_reenter(vm, frame);
}

void note_thrown(Vm& vm, Frame* frame) {
  auto* exception = vm.pending.as<Exception>();
  vm.settled = Value();
  chain_exception(exception, handled_in(frame));
}

void note_passing(Frame* frame, Exception* exception, bool thrown) {
  if (thrown) chain_exception(exception, handled_in(frame));
}

void add_traceback(Vm& vm, Frame* frame) {
  if (frame->code()->in_library && native_wording(vm, frame->function)) [[unlikely]] return;
  Value pending = vm.pending;
  vm.pending = Value();
  auto* exception = pending.as<Exception>();
  const std::span<const Value> locals = locals_to_keep(frame);
  Result<Traceback*> entry = alloc<Traceback>(vm, Kind::Traceback, sizeof(Traceback) + locals.size_bytes());
  if (entry) {
    entry->next = exception->traceback;
    entry->code = frame->code();
    entry->frame = frame->function;
    entry->instr_index = static_cast<uint32_t>(frame->ip - frame->code()->instrs) - 1;
    entry->local_count = static_cast<uint32_t>(locals.size());
    std::copy(locals.begin(), locals.end(), entry->locals());
    store(exception, exception->traceback, *entry);
  }
  vm.pending = pending;
}

void add_first_line(Vm& vm, Frame* frame) {
  auto* exception = vm.pending.as<Exception>();
  Traceback* before = exception->traceback;
  frame->ip = frame->code()->instrs + 1;
  add_traceback(vm, frame);
  if (exception->traceback != before) exception->traceback->instr_index = ~uint32_t{0};
}

void refresh_traceback(Frame* frame, Exception* exception) {
  Traceback* entry = exception->traceback;
  if (!entry || entry->code != frame->code() || !entry->local_count) return;
  const std::span<const Value> locals = locals_to_keep(frame);
  std::copy_n(locals.begin(), std::min<size_t>(locals.size(), entry->local_count), entry->locals());
  write_barrier(entry);
}

Position position_of(const Traceback* entry) {
  const CodeUnit& unit = *entry->code->unit;
  Position position{unit.first_line, unit.first_line, 0, 0xffff};
  if (entry->instr_index < unit.positions.size()) position = unit.positions[entry->instr_index];
  if (entry->line && entry->line != position.line) return {entry->line, entry->line, 0, 0xffff};
  return position;
}

Error raise_statement(Vm& vm, Frame* frame, Value what, Value cause) {
  COIL_TRY(Value made, exception_from(vm, what));
  auto* exception = made.as<Exception>();
  if (cause) {
    if (cause.is_none()) {
      exception->cause = Value();
    } else if (is_exception(cause) || is_exception_class(cause)) {
      COIL_TRY(Value cause_made, exception_from(vm, cause));
      store(exception, exception->cause, cause_made);
    } else {
      return raise_type_error(vm, "exception causes must derive from BaseException");
    }
    exception->suppress_context = true;
  }
  chain_exception(exception, handled_exception(frame));
  vm.pending = made;
  return Error{};
}

Result<bool> exception_matches_reenter(Vm& vm, Value exception, Value type) {
  COIL_CHECK(check_except_types(vm, type, false));
  return matches_one(exception, type);
}

Result<Value> check_eg_match(Vm& vm, Value* group, Value type) {
  COIL_CHECK(check_except_types(vm, type, true));
  Value exception = *group;
  if (exception.is_none()) return none();
  bool is_group = is_instance(exception, vm.exception(Exc::BaseExceptionGroup));
  if (matches_one(exception, type)) {
    if (is_group) {
      *group = none();
      return exception;
    }
    COIL_TRY(Tuple* members, make_tuple(vm, {exception}));
    COIL_TRY(Value wrapped, call_reenter(vm, vm.exception(Exc::BaseExceptionGroup), {Value(vm.empty_str), Value(members)}));
    *group = none();
    return wrapped;
  }
  if (!is_group) return none();
  COIL_TRY(Value pair, call_method_reenter(vm, exception, intern(vm, "split"), {type}));
  if (!pair.is(Kind::Tuple) || pair.as<Tuple>()->size < 2) {
    return raise_type_error(vm, "%s.split must return a tuple, not %s", type_name(exception), type_name(pair));
  }
  *group = pair.as<Tuple>()->items[1];
  return pair.as<Tuple>()->items[0];
}

namespace {

/// Whether two exceptions come from the same raise: same context, cause and traceback (PEP 654's test for "re-raised as it was").
bool same_origin(Value a, Value b) {
  auto* x = a.as<Exception>();
  auto* y = b.as<Exception>();
  return x->traceback == y->traceback && x->cause == y->cause && x->context == y->context;
}

/// Collects the leaves of the exception tree that are identical with leaves of `wanted`.
Result<void> collect_leaves(Vm& vm, Value exception, Set* leaves) {
  COIL_GUARD(vm, " in an exception group");
  if (!is_instance(exception, vm.exception(Exc::BaseExceptionGroup))) {
    COIL_TRY(Value id, make_int(vm, static_cast<int64_t>(exception.bits() >> 3)));
    return set_add_reenter(vm, leaves, id);
  }
  Value members = exception_field(exception.as<Exception>(), kGroupExceptions);
  for (size_t i = 0; members.is(Kind::Tuple) && i < members.as<Tuple>()->size; i++) {
    COIL_CHECK(collect_leaves(vm, members.as<Tuple>()->items[i], leaves));
  }
  return ok();
}

/// The part of `group` whose leaves are in `leaves`, with the group's metadata; none() when empty.
Result<Value> project(Vm& vm, Value group, Set* leaves) {
  COIL_GUARD(vm, " in an exception group");
  if (!is_instance(group, vm.exception(Exc::BaseExceptionGroup))) {
    COIL_TRY(Value id, make_int(vm, static_cast<int64_t>(group.bits() >> 3)));
    COIL_TRY(bool found, set_contains_reenter(vm, leaves, id));
    return found ? group : none();
  }
  COIL_TRY(List* kept, new_list(vm));
  Value members = exception_field(group.as<Exception>(), kGroupExceptions);
  for (size_t i = 0; i < members.as<Tuple>()->size; i++) {
    COIL_TRY(Value part, project(vm, members.as<Tuple>()->items[i], leaves));
    if (!part.is_none()) COIL_CHECK(list_append(vm, kept, part));
  }
  if (kept->size == 0) return none();
  COIL_TRY(Value derived, call_method_reenter(vm, group, intern(vm, "derive"), {Value(kept)}));
  if (!is_exception(derived)) return raise_type_error(vm, "derive must return an instance of BaseExceptionGroup");
  auto* from = group.as<Exception>();
  auto* to = derived.as<Exception>();
  store(to, to->traceback, from->traceback);
  store(to, to->context, from->context);
  store(to, to->cause, from->cause);
  to->suppress_context = from->suppress_context;
  COIL_TRY(Value notes, find_attr_reenter(vm, group, vm.name(Name::notes_)));
  if (notes.is(Kind::List)) {
    COIL_TRY(List* copy, list_from_iterable_reenter(vm, notes));
    COIL_CHECK(set_attr_reenter(vm, derived, vm.name(Name::notes_), copy));
  }
  return derived;
}

}  // namespace

Result<Value> prep_reraise_star(Vm& vm, Value original, List* raised) {
  COIL_TRY(List* fresh, new_list(vm));
  COIL_TRY(Set* leaves, new_set(vm));
  bool is_group = is_instance(original, vm.exception(Exc::BaseExceptionGroup));
  bool any_reraised = false;
  for (size_t i = 0; i < raised->size; i++) {
    Value exception = raised->items()[i];
    if (exception.is_none()) continue;
    if (!is_group) {
      // A naked exception was wrapped: it is either raised as it was, or replaced.
      if (exception == original) return original;
      COIL_CHECK(list_append(vm, fresh, exception));
    } else if (same_origin(exception, original)) {
      any_reraised = true;
      COIL_CHECK(collect_leaves(vm, exception, leaves));
    } else {
      COIL_CHECK(list_append(vm, fresh, exception));
    }
  }
  if (any_reraised) {
    COIL_TRY(Value rest, project(vm, original, leaves));
    if (fresh->size == 0) return rest;
    if (!rest.is_none()) COIL_CHECK(list_append(vm, fresh, rest));
  }
  if (fresh->size == 0) return none();
  if (fresh->size == 1) return fresh->items()[0];
  return call_reenter(vm, vm.exception(Exc::BaseExceptionGroup), {Value(vm.empty_str), Value(fresh)});
}

void convert_stop_iteration(Vm& vm, const Code* code) {
  const char* message = nullptr;
  if (pending_matches(vm, Exc::StopIteration)) {
    message = code->flags & kCodeAsyncGenerator ? "async generator raised StopIteration"
              : code->flags & kCodeCoroutine    ? "coroutine raised StopIteration"
              : code->flags & kCodeGenerator    ? "generator raised StopIteration"
                                                : nullptr;
  } else if (code->flags & kCodeAsyncGenerator && pending_matches(vm, Exc::StopAsyncIteration)) {
    message = "async generator raised StopAsyncIteration";
  }
  if (!message) return;
  Value original = clear_pending(vm);
  (void)raise(vm, Exc::RuntimeError, "%s", message);
  auto* error = vm.pending.as<Exception>();
  store(error, error->cause, original);
  store(error, error->context, original);
  error->suppress_context = true;
}

}  // namespace coil
