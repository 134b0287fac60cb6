// anext(): the awaitable of the next item of an asynchronous iterator. With a default it is wrapped in an object that turns
// StopAsyncIteration into the default while it hands every step through.
#include "builtins/functions_internal.hpp"
#include "objects/native.hpp"
#include "objects/native_object.hpp"
#include "vm/frame.hpp"

namespace coil {

namespace {

struct AnextAwaitable : NativeObject {
  Value awaitable;
  Value iterator;  // that drives the awaitable; nothing before the first step
  Value fallback;
};

Class* g_anext_class;  // lives as long as its shape, which is for ever

void trace_anext(Cell* cell, Marker& marker) {
  auto* self = static_cast<AnextAwaitable*>(cell);
  marker.value(self->awaitable);
  marker.value(self->iterator);
  marker.value(self->fallback);
}

constexpr NativeObjectOps kAnextOps{trace_anext, nullptr};

Result<Value> anext_self(Vm&, Value self) { return self; }

/// The iterator that drives the wrapped awaitable.
Result<Value> driver_reenter(Vm& vm, AnextAwaitable* self) {
  if (self->iterator) return self->iterator;
  Value awaitable = self->awaitable;
  if (awaitable.is(Kind::Generator) && awaitable.as<Generator>()->iterable_coroutine) return awaitable;
  UnaryFn slot = class_of(awaitable)->slots.await;
  if (!slot) return raise_type_error(vm, "object %s can't be used in 'await' expression", type_name(awaitable));
  COIL_TRY(Value iterator, slot(vm, awaitable));
  if (!class_of(iterator)->slots.next) {
    return raise_type_error(vm, "__await__() returned non-iterator of type '%s'", type_name(iterator));
  }
  store(self, self->iterator, iterator);
  return iterator;
}

/// A step's result; the end of the asynchronous iterator becomes the end of the await with the default.
Result<Value> outcome(Vm& vm, AnextAwaitable* self, Result<Value> result) {
  if (result || !pending_matches(vm, Exc::StopAsyncIteration)) return result;
  clear_pending(vm);
  return raise_with_args(vm, Exc::StopIteration, {self->fallback});
}

Result<Value> anext_next(Vm& vm, Value value) {
  COIL_GUARD(vm, " while calling a Python object");
  auto* self = value.as<AnextAwaitable>();
  COIL_TRY(Value iterator, driver_reenter(vm, self));
  return outcome(vm, self, next_reenter(vm, iterator));
}

Result<Value> delegate_reenter(Vm& vm, Args args, Name method, std::initializer_list<Value> arguments) {
  auto* self = self_as<AnextAwaitable>(args);
  COIL_TRY(Value iterator, driver_reenter(vm, self));
  return outcome(vm, self, call_method_reenter(vm, iterator, vm.name(method), arguments));
}

NATIVE(anext_send, "send(self, value, /)", "Resume the awaited step.") { return delegate_reenter(vm, args, Name::k_send, {args[1]}); }

NATIVE(anext_throw, "throw(self, type, value=None, traceback=None, /)", "Raise an exception inside the awaited step.") {
  if (!args.has(2)) return delegate_reenter(vm, args, Name::k_throw, {args[1]});
  return delegate_reenter(vm, args, Name::k_throw, {args[1], args[2], args.get(3, none())});
}

NATIVE(anext_close, "close(self, /)", "Give the awaited step up.") { return delegate_reenter(vm, args, Name::k_close, {}); }

NATIVE(builtin_anext, "anext(async_iterator, default=<unrepresentable>, /)", "Awaitable of the next item, or of default at the end.") {
  UnaryFn slot = class_of(args[0])->slots.anext;
  if (!slot) return raise_type_error(vm, "'%s' object is not an async iterator", type_name(args[0]));
  COIL_TRY(Value awaitable, slot(vm, args[0]));
  if (!args.has(1)) return awaitable;
  COIL_TRY(AnextAwaitable* wrapped, new_native_object<AnextAwaitable>(vm, g_anext_class, &kAnextOps));
  wrapped->awaitable = awaitable;
  wrapped->fallback = args[1];
  return wrapped;
}

}  // namespace

void define_anext(Vm& vm, Dict* ns) {
  g_anext_class = new_native_class(vm, "anext_awaitable", "builtins", vm.type(Kind::Object), Kind::NativeObject,
                                   sizeof(AnextAwaitable), "What anext() with a default returns.");
  g_anext_class->slots.await = anext_self;
  g_anext_class->slots.iter = anext_self;
  g_anext_class->slots.next = anext_next;
  define_class(vm, g_anext_class, {&anext_send_spec, &anext_throw_spec, &anext_close_spec}, {});
  define_functions(vm, ns, "builtins", {&builtin_anext_spec});
}

}  // namespace coil
