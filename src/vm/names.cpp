// Globals, builtins and namespaces: what the name instructions do when their inline cache misses, or when names live in a dictionary.
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/quickening.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

namespace {

/// Gives the pending NameError its `name`, for suggestions.
Error with_name(Vm& vm, Str* name) {
  Value error = vm.pending;
  if (error.is(Kind::Exception)) (void)set_exception_field(vm, error.as<Exception>(), kNameName, name);
  return Error{};
}

/// Namespace of class bodies, exec and modules.
Value namespace_of(Frame* frame) {
  return frame->flags & kFrameNamespace ? frame->owner : Value(frame->function->globals);
}

/// Value::stop() when the name is absent.
Result<Value> find_in_namespace(Vm& vm, Value ns, Str* name) {
  if (is_exact(ns, Kind::Dict)) {
    Value found = dict_get_str(ns.as<Dict>(), name);
    return found ? found : Value::stop();
  }
  Result<Value> found = get_item_reenter(vm, ns, name);
  if (found || !pending_matches(vm, Exc::KeyError)) return found;
  clear_pending(vm);
  return Value::stop();
}

/// For a name that is in no dictionary: __builtins__ may be another object, which is subscripted.
Result<Value> find_in_odd_builtins_reenter(Vm& vm, Function* function, Str* name) {
  if (function->builtins != vm.no_builtins) return raise_name_error(vm, name);
  COIL_TRY(Value found, find_in_namespace(vm, dict_get_str(function->globals, vm.name(Name::builtins_)), name));
  if (found.is_stop()) return raise_name_error(vm, name);
  return found;
}

Result<Value> find_global(Vm& vm, Function* function, Str* name) {
  Value found = dict_get_str(function->globals, name);
  if (!found) found = dict_get_str(function->builtins, name);
  if (!found) return find_in_odd_builtins_reenter(vm, function, name);
  return found;
}

void become(Vm& vm, Op op) { const_cast<Instr&>(vm.thread->frame->ip[-1]).op = static_cast<uint16_t>(op); }

}  // namespace

Error raise_name_error(Vm& vm, Str* name) {
  (void)raise(vm, Exc::NameError, "name '%s' is not defined", str_utf8(name).c_str());
  return with_name(vm, name);
}

Result<Value> load_global(Vm& vm, Function* function, InlineCache& cache) {
  g_misses.globals++;
  Dict* dict = function->globals;
  int64_t index = dict_cache_index(vm, dict, cache.name);
  bool builtin = index < 0;
  if (builtin) {
    dict = function->builtins;
    index = dict_cache_index(vm, dict, cache.name);
  }
  become(vm, Op::LoadGlobal);
  if (index < 0) return find_in_odd_builtins_reenter(vm, function, cache.name);
  // Until the keys of the dicts change the value is where it is now. A dict without a version (there are no more) is asked each time.
  const Value& value = dict->entries()[index].value;
  cache.shape = dict_keys_version(vm, dict);
  cache.globals_version = builtin ? dict_keys_version(vm, function->globals) : 0;
  cache.set_address(&value);
  if (cache.shape && (!builtin || cache.globals_version)) become(vm, builtin ? Op::LoadBuiltinEntry : Op::LoadGlobalEntry);
  return value;
}

Result<Value> load_name(Vm& vm, Frame* frame, Str* name) {
  COIL_TRY(Value found, find_in_namespace(vm, namespace_of(frame), name));
  if (!found.is_stop()) return found;
  return find_global(vm, frame->function, name);
}

Result<Value> load_class_free(Vm& vm, Frame* frame, uint16_t index) {
  Str* name = intern(vm, frame->code()->unit.free_var(index));
  COIL_TRY(Value found, find_in_namespace(vm, namespace_of(frame), name));
  if (!found.is_stop()) return found;
  Value captured = frame->function->closure->items[index].as<Box>()->value;
  if (!captured) return raise_unbound_free(vm, frame, index);
  return captured;
}

Result<void> store_name(Vm& vm, Frame* frame, Str* name, Value value) {
  Value ns = namespace_of(frame);
  if (is_exact(ns, Kind::Dict)) return dict_set_str(vm, ns.as<Dict>(), name, value);
  return set_item_reenter(vm, ns, name, value);
}

Result<void> delete_name(Vm& vm, Frame* frame, Str* name) {
  Value ns = namespace_of(frame);
  if (is_exact(ns, Kind::Dict)) {
    if (dict_del_str(ns.as<Dict>(), name)) return ok();
    return raise_name_error(vm, name);
  }
  Result<void> deleted = del_item_reenter(vm, ns, name);
  if (deleted || !pending_matches(vm, Exc::KeyError)) return deleted;
  clear_pending(vm);
  return raise_name_error(vm, name);
}

Result<void> setup_annotations(Vm& vm, Frame* frame) {
  Value ns = namespace_of(frame);
  COIL_TRY(Value present, find_in_namespace(vm, ns, vm.name(Name::annotations_)));
  if (!present.is_stop()) return ok();
  COIL_TRY(Dict* annotations, new_dict(vm));
  return store_name(vm, frame, vm.name(Name::annotations_), annotations);
}

Error raise_unbound_local(Vm& vm, Str* name) {
  // As in CPython this one has no name attribute, and therefore no suggestion.
  return raise(vm, Exc::UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", str_utf8(name).c_str());
}

Error raise_unbound_free(Vm& vm, Frame* frame, uint16_t index) {
  const std::string name(frame->code()->unit.free_var(index));
  (void)raise(vm, Exc::NameError, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name.c_str());
  return with_name(vm, intern(vm, name));
}

}  // namespace coil
