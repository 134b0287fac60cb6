// weakref.ref. The slot is cleared by the collector (Heap::add_weak); the callback runs when the VM drains the cleared holders at a safepoint.
#include <string>

#include "builtins/object_internal.hpp"
#include "builtins/weakref.hpp"
#include "heap/shared_weak.hpp"
#include "objects/containers.hpp"
#include "vm/hooks.hpp"

namespace coil {

static WeakRef* ref_of(Value self) { return self.as<WeakRef>(); }

/// `target` is not marked: that is the point.
static void trace_ref(Cell* cell, Marker& marker) {
  marker.value(static_cast<WeakRef*>(cell)->callback);
  trace_attrs(cell, marker);
}

static bool can_be_referenced(Value v) { return v.is_cell() && !(v.cell()->gc & kGcStatic) && class_of(v)->flags & kClassHasWeakRef; }

Result<Value> new_weakref(Vm& vm, Class* cls, Value target, Value callback) {
  if (!can_be_referenced(target)) return raise_type_error(vm, "cannot create weak reference to '%s' object", type_name(target));
  const bool shared = cls == vm.type(Kind::WeakRef) && callback.is_none();
  if (Cell* made = shared ? find_shared_weak(target.cell()) : nullptr) return Value(made);
  COIL_TRY(WeakRef* ref, alloc_for_class<WeakRef>(vm, cls, Kind::WeakRef));
  ref->target = target;
  ref->callback = callback.is_none() ? Value() : callback;
  if (shared) add_shared_weak(ref, &ref->target, target.cell());
  else g_heap.add_weak(ref, &ref->target, target.cell());
  return Value(ref);
}

static Result<Value> ref_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple*) {
  if (npos < 1) return raise_type_error(vm, "__new__ expected at least 1 argument, got 0");
  if (npos > 2) return raise_type_error(vm, "__new__ expected at most 2 arguments, got %zu", npos);
  return new_weakref(vm, cls, args[0], npos == 2 ? args[1] : none());
}

static Result<void> ref_init(Vm& vm, Value, Value*, size_t, Tuple* kwnames) {
  return kwnames && kwnames->size ? Result<void>(raise_type_error(vm, "ref() takes no keyword arguments")) : ok();
}

static Result<Value> ref_call(Vm& vm, Value self, Value*, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size) return raise_type_error(vm, "weakref() takes no keyword arguments");
  if (npos) return raise_type_error(vm, "weakref expected 0 arguments, got %zu", npos);
  return ref_of(self)->target ? ref_of(self)->target : none();
}

static Result<Value> ref_repr(Vm& vm, Value self) {
  Value target = ref_of(self)->target;
  if (!target) return new_str(vm, "<weakref at " + cell_address(self) + "; dead>");
  std::string text = "<weakref at " + cell_address(self) + "; to '" + type_name(target) + "' at " + cell_address(target);
  COIL_TRY(Value name, find_attr_reenter(vm, target, vm.name(Name::name_)));
  if (name.is(Kind::Str)) text += " (" + str_utf8(name) + ")";
  return new_str(vm, text + ">");
}

/// The hash of the target, remembered for when it is dead.
static Result<int64_t> ref_hash(Vm& vm, Value self) {
  WeakRef* ref = ref_of(self);
  if (ref->has_hash) return ref->hash;
  if (!ref->target) return raise_type_error(vm, "weak object has gone away");
  COIL_TRY(int64_t hash, hash_reenter(vm, ref->target));
  ref->hash = hash;
  ref->has_hash = true;
  return hash;
}

static Result<Value> ref_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || !other.is(Kind::WeakRef)) return Value(&not_implemented_cell);
  Value mine = ref_of(self)->target, theirs = ref_of(other)->target;
  if (!mine || !theirs) return Value::boolean((self == other) == (op == CompareOp::Eq));
  return compare_reenter(vm, mine, theirs, op);
}

static Result<Value> get_callback(Vm&, Value self) { return ref_of(self)->callback ? ref_of(self)->callback : none(); }
static const GetSetSpec kRefCallback{"__callback__", get_callback, nullptr, nullptr};

/// The collector cleared the reference: its callback runs, and what that raises can only be reported.
static void weak_cleared(Vm& vm, Cell* holder) {
  if (holder->kind != Kind::WeakRef) return;
  auto* ref = static_cast<WeakRef*>(holder);
  Value callback = ref->callback;
  ref->callback = Value();
  if (!callback) return;
  if (!call_reenter(vm, callback, {ref})) g_hooks.ignored(vm, callback);
}

void setup_weakref(Vm& vm) {
  g_hooks.weak_cleared = weak_cleared;
  g_heap.set_type(Kind::WeakRef, trace_ref, nullptr);
  vm.type(Kind::WeakRef)->instance_size = sizeof(WeakRef);
  Slots& slots = vm.type(Kind::WeakRef)->slots;
  slots.make = ref_make;
  slots.init = ref_init;
  slots.call = ref_call;
  slots.repr = ref_repr;
  slots.hash = ref_hash;
  slots.compare = ref_compare;
  define_type(vm, {Kind::WeakRef, "Weak reference to an object.", {}, {&kRefCallback}});
}

}  // namespace coil
