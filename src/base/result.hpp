// Result<T>: the return type of everything that may raise a language exception. The exception itself is pending in the Vm;
// a failed Result carries no data. Pointers and Values use their null state as the failure, so they cost nothing.
#pragma once

#include <cassert>
#include <type_traits>
#include <utility>

namespace coil {

/// "An exception is pending." Converts to any failed Result.
struct [[nodiscard]] Error {};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(Error) : ok_(false), value_() {}
  Result(T value) : ok_(true), value_(std::move(value)) {}
  explicit operator bool() const { return ok_; }
  T& operator*() { assert(ok_); return value_; }

 private:
  bool ok_;
  T value_;
};

template <class T>
class [[nodiscard]] Result<T*> {
 public:
  Result(Error) : value_(nullptr) {}
  Result(T* value) : value_(value) {}
  template <class U> requires std::is_convertible_v<U*, T*>
  Result(Result<U*> other) : value_(other ? *other : nullptr) {}
  explicit operator bool() const { return value_ != nullptr; }
  T* operator*() const { return value_; }
  T* operator->() const { return value_; }

 private:
  T* value_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() : ok_(true) {}
  Result(Error) : ok_(false) {}
  explicit operator bool() const { return ok_; }
  void operator*() const {}

 private:
  bool ok_;
};

/// A success without a value.
inline Result<void> ok() { return {}; }

#define COIL_CONCAT_(a, b) a##b
#define COIL_CONCAT(a, b) COIL_CONCAT_(a, b)

/// `COIL_TRY(List* list, new_list(vm))`: declare and initialise from a Result, or return Error.
#define COIL_TRY(declaration, expression) COIL_TRY_(COIL_CONCAT(result_, __COUNTER__), declaration, expression)
#define COIL_TRY_(temporary, declaration, expression) \
  auto temporary = (expression);                      \
  if (!temporary) [[unlikely]] return ::coil::Error{}; \
  declaration = *temporary

/// Evaluate a Result for its effect, or return Error.
#define COIL_CHECK(expression) \
  do { if (!(expression)) [[unlikely]] return ::coil::Error{}; } while (0)

}  // namespace coil
