// Module gc: the collector's handles. Coil's collector traces; thresholds and generations are accepted for compatibility.
#include "modules/gc_graph.hpp"
#include "modules/host_services.hpp"
#include "modules/support.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

bool g_enabled = true;
int g_threshold[3] = {700, 10, 10};
int64_t g_debug = 0;
int64_t g_frozen = 0;
List* g_callbacks = nullptr;

Result<void> call_callbacks_reenter(Vm& vm, const char* phase, int64_t generation) {
  for (size_t i = 0; i < g_callbacks->size; i++) {
    COIL_TRY(Dict* info, new_dict(vm));
    COIL_CHECK(module_set_int(vm, info, "generation", generation));
    COIL_CHECK(module_set_int(vm, info, "collected", 0));
    COIL_CHECK(module_set_int(vm, info, "uncollectable", 0));
    Result<Value> called = call_reenter(vm, g_callbacks->items()[i], {intern(vm, phase), info});
    if (!called) report_unraisable_reenter(vm, clear_pending(vm), g_callbacks->items()[i]);
  }
  return ok();
}

NATIVE(gc_collect, "collect(generation=2)", "Run a full collection; finalizers run before it returns. Coil does not count what was freed: 0.") {
  int64_t generation = 2;
  if (args.has(0)) {
    COIL_TRY(generation, argument_int64_reenter(vm, args[0]));
    if (generation < 0 || generation > 2) return raise_value_error(vm, "invalid generation");
  }
  COIL_CHECK(call_callbacks_reenter(vm, "start", generation));
  g_heap.collect_full();
  COIL_CHECK(check_interrupts_reenter(vm));
  COIL_CHECK(call_callbacks_reenter(vm, "stop", generation));
  return Value::small_int(0);
}
NATIVE(gc_enable, "enable()", "Remember that collection is wanted.") {
  g_enabled = true;
  return none();
}
NATIVE(gc_disable, "disable()", "Remember that collection is not wanted; memory is still reclaimed when it has to be.") {
  g_enabled = false;
  return none();
}
NATIVE(gc_isenabled, "isenabled()", "What enable() and disable() set.") { return Value::boolean(g_enabled); }
NATIVE(gc_get_threshold, "get_threshold()", "The thresholds as set.") {
  return make_tuple(vm, {Value::small_int(g_threshold[0]), Value::small_int(g_threshold[1]), Value::small_int(g_threshold[2])});
}
NATIVE(gc_set_threshold, "set_threshold(threshold0, threshold1=10, threshold2=10, /) counted", "Kept for get_threshold().") {
  for (size_t i = 0; i < 3; i++) {
    if (!args.has(i)) continue;
    COIL_TRY(g_threshold[i], parsed_int_reenter(vm, args[i]));
  }
  return none();
}
NATIVE(gc_get_count, "get_count()", "Coil keeps no counts: zeros.") {
  return make_tuple(vm, {Value::small_int(0), Value::small_int(0), Value::small_int(0)});
}
NATIVE(gc_get_debug, "get_debug()", "The flags as set.") { return make_int(vm, g_debug); }
NATIVE(gc_set_debug, "set_debug(flags, /)", "Kept for get_debug().") {
  COIL_TRY(int64_t flags, argument_int64_reenter(vm, args[0]));
  g_debug = flags;
  return none();
}
NATIVE(gc_freeze, "freeze()", "Count the present objects for get_freeze_count(): long-lived objects cost nothing at a minor collection anyway.") {
  COIL_TRY(Value objects, gc_objects(vm, -1));
  g_frozen = static_cast<int64_t>(objects.as<List>()->size);
  return none();
}
NATIVE(gc_unfreeze, "unfreeze()", "Forget what freeze() counted.") {
  g_frozen = 0;
  return none();
}
NATIVE(gc_get_freeze_count, "get_freeze_count()", "How many objects freeze() counted.") { return Value::small_int(g_frozen); }
/// Whether values of this kind can be in a cycle.
bool is_container(Vm& vm, Value value) {
  if (!value.is_cell() || value.is_int() || value.is_float() || value.cell()->gc & kGcStatic) return false;
  for (Kind plain : {Kind::Str, Kind::Bytes, Kind::ByteArray, Kind::Complex, Kind::Range}) {
    if (value.is(plain)) return false;
  }
  if (value.is(Kind::Class)) return value.as<Class>()->flags & kClassHeap;
  if (value.is(Kind::Tuple)) return value.as<Tuple>()->size;
  return class_of(value) != vm.type(Kind::Object);
}
/// A dictionary is tracked when something in it is a container.
bool is_tracked(Vm& vm, Value value) {
  if (!is_container(vm, value)) return false;
  if (!value.is(Kind::Dict)) return true;
  size_t position = 0;
  Value key, item;
  while (dict_next(value.as<Dict>(), &position, &key, &item)) {
    if (is_container(vm, key) || is_container(vm, item)) return true;
  }
  return false;
}
NATIVE(gc_is_tracked, "is_tracked(obj, /)", "Whether the value could be in a cycle.") { return Value::boolean(is_tracked(vm, args[0])); }
NATIVE(gc_get_stats, "get_stats()", "Collections so far, as one dictionary per generation.") {
  COIL_TRY(List* list, new_list(vm));
  const HeapStats& stats = g_heap.stats();
  for (size_t collections : {stats.minor_collections, stats.minor_collections, stats.full_collections}) {
    COIL_TRY(Dict* row, new_dict(vm));
    COIL_CHECK(module_set_int(vm, row, "collections", static_cast<int64_t>(collections)));
    COIL_CHECK(module_set_int(vm, row, "collected", 0));
    COIL_CHECK(module_set_int(vm, row, "uncollectable", 0));
    COIL_CHECK(list_append(vm, list, row));
  }
  return Value(list);
}
NATIVE(gc_get_objects, "get_objects(generation=None)", "A list of the objects that the collector knows, after a collection; of one generation only when it is given.") {
  int64_t generation = -1;
  if (args.has(0) && !args[0].is_none()) {
    if (!class_of(args[0])->slots.index) return raise_type_error(vm, "argument should be integer or None, not '%s'", type_name(args[0]));
    COIL_TRY(generation, ssize_from_reenter(vm, args[0]));
    if (generation >= 3) return raise_value_error(vm, "generation parameter must be less than the number of available generations (3)");
    if (generation < -1) return raise_value_error(vm, "generation parameter cannot be negative");
  }
  return gc_objects(vm, static_cast<int>(generation));
}
NATIVE(gc_get_referents, "get_referents(*objs) counted", "A list of what the objects refer to directly.") { return gc_referents(vm, args[0].as<Tuple>()); }
NATIVE(gc_get_referrers, "get_referrers(*objs) counted", "A list of the objects that refer directly to one of these.") {
  return gc_referrers(vm, args[0].as<Tuple>());
}
NATIVE(gc_is_finalized, "is_finalized(obj, /)", "Whether the object's __del__ has been called.") {
  if (!args[0].is_cell() || class_lookup(class_of(args[0]), vm.name(Name::del_)).is_nothing()) return Value::boolean(false);
  return Value::boolean(!(args[0].cell()->gc & kGcFinalizer));
}
NATIVE(gc_live_bytes, "live_bytes()", "Bytes of live objects after the last collection and since (Coil only).") {
  return make_int(vm, static_cast<int64_t>(g_heap.live_bytes()));
}

Result<void> init_gc(Vm& vm, Dict* ns) {
  COIL_TRY(List* garbage, new_list(vm));
  COIL_TRY(g_callbacks, new_list(vm));
  COIL_CHECK(keep_forever(vm, g_callbacks));
  COIL_CHECK(module_set(vm, ns, "garbage", garbage));
  COIL_CHECK(module_set(vm, ns, "callbacks", g_callbacks));
  struct Flag { const char* name; int64_t value; };
  for (Flag flag : {Flag{"DEBUG_STATS", 1}, Flag{"DEBUG_COLLECTABLE", 2}, Flag{"DEBUG_UNCOLLECTABLE", 4}, Flag{"DEBUG_SAVEALL", 32},
                    Flag{"DEBUG_LEAK", 38}}) {
    COIL_CHECK(module_set_int(vm, ns, flag.name, flag.value));
  }
  return ok();
}

}  // namespace

MODULE(gc, "gc", "The garbage collector.", init_gc, FN(gc_collect), FN(gc_enable), FN(gc_disable), FN(gc_isenabled), FN(gc_get_threshold),
       FN(gc_set_threshold), FN(gc_get_count), FN(gc_get_debug), FN(gc_set_debug), FN(gc_freeze), FN(gc_unfreeze), FN(gc_get_freeze_count),
       FN(gc_is_tracked), FN(gc_get_stats), FN(gc_live_bytes), FN(gc_get_objects), FN(gc_get_referents),
       FN(gc_get_referrers), FN(gc_is_finalized))

}  // namespace coil
