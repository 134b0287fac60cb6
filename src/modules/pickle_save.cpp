// Writing pickles, opcode for opcode as CPython's C pickler does: same memo numbers, batches and frames.
//
// Any save may run language code (reducers, persistent_id, a file's write). Containers are therefore read again after each item, and the
// state that a nested dump() on the same pickler could disturb is in the Saver on the stack; only the memo is shared.
#include <algorithm>
#include <bit>
#include <cstring>
#include <string>
#include <vector>

#include "modules/host_services.hpp"
#include "modules/pickle_internal.hpp"

namespace coil {

namespace {

constexpr size_t kBatch = 1000;
constexpr size_t kFrameTarget = 64 * 1024, kFrameLeast = 4, kFrameHeader = 9;

/// Identity of an object -> number in the order of memoizing. Keeps the objects alive.
class Memo {
 public:
  size_t size() const { return objects_.size(); }
  /// The number, or -1.
  int64_t find(Value object) const {
    if (slots_.empty()) return -1;
    for (size_t i = hash(object) & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
      if (!slots_[i]) return -1;
      if (objects_[slots_[i] - 1] == object) return slots_[i] - 1;
    }
  }
  void add(Value object) {
    if ((objects_.size() + 1) * 2 > slots_.size()) grow();
    objects_.push_back(object);
    place(static_cast<uint32_t>(objects_.size()));
  }
  void clear() {
    slots_.clear();
    objects_.clear();
  }
  void trace(Marker& marker) { marker.values(objects_.data(), objects_.size()); }
  Value at(size_t i) const { return objects_[i]; }

 private:
  static size_t hash(Value object) { return (object.bits() >> 4) * 0x9e3779b97f4a7c15u >> 20; }
  void place(uint32_t number) {
    size_t i = hash(objects_[number - 1]) & (slots_.size() - 1);
    while (slots_[i]) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = number;
  }
  void grow() {
    slots_.assign(std::max<size_t>(32, slots_.size() * 2), 0);
    for (uint32_t number = 1; number <= objects_.size(); number++) place(number);
  }
  std::vector<uint32_t> slots_;  // number + 1
  std::vector<Value> objects_;
};

struct Pickler : NativeObject {
  Memo* memo;           // made by __init__
  Value write;          // of the file; nothing: the result is wanted as bytes
  Value buffer_callback;
  int protocol;
  bool fix_imports, fast;
  // The attribute area follows: dispatch_table, persistent_id.
};
Class* g_pickler;

void trace_pickler(Cell* cell, Marker& marker) {
  auto* pickler = static_cast<Pickler*>(cell);
  if (pickler->memo) pickler->memo->trace(marker);
  marker.value(pickler->write);
  marker.value(pickler->buffer_callback);
}
void destroy_pickler(Cell* cell) { delete static_cast<Pickler*>(cell)->memo; }
const NativeObjectOps kPicklerOps{trace_pickler, destroy_pickler};

class Saver {
 public:
  Saver(Vm& vm, Pickler* pickler) : vm_(vm), pickler_(pickler), protocol_(pickler->protocol), binary_(pickler->protocol > 0) {}

  Result<void> dump_reenter(Value object);
  const std::string& output() const { return out_; }

 private:
  // -- output
  void op(PickleOp code) { write_byte(static_cast<uint8_t>(code)); }
  void write_byte(uint8_t byte) {
    begin_frame();
    out_.push_back(static_cast<char>(byte));
  }
  void write(const void* data, size_t size) {
    begin_frame();
    out_.append(static_cast<const char*>(data), size);
  }
  void write_text(std::string_view text) { write(text.data(), text.size()); }
  template <class T> void write_le(T number) { write(&number, sizeof number); }
  static_assert(std::endian::native == std::endian::little);
  void begin_frame() {
    if (framing_ && frame_start_ == kNoFrame) {
      frame_start_ = out_.size();
      out_.append(kFrameHeader, '\xFE');
    }
  }
  void commit_frame();
  Result<void> flush_reenter();
  Result<void> opcode_boundary_reenter();
  Result<void> write_counted_reenter(PickleOp small, PickleOp medium, PickleOp large, bool has_large, const void* data, size_t size);

  // -- memo
  void memo_put(Value object);
  void memo_get(int64_t number);

  // -- values
  Result<void> save_reenter(Value object, bool ask_for_id = true);
  Result<bool> save_atom_reenter(Value object);
  Result<void> save_int(Value object);
  Result<void> save_float(double number);
  Result<void> save_str_reenter(Value object);
  Result<void> save_bytes_reenter(Value object);
  Result<void> save_bytes_data_reenter(Value memo_key, const uint8_t* data, size_t size);
  Result<void> save_bytearray_reenter(Value object);
  Result<void> save_bytearray_data_reenter(Value memo_key, const uint8_t* data, size_t size);
  Result<void> save_buffer_reenter(Value object);
  Result<void> save_tuple_reenter(Value object);
  Result<void> save_list_reenter(Value object);
  Result<void> save_dict_reenter(Value object);
  Result<void> save_set_reenter(Value object);
  Result<void> save_frozenset_reenter(Value object);
  Result<void> save_type_reenter(Value object);
  Result<void> save_global_reenter(Value object, Value name);
  Result<void> save_global_name_reenter(Value object, Str* module_name, Str* name, Value parent, Value module);
  Result<bool> save_extension_code_reenter(Str* module_name, Str* name);
  Result<void> save_persistent_reenter(Value id);
  Result<void> save_by_reducer_reenter(Value object);
  Result<void> save_reduced_reenter(Value object, Tuple* reduced);
  Result<void> save_newobj_reenter(Value object, Tuple* args);
  Result<void> save_newobj_ex_reenter(Value object, Tuple* args);
  Result<void> save_pair_reenter(Value callee, std::initializer_list<Value> args, Value object);
  Result<void> save_items_reenter(Value iterator, bool pairs);
  Result<Value> module_of_reenter(Value object, Str* name);
  Error fail(const std::string& message) { return raise_class(vm_, g_pickling_error, message); }
  /// "Can't pickle <repr>: what".
  Error fail_object_reenter(Value object, const std::string& what);

  static constexpr size_t kNoFrame = ~size_t{0};
  Vm& vm_;
  Pickler* pickler_;
  int protocol_;
  bool binary_;
  bool framing_ = false;
  size_t frame_start_ = kNoFrame;
  std::string out_;
  Value persistent_id_, reducer_override_, dispatch_table_;
};

// -- output

void Saver::commit_frame() {
  if (!framing_ || frame_start_ == kNoFrame) return;
  size_t length = out_.size() - frame_start_ - kFrameHeader;
  if (length >= kFrameLeast) {
    out_[frame_start_] = static_cast<char>(PickleOp::Frame);
    uint64_t size = length;
    std::memcpy(&out_[frame_start_ + 1], &size, sizeof size);
  } else {
    out_.erase(frame_start_, kFrameHeader);
  }
  frame_start_ = kNoFrame;
}

Result<void> Saver::flush_reenter() {
  if (out_.empty()) return ok();
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

// -- what is found by its name

Error Saver::fail_object_reenter(Value object, const std::string& what) {
  COIL_TRY(Str* shown, repr_reenter(vm_, object));
  return fail("Can't pickle " + str_utf8(shown) + ": " + what);
}

/// The name of the module that has the object under this name: __module__, or a search through all modules.
Result<Value> Saver::module_of_reenter(Value object, Str* name) {
  COIL_TRY(Value said, find_attr_reenter(vm_, object, vm_.name(Name::module_)));
  if (!said.is_stop() && !said.is_none()) return said;
  COIL_TRY(Dict* modules, dict_copy(vm_, vm_.modules));
  size_t position = 0;
  Value key, module;
  while (dict_next(modules, &position, &key, &module)) {
    if (!key.is(Kind::Str) || str_is(key.as<Str>(), "__main__") || str_is(key.as<Str>(), "__mp_main__") || module.is_none()) continue;
    Result<Value> found = dotted_attribute_reenter(vm_, module, name, nullptr);
    if (!found) {
      clear_pending(vm_);
      continue;
    }
    if (*found == object) return key;
  }
  return vm_.name(Name::main_);
}

Result<bool> Saver::save_extension_code_reenter(Str* module_name, Str* name) {
  COIL_TRY(Value registry, copyreg_value_reenter(vm_, "_extension_registry"));
  if (!registry.is(Kind::Dict) || !registry.as<Dict>()->used) return false;
  COIL_TRY(Tuple* key, make_tuple(vm_, {module_name, name}));
  COIL_TRY(Value code, dict_get_reenter(vm_, registry.as<Dict>(), key));
  if (code.is_stop()) return false;
  int64_t number;
  if (!code.is_int()) {
    COIL_TRY(Str* shown, repr_reenter(vm_, code));
    return fail("Can't pickle " + str_utf8(name) + ": extension code " + str_utf8(shown) + " isn't an integer");
  }
  if (!int_to_i64(code, &number) || number <= 0 || number > 0x7fffffff) return raise(vm_, Exc::RuntimeError, "extension code %lld is out of range", static_cast<long long>(number));
  if (number <= 0xff) {
    op(PickleOp::Ext1);
    write_byte(static_cast<uint8_t>(number));
  } else if (number <= 0xffff) {
    op(PickleOp::Ext2);
    write_le(static_cast<uint16_t>(number));
  } else {
    op(PickleOp::Ext4);
    write_le(static_cast<uint32_t>(number));
  }
  return true;
}

Result<void> Saver::save_global_reenter(Value object, Value name) {
  if (!name) {
    COIL_TRY(Value qualname, find_attr_reenter(vm_, object, vm_.name(Name::qualname_)));
    name = qualname;
    if (qualname.is_stop()) {
      COIL_TRY(Value plain, get_attr_reenter(vm_, object, vm_.name(Name::name_)));
      name = plain;
    }
  }
  if (!name.is(Kind::Str)) return fail_object_reenter(object, "its name is not a str");
  auto* path = name.as<Str>();
  if (str_utf8(path).find("<locals>") != std::string::npos) {
    COIL_TRY(Str* shown, repr_reenter(vm_, path));
    return raise_text(vm_, Exc::AttributeError, "Can't pickle local object " + str_utf8(shown));
  }
  COIL_TRY(Value module_value, module_of_reenter(object, path));
  if (!module_value.is(Kind::Str)) return fail_object_reenter(object, "its __module__ is not a str");
  auto* module_name = module_value.as<Str>();
  Result<Value> module = import_absolute_reenter(vm_, module_name);
  if (!module) {
    Value problem = clear_pending(vm_);
    if (!is_instance(problem, vm_.exception(Exc::Exception))) return raise_exception(vm_, problem);
    COIL_TRY(Str* shown, repr_reenter(vm_, module_name));
    return fail_object_reenter(object, "import of module " + str_utf8(shown) + " failed");
  }
  Value parent;
  COIL_TRY(Value found, dotted_attribute_reenter(vm_, *module, path, &parent));
  if (found.is_stop()) return fail_object_reenter(object, "attribute lookup " + str_utf8(path) + " on " + str_utf8(module_name) + " failed");
  if (found != object) return fail_object_reenter(object, "it's not the same object as " + str_utf8(module_name) + "." + str_utf8(path));
  if (protocol_ >= 2) {
    COIL_TRY(bool coded, save_extension_code_reenter(module_name, path));
    if (coded) return ok();
  }
  return save_global_name_reenter(object, module_name, path, parent, *module);
}

Result<void> Saver::save_global_name_reenter(Value object, Str* module_name, Str* name, Value parent, Value module) {
  if (protocol_ >= 4) {
    COIL_CHECK(save_reenter(module_name));
    COIL_CHECK(save_reenter(name));
    op(PickleOp::StackGlobal);
  } else if (parent != module) {
    std::string path = str_utf8(name);
    COIL_TRY(Str* last, new_str(vm_, path.substr(path.rfind('.') + 1)));
    Value getter = dict_get_str(vm_.builtins, intern(vm_, "getattr"));
    return save_pair_reenter(getter, {parent, last}, object);
  } else {
    std::string module_text = str_utf8(module_name), name_text = str_utf8(name);
    if (pickler_->fix_imports && protocol_ < 3) python2_name(&module_text, &name_text);
    auto is_ascii = [](const std::string& text) { return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; }); };
    if (protocol_ < 3 && !(is_ascii(module_text) && is_ascii(name_text))) {
      return fail("can't pickle global identifier '" + str_utf8(module_name) + "." + str_utf8(name) + "' using pickle protocol " + std::to_string(protocol_));
    }
    op(PickleOp::Global);
    write_text(module_text + "\n" + name_text + "\n");
  }
  memo_put(object);
  return ok();
}

Result<void> Saver::save_type_reenter(Value object) {
  for (Value single : {none(), Value(&ellipsis_cell), Value(&not_implemented_cell)}) {
    if (object == Value(class_of(single))) return save_pair_reenter(vm_.type(Kind::Class), {single}, object);
  }
  return save_global_reenter(object, {});
}

Result<void> Saver::save_persistent_reenter(Value id) {
  if (binary_) {
    COIL_CHECK(save_reenter(id, false));
    op(PickleOp::BinPersId);
    return ok();
  }
  COIL_TRY(Str* text, str_reenter(vm_, id));
  if (!view(text).ascii) return fail("persistent IDs in protocol 0 must be ASCII strings");
  op(PickleOp::PersId);
  write_text(str_utf8(text) + "\n");
  return ok();
}

// -- reductions

/// callee(*args) as the way to make `object` (nothing: not memoized).
Result<void> Saver::save_pair_reenter(Value callee, std::initializer_list<Value> args, Value object) {
  COIL_TRY(Tuple* arguments, make_tuple(vm_, args));
  COIL_TRY(Tuple* reduced, make_tuple(vm_, {callee, arguments}));
  return save_reduced_reenter(object, reduced);
}

/// Items of an iterator, in batches: APPENDS of items, SETITEMS of pairs.
Result<void> Saver::save_items_reenter(Value iterator, bool pairs) {
  auto save_item = [&](Value item) -> Result<void> {
    if (!pairs) return save_reenter(item);
    if (!item.is(Kind::Tuple) || item.as<Tuple>()->size != 2) return raise_type_error(vm_, "dict items iterator must return 2-tuples");
    COIL_CHECK(save_reenter(item.as<Tuple>()->items[0]));
    return save_reenter(item.as<Tuple>()->items[1]);
  };
  PickleOp one = pairs ? PickleOp::SetItem : PickleOp::Append, many = pairs ? PickleOp::SetItems : PickleOp::Appends;
  if (!binary_) {
    for (;;) {
      COIL_TRY(Value item, next_reenter(vm_, iterator));
      if (item.is_stop()) return ok();
      COIL_CHECK(save_item(item));
      op(one);
    }
  }
  for (;;) {
    COIL_TRY(Value first, next_reenter(vm_, iterator));
    if (first.is_stop()) return ok();
    COIL_TRY(Value item, next_reenter(vm_, iterator));
    if (item.is_stop()) {
      COIL_CHECK(save_item(first));
      op(one);
      return ok();
    }
    op(PickleOp::Mark);
    COIL_CHECK(save_item(first));
    size_t count = 1;
    while (!item.is_stop()) {
      COIL_CHECK(save_item(item));
      if (++count == kBatch) break;
      COIL_TRY(item, next_reenter(vm_, iterator));
    }
    op(many);
    if (count != kBatch) return ok();
  }
}

Result<void> Saver::save_newobj_reenter(Value object, Tuple* args) {
  if (args->size < 1) return fail("__newobj__ arglist is empty");
  Value cls = args->items[0];
  COIL_TRY(Value maker, find_attr_reenter(vm_, cls, vm_.name(Name::new_)));
  if (maker.is_stop()) return fail("args[0] from __newobj__ args has no __new__");
  if (object) {
    COIL_TRY(Value own, get_attr_reenter(vm_, object, vm_.name(Name::class_)));
    if (own != cls) return fail("args[0] from __newobj__ args has the wrong class");
  }
  COIL_CHECK(save_reenter(cls));
  COIL_TRY(Tuple* rest, new_tuple_from(vm_, args->items + 1, args->size - 1));
  COIL_CHECK(save_reenter(rest));
  op(PickleOp::NewObj);
  return ok();
}

Result<void> Saver::save_newobj_ex_reenter(Value object, Tuple* args) {
  if (args->size != 3) return fail("length of the NEWOBJ_EX argument tuple must be exactly 3, not " + std::to_string(args->size));
  Value cls = args->items[0], positional = args->items[1], named = args->items[2];
  if (!cls.is(Kind::Class)) return fail(std::string("first item from NEWOBJ_EX argument tuple must be a class, not ") + type_name(cls));
  if (!positional.is(Kind::Tuple)) {
    return fail(std::string("second item from NEWOBJ_EX argument tuple must be a tuple, not ") + type_name(positional));
  }
  if (!named.is(Kind::Dict)) return fail(std::string("third item from NEWOBJ_EX argument tuple must be a dict, not ") + type_name(named));
  (void)object;
  if (protocol_ >= 4) {
    COIL_CHECK(save_reenter(cls));
    COIL_CHECK(save_reenter(positional));
    COIL_CHECK(save_reenter(named));
    op(PickleOp::NewObjEx);
    return ok();
  }
  COIL_TRY(Value functools, import_absolute_reenter(vm_, intern(vm_, "functools")));
  COIL_TRY(Value partial, get_attr_reenter(vm_, functools, intern(vm_, "partial")));
  COIL_TRY(Value maker, get_attr_reenter(vm_, cls, vm_.name(Name::new_)));
  auto* given = positional.as<Tuple>();
  COIL_TRY(Tuple* partial_args, new_tuple(vm_, given->size + 2));
  store(partial_args, partial_args->items[0], maker);
  store(partial_args, partial_args->items[1], cls);
  for (size_t i = 0; i < given->size; i++) store(partial_args, partial_args->items[i + 2], given->items[i]);
  COIL_TRY(Value bound, call_ex_reenter(vm_, partial, partial_args, named.as<Dict>()));
  COIL_CHECK(save_reenter(bound));
  COIL_CHECK(save_reenter(vm_.empty_tuple));
  op(PickleOp::Reduce);
  return ok();
}

Result<void> Saver::save_reduced_reenter(Value object, Tuple* reduced) {
  COIL_GUARD(vm_, " while pickling an object");
  if (reduced->size < 2 || reduced->size > 6) return fail("tuple returned by __reduce__ must contain 2 through 6 elements");
  auto part = [&](size_t i) { return i < reduced->size && !reduced->items[i].is_none() ? reduced->items[i] : Value(); };
  Value callee = reduced->items[0], args = reduced->items[1], state = part(2), list_items = part(3), dict_items = part(4), set_state = part(5);
  if (!is_callable(callee)) return fail("first item of the tuple returned by __reduce__ must be callable");
  if (!args.is(Kind::Tuple)) return fail("second item of the tuple returned by __reduce__ must be a tuple");
  COIL_TRY(Value callee_name, find_attr_reenter(vm_, callee, vm_.name(Name::name_)));
  auto is_iterator = [](Value v) { return class_of(v)->slots.next != nullptr; };
  auto not_iterator = [&](const char* which, Value v) {
    return fail(std::string(which) + " element of the tuple returned by __reduce__ must be an iterator, not " + type_name(v));
  };
  if (list_items && !is_iterator(list_items)) return not_iterator("fourth", list_items);
  if (dict_items && !is_iterator(dict_items)) return not_iterator("fifth", dict_items);
  if (set_state && !is_callable(set_state)) {
    return fail(std::string("sixth element of the tuple returned by __reduce__ must be a function, not ") + type_name(set_state));
  }
  bool by_newobj = protocol_ >= 2 && callee_name.is(Kind::Str) && str_is(callee_name.as<Str>(), "__newobj__");
  bool by_newobj_ex = protocol_ >= 2 && callee_name.is(Kind::Str) && str_is(callee_name.as<Str>(), "__newobj_ex__");
  if (by_newobj) {
    COIL_CHECK(save_newobj_reenter(object, args.as<Tuple>()));
  } else if (by_newobj_ex) {
    COIL_CHECK(save_newobj_ex_reenter(object, args.as<Tuple>()));
  } else {
    COIL_CHECK(save_reenter(callee));
    COIL_CHECK(save_reenter(args));
    op(PickleOp::Reduce);
  }
  if (object) {
    // An object that its own arguments contain is in the memo by now.
    int64_t known = pickler_->memo->find(object);
    if (known >= 0) {
      op(PickleOp::Pop);
      memo_get(known);
      return ok();
    }
    memo_put(object);
  }
  if (list_items) COIL_CHECK(save_items_reenter(list_items, false));
  if (dict_items) COIL_CHECK(save_items_reenter(dict_items, true));
  if (!state) return ok();
  if (set_state) {
    COIL_CHECK(save_reenter(set_state));
    COIL_CHECK(save_reenter(object));
    COIL_CHECK(save_reenter(state));
    op(PickleOp::Tuple2);
    op(PickleOp::Reduce);
    op(PickleOp::Pop);
    return ok();
  }
  COIL_CHECK(save_reenter(state));
  op(PickleOp::Build);
  return ok();
}

Result<void> Saver::save_by_reducer_reenter(Value object) {
  Value cls = class_of(object);
  Value reduced;
  if (reducer_override_) {
    COIL_TRY(Value answer, call_reenter(vm_, reducer_override_, {object}));
    if (!answer.is_not_implemented()) reduced = answer;
  }
  if (!reduced && cls == Value(vm_.type(Kind::Class))) return save_type_reenter(object);
  if (!reduced && object.is(Kind::Function)) return save_global_reenter(object, {});
  if (!reduced) {
    COIL_TRY(Value reducer, dispatch_table_.is(Kind::Dict) ? dict_get_reenter(vm_, dispatch_table_.as<Dict>(), cls)
                                                           : [&]() -> Result<Value> {
      Result<Value> found = get_item_reenter(vm_, dispatch_table_, cls);
      if (found) return found;
      if (!pending_matches(vm_, Exc::KeyError)) return Error{};
      clear_pending(vm_);
      return Value::stop();
    }());
    if (!reducer.is_stop()) {
      COIL_TRY(reduced, call_reenter(vm_, reducer, {object}));
    } else if (object.is(Kind::Class)) {
      return save_global_reenter(object, {});
    } else {
      COIL_TRY(Value by_protocol, find_attr_reenter(vm_, object, vm_.name(Name::reduce_ex_)));
      if (!by_protocol.is_stop()) {
        COIL_TRY(reduced, call_reenter(vm_, by_protocol, {Value::small_int(protocol_)}));
      } else {
        COIL_TRY(Value plain, find_attr_reenter(vm_, object, vm_.name(Name::reduce_)));
        if (plain.is_stop()) {
          COIL_TRY(Str* shown, repr_reenter(vm_, object));
          return fail(std::string("can't pickle '") + type_name(object) + "' object: " + str_utf8(shown));
        }
        COIL_TRY(reduced, call_reenter(vm_, plain, {}));
      }
    }
  }
  if (reduced.is(Kind::Str)) return save_global_reenter(object, reduced);
  if (!reduced.is(Kind::Tuple)) return fail("__reduce__ must return a string or tuple");
  return save_reduced_reenter(object, reduced.as<Tuple>());
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
  COIL_GUARD(vm_, " while pickling an object");
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

Result<void> Saver::dump_reenter(Value object) {
  // The hooks are looked up once; the class's own dispatch_table hides copyreg's.
  COIL_TRY(Value id, find_attr_reenter(vm_, pickler_, intern(vm_, "persistent_id")));
  if (!id.is_stop() && class_of(id) != vm_.type(Kind::NativeBound)) persistent_id_ = id;
  COIL_TRY(Value override, find_attr_reenter(vm_, pickler_, intern(vm_, "reducer_override")));
  if (!override.is_stop()) reducer_override_ = override;
  COIL_TRY(dispatch_table_, find_attr_reenter(vm_, pickler_, intern(vm_, "dispatch_table")));
  if (dispatch_table_.is_stop()) {
    COIL_TRY(dispatch_table_, copyreg_value_reenter(vm_, "dispatch_table"));
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
  return pickler_->write ? flush_reenter() : ok();
}

// -- the class

Result<void> set_options_reenter(Vm& vm, Pickler* pickler, const DumpOptions& options) {
  int64_t protocol = kDefaultProtocol;
  if (options.protocol && !options.protocol.is_none()) {
    COIL_TRY(protocol, index_int64_reenter(vm, options.protocol));
    if (protocol < 0) protocol = kHighestProtocol;
    if (protocol > kHighestProtocol) return raise_value_error(vm, "pickle protocol must be <= %d", kHighestProtocol);
  }
  if (options.buffer_callback && !options.buffer_callback.is_none() && protocol < 5) {
    return raise_value_error(vm, "buffer_callback needs protocol >= 5");
  }
  pickler->protocol = static_cast<int>(protocol);
  pickler->fix_imports = options.fix_imports && protocol < 3;
  store(pickler, pickler->buffer_callback, options.buffer_callback);
  if (!pickler->memo) pickler->memo = new Memo();
  pickler->memo->clear();
  return ok();
}

Result<void> set_file_reenter(Vm& vm, Pickler* pickler, Value file) {
  COIL_TRY(Value write, find_attr_reenter(vm, file, intern(vm, "write")));
  if (write.is_stop()) return raise_type_error(vm, "file must have a 'write' attribute");
  store(pickler, pickler->write, write);
  return ok();
}

Result<Pickler*> require_ready(Vm& vm, Value self) {
  auto* pickler = self.as<Pickler>();
  if (!pickler->memo) {
    return raise_class(vm, g_pickling_error, std::string("Pickler.__init__() was not called by ") + type_name(self) + ".__init__()");
  }
  return pickler;
}

Result<Value> pickler_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) {
  COIL_TRY(Pickler* pickler, new_native_object<Pickler>(vm, cls, &kPicklerOps));
  return Value(pickler);
}

NATIVE(pickler_init, "Pickler(self, file, protocol=None, fix_imports=True, buffer_callback=None)", "Writes objects to a file, one after the other, with one memo.") {
  auto* pickler = self_as<Pickler>(args);
  bool fix = true;
  if (args.has(3)) {
    COIL_TRY(fix, truthy_reenter(vm, args[3]));
  }
  COIL_CHECK(set_options_reenter(vm, pickler, {args[2], fix, args[4]}));
  COIL_CHECK(set_file_reenter(vm, pickler, args[1]));
  return none();
}
COIL_INIT_SLOT(pickler_init_slot, pickler_init)

NATIVE(pickler_dump, "dump(self, obj, /)", "Write an object.") {
  COIL_TRY(Pickler* pickler, require_ready(vm, args[0]));
  Saver saver(vm, pickler);
  COIL_CHECK(saver.dump_reenter(args[1]));
  return none();
}
NATIVE(pickler_clear_memo, "clear_memo(self, /)", "Forget the objects that were written: they are written again in full.") {
  COIL_TRY(Pickler* pickler, require_ready(vm, args[0]));
  pickler->memo->clear();
  return none();
}

Result<Value> get_memo(Vm& vm, Value self) {
  COIL_TRY(Pickler* pickler, require_ready(vm, self));
  COIL_TRY(Dict* dict, new_dict(vm));
  for (size_t i = 0; i < pickler->memo->size(); i++) {
    COIL_TRY(Value identity, make_int_u64(vm, pickler->memo->at(i).bits()));
    COIL_TRY(Tuple* pair, make_tuple(vm, {Value::small_int(static_cast<int64_t>(i)), pickler->memo->at(i)}));
    COIL_CHECK(dict_set_reenter(vm, dict, identity, pair));
  }
  return Value(dict);
}
const GetSetSpec kMemo{"memo", get_memo, nullptr, "a copy of the memo: {id: (number, object)}"};

Result<Value> get_fast(Vm&, Value self) { return Value::boolean(self.as<Pickler>()->fast); }
Result<void> set_fast(Vm& vm, Value self, Value value) {
  if (!value) return raise_type_error(vm, "can't delete numeric/char attribute");
  COIL_TRY(bool fast, truthy_reenter(vm, value));
  self.as<Pickler>()->fast = fast;
  return ok();
}
const GetSetSpec kFast{"fast", get_fast, set_fast, "whether objects are written without a memo"};
Result<Value> get_bin(Vm&, Value self) { return Value::small_int(self.as<Pickler>()->protocol > 0); }
const GetSetSpec kBin{"bin", get_bin, nullptr, "whether the protocol is a binary one"};

}  // namespace

Result<Value> dump_to_bytes_reenter(Vm& vm, Value object, const DumpOptions& options) {
  COIL_TRY(Pickler* pickler, new_native_object<Pickler>(vm, g_pickler, &kPicklerOps));
  COIL_CHECK(set_options_reenter(vm, pickler, options));
  Saver saver(vm, pickler);
  COIL_CHECK(saver.dump_reenter(object));
  return new_bytes(vm, saver.output().data(), saver.output().size());
}

Result<Value> dump_to_file_reenter(Vm& vm, Value object, Value file, const DumpOptions& options) {
  COIL_TRY(Pickler* pickler, new_native_object<Pickler>(vm, g_pickler, &kPicklerOps));
  COIL_CHECK(set_options_reenter(vm, pickler, options));
  COIL_CHECK(set_file_reenter(vm, pickler, file));
  Saver saver(vm, pickler);
  COIL_CHECK(saver.dump_reenter(object));
  return none();
}

Result<void> init_pickler(Vm& vm, Dict* ns) {
  COIL_TRY(Class* cls, new_module_class<Pickler>(vm, "Pickler", "_pickle", pickler_init_spec.doc, true));
  g_pickler = cls;
  cls->slots.make = pickler_make;
  cls->slots.init = pickler_init_slot;
  define_class(vm, cls, {&pickler_dump_spec, &pickler_clear_memo_spec}, {&kMemo, &kFast, &kBin});
  return module_set(vm, ns, "Pickler", cls);
}

}  // namespace coil
