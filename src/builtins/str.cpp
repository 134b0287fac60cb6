// The type str: slots, constructor, iterator. Its methods are in str_methods.cpp, str_split.cpp, str_case.cpp and str_format.cpp.
#include <cstring>

#include "builtins/object_internal.hpp"
#include "builtins/text_internal.hpp"
#include "objects/setup.hpp"

namespace coil {

namespace {

Result<Value> str_slot_str(Vm& vm, Value self) { return exact_str(vm, self.as<Str>()); }
Result<Value> str_slot_repr(Vm& vm, Value self) { return str_repr(vm, self.as<Str>()); }
/// CPython gives empty text the hash 0; key_hash_reenter knows about it.
Result<int64_t> str_slot_hash(Vm&, Value self) { return self.as<Str>()->length ? int64_t{str_hash(self.as<Str>())} : 0; }
Result<int64_t> str_slot_len(Vm&, Value self) { return int64_t{self.as<Str>()->length}; }
Result<bool> str_slot_truth(Vm&, Value self) { return self.as<Str>()->length != 0; }

template <class C>
void copy_stepped(uint8_t* out, const void* chars, const SliceBounds& slice) {
  C* to = reinterpret_cast<C*>(out);
  const C* from = static_cast<const C*>(chars) + slice.start;
  if (slice.step == -1) return reverse_chars(to, from - (slice.length - 1), static_cast<size_t>(slice.length));
  for (int64_t i = 0; i < slice.length; i++) to[i] = from[i * slice.step];
}

/// A slice with a step other than 1 that is not empty.
Result<Value> stepped(Vm& vm, Str* str, const SliceBounds& slice) {
  StrView text = view(str);
  if (slice.length == 1) return new_str_char(vm, text[static_cast<size_t>(slice.start)]);
  COIL_TRY(Str* result, new_str_uninitialized(vm, static_cast<size_t>(slice.length), text.wide, text.ascii));
  if (text.wide) copy_stepped<Char>(str_data(result), text.data, slice);
  else copy_stepped<uint8_t>(str_data(result), text.data, slice);
  return narrowest(vm, result);
}

Result<Value> str_slot_get_item(Vm& vm, Value self, Value key) {
  Str* str = self.as<Str>();
  if (key.is_small_int()) [[likely]] {
    int64_t index = key.small_int();
    if (index < 0) index += str->length;
    if (index < 0 || index >= int64_t{str->length}) return raise(vm, Exc::IndexError, "string index out of range");
    return new_str_char(vm, view(str)[static_cast<size_t>(index)]);
  }
  if (key.is(Kind::Slice)) {
    COIL_TRY(SliceBounds slice, slice_bounds_reenter(vm, key, str->length));
    if (slice.length <= 0) return vm.empty_str;
    if (slice.step == 1) return substring(vm, str, static_cast<size_t>(slice.start), static_cast<size_t>(slice.start + slice.length));
    return stepped(vm, str, slice);
  }
  if (!class_of(key)->slots.index) return raise_type_error(vm, "string indices must be integers, not '%s'", type_name(key));
  COIL_TRY(int64_t index, index_int64_reenter(vm, key));
  if (index < 0) index += str->length;
  if (index < 0 || index >= int64_t{str->length}) return raise(vm, Exc::IndexError, "string index out of range");
  return new_str_char(vm, view(str)[static_cast<size_t>(index)]);
}

Result<bool> str_slot_contains(Vm& vm, Value self, Value item) {
  if (!item.is(Kind::Str)) return raise_type_error(vm, "'in <string>' requires string as left operand, not %s", type_name(item));
  StrView text = view(self);
  return find_text(text, view(item), 0, text.length) != kNotFound;
}

Result<Value> str_slot_compare(Vm&, Value self, Value other, CompareOp op) {
  if (!other.is(Kind::Str)) return Value(&not_implemented_cell);
  Str *left = self.as<Str>(), *right = other.as<Str>();
  switch (op) {
    case CompareOp::Eq: return Value::boolean(str_equal(left, right));
    case CompareOp::Ne: return Value::boolean(!str_equal(left, right));
    case CompareOp::Lt: return Value::boolean(str_compare(left, right) < 0);
    case CompareOp::Le: return Value::boolean(str_compare(left, right) <= 0);
    case CompareOp::Gt: return Value::boolean(str_compare(left, right) > 0);
    case CompareOp::Ge: return Value::boolean(str_compare(left, right) >= 0);
  }
  return Value(&not_implemented_cell);
}

Result<Value> str_slot_add(Vm& vm, Value left, Value right) {
  if (!left.is(Kind::Str) || !right.is(Kind::Str)) return Value(&not_implemented_cell);
  return concat_str(vm, left.as<Str>(), right.as<Str>());
}

Result<Value> str_slot_multiply(Vm& vm, Value left, Value right) {
  if (!left.is(Kind::Str)) std::swap(left, right);
  if (!left.is(Kind::Str) || !class_of(right)->slots.index) return Value(&not_implemented_cell);
  COIL_TRY(int64_t count, size_argument_reenter(vm, right));
  return repeat_str(vm, left.as<Str>(), count);
}

Result<Value> str_slot_mod(Vm& vm, Value left, Value right) {
  if (!left.is(Kind::Str)) return Value(&not_implemented_cell);
  return str_percent_reenter(vm, left.as<Str>(), right);
}

Result<Value> str_slot_iter(Vm& vm, Value self) {
  COIL_TRY(SeqIter* iterator, alloc<SeqIter>(vm, view(self).ascii && is_exact(self, Kind::Str) ? Kind::AsciiStrIter : Kind::StrIter));
  iterator->sequence = self;
  return iterator;
}

Result<Value> str_iter_next(Vm& vm, Value self) {
  SeqIter* iterator = self.as<SeqIter>();
  if (iterator->sequence.is_nothing()) return Value::stop();
  StrView text = view(iterator->sequence);
  size_t index = static_cast<size_t>(iterator->index);
  if (index >= text.length) {
    iterator->sequence = Value();
    return Value::stop();
  }
  iterator->index++;
  return new_str_char(vm, text[index]);
}

Result<Str*> str_from_arguments_reenter(Vm& vm, Value* bound) {
  Value object = bound[0];
  if (bound[1].is_nothing() && bound[2].is_nothing()) return object ? str_reenter(vm, object) : Result<Str*>(vm.empty_str);
  std::string encoding = "utf-8", errors = "strict";
  if (bound[1]) {
    COIL_TRY(Str* name, str_argument(vm, bound[1], "str", "'encoding'"));
    encoding = str_utf8(name);
  }
  if (bound[2]) {
    COIL_TRY(Str* name, str_argument(vm, bound[2], "str", "'errors'"));
    errors = str_utf8(name);
  }
  if (object.is_nothing()) return vm.empty_str;
  if (object.is(Kind::Str)) return raise_type_error(vm, "decoding str is not supported");
  ByteSpan bytes;
  if (!byte_span(object, &bytes)) {
    return raise_type_error(vm, "decoding to str: need a bytes-like object, %s found", type_name(object));
  }
  if (!bytes.size) return vm.empty_str;
  return decode_bytes(vm, bytes, encoding, errors);
}

Result<Value> str_make(Vm& vm, Class* cls, Value* args, size_t npos, Tuple* kwnames) {
  Value bound[3];
  if (npos == 1 && !kwnames) bound[0] = args[0];
  else COIL_CHECK(bind_constructor(vm, "str", {"object", "encoding", "errors"}, 0, args, npos, kwnames, bound));
  COIL_TRY(Str* str, str_from_arguments_reenter(vm, bound));
  if (cls == vm.type(Kind::Str)) return str;
  return str_for_class(vm, cls, str);
}

void trace_iterator(Cell* cell, Marker& marker) { marker.value(static_cast<SeqIter*>(cell)->sequence); }

}  // namespace

void setup_text(Vm& vm) {
  Slots& slots = vm.type(Kind::Str)->slots;
  slots.str = str_slot_str;
  slots.repr = str_slot_repr;
  slots.hash = str_slot_hash;
  slots.len = str_slot_len;
  slots.truth = str_slot_truth;
  slots.get_item = str_slot_get_item;
  slots.contains = str_slot_contains;
  slots.compare = str_slot_compare;
  slots.iter = str_slot_iter;
  slots.binary[static_cast<int>(BinaryOp::Add)] = str_slot_add;
  slots.binary[static_cast<int>(BinaryOp::Mul)] = str_slot_multiply;
  slots.binary[static_cast<int>(BinaryOp::Mod)] = str_slot_mod;
  slots.make = str_make;
  define_type(vm, {Kind::Str, "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nText: the str() of an object, or decoded bytes.", {}, {}});
  setup_str_methods(vm);
  setup_str_split(vm);
  setup_str_case(vm);
  setup_str_format(vm);

  for (Kind kind : {Kind::AsciiStrIter, Kind::StrIter, Kind::BytesIter, Kind::ByteArrayIter, Kind::MemoryIter}) {
    g_heap.set_type(kind, trace_iterator, nullptr);
    vm.type(kind)->slots.iter = [](Vm&, Value self) -> Result<Value> { return self; };
  }
  for (Kind kind : {Kind::AsciiStrIter, Kind::StrIter}) vm.type(kind)->slots.next = str_iter_next;
  setup_bytes(vm);
  setup_bytearray(vm);
  setup_memoryview(vm);
}

}  // namespace coil
