// Native functions and descriptors as programs see them (names, signatures, reprs), staticmethod, classmethod and property.
// How they bind and call is in objects/native.cpp.
#include <cstring>
#include <string>

#include "builtins/object_internal.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/shape_internal.hpp"
#include "objects/slots.hpp"
#include "vm/interpreter.hpp"

namespace coil {

// -- natives

/// The Native behind a native function, descriptor or bound native.
static Native* native_of(Value self) {
  if (self.is(Kind::NativeBound) || self.is(Kind::MethodWrapper)) return self.as<Method>()->function.as<Native>();
  return self.as<Native>();
}

static Result<Value> native_name(Vm&, Value self) { return Value(native_of(self)->name); }

static Result<Value> native_qualname(Vm& vm, Value self) {
  Native* native = native_of(self);
  if (!native->owner) return Value(native->name);
  Class* owner = native->owner;
  if (self.is(Kind::NativeBound)) {
    Value receiver = self.as<Method>()->self;
    owner = receiver.is(Kind::Class) ? receiver.as<Class>() : class_of(receiver);
  }
  return new_str(vm, str_utf8(owner->qualname) + "." + str_utf8(native->name));
}

/// What ends a signature at the start of a docstring: one to show instead of that by which the native gets its arguments.
constexpr std::string_view kSignatureEnd = ")\n--\n\n";

static Result<Value> native_doc(Vm& vm, Value self) {
  const char* doc = native_of(self)->spec->doc;
  if (!doc) return none();
  const char* end = std::strstr(doc, kSignatureEnd.data());
  return new_str(vm, end ? end + kSignatureEnd.size() : doc);
}

/// As programs see it; None where a default can't be written.
static Result<Value> native_text_signature(Vm& vm, Value self) {
  const NativeSpec* spec = native_of(self)->spec;
  const bool in_doc = spec->doc && std::strstr(spec->doc, kSignatureEnd.data());
  std::string text = (in_doc ? spec->doc : spec->signature) + spec->name_length;
  if (in_doc) text.resize(text.find(kSignatureEnd) + 1);
  size_t end = text.rfind(')');
  text.resize(end == std::string::npos ? text.size() : end + 1);
  if (text.find("<unrepresentable>") != std::string::npos) return none();
  const char* first = spec->flags & kNativeSelf ? "($self" : spec->flags & kNativeCls ? "($type" : native_of(self)->owner ? nullptr : "($module";
  if (!first) return new_str(vm, text);  // a static method
  std::string rest = text.substr(spec->flags & kNativeSelf ? sizeof "(self" - 1 : spec->flags & kNativeCls ? sizeof "(cls" - 1 : 1);
  if (!rest.starts_with(")") && !rest.starts_with(",")) rest.insert(0, ", ");
  if (rest.find("/") == std::string::npos) rest.insert(0, ", /");
  return new_str(vm, first + rest);
}

static Result<Value> native_module(Vm&, Value self) { return native_of(self)->module ? native_of(self)->module : none(); }

static Result<Value> native_self(Vm& vm, Value self) {
  if (self.is(Kind::NativeBound) || self.is(Kind::MethodWrapper)) return self.as<Method>()->self;
  Native* native = native_of(self);
  if (native->owner) return (native->spec->flags & (kNativeSelf | kNativeCls)) || is_new_native(native) ? Value(native->owner) : none();  // none: a static method
  if (native->module && vm.modules) {
    if (Value module = dict_get_str(vm.modules, native->module.as<Str>())) return module;
  }
  return none();
}

static Result<Value> native_objclass(Vm&, Value self) { return Value(native_of(self)->owner); }

static const GetSetSpec kNativeName{"__name__", native_name, nullptr, nullptr};
static const GetSetSpec kNativeQualname{"__qualname__", native_qualname, nullptr, nullptr};
static const GetSetSpec kNativeDoc{"__doc__", native_doc, nullptr, nullptr};
static const GetSetSpec kNativeModule{"__module__", native_module, nullptr, nullptr};
static const GetSetSpec kNativeSelfAttr{"__self__", native_self, nullptr, nullptr};
static const GetSetSpec kNativeObjClass{"__objclass__", native_objclass, nullptr, nullptr};
static const GetSetSpec kNativeTextSignature{"__text_signature__", native_text_signature, nullptr, nullptr};

/// getattr(owner, name) makes it again.
static Result<Value> reduce_to_getattr(Vm& vm, Value owner, Str* name) {
  COIL_TRY(Tuple* arguments, make_tuple(vm, {owner, name}));
  return make_tuple(vm, {dict_get_str(vm.builtins, intern(vm, "getattr")), arguments});
}

NATIVE(native_reduce, "__reduce__(self, /)", "Helper for pickle.") {
  Native* native = native_of(args[0]);
  if (args[0].is(Kind::Native)) return native->owner ? reduce_to_getattr(vm, native->owner, native->name) : Value(native->name);
  return reduce_to_getattr(vm, args[0].as<Method>()->self, native->name);
}

NATIVE(descriptor_reduce, "__reduce__(self, /)", "Helper for pickle.") {
  return reduce_to_getattr(vm, native_of(args[0])->owner, native_of(args[0])->name);
}

NATIVE(member_reduce, "__reduce__(self, /)", "Helper for pickle.") {
  auto* member = args[0].as<Member>();
  return reduce_to_getattr(vm, member->owner, member->name);
}

static Result<Value> bound_repr(Vm& vm, Value self) {
  Value receiver = self.as<Method>()->self;
  std::string kind = receiver.is(Kind::Class) ? "type" : type_name(receiver);
  return new_str(vm, "<built-in method " + str_utf8(native_of(self)->name) + " of " + kind + " object at " + cell_address(receiver) + ">");
}

static Result<Value> native_repr(Vm& vm, Value self) {
  if (self.is(Kind::NativeBound)) return bound_repr(vm, self);
  Native* native = self.as<Native>();
  std::string name = str_utf8(native->name);
  if (native->owner) return new_str(vm, "<built-in method " + name + " of type object at " + cell_address(native->owner) + ">");
  return new_str(vm, "<built-in function " + name + ">");
}

static Result<Value> wrapper_repr(Vm& vm, Value self) {
  Value receiver = self.as<Method>()->self;
  return new_str(vm, "<method-wrapper '" + str_utf8(native_of(self)->name) + "' of " + type_name(receiver) + " object at " +
                     cell_address(receiver) + ">");
}

static Result<Value> descriptor_text(Vm& vm, const char* what, const std::string& name, Class* owner) {
  return new_str(vm, std::string("<") + what + " '" + name + "' of '" + class_name(owner) + "' objects>");
}
static Result<Value> native_method_repr(Vm& vm, Value self) {
  return descriptor_text(vm, "method", str_utf8(self.as<Native>()->name), self.as<Native>()->owner);
}
static Result<Value> slot_wrapper_repr(Vm& vm, Value self) {
  return descriptor_text(vm, "slot wrapper", str_utf8(self.as<Native>()->name), self.as<Native>()->owner);
}
static Result<Value> getset_repr(Vm& vm, Value self) {
  return descriptor_text(vm, "attribute", self.as<GetSet>()->spec->name, self.as<GetSet>()->owner);
}
static Result<Value> member_repr(Vm& vm, Value self) {
  return descriptor_text(vm, "member", str_utf8(self.as<Member>()->name), self.as<Member>()->owner);
}

static Result<Value> getset_name(Vm& vm, Value self) { return Value(intern(vm, self.as<GetSet>()->spec->name)); }
static Result<Value> getset_doc(Vm& vm, Value self) {
  const char* doc = self.as<GetSet>()->spec->doc;
  return doc ? Result<Value>(new_str(vm, doc)) : Result<Value>(none());
}
static Result<Value> getset_objclass(Vm&, Value self) { return Value(self.as<GetSet>()->owner); }
static Result<Value> getset_qualname(Vm& vm, Value self) {
  return new_str(vm, str_utf8(self.as<GetSet>()->owner->qualname) + "." + self.as<GetSet>()->spec->name);
}
static const GetSetSpec kGetSetQualname{"__qualname__", getset_qualname, nullptr, nullptr};
static const GetSetSpec kGetSetName{"__name__", getset_name, nullptr, nullptr};
static const GetSetSpec kGetSetDoc{"__doc__", getset_doc, nullptr, nullptr};
static const GetSetSpec kGetSetObjClass{"__objclass__", getset_objclass, nullptr, nullptr};

static Result<Value> member_name(Vm&, Value self) { return Value(self.as<Member>()->name); }
static Result<Value> member_objclass(Vm&, Value self) { return Value(self.as<Member>()->owner); }
static Result<Value> member_qualname(Vm& vm, Value self) {
  return new_str(vm, str_utf8(self.as<Member>()->owner->qualname) + "." + str_utf8(self.as<Member>()->name));
}
static Result<Value> member_doc(Vm&, Value) { return none(); }
static const GetSetSpec kMemberQualname{"__qualname__", member_qualname, nullptr, nullptr};
static const GetSetSpec kMemberName{"__name__", member_name, nullptr, nullptr};
static const GetSetSpec kMemberObjClass{"__objclass__", member_objclass, nullptr, nullptr};
static const GetSetSpec kMemberDoc{"__doc__", member_doc, nullptr, nullptr};

// -- staticmethod, classmethod

static WrappedFunction* wrapped_of(Value self) { return self.as<WrappedFunction>(); }

static void trace_wrapped(Cell* cell, Marker& marker) {
  marker.value(static_cast<WrappedFunction*>(cell)->function);
  marker.cell(static_cast<WrappedFunction*>(cell)->dict);
}

template <Kind kKind>
static Result<Value> wrapped_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  return alloc_for_class<WrappedFunction>(vm, cls, kKind);
}

/// The wrapper looks like what it wraps.
static Result<void> copy_metadata(Vm& vm, Value self, Value function) {
  for (Name id : {Name::module_, Name::name_, Name::qualname_, Name::doc_, Name::annotations_}) {
    COIL_TRY(Value value, find_attr_reenter(vm, function, vm.name(id)));
    if (!value.is_stop()) COIL_CHECK(set_instance_attr(vm, self.cell(), vm.name(id), value));
  }
  return ok();
}

static Result<void> wrapped_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  const char* name = self.is(Kind::StaticMethod) ? "staticmethod" : "classmethod";
  if (kwnames && kwnames->size) return raise_type_error(vm, "%s() takes no keyword arguments", name);
  if (npos != 1) return raise_type_error(vm, "%s expected 1 argument, got %zu", name, npos);
  store(self.cell(), wrapped_of(self)->function, args[0]);
  return copy_metadata(vm, self, args[0]);
}

static Result<Value> wrapped_function(Vm& vm, Value self) {
  Value function = wrapped_of(self)->function;
  if (!function) return raise(vm, Exc::RuntimeError, "uninitialized %s object", self.is(Kind::StaticMethod) ? "staticmethod" : "classmethod");
  return function;
}

static Result<Value> static_method_get(Vm& vm, Value self, Value, Value) { return wrapped_function(vm, self); }

static Result<Value> static_method_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  COIL_TRY(Value function, wrapped_function(vm, self));
  COIL_GUARD(vm, " while calling a Python object");
  return call_vector_reenter(vm, function, args, npos, kwnames);
}

static Result<Value> class_method_get(Vm& vm, Value self, Value instance, Value owner) {
  COIL_GUARD(vm, " while calling a Python object");
  COIL_TRY(Value function, wrapped_function(vm, self));
  if (!owner) owner = class_of(instance);
  if (!function.is(Kind::Function) && !function.is(Kind::Method)) {
    if (DescrGetFn get = class_of(function)->slots.descr_get) return get(vm, function, owner, owner);
  }
  COIL_TRY(Method* method, alloc<Method>(vm, Kind::Method));
  method->function = function;
  method->self = owner;
  return Value(method);
}

static Result<Value> wrapped_repr(Vm& vm, Value self) {
  COIL_TRY(Value function, wrapped_function(vm, self));
  COIL_TRY(Str* shown, repr_reenter(vm, function));
  return new_str(vm, std::string(self.is(Kind::StaticMethod) ? "<staticmethod(" : "<classmethod(") + str_utf8(shown) + ")>");
}

static Result<Value> wrapped_func(Vm& vm, Value self) { return wrapped_function(vm, self); }
static Result<Value> wrapped_dict(Vm& vm, Value self) { return instance_dict(vm, self); }
static Result<void> set_wrapped_dict(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "cannot delete __dict__");
  if (!value.is(Kind::Dict)) return raise_type_error(vm, "__dict__ must be set to a dictionary, not a '%s'", type_name(value));
  store(wrapped_of(self), wrapped_of(self)->dict, value.as<Dict>());
  return ok();
}
static Result<Value> abstract_of(Vm& vm, Value function) {
  COIL_GUARD(vm, " while calling a Python object");
  COIL_TRY(Value flag, find_attr_reenter(vm, function, vm.name(Name::isabstractmethod_)));
  if (flag.is_stop()) return Value::boolean(false);
  COIL_TRY(bool abstract, truthy_reenter(vm, flag));
  return Value::boolean(abstract);
}
static Result<Value> wrapped_abstract(Vm& vm, Value self) {
  if (!wrapped_of(self)->function) return Value::boolean(false);
  return abstract_of(vm, wrapped_of(self)->function);
}
static const GetSetSpec kWrappedFunc{"__func__", wrapped_func, nullptr, nullptr};
static const GetSetSpec kWrappedWrapped{"__wrapped__", wrapped_func, nullptr, nullptr};
static const GetSetSpec kWrappedAbstract{"__isabstractmethod__", wrapped_abstract, nullptr, nullptr};
static const GetSetSpec kWrappedDict{"__dict__", wrapped_dict, set_wrapped_dict, nullptr};

// -- property

enum PropertyFlags : uint16_t {  // Cell::flags of a Property
  kPropertyGetterDoc = 1,  // its doc is the getter's and follows a new getter
  kPropertyDocOfCode = 2,  // `doc` is the getter's code, whose text nobody has asked for: code of the library would have to be loaded
};

static Property* prop_of(Value self) { return self.as<Property>(); }

static void trace_property(Cell* cell, Marker& marker) {
  auto* property = static_cast<Property*>(cell);
  marker.value(property->get);
  marker.value(property->set);
  marker.value(property->del);
  marker.value(property->doc);
  marker.value(property->name);
  trace_attrs(cell, marker);
}

static Result<Value> property_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  return alloc_for_class<Property>(vm, cls, Kind::Property);
}

NATIVE(property_construct, "property(fget=None, fset=None, fdel=None, doc=None)", "Property attribute.") {
  COIL_TRY(Tuple* bound, new_tuple(vm, 4));
  for (size_t i = 0; i < 4; i++) bound->items[i] = args.get(i, none());
  return Value(bound);
}

static Result<void> property_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  Native* binder = new_native(vm, property_construct_spec, "builtins");
  if (!binder) return Error{};
  COIL_TRY(Value bound, call_native_slow(vm, binder, args, npos, kwnames));
  Property* property = prop_of(self);
  Value* items = bound.as<Tuple>()->items;
  property->get = items[0].is_none() ? Value() : items[0];
  property->set = items[1].is_none() ? Value() : items[1];
  property->del = items[2].is_none() ? Value() : items[2];
  property->doc = items[3];
  property->flags = 0;
  write_barrier(property);
  if (!items[3].is_none() || !property->get) return ok();
  if (class_of(self) == vm.type(Kind::Property) && property->get.is(Kind::Function) && !property->get.as<Function>()->doc) {
    property->flags = kPropertyGetterDoc | kPropertyDocOfCode;
    store(property, property->doc, property->get.as<Function>()->code);
    return ok();
  }
  COIL_TRY(Value doc, find_attr_reenter(vm, property->get, vm.name(Name::doc_)));
  if (doc.is_stop()) return ok();
  property->flags = kPropertyGetterDoc;
  // The __doc__ of a subclass shadows property's own: there it lives in the instance.
  if (class_of(self)->flags & kClassHeap) return set_attr_reenter(vm, self, vm.name(Name::doc_), doc);
  store(property, property->doc, doc);
  return ok();
}

/// "property 'x' of 'A' object has no setter".
static Error raise_property(Vm& vm, Property* property, Value instance, const char* what) {
  std::string text = "property ";
  if (property->name) {
    COIL_TRY(Str* shown, repr_reenter(vm, property->name));
    text += str_utf8(shown) + " ";
  }
  text += "of '" + str_utf8(class_of(instance)->qualname) + "' object has no " + what;
  return raise_text(vm, Exc::AttributeError, text);
}

static Result<Value> property_get(Vm& vm, Value self, Value instance, Value) {
  if (!instance || instance.is_none()) return self;
  Property* property = prop_of(self);
  if (!property->get) return raise_property(vm, property, instance, "getter");
  return call_vector_reenter(vm, property->get, &instance, 1, nullptr);
}

static Result<void> property_set(Vm& vm, Value self, Value instance, Value value) {
  Property* property = prop_of(self);
  Value function = value ? property->set : property->del;
  if (!function) return raise_property(vm, property, instance, value ? "setter" : "deleter");
  Value args[2] = {instance, value};
  COIL_CHECK(call_vector_reenter(vm, function, args, value ? 2 : 1, nullptr));
  return ok();
}

/// A copy with one function replaced, of the same class.
static Result<Value> property_with(Vm& vm, Value self, Value get, Value set, Value del) {
  Property* property = prop_of(self);
  auto pick = [](Value given, Value have) { return given && !given.is_none() ? given : have ? have : none(); };
  Value new_get = pick(get, property->get);
  Value doc = property->doc && !(property->flags & kPropertyGetterDoc) ? property->doc : none();
  COIL_TRY(Value copy, call_reenter(vm, class_of(self), {new_get, pick(set, property->set), pick(del, property->del), doc}));
  if (copy.is(Kind::Property) && property->name) store(copy.cell(), prop_of(copy)->name, property->name);
  return copy;
}

NATIVE(property_getter, "getter(self, fget, /)", "Descriptor to obtain a copy of the property with a different getter.") {
  return property_with(vm, args[0], args[1], {}, {});
}
NATIVE(property_setter, "setter(self, fset, /)", "Descriptor to obtain a copy of the property with a different setter.") {
  return property_with(vm, args[0], {}, args[1], {});
}
NATIVE(property_deleter, "deleter(self, fdel, /)", "Descriptor to obtain a copy of the property with a different deleter.") {
  return property_with(vm, args[0], {}, {}, args[1]);
}
NATIVE(property_set_name, "__set_name__(self, owner, name, /)", "Method to set name of a property.") {
  store(args[0].cell(), prop_of(args[0])->name, args[2]);
  return none();
}

static Value or_none(Value v) { return v ? v : none(); }
static Result<Value> get_fget(Vm&, Value self) { return or_none(prop_of(self)->get); }
static Result<Value> get_fset(Vm&, Value self) { return or_none(prop_of(self)->set); }
static Result<Value> get_fdel(Vm&, Value self) { return or_none(prop_of(self)->del); }
static Result<Value> get_doc(Vm& vm, Value self) {
  const Property* property = prop_of(self);
  return property->flags & kPropertyDocOfCode ? code_docstring(vm, property->doc.as<Code>()) : or_none(property->doc);
}
static Result<void> set_doc(Vm&, Value self, Value value) {
  self.cell()->flags &= static_cast<uint16_t>(~kPropertyDocOfCode);
  store(self.cell(), prop_of(self)->doc, value ? value : none());
  return ok();
}
static Result<Value> get_abstract(Vm& vm, Value self) {
  for (Value function : {prop_of(self)->get, prop_of(self)->set, prop_of(self)->del}) {
    if (!function) continue;
    COIL_TRY(Value abstract, abstract_of(vm, function));
    if (abstract.is_true()) return abstract;
  }
  return Value::boolean(false);
}
static const GetSetSpec kPropertyGet{"fget", get_fget, nullptr, nullptr};
static const GetSetSpec kPropertySet{"fset", get_fset, nullptr, nullptr};
static const GetSetSpec kPropertyDel{"fdel", get_fdel, nullptr, nullptr};
static const GetSetSpec kPropertyDoc{"__doc__", get_doc, set_doc, nullptr};
static const GetSetSpec kPropertyAbstract{"__isabstractmethod__", get_abstract, nullptr, nullptr};

void setup_descriptors(Vm& vm) {
  vm.type(Kind::Native)->slots.repr = native_repr;
  vm.type(Kind::MethodWrapper)->slots.repr = wrapper_repr;
  vm.type(Kind::NativeMethod)->slots.repr = native_method_repr;
  vm.type(Kind::ClassMethodDescriptor)->slots.repr = native_method_repr;
  vm.type(Kind::SlotWrapper)->slots.repr = slot_wrapper_repr;
  vm.type(Kind::GetSet)->slots.repr = getset_repr;
  vm.type(Kind::Member)->slots.repr = member_repr;
  define_type(vm, {Kind::Native, nullptr, {&native_reduce_spec},
                   {&kNativeName, &kNativeQualname, &kNativeDoc, &kNativeModule, &kNativeSelfAttr, &kNativeTextSignature}});
  for (Kind kind : {Kind::NativeMethod, Kind::ClassMethodDescriptor, Kind::SlotWrapper}) {
    define_type(vm, {kind, nullptr, {&descriptor_reduce_spec},
                     {&kNativeName, &kNativeQualname, &kNativeDoc, &kNativeObjClass, &kNativeTextSignature}});
  }
  define_type(vm, {Kind::MethodWrapper, nullptr, {&native_reduce_spec},
                   {&kNativeName, &kNativeQualname, &kNativeDoc, &kNativeSelfAttr, &kNativeObjClass, &kNativeTextSignature}});
  define_type(vm, {Kind::GetSet, nullptr, {}, {&kGetSetName, &kGetSetQualname, &kGetSetDoc, &kGetSetObjClass}});
  define_type(vm, {Kind::Member, nullptr, {&member_reduce_spec}, {&kMemberName, &kMemberQualname, &kMemberDoc, &kMemberObjClass}});

  for (Kind kind : {Kind::StaticMethod, Kind::ClassMethod}) {
    g_heap.set_type(kind, trace_wrapped, nullptr);
    vm.type(kind)->slots.init = wrapped_init;
    vm.type(kind)->slots.repr = wrapped_repr;
  }
  vm.type(Kind::StaticMethod)->slots.make = wrapped_make<Kind::StaticMethod>;
  vm.type(Kind::StaticMethod)->slots.descr_get = static_method_get;
  vm.type(Kind::StaticMethod)->slots.call = static_method_call;
  vm.type(Kind::ClassMethod)->slots.make = wrapped_make<Kind::ClassMethod>;
  vm.type(Kind::ClassMethod)->slots.descr_get = class_method_get;
  define_type(vm, {Kind::StaticMethod, "Convert a function to be a static method.", {},
                   {&kWrappedFunc, &kWrappedWrapped, &kWrappedAbstract, &kWrappedDict}});
  define_type(vm, {Kind::ClassMethod, "Convert a function to be a class method.", {},
                   {&kWrappedFunc, &kWrappedWrapped, &kWrappedAbstract, &kWrappedDict}});

  g_heap.set_type(Kind::Property, trace_property, nullptr);
  Slots& property = vm.type(Kind::Property)->slots;
  property.make = property_make;
  property.init = property_init;
  property.descr_get = property_get;
  property.descr_set = property_set;
  define_type(vm, {Kind::Property, "Property attribute.",
                   {&property_getter_spec, &property_setter_spec, &property_deleter_spec, &property_set_name_spec},
                   {&kPropertyGet, &kPropertySet, &kPropertyDel, &kPropertyDoc, &kPropertyAbstract}});
}

}  // namespace coil
