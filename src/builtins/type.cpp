// The type `type`: calling classes, attributes of classes, union operator. Making classes is in type_new.cpp.
#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "builtins/object_internal.hpp"
#include "objects/attributes.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/native_level.hpp"
#include "objects/number.hpp"
#include "objects/shape_internal.hpp"

namespace coil {

static Class* cls_of(Value self) { return self.as<Class>(); }

std::string qualified_class_name(Class* cls) {
  Value module = cls->module;
  if (cls->flags & kClassHeap) module = dict_get_str(cls->dict, g_vm.name(Name::module_));
  std::string name = str_utf8(cls->qualname);
  if (!module.is(Kind::Str)) return str_utf8(cls->name);
  if (str_is(module.as<Str>(), "builtins")) return name;
  return str_utf8(module) + "." + name;
}

Error raise_abstract(Vm& vm, Class* cls) {
  COIL_TRY(Value methods, get_attr_reenter(vm, cls, vm.name(Name::abstractmethods_)));
  COIL_TRY(List* names, list_from_iterable_reenter(vm, methods));
  COIL_CHECK(list_sort_reenter(vm, names, none(), false));
  std::string text = "Can't instantiate abstract class " + str_utf8(cls->name) + " with abstract method" + (names->size == 1 ? "" : "s") + " ";
  for (size_t i = 0; i < names->size; i++) {
    if (!names->items()[i].is(Kind::Str)) continue;
    if (i > 0) text += ", ";
    text += str_utf8(names->items()[i]);
  }
  return raise_text(vm, Exc::TypeError, text);
}

static Result<Value> type_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  Class* cls = cls_of(self);
  bool keywords = kwnames && kwnames->size;
  if (cls == vm.type(Kind::Class)) {
    if (npos == 1 && keywords) return raise_type_error(vm, "type() takes no keyword arguments");
    if (npos == 1) return Value(class_of(args[0]));
    if (npos != 3) return raise_type_error(vm, "type() takes 1 or 3 arguments");
  }
  if (!cls->slots.make) return raise_type_error(vm, "cannot create '%s' instances", qualified_class_name(cls).c_str());
  COIL_GUARD(vm, " while calling a Python object");
  // CPython calls most built-in classes without a level of their own.
  std::optional<NativeLevel> level;
  if (cls->flags & kClassHeap || cls == vm.type(Kind::Int) || cls->instance_kind == Kind::Exception) {
    level.emplace(" while calling a Python object");
    if (level->is_too_deep(vm)) return raise_recursion_error(vm, level->where);
  }
  COIL_TRY(Value object, cls->slots.make(vm, cls, args, npos, kwnames));
  Class* made = class_of(object);
  if (made != cls && !is_subclass(made, cls)) return object;
  if (made->slots.init) COIL_CHECK(made->slots.init(vm, object, args, npos, kwnames));
  return object;
}

static Result<void> check_type_name(Vm& vm, Str* name) {
  COIL_TRY(Bytes* encoded, encode_str(vm, name, "utf-8", "strict"));
  if (std::memchr(encoded->data, 0, encoded->size)) return raise_value_error(vm, "type name must not contain null characters");
  return ok();
}

static Result<Value> type_make(Vm& vm, Class* meta, Value* args, size_t npos, Tuple* kwnames) {
  if (npos != 3) return raise_type_error(vm, "type.__new__() takes exactly 3 arguments (%zu given)", npos);
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "type.__new__() argument 1 must be str, not %s", argument_type_name(args[0]));
  COIL_CHECK(check_type_name(vm, args[0].as<Str>()));
  if (!args[1].is(Kind::Tuple)) return raise_type_error(vm, "type.__new__() argument 2 must be tuple, not %s", argument_type_name(args[1]));
  if (!args[2].is(Kind::Dict)) return raise_type_error(vm, "type.__new__() argument 3 must be dict, not %s", argument_type_name(args[2]));
  COIL_TRY(Class* cls, new_class_reenter(vm, meta, args[0].as<Str>(), args[1].as<Tuple>(), args[2].as<Dict>(), args + 3, kwnames));
  return Value(cls);
}

static Result<void> type_init(Vm& vm, Value, Value*, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size && npos == 1) return raise_type_error(vm, "type.__init__() takes no keyword arguments");
  if (npos != 1 && npos != 3) return raise_type_error(vm, "type.__init__() takes 1 or 3 arguments");
  return ok();
}

static Result<Value> type_repr(Vm& vm, Value self) {
  return new_str(vm, "<class '" + qualified_class_name(cls_of(self)) + "'>");
}

static Result<Value> type_or(Vm& vm, Value left, Value right) { return union_of(vm, left, right); }

// -- attributes

static Error raise_immutable(Vm& vm, Class* cls, const char* name) {
  return raise_type_error(vm, "cannot set '%s' attribute of immutable type '%s'", name, class_name(cls));
}

static Result<void> check_settable(Vm& vm, Class* cls, Value value, const char* name) {
  if (!(cls->flags & kClassHeap)) return raise_immutable(vm, cls, name);
  if (!value) return raise_type_error(vm, "cannot delete '%s' attribute of immutable type '%s'", name, class_name(cls));
  return ok();
}

static Result<Value> get_name(Vm&, Value self) { return Value(cls_of(self)->name); }

static Result<void> set_name(Vm& vm, Value self, Value value) {
  Class* cls = cls_of(self);
  COIL_CHECK(check_settable(vm, cls, value, "__name__"));
  if (!value.is(Kind::Str)) return raise_type_error(vm, "can only assign string to %s.__name__, not '%s'", class_name(cls), type_name(value));
  COIL_CHECK(check_type_name(vm, value.as<Str>()));
  store(cls, cls->name, value.as<Str>());
  return ok();
}

static Result<Value> get_qualname(Vm&, Value self) { return Value(cls_of(self)->qualname); }

static Result<void> set_qualname(Vm& vm, Value self, Value value) {
  Class* cls = cls_of(self);
  COIL_CHECK(check_settable(vm, cls, value, "__qualname__"));
  if (!value.is(Kind::Str)) return raise_type_error(vm, "can only assign string to %s.__qualname__, not '%s'", class_name(cls), type_name(value));
  store(cls, cls->qualname, value.as<Str>());
  return ok();
}

static Result<Value> get_module(Vm& vm, Value self) {
  Class* cls = cls_of(self);
  if (!(cls->flags & kClassHeap)) return cls->module;
  Value module = dict_get_str(cls->dict, vm.name(Name::module_));
  if (!module) return raise_text(vm, Exc::AttributeError, "__module__");
  return module;
}

/// Changes an entry of a class's own dict, or removes it.
static Result<void> change_entry(Vm& vm, Class* cls, Str* name, Value value) {
  if (value) COIL_CHECK(dict_set_str(vm, cls->dict, name, value));
  else if (!dict_del_str(cls->dict, name)) return raise_text(vm, Exc::AttributeError, str_utf8(name));
  class_modified(vm, cls, name);
  return ok();
}

static Result<void> set_module(Vm& vm, Value self, Value value) {
  COIL_CHECK(check_settable(vm, cls_of(self), value, "__module__"));
  return change_entry(vm, cls_of(self), vm.name(Name::module_), value);
}

static Result<Value> get_bases(Vm&, Value self) { return Value(cls_of(self)->bases); }

static Result<void> set_bases_attr(Vm& vm, Value self, Value value) {
  Class* cls = cls_of(self);
  COIL_CHECK(check_settable(vm, cls, value, "__bases__"));
  if (!value.is(Kind::Tuple)) return raise_type_error(vm, "can only assign tuple to %s.__bases__, not %s", class_name(cls), type_name(value));
  if (value.as<Tuple>()->size == 0) return raise_type_error(vm, "can only assign non-empty tuple to %s.__bases__, not ()", class_name(cls));
  return set_bases(vm, cls, value.as<Tuple>());
}

static Result<Value> get_mro(Vm&, Value self) { return cls_of(self)->mro ? Value(cls_of(self)->mro) : none(); }
static Result<Value> get_base(Vm&, Value self) { return cls_of(self)->base ? Value(cls_of(self)->base) : none(); }

static Result<Value> get_dict(Vm& vm, Value self) {
  COIL_TRY(MappingProxy* proxy, alloc<MappingProxy>(vm, Kind::MappingProxy));
  proxy->mapping = cls_of(self)->dict.get();
  return Value(proxy);
}

static Result<Value> get_doc(Vm& vm, Value self) {
  Class* cls = cls_of(self);
  if (!(cls->flags & kClassHeap) && cls->doc) return new_str(vm, cls->doc);
  Value doc = dict_get_str(cls->dict, vm.name(Name::doc_));
  if (!doc) {
    return none();
  }
  if (DescrGetFn get = class_of(doc)->slots.descr_get) return get(vm, doc, Value(), self);
  return doc;
}

static Result<void> set_doc(Vm& vm, Value self, Value value) {
  COIL_CHECK(check_settable(vm, cls_of(self), value, "__doc__"));
  return change_entry(vm, cls_of(self), vm.name(Name::doc_), value);
}

static Result<Value> get_abstract(Vm& vm, Value self) {
  Value methods = dict_get_str(cls_of(self)->dict, vm.name(Name::abstractmethods_));
  if (!methods || self.cell() == vm.type(Kind::Class)) return raise(vm, Exc::AttributeError, "__abstractmethods__");
  return methods;
}

static Result<void> set_abstract(Vm& vm, Value self, Value value) {
  Class* cls = cls_of(self);
  bool abstract = false;
  if (value) {
    COIL_TRY(abstract, truthy_reenter(vm, value));
  }
  COIL_CHECK(change_entry(vm, cls, vm.name(Name::abstractmethods_), value));
  if (abstract) cls->flags |= kClassAbstract;
  else cls->flags &= static_cast<uint16_t>(~kClassAbstract);
  // Constructors of abstract classes must not run from a cache.
  g_class_epoch++;
  return ok();
}

static Result<Value> get_annotations(Vm& vm, Value self) {
  Class* cls = cls_of(self);
  Str* name = vm.name(Name::annotations_);
  if (!(cls->flags & kClassHeap)) return raise_attribute_error(vm, self, name);
  Value annotations = dict_get_str(cls->dict, name);
  if (!annotations) {
    COIL_TRY(Dict* made, new_dict(vm));
    COIL_CHECK(dict_set_str(vm, cls->dict, name, made));
    class_modified(vm, cls, name);
    return Value(made);
  }
  return annotations;
}

static Result<void> set_annotations(Vm& vm, Value self, Value value) {
  if (!(cls_of(self)->flags & kClassHeap)) return raise_immutable(vm, cls_of(self), "__annotations__");
  return change_entry(vm, cls_of(self), vm.name(Name::annotations_), value);
}

static Result<Value> get_flags(Vm&, Value self) {
  constexpr int64_t kHeapType = 1 << 9, kBaseType = 1 << 10, kAbstract = 1 << 20;
  Class* cls = cls_of(self);
  int64_t flags = 0;
  if (cls->flags & kClassHeap) flags |= kHeapType;
  if (!(cls->flags & kClassFinal)) flags |= kBaseType;
  if (cls->flags & kClassAbstract) flags |= kAbstract;
  return Value::small_int(flags);
}

static Result<Value> get_basicsize(Vm&, Value self) {
  uint32_t size = cls_of(self)->instance_size;
  return Value::small_int(size < 16 ? 16 : size);
}

/// Zero where instances have no such field; the number itself means nothing.
static Result<Value> get_weakref_offset(Vm&, Value self) {
  return Value::small_int(cls_of(self)->flags & kClassHasWeakRef ? sizeof(Cell) + cls_of(self)->instance_size : 0);
}
static Result<Value> get_dict_offset(Vm&, Value self) {
  return Value::small_int(cls_of(self)->flags & kClassHasDict ? cls_of(self)->root_shape->attrs_offset : 0);
}
static Result<Value> get_item_size(Vm&, Value self) {
  switch (cls_of(self)->instance_kind) {
    case Kind::Int: case Kind::Bool: return Value::small_int(4);
    case Kind::Tuple: return Value::small_int(8);
    case Kind::Bytes: return Value::small_int(1);
    case Kind::Class: return Value::small_int(40);
    default: return Value::small_int(0);
  }
}

/// What the library says of a native type; inspect.signature() knows more. Classes of programs have none.
static Result<Value> get_text_signature(Vm& vm, Value self) {
  Value text = dict_get_str(cls_of(self)->dict, vm.name(Name::text_signature_));
  return text ? text : none();
}

static const GetSetSpec kTypeGetSets[] = {
    {"__name__", get_name, set_name, nullptr},
    {"__qualname__", get_qualname, set_qualname, nullptr},
    {"__module__", get_module, set_module, nullptr},
    {"__bases__", get_bases, set_bases_attr, nullptr},
    {"__mro__", get_mro, nullptr, nullptr},
    {"__base__", get_base, nullptr, nullptr},
    {"__dict__", get_dict, nullptr, nullptr},
    {"__doc__", get_doc, set_doc, nullptr},
    {"__abstractmethods__", get_abstract, set_abstract, nullptr},
    {"__annotations__", get_annotations, set_annotations, nullptr},
    {"__text_signature__", get_text_signature, nullptr, nullptr},
    {"__flags__", get_flags, nullptr, nullptr},
    {"__basicsize__", get_basicsize, nullptr, nullptr},
    {"__weakrefoffset__", get_weakref_offset, nullptr, nullptr},
    {"__dictoffset__", get_dict_offset, nullptr, nullptr},
    {"__itemsize__", get_item_size, nullptr, nullptr},
};

// -- methods

NATIVE(type_mro, "mro(self, /)", "Return a type's method resolution order.") {
  COIL_TRY(Tuple* mro, compute_mro(vm, cls_of(args[0])));
  COIL_TRY(List* list, new_list_from(vm, mro->items, mro->size));
  return Value(list);
}

NATIVE(type_subclasses, "__subclasses__(self, /)", "Return a list of immediate subclasses.") {
  auto* below = static_cast<List*>(cls_of(args[0])->subclasses);
  COIL_TRY(List* list, new_list_from(vm, below && below->size ? below->items() : nullptr, below ? below->size : 0));
  return Value(list);
}

NATIVE(type_prepare, "__prepare__(cls, /, *args, **kwargs)", "Create the namespace for the class statement.") {
  COIL_TRY(Dict* dict, new_dict(vm));
  return Value(dict);
}

NATIVE(type_instancecheck, "__instancecheck__(self, instance, /)", "Check if an object is an instance.") {
  if (is_instance(args[1], cls_of(args[0]))) return Value::boolean(true);
  COIL_TRY(Value claimed, find_attr_reenter(vm, args[1], vm.name(Name::class_)));
  return Value::boolean(claimed.is(Kind::Class) && is_subclass(claimed.as<Class>(), cls_of(args[0])));
}

NATIVE(type_subclasscheck, "__subclasscheck__(self, subclass, /)", "Check if a class is a subclass.") {
  if (!args[1].is(Kind::Class)) return raise_type_error(vm, "issubclass() arg 1 must be a class");
  return Value::boolean(is_subclass(args[1].as<Class>(), cls_of(args[0])));
}

NATIVE(type_dir, "__dir__(self, /)", "Specialized __dir__ implementation for types.") {
  COIL_TRY(Dict* names, new_dict(vm));
  Tuple* mro = cls_of(args[0])->mro;
  for (size_t i = mro ? mro->size : 0; i > 0; i--) COIL_CHECK(dict_update_reenter(vm, names, mro->items[i - 1].as<Class>()->dict.get()));
  COIL_TRY(List* list, list_from_iterable_reenter(vm, names));
  return Value(list);
}

NATIVE(type_sizeof, "__sizeof__(self, /)", "Return memory consumption of the type object.") {
  return Value::small_int(static_cast<int64_t>(sizeof(Class)));
}

void setup_type_type(Vm& vm) {
  Slots& slots = vm.type(Kind::Class)->slots;
  slots.call = type_call;
  slots.make = type_make;
  slots.init = type_init;
  slots.repr = type_repr;
  slots.get_attr = type_get_attr;
  slots.set_attr = type_set_attr;
  slots.binary[static_cast<int>(BinaryOp::Or)] = type_or;
  TypeSpec spec{Kind::Class, "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
                {&type_mro_spec, &type_subclasses_spec, &type_prepare_spec, &type_instancecheck_spec, &type_subclasscheck_spec,
                 &type_dir_spec, &type_sizeof_spec}, {}};
  define_type(vm, spec);
  for (const GetSetSpec& getset : kTypeGetSets) define_class(vm, vm.type(Kind::Class), {}, {&getset});
}

}  // namespace coil
