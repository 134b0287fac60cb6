// A loop that a program gave to the policy (or got from it) and never closed. CPython takes modules apart at exit, but the policy keeps its loops in thread-local
// storage, which is dropped when nothing can run any more. So the loop's tasks are not reported, nor are destructors called of what they refer to. Functions
// of the main program are among that as a rule, and with them all its globals: nothing refers to its module, so that only the module is dropped and
// its dictionary is not cleared, as are those of modules that others have imported.
#include "host/kept_at_exit.hpp"

#include <unordered_set>
#include <vector>

#include <pthread.h>

#include "async/loop.hpp"
#include "heap/census.hpp"
#include "heap/heap.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

Result<Value> loop_of_policy_reenter(Vm& vm) {
  Value events = dict_get_str(vm.modules, intern(vm, "asyncio.events"));
  if (!events.is(Kind::Module)) return Value();
  COIL_TRY(Value policy, get_attr_reenter(vm, events, intern(vm, "_event_loop_policy")));
  COIL_TRY(Value loops, find_attr_reenter(vm, policy, intern(vm, "_loop_of_thread")));
  if (!loops.is(Kind::Dict)) return Value();
  COIL_TRY(Value ident, make_int_u64(vm, static_cast<uint64_t>(pthread_self())));
  COIL_TRY(Value loop, dict_get_reenter(vm, loops.as<Dict>(), ident));
  return native_loop(loop) && !native_loop(loop)->closed ? loop : Value();
}

/// Takes the finalizers from all that can be reached from where it begins.
class Reached {
 public:
  explicit Reached(Vm& vm) : main_globals_(nullptr) {
    seen_.insert(vm.modules);
    Value main = dict_get_str(vm.modules, intern(vm, "__main__"));
    if (main.is(Kind::Module)) main_globals_ = main.as<Module>()->dict;
  }

  static void add(Cell* cell, void* self) {
    auto* reached = static_cast<Reached*>(self);
    if (cell->kind != Kind::Module && reached->seen_.insert(cell).second) reached->waiting_.push_back(cell);
  }

  void follow() {
    while (!waiting_.empty()) {
      Cell* cell = waiting_.back();
      waiting_.pop_back();
      Heap::drop_finalizer(cell);
      add_referents(cell);
      Class* cls = class_of(cell);
      if (cls && cls->flags & kClassHeap) add(cls, this);
    }
  }

 private:
  void add_referents(Cell* cell) {
    if (cell->kind == Kind::Class) {
      // Not its subclasses, which it does not keep.
      auto* cls = static_cast<Class*>(cell);
      add(cls->mro, this);
      if (cls->dict.raw()) add(cls->dict.raw(), this);
      return;
    }
    // Globals of other modules are cleared, or hold nothing of the program's.
    if (cell->kind == Kind::Function && static_cast<Function*>(cell)->globals != main_globals_) seen_.insert(static_cast<Function*>(cell)->globals);
    for_each_referent(cell, add, this);
  }

  const Dict* main_globals_;
  std::unordered_set<const Cell*> seen_;
  std::vector<Cell*> waiting_;
};

}  // namespace

Value keep_loop_of_policy_reenter(Vm& vm) {
  Result<Value> loop = loop_of_policy_reenter(vm);
  if (!loop) clear_pending(vm);
  if (!loop || !*loop) return {};
  Reached reached(vm);
  Reached::add((*loop).cell(), &reached);
  for_each_scheduled(loop_of(*loop), Reached::add, &reached);
  reached.follow();
  return *loop;
}

}  // namespace coil
