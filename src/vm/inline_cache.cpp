// Attribute instructions when their inline cache misses: look up, fill the cache, do the operation.
#include "objects/containers.hpp"
#include "objects/native.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

namespace {

/// Attributes of modules without hooks are plain dictionary reads. The cache holds the index of the entry (`offset`) for one version of the keys (`new_shape`).
Value module_attr(Vm& vm, Value object, InlineCache& cache) {
  if (!is_exact(object, Kind::Module)) return {};
  Dict* dict = object.as<Module>()->dict;
  if (cache.new_shape && cache.new_shape == dict->keys_version) [[likely]] return dict->entries()[cache.offset].value;
  int64_t index = dict_cache_index(vm, dict, cache.name);
  if (index < 0) return {};
  cache.shape = 0;  // `offset` is no slot
  cache.offset = static_cast<uint32_t>(index);
  cache.new_shape = dict->keys_version;
  return dict->entries()[index].value;
}

void fill(Code* code, InlineCache& cache, Value object, const AttrLookup& found) {
  cache.shape = object.cell()->shape;
  cache.epoch = g_class_epoch;
  cache.new_shape = 0;
  cache.offset = found.result == AttrLookup::Slot ? found.offset : 0;
  cache.value = found.result == AttrLookup::Slot ? Value() : found.value;
  write_barrier(code);
}

}  // namespace

Result<Value> get_attr_cached(Vm& vm, Value object, InlineCache& cache) {
  if (!object.is_cell()) return get_attr_reenter(vm, object, cache.name);
  if (Value found = module_attr(vm, object, cache)) return found;
  AttrLookup found = find_cacheable_attr(vm, object, cache.name);
  if (found.result == AttrLookup::Slot || found.result == AttrLookup::ClassValue) {
    fill(vm.thread->frame->code(), cache, object, found);
  }
  return get_attr_reenter(vm, object, cache.name);
}

Result<void> set_attr_cached(Vm& vm, Value object, InlineCache& cache, Value value) {
  if (object.is_cell()) {
    AttrStore found = find_cacheable_store(vm, object, cache.name);
    if (found.cacheable) {
      cache.shape = object.cell()->shape;
      cache.epoch = g_class_epoch;
      cache.offset = found.offset;
      cache.new_shape = found.new_shape;
    }
  }
  return set_attr_reenter(vm, object, cache.name, value);
}

Result<void> load_method_cached(Vm& vm, Value* window, Value object, InlineCache& cache) {
  if (object.is_cell()) {
    if (Value found = module_attr(vm, object, cache)) {
      window[kCalleeSlot] = found;
      window[kFrameHeaderWords] = Value();
      return ok();
    }
    AttrLookup found = find_cacheable_attr(vm, object, cache.name);
    if (found.result == AttrLookup::Method) {
      fill(vm.thread->frame->code(), cache, object, found);
      window[kCalleeSlot] = found.value;
      window[kFrameHeaderWords] = object;
      return ok();
    }
  }
  COIL_TRY(Value callee, get_attr_reenter(vm, object, cache.name));
  window[kCalleeSlot] = callee;
  window[kFrameHeaderWords] = Value();
  return ok();
}

Result<void> load_special(Vm& vm, Value* window, Value object, int which) {
  static constexpr Name kNames[] = {Name::enter_, Name::exit_, Name::aenter_, Name::aexit_};
  Str* name = vm.name(kNames[which]);
  Value method = class_lookup(class_of(object), name);
  if (method.is(Kind::Function) || method.is(Kind::NativeMethod)) {
    window[kCalleeSlot] = method;
    window[kFrameHeaderWords] = object;
    return ok();
  }
  COIL_TRY(Value bound, lookup_special_reenter(vm, object, name));
  if (bound.is_stop()) return raise_attribute_error(vm, object, name);
  window[kCalleeSlot] = bound;
  window[kFrameHeaderWords] = Value();
  return ok();
}

Function* constructor_of(Vm& vm, Class* cls) {
  if (!(cls->flags & kClassHeap) || cls->flags & kClassAbstract || cls->instance_kind != Kind::Object) return nullptr;
  if (class_of(cls) != vm.type(Kind::Class) || cls->slots.make != vm.type(Kind::Object)->slots.make) return nullptr;
  Value init = class_lookup(cls, vm.name(Name::init_));
  if (!init.is(Kind::Function)) return nullptr;
  Function* function = init.as<Function>();
  return function->code->call_kind == static_cast<uint8_t>(CallKind::Suspendable) ? nullptr : function;
}

}  // namespace coil
