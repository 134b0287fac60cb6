// Iterators over sequences by position: list, tuple, and anything with __getitem__. They let go of the sequence at the end, so that it
// can not come alive again by growing. The next of text and bytes is with their types.
#include "builtins/containers_internal.hpp"

namespace coil {

namespace {

void trace_seq_iter(Cell* cell, Marker& marker) { marker.value(static_cast<SeqIter*>(cell)->sequence); }

Result<Value> list_iter_slot_next(Vm&, Value self) {
  auto* iter = self.as<SeqIter>();
  if (!iter->sequence) return Value::stop();
  List* list = iter->sequence.as<List>();
  if (static_cast<size_t>(iter->index) < list->size) return list->items()[iter->index++];
  iter->sequence = Value();
  return Value::stop();
}

Result<Value> list_reverse_slot_next(Vm&, Value self) {
  auto* iter = self.as<SeqIter>();
  if (!iter->sequence) return Value::stop();
  List* list = iter->sequence.as<List>();
  if (iter->index >= 0 && static_cast<size_t>(iter->index) < list->size) return list->items()[iter->index--];
  iter->sequence = Value();
  iter->index = -1;
  return Value::stop();
}

Result<Value> tuple_iter_slot_next(Vm&, Value self) {
  auto* iter = self.as<SeqIter>();
  if (!iter->sequence) return Value::stop();
  Tuple* tuple = iter->sequence.as<Tuple>();
  if (static_cast<size_t>(iter->index) < tuple->size) return tuple->items[iter->index++];
  iter->sequence = Value();
  return Value::stop();
}

/// sequence[0], sequence[1], ... until IndexError or StopIteration.
Result<Value> sequence_iter_slot_next(Vm& vm, Value self) {
  auto* iter = self.as<SeqIter>();
  if (!iter->sequence) return Value::stop();
  COIL_GUARD(vm, " while calling a Python object");
  Result<Value> item = get_item_reenter(vm, iter->sequence, Value::small_int(iter->index));
  if (item) {
    iter->index++;
    return item;
  }
  if (!pending_matches(vm, Exc::IndexError) && !pending_matches(vm, Exc::StopIteration)) return Error{};
  clear_pending(vm);
  iter->sequence = Value();
  return Value::stop();
}

Result<int64_t> items_left_reenter(Vm& vm, Value self) {
  auto* iter = self.as<SeqIter>();
  if (!iter->sequence) return 0;
  bool any = self.is(Kind::SequenceIter);
  if (any && !class_of(iter->sequence)->slots.len) return 0;
  // Only the iterator over anything asks the program for the length.
  LenFn built_in = type_of_kind(iter->sequence.cell()->kind)->slots.len;
  COIL_TRY(int64_t size, any ? len_reenter(vm, iter->sequence) : built_in(vm, iter->sequence));
  if (self.is(Kind::ListRevIter)) return iter->index < size ? iter->index + 1 : 0;
  return iter->index < size ? size - iter->index : 0;
}

NATIVE(seq_iter_length_hint, "__length_hint__(self, /)", "How many items are left.") {
  auto* iter = self_as<SeqIter>(args);
  if (args[0].is(Kind::SequenceIter) && iter->sequence && !class_of(iter->sequence)->slots.len) return Value(&not_implemented_cell);
  COIL_TRY(int64_t left, items_left_reenter(vm, args[0]));
  return Value::small_int(left);
}

NATIVE(seq_iter_reduce, "__reduce__(self, /)", "State for pickling.") {
  auto* iter = self_as<SeqIter>(args);
  const char* builtin = args[0].is(Kind::ListRevIter) ? "reversed" : "iter";
  if (iter->sequence) return iterator_reduce(vm, builtin, iter->sequence, Value::small_int(iter->index));
  if (args[0].is(Kind::AsciiStrIter) || args[0].is(Kind::StrIter)) return iterator_reduce(vm, "iter", vm.empty_str, Value());
  COIL_TRY(List* nothing_left, new_list(vm));
  if (args[0].is(Kind::ListIter) || args[0].is(Kind::ListRevIter)) return iterator_reduce(vm, "iter", nothing_left, Value());
  return iterator_reduce(vm, "iter", vm.empty_tuple, Value());
}

NATIVE(seq_iter_setstate, "__setstate__(self, state, /)", "Go to the position that state says.") {
  if (!args[1].is_int()) return raise_type_error(vm, "an integer is required");
  COIL_TRY(int64_t index, size_argument_reenter(vm, args[1]));
  auto* iter = self_as<SeqIter>(args);
  if (!iter->sequence) return none();
  bool backward = args[0].is(Kind::ListRevIter);
  int64_t low = backward ? -1 : 0, high = INT64_MAX;
  if (!args[0].is(Kind::SequenceIter)) {
    COIL_TRY(int64_t size, len_reenter(vm, iter->sequence));
    high = backward ? size - 1 : size;
  }
  iter->index = index < low ? low : index > high ? high : index;
  return none();
}

}  // namespace

Result<Value> new_seq_iter(Vm& vm, Kind kind, Value sequence, int64_t index) {
  COIL_TRY(SeqIter* iter, alloc<SeqIter>(vm, kind));
  iter->sequence = sequence;
  iter->index = index;
  return iter;
}

Result<Value> iterator_reduce(Vm& vm, const char* builtin, Value argument, Value state) {
  Value function = dict_get_str(vm.builtins, intern(vm, builtin));
  if (!function) return raise(vm, Exc::AttributeError, "%s", builtin);
  COIL_TRY(Tuple* arguments, make_tuple(vm, {argument}));
  if (!state) return make_tuple(vm, {function, arguments});
  return make_tuple(vm, {function, arguments, state});
}

void setup_sequence_iterators(Vm& vm) {
  struct Row {
    Kind kind;
    NextFn next;
  };
  for (Row row : {Row{Kind::ListIter, list_iter_slot_next}, Row{Kind::ListRevIter, list_reverse_slot_next},
                  Row{Kind::TupleIter, tuple_iter_slot_next}, Row{Kind::SequenceIter, sequence_iter_slot_next},
                  Row{Kind::GenericAliasIter, tuple_iter_slot_next}}) {
    g_heap.set_type(row.kind, trace_seq_iter, nullptr);
    Slots& slots = vm.type(row.kind)->slots;
    slots.iter = self_iter;
    slots.next = row.next;
  }
  for (Kind kind : {Kind::ListIter, Kind::ListRevIter, Kind::TupleIter, Kind::SequenceIter, Kind::AsciiStrIter, Kind::StrIter,
                    Kind::BytesIter, Kind::ByteArrayIter}) {
    define_type(vm, {kind, nullptr, {&seq_iter_length_hint_spec, &seq_iter_reduce_spec, &seq_iter_setstate_spec}, {}});
  }
}

}  // namespace coil
