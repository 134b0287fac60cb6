// The interpreter's entry points: running code, resuming coroutines, calling from C++.
#pragma once

#include "vm/frame.hpp"

namespace coil {

/// What a program gave throw(): a delegate written by hand gets the same arguments.
struct ThrownArguments {
  Value exception;  // made from them
  const Value* args;
  size_t count;
};

/// What is told to a thread's profile hook (profile.hpp).
enum class ProfileEvent : uint8_t { Call, Return, NativeCall, NativeReturn, NativeRaise };
/// `what`: the value a frame returns or yields (nothing: it is left by an exception); for natives the callable.
using ProfileHook = Result<void> (*)(Vm&, Value data, ProfileEvent, Frame*, Value what);

/// A thread that runs language code: its VM stack and the bounds of its native stack.
struct Thread : Recursion {
  Value* stack;            // VM stack: kStackWords values
  Value* stack_end;
  Value* top;              // first free word above the innermost stack frame, kept while natives run
  Frame* frame;            // innermost frame while natives run (tracebacks, zero-argument super, handled exception)
  Generator* chain;        // root of the running coroutine chain, or nullptr
  Value sent;              // what the generator gets that a DelegateStep enters
  const ThrownArguments* thrown;  // of the innermost throw() that has not reached its frame, or nullptr
  const void* fresh_generator;  // the last generator object a call made,
  const Instr* fresh_call;      // and the instruction after that call: a loop there owns it
  uint32_t origin_tracking_depth;  // frames that new coroutines remember as cr_origin; 0: none
  const void* native_stack_base;
  const char* native_stack_limit; // where the stack guard stops recursion
  const void* saved_sp;    // while another thread holds the VM lock
  Value pending;           // the pending exception, saved for the same time
  Thread* next;
  uint64_t identity;       // as programs see it; 0 until the thread is started
  Value start;             // (function, args, kwargs) of a thread that begins
  bool is_main;            // signal handlers run here
  Value context;           // current contextvars.Context or nothing
  Value current_task;
  Value running_loop;      // the event loop that runs in this thread, or nothing
  ProfileHook profile;     // nullptr: the thread is not profiled
  Value profile_data;      // what the hook gets
  bool in_profile;         // the hook runs: its own calls are not told
};

Result<Code*> make_code(Vm&, std::shared_ptr<CodeUnit>);
/// The head of a module's unit. The block must stay where it is.
Result<Code*> make_code(Vm&, const ImageBlock&);
inline bool is_head(const Code* code) { return code->instrs->op == static_cast<uint16_t>(Op::LoadCode); }
/// Makes what a head lacks.
Result<void> load_code(Vm&, Code*);
inline Result<void> need_code(Vm& vm, Code* code) { return is_head(code) ? load_code(vm, code) : ok(); }
/// The docstring or None, without loading the code.
Result<Value> code_docstring(Vm&, Code*);
Result<Function*> make_function(Vm&, Code*, Dict* globals);
/// What `__builtins__` of the globals says, else the builtins of the VM.
Dict* builtins_of(Vm&, Dict* globals);
/// function.__code__ = code: for calls from now on.
Result<void> replace_code(Vm&, Function*, Code*);
/// Run a module, eval, exec or class body: locals nothing -> globals is the namespace.
Result<Value> run_code_reenter(Vm&, Code*, Dict* globals, Value locals);

/// How a resumption ended.
enum class Step : uint8_t { Yielded, Returned, Raised };
struct StepResult {
  Step step;
  Value value;  // yielded or returned value; nothing when raised (the exception is pending)
};
/// Runs a frame that was pushed with kFrameEntry until it returns or raises.
StepResult run_frame_reenter(Vm&, Frame*);
/// The call slot of language functions.
Result<Value> call_function_reenter(Vm&, Value callee, Value* args, size_t npos, Tuple* kwnames);
/// Resume a generator, coroutine or async generator's frame chain from C++ (next(), send(), throw(), the scheduler). `sent` is ignored for a fresh one; when `exception` is given it is
/// raised at the suspension point instead. The caller has checked the state (not running, not done).
StepResult resume_reenter(Vm&, Generator*, Value sent, Value exception = {});
/// gen.close(): throw GeneratorExit, "generator ignored GeneratorExit".
Result<void> close_generator_reenter(Vm&, Generator*);

/// The exception being handled where `frame` stands, walking its callers; nothing when none.
Value handled_exception(Frame* frame);
/// Adds the frame's position to the pending exception's traceback.
void add_traceback(Vm&, Frame* frame);
/// Modules of the library say in _native_wording which of their functions are native in CPython: these word argument errors as natives do, and are no levels of
/// tracebacks. It is a text for all of them, or a dictionary by qualified name or class; the text is the mark behind the signature that objects/native.cpp knows.
/// Nothing: the function is none of them.
Value native_wording(Vm&, const Function*);
/// The same for a frame that has not started: its place is the first line of the function, without columns.
void add_first_line(Vm&, Frame* frame);
/// The exception leaves the frame after a handler or finally: its level shows the variables as they are now.
void refresh_traceback(Frame* frame, Exception* exception);
/// The place of a stack level in its source.
Position position_of(const Traceback*);

/// The namespace locals() shows for a frame: a dictionary made for functions, or `known`, brought up to date. What a traceback keeps of a frame, and the same of
/// that.
Result<Value> locals_of_frame(Vm&, Frame*);
Result<Value> locals_of_frame(Vm&, Frame*, Value known);
std::span<const Value> locals_to_keep(const Frame*);
Result<Value> locals_of_traceback(Vm&, Traceback*);

void setup_vm(Vm&);      // trace functions, the main thread, Function's call slot
Thread* new_thread(Vm&); // for executor threads: allocates a VM stack
void delete_thread(Vm&, Thread*);
/// In a forked child: the thread is not there, but what its stack holds stays alive.
void lose_thread(Vm&, Thread*);
/// Marks what a thread that does not run keeps on its stacks.
void mark_thread(Thread*, Marker&);

}  // namespace coil
