// threading.local: an object whose attributes are each thread's own. Here is the way of every access; which dictionary belongs to a thread that
// did not use the object last is the business of stdlib/threading.py.
#include "modules/thread_values.hpp"

#include "modules/host_services.hpp"
#include "modules/support.hpp"
#include "objects/attributes.hpp"
#include "objects/containers.hpp"
#include "objects/native_object.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

struct ThreadValues : NativeObject {
  Tuple* arguments;  // (args, kwargs) of the constructor, for __init__ in other threads
  Dict* spaces;      // thread identifier: (thread, its dictionary)
  Dict* space;       // of the thread that used the object last
  uint64_t owner;    // that thread's serial()
};
void trace_values(Cell* cell, Marker& marker) {
  auto* values = static_cast<ThreadValues*>(cell);
  marker.cell(values->arguments);
  marker.cell(values->spaces);
  marker.cell(values->space);
}
const NativeObjectOps kValuesOps{trace_values, nullptr};

/// Never used again, as identifiers are.
uint64_t serial() {
  static uint64_t last = 0;  // with the VM lock
  static thread_local uint64_t own = ++last;
  return own;
}

/// The calling thread's dictionary. The first time in a thread this calls the class's __init__, unless the object `is_new`.
Result<Dict*> space_reenter(Vm& vm, ThreadValues* values, bool is_new = false) {
  if (values->owner == serial()) [[likely]] return values->space;
  COIL_TRY(Value threading, import_absolute_reenter(vm, intern(vm, "threading")));
  Result<Value> found = call_method_reenter(vm, threading, intern(vm, "_find_space"), {values, values->spaces, values->arguments, Value::boolean(is_new)});
  if (!found) {
    values->owner = 0;  // an __init__ that fails has used the object before
    return Error{};
  }
  Value space = *found;
  if (!space.is(Kind::Dict)) return raise_type_error(vm, "_find_space() should return a dict");
  store(values, values->space, space.as<Dict>());
  values->owner = serial();
  return values->space;
}

Result<Dict*> keywords_of(Vm& vm, const Value* values, Tuple* names) {
  COIL_TRY(Dict* keywords, new_dict(vm));
  for (size_t i = 0; names && i < names->size; i++) COIL_CHECK(dict_set_str(vm, keywords, names->items[i].as<Str>(), values[i]));
  return keywords;
}

Result<Value> values_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  bool plain = class_lookup(cls, vm.name(Name::init_)) == class_lookup(vm.type(Kind::Object), vm.name(Name::init_));
  if (plain && (npos || (kwnames && kwnames->size))) return raise_type_error(vm, "Initialization arguments are not supported");
  COIL_TRY(ThreadValues* values, new_native_object<ThreadValues>(vm, cls, &kValuesOps));
  COIL_TRY(Tuple* positional, new_tuple_from(vm, args, npos));
  COIL_TRY(Dict* keywords, keywords_of(vm, args + npos, kwnames));
  COIL_TRY(Tuple* arguments, make_tuple(vm, {positional, keywords}));
  store(values, values->arguments, arguments);
  COIL_TRY(Dict* spaces, new_dict(vm));
  store(values, values->spaces, spaces);
  COIL_CHECK(space_reenter(vm, values, true));
  return Value(values);
}

Result<Value> values_get_attr(Vm& vm, Value self, Str* name) {
  COIL_TRY(Dict* space, space_reenter(vm, self.as<ThreadValues>()));
  if (str_equal(name, vm.name(Name::dict_))) return Value(space);
  if (Value found = dict_get_str(space, name)) return found;
  return generic_get_attr(vm, self, name);
}

Result<void> values_set_attr(Vm& vm, Value self, Str* name, Value value) {
  if (str_equal(name, vm.name(Name::dict_))) return raise(vm, Exc::AttributeError, "'%s' object attribute '__dict__' is read-only", type_name(self));
  COIL_TRY(Dict* space, space_reenter(vm, self.as<ThreadValues>()));
  Value descriptor = class_lookup(class_of(self), name);
  if (descriptor && class_of(descriptor)->slots.descr_set) return class_of(descriptor)->slots.descr_set(vm, descriptor, self, value);
  if (value) return dict_set_str(vm, space, name, value);
  return dict_del_str(space, name) ? ok() : Result<void>(raise_attribute_error(vm, self, name));
}

}  // namespace

Result<void> define_thread_values(Vm& vm, Dict* ns) {
  COIL_TRY(Class* cls, new_module_class<ThreadValues>(vm, "_local", "_thread", "An object whose attributes are each thread's own.", kClassHasWeakRef));
  cls->slots.make = values_make;
  cls->slots.get_attr = values_get_attr;
  cls->slots.set_attr = values_set_attr;
  define_class(vm, cls, {}, {});
  return module_set(vm, ns, "_local", cls);
}

}  // namespace coil
