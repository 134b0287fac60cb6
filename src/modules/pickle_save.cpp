// Writing pickles, opcode for opcode as CPython's C pickler does: same memo numbers, batches and frames.
//
// Any save may run language code (reducers, persistent_id, a file's write). Containers are therefore read again after each item, and the
// state that a nested dump() on the same pickler could disturb is in the Saver on the stack; only the memo is shared.
#include "modules/host_services.hpp"
#include "modules/pickle_saver.hpp"
#include "objects/native_level.hpp"

namespace coil {

bool PickleOutput::grow(size_t extra) {
  size_t wanted = std::max(capacity_ * 2, size_ + extra);
  wanted = std::max<size_t>(wanted, 256);
  auto* grown = failed_ || wanted < size_ ? nullptr : static_cast<char*>(std::realloc(data_, wanted));
  if (!grown) {
    failed_ = true;
    return false;
  }
  data_ = grown;
  capacity_ = wanted;
  return true;
}

// -- output

void Saver::commit_frame() {
  if (!framing_ || frame_start_ == kNoFrame || out_.failed()) return;
  size_t length = out_.size() - frame_start_ - kFrameHeader;
  if (length >= kFrameLeast) {
    char* header = out_.data() + frame_start_;
    *header = static_cast<char>(PickleOp::Frame);
    uint64_t size = length;
    std::memcpy(header + 1, &size, sizeof size);
  } else {
    out_.erase(frame_start_, kFrameHeader);
  }
  frame_start_ = kNoFrame;
}

Result<void> Saver::flush_reenter() {
  if (out_.failed()) return raise_memory_error(vm_);
  if (!out_.size()) return ok();
  COIL_TRY(Bytes* bytes, new_bytes(vm_, out_.data(), out_.size()));
  out_.clear();
  COIL_CHECK(call_reenter(vm_, pickler_->write, {bytes}));
  return ok();
}

Result<void> Saver::opcode_boundary_reenter() {
  if (!framing_ || frame_start_ == kNoFrame || out_.size() - frame_start_ - kFrameHeader < kFrameTarget) return ok();
  commit_frame();
  return pickler_->write ? flush_reenter() : ok();
}

/// A header with the size, and the data; large data stay outside of frames.
Result<void> Saver::write_counted_reenter(PickleOp small, PickleOp medium, PickleOp large, bool has_large, const void* data, size_t size) {
  bool outside = size >= kFrameTarget, framing = framing_;
  if (outside) {
    commit_frame();
    framing_ = false;
  }
  if (size <= 0xff && small != PickleOp::Stop) {
    op(small);
    write_byte(static_cast<uint8_t>(size));
  } else if (size <= 0xffffffffu && medium != PickleOp::Stop) {
    op(medium);
    write_le(static_cast<uint32_t>(size));
  } else if (has_large) {
    op(large);
    write_le(static_cast<uint64_t>(size));
  } else {
    return raise(vm_, Exc::OverflowError, "serializing a string larger than 4 GiB requires pickle protocol 4 or higher");
  }
  if (outside && pickler_->write) COIL_CHECK(flush_reenter());  // the header alone: the file gets the data in one piece
  write(data, size);
  framing_ = framing;
  return outside && pickler_->write ? flush_reenter() : ok();
}

// -- memo

void Saver::memo_put(Value object) {
  if (pickler_->fast) return;
  size_t number = pickler_->memo->size();
  pickler_->memo->add(object);
  write_barrier(pickler_);
  if (protocol_ >= 4) return op(PickleOp::Memoize);
  if (!binary_) {
    op(PickleOp::Put);
    return write_text(std::to_string(number) + "\n");
  }
  op(number < 256 ? PickleOp::BinPut : PickleOp::LongBinPut);
  if (number < 256) write_byte(static_cast<uint8_t>(number));
  else write_le(static_cast<uint32_t>(number));
}

void Saver::memo_get(int64_t number) {
  if (!binary_) {
    op(PickleOp::Get);
    return write_text(std::to_string(number) + "\n");
  }
  op(number < 256 ? PickleOp::BinGet : PickleOp::LongBinGet);
  if (number < 256) write_byte(static_cast<uint8_t>(number));
  else write_le(static_cast<uint32_t>(number));
}

// -- numbers, text, bytes

Result<void> Saver::save_int(Value object) {
  int64_t number;
  bool fits = int_to_i64(object, &number);
  if (fits && number >= INT32_MIN && number <= INT32_MAX) {
    if (!binary_) {
      op(PickleOp::Int);
      write_text(std::to_string(number) + "\n");
    } else if (number >= 0 && number <= 0xff) {
      op(PickleOp::BinInt1);
      write_byte(static_cast<uint8_t>(number));
    } else if (number >= 0 && number <= 0xffff) {
      op(PickleOp::BinInt2);
      write_le(static_cast<uint16_t>(number));
    } else {
      op(PickleOp::BinInt);
      write_le(static_cast<int32_t>(number));
    }
    return ok();
  }
  if (protocol_ < 2) {
    COIL_TRY(Str* digits, int_to_str(vm_, object));
    op(PickleOp::Long);
    write_text(str_utf8(digits) + "L\n");
    return ok();
  }
  // Two's complement, little-endian, as few bytes as keep the sign.
  std::string bytes;
  {
    MpzView view(object);
    bool negative = mpz_sgn(view.get()) < 0;
    Mpz magnitude;
    if (negative) mpz_com(magnitude.z, view.get());  // -n - 1
    else mpz_set(magnitude.z, view.get());
    bytes.resize((mpz_sizeinbase(magnitude.z, 2) + 7) / 8 + 1);
    size_t count = 0;
    mpz_export(bytes.data(), &count, -1, 1, -1, 0, magnitude.z);
    bytes.resize(count);
    if (bytes.empty() || static_cast<uint8_t>(bytes.back()) & 0x80) bytes.push_back(0);
    if (negative) {
      for (char& byte : bytes) byte = static_cast<char>(~byte);
    }
  }
  if (bytes.size() < 256) {
    op(PickleOp::Long1);
    write_byte(static_cast<uint8_t>(bytes.size()));
  } else if (bytes.size() > INT32_MAX) {
    return raise(vm_, Exc::OverflowError, "int too large to pickle");
  } else {
    op(PickleOp::Long4);
    write_le(static_cast<int32_t>(bytes.size()));
  }
  write_text(bytes);
  return ok();
}

Result<void> Saver::save_float(double number) {
  if (!binary_) {
    op(PickleOp::Float);
    write_text(float_repr(number) + "\n");
    return ok();
  }
  op(PickleOp::BinFloat);
  write_le(__builtin_bswap64(std::bit_cast<uint64_t>(number)));
  return ok();
}

Result<void> Saver::save_str_reenter(Value object) {
  auto* str = object.as<Str>();
  if (!binary_) {
    static constexpr char kHex[] = "0123456789abcdef";
    std::string line;
    StrView text = view(str);
    for (size_t i = 0; i < text.length; i++) {
      Char c = text[i];
      if (c >= 0x10000) {
        line += "\\U";
        for (int shift = 28; shift >= 0; shift -= 4) line += kHex[(c >> shift) & 15];
      } else if (c >= 256 || c == '\\' || c == 0 || c == '\n' || c == '\r' || c == 0x1a) {
        line += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4) line += kHex[(c >> shift) & 15];
      } else {
        line += static_cast<char>(c);
      }
    }
    op(PickleOp::Unicode);
    write_text(line + "\n");
  } else {
    PickleOp small = protocol_ >= 4 ? PickleOp::ShortBinUnicode : PickleOp::Stop;
    std::string_view ascii = str_ascii_view(str);
    if (ascii.data()) {
      COIL_CHECK(write_counted_reenter(small, PickleOp::BinUnicode, PickleOp::BinUnicode8, protocol_ >= 4, ascii.data(), ascii.size()));
    } else {
      std::string utf8 = str_utf8(str);
      COIL_CHECK(write_counted_reenter(small, PickleOp::BinUnicode, PickleOp::BinUnicode8, protocol_ >= 4, utf8.data(), utf8.size()));
    }
  }
  memo_put(object);
  return ok();
}

Result<void> Saver::save_bytes_data_reenter(Value memo_key, const uint8_t* data, size_t size) {
  if (size > 0xffffffffu && protocol_ < 4) {
    return raise(vm_, Exc::OverflowError, "serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher");
  }
  COIL_CHECK(write_counted_reenter(PickleOp::ShortBinBytes, PickleOp::BinBytes, PickleOp::BinBytes8, true, data, size));
  memo_put(memo_key);
  return ok();
}

Result<void> Saver::save_bytes_reenter(Value object) {
  auto* bytes = object.as<Bytes>();
  if (protocol_ >= 3) return save_bytes_data_reenter(object, bytes->data, bytes->size);
  // Python 2 knows no bytes: text and a call that encodes it.
  if (!bytes->size) return save_pair_reenter(vm_.type(Kind::Bytes), {}, object);
  COIL_TRY(Value codecs, import_absolute_reenter(vm_, intern(vm_, "_codecs")));
  COIL_TRY(Value encode, get_attr_reenter(vm_, codecs, intern(vm_, "encode")));
  COIL_TRY(Str* text, new_str_latin1(vm_, bytes->data, bytes->size));
  return save_pair_reenter(encode, {text, intern(vm_, "latin1")}, object);
}

Result<void> Saver::save_bytearray_data_reenter(Value memo_key, const uint8_t* data, size_t size) {
  COIL_CHECK(write_counted_reenter(PickleOp::Stop, PickleOp::Stop, PickleOp::ByteArray8, true, data, size));
  memo_put(memo_key);
  return ok();
}

Result<void> Saver::save_bytearray_reenter(Value object) {
  ByteSpan span = bytearray_span(object.as<ByteArray>());
  if (protocol_ < 5) {
    if (!span.size) return save_pair_reenter(vm_.type(Kind::ByteArray), {}, object);
    COIL_TRY(Bytes* copy, new_bytes(vm_, span.data, span.size));
    return save_pair_reenter(vm_.type(Kind::ByteArray), {copy}, object);
  }
  std::string copy(reinterpret_cast<const char*>(span.data), span.size);  // a write to a file may run language code
  return save_bytearray_data_reenter(object, reinterpret_cast<const uint8_t*>(copy.data()), copy.size());
}

Result<void> Saver::save_buffer_reenter(Value object) {
  if (protocol_ < 5) return fail("PickleBuffer can only pickled with protocol >= 5");
  auto* buffer = object.as<PickleBuffer>();
  if (!buffer->object) return raise_value_error(vm_, "operation forbidden on released PickleBuffer object");
  bool in_band = true;
  if (pickler_->buffer_callback && !pickler_->buffer_callback.is_none()) {
    COIL_TRY(Value answer, call_reenter(vm_, pickler_->buffer_callback, {object}));
    COIL_TRY(in_band, truthy_reenter(vm_, answer));
  }
  Value inner = buffer->object;
  ByteSpan span;
  if (!inner || !byte_span(inner, &span)) return raise_value_error(vm_, "operation forbidden on released PickleBuffer object");
  bool readonly = inner.is(Kind::Bytes) || (inner.is(Kind::MemoryView) && inner.as<MemoryView>()->readonly);
  if (!in_band) {
    op(PickleOp::NextBuffer);
    if (readonly) op(PickleOp::ReadonlyBuffer);
    return ok();
  }
  std::string copy(reinterpret_cast<const char*>(span.data), span.size);
  auto* data = reinterpret_cast<const uint8_t*>(copy.data());
  return readonly ? save_bytes_data_reenter(object, data, copy.size()) : save_bytearray_data_reenter(object, data, copy.size());
}

// -- containers

Result<void> Saver::save_tuple_reenter(Value object) {
  auto* tuple = object.as<Tuple>();
  size_t size = tuple->size;
  if (size == 0) {
    if (protocol_ == 0) {
      op(PickleOp::Mark);
      op(PickleOp::Tuple);
    } else {
      op(PickleOp::EmptyTuple);
    }
    return ok();
  }
  bool small = size <= 3 && protocol_ >= 2;
  if (!small) op(PickleOp::Mark);
  for (size_t i = 0; i < size; i++) COIL_CHECK(save_reenter(tuple->items[i]));
  // A tuple that contains itself is in the memo by now: what was stacked for it is thrown away.
  int64_t known = pickler_->memo->find(object);
  if (known >= 0) {
    if (small || !binary_) {
      for (size_t i = 0; i < size + (small ? 0 : 1); i++) op(PickleOp::Pop);
    } else {
      op(PickleOp::PopMark);
    }
    memo_get(known);
    return ok();
  }
  if (small) write_byte(static_cast<uint8_t>(static_cast<size_t>(PickleOp::Tuple1) + size - 1));
  else op(PickleOp::Tuple);
  memo_put(object);
  return ok();
}

Result<void> Saver::save_list_reenter(Value object) {
  auto* list = object.as<List>();
  if (binary_) {
    op(PickleOp::EmptyList);
  } else {
    op(PickleOp::Mark);
    op(PickleOp::List);
  }
  memo_put(object);
  if (!binary_) {
    for (size_t i = 0; i < list->size; i++) {
      COIL_CHECK(save_reenter(list->items()[i]));
      op(PickleOp::Append);
    }
    return ok();
  }
  if (list->size == 1) {
    COIL_CHECK(save_reenter(list->items()[0]));
    op(PickleOp::Append);
    return ok();
  }
  for (size_t at = 0; at < list->size;) {
    op(PickleOp::Mark);
    for (size_t end = at + kBatch; at < end && at < list->size; at++) COIL_CHECK(save_reenter(list->items()[at]));
    op(PickleOp::Appends);
  }
  return ok();
}

Result<void> Saver::save_dict_reenter(Value object) {
  auto* dict = object.as<Dict>();
  if (binary_) {
    op(PickleOp::EmptyDict);
  } else {
    op(PickleOp::Mark);
    op(PickleOp::Dict);
  }
  memo_put(object);
  size_t position = 0, size = dict->used, done = 0;
  Value key, value;
  auto changed = [&] { return raise(vm_, Exc::RuntimeError, "dictionary changed size during iteration"); };
  bool single = !binary_ || size == 1;
  while (done < size) {
    if (!single) op(PickleOp::Mark);
    for (size_t i = 0; i < (single ? 1 : kBatch) && done < size; i++, done++) {
      if (dict->used != size || !dict_next(dict, &position, &key, &value)) return changed();
      COIL_CHECK(save_reenter(key));
      COIL_CHECK(save_reenter(value));
    }
    if (dict->used != size) return changed();
    op(single ? PickleOp::SetItem : PickleOp::SetItems);
  }
  return ok();
}

Result<void> Saver::save_set_reenter(Value object) {
  if (protocol_ < 4) {
    COIL_TRY(List* items, list_from_iterable_reenter(vm_, object));
    return save_pair_reenter(vm_.type(Kind::Set), {items}, object);
  }
  auto* set = object.as<Set>();
  op(PickleOp::EmptySet);
  memo_put(object);
  size_t position = 0, size = set->used, done = 0;
  Value item;
  while (done < size) {
    op(PickleOp::Mark);
    for (size_t i = 0; i < kBatch && done < size; i++, done++) {
      if (set->used != size || !set_next(set, &position, &item)) return raise(vm_, Exc::RuntimeError, "set changed size during iteration");
      COIL_CHECK(save_reenter(item));
    }
    if (set->used != size) return raise(vm_, Exc::RuntimeError, "set changed size during iteration");
    op(PickleOp::AddItems);
  }
  return ok();
}

Result<void> Saver::save_frozenset_reenter(Value object) {
  COIL_TRY(List* items, list_from_iterable_reenter(vm_, object));
  if (protocol_ < 4) return save_pair_reenter(vm_.type(Kind::FrozenSet), {items}, object);
  op(PickleOp::Mark);
  for (size_t i = 0; i < items->size; i++) COIL_CHECK(save_reenter(items->items()[i]));
  int64_t known = pickler_->memo->find(object);
  if (known >= 0) {
    op(PickleOp::PopMark);
    memo_get(known);
    return ok();
  }
  op(PickleOp::FrozenSet);
  memo_put(object);
  return ok();
}

// -- any value

/// Values that need no memo; false when the object is none of them.
Result<bool> Saver::save_atom_reenter(Value object) {
  if (object.is_small_int() || is_exact(object, Kind::Int)) {
    COIL_CHECK(save_int(object));
    return true;
  }
  if (object.is_inline_float() || is_exact(object, Kind::Float)) {
    COIL_CHECK(save_float(object.as_float()));
    return true;
  }
  if (object.is_none()) {
    op(PickleOp::None);
    return true;
  }
  if (object.is_bool()) {
    bool truth = object.is_true();
    if (protocol_ >= 2) op(truth ? PickleOp::NewTrue : PickleOp::NewFalse);
    else write_text(truth ? "I01\n" : "I00\n");
    return true;
  }
  return false;
}

Result<void> Saver::save_reenter(Value object, bool ask_for_id) {
  COIL_LEVEL(vm_, " while pickling an object");
  COIL_CHECK(opcode_boundary_reenter());
  if (persistent_id_ && ask_for_id) {
    COIL_TRY(Value id, call_reenter(vm_, persistent_id_, {object}));
    if (!id.is_none()) return save_persistent_reenter(id);
  }
  COIL_TRY(bool done, save_atom_reenter(object));
  if (done) return ok();
  int64_t known = pickler_->memo->find(object);
  if (known >= 0) {
    memo_get(known);
    return ok();
  }
  if (is_exact(object, Kind::Str)) return save_str_reenter(object);
  if (is_exact(object, Kind::Bytes)) return save_bytes_reenter(object);
  if (is_exact(object, Kind::Dict)) return save_dict_reenter(object);
  if (is_exact(object, Kind::List)) return save_list_reenter(object);
  if (is_exact(object, Kind::Tuple)) return save_tuple_reenter(object);
  if (is_exact(object, Kind::Set)) return save_set_reenter(object);
  if (is_exact(object, Kind::FrozenSet)) return save_frozenset_reenter(object);
  if (is_exact(object, Kind::ByteArray)) return save_bytearray_reenter(object);
  if (class_of(object) == g_pickle_buffer) return save_buffer_reenter(object);
  return save_by_reducer_reenter(object);
}

/// The hooks are looked up once; the class's own dispatch_table hides copyreg's.
Result<void> Saver::find_hooks_reenter() {
  static Str *const id_name = intern(vm_, "persistent_id"), *const override_name = intern(vm_, "reducer_override"),
                   *const table_name = intern(vm_, "dispatch_table");
  COIL_TRY(Value id, find_attr_reenter(vm_, pickler_, id_name));
  if (!id.is_stop() && !id.is(Kind::NativeBound)) persistent_id_ = id;
  COIL_TRY(Value override, find_attr_reenter(vm_, pickler_, override_name));
  if (!override.is_stop()) reducer_override_ = override;
  COIL_TRY(Value table, find_attr_reenter(vm_, pickler_, table_name));
  if (!table.is_stop()) dispatch_table_ = table;
  return ok();
}

Result<void> Saver::dump_reenter(Value object, bool hooked) {
  if (hooked) COIL_CHECK(find_hooks_reenter());
  if (!dispatch_table_) {
    static Str* const table_name = intern(vm_, "dispatch_table");
    COIL_TRY(dispatch_table_, copyreg_value_reenter(vm_, table_name));
  }
  if (protocol_ >= 2) {
    op(PickleOp::Proto);
    write_byte(static_cast<uint8_t>(protocol_));
    framing_ = protocol_ >= 4;
  }
  COIL_CHECK(save_reenter(object));
  op(PickleOp::Stop);
  commit_frame();
  framing_ = false;
  if (out_.failed()) return raise_memory_error(vm_);
  return pickler_->write ? flush_reenter() : ok();
}

}  // namespace coil
