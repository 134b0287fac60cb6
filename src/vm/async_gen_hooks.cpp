// See async_gen_hooks.hpp.
#include "vm/async_gen_hooks.hpp"

#include <unordered_map>

#include "objects/protocol.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

std::unordered_map<const Generator*, Value> g_finalizers;

void mark_hooks(void*, Marker& marker) {
  for (const auto& [generator, finalizer] : g_finalizers) marker.value(finalizer);
  marker.value(g_async_gen_hooks.first_iteration);
  marker.value(g_async_gen_hooks.finalizer);
}

}  // namespace

AsyncGenHooks g_async_gen_hooks;

Result<void> begin_async_generator_reenter(Vm& vm, Generator* generator) {
  generator->awaited = true;
  if (g_async_gen_hooks.finalizer) {
    g_heap.set_finalizer(generator);
    g_finalizers[generator] = g_async_gen_hooks.finalizer;
  } else {
    set_belongs_to_loop(generator, !vm.thread->running_loop.is_nothing());
  }
  if (!g_async_gen_hooks.first_iteration) return ok();
  COIL_CHECK(call_reenter(vm, g_async_gen_hooks.first_iteration, {Value(generator)}));
  return ok();
}

Value take_async_gen_finalizer(const Generator* generator) {
  auto found = g_finalizers.find(generator);
  if (found == g_finalizers.end()) return {};
  Value finalizer = found->second;
  g_finalizers.erase(found);
  return finalizer;
}

void setup_async_gen_hooks() { g_heap.add_roots(mark_hooks, nullptr); }

}  // namespace coil
