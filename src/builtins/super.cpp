// super(): attribute look-up that starts behind a class in the MRO of another. The zero-argument form asks the VM for class and receiver.
#include <string>

#include "builtins/object_internal.hpp"
#include "objects/containers.hpp"

namespace coil {

static Super* super_of(Value self) { return self.as<Super>(); }

static void trace_super(Cell* cell, Marker& marker) {
  auto* super = static_cast<Super*>(cell);
  marker.cell(super->cls);
  marker.value(super->self);
  marker.cell(super->self_class);
  trace_attrs(cell, marker);
}

static Result<Value> super_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return alloc_for_class<Super>(vm, cls, Kind::Super); }

/// The class whose MRO is walked: of the instance, or the class itself when a class was given.
static Result<Class*> super_check(Vm& vm, Class* cls, Value object) {
  if (object.is(Kind::Class) && is_subclass(object.as<Class>(), cls)) return object.as<Class>();
  if (is_instance(object, cls)) return class_of(object);
  COIL_TRY(Value claimed, find_attr_reenter(vm, object, vm.name(Name::class_)));
  if (claimed.is(Kind::Class) && is_subclass(claimed.as<Class>(), cls)) return claimed.as<Class>();
  return raise_type_error(vm, "super(type, obj): obj must be an instance or subtype of type");
}

static Result<void> super_init(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  if (kwnames && kwnames->size) return raise_type_error(vm, "super() takes no keyword arguments");
  if (npos > 2) return raise_type_error(vm, "super() expected at most 2 arguments, got %zu", npos);
  Super* super = super_of(self);
  Class* cls = nullptr;
  Value object;
  if (npos == 0) {
    COIL_CHECK(g_current_super_args(vm, &cls, &object));
  } else {
    if (!args[0].is(Kind::Class)) return raise_type_error(vm, "super() argument 1 must be a type, not %s", type_name(args[0]));
    cls = args[0].as<Class>();
    if (npos == 2 && !args[1].is_none()) object = args[1];
  }
  Class* self_class = nullptr;
  if (object) {
    COIL_TRY(self_class, super_check(vm, cls, object));
  }
  super->cls = cls;
  super->self = object;
  super->self_class = self_class;
  write_barrier(super);
  return ok();
}

static Result<Value> super_get_attr(Vm& vm, Value self, Str* name) {
  Super* super = super_of(self);
  // A class whose own mro() still runs has none yet.
  Tuple* mro = super->self_class ? super->self_class->mro : nullptr;
  if (mro && !str_is(name, "__class__")) {
    size_t i = 0;
    while (i < mro->size && mro->items[i].cell() != super->cls) i++;
    for (i++; i < mro->size; i++) {
      Value found = dict_get_str(mro->items[i].as<Class>()->dict, name);
      if (!found) continue;
      DescrGetFn get = class_of(found)->slots.descr_get;
      if (!get) return found;
      // super(A, cls) hands out class attributes as cls itself would.
      Value instance = super->self == Value(super->self_class) ? Value() : super->self;
      return get(vm, found, instance, super->self_class);
    }
  }
  return generic_get_attr(vm, self, name);
}

static Result<Value> super_descr_get(Vm& vm, Value self, Value instance, Value) {
  Super* super = super_of(self);
  if (!instance || instance.is_none() || super->self) return self;
  if (class_of(self) != vm.type(Kind::Super)) return call_reenter(vm, class_of(self), {super->cls, instance});
  COIL_TRY(Class* self_class, super_check(vm, super->cls, instance));
  COIL_TRY(Super* bound, alloc_for_class<Super>(vm, vm.type(Kind::Super), Kind::Super));
  bound->cls = super->cls;
  bound->self = instance;
  bound->self_class = self_class;
  return Value(bound);
}

static Result<Value> super_repr(Vm& vm, Value self) {
  Super* super = super_of(self);
  std::string cls = super->cls ? class_name(super->cls) : "NULL";
  if (!super->self_class) return new_str(vm, "<super: <class '" + cls + "'>, NULL>");
  return new_str(vm, "<super: <class '" + cls + "'>, <" + class_name(super->self_class) + " object>>");
}

static Value or_none(const Cell* cell) { return cell ? Value(cell) : none(); }
static Result<Value> get_this_class(Vm&, Value self) { return or_none(super_of(self)->cls); }
static Result<Value> get_self(Vm&, Value self) { return super_of(self)->self ? super_of(self)->self : none(); }
static Result<Value> get_self_class(Vm&, Value self) { return or_none(super_of(self)->self_class); }
static const GetSetSpec kThisClass{"__thisclass__", get_this_class, nullptr, "the class invoking super()"};
static const GetSetSpec kSelf{"__self__", get_self, nullptr, "the instance invoking super(); may be None"};
static const GetSetSpec kSelfClass{"__self_class__", get_self_class, nullptr, "the type of the instance invoking super(); may be None"};

void setup_super(Vm& vm) {
  g_heap.set_type(Kind::Super, trace_super, nullptr);
  Slots& slots = vm.type(Kind::Super)->slots;
  slots.make = super_make;
  slots.init = super_init;
  slots.get_attr = super_get_attr;
  slots.descr_get = super_descr_get;
  slots.repr = super_repr;
  define_type(vm, {Kind::Super, "super() -> same as super(__class__, <first argument>)", {}, {&kThisClass, &kSelf, &kSelfClass}});
}

}  // namespace coil
