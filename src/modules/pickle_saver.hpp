// Writing pickles: what the files of it share.
//
//   pickle_save.cpp     the output, atoms, containers, any value
//   pickle_reduce.cpp   what is saved by its name or by what a reducer says
//   pickle_pickler.cpp  class Pickler, dump() and dumps()
#pragma once

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "modules/pickle_internal.hpp"

namespace coil {

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
extern Class* g_pickler;

/// Bytes that grow. When memory ends it stays as it is and tells so.
class PickleOutput {
 public:
  PickleOutput() = default;
  ~PickleOutput() { std::free(data_); }
  PickleOutput(const PickleOutput&) = delete;
  const char* data() const { return data_; }
  char* data() { return data_; }
  size_t size() const { return size_; }
  bool failed() const { return failed_; }
  void push(uint8_t byte) {
    if (size_ == capacity_ && !grow(1)) [[unlikely]] return;
    data_[size_++] = static_cast<char>(byte);
  }
  void append(const void* data, size_t size) {
    if (size > capacity_ - size_ && !grow(size)) [[unlikely]] return;
    if (size) std::memcpy(data_ + size_, data, size);
    size_ += size;
  }
  void clear() { size_ = 0; }
  /// Takes `count` bytes away at a position.
  void erase(size_t at, size_t count) {
    std::memmove(data_ + at, data_ + at + count, size_ - at - count);
    size_ -= count;
  }

 private:
  bool grow(size_t extra);
  char* data_ = nullptr;
  size_t size_ = 0, capacity_ = 0;
  bool failed_ = false;
};

class Saver {
 public:
  Saver(Vm& vm, Pickler* pickler) : vm_(vm), pickler_(pickler), protocol_(pickler->protocol), binary_(pickler->protocol > 0) {}

  /// `hooked`: the pickler may have attributes that are asked for each object.
  Result<void> dump_reenter(Value object, bool hooked = true);
  const PickleOutput& output() const { return out_; }

 private:
  // -- output
  void op(PickleOp code) { write_byte(static_cast<uint8_t>(code)); }
  void write_byte(uint8_t byte) {
    begin_frame();
    out_.push(byte);
  }
  void write(const void* data, size_t size) {
    begin_frame();
    out_.append(data, size);
  }
  void write_text(std::string_view text) { write(text.data(), text.size()); }
  template <class T> void write_le(T number) { write(&number, sizeof number); }
  static_assert(std::endian::native == std::endian::little);
  void begin_frame() {
    if (framing_ && frame_start_ == kNoFrame) {
      frame_start_ = out_.size();
      static constexpr uint8_t kEmpty[kFrameHeader] = {};
      out_.append(kEmpty, kFrameHeader);
    }
  }
  void commit_frame();
  Result<void> flush_reenter();
  Result<void> opcode_boundary_reenter();
  Result<void> write_counted_reenter(PickleOp small, PickleOp medium, PickleOp large, bool has_large, const void* data, size_t size);

  Result<void> find_hooks_reenter();

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
  Result<Str*> last_part(Str* path);
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
  static constexpr size_t kBatch = 1000;
  static constexpr size_t kFrameTarget = 64 * 1024, kFrameLeast = 4, kFrameHeader = 9;
  Vm& vm_;
  Pickler* pickler_;
  int protocol_;
  bool binary_;
  bool framing_ = false;
  size_t frame_start_ = kNoFrame;
  PickleOutput out_;
  Value persistent_id_, reducer_override_, dispatch_table_;
};

}  // namespace coil
