// The type `object`: default construction, comparison, repr, pickling support, and __class__ / __dict__ of instances.
#include <cstdio>
#include <string>

#include "builtins/object_internal.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/shape_internal.hpp"
#include "vm/hooks.hpp"

namespace coil {

std::string cell_address(Value v) {
  char text[32];
  std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(v.bits()));
  return text;
}

static Result<void> object_init(Vm& vm, Value self, Value*, size_t npos, Tuple* kwnames);

static Result<Value> object_make(Vm& vm, Class* cls, Value*, size_t npos, Tuple* kwnames) {
  bool excess = npos || (kwnames && kwnames->size);
  if (excess) {
    if (cls->slots.make != object_make) return raise_type_error(vm, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (cls->slots.init == object_init) return raise_type_error(vm, "%s() takes no arguments", class_name(cls));
  }
  if (cls->flags & kClassAbstract) return raise_abstract(vm, cls);
  COIL_TRY(Instance* instance, alloc_for_class<Instance>(vm, cls, cls->instance_kind));
  return Value(instance);
}

static Result<void> object_init(Vm& vm, Value self, Value*, size_t npos, Tuple* kwnames) {
  if (!npos && !(kwnames && kwnames->size)) return ok();
  Class* cls = class_of(self);
  if (cls->slots.init != object_init) {
    return raise_type_error(vm, "object.__init__() takes exactly one argument (the instance to initialize)");
  }
  if (cls->slots.make == object_make) {
    return raise_type_error(vm, "%s.__init__() takes exactly one argument (the instance to initialize)", class_name(cls));
  }
  return ok();
}

static Result<Value> object_repr(Vm& vm, Value self) {
  return new_str(vm, "<" + qualified_class_name(class_of(self)) + " object at " + cell_address(self) + ">");
}

static Result<Value> object_str(Vm& vm, Value self) { return class_of(self)->slots.repr(vm, self); }

static Result<int64_t> object_hash(Vm&, Value self) {
  // The low bits of an address are zero: rotated out, as CPython does.
  uint64_t bits = self.bits();
  auto hash = static_cast<int64_t>((bits >> 4) | (bits << 60));
  return hash == -1 ? -2 : hash;
}

static Result<Value> object_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (op == CompareOp::Eq) return self == other ? Value::boolean(true) : Value(&not_implemented_cell);
  if (op == CompareOp::Ne) {
    // != is the opposite of what the class's == says.
    CompareFn compare = class_of(self)->slots.compare;
    COIL_TRY(Value equal, compare(vm, self, other, CompareOp::Eq));
    if (equal.is_not_implemented()) return equal;
    COIL_TRY(bool truth, truthy_reenter(vm, equal));
    return Value::boolean(!truth);
  }
  return Value(&not_implemented_cell);
}

// -- attributes

static Result<Value> get_class(Vm&, Value self) { return Value(class_of(self)); }

static Result<void> set_class(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "can't delete __class__ attribute");
  return set_class_of(vm, self, value);
}

static const GetSetSpec kObjectClass{"__class__", get_class, set_class, "the object's class"};

static Class* native_base(Class* cls) {
  while (cls->flags & kClassHeap) cls = cls->base;
  return cls;
}

/// Classes, modules and the like keep their attributes elsewhere: the descriptor of their own kind, or nothing for other instances.
static Value own_dict_descriptor(Vm& vm, Value self) {
  if (!self.is_cell() || shape_of(self.cell())->attrs_offset) return Value();
  return class_lookup(native_base(class_of(self)), vm.name(Name::dict_));
}

static Result<Value> get_instance_dict(Vm& vm, Value self) {
  Value own = own_dict_descriptor(vm, self);
  if (DescrGetFn get = own ? class_of(own)->slots.descr_get : nullptr) return get(vm, own, self, class_of(self));
  COIL_TRY(Value dict, instance_dict(vm, self));
  if (dict.is_stop()) return raise_attribute_error(vm, self, vm.name(Name::dict_));
  return dict;
}

static Result<void> set_instance_dict(Vm& vm, Value self, Value value) {
  if (!shape_of(self.cell())->attrs_offset) {
    Value own = own_dict_descriptor(vm, self);
    DescrSetFn set = own ? class_of(own)->slots.descr_set : nullptr;
    if (!set) return raise_type_error(vm, "this __dict__ descriptor does not support '%s' objects", type_name(self));
    return set(vm, own, self, value);
  }
  if (!value) {
    if (native_base(class_of(self))->flags & kClassHasDict) return raise_type_error(vm, "cannot delete __dict__");
    COIL_TRY(Dict* empty, new_dict(vm));
    return replace_instance_dict(vm, self.cell(), empty);
  }
  if (!value.is(Kind::Dict)) return raise_type_error(vm, "__dict__ must be set to a dictionary, not a '%s'", type_name(value));
  return replace_instance_dict(vm, self.cell(), value.as<Dict>());
}

const GetSetSpec kInstanceDict{"__dict__", get_instance_dict, set_instance_dict, "dictionary for instance variables"};

// -- methods

NATIVE(object_format, "__format__(self, format_spec, /)", "Default object formatter.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "__format__() argument must be str, not %s", argument_type_name(args[1]));
  if (args[1].as<Str>()->length) return raise_type_error(vm, "unsupported format string passed to %s.__format__", type_name(args[0]));
  return str_reenter(vm, args[0]);
}

/// Whether nothing of the program says what the __dict__ and __class__ of an object of the class are.
static bool has_plain_identity(Vm& vm, Class* cls) {
  auto is_native = [&](Name name) {
    Value attribute = class_lookup(cls, vm.name(name));
    return attribute.is_nothing() || attribute.is(Kind::GetSet);
  };
  return cls->slots.get_attr == generic_get_attr && is_native(Name::dict_) && is_native(Name::class_);
}

NATIVE(object_dir, "__dir__(self, /)", "Default dir() implementation.") {
  COIL_TRY(Dict* names, new_dict(vm));
  Value cls = class_of(args[0]);
  if (!has_plain_identity(vm, class_of(args[0]))) {
    COIL_TRY(Value own, find_attr_reenter(vm, args[0], vm.name(Name::dict_)));
    if (own.is(Kind::Dict)) COIL_CHECK(dict_update_reenter(vm, names, own));
    COIL_TRY(cls, find_attr_reenter(vm, args[0], vm.name(Name::class_)));
  } else if (args[0].is_cell()) {
    COIL_CHECK(copy_instance_attrs(vm, args[0].cell(), names));
  }
  Tuple* mro = cls.is(Kind::Class) ? cls.as<Class>()->mro : nullptr;
  for (size_t i = 0; mro && i < mro->size; i++) COIL_CHECK(dict_update_reenter(vm, names, mro->items[i].as<Class>()->dict.get()));
  COIL_TRY(List* list, list_from_iterable_reenter(vm, names));
  return Value(list);
}

NATIVE(object_sizeof, "__sizeof__(self, /)", "Size of object in memory, in bytes.") {
  if (!args[0].is_cell() || args[0].cell()->gc & kGcStatic) return Value::small_int(16);
  return Value::small_int(static_cast<int64_t>(Heap::size_of(args[0].cell())));
}

NATIVE(object_init_subclass, "__init_subclass__(cls, /)", "This method is called when a class is subclassed.") { return none(); }

NATIVE(object_subclasshook, "__subclasshook__(cls, /, *args)", "Abstract classes can override this to customize issubclass().") {
  return Value(&not_implemented_cell);
}

/// What the instance answers for the names in a class's __slots__, in their order: the members that are set, or what the class has in their place since.
static Result<void> add_members_reenter(Vm& vm, Cell* cell, Class* cls, Dict* members) {
  Value slots = dict_get_str(cls->dict, vm.name(Name::slots_));
  if (!slots) return ok();
  if (slots.is(Kind::Str)) {
    COIL_TRY(slots, make_tuple(vm, {slots}));
  }
  COIL_TRY(List* names, list_from_iterable_reenter(vm, slots));
  for (size_t i = 0; i < names->size; i++) {
    if (!names->items()[i].is(Kind::Str)) continue;
    COIL_TRY(Str* name, mangle_name(vm, cls->name, names->items()[i].as<Str>()));
    if (str_is(name, "__dict__") || str_is(name, "__weakref__")) continue;
    COIL_TRY(Value found, find_attr_reenter(vm, Value(cell), intern_str(vm, name)));
    if (!found.is_stop()) COIL_CHECK(dict_set_str(vm, members, name, found));
  }
  return ok();
}

/// Attributes and __slots__ members: None, a dict, or (dict or None, members).
static Result<Value> default_state(Vm& vm, Value self) {
  Cell* cell = self.is_cell() ? self.cell() : nullptr;
  Value attrs = none();
  if (cell && has_instance_dict(cell) && cell->kind != Kind::Class) {
    COIL_TRY(Dict* copy, new_dict(vm));
    COIL_CHECK(copy_instance_attrs(vm, cell, copy));
    if (copy->used) attrs = copy;
  }
  if (!cell || !class_of(cell)->member_count) return attrs;
  COIL_TRY(Dict* members, new_dict(vm));
  Tuple* mro = class_of(cell)->mro;
  for (size_t i = 0; i < mro->size; i++) COIL_CHECK(add_members_reenter(vm, cell, mro->items[i].as<Class>(), members));
  if (!members->used) return attrs;
  COIL_TRY(Tuple* both, make_tuple(vm, {attrs, members}));
  return Value(both);
}

NATIVE(object_getstate, "__getstate__(self, /)", "Helper for pickle.") { return default_state(vm, args[0]); }

/// A function of module copyreg, which is imported by the first reduction.
static Result<Value> copyreg_function_reenter(Vm& vm, Str* name) {
  static Str* const module_name = intern(vm, "copyreg");
  Value module = dict_get_str(vm.modules, module_name);
  if (!module) {
    COIL_TRY(module, g_hooks.import_name(vm, module_name, nullptr, none(), 0));
  }
  return get_attr_reenter(vm, module, name);
}

/// What __getnewargs_ex__ or __getnewargs__ say: positional arguments and a dict of the others (nothing when there is no such method).
static Result<void> new_arguments_reenter(Vm& vm, Value self, Value* positional, Value* named) {
  COIL_TRY(Value both, lookup_special_reenter(vm, self, vm.name(Name::getnewargs_ex_)));
  if (!both.is_stop()) {
    COIL_TRY(Value pair, call_reenter(vm, both, {}));
    if (!pair.is(Kind::Tuple)) return raise_type_error(vm, "__getnewargs_ex__ should return a tuple, not '%s'", type_name(pair));
    auto* tuple = pair.as<Tuple>();
    if (tuple->size != 2) return raise_value_error(vm, "__getnewargs_ex__ should return a tuple of length 2, not %zu", tuple->size);
    *positional = tuple->items[0];
    *named = tuple->items[1];
    if (!positional->is(Kind::Tuple)) {
      return raise_type_error(vm, "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'", type_name(*positional));
    }
    if (!named->is(Kind::Dict)) {
      return raise_type_error(vm, "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'", type_name(*named));
    }
    return ok();
  }
  COIL_TRY(Value simple, lookup_special_reenter(vm, self, vm.name(Name::getnewargs_)));
  if (simple.is_stop()) return ok();
  COIL_TRY(*positional, call_reenter(vm, simple, {}));
  if (!positional->is(Kind::Tuple)) return raise_type_error(vm, "__getnewargs__ should return a tuple, not '%s'", type_name(*positional));
  return ok();
}

/// Whether an object has data beside attributes, items and constructor arguments, as natives' objects do, and no __getstate__ that tells it.
static bool has_hidden_data(Vm& vm, Value self, bool has_arguments) {
  if (has_arguments || self.is(Kind::List) || self.is(Kind::Dict) || self.is(Kind::Object)) return false;
  Value getstate = class_lookup(class_of(self), vm.name(Name::getstate_));
  return getstate.is(Kind::NativeMethod) && getstate.as<Native>()->owner == vm.type(Kind::Object);
}

static Error raise_cannot_pickle(Vm& vm, Class* cls) {
  // CPython has other words for types whose size depends on the object.
  if (cls->instance_kind == Kind::MemoryView || cls->instance_kind == Kind::Code) return raise_type_error(vm, "cannot pickle %s objects", class_name(cls));
  std::string name = cls->instance_kind == Kind::NativeObject && !(cls->flags & kClassHeap) ? qualified_class_name(cls) : class_name(cls);
  return raise_type_error(vm, "cannot pickle '%s' object", name.c_str());
}

/// (copyreg.__newobj__, (cls, *args), state, list items, dict items), or with __newobj_ex__ when there are named arguments.
static Result<Value> reduce_2_reenter(Vm& vm, Value self) {
  Class* cls = class_of(self);
  if (!cls->slots.make) return raise_cannot_pickle(vm, cls);
  Value positional, named;
  COIL_CHECK(new_arguments_reenter(vm, self, &positional, &named));
  if (has_hidden_data(vm, self, bool(positional))) return raise_cannot_pickle(vm, cls);
  Tuple* extra = positional ? positional.as<Tuple>() : vm.empty_tuple;
  bool with_names = named && named.as<Dict>()->used;
  static Str *const newobj = intern(vm, "__newobj__"), *const newobj_ex = intern(vm, "__newobj_ex__");
  COIL_TRY(Value maker, copyreg_function_reenter(vm, with_names ? newobj_ex : newobj));
  COIL_TRY(Value state, call_method_reenter(vm, self, vm.name(Name::getstate_), {}));
  Tuple* call_args;
  if (with_names) {
    COIL_TRY(call_args, make_tuple(vm, {cls, extra, named}));
  } else {
    COIL_TRY(call_args, new_tuple(vm, extra->size + 1));
    store(call_args, call_args->items[0], cls);
    for (size_t i = 0; i < extra->size; i++) store(call_args, call_args->items[i + 1], extra->items[i]);
  }
  Value list_items = none(), dict_items = none();
  if (self.is(Kind::List)) {
    COIL_TRY(list_items, iter_reenter(vm, self));
  }
  if (self.is(Kind::Dict)) {
    COIL_TRY(Value items, call_method_reenter(vm, self, vm.name(Name::k_items), {}));
    COIL_TRY(dict_items, iter_reenter(vm, items));
  }
  return make_tuple(vm, {maker, call_args, state, list_items, dict_items});
}

static Result<Value> reduce_by_protocol_reenter(Vm& vm, Value self, int64_t protocol) {
  if (protocol >= 2) return reduce_2_reenter(vm, self);
  COIL_TRY(Value reduce, copyreg_function_reenter(vm, intern(vm, "_reduce_ex")));
  return call_reenter(vm, reduce, {self, Value::small_int(protocol)});
}

NATIVE(object_reduce, "__reduce__(self, /)", "Helper for pickle.") { return reduce_by_protocol_reenter(vm, args[0], 0); }

NATIVE(object_reduce_ex, "__reduce_ex__(self, protocol, /)", "Helper for pickle.") {
  COIL_TRY(int protocol, c_int_reenter(vm, args[1]));
  // A __reduce__ of its own wins.
  Value own = class_lookup(class_of(args[0]), vm.name(Name::reduce_));
  if (own && !(own.is(Kind::NativeMethod) && own.as<Native>()->owner == vm.type(Kind::Object))) {
    return call_method_reenter(vm, args[0], vm.name(Name::reduce_), {});
  }
  return reduce_by_protocol_reenter(vm, args[0], protocol);
}

void setup_object_type(Vm& vm) {
  Slots& slots = vm.type(Kind::Object)->slots;
  slots.make = object_make;
  slots.init = object_init;
  slots.repr = object_repr;
  slots.str = object_str;
  slots.hash = object_hash;
  slots.compare = object_compare;
  slots.get_attr = generic_get_attr;
  slots.set_attr = generic_set_attr;
  define_type(vm, {Kind::Object,
                   "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n"
                   "instance that has no instance attributes and cannot be given any.\n",
                   {&object_format_spec, &object_dir_spec, &object_sizeof_spec, &object_init_subclass_spec, &object_subclasshook_spec,
                    &object_getstate_spec, &object_reduce_spec, &object_reduce_ex_spec},
                   {&kObjectClass}});
}

}  // namespace coil
