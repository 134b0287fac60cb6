// Everything the dispatch loop calls out of line: one function per instruction or transition that is too long for the loop.
#pragma once

#include "vm/future.hpp"
#include "vm/hooks.hpp"
#include "vm/interpreter.hpp"

namespace coil {

// -- calls (call.cpp)
/// Binds arguments into the registers of a new frame; raises CPython's TypeErrors. `regs` must not overlap `args`.
/// Binds arguments that lie in the first registers of the callee, `npos` values and then one for each of `kwnames`. False: nothing was changed, and
/// bind_arguments() has to do it or tell what is wrong.
bool bind_in_place(Function*, Value* regs, size_t npos, Tuple* kwnames);
/// The same for a call with positional arguments only, most of which lack nothing but defaults. Registers behind the parameters are left as they are.
bool add_defaults(const Function*, Value* regs, size_t npos);
Result<void> bind_arguments(Vm&, Function*, Value* regs, const Value* args, size_t npos, Tuple* kwnames);
/// A generator, coroutine or async generator object with its own heap frame.
Result<Value> make_generator(Vm&, Function*, const Value* args, size_t npos, Tuple* kwnames);
/// Initialises a frame header in place (on the VM stack).
Frame* init_stack_frame(void* at, Frame* caller, Function* function, uint16_t flags, Value owner);
/// Pushes a bound frame at thread->top; nullptr with the exception pending.
Frame* push_frame(Vm&, Function*, const Value* args, size_t npos, Tuple* kwnames, Frame* caller, uint16_t flags, Value owner);
/// f(*args, **kwargs): one tuple with a free first item (for self), the positional values and the keyword values; `names` tells the keywords.
Result<Tuple*> spread_arguments(Vm&, Value callee, Value args, Value kwargs, Tuple** names);
/// "module.f()" as CPython names a callable in call errors.
Result<Str*> callable_label(Vm&, Value callee);
/// __init__ of a program class as a language function when Class(...) can run it as a frame; nullptr otherwise.
Function* constructor_of(Vm&, Class*);

// -- attributes and globals (inline_cache.cpp)
/// The attribute of a module, when the cache knows its place in the module's dictionary: the index of the entry (`offset`) for one version of the keys
/// (`new_shape`). Nothing otherwise.
inline Value cached_module_attr(Value object, const InlineCache& cache) {
  if (!cache.new_shape || !is_exact(object, Kind::Module)) return {};
  Dict* dict = object.as<Module>()->dict;
  return dict->keys_version == cache.new_shape ? dict->entries()[cache.offset].value : Value();
}
/// Sets *getter, and returns something meaningless, when a property has to be asked: the caller runs the function with the object.
Result<Value> get_attr_cached(Vm&, Value object, InlineCache&, Function** getter);
/// To be called at each collection.
void forget_shared_lookups();
Result<void> set_attr_cached(Vm&, Value object, InlineCache&, Value value);
/// Fills window[kCalleeSlot] and the first argument slot.
Result<void> load_method_cached(Vm&, Value* window, Value object, InlineCache&);
/// LoadSuperMethod: false when super().name has to be evaluated in steps.
bool load_super_method(Vm&, Value* window, Value self, Value of_class, InlineCache&);
Result<void> load_special(Vm&, Value* window, Value object, int which);
Result<Value> load_global(Vm&, Function*, InlineCache&);
Result<Value> load_name(Vm&, Frame*, Str* name);
Result<Value> load_class_free(Vm&, Frame*, uint16_t index);
Result<void> store_name(Vm&, Frame*, Str* name, Value value);
Result<void> delete_name(Vm&, Frame*, Str* name);
Result<void> setup_annotations(Vm&, Frame*);
Error raise_name_error(Vm&, Str* name);
Error raise_unbound_local(Vm&, Str* name);
Error raise_unbound_free(Vm&, Frame*, uint16_t index);

// -- data (slow_paths.cpp)
Result<void> unpack_sequence(Vm&, Value source, Value* out, size_t count);
Result<void> unpack_ex(Vm&, Value source, Value* out, size_t before, size_t after);
Result<Value> build_string(Vm&, const Value* parts, size_t count);
Result<Value> make_function_op(Vm&, Frame*, Code*, const Value* extras);
/// [*x] and {**x}, with the errors of displays.
Result<void> list_extend_starred(Vm&, List*, Value iterable);
/// (*items, *items[count])
Result<Value> build_tuple_star(Vm&, const Value* items, size_t count);
Result<void> dict_update_starred(Vm&, Dict*, Value mapping);
Result<void> dict_merge(Vm&, Dict* target, Value source, Value callee);
Result<Value> convert_value(Vm&, Value, int conversion);
Result<Value> get_slice_reenter(Vm&, Value object, Value start, Value stop);
Result<Value> intrinsic(Vm&, Frame*, Intrinsic, Value* base);
Result<Value> match_keys(Vm&, Value subject, Tuple* keys);
Result<Value> match_rest(Vm&, Value subject, Tuple* keys);
Result<Value> match_class(Vm&, Value subject, Value cls, Tuple* names, int64_t positional);
Result<void> check_context_manager(Vm&, Value manager, bool is_async);

// -- exceptions (unwind.cpp)
/// Raise for a raise statement: instantiates classes, sets cause and context.
Error raise_statement(Vm&, Frame*, Value what, Value cause_or_nothing);
Result<bool> exception_matches_reenter(Vm&, Value exception, Value type);
Result<Value> check_eg_match(Vm&, Value* group, Value type);
Result<Value> prep_reraise_star(Vm&, Value original, List* raised);
/// Handler of the pending exception in the frame, or nullptr.
const Handler* find_handler(const Code*, size_t pc);
/// exception.__context__ = context, unless that is nothing; without making a cycle.
void chain_exception(Exception*, Value context);
/// First sight of a newly raised exception in a frame: implicit context.
void note_raise(Vm&, Frame*);
/// The same for an exception that throw() puts into a suspended frame: what the callers handle is none of its context.
void note_thrown(Vm&, Frame*);
/// It leaves a suspended frame of the chain for this one, which waits for that.
void note_passing(Frame*, Exception*, bool thrown);
/// StopIteration (and StopAsyncIteration) must not leak out of generators and coroutines: the RuntimeError instead.
void convert_stop_iteration(Vm&, const Code*);

// -- coroutines (coroutine.cpp)
/// Moves the stack frames of the running chain to the heap; returns the innermost frame. nullptr: MemoryError.
Frame* spill_chain(Vm&, Frame* innermost);
enum class Delegate : uint8_t {
  Raised,     // exception pending
  Thrown,     // exception pending that was thrown into the chain
  Value,      // finished; *value is the result
  Yield,      // *value is to be yielded to the root
  Enter,      // the frames of the generator *value join the chain: run them, sending thread->sent, or with the exception that is pending
  Frame,      // of an operation: run the function's own frame
};
/// Two words, so that it is returned in registers.
struct DelegateStep {
  Delegate kind;
  Value value;
};
inline DelegateStep step_value(Value value) { return {Delegate::Value, value}; }
inline DelegateStep step_raised() { return {Delegate::Raised, {}}; }
inline DelegateStep step_thrown() { return {Delegate::Thrown, {}}; }
/// To be acted on before anything is allocated: nothing else keeps `sent` alive.
inline DelegateStep step_enter(Vm& vm, Generator* generator, Value sent) {
  vm.thread->sent = sent;
  return {Delegate::Enter, Value(generator)};
}
/// "generator", "coroutine" or "async generator".
const char* generator_noun(Kind);
/// Where a suspended frame keeps what it waits for; nullptr when it is not at an await.
Value* delegate_register(Frame*);
/// The object of a frame in the middle of a suspended chain. A plain `await f()` made none: now there is one, which has joined the chain.
Result<Generator*> object_of_awaited(Vm&, Frame*);
/// The chain that the frame of a started generator is part of: its own, or the one that awaits it.
Generator* chain_of(Generator*);
/// A generator in the state Running may also be suspended, with the chain that it has joined.
bool is_executing(Generator*);
/// Of a generator in the state Running: one in the middle of a suspended chain leaves it, with what it waits for; the frame that delegates to it
/// keeps the object in its register and joins it again. False: it executes.
bool leave_suspended_chain(Generator*);
/// Gives a suspended chain that waits in a native operation the frames that the operation saves, for those who look at them.
Result<void> unfold_operation(Vm&, Generator* chain);
inline bool can_resume(Generator* generator) { return generator->state != GenState::Running || leave_suspended_chain(generator); }
/// First step of `await x` / `yield from x`; may replace the register by the iterator to drive.
DelegateStep start_await(Vm&, Value* reg, int context);
DelegateStep start_yield_from(Vm&, Value* reg, Code* code);
DelegateStep start_anext(Vm&, Value iterator, Value* reg);
/// Later steps: the chain was resumed with a value, or with the pending exception.
DelegateStep resume_delegate(Vm&, Value* reg, Value sent);
DelegateStep throw_into_delegate(Vm&, Value* reg);
/// GeneratorExit is about to be thrown into a suspended chain: what the root delegates to is closed first, innermost frame first, each with a
/// GeneratorExit of its own. Gives what the root itself gets: `exit`, or the exception that came out of closing.
Value close_delegates_reenter(Vm&, Generator*, Value exit);
Result<Value> get_async_iter(Vm&, Value);

// -- coroutine objects that are never awaited (never_awaited.cpp)
/// What is rare of the next: origins with their frames are kept, or calls in this code are dead.
void look_at_new_coroutine_reenter(Vm&, Generator*, Frame*);
inline void note_place_of_call(Generator* coroutine, Frame* frame) {
  Code* code = frame->code();
  coroutine->notes = code;
  coroutine->origin_instr = static_cast<uint32_t>(frame->ip - code->instrs) - 1;
}
/// A call made a coroutine object: remembers where, and tells at once when nothing can keep the object.
inline void note_new_coroutine_reenter(Vm& vm, Generator* coroutine, Frame* frame) {
  note_place_of_call(coroutine, frame);
  if (vm.thread->origin_tracking_depth || !frame->code()->unit.dead_calls().empty()) look_at_new_coroutine_reenter(vm, coroutine, frame);
}
/// A native, or an operator through a special method, made a coroutine object: what becomes of that, only a collection can tell.
void note_coroutine_of_native(Vm&, Generator*);
/// A function ends, and nothing has read this local of it.
void note_unread_coroutine_reenter(Vm&, Frame*, Value local);
/// An instruction raised: its operand may be a coroutine object that nothing else holds.
void note_failed_operand_reenter(Vm&, Frame*);

/// A loop got this generator from the __iter__ or __aiter__ of what it iterates over: notes whether the loop alone holds it.
void note_generator_of_loop(Vm&, Value iterated, Value generator);
/// The loop is left early: closes a loop-owned generator.
Result<void> close_loop_iterator(Vm&, Value iterator);

}  // namespace coil
