// Input, stack and machine of reading pickles.
#include <algorithm>

#include "modules/pickle_loader.hpp"

namespace coil {

// -- input

/// When the bytes at hand do not suffice.
Result<const uint8_t*> Loader::take_more_reenter(size_t size, bool at_opcode) {
  if (self_->read && position_ == input_.size) {
    if (size == 0) return reinterpret_cast<const uint8_t*>("");
    COIL_TRY(Value count, make_int_u64(vm_, size));
    COIL_TRY(Value data, call_reenter(vm_, self_->read, {count}));
    ByteSpan span;
    if (!byte_span(data, &span)) return raise_type_error(vm_, "a bytes-like object is required, not '%s'", type_name(data));
    if (span.size < size) {
      if (at_opcode) return raise(vm_, Exc::EOFError, "Ran out of input");
      return fail("pickle data was truncated");
    }
    if (!data.is(Kind::Bytes)) {
      COIL_TRY(data, new_bytes(vm_, span.data, span.size));
    }
    chunk_ = data;
    return data.as<Bytes>()->data;
  }
  if (size > input_.size - position_) {
    if (self_->read) return fail("pickle exhausted before end of frame");
    if (at_opcode) return raise(vm_, Exc::EOFError, "Ran out of input");
    return fail("pickle data was truncated");
  }
  const uint8_t* here = input_.data + position_;
  position_ += size;
  return here;
}

/// Without the newline.
Result<std::string> Loader::line_reenter() {
  ByteSpan span{};
  if (self_->read && position_ == input_.size) {
    COIL_TRY(Value data, call_reenter(vm_, self_->readline, {}));
    if (!byte_span(data, &span)) return raise_type_error(vm_, "readline() returned non-bytes object (%s)", type_name(data));
    if (!span.size || span.data[span.size - 1] != '\n') return fail("pickle data was truncated");
    return std::string(reinterpret_cast<const char*>(span.data), span.size - 1);
  }
  const uint8_t* begin = input_.data + position_;
  size_t left = input_.size - position_;
  const void* newline = left ? std::memchr(begin, '\n', left) : nullptr;
  if (!newline) return fail("pickle data was truncated");
  size_t length = static_cast<size_t>(static_cast<const uint8_t*>(newline) - begin);
  position_ += length + 1;
  return std::string(reinterpret_cast<const char*>(begin), length);
}

Result<size_t> Loader::size_reenter(int bytes, const char* what) {
  if (bytes == 1) {
    COIL_TRY(uint8_t small, number_reenter<uint8_t>());
    return size_t{small};
  }
  if (bytes == 4) {
    COIL_TRY(uint32_t medium, number_reenter<uint32_t>());
    return size_t{medium};
  }
  COIL_TRY(uint64_t large, number_reenter<uint64_t>());
  if (large > uint64_t{INT64_MAX}) {
    return raise(vm_, Exc::OverflowError, "%s exceeds system's maximum size of %lld bytes", what, static_cast<long long>(INT64_MAX));
  }
  return size_t{large};
}

// -- stack and memo

Result<void> Loader::push(Value value) {
  if (!stack_ || size_ == stack_->capacity) {
    COIL_TRY(ValueArray* larger, new_value_array(vm_, stack_ ? stack_->capacity * 2 : 16));
    for (size_t i = 0; i < size_; i++) larger->items()[i] = at(i);
    write_barrier(larger);
    stack_ = larger;
  }
  store(stack_, at(size_++), value);
  return ok();
}

Result<Value> Loader::pop() {
  if (size_ <= fence()) return underflow();
  Value value = at(--size_);
  at(size_) = Value();
  return value;
}

Result<Value> Loader::top() {
  if (size_ <= fence()) return underflow();
  return at(size_ - 1);
}

Result<size_t> Loader::pop_mark() {
  if (marks_.empty()) return fail("could not find MARK");
  size_t mark = marks_.back();
  marks_.pop_back();
  return mark;
}

Result<void> Loader::memo_put(size_t number, Value value) {
  if (number == memo_size_ && !self_->memo) {
    if (!memo_ || memo_size_ == memo_->capacity) {
      COIL_TRY(ValueArray* larger, new_value_array(vm_, memo_ ? memo_->capacity * 2 : 16));
      for (size_t i = 0; i < memo_size_; i++) larger->items()[i] = memo_->items()[i];
      write_barrier(larger);
      memo_ = larger;
    }
    store(memo_, memo_->items()[memo_size_++], value);
    return ok();
  }
  if (number < memo_size_) {
    store(memo_, memo_->items()[number], value);
    return ok();
  }
  // Numbers out of order go to a dictionary, so that a number alone cannot ask for memory.
  if (!self_->memo) {
    COIL_TRY(Dict* dict, new_dict(vm_));
    store(self_, self_->memo, dict);
  }
  COIL_TRY(Value key, make_int_u64(vm_, number));
  return dict_set_reenter(vm_, self_->memo, key, value);
}

Result<Value> Loader::memo_get(size_t number, const std::string& shown) {
  if (number < memo_size_) return memo_->items()[number];
  if (self_->memo) {
    COIL_TRY(Value key, make_int_u64(vm_, number));
    COIL_TRY(Value value, dict_get_reenter(vm_, self_->memo, key));
    if (!value.is_stop()) return value;
  }
  return fail("Memo value not found at index " + shown);
}

Result<size_t> Loader::memo_number(const std::string& line) {
  COIL_TRY(Str* shown, line_str(line));
  COIL_TRY(Value number, int_from_text(vm_, line, 10, shown));
  int64_t value;
  if (!int_to_i64(number, &value) || value < 0) return raise_value_error(vm_, "negative PUT argument");
  return static_cast<size_t>(value);
}

// -- the machine

/// Runs one opcode; false at STOP.
Result<bool> Loader::step_reenter(PickleOp op) {
  Result<void> done = ok();
  switch (op) {
    case PickleOp::Stop: return false;
    case PickleOp::Mark: marks_.push_back(size_); break;
    case PickleOp::None: done = push(none()); break;
    case PickleOp::NewTrue: done = push(Value::boolean(true)); break;
    case PickleOp::NewFalse: done = push(Value::boolean(false)); break;
    case PickleOp::BinInt: { COIL_TRY(int32_t n, number_reenter<int32_t>()); done = push(Value::small_int(n)); break; }
    case PickleOp::BinInt1: { COIL_TRY(uint8_t n, number_reenter<uint8_t>()); done = push(Value::small_int(n)); break; }
    case PickleOp::BinInt2: { COIL_TRY(uint16_t n, number_reenter<uint16_t>()); done = push(Value::small_int(n)); break; }
    case PickleOp::Int: done = load_int_reenter(); break;
    case PickleOp::Long: {
      COIL_TRY(std::string line, line_reenter());
      if (!line.empty() && line.back() == 'L') line.pop_back();
      COIL_TRY(Str* shown, line_str(line));
      COIL_TRY(Value number, int_from_text(vm_, line, 10, shown));
      done = push(number);
      break;
    }
    case PickleOp::Long1: { COIL_TRY(size_t size, size_reenter(1, "LONG1")); done = load_long_reenter(size); break; }
    case PickleOp::Long4: {
      COIL_TRY(int32_t size, number_reenter<int32_t>());
      if (size < 0) return fail("LONG pickle has negative byte count");
      done = load_long_reenter(static_cast<size_t>(size));
      break;
    }
    case PickleOp::Float: done = load_float_reenter(); break;
    case PickleOp::BinFloat: {
      COIL_TRY(uint64_t bits, number_reenter<uint64_t>());
      COIL_TRY(Value number, make_float(vm_, std::bit_cast<double>(__builtin_bswap64(bits))));
      done = push(number);
      break;
    }
    case PickleOp::ShortBinBytes: { COIL_TRY(size_t size, size_reenter(1, "SHORT_BINBYTES")); done = load_bytes_reenter(size); break; }
    case PickleOp::BinBytes: { COIL_TRY(size_t size, size_reenter(4, "BINBYTES")); done = load_bytes_reenter(size); break; }
    case PickleOp::BinBytes8: { COIL_TRY(size_t size, size_reenter(8, "BINBYTES")); done = load_bytes_reenter(size); break; }
    case PickleOp::ByteArray8: {
      COIL_TRY(size_t size, size_reenter(8, "BYTEARRAY8"));
      COIL_TRY(const uint8_t* bytes, take_reenter(size));
      COIL_TRY(ByteArray* array, new_bytearray(vm_, bytes, size));
      done = push(array);
      break;
    }
    case PickleOp::String: done = load_string_reenter(); break;
    case PickleOp::ShortBinString:
    case PickleOp::BinString: {
      COIL_TRY(size_t size, size_reenter(op == PickleOp::BinString ? 4 : 1, "BINSTRING"));
      COIL_TRY(const uint8_t* bytes, take_reenter(size));
      done = push_decoded_reenter({bytes, size});
      break;
    }
    case PickleOp::Unicode: done = load_unicode_line_reenter(); break;
    case PickleOp::ShortBinUnicode: { COIL_TRY(size_t size, size_reenter(1, "SHORT_BINUNICODE")); done = load_utf8_reenter(size); break; }
    case PickleOp::BinUnicode: { COIL_TRY(size_t size, size_reenter(4, "BINUNICODE")); done = load_utf8_reenter(size); break; }
    case PickleOp::BinUnicode8: { COIL_TRY(size_t size, size_reenter(8, "BINUNICODE")); done = load_utf8_reenter(size); break; }

    case PickleOp::EmptyTuple: done = push(vm_.empty_tuple); break;
    case PickleOp::Tuple1:
    case PickleOp::Tuple2:
    case PickleOp::Tuple3: {
      size_t count = static_cast<size_t>(op) - static_cast<size_t>(PickleOp::Tuple1) + 1;
      if (size_ < fence() + count) return underflow();
      done = load_tuple(size_ - count);
      break;
    }
    case PickleOp::Tuple: { COIL_TRY(size_t begin, pop_mark()); done = load_tuple(begin); break; }
    case PickleOp::EmptyList: { COIL_TRY(List* list, new_list(vm_)); done = push(list); break; }
    case PickleOp::EmptyDict: { COIL_TRY(Dict* dict, new_dict(vm_)); done = push(dict); break; }
    case PickleOp::EmptySet: { COIL_TRY(Set* set, new_set(vm_)); done = push(set); break; }
    case PickleOp::List: {
      COIL_TRY(size_t begin, pop_mark());
      COIL_TRY(List* list, new_list_from(vm_, size_ > begin ? &at(begin) : nullptr, size_ - begin));
      cut(begin);
      done = push(list);
      break;
    }
    case PickleOp::Dict: {
      COIL_TRY(size_t begin, pop_mark());
      if ((size_ - begin) % 2) return fail("odd number of items for DICT");
      COIL_TRY(Dict* dict, new_dict(vm_));
      for (size_t i = begin; i < size_; i += 2) COIL_CHECK(dict_set_reenter(vm_, dict, at(i), at(i + 1)));
      cut(begin);
      done = push(dict);
      break;
    }
    case PickleOp::FrozenSet: {
      COIL_TRY(size_t begin, pop_mark());
      COIL_TRY(Set* set, new_set(vm_, Kind::FrozenSet));
      for (size_t i = begin; i < size_; i++) COIL_CHECK(set_add_reenter(vm_, set, at(i)));
      cut(begin);
      done = push(set);
      break;
    }
    case PickleOp::Append:
      if (size_ < fence() + 2) return underflow();
      done = load_appends_reenter(size_ - 1);
      break;
    case PickleOp::Appends: { COIL_TRY(size_t begin, pop_mark()); done = load_appends_reenter(begin); break; }
    case PickleOp::SetItem:
      if (size_ < fence() + 3) return underflow();
      done = load_set_items_reenter(size_ - 2);
      break;
    case PickleOp::SetItems: { COIL_TRY(size_t begin, pop_mark()); done = load_set_items_reenter(begin); break; }
    case PickleOp::AddItems: { COIL_TRY(size_t begin, pop_mark()); done = load_add_items_reenter(begin); break; }

    case PickleOp::Pop:
      if (!marks_.empty() && marks_.back() == size_) {
        marks_.pop_back();
        break;
      }
      if (size_ <= fence()) return underflow();
      cut(size_ - 1);
      break;
    case PickleOp::PopMark: { COIL_TRY(size_t begin, pop_mark()); cut(begin); break; }
    case PickleOp::Dup: { COIL_TRY(Value value, top()); done = push(value); break; }

    case PickleOp::Get: {
      COIL_TRY(std::string line, line_reenter());
      COIL_TRY(size_t number, memo_number(line));
      COIL_TRY(Value value, memo_get(number, line));
      done = push(value);
      break;
    }
    case PickleOp::BinGet:
    case PickleOp::LongBinGet: {
      COIL_TRY(size_t number, size_reenter(op == PickleOp::BinGet ? 1 : 4, "GET"));
      COIL_TRY(Value value, memo_get(number, std::to_string(number)));
      done = push(value);
      break;
    }
    case PickleOp::Put: {
      COIL_TRY(std::string line, line_reenter());
      COIL_TRY(size_t number, memo_number(line));
      COIL_TRY(Value value, top());
      done = memo_put(number, value);
      break;
    }
    case PickleOp::BinPut:
    case PickleOp::LongBinPut: {
      COIL_TRY(size_t number, size_reenter(op == PickleOp::BinPut ? 1 : 4, "PUT"));
      COIL_TRY(Value value, top());
      done = memo_put(number, value);
      break;
    }
    case PickleOp::Memoize: {
      COIL_TRY(Value value, top());
      done = memo_put(memo_size_ + (self_->memo ? self_->memo->used : 0), value);
      break;
    }

    case PickleOp::Global: {
      COIL_TRY(std::string module, line_reenter());
      COIL_TRY(std::string name, line_reenter());
      auto decoded = [&](const std::string& text) {
        return decode_bytes(vm_, {reinterpret_cast<const uint8_t*>(text.data()), text.size()}, "utf-8", "strict");
      };
      COIL_TRY(Str* module_str, decoded(module));
      COIL_TRY(Str* name_str, decoded(name));
      COIL_TRY(Value found, find_class_reenter(module_str, name_str));
      done = push(found);
      break;
    }
    case PickleOp::StackGlobal: {
      COIL_TRY(Value name, pop());
      COIL_TRY(Value module, pop());
      if (!is_exact(name, Kind::Str) || !is_exact(module, Kind::Str)) return fail("STACK_GLOBAL requires str");
      COIL_TRY(Value found, find_class_reenter(module.as<Str>(), name.as<Str>()));
      done = push(found);
      break;
    }
    case PickleOp::Ext1: { COIL_TRY(uint8_t code, number_reenter<uint8_t>()); done = load_extension_reenter(code); break; }
    case PickleOp::Ext2: { COIL_TRY(uint16_t code, number_reenter<uint16_t>()); done = load_extension_reenter(code); break; }
    case PickleOp::Ext4: { COIL_TRY(int32_t code, number_reenter<int32_t>()); done = load_extension_reenter(code); break; }
    case PickleOp::Inst: {
      COIL_TRY(size_t begin, pop_mark());
      COIL_TRY(std::string module, line_reenter());
      COIL_TRY(std::string name, line_reenter());
      COIL_TRY(Str* module_str, decode_bytes(vm_, {reinterpret_cast<const uint8_t*>(module.data()), module.size()}, "ascii", "strict"));
      COIL_TRY(Str* name_str, decode_bytes(vm_, {reinterpret_cast<const uint8_t*>(name.data()), name.size()}, "ascii", "strict"));
      COIL_TRY(Value cls, find_class_reenter(module_str, name_str));
      done = load_instance_reenter(cls, begin);
      break;
    }
    case PickleOp::Obj: {
      COIL_TRY(size_t begin, pop_mark());
      if (size_ <= begin) return underflow();
      Value cls = at(begin);
      COIL_CHECK(load_instance_reenter(cls, begin + 1));
      Value object = at(size_ - 1);
      cut(begin);
      done = push(object);
      break;
    }
    case PickleOp::NewObj: done = load_newobj_reenter(false); break;
    case PickleOp::NewObjEx: done = load_newobj_reenter(true); break;
    case PickleOp::Reduce: {
      COIL_TRY(Value args, pop());
      COIL_TRY(Value callee, pop());
      if (!args.is(Kind::Tuple)) return raise_type_error(vm_, "argument list must be a tuple");
      COIL_TRY(Value object, call_ex_reenter(vm_, callee, args.as<Tuple>(), nullptr));
      done = push(object);
      break;
    }
    case PickleOp::Build: done = load_build_reenter(); break;
    case PickleOp::PersId: {
      COIL_TRY(std::string line, line_reenter());
      if (!std::all_of(line.begin(), line.end(), [](char c) { return static_cast<signed char>(c) >= 0; })) {
        return fail("persistent IDs in protocol 0 must be ASCII strings");
      }
      COIL_TRY(Str* id, new_str(vm_, line));
      done = load_persistent_reenter(id);
      break;
    }
    case PickleOp::BinPersId: {
      COIL_TRY(Value method, persistent_load_reenter());
      COIL_TRY(Value id, pop());
      COIL_TRY(Value object, call_reenter(vm_, method, {id}));
      done = push(object);
      break;
    }

    case PickleOp::Proto: {
      COIL_TRY(uint8_t protocol, number_reenter<uint8_t>());
      if (protocol > kHighestProtocol) return raise_value_error(vm_, "unsupported pickle protocol: %d", protocol);
      self_->protocol = protocol;
      break;
    }
    case PickleOp::Frame: {
      COIL_TRY(uint64_t size, number_reenter<uint64_t>());
      if (size > uint64_t{INT64_MAX}) {
        return raise(vm_, Exc::OverflowError, "FRAME length exceeds system's maximum of %llu bytes", static_cast<unsigned long long>(INT64_MAX));
      }
      if (!self_->read) {
        if (size > input_.size - position_) return fail(size > INT64_MAX - position_ ? "read would overflow (invalid bytecode)" : "pickle data was truncated");
        break;
      }
      if (position_ != input_.size) return fail("beginning of a new frame before end of current frame");
      COIL_TRY(const uint8_t* bytes, take_reenter(size));
      set_input(size ? chunk_ : Value(), {bytes, size});
      break;
    }
    case PickleOp::NextBuffer: done = load_next_buffer_reenter(); break;
    case PickleOp::ReadonlyBuffer: {
      COIL_TRY(Value buffer, top());
      COIL_TRY(Value whole, call_reenter(vm_, vm_.type(Kind::MemoryView), {buffer}));
      COIL_TRY(Value readonly, get_attr_reenter(vm_, whole, intern(vm_, "readonly")));
      if (readonly.is_true()) break;
      COIL_TRY(Value closed, call_method_reenter(vm_, whole, intern(vm_, "toreadonly"), {}));
      store(stack_, at(size_ - 1), closed);
      break;
    }
    default: {
      auto code = static_cast<unsigned>(op);
      char shown[8];
      if (code > 0x20 && code < 0x7f && code != '\'' && code != '\\') std::snprintf(shown, sizeof shown, "%c", code);
      else std::snprintf(shown, sizeof shown, "\\x%02x", code);
      return fail(std::string("invalid load key, '") + shown + "'.");
    }
  }
  COIL_CHECK(done);
  return true;
}

Result<Value> Loader::load_reenter() {
  COIL_GUARD(vm_, " while unpickling an object");
  for (unsigned steps = 0;; steps++) {
    if ((steps & 1023) == 1023) COIL_CHECK(check_interrupts_reenter(vm_));
    COIL_TRY(const uint8_t* code, take_reenter(1, true));
    COIL_TRY(bool more, step_reenter(static_cast<PickleOp>(*code)));
    if (!more) break;
  }
  COIL_TRY(Value result, pop());
  // Later pickles of the file may refer to what this one memoized.
  if (class_of(Value(self_)) != g_unpickler || self_->read) {
    if (!self_->memo && memo_size_) {
      COIL_TRY(Dict* dict, new_dict(vm_));
      store(self_, self_->memo, dict);
    }
    for (size_t i = 0; i < memo_size_; i++) {
      COIL_CHECK(dict_set_reenter(vm_, self_->memo, Value::small_int(static_cast<int64_t>(i)), memo_->items()[i]));
    }
  }
  return result;
}

}  // namespace coil
