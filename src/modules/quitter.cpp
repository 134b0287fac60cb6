// They are native, because programs find them without an import, and importing takes time.
#include "modules/quitter.hpp"

#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/native_object.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

struct Quitter : NativeObject {
  Value name;
};

void trace_quitter(Cell* cell, Marker& marker) { marker.value(static_cast<Quitter*>(cell)->name); }
const NativeObjectOps kQuitterOps{trace_quitter, nullptr};

constexpr const char* kEndOfFile = "Ctrl-D (i.e. EOF)";

Result<Value> quitter_repr(Vm& vm, Value self) {
  return new_str(vm, "Use " + str_utf8(self.as<Quitter>()->name) + "() or " + kEndOfFile + " to exit");
}

NATIVE(quitter_call, "__call__(self, /, code=None)", "Leave the program by raising SystemExit(code).") {
  Value code = args.get(1, none());
  // As CPython: a program in an infinite loop over input() sees the end of its input.
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  Value input = sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, vm.name(Name::k_stdin)) : Value();
  if (!input.is_nothing() && !input.is_none() && !call_method_reenter(vm, input, vm.name(Name::k_close), {})) clear_pending(vm);
  COIL_TRY(Value exit, call_reenter(vm, vm.exception(Exc::SystemExit), {code}));
  return raise_exception(vm, exit);
}
Result<Value> quitter_call_slot(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  size_t total = npos + (kwnames ? kwnames->size : 0);
  COIL_TRY(Tuple* all, new_tuple(vm, total + 1));
  store(all, all->items[0], self);
  for (size_t i = 0; i < total; i++) store(all, all->items[i + 1], args[i]);
  return call_native(vm, class_lookup(class_of(self), vm.name(Name::call_)).as<Native>(), all->items, npos + 1, kwnames);
}

Result<Value> get_name(Vm&, Value self) { return self.as<Quitter>()->name; }
Result<Value> get_eof(Vm& vm, Value) { return new_str(vm, kEndOfFile); }
const GetSetSpec kName{"name", get_name, nullptr, "The name among the builtins."};
const GetSetSpec kEof{"eof", get_eof, nullptr, "What ends the input as well."};

}  // namespace

Result<void> setup_quitters(Vm& vm) {
  Class* cls = new_native_class(vm, "Quitter", "_sitebuiltins", vm.type(Kind::Object), Kind::NativeObject, sizeof(Quitter),
                                "Leaves the program when it is called.");
  if (!cls) return raise_memory_error(vm);
  cls->flags |= kClassHasWeakRef;
  cls->slots.repr = quitter_repr;
  cls->slots.call = quitter_call_slot;
  define_class(vm, cls, {&quitter_call_spec}, {&kName, &kEof});
  COIL_CHECK(keep_forever(vm, cls));
  for (const char* name : {"exit", "quit"}) {
    COIL_TRY(Quitter* quitter, new_native_object<Quitter>(vm, cls, &kQuitterOps));
    store(quitter, quitter->name, Value(intern(vm, name)));
    COIL_CHECK(dict_set_str(vm, vm.builtins, intern(vm, name), quitter));
  }
  return ok();
}

}  // namespace coil
