// A bump allocator for trees that live and die together: the AST, its strings and its lists.
// Nothing allocated here is ever destroyed one by one, so only trivially destructible types are allowed:
// freeing a deep tree then needs no recursion. Memory is zeroed on request only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace coil {

class Arena {
public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena();

  /// Never returns null: without memory the process ends.
  void* allocate(std::size_t size, std::size_t align) {
    std::uintptr_t start = (next_ + (align - 1)) & ~(std::uintptr_t{align} - 1);
    if (start > limit_ || size > limit_ - start) return allocate_slow(size, align);
    next_ = start + size;
    return reinterpret_cast<void*>(start);
  }

  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T(std::forward<Args>(args)...);
  }

  template <class T>
  T* allocate_array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    return static_cast<T*>(allocate(sizeof(T) * count, alignof(T)));
  }

  template <class T>
  std::span<T> copy(const T* items, std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (count == 0) return {};
    T* room = allocate_array<T>(count);
    std::memcpy(static_cast<void*>(room), items, sizeof(T) * count);
    return {room, count};
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* room = allocate_array<char>(text.size());
    std::memcpy(room, text.data(), text.size());
    return {room, text.size()};
  }

  std::size_t bytes_reserved() const { return bytes_reserved_; }

private:
  struct Block {
    Block* previous;
  };
  void* allocate_slow(std::size_t size, std::size_t align);

  std::uintptr_t next_ = 0;
  std::uintptr_t limit_ = 0;
  Block* blocks_ = nullptr;
  std::size_t block_size_ = 16 * 1024;
  std::size_t bytes_reserved_ = 0;
};

}  // namespace coil
