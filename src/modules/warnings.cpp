// Module _warnings: what warnings.warn() and warn_explicit() take, and where they count. Filters and display are in warnings.py. As natives they are no
// levels of the stack: the warning that a filter makes an error of comes from the line that warned.
#include "modules/host_services.hpp"
#include "modules/support.hpp"
#include "objects/exception.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

/// Calls warnings._issue, whose own level does not show in the traceback of what it raises.
Result<Value> issue_reenter(Vm& vm, std::initializer_list<Value> arguments) {
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "warnings")));
  Result<Value> issued = call_method_reenter(vm, module, intern(vm, "_issue"), arguments);
  if (issued) return issued;
  auto* exception = vm.pending.as<Exception>();
  if (exception->traceback) store(exception, exception->traceback, exception->traceback->next);
  return Error{};
}

Result<Value> category_of(Vm& vm, Value message, Value category) {
  Class* warning = vm.exception(Exc::Warning);
  if (is_instance(message, warning)) return Value(class_of(message));
  if (!category || category.is_none()) return Value(vm.exception(Exc::UserWarning));
  if (!category.is(Kind::Class) || !is_subclass(category.as<Class>(), warning)) {
    return raise_type_error(vm, "category must be a Warning subclass, not '%s'", type_name(category));
  }
  return category;
}

/// The registry of the module with this namespace.
Result<Value> registry_of(Vm& vm, Dict* globals) {
  Str* name = intern(vm, "__warningregistry__");
  Value registry = dict_get_str(globals, name);
  if (registry) return registry;
  COIL_TRY(Dict* made, new_dict(vm));
  COIL_CHECK(dict_set_str(vm, globals, name, made));
  return Value(made);
}

NATIVE(warnings_warn, "warn(message, category=None, stacklevel=1, source=None)", "Issue a warning, or maybe ignore it or raise an exception.") {
  int64_t level = 1;
  if (args.has(2)) { COIL_TRY(level, argument_int64_reenter(vm, args[2])); }
  COIL_TRY(Value category, category_of(vm, args[0], args[1]));
  Value source = args.get(3, none());
  Frame* frame = vm.thread->frame;
  while (frame && (!frame->function || --level > 0)) frame = frame->caller;
  if (!frame) {
    COIL_TRY(Dict* registry, new_dict(vm));
    Value sys(intern(vm, "sys"));
    return issue_reenter(vm, {args[0], category, sys, Value::small_int(1), sys, registry, source});
  }
  const Code* code = frame->code();
  const auto index = static_cast<size_t>(frame->ip - code->instrs) - 1;
  const CodeUnit& unit = *code->unit;
  const uint32_t line = index < unit.positions.size() ? unit.positions[index].line : unit.first_line;
  Dict* globals = frame->function->globals;
  Value module = dict_get_str(globals, vm.name(Name::name_));
  if (!module || module.is_none()) module = intern(vm, "<string>");
  COIL_TRY(Value registry, registry_of(vm, globals));
  return issue_reenter(vm, {args[0], category, code->filename, Value::small_int(line), module, registry, source});
}

/// The name of a module that was made of this file.
Result<Value> module_of(Vm& vm, Value filename) {
  std::string name = str_utf8(filename.as<Str>());
  if (name.empty()) name = "<unknown>";
  if (name.ends_with(".py")) name.resize(name.size() - 3);
  return new_str(vm, name);
}

NATIVE(warnings_warn_explicit, "warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)",
       "Issue a warning for a place.") {
  if (!args[2].is(Kind::Str)) return raise_type_error(vm, "warn_explicit() argument 3 must be str, not %s", argument_type_name(args[2]));
  COIL_TRY(int line, c_int_reenter(vm, args[3]));
  Value registry = args.get(5, none()), globals = args.get(6, none());
  if (!globals.is_none() && !globals.is(Kind::Dict)) return raise_type_error(vm, "module_globals must be a dict, not '%s'", type_name(globals));
  if (!registry.is_none() && !registry.is(Kind::Dict)) return raise_type_error(vm, "'registry' must be a dict or None");
  Value module = args[4];
  if (!args.has(4)) { COIL_TRY(module, module_of(vm, args[2])); }
  if (module.is_none()) return none();  // nobody to warn, as in CPython
  return issue_reenter(vm, {args[0], args[1], args[2], Value::small_int(line), module, registry, args.get(7, none())});
}

Result<void> init_warnings(Vm&, Dict*) { return ok(); }

}  // namespace

MODULE(warnings_native, "_warnings", "How warnings are issued.", init_warnings, FN(warnings_warn), FN(warnings_warn_explicit))

}  // namespace coil
