// Module _greenlet: greenlets, which are coroutines with a stack of their own. stdlib/greenlet.py adds the exceptions.
//
// A greenlet is a VM thread without an operating system thread: it has its own VM stack and its own native stack, so it may switch anywhere, inside of native
// callbacks too. Greenlets of one operating system thread take turns; the thread's first stack belongs to its root greenlet.
//
//   switch_to(target): arguments or an exception are laid into the target, then the native stack changes. Whoever is switched to finds them and returns from its own
//   switch() with them. A greenlet that ends switches to its parent in the same way and never comes back.
//
// A suspended greenlet is traced by its object, not as a root: one that nobody can switch to any more is collected. Its finalizer throws GreenletExit into it, so that
// its finally blocks run.
#include <sys/mman.h>
#include <ucontext.h>

#include <vector>

#include "modules/support.hpp"
#include "objects/exception.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

constexpr size_t kNativeStackBytes = size_t{1} << 20;
/// Kept free at the end of a native stack for the code that notices the overflow; the last page is not accessible.
constexpr size_t kStackReserve = size_t{256} << 10;
constexpr size_t kPooledStacks = 32;

enum class GreenletState : uint8_t { New, Active, Dead };

struct Owner;

struct Greenlet : NativeObject {
  Value run;         // of a new greenlet; nothing: the class's run method
  Value parent;      // nothing for a root
  Value args;        // laid here by whoever switches to it: a Tuple
  Value kwargs;      // a Dict
  Value thrown;      // or the exception to raise instead
  Thread* thread;    // its stacks, while it is active
  char* native_stack;
  ucontext_t* context;
  Owner* owner;      // the operating system thread it belongs to
  GreenletState state;
  bool is_root;
  // The attribute area follows.
};

/// One for each operating system thread that uses greenlets. The VM lock protects all of them.
struct Owner {
  Greenlet* root = nullptr;
  Greenlet* current = nullptr;
  char* dead_stack = nullptr;  // of the greenlet that ended last: free once another stack is in use
  bool ended = false;          // the thread is gone
};

std::vector<Owner*> g_owners;
std::vector<char*> g_stack_pool;
Class* g_greenlet_class = nullptr;
Value g_exit_class, g_error_class;  // greenlet.GreenletExit, greenlet.error

/// Tells the registry that a thread has ended. (Owners are never freed: greenlets of an ended thread still point to theirs.)
struct ThreadEnd {
  Owner* owner = nullptr;
  ~ThreadEnd() {
    if (owner) __atomic_store_n(&owner->ended, true, __ATOMIC_RELAXED);
  }
};
thread_local ThreadEnd t_end;

void mark_owners(void*, Marker& marker) {
  for (Owner* owner : g_owners) {
    if (__atomic_load_n(&owner->ended, __ATOMIC_RELAXED)) continue;
    marker.cell(owner->root);
    marker.cell(owner->current);
  }
  marker.value(g_exit_class);
  marker.value(g_error_class);
}

void trace_greenlet(Cell* cell, Marker& marker) {
  auto* greenlet = static_cast<Greenlet*>(cell);
  for (Value field : {greenlet->run, greenlet->parent, greenlet->args, greenlet->kwargs, greenlet->thrown}) marker.value(field);
  // A running one is scanned as the running thread, a root as a thread of the process.
  bool suspended = greenlet->state == GreenletState::Active && greenlet->thread && greenlet->thread->saved_sp;
  if (suspended && !greenlet->is_root) mark_thread(greenlet->thread, marker);
}

// -- stacks

char* take_native_stack() {
  if (!g_stack_pool.empty()) {
    char* stack = g_stack_pool.back();
    g_stack_pool.pop_back();
    return stack;
  }
  void* made = mmap(nullptr, kNativeStackBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (made == MAP_FAILED) return nullptr;
  mprotect(made, 4096, PROT_NONE);
  return static_cast<char*>(made);
}

void give_native_stack(char* stack) {
  if (!stack) return;
  if (g_stack_pool.size() < kPooledStacks) g_stack_pool.push_back(stack);
  else munmap(stack, kNativeStackBytes);
}

void destroy_greenlet(Cell* cell) {
  auto* greenlet = static_cast<Greenlet*>(cell);
  if (greenlet->is_root) return;
  if (greenlet->thread) delete_thread(g_vm, greenlet->thread);
  give_native_stack(greenlet->native_stack);
  delete greenlet->context;
}

const NativeObjectOps kGreenletOps{trace_greenlet, destroy_greenlet};

void unlink_thread(Vm& vm, Thread* thread) {
  for (Thread** link = &vm.threads; *link; link = &(*link)->next) {
    if (*link != thread) continue;
    *link = thread->next;
    return;
  }
}

// -- the current greenlet

Error raise_greenlet_error(Vm& vm, const char* message) {
  COIL_TRY(Str* text, new_str(vm, message));
  COIL_TRY(Value error, call_reenter(vm, g_error_class, {Value(text)}));
  return raise_exception(vm, error);
}

Result<Greenlet*> current_greenlet(Vm& vm) {
  if (t_end.owner) return t_end.owner->current;
  COIL_TRY(Greenlet* root, new_native_object<Greenlet>(vm, g_greenlet_class, &kGreenletOps));
  auto* owner = new Owner;
  root->is_root = true;
  root->state = GreenletState::Active;
  root->thread = vm.thread;
  root->context = new ucontext_t;
  root->owner = owner;
  owner->root = owner->current = root;
  g_owners.push_back(owner);
  t_end.owner = owner;
  return root;
}

// -- switching

/// The nearest greenlet that can go on: the target, or the parent of a dead one.
Greenlet* live_target(Greenlet* target) {
  while (target->state == GreenletState::Dead) target = target->parent.as<Greenlet>();
  return target;
}

/// What a switch() gives: one argument as it is, several as a tuple, keywords as a dictionary, both as a pair.
Result<Value> received(Vm& vm, Greenlet* self) {
  if (Value thrown = self->thrown) {
    self->thrown = self->args = self->kwargs = Value();
    return raise_exception(vm, thrown);
  }
  Value args = self->args, kwargs = self->kwargs;
  self->args = self->kwargs = Value();
  bool has_keywords = kwargs.is(Kind::Dict) && kwargs.as<Dict>()->used;
  size_t count = args.is(Kind::Tuple) ? args.as<Tuple>()->size : 0;
  if (!has_keywords) return count == 1 ? args.as<Tuple>()->items[0] : args ? args : Value(vm.empty_tuple);
  if (count == 0) return kwargs;
  COIL_TRY(Tuple* both, make_tuple(vm, {args, kwargs}));
  return Value(both);
}

/// The native stack changes here. Returns when somebody switches back.
[[gnu::noinline]] void jump(Vm& vm, Greenlet* from, Greenlet* to) {
  __builtin_unwind_init();  // registers with values go to this frame, where the collector finds them
  Thread* left = from->thread;
  Thread* entered = to->thread;
  entered->running_loop = left->running_loop;
  entered->current_task = left->current_task;
  entered->is_main = left->is_main;
  if (!from->is_root) {
    unlink_thread(vm, left);
    left->running_loop = left->current_task = Value();
  }
  left->saved_sp = stack_position();
  write_barrier(from);
  if (!to->is_root) {
    entered->next = vm.threads;
    vm.threads = entered;
  }
  entered->saved_sp = nullptr;
  vm.thread = entered;
  vm.recursion = entered;
  from->owner->current = to;
  g_heap.set_stack_base(entered->native_stack_base);
  g_stack_limit = entered->native_stack_limit;
  swapcontext(from->context, to->context);
}

/// After a jump, on the stack that was switched to.
void arrive() {
  Owner* owner = t_end.owner;
  give_native_stack(owner->dead_stack);
  owner->dead_stack = nullptr;
}

/// The outcome of a greenlet goes to its parent; an exception other than GreenletExit is raised there.
void hand_outcome_to(Vm& vm, Greenlet* target, Result<Value> outcome) {
  Value result = outcome ? *outcome : clear_pending(vm);
  if (!outcome && !(is_instance(result, g_exit_class.as<Class>()))) {
    store(target, target->thrown, result);
    return;
  }
  Result<Tuple*> args = make_tuple(vm, {result});
  if (args) store(target, target->args, Value(*args));
  else store(target, target->thrown, clear_pending(vm));
}

Result<void> start(Vm&, Greenlet*);

/// A greenlet that was thrown into before it began is dead without having run: the exception goes on to its parent.
Greenlet* skip_unborn(Vm& vm, Greenlet* target) {
  while (target->state == GreenletState::New && target->thrown) {
    Value thrown = target->thrown;
    target->thrown = Value();
    target->state = GreenletState::Dead;
    Greenlet* next = live_target(target);
    (void)raise_exception(vm, thrown);
    hand_outcome_to(vm, next, Error{});
    target = next;
  }
  return target;
}

Result<Value> run_greenlet(Vm& vm, Greenlet* self) {
  Value run = self->run;
  self->run = Value();
  Value args = self->args, kwargs = self->kwargs;
  self->args = self->kwargs = Value();
  if (!run) {
    COIL_TRY(run, get_attr_reenter(vm, self, intern(vm, "run")));
  }
  return call_ex_reenter(vm, run, args.is(Kind::Tuple) ? args.as<Tuple>() : vm.empty_tuple, kwargs.is(Kind::Dict) ? kwargs.as<Dict>() : nullptr);
}

/// Everything that may hold cells is in this frame or above it.
[[gnu::noinline]] void live(Vm& vm, Owner* owner) {
  Greenlet* self = owner->current;
  Result<Value> outcome = run_greenlet(vm, self);
  self->state = GreenletState::Dead;
  Greenlet* target = live_target(self);
  hand_outcome_to(vm, target, outcome);
  target = skip_unborn(vm, target);
  if (target->state == GreenletState::New && !start(vm, target)) {
    Value error = clear_pending(vm);
    target->state = GreenletState::Dead;
    target = live_target(target);
    store(target, target->thrown, error);
  }
  owner->dead_stack = self->native_stack;
  self->native_stack = nullptr;
  jump(vm, self, target);
}

void entry() {
  Owner* owner = t_end.owner;
  arrive();
  live(g_vm, owner);
  __builtin_unreachable();
}

/// Gives a new greenlet its stacks.
Result<void> start(Vm& vm, Greenlet* greenlet) {
  Thread* thread = new_thread(vm);
  char* stack = take_native_stack();
  if (!thread || !stack) {
    if (thread) delete_thread(vm, thread);
    give_native_stack(stack);
    return raise(vm, Exc::RuntimeError, "can't start new greenlet");
  }
  unlink_thread(vm, thread);
  greenlet->thread = thread;
  greenlet->native_stack = stack;
  greenlet->context = new ucontext_t;
  thread->native_stack_base = stack + kNativeStackBytes;
  thread->native_stack_limit = stack + kStackReserve;
  getcontext(greenlet->context);
  greenlet->context->uc_stack.ss_sp = stack;
  greenlet->context->uc_stack.ss_size = kNativeStackBytes;
  greenlet->context->uc_link = nullptr;
  makecontext(greenlet->context, entry, 0);
  greenlet->state = GreenletState::Active;
  g_heap.set_finalizer(greenlet);
  return ok();
}

/// The VM stack of a greenlet that ended is given back by the next one who looks.
void forget_stacks(Vm& vm, Greenlet* greenlet) {
  if (greenlet->state != GreenletState::Dead || !greenlet->thread) return;
  delete_thread(vm, greenlet->thread);
  greenlet->thread = nullptr;
  delete greenlet->context;
  greenlet->context = nullptr;
}

/// Arguments or exception are in the target already.
Result<Value> switch_to(Vm& vm, Greenlet* target) {
  COIL_TRY(Greenlet* self, current_greenlet(vm));
  target = skip_unborn(vm, target);
  if (target == self) return received(vm, self);
  if (target->state == GreenletState::New) COIL_CHECK(start(vm, target));
  jump(vm, self, target);
  arrive();
  for (Value parent = target; parent.is(Kind::NativeObject) && parent != Value(self); parent = parent.as<Greenlet>()->parent) {
    forget_stacks(vm, parent.as<Greenlet>());
  }
  return received(vm, self);
}

Result<Greenlet*> check_target(Vm& vm, Greenlet* target) {
  COIL_TRY(Greenlet* self, current_greenlet(vm));
  if (!target->owner) return raise_greenlet_error(vm, "the greenlet is not initialized");
  if (target->owner != self->owner) {
    return raise_greenlet_error(vm, target->owner->ended ? "cannot switch to a different thread (which happens to have exited)"
                                                         : "cannot switch to a different thread");
  }
  return live_target(target);
}

// -- greenlet

bool is_greenlet(Value v) { return v.is(Kind::NativeObject) && is_instance(v, g_greenlet_class); }

Result<Value> greenlet_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return new_native_object<Greenlet>(vm, cls, &kGreenletOps); }

Result<void> set_parent(Vm& vm, Value self, Value parent) {
  if (!parent) return raise(vm, Exc::AttributeError, "can't delete attribute");
  if (!is_greenlet(parent)) return raise_type_error(vm, "GreenletChecker: Expected any type of greenlet, not %s", type_name(parent));
  auto* greenlet = self.as<Greenlet>();
  if (greenlet->is_root) return raise(vm, Exc::AttributeError, "cannot set the parent of a main greenlet");
  auto* wanted = parent.as<Greenlet>();
  if (wanted->owner != greenlet->owner) return raise_value_error(vm, "parent cannot be on a different thread");
  for (Value above = parent; above; above = above.as<Greenlet>()->parent) {
    if (above == self) return raise_value_error(vm, "cyclic parent chain");
  }
  store(greenlet, greenlet->parent, parent);
  return ok();
}

NATIVE(greenlet_init_native, "greenlet(self, run=None, parent=None)", "A coroutine with a stack of its own, which calls run(*arguments of the first switch).") {
  auto* greenlet = self_as<Greenlet>(args);
  if (greenlet->state != GreenletState::New) return raise(vm, Exc::RuntimeError, "cannot reinitialize already-started greenlet");
  COIL_TRY(Greenlet* current, current_greenlet(vm));
  greenlet->owner = current->owner;
  store(greenlet, greenlet->parent, Value(current));
  if (args.has(1) && !args[1].is_none()) store(greenlet, greenlet->run, args[1]);
  if (args.has(2) && !args[2].is_none()) COIL_CHECK(set_parent(vm, args[0], args[2]));
  return none();
}
COIL_INIT_SLOT(greenlet_init, greenlet_init_native)

NATIVE(greenlet_switch, "switch(self, /, *args, **kwargs)", "Go on in this greenlet until somebody switches back; returns what they give.") {
  auto* given = self_as<Greenlet>(args);
  COIL_TRY(Greenlet* target, check_target(vm, given));
  store(target, target->args, args[1]);
  store(target, target->kwargs, args[2]);
  return switch_to(vm, target);
}

NATIVE(greenlet_throw, "throw(self, typ=None, val=None, tb=None, /)", "Switch to the greenlet and raise an exception there: GreenletExit unless another one is given.") {
  auto* given = self_as<Greenlet>(args);
  Value exception = args.has(1) && !args[1].is_none() ? args[1] : g_exit_class;
  if (is_exception_class(exception)) {
    bool has_value = args.has(2) && !args[2].is_none();
    if (has_value && is_exception(args[2])) {
      exception = args[2];
    } else {
      COIL_TRY(exception, has_value ? call_reenter(vm, exception, {args[2]}) : call_reenter(vm, exception, {}));
    }
  }
  if (!is_exception(exception)) return raise_type_error(vm, "exceptions must be classes, or instances, not %s", type_name(args[1]));
  if (args.has(3) && !args[3].is_none()) COIL_CHECK(set_attr_reenter(vm, exception, intern(vm, "__traceback__"), args[3]));
  COIL_TRY(Greenlet* target, check_target(vm, given));
  if (given->state == GreenletState::Dead && is_instance(exception, g_exit_class.as<Class>())) {
    (void)raise_exception(vm, exception);
    hand_outcome_to(vm, target, Error{});
  } else {
    store(target, target->thrown, exception);
  }
  return switch_to(vm, target);
}

NATIVE(greenlet_del, "__del__(self, /)", "Unwind a greenlet that nobody can switch to any more.") {
  auto* greenlet = self_as<Greenlet>(args);
  if (greenlet->state != GreenletState::Active || greenlet->is_root || !t_end.owner || greenlet->owner != t_end.owner) return none();
  if (t_end.owner->current == greenlet) return none();
  COIL_TRY(Value exception, call_reenter(vm, g_exit_class, {}));
  store(greenlet, greenlet->parent, Value(t_end.owner->current));
  store(greenlet, greenlet->thrown, exception);
  COIL_CHECK(switch_to(vm, greenlet));
  return none();
}

Result<Value> get_parent(Vm&, Value self) { return self.as<Greenlet>()->parent ? self.as<Greenlet>()->parent : none(); }
Result<Value> get_dead(Vm&, Value self) { return Value::boolean(self.as<Greenlet>()->state == GreenletState::Dead); }
Result<Value> get_run(Vm& vm, Value self) {
  auto* greenlet = self.as<Greenlet>();
  if (greenlet->run && greenlet->state == GreenletState::New) return greenlet->run;
  return raise(vm, Exc::AttributeError, "run");
}
Result<void> set_run(Vm& vm, Value self, Value value) {
  auto* greenlet = self.as<Greenlet>();
  if (greenlet->state != GreenletState::New) return raise(vm, Exc::AttributeError, "run cannot be set after the start of the greenlet");
  store(greenlet, greenlet->run, value);
  return ok();
}
Result<Value> get_frame(Vm&, Value self) {
  auto* greenlet = self.as<Greenlet>();
  Frame* frame = greenlet->state == GreenletState::Active && greenlet->thread ? greenlet->thread->frame : nullptr;
  return frame && (frame->flags & kFrameHeap) ? Value(frame) : none();
}
Result<bool> greenlet_truth(Vm&, Value self) { return self.as<Greenlet>()->state == GreenletState::Active; }
Result<Value> greenlet_repr(Vm& vm, Value self) {
  auto* greenlet = self.as<Greenlet>();
  bool current = t_end.owner && t_end.owner->current == greenlet;
  const char* state = greenlet->state == GreenletState::New ? "pending" : greenlet->state == GreenletState::Dead ? "dead" : current ? "current active started" : "suspended active started";
  const char* module = class_of(self)->flags & kClassHeap ? "" : "greenlet.";
  char owner[32] = "0x(nil)";  // as the C library writes a null pointer behind "0x"
  if (greenlet->state != GreenletState::New) std::snprintf(owner, sizeof owner, "0x%zx", reinterpret_cast<size_t>(&t_end));
  return new_str_format(vm, "<%s%s object at 0x%llx (otid=%s) %s%s>", module, type_name(self), static_cast<unsigned long long>(self.bits()), owner, state,
                        greenlet->is_root ? " main" : "");
}

const GetSetSpec kParent{"parent", get_parent, set_parent, "The greenlet that goes on when this one ends."};
const GetSetSpec kDead{"dead", get_dead, nullptr, "Whether the greenlet has ended."};
const GetSetSpec kRun{"run", get_run, set_run, "What the greenlet calls; gone once it has begun."};
const GetSetSpec kFrame{"gr_frame", get_frame, nullptr, "The innermost frame of a suspended greenlet, when it is an object; else None."};

NATIVE(getcurrent, "getcurrent()", "The greenlet that runs.") { return current_greenlet(vm); }
NATIVE(set_exceptions, "_set_exceptions(greenlet_exit, error, /)", "Tell the module its exception classes.") {
  if (!is_exception_class(args[0]) || !is_exception_class(args[1])) return raise_type_error(vm, "exception classes expected");
  g_exit_class = args[0];
  g_error_class = args[1];
  COIL_CHECK(module_set(vm, g_greenlet_class->dict, "GreenletExit", g_exit_class));
  COIL_CHECK(module_set(vm, g_greenlet_class->dict, "error", g_error_class));
  class_modified(vm, g_greenlet_class, nullptr);
  return none();
}

Result<void> init_greenlet(Vm& vm, Dict* ns) {
  g_heap.add_roots(mark_owners, nullptr);
  g_exit_class = vm.exception(Exc::BaseException);
  g_error_class = vm.exception(Exc::Exception);
  COIL_TRY(g_greenlet_class, new_module_class<Greenlet>(vm, "greenlet", "greenlet", "A coroutine with a stack of its own.", kClassHasDict | kClassHasWeakRef));
  Slots& slots = g_greenlet_class->slots;
  slots.make = greenlet_make;
  slots.init = greenlet_init;
  slots.truth = greenlet_truth;
  slots.repr = greenlet_repr;
  define_class(vm, g_greenlet_class, {FN(greenlet_switch), FN(greenlet_throw), FN(greenlet_del), FN(getcurrent)}, {&kParent, &kDead, &kFrame, &kRun});
  return module_set(vm, ns, "greenlet", g_greenlet_class);
}

}  // namespace

MODULE(greenlet, "_greenlet", "Greenlets: coroutines with stacks of their own.", init_greenlet, FN(getcurrent), FN(set_exceptions))

}  // namespace coil
