// Attribute access: the default slots of instances, classes and modules, and what the VM's inline caches may remember of a look-up.
// Where the attributes of an instance are kept is in shape.cpp, the class look-up in class.cpp.
#include "objects/attributes.hpp"

#include <string>

#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/native.hpp"
#include "objects/protocol.hpp"
#include "objects/shape_internal.hpp"
#include "objects/str.hpp"

namespace coil {

/// The default look-up; Value::stop() when there is no such attribute.
static Result<Value> generic_lookup(Vm& vm, Value object, Str* name) {
  Class* cls = class_of(object);
  Value descr = class_lookup(cls, name);
  DescrGetFn get = nullptr;
  if (descr) {
    const Slots& slots = class_of(descr)->slots;
    get = slots.descr_get;
    if (get && slots.descr_set) return get(vm, descr, object, cls);
  }
  if (object.is_cell()) {
    if (Value value = instance_attr(object.cell(), name)) return value;
  }
  if (get) return get(vm, descr, object, cls);
  if (descr) return descr;
  return Value::stop();
}

static Result<Value> type_lookup(Vm& vm, Value object, Str* name) {
  auto* cls = object.as<Class>();
  Class* meta = class_of(object);
  Value meta_attr = class_lookup(meta, name);
  DescrGetFn meta_get = nullptr;
  if (meta_attr) {
    const Slots& slots = class_of(meta_attr)->slots;
    meta_get = slots.descr_get;
    if (meta_get && slots.descr_set) return meta_get(vm, meta_attr, object, meta);
  }
  if (Value attr = class_lookup(cls, name)) {
    if (DescrGetFn get = class_of(attr)->slots.descr_get) return get(vm, attr, Value(), cls);
    return attr;
  }
  if (meta_get) return meta_get(vm, meta_attr, object, meta);
  if (meta_attr) return meta_attr;
  return Value::stop();
}

Result<void> (*g_complete_module_reenter)(Vm&, Module*) = nullptr;

bool is_made_by_importlib(Vm& vm, Str* name) { return name == vm.name(Name::spec_) || name == vm.name(Name::loader_); }

static Result<Value> module_lookup(Vm& vm, Value object, Str* name) {
  if (is_made_by_importlib(vm, name) && object.as<Module>()->dict) COIL_CHECK(g_complete_module_reenter(vm, object.as<Module>()));
  COIL_TRY(Value found, generic_lookup(vm, object, name));
  if (!found.is_stop()) return found;
  Dict* dict = object.as<Module>()->dict;
  Value hook = dict ? dict_get_str(dict, vm.name(Name::getattr_)) : Value();
  if (hook) return call_reenter(vm, hook, {name});
  return Value::stop();
}

bool is_initializing_reenter(Vm& vm, Module* module) {
  Value spec = module->dict ? dict_get_str(module->dict, vm.name(Name::spec_)) : Value();
  if (spec.is_nothing() || spec.is_none()) return false;
  Result<Value> flag = find_attr_reenter(vm, spec, intern(vm, "_initializing"));
  if (!flag) {
    clear_pending(vm);
    return false;
  }
  return (*flag).is_true();
}

Error raise_module_attribute_error(Vm& vm, Value module, Str* name) {
  Dict* dict = module.as<Module>()->dict;
  Value module_name = dict ? dict_get_str(dict, vm.name(Name::name_)) : Value();
  std::string text = "module has no attribute '";
  if (module_name.is(Kind::Str)) text = "module '" + str_utf8(module_name) + "' has no attribute '";
  text += str_utf8(name) + "'";
  if (module_name.is(Kind::Str) && is_initializing_reenter(vm, module.as<Module>())) {
    text = "partially initialized " + text + " (most likely due to a circular import)";
  }
  COIL_TRY(Str* message, new_str(vm, text));
  COIL_TRY(Exception* exception, new_exception(vm, vm.exception(Exc::AttributeError), {message}));
  COIL_CHECK(set_exception_field(vm, exception, kAttributeName, name));
  COIL_CHECK(set_exception_field(vm, exception, kAttributeObj, module));
  return raise_exception(vm, exception);
}

Result<Value> generic_get_attr(Vm& vm, Value object, Str* name) {
  COIL_TRY(Value found, generic_lookup(vm, object, name));
  if (found.is_stop()) return raise_attribute_error(vm, object, name);
  return found;
}

Result<Value> type_get_attr(Vm& vm, Value object, Str* name) {
  COIL_TRY(Value found, type_lookup(vm, object, name));
  if (found.is_stop()) return raise_attribute_error(vm, object, name);
  return found;
}

Result<Value> module_get_attr(Vm& vm, Value object, Str* name) {
  COIL_TRY(Value found, module_lookup(vm, object, name));
  if (found.is_stop()) return raise_module_attribute_error(vm, object, name);
  return found;
}

/// A store or deletion that finds no attribute tells neither name nor object: nothing is suggested for it.
static Error raise_nothing_to_change(Vm& vm, Value object, Str* name) {
  (void)raise_attribute_error(vm, object, name);
  if (!pending_matches(vm, Exc::AttributeError)) return Error{};
  auto* exception = vm.pending.as<Exception>();
  for (int field : {kAttributeName, kAttributeObj}) COIL_CHECK(set_exception_field(vm, exception, field, none()));
  return Error{};
}

Result<void> generic_set_attr(Vm& vm, Value object, Str* name, Value value) {
  Class* cls = class_of(object);
  Value descr = class_lookup(cls, name);
  if (descr) {
    if (DescrSetFn set = class_of(descr)->slots.descr_set) return set(vm, descr, object, value);
  }
  if (object.is_cell() && has_instance_dict(object.cell())) {
    if (value) return set_instance_attr(vm, object.cell(), name, value);
    COIL_TRY(bool found, del_instance_attr(vm, object.cell(), name));
    if (!found) return raise_nothing_to_change(vm, object, name);
    return ok();
  }
  if (!descr) return raise_nothing_to_change(vm, object, name);
  std::string text = std::string("'") + type_name(object) + "' object attribute '" + str_utf8(name) + "' is read-only";
  COIL_TRY(Str* message, new_str(vm, text));
  COIL_TRY(Exception* exception, new_exception(vm, vm.exception(Exc::AttributeError), {message}));
  return raise_exception(vm, exception);
}

Result<void> type_set_attr(Vm& vm, Value object, Str* name, Value value) {
  auto* cls = object.as<Class>();
  if (!(cls->flags & (kClassHeap | kClassOpen))) {
    return raise_type_error(vm, "cannot set '%s' attribute of immutable type '%s'", str_utf8(name).c_str(), class_name(cls));
  }
  Value meta_attr = class_lookup(class_of(object), name);
  if (meta_attr) {
    if (DescrSetFn set = class_of(meta_attr)->slots.descr_set) return set(vm, meta_attr, object, value);
  }
  Str* interned = intern_str(vm, name);
  if (value) {
    COIL_CHECK(dict_set_str(vm, cls->dict, interned, value));
  } else if (!dict_del_str(cls->dict, interned)) {
    return raise_nothing_to_change(vm, object, name);
  }
  if (cls->flags & kClassOpen) cls->flags |= kClassPatched;
  class_modified(vm, cls, interned);
  return ok();
}

Result<Value> instance_dict(Vm& vm, Value object) {
  if (!object.is_cell() || !has_instance_dict(object.cell())) return Value::stop();
  Cell* cell = object.cell();
  if (Dict** own = own_dict_field(cell); own && !shape_of(cell)->attrs_offset) {
    if (!*own) {
      COIL_TRY(Dict* made, new_dict(vm));
      store(cell, *own, made);
    }
    return Value(*own);
  }
  return switch_to_dict_mode(vm, cell);
}

// -- the protocol's entry points

void note_attribute(Vm& vm, Value object, Str* name) {
  if (!pending_matches(vm, Exc::AttributeError)) return;
  auto* exception = vm.pending.as<Exception>();
  if (!exception_field(exception, kAttributeName).is_none() || !exception_field(exception, kAttributeObj).is_none()) return;
  Value pending = clear_pending(vm);
  if (!set_exception_field(vm, exception, kAttributeName, name) || !set_exception_field(vm, exception, kAttributeObj, object)) return;
  vm.pending = pending;
}

Result<Value> get_attr_reenter(Vm& vm, Value object, Str* name) {
  Result<Value> found = class_of(object)->slots.get_attr(vm, object, name);
  if (!found) [[unlikely]] note_attribute(vm, object, name);
  return found;
}

Result<Value> find_attr_reenter(Vm& vm, Value object, Str* name) {
  GetAttrFn get = class_of(object)->slots.get_attr;
  Result<Value> found = Error{};
  if (get == generic_get_attr) found = generic_lookup(vm, object, name);
  else if (get == type_get_attr) found = type_lookup(vm, object, name);
  else if (get == module_get_attr) found = module_lookup(vm, object, name);
  else found = get(vm, object, name);
  if (!found && pending_matches(vm, Exc::AttributeError)) {
    clear_pending(vm);
    return Value::stop();
  }
  return found;
}

Result<Str*> attribute_name(Vm& vm, Value name) {
  if (!name.is(Kind::Str)) return raise_type_error(vm, "attribute name must be string, not '%s'", type_name(name));
  const Slots& given = class_of(name)->slots;
  const Slots& plain = vm.type(Kind::Str)->slots;
  const bool stays = !is_exact(name, Kind::Str) && given.hash == plain.hash && given.compare == plain.compare;
  return stays ? name.as<Str>() : intern_str(vm, name.as<Str>());
}

Result<void> set_attr_reenter(Vm& vm, Value object, Str* name, Value value) {
  return class_of(object)->slots.set_attr(vm, object, name, value);
}

Result<void> del_attr_reenter(Vm& vm, Value object, Str* name) {
  return class_of(object)->slots.set_attr(vm, object, name, Value());
}

Result<Value> lookup_special_reenter(Vm& vm, Value object, Str* name) {
  Class* cls = class_of(object);
  Value descr = class_lookup(cls, name);
  if (!descr) return Value::stop();
  if (DescrGetFn get = class_of(descr)->slots.descr_get) return get(vm, descr, object, cls);
  return descr;
}

// -- inline caches

static AttrLookup cacheable_class_attr(Value object, Str* name) {
  AttrLookup generic{AttrLookup::Generic, 0, {}};
  Class* meta = class_of(object);
  if (meta->slots.get_attr != type_get_attr) return generic;
  if (Value meta_attr = class_lookup(meta, name)) {
    if (class_of(meta_attr)->slots.descr_set) return generic;
  }
  Value attr = class_lookup(object.as<Class>(), name);
  if (!attr) return generic;
  note_inline_cached(name);
  if (attr.is(Kind::Function) || attr.is(Kind::NativeMethod) || attr.is(Kind::SlotWrapper)) return {AttrLookup::ClassValue, 0, attr};
  if (is_exact(attr, Kind::StaticMethod)) return {AttrLookup::ClassValue, 0, attr.as<WrappedFunction>()->function};
  if (is_exact(attr, Kind::ClassMethod) && attr.as<WrappedFunction>()->function.is(Kind::Function)) {
    return {AttrLookup::Method, 0, attr.as<WrappedFunction>()->function};
  }
  if (attr.is(Kind::ClassMethodDescriptor) && is_subclass(object.as<Class>(), attr.as<Native>()->owner)) return {AttrLookup::Method, 0, attr};
  if (class_of(attr)->slots.descr_get) return generic;
  return {AttrLookup::ClassValue, 0, attr};
}

/// Offset of a __slots__ member's word; 0 when the layout has no fixed one or the descriptor is another class's.
static uint32_t member_offset(Cell* cell, const Member* member) {
  Shape* shape = shape_of(cell);
  if (!shape->attrs_offset || shape->attrs_offset == kAttrsAtEnd || !is_subclass(shape->cls, member->owner)) return 0;
  return shape->attrs_offset + 8 + 8 * member->slot;
}

/// What a look-up makes of the descriptor depends on what its class defines.
static void note_descriptor_class(Vm& vm, Value descr) {
  if (!(class_of(descr)->flags & kClassHeap)) return;
  for (Name method : {Name::get_, Name::set_, Name::delete_}) note_inline_cached(vm.name(method));
}

AttrLookup find_cacheable_attr(Vm& vm, Value object, Str* name) {
  AttrLookup generic{AttrLookup::Generic, 0, {}};
  if (!object.is_cell() || !(name->flags & kStrInterned) || name->flags & kNameVolatile) return generic;
  if (object.is(Kind::Class)) return cacheable_class_attr(object, name);
  Cell* cell = object.cell();
  Class* cls = class_of(cell);
  if (cls->slots.get_attr != generic_get_attr) return generic;
  Value descr = class_lookup(cls, name);
  bool of_builtin_class = descr && !(class_of(descr)->flags & kClassHeap);
  if (descr) note_descriptor_class(vm, descr);
  if (descr && class_of(descr)->slots.descr_set) {
    if (is_exact(descr, Kind::Property) && descr.as<Property>()->get.is(Kind::Function)) {
      note_inline_cached(name);
      return {AttrLookup::Property, 0, descr};
    }
    uint32_t offset = descr.is(Kind::Member) ? member_offset(cell, descr.as<Member>()) : 0;
    if (!offset && !of_builtin_class) return generic;
    note_inline_cached(name);
    if (offset) return {AttrLookup::Slot, offset, {}};
    return {AttrLookup::Descriptor, 0, descr};
  }
  SlotPlace place = find_slot_place(cell, name);
  if (place.kind == SlotPlace::Unknown) return generic;
  note_inline_cached(name);
  switch (place.kind) {
    case SlotPlace::Inline: return {AttrLookup::Slot, place.offset, {}};
    case SlotPlace::Overflow: return {AttrLookup::Overflow, place.offset, {}};
    case SlotPlace::OwnDict: return {AttrLookup::OwnDict, 0, descr.is(Kind::Function) ? descr : Value()};
    default: break;
  }
  if (!descr) return generic;
  if (descr.is(Kind::Function)) return {AttrLookup::Method, 0, descr};
  if (descr.is(Kind::NativeMethod)) {
    if (is_subclass(cls, descr.as<Native>()->owner)) return {AttrLookup::Method, 0, descr};
    return generic;
  }
  if (is_exact(descr, Kind::StaticMethod)) return {AttrLookup::ClassValue, 0, descr.as<WrappedFunction>()->function};
  if (!class_of(descr)->slots.descr_get) return {AttrLookup::ClassValue, 0, descr};
  return of_builtin_class ? AttrLookup{AttrLookup::Descriptor, 0, descr} : generic;
}

AttrStore find_cacheable_store(Vm& vm, Value object, Str* name) {
  AttrStore no{};
  if (!object.is_cell() || !(name->flags & kStrInterned) || name->flags & kNameVolatile) return no;
  Cell* cell = object.cell();
  Class* cls = class_of(cell);
  if (cls->slots.set_attr != generic_set_attr) return no;
  Value descr = class_lookup(cls, name);
  if (descr) note_descriptor_class(vm, descr);
  uint32_t offset;
  if (descr && class_of(descr)->slots.descr_set) {
    if (!descr.is(Kind::Member)) return no;
    offset = member_offset(cell, descr.as<Member>());
    if (!offset) return no;
    note_inline_cached(name);
    return {true, false, offset, cell->shape};
  }
  if (!(cls->flags & kClassHasDict)) return no;
  SlotPlace place = find_slot_place(cell, name);
  uint32_t new_shape = cell->shape;
  if (place.kind == SlotPlace::Unknown || place.kind == SlotPlace::OwnDict) return no;
  if (place.kind == SlotPlace::Absent && !find_transition(vm, cell, name, &place.offset, &new_shape)) return no;
  note_inline_cached(name);
  return {true, place.kind == SlotPlace::Overflow, place.offset, new_shape};
}

}  // namespace coil
