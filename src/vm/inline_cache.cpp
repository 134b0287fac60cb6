// Attribute instructions when their inline cache misses: look up, fill the cache, do the operation.
#include <cstring>

#include "objects/attributes.hpp"
#include "objects/containers.hpp"
#include "objects/native.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/quickening.hpp"
#include "vm/slow_paths.hpp"

namespace coil {

namespace {

/// Attributes of modules without hooks are plain dictionary reads: fills the cache for cached_module_attr().
Value module_attr(Vm& vm, Value object, InlineCache& cache) {
  if (!is_exact(object, Kind::Module) || is_made_by_importlib(vm, cache.name)) return {};
  Dict* dict = object.as<Module>()->dict;
  int64_t index = dict_cache_index(vm, dict, cache.name);
  if (index < 0) return {};
  cache.shape = 0;  // `offset` is no slot
  cache.offset = static_cast<uint32_t>(index);
  cache.new_shape = dict->keys_version;
  return dict->entries()[index].value;
}

// Sites that see many shapes: what a look-up of (shape, name) found, for all sites together. An entry holds while g_class_epoch lasts and no
// collection came between: names and values are not kept alive by it.
struct SharedEntry {
  Str* name;
  uint32_t shape, epoch;
  AttrLookup attr;
};
struct SharedStore {
  Str* name;
  uint32_t shape, epoch;
  AttrStore store;
};
constexpr size_t kSharedEntries = 1024;
constinit SharedEntry g_shared[kSharedEntries]{};
constinit SharedStore g_shared_stores[kSharedEntries / 4]{};

size_t shared_index(uint32_t shape, const Str* name) { return shape * 31 + (reinterpret_cast<uintptr_t>(name) >> 4); }

AttrLookup shared_attr(Vm& vm, Value object, Str* name) {
  uint32_t shape = object.cell()->shape;
  SharedEntry& entry = g_shared[shared_index(shape, name) % kSharedEntries];
  if (entry.name == name && entry.shape == shape && entry.epoch == g_class_epoch) [[likely]] return entry.attr;
  AttrLookup found = find_cacheable_attr(vm, object, name);
  if (found.result != AttrLookup::Generic) entry = {name, shape, g_class_epoch, found};
  return found;
}

AttrStore shared_store(Vm& vm, Value object, Str* name) {
  uint32_t shape = object.cell()->shape;
  SharedStore& entry = g_shared_stores[shared_index(shape, name) % (kSharedEntries / 4)];
  if (entry.name == name && entry.shape == shape && entry.epoch == g_class_epoch) [[likely]] return entry.store;
  AttrStore found = find_cacheable_store(vm, object, name);
  if (found.cacheable) entry = {name, shape, g_class_epoch, found};
  return found;
}

/// A site whose shapes alternate would fill its cache at every miss: most misses of a filled one leave it alone.
bool should_fill(const InlineCache& cache) {
  static uint8_t misses;
  return cache.is_empty() || ++misses % 16 == 0;
}

void fill(Code* code, InlineCache& cache, Value object, Value found) {
  cache.shape = object.cell()->shape;
  cache.new_shape = 0;
  cache.value = found;
  write_barrier(code);
}

/// Fills the cache of the GetAttr or GetSlot that runs, and makes it the other one if that fits better.
void fill_get_attr(Frame* frame, InlineCache& cache, Value object, const AttrLookup& found) {
  bool slot = found.result == AttrLookup::Slot;
  if ((!slot && found.result != AttrLookup::ClassValue) || !should_fill(cache)) return;
  cache.offset = found.offset;
  fill(frame->code(), cache, object, slot ? Value() : found.value);
  const_cast<Instr&>(frame->ip[-1]).op = static_cast<uint16_t>(slot ? Op::GetSlot : Op::GetAttr);
}

Value& slot_at(Value object, uint32_t offset) { return *reinterpret_cast<Value*>(reinterpret_cast<char*>(object.cell()) + offset); }
Value overflow_word(Value object) { return *attrs_area(object.cell(), shape_of(object.cell())); }

/// The attribute by what the look-up says; kStop: only the generic way knows.
Result<Value> read_attr(Vm& vm, Value object, Str* name, const AttrLookup& found) {
  Value value;
  switch (found.result) {
    case AttrLookup::Slot: value = slot_at(object, found.offset); break;
    case AttrLookup::Overflow: value = overflow_word(object).as<ValueArray>()->items()[found.offset]; break;
    case AttrLookup::OwnDict: value = dict_get_str(overflow_word(object).as<Dict>(), name); break;
    case AttrLookup::ClassValue: return found.value;
    case AttrLookup::Descriptor: return class_of(found.value)->slots.descr_get(vm, found.value, object, class_of(object));
    default: break;
  }
  return value ? value : Value::stop();
}

}  // namespace

void forget_shared_lookups() {
  std::memset(static_cast<void*>(g_shared), 0, sizeof g_shared);
  std::memset(static_cast<void*>(g_shared_stores), 0, sizeof g_shared_stores);
}

Result<Value> get_attr_cached(Vm& vm, Value object, InlineCache& cache, Function** getter) {
  *getter = nullptr;
  g_misses.attributes++;
  if (!object.is_cell()) return get_attr_reenter(vm, object, cache.name);
  if (Value found = module_attr(vm, object, cache)) return found;
  AttrLookup found = shared_attr(vm, object, cache.name);
  if (found.result == AttrLookup::Property) {
    *getter = found.value.as<Property>()->get.as<Function>();
    return none();
  }
  fill_get_attr(vm.thread->frame, cache, object, found);
  COIL_TRY(Value value, read_attr(vm, object, cache.name, found));
  return value.is_stop() ? get_attr_reenter(vm, object, cache.name) : value;
}

Result<void> set_attr_cached(Vm& vm, Value object, InlineCache& cache, Value value) {
  g_misses.stores++;
  if (object.is_cell()) {
    AttrStore found = shared_store(vm, object, cache.name);
    if (found.overflow) {
      auto* array = overflow_word(object).as<ValueArray>();
      store(array, array->items()[found.offset], value);
      return ok();
    }
    if (found.cacheable) {
      Cell* cell = object.cell();
      if (should_fill(cache)) {
        cache.shape = cell->shape;
        cache.offset = found.offset;
        cache.new_shape = found.new_shape;
        const Frame* frame = vm.thread->frame;
        auto* before = const_cast<Instr*>(frame->ip) - 2;
        if (!value.is_cell() && before > frame->code()->instrs) fuse_slots(frame->code(), *before);
      }
      store(cell, slot_at(object, found.offset), value);
      cell->shape = found.new_shape;
      return ok();
    }
  }
  return set_attr_reenter(vm, object, cache.name, value);
}

Result<void> load_method_cached(Vm& vm, Value* window, Value object, InlineCache& cache) {
  g_misses.methods++;
  Value callee, receiver;
  if (object.is_cell()) {
    callee = module_attr(vm, object, cache);
    if (!callee) {
      AttrLookup found = shared_attr(vm, object, cache.name);
      if (found.result == AttrLookup::Method) {
        if (should_fill(cache)) fill(vm.thread->frame->code(), cache, object, found.value);
        callee = found.value;
        receiver = object;
      } else {
        COIL_TRY(callee, read_attr(vm, object, cache.name, found));
        if (callee.is_stop()) callee = Value();
        if (!callee && found.result == AttrLookup::OwnDict && found.value) {
          callee = found.value;
          receiver = object;
        }
      }
    }
  }
  if (!callee) {
    COIL_TRY(callee, get_attr_reenter(vm, object, cache.name));
  }
  window[kCalleeSlot] = callee;
  window[kFrameHeaderWords] = receiver;
  return ok();
}


bool load_super_method(Vm& vm, Value* window, Value self, Value of_class, InlineCache& cache) {
  if (window[kCalleeSlot].cell() != vm.type(Kind::Super) || !self.is_cell() || self.is(Kind::Class) || !of_class.is(Kind::Class)) return false;
  Class* cls = of_class.as<Class>();
  Class* self_class = class_of(self);
  if (!is_subclass(self_class, cls) || cache.name == vm.name(Name::class_)) return false;
  Tuple* mro = self_class->mro;
  size_t i = 0;
  while (mro->items[i].cell() != cls) i++;
  Value found;
  for (i++; i < mro->size && !found; i++) found = dict_get_str(mro->items[i].as<Class>()->dict, cache.name);
  if (!found.is(Kind::Function) && !found.is(Kind::NativeMethod) && !found.is(Kind::SlotWrapper)) return false;
  note_inline_cached(cache.name);
  if (may_cache_inline(cache.name) && should_fill(cache)) {
    cache.shape = self.cell()->shape;
    cache.set_address(cls);
    cache.value = found;
    write_barrier(vm.thread->frame->code());
  }
  window[kCalleeSlot] = found;
  window[kFrameHeaderWords] = self;
  return true;
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

static Function* find_constructor(Vm& vm, Class* cls) {
  if (cls->instance_kind != Kind::Object || cls->slots.make != vm.type(Kind::Object)->slots.make) return nullptr;
  Value init = class_lookup(cls, vm.name(Name::init_));
  if (!init.is(Kind::Function)) return nullptr;
  Function* function = init.as<Function>();
  return function->code->call_kind == static_cast<uint8_t>(CallKind::Suspendable) ? nullptr : function;
}

Function* constructor_of(Vm& vm, Class* cls) {
  if (!(cls->flags & kClassHeap) || cls->flags & kClassAbstract || class_of(cls) != vm.type(Kind::Class)) return nullptr;
  if (cls->constructor_epoch == g_class_epoch) [[likely]] return static_cast<Function*>(cls->constructor);
  Function* found = find_constructor(vm, cls);
  Str* names[] = {vm.name(Name::init_), vm.name(Name::new_)};
  for (Str* name : names) note_inline_cached(name);
  if (may_cache_inline(names[0]) && may_cache_inline(names[1])) {
    cls->constructor_epoch = g_class_epoch;
    cls->constructor = found;
  }
  return found;
}

}  // namespace coil
