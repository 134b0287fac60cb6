// Functions written in the language and their binding: function and method objects. Calling is the VM's (vm/call.cpp).
#include <string>

#include "builtins/object_internal.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/shape_internal.hpp"
#include "vm/interpreter.hpp"

namespace coil {

static void trace_function(Cell* cell, Marker& marker) {
  auto* function = static_cast<Function*>(cell);
  marker.cell(function->code);
  marker.cell(function->globals);
  marker.cell(function->builtins);
  marker.cell(function->closure);
  marker.cell(function->defaults);
  marker.cell(function->kwdefaults);
  marker.value(function->annotations);
  marker.cell(function->name);
  marker.cell(function->qualname);
  marker.value(function->doc);
  marker.value(function->module);
  marker.cell(function->dict);
}

static Function* fn_of(Value self) { return self.as<Function>(); }
static Value or_none(const Cell* cell) { return cell ? Value(cell) : none(); }

static Result<Value> function_get(Vm& vm, Value self, Value instance, Value) {
  if (!instance) return self;
  COIL_TRY(Method* method, alloc<Method>(vm, Kind::Method));
  method->function = self;
  method->self = instance;
  return Value(method);
}

static Result<Value> function_repr(Vm& vm, Value self) {
  return new_str(vm, "<function " + str_utf8(fn_of(self)->qualname) + " at " + cell_address(self) + ">");
}

static Result<Value> get_defaults(Vm&, Value self) { return or_none(fn_of(self)->defaults); }
static Result<void> set_defaults(Vm& vm, Value self, Value value) {
  if (value && !value.is_none() && !value.is(Kind::Tuple)) return raise_type_error(vm, "__defaults__ must be set to a tuple object");
  store(fn_of(self), fn_of(self)->defaults, value.is(Kind::Tuple) ? value.as<Tuple>() : nullptr);
  return ok();
}

static Result<Value> get_kwdefaults(Vm&, Value self) { return or_none(fn_of(self)->kwdefaults); }
static Result<void> set_kwdefaults(Vm& vm, Value self, Value value) {
  if (value && !value.is_none() && !value.is(Kind::Dict)) return raise_type_error(vm, "__kwdefaults__ must be set to a dict object");
  store(fn_of(self), fn_of(self)->kwdefaults, value.is(Kind::Dict) ? value.as<Dict>() : nullptr);
  return ok();
}

static Result<Value> get_code(Vm&, Value self) { return Value(reinterpret_cast<Cell*>(fn_of(self)->code)); }
static Result<void> set_code(Vm& vm, Value self, Value value) {
  if (!value.is(Kind::Code)) return raise_type_error(vm, "__code__ must be set to a code object");
  auto* code = value.as<Code>();
  size_t have = fn_of(self)->closure ? fn_of(self)->closure->size : 0, need = code->unit->free_vars.size();
  if (have != need) {
    return raise_value_error(vm, "%s() requires a code object with %zu free vars, not %zu", str_utf8(fn_of(self)->name).c_str(), have, need);
  }
  COIL_CHECK(replace_code(vm, fn_of(self), code));
  // Call sites remember nothing of the code, but inlined look-ups of the function may.
  g_class_epoch++;
  return ok();
}

static Result<Value> get_globals(Vm&, Value self) { return Value(fn_of(self)->globals); }
static Result<Value> get_builtins(Vm&, Value self) { return Value(fn_of(self)->builtins); }
static Result<Value> get_closure(Vm&, Value self) { return or_none(fn_of(self)->closure); }

static Result<Value> get_name(Vm&, Value self) { return Value(fn_of(self)->name); }
static Result<void> set_name(Vm& vm, Value self, Value value) {
  if (!value.is(Kind::Str)) return raise_type_error(vm, "__name__ must be set to a string object");
  store(fn_of(self), fn_of(self)->name, value.as<Str>());
  return ok();
}

static Result<Value> get_qualname(Vm&, Value self) { return Value(fn_of(self)->qualname); }
static Result<void> set_qualname(Vm& vm, Value self, Value value) {
  if (!value.is(Kind::Str)) return raise_type_error(vm, "__qualname__ must be set to a string object");
  store(fn_of(self), fn_of(self)->qualname, value.as<Str>());
  return ok();
}

static Result<Value> get_doc(Vm& vm, Value self) {
  if (fn_of(self)->doc) return fn_of(self)->doc;
  return code_docstring(vm, fn_of(self)->code);
}
static Result<void> set_doc(Vm&, Value self, Value value) {
  store(fn_of(self), fn_of(self)->doc, value ? value : none());
  return ok();
}

static Result<Value> get_module(Vm&, Value self) { return fn_of(self)->module ? fn_of(self)->module : none(); }
static Result<void> set_module(Vm&, Value self, Value value) {
  store(fn_of(self), fn_of(self)->module, value ? value : none());
  return ok();
}

static Result<Value> get_annotations(Vm& vm, Value self) {
  if (!fn_of(self)->annotations) {
    COIL_TRY(Dict* made, new_dict(vm));
    store(fn_of(self), fn_of(self)->annotations, Value(made));
  }
  return fn_of(self)->annotations;
}
static Result<void> set_annotations(Vm& vm, Value self, Value value) {
  if (value && !value.is_none() && !value.is(Kind::Dict)) return raise_type_error(vm, "__annotations__ must be set to a dict object");
  store(fn_of(self), fn_of(self)->annotations, value.is(Kind::Dict) ? value : Value());
  return ok();
}

static Result<Value> get_dict(Vm& vm, Value self) { return instance_dict(vm, self); }
static Result<void> set_dict(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "cannot delete __dict__");
  if (!value.is(Kind::Dict)) return raise_type_error(vm, "__dict__ must be set to a dictionary, not a '%s'", type_name(value));
  store(fn_of(self), fn_of(self)->dict, value.as<Dict>());
  return ok();
}

static const GetSetSpec kFunctionGetSets[] = {
    {"__closure__", get_closure, nullptr, nullptr},
    {"__doc__", get_doc, set_doc, nullptr},
    {"__globals__", get_globals, nullptr, nullptr},
    {"__module__", get_module, set_module, nullptr},
    {"__builtins__", get_builtins, nullptr, nullptr},
    {"__code__", get_code, set_code, nullptr},
    {"__defaults__", get_defaults, set_defaults, nullptr},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults, nullptr},
    {"__annotations__", get_annotations, set_annotations, nullptr},
    {"__dict__", get_dict, set_dict, nullptr},
    {"__name__", get_name, set_name, nullptr},
    {"__qualname__", get_qualname, set_qualname, nullptr},
};

NATIVE(function_new, "function(code, globals, name=None, argdefs=None, closure=None)", "Create a function object.") {
  if (!args[0].is(Kind::Code)) return raise_type_error(vm, "function() argument 'code' must be code, not %s", argument_type_name(args[0]));
  if (!args[1].is(Kind::Dict)) return raise_type_error(vm, "function() argument 'globals' must be dict, not %s", argument_type_name(args[1]));
  auto* code = args[0].as<Code>();
  Value name = args.get(2, none()), defaults = args.get(3, none()), closure = args.get(4, none());
  if (!name.is_none() && !name.is(Kind::Str)) return raise_type_error(vm, "arg 3 (name) must be None or string");
  if (!defaults.is_none() && !defaults.is(Kind::Tuple)) return raise_type_error(vm, "arg 4 (defaults) must be None or tuple");
  size_t need = code->unit->free_vars.size();
  if (!closure.is_none() && !closure.is(Kind::Tuple)) return raise_type_error(vm, "arg 5 (closure) must be None or tuple");
  if (need && closure.is_none()) return raise_type_error(vm, "arg 5 (closure) must be tuple");
  size_t have = closure.is_none() ? 0 : closure.as<Tuple>()->size;
  if (have != need) {
    return raise_value_error(vm, "%s requires closure of length %zu, not %zu", str_utf8(code->name).c_str(), need, have);
  }
  for (size_t i = 0; i < have; i++) {
    if (!closure.as<Tuple>()->items[i].is(Kind::Box)) {
      return raise_type_error(vm, "arg 5 (closure) expected cell, found %s", type_name(closure.as<Tuple>()->items[i]));
    }
  }
  COIL_TRY(Function* function, make_function(vm, code, args[1].as<Dict>()));
  if (name.is(Kind::Str)) function->name = name.as<Str>();
  if (defaults.is(Kind::Tuple)) function->defaults = defaults.as<Tuple>();
  if (have) function->closure = closure.as<Tuple>();
  write_barrier(function);
  return Value(function);
}

static Result<Value> function_make(Vm& vm, Class*, Value* args, size_t npos, Tuple* kwnames) {
  Native* native = new_native(vm, function_new_spec, nullptr);
  if (!native) return Error{};
  return call_native(vm, native, args, npos, kwnames);
}

// -- bound methods

static Method* method_of(Value self) { return self.as<Method>(); }

/// Arguments with self in front, for natives that call many times.
static Result<Value> method_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_GUARD(vm, " while calling a Python object");
  return with_first_argument(vm, method_of(self)->self, args, npos, kwnames, [&](Value* all) {
    return call_vector_reenter(vm, method_of(self)->function, all, npos + 1, kwnames);
  });
}

static Result<Value> method_make(Vm& vm, Class*, Value* args, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size) return raise_type_error(vm, "method() takes no keyword arguments");
  if (npos != 2) return raise_type_error(vm, "method expected 2 arguments, got %zu", npos);
  if (!is_callable(args[0])) return raise_type_error(vm, "first argument must be callable");
  if (args[1].is_none()) return raise_type_error(vm, "instance must not be None");
  COIL_TRY(Method* method, alloc<Method>(vm, Kind::Method));
  method->function = args[0];
  method->self = args[1];
  return Value(method);
}

static Result<Value> method_repr(Vm& vm, Value self) {
  COIL_TRY(Value name, find_attr_reenter(vm, method_of(self)->function, vm.name(Name::qualname_)));
  if (!name.is(Kind::Str)) {
    COIL_TRY(name, find_attr_reenter(vm, method_of(self)->function, vm.name(Name::name_)));
  }
  COIL_TRY(Str* shown, repr_reenter(vm, method_of(self)->self));
  return new_str(vm, "<bound method " + (name.is(Kind::Str) ? str_utf8(name) : std::string("?")) + " of " + str_utf8(shown) + ">");
}

/// Equal when they bind the same object to equal functions.
static Result<Value> method_compare(Vm& vm, Value self, Value other, CompareOp op) {
  const bool methods = other.is_cell() && self.cell()->kind == other.cell()->kind && !self.is(Kind::Native);
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || !methods) return Value(&not_implemented_cell);
  bool same = method_of(self)->self == method_of(other)->self;
  if (same) {
    COIL_TRY(same, equal_reenter(vm, method_of(self)->function, method_of(other)->function));
  }
  return Value::boolean(same == (op == CompareOp::Eq));
}

static Result<int64_t> method_hash(Vm& vm, Value self) {
  if (self.is(Kind::Native)) return vm.type(Kind::Object)->slots.hash(vm, self);
  COIL_TRY(int64_t function, hash_reenter(vm, method_of(self)->function));
  auto hash = static_cast<int64_t>((method_of(self)->self.bits() >> 4) ^ static_cast<uint64_t>(function));
  return hash == -1 ? -2 : hash;
}

/// Attributes that the method lacks are its function's.
static Result<Value> method_get_attr(Vm& vm, Value self, Str* name) {
  COIL_GUARD(vm, " while calling a Python object");
  Value descr = class_lookup(vm.type(Kind::Method), name);
  if (descr) {
    if (DescrGetFn get = class_of(descr)->slots.descr_get) return get(vm, descr, self, vm.type(Kind::Method));
    return descr;
  }
  return get_attr_reenter(vm, method_of(self)->function, name);
}

static Result<Value> get_func(Vm&, Value self) { return method_of(self)->function; }
static Result<Value> get_self(Vm&, Value self) { return method_of(self)->self; }
static Result<Value> get_method_doc(Vm& vm, Value self) { return get_attr_reenter(vm, method_of(self)->function, vm.name(Name::doc_)); }

static const GetSetSpec kMethodFunc{"__func__", get_func, nullptr, "the function (or other callable) implementing a method"};
static const GetSetSpec kMethodSelf{"__self__", get_self, nullptr, "the instance to which a method is bound"};
static const GetSetSpec kMethodDoc{"__doc__", get_method_doc, nullptr, nullptr};

NATIVE(method_reduce, "__reduce__(self, /)", "Helper for pickle.") {
  COIL_TRY(Value name, get_attr_reenter(vm, method_of(args[0])->function, vm.name(Name::name_)));
  Value getter = dict_get_str(vm.builtins, intern(vm, "getattr"));
  COIL_TRY(Tuple* inner, make_tuple(vm, {method_of(args[0])->self, name}));
  COIL_TRY(Tuple* reduced, make_tuple(vm, {getter, inner}));
  return Value(reduced);
}

void setup_function_types(Vm& vm) {
  g_heap.set_type(Kind::Function, trace_function, nullptr);
  Slots& function = vm.type(Kind::Function)->slots;
  function.descr_get = function_get;
  function.repr = function_repr;
  function.make = function_make;
  define_type(vm, {Kind::Function, "Create a function object.", {}, {}});
  for (const GetSetSpec& getset : kFunctionGetSets) define_class(vm, vm.type(Kind::Function), {}, {&getset});

  Slots& method = vm.type(Kind::Method)->slots;
  method.call = method_call;
  method.make = method_make;
  method.repr = method_repr;
  method.compare = method_compare;
  method.hash = method_hash;
  method.get_attr = method_get_attr;
  define_type(vm, {Kind::Method, "Create a bound instance method object.", {&method_reduce_spec}, {&kMethodFunc, &kMethodSelf, &kMethodDoc}});
  // Bound natives, in the class of all natives, compare as methods do.
  for (Kind kind : {Kind::Native, Kind::MethodWrapper}) {
    vm.type(kind)->slots.compare = method_compare;
    vm.type(kind)->slots.hash = method_hash;
  }
}

}  // namespace coil
