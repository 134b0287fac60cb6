// StrBuilder: text that grows piece by piece, narrow until the first character above 255.
// An allocation that fails is remembered and reported by finish().
#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "heap/limit.hpp"
#include "objects/str.hpp"
#include "objects/text_loops.hpp"

namespace coil {

StrBuilder::~StrBuilder() {
  if (data_ != short_) std::free(data_);
}

template <class C>
bool StrBuilder::move_to(size_t capacity) {
  size_t bytes = capacity * sizeof(C);
  bool grows = data_ != short_ && wide_ == (sizeof(C) > 1);
  void* data = !fits_in_memory_limit(bytes) ? nullptr : grows ? std::realloc(data_, bytes) : std::malloc(bytes);
  if (!data) {
    failed_ = true;
    return false;
  }
  if (!grows) {
    std::copy_n(static_cast<uint8_t*>(data_), length_, static_cast<C*>(data));
    if (data_ != short_) std::free(data_);
  }
  data_ = data;
  capacity_ = capacity;
  return true;
}

bool StrBuilder::reserve(size_t extra) {
  if (failed_) return false;
  if (extra <= capacity_ - length_) return true;
  if (extra > kMaxStrLength - length_) {
    failed_ = true;
    return false;
  }
  size_t capacity = std::max(length_ + extra, capacity_ + capacity_ / 2);
  return wide_ ? move_to<Char>(capacity) : move_to<uint8_t>(capacity);
}

void StrBuilder::widen() {
  ascii_ = false;
  if (!wide_ && !failed_) wide_ = move_to<Char>(capacity_);
}

void StrBuilder::add(std::string_view text) {
  add_range({text.data(), text.size(), false, true}, 0, text.size());
}

void StrBuilder::add_char(Char c) {
  if (length_ == capacity_ || (c > 127 && !wide_)) [[unlikely]] add_repeated(c, 1);
  else if (wide_) static_cast<Char*>(data_)[length_++] = c;
  else static_cast<uint8_t*>(data_)[length_++] = static_cast<uint8_t>(c);
}

void StrBuilder::add_repeated(Char c, size_t count) {
  if (!count) return;
  if (c > 255) widen();
  if (c > 127) ascii_ = false;
  if (!reserve(count)) return;
  if (wide_) std::fill_n(static_cast<Char*>(data_) + length_, count, c);
  else std::memset(static_cast<uint8_t*>(data_) + length_, static_cast<int>(c), count);
  length_ += count;
}

void StrBuilder::add_str(Str* str) {
  StrView text = view(str);
  add_range(text, 0, text.length);
}

void StrBuilder::add_range(const StrView& text, size_t start, size_t end) {
  if (start >= end) return;
  size_t count = end - start;
  if (!text.ascii) {
    Char all = text.wide ? char_union(text.chars() + start, count) : all_ascii(text.narrow() + start, count) ? 0 : 128;
    if (all > 255) widen();
    if (all > 127) ascii_ = false;
  }
  if (!reserve(count)) return;
  if (wide_ && text.wide) {
    std::memcpy(static_cast<Char*>(data_) + length_, text.chars() + start, count * sizeof(Char));
  } else if (!wide_ && !text.wide) {
    std::memcpy(static_cast<uint8_t*>(data_) + length_, text.narrow() + start, count);
  } else if (wide_) {
    widen_chars(static_cast<Char*>(data_) + length_, text.narrow() + start, count);
  } else {
    narrow_chars(static_cast<uint8_t*>(data_) + length_, text.chars() + start, count);
  }
  length_ += count;
}

Result<Str*> StrBuilder::finish() {
  if (failed_) return raise_memory_error(vm_);
  if (length_ == 0) return vm_.empty_str;
  if (length_ == 1) return new_str_char(vm_, wide_ ? *static_cast<Char*>(data_) : *static_cast<uint8_t*>(data_));
  COIL_TRY(Str* str, new_str_uninitialized(vm_, length_, wide_, ascii_));
  std::memcpy(str->bytes, data_, length_ * (wide_ ? sizeof(Char) : 1));
  return str;
}

}  // namespace coil
