// Module _abc: the metaclass ABCMeta. Its checks are native because isinstance() with abstract classes is hot in asyncio code.
//
// Each abstract class has an AbcData under the name _abc_impl in its dict: registered classes, and caches of past answers. Negative answers
// are valid as long as no class has been registered anywhere since (g_registrations).
#include <vector>

#include "modules/support.hpp"
#include "objects/attributes.hpp"

namespace coil {

namespace {

struct AbcData : NativeObject {
  Set *registry, *cache, *negative;
  uint64_t negative_version;
};
Class *g_meta, *g_data_class;
uint64_t g_registrations;
constexpr uint16_t kPatterns = kClassMappingPattern | kClassSequencePattern;

void trace_data(Cell* cell, Marker& marker) {
  auto* data = static_cast<AbcData*>(cell);
  marker.cell(data->registry);
  marker.cell(data->cache);
  marker.cell(data->negative);
}
const NativeObjectOps kDataOps{trace_data, nullptr};

Result<AbcData*> data_of(Vm& vm, Class* cls) {
  Value found = dict_get_str(cls->dict, intern(vm, "_abc_impl"));
  if (found.is(Kind::NativeObject) && found.as<NativeObject>()->ops == &kDataOps) return found.as<AbcData>();
  COIL_TRY(Set* registry, new_set(vm));
  COIL_TRY(Set* cache, new_set(vm));
  COIL_TRY(Set* negative, new_set(vm));
  COIL_TRY(AbcData* data, new_native_object<AbcData>(vm, g_data_class, &kDataOps));
  data->registry = registry;
  data->cache = cache;
  data->negative = negative;
  data->negative_version = g_registrations;
  COIL_CHECK(dict_set_str(vm, cls->dict, intern(vm, "_abc_impl"), data));
  return data;
}

Result<bool> is_abstract(Vm& vm, Value value) {
  COIL_TRY(Value flag, find_attr_reenter(vm, value, vm.name(Name::isabstractmethod_)));
  if (flag.is_stop()) return false;
  return truthy_reenter(vm, flag);
}

/// The names that a base leaves abstract. Most have none, which is no reason for an AttributeError.
Result<Value> abstract_names_of(Vm& vm, Value base) {
  Str* name = vm.name(Name::abstractmethods_);
  if (class_of(base)->slots.get_attr == type_get_attr && !dict_get_str(base.as<Class>()->dict, name)) return Value::stop();
  return find_attr_reenter(vm, base, name);
}

/// Sets __abstractmethods__: own abstract names and those of bases that are still abstract.
Result<void> compute_abstract_methods(Vm& vm, Class* cls) {
  COIL_TRY(Set* names, new_set(vm, Kind::FrozenSet));
  COIL_TRY(Dict* own, dict_copy(vm, cls->dict));
  size_t position = 0;
  Value key, value;
  while (dict_next(own, &position, &key, &value)) {
    COIL_TRY(bool abstract, is_abstract(vm, value));
    if (abstract) COIL_CHECK(set_add_reenter(vm, names, key));
  }
  for (size_t i = 0; i < cls->bases->size; i++) {
    COIL_TRY(Value inherited, abstract_names_of(vm, cls->bases->items[i]));
    if (inherited.is_stop()) continue;
    COIL_TRY(Value iterator, iter_reenter(vm, inherited));
    for (;;) {
      COIL_TRY(Value name, next_reenter(vm, iterator));
      if (name.is_stop()) break;
      if (!name.is(Kind::Str)) continue;
      COIL_TRY(Value attribute, find_attr_reenter(vm, cls, name.as<Str>()));
      if (attribute.is_stop()) continue;
      COIL_TRY(bool abstract, is_abstract(vm, attribute));
      if (abstract) COIL_CHECK(set_add_reenter(vm, names, name));
    }
  }
  return set_attr_reenter(vm, cls, vm.name(Name::abstractmethods_), names);
}

Result<Value> meta_make(Vm& vm, Class* meta, Value* args, size_t npos, Tuple* kwnames) {
  // A class made by a call, with no module in its namespace, counts as one of module abc, whose function makes it in CPython.
  if (npos == 3 && args[2].is(Kind::Dict) && !dict_get_str(args[2].as<Dict>(), vm.name(Name::module_))) {
    COIL_TRY(Dict* named, dict_copy(vm, args[2].as<Dict>()));
    COIL_CHECK(dict_set_str(vm, named, vm.name(Name::module_), intern(vm, "abc")));
    args[2] = Value(named);
  }
  COIL_TRY(Value made, vm.type(Kind::Class)->slots.make(vm, meta, args, npos, kwnames));
  if (!made.is(Kind::Class)) return made;
  Class* cls = made.as<Class>();
  COIL_CHECK(data_of(vm, cls));
  COIL_CHECK(compute_abstract_methods(vm, cls));
  return made;
}

Result<bool> abc_subclass_check(Vm& vm, Class* cls, Value subclass);

/// Checks that are under way, each asked by the one before it.
int64_t g_check_depth = 0;
struct Check {
  Check() { g_check_depth++; }
  ~Check() { g_check_depth--; }
};

/// The class and its subclasses match the patterns from now on. Native classes keep what they are: str is a Sequence, but no sequence pattern.
void spread_pattern(Class* start, uint16_t pattern) {
  std::vector<Class*> waiting{start};
  while (!waiting.empty()) {
    Class* cls = waiting.back();
    waiting.pop_back();
    if (!(cls->flags & kClassHeap) || (cls->flags & kPatterns) == pattern) continue;
    cls->flags = static_cast<uint16_t>((cls->flags & ~kPatterns) | pattern);
    auto* subclasses = static_cast<List*>(cls->subclasses);
    for (size_t i = 0; subclasses && i < subclasses->size; i++) {
      if (subclasses->items()[i].is(Kind::Class)) waiting.push_back(subclasses->items()[i].as<Class>());
    }
  }
}

NATIVE(meta_register, "register(self, subclass) in language", "Make issubclass() say that the class is a subclass. Returns it, for use as a decorator.") {
  if (!args[1].is(Kind::Class)) return raise_type_error(vm, "Can only register classes");
  const Check check;
  Class* self = args[0].as<Class>();
  COIL_TRY(bool already, is_subclass_reenter(vm, args[1], args[0]));
  if (already) return args[1];
  COIL_TRY(bool cyclic, is_subclass_reenter(vm, args[0], args[1]));
  if (cyclic) return raise(vm, Exc::RuntimeError, "Refusing to create an inheritance cycle");
  COIL_TRY(AbcData* data, data_of(vm, self));
  COIL_CHECK(set_add_reenter(vm, data->registry, args[1]));
  g_registrations++;
  if (uint16_t pattern = self->flags & kPatterns) spread_pattern(args[1].as<Class>(), pattern);
  return args[1];
}

Result<bool> find_in_subclasses(Vm& vm, Class* cls, Value subclass) {
  COIL_TRY(Value subclasses, call_method_reenter(vm, vm.type(Kind::Class), vm.name(Name::subclasses_), {cls}));
  COIL_TRY(List* list, list_from_iterable_reenter(vm, subclasses));
  for (size_t i = 0; i < list->size; i++) {
    COIL_TRY(bool found, is_subclass_reenter(vm, subclass, list->items()[i]));
    if (found) return true;
  }
  return false;
}

Result<bool> abc_subclass_check(Vm& vm, Class* cls, Value subclass) {
  COIL_GUARD(vm, " in __subclasscheck__");
  const Check check;
  if (!subclass.is(Kind::Class)) return raise_type_error(vm, "issubclass() arg 1 must be a class");
  COIL_TRY(AbcData* data, data_of(vm, cls));
  COIL_TRY(bool known, set_contains_reenter(vm, data->cache, subclass));
  if (known) return true;
  if (data->negative_version < g_registrations) {
    set_clear(data->negative);
    data->negative_version = g_registrations;
  } else {
    COIL_TRY(bool refused, set_contains_reenter(vm, data->negative, subclass));
    if (refused) return false;
  }
  auto remember = [&](bool answer) -> Result<bool> {
    COIL_CHECK(set_add_reenter(vm, answer ? data->cache : data->negative, subclass));
    return answer;
  };
  COIL_TRY(Value verdict, call_method_reenter(vm, cls, intern(vm, "__subclasshook__"), {subclass}));
  if (verdict.is_true()) return remember(true);
  if (verdict.is_false()) return remember(false);
  if (!verdict.is_not_implemented()) return raise(vm, Exc::AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
  if (is_subclass(subclass.as<Class>(), cls)) return remember(true);
  COIL_TRY(List* registered, list_from_iterable_reenter(vm, data->registry));
  for (size_t i = 0; i < registered->size; i++) {
    COIL_TRY(bool found, is_subclass_reenter(vm, subclass, registered->items()[i]));
    if (found) return remember(true);
  }
  COIL_TRY(bool found, find_in_subclasses(vm, cls, subclass));
  return remember(found);
}

NATIVE(meta_subclasscheck, "__subclasscheck__(self, subclass) in language", "issubclass(subclass, cls)") {
  COIL_TRY(bool found, abc_subclass_check(vm, args[0].as<Class>(), args[1]));
  return Value::boolean(found);
}
NATIVE(meta_instancecheck, "__instancecheck__(self, instance) in language", "isinstance(instance, cls)") {
  const Check asked;
  Class* cls = args[0].as<Class>();
  Value type = class_of(args[1]);
  Value claimed = type;
  // Objects may claim another class, as proxies do.
  if (args[1].is_cell() && (class_of(args[1])->flags & kClassHeap)) {
    COIL_TRY(claimed, get_attr_reenter(vm, args[1], vm.name(Name::class_)));
  }
  Str* check = vm.name(Name::subclasscheck_);
  bool native_check = class_lookup(class_of(args[0]), check) == class_lookup(g_meta, check);
  auto ask = [&](Value candidate) -> Result<bool> {
    if (native_check) return abc_subclass_check(vm, cls, candidate);
    COIL_TRY(Value answer, call_method_reenter(vm, cls, check, {candidate}));
    return truthy_reenter(vm, answer);
  };
  COIL_TRY(bool found, ask(claimed));
  if (!found && claimed != type) { COIL_TRY(found, ask(type)); }
  return Value::boolean(found);
}
NATIVE(meta_clear_registry, "_abc_registry_clear(self, /)", "Forget registered classes.") {
  COIL_TRY(AbcData* data, data_of(vm, args[0].as<Class>()));
  set_clear(data->registry);
  return none();
}
NATIVE(meta_clear_caches, "_abc_caches_clear(self, /)", "Forget cached answers.") {
  COIL_TRY(AbcData* data, data_of(vm, args[0].as<Class>()));
  set_clear(data->cache);
  set_clear(data->negative);
  return none();
}

NATIVE(abc_get_cache_token, "get_cache_token()", "A number that changes with every registration.") {
  return Value::small_int(static_cast<int64_t>(g_registrations));
}
NATIVE(abc_check_depth, "_check_depth()", "How many checks are under way: more than one when classes of this module ask, not the program.") {
  return Value::small_int(g_check_depth);
}
NATIVE(abc_update_abstractmethods, "_update_abstractmethods(klass, /)", "Compute __abstractmethods__ again after the class was changed.") {
  if (!args[0].is(Kind::Class)) return args[0];
  COIL_TRY(Value present, find_attr_reenter(vm, args[0], vm.name(Name::abstractmethods_)));
  if (present.is_stop()) return args[0];
  COIL_CHECK(compute_abstract_methods(vm, args[0].as<Class>()));
  return args[0];
}
NATIVE(abc_set_pattern, "_set_pattern(klass, kind, /)", "Instances match mapping (kind 'm') or sequence (kind 's') patterns.") {
  if (!args[0].is(Kind::Class) || !args[1].is(Kind::Str)) return raise_type_error(vm, "_set_pattern() needs a class and a kind");
  spread_pattern(args[0].as<Class>(), str_is(args[1].as<Str>(), "m") ? kClassMappingPattern : kClassSequencePattern);
  return none();
}

Result<void> init_abc(Vm& vm, Dict* ns) {
  COIL_TRY(g_data_class, new_module_class<AbcData>(vm, "_abc_data", "_abc", "Registered classes and caches of an abstract class."));
  define_class(vm, g_data_class, {}, {});
  Class* type = vm.type(Kind::Class);
  g_meta = new_native_class(vm, "ABCMeta", "abc", type, Kind::Class, type->instance_size, "Metaclass of abstract base classes.");
  if (!g_meta) return raise_memory_error(vm);
  COIL_CHECK(keep_forever(vm, g_meta));
  g_meta->slots.make = meta_make;
  define_class(vm, g_meta, {&meta_register_spec, &meta_subclasscheck_spec, &meta_instancecheck_spec, &meta_clear_registry_spec,
                            &meta_clear_caches_spec}, {});
  return module_set(vm, ns, "ABCMeta", g_meta);
}

}  // namespace

MODULE(abc_native, "_abc", "The metaclass of abstract base classes.", init_abc, FN(abc_get_cache_token), FN(abc_check_depth), FN(abc_update_abstractmethods),
       FN(abc_set_pattern))

}  // namespace coil
