// How a C++ module of the standard library is declared: functions, an optional init for everything else, one row in modules.def.
// The last lines of a module's file are its table of contents:
//
//   MODULE(time, "time", "Clocks and sleeping.", init_time, FN(time_time), FN(time_sleep))
//
// The loader (registry.cpp) makes the module object and fills its namespace at the first import.
#pragma once

#include <span>

#include "objects/native.hpp"

namespace coil {

struct ModuleSpec {
  const char* name;  // as imported: "sys", "_weakref"
  const char* doc;
  Result<void> (*init)(Vm&, Dict* ns);  // constants and classes; nullptr when there are none. May run language code.
  std::span<const NativeSpec* const> functions;
};

#define FN(function) &function##_spec
#define MODULE(identifier, name, doc, init, ...)                                                   \
  static const ::coil::NativeSpec* const kFunctions_##identifier[] = {__VA_ARGS__ __VA_OPT__(, ) nullptr}; \
  extern const ::coil::ModuleSpec identifier##_module;                                             \
  const ::coil::ModuleSpec identifier##_module = {                                                 \
      name, doc, init, {kFunctions_##identifier, std::size(kFunctions_##identifier) - 1}};

/// A new module object with __name__, __doc__, __package__, __loader__ and __spec__ set; not in sys.modules.
Result<Module*> new_module(Vm&, Str* name, Value doc);
/// A __spec__ for the module, without origin.
Result<Value> new_spec(Vm&, Str* name);
/// The C++ module of this name, made and put into sys.modules; Value::stop() when there is none.
Result<Value> load_native_module_reenter(Vm&, Str* name);
bool is_native_module(std::string_view name);
/// What programs see of sys beyond what the machine needs at start; at its first import.
Result<void> complete_sys_reenter(Vm&, Dict* ns);
/// All names of modules.def, for sys.builtin_module_names.
std::span<const ModuleSpec* const> native_modules();
/// Keeps a value alive for the life of the process (classes and singletons that C++ statics point to).
Result<void> keep_forever(Vm&, Value);
/// Registers the shared parts of native modules; once at start.
void setup_modules(Vm&);

/// Namespace helpers for init functions.
Result<void> module_set(Vm&, Dict* ns, const char* name, Value value);
Result<void> module_set_int(Vm&, Dict* ns, const char* name, int64_t value);
Result<void> module_set_str(Vm&, Dict* ns, const char* name, std::string_view wtf8);

}  // namespace coil
