// Helpers for native modules that declare classes: constructors bound by a native signature, classes in namespaces, clamped indices.
// Native objects themselves are in objects/native_object.hpp, the declaration of modules in module.hpp.
#pragma once

#include "modules/module.hpp"
#include "objects/buffer.hpp"
#include "objects/containers.hpp"
#include "objects/native_object.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"

namespace coil {

/// Binds call arguments by the signature of `spec`, whose first parameter is `self` or `cls`, and runs its function.
inline Result<Value> call_bound(Vm& vm, const NativeSpec& spec, Value receiver, Value* args, size_t npos, Tuple* kwnames) {
  Native binder{};
  binder.kind = Kind::Native;
  binder.spec = &spec;
  return with_first_argument(vm, receiver, args, npos, kwnames, [&](Value* all) { return call_native(vm, &binder, all, npos + 1, kwnames); });
}

/// A `make` slot that binds by the NATIVE `function`, which gets the class first.
#define COIL_MAKE_SLOT(slot, function)                                                                           \
  static ::coil::Result<::coil::Value> slot(::coil::Vm& vm, ::coil::Class* cls, ::coil::Value* args, size_t npos, \
                                            ::coil::Tuple* kwnames) {                                            \
    return ::coil::call_bound(vm, function##_spec, cls, args, npos, kwnames);                                    \
  }
/// The same for an `init` slot: the NATIVE gets the object first.
#define COIL_INIT_SLOT(slot, function)                                                                            \
  static ::coil::Result<void> slot(::coil::Vm& vm, ::coil::Value self, ::coil::Value* args, size_t npos,          \
                                   ::coil::Tuple* kwnames) {                                                      \
    COIL_CHECK(::coil::call_bound(vm, function##_spec, self, args, npos, kwnames));                               \
    return ::coil::ok();                                                                                          \
  }

/// require_writable_bytes() for an argument: its message says None, not NoneType.
inline Result<ByteSpan> require_writable_argument(Vm& vm, Value value, const char* what) {
  if (value.is_none()) return raise_type_error(vm, "%s must be read-write bytes-like object, not None", what);
  return require_writable_bytes(vm, value, what);
}

/// A class whose objects are T (a NativeObject), kept alive for ever. `instances`: kClassHasDict when they have a __dict__, kClassHasWeakRef when they
/// may be weakly referenced.
template <class T>
Result<Class*> new_module_class(Vm& vm, const char* name, const char* module, const char* doc, uint16_t instances = 0) {
  Class* cls = new_native_class(vm, name, module, vm.type(Kind::Object), Kind::NativeObject, sizeof(T), doc);
  if (!cls) return raise_memory_error(vm);
  COIL_CHECK(keep_forever(vm, cls));
  cls->flags |= instances;
  if (instances & kClassHasDict) enable_attrs(vm, cls, sizeof(T));
  return cls;
}

/// An init slot for classes whose make slot does everything.
inline Result<void> init_nothing(Vm&, Value, Value*, size_t, Tuple*) { return ok(); }
inline Result<Value> iter_is_self(Vm&, Value self) { return self; }

/// An argument that C code takes as ssize_t.
inline Result<int64_t> ssize_from_reenter(Vm& vm, Value value) {
  if (value.is_small_int()) return value.small_int();
  COIL_TRY(Value index, index_reenter(vm, value));
  int64_t number;
  if (!int_to_i64(index, &number)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C ssize_t");
  return number;
}

/// Of classes that may be subscripted in annotations.
NATIVE(native_class_getitem, "__class_getitem__(cls, item, /)", "Generic alias, for annotations.") {
  return call_reenter(vm, vm.type(Kind::GenericAlias), {args[0], args[1]});
}

}  // namespace coil
