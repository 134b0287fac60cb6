// Data operations of dict: entries in order of insertion, found through an open-addressing table of positions.
//
// Invariants: slots of the index in use (deleted ones included) never exceed entry_capacity, which is at most 2/3 of the index, so
// every probe meets a free slot. Deleted entries have no key; they vanish when the table is rebuilt. Entry 0, once deleted, keeps in its hash
// how many deleted entries begin the table, so that taking the first item again and again does not walk over all that were taken before. entry_count == entry_capacity
// means: rebuild before the next insertion. Comparing keys may run programs that change the dict: each comparison is followed by a check
// that table and key are still what they were, else the look-up starts again.
#include <cstring>

#include "objects/containers.hpp"
#include "objects/dict_order.hpp"
#include "objects/iteration.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

constexpr int32_t kEmpty = -1;
constexpr int32_t kDeleted = -2;
constexpr int64_t kAbsent = -1;
constexpr uint32_t kMinLog2 = 3;
constexpr uint32_t kMaxLog2 = 31;

uint32_t g_next_keys_version = 1;

uint32_t usable(uint32_t log2_size) { return static_cast<uint32_t>((uint64_t{2} << log2_size) / 3); }
/// Bytes of one index slot: as narrow as the positions allow.
uint32_t slot_width(uint32_t log2_size) { return log2_size <= 7 ? 1 : log2_size <= 15 ? 2 : 4; }

int32_t read_slot(const Dict* dict, size_t slot) {
  const uint8_t* data = dict->index->data();
  if (dict->log2_size <= 7) return reinterpret_cast<const int8_t*>(data)[slot];
  if (dict->log2_size <= 15) return reinterpret_cast<const int16_t*>(data)[slot];
  return reinterpret_cast<const int32_t*>(data)[slot];
}

void write_slot(Dict* dict, size_t slot, int32_t position) {
  uint8_t* data = dict->index->data();
  if (dict->log2_size <= 7) reinterpret_cast<int8_t*>(data)[slot] = static_cast<int8_t>(position);
  else if (dict->log2_size <= 15) reinterpret_cast<int16_t*>(data)[slot] = static_cast<int16_t>(position);
  else reinterpret_cast<int32_t*>(data)[slot] = position;
}

/// The probe sequence of a hash: visits every slot.
struct Probe {
  Probe(uint64_t hash, uint32_t log2_size) : mask((size_t{1} << log2_size) - 1), perturb(hash), slot(hash & mask) {}
  void next() {
    perturb >>= 5;
    slot = (slot * 5 + perturb + 1) & mask;
  }
  size_t mask;
  uint64_t perturb;
  size_t slot;
};

bool is_exact_str(Value v) { return is_exact(v, Kind::Str); }

bool same_text(Str* a, Str* b) {
  if (a->flags & b->flags & kStrInterned) return false;
  return str_equal(a, b);
}

/// Position of a key that is an exact str, among keys that are exact str; kAbsent also when only another kind of key could match:
/// `*foreign` is set then.
int64_t find_str(Dict* dict, Str* key, uint64_t hash, bool* foreign) {
  if (!dict->index) return kAbsent;
  DictEntry* entries = dict->entries();
  for (Probe probe(hash, dict->log2_size);; probe.next()) {
    int32_t position = read_slot(dict, probe.slot);
    if (position == kEmpty) return kAbsent;
    if (position == kDeleted) continue;
    DictEntry& entry = entries[position];
    if (entry.key == Value(key)) return position;
    if (entry.hash != hash) continue;
    if (!is_exact_str(entry.key)) *foreign = true;
    else if (same_text(entry.key.as<Str>(), key)) return position;
  }
}

/// Position of any key, or kAbsent.
Result<int64_t> find_reenter(Vm& vm, Dict* dict, Value key, uint64_t hash) {
  if (is_exact_str(key)) {
    bool foreign = false;
    int64_t found = find_str(dict, key.as<Str>(), hash, &foreign);
    if (found >= 0 || !foreign) return found;
  }
restart:
  if (!dict->index) return kAbsent;
  for (Probe probe(hash, dict->log2_size);; probe.next()) {
    int32_t position = read_slot(dict, probe.slot);
    if (position == kEmpty) return kAbsent;
    if (position == kDeleted) continue;
    DictEntry& entry = dict->entries()[position];
    if (entry.key == key) return position;
    if (entry.hash != hash) continue;
    if (entry.key.is_small_int() && key.is_small_int()) continue;
    Value candidate = entry.key;
    Buffer* index = dict->index;
    Buffer* entry_buffer = dict->entry_buffer;
    COIL_TRY(bool equal, equal_reenter(vm, candidate, key));
    if (dict->index != index || dict->entry_buffer != entry_buffer ||
        static_cast<uint32_t>(position) >= dict->entry_count || dict->entries()[position].key != candidate) {
      goto restart;
    }
    if (equal) return position;
  }
}

void free_buffer(Buffer* buffer) {
  if (buffer) g_heap.free_now(buffer);
}

/// A fresh table of 2^log2_size slots with the live entries in order.
Result<void> rebuild(Vm& vm, Dict* dict, uint32_t log2_size) {
  if (log2_size > kMaxLog2) return raise_memory_error(vm);
  size_t slots = size_t{1} << log2_size;
  uint32_t capacity = usable(log2_size);
  COIL_TRY(Buffer* index, new_buffer(vm, slots * slot_width(log2_size)));
  COIL_TRY(Buffer* entry_buffer, new_buffer(vm, size_t{capacity} * sizeof(DictEntry), Kind::DictTable));
  std::memset(index->data(), 0xff, slots * slot_width(log2_size));
  Buffer* old_index = dict->index;
  Buffer* old_entries = dict->entry_buffer;
  uint32_t old_count = dict->entry_count;
  auto* to = reinterpret_cast<DictEntry*>(entry_buffer->data());
  uint32_t count = 0;
  if (old_entries) {
    DictEntry* from = dict->entries();
    for (uint32_t i = 0; i < dict->entry_count; i++) {
      if (from[i].key) to[count++] = from[i];
    }
  }
  dict->index = index;
  dict->entry_buffer = entry_buffer;
  dict->log2_size = log2_size;
  dict->entry_count = count;
  dict->entry_capacity = capacity;
  dict->keys_version = 0;
  write_barrier(dict);
  for (uint32_t i = 0; i < count; i++) {
    Probe probe(to[i].hash, log2_size);
    while (read_slot(dict, probe.slot) != kEmpty) probe.next();
    write_slot(dict, probe.slot, static_cast<int32_t>(i));
  }
  if (old_entries && count == old_count) g_heap.take_over(entry_buffer, old_entries);
  free_buffer(old_index);
  free_buffer(old_entries);
  return ok();
}

/// Adds a key known to be absent.
Result<void> insert_new(Vm& vm, Dict* dict, Value key, uint64_t hash, Value value) {
  if (dict->entry_count == dict->entry_capacity) {
    uint32_t log2_size = kMinLog2;
    while (log2_size <= kMaxLog2 && (size_t{1} << log2_size) < dict->used * 3) log2_size++;
    while (log2_size <= kMaxLog2 && usable(log2_size) <= dict->used) log2_size++;
    COIL_CHECK(rebuild(vm, dict, log2_size));
  }
  Probe probe(hash, dict->log2_size);
  // The slot of a deleted entry will do as well: it counts as used already (see the invariants).
  while (read_slot(dict, probe.slot) >= 0) probe.next();
  write_slot(dict, probe.slot, static_cast<int32_t>(dict->entry_count));
  DictEntry& entry = dict->entries()[dict->entry_count++];
  entry = DictEntry{key, value, hash};
  dict->used++;
  dict->keys_version = 0;
  write_barrier(dict->entry_buffer, &entry.key);
  write_barrier(dict->entry_buffer, &entry.value);
  return ok();
}

void remove_at(Dict* dict, int64_t position) {
  DictEntry& entry = dict->entries()[position];
  Probe probe(entry.hash, dict->log2_size);
  while (read_slot(dict, probe.slot) != position) probe.next();
  write_slot(dict, probe.slot, kDeleted);
  DictEntry* entries = dict->entries();
  uint64_t run = entries[0].key ? 0 : entries[0].hash;
  entry.key = entry.value = Value();
  if (static_cast<uint64_t>(position) == run) {
    do run++;
    while (run < dict->entry_count && !entries[run].key);
    entries[0].hash = run;
  }
  dict->used--;
  dict->keys_version = 0;
}

uint64_t text_hash(Str* key) { return key->hash ? key->hash : str_hash(key); }

/// Position of a key that is text of a derived class, which compares as str does unless its class says otherwise: nobody is asked here.
[[gnu::noinline]] int64_t find_derived_text(Dict* dict, Str* key, uint64_t hash) {
  for (Probe probe(hash, dict->log2_size);; probe.next()) {
    int32_t position = read_slot(dict, probe.slot);
    if (position == kEmpty) return kAbsent;
    if (position == kDeleted) continue;
    const DictEntry& entry = dict->entries()[position];
    if (entry.hash == hash && entry.key.is(Kind::Str) && str_equal(entry.key.as<Str>(), key)) return position;
  }
}

int64_t find_text_key(Dict* dict, Str* key) {
  bool foreign = false;
  const uint64_t hash = text_hash(key);
  int64_t position = find_str(dict, key, hash, &foreign);
  return foreign && position < 0 ? find_derived_text(dict, key, hash) : position;
}

}  // namespace

Result<int64_t> key_hash_slow_reenter(Vm& vm, Value key) {
  if (is_exact_str(key)) return static_cast<int64_t>(str_hash(key.as<Str>()));
  if (key.is_small_int()) return int_hash(key);
  // Empty text has the hash 0 for programs only.
  if (key.is(Kind::Str) && class_of(key)->slots.hash == vm.type(Kind::Str)->slots.hash) {
    return static_cast<int64_t>(str_hash(key.as<Str>()));
  }
  const HashFn hash = class_of(key)->slots.hash;
  if (hash && hash == vm.type(Kind::Object)->slots.hash) return hash(vm, key);  // by identity: nothing of the program runs
  return hash_reenter(vm, key);
}

Class* g_ordered_dict = nullptr;

Result<Dict*> new_dict(Vm& vm) { return alloc<Dict>(vm, Kind::Dict); }

Result<void> dict_reserve(Vm& vm, Dict* dict, size_t count) {
  uint32_t log2_size = kMinLog2;
  while (log2_size <= kMaxLog2 && usable(log2_size) < count) log2_size++;
  return dict->entry_capacity >= count ? ok() : rebuild(vm, dict, log2_size);
}

Result<Dict*> new_dict_of_class(Vm& vm, Class* cls) { return alloc_for_class<Dict>(vm, cls, Kind::Dict); }

Value dict_get_str(Dict* dict, Str* key) {
  int64_t position = find_text_key(dict, key);
  return position < 0 ? Value() : dict->entries()[position].value;
}

Result<void> dict_set_str(Vm& vm, Dict* dict, Str* key, Value value) {
  if (!is_exact_str(key)) return dict_set_reenter(vm, dict, key, value);
  bool foreign = false;
  uint64_t hash = text_hash(key);
  int64_t position = find_str(dict, key, hash, &foreign);
  if (foreign) return dict_set_hashed_reenter(vm, dict, key, static_cast<int64_t>(hash), value);
  if (position < 0) return insert_new(vm, dict, key, hash, value);
  store(dict->entry_buffer, dict->entries()[position].value, value);
  return ok();
}

bool dict_del_str(Dict* dict, Str* key) {
  int64_t position = find_text_key(dict, key);
  if (position < 0) return false;
  remove_at(dict, position);
  return true;
}

Result<Value> dict_get_hashed_reenter(Vm& vm, Dict* dict, Value key, int64_t hash) {
  COIL_TRY(int64_t position, find_reenter(vm, dict, key, static_cast<uint64_t>(hash)));
  return position < 0 ? Value::stop() : dict->entries()[position].value;
}

Result<void> dict_set_hashed_reenter(Vm& vm, Dict* dict, Value key, int64_t hash, Value value) {
  COIL_TRY(int64_t position, find_reenter(vm, dict, key, static_cast<uint64_t>(hash)));
  if (position < 0) return insert_new(vm, dict, key, static_cast<uint64_t>(hash), value);
  store(dict->entry_buffer, dict->entries()[position].value, value);
  return ok();
}

Result<Value> dict_get_reenter(Vm& vm, Dict* dict, Value key) {
  COIL_TRY(int64_t hash, key_hash_reenter(vm, key));
  return dict_get_hashed_reenter(vm, dict, key, hash);
}

/// The entry of an exact str or a small integer, found without comparing by `==`; nullptr when there may be another one.
static DictEntry* find_quick(Dict* dict, Value key) {
  if (!dict->index) return nullptr;
  uint64_t hash;
  if (key.is_small_int()) hash = static_cast<uint64_t>(int_hash(key));
  else if (is_exact_str(key)) hash = text_hash(key.as<Str>());
  else return nullptr;
  DictEntry* entries = dict->entries();
  for (Probe probe(hash, dict->log2_size);; probe.next()) {
    int32_t position = read_slot(dict, probe.slot);
    if (position == kEmpty) return nullptr;
    if (position == kDeleted) continue;
    DictEntry& entry = entries[position];
    if (entry.key == key) return &entry;
    if (entry.hash != hash) continue;
    if (key.is_small_int() && entry.key.is_small_int()) continue;
    if (!is_exact_str(key) || !is_exact_str(entry.key)) return nullptr;
    if (same_text(entry.key.as<Str>(), key.as<Str>())) return &entry;
  }
}

Value dict_get_quick(Dict* dict, Value key) {
  DictEntry* entry = find_quick(dict, key);
  return entry ? entry->value : Value();
}

bool dict_increment_quick(Dict* dict, Value key) {
  DictEntry* entry = find_quick(dict, key);
  if (!entry || !entry->value.is_small_int() || entry->value.small_int() == Value::kMaxInt) return false;
  entry->value = Value::small_int(entry->value.small_int() + 1);
  return true;
}

Result<void> dict_set_reenter(Vm& vm, Dict* dict, Value key, Value value) {
  COIL_TRY(int64_t hash, key_hash_reenter(vm, key));
  return dict_set_hashed_reenter(vm, dict, key, hash, value);
}

Result<Value> dict_pop_reenter(Vm& vm, Dict* dict, Value key) {
  if (dict->used == 0 && !key.is_cell()) return Value::stop();
  COIL_TRY(int64_t hash, key_hash_reenter(vm, key));
  COIL_TRY(int64_t position, find_reenter(vm, dict, key, static_cast<uint64_t>(hash)));
  if (position < 0) return Value::stop();
  Value value = dict->entries()[position].value;
  remove_at(dict, position);
  return value;
}

Result<Value> dict_setdefault_reenter(Vm& vm, Dict* dict, Value key, Value value) {
  COIL_TRY(int64_t hash, key_hash_reenter(vm, key));
  COIL_TRY(int64_t position, find_reenter(vm, dict, key, static_cast<uint64_t>(hash)));
  if (position >= 0) return dict->entries()[position].value;
  COIL_CHECK(insert_new(vm, dict, key, static_cast<uint64_t>(hash), value));
  return value;
}

void dict_clear(Dict* dict) {
  Buffer* index = dict->index;
  Buffer* entry_buffer = dict->entry_buffer;
  dict->used = 0;
  dict->entry_count = 0;
  dict->entry_capacity = 0;
  dict->keys_version = 0;
  dict->log2_size = 0;
  dict->index = nullptr;
  dict->entry_buffer = nullptr;
  free_buffer(index);
  free_buffer(entry_buffer);
}

bool dict_pop_last(Dict* dict, Value* key, Value* value) {
  if (dict->used == 0) return false;
  uint32_t last = dict->entry_count - 1;
  while (!dict->entries()[last].key) last--;
  *key = dict->entries()[last].key;
  *value = dict->entries()[last].value;
  remove_at(dict, last);
  // The slots behind it can be forgotten, but their index slots stay in use: the capacity shrinks by the same number.
  dict->entry_capacity -= dict->entry_count - last;
  dict->entry_count = last;
  if (last > 0 && !dict->entries()[0].key && dict->entries()[0].hash > last) dict->entries()[0].hash = last;
  return true;
}

bool dict_pop_first(Dict* dict, Value* key, Value* value) {
  size_t after = 0;
  if (!dict_next(dict, &after, key, value)) return false;
  remove_at(dict, static_cast<int64_t>(after - 1));
  return true;
}

Result<bool> dict_move_last_reenter(Vm& vm, Dict* dict, Value key) {
  COIL_TRY(int64_t hash, key_hash_reenter(vm, key));
  COIL_TRY(int64_t position, find_reenter(vm, dict, key, static_cast<uint64_t>(hash)));
  if (position < 0) return false;
  if (position + 1 == dict->entry_count) return true;
  DictEntry entry = dict->entries()[position];
  remove_at(dict, position);
  COIL_CHECK(insert_new(vm, dict, entry.key, entry.hash, entry.value));
  return true;
}

/// Whether the table of a dictionary may be copied as it is: it has no holes and is not much larger than its entries need.
static bool is_compact(const Dict* dict) {
  return dict->used && dict->entry_count == dict->used && usable(dict->log2_size) == dict->entry_capacity && dict->used * 3 >= dict->entry_capacity;
}

/// Gives a dictionary that never had a table the one of a compact dictionary.
static Result<void> copy_table(Vm& vm, Dict* dict, Dict* source) {
  size_t index_bytes = (size_t{1} << source->log2_size) * slot_width(source->log2_size);
  size_t used_bytes = source->used * sizeof(DictEntry), entry_bytes = source->entry_capacity * sizeof(DictEntry);
  COIL_TRY(Buffer* index, alloc_raw<Buffer>(vm, Kind::Buffer, sizeof(Buffer) + index_bytes));
  index->size = index_bytes;
  COIL_TRY(Buffer* entry_buffer, alloc_raw<Buffer>(vm, Kind::DictTable, sizeof(Buffer) + entry_bytes));
  entry_buffer->size = entry_bytes;
  std::memcpy(index->data(), source->index->data(), index_bytes);
  std::memcpy(entry_buffer->data(), source->entry_buffer->data(), used_bytes);
  std::memset(entry_buffer->data() + used_bytes, 0, entry_bytes - used_bytes);
  dict->index = index;
  dict->entry_buffer = entry_buffer;
  dict->log2_size = source->log2_size;
  dict->entry_capacity = source->entry_capacity;
  dict->entry_count = source->entry_count;
  dict->used = source->used;
  dict->keys_version = 0;
  write_barrier(dict);
  write_barrier(entry_buffer);
  return ok();
}

Result<Dict*> dict_copy(Vm& vm, Dict* source) {
  COIL_TRY(Dict* copy, new_dict(vm));
  if (source->used == 0) return copy;
  if (is_compact(source)) {
    COIL_CHECK(copy_table(vm, copy, source));
    return copy;
  }
  uint32_t log2_size = kMinLog2;
  while (usable(log2_size) < source->used) log2_size++;
  COIL_CHECK(rebuild(vm, copy, log2_size));
  DictEntry* from = source->entries();
  DictEntry* to = copy->entries();
  uint32_t count = 0;
  for (uint32_t i = 0; i < source->entry_count; i++) {
    if (!from[i].key) continue;
    to[count] = from[i];
    Probe probe(from[i].hash, log2_size);
    while (read_slot(copy, probe.slot) != kEmpty) probe.next();
    write_slot(copy, probe.slot, static_cast<int32_t>(count++));
  }
  copy->entry_count = count;
  copy->used = count;
  write_barrier(copy->entry_buffer);
  return copy;
}

Result<Dict*> new_dict_like(Vm& vm, Dict* model, const Value* values, uint32_t count) {
  COIL_TRY(Dict* dict, new_dict(vm));
  if (count == 0) return dict;
  // The index of the model serves as it is when every slot in use belongs to a key that is taken.
  bool same_table = count == model->used && count == model->entry_count && usable(model->log2_size) == model->entry_capacity;
  if (!same_table) {
    for (uint32_t i = 0; i < count && i < model->entry_count; i++) {
      const DictEntry& entry = model->entries()[i];
      if (entry.key) COIL_CHECK(insert_new(vm, dict, entry.key, entry.hash, values[i]));
    }
    return dict;
  }
  size_t index_bytes = (size_t{1} << model->log2_size) * slot_width(model->log2_size);
  COIL_TRY(Buffer* index, new_buffer(vm, index_bytes));
  COIL_TRY(Buffer* entry_buffer, new_buffer(vm, size_t{model->entry_capacity} * sizeof(DictEntry), Kind::DictTable));
  std::memcpy(index->data(), model->index->data(), index_bytes);
  auto* to = reinterpret_cast<DictEntry*>(entry_buffer->data());
  for (uint32_t i = 0; i < count; i++) to[i] = DictEntry{model->entries()[i].key, values[i], model->entries()[i].hash};
  dict->index = index;
  dict->entry_buffer = entry_buffer;
  dict->log2_size = model->log2_size;
  dict->entry_capacity = model->entry_capacity;
  dict->entry_count = dict->used = count;
  write_barrier(dict);
  return dict;
}

bool dict_next(Dict* dict, size_t* position, Value* key, Value* value) {
  if (*position == 0 && dict->entry_count && !dict->entries()[0].key) *position = dict->entries()[0].hash;
  while (*position < dict->entry_count) {
    DictEntry& entry = dict->entries()[(*position)++];
    if (!entry.key) continue;
    *key = entry.key;
    *value = entry.value;
    return true;
  }
  return false;
}

uint32_t dict_keys_version(Vm&, Dict* dict) {
  // Versions are never given twice; when they run out nothing is cached any more.
  if (dict->keys_version == 0 && g_next_keys_version != 0) dict->keys_version = g_next_keys_version++;
  return dict->keys_version;
}

int64_t dict_cache_index(Vm& vm, Dict* dict, Str* key) {
  dict_keys_version(vm, dict);
  return find_text_key(dict, key);
}

// -- update

namespace {

Result<void> update_from_dict_reenter(Vm& vm, Dict* dict, Dict* source) {
  if (source == dict || !source->used) return ok();
  if (!dict->index && is_compact(source)) return copy_table(vm, dict, source);
  if (dict->entry_capacity < source->used) COIL_CHECK(dict_reserve(vm, dict, dict->used + source->used));
  size_t position = 0, expected = source->used;
  while (position < source->entry_count) {
    DictEntry entry = source->entries()[position++];
    if (!entry.key) continue;
    COIL_CHECK(dict_set_hashed_reenter(vm, dict, entry.key, static_cast<int64_t>(entry.hash), entry.value));
    if (source->used != expected) return raise(vm, Exc::RuntimeError, "dict mutated during update");
  }
  return ok();
}

Result<void> update_from_mapping_reenter(Vm& vm, Dict* dict, Value source) {
  COIL_TRY(Value iterator, mapping_keys_reenter(vm, source));
  NextFn next = next_function(iterator);
  for (;;) {
    COIL_TRY(Value key, next(vm, iterator));
    if (key.is_stop()) return ok();
    COIL_TRY(Value value, get_item_reenter(vm, source, key));
    COIL_CHECK(dict_set_reenter(vm, dict, key, value));
  }
}

Result<void> update_from_pairs_reenter(Vm& vm, Dict* dict, Value source) {
  COIL_TRY(Value iterator, iter_reenter(vm, source));
  NextFn next = next_function(iterator);
  for (int64_t number = 0;; number++) {
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return ok();
    Value key, value;
    size_t length;
    if (is_exact(item, Kind::Tuple) && item.as<Tuple>()->size == 2) {
      key = item.as<Tuple>()->items[0];
      value = item.as<Tuple>()->items[1];
      length = 2;
    } else {
      Result<List*> pair = list_from_iterable_reenter(vm, item);
      if (!pair) {
        if (pending_matches(vm, Exc::TypeError)) {
          clear_pending(vm);
          return raise_type_error(vm, "cannot convert dictionary update sequence element #%lld to a sequence",
                                  static_cast<long long>(number));
        }
        return Error{};
      }
      length = pair->size;
      if (length == 2) {
        key = pair->items()[0];
        value = pair->items()[1];
      }
    }
    if (length != 2) {
      return raise_value_error(vm, "dictionary update sequence element #%lld has length %zu; 2 is required",
                               static_cast<long long>(number), length);
    }
    COIL_CHECK(dict_set_reenter(vm, dict, key, value));
    if ((number & 0xffff) == 0xffff) COIL_CHECK(check_interrupts_reenter(vm));
  }
}

}  // namespace

Result<Value> mapping_keys_reenter(Vm& vm, Value mapping) {
  COIL_TRY(Value keys, call_method_reenter(vm, mapping, vm.name(Name::k_keys), {}));
  Result<Value> iterator = iter_reenter(vm, keys);
  if (iterator || !pending_matches(vm, Exc::TypeError)) return iterator;
  clear_pending(vm);
  return raise_type_error(vm, "%s.keys() returned a non-iterable (type %s)", type_name(mapping), type_name(keys));
}

static bool iterates_as_dict(Vm& vm, Value source) {
  return source.is(Kind::Dict) && class_of(source)->slots.iter == vm.type(Kind::Dict)->slots.iter;
}

Result<void> dict_merge_reenter(Vm& vm, Dict* dict, Value mapping) {
  if (iterates_as_dict(vm, mapping)) return update_from_dict_reenter(vm, dict, mapping.as<Dict>());
  return update_from_mapping_reenter(vm, dict, mapping);
}

Result<void> dict_update_reenter(Vm& vm, Dict* dict, Value source) {
  if (iterates_as_dict(vm, source)) return update_from_dict_reenter(vm, dict, source.as<Dict>());
  COIL_TRY(Value keys, find_attr_reenter(vm, source, vm.name(Name::k_keys)));
  if (!keys.is_stop()) return update_from_mapping_reenter(vm, dict, source);
  return update_from_pairs_reenter(vm, dict, source);
}

}  // namespace coil
