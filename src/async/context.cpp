#include "async/context.hpp"

#include "objects/containers.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

void trace_context(Cell* cell, Marker& marker) {
  marker.cell(static_cast<Context*>(cell)->values);
  marker.value(static_cast<Context*>(cell)->previous);
}
void trace_var(Cell* cell, Marker& marker) {
  marker.cell(static_cast<ContextVar*>(cell)->name);
  marker.value(static_cast<ContextVar*>(cell)->default_value);
}
void trace_token(Cell* cell, Marker& marker) {
  auto* token = static_cast<ContextToken*>(cell);
  marker.cell(token->var);
  marker.value(token->old_value);
  marker.value(token->context);
}

}  // namespace

Result<Context*> new_context(Vm& vm) {
  COIL_TRY(Dict* values, new_dict(vm));
  COIL_TRY(Context* context, alloc<Context>(vm, Kind::Context));
  context->values = values;
  return context;
}

Result<Value> current_context(Vm& vm) {
  if (vm.thread->context) return vm.thread->context;
  COIL_TRY(Context* context, new_context(vm));
  vm.thread->context = context;
  return Value(context);
}

Result<Value> copy_of_context(Vm& vm, Context* source) {
  source->shared = true;
  COIL_TRY(Context* copy, alloc<Context>(vm, Kind::Context));
  copy->values = source->values;
  copy->shared = true;
  return Value(copy);
}

Result<Value> copy_context(Vm& vm) {
  COIL_TRY(Value current, current_context(vm));
  return copy_of_context(vm, current.as<Context>());
}

Result<Value> context_get(Vm& vm, ContextVar* var) {
  Value current = vm.thread->context;
  if (!current) return Value::stop();
  return dict_get_reenter(vm, current.as<Context>()->values, var);
}

Result<void> context_set(Vm& vm, ContextVar* var, Value value) {
  COIL_TRY(Value current, current_context(vm));
  auto* context = current.as<Context>();
  if (context->shared) {
    COIL_TRY(Dict* own, dict_copy(vm, context->values));
    store(context, context->values, own);
    context->shared = false;
  }
  if (value) return dict_set_reenter(vm, context->values, var, value);
  COIL_CHECK(dict_pop_reenter(vm, context->values, var));
  return ok();
}

void setup_contexts(Vm&) {
  g_heap.set_type(Kind::Context, trace_context, nullptr);
  g_heap.set_type(Kind::ContextVar, trace_var, nullptr);
  g_heap.set_type(Kind::ContextToken, trace_token, nullptr);
}

}  // namespace coil
