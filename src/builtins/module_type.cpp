// Modules, types.SimpleNamespace, and the types of None, NotImplemented and Ellipsis.
#include <string>

#include "builtins/object_internal.hpp"
#include "builtins/warnings.hpp"
#include "objects/attributes.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/shape_internal.hpp"

namespace coil {

static void trace_module(Cell* cell, Marker& marker) { marker.cell(static_cast<Module*>(cell)->dict); }

static Result<Value> module_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(Module* module, alloc_for_class<Module>(vm, cls, Kind::Module));
  COIL_TRY(Dict* dict, new_dict(vm));
  store(module, module->dict, dict);
  return Value(module);
}

NATIVE(module_bind, "module(name, doc=None)", "Create a module object.") {
  COIL_TRY(Tuple* bound, make_tuple(vm, {args[0], args.get(1, none())}));
  return Value(bound);
}

static Result<void> module_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  Native* binder = new_native(vm, module_bind_spec, "builtins");
  if (!binder) return Error{};
  COIL_TRY(Value bound, call_native_slow(vm, binder, args, npos, kwnames));
  Value* items = bound.as<Tuple>()->items;
  if (!items[0].is(Kind::Str)) return raise_type_error(vm, "module() argument 'name' must be str, not %s", argument_type_name(items[0]));
  Dict* dict = self.as<Module>()->dict;
  COIL_CHECK(dict_set_str(vm, dict, vm.name(Name::name_), items[0]));
  COIL_CHECK(dict_set_str(vm, dict, vm.name(Name::doc_), items[1]));
  for (Name id : {Name::package_, Name::loader_, Name::spec_}) COIL_CHECK(dict_set_str(vm, dict, vm.name(id), none()));
  return ok();
}

/// What importlib tells of a module's place in its repr; stop() when the object is no specification.
static Result<Value> place_of_spec_reenter(Vm& vm, Value spec) {
  COIL_TRY(Value origin, find_attr_reenter(vm, spec, intern(vm, "origin")));
  COIL_TRY(Value has_location, find_attr_reenter(vm, spec, intern(vm, "has_location")));
  if (origin.is_stop() || has_location.is_stop()) return Value::stop();
  if (origin.is_none()) {
    COIL_TRY(Value loader, find_attr_reenter(vm, spec, intern(vm, "loader")));
    if (loader.is_stop() || loader.is_none()) return Value(vm.empty_str);
    COIL_TRY(Str* shown, repr_reenter(vm, loader));
    return new_str(vm, " (" + str_utf8(shown) + ")");
  }
  COIL_TRY(bool located, truthy_reenter(vm, has_location));
  COIL_TRY(Str* shown, located ? repr_reenter(vm, origin) : str_reenter(vm, origin));
  return new_str(vm, located ? " from " + str_utf8(shown) : " (" + str_utf8(shown) + ")");
}

static Result<Value> module_repr(Vm& vm, Value self) {
  Dict* dict = self.as<Module>()->dict;
  Value name = dict_get_str(dict, vm.name(Name::name_));
  // What a namespace package shows is its loader, which importlib makes.
  if (dict_get_str(dict, vm.name(Name::file_)) == none()) COIL_CHECK(g_complete_module_reenter(vm, self.as<Module>()));
  Value spec = dict_get_str(dict, vm.name(Name::spec_)), place = Value::stop();
  if (spec && !spec.is_none()) {
    COIL_TRY(place, place_of_spec_reenter(vm, spec));
    if (!place.is_stop()) { COIL_TRY(name, get_attr_reenter(vm, spec, vm.name(Name::k_name))); }
  }
  COIL_TRY(Str* shown, repr_reenter(vm, name ? name : Value(vm.empty_str)));
  std::string text = "<module " + (name ? str_utf8(shown) : std::string("'?'"));
  if (!place.is_stop()) return new_str(vm, text + str_utf8(place) + ">");
  COIL_TRY(Value file, find_attr_reenter(vm, self, vm.name(Name::file_)));
  if (!file.is_stop()) {
    COIL_TRY(Str* path, repr_reenter(vm, file));
    return new_str(vm, text + " from " + str_utf8(path) + ">");
  }
  COIL_TRY(Value loader, find_attr_reenter(vm, self, vm.name(Name::loader_)));
  if (loader.is_stop() || loader.is_none()) return new_str(vm, text + ">");
  COIL_TRY(Str* shown_loader, repr_reenter(vm, loader));
  return new_str(vm, text + " (" + str_utf8(shown_loader) + ")>");
}

NATIVE(module_dir, "__dir__(self, /)", "List the module's names.") {
  // A derived class may say what the namespace is.
  COIL_TRY(Value dict, is_exact(args[0], Kind::Module) ? Result<Value>(args[0].as<Module>()->dict) : get_attr_reenter(vm, args[0], vm.name(Name::dict_)));
  if (!is_instance(dict, vm.type(Kind::Dict))) return raise_type_error(vm, "<module>.__dict__ is not a dictionary");
  COIL_TRY(Value hook, dict_get_reenter(vm, dict.as<Dict>(), vm.name(Name::dir_)));
  if (!hook.is_stop()) return call_reenter(vm, hook, {});
  COIL_TRY(List* names, list_from_iterable_reenter(vm, dict));
  return Value(names);
}

/// What a module makes when it is asked for is there before a program sees the namespace.
static Result<void> make_late_attributes_reenter(Vm& vm, Module* module) {
  module->flags &= static_cast<uint16_t>(~kModuleMakesLate);
  COIL_TRY(Value given, call_method_reenter(vm, module, vm.name(Name::dir_), {}));
  COIL_TRY(List* names, list_from_iterable_reenter(vm, given));
  for (size_t i = 0; i < names->size; i++) {
    if (names->items()[i].is(Kind::Str)) COIL_CHECK(get_attr_reenter(vm, module, names->items()[i].as<Str>()));
  }
  return ok();
}
static Result<Value> module_dict(Vm& vm, Value self) {
  auto* module = self.as<Module>();
  if (module->flags & kModuleMakesLate) COIL_CHECK(make_late_attributes_reenter(vm, module));
  return instance_dict(vm, self);
}
static const GetSetSpec kModuleDict{"__dict__", module_dict, nullptr, nullptr};

/// A module without annotations gets an empty dictionary of them when somebody asks.
static Result<Value> module_annotations(Vm& vm, Value self) {
  Dict* dict = self.as<Module>()->dict;
  if (Value have = dict_get_str(dict, vm.name(Name::annotations_))) return have;
  COIL_TRY(Dict* made, new_dict(vm));
  COIL_CHECK(dict_set_str(vm, dict, vm.name(Name::annotations_), made));
  return Value(made);
}
static Result<void> set_module_annotations(Vm& vm, Value self, Value value) {
  Dict* dict = self.as<Module>()->dict;
  if (value) return dict_set_str(vm, dict, vm.name(Name::annotations_), value);
  if (!dict_del_str(dict, vm.name(Name::annotations_))) return raise(vm, Exc::AttributeError, "__annotations__");
  return ok();
}
static const GetSetSpec kModuleAnnotations{"__annotations__", module_annotations, set_module_annotations, nullptr};

// -- SimpleNamespace

static Result<Value> namespace_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  return alloc_for_class<Instance>(vm, cls, Kind::SimpleNamespace);
}

static Result<void> namespace_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  if (npos) return raise_type_error(vm, "no positional arguments expected");
  for (size_t i = 0; kwnames && i < kwnames->size; i++) {
    COIL_CHECK(set_instance_attr(vm, self.cell(), kwnames->items[i].as<Str>(), args[npos + i]));
  }
  return ok();
}

static Result<Value> namespace_repr(Vm& vm, Value self) {
  // Not is_exact(): attributes change the shape of the built-in class's own instances.
  bool exact = class_of(self) == vm.type(Kind::SimpleNamespace);
  std::string name = exact ? "namespace" : class_name(class_of(self));
  if (!enter_repr(vm, self)) return new_str(vm, name + "(...)");
  std::string text = name + "(";
  auto show = [&]() -> Result<void> {
    COIL_TRY(Dict* attrs, new_dict(vm));
    COIL_CHECK(copy_instance_attrs(vm, self.cell(), attrs));
    size_t position = 0;
    Value key, value;
    bool first = true;
    while (dict_next(attrs, &position, &key, &value)) {
      if (!key.is(Kind::Str)) continue;
      COIL_TRY(Str* shown, repr_reenter(vm, value));
      if (!first) text += ", ";
      first = false;
      text += str_utf8(key) + "=" + str_utf8(shown);
    }
    return ok();
  };
  Result<void> shown = show();
  leave_repr(vm, self);
  COIL_CHECK(shown);
  return new_str(vm, text + ")");
}

static Result<Value> namespace_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!self.is(Kind::SimpleNamespace) || !other.is(Kind::SimpleNamespace)) return Value(&not_implemented_cell);
  COIL_TRY(Dict* mine, new_dict(vm));
  COIL_TRY(Dict* theirs, new_dict(vm));
  COIL_CHECK(copy_instance_attrs(vm, self.cell(), mine));
  COIL_CHECK(copy_instance_attrs(vm, other.cell(), theirs));
  return compare_reenter(vm, mine, theirs, op);
}

// -- singletons

template <Kind kKind>
static Result<Value> singleton_make(Vm& vm, Class*, Value*, size_t npos, Tuple* kwnames) {
  Cell* cell = kKind == Kind::None ? &none_cell : kKind == Kind::Ellipsis ? &ellipsis_cell : &not_implemented_cell;
  if (npos || (kwnames && kwnames->size)) return raise_type_error(vm, "%s takes no arguments", kKind == Kind::Ellipsis ? "EllipsisType" : type_name(cell));
  return Value(cell);
}

static Result<Value> none_repr(Vm& vm, Value) { return new_str_ascii(vm, "None"); }
static Result<Value> ellipsis_repr(Vm& vm, Value) { return new_str_ascii(vm, "Ellipsis"); }
static Result<Value> not_implemented_repr(Vm& vm, Value) { return new_str_ascii(vm, "NotImplemented"); }
static Result<bool> none_truth(Vm&, Value) { return false; }
static Result<bool> not_implemented_truth(Vm& vm, Value) {
  COIL_CHECK(warn_deprecated_reenter(vm, "NotImplemented should not be used in a boolean context"));
  return true;
}

NATIVE(singleton_reduce, "__reduce__(self, /)", "The name it is found by.") { return repr_reenter(vm, args[0]); }

NATIVE(namespace_reduce, "__reduce__(self, /)", "Helper for pickle.") {
  COIL_TRY(Dict* attributes, new_dict(vm));
  COIL_CHECK(copy_instance_attrs(vm, args[0].cell(), attributes));
  return make_tuple(vm, {class_of(args[0]), vm.empty_tuple, attributes});
}

void setup_modules_and_namespaces(Vm& vm) {
  g_heap.set_type(Kind::Module, trace_module, nullptr);
  Slots& module = vm.type(Kind::Module)->slots;
  module.make = module_make;
  module.init = module_init;
  module.repr = module_repr;
  module.get_attr = module_get_attr;
  define_type(vm, {Kind::Module, "Create a module object.", {&module_dir_spec}, {&kModuleDict, &kModuleAnnotations}});

  Slots& ns = vm.type(Kind::SimpleNamespace)->slots;
  ns.make = namespace_make;
  ns.init = namespace_init;
  ns.repr = namespace_repr;
  ns.compare = namespace_compare;
  ns.hash = hash_not_implemented;
  define_type(vm, {Kind::SimpleNamespace, "A simple attribute-based namespace.", {&namespace_reduce_spec}, {&kInstanceDict}});

  vm.type(Kind::None)->slots.make = singleton_make<Kind::None>;
  vm.type(Kind::None)->slots.repr = none_repr;
  vm.type(Kind::None)->slots.truth = none_truth;
  vm.type(Kind::NotImplemented)->slots.truth = not_implemented_truth;
  vm.type(Kind::Ellipsis)->slots.make = singleton_make<Kind::Ellipsis>;
  vm.type(Kind::Ellipsis)->slots.repr = ellipsis_repr;
  vm.type(Kind::NotImplemented)->slots.make = singleton_make<Kind::NotImplemented>;
  vm.type(Kind::NotImplemented)->slots.repr = not_implemented_repr;
  define_type(vm, {Kind::None, nullptr, {}, {}});
  for (Kind kind : {Kind::Ellipsis, Kind::NotImplemented}) define_type(vm, {kind, nullptr, {&singleton_reduce_spec}, {}});
}

}  // namespace coil
