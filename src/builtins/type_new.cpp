// Making classes: type.__new__, the metaclass, bases, __slots__, and __build_class__ of the class statement.
// The shape of instances follows from the bases: the layout base gives the C++ layout, __slots__ members are the first slots of the attribute area,
// other attributes follow (objects/shape.cpp). MRO and changes of classes are in objects/class.cpp.
#include <algorithm>
#include <string>
#include <vector>

#include "builtins/object_internal.hpp"
#include "builtins/text_internal.hpp"
#include "objects/attributes.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/shape_internal.hpp"
#include "objects/slots.hpp"
#include "vm/frame.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

/// Inline attributes of a new class's instances; widened when instances turn out to have more (objects/shape.cpp).
static constexpr uint16_t kFirstInlineCap = 4;

/// The types whose instances CPython makes of variable size: derived ones may not add members, and have their dictionary behind the items.
static bool has_items_inside(Kind kind) { return kind == Kind::Int || kind == Kind::Bytes || kind == Kind::Tuple; }

Class* solid_base(Class* cls) {
  while (cls->base) {
    Class* base = cls->base;
    if (cls->instance_kind != base->instance_kind || cls->member_count != base->member_count) return cls;
    if (cls->exception_layout != base->exception_layout) return cls;
    if (has_items_inside(cls->instance_kind) && (cls->flags ^ base->flags) & kClassHasDict) return cls;
    if (!(cls->flags & kClassHeap) && cls->instance_size != base->instance_size) return cls;
    cls = base;
  }
  return cls;
}

static Result<Class*> best_base(Vm& vm, Tuple* bases) {
  Class* winner = nullptr;
  Class* best = nullptr;
  for (size_t i = 0; i < bases->size; i++) {
    if (!bases->items[i].is(Kind::Class)) return raise_type_error(vm, "bases must be types");
    auto* base = bases->items[i].as<Class>();
    if (base->flags & kClassFinal) return raise_type_error(vm, "type '%s' is not an acceptable base type", class_name(base));
    Class* solid = solid_base(base);
    if (!winner || (is_subclass(solid, winner) && solid != winner)) {
      winner = solid;
      best = base;
    } else if (!is_subclass(winner, solid)) {
      return raise_type_error(vm, "multiple bases have instance lay-out conflict");
    }
  }
  return best;
}

/// The first class of the MRO that matches mapping or sequence patterns decides which of them the new class matches.
static void inherit_pattern(Class* cls) {
  constexpr uint16_t kPatterns = kClassMappingPattern | kClassSequencePattern;
  for (size_t i = 1; i < cls->mro->size && !(cls->flags & kPatterns); i++) cls->flags |= cls->mro->items[i].as<Class>()->flags & kPatterns;
}

static Result<Class*> winning_metaclass(Vm& vm, Class* meta, Tuple* bases) {
  for (size_t i = 0; i < bases->size; i++) {
    Class* candidate = class_of(bases->items[i]);
    if (is_subclass(meta, candidate)) continue;
    if (!is_subclass(candidate, meta)) {
      return raise_type_error(vm, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                                  "metaclasses of all its bases");
    }
    meta = candidate;
  }
  return meta;
}

Result<Str*> mangle_name(Vm& vm, Str* cls_name, Str* name) {
  std::string text = str_utf8(name);
  if (text.size() < 3 || text[0] != '_' || text[1] != '_' || text.ends_with("__") || text.find('.') != std::string::npos) return name;
  std::string prefix = str_utf8(cls_name);
  size_t start = prefix.find_first_not_of('_');
  if (start == std::string::npos) return name;
  return new_str(vm, "_" + prefix.substr(start) + text);
}

static bool has_variable_size(Kind kind) {
  return kind == Kind::Int || kind == Kind::Str || kind == Kind::Bytes || kind == Kind::Tuple;
}

/// Layouts whose instances hold a dictionary of their own, or (classes) keep attributes elsewhere.
static bool has_own_dict(Kind kind) {
  return kind == Kind::Module || kind == Kind::StaticMethod || kind == Kind::ClassMethod || kind == Kind::Class;
}

static Result<void> add_getset(Vm& vm, Class* cls, const GetSetSpec& spec) {
  Str* name = intern(vm, spec.name);
  if (dict_get_str(cls->dict, name)) return ok();
  COIL_TRY(GetSet* getset, alloc<GetSet>(vm, Kind::GetSet));
  getset->spec = &spec;
  getset->owner = cls;
  return dict_set_str(vm, cls->dict, name, getset);
}

/// The first weak reference to the object, whose chain CPython shows here.
static Result<Value> instance_weakref_get(Vm&, Value self) {
  Value first;
  auto keep_first = [](Cell* holder, void* kept) {
    if (auto* value = static_cast<Value*>(kept); !*value) *value = Value(holder);
  };
  g_heap.for_each_weak(self.cell(), keep_first, &first);
  return first ? first : none();
}
static const GetSetSpec kInstanceWeakRef{"__weakref__", instance_weakref_get, nullptr, "list of weak references to the object"};

/// Instances can be weakly referenced, unlike those of the base.
static Result<void> add_weakref(Vm& vm, Class* cls) {
  cls->flags |= kClassHasWeakRef;
  return add_getset(vm, cls, kInstanceWeakRef);
}

static Result<List*> slot_names(Vm& vm, Value slots) {
  if (!slots.is(Kind::Str)) return list_from_iterable_reenter(vm, slots);
  COIL_TRY(List* names, new_list(vm));
  COIL_CHECK(list_append(vm, names, slots));
  return names;
}

/// Names of __slots__ that are none, and what the two special ones ask for.
static Result<void> check_slot_name(Vm& vm, Class* cls, Value item, bool* wants_dict) {
  if (!item.is(Kind::Str)) return raise_type_error(vm, "__slots__ items must be strings, not '%s'", type_name(item));
  Str* name = item.as<Str>();
  if (!is_identifier(view(name))) return raise_type_error(vm, "__slots__ must be identifiers");
  if (str_is(name, "__dict__")) {
    if (cls->base->flags & kClassHasDict || *wants_dict) return raise_type_error(vm, "__dict__ slot disallowed: we already got one");
    *wants_dict = true;
  } else if (str_is(name, "__weakref__")) {
    if (cls->base->flags & kClassHasWeakRef || cls->flags & kClassHasWeakRef) {
      return raise_type_error(vm, "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
    }
    COIL_CHECK(add_weakref(vm, cls));
  }
  return ok();
}

/// Reads __slots__ and makes the members.
static Result<void> add_members(Vm& vm, Class* cls, Value slots, bool* wants_dict) {
  COIL_TRY(List* names, slot_names(vm, slots));
  COIL_TRY(List* members, new_list(vm));
  bool no_members = has_items_inside(cls->instance_kind) || has_own_dict(cls->instance_kind);
  if (no_members && names->size) return raise_type_error(vm, "nonempty __slots__ not supported for subtype of '%s'", class_name(cls->base));
  for (size_t i = 0; i < names->size; i++) COIL_CHECK(check_slot_name(vm, cls, names->items()[i], wants_dict));
  for (size_t i = 0; i < names->size; i++) {
    auto* name = names->items()[i].as<Str>();
    if (str_is(name, "__dict__") || str_is(name, "__weakref__")) continue;
    COIL_TRY(Str* mangled, mangle_name(vm, cls->name, name));
    mangled = intern_str(vm, mangled);
    if (dict_get_str(cls->dict, mangled)) {
      return raise_text(vm, Exc::ValueError, "'" + str_utf8(mangled) + "' in __slots__ conflicts with class variable");
    }
    COIL_CHECK(list_append(vm, members, mangled));
  }
  // In the order of their names, so that classes with the same slots have the same layout.
  std::sort(members->items(), members->items() + members->size,
            [](Value a, Value b) { return str_compare(a.as<Str>(), b.as<Str>()) < 0; });
  for (size_t i = 0; i < members->size; i++) {
    auto* name = members->items()[i].as<Str>();
    if (dict_get_str(cls->dict, name)) continue;  // named twice
    COIL_TRY(Member* member, alloc<Member>(vm, Kind::Member));
    member->owner = cls;
    member->name = name;
    member->slot = cls->member_count++;
    COIL_CHECK(dict_set_str(vm, cls->dict, name, member));
  }
  return ok();
}

/// Functions with a special calling convention are wrapped.
static Result<void> wrap_special(Vm& vm, Class* cls, Name id, Kind kind) {
  Value function = dict_get_str(cls->dict, vm.name(id));
  if (!function.is(Kind::Function)) return ok();
  COIL_TRY(WrappedFunction* wrapped, alloc<WrappedFunction>(vm, kind));
  wrapped->function = function;
  return dict_set_str(vm, cls->dict, vm.name(id), wrapped);
}

template <class T>
static void add_once(std::vector<T>& items, T item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

static void add_stored_attributes(const Code* code, std::vector<Str*>& names) {
  if (!code->arg_count) return;
  for (const Instr& instr : code->unit.instrs()) {
    if (stores_in_first(instr)) add_once(names, code->name_array->items()[code->unit.caches()[instr.b]].as<Str>());
  }
}

/// Adds the names of the attributes that the functions of a namespace store in their first parameter. Code of an image that was not run yet has
/// no names: of such a namespace __init__ alone counts, with the number of its names as the result.
static size_t collect_stored_attributes(Vm& vm, Dict* ns, std::vector<Str*>& names) {
  size_t position = 0, unnamed = 0;
  Value key, value;
  while (dict_next(ns, &position, &key, &value)) {
    if (!value.is(Kind::Function)) continue;
    const Code* code = value.as<Function>()->code;
    if (code->name_array) add_stored_attributes(code, names);
    else if (key == Value(vm.name(Name::init_))) unnamed = code->unit.row()->stored_attributes;
  }
  return unnamed;
}

/// How many inline slots instances will want: the attributes that the methods of the class and of its bases store.
static uint16_t expected_attributes(Vm& vm, Class* cls) {
  constexpr size_t kMost = 24;
  std::vector<Str*> names;
  size_t unnamed = 0;
  std::vector<Class*> todo{cls};
  for (size_t i = 0; i < todo.size(); i++) {
    unnamed += collect_stored_attributes(vm, todo[i]->dict, names);
    Tuple* bases = todo[i]->bases;
    for (size_t k = 0; k < bases->size; k++) {
      Class* base = bases->items[k].as<Class>();
      if (base->flags & kClassHeap) add_once(todo, base);
    }
  }
  return static_cast<uint16_t>(std::clamp<size_t>(names.size() + unnamed, kFirstInlineCap, kMost));
}

/// Attribute area and root shape, once members and dictionary are known.
static Result<void> make_layout(Vm& vm, Class* cls, bool wants_dict) {
  Class* base = cls->base;
  Kind kind = cls->instance_kind;
  if (has_own_dict(kind)) wants_dict = false;
  if (wants_dict) cls->flags |= kClassHasDict;
  uint16_t offset = 0, cap = 0;
  if (wants_dict || cls->member_count) {
    cap = cls->member_count;
    if (has_variable_size(kind)) {
      offset = kAttrsAtEnd;
    } else {
      offset = static_cast<uint16_t>((cls->instance_size + 7) & ~uint32_t{7});
      if (wants_dict) cap = static_cast<uint16_t>(cap + expected_attributes(vm, cls));
      // A subclass starts with what its base has learnt about the number of attributes.
      if (wants_dict && base->root_shape->inline_cap > cap && base->flags & kClassHeap) cap = base->root_shape->inline_cap;
    }
  }
  COIL_TRY(Shape* root, new_root_shape(vm, cls, offset, cap));
  store(cls, cls->root_shape, root);
  if (wants_dict && !(base->flags & kClassHasDict)) COIL_CHECK(add_getset(vm, cls, kInstanceDict));
  return ok();
}

static Result<void> fill_namespace(Vm& vm, Class* cls) {
  Dict* dict = cls->dict;
  if (!dict_get_str(dict, vm.name(Name::module_))) {
    Frame* frame = vm.thread ? vm.thread->frame : nullptr;
    Value module = frame ? dict_get_str(frame->function->globals, vm.name(Name::name_)) : Value();
    if (module) COIL_CHECK(dict_set_str(vm, dict, vm.name(Name::module_), module));
  }
  Value qualname = dict_get_str(dict, vm.name(Name::qualname_));
  if (qualname) {
    if (!qualname.is(Kind::Str)) return raise_type_error(vm, "type __qualname__ must be a str, not %s", type_name(qualname));
    store(cls, cls->qualname, qualname.as<Str>());
    dict_del_str(dict, vm.name(Name::qualname_));
  }
  COIL_CHECK(wrap_special(vm, cls, Name::new_, Kind::StaticMethod));
  COIL_CHECK(wrap_special(vm, cls, Name::init_subclass_, Kind::ClassMethod));
  COIL_CHECK(wrap_special(vm, cls, Name::class_getitem_, Kind::ClassMethod));
  if (dict_get_str(dict, vm.name(Name::eq_)) && !dict_get_str(dict, vm.name(Name::hash_))) {
    COIL_CHECK(dict_set_str(vm, dict, vm.name(Name::hash_), none()));
  }
  return ok();
}

/// Removes the cell of `__class__` from the namespace, where a slot may have its name; None: there is none.
static Result<Value> take_class_cell(Vm& vm, Class* cls) {
  Value box = dict_get_str(cls->dict, vm.name(Name::classcell_));
  if (!box) return none();
  if (!box.is(Kind::Box)) return raise_type_error(vm, "__classcell__ must be a nonlocal cell, not <class '%s'>", type_name(box));
  dict_del_str(cls->dict, vm.name(Name::classcell_));
  return box;
}

/// Of native classes property alone has it; the others are not asked: they would make all their members.
static bool has_set_name(Vm& vm, Value value) {
  Class* cls = class_of(value);
  return (cls->flags & kClassHeap || value.is(Kind::Property)) && class_lookup(cls, vm.name(Name::set_name_));
}

static bool has_set_names(Vm& vm, Dict* ns) {
  size_t position = 0;
  for (Value key, value; dict_next(ns, &position, &key, &value);) {
    if (has_set_name(vm, value)) return true;
  }
  return false;
}

/// __set_name__ of every attribute that has one, in the order of the namespace.
static Result<void> call_set_names(Vm& vm, Class* cls) {
  if (!has_set_names(vm, cls->dict)) return ok();
  COIL_TRY(Dict* copy, dict_copy(vm, cls->dict));
  size_t position = 0;
  Value key, value;
  while (dict_next(copy, &position, &key, &value)) {
    if (!has_set_name(vm, value)) continue;
    if (call_special_reenter(vm, value, vm.name(Name::set_name_), {cls, key})) continue;
    Value cause = clear_pending(vm);
    if (!is_subclass(class_of(cause), vm.exception(Exc::Exception))) return raise_exception(vm, cause);
    std::string text = std::string("Error calling __set_name__ on '") + type_name(value) + "' instance ";
    COIL_TRY(Str* shown, repr_reenter(vm, key));
    (void)raise_text(vm, Exc::RuntimeError, text + str_utf8(shown) + " in '" + str_utf8(cls->name) + "'");
    if (vm.pending.is(Kind::Exception)) {
      auto* error = vm.pending.as<Exception>();
      store(error, error->cause, cause);
      store(error, error->context, cause);
      error->suppress_context = true;
    }
    return Error{};
  }
  return ok();
}

/// super(cls, cls).__init_subclass__(**kwargs).
static Result<void> call_init_subclass(Vm& vm, Class* cls, Value* kwvalues, Tuple* kwnames) {
  Tuple* mro = cls->mro;
  for (size_t i = 1; i < mro->size; i++) {
    Value hook = dict_get_str(mro->items[i].as<Class>()->dict, vm.name(Name::init_subclass_));
    if (!hook) continue;
    if (DescrGetFn get = class_of(hook)->slots.descr_get) {
      COIL_TRY(hook, get(vm, hook, Value(), cls));
    }
    COIL_CHECK(call_vector_reenter(vm, hook, kwvalues, 0, kwnames));
    return ok();
  }
  return ok();
}

static Result<Tuple*> mro_of_new_class(Vm& vm, Class* cls) {
  Value custom = class_lookup(class_of(cls), intern(vm, "mro"));
  if (!custom || custom.is(Kind::NativeMethod)) return compute_mro(vm, cls);
  COIL_TRY(Value result, call_special_reenter(vm, cls, intern(vm, "mro"), {}));
  COIL_TRY(Tuple* mro, tuple_from_iterable_reenter(vm, result));
  if (mro->size == 0) return raise_type_error(vm, "type MRO must not be empty");
  for (size_t i = 0; i < mro->size; i++) {
    if (!mro->items[i].is(Kind::Class)) return raise_type_error(vm, "mro() returned a non-class ('%s')", type_name(mro->items[i]));
    if (!is_subclass(solid_base(cls), solid_base(mro->items[i].as<Class>()))) {
      return raise_type_error(vm, "mro() returned base with unsuitable layout ('%s')", class_name(mro->items[i].as<Class>()));
    }
  }
  return mro;
}

Result<Class*> new_class_reenter(Vm& vm, Class* meta, Str* name, Tuple* bases, Dict* ns, Value* kwvalues, Tuple* kwnames) {
  if (bases->size == 0) {
    COIL_TRY(bases, make_tuple(vm, {vm.type(Kind::Object)}));
  }
  for (size_t i = 0; i < bases->size; i++) {
    if (bases->items[i].is(Kind::Class)) continue;
    COIL_TRY(Value entries, find_attr_reenter(vm, bases->items[i], vm.name(Name::mro_entries_)));
    if (!entries.is_stop()) {
      return raise_type_error(vm, "type() doesn't support MRO entry resolution; use types.new_class()");
    }
  }
  COIL_TRY(Class* winner, winning_metaclass(vm, meta, bases));
  if (winner != meta) {
    if (winner->slots.make != meta->slots.make) {
      Value args[3] = {name, bases, ns};
      size_t nkw = kwnames ? kwnames->size : 0;
      COIL_TRY(Tuple* all, new_tuple(vm, 3 + nkw));
      for (size_t i = 0; i < 3; i++) all->items[i] = args[i];
      for (size_t i = 0; i < nkw; i++) all->items[3 + i] = kwvalues[i];
      COIL_TRY(Value made, winner->slots.make(vm, winner, all->items, 3, kwnames));
      return made.as<Class>();
    }
    meta = winner;
  }
  COIL_TRY(Class* base, best_base(vm, bases));
  COIL_TRY(Class* cls, alloc_for_class<Class>(vm, meta, Kind::Class));
  cls->name = name;
  cls->qualname = name;
  cls->bases = bases;
  cls->base = base;
  write_barrier(cls);
  cls->instance_kind = base->instance_kind;
  cls->instance_size = base->instance_size;
  cls->exception_layout = base->exception_layout;
  cls->member_count = base->member_count;
  constexpr uint16_t kInherited = kClassIsException | kClassHasWeakRef | kClassHasDict;
  cls->flags |= kClassHeap | (base->flags & kInherited);
  if (g_makes_permanent_classes) cls->flags |= kClassPermanent;
  COIL_TRY(Dict* dict, dict_copy(vm, ns));
  cls->dict.set(cls, dict);
  COIL_TRY(Shape* own, new_shape(vm, meta));
  own->of_program_class = true;
  store(cls, cls->own_shape, own);
  static_cast<Cell*>(cls)->shape = own->index;

  COIL_CHECK(fill_namespace(vm, cls));
  COIL_TRY(Value class_cell, take_class_cell(vm, cls));
  uint16_t inherited = 0;
  for (size_t i = 0; i < bases->size; i++) inherited |= bases->items[i].as<Class>()->flags;
  bool wants_dict = inherited & kClassHasDict;
  Value slots = dict_get_str(cls->dict, vm.name(Name::slots_));
  if (slots) {
    COIL_CHECK(add_members(vm, cls, slots, &wants_dict));
  } else {
    wants_dict = true;
  }
  bool wants_weakref = !slots || inherited & kClassHasWeakRef;
  bool adds_weakref = wants_weakref && !(cls->flags & kClassHasWeakRef) && !has_items_inside(cls->instance_kind);
  COIL_CHECK(make_layout(vm, cls, wants_dict));
  if (adds_weakref) COIL_CHECK(add_weakref(vm, cls));
  if (!dict_get_str(cls->dict, vm.name(Name::doc_))) COIL_CHECK(dict_set_str(vm, cls->dict, vm.name(Name::doc_), none()));
  // From here on the program sees the class: a metaclass may have its own mro().
  if (class_cell.is(Kind::Box)) store(class_cell.cell(), class_cell.as<Box>()->value, Value(cls));
  COIL_TRY(Tuple* mro, mro_of_new_class(vm, cls));
  store(cls, cls->mro, mro);
  inherit_pattern(cls);
  update_slots(vm, cls, nullptr);
  for (size_t i = 0; i < bases->size; i++) add_subclass(vm, bases->items[i].as<Class>(), cls);
  COIL_CHECK(call_set_names(vm, cls));
  COIL_CHECK(call_init_subclass(vm, cls, kwvalues, kwnames));
  return cls;
}

/// Whether both classes add members of the same names in the same order to the same layout.
static bool same_members(Class* a, Class* b) {
  if (a == b) return true;
  if (!a->base || !b->base || a->member_count != b->member_count || solid_base(a->base) != solid_base(b->base)) return false;
  if (a->instance_kind != b->instance_kind || a->exception_layout != b->exception_layout) return false;
  size_t position = 0;
  Value name, value;
  while (dict_next(a->dict, &position, &name, &value)) {
    if (!value.is(Kind::Member) || value.as<Member>()->owner != a) continue;
    Value other = dict_get_str(b->dict, name.as<Str>());
    if (!other.is(Kind::Member) || other.as<Member>()->slot != value.as<Member>()->slot) return false;
  }
  return true;
}

/// The class that gave the instances their __dict__.
static Class* adds_dict(Class* cls) {
  while (cls->base && cls->base->flags & kClassHasDict) cls = cls->base;
  return cls;
}

static bool same_layout(Class* a, Class* b) {
  constexpr uint16_t kFields = kClassHasDict | kClassHasWeakRef;
  // CPython's objects of variable size have their dictionary at the end, where only the class that added it and its subclasses look for it.
  const Kind kind = a->instance_kind;
  if (a->flags & kClassHasDict && has_variable_size(kind) && kind != Kind::Str && adds_dict(a) != adds_dict(b)) return false;
  return same_members(solid_base(a), solid_base(b)) && (a->flags & kFields) == (b->flags & kFields) &&
         (a->root_shape->attrs_offset != 0) == (b->root_shape->attrs_offset != 0);
}

Result<void> set_class_of(Vm& vm, Value object, Value new_class) {
  if (!new_class.is(Kind::Class)) return raise_type_error(vm, "__class__ must be set to a class, not '%s' object", type_name(new_class));
  auto* wanted = new_class.as<Class>();
  Class* old = class_of(object);
  bool modules = object.is(Kind::Module) && wanted->instance_kind == Kind::Module;
  if (!modules && (!(wanted->flags & kClassHeap) || !(old->flags & kClassHeap))) {
    return raise_type_error(vm, "__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  if (!same_layout(old, wanted)) {
    return raise_type_error(vm, "__class__ assignment: '%s' object layout differs from '%s'", class_name(wanted), class_name(old));
  }
  Cell* cell = object.cell();
  if (cell->kind == Kind::Class) {
    // A class object's shape is its own.
    auto* cls = static_cast<Class*>(cell);
    COIL_TRY(Shape* own, new_shape(vm, wanted));
    own->of_program_class = true;
    store(cls, cls->own_shape, own);
    cell->shape = own->index;
    return ok();
  }
  if (!shape_of(cell)->attrs_offset) {
    cell->shape = wanted->root_shape->index;
    return ok();
  }
  // The words stay where they are; the names move to a dictionary, whose shape exists for the new class with the same room.
  uint16_t cap = shape_of(cell)->inline_cap, offset = shape_of(cell)->attrs_offset;
  if (old->flags & kClassHasDict) COIL_CHECK(switch_to_dict_mode(vm, cell));
  COIL_TRY(Shape* shape, new_root_shape(vm, wanted, offset, cap));
  shape->is_dict_mode = (old->flags & kClassHasDict) != 0;
  cell->shape = shape->index;
  return ok();
}

/// New MROs for the class and those below it. `changes` gets class, old and new MRO of each. A custom mro() that changes the same class's bases
/// has the last word: its own assignment did the work already.
static Result<void> remake_mro(Vm& vm, Class* cls, List* changes) {
  COIL_GUARD(vm, " while calling a Python object");
  Tuple* old_mro = cls->mro;
  COIL_TRY(Tuple* mro, mro_of_new_class(vm, cls));
  if (cls->mro != old_mro) return ok();
  for (Value part : {Value(cls), Value(old_mro), Value(mro)}) COIL_CHECK(list_append(vm, changes, part));
  store(cls, cls->mro, mro);
  auto* subclasses = static_cast<List*>(cls->subclasses);
  if (!subclasses || !subclasses->size) return ok();
  COIL_TRY(List* below, new_list_from(vm, subclasses->items(), subclasses->size));
  for (size_t i = 0; i < below->size; i++) COIL_CHECK(remake_mro(vm, below->items()[i].as<Class>(), changes));
  return ok();
}

/// Through the bases that decide the layout, which change before a custom mro() runs.
static bool is_below(Class* cls, Class* base) {
  for (; cls; cls = cls->base) {
    if (cls == base) return true;
  }
  return false;
}

Result<void> set_bases(Vm& vm, Class* cls, Tuple* bases) {
  for (size_t i = 0; i < bases->size; i++) {
    Value base = bases->items[i];
    if (!base.is(Kind::Class)) {
      return raise_type_error(vm, "%s.__bases__ must be tuple of classes, not '%s'", class_name(cls), type_name(base));
    }
    if (is_subclass(base.as<Class>(), cls) || is_below(base.as<Class>(), cls)) return raise_type_error(vm, "a __bases__ item causes an inheritance cycle");
  }
  COIL_TRY(Class* base, best_base(vm, bases));
  if (solid_base(base) != solid_base(cls->base) || (base->flags & kClassHasDict) != (cls->base->flags & kClassHasDict)) {
    const char* part = (base->flags & kClassHeap) != (cls->base->flags & kClassHeap) ? "deallocator" : "object layout";
    return raise_type_error(vm, "__bases__ assignment: '%s' %s differs from '%s'", class_name(base), part, class_name(cls->base));
  }
  Tuple* old_bases = cls->bases;
  Class* old_base = cls->base;
  store(cls, cls->bases, bases);
  store(cls, cls->base, base);
  COIL_TRY(List* changes, new_list(vm));
  if (!remake_mro(vm, cls, changes)) {
    for (size_t i = 0; i < changes->size; i += 3) {
      auto* changed = changes->items()[i].as<Class>();
      if (Value(changed->mro) == changes->items()[i + 2]) store(changed, changed->mro, changes->items()[i + 1].as<Tuple>());
    }
    if (cls->bases == bases) {
      store(cls, cls->bases, old_bases);
      store(cls, cls->base, old_base);
    }
    return Error{};
  }
  if (cls->bases != bases) return ok();  // a custom mro() assigned others
  for (size_t i = 0; i < old_bases->size; i++) {
    auto* list = static_cast<List*>(old_bases->items[i].as<Class>()->subclasses);
    for (size_t k = 0; list && k < list->size; k++) {
      if (list->items()[k].cell() != cls) continue;
      list_remove_range(list, k, k + 1);
      break;
    }
  }
  for (size_t i = 0; i < bases->size; i++) add_subclass(vm, bases->items[i].as<Class>(), cls);
  class_modified(vm, cls, nullptr);
  return ok();
}

// -- the class statement

/// Bases that are no classes may stand for some: __mro_entries__.
static Result<Tuple*> resolve_bases(Vm& vm, Tuple* bases) {
  List* resolved = nullptr;
  for (size_t i = 0; i < bases->size; i++) {
    Value base = bases->items[i];
    Value entries = Value::stop();
    if (!base.is(Kind::Class)) {
      COIL_TRY(entries, find_attr_reenter(vm, base, vm.name(Name::mro_entries_)));
    }
    if (entries.is_stop()) {
      if (resolved) COIL_CHECK(list_append(vm, resolved, base));
      continue;
    }
    if (!resolved) {
      COIL_TRY(resolved, new_list_from(vm, bases->items, i));
    }
    COIL_TRY(Value replaced, call_reenter(vm, entries, {bases}));
    if (!replaced.is(Kind::Tuple)) return raise_type_error(vm, "__mro_entries__ must return a tuple");
    auto* tuple = replaced.as<Tuple>();
    for (size_t k = 0; k < tuple->size; k++) COIL_CHECK(list_append(vm, resolved, tuple->items[k]));
  }
  if (!resolved) return bases;
  return new_tuple_from(vm, resolved->size ? resolved->items() : nullptr, resolved->size);
}

/// Runs a class body with `ns` as its namespace. The result is the __class__ cell or None.
static Result<Value> run_class_body(Vm& vm, Function* body, Value ns) {
  COIL_GUARD(vm, "");
  Thread* thread = vm.thread;
  Value* top = thread->top;
  Frame* frame = push_frame(vm, body, nullptr, 0, nullptr, thread->frame, kFrameEntry | kFrameNamespace, ns);
  if (!frame) return Error{};
  StepResult result = run_frame_reenter(vm, frame);
  thread->top = top;
  if (result.step == Step::Raised) return Error{};
  return result.value;
}

static Result<Value> prepare_namespace(Vm& vm, Value meta, Value name, Tuple* bases, Value* kwvalues, Tuple* kwnames) {
  COIL_TRY(Value prepare, find_attr_reenter(vm, meta, vm.name(Name::prepare_)));
  if (prepare.is_stop() || prepare.is(Kind::NativeBound)) {
    COIL_TRY(Dict* dict, new_dict(vm));
    return Value(dict);
  }
  size_t nkw = kwnames ? kwnames->size : 0;
  COIL_TRY(Tuple* args, new_tuple(vm, 2 + nkw));
  args->items[0] = name;
  args->items[1] = bases;
  for (size_t i = 0; i < nkw; i++) args->items[2 + i] = kwvalues[i];
  COIL_TRY(Value ns, call_vector_reenter(vm, prepare, args->items, 2, kwnames));
  if (!class_of(ns)->slots.get_item) {
    return raise_type_error(vm, "%s.__prepare__() must return a mapping, not %s",
                            meta.is(Kind::Class) ? class_name(meta.as<Class>()) : "<metaclass>", type_name(ns));
  }
  return ns;
}

NATIVE(build_class, "__build_class__(func=..., name=..., /, *bases, **kwds)", "Internal helper function used by the class statement.") {
  if (!args.has(1)) return raise_type_error(vm, "__build_class__: not enough arguments");
  if (!args[0].is(Kind::Function)) return raise_type_error(vm, "__build_class__: func must be a function");
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "__build_class__: name is not a string");
  Str* name = intern_str(vm, args[1].as<Str>());
  auto* given = args[2].as<Tuple>();
  auto* keywords = args[3].as<Dict>();
  COIL_TRY(Tuple* bases, resolve_bases(vm, given));
  Str* metaclass_name = intern(vm, "metaclass");
  Value meta = dict_get_str(keywords, metaclass_name);
  if (meta) {
    // Copied so that nobody who kept the dictionary sees it change.
    COIL_TRY(keywords, dict_copy(vm, keywords));
    dict_del_str(keywords, metaclass_name);
  } else {
    meta = bases->size ? Value(class_of(bases->items[0])) : Value(vm.type(Kind::Class));
  }
  if (meta.is(Kind::Class)) {
    COIL_TRY(Class* winner, winning_metaclass(vm, meta.as<Class>(), bases));
    meta = winner;
  }
  Tuple* kwnames = nullptr;
  COIL_TRY(Tuple* call, new_tuple(vm, 3 + keywords->used));
  if (keywords->used) {
    COIL_TRY(kwnames, new_tuple(vm, keywords->used));
    size_t position = 0, count = 0;
    Value key, value;
    while (dict_next(keywords, &position, &key, &value)) {
      kwnames->items[count] = key;
      call->items[3 + count++] = value;
    }
  }
  COIL_TRY(Value ns, prepare_namespace(vm, meta, name, bases, call->items + 3, kwnames));
  COIL_TRY(Value cell, run_class_body(vm, args[0].as<Function>(), ns));
  if (bases != given) COIL_CHECK(set_item_reenter(vm, ns, vm.name(Name::orig_bases_), given));
  call->items[0] = name;
  call->items[1] = bases;
  call->items[2] = ns;
  write_barrier(call);
  COIL_TRY(Value cls, call_vector_reenter(vm, meta, call->items, 3, kwnames));
  if (cell.is(Kind::Box) && cls.is(Kind::Class)) {
    Value inside = cell.as<Box>()->value;
    std::string text = str_utf8(name);
    if (!inside) {
      return raise(vm, Exc::RuntimeError, "__class__ not set defining '%s' as <class '%s'>. Was __classcell__ propagated to type.__new__?",
                   text.c_str(), qualified_class_name(cls.as<Class>()).c_str());
    }
    if (inside != cls) {
      COIL_TRY(Str* shown, repr_reenter(vm, inside));
      return raise_text(vm, Exc::TypeError, "__class__ set to " + str_utf8(shown) + " defining '" + text + "' as <class '" +
                        qualified_class_name(cls.as<Class>()) + "'>");
    }
  }
  return cls;
}

void setup_build_class(Vm& vm) { define_functions(vm, vm.builtins, "builtins", {&build_class_spec}); }

}  // namespace coil
