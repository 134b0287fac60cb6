// Module contextvars: ContextVar, Token, Context. The data operations and the current context are in async/context.cpp.
#include "async/context.hpp"

#include <cstdio>

#include "modules/support.hpp"
#include "vm/threads.hpp"

namespace coil {

namespace {

// -- ContextVar

NATIVE(contextvar_new, "ContextVar(cls, name, /, *, default=None) by format", "A variable with a value for each context.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "context variable name must be a str");
  COIL_TRY(ContextVar* var, alloc<ContextVar>(vm, Kind::ContextVar));
  store(var, var->name, args[1].as<Str>());
  var->default_value = args[2];
  return Value(var);
}
COIL_MAKE_SLOT(contextvar_make, contextvar_new)

std::string address_text(Value v) {
  char text[32];
  std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(v.bits()));
  return text;
}

Result<Value> contextvar_repr(Vm& vm, Value self) {
  auto* var = self.as<ContextVar>();
  COIL_TRY(Str* name, repr_reenter(vm, var->name));
  std::string text = "<ContextVar name=" + str_utf8(name);
  if (var->default_value) {
    COIL_TRY(Str* fallback, repr_reenter(vm, var->default_value));
    text += " default=" + str_utf8(fallback);
  }
  return new_str(vm, text + " at " + address_text(self) + ">");
}

NATIVE(contextvar_get, "get(self, default=None, /)", "The value in the current context, or the default.") {
  auto* var = self_as<ContextVar>(args);
  COIL_TRY(Value value, context_get(vm, var));
  if (!value.is_stop()) return value;
  if (args.has(1)) return args[1];
  if (var->default_value) return var->default_value;
  return raise_with_args(vm, Exc::LookupError, {Value(var)});
}

NATIVE(contextvar_set, "set(self, value, /)", "Set the value in the current context; returns a Token for reset().") {
  auto* var = self_as<ContextVar>(args);
  COIL_TRY(Value context, current_context(vm));
  COIL_TRY(Value old_value, context_get(vm, var));
  COIL_TRY(ContextToken* token, alloc<ContextToken>(vm, Kind::ContextToken));
  token->var = var;
  token->context = context;
  token->old_value = old_value.is_stop() ? Value() : old_value;
  COIL_CHECK(context_set(vm, var, args[1]));
  return Value(token);
}

NATIVE(contextvar_reset, "reset(self, token, /)", "Give the variable the value it had before the set() that made the token.") {
  auto* var = self_as<ContextVar>(args);
  if (!args[1].is(Kind::ContextToken)) {
    COIL_TRY(Str* shown, repr_reenter(vm, args[1]));
    return raise_text(vm, Exc::TypeError, "expected an instance of Token, got " + str_utf8(shown));
  }
  auto* token = args[1].as<ContextToken>();
  auto refuse = [&](const char* reason) -> Error {
    COIL_TRY(Str* shown, repr_reenter(vm, token));
    return raise_text(vm, reason[0] == 'h' ? Exc::RuntimeError : Exc::ValueError, str_utf8(shown) + " " + reason);
  };
  if (token->used) return refuse("has already been used once");
  if (token->var != var) return refuse("was created by a different ContextVar");
  COIL_TRY(Value context, current_context(vm));
  if (token->context != context) return refuse("was created in a different Context");
  token->used = true;
  COIL_CHECK(context_set(vm, var, token->old_value));
  return none();
}

Result<Value> contextvar_name(Vm&, Value self) { return Value(self.as<ContextVar>()->name); }
const GetSetSpec kVarName{"name", contextvar_name, nullptr, "The name given at creation."};

Result<int64_t> identity_hash(Vm&, Value self) { return static_cast<int64_t>(self.bits() >> 4); }

// -- Token

Result<Value> token_make(Vm& vm, Class*, Value*, size_t, Tuple*) {
  return raise(vm, Exc::RuntimeError, "Tokens can only be created by ContextVars");
}
Result<Value> token_repr(Vm& vm, Value self) {
  auto* token = self.as<ContextToken>();
  COIL_TRY(Str* var, repr_reenter(vm, token->var));
  return new_str(vm, std::string("<Token") + (token->used ? " used" : "") + " var=" + str_utf8(var) + " at " + address_text(self) + ">");
}
Value g_missing;

Result<Value> token_var(Vm&, Value self) { return Value(self.as<ContextToken>()->var); }
Result<Value> token_old_value(Vm&, Value self) {
  Value old_value = self.as<ContextToken>()->old_value;
  return old_value ? old_value : g_missing;
}
const GetSetSpec kTokenVar{"var", token_var, nullptr, "The variable that made the token."};
const GetSetSpec kTokenOldValue{"old_value", token_old_value, nullptr, "The value before set(), or Token.MISSING."};

struct MissingCell : NativeObject {};
const NativeObjectOps kMissingOps{nullptr, nullptr};
Result<Value> missing_repr(Vm& vm, Value) { return new_str_ascii(vm, "<Token.MISSING>"); }

// -- Context

Result<Value> context_make(Vm& vm, Class*, Value*, size_t npos, Tuple* kwnames) {
  if (npos || (kwnames && kwnames->size)) return raise_type_error(vm, "Context() does not accept any arguments");
  COIL_TRY(Context* context, new_context(vm));
  return Value(context);
}

NATIVE(context_run, "run(self, /, *args, **kwargs)", "Call the first argument with the others in this context.") {
  auto* context = self_as<Context>(args);
  auto* given = args[1].as<Tuple>();
  if (given->size == 0) return raise_type_error(vm, "run() missing 1 required positional argument");
  if (context->entered) {
    COIL_TRY(Str* shown, repr_reenter(vm, context));
    return raise_text(vm, Exc::RuntimeError, "cannot enter context: " + str_utf8(shown) + " is already entered");
  }
  COIL_TRY(Tuple* rest, new_tuple_from(vm, given->items + 1, given->size - 1));
  context->entered = true;
  store(context, context->previous, vm.thread->context);
  vm.thread->context = context;
  Result<Value> result = call_ex_reenter(vm, given->items[0], rest, args[2].as<Dict>());
  context->entered = false;
  vm.thread->context = context->previous;
  context->previous = Value();
  return result;
}

Result<void> check_key(Vm& vm, Value key) {
  if (key.is(Kind::ContextVar)) return ok();
  COIL_TRY(Str* shown, repr_reenter(vm, key));
  return raise_text(vm, Exc::TypeError, "a ContextVar key was expected, got " + str_utf8(shown));
}

Result<Value> context_get_item(Vm& vm, Value self, Value key) {
  COIL_CHECK(check_key(vm, key));
  COIL_TRY(Value value, dict_get_reenter(vm, self.as<Context>()->values, key));
  if (value.is_stop()) return raise_key_error(vm, key);
  return value;
}
Result<bool> context_contains(Vm& vm, Value self, Value key) {
  COIL_CHECK(check_key(vm, key));
  COIL_TRY(Value value, dict_get_reenter(vm, self.as<Context>()->values, key));
  return !value.is_stop();
}
Result<int64_t> context_len(Vm&, Value self) { return static_cast<int64_t>(self.as<Context>()->values->used); }
/// Over a snapshot, as contexts are persistent maps. What keys() and its kin return, too: iterators that go on telling how many there were at first.
struct ContextIterator : NativeObject {
  Value items;  // an iterator of a dictionary's view
  int64_t size;
};
void trace_context_iterator(Cell* cell, Marker& marker) { marker.value(static_cast<ContextIterator*>(cell)->items); }
const NativeObjectOps kContextIteratorOps{trace_context_iterator, nullptr};
Class *g_context_keys, *g_context_values, *g_context_items;

Result<Value> context_iterator_next(Vm& vm, Value self) { return next_reenter(vm, self.as<ContextIterator>()->items); }
Result<int64_t> context_iterator_len(Vm&, Value self) { return self.as<ContextIterator>()->size; }

Result<Value> iterate_context(Vm& vm, Value context, Class* cls, Name view) {
  COIL_TRY(Value snapshot, dict_copy(vm, context.as<Context>()->values));
  COIL_TRY(Value shown, call_method_reenter(vm, snapshot, vm.name(view), {}));
  COIL_TRY(Value items, iter_reenter(vm, shown));
  COIL_TRY(ContextIterator* iterator, new_native_object<ContextIterator>(vm, cls, &kContextIteratorOps));
  store(iterator, iterator->items, items);
  iterator->size = static_cast<int64_t>(context.as<Context>()->values->used);
  return Value(iterator);
}

Result<Class*> new_context_iterator_class(Vm& vm, const char* name) {
  COIL_TRY(Class* cls, new_module_class<ContextIterator>(vm, name, "builtins", nullptr));
  cls->flags |= kClassFinal;
  cls->slots.iter = iter_is_self;
  cls->slots.next = context_iterator_next;
  cls->slots.len = context_iterator_len;
  define_class(vm, cls, {}, {});
  return cls;
}

Result<Value> context_iter(Vm& vm, Value self) { return iterate_context(vm, self, g_context_keys, Name::k_keys); }
Result<Value> context_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!other.is(Kind::Context) || (op != CompareOp::Eq && op != CompareOp::Ne)) return Value(&not_implemented_cell);
  return compare_reenter(vm, self.as<Context>()->values, other.as<Context>()->values, op);
}
NATIVE(context_get_method, "get(self, key, default=None, /)", "The value of the variable, or the default.") {
  COIL_CHECK(check_key(vm, args[1]));
  COIL_TRY(Value value, dict_get_reenter(vm, self_as<Context>(args)->values, args[1]));
  return value.is_stop() ? args.get(2, none()) : value;
}
NATIVE(context_keys, "keys(self, /)", "The variables that have a value.") {
  return iterate_context(vm, args[0], g_context_keys, Name::k_keys);
}
NATIVE(context_values, "values(self, /)", "The values.") {
  return iterate_context(vm, args[0], g_context_values, Name::k_values);
}
NATIVE(context_items, "items(self, /)", "Pairs of variable and value.") {
  return iterate_context(vm, args[0], g_context_items, Name::k_items);
}
NATIVE(context_copy_method, "copy(self, /)", "A copy that shares nothing visible.") {
  return copy_of_context(vm, self_as<Context>(args));
}

NATIVE(contextvars_copy_context, "copy_context()", "A copy of the current context.") { return copy_context(vm); }

/// It has items, but in no order.
Result<void> refuse_reversal(Vm& vm, Class*, Dict* dict) { return dict_set_str(vm, dict, intern(vm, "__reversed__"), none()); }

Result<void> init_contextvars(Vm& vm, Dict* ns) {
  Class* var = vm.type(Kind::ContextVar);
  var->slots.make = contextvar_make;
  var->slots.init = init_nothing;
  var->slots.repr = contextvar_repr;
  var->slots.hash = identity_hash;
  var->module = intern(vm, "_contextvars");
  define_type(vm, {Kind::ContextVar, "A variable with a value for each context.",
                   {&contextvar_get_spec, &contextvar_set_spec, &contextvar_reset_spec, &native_class_getitem_spec}, {&kVarName}});
  Class* token = vm.type(Kind::ContextToken);
  token->slots.make = token_make;
  token->slots.repr = token_repr;
  token->slots.hash = hash_not_implemented;
  token->module = intern(vm, "_contextvars");
  define_type(vm, {Kind::ContextToken, "What ContextVar.set() returns.", {&native_class_getitem_spec}, {&kTokenVar, &kTokenOldValue}});
  COIL_TRY(Class* missing, new_module_class<MissingCell>(vm, "MISSING", "Token", "Type of Token.MISSING."));
  missing->slots.repr = missing_repr;
  define_class(vm, missing, {}, {});
  COIL_TRY(MissingCell* marker, new_native_object<MissingCell>(vm, missing, &kMissingOps));
  COIL_CHECK(keep_forever(vm, marker));
  g_missing = marker;
  COIL_CHECK(module_set(vm, token->dict, "MISSING", g_missing));
  class_modified(vm, token, nullptr);
  COIL_TRY(g_context_keys, new_context_iterator_class(vm, "keys"));
  COIL_TRY(g_context_values, new_context_iterator_class(vm, "values"));
  COIL_TRY(g_context_items, new_context_iterator_class(vm, "items"));
  Class* context = vm.type(Kind::Context);
  context->slots.make = context_make;
  context->slots.init = init_nothing;
  context->slots.get_item = context_get_item;
  context->slots.contains = context_contains;
  context->slots.len = context_len;
  context->slots.iter = context_iter;
  context->slots.compare = context_compare;
  context->slots.hash = hash_not_implemented;
  context->module = intern(vm, "_contextvars");
  context->doc = "A mapping of context variables to values.";
  const NativeSpec* const methods[] = {&context_run_spec,    &context_get_method_spec, &context_keys_spec,
                                       &context_values_spec, &context_items_spec,      &context_copy_method_spec};
  define_class(vm, context, {methods, {}, refuse_reversal, nullptr});
  COIL_CHECK(module_set(vm, ns, "ContextVar", var));
  COIL_CHECK(module_set(vm, ns, "Token", token));
  COIL_CHECK(module_set(vm, ns, "Context", context));
  COIL_TRY(Tuple* names, make_tuple(vm, {intern(vm, "Context"), intern(vm, "ContextVar"), intern(vm, "Token"), intern(vm, "copy_context")}));
  return module_set(vm, ns, "__all__", names);
}

}  // namespace

MODULE(contextvars, "contextvars", "Variables with a value for each context (task).", init_contextvars, FN(contextvars_copy_context))

}  // namespace coil
