// Module _functools: partial, reduce, cmp_to_key and the cache behind lru_cache. The rest of functools is in stdlib/functools.py.
//
// A bounded cache keeps its entries in a ring in the order of use. Comparing keys may run language code that changes the ring, so it is only
// touched when the dict has been asked, and an entry that left the ring meanwhile is left alone.
#include <string>

#include "modules/support.hpp"
#include "objects/iteration.hpp"
#include "objects/shape_internal.hpp"

namespace coil {

namespace {

// -- partial

struct Partial : NativeObject {
  Value function;
  Tuple* args;
  Dict* keywords;
};

Class* g_partial;

void trace_partial(Cell* cell, Marker& marker) {
  auto* p = static_cast<Partial*>(cell);
  marker.value(p->function);
  marker.cell(p->args);
  marker.cell(p->keywords);
}
const NativeObjectOps kPartialOps{trace_partial, nullptr};

Result<Tuple*> concat_tuples(Vm& vm, Tuple* left, Tuple* right) {
  COIL_TRY(Tuple* sum, new_tuple(vm, left->size + right->size));
  for (size_t i = 0; i < left->size; i++) sum->items[i] = left->items[i];
  for (size_t i = 0; i < right->size; i++) sum->items[left->size + i] = right->items[i];
  return sum;
}

Result<Value> partial_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames);

Result<Value> partial_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  if (npos == 0) return raise_type_error(vm, "type 'partial' takes at least one argument");
  Value function = args[0];
  if (!is_callable(function)) return raise_type_error(vm, "the first argument must be callable");
  COIL_TRY(Tuple* positional, new_tuple_from(vm, args + 1, npos - 1));
  COIL_TRY(Dict* keywords, new_dict(vm));
  // A partial of a partial is flattened, unless it is called in its own way or somebody set attributes on it.
  if (function.is(Kind::NativeObject) && class_of(function)->slots.call == partial_call) {
    auto* inner = function.as<Partial>();
    COIL_TRY(Dict* attributes, new_dict(vm));
    COIL_CHECK(copy_instance_attrs(vm, inner, attributes));
    if (attributes->used == 0) {
      function = inner->function;
      COIL_TRY(positional, concat_tuples(vm, inner->args, positional));
      COIL_TRY(keywords, dict_copy(vm, inner->keywords));
    }
  }
  for (size_t i = 0; kwnames && i < kwnames->size; i++) {
    COIL_CHECK(dict_set_str(vm, keywords, kwnames->items[i].as<Str>(), args[npos + i]));
  }
  COIL_TRY(Partial* p, new_native_object<Partial>(vm, cls, &kPartialOps));
  p->function = function;
  p->args = positional;
  p->keywords = keywords;
  write_barrier(p);
  return Value(p);
}

Result<Value> partial_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  auto* p = self.as<Partial>();
  size_t bound = p->args->size;
  size_t nkw = kwnames ? kwnames->size : 0;
  if (p->keywords->used == 0) {
    if (bound + npos + nkw <= 16) {
      ValueRoom<16> window;
      for (size_t i = 0; i < bound; i++) window[i] = p->args->items[i];
      for (size_t i = 0; i < npos + nkw; i++) window[bound + i] = args[i];
      return call_vector_reenter(vm, p->function, window, bound + npos, kwnames);
    }
    COIL_TRY(Tuple* window, new_tuple(vm, bound + npos + nkw));
    for (size_t i = 0; i < bound; i++) window->items[i] = p->args->items[i];
    for (size_t i = 0; i < npos + nkw; i++) window->items[bound + i] = args[i];
    return call_vector_reenter(vm, p->function, window->items, bound + npos, kwnames);
  }
  COIL_TRY(Tuple* positional, new_tuple(vm, bound + npos));
  for (size_t i = 0; i < bound; i++) positional->items[i] = p->args->items[i];
  for (size_t i = 0; i < npos; i++) positional->items[bound + i] = args[i];
  COIL_TRY(Dict* keywords, dict_copy(vm, p->keywords));
  for (size_t i = 0; i < nkw; i++) COIL_CHECK(dict_set_str(vm, keywords, kwnames->items[i].as<Str>(), args[npos + i]));
  return call_ex_reenter(vm, p->function, positional, keywords);
}

Result<Value> partial_repr(Vm& vm, Value self) {
  COIL_GUARD(vm, " while getting the repr of an object");
  if (!enter_repr(vm, self)) return new_str_ascii(vm, "...");
  auto* p = self.as<Partial>();
  StrBuilder out(vm);
  auto show = [&](Value value) -> Result<void> {
    COIL_TRY(Str* text, repr_reenter(vm, value));
    out.add_str(text);
    return ok();
  };
  auto run = [&]() -> Result<void> {
    out.add(class_name(class_of(self)));
    out.add("(");
    COIL_CHECK(show(p->function));
    Tuple* positional = p->args;
    for (size_t i = 0; i < positional->size; i++) {
      out.add(", ");
      COIL_CHECK(show(positional->items[i]));
    }
    size_t position = 0;
    Value key, value;
    Dict* keywords = p->keywords;
    while (dict_next(keywords, &position, &key, &value)) {
      out.add(", ");
      COIL_TRY(Str* name, str_reenter(vm, key));
      out.add_str(name);
      out.add("=");
      COIL_CHECK(show(value));
    }
    out.add(")");
    return ok();
  };
  Result<void> done = run();
  leave_repr(vm, self);
  if (!done) return Error{};
  return out.finish();
}

Result<Value> partial_func(Vm&, Value self) { return self.as<Partial>()->function; }
Result<Value> partial_args(Vm&, Value self) { return Value(self.as<Partial>()->args); }
Result<Value> partial_keywords(Vm&, Value self) { return Value(self.as<Partial>()->keywords); }
Result<Value> partial_dict(Vm& vm, Value self) { return instance_dict(vm, self); }
Result<void> set_partial_dict(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "cannot delete __dict__");
  if (!value.is(Kind::Dict)) return raise_type_error(vm, "__dict__ must be set to a dictionary, not a '%s'", type_name(value));
  return replace_instance_dict(vm, self.cell(), value.as<Dict>());
}
const GetSetSpec kPartialFunc{"func", partial_func, nullptr, "Function to call."};
const GetSetSpec kPartialArgs{"args", partial_args, nullptr, "Arguments that come first."};
const GetSetSpec kPartialKeywords{"keywords", partial_keywords, nullptr, "Keyword arguments that are added."};
Result<void> add_partial_module(Vm& vm, Class*, Dict* dict) { return dict_set_str(vm, dict, vm.name(Name::module_), intern(vm, "functools")); }
const GetSetSpec kPartialDict{"__dict__", partial_dict, set_partial_dict, "Attributes."};

NATIVE(partial_reduce, "__reduce__(self, /)", "How to make an equal partial.") {
  auto* p = self_as<Partial>(args);
  COIL_TRY(Tuple* first, make_tuple(vm, {p->function}));
  COIL_TRY(Dict* attributes, new_dict(vm));
  COIL_CHECK(copy_instance_attrs(vm, p, attributes));
  COIL_TRY(Tuple* state, make_tuple(vm, {p->function, p->args, p->keywords, attributes->used ? Value(attributes) : none()}));
  return make_tuple(vm, {class_of(p), first, state});
}
NATIVE(partial_setstate, "__setstate__(self, state, /)", "Restore what __reduce__ gave.") {
  auto* p = self_as<Partial>(args);
  auto* state = args[1].is(Kind::Tuple) ? args[1].as<Tuple>() : nullptr;
  if (!state || state->size != 4 || !is_callable(state->items[0]) || !state->items[1].is(Kind::Tuple) ||
      !(state->items[2].is(Kind::Dict) || state->items[2].is_none())) {
    return raise_type_error(vm, "invalid partial state");
  }
  COIL_TRY(Tuple* positional, tuple_from_iterable_reenter(vm, state->items[1]));
  Value given = state->items[2];
  COIL_TRY(Dict* keywords, is_exact(given, Kind::Dict) ? Result<Dict*>(given.as<Dict>())
                           : given.is_none()           ? new_dict(vm)
                                                       : dict_copy(vm, given.as<Dict>()));
  store(p, p->function, state->items[0]);
  store(p, p->args, positional);
  store(p, p->keywords, keywords);
  COIL_TRY(Dict* attributes, state->items[3].is(Kind::Dict) ? Result<Dict*>(state->items[3].as<Dict>()) : new_dict(vm));
  COIL_CHECK(replace_instance_dict(vm, p, attributes));
  return none();
}

// -- reduce

NATIVE(functools_reduce, "reduce(function, iterable, initial=None, /) in tuple", "Apply a function of two arguments to the items from left to right, to one value.") {
  COIL_TRY(Value iterator, [&]() -> Result<Value> {
    Result<Value> made = iter_reenter(vm, args[1]);
    if (!made && pending_matches(vm, Exc::TypeError)) {
      clear_pending(vm);
      return raise_type_error(vm, "reduce() arg 2 must support iteration");
    }
    return made;
  }());
  Value result = args[2];
  for (;;) {
    COIL_TRY(Value item, next_reenter(vm, iterator));
    if (item.is_stop()) break;
    if (!result) {
      result = item;
      continue;
    }
    COIL_TRY(result, call_args_reenter(vm, args[0], result, item));
  }
  if (!result) return raise_type_error(vm, "reduce() of empty iterable with no initial value");
  return result;
}

// -- cmp_to_key

struct CompareKey : NativeObject {
  Value compare, object;  // `object` is nothing in the factory itself, unless the program sets one
};
Class* g_compare_key;
void trace_compare_key(Cell* cell, Marker& marker) {
  marker.value(static_cast<CompareKey*>(cell)->compare);
  marker.value(static_cast<CompareKey*>(cell)->object);
}
const NativeObjectOps kCompareKeyOps{trace_compare_key, nullptr};

Result<Value> new_compare_key(Vm& vm, Value compare, Value object) {
  COIL_TRY(CompareKey* key, new_native_object<CompareKey>(vm, g_compare_key, &kCompareKeyOps));
  key->compare = compare;
  key->object = object;
  return Value(key);
}
NATIVE(compare_key_call_native, "K(self, obj)", "Wrap an object for sorting.") {
  return new_compare_key(vm, self_as<CompareKey>(args)->compare, args[1]);
}
Result<Value> compare_key_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  return call_bound(vm, compare_key_call_native_spec, self, args, npos, kwnames);
}
Result<Value> compare_key_compare(Vm& vm, Value self, Value other, CompareOp op) {
  if (!other.is_cell() || class_of(other) != g_compare_key) return raise_type_error(vm, "other argument must be K instance");
  auto *a = self.as<CompareKey>(), *b = other.as<CompareKey>();
  if (!a->object || !b->object) return raise(vm, Exc::AttributeError, "object");
  COIL_TRY(Value order, call_args_reenter(vm, a->compare, a->object, b->object));
  return compare_reenter(vm, order, Value::small_int(0), op);
}
Result<Value> compare_key_get_object(Vm&, Value self) {
  Value object = self.as<CompareKey>()->object;
  return object ? object : none();
}
Result<void> compare_key_set_object(Vm&, Value self, Value value_or_nothing) {
  auto* key = self.as<CompareKey>();
  store(key, key->object, value_or_nothing);
  return ok();
}
const GetSetSpec kCompareKeyObject{"obj", compare_key_get_object, compare_key_set_object, "The wrapped object."};
NATIVE(functools_cmp_to_key, "cmp_to_key(mycmp)", "Make a key function of a comparison function.") { return new_compare_key(vm, args[0], Value()); }

// -- lru_cache

/// An entry of a bounded cache; the ring's head is an entry without a key.
struct LruLink : NativeObject {
  LruLink *previous, *next;  // nullptr: not in the ring
  Value key, result;
};
Class* g_lru_link;

void trace_lru_link(Cell* cell, Marker& marker) {
  auto* link = static_cast<LruLink*>(cell);
  marker.cell(link->previous);
  marker.cell(link->next);
  marker.value(link->key);
  marker.value(link->result);
}
const NativeObjectOps kLruLinkOps{trace_lru_link, nullptr};

void take_out(LruLink* link) {
  store(link->previous, link->previous->next, link->next);
  store(link->next, link->next->previous, link->previous);
  link->previous = link->next = nullptr;
}
/// As the most recently used.
void put_last(LruLink* head, LruLink* link) {
  LruLink* last = head->previous;
  store(link, link->previous, last);
  store(link, link->next, head);
  store(last, last->next, link);
  store(head, head->previous, link);
}

struct LruCache : NativeObject {
  Value function;
  Dict* entries;     // key -> result, or LruLink when the cache is bounded
  LruLink* ring;     // its head
  int64_t max_size;  // -1: unbounded
  bool typed;
  int64_t hits, misses;
  Value info_type;
};
Class* g_lru_cache;
Value g_keyword_mark;

void trace_lru_cache(Cell* cell, Marker& marker) {
  auto* cache = static_cast<LruCache*>(cell);
  marker.value(cache->function);
  marker.cell(cache->entries);
  marker.cell(cache->ring);
  marker.value(cache->info_type);
}
const NativeObjectOps kLruCacheOps{trace_lru_cache, nullptr};

NATIVE(lru_cache_new, "_lru_cache_wrapper(cls, user_function, maxsize, typed, cache_info_type)", "A callable that remembers results.") {
  if (!is_callable(args[1])) return raise_type_error(vm, "the first argument must be callable");
  int64_t max_size = -1;
  if (!args[2].is_none()) {
    if (!args[2].is_int()) return raise_type_error(vm, "maxsize should be integer or None");
    COIL_TRY(max_size, ssize_from_reenter(vm, args[2]));
    if (max_size < 0) max_size = 0;
  }
  COIL_TRY(bool typed, truthy_reenter(vm, args[3]));
  COIL_TRY(Dict* entries, new_dict(vm));
  COIL_TRY(LruLink* ring, new_native_object<LruLink>(vm, g_lru_link, &kLruLinkOps));
  ring->previous = ring->next = ring;
  COIL_TRY(LruCache* cache, new_native_object<LruCache>(vm, args[0].as<Class>(), &kLruCacheOps));
  cache->function = args[1];
  cache->entries = entries;
  cache->ring = ring;
  cache->max_size = max_size;
  cache->typed = typed;
  cache->info_type = args[4];
  return Value(cache);
}
COIL_MAKE_SLOT(lru_cache_make, lru_cache_new)

Result<Value> make_key(Vm& vm, LruCache* cache, Value* args, size_t npos, Tuple* kwnames) {
  size_t nkw = kwnames ? kwnames->size : 0;
  if (!cache->typed && nkw == 0 && npos == 1 && (is_exact(args[0], Kind::Str) || args[0].is_small_int())) return args[0];
  size_t total = npos + (nkw ? 1 + 2 * nkw : 0) + (cache->typed ? npos + nkw : 0);
  COIL_TRY(Tuple* key, new_tuple(vm, total));
  size_t at = 0;
  for (size_t i = 0; i < npos; i++) key->items[at++] = args[i];
  if (nkw) {
    key->items[at++] = g_keyword_mark;
    for (size_t i = 0; i < nkw; i++) {
      key->items[at++] = kwnames->items[i];
      key->items[at++] = args[npos + i];
    }
  }
  if (cache->typed) {
    for (size_t i = 0; i < npos + nkw; i++) key->items[at++] = class_of(args[i]);
  }
  write_barrier(key);
  return Value(key);
}

Result<Value> call_unbounded(Vm& vm, LruCache* cache, Value key, int64_t hash, Value* args, size_t npos, Tuple* kwnames) {
  COIL_TRY(Value found, dict_get_hashed_reenter(vm, cache->entries, key, hash));
  if (!found.is_stop()) {
    cache->hits++;
    return found;
  }
  cache->misses++;
  COIL_TRY(Value value, call_vector_reenter(vm, cache->function, args, npos, kwnames));
  COIL_CHECK(dict_set_hashed_reenter(vm, cache->entries, key, hash, value));
  return value;
}

/// Makes room for one entry. Keys that are not equal to themselves any more stay in the dict, out of the ring.
Result<void> drop_oldest(Vm& vm, LruCache* cache) {
  while (static_cast<int64_t>(cache->entries->used) >= cache->max_size && cache->ring->next != cache->ring) {
    LruLink* oldest = cache->ring->next;
    take_out(oldest);
    COIL_CHECK(dict_pop_reenter(vm, cache->entries, oldest->key));
  }
  return ok();
}

Result<Value> call_bounded(Vm& vm, LruCache* cache, Value key, int64_t hash, Value* args, size_t npos, Tuple* kwnames) {
  COIL_TRY(Value found, dict_get_hashed_reenter(vm, cache->entries, key, hash));
  if (!found.is_stop()) {
    auto* link = found.as<LruLink>();
    cache->hits++;
    if (link->next && link->next != cache->ring) {
      take_out(link);
      put_last(cache->ring, link);
    }
    return link->result;
  }
  cache->misses++;
  COIL_TRY(Value value, call_vector_reenter(vm, cache->function, args, npos, kwnames));
  COIL_TRY(Value meanwhile, dict_get_hashed_reenter(vm, cache->entries, key, hash));
  if (!meanwhile.is_stop()) return value;
  COIL_CHECK(drop_oldest(vm, cache));
  COIL_TRY(LruLink* link, new_native_object<LruLink>(vm, g_lru_link, &kLruLinkOps));
  link->key = key;
  link->result = value;
  COIL_CHECK(dict_set_hashed_reenter(vm, cache->entries, key, hash, link));
  put_last(cache->ring, link);
  return value;
}

Result<Value> lru_cache_call(Vm& vm, Value self, Value* args, size_t npos, Tuple* kwnames) {
  auto* cache = self.as<LruCache>();
  if (cache->max_size == 0) {
    cache->misses++;
    return call_vector_reenter(vm, cache->function, args, npos, kwnames);
  }
  COIL_TRY(Value key, make_key(vm, cache, args, npos, kwnames));
  COIL_TRY(int64_t hash, hash_reenter(vm, key));
  auto call = cache->max_size < 0 ? call_unbounded : call_bounded;
  return call(vm, cache, key, hash, args, npos, kwnames);
}

Result<Value> lru_cache_get(Vm& vm, Value self, Value instance, Value) {
  if (!instance || instance.is_none()) return self;
  return call_reenter(vm, vm.type(Kind::Method), {self, instance});
}
NATIVE(lru_cache_info, "cache_info(self, /)", "Hits, misses, limit and size.") {
  auto* cache = self_as<LruCache>(args);
  return call_reenter(vm, cache->info_type,
                      {Value::small_int(cache->hits), Value::small_int(cache->misses),
                       cache->max_size < 0 ? none() : Value::small_int(cache->max_size),
                       Value::small_int(static_cast<int64_t>(cache->entries->used))});
}
NATIVE(lru_cache_clear, "cache_clear(self, /)", "Forget all results and the statistics.") {
  auto* cache = self_as<LruCache>(args);
  dict_clear(cache->entries);
  while (cache->ring->next != cache->ring) take_out(cache->ring->next);
  cache->hits = cache->misses = 0;
  return none();
}
NATIVE(lru_cache_copy, "__copy__(self, /)", "The cache itself.") { return args[0]; }
NATIVE(lru_cache_deepcopy, "__deepcopy__(self, memo, /)", "The cache itself.") { return args[0]; }
NATIVE(lru_cache_reduce, "__reduce__(self, /)", "The name it is found by.") {
  return get_attr_reenter(vm, args[0], vm.name(Name::qualname_));
}
const GetSetSpec kLruDict{"__dict__", partial_dict, set_partial_dict, "Attributes."};

Result<void> init_functools(Vm& vm, Dict* ns) {
  COIL_TRY(g_partial, new_module_class<Partial>(vm, "partial", "functools", "A function with some arguments given already.", kClassHasDict | kClassHasWeakRef));
  g_partial->native_name = "functools.partial";
  g_partial->slots.make = partial_make;
  g_partial->slots.init = init_nothing;
  g_partial->slots.call = partial_call;
  g_partial->slots.repr = partial_repr;
  // Not computed: wraps() may give a partial a module of its own.
  define_class(vm, g_partial, {{}, {}, add_partial_module, nullptr});
  define_class(vm, g_partial, {&partial_reduce_spec, &partial_setstate_spec, &native_class_getitem_spec},
               {&kPartialFunc, &kPartialArgs, &kPartialKeywords, &kPartialDict});
  COIL_TRY(g_compare_key, new_module_class<CompareKey>(vm, "KeyWrapper", "functools", "Sort key made of a comparison function."));
  g_compare_key->slots.call = compare_key_call;
  g_compare_key->slots.compare = compare_key_compare;
  g_compare_key->slots.hash = hash_not_implemented;
  define_class(vm, g_compare_key, {}, {&kCompareKeyObject});
  COIL_TRY(g_lru_link, new_module_class<LruLink>(vm, "_lru_list_elem", "functools", "An entry of a cache."));
  define_class(vm, g_lru_link, {}, {});
  COIL_TRY(g_lru_cache, new_module_class<LruCache>(vm, "_lru_cache_wrapper", "functools", "A callable that remembers results.", kClassHasDict | kClassHasWeakRef));
  g_lru_cache->slots.make = lru_cache_make;
  g_lru_cache->slots.init = init_nothing;
  g_lru_cache->slots.call = lru_cache_call;
  g_lru_cache->slots.descr_get = lru_cache_get;
  define_class(vm, g_lru_cache,
               {&lru_cache_info_spec, &lru_cache_clear_spec, &lru_cache_copy_spec, &lru_cache_deepcopy_spec, &lru_cache_reduce_spec}, {&kLruDict});
  COIL_TRY(g_keyword_mark, call_reenter(vm, vm.type(Kind::Object), {}));
  COIL_CHECK(keep_forever(vm, g_keyword_mark));
  COIL_CHECK(module_set(vm, ns, "partial", g_partial));
  return module_set(vm, ns, "_lru_cache_wrapper", g_lru_cache);
}

}  // namespace

MODULE(functools_native, "_functools", "Native parts of functools.", init_functools, FN(functools_reduce), FN(functools_cmp_to_key))

}  // namespace coil
