// Reading pickles: what the files of it share. Input is hostile: every size is checked against what is there, the stack and its marks are
// checked at each access, and the stack itself is no object that language code could reach.
//
//   pickle_load.cpp         input, stack, the machine
//   pickle_load_values.cpp  what its instructions make
//   pickle_unpickler.cpp    class Unpickler, load() and loads()
#pragma once

#include <cstring>
#include <string>
#include <vector>

#include "modules/pickle_internal.hpp"

namespace coil {

struct Unpickler : NativeObject {
  Value read, readline;      // methods of the file; nothing for bytes
  Value buffers;             // iterator, or nothing
  Value encoding, errors;    // str, or nothing for the defaults
  Dict* memo;                // number -> object, kept between loads
  bool fix_imports, ready;
  uint8_t protocol;          // of the pickle that is read, or was read last
  // The attribute area follows: persistent_load.
};
extern Class* g_unpickler;

/// What a pickle means by a name.
Result<Value> import_global_reenter(Vm&, Unpickler*, Str* module_name, Str* name);

/// A stack machine over bytes or over a file.
class Loader {
 public:
  Loader(Vm& vm, Unpickler* self) : vm_(vm), self_(self) { self->protocol = 0; }
  void set_input(Value owner, ByteSpan span) {
    owner_ = owner;
    input_ = span;
    position_ = 0;
  }
  Result<Value> load_reenter();

 private:
  // -- input
  Result<const uint8_t*> take_reenter(size_t size, bool at_opcode = false) {
    if (position_ == input_.size || size > input_.size - position_) [[unlikely]] return take_more_reenter(size, at_opcode);
    const uint8_t* here = input_.data + position_;
    position_ += size;
    return here;
  }
  Result<const uint8_t*> take_more_reenter(size_t size, bool at_opcode);
  Result<std::string> line_reenter();
  /// A line as error messages show it.
  Result<Str*> line_str(const std::string& line) {
    std::string whole = line + "\n";
    return new_str_latin1(vm_, reinterpret_cast<const uint8_t*>(whole.data()), whole.size());
  }
  template <class T> Result<T> number_reenter() {
    COIL_TRY(const uint8_t* bytes, take_reenter(sizeof(T)));
    T number;
    std::memcpy(&number, bytes, sizeof number);
    return number;
  }
  Result<size_t> size_reenter(int bytes, const char* what);

  // -- stack
  size_t fence() const { return marks_.empty() ? 0 : marks_.back(); }
  Value& at(size_t i) { return stack_->items()[i]; }
  Result<void> push(Value value);
  Result<Value> pop();
  Result<Value> top();
  Result<size_t> pop_mark();
  void cut(size_t size) {
    for (size_t i = size; i < size_; i++) at(i) = Value();
    size_ = size;
  }
  Error underflow() { return fail(marks_.empty() ? "unpickling stack underflow" : "unexpected MARK found"); }
  Error fail(const std::string& message) { return raise_class(vm_, g_unpickling_error, message); }

  // -- memo
  Result<void> memo_put(size_t number, Value value);
  Result<Value> memo_get(size_t number, const std::string& shown);
  Result<size_t> memo_number(const std::string& line);

  // -- opcodes
  Result<bool> step_reenter(PickleOp op);
  Result<void> load_int_reenter();
  Result<void> load_long_reenter(size_t size);
  Result<void> load_float_reenter();
  Result<void> load_string_reenter();
  Result<void> push_decoded_reenter(ByteSpan bytes);
  Result<void> load_utf8_reenter(size_t size);
  Error fail_unicode(const std::string& line, size_t begin, size_t end, const char* reason);
  Result<void> load_unicode_line_reenter();
  Result<void> load_bytes_reenter(size_t size);
  Result<void> load_tuple(size_t begin);
  Result<void> load_appends_reenter(size_t begin);
  Result<void> load_set_items_reenter(size_t begin);
  Result<void> load_add_items_reenter(size_t begin);
  Result<void> load_build_reenter();
  Result<void> load_newobj_reenter(bool with_names);
  Result<void> load_instance_reenter(Value cls, size_t begin);
  Result<void> load_extension_reenter(int64_t code);
  Result<void> load_next_buffer_reenter();
  Result<Value> persistent_load_reenter();  // the program's function
  Result<void> load_persistent_reenter(Value id);
  Result<Value> find_class_reenter(Str* module, Str* name);

  Vm& vm_;
  Unpickler* self_;
  ByteSpan input_{nullptr, 0};  // all, or the frame of a file that is being read
  size_t position_ = 0;
  Value owner_;                 // of the input
  Value chunk_;                 // the last piece that was read from the file
  ValueArray* stack_ = nullptr;
  size_t size_ = 0;
  std::vector<size_t> marks_;
  ValueArray* memo_ = nullptr;  // of this load: numbers in order
  size_t memo_size_ = 0;
};

}  // namespace coil
