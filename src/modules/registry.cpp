// The list of native modules, module objects, and the parts all native modules share: the trace of native objects and the
// values that C++ statics keep alive.
#include <algorithm>
#include <cstring>

#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/native_object.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"

namespace coil {

void trace_attrs(Cell*, Marker&);

#define NATIVE_MODULE(identifier) extern const ModuleSpec identifier##_module;
#include "modules/modules.def"
#undef NATIVE_MODULE

namespace {

const ModuleSpec* const kModules[] = {
#define NATIVE_MODULE(identifier) &identifier##_module,
#include "modules/modules.def"
#undef NATIVE_MODULE
};

List* g_kept;

void trace_native_object(Cell* cell, Marker& marker) {
  auto* object = static_cast<NativeObject*>(cell);
  if (object->ops && object->ops->trace) object->ops->trace(cell, marker);
  if (shape_of(cell)->attrs_offset) trace_attrs(cell, marker);
}

void destroy_native_object(Cell* cell) {
  auto* object = static_cast<NativeObject*>(cell);
  if (object->ops && object->ops->destroy) object->ops->destroy(cell);
}

}  // namespace

void setup_modules(Vm& vm) {
  g_heap.set_type(Kind::NativeObject, trace_native_object, destroy_native_object);
  g_heap.add_roots([](void*, Marker& marker) { marker.cell(g_kept); }, &vm);
}

Result<void> keep_forever(Vm& vm, Value value) {
  if (!g_kept) {
    COIL_TRY(List* kept, new_list(vm));
    g_kept = kept;
  }
  return list_append(vm, g_kept, value);
}

std::span<const ModuleSpec* const> native_modules() { return kModules; }

Result<Value> new_spec(Vm& vm, Str* name) {
  COIL_TRY(Value spec, call_reenter(vm, vm.type(Kind::SimpleNamespace), {}));
  const std::pair<Str*, Value> fields[] = {
      {vm.name(Name::k_name), name},          {intern(vm, "loader"), none()},
      {intern(vm, "origin"), none()},         {intern(vm, "submodule_search_locations"), none()},
      {intern(vm, "cached"), none()},         {intern(vm, "loader_state"), none()},
      {intern(vm, "parent"), vm.empty_str},   {intern(vm, "has_location"), Value::boolean(false)},
  };
  for (auto [field, value] : fields) COIL_CHECK(set_instance_attr(vm, spec.cell(), field, value));
  return spec;
}

Result<Module*> new_module(Vm& vm, Str* name, Value doc) {
  COIL_TRY(Dict* ns, new_dict(vm));
  COIL_TRY(Module* module, alloc_for_class<Module>(vm, vm.type(Kind::Module), Kind::Module));
  store(module, module->dict, ns);
  COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::name_), name));
  COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::doc_), doc));
  COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::package_), vm.empty_str));
  COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::loader_), none()));
  COIL_TRY(Value spec, new_spec(vm, name));
  COIL_CHECK(dict_set_str(vm, ns, vm.name(Name::spec_), spec));
  return module;
}

/// The module that the functions of a native one say they are from: some modules are parts of another here, or carry its public name.
static const char* home_of(std::string_view name) {
  if (name.starts_with("_posix_")) return "posix";
  if (name == "_array") return "array";
  if (name == "contextvars") return "_contextvars";
  return name == "operator" ? "_operator" : name.data();
}

bool is_native_module(std::string_view name) {
  return std::any_of(std::begin(kModules), std::end(kModules), [&](const ModuleSpec* spec) { return name == spec->name; });
}

Result<Value> load_native_module_reenter(Vm& vm, Str* name) {
  for (const ModuleSpec* spec : kModules) {
    if (!str_is(name, spec->name)) continue;
    COIL_TRY(Str* doc, new_str(vm, spec->doc));
    COIL_TRY(Module* module, new_module(vm, name, doc));
    COIL_CHECK(dict_reserve(vm, module->dict, module->dict->used + spec->functions.size()));
    COIL_CHECK(set_attr_reenter(vm, dict_get_str(module->dict, vm.name(Name::spec_)), intern(vm, "origin"), intern(vm, "built-in")));
    for (const NativeSpec* function : spec->functions) define_functions(vm, module->dict, home_of(spec->name), {function});
    if (vm.pending) return Error{};
    COIL_CHECK(dict_set_reenter(vm, vm.modules, name, module));
    const bool outer = g_makes_permanent_classes;
    g_makes_permanent_classes = true;
    const bool good = !spec->init || spec->init(vm, module->dict);
    g_makes_permanent_classes = outer;
    if (!good) {
      Value pending = clear_pending(vm);
      dict_del_str(vm.modules, name);
      return raise_exception(vm, pending);
    }
    return Value(module);
  }
  return Value::stop();
}

Result<void> module_set(Vm& vm, Dict* ns, const char* name, Value value) { return dict_set_str(vm, ns, intern(vm, name), value); }

Result<void> module_set_int(Vm& vm, Dict* ns, const char* name, int64_t value) {
  COIL_TRY(Value number, make_int(vm, value));
  return module_set(vm, ns, name, number);
}

Result<void> module_set_str(Vm& vm, Dict* ns, const char* name, std::string_view wtf8) {
  COIL_TRY(Str* text, new_str(vm, wtf8));
  return module_set(vm, ns, name, text);
}

}  // namespace coil
