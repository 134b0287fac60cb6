// See async_gen_hooks.hpp.
#include "vm/async_gen_hooks.hpp"

#include <unordered_map>

#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

std::unordered_map<const Generator*, Value> g_finalizers;

void mark_hooks(void*, Marker& marker) {
  for (const auto& [generator, finalizer] : g_finalizers) marker.value(finalizer);
  marker.value(g_async_gen_hooks.first_iteration);
  marker.value(g_async_gen_hooks.finalizer);
  marker.value(g_last_loop.loop);
  marker.value(g_dropped_at_shutdown);
}

/// The loop's own hook, when it has shut its generators down.
Result<void> tell_loop_reenter(Vm& vm, Value loop, Generator* generator) {
  if (!instance_attr(loop.cell(), intern(vm, "_asyncgens_shutdown_called"))) return ok();
  COIL_CHECK(call_method_reenter(vm, loop, intern(vm, "_asyncgen_firstiter_hook"), {Value(generator)}));
  return ok();
}

}  // namespace

AsyncGenHooks g_async_gen_hooks;
bool g_async_gens_shut_down = false;
size_t g_started_async_generators = 0;
LastLoop g_last_loop;
Value g_dropped_at_shutdown;

Result<void> begin_async_generator_reenter(Vm& vm, Generator* generator) {
  generator->awaited = true;
  if (g_async_gen_hooks.finalizer) {
    g_heap.set_finalizer(generator);
    g_finalizers[generator] = g_async_gen_hooks.finalizer;
  } else {
    set_belongs_to_loop(generator, !vm.thread->running_loop.is_nothing());
  }
  Value loop = vm.thread->running_loop;
  if (g_async_gens_shut_down && loop && !g_async_gen_hooks.first_iteration) COIL_CHECK(tell_loop_reenter(vm, loop, generator));
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
