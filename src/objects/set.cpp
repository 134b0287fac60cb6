// Data operations of set and frozenset: CPython's hash table step by step (probing, growth, merging), because programs print sets and
// the order of small integers has to agree. A set without a table counts as an empty table of eight entries.
//
// Comparing items may run programs that change the set: after each comparison the table and the entry are looked at again, and the
// search starts anew when they have changed.
#include <cstring>

#include "objects/containers.hpp"
#include "objects/iteration.hpp"
#include "objects/str.hpp"

namespace coil {

namespace {

constexpr size_t kMinSize = 8;
constexpr size_t kLinearProbes = 9;
constexpr size_t kMaxSize = size_t{1} << 42;

size_t grown(const Set* set) { return set->used > 50000 ? set->used * 2 : set->used * 4; }

Result<void> ensure_table(Vm& vm, Set* set) {
  if (set->table) return ok();
  COIL_TRY(Buffer* table, new_buffer(vm, kMinSize * sizeof(SetEntry), Kind::SetTable));
  set->mask = kMinSize - 1;
  store(set, set->table, table);
  return ok();
}

void insert_clean(SetEntry* table, size_t mask, Value key, int64_t hash) {
  size_t perturb = static_cast<size_t>(hash);
  size_t at = perturb & mask;
  for (;;) {
    size_t probes = at + kLinearProbes <= mask ? kLinearProbes : 0;
    for (size_t i = 0; i <= probes; i++) {
      SetEntry& entry = table[at + i];
      if (entry.key) continue;
      entry = {key, hash};
      return;
    }
    perturb >>= 5;
    at = (at * 5 + 1 + perturb) & mask;
  }
}

constexpr size_t kNone = ~size_t{0};

/// Where the search for a key ended: its entry, or the free entry behind the last one probed.
struct Found {
  size_t at = 0;
  bool present = false;
  size_t deleted = kNone;  // the last deleted entry on the way, which an insertion uses again
};

Result<Found> find_reenter(Vm& vm, Set* set, Value key, int64_t hash) {
restart:
  size_t mask = set->mask;
  size_t perturb = static_cast<size_t>(hash);
  size_t at = perturb & mask;
  size_t deleted = kNone;
  const SetEntry* entries = set->entries();
  for (;;) {
    size_t probes = at + kLinearProbes <= mask ? kLinearProbes : 0;
    for (size_t i = at; i <= at + probes; i++) {
      SetEntry entry = entries[i];
      if (!entry.key) return Found{i, false, deleted};
      if (entry.key == key) return Found{i, true};
      if (entry.key.is_stop()) {
        deleted = i;
        continue;
      }
      if (entry.hash != hash) continue;
      if (entry.key.is_small_int() && key.is_small_int()) continue;
      if (is_exact(entry.key, Kind::Str) && is_exact(key, Kind::Str)) {
        if (str_equal(entry.key.as<Str>(), key.as<Str>())) return Found{i, true};
        continue;
      }
      Buffer* table = set->table;
      COIL_TRY(bool equal, equal_reenter(vm, entry.key, key));
      if (set->table != table || set->mask != mask || set->entries()[i].key != entry.key) {
        if (!set->table) COIL_CHECK(ensure_table(vm, set));
        goto restart;
      }
      if (equal) return Found{i, true};
    }
    perturb >>= 5;
    at = (at * 5 + 1 + perturb) & mask;
  }
}

Result<void> merge_reenter(Vm& vm, Set* set, Set* other) {
  if (set == other || other->used == 0) return ok();
  COIL_CHECK(ensure_table(vm, set));
  if ((set->fill + other->used) * 5 >= set->mask * 3) COIL_CHECK(set_resize(vm, set, (set->used + other->used) * 2));
  if (set->fill == 0) {
    SetEntry* to = set->entries();
    SetEntry* from = other->entries();
    if (set->mask == other->mask && other->fill == other->used) {
      std::memcpy(static_cast<void*>(to), from, (set->mask + 1) * sizeof(SetEntry));
    } else {
      for (size_t i = 0; i <= other->mask; i++) {
        if (from[i].key && !from[i].key.is_stop()) insert_clean(to, set->mask, from[i].key, from[i].hash);
      }
    }
    set->fill = other->used;
    set->used = other->used;
    write_barrier(set->table);
    return ok();
  }
  size_t position = 0;
  Value key;
  int64_t hash;
  while (set_next_hashed(other, &position, &key, &hash)) COIL_CHECK(set_add_hashed_reenter(vm, set, key, hash));
  return ok();
}

}  // namespace

Result<Set*> new_set(Vm& vm, Kind kind) {
  COIL_TRY(Set* set, alloc<Set>(vm, kind));
  set->mask = kMinSize - 1;
  set->hash = -1;
  return set;
}

Result<void> set_resize(Vm& vm, Set* set, size_t minimum) {
  size_t size = kMinSize;
  while (size <= minimum && size < kMaxSize) size <<= 1;
  if (set->table && size == kMinSize && set->mask == kMinSize - 1 && set->fill == set->used) return ok();
  COIL_TRY(Buffer* table, new_buffer(vm, size * sizeof(SetEntry), Kind::SetTable));
  auto* to = reinterpret_cast<SetEntry*>(table->data());
  Buffer* old = set->table;
  if (old) {
    SetEntry* from = set->entries();
    for (size_t i = 0; i <= set->mask; i++) {
      if (from[i].key && !from[i].key.is_stop()) insert_clean(to, size - 1, from[i].key, from[i].hash);
    }
  }
  set->mask = size - 1;
  set->fill = set->used;
  store(set, set->table, table);
  if (old) g_heap.free_now(old);
  return ok();
}

Result<void> set_add_hashed_reenter(Vm& vm, Set* set, Value key, int64_t hash) {
  COIL_CHECK(ensure_table(vm, set));
  COIL_TRY(Found found, find_reenter(vm, set, key, hash));
  if (found.present) return ok();
  if (found.deleted != kNone) {
    set->entries()[found.deleted] = {key, hash};
    set->used++;
    write_barrier(set->table, &set->entries()[found.deleted].key);
    return ok();
  }
  set->entries()[found.at] = {key, hash};
  set->fill++;
  set->used++;
  write_barrier(set->table, &set->entries()[found.at].key);
  if (set->fill * 5 < set->mask * 3) return ok();
  return set_resize(vm, set, grown(set));
}

Result<bool> set_contains_hashed_reenter(Vm& vm, Set* set, Value key, int64_t hash) {
  if (!set->table) return false;
  COIL_TRY(Found found, find_reenter(vm, set, key, hash));
  return found.present;
}

Result<bool> set_discard_hashed_reenter(Vm& vm, Set* set, Value key, int64_t hash) {
  if (!set->table) return false;
  COIL_TRY(Found found, find_reenter(vm, set, key, hash));
  if (!found.present) return false;
  set->entries()[found.at] = {Value::stop(), -1};
  set->used--;
  return true;
}

Result<void> set_add_reenter(Vm& vm, Set* set, Value key) {
  COIL_TRY(int64_t hash, key_hash_reenter(vm, key));
  return set_add_hashed_reenter(vm, set, key, hash);
}

Result<bool> set_contains_reenter(Vm& vm, Set* set, Value key) {
  COIL_TRY(int64_t hash, key_hash_reenter(vm, key));
  return set_contains_hashed_reenter(vm, set, key, hash);
}

Result<bool> set_discard_reenter(Vm& vm, Set* set, Value key) {
  COIL_TRY(int64_t hash, key_hash_reenter(vm, key));
  return set_discard_hashed_reenter(vm, set, key, hash);
}

void set_clear(Set* set) {
  Buffer* old = set->table;
  set->used = 0;
  set->fill = 0;
  set->mask = kMinSize - 1;
  set->hash = -1;
  set->table = nullptr;
  if (old) g_heap.free_now(old);
}

bool set_next_hashed(Set* set, size_t* position, Value* key, int64_t* hash) {
  if (!set->table) return false;
  while (*position <= set->mask) {
    const SetEntry& entry = set->entries()[(*position)++];
    if (!entry.key || entry.key.is_stop()) continue;
    *key = entry.key;
    *hash = entry.hash;
    return true;
  }
  return false;
}

bool set_next(Set* set, size_t* position, Value* key) {
  int64_t hash;
  return set_next_hashed(set, position, key, &hash);
}

Result<void> set_update_reenter(Vm& vm, Set* set, Value iterable) {
  if (is_any_set(iterable)) return merge_reenter(vm, set, iterable.as<Set>());
  if (is_exact(iterable, Kind::Dict)) {
    Dict* dict = iterable.as<Dict>();
    if ((set->fill + dict->used) * 5 >= set->mask * 3) COIL_CHECK(set_resize(vm, set, (set->used + dict->used) * 2));
    size_t position = 0;
    while (position < dict->entry_count) {
      DictEntry entry = dict->entries()[position++];
      if (entry.key) COIL_CHECK(set_add_hashed_reenter(vm, set, entry.key, static_cast<int64_t>(entry.hash)));
    }
    return ok();
  }
  COIL_TRY(Value iterator, iter_reenter(vm, iterable));
  NextFn next = next_function(iterator);
  for (uint32_t count = 1;; count++) {
    COIL_TRY(Value item, next(vm, iterator));
    if (item.is_stop()) return ok();
    COIL_CHECK(set_add_reenter(vm, set, item));
    if ((count & 0xffff) == 0) COIL_CHECK(check_interrupts_reenter(vm));
  }
}

}  // namespace coil
