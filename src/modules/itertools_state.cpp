// Module itertools, third part: how copy and pickle see the iterators of the first part. __reduce__ answers with CPython's arguments and state,
// so that pickles go both ways.
#include "modules/itertools_internal.hpp"

namespace coil {

namespace {

Result<Value> reduced(Vm& vm, const ItObject* it, std::initializer_list<Value> arguments, Value state = {}) {
  COIL_TRY(Tuple* tuple, make_tuple(vm, arguments));
  if (!state) return make_tuple(vm, {class_of(Value(it)), tuple});
  return make_tuple(vm, {class_of(Value(it)), tuple, state});
}

Value or_none(Value value) { return value ? value : none(); }

/// The state as a tuple of `least` to `most` items.
Result<Tuple*> state_tuple(Vm& vm, Value state, size_t least, size_t most) {
  if (!state.is(Kind::Tuple)) return raise_type_error(vm, "state is not a tuple");
  auto* tuple = state.as<Tuple>();
  if (tuple->size >= least && tuple->size <= most) return tuple;
  size_t wanted = tuple->size < least ? least : most;
  const char* quantity = least == most ? "exactly" : tuple->size < least ? "at least" : "at most";
  return raise_type_error(vm, "function takes %s %zu argument%s (%zu given)", quantity, wanted, wanted == 1 ? "" : "s", tuple->size);
}

NATIVE(count_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = self_as<ItObject>(args);
  if (it->extra == Value::small_int(1)) return reduced(vm, it, {it->current});
  return reduced(vm, it, {it->current, it->extra});
}

NATIVE(cycle_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = self_as<ItObject>(args);
  Value source = it->source;
  if (!source) {
    COIL_TRY(source, iter_reenter(vm, it->current));
    COIL_CHECK(call_method_reenter(vm, source, intern(vm, "__setstate__"), {Value::small_int(it->index)}));
  }
  COIL_TRY(Tuple* state, make_tuple(vm, {it->current, Value::boolean(!it->source || it->extra)}));
  return reduced(vm, it, {source}, state);
}
NATIVE(cycle_setstate, "__setstate__(self, state, /)", "Go on as the iterator that was saved.") {
  auto* it = self_as<ItObject>(args);
  COIL_TRY(Tuple* state, state_tuple(vm, args[1], 2, 2));
  Value seen = state->items[0];
  if (!seen.is(Kind::List)) return raise_type_error(vm, "argument 1 must be list, not %s", type_name(seen));
  COIL_TRY(int64_t repeats, argument_int64_reenter(vm, state->items[1]));
  store(it, it->current, seen);
  it->extra = repeats ? Value::boolean(true) : Value();
  it->index = 0;
  return none();
}

NATIVE(repeat_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = self_as<ItObject>(args);
  if (it->index < 0) return reduced(vm, it, {it->current});
  return reduced(vm, it, {it->current, Value::small_int(it->index)});
}

NATIVE(chain_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = self_as<ItObject>(args);
  if (!it->source) return reduced(vm, it, {});
  COIL_TRY(Tuple* state, it->current ? make_tuple(vm, {it->source, it->current}) : make_tuple(vm, {it->source}));
  return reduced(vm, it, {}, state);
}
NATIVE(chain_setstate, "__setstate__(self, state, /)", "Go on as the iterator that was saved.") {
  auto* it = self_as<ItObject>(args);
  COIL_TRY(Tuple* state, state_tuple(vm, args[1], 1, 2));
  for (size_t i = 0; i < state->size; i++) {
    if (!class_of(state->items[i])->slots.next) return raise_type_error(vm, "Arguments must be iterators.");
  }
  store(it, it->source, state->items[0]);
  store(it, it->current, state->size > 1 ? state->items[1] : Value());
  return none();
}

NATIVE(compress_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = self_as<ItObject>(args);
  return reduced(vm, it, {it->source, it->extra});
}

NATIVE(filter_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = self_as<ItObject>(args);
  return reduced(vm, it, {it->function, it->source});
}
NATIVE(while_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = self_as<ItObject>(args);
  return reduced(vm, it, {it->function, it->source}, Value::small_int(it->index));
}
NATIVE(while_setstate, "__setstate__(self, state, /)", "Go on as the iterator that was saved.") {
  COIL_TRY(bool changed, truthy_reenter(vm, args[1]));
  self_as<ItObject>(args)->index = changed;
  return none();
}

Result<Value> itertools_call_reenter(Vm& vm, const char* name, std::initializer_list<Value> arguments) {
  COIL_TRY(Value module, call_reenter(vm, dict_get_str(vm.builtins, intern(vm, "__import__")), {intern(vm, "itertools")}));
  return call_method_reenter(vm, module, intern(vm, name), arguments);
}
NATIVE(accumulate_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = self_as<ItObject>(args);
  Value function = or_none(it->function);
  if (it->extra) {
    COIL_TRY(Tuple* first, make_tuple(vm, {it->extra}));
    COIL_TRY(Value source, itertools_call_reenter(vm, "chain", {first, it->source}));
    return reduced(vm, it, {source, function}, none());
  }
  if (!it->current.is_none()) return reduced(vm, it, {it->source, function}, or_none(it->current));
  // A total of None would mean that nothing has been added yet, so it comes as an item, and its sum is dropped.
  COIL_TRY(Tuple* first, make_tuple(vm, {none()}));
  COIL_TRY(Value source, itertools_call_reenter(vm, "chain", {first, it->source}));
  COIL_TRY(Value sums, call_reenter(vm, class_of(args[0]), {source, function}));
  COIL_TRY(Value rest, itertools_call_reenter(vm, "islice", {sums, Value::small_int(0)}));
  COIL_TRY(Tuple* arguments, make_tuple(vm, {sums, Value::small_int(1), none()}));
  return make_tuple(vm, {class_of(rest), arguments});
}
NATIVE(accumulate_setstate, "__setstate__(self, state, /)", "Go on as the iterator that was saved.") {
  auto* it = self_as<ItObject>(args);
  store(it, it->current, args[1].is_none() ? Value() : args[1]);
  return none();
}

NATIVE(islice_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = static_cast<Slicer*>(self_as<ItObject>(args));
  if (!it->source) {
    COIL_TRY(List* nothing, new_list(vm));
    COIL_TRY(Value source, iter_reenter(vm, nothing));
    return reduced(vm, it, {source, Value::small_int(0)}, Value::small_int(0));
  }
  COIL_TRY(Value next, make_int(vm, it->next));
  COIL_TRY(Value stop, it->stop < 0 ? Result<Value>(none()) : make_int(vm, it->stop));
  COIL_TRY(Value step, make_int(vm, it->step));
  COIL_TRY(Value taken, make_int(vm, it->index));
  return reduced(vm, it, {it->source, next, stop, step}, taken);
}
NATIVE(islice_setstate, "__setstate__(self, state, /)", "Go on as the iterator that was saved.") {
  if (!args[1].is_int()) return raise_type_error(vm, "an integer is required");
  COIL_TRY(int64_t taken, ssize_from_reenter(vm, args[1]));
  self_as<ItObject>(args)->index = taken;
  return none();
}

NATIVE(zip_longest_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = self_as<ItObject>(args);
  auto* iterators = it->source.as<Tuple>();
  COIL_TRY(Tuple* arguments, new_tuple_from(vm, iterators->items, iterators->size));
  for (size_t i = 0; i < arguments->size; i++) {
    if (!arguments->items[i]) arguments->items[i] = vm.empty_tuple;
  }
  return make_tuple(vm, {class_of(args[0]), arguments, it->current});
}
NATIVE(zip_longest_setstate, "__setstate__(self, state, /)", "Go on as the iterator that was saved.") {
  auto* it = self_as<ItObject>(args);
  store(it, it->current, args[1]);
  return none();
}

NATIVE(groupby_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* it = static_cast<Groups*>(self_as<ItObject>(args));
  Value function = or_none(it->function);
  if (!it->target || !it->extra || !it->current) return reduced(vm, it, {it->source, function});
  COIL_TRY(Tuple* state, make_tuple(vm, {it->current, it->target, it->extra}));
  return reduced(vm, it, {it->source, function}, state);
}
NATIVE(groupby_setstate, "__setstate__(self, state, /)", "Go on as the iterator that was saved.") {
  auto* it = static_cast<Groups*>(self_as<ItObject>(args));
  COIL_TRY(Tuple* state, state_tuple(vm, args[1], 3, 3));
  store(it, it->current, state->items[0]);
  store(it, it->target, state->items[1]);
  store(it, it->extra, state->items[2]);
  return none();
}
NATIVE(group_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* group = self_as<Group>(args);
  if (group->parent->newest == group->number) {
    COIL_TRY(Tuple* arguments, make_tuple(vm, {group->parent, group->key}));
    return make_tuple(vm, {class_of(args[0]), arguments});
  }
  COIL_TRY(Tuple* arguments, make_tuple(vm, {vm.empty_tuple}));
  return make_tuple(vm, {dict_get_str(vm.builtins, intern(vm, "iter")), arguments});
}

NATIVE(tee_reduce, "__reduce__(self, /)", "How to make an equal iterator.") {
  auto* tee = self_as<Tee>(args);
  COIL_TRY(Tuple* arguments, make_tuple(vm, {vm.empty_tuple}));
  COIL_TRY(Tuple* state, make_tuple(vm, {tee->link, Value::small_int(static_cast<int64_t>(tee->at))}));
  return make_tuple(vm, {class_of(args[0]), arguments, state});
}
NATIVE(tee_setstate, "__setstate__(self, state, /)", "Go on as the iterator that was saved.") {
  auto* tee = self_as<Tee>(args);
  COIL_TRY(Tuple* state, state_tuple(vm, args[1], 2, 2));
  Value link = state->items[0];
  if (class_of(link) != class_of(Value(tee->link))) {
    return raise_type_error(vm, "argument 1 must be itertools._tee_dataobject, not %s", type_name(link));
  }
  COIL_TRY(int64_t at, argument_int64_reenter(vm, state->items[1]));
  if (at < 0 || at > static_cast<int64_t>(kTeeItems)) return raise_value_error(vm, "Index out of range");
  // An iterator never stands behind what its link has read.
  if (static_cast<size_t>(at) > link.as<TeeLink>()->items->size) return raise_value_error(vm, "Index out of range");
  store(tee, tee->link, link.as<TeeLink>());
  tee->at = static_cast<size_t>(at);
  return none();
}
NATIVE(tee_link_reduce, "__reduce__(self, /)", "How to make equal items.") {
  auto* link = self_as<TeeLink>(args);
  COIL_TRY(List* items, new_list(vm));
  for (size_t i = 0; i < link->items->size; i++) COIL_CHECK(list_append(vm, items, link->items->items()[i]));
  COIL_TRY(Tuple* arguments, make_tuple(vm, {link->source, items, link->next ? Value(link->next) : none()}));
  return make_tuple(vm, {class_of(args[0]), arguments});
}

}  // namespace

Result<void> define_iterator_states(Vm& vm, Dict* ns) {
  auto define = [&](const char* name, std::initializer_list<const NativeSpec*> methods) {
    define_class(vm, dict_get_str(ns, intern(vm, name)).as<Class>(), methods, {});
  };
  define("count", {&count_reduce_spec});
  define("cycle", {&cycle_reduce_spec, &cycle_setstate_spec});
  define("repeat", {&repeat_reduce_spec});
  define("chain", {&chain_reduce_spec, &chain_setstate_spec});
  define("compress", {&compress_reduce_spec});
  define("dropwhile", {&while_reduce_spec, &while_setstate_spec});
  define("takewhile", {&while_reduce_spec, &while_setstate_spec});
  define("filterfalse", {&filter_reduce_spec});
  define("starmap", {&filter_reduce_spec});
  define("accumulate", {&accumulate_reduce_spec, &accumulate_setstate_spec});
  define("islice", {&islice_reduce_spec, &islice_setstate_spec});
  define("zip_longest", {&zip_longest_reduce_spec, &zip_longest_setstate_spec});
  define("groupby", {&groupby_reduce_spec, &groupby_setstate_spec});
  define("_grouper", {&group_reduce_spec});
  define("_tee", {&tee_reduce_spec, &tee_setstate_spec});
  define("_tee_dataobject", {&tee_link_reduce_spec});
  return ok();
}

}  // namespace coil
